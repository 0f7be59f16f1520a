"""What the rest of a report tells about a phrase: its country, its armed group, the owner of its pronoun."""

from __future__ import annotations

from bisect import bisect_left

from rawi.document import Doc
from rawi.lexicon.actors import Actor, Roles
from rawi.lexicon.gazetteer import Gazetteer
from rawi.lexicon.matcher import PhraseMatcher
from rawi.record import Entity, Mention
from rawi.text.fold import fold

# Titles by which an outlet of a monarchy speaks of its own rulers.
ROYAL = frozenset(("معالي", "معاليه", "سمو", "سموه", "مملكه", "فخامه", "جلاله", "صاحب", "سعاده", "ولي"))
_MONARCHIES = ("SAU", "MAR", "JOR", "BHR")
_INSTITUTIONS = frozenset(("GOV", "MIL", "COP", "JUD", "LEG", "SPY", "UNK"))
_NOWHERE = ("---", "IGO", "NGO")
# Pronouns of bodies and of many.
_MANY = ("ها", "هم")
_GOVERNED = frozenset(("CVL", "REF"))
# Sectors of leaders and groups whose followers are of the same sector; the followers of a minister are citizens.
_WITH_FOLLOWERS = frozenset(("REB", "PRM", "OPP", "PTY", "UAF"))
# Words within which an earlier name may still be meant.
_NEAR = 150
# Words between a noun of office and its adjective of nationality.
_PHRASE = 4
# An armed group that is meant may be named this many words later in the same sentence.
_AHEAD = 40
# How much a country counts that something is aimed at, and one whose adjective belongs to no office or people.
_AIMED_AT, _ADJECTIVE = 0.3, 0.6
# How much it counts that the report named an institution or people of that kind of a country.
_SAME_INSTITUTION, _SAME_PEOPLE = 2.2, 0.7
# Words between a country that speaks and the office through which it does.
_CLAUSE = 8
# How much a country counts that does something itself.
_SUBJECT = 1.4
# Words between a preposition of place and the name of the place: في ضواحي مدينة قابس.
_NAMED_WITHIN = 4
_AIMED = frozenset(fold(w) for w in ("إلى", "لدى", "ضد", "على", "عن", "مع", "نحو", "حول", "بشأن", "تجاه", "من"))
# Statements before, among whose speakers the owner of a pronoun is looked for.
_STATEMENTS = 30


class Surroundings:
    """What the coder needs to know of one document, made once; token indices throughout."""

    def __init__(self, doc: Doc, gaz: Gazetteer, roles: Roles, actors: PhraseMatcher[Actor], homes: dict[str, str]) -> None:
        self.doc = doc
        self.state = state(doc)
        self.outlet = homes.get(fold(doc.report.outlet)) if doc.report.outlet else None
        self.countries: dict[int, tuple[int, str, bool]] = {}  # token → (end, country, whether a noun of place)
        self.heads: dict[str, list[int]] = {}
        self._roles = roles
        self._actors = actors
        self._armed: list[tuple[int, str]] | None = None
        self._homed: list[tuple[int, str]] = []
        self._nationalities: dict[str, str] | None = None
        self._find_countries(gaz)
        self.mentions: dict[int, Mention] = {doc.token_at(m.start): m for m in doc.mentions if m.entity}
        self.entities: dict[str, Entity] = {e.id: e for e in doc.entities}
        self.named = self._name_tokens()
        self.counts: dict[str, float] = {}
        self._weights: dict[int, float] = {}
        self.sectors: dict[str, dict[str, float]] = {}
        self._count()

    def _find_countries(self, gaz: Gazetteer) -> None:
        doc = self.doc
        n = len(doc.tokens)
        known = doc.shared.get("countries")
        if known is None:
            known = doc.shared["countries"] = _named(doc, gaz)
        self.countries, self.heads = dict(known[0]), known[1]
        for place in doc.places:
            if place.country:
                i = doc.token_at(place.start)
                if i < n:
                    self.countries[i] = (doc.token_at(max(place.end - 1, place.start)) + 1, place.country, True)

    def _name_tokens(self) -> set[int]:
        """Tokens of names of persons, which name no office and no nationality there: منصور التركي، رافع الطبيب."""
        named: set[int] = set()
        for i, mention in self.mentions.items():
            if mention.kind == "person":
                named.update(range(i, self.doc.token_at(max(mention.end - 1, mention.start)) + 1))
        for i in named & self.countries.keys():
            if not self.countries[i][2]:
                del self.countries[i]
        return named

    def _count(self) -> None:
        """How often the report speaks of each country, and of which country's army, police, … it speaks."""
        doc = self.doc
        title = doc.token_at(doc.title_end) if doc.title_end else 0
        for i in sorted(self.countries):
            _, country, place = self.countries[i]
            weight = self._weights[i] = self._weight(i)
            self.counts[country] = self.counts.get(country, 0.0) + (2.0 if i < title else 1.0) * weight
            if not place:
                role = self.role_before(i)
                if role:
                    known = self.sectors.setdefault(role, {})
                    known[country] = known.get(country, 0.0) + 1.0
        for mention in self.mentions.values():
            code = self.code(mention)
            if code and code[:3] not in _NOWHERE and mention.kind == "person":
                self.counts[code[:3]] = self.counts.get(code[:3], 0.0) + (1.5 if mention.start < doc.title_end else 0.7)

    def _weight(self, i: int) -> float:
        """How strongly the country named at token ``i`` is where the report happens: whom or what something is aimed at
        counts less (مظاهرة في نيامي ضد فرنسا)."""
        token = self.doc.tokens[i]
        if not self.countries[i][2]:
            return 1.0 if self.role_before(i) else _ADJECTIVE
        if i == self.doc.sentences[token.sentence].first or self.doc.tokens[i - 1].upos == "VERB":
            return _SUBJECT
        before = self.doc.tokens[i - 1].word.norm if i else ""
        return _AIMED_AT if before in _AIMED or "ل" in token.word.proclitics else 1.0

    def located(self, j: int) -> str | None:
        """The country in which the phrase that ends before token ``j`` is said to be: (الشرطة) في نيامي."""
        tokens = self.doc.tokens
        last = self.doc.sentences[tokens[j - 1].sentence].last
        if j >= last or tokens[j].kind != "word":
            return None
        k = j + 1 if tokens[j].word.norm == "في" else j
        if k == j and "ب" not in tokens[j].word.proclitics:
            return None
        for at in range(k, min(last, k + _NAMED_WITHIN)):
            found = self.countries.get(at)
            if found and found[2]:
                return found[1]
            if tokens[at].kind != "word" or (at > k and tokens[at].word.proclitics):
                return None
        return None

    def code(self, mention: Mention) -> str | None:
        """The code of the entity that is mentioned."""
        entity = self.entities.get(mention.entity or "")
        return entity.code if entity else None

    def role_before(self, i: int) -> str | None:
        """The sector of the noun to which the adjective of nationality at token ``i`` belongs."""
        tokens = self.doc.tokens
        for k in range(i - 1, max(-1, i - 1 - _PHRASE), -1):
            if tokens[k].kind != "word" or tokens[k].upos in ("VERB", "ADP"):
                return None
            role = self._roles.longest(tokens, k, i)
            if role and role[1].sector != "UNK":
                return role[1].sector
        return None

    # -- whose ------------------------------------------------------------------------------------------------------------

    def nationality(self, entity: str) -> str | None:
        """The country that an adjective right before or after a name of the entity gives: التونسي أنيس."""
        if self._nationalities is None:
            self._nationalities = {}
            for i, mention in self.mentions.items():
                j = self.doc.token_at(max(mention.end - 1, mention.start)) + 1
                for k in (i - 1, j):
                    found = self.countries.get(k)
                    if found and not found[2] and (k < i or self.doc.tokens[k].word.definite):
                        self._nationalities.setdefault(mention.entity or "", found[1])
        return self._nationalities.get(entity)

    def conjunct(self, i: int) -> str | None:
        """The country of what the phrase at token ``i`` is joined to by و: السيسي ومسؤولين كبار."""
        tokens = self.doc.tokens
        if tokens[i].word.proclitics[:1] != ("و",):
            return None
        first = self.doc.sentences[tokens[i].sentence].first
        for k in range(i - 1, max(first, i - 7) - 1, -1):
            if tokens[k].upos == "VERB" or (tokens[k].kind == "punct" and tokens[k].text not in "،,"):
                return None
            mention = self.mentions.get(k)
            code = self.code(mention) if mention else None
            if code and code[:3] not in _NOWHERE:
                return code[:3]
            found = self.countries.get(k)
            if found and not found[2]:
                return found[1]
        return None

    def owner(self, at: int, sector: str) -> str | None:
        """The country (or ``IGO``) of him or them to whom a pronoun at token ``at`` points: بلاده، مكتبه، مبعوثها.

        What belongs to a government (``sector`` is ``GOV``) has no plain citizen for an owner.
        """
        doc, tokens = self.doc, self.doc.tokens
        theirs = tokens[at].word.enclitic in _MANY
        first = doc.sentences[tokens[at].sentence].first
        for k in range(at - 1, max(first, at - 40) - 1, -1):
            mention = self.mentions.get(k)
            code = self.code(mention) if mention else None
            if mention is None or code is None or (sector == "GOV" and code[4:] == "CVL"):
                pass
            elif code[:3] not in (("---", "NGO") if theirs else _NOWHERE) and (theirs or mention.kind == "person"):
                return code[:3]
            found = self.countries.get(k)
            role = self.role_before(k) if found and not found[2] else None
            if found and ((theirs and found[2]) or (role is not None and (sector != "GOV" or role not in _GOVERNED))):
                return found[1]
        for statement in doc.statements[: -1 - _STATEMENTS : -1]:
            who = statement.source or statement.source_ref
            if who is not None and who.start < tokens[at].start and who.code[:3] not in _NOWHERE and who.code[4:] != "JRN":
                return who.code[:3]
        for k in range(at - 1, max(-1, at - _NEAR), -1):
            mention = self.mentions.get(k)
            code = self.code(mention) if mention and mention.kind == "person" else None
            if code and code[:3] not in _NOWHERE:
                return code[:3]
        return None

    def master(self, at: int) -> str | None:
        """The code of the leader or group whose people a pronoun at token ``at`` claims, if it does not govern: أنصاره."""
        doc, tokens = self.doc, self.doc.tokens
        theirs = tokens[at].word.enclitic in _MANY
        low = max(doc.sentences[max(tokens[at].sentence - 1, 0)].first, at - 60)
        for k in range(at - 1, low - 1, -1):
            mention = self.mentions.get(k)
            code = self.code(mention) if mention else None
            if mention and code and (mention.kind == "person") != theirs:
                return code if code[4:] in _WITH_FOLLOWERS else None
        return None

    def kingdom(self) -> str:
        """The country that المملكة is: the outlet's own, or the monarchy of which the report speaks most."""
        if self.outlet in _MONARCHIES:
            return self.outlet
        return max(_MONARCHIES, key=lambda c: self.counts.get(c, 0.0))

    def armed(self, at: int, homed: bool = False) -> str | None:
        """The code of the armed group of which the report spoke last before token ``at``, or soon speaks.

        :param homed: whether only a group that belongs to a country can be meant (متمردون).
        """
        if self._armed is None:
            coded = ((k, self.code(mention)) for k, mention in self.mentions.items())
            self._armed = [(k, code) for k, code in coded if code and code[4:] in ("REB", "PRM")]
            if self.counts:
                main = max(sorted(self.counts), key=lambda c: self.counts[c])
                self._armed += [(k, f"{main} REB") for k in self.heads.get("معارضه", ()) if self._is_armed(k)]
            self._armed.sort()
            self._homed = [entry for entry in self._armed if entry[1][:3] != "---"]
        known = self._homed if homed else self._armed
        n = bisect_left(known, (at, ""))
        if n and at - known[n - 1][0] <= _NEAR:
            return known[n - 1][1]
        end = min(at + _AHEAD, self.doc.sentences[self.doc.tokens[at].sentence].last)
        return known[n][1] if n < len(known) and known[n][0] < end else None

    def _is_armed(self, k: int) -> bool:
        """Whether المعارضة at token ``k`` is the armed one: المعارضة المسلحة، فصائل المعارضة."""
        tokens = self.doc.tokens
        for i in (k, k - 1):
            role = self._roles.longest(tokens, i, len(tokens)) if i >= 0 else None
            if role and role[0] > k and role[1].sector == "REB":
                return True
        return False

    def _doing(self, i: int, first: int) -> str | None:
        """The country that is said to do something shortly before token ``i``: أكدت تونس في بلاغ لوزارة الخارجية."""
        for k in range(i - 1, max(first, i - _CLAUSE) - 1, -1):
            found = self.countries.get(k)
            if found and found[2] and k > first and self.doc.tokens[k - 1].upos == "VERB":
                return found[1]
        return None

    def home(self, i: int, j: int, sector: str = "") -> str | None:
        """The country in whose neighbourhood the phrase ``i:j`` stands.

        People are of the country of which the words around speak; an institution without nationality is rather of the
        country that the whole report is about, of which the report named an institution of that kind, or of the outlet's own.
        """
        doc = self.doc
        joined = self.conjunct(i)
        if joined:
            return joined
        if not self.counts:
            return self.outlet
        royal = any(doc.tokens[k].word.bare in ROYAL for k in range(i, min(j, i + 2)))
        if royal and self.outlet is not None:
            return self.outlet
        located = self.located(j) if sector != "GOV" else None
        if located:
            return located
        sentence = doc.sentences[doc.tokens[i].sentence]
        institution = sector in _INSTITUTIONS
        doing = self._doing(i, sentence.first) if sector == "GOV" else None
        if doing:
            return doing
        whole = 3.0 if institution else 2.0
        total = sum(self.counts.values())
        scores: dict[str, float] = {c: n / (1 + total) * whole for c, n in self.counts.items()}
        low = max(0, sentence.first - 60, i - _NEAR)
        for k in range(low, min(sentence.last, i + 60)):
            found = self.countries.get(k)
            if not found:
                continue
            weight = (1.0 if k >= sentence.first else 0.5) * self._weights.get(k, 1.0)
            if found[2] and not institution:
                weight *= 1.3
            weight /= 1 + abs(i - k) / 15
            scores[found[1]] = scores.get(found[1], 0.0) + weight
        same = self.sectors.get(sector)
        if same and sector not in ("UNK", "GOV"):
            all_same = sum(same.values())
            for country, n in same.items():
                scores[country] = scores.get(country, 0.0) + (_SAME_INSTITUTION if institution else _SAME_PEOPLE) * n / all_same
        if self.outlet is not None:
            scores[self.outlet] = scores.get(self.outlet, 0.0) + (0.8 if institution else 0.2)
        return max(sorted(scores), key=lambda c: scores[c])


def _named(doc: Doc, gaz: Gazetteer) -> tuple[dict[int, tuple[int, str, bool]], dict[str, list[int]]]:
    """The countries that single words name, and where each noun stands; the same for all that is asked of a document."""
    countries: dict[int, tuple[int, str, bool]] = {}
    heads: dict[str, list[int]] = {}
    tokens = doc.tokens
    n = len(tokens)
    hints = set(gaz.hints(doc))
    for i, token in enumerate(tokens):
        if token.kind != "word":
            continue
        if i in hints:
            demonym = gaz.demonym(tokens, i, min(n, i + 2))
            if demonym:
                countries[i] = (demonym[0], demonym[1], False)
                continue
            for length in (3, 2, 1):
                if i + length <= n:
                    key = " ".join([token.word.core, *(t.word.norm for t in tokens[i + 1 : i + length])])
                    country = gaz.country_name(key)
                    if country:
                        countries[i] = (i + length, country, True)
                        break
            else:
                bare = token.word.bare
                if bare.endswith("يا") and gaz.is_demonym(bare[:-1]):  # the accusative: عراقيا
                    country = gaz.country(bare[:-1])
                    if country:
                        countries[i] = (i + 1, country, False)
        heads.setdefault(token.word.bare, []).append(i)
    return countries, heads


def state(doc: Doc) -> tuple[int, int, int, int]:
    """Changes when a layer has added what :class:`Surroundings` reads."""
    return (len(doc.tokens), len(doc.places), len(doc.mentions), len(doc.entities))

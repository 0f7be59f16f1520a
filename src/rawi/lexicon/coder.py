"""Gives a noun phrase of the news its PLOVER code: country of affiliation and sector.

A code is composed: a named actor (``tables/actors``) brings its own; otherwise the head noun gives the sector
(``tables/roles.tsv``: وزير → GOV) and an adjective of nationality or a country in the phrase gives the country
(الروسي → RUS). What the phrase leaves open is filled from the report: an earlier phrase with the same head, the person's
earlier title, the country in whose neighbourhood the phrase stands.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import NamedTuple

from rawi.document import Doc
from rawi.lexicon.actors import Actor, Role, actors, in_office, outlet_homes, roles
from rawi.lexicon.gazetteer import Gazetteer, gazetteer
from rawi.lexicon.lexicon import Lexicon
from rawi.text.fold import fold

# No phrase is read further than this many words: codes come from the head and what stands close to it.
_LONGEST = 40
# Prepositions after which a place or body is where, to whom or against whom, not whose: سفير فرنسا لدى الأمم المتحدة.
_AWAY = frozenset(
    fold(w) for w in ("إلى", "الى", "لدى", "ضد", "على", "عن", "من", "بشأن", "حول", "مع", "بعد", "قبل", "خلال", "قرب", "نحو")
)
_FROM = frozenset(fold(w) for w in ("من", "عن", "باسم", "في", "لدى"))
_STATES = frozenset(fold(w) for w in ("بلاده", "بلادها", "بلادنا", "بلدها", "بلده", "حكومته", "حكومتها"))
_COUNTRIES = frozenset(("دول", "بلدان", "دوله", "بلد"))
_REPORTS = frozenset(("بيان", "مصدر", "مصادر", "تقرير", "رساله", "تصريح"))
_OWN = frozenset(("معاليه", "سموه", "فخامته", "جلالته", "بلاد", "بلاده", "بلادها"))
# Titles and names by which a report speaks of its own country.
_ROYAL = frozenset(("معالي", "معاليه", "سمو", "سموه", "مملكه", "فخامه", "جلاله", "صاحب", "سعاده", "ولي"))
_INSTITUTIONS = frozenset(("GOV", "MIL", "COP", "JUD", "LEG", "SPY", "UNK"))


class Coded(NamedTuple):
    """``code`` is ``COUNTRY SECTOR``; ``entity`` the id of the entity meant, if any; ``rule`` says what gave the code."""

    code: str
    entity: str | None
    rule: str


@dataclass(slots=True)
class _Found:
    """What stands in a phrase."""

    actor: tuple[int, int, Actor, str] | None = None
    role: tuple[int, int, Role] | None = None


class _Index:
    """What the coder needs to know of one document, made once."""

    def __init__(self, doc: Doc, gaz: Gazetteer) -> None:
        self.doc = doc
        self.state = (len(doc.tokens), len(doc.places), len(doc.mentions), len(doc.entities))
        self.countries: dict[int, tuple[int, str, bool]] = {}  # token → (end, country, whether a noun of place)
        tokens = doc.tokens
        n = len(tokens)
        self.heads: dict[str, list[int]] = {}
        for i, token in enumerate(tokens):
            if token.kind != "word":
                continue
            demonym = gaz.demonym(tokens, i, min(n, i + 2))
            if demonym:
                self.countries[i] = (demonym[0], demonym[1], False)
                continue
            for length in (3, 2, 1):
                if i + length <= n:
                    key = " ".join([token.word.core, *(t.word.norm for t in tokens[i + 1 : i + length])])
                    country = gaz.country_name(key)
                    if country:
                        self.countries[i] = (i + length, country, True)
                        break
            self.heads.setdefault(token.word.bare, []).append(i)
        for place in doc.places:
            if place.country:
                i = doc.token_at(place.start)
                if i < n:
                    self.countries[i] = (doc.token_at(max(place.end - 1, place.start)) + 1, place.country, True)
        self.order = sorted(self.countries)
        self.mentions = {doc.token_at(m.start): m for m in doc.mentions if m.entity}
        self.entities = {e.id: e for e in doc.entities}
        counts: dict[str, float] = {}
        title = doc.token_at(doc.title_end) if doc.title_end else 0
        for i in self.order:
            country = self.countries[i][1]
            counts[country] = counts.get(country, 0.0) + (2.0 if i < title else 1.0)
        for mention in self.mentions.values():
            code = self.entities[mention.entity].code if mention.entity in self.entities else None
            if code and code[:3] not in ("---", "IGO", "NGO") and mention.kind == "person":
                counts[code[:3]] = counts.get(code[:3], 0.0) + (1.5 if mention.start < doc.title_end else 0.7)
        self.counts = counts
        self.main = max(sorted(counts), key=lambda c: counts[c]) if counts else None


class ActorCoder:
    """Codes noun phrases; use :func:`actor_coder`. Thread-safe."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._actors = actors(lexicon)
        self._roles = roles(lexicon)
        self._gazetteer = gazetteer(lexicon)
        self._homes = outlet_homes(lexicon)
        self._local = threading.local()

    def _index(self, doc: Doc) -> _Index:
        index: _Index | None = getattr(self._local, "index", None)
        state = (len(doc.tokens), len(doc.places), len(doc.mentions), len(doc.entities))
        if index is None or index.doc is not doc or index.state != state:
            index = self._local.index = _Index(doc, self._gazetteer)
        return index

    def code(self, doc: Doc, start: int, end: int) -> Coded:
        """The code of the noun phrase ``doc.text[start:end]``.

        :returns: a code without ``--- ---`` unless both sides of something unnamed are meant (الجانبان); ``--- UNK`` when
            nothing is known.
        """
        index = self._index(doc)
        i = doc.token_at(start)
        j = min(doc.token_at(max(end - 1, start)) + 1, len(doc.tokens), i + _LONGEST)
        if i >= j:
            return Coded("--- UNK", None, "coder nothing")
        return self._code(index, i, j, 0)

    # -- composition ------------------------------------------------------------------------------------------------------

    def _code(self, index: _Index, i: int, j: int, depth: int) -> Coded:
        doc, tokens = index.doc, index.doc.tokens
        year = _year(doc)
        entity, known = self._entity(index, i, j)
        own: Role | None = None  # the first role that gives a sector of its own
        own_at = i
        part = False
        k = i
        away = False
        while k < j:
            token = tokens[k]
            if token.kind != "word":
                k += 1
                continue
            hit = self._actors.longest(tokens, k, j)
            role = self._roles.longest(tokens, k, j)
            if role and hit and role[0] > hit[0]:
                hit = None
            if hit and not (away and own):
                actor, code = in_office(hit[1], year)
                if actor.kind != "person" and len(hit[1]) > 1:
                    actor, code = self._by_country(index, hit[1], k, year)
                if actor.kind == "person" and own and own.scope == "head":
                    return self._compose(index, own, own_at, i, j, entity, depth, actor.code[:3])
                return Coded(code, entity, f"{actor.where} actor")
            if role and not away:
                what = role[1]
                if what.scope == "part":
                    part = True
                elif own is not None and token.word.proclitics and token.word.proclitics[0] in ("و", "ف"):
                    pass  # a second conjunct: the first names the speaker
                elif what.scope == "head":
                    far = own is not None and own.kind != "thing" and what.kind == "people" and k > own_at + 1
                    if far:
                        k = role[0]
                        continue
                    named = self._actor_after(role[0], index, j, what.sector)
                    if named:
                        return Coded(named[1], entity, f"{named[0].where} actor")
                    if own is None or own.sector in ("UNK", "GOV", "MIL", "UAF", "CVL") or own.scope == "of":
                        return self._compose(index, self._merge(own, what), k, i, j, entity, depth, None)
                elif own is None or own.sector == "UNK" or self._inner(index, own, own_at, what, k):
                    own, own_at = what, k
                k = role[0]
                continue
            country = index.countries.get(k)
            if (
                country
                and own is None
                and country[2]
                and not any(self._roles.longest(tokens, m, j) for m in range(k + 1, min(j, k + 6)))
            ):
                return self._country(index, country[1], i, k, j, entity, part)
            if own is not None and token.word.norm in _AWAY:
                away = token.word.norm not in _FROM
            k += 1
        if own is not None:
            return self._compose(index, own, own_at, i, j, entity, depth, None)
        if known:
            return known
        return self._nameless(index, i, j, entity, part)

    def _inner(self, index: _Index, own: Role, own_at: int, inner: Role, k: int) -> bool:
        """Whether the sector of an inner noun is the phrase's: رؤساء عشائر، مسلحي التنظيم."""
        if inner.sector == "UNK" or own.scope != "of":
            return False
        if own.sector == "UAF":
            return inner.sector in ("REB", "PRM", "OPP", "CRM")
        between = index.doc.tokens[own_at:k]
        return not any(t.word.definite or t.kind != "word" for t in between) and (inner.kind == "body" or k <= own_at + 3)

    def _actor_after(self, i: int, index: _Index, j: int, sector: str) -> tuple[Actor, str] | None:
        """A named actor of the same sector behind a head: أسبوعية «جون أفريك»."""
        if sector not in ("JRN", "PTY", "EDU", "REL", "BUS"):
            return None
        for k in range(i, min(j, i + 4)):
            hit = self._actors.longest(index.doc.tokens, k, j) if index.doc.tokens[k].kind == "word" else None
            if hit:
                actor, code = in_office(hit[1], _year(index.doc))
                if actor.kind != "person" and len(hit[1]) > 1:
                    actor, code = self._by_country(index, hit[1], k, _year(index.doc))
                return (actor, code) if code[4:] in (sector, "---") or code[:3] in ("IGO", "NGO") else None
        return None

    @staticmethod
    def _merge(outer: Role | None, inner: Role) -> Role:
        """قيادة + الجيش is the army; whose head is a thing or a person keeps the inner sector."""
        return (
            inner
            if outer is None or outer.country == inner.country
            else Role(
                inner.sector,
                inner.kind,
                inner.scope,
                "home" if "home" in (outer.country, inner.country) else "open",
                inner.where,
            )
        )

    def _compose(
        self, index: _Index, role: Role, at: int, i: int, j: int, entity: str | None, depth: int, country: str | None
    ) -> Coded:
        rule = f"{role.where} role"
        if role.sector in ("IGO", "NGO"):
            return Coded(f"{role.sector} ---", entity, rule)
        tokens = index.doc.tokens
        nationality = country or self._country_in(index, at, i, j)
        if nationality:
            return Coded(_pair(nationality, role.sector), entity, rule)
        bare = tokens[at].word.bare
        if role.sector == "UNK" and bare in _REPORTS:
            speaker = self._speaker(index, at, depth)
            if speaker and j - at <= 2:
                return Coded(speaker, entity, rule + " speaker")
        if any(self._gazetteer.is_region_adjective(tokens[k].word.bare) for k in range(at + 1, j)):
            return Coded(f"--- {role.sector}", entity, rule)
        if tokens[at].word.bare in _COUNTRIES and not tokens[at].word.enclitic:
            return Coded(f"--- {role.sector}", entity, rule)
        if entity:
            code = index.entities[entity].code
            if code and code[:3] != "---":
                return Coded(_pair(code[:3], role.sector) if role.sector != "UNK" else code, entity, rule)
        earlier = self._earlier(index, at, j, depth)
        if earlier:
            return Coded(earlier.code, entity or earlier.entity, earlier.rule + " earlier")
        if role.sector == "UAF" and tokens[at].word.definite:
            rebels = self._rebels(index, at)
            if rebels:
                return Coded(rebels, entity, rule + " rebels")
        if bare in _OWN or tokens[at].word.norm in _STATES:
            owner = self._outlet(index.doc) if bare in _ROYAL else None
            owner = owner or self._owner(index, at)
            if owner:
                return Coded(f"{owner} GOV", entity, rule + " owner")
        home = self._home(index, i, j, role.sector) if role.country == "home" else None
        return Coded(f"{home or '---'} {role.sector}", entity, rule + (" home" if home else ""))

    def _speaker(self, index: _Index, at: int, depth: int) -> str | None:
        """The code of the last speaker before token ``at``: البيان and المصدر go on with the word of somebody known."""
        start = index.doc.tokens[at].start
        for statement in reversed(index.doc.statements):
            if statement.source is not None and statement.source.start < start:
                return statement.source.code
        for k in range(at - 1, max(-1, at - 80), -1):
            mention = index.mentions.get(k)
            if mention and mention.entity:
                code = index.entities[mention.entity].code
                if code and code[4:] not in ("JRN", "REB", "CVL"):
                    return code
        return None

    def _rebels(self, index: _Index, at: int) -> str | None:
        """The armed group of which the report speaks near token ``at``: named, or as the armed opposition."""
        tokens = index.doc.tokens
        for k in (*range(at - 1, max(-1, at - 150), -1), *range(at + 1, min(len(tokens), at + 100))):
            mention = index.mentions.get(k)
            if mention and mention.entity:
                code = index.entities[mention.entity].code
                if code and code[4:] in ("REB", "PRM"):
                    return code
            if tokens[k].word.bare in ("معارضه", "فصاءل"):
                role = self._roles.longest(tokens, k, min(len(tokens), k + 3))
                if role and role[1].sector == "REB":
                    home = self._home(index, k, role[0], "CVL")
                    return f"{home} REB" if home else None
        return None

    def _owner(self, index: _Index, at: int) -> str | None:
        """The country of the person last named before token ``at``: بلاده، معاليه."""
        for k in range(at - 1, max(-1, at - 120), -1):
            mention = index.mentions.get(k)
            if mention and mention.entity and mention.kind == "person":
                code = index.entities[mention.entity].code
                if code and code[:3] not in ("---", "IGO", "NGO"):
                    return code[:3]
        return None

    def _before(self, index: _Index, i: int) -> str | None:
        """The code of those counted just before in the sentence: مقتل جنديين وإصابة آخرين."""
        tokens = index.doc.tokens
        first = index.doc.sentences[tokens[i].sentence].first
        for k in range(i - 1, max(first, i - 25) - 1, -1):
            if tokens[k].kind != "word":
                continue
            role = self._roles.longest(tokens, k, i)
            if role and role[1].kind in ("person", "people") and role[1].scope != "part" and role[1].sector != "UNK":
                return self._code(index, k, min(i, role[0] + 2), 1).code
            hit = self._actors.longest(tokens, k, i)
            if hit and hit[1][0].kind != "person":
                return in_office(hit[1], _year(index.doc))[1]
        return None

    def _country_in(self, index: _Index, at: int, i: int, j: int) -> str | None:
        """The country a phrase names: first after its head, a place after في last, then before the head."""
        tokens = index.doc.tokens
        away = None
        located = None
        for k in range(at, j):
            norm = tokens[k].word.norm
            if norm in _AWAY and norm not in _FROM:
                away = k
            found = index.countries.get(k)
            if found:
                if away is not None:
                    located = located or None
                    continue
                return found[1]
        for k in range(i, at):
            found = index.countries.get(k)
            if found and not (k > i and tokens[k].word.definite and not found[2] and tokens[k - 1].upos == "PROPN"):
                return found[1]
        return located

    def _country(self, index: _Index, country: str, i: int, k: int, j: int, entity: str | None, part: bool) -> Coded:
        return Coded(f"{country} {'CVL' if part else 'GOV'}", entity, "coder country")

    def _nameless(self, index: _Index, i: int, j: int, entity: str | None, part: bool) -> Coded:
        """A phrase without actor, role or known name: a nationality, a number of people, an unknown name."""
        tokens = index.doc.tokens
        for k in range(i, j):
            found = index.countries.get(k)
            if found:
                plural = tokens[k].word.bare.endswith(("ين", "ون")) or len(tokens[k].word.bare) < 5
                state = found[2] or (not part and tokens[k].word.definite and plural and not entity)
                return Coded(f"{found[1]} {'GOV' if state else 'CVL'}", entity, "coder nationality")
        if tokens[i].word.norm in _STATES:
            home = self._owner(index, i) or self._home(index, i, j)
            return Coded(f"{home or '---'} GOV", None, "coder own country")
        if entity:
            home = self._home(index, i, j)
            kind = index.entities[entity].kind
            return Coded(f"{home or '---'} {'CVL' if kind == 'person' else 'UNK'}", entity, "coder unknown name")
        if part or tokens[i].kind == "number":
            before = self._before(index, i)
            if before:
                return Coded(before, None, "coder those before")
            home = self._home(index, i, j)
            return Coded(f"{home or '---'} CVL", None, "coder count")
        home = self._home(index, i, j)
        return Coded(f"{home or '---'} UNK", None, "coder unknown")

    # -- what the report tells elsewhere ----------------------------------------------------------------------------------

    def _entity(self, index: _Index, i: int, j: int) -> tuple[str | None, Coded | None]:
        """The entity named in the phrase, and its code when the report or the tables gave it one."""
        for k in range(i, j):
            mention = index.mentions.get(k)
            if mention is None or mention.entity is None or mention.kind == "role":
                continue
            entity = index.entities[mention.entity]
            return entity.id, Coded(entity.code, entity.id, "coder earlier title") if entity.code else None
        return None, None

    def _by_country(self, index: _Index, found: list[Actor], at: int, year: int | None) -> tuple[Actor, str]:
        """Of organisations of one name the one whose country the report speaks of most."""
        valid = [a for a in found if year is None or ((a.first or 0) <= year <= (a.last or 9999))] or found
        best = max(valid, key=lambda a: (index.counts.get(a.code[:3], 0.0), a.first or 0, a.where))
        return best, best.code

    def _earlier(self, index: _Index, at: int, j: int, depth: int) -> Coded | None:
        """A definite head alone (الوزارة، المصدر) is the body that an earlier phrase with the same head describes."""
        tokens = index.doc.tokens
        word = tokens[at].word
        if depth or j - at > 2 or not word.definite:
            return None
        bare = word.bare
        seen = 0
        for k in reversed(index.heads.get(bare, ())):
            if k >= at:
                continue
            seen += 1
            if seen > 6:
                return None
            stop = min(tokens[k].i + 7, index.doc.sentences[tokens[k].sentence].last)
            for m in range(k + 1, stop):
                if tokens[m].kind == "punct" and tokens[m].text not in '"«»“”(),،':
                    stop = m
                    break
                if tokens[m].upos == "VERB" or tokens[m].word.norm in _AWAY - _FROM:
                    stop = m
                    break
            if stop - k < 2:
                continue
            if any(m in index.countries for m in range(k, stop)) or self._actors_in(index, k, stop):
                return self._code(index, k, stop, 1)
        return None

    def _actors_in(self, index: _Index, i: int, j: int) -> bool:
        return any(self._actors.longest(index.doc.tokens, k, j) for k in range(i, j) if index.doc.tokens[k].kind == "word")

    def _home(self, index: _Index, i: int, j: int, sector: str = "") -> str | None:
        """The country in whose neighbourhood a phrase stands.

        People are of the country of which the words around speak; an institution without nationality is rather of the
        country that the whole report is about, or of the outlet's own.
        """
        doc = index.doc
        outlet = self._outlet(doc)
        if not index.counts:
            return outlet
        sentence = doc.sentences[doc.tokens[i].sentence]
        institution = sector in _INSTITUTIONS
        whole = 3.0 if institution else 2.0
        total = sum(index.counts.values())
        scores: dict[str, float] = {c: n / (1 + total) * whole for c, n in index.counts.items()}
        low = max(0, sentence.first - 60, i - 150)
        for k in range(low, min(sentence.last, i + 60)):
            found = index.countries.get(k)
            if not found:
                continue
            weight = 1.0 if k >= sentence.first else 0.5
            if found[2] and not institution:
                weight *= 1.3
            weight /= 1 + abs(i - k) / 15
            scores[found[1]] = scores.get(found[1], 0.0) + weight
        if outlet is not None:
            royal = any(doc.tokens[k].word.bare in _ROYAL for k in range(i, min(j, i + 2)))
            scores[outlet] = scores.get(outlet, 0.0) + (3.0 if royal else 0.6 if institution else 0.2)
        return max(sorted(scores), key=lambda c: scores[c])

    def _outlet(self, doc: Doc) -> str | None:
        """The country of the report's outlet, if the table knows it."""
        return self._homes.get(fold(doc.report.outlet)) if doc.report.outlet else None


def _pair(country: str, sector: str) -> str:
    """A code; an international body has no government."""
    return f"{country} {'---' if country in ('IGO', 'NGO') and sector in ('GOV', 'UNK') else sector}"


def _year(doc: Doc) -> int | None:
    published = doc.report.published or ""
    return int(published[:4]) if published[:4].isdigit() else None


def actor_coder(lexicon: Lexicon) -> ActorCoder:
    """The coder of ``lexicon``, made once."""
    return lexicon.compiled(_build)


def _build(lexicon: Lexicon) -> ActorCoder:
    return ActorCoder(lexicon)

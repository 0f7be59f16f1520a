"""Gives a noun phrase of the news its PLOVER code: country of affiliation and sector.

A code is composed: a named actor (``tables/actors``) brings its own; otherwise the head noun gives the sector
(``tables/roles.tsv``: وزير → GOV) and an adjective of nationality or a country in the phrase gives the country
(الروسي → RUS). What the phrase leaves open is filled from the report: an earlier phrase with the same head, the person's
earlier title, the country in whose neighbourhood the phrase stands.
"""

from __future__ import annotations

import threading
from bisect import bisect_left
from typing import NamedTuple

from rawi.document import Doc
from rawi.lexicon.actors import Actor, Role, actors, bare_keys, deeds, in_office, outlet_homes, roles
from rawi.lexicon.code_reach import Reach, beside
from rawi.lexicon.code_words import code_words
from rawi.lexicon.gazetteer import gazetteer
from rawi.lexicon.lexicon import Lexicon
from rawi.lexicon.surroundings import ROYAL, Surroundings, state
from rawi.text.fold import fold

# No phrase is read further than this many words: codes come from the head and what stands close to it.
_LONGEST = 40
_THEIRS = frozenset(("ه", "ها", "هم", "نا"))
_ARMED = ("REB", "UAF", "MIL", "COP")
# Sectors of groups whose members, parties or gangs have heads of another sector.
_GROUPED = {"PTY": ("OPP", "REB", "PRM"), "UAF": ("REB", "PRM"), "CRM": ("REB", "PRM"), "MIL": ("REB", "PRM")}
# Kinds of bodies that every country has under the same name.
_DOMESTIC = frozenset(("GOV", "JUD", "COP", "LEG", "SPY", "PTY", "OPP", "LAB", "SOC", "JRN", "EDU"))
# Statements before, among whose speakers the one meant is looked for.
_STATEMENTS = 30


class Coded(NamedTuple):
    """``code`` is ``COUNTRY SECTOR``; ``entity`` the id of the entity meant, if any; ``rule`` says what gave the code."""

    code: str
    entity: str | None
    rule: str


class ActorCoder:
    """Codes noun phrases; use :func:`actor_coder`. Thread-safe."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._actors = actors(lexicon)
        self._roles = roles(lexicon)
        self._gazetteer = gazetteer(lexicon)
        self._homes = outlet_homes(lexicon)
        self._deeds = deeds(lexicon)
        self._words = code_words(lexicon)
        self._reach = Reach(self._roles, self._words)
        self._local = threading.local()

    def _index(self, doc: Doc) -> Surroundings:
        index: Surroundings | None = getattr(self._local, "index", None)
        if index is None or index.doc is not doc or index.state != state(doc):
            index = self._local.index = Surroundings(doc, self._gazetteer, self._roles, self._actors, self._homes)
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
        return self._reach.ranks(index, i, j, self._code) or self._code(index, i, self._reach.end(index, i, j), 0)

    # -- composition ------------------------------------------------------------------------------------------------------

    def _code(self, index: Surroundings, i: int, j: int, depth: int) -> Coded:
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
            if k > i and token.word.norm in self._words.relative:
                break
            hit = self._actors.longest(tokens, k, j)
            role = None if k in index.named else self._roles.longest(tokens, k, j)
            if "ب" in token.word.proclitics:
                away = False
            if role and hit and role[0] > hit[0]:
                hit = None
            if hit and own and beside(token, hit[1]):
                k = hit[0]
                continue
            if hit and not (away and own):
                actor, code = in_office(hit[1], year)
                if actor.kind != "person" and len(hit[1]) > 1:
                    actor, code = self._by_country(index, hit[1], k, year)
                if actor.kind == "person":
                    code = self._told(index, k) or code
                theirs = own and (own.scope == "head" or (own.sector == "CVL" and own.kind == "people"))
                if actor.kind == "person" and own and (theirs or (own.sector == "MIL" and code[4:] == "GOV")):
                    aimed = own.sector == "CVL" and "ل" in token.word.proclitics  # those against or for somebody abroad
                    return self._compose(index, own, own_at, i, j, entity, depth, None if aimed else code[:3])
                return Coded(self._placed(index, actor, code, k, hit[0], j), entity, f"{actor.where} actor")
            if role and not away:
                what = role[1]
                if what.scope == "part":
                    part = True
                elif own is not None and (
                    (what.kind == "thing" and what.sector in ("CVL", "---")) or self._reach.where(tokens, k)
                ):
                    pass  # قاعدة في منطقة حدودية، مصدر في محافظة: where, not who
                elif own is not None and token.word.proclitics and token.word.proclitics[0] in ("و", "ف"):
                    pass  # a second conjunct: the first names the speaker
                elif what.scope == "head":
                    if what.sector == "CVL" and what.kind == "people" and role[0] < j:
                        told = self._roles.longest(tokens, role[0], j)
                        if told and told[1].sector in _ARMED:
                            what = told[1]  # شخصين مسلحين
                    if own is not None and own.sector == "MIL" and own.kind != "person" and what.sector == "GOV":
                        k = role[0]  # القوات التابعة للحكومة
                        continue
                    if own is not None and own.sector == "---" and own.kind == "thing":
                        k = role[0]  # أراضي المملكة
                        continue
                    far = own is not None and own.kind != "thing" and what.kind == "people" and k > own_at + 1
                    if far:
                        k = role[0]
                        continue
                    named = self._actor_after(role[0], index, j, what)
                    if named:
                        return Coded(named[1], entity, f"{named[0].where} actor")
                    if own is None or own.sector in ("UNK", "GOV", "MIL", "UAF", "CVL") or own.scope == "of":
                        return self._compose(index, self._merge(own, what), k, i, j, entity, depth, None)
                elif own is not None and what.kind == "person" and token.upos == "ADJ" and k > own_at + 1:
                    pass  # الخبير في الشؤون الأمنية: the adjective of another noun
                elif (
                    own is None
                    or (own.sector == "UNK" and not (own.kind == "body" and what.kind == "people" and k > own_at + 1))
                    or self._inner(index, own, own_at, what, k)
                ):
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
            if own is not None and token.word.norm in self._words.away:
                away = token.word.norm not in self._words.whence
            k += 1
        if own is not None:
            return self._compose(index, own, own_at, i, j, entity, depth, None)
        if known:
            return known
        return self._nameless(index, i, j, entity, part)

    def _placed(self, index: Surroundings, actor: Actor, code: str, i: int, end: int, j: int) -> str:
        """The code of a named body at tokens ``i:end``: bodies that every country has are the one whose nationality follows,
        or of the country spoken of; مجلس الأمن الروسي is no body of the United Nations."""
        if actor.kind != "organization":
            return code
        found = index.countries.get(end) if end < j else None
        following = found[1] if found and not found[2] else None
        if code[:3] == "IGO":
            return f"{following} GOV" if following and code == "IGO ---" and index.doc.tokens[end].word.definite else code
        if code[:3] == "---" and code[4:] in _DOMESTIC:
            return f"{following or index.home(i, j, code[4:]) or '---'} {code[4:]}"
        return code

    @staticmethod
    def _told(index: Surroundings, k: int) -> str | None:
        """The code that the report gives somebody known at token ``k``: he may be out of office, or another of that name."""
        mention = index.mentions.get(k)
        return index.code(mention) if mention and mention.kind == "person" else None

    def _inner(self, index: Surroundings, own: Role, own_at: int, inner: Role, k: int) -> bool:
        """Whether the sector of an inner noun is the phrase's: رؤساء عشائر، مسلحي التنظيم."""
        if own.sector == "CVL" and own.kind == "people" and inner.sector in _ARMED and k == own_at + 1:
            return True  # المعتقلين الإرهابيين، شخصين مسلحين
        if inner.sector == "UNK" or own.scope != "of":
            return False
        if inner.sector in ("REB", "UAF", "OPP") and own.kind == "body" and own.sector in ("NGO", "UNK", "PTY", "GOV", "MIL"):
            return k <= own_at + 3  # adjectives: القوى الراديكالية المتطرفة
        if own.sector == "CVL" and inner.sector not in _ARMED:
            return False  # شباب الجهة، معتقلين سياسيين
        if own.sector in _ARMED and inner.sector in ("CVL", "UNK"):
            return False  # جهاديين أجانب
        if own.sector == "UAF":
            return inner.sector in ("REB", "PRM", "OPP", "CRM")
        between = index.doc.tokens[own_at:k]
        return not any(t.word.definite or t.kind != "word" for t in between) and (inner.kind == "body" or k <= own_at + 3)

    def _actor_after(self, i: int, index: Surroundings, j: int, head: Role) -> tuple[Actor, str] | None:
        """A named actor of the same sector behind a head (أسبوعية «جون أفريك»), or the group of those who fight for one."""
        sector = head.sector
        if sector == "MIL" and head.kind == "person":  # المتحدث العسكري باسم الحوثيين، قائد عسكري حوثي
            if i >= j or not self._reach.fights_for(index, i, j, self._actors):
                return None
        elif sector not in ("JRN", "PTY", "EDU", "REL", "BUS", "UAF", "CRM"):
            return None
        for k in range(i, min(j, i + 4)):
            hit = self._actors.longest(index.doc.tokens, k, j) if index.doc.tokens[k].kind == "word" else None
            if hit:
                actor, code = in_office(hit[1], _year(index.doc))
                if actor.kind != "person" and len(hit[1]) > 1:
                    actor, code = self._by_country(index, hit[1], k, _year(index.doc))
                fits = code[4:] in (sector, "---") or code[:3] in ("IGO", "NGO")
                return (actor, code) if fits or code[4:] in _GROUPED.get(sector, ()) else None
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
        self, index: Surroundings, role: Role, at: int, i: int, j: int, entity: str | None, depth: int, country: str | None
    ) -> Coded:
        rule = f"{role.where} role"
        if role.sector in ("IGO", "NGO"):
            return Coded(f"{role.sector} ---", entity, rule)
        tokens = index.doc.tokens
        if role.kind == "person" and role.sector in ("GOV", "MIL", "LEG") and self._reach.former(index, at, j):
            role = Role("ELI", "person", "head", role.country, role.where)
        nationality = country or self._reach.country(index, at, i, j, role.sector)
        if nationality:
            return Coded(_pair(nationality, role.sector), entity, rule)
        word = tokens[at].word
        alone = j - at <= 2 and (word.definite or i < at or any(tokens[k].word.bare in self._words.same for k in range(at, j)))
        if alone and word.bare in self._words.speakers and not self._described(index, at, j):
            speaker = self._speaker(index, at)
            if speaker:
                return Coded(speaker, entity, rule + " speaker")
        definite = word.definite or role.sector == "REB" or (at + 1 < j <= at + 3 and tokens[at + 1].word.definite)
        grouped = role.sector == "REB" or (role.sector == "UAF" and role.scope == "of")  # المهاجمون may be anybody
        if grouped and definite and not self._foreign(index, at, j):
            group = index.armed(at, homed=role.country == "home")
            if group:
                return Coded(group, entity, rule + " group")
        regional = any(self._gazetteer.is_region_adjective(tokens[k].word.bare) for k in range(at + 1, min(j, at + 3)))
        if regional and role.sector != "REB":
            return Coded(f"--- {role.sector}", entity, rule)
        if word.bare in self._words.countries and not word.enclitic:
            return Coded(f"--- {role.sector}", entity, rule)
        if entity and index.entities[entity].kind == "person":
            code = index.entities[entity].code
            if code and code[:3] != "---":
                return Coded(_pair(code[:3], role.sector) if role.sector != "UNK" else code, entity, rule)
            country = index.nationality(entity)
            if country:
                return Coded(_pair(country, role.sector), entity, rule + " nationality")
        if word.bare == "مملكه" and word.definite:
            return Coded(f"{index.kingdom()} GOV", entity, rule + " kingdom")
        if (
            word.bare in self._words.own
            or word.norm in self._words.states
            or (word.enclitic in _THEIRS and word.bare not in self._words.counterparts)
        ):
            owner = index.outlet if word.bare in ROYAL else None
            owner = owner or index.owner(at, role.sector)
            master = index.master(at) if role.sector in ("UAF", "MIL", "REB", "UNK", "PTY", "PRM") else None
            if master:
                return Coded(master, entity, rule + " owner")
            if owner:
                sector = (
                    "GOV"
                    if role.sector == "UNK" and (word.bare in ROYAL | self._words.own or word.norm in self._words.states)
                    else role.sector
                )
                return Coded(_pair(owner, sector), entity, rule + " owner")
        earlier = None if word.bare in ROYAL or role.sector == "UAF" else self._earlier(index, at, j, depth)
        if earlier:
            known = earlier.code
            own = role.scope == "head" or (role.kind == "thing" and role.sector != "UNK")
            named = role.kind == "body" and " actor" in earlier.rule and known[4:] in ("REB", "PRM", "OPP", "UAF", "SPY", "COP")
            if own and not named and known[:3] not in ("IGO", "NGO"):
                known = f"{known[:3]} {role.sector}"
            return Coded(known, entity or earlier.entity, earlier.rule + " earlier")
        home = index.home(i, j, role.sector) if role.country == "home" and not self._foreign(index, at, j) else None
        named = entity is not None and role.kind == "person" and index.entities[entity].kind == "person"
        sector = "CVL" if named and role.sector == "UNK" else role.sector  # somebody with a name of whom no office is told
        return Coded(f"{home or '---'} {sector}", entity, rule + (" home" if home else ""))

    def _described(self, index: Surroundings, at: int, j: int) -> bool:
        """Whether an adjective tells what kind of source it is: المصدر الرسمي."""
        role = self._roles.longest(index.doc.tokens, at, j)
        return role is not None and role[0] > at + 1

    def _foreign(self, index: Surroundings, at: int, j: int) -> bool:
        return any(index.doc.tokens[k].word.bare in self._words.foreign for k in range(at + 1, j))

    def _speaker(self, index: Surroundings, at: int) -> str | None:
        """The code of the speaker with whose word البيان، المصدر، المتحدث go on: the last one so called, or the last one."""
        tokens = index.doc.tokens
        start = tokens[at].start
        kin = self._words.speakers[tokens[at].word.bare]
        last = None
        for statement in index.doc.statements[: -1 - _STATEMENTS : -1]:
            source = statement.source
            if source is None or source.start >= start:
                continue
            i = index.doc.token_at(source.start)
            if any(tokens[k].word.bare in kin for k in range(i, min(i + 3, len(tokens)))):
                return source.code
            last = last or source.code
        if last is not None:
            return last
        for k in range(at - 1, max(-1, at - 80), -1):
            mention = index.mentions.get(k)
            code = index.code(mention) if mention else None
            if code and code[4:] not in ("JRN", "REB", "CVL"):
                return code
        return None

    def _before(self, index: Surroundings, i: int) -> str | None:
        """The code of those counted just before in the sentence: مقتل جنديين وإصابة آخرين."""
        tokens = index.doc.tokens
        first = index.doc.sentences[tokens[i].sentence].first
        for k in range(i - 1, max(first, i - 25) - 1, -1):
            if tokens[k].kind != "word":
                continue
            for m in (k - 2, k - 1):
                covering = self._actors.longest(tokens, m, i) if m >= first and tokens[m].kind == "word" else None
                if covering and covering[0] > k and covering[1][0].kind != "person":
                    return in_office(covering[1], _year(index.doc))[1]
            role = self._roles.longest(tokens, k, i)
            if role and role[1].kind in ("person", "people") and role[1].scope != "part" and role[1].sector != "UNK":
                return self._code(index, k, min(i, role[0] + 2), 1).code
            hit = self._actors.longest(tokens, k, i)
            if hit and hit[1][0].kind != "person":
                return in_office(hit[1], _year(index.doc))[1]
        return None

    def _country(self, index: Surroundings, country: str, i: int, k: int, j: int, entity: str | None, part: bool) -> Coded:
        return Coded(f"{country} {'CVL' if part else 'GOV'}", entity, "coder country")

    def _nameless(self, index: Surroundings, i: int, j: int, entity: str | None, part: bool) -> Coded:
        """A phrase without actor, role or known name: a nationality, a number of people, an unknown name."""
        tokens = index.doc.tokens
        for k in range(i, j):
            found = index.countries.get(k)
            if found:
                deed = self._deed(index, i) if k == i and j == found[0] and not found[2] else None
                if deed:
                    return Coded(f"{found[1]} {deed}", entity, "coder deed")
                return Coded(f"{found[1]} {self._stands_for(index, i, k, part, entity)}", entity, "coder nationality")
        if tokens[i].word.norm in self._words.states:
            home = index.owner(i, "GOV") or index.home(i, j)
            return Coded(f"{home or '---'} GOV", None, "coder own country")
        if self._is_outlet(index, i, j):
            return Coded(f"{index.outlet or '---'} JRN", entity, "coder outlet")
        if entity:
            home = index.nationality(entity) or index.home(i, j)
            kind = index.entities[entity].kind
            return Coded(f"{home or '---'} {'CVL' if kind == 'person' else 'UNK'}", entity, "coder unknown name")
        for k in range(i, j if part else i):
            if tokens[k].word.enclitic in _THEIRS:
                master = index.master(k)
                if master:
                    return Coded(master, None, "coder owner")
        if part or tokens[i].kind == "number":
            before = self._before(index, i)
            if before:
                return Coded(before, None, "coder those before")
            home = index.home(i, j)
            return Coded(f"{home or '---'} CVL", None, "coder count")
        home = index.home(i, j)
        return Coded(f"{home or '---'} UNK", None, "coder unknown")

    def _stands_for(self, index: Surroundings, i: int, k: int, part: bool, entity: str | None) -> str:
        """The sector of a phrase that begins at token ``i`` and of which only the country at token ``k`` is known."""
        tokens = index.doc.tokens
        head, word = tokens[i].word, tokens[k].word
        if index.countries[k][2]:  # مترو أنفاق ميلانو is of nobody's government
            return "GOV" if k == i else "---" if head.bare in self._words.area else "CVL"
        plural = word.bare.endswith(("ين", "ون")) or len(word.bare) < 5
        if k == i:
            noun = i > 0 and not plural and tokens[i - 1].upos == "NOUN" and tokens[i - 1].word.definite and word.definite
            return "GOV" if noun or (not part and word.definite and plural and not entity) else "CVL"
        people = part or entity or tokens[i].kind == "number" or head.bare.endswith(("ين", "ون"))
        return "CVL" if people or not any(noun.kind == "masdar" for noun in head.nouns) else "GOV"

    def _deed(self, index: Surroundings, i: int) -> str | None:
        """The sector behind an adjective of nationality that stands after what its country does: الغارات التركية."""
        tokens = index.doc.tokens
        for k in range(i - 1, max(-1, i - 4), -1):
            if tokens[k].kind != "word" or tokens[k].upos == "VERB":
                return None
            sector = next((self._deeds[key] for key in bare_keys(tokens[k]) if key in self._deeds), None)
            if sector:
                return sector
        return None

    def _is_outlet(self, index: Surroundings, i: int, j: int) -> bool:
        """Whether the phrase is the name of the outlet itself."""
        name = index.doc.report.outlet
        words = [t.word.norm if n else t.word.core for n, t in enumerate(index.doc.tokens[i:j]) if t.kind == "word"]
        return name is not None and " ".join(words) == fold(name)

    # -- what the report tells elsewhere ----------------------------------------------------------------------------------

    def _entity(self, index: Surroundings, i: int, j: int) -> tuple[str | None, Coded | None]:
        """The entity named in the phrase, and its code when the report or the tables gave it one."""
        for k in range(i, j):
            mention = index.mentions.get(k)
            if mention is None or mention.entity is None or mention.kind == "role":
                continue
            entity = index.entities[mention.entity]
            code = entity.code
            if code and code[:3] == "---" and code[4:] in ("UAF", "CVL", "UNK"):
                code = f"{index.nationality(entity.id) or '---'} {code[4:]}"
            return entity.id, Coded(code, entity.id, "coder earlier title") if code else None
        return None, None

    def _by_country(self, index: Surroundings, found: list[Actor], at: int, year: int | None) -> tuple[Actor, str]:
        """Of organisations of one name the one whose country the report speaks of most."""
        valid = [a for a in found if year is None or ((a.first or 0) <= year <= (a.last or 9999))] or found
        best = max(valid, key=lambda a: (index.counts.get(a.code[:3], 0.0), a.first or 0))
        return best, best.code

    def _earlier(self, index: Surroundings, at: int, j: int, depth: int) -> Coded | None:
        """A definite head alone (الوزارة، المصدر) is the body that an earlier phrase with the same head describes."""
        tokens = index.doc.tokens
        word = tokens[at].word
        if depth or j - at > 2 or not word.definite:
            return None
        bare = word.bare
        heads = index.heads.get(bare, [])
        n = bisect_left(heads, at)
        for k in heads[max(0, n - 6) : n][::-1]:
            stop = min(tokens[k].i + 7, index.doc.sentences[tokens[k].sentence].last)
            for m in range(k + 1, stop):
                if tokens[m].kind == "punct" and tokens[m].text not in '"«»“”(),،':
                    stop = m
                    break
                if tokens[m].upos == "VERB" or tokens[m].word.norm in self._words.away - self._words.whence:
                    stop = m
                    break
            if stop - k < 2:
                continue
            if any(m in index.countries for m in range(k, stop)) or self._actors_in(index, k, stop):
                return self._code(index, k, stop, 1)
        return None

    def _actors_in(self, index: Surroundings, i: int, j: int) -> bool:
        return any(self._actors.longest(index.doc.tokens, k, j) for k in range(i, j) if index.doc.tokens[k].kind == "word")


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

"""The names layer: who is named in a report, each name joined to the entity it means.

Three sources of evidence, in this order: the table of actors; titles, given names and verbs around words that look like names;
head nouns of organisations. Then the last part of a full name is found again wherever it stands alone (سيرغي لافروف … لافروف).
"""

from __future__ import annotations

from dataclasses import dataclass

from rawi.document import Doc
from rawi.layers.name_lists import NameLists, name_lists
from rawi.layers.name_organizations import OrganizationFinder, organization_finder
from rawi.lexicon import Lexicon
from rawi.lexicon.actors import Actor, Roles, actors, in_office, roles
from rawi.lexicon.coder import actor_coder
from rawi.lexicon.gazetteer import gazetteer
from rawi.pipeline import Layer
from rawi.record import Entity, Mention

# Words of a title between its noun and the name it stands before (وزير الخارجية الروسي السابق …).
_TITLE = 9
_LONGEST_NAME = 7
_SPEECH = frozenset(
    [
        "قال",
        "أوضح",
        "أضاف",
        "أكد",
        "أشار",
        "ذكر",
        "صرح",
        "أعلن",
        "أعرب",
        "تابع",
        "اعتبر",
        "رأى",
        "كشف",
        "نفى",
        "دعا",
        "حذر",
        "وصف",
        "توقع",
        "رحب",
        "انتقد",
        "شدد",
        "لفت",
        "زعم",
        "اتهم",
        "طالب",
    ]
)
# Nouns after which a definite noun is no party: سد النهضة.
_NOT_BEFORE = frozenset(("سد", "عصر", "شبه", "مشروع"))
_PERSON_ROLES = ("person", "people")


@dataclass(slots=True)
class Found:
    """A name at tokens ``i:j``; ``title`` is the token where its title begins."""

    i: int
    j: int
    kind: str
    actor: Actor | None = None
    code: str | None = None
    title: int | None = None
    entity: str | None = None


class _Reader:
    """Finds the names of one document."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self.doc = doc
        self.tokens = doc.tokens
        self.lists: NameLists = name_lists(lexicon)
        self.actors = actors(lexicon)
        self.roles: Roles = roles(lexicon)
        self.gazetteer = gazetteer(lexicon)
        self.organizations: OrganizationFinder = organization_finder(lexicon)
        published = doc.report.published or ""
        self.year = int(published[:4]) if published[:4].isdigit() else None
        self.taken = bytearray(len(doc.tokens) + 1)
        outside = [(time.start, time.end) for time in doc.times]
        outside += [(credit.start, credit.end) for credit in doc.credits if credit.kind == "dateline"]
        for start, end in outside:
            for k in range(doc.token_at(start), doc.token_at(max(end - 1, start)) + 1):
                if k < len(doc.tokens):
                    self.taken[k] = 1
        self.found: list[Found] = []

    def add(self, found: Found) -> None:
        """Keep a name; what was kept first holds its words."""
        if any(self.taken[found.i : found.j]):
            return
        for k in range(found.i, found.j):
            self.taken[k] = 1
        self.found.append(found)

    # -- the passes -------------------------------------------------------------------------------------------------------

    def read(self) -> list[Found]:
        """All names, in text order."""
        for sentence in self.doc.sentences:
            self._sentence(sentence.first, sentence.last)
        self._short()
        self.found.sort(key=lambda f: f.i)
        return self.found

    def _sentence(self, first: int, last: int) -> None:
        tokens = self.tokens
        titled = -1  # the token where a title began that may still wait for its name
        body = False
        k = first
        while k < last:
            token = tokens[k]
            if token.kind != "word" or self.taken[k]:
                if titled >= 0 and not (token.text in '،,«"' and k - titled < _TITLE):
                    titled = -1
                k += 1
                continue
            hit = self.actors.longest(tokens, k, last)
            if hit and not self._plain_word(hit[1], k, hit[0]):
                actor, code = in_office(hit[1], self.year)
                end = hit[0]
                if actor.kind == "person":
                    run = self._run(k, last)
                    if run > end and end - k > 1:
                        end = run
                    self.add(Found(k, end, "person", actor, code, titled if titled >= 0 else None))
                else:
                    self.add(Found(k, end, actor.kind, actor, code))
                titled = titled if actor.kind != "person" else -1
                body = False
                k = end
                continue
            organization = self.organizations.at(tokens, k, last, self.taken)
            if organization:
                i, j, kind = organization
                self.add(Found(i, j, kind))
                k = max(j, k + 1)
                continue
            role = self.roles.longest(tokens, k, last)
            if role and role[1].scope != "part":
                if role[1].kind in _PERSON_ROLES:
                    titled = k if titled < 0 or k - titled >= _TITLE else titled
                    body = False
                elif role[1].kind == "body":
                    body = True
                if role[1].kind != "person" or self.lists.kind(token) == "" or role[0] - k > 1 or titled == k:
                    k = role[0]
                    continue
            if titled >= 0 and k > titled and token.word.proclitics and token.word.proclitics[0] in ("و", "ف"):
                titled = -1
            end = self._person(k, last, titled >= 0 and k - titled < _TITLE, body)
            if end:
                self.add(Found(k, end, "person", title=titled if titled >= 0 else None))
                k, titled, body = end, -1, False
                continue
            if titled >= 0 and (token.upos in ("VERB", "SCONJ", "PRON") or k - titled >= _TITLE):
                titled = -1
            body = body and self.gazetteer.is_demonym(token.word.bare)
            k += 1

    def _plain_word(self, found: list[Actor], i: int, j: int) -> bool:
        """Whether a one-word name is here the common word that is written alike (فتح، حسم، عباس)."""
        if j != i + 1:
            return False
        token = self.tokens[i]
        if token.upos in ("VERB", "ADP", "ADV") or token.word.enclitic:
            return True
        noun = any(reading.kind != "name" for reading in token.word.nouns)
        if noun and i and self.tokens[i - 1].word.bare in _NOT_BEFORE:
            return True
        following = self.tokens[j] if j < len(self.tokens) else None
        # القاعدة الجوية is a base; القاعدة الإرهابي is the organisation
        return (
            noun
            and following is not None
            and following.word.definite
            and following.upos == "ADJ"
            and following.word.bare.endswith("ه") == token.word.bare.endswith("ه")
            and not self.gazetteer.is_demonym(following.word.bare)
        )

    # -- persons ----------------------------------------------------------------------------------------------------------

    def _unit(self, k: int, stop: int) -> tuple[int, str]:
        """The end and kind of one part of a name at ``k``; an empty kind when no part of a name begins there."""
        if k >= stop or self.taken[k]:
            return k, ""
        token = self.tokens[k]
        kind = self.lists.kind(token)
        norm = token.word.core
        if norm == "عبد" and k + 1 < stop and self.tokens[k + 1].word.norm.startswith("ال"):
            return k + 2, "given"
        if kind == "particle":
            nxt = self.lists.kind(self.tokens[k + 1]) if k + 1 < stop and not self.taken[k + 1] else ""
            known = k + 1 < stop and self.tokens[k + 1].kind == "word" and not self.tokens[k + 1].word.proclitics
            if norm in ("ابو", "ابي", "ابا", "بن", "ابن", "ال", "بنت", "ولد") and known:
                end, inner = self._unit(k + 1, stop) if nxt in ("particle", "given", "weak") else (k + 2, "rare")
                return (end, "particle") if inner else (k + 2, "particle")
            return (k + 2, "particle") if nxt in ("given", "weak", "family", "rare") else (k, "")
        return k + 1, kind

    def _run(self, i: int, stop: int) -> int:
        """The end of the run of name parts from ``i``."""
        k = i
        tokens = self.tokens
        limit = min(stop, i + _LONGEST_NAME)
        while k < limit:
            if (
                k > i
                and tokens[k].word.proclitics
                and tokens[k].word.core != tokens[k].word.norm
                and (tokens[k].word.norm not in self.lists.sure and tokens[k].word.norm not in self.lists.weak)
            ):
                break
            end, kind = self._unit(k, limit)
            if not kind:
                if k == i + 1 and not self.taken[k] and self._surname(i, k):
                    k += 1
                    break
                if k > i and tokens[k].word.norm in ("الدين", "الله", "الاسلام", "الحق"):
                    k += 1
                    continue
                break
            if kind == "nisba" and k == i:
                break
            k = end
        return min(k, limit)

    def _surname(self, i: int, k: int) -> bool:
        """Whether token ``k``, which no list knows, is the surname of the given name at ``i``."""
        kind = self.lists.kind(self.tokens[i])
        if kind == "given":
            return self.lists.follows(self.tokens[k])
        return kind == "weak" and not self.tokens[k].word.definite and self.lists.follows(self.tokens[k], 3.8)

    def _person(self, i: int, stop: int, titled: bool, body: bool) -> int:
        """The end of a person's name that begins at ``i``, or 0."""
        tokens = self.tokens
        near = min(stop, i + _LONGEST_NAME)  # أبو أبو أبو … must not nest without end
        end_first, kind = self._unit(i, near)
        if kind in ("", "nisba"):
            return 0
        end = self._run(i, stop)
        parts = end - i
        before = tokens[i - 1] if i else None
        if before is not None and before.upos == "ADP" and kind in ("rare", "family"):
            return 0
        origin = (
            before is not None
            and before.word.definite
            and before.word.bare.endswith("ي")
            and (self.gazetteer.is_demonym(before.word.bare))
        )
        if (titled or origin) and not body:
            if kind in ("given", "weak", "family", "particle"):
                if kind == "family" and parts == 1 and tokens[i].word.definite and not self._definite_title(i):
                    return 0
                return end
            if parts > 1 and not tokens[i].word.definite:
                return end
            if tokens[i].word.definite:
                return end if self._definite_title(i) else 0
            plural = tokens[i].word.bare.endswith(("ين", "ون", "ات", "يه", "ه")) and not origin
            return end if not plural and len(tokens[i].word.bare) > 3 and tokens[i].upos != "ADJ" else 0
        if kind == "given" and parts > 1:
            return end
        if tokens[i].word.core == "علي" and not tokens[i].word.verbs and parts > 1:
            second = self.lists.kind(tokens[i + 1])
            return end if second in ("given", "weak", "particle") and not tokens[i + 1].word.definite else 0
        if kind == "weak" and parts > 1:
            second = self._unit(end_first, min(stop, end_first + _LONGEST_NAME))[1]
            return end if second and not (second == "weak" and parts == 2 and tokens[i].word.verbs and before is None) else 0
        if kind == "particle" and parts > 1 and tokens[i].word.core in ("ابو", "ابي", "ابا", "بن", "ابن", "ال"):
            return end if tokens[i].word.core != "ال" else 0
        if before is not None and before.upos == "VERB" and not body:
            if kind == "given":
                return end
            if kind == "rare" and not tokens[i].word.definite and tokens[i].upos != "ADJ":
                spoken = any(verb.lemma in _SPEECH for verb in before.word.verbs)
                return end if parts > 1 or (spoken and len(tokens[i].word.bare) > 2) else 0
        if kind in ("rare", "family") and parts > 1 and not tokens[i].word.definite and not body:
            kinds = [self.lists.kind(t) for t in tokens[i:end]]
            if kinds.count("rare") + kinds.count("family") + kinds.count("given") == parts and (
                "given" in kinds or "family" in kinds
            ):
                return end
        adjective = before is not None and before.word.definite and tokens[i].word.definite
        return end if kind == "family" and not adjective and not any(n.kind != "name" for n in tokens[i].word.nouns) else 0

    def _definite_title(self, i: int) -> bool:
        """Whether a definite title stands right before token ``i``: الرئيس السنيورة, but not فريق الأحمر."""
        if not i or not self.tokens[i - 1].word.definite:
            return False
        role = self.roles.longest(self.tokens, i - 1, i)
        return role is not None and role[1].kind == "person" and role[1].scope != "part"

    # -- later mentions ---------------------------------------------------------------------------------------------------

    def _short(self) -> None:
        """The last part of a full name where it stands alone."""
        full: dict[str, Found] = {}
        for found in self.found:
            if found.kind == "person" and found.j - found.i > 1:
                last = self.tokens[found.j - 1].word
                key = last.norm
                if self.tokens[found.j - 2].word.core == "عبد" and found.j - found.i == 2:
                    continue
                if (
                    len(last.bare) > 2
                    and self.tokens[found.j - 1].upos not in ("PART", "SCONJ", "PRON")
                    and key not in ("الدين", "الله")
                ):
                    full.setdefault(key, found)
        if not full:
            return
        for k, token in enumerate(self.tokens):
            if self.taken[k] or token.kind != "word":
                continue
            word = token.word
            for key in (word.norm, word.core):
                known = full.get(key)
                if known is None or known.i == k:
                    continue
                if token.upos in ("VERB", "ADP", "ADV") or (word.definite and self.gazetteer.is_demonym(word.bare)):
                    continue
                if (
                    word.definite
                    and k
                    and self.tokens[k - 1].word.definite
                    and self.tokens[k - 1].upos == "NOUN"
                    and token.upos == "ADJ"
                ):
                    continue
                self.add(Found(k, k + 1, "person", known.actor, known.code))
                break


def read_names(doc: Doc, lexicon: Lexicon) -> None:
    """Add mentions and entities to ``doc``."""
    reader = _Reader(doc, lexicon)
    found = reader.read()
    tokens = doc.tokens
    entities: dict[str, Entity] = {}
    by_last: dict[str, Entity] = {}
    for name in sorted(found, key=lambda f: (f.actor is None, f.i - f.j, f.i)):  # known and full names first
        key = (
            name.actor.name
            if name.actor
            else " ".join(t.word.norm if k else t.word.core for k, t in enumerate(tokens[name.i : name.j]))
        )
        last = tokens[name.j - 1].word
        entity = entities.get(f"{name.kind} {key}")
        if entity is None and name.kind == "person":
            for part in dict.fromkeys((last.norm, last.core)):
                other = by_last.get(part)
                if other is not None and (name.j - name.i == 1 or other.name.split()[0] == tokens[name.i].text):
                    entity = other
                    break
        if entity is None:
            start, end = _bounds(doc, name)
            entity = Entity("", name.kind, doc.text[start:end])
            if name.actor:
                entity.name_en, entity.code, entity.wikidata = name.actor.name_en, name.code, name.actor.wikidata
        entities.setdefault(f"{name.kind} {key}", entity)
        if name.kind == "person":
            by_last.setdefault(last.norm, entity)
            by_last.setdefault(last.core, entity)
        name.entity = key
    order: dict[int, Entity] = {}
    for name in found:
        entity = entities[f"{name.kind} {name.entity}"]
        if id(entity) not in order:
            order[id(entity)] = entity
            entity.id = f"n{len(order)}"
        start, end = _bounds(doc, name)
        doc.mentions.append(Mention(start, end, doc.text[start:end], f"m{len(doc.mentions) + 1}", name.kind, entity.id))
    doc.entities.extend(order.values())
    _code(doc, lexicon, found)


def _bounds(doc: Doc, name: Found) -> tuple[int, int]:
    """Characters of a name, without attached conjunctions and prepositions."""
    first, last = doc.tokens[name.i], doc.tokens[name.j - 1]
    return first.core_start, last.end if name.j - name.i > 1 else max(last.core_end, first.core_start + 1)


def _code(doc: Doc, lexicon: Lexicon, found: list[Found]) -> None:
    """Give persons whom no table knows the code of the title that stands before or after their name."""
    coder = actor_coder(lexicon)
    role_at = roles(lexicon)
    by_id = {entity.id: entity for entity in doc.entities}
    for name, mention in zip(found, doc.mentions, strict=True):
        if name.kind != "person" or mention.entity is None:
            continue
        entity = by_id[mention.entity]
        if entity.code is not None and not entity.code.endswith("ELI"):
            continue
        stop = doc.sentences[doc.tokens[name.i].sentence].last
        spans = []
        if name.title is not None:
            spans.append((doc.tokens[name.title].start, mention.start))
        after = name.j
        if after < stop and doc.tokens[after].text in "،,":
            after += 1
        if after < stop and doc.tokens[after].kind == "word" and not doc.tokens[after].word.proclitics:
            role = role_at.longest(doc.tokens, after, stop)
            if role and role[1].kind == "person" and role[1].scope != "part":
                spans.append((doc.tokens[after].start, doc.tokens[min(stop, role[0] + 5) - 1].end))
        for start, end in spans:
            code = coder.code(doc, start, end).code
            if code[4:] != "UNK":
                entity.code = code
                break


LAYER = Layer("names", frozenset({"tokens", "sentences"}), frozenset({"mentions", "entities"}), read_names)

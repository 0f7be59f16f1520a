"""Joins the mentions of one person or organisation to an entity, and gives persons whom no table knows a code."""

from __future__ import annotations

from dataclasses import dataclass

from rawi.document import Doc
from rawi.lexicon import Lexicon
from rawi.lexicon.actors import Actor, Roles, roles
from rawi.lexicon.coder import actor_coder
from rawi.record import Entity, Mention

# Words that open a surname: (محمد) أبو خضير.
_WHO_IS = frozenset(("وهو", "وهي"))
# Words that only pick (أحد كبار) before an office.
_PARTS = 3
_KIN = frozenset(("ابو", "ابن", "بن", "ال"))


@dataclass(slots=True)
class Found:
    """A name at tokens ``i:j``; ``title`` is the token where its title begins; ``whole``: its first letters are no clitics;
    ``former``: its title says that the office is over."""

    i: int
    j: int
    kind: str
    actor: Actor | None = None
    code: str | None = None
    title: int | None = None
    entity: str | None = None
    whole: bool = False
    former: bool = False


def join(doc: Doc, lexicon: Lexicon, found: list[Found]) -> None:
    """Add the mentions ``found`` to ``doc``, and the entities that they name."""
    tokens = doc.tokens
    entities: dict[str, Entity] = {}
    by_last: dict[str, Entity] = {}
    for name in sorted(found, key=lambda f: (f.actor is None, f.i - f.j, f.i)):  # known and full names first
        key = (
            name.actor.name
            if name.actor
            else " ".join(_plain(t.word.norm if k else t.word.core) for k, t in enumerate(tokens[name.i : name.j]))
        )
        last = tokens[name.j - 1].word
        kin = tokens[name.i].word.norm in _KIN and name.j - name.i == 2
        entity = entities.get(f"{name.kind} {key}")
        if entity is None and name.kind == "person":
            for part in dict.fromkeys((_plain(last.norm), _plain(last.core))):
                other = by_last.get(part)
                if other is not None and (name.j - name.i == 1 or kin or other.name.split()[0] == tokens[name.i].text):
                    entity = other
                    break
        if entity is None:
            start, end = _bounds(doc, name)
            entity = Entity("", name.kind, doc.text[start:end])
            if name.actor:
                entity.name_en, entity.code, entity.wikidata = name.actor.name_en, name.code, name.actor.wikidata
        if name.former and name.code:
            entity.code = name.code
        entities.setdefault(f"{name.kind} {key}", entity)
        if name.kind == "person":
            by_last.setdefault(_plain(last.norm), entity)
            by_last.setdefault(_plain(last.core), entity)
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


def _plain(part: str) -> str:
    """A part of a name without article: العامري and عامري are one."""
    return part[2:] if part.startswith("ال") and len(part) > 4 else part


def _bounds(doc: Doc, name: Found) -> tuple[int, int]:
    """Characters of a name, without attached conjunctions and prepositions."""
    first, last = doc.tokens[name.i], doc.tokens[name.j - 1]
    if name.whole:
        return first.start, last.end
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
        office = _office_after(doc, role_at, name.j, stop)
        if office:
            spans.append(office)
        for start, end in spans:
            code = coder.code(doc, start, end).code
            if code[4:] != "UNK":
                entity.code = code
                break


def _office_after(doc: Doc, role_at: Roles, k: int, stop: int) -> tuple[int, int] | None:
    """Characters of the office that stands in apposition from token ``k`` on: «، وزير …»، «وهو متحدث …»، «أحد مستشاري …»."""
    tokens = doc.tokens
    if k < stop and tokens[k].text in "،,":
        k += 1
    if k < stop and tokens[k].word.norm in _WHO_IS:
        k += 1
    for _ in range(_PARTS):
        if k >= stop or tokens[k].kind != "word" or tokens[k].word.proclitics:
            return None
        role = role_at.longest(tokens, k, stop)
        if role is None or (role[1].kind != "person" and role[1].scope != "part"):
            return None
        if role[1].scope != "part":
            return tokens[k].start, tokens[min(stop, role[0] + 5) - 1].end
        k = role[0] + (role[0] < stop and tokens[role[0]].word.norm == "من")
    return None

"""Cuts a report into pieces on which the same marks lie, so that spans may overlap in any way and still be drawn inline."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from rawi.record import Record, Span, Statement
from rawi.render import view

# Zero-width joiner and non-joiner belong to the letter before them, as combining marks do.
_JOINERS = "\u200c\u200d"
_LONGEST = 16  # more marks than any letter has; a longer run is not writing, and is not searched for its end


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters ``start:end`` play ``role`` in an item; ``depth`` counts the statements around a statement.

    ``item`` is ``s0`` for the first statement, ``e0`` for the first event, and so on with ``t``, ``p``, ``n`` and ``q`` for
    times, places, names and quantities.
    """

    start: int
    end: int
    item: str
    role: str
    depth: int = 0


@dataclass(slots=True)
class Segment:
    """A piece of a line with the marks that lie on all of it, in the order of their beginnings."""

    text: str
    marks: list[Mark] = field(default_factory=list)

    def items(self, role: str) -> list[str]:
        """The items in which this piece plays ``role``."""
        return [mark.item for mark in self.marks if mark.role == role]


def marks(record: Record) -> list[Mark]:
    """All marks of a record, in no order; spans that lie outside the text are cut to it."""
    found: list[Mark] = []
    statements = view.by_id(record.statements)
    for i, statement in enumerate(record.statements):
        found += _statement_marks(f"s{i}", statement, view.depth(statement, statements))
    for i, event in enumerate(record.events):
        found.append(_mark(event.trigger, f"e{i}", "trigger"))
        found += [_mark(one, f"e{i}", "actor") for one in event.actors]
        found += [_mark(one, f"e{i}", "recipient") for one in event.recipients]
    places = {(place.start, place.end) for place in record.places}
    found += [_mark(time, f"t{i}", "time") for i, time in enumerate(record.times)]
    found += [_mark(place, f"p{i}", "place") for i, place in enumerate(record.places)]
    # A place that is also kept as a name would be drawn twice.
    found += [_mark(name, f"n{i}", "name") for i, name in enumerate(record.mentions) if (name.start, name.end) not in places]
    found += [_mark(quantity, f"q{i}", "quantity") for i, quantity in enumerate(record.quantities)]
    size = len(record.report.text)
    return [mark for mark in found if 0 <= mark.start < mark.end <= size]


def _mark(span: Span, item: str, role: str) -> Mark:
    return Mark(span.start, span.end, item, role)


def _statement_marks(item: str, statement: Statement, depth: int) -> list[Mark]:
    found = [_mark(statement.cue, item, "cue")]
    if statement.content is not None:
        found.append(Mark(statement.content.start, statement.content.end, item, "content", depth))
    for who in (statement.source, statement.source_ref):
        if who is not None:
            found.append(_mark(who, item, "source"))
    return found + [_mark(one, item, "addressee") for one in statement.addressee]


def lines(text: str, marks: Sequence[Mark]) -> list[tuple[int, list[Segment]]]:
    """The lines of ``text`` that are not blank, each with its offset and its segments; joined, the segments are the line.

    Cuts never part a letter from its combining marks: such a cut moves behind the marks.
    """
    opens: dict[int, list[tuple[int, Mark]]] = {}
    cuts: set[int] = set()
    for mark in marks:
        start, end = _whole(text, mark.start), _whole(text, mark.end)
        if start < end:
            opens.setdefault(start, []).append((end, mark))
            cuts.update((start, end))
    order = sorted(cuts)
    active: list[tuple[int, Mark]] = []
    result = []
    k = 0
    offset = 0
    for line in text.split("\n"):
        end = offset + len(line)
        segments: list[Segment] = []
        at = offset
        while at < end:
            while k < len(order) and order[k] <= at:
                cut = order[k]
                active = [one for one in active if one[0] > cut] + opens.get(cut, [])
                k += 1
            to = min(end, order[k]) if k < len(order) else end
            segments.append(Segment(text[at:to], [mark for _, mark in active]))
            at = to
        if line.strip():
            result.append((offset, segments))
        offset = end + 1
    return result


def _whole(text: str, cut: int) -> int:
    for at in range(cut, min(cut + _LONGEST, len(text))):
        if not unicodedata.combining(text[at]) and text[at] not in _JOINERS:
            return at
    return cut

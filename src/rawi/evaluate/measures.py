"""The measures, one function a layer. What each counts is said in ``docs/evaluation.md``."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rawi.evaluate.matching import (
    Annotation,
    Pair,
    close,
    code,
    overlap,
    pair_off,
    same_place,
    same_value,
    sentence_ends,
    speaker,
    union_share,
)

HEADLINE = (
    "times.value", "places.resolved", "statements.source", "statements.content", "events.type", "events.actors",
    "events.recipients", "events.who-what-whom",
)  # fmt: skip
LAYERS = ("times", "places", "statements", "events")
_FOUND = 0.4
"""Share of the union from which a time or place counts as found."""
_CONTENT = 0.5
"""Share of the union from which two contents are the same."""


class TextDiffersError(ValueError):
    """Two records of one report hold different texts, so offsets cannot be compared."""


@dataclass(slots=True)
class Tally:
    """Correct, gold and predicted counts."""

    right: int = 0
    gold: int = 0
    predicted: int = 0

    @property
    def precision(self) -> float:
        """Correct of predicted."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Correct of gold."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Evaluation:
    """Tallies by measure, in the order of the guidelines, and the errors of each layer as tab-separated lines."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    errors: dict[str, list[str]] = field(default_factory=lambda: {layer: [] for layer in LAYERS})
    reports: int = 0
    predicted: int = 0

    @property
    def mean(self) -> float:
        """Mean F1 of the headline measures."""
        return sum(self.tallies[name].f1 if name in self.tallies else 0.0 for name in HEADLINE) / len(HEADLINE)

    def count(self, name: str, right: int, gold: int, predicted: int) -> None:
        """Add to the tally ``name``."""
        tally = self.tallies[name]
        tally.right += right
        tally.gold += gold
        tally.predicted += predicted

    def accuracy(self, name: str, judged: Iterable[bool]) -> None:
        """Add judgements of matched pairs to the tally ``name``."""
        verdicts = list(judged)
        self.count(f"{name} (of matched)", sum(verdicts), len(verdicts), len(verdicts))

    def to_dict(self) -> dict[str, Any]:
        """Figures between 0 and 1 by measure, and their ``mean``."""
        table: dict[str, Any] = {
            name: {"p": round(tally.precision, 4), "r": round(tally.recall, 4), "f": round(tally.f1, 4),
                   "gold": tally.gold, "pred": tally.predicted}
            for name, tally in self.tallies.items()
        }  # fmt: skip
        return {**table, "mean": round(self.mean, 4)}


def evaluate(gold: Iterable[Mapping[str, Any]], predicted: Iterable[Mapping[str, Any]]) -> Evaluation:
    """Compare records (in the form of the public JSON) report by report; a gold report without a record is all missed.

    :raises TextDiffersError: a record holds another text than the gold record of the same id.
    """
    records = {record["report"]["id"]: record for record in predicted if "report" in record}
    result = Evaluation()
    for wanted in gold:
        id, text = wanted["report"]["id"], wanted["report"]["text"]
        record = records.get(id)
        result.reports += 1
        if record is not None:
            result.predicted += 1
            if record["report"]["text"] != text:
                raise TextDiffersError(f"{id}: the text of the record is not the text of the gold record")
        _Comparison(result, id, text, wanted, record or {}).run()
    return result


class _Comparison:
    """One report: gold layers on one side, predicted ones on the other."""

    def __init__(self, result: Evaluation, id: str, text: str, gold: Mapping[str, Any], found: Mapping[str, Any]) -> None:
        self.result, self.id, self.text = result, id, text
        self.gold: dict[str, list[Annotation]] = {layer: gold.get(layer) or [] for layer in LAYERS}
        self.found: dict[str, list[Annotation]] = {layer: found.get(layer) or [] for layer in LAYERS}

    def run(self) -> None:
        """All layers."""
        self._located("times", "value", lambda a, b: same_value(a["value"], b.get("value")), _time, _time)
        self._located("places", "resolved", same_place, _place, lambda p: f"{p.get('name')},{p.get('country')}")
        self._statements()
        self._events()

    def _count(self, name: str, right: int, layer: str) -> None:
        self.result.count(name, right, len(self.gold[layer]), len(self.found[layer]))

    def _located(self, layer: str, quality: str, agree: Callable[[Annotation, Annotation], bool],
                 show: Callable[[Annotation], str], value: Callable[[Annotation], str]) -> None:  # fmt: skip
        """Times and places: is the span found, and does it say the same?"""
        pairs = pair_off(self.gold[layer], self.found[layer], lambda a, b: _at_least(union_share(a, b), _FOUND))
        self._count(f"{layer}.found", len(pairs), layer)
        self._count(f"{layer}.{quality}", sum(agree(a, b) for a, b in pairs), layer)
        self._note(layer, pairs, agree, show, value)

    def _statements(self) -> None:
        gold, found = self.gold["statements"], self.found["statements"]
        pairs = statement_pairs(gold, found)
        same_content = sum(union_share(a.get("content"), b.get("content")) >= _CONTENT for a, b in pairs)
        self._count("statements.found", len(pairs), "statements")
        self.result.count("statements.content", same_content, *(sum(bool(s.get("content")) for s in x) for x in (gold, found)))
        self._count("statements.source", sum(_same_speaker(a, b) for a, b in pairs), "statements")
        accuracy = self.result.accuracy
        accuracy("statements.stance", (a["stance"] == b.get("stance") for a, b in pairs))
        accuracy("statements.within", (bool(a.get("within")) == bool(b.get("within")) for a, b in pairs))
        accuracy("statements.quote", (a.get("quote") == b.get("quote") for a, b in pairs))
        named = [(a, b) for a, b in pairs if a.get("source") and code(a["source"])]
        accuracy("statements.code", (bool(b.get("source")) and code(a["source"]) == code(b["source"]) for a, b in named))
        self._note(
            "statements", pairs, lambda a, b: _same_speaker(a, b) and a["stance"] == b.get("stance"), _statement,
            lambda s: f"{(speaker(s) or {}).get('text')}|{s.get('stance')}",
        )  # fmt: skip

    def _events(self) -> None:
        gold, found = self.gold["events"], self.found["events"]
        pairs = event_pairs(gold, found, self.text)
        self._count("events.type", len(pairs), "events")
        touching = pair_off(gold, found, lambda a, b: float(overlap(a["trigger"], b["trigger"]) > 0))
        self._count("events.trigger (any type)", len(touching), "events")
        accuracy = self.result.accuracy
        accuracy("events.status", (a.get("status") == b.get("status") for a, b in pairs))
        accuracy("events.mode", (not set(a["mode"]).isdisjoint(b.get("mode") or ()) for a, b in pairs if a.get("mode")))
        told = {s["id"]: s for s in self.gold["statements"]}
        read = {s["id"]: s for s in self.found["statements"]}
        accuracy(
            "events.attribution", (_same_voice(told.get(a.get("statement")), read.get(b.get("statement"))) for a, b in pairs)
        )
        for role in ("actors", "recipients"):
            self._participants(role, pairs)
        self._settings(pairs)
        self._count("events.who-what-whom", sum(_same_sides(a, b) for a, b in pairs), "events")
        self._note("events", pairs, _same_sides, _event, _sides)

    def _participants(self, role: str, pairs: Sequence[Pair]) -> None:
        spans = codes = 0
        for a, b in pairs:
            for x, y in pair_off(
                a.get(role) or [], b.get(role) or [], lambda x, y: union_share(x, y) + 0.01 if close(x, y) else 0.0
            ):
                spans += 1
                codes += bool(code(x)) and code(x) == code(y)
        totals = [sum(len(event.get(role) or []) for event in self_) for self_ in (self.gold["events"], self.found["events"])]
        self.result.count(f"events.{role}", spans, *totals)
        self.result.count(f"events.{role}.code", codes, *totals)

    def _settings(self, pairs: Sequence[Pair]) -> None:
        """Place, date and head counts."""
        gold, found = self.gold["events"], self.found["events"]
        told = {p["id"]: p for p in self.gold["places"]}
        read = {p["id"]: p for p in self.found["places"]}

        def placed(a: Annotation, b: Annotation) -> bool:
            one, two = told.get(a.get("place")), read.get(b.get("place"))
            return one is not None and two is not None and same_place(one, two)

        def dated(a: Annotation, b: Annotation) -> bool:
            one, two = a.get("date"), b.get("date")
            return bool(one and two and (one["start"], one["end"]) == (two["start"], two["end"]))

        def both(size: Callable[[Annotation], int]) -> tuple[int, int]:
            return sum(map(size, gold)), sum(map(size, found))

        self.result.count("events.place", sum(placed(a, b) for a, b in pairs), *both(lambda e: bool(e.get("place"))))
        self.result.count("events.date", sum(dated(a, b) for a, b in pairs), *both(lambda e: bool(e.get("date"))))
        self.result.count(
            "events.casualties", sum(len(_heads(a) & _heads(b)) for a, b in pairs), *both(lambda e: len(_heads(e)))
        )

    def _note(self, layer: str, pairs: Sequence[Pair], right: Callable[[Annotation, Annotation], bool],
              show: Callable[[Annotation], str], detail: Callable[[Annotation], str]) -> None:  # fmt: skip
        lines = self.result.errors[layer]
        matched = {id(x) for pair in pairs for x in pair}
        lines += [f"{self.id}\tMISSED\t{show(a)}" for a in self.gold[layer] if id(a) not in matched]
        lines += [f"{self.id}\tEXTRA\t{show(b)}" for b in self.found[layer] if id(b) not in matched]
        lines += [f"{self.id}\tWRONG\t{show(a)}\t{detail(a)} != {detail(b)}" for a, b in pairs if not right(a, b)]


def event_pairs(gold: Sequence[Annotation], found: Sequence[Annotation], text: str) -> list[Pair]:
    """Events of one report that are the same: of one type, with triggers that overlap or stand in one sentence of ``text``."""
    ends = sentence_ends(text)

    def likeness(a: Annotation, b: Annotation) -> float:
        if a["type"] != b["type"]:
            return 0.0
        if overlap(a["trigger"], b["trigger"]):
            return 2.0
        return float(bisect_left(ends, a["trigger"]["start"]) == bisect_left(ends, b["trigger"]["start"]))

    return pair_off(gold, found, likeness)


def statement_pairs(gold: Sequence[Annotation], found: Sequence[Annotation]) -> list[Pair]:
    """Statements of one report that are the same: contents share half of their union, or cues overlap."""
    return pair_off(gold, found, _statement_likeness)


def statement_right(gold: Annotation, found: Annotation) -> bool:
    """Whether a statement paired with a gold one has its speaker and its content too."""
    same_content = union_share(gold.get("content"), found.get("content")) >= _CONTENT
    return _same_speaker(gold, found) and (same_content or not (gold.get("content") or found.get("content")))


def _at_least(value: float, least: float) -> float:
    return value if value >= least else 0.0


def _statement_likeness(a: Annotation, b: Annotation) -> float:
    """The share of the content, if half of it agrees, and one for a cue that overlaps."""
    cue = bool(a.get("cue") and b.get("cue")) and overlap(a["cue"], b["cue"]) > 0
    return _at_least(union_share(a.get("content"), b.get("content")), _CONTENT) + cue


def _same_speaker(a: Annotation, b: Annotation) -> bool:
    return close(speaker(a), speaker(b)) or (speaker(a) is None and speaker(b) is None)


def _same_voice(a: Annotation | None, b: Annotation | None) -> bool:
    """Whether two events are on the same word: both the report's own, or statements of the same speaker."""
    if a is None or b is None:
        return a is b
    return _same_speaker(a, b)


def _codes(event: Annotation) -> tuple[set[str], set[str]]:
    return {code(x) for x in event.get("actors") or []}, {code(x) for x in event.get("recipients") or []}


def _same_sides(a: Annotation, b: Annotation) -> bool:
    return _codes(a) == _codes(b)


def _heads(event: Annotation) -> set[tuple[str, int]]:
    return set((event.get("casualties") or {}).items())


def _time(time: Annotation) -> str:
    return f"{time['text']} {time.get('value')}"


def _place(place: Annotation) -> str:
    return f"{place['text']} {place.get('name')}"


def _statement(statement: Annotation) -> str:
    cue = (statement.get("cue") or {}).get("text", "")
    content = (statement.get("content") or {}).get("text", "")[:80]
    return f"{statement.get('stance')} {cue} <{(speaker(statement) or {}).get('text')}> {content}"


def _sides(event: Annotation) -> str:
    return "/".join(
        "+".join(f"{x.get('text')}[{code(x)}]" for x in event.get(role) or []) or "-" for role in ("actors", "recipients")
    )


def _event(event: Annotation) -> str:
    return f"{event['type']} {event['trigger']['text']} {_sides(event)} {event.get('status')}"

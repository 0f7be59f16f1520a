"""Train the models of confidence and measure them by cross-validation over reports.

    python tools/train_confidence.py [--dry]

Learns from the gold records of ../shared/gold and from eval/annotations (with the texts of ../shared/news), but not from the
annotations that are used for measuring only. Writes src/rawi/data/confidence.tsv and eval/reliability.md; with ``--dry`` only
prints. Needs no library and no more than a minute on one core; the same reports and tables give the same files.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import own_gold
from logistic import Example, auc, bins, brier, calibration_error, cross_validated, fit
from rawi import Reader
from rawi.evaluate import Evaluation
from rawi.evaluate.measures import event_pairs, statement_pairs, statement_right
from rawi.jsonio import loads
from rawi.layers.confidence import KEPT as KEPT_FROM
from rawi.layers.confidence import LAYER
from rawi.layers.confidence_marks import Marks, doubt_of
from rawi.lexicon.weights import BIAS, CONFIDENCE, Model
from rawi.pipeline import Pipeline
from rawi.reader import LAYERS

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "gold"
REPORT = ROOT / "eval" / "reliability.md"
FIELDS = ("id", "title", "published", "outlet", "url")
COMMAND = "python tools/train_confidence.py"

FOLDS = 10
RIDGES = (5.0, 10.0, 20.0, 40.0)
_GROUP = 15
KEPT = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)
LEAST = 6
"""A mark counts when so many items have it and as many have it not."""


@dataclass(frozen=True, slots=True)
class Case:
    """A report: its gold events, those found that are not in doubt, and those in doubt."""

    text: str
    gold: list[dict[str, Any]]
    sure: list[dict[str, Any]]
    doubtful: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Result:
    """A kind of item: how many the gold records have, the examples, the probabilities that models gave which had not seen their
    reports, those of a model without marks, and the final model."""

    kind: str
    gold: int
    examples: list[Example]
    probabilities: list[float]
    constant: list[float]
    ridge: float
    model: Model

    @property
    def right(self) -> list[bool]:
        """Which examples are right."""
        return [example.right for example in self.examples]


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dry", action="store_true", help="write nothing")
    args = parser.parse_args()
    if not GOLD.is_dir():
        sys.exit(f"{GOLD} is not here: nothing to learn from")
    reader = Reader()
    # What is trained must not be needed for training.
    reader.pipeline = Pipeline([layer for layer in LAYERS if layer is not LAYER])
    learnt, measured = records()
    items, cases = examples(learnt, reader)
    results = {
        kind: train(kind, sum(len(record[f"{kind}s"]) for record in learnt if f"{kind}s" in record), found)
        for kind, found in items.items()
    }
    apart, cases_apart = examples(measured, reader)
    lines = [
        *report([results["event"], results["statement"]], apart, len(learnt), len(measured)),
        *report_doubts(results["doubt"], cases, apart["doubt"], cases_apart),
    ]
    text = "\n".join(lines) + "\n"
    print(text)
    if not args.dry:
        CONFIDENCE.write_text("\n".join(weights([results[kind] for kind in sorted(results)])) + "\n", encoding="utf-8")
        REPORT.write_text(text, encoding="utf-8")


def records() -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The gold records to learn from, and those to measure only."""
    lines = [line for name in ("seed", "dev") for line in (GOLD / f"{name}.jsonl").read_bytes().splitlines() if line.strip()]
    learnt = [loads(line) for line in lines] + list(own_gold.restore(own_gold.studied()))
    return learnt, list(own_gold.restore(own_gold.MEASURED_ONLY))


def examples(gold: Iterable[dict[str, Any]], reader: Reader) -> tuple[dict[str, list[Example]], list[Case]]:
    """What Rawi finds in the reports, with its marks, and whether the gold record has it. An event in doubt is right when it
    is like a gold event that no other event found is paired with."""
    found: dict[str, list[Example]] = {"event": [], "statement": [], "doubt": []}
    cases = []
    for wanted in gold:
        report = wanted["report"]
        doc = reader.doc(report["text"], **{field: report.get(field) for field in FIELDS})
        record = reader.record(doc).to_dict()
        marks = Marks(doc, reader.lexicon)
        doubts = [doubt_of(event) for event in doc.events]
        case = Case(
            report["text"], wanted["events"],
            [event for event, doubt in zip(record["events"], doubts, strict=True) if not doubt],
            [event for event, doubt in zip(record["events"], doubts, strict=True) if doubt],
        )  # fmt: skip
        cases.append(case)
        pairs = event_pairs(case.gold, case.sure, case.text)
        good = {b["id"] for _, b in pairs}
        paired = {id(a) for a, _ in pairs}
        left = [event for event in case.gold if id(event) not in paired]
        for n, event in enumerate(record["events"]):
            right = bool(event_pairs(left, [event], case.text)) if doubts[n] else event["id"] in good
            found["doubt" if doubts[n] else "event"].append(Example(tuple(marks.event(n)), right, report["id"]))
        good = {b["id"] for a, b in statement_pairs(wanted["statements"], record["statements"]) if statement_right(a, b)}
        for n, statement in enumerate(record["statements"]):
            found["statement"].append(Example(tuple(marks.statement(n)), statement["id"] in good, report["id"]))
    return found, cases


def with_doubtful(cases: Sequence[Case], probabilities: Sequence[float], least: float) -> Evaluation:
    """How well the events agree with the gold records when those in doubt are kept from ``least`` on."""
    result = Evaluation()
    given = iter(probabilities)
    for case in cases:
        kept = case.sure + [event for event in case.doubtful if next(given) >= least]
        result.count("events.type", len(event_pairs(case.gold, kept, case.text)), len(case.gold), len(kept))
    return result


def train(kind: str, gold: int, found: list[Example]) -> Result:
    """The model with the ridge that does best on reports it has not seen."""
    right = [example.right for example in found]
    constant = cross_validated(found, FOLDS, 1.0, len(found))
    tried = [(ridge, cross_validated(found, FOLDS, ridge, LEAST)) for ridge in RIDGES]
    ridge, probabilities = min(tried, key=lambda pair: (round(brier(pair[1], right), 4), -pair[0]))
    return Result(kind, gold, found, probabilities, constant, ridge, fit(found, ridge, LEAST))


def weights(results: Sequence[Result]) -> Iterable[str]:
    """The lines of the file of weights."""
    yield f"# Weights of the models of confidence: model, mark, weight (log-odds). Written by {COMMAND}; see docs/model.md."
    for result in results:
        yield f"{result.kind}\t{BIAS}\t{result.model.bias}"
        for mark, weight in sorted(result.model.weights.items()):
            yield f"{result.kind}\t{mark}\t{weight}"


def report(results: Sequence[Result], measured: dict[str, list[Example]], learnt: int, apart: int) -> Iterable[str]:
    """The lines of eval/reliability.md."""
    yield _HEAD.format(command=COMMAND, reports=learnt, folds=FOLDS)
    for result in results:
        right, given = result.right, result.probabilities
        yield _row(
            f"{result.kind}s", str(len(right)), f"{100 * sum(right) / len(right):.1f} %", f"{brier(given, right):.4f}",
            f"{brier(result.constant, right):.4f}", f"{calibration_error(given, right):.3f}", f"{auc(given, right):.3f}",
        )  # fmt: skip
    yield _MEASURES
    for result in results:
        yield _BINS.format(kind=f"{result.kind.capitalize()}s", ridge=result.ridge, marks=len(result.model.weights))
        yield from _bins(result)
        yield _KEPT
        for least in KEPT:
            kept = [y for p, y in zip(result.probabilities, result.right, strict=True) if p >= least]
            precision, recall = sum(kept) / max(len(kept), 1), sum(kept) / result.gold
            f1 = 2 * sum(kept) / (len(kept) + result.gold)
            yield _row(f"{least:.1f}", str(len(kept)), *(f"{100 * figure:.1f}" for figure in (precision, recall, f1)))
    yield _GROUPS
    for name, group in _groups(results):
        given = [p for p, _ in group]
        yield _row(name, str(len(group)), f"{sum(given) / len(group):.2f}", f"{sum(y for _, y in group) / len(group):.2f}")
    yield _APART.format(reports=apart)
    for result in results:
        found = measured[result.kind]
        right = [example.right for example in found]
        given = [result.model.probability(example.marks) for example in found]
        share = sum(result.right) / len(result.right)
        yield _row(
            f"{result.kind}s", str(len(found)), f"{sum(given) / len(found):.2f}", f"{sum(right) / len(found):.2f}",
            f"{brier(given, right):.4f}", f"{brier([share] * len(found), right):.4f}",
        )  # fmt: skip


def _groups(results: Sequence[Result]) -> Iterable[tuple[str, list[tuple[float, bool]]]]:
    """Groups of items that are large enough to say something: by where their reports come from, events by type."""
    groups: dict[str, list[tuple[float, bool]]] = {}
    origin = origins()
    for result in results:
        for example, probability in zip(result.examples, result.probabilities, strict=True):
            names = [f"{result.kind}s of {origin.get(example.group, '../shared/gold')}"]
            names += [mark.removeprefix("type ") for mark in example.marks if mark.startswith("type ")]
            names += [f"events {mark}" for mark in example.marks if mark == "in passing"]
            for name in names:
                groups.setdefault(name, []).append((probability, example.right))
    return [(name, group) for name, group in sorted(groups.items()) if len(group) >= _GROUP]


def origins() -> dict[str, str]:
    """By the ids of the reports that were annotated for the project, in which file they are."""
    return {
        loads(line)["report"]["id"]: path.stem
        for path in sorted(own_gold.KEPT.glob("*.jsonl"))
        for line in path.read_bytes().splitlines()
    }


def report_doubts(result: Result, cases: Sequence[Case], apart: list[Example], cases_apart: Sequence[Case]) -> Iterable[str]:
    """The lines about events in doubt."""
    yield _DOUBTS.format(least=KEPT_FROM, count=len(result.right), share=100 * sum(result.right) / len(result.right),
                         ridge=result.ridge, auc=auc(result.probabilities, result.right))  # fmt: skip
    given_apart = [result.model.probability(example.marks) for example in apart]
    for name, some, given in (
        ("cross-validation", cases, result.probabilities),
        ("reports kept apart", cases_apart, given_apart),
    ):
        for shown, least in (("none", 2.0), (f"from {KEPT_FROM}", KEPT_FROM), ("all", 0.0)):
            tally = with_doubtful(some, given, least).tallies["events.type"]
            figures = (f"{100 * figure:.1f}" for figure in (tally.precision, tally.recall, tally.f1))
            yield _row(name, shown, str(tally.predicted), *figures)
    yield _BINS.format(kind="The confidence of events in doubt", ridge=result.ridge, marks=len(result.model.weights))
    yield from _bins(result)


def _bins(result: Result) -> Iterable[str]:
    for one in bins(result.probabilities, result.right):
        figures = (f"{one.mean:.2f}", f"{one.share:.2f}") if one.count else ("–", "–")
        yield _row(f"{one.low:.1f}–{one.low + 0.1:.1f}", str(one.count), *figures)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


_HEAD = """\
# Is the confidence right?

Written by `{command}`. {reports} reports, {folds}-fold cross-validation over reports: the confidence of an
item comes from a model that has seen no item of its report. [docs/model.md](../docs/model.md) tells what the model is.

An event is right when `rawi evaluate` pairs it with a gold event (`events.type`), a statement when it is paired and has
its source and content. *Constant* gives every item the share that is right in the other folds.

| | items | right | Brier score | constant | calibration error | AUC |
|---|---:|---:|---:|---:|---:|---:|"""
_MEASURES = """
Brier score: mean squared distance between confidence and outcome (0 is perfect). Calibration error: mean distance between
confidence and share right over the ten bins, weighed by size. AUC: the chance that a right item has more confidence than
a wrong one (0.5 by guessing)."""
_BINS = """
## {kind}

Ridge {ridge:g}, {marks} marks with a weight.

| confidence | items | mean confidence | share right |
|---|---:|---:|---:|"""
_KEPT = """
What is left when only items of at least so much confidence are kept:

| confidence | items | precision | recall | F1 |
|---|---:|---:|---:|---:|"""
_DOUBTS = """
## Events in doubt

Of {count} events that the rules alone would leave out, {share:.0f} % are told in the gold records. Those that the model gives
{least} or more are kept (AUC {auc:.3f}). `events.type` with none of them, with those, and with all:

| reports | kept | events | precision | recall | F1 |
|---|---|---:|---:|---:|---:|"""
_GROUPS = """
## Groups

Whether the confidence holds in parts of the reports too (of 15 items or more).

| | items | mean confidence | share right |
|---|---:|---:|---:|"""
_APART = """
## Reports kept apart

The shipped models on {reports} reports from which nothing was learned (`MEASURED_ONLY` in `tools/own_gold.py`).

| | items | mean confidence | share right | Brier score | constant |
|---|---:|---:|---:|---:|---:|"""


if __name__ == "__main__":
    main()

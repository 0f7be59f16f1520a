"""Logistic regression over marks, small enough to need no library, and what tells how good its probabilities are.

The weights minimise the logistic loss plus ``ridge / 2`` times the sum of their squares (not of the bias), by Newton steps on
one weight after the other in a fixed order (Genkin, Lewis and Madigan, "Large-scale Bayesian logistic regression for text
categorization", Technometrics 2007, with the Gaussian prior). Nothing is random, so the same examples give the same weights.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rawi.lexicon.weights import Model, logistic

_ROUNDS = 100
_SMALL = 1e-3
_LONGEST_STEP = 1.0


@dataclass(frozen=True, slots=True)
class Example:
    """An item with its marks: whether it is right, and in which report (``group``) it stands."""

    marks: tuple[str, ...]
    right: bool
    group: str


def fit(examples: Sequence[Example], ridge: float, least: int) -> Model:
    """The model of the examples.

    :param ridge: how much large weights cost; more pulls the probabilities towards the share that is right.
    :param least: a mark counts when at least this many examples have it and as many have it not.
    """
    counts = Counter(mark for example in examples for mark in set(example.marks))
    names = sorted(mark for mark, count in counts.items() if least <= count <= len(examples) - least)
    index = {name: k for k, name in enumerate(names)}
    columns: list[list[int]] = [[] for _ in names]
    for i, example in enumerate(examples):
        for mark in set(example.marks):
            if mark in index:
                columns[index[mark]].append(i)
    wanted = [float(example.right) for example in examples]
    odds = [0.0] * len(examples)
    weights = [0.0] * len(names)
    bias = 0.0
    everything = list(range(len(examples)))
    for _ in range(_ROUNDS):
        largest = step = _step(everything, odds, wanted, 0.0, 1e-9)
        bias += step
        for k, column in enumerate(columns):
            step = _step(column, odds, wanted, weights[k], ridge)
            weights[k] += step
            largest = max(abs(largest), abs(step))
        if largest < _SMALL:
            break
    return Model(round(bias, 3), {name: value for name, w in zip(names, weights, strict=True) if (value := round(w, 3))})


def _step(column: list[int], odds: list[float], wanted: list[float], weight: float, ridge: float) -> float:
    """One Newton step of a weight; moves the log-odds of the examples in its column along."""
    slope, bend = ridge * weight, ridge
    for i in column:
        p = logistic(odds[i])
        slope += p - wanted[i]
        bend += p * (1.0 - p)
    step = max(-_LONGEST_STEP, min(_LONGEST_STEP, -slope / bend)) if bend else 0.0
    for i in column:
        odds[i] += step
    return step


def cross_validated(examples: Sequence[Example], folds: int, ridge: float, least: int) -> list[float]:
    """The probability of every example by a model that has seen no example of its group.

    The groups are dealt to the folds in turn, in the order of the examples.
    """
    groups = list(dict.fromkeys(example.group for example in examples))
    fold_of = {group: k % folds for k, group in enumerate(groups)}
    models = [fit([e for e in examples if fold_of[e.group] != fold], ridge, least) for fold in range(min(folds, len(groups)))]
    return [models[fold_of[example.group]].probability(example.marks) for example in examples]


def brier(probabilities: Sequence[float], right: Sequence[bool]) -> float:
    """Mean squared distance between probability and outcome (Brier 1950): 0 is perfect."""
    return sum((p - y) ** 2 for p, y in zip(probabilities, right, strict=True)) / max(len(right), 1)


@dataclass(frozen=True, slots=True)
class Bin:
    """Items with probabilities from ``low`` on (up to the next bin): how many, their mean probability, the share right."""

    low: float
    count: int
    mean: float
    share: float


def bins(probabilities: Sequence[float], right: Sequence[bool], count: int = 10) -> list[Bin]:
    """The items by probability in ``count`` bins of equal width; empty ones have a mean and share of 0."""
    groups: list[list[tuple[float, bool]]] = [[] for _ in range(count)]
    for p, y in zip(probabilities, right, strict=True):
        groups[min(int(p * count), count - 1)].append((p, y))
    return [
        Bin(k / count, len(group), sum(p for p, _ in group) / max(len(group), 1), sum(y for _, y in group) / max(len(group), 1))
        for k, group in enumerate(groups)
    ]


def calibration_error(probabilities: Sequence[float], right: Sequence[bool]) -> float:
    """Expected calibration error: the distance between mean probability and share right of the ten bins, weighed by size."""
    return sum(b.count * abs(b.mean - b.share) for b in bins(probabilities, right)) / max(len(right), 1)


def auc(probabilities: Sequence[float], right: Sequence[bool]) -> float:
    """The chance that an item that is right has a higher probability than one that is wrong (0.5 by guessing)."""
    order = sorted(set(probabilities))
    rank = {p: k for k, p in enumerate(order)}
    good, bad = [0] * len(order), [0] * len(order)
    for p, y in zip(probabilities, right, strict=True):
        (good if y else bad)[rank[p]] += 1
    below = won = 0.0
    for g, b in zip(good, bad, strict=True):
        won += g * (below + b / 2)
        below += b
    return won / (sum(good) * below) if sum(good) and below else 0.5

"""Weights of the learned models (``data/confidence.tsv``, written by ``tools/train_confidence.py``).

A model is a logistic regression over marks, which are short texts that are true of an item or not (``type ASSAULT``): the
log-odds that the item is right are the bias and the weights of its marks, added up. Marks without a weight count nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp
from pathlib import Path

from rawi.lexicon.lexicon import DATA, Lexicon
from rawi.lexicon.tables import TableError

CONFIDENCE = DATA / "confidence.tsv"
BIAS = "(bias)"
# Beyond these log-odds a probability of two digits no longer changes.
_LIMIT = 12.0


class WeightsError(TableError):
    """The file of weights is missing or is not what the training writes; the message names the file and what to do."""


@dataclass(frozen=True, slots=True)
class Model:
    """One model: log-odds of an item without marks, and what each mark adds."""

    bias: float
    weights: dict[str, float]

    def probability(self, marks: Iterable[str]) -> float:
        """The probability between 0 and 1 that the item with these marks is right."""
        weights = self.weights
        return logistic(self.bias + sum([weights.get(mark, 0.0) for mark in marks]))

    def weighed(self, marks: Iterable[str]) -> list[tuple[str, float]]:
        """The marks that count, with their weights: what changes the probability most comes first."""
        found = [(mark, self.weights[mark]) for mark in marks if self.weights.get(mark)]
        return sorted(found, key=lambda pair: (-abs(pair[1]), pair[0]))


def logistic(odds: float) -> float:
    """The probability of these log-odds."""
    return 1.0 / (1.0 + exp(-min(max(odds, -_LIMIT), _LIMIT)))


def read_models(path: Path) -> dict[str, Model]:
    """The models of a file of weights by name.

    :raises WeightsError: the file is missing or a line is not ``model TAB mark TAB weight``.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise WeightsError(
            f"{path}: the weights cannot be read ({error.strerror}); reinstall Rawi or run tools/train_confidence.py"
        ) from error
    found: dict[str, dict[str, float]] = {}
    for number, line in enumerate(lines, 1):
        if not line or line.startswith("#"):
            continue
        try:
            name, mark, weight = line.split("\t")
            found.setdefault(name, {})[mark] = float(weight)
        except ValueError as error:
            raise WeightsError(f"{path}:{number}: should be model, mark and weight; run tools/train_confidence.py") from error
    models = {}
    for name, weights in found.items():
        if BIAS not in weights:
            raise WeightsError(f"{path}: the model {name} has no bias; run tools/train_confidence.py")
        models[name] = Model(weights.pop(BIAS), weights)
    return models


def _build(lexicon: Lexicon) -> dict[str, Model]:
    models = read_models(CONFIDENCE)
    if missing := {"doubt", "event", "statement"} - models.keys():
        raise WeightsError(f"{CONFIDENCE}: no model {', '.join(sorted(missing))}; run tools/train_confidence.py")
    return models


def confidence_models(lexicon: Lexicon) -> dict[str, Model]:
    """The shipped models: ``event``, ``statement``, and ``doubt`` for the events that the rules leave in doubt.

    :raises WeightsError: as :func:`read_models`, and when one of them is not there.
    """
    return lexicon.compiled(_build)

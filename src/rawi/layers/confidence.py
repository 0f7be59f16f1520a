"""The confidence layer: how likely each event and each statement is right, by models learned from coded reports.

See ``docs/model.md`` for what the models were trained on and how far they may be trusted.
"""

from __future__ import annotations

from rawi.document import Doc
from rawi.layers.confidence_marks import Marks
from rawi.lexicon import Lexicon
from rawi.lexicon.weights import Model, confidence_models
from rawi.pipeline import Layer
from rawi.record import Event, Statement


def read_confidence(doc: Doc, lexicon: Lexicon) -> None:
    """Give every event and statement its ``confidence``, a probability between 0 and 1 of two digits.

    :raises rawi.lexicon.weights.WeightsError: the weights are missing.
    """
    models = confidence_models(lexicon)
    marks = Marks(doc, lexicon)
    for n, statement in enumerate(doc.statements):
        _weigh(doc, statement, models["statement"], marks.statement(n))
    for n, event in enumerate(doc.events):
        _weigh(doc, event, models["event"], marks.event(n))


def _weigh(doc: Doc, item: Statement | Event, model: Model, marks: list[str]) -> None:
    item.confidence = round(model.probability(marks), 2)
    if doc.dropped is not None:
        doc.weighed[item.id] = tuple(model.weighed(marks))


LAYER = Layer(
    "confidence",
    frozenset({"tokens", "sentences", "mentions", "places", "times", "quotes", "credits", "statements", "events"}),
    frozenset({"weighed"}),
    read_confidence,
)

"""The confidence layer: how likely each event and each statement is right, by models learned from coded reports; and which
of the events that the rules leave in doubt are kept.

See ``docs/model.md`` for what the models were trained on and how far they may be trusted.
"""

from __future__ import annotations

from rawi.document import Doc
from rawi.layers.confidence_marks import Marks, doubt_of
from rawi.lexicon import Lexicon
from rawi.lexicon.weights import Model, confidence_models
from rawi.pipeline import Layer
from rawi.record import Statement

KEPT = 0.5
"""An event in doubt is kept from this probability on: when it is rather right than wrong."""


def read_confidence(doc: Doc, lexicon: Lexicon) -> None:
    """Give every event and statement its ``confidence``, a probability between 0 and 1 of two digits; leave out the events in
    doubt that have less than :data:`KEPT`.

    :raises rawi.lexicon.weights.WeightsError: the weights are missing.
    """
    models = confidence_models(lexicon)
    marks = Marks(doc, lexicon)
    for n, statement in enumerate(doc.statements):
        _weigh(doc, statement, models["statement"], marks.statement(n))
    kept = []
    for n, event in enumerate(doc.events):
        doubt = doubt_of(event)
        model = models["doubt" if doubt else "event"]
        seen = marks.event(n)
        event.confidence = round(model.probability(seen), 2)
        if doubt and event.confidence < KEPT:
            doc.drop("events", event.trigger.start, event.trigger.end, event.type, doubt)
            continue
        kept.append(event)
        event.id = f"e{len(kept)}"
        if doc.dropped is not None:
            doc.weighed[event.id] = tuple(model.weighed(seen))
    doc.events[:] = kept


def _weigh(doc: Doc, item: Statement, model: Model, marks: list[str]) -> None:
    item.confidence = round(model.probability(marks), 2)
    if doc.dropped is not None:
        doc.weighed[item.id] = tuple(model.weighed(marks))


LAYER = Layer(
    "confidence",
    frozenset({"tokens", "sentences", "mentions", "places", "times", "quotes", "credits", "statements", "events"}),
    frozenset({"weighed"}),
    read_confidence,
)

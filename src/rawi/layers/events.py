"""The events layer (to be written)."""

from __future__ import annotations

from rawi.document import Doc
from rawi.lexicon import Lexicon
from rawi.pipeline import Layer


def read_events(doc: Doc, lexicon: Lexicon) -> None:
    """Add events to ``doc``."""


LAYER = Layer(
    "events",
    frozenset({"tokens", "sentences", "mentions", "places", "times", "quantities", "statements"}),
    frozenset({"events"}),
    read_events,
)

"""The statements layer (to be written)."""

from __future__ import annotations

from rawi.document import Doc
from rawi.lexicon import Lexicon
from rawi.pipeline import Layer


def read_statements(doc: Doc, lexicon: Lexicon) -> None:
    """Add statements to ``doc``."""


LAYER = Layer(
    "statements",
    frozenset({"tokens", "sentences", "quotes", "mentions", "places", "times"}),
    frozenset({"statements"}),
    read_statements,
)

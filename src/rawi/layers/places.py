"""The places layer (to be written)."""

from __future__ import annotations

from rawi.document import Doc
from rawi.lexicon import Lexicon
from rawi.pipeline import Layer


def read_places(doc: Doc, lexicon: Lexicon) -> None:
    """Add places to ``doc``."""


LAYER = Layer("places", frozenset({"tokens", "sentences", "mentions"}), frozenset({"places"}), read_places)

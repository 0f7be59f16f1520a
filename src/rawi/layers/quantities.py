"""The quantities layer (to be written)."""

from __future__ import annotations

from rawi.document import Doc
from rawi.lexicon import Lexicon
from rawi.pipeline import Layer


def read_quantities(doc: Doc, lexicon: Lexicon) -> None:
    """Add quantities to ``doc``."""


LAYER = Layer("quantities", frozenset({"tokens", "sentences", "times"}), frozenset({"quantities"}), read_quantities)

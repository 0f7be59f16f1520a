"""The credits layer (to be written)."""

from __future__ import annotations

from rawi.document import Doc
from rawi.lexicon import Lexicon
from rawi.pipeline import Layer


def read_credits(doc: Doc, lexicon: Lexicon) -> None:
    """Add credits to ``doc``."""


LAYER = Layer("credits", frozenset({"tokens", "sentences"}), frozenset({"credits"}), read_credits)

"""The times layer (to be written)."""

from __future__ import annotations

from rawi.document import Doc
from rawi.lexicon import Lexicon
from rawi.pipeline import Layer


def read_times(doc: Doc, lexicon: Lexicon) -> None:
    """Add times to ``doc``."""


LAYER = Layer("times", frozenset({"tokens", "sentences"}), frozenset({"times"}), read_times)

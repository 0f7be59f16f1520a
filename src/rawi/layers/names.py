"""The names layer (to be written)."""

from __future__ import annotations

from rawi.document import Doc
from rawi.lexicon import Lexicon
from rawi.pipeline import Layer


def read_names(doc: Doc, lexicon: Lexicon) -> None:
    """Add mentions entities to ``doc``."""


LAYER = Layer("names", frozenset({"tokens", "sentences"}), frozenset({"mentions", "entities"}), read_names)

"""The attribution layer (to be written)."""

from __future__ import annotations

from rawi.document import Doc
from rawi.lexicon import Lexicon
from rawi.pipeline import Layer


def read_attribution(doc: Doc, lexicon: Lexicon) -> None:
    """Add chains to ``doc``."""


LAYER = Layer("attribution", frozenset({"statements", "events", "credits"}), frozenset({"chains"}), read_attribution)

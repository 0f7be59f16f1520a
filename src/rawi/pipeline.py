"""Layers, and the order in which they run.

A layer is a name, what it needs, what it adds, and one function. The pipeline refuses to be built when a layer comes
before what it needs, so a wrong order is found at start-up and not in a record.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rawi.document import Doc
from rawi.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Layer:
    """One step of reading. ``requires`` and ``adds`` name attributes of :class:`rawi.document.Doc`; ``adds`` may be empty
    for a layer that only completes what others have added."""

    name: str
    requires: frozenset[str]
    adds: frozenset[str]
    run: Callable[[Doc, Lexicon], None]


class Pipeline:
    """Layers in order.

    :raises ValueError: a layer requires something that no earlier layer adds.
    """

    def __init__(self, layers: Sequence[Layer]) -> None:
        have = {"report", "text"}
        for layer in layers:
            missing = sorted(layer.requires - have)
            if missing:
                raise ValueError(f"layer {layer.name!r} requires {', '.join(missing)}, which no earlier layer adds")
            have |= layer.adds
        self.layers = tuple(layers)

    def __call__(self, doc: Doc, lexicon: Lexicon) -> None:
        """Run every layer on ``doc``."""
        for layer in self.layers:
            layer.run(doc, lexicon)
        doc.shared.clear()  # it refers back to the document, which would keep both alive

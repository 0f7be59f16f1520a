"""The events layer: who did what to whom, from verbs, nouns, phrases and the statements that are events themselves."""

from __future__ import annotations

from rawi.document import Doc
from rawi.layers.event_build import Builder
from rawi.layers.event_scan import Scanner
from rawi.layers.event_targets import settle_targets
from rawi.lexicon import Lexicon
from rawi.pipeline import Layer


def read_events(doc: Doc, lexicon: Lexicon) -> None:
    """Add events to ``doc``, in text order."""
    scanner = Scanner(doc, lexicon)
    drafts = scanner.scan()
    Builder(doc, lexicon, scanner).build(drafts)
    settle_targets(doc)


LAYER = Layer(
    "events",
    frozenset({"tokens", "sentences", "mentions", "places", "times", "quantities", "statements"}),
    frozenset({"events"}),
    read_events,
)

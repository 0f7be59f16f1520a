"""The attribution layer: through whose mouths an event came to the report."""

from __future__ import annotations

from rawi.document import Doc
from rawi.lexicon import Lexicon
from rawi.pipeline import Layer


def read_attribution(doc: Doc, lexicon: Lexicon) -> None:
    """Fill the chain of every event: its statement, then the statements that one stands within, innermost first."""
    within = {statement.id: statement.within for statement in doc.statements}
    for event in doc.events:
        event.chain = []
        current = event.statement
        # A chain never meets a statement twice, whatever an overlay or a caller has put into ``within``.
        while current is not None and current in within and current not in event.chain:
            event.chain.append(current)
            current = within[current]


LAYER = Layer("attribution", frozenset({"statements", "events"}), frozenset(), read_attribution)

"""The page: records as one self-contained HTML file."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.record import Record


def page(records: Sequence[Record], lang: str = "en") -> str:
    """One self-contained page that shows ``records``."""
    raise NotImplementedError

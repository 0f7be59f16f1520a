"""The lexicon: tables read once, and whatever layers compile from them kept for all reports."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from rawi.lexicon.tables import Row, Table

TABLES = Path(__file__).parent.parent / "tables"
DATA = Path(__file__).parent.parent / "data"

T = TypeVar("T")


class Lexicon:
    """The shipped tables, overlaid by the tables of ``overlays`` (folders laid out like ``rawi/tables``).

    Thread-safe; picklable, because what was compiled is left behind and compiled anew on the other side.
    """

    def __init__(self, *overlays: Path) -> None:
        self.folders = (TABLES, *overlays)
        self._compiled: dict[Any, Any] = {}
        self._lock = threading.RLock()

    def rows(self, table: Table) -> list[Row]:
        """The entries of ``table``.

        :raises rawi.lexicon.TableError: the table is not as declared.
        """
        key = ("rows", table.name)
        with self._lock:
            if key not in self._compiled:
                with _growing():
                    self._compiled[key] = table.read(*self.folders)
            rows: list[Row] = self._compiled[key]
            return rows

    def compiled(self, build: Callable[[Lexicon], T]) -> T:
        """``build(self)``, made once. ``build`` must be a module-level function."""
        found = self._compiled.get(build)
        if found is None:
            with self._lock:
                if build not in self._compiled:
                    with _growing():
                        self._compiled[build] = build(self)
                found = self._compiled[build]
        result: T = found
        return result

    def __getstate__(self) -> dict[str, Any]:
        """Only the folders travel."""
        return {"folders": self.folders}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Start with nothing compiled."""
        self.folders = state["folders"]
        self._compiled = {}
        self._lock = threading.RLock()


@contextmanager
def _growing() -> Iterator[None]:
    """No search for reference cycles meanwhile: what is compiled stays, and searching it again and again as it grows takes a
    tenth of the start-up time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()

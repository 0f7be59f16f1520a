"""All tables that the package declares, found where they are declared; and the faults in their files."""

from __future__ import annotations

import pkgutil
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import rawi
from rawi.lexicon.tables import Row, Table, TableError

# A reader of a table does not see these, so a cell that holds one never matches and nobody knows why.
_UNSEEN = frozenset("\u00a0\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u061c")
# Strings are shown, not matched: they may need directional marks.
_SHOWN = frozenset({"strings"})


def declared() -> list[Table]:
    """Every :class:`Table` at the top level of a module of the package, alone or in a tuple; by name."""
    found: dict[str, Table] = {}
    for module in pkgutil.walk_packages(rawi.__path__, "rawi."):
        if module.name.startswith(("rawi.cli", "rawi.spacy", "rawi.__main__")):
            continue
        for value in vars(import_module(module.name)).values():
            for table in value if isinstance(value, tuple) else (value,):
                if isinstance(table, Table):
                    found[table.name] = table
    return [found[name] for name in sorted(found)]


def faults(tables: Sequence[Table], folders: Sequence[Path]) -> Iterator[str]:
    """Complaints as ``file:line: what``: the first fault of each file, and doubles over all files of a table in a folder."""
    for folder in folders:
        known: set[Path] = set()
        for table in tables:
            paths = _paths(table, folder)
            known.update(paths)
            whole = True
            for path in paths:
                one = replace(table, files=(path.relative_to(folder).as_posix(),))
                try:
                    rows = one.read(folder)
                except TableError as error:
                    yield str(error)
                    whole = False
                except UnicodeDecodeError as error:
                    yield f"{path.relative_to(folder).as_posix()}: not UTF-8: {error.reason} at byte {error.start}"
                    whole = False
                else:
                    if table.name not in _SHOWN:
                        yield from _stray(rows)
            if whole:
                try:
                    table.read(folder)
                except TableError as error:
                    yield str(error)
        for path in sorted(folder.rglob("*.tsv")):
            if path not in known:
                yield f"{path.relative_to(folder).as_posix()}: no table is declared that reads this file"


def _paths(table: Table, folder: Path) -> list[Path]:
    return sorted({path for glob in table.files for path in folder.glob(glob)})


def _stray(rows: Sequence[Row]) -> Iterator[str]:
    for row in rows:
        for column, cell in row.cells.items():
            if unseen := sorted(_UNSEEN.intersection(cell)):
                names = ", ".join(f"U+{ord(char):04X}" for char in unseen)
                yield f"{row.where}: {column} holds characters that cannot be seen: {names}"
            if not unicodedata.is_normalized("NFC", cell):
                yield f"{row.where}: {column} is not in Unicode normal form C"

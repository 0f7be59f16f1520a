"""Tables of knowledge as tab-separated files: a header line, ``#`` comments, one entry a line.

A table declares its columns; reading checks each cell and names file, line and column of what is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path


class TableError(ValueError):
    """A table does not say what its declaration asks for; the message names file, line and column."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``required`` cells must not be empty, ``choices`` limits the values, ``check`` returns a complaint or
    ``None``; ``many`` splits the cell at ``|`` and applies choices and check to each part."""

    name: str
    required: bool = False
    choices: tuple[str, ...] | None = None
    check: Callable[[str], str | None] | None = None
    many: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One entry, with where it stands. ``row["column"]`` gives the cell (an empty string when left empty)."""

    cells: dict[str, str]
    file: str
    line: int

    def __getitem__(self, column: str) -> str:
        """The cell of ``column``."""
        return self.cells[column]

    def many(self, column: str) -> tuple[str, ...]:
        """The parts of a cell that lists several values divided by ``|``."""
        cell = self.cells[column]
        if "|" not in cell:
            return (cell,) if cell else ()
        return tuple([part.strip() for part in cell.split("|") if part.strip()])

    @property
    def where(self) -> str:
        """``file:line``, for messages and for the rule shown to the reader of a record."""
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Table:
    """The declaration of a table: ``files`` are globs below the tables folder, ``key`` names the columns that make an entry
    unique over all its files, or with ``per_file`` in its own file."""

    name: str
    files: tuple[str, ...]
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    per_file: bool = False

    def read(self, *folders: Path) -> list[Row]:
        """All entries in the files of ``folders``; a later folder's entry replaces an earlier one with the same key.

        :raises TableError: a missing or unknown column, a bad cell, or the same key twice in one folder.
        """
        found: dict[tuple[str, ...], Row] = {}
        for folder in folders:
            here: dict[tuple[str, ...], Row] = {}
            for glob in self.files:
                for path in sorted(folder.glob(glob)):
                    for row in self._rows(path, folder):
                        entry = tuple([row.cells[column] for column in self.key])
                        key = (row.file, *entry) if self.per_file else entry
                        if key in here:
                            raise TableError(f"{row.where}: {' '.join(entry)} stands already at {here[key].where}")
                        here[key] = row
            found.update(here)
        return list(found.values())

    def _rows(self, path: Path, folder: Path) -> Iterator[Row]:
        name = path.relative_to(folder).as_posix()
        wanted = [column.name for column in self.columns]
        width = len(wanted)
        # Cells of columns with a check, and whether a value was found good before: most values come often.
        checked = [(column, set[str]()) for column in self.columns if column.required or column.choices or column.check]
        header: list[str] | None = None
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if not line or line[0] == "#" or line.isspace():
                continue
            cells = line.split("\t")
            if header is None:
                header = cells
                if header != wanted:
                    raise TableError(f"{name}:{number}: the columns are {header}, but should be {wanted}")
                continue
            if len(cells) != width:
                if len(cells) > width:
                    raise TableError(f"{name}:{number}: {len(cells)} cells, but there are {width} columns")
                cells += [""] * (width - len(cells))
            values = dict(zip(wanted, [cell.strip() for cell in cells], strict=True))
            row = Row(values, name, number)
            for column, good in checked:
                cell = values[column.name]
                if cell not in good:
                    self._check(row, column)
                    good.add(cell)
            yield row

    def _check(self, row: Row, column: Column) -> None:
        cell = row[column.name]
        if not cell:
            if column.required:
                raise TableError(f"{row.where}: {column.name} is empty")
            return
        if column.choices is None and column.check is None:
            return
        for part in row.many(column.name) if column.many else (cell,):
            if column.choices is not None and part not in column.choices:
                raise TableError(f"{row.where}: {column.name} is {part!r}, not one of {', '.join(column.choices)}")
            complaint = column.check(part) if column.check else None
            if complaint:
                raise TableError(f"{row.where}: {column.name} is {part!r}: {complaint}")

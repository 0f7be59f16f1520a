"""The entries of the tables that hold a word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rawi.lexicon.lexicon import Lexicon
from rawi.lexicon.tables import Row, Table
from rawi.text.fold import fold

_WORD = re.compile(r"[^\s|،,;؛/]+")


def entries(lexicon: Lexicon, tables: Sequence[Table], words: Sequence[str]) -> Iterator[tuple[Table, Row]]:
    """Entries with a cell (or a part of a cell that lists several) that is one of ``words``, spelling folded;
    then entries in which the first of them is one word of a phrase."""
    wanted = {fold(word).casefold() for word in words}
    first = fold(words[0]).casefold()
    inside: list[tuple[Table, Row]] = []
    for table in tables:
        for row in lexicon.rows(table):
            cells = [fold(part.strip()).casefold() for cell in row.cells.values() for part in cell.split("|")]
            if wanted.intersection(cells):
                yield table, row
            elif any(first in cell and first in _WORD.findall(cell) for cell in cells):
                inside.append((table, row))
    yield from inside

"""Folded forms for matching. The text itself is never changed: folding makes a copy, and offsets never refer to it."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Letters that writers interchange: hamza seats of alef, alef maqsura and ya, ta marbuta and ha, the seats ؤ ئ and the bare
# hamza (مسؤول/مسئول), and the Persian shapes of kaf and ya that keyboards and converters leave behind.
_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "ء", "ئ": "ء",
    "ک": "ك", "ی": "ي", "ې": "ي", "ہ": "ه", "ھ": "ه", "ە": "ه", "ۀ": "ه",
}  # fmt: skip
TATWEEL = "\u0640"
# Short vowels, tanwin, shadda, sukun, Quranic marks, superscript alef.
DIACRITICS = "".join(map(chr, [*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06DD), 0x06DF,
                               *range(0x06E0, 0x06E9), *range(0x06EA, 0x06EE)]))  # fmt: skip
# Bidi controls, zero-width characters, soft hyphen, byte order mark: invisible, so a reader never sees them as part of a word.
INVISIBLE = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"


def _table() -> dict[int, str | None]:
    table: dict[int, str | None] = {ord(a): b for a, b in _LETTERS.items()}
    for c in (*DIACRITICS, *INVISIBLE, TATWEEL):
        table[ord(c)] = None
    for digits in (0x0660, 0x06F0):
        table.update({digits + n: str(n) for n in range(10)})
    # Presentation forms (ﻻ, ﺎ …) stand for the letters they show.
    for code in (*range(0xFB50, 0xFDFE), *range(0xFE70, 0xFEFD)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if plain != chr(code):
            table[code] = "".join(
                c for c in (_LETTERS.get(c, c) for c in plain) if c not in DIACRITICS and c not in f"{TATWEEL} "
            )
    return table


_TABLE = _table()


@lru_cache(maxsize=1 << 17)
def fold(text: str) -> str:
    """``text`` in the form in which words are compared: letters, digits and nothing that a writer may leave out."""
    return text.translate(_TABLE)

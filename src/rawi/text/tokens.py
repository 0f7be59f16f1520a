"""Cuts text into words, numbers, Latin runs and punctuation marks, in one pass from left to right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rawi.text.fold import DIACRITICS, INVISIBLE, TATWEEL

# Arabic letters of the main block and its extensions, presentation forms, tatweel and marks: what a written word is made of.
_LETTERS = r"\u0620-\u064A\u066E\u066F\u0671-\u06D3\u06D5\u06E5\u06E6\u06EE\u06EF\u06FA-\u06FC\u06FF\u0750-\u077F\u08A0-\u08C9"
_FORMS = r"\uFB50-\uFBB1\uFBD3-\uFD3D\uFD50-\uFDFB\uFE70-\uFEFC"
WORD_CHARS = _LETTERS + _FORMS + re.escape(TATWEEL + DIACRITICS)
_HIDDEN = re.escape(INVISIBLE)

# Possessive quantifiers and single-character look-aheads keep every alternative linear.
_TOKEN = re.compile(
    rf"(?P<word>[{WORD_CHARS}]++(?:[{_HIDDEN}]++(?=[{WORD_CHARS}])[{WORD_CHARS}]++)*+)"
    rf"|(?P<number>\d++(?:[.,\u066B\u066C]\d++)*+)"
    rf"|(?P<latin>[^\W\d_{WORD_CHARS}]++(?:['\u2019][^\W\d_{WORD_CHARS}]++)*+)"
    rf"|(?P<punct>\.\.++|…++|--++|,,|''|``|<<|>>|[^\s\x00-\x1f\x7f-\x9f{_HIDDEN}])"
)


def cut(text: str) -> Iterator[tuple[int, int, str]]:
    """The tokens of ``text`` as ``(start, end, kind)`` in text order; ``kind`` as in :class:`rawi.document.Token`.

    Numbers keep their decimal and thousands separators (1.5, 1,000, ٢٫٥); a percent sign, a currency sign, a slash and a
    dash are tokens of their own. Invisible characters are part of a word only between two of its letters.
    """
    for match in _TOKEN.finditer(text):
        yield match.start(), match.end(), match.lastgroup or "punct"

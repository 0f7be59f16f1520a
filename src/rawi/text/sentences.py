"""Finds sentence boundaries among tokens."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.document import Token

_FINAL = frozenset("؟?!.۔")
_PAUSE = frozenset(("..", "…"))
_CLOSING = frozenset("\"'”’»›)]}“")
# Titles and units that are shortened with a full stop (د. = doctor, م. = engineer, أ. = professor, ت. = telephone ...).
_SHORT = frozenset(("د", "م", "أ", "ا", "ت", "ص", "ج", "ق", "هـ", "ه", "كلم", "كم", "دكتور"))


def boundaries(text: str, tokens: Sequence[Token], title_end: int) -> list[int]:
    """Indices of the tokens that begin a sentence, in order (empty when there are no tokens).

    A sentence ends at a line end, at the end of the title, and after ؟ ! and a full stop that is followed by space, a closing
    mark or nothing; closing marks that follow belong to it. A full stop after a title letter (د. محمد) or a list number that
    begins a line does not end one, and ``..`` ends one only outside of quotation marks.
    """
    starts: list[int] = []
    begin = True
    open_quotes = 0
    line_first = 0
    n = len(tokens)
    i = 0
    for i in range(n):
        token = tokens[i]
        if i and not begin:
            gap = text[tokens[i - 1].end : token.start]
            if "\n" in gap or "\r" in gap or "\u2028" in gap or "\u2029" in gap:
                begin = True
                open_quotes = 0
                line_first = i
            elif tokens[i - 1].end <= title_end <= token.start:
                begin = True
                line_first = i
        if begin and not (
            i and token.kind == "punct" and token.text in _CLOSING and token.start == tokens[i - 1].end and i != line_first
        ):
            starts.append(i)
            begin = False
        if token.kind != "punct":
            continue
        mark = token.text
        if mark in "«“‹":
            open_quotes += 1
        elif mark in "»”›":
            open_quotes = max(0, open_quotes - 1)
        elif mark == '"':
            open_quotes = 0 if open_quotes else 1
        if token.start < title_end:
            continue
        if mark in _FINAL:
            begin = begin or _ends(text, tokens, i, line_first)
        elif (mark in _PAUSE or mark.startswith("..") or mark.startswith("…")) and not open_quotes:
            begin = True
    return starts


def _ends(text: str, tokens: Sequence[Token], i: int, line_first: int) -> bool:
    token = tokens[i]
    after = text[token.end : token.end + 1]
    if token.text != ".":
        return True
    if after and not after.isspace() and after not in _CLOSING:
        return False
    if i == 0:
        return True
    before = tokens[i - 1]
    if before.end != token.start:
        return True
    alone = i < 2 or tokens[i - 2].end != before.start or (tokens[i - 2].kind == "punct" and tokens[i - 2].text != ".")
    if before.kind == "number" and i - 1 == line_first and len(before.text) <= 2:
        return False
    return not (alone and (before.text in _SHORT or (before.kind == "latin" and len(before.text) == 1)))

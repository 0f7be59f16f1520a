"""Pairs quotation marks of all kinds, also where the press leaves one out or types the wrong one."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.document import Quote, Sentence, Token

# Mark → (family, role); role is "open", "close" or "either" for marks that serve as both.
_MARKS: dict[str, tuple[str, str]] = {
    "«": ("guillemet", "open"), "»": ("guillemet", "close"), "<<": ("guillemet", "open"), ">>": ("guillemet", "close"),
    "‹": ("angle", "open"), "›": ("angle", "close"),
    "“": ("double", "open"), "”": ("double", "close"), "„": ("double", "open"), "‟": ("double", "open"),
    '"': ("double", "either"), "＂": ("double", "either"), "''": ("double", "either"), "``": ("double", "open"),
    ",,": ("double", "either"),
    "‘": ("single", "open"), "’": ("single", "close"), "‚": ("single", "open"), "'": ("single", "either"),
    "`": ("single", "either"),
}  # fmt: skip
_DEEPEST = 8  # nobody quotes deeper; keeps the search for an opening mark short
_LEAN = frozenset(" \t\u00a0([{-–—:،,؛.؟!/«“\"'‘")


def pair(text: str, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> list[Quote]:
    """The quotations of the text in order of their opening marks; quotations within quotations are listed too.

    Marks are paired within a line. A mark that leans on the word after it opens, one that leans on the word before it closes,
    whatever its shape, when the shape alone makes no pair. An opening mark without its closing one ends at
    a closing mark too many in the next line, if there is one, and else with its sentence (``closed`` is false).
    """
    quotes: list[Quote] = []
    stack: list[tuple[str, int]] = []  # family, token index
    carried: list[tuple[str, int]] = []  # left open by the line before
    previous_end = 0

    def close(opening: int, closing: int) -> None:
        a, b = tokens[opening], tokens[closing]
        quotes.append(Quote(a.start, b.end, a.end, b.start, opening + 1, closing, True))

    def abandon(opening: int) -> None:
        sentence = sentences[tokens[opening].sentence]
        a = tokens[opening]
        last = sentence.last
        if last > opening + 1:
            quotes.append(Quote(a.start, sentence.end, a.end, sentence.end, opening + 1, last, False))

    def push(family: str, opening: int) -> None:
        if len(stack) == _DEEPEST:
            abandon(stack.pop(0)[1])
        stack.append((family, opening))

    for i, token in enumerate(tokens):
        gap = text[previous_end : token.start]
        if "\n" in gap or "\r" in gap:
            for _, opening in carried:
                abandon(opening)
            carried, stack = stack, []
        previous_end = token.end
        if token.kind != "punct" or token.text not in _MARKS:
            continue
        family, role = _MARKS[token.text]
        before, after = text[token.start - 1 : token.start], text[token.end : token.end + 1]
        left = not before or before.isspace() or before in _LEAN
        right = not after or after.isspace() or after in "،,.؛:؟!)]}-–—…»”\"'’"
        if family == "single" and not left and not right:
            continue  # an apostrophe inside a word
        level = next((k for k in range(len(stack) - 1, -1, -1) if stack[k][0] == family), -1)
        leans_forward, leans_back = left and not right, right and not left
        if level >= 0:
            closes = (
                role != "open" if not (leans_forward or leans_back) else (leans_back or (role == "close" and not leans_forward))
            )
            if role == "close" and family == "guillemet":
                closes = True
            if closes:
                for _, opening in stack[level + 1 :]:
                    abandon(opening)
                close(stack[level][1], i)
                del stack[level:]
            else:
                if role == "either":  # the one before was never closed
                    for _, opening in stack[level:]:
                        abandon(opening)
                    del stack[level:]
                push(family, i)
            continue
        if (leans_back and role != "open") or (role == "close" and not leans_forward):
            match = next((k for k in range(len(carried) - 1, -1, -1) if carried[k][0] == family), -1)
            if match >= 0:
                close(carried[match][1], i)
                del carried[match:]
            continue
        if not right or role == "open":
            push(family, i)
    for _, opening in (*carried, *stack):
        abandon(opening)
    quotes.sort(key=lambda q: (q.start, -q.end))
    return quotes

"""Parts of speech in context: decides between verb and noun where unvocalised writing leaves both open (قتل, حكم, عرض).

Each word comes with a leaning of its own (how often it takes the article, what the tables know); the neighbours push it one
way or the other. The weights are hand-set and small in number, each stands for one regularity of news prose.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rawi.document import Token
from rawi.lexicon import Column, Lexicon, Table
from rawi.text.words import words as analyser

# Part of speech of the word before → push towards the verb (negative: towards the noun).
_UPOS_BEFORE = {
    "ADP": -4.5,
    "VERB": -1.2,
    "AUX": 0.3,
    "NUM": -0.8,
    "ADJ": 0.2,
    "PROPN": 0.6,
    "DET": -1.0,
    "SCONJ": 1.0,
    "ADV": 0.3,
    "PRON": 0.5,
    "CCONJ": 0.3,
}
_FRAMES = {("عبر", "عن"): 5.0, ("عبرت", "عن"): 2.0}  # verbs that their preposition gives away
_QUOTES = frozenset("\"«“”»'")


def _number(cell: str) -> str | None:
    return None if re.fullmatch(r"-?\d+(\.\d+)?", cell) else "not a number"


NEIGHBOURS = Table(
    "tagging",
    ("tagging.tsv",),
    (
        Column("side", required=True, choices=("before", "after")),
        Column("word", required=True),
        Column("push", required=True, check=_number),
        Column("gloss"),
    ),
    ("side", "word"),
)


def neighbours(lexicon: Lexicon) -> tuple[dict[str, float], dict[str, float]]:
    """Push of the word before, and of the word after."""
    before: dict[str, float] = {}
    after: dict[str, float] = {}
    for row in lexicon.rows(NEIGHBOURS):
        (before if row["side"] == "before" else after)[row["word"]] = float(row["push"])
    return before, after


def tag(tokens: Sequence[Token], lexicon: Lexicon, title_end: int) -> None:
    """Set ``upos`` of the tokens that may be verb or noun, from left to right; tokens before ``title_end`` are a headline."""
    words = lexicon.compiled(analyser)
    pushes_before, pushes_after = lexicon.compiled(neighbours)
    n = len(tokens)
    for i, token in enumerate(tokens):
        if token.kind != "word":
            continue
        leaning = words.leaning(token.text)
        if leaning is None:
            continue
        score = leaning
        if -6.0 < leaning < 6.0:
            push = _before(tokens, i, title_end, pushes_before)
            # A preposition is at home where a clause begins: there only وعبر is rather a verb (he expressed).
            begins = i == 0 or tokens[i - 1].sentence != token.sentence or tokens[i - 1].kind == "punct"
            score += push if token.word.upos != "ADP" or not begins or token.word.core == "عبر" else 0.0
            if i + 1 < n and tokens[i + 1].sentence == token.sentence:
                score += _FRAMES.get((token.word.core, tokens[i + 1].text)) or _after(tokens[i + 1], pushes_after)
        token.upos = "VERB" if score > 0 else words.nominal_upos(token.word)


def _before(tokens: Sequence[Token], i: int, title_end: int, pushes: dict[str, float]) -> float:
    token = tokens[i]
    word = token.word
    clitic = word.proclitics[0] if word.proclitics else ""
    last = word.proclitics[-1] if word.proclitics else ""
    push = 0.0
    if last == "ل":
        return -0.5
    if clitic == "ف":
        push += 1.0
    elif clitic == "و" and word.verbs and word.verbs[0].tense == "past":
        push += 0.4
    k = i - 1
    while k >= 0 and tokens[k].text in _QUOTES and tokens[k].sentence == token.sentence:
        k -= 1
    if k < 0 or tokens[k].sentence != token.sentence:
        return push + (0.0 if token.start < title_end else 2.5)
    before = tokens[k]
    if before.kind == "punct":
        return push + (1.0 if before.text in ",،:؛;" else 0.5)
    if clitic in ("و", "ف"):  # joined to something further back, which the word before does not govern
        return push + (0.4 if before.word.definite or before.upos == "PROPN" else 0.0)
    known = pushes.get(before.text)
    if known is not None:
        if before.text == "أن" and k and tokens[k - 1].text in ("بعد", "منذ", "قبل", "إلى", "يمكن", "يجب", "على"):
            known += 1.0
        return push + known
    push += _UPOS_BEFORE.get(before.upos, 0.0)
    if before.upos == "NOUN":
        push += 0.5 if before.word.definite or before.word.enclitic else -1.3
    return push


def _after(after: Token, pushes: dict[str, float]) -> float:
    known = pushes.get(after.text)
    if known is not None:
        return known
    if after.kind == "punct":
        return 0.0 if after.text in _QUOTES else -0.3
    if after.kind == "number":
        return 0.3
    if after.word.upos == "PROPN":
        return 0.4
    if after.word.definite and not after.word.proclitics and not after.word.enclitic:
        return 0.3
    if after.word.upos == "ADP":
        return 0.1
    return 0.0

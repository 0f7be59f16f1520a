"""Parts of speech in context: decides between verb and noun where unvocalised writing leaves both open (قتل, حكم, عرض).

Each word comes with a leaning of its own (how often it takes the article, what the tables know); the neighbours push it one way or
the other. The weights are hand-set and small in number, each stands for one regularity of news prose.
"""

from __future__ import annotations

from collections.abc import Sequence

from rawi.document import Token
from rawi.text.words import Words

# Written word before → push towards the verb (negative: towards the noun).
_BEFORE = {
    "قد": 4.0, "لقد": 4.0, "وقد": 4.0, "سوف": 5.0, "لم": 5.0, "ولم": 5.0, "لن": 5.0, "ولن": 5.0, "فلم": 5.0, "لا": 1.5, "ولا": 1.0,
    "هل": 2.0, "ما": 1.5, "مما": 2.0, "عما": 1.5, "بما": 0.5, "من": -2.0, "عن": -3.0, "ممن": 2.0, "كل": -2.0, "بعض": -2.0, "أي": -2.0,
    "حتى": 0.0, "ثم": 1.0, "أو": 0.0, "إن": -0.5, "أن": 2.0, "ان": 0.8, "بأن": 0.3, "لأن": -0.3, "وأن": 0.3, "لكن": 0.0, "ولكن": 0.3,
    "الذي": 2.5, "التي": 2.5, "الذين": 2.5, "والتي": 2.5, "والذي": 2.5, "اللذان": 2.5, "اللذين": 2.0, "حيث": 1.5, "عندما": 3.0, "حينما": 3.0,
    "بينما": 1.0, "كما": 2.0, "فيما": 1.5, "بعدما": 3.0, "قبلما": 3.0, "إذا": 2.5, "لو": 2.5, "كلما": 3.0, "مهما": 2.5, "حسبما": 3.0, "ريثما": 3.0,
    "هذا": -1.0, "هذه": -1.0, "غير": -4.0, "عدم": -4.0, "شبه": -3.0, "ذات": -3.0, "كي": 3.0, "لكي": 3.0, "ألا": 2.0, "إلا": -1.0,
    "كان": 0.3, "كانت": 0.6, "وكان": 0.2, "وكانت": 0.6, "هو": 0.3, "وهو": 0.4, "وهي": 0.4, "هي": 0.3, "إنه": 1.5, "أنه": 1.5, "إنها": 1.5, "أنها": 1.5,
    "بأنه": 1.5, "لأنه": 1.5, "أنهم": 1.5, "إنهم": 1.5, "يا": -3.0,
}  # fmt: skip
_UPOS_BEFORE = {"ADP": -3.0, "VERB": -1.2, "AUX": 0.3, "NUM": -0.8, "ADJ": 0.2, "PROPN": 0.6, "DET": -1.0, "SCONJ": 1.0, "ADV": 0.3,
                "PRON": 0.5, "CCONJ": 0.3}  # fmt: skip
_AFTER = {"أن": 1.2, "إن": 1.8, "بأن": 1.5, "أنه": 1.2, "إنه": 1.8, "أنها": 1.2, "إنها": 1.8, "أنهم": 1.2, "إنهم": 1.8, "هذا": 0.4,
          "هذه": 0.4, "عليه": 0.3, "عليها": 0.3, "له": 0.3, "لها": 0.3, "هو": 0.3, "كل": 0.2, "قد": -1.5, "الذي": -2.0, "التي": -2.0,
          "غير": -0.3, "ما": 0.3, "كان": -1.0, "كانت": -1.0}  # fmt: skip
_QUOTES = frozenset("\"«“”»'")


def tag(tokens: Sequence[Token], words: Words, title_end: int) -> None:
    """Set ``upos`` of the tokens that may be verb or noun, from left to right."""
    n = len(tokens)
    for i, token in enumerate(tokens):
        if token.kind != "word":
            continue
        leaning = words.leaning(token.text)
        if leaning is None:
            continue
        score = leaning
        if -6.0 < leaning < 6.0:
            score += _before(tokens, i, title_end)
            if i + 1 < n and tokens[i + 1].sentence == token.sentence:
                score += _after(token, tokens[i + 1])
        token.upos = "VERB" if score > 0 else words.nominal_upos(token.word)


def _before(tokens: Sequence[Token], i: int, title_end: int) -> float:
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
        return push + (-0.3 if token.start < title_end else 1.3)
    before = tokens[k]
    if before.kind == "punct":
        return push + (0.5 if before.text in ",،:؛;" else 0.3)
    if clitic in ("و", "ف"):  # joined to something further back, which the word before does not govern
        return push + (0.4 if before.word.definite or before.upos == "PROPN" else 0.0)
    known = _BEFORE.get(before.text)
    if known is not None:
        if before.text == "أن" and k and tokens[k - 1].text in ("بعد", "منذ", "قبل", "إلى", "يمكن", "يجب", "على"):
            known += 1.0
        return push + known
    push += _UPOS_BEFORE.get(before.upos, 0.0)
    if before.upos == "NOUN":
        push += 0.5 if before.word.definite or before.word.enclitic else -1.3
    return push


def _after(token: Token, after: Token) -> float:
    known = _AFTER.get(after.text)
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

"""Numbers in digits and in words: ``ثلاثة وعشرون ألفا و500``, ``1.5 مليون``, ``مئتان``, ``الثامن عشر``, ``الـ7``.

``number_at`` reads the number that begins at a token. Words are looked up as written and with whatever attached conjunction,
preposition or article stands before them, so that reading does not hang on how a word was segmented.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rawi.document import Token
from rawi.lexicon import Column, Lexicon, Table
from rawi.text.fold import fold


def _integer(cell: str) -> str | None:
    return None if cell.isdecimal() else "not a whole number"


NUMBERS = Table(
    "numbers",
    ("numbers.tsv",),
    (
        Column("word", required=True),
        Column(
            "kind",
            required=True,
            choices=("unit", "teen-unit", "ten", "tens", "hundred", "multiplier", "dual", "ordinal", "teen-ordinal", "vague"),
        ),
        Column("value", required=True, check=_integer),
        Column("gloss", required=True),
    ),
    ("word",),
)

# Conjunctions and prepositions that are written together with the next word, alone or in pairs.
_CONJUNCTIONS = ("", "و", "ف")
_PREPOSITIONS = ("", "ب", "ل", "ك")


@dataclass(frozen=True, slots=True)
class Attached:
    """How a word was found: after ``cut`` letters of attached words, ``joined`` by و, behind an ``article`` or not."""

    cut: int
    joined: bool
    preposition: str
    article: bool


def written(word: str, article: bool | None = None) -> Iterator[tuple[str, Attached]]:
    """The folded ways to write ``word`` (folded) with attached words before it, with and without the article.

    ``article``: ``True`` only with the article, ``False`` only without, ``None`` both. In لل the article has lost its alef and
    nothing is cut.
    """
    for before, attached in _ATTACHED:
        if article is None or article is attached.article:
            yield before + word, attached


def _attached() -> Iterator[tuple[str, Attached]]:
    for conjunction in _CONJUNCTIONS:
        for preposition in _PREPOSITIONS:
            head = conjunction + preposition
            yield head, Attached(len(head), conjunction == "و", preposition, False)
            if preposition == "ل":
                yield f"{conjunction}لل", Attached(len(conjunction), conjunction == "و", preposition, True)
            else:
                yield f"{head}ال", Attached(len(head), conjunction == "و", preposition, True)


_ATTACHED = tuple(_attached())


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A row of the table as met in the text."""

    kind: str
    value: int
    attached: Attached


@dataclass(frozen=True, slots=True)
class Number:
    """A number over tokens ``first:last``, characters ``start:end`` (without attached conjunction or preposition).

    ``value`` is null for vague numbers (عشرات). ``kind`` is ``digits``, ``words``, ``ordinal`` or ``vague``;
    ``definite`` tells of an article (الثلاثة، الـ7); ``preposition`` is the attached one.
    """

    first: int
    last: int
    start: int
    end: int
    value: int | float | None
    kind: str
    definite: bool = False
    preposition: str = ""


def number_words(lexicon: Lexicon) -> dict[str, NumberWord]:
    """Folded written form → number word, with every attached conjunction, preposition and article."""
    index: dict[str, NumberWord] = {}
    rows = lexicon.rows(NUMBERS)
    for row in rows:
        # الاثنين is Monday
        for form, attached in written(fold(row["word"]), False if row["word"] == "اثنين" else None):
            # The plain word goes before a form that happens to look like it.
            if form not in index or not attached.cut:
                index[form] = NumberWord(row["kind"], int(row["value"]), attached)
    return index


def cut_start(token: Token, letters: int) -> int:
    """The offset in the text after the first ``letters`` letters of the token, whatever marks stand between them."""
    if not letters:
        return token.start
    at = 0
    for at, character in enumerate(token.text):
        if not letters:
            # Marks that belong to the letter before are left with it.
            if fold(character):
                return token.start + at
        elif fold(character):
            letters -= 1
    return token.start + at


def digits_value(text: str) -> int | float | None:
    """The value of digits as written (``1.5``, ``1,65``, ``1.650``, ``3,400,000``, ``٣٤``); ``None`` for codes like 1.2.3.

    One separator before exactly three digits divides thousands; before one, two or more than three it is the decimal point.
    """
    plain = fold(text).replace("\u066b", ".").replace("\u066c", ",")
    if plain.isdecimal():
        return int(plain) if len(plain) <= 18 else None
    parts = plain.replace(",", ".").split(".")
    if not all(part.isdecimal() for part in parts) or len(plain) > 24:
        return None
    if len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:]) and parts[0] != "0":
        return int("".join(parts))
    if len(parts) == 2:
        return float(".".join(parts))
    separators = [character for character in plain if not character.isdecimal()]
    if len(set(separators[:-1])) == 1 and separators[-1] != separators[0] and all(len(part) == 3 for part in parts[1:-1]):
        return float("".join(parts[:-1]) + "." + parts[-1])
    return None


def _size(value: float) -> int:
    return 1000 if value >= 1000 else 100 if value >= 100 else 10 if value >= 10 else 1


def number_at(tokens: Sequence[Token], i: int, stop: int, words: dict[str, NumberWord]) -> Number | None:
    """The longest number that begins at token ``i`` and ends before token ``stop``; ``words`` as from :func:`number_words`."""
    token = tokens[i]
    if token.kind == "number":
        value = digits_value(token.text)
        if value is None:
            return None
        return _cardinal(tokens, i, i, token.start, value, stop, words, definite=False, preposition="")
    if token.kind != "word":
        return None
    norm = token.word.norm
    entry = words.get(norm)
    if entry is None:
        # الـ7 and بـ7: article or preposition before digits, as a token of its own
        if norm in _BEFORE_DIGITS and i + 1 < stop and tokens[i + 1].kind == "number":
            value = digits_value(tokens[i + 1].text)
            if value is None:
                return None
            definite = norm.endswith("ال") or norm.endswith("لل")
            start = tokens[i + 1].start if not definite else cut_start(token, len(norm) - 2)
            return _cardinal(tokens, i, i + 1, start, value, stop, words, definite=definite, preposition=_BEFORE_DIGITS[norm])
        return None
    start = cut_start(token, entry.attached.cut)
    attached = entry.attached
    if entry.kind in ("ordinal", "teen-ordinal"):
        return _ordinal(tokens, i, stop, words, entry, start)
    if entry.kind == "teen-unit":
        # أحد عشر، إحدى وعشرين, اثنا عشر; alone the word is "one of", or looks like another (أثنى)
        next_ = words.get(tokens[i + 1].word.norm) if i + 1 < stop else None
        if next_ is None or not (next_.kind == "ten" or (next_.kind == "tens" and next_.attached.joined)):
            return None
        entry = NumberWord("unit", entry.value, attached)
    if entry.kind == "vague":
        last = i + 1
        # عشرات الآلاف، مئات آلاف
        if (
            last < stop
            and (next_ := words.get(tokens[last].word.norm))
            and next_.kind == "multiplier"
            and not next_.attached.cut
        ):
            last += 1
        return Number(i, last, start, tokens[last - 1].end, None, "vague", attached.article, attached.preposition)
    if entry.kind == "multiplier" and norm.endswith(("لاف", "لايين", "ليارات", "ليونات", "لايين")):
        return Number(i, i + 1, start, token.end, None, "vague", attached.article, attached.preposition)
    return _cardinal(
        tokens, i, i, start, entry.value, stop, words, definite=attached.article, preposition=attached.preposition, entry=entry
    )


_BEFORE_DIGITS = {
    "ال": "", "وال": "", "بال": "ب", "لل": "ل", "ولل": "ل", "فال": "", "كال": "ك", "ب": "ب", "ل": "ل",
    "و": "", "وب": "ب", "ول": "ل", "ك": "ك", "ف": "",
}  # fmt: skip


def _ordinal(
    tokens: Sequence[Token], i: int, stop: int, words: dict[str, NumberWord], entry: NumberWord, start: int
) -> Number | None:
    value, last = entry.value, i + 1
    if last < stop and (next_ := words.get(tokens[last].word.norm)) is not None:
        if next_.kind == "ten" and not next_.attached.cut and not next_.attached.article:
            value, last = value + 10, last + 1
        elif next_.kind == "tens" and next_.attached.joined and not next_.attached.preposition:
            value, last = value + next_.value, last + 1
    if entry.kind == "teen-ordinal" and last == i + 1:
        return None
    return Number(i, last, start, tokens[last - 1].end, value, "ordinal", entry.attached.article, entry.attached.preposition)


def _cardinal(
    tokens: Sequence[Token],
    first: int,
    i: int,
    start: int,
    value: int | float,
    stop: int,
    words: dict[str, NumberWord],
    *,
    definite: bool,
    preposition: str,
    entry: NumberWord | None = None,
) -> Number:
    """Go on from a first element at token ``i``: hundreds, tens and units make a group, a multiplier closes it."""
    total: int | float = 0
    group: int | float = value
    kind = entry.kind if entry else "digits"
    if kind == "multiplier" or (kind == "dual" and value >= 1000):
        total, group = value, 0
    lowest = _size(value) if kind != "unit" else 1  # the next part must be smaller than the last one
    scale: float = value if total else 1e15  # … and the next multiplier smaller than the last multiplier
    spelled = entry is not None
    last = i + 1
    while last < stop:
        token = tokens[last]
        joined = False
        at = last
        if token.word.norm == "و" and token.kind == "word" and last + 1 < stop:
            joined, at = True, last + 1
            token = tokens[at]
        if token.kind == "number":
            # و500 after thousands
            part = digits_value(token.text) if joined else None
            if part is None or not isinstance(part, int) or not total or group or part >= 1000 or part >= scale:
                break
            group, kind, last, lowest = part, "digits", at + 1, 1
            continue
        word = words.get(token.word.norm)
        if word is None or word.attached.preposition or (word.attached.cut and not word.attached.joined):
            break
        joined = joined or word.attached.joined
        if token.word.norm == "واحد" and at + 1 < stop and words.get(tokens[at + 1].word.norm, word).kind == "ten":
            # و+أحد عشر looks like واحد
            joined = True
        if word.kind == "teen-unit" and at + 1 < stop:
            ten = words.get(tokens[at + 1].word.norm)
            if ten is not None and ten.kind == "ten" and not ten.attached.cut:
                word = NumberWord("unit", word.value, word.attached)
        if word.kind == "multiplier" and not joined:
            if not group or word.value >= scale or (word.attached.article and not definite):
                break
            total, group, scale, kind = total + group * word.value, 0, word.value, "multiplier"
        elif word.kind == "ten" and not joined and kind == "unit" and 1 <= group % 10 <= 9 and spelled:
            group, kind, lowest = group + 10, "ten", 1
        elif word.kind == "hundred" and word.value == 100 and not joined and kind == "unit" and spelled and 3 <= group <= 9:
            group, kind, lowest = group * 100, "hundred", 100
        elif joined and spelled | bool(total) and word.kind in ("unit", "ten", "tens", "hundred", "dual", "multiplier"):
            if word.kind == "tens" and kind == "unit" and 1 <= group % 10 <= 9:
                group, kind, lowest = group + word.value, "tens", 1
            elif word.value >= 1000 and (word.kind == "dual" or word.kind == "multiplier"):
                if not total or group or word.value >= scale:
                    break
                total, scale, kind = total + word.value, 1000, word.kind
            elif word.value < 1000 and ((kind in ("multiplier", "dual") and not group) or _size(word.value) < lowest):
                group, kind, lowest = group + word.value, word.kind, _size(word.value)
            else:
                break
        else:
            break
        spelled = True
        last = at + 1
    whole = total + group
    if isinstance(whole, float):
        whole = round(whole, 6)  # 4.1 × 1000000000 is not exact
    if isinstance(whole, float) and whole.is_integer():
        whole = int(whole)
    return Number(
        first, last, start, tokens[last - 1].end, whole, "words" if entry or spelled else "digits", definite, preposition
    )

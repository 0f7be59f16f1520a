"""The quantities layer: numbers with what is counted.

A quantity is the number itself (``ثلاثة وعشرون ألفا و500``, ``98%``, ``عشرات``, or a dual noun, ``شخصان``); ``of``
quotes the noun phrase that is counted, ``unit`` is ``percent``, ``person``, an ISO 4217 currency or a measure,
``modifier`` is ``more_than``, ``about``, ``at_least``, ``at_most`` or ``less_than``. What tells a time is not a
quantity, nor is an ordinal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rawi.document import Doc, Sentence, Token
from rawi.layers.time_words import Index, time_words
from rawi.lexicon import Column, Lexicon, PhraseMatcher, Table
from rawi.pipeline import Layer
from rawi.record import Quantity
from rawi.text.fold import fold
from rawi.text.numbers import Number, NumberWord, cut_start, number_at, number_words, written

UNITS = Table(
    "units",
    ("quantities/units.tsv",),
    (Column("phrase", required=True), Column("unit", required=True), Column("gloss", required=True)),
    ("phrase",),
)
MODIFIERS = Table(
    "modifiers",
    ("quantities/modifiers.tsv",),
    (
        Column("phrase", required=True),
        Column("modifier", required=True, choices=("more_than", "about", "at_least", "at_most", "less_than")),
        Column("side", required=True, choices=("before", "after")),
        Column("gloss", required=True),
    ),
    ("phrase",),
)
COUNTED = Table(
    "counted",
    ("quantities/counted.tsv",),
    (
        Column("noun", required=True),
        Column("plural", required=True, choices=("broken", "sound", "feminine")),
        Column("unit", choices=("person",)),
        Column("gloss", required=True),
    ),
    ("noun",),
)
PEOPLE = Table(
    "people",
    ("quantities/people.tsv",),
    (Column("forms", required=True, many=True), Column("gloss", required=True)),
    ("forms",),
)

# What bears a number as its name.
_NUMBERED = frozenset(("رقم", "الرقم", "قناه", "القناه", "فرانس", "ماده", "الماده", "صفحه", "هاتف", "تلفون", "فاكس", "الفقره"))
_OPEN = frozenset({"NOUN", "ADJ", "PROPN", "NUM", "X"})
_STOP_WORDS = frozenset(
    (
        "في",
        "من",
        "علي",
        "الي",
        "عن",
        "الذي",
        "التي",
        "الذين",
        "اللذين",
        "خلال",
        "بعد",
        "قبل",
        "منذ",
        "بين",
        "مع",
        "عند",
        "حتي",
        "ضد",
        "بينهم",
        "بينها",
        "مقابل",
        "مقارنه",
        "فقط",
        "امام",
        "اي",
        "داخل",
        "خارج",
        "قرب",
        "وسط",
        "اخرين",
        "اخرون",
    )
)


@dataclass(frozen=True, slots=True)
class _Dual:
    cut: int
    unit: str | None
    with_two: bool


@dataclass(frozen=True, slots=True)
class _Known:
    units: PhraseMatcher[str]
    before: PhraseMatcher[str]
    before_last: frozenset[str]
    after: PhraseMatcher[str]
    duals: dict[str, _Dual]
    people: frozenset[str]


def _known(lexicon: Lexicon) -> _Known:
    modifiers = lexicon.rows(MODIFIERS)
    before = [row for row in modifiers if row["side"] == "before"]
    duals: dict[str, _Dual] = {}
    for row in lexicon.rows(COUNTED):
        noun = fold(row["noun"])
        stem = noun[:-1] + "ت" if row["plural"] == "feminine" and noun.endswith("ه") else noun
        for ending in ("ان", "ين"):
            for form, attached in written(stem + ending, False):
                doubtful = row["plural"] == "sound" and ending == "ين"
                duals.setdefault(form, _Dual(attached.cut, row["unit"] or None, doubtful))
    return _Known(
        PhraseMatcher((row["phrase"], row["unit"]) for row in lexicon.rows(UNITS)),
        PhraseMatcher((row["phrase"], row["modifier"]) for row in before),
        frozenset(fold(row["phrase"].split()[-1]) for row in before),
        PhraseMatcher((row["phrase"], row["modifier"]) for row in modifiers if row["side"] == "after"),
        duals,
        frozenset(fold(form) for row in lexicon.rows(PEOPLE) for form in row.many("forms")),
    )


def _longest(matcher: PhraseMatcher[str], tokens: Sequence[Token], i: int, stop: int) -> tuple[int, str] | None:
    found = matcher.longest(tokens, i, stop) if i < stop else None
    return (found[0], found[1][0]) if found is not None else None


def read_quantities(doc: Doc, lexicon: Lexicon) -> None:
    """Add ``doc.quantities``."""
    known, numbers = lexicon.compiled(_known), lexicon.compiled(number_words)
    times = lexicon.compiled(time_words)
    taken = _taken(doc)
    for sentence in doc.sentences:
        i = sentence.first
        while i < sentence.last:
            token = doc.tokens[i]
            if taken[i] or token.kind not in ("number", "word"):
                i += 1
                continue
            dual = known.duals.get(token.word.norm) if token.kind == "word" else None
            two = dual is not None and i + 1 < sentence.last and numbers.get(doc.tokens[i + 1].word.norm)
            is_two = isinstance(two, NumberWord) and two.value == 2 and two.kind == "unit"
            if dual is not None and (not dual.with_two or is_two):
                start, end = cut_start(token, dual.cut), token.end
                last = i + 1 + is_two
                of_end = _phrase(doc, sentence, last, taken)
                end_of = doc.tokens[of_end - 1].end if of_end > last else doc.tokens[last - 1].end if is_two else end
                _write(doc, known, sentence, i, last, start, end, 2, dual.unit, doc.text[start:end_of])
                i = last
                continue
            number = number_at(doc.tokens, i, sentence.last, numbers)
            if number is None or not _is_quantity(doc, sentence, number, times):
                i = i + 1 if number is None else max(i + 1, number.last)
                continue
            i = _number(doc, known, sentence, number, taken)


def _taken(doc: Doc) -> bytearray:
    taken = bytearray(len(doc.tokens) + 1)
    for start, end in [(x.start, x.end) for x in doc.times] + [(x.start, x.end) for x in doc.credits]:
        for k in range(doc.token_at(start), len(doc.tokens)):
            if doc.tokens[k].start >= end:
                break
            taken[k] = 1
    return taken


def _is_quantity(doc: Doc, sentence: Sentence, number: Number, times: Index) -> bool:
    """Not an ordinal, not part of a code (F-16, 2.21.80, رقم 5), not one of the two sides of a score."""
    if number.kind == "ordinal":
        return False
    tokens = doc.tokens
    before = tokens[number.first - 1] if number.first else None
    behind = tokens[number.last] if number.last < len(tokens) else None
    if behind is not None:
        # dates and lengths that the times layer could not place: 15 مارس, بضعة أشهر
        if any(
            not rest and word.kind in ("month", "unit") and not word.attached.cut
            for rest, word in times.get(behind.word.norm, ())
        ):
            return False
        # the numbers of a list
        if number.first == sentence.first and number.kind == "digits" and behind.text in ("-", ".", ")", "–", "_"):
            return False
    if before is not None:
        if before.text in ("-", "/", "_", "#", "@", ":", ".", "–") and before.end == tokens[number.first].start:
            joined = number.first > 1 and tokens[number.first - 2].end == before.start
            if joined:
                return False
        if before.kind == "latin" and before.end == tokens[number.first].start:
            return False
        if before.word.core in _NUMBERED:
            return False
    if behind is not None and number.kind == "digits" and behind.start == tokens[number.last - 1].end:
        glued = number.last + 1 < len(tokens) and tokens[number.last + 1].start == behind.end
        if behind.kind == "latin" or (glued and behind.text in ("-", "/", ":", "_")):
            return False
    if number.kind == "digits" and number.last - number.first == 1 and len(tokens[number.first].text) >= 9:
        return not tokens[number.first].text.isdecimal()
    # واحد alone is "one of them" or an adjective
    return not (number.value == 1 and number.kind == "words")


def _number(doc: Doc, known: _Known, sentence: Sentence, number: Number, taken: bytearray) -> int:
    """Write the quantity of ``number``; the index after it."""
    tokens, last, unit = doc.tokens, number.last, None
    end = number.end
    # «18» حوثيا
    at = last
    if at < sentence.last and tokens[at].text in ("»", '"', ")", "”") and number.first > sentence.first:
        at += tokens[number.first - 1].text in ("«", '"', "(", "“")
    if (found := _longest(known.units, tokens, at, sentence.last)) is not None and not taken[at]:
        after, unit = found
        if unit == "percent":
            end, at = tokens[after - 1].end, after
        else:
            of = _of(doc, at, after)
            _write(doc, known, sentence, number.first, after, number.start, end, number.value, unit, of)
            return after
    first = at
    if at + 1 < sentence.last and tokens[at].word.norm == "من":
        # a share of something (98% من المدينة) or some of a definite many (3 من عناصر الأمن)
        definite = any(tokens[k].word.definite for k in (at + 1, at + 2) if k < sentence.last)
        if unit == "percent" or number.value is None or definite or tokens[at + 1].word.bare in known.people:
            first = at + 1
    stop = _phrase(doc, sentence, first, taken)
    text = _of(doc, first, stop)
    if unit is None and stop > first and tokens[first].word.bare in known.people:
        unit = "person"
    _write(doc, known, sentence, number.first, max(at, stop), number.start, end, number.value, unit, text)
    return max(number.last, at)


def _of(doc: Doc, first: int, stop: int) -> str | None:
    return doc.text[doc.tokens[first].start : doc.tokens[stop - 1].end] if stop > first else None


def _phrase(doc: Doc, sentence: Sentence, i: int, taken: bytearray) -> int:
    """The end of the counted noun and what follows it closely: at most six nouns and adjectives without attached words."""
    j = i
    while j < min(sentence.last, i + 6):
        token = doc.tokens[j]
        if taken[j] or token.kind != "word" or token.upos not in _OPEN or token.word.norm in _STOP_WORDS:
            break
        if token.word.proclitics and j > i:
            break
        if token.word.proclitics and "و" in token.word.proclitics:
            break
        if token.upos == "NUM":
            break
        j += 1
        if token.word.enclitic:
            break
    return j


def _write(
    doc: Doc, known: _Known, sentence: Sentence, first: int, last: int, start: int, end: int, value: float | None,
    unit: str | None, of: str | None,
) -> None:  # fmt: skip
    modifier = None
    if first > sentence.first and doc.tokens[first - 1].word.norm in known.before_last | {"من", "عن", "علي"}:
        for k in range(max(sentence.first, first - 4), first):
            found = _longest(known.before, doc.tokens, k, first)
            if found is not None and found[0] == first:
                modifier = found[1]
                break
    if modifier is None:
        found = _longest(known.after, doc.tokens, last, sentence.last)
        modifier = found[1] if found is not None else None
    name = f"q{len(doc.quantities) + 1}"
    doc.quantities.append(Quantity(start, end, doc.text[start:end], name, value, unit, of, modifier))


LAYER = Layer("quantities", frozenset({"tokens", "sentences", "credits", "times"}), frozenset({"quantities"}), read_quantities)

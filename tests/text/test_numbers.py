"""Numbers in digits and words, with where they begin and end."""

from __future__ import annotations

import pytest

from rawi.document import Doc
from rawi.lexicon import Lexicon
from rawi.record import Report
from rawi.text import analyse
from rawi.text.numbers import Number, digits_value, number_at, number_words

LEXICON = Lexicon()


def first(text: str) -> tuple[Number | None, str]:
    """The number at the first word of ``text``, and its characters."""
    doc = Doc(Report("", None, text), text)
    analyse.LAYER.run(doc, LEXICON)
    number = number_at(doc.tokens, 0, len(doc.tokens), LEXICON.compiled(number_words))
    return number, text[number.start : number.end] if number else ""


@pytest.mark.parametrize(
    ("text", "value", "quoted"),
    [
        ("ثلاثة جنود", 3, "ثلاثة"),
        ("ثماني نساء", 8, "ثماني"),
        ("عشرة جنود", 10, "عشرة"),
        ("أحد عشر كوكبا", 11, "أحد عشر"),
        ("إحدى عشرة قرية", 11, "إحدى عشرة"),
        ("اثنا عشر جنديا", 12, "اثنا عشر"),
        ("خمسة عشر شخصا", 15, "خمسة عشر"),
        ("تسع عشرة طائرة", 19, "تسع عشرة"),
        ("عشرون جنديا", 20, "عشرون"),
        ("ثلاثة وعشرين جنديا", 23, "ثلاثة وعشرين"),
        ("مئة جندي", 100, "مئة"),
        ("مائة وخمسة وعشرون جنديا", 125, "مائة وخمسة وعشرون"),
        ("مئتان وخمسون جنديا", 250, "مئتان وخمسون"),
        ("ثلاثمائة جندي", 300, "ثلاثمائة"),
        ("ثلاث مئة جندي", 300, "ثلاث مئة"),
        ("ألف جندي", 1000, "ألف"),
        ("ألفي جندي", 2000, "ألفي"),
        ("ثلاثة آلاف جندي", 3000, "ثلاثة آلاف"),
        ("أربعة آلاف ومئتي جندي", 4200, "أربعة آلاف ومئتي"),
        ("ثلاثة وعشرون ألفا و500 جندي", 23500, "ثلاثة وعشرون ألفا و500"),
        ("مئة وخمسين ألف جندي", 150000, "مئة وخمسين ألف"),
        ("مليون ومئتا ألف جندي", 1200000, "مليون ومئتا ألف"),
        ("سبعة ملايين دولار", 7000000, "سبعة ملايين"),
        ("مليارا دولار", 1000000000, "مليارا"),
        ("ألف وتسعمئة وثمانية وأربعون", 1948, "ألف وتسعمئة وثمانية وأربعون"),
        ("ألفين وأحد عشر", 2011, "ألفين وأحد عشر"),
        ("12 ألف جندي", 12000, "12 ألف"),
        ("1.5 مليون دولار", 1500000, "1.5 مليون"),
        ("3,5 ملايين دولار", 3500000, "3,5 ملايين"),
        ("٣٥ جنديا", 35, "٣٥"),
        ("18 جنديا", 18, "18"),
    ],
)
def test_cardinals(text: str, value: float, quoted: str) -> None:
    number, characters = first(text)
    assert number is not None
    assert (number.value, characters) == (value, quoted)
    assert number.kind in ("digits", "words")


@pytest.mark.parametrize(
    ("text", "value", "quoted"),
    [
        ("الأول من مايو", 1, "الأول"),
        ("الثامن من مايو", 8, "الثامن"),
        ("الثامن عشر من مايو", 18, "الثامن عشر"),
        ("الثالثة عشرة ظهرا", 13, "الثالثة عشرة"),
        ("الحادي والعشرين من مايو", 21, "الحادي والعشرين"),
        ("ثاني جندي", 2, "ثاني"),
    ],
)
def test_ordinals(text: str, value: int, quoted: str) -> None:
    number, characters = first(text)
    assert number is not None
    assert (number.value, number.kind, characters) == (value, "ordinal", quoted)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [("عشرات الجنود", "عشرات"), ("مئات الآلاف", "مئات الآلاف"), ("آلاف الجنود", "آلاف"), ("بضعة جنود", "بضعة")],
)
def test_vague_numbers_have_no_value(text: str, quoted: str) -> None:
    number, characters = first(text)
    assert number is not None
    assert (number.value, number.kind, characters) == (None, "vague", quoted)


@pytest.mark.parametrize(
    ("text", "value", "quoted", "definite", "preposition"),
    [
        ("بثلاثة جنود", 3, "ثلاثة", False, "ب"),
        ("وخمسة جنود", 5, "خمسة", False, ""),
        ("الـ7 مساء", 7, "الـ7", True, ""),
        ("ال24 ساعة", 24, "ال24", True, ""),
        ("للخمسة الكبار", 5, "للخمسة", True, "ل"),
        ("الثلاثة الكبار", 3, "الثلاثة", True, ""),
    ],
)
def test_attached_words_stay_outside(text: str, value: int, quoted: str, definite: bool, preposition: str) -> None:
    number, characters = first(text)
    assert number is not None
    assert (number.value, characters, number.definite, number.preposition) == (value, quoted, definite, preposition)


@pytest.mark.parametrize(
    ("text", "value"),
    [("3 و 12 جنديا", 3), ("5 عشرات", 5), ("خمسة وستة", 5), ("مئة ومئة", 100), ("2014 شخصا", 2014)],
)
def test_two_numbers_in_a_row_are_not_one(text: str, value: int) -> None:
    number, _ = first(text)
    assert number is not None
    assert number.value == value


@pytest.mark.parametrize("text", ["أحد الجنود", "إحدى القرى", "الاثنين الماضي", "جندي", "", "الحادي"])
def test_no_number(text: str) -> None:
    if text:
        assert first(text)[0] is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("1.5", 1.5),
        ("1,65", 1.65),
        ("1.650", 1650),
        ("1,003", 1003),
        ("3,400,000", 3400000),
        ("3.400,5", 3400.5),
        ("0.125", 0.125),
        ("٢٫٥", 2.5),
        ("1.2.3", None),
        ("9" * 40, None),
    ],
)
def test_digits(text: str, value: float | None) -> None:
    """One separator before exactly three digits divides thousands; otherwise it is the decimal point."""
    assert digits_value(text) == value

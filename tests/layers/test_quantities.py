"""The quantities layer: numbers with what is counted, unit and modifier."""

from __future__ import annotations

import pytest

from rawi.document import Doc
from rawi.layers import quantities, times
from rawi.lexicon import Lexicon
from rawi.record import Quantity, Report
from rawi.text import analyse

LEXICON = Lexicon()


def read(text: str) -> list[Quantity]:
    doc = Doc(Report("", None, text, "2017-03-15"), text)
    for layer in (analyse, times, quantities):
        layer.LAYER.run(doc, LEXICON)
    for quantity in doc.quantities:
        assert text[quantity.start : quantity.end] == quantity.text
    return doc.quantities


@pytest.mark.parametrize(
    ("text", "quoted", "value", "unit", "of"),
    [
        ("قتل 12 جنديا", "12", 12, "person", "جنديا"),
        ("قتل ثلاثة مدنيين", "ثلاثة", 3, "person", "مدنيين"),
        ("فر ثلاثة وعشرون ألفا و500 لاجئ سوري", "ثلاثة وعشرون ألفا و500", 23500, "person", "لاجئ سوري"),
        ("مقتل «18» مسلحا", "18", 18, "person", "مسلحا"),
        ("قتل 3 من عناصر الأمن", "3", 3, "person", "عناصر الأمن"),
        ("قتل شخصان", "شخصان", 2, "person", "شخصان"),
        ("مقتل جنديين", "جنديين", 2, "person", "جنديين"),
        ("انفجار عبوتين ناسفتين", "عبوتين", 2, None, "عبوتين ناسفتين"),
        ("أصيب مواطنان اثنان", "مواطنان", 2, "person", "مواطنان اثنان"),
        ("خرج عشرات الآلاف من المتظاهرين", "عشرات الآلاف", None, "person", "المتظاهرين"),
        ("إصابة مئات المدنيين", "مئات", None, "person", "المدنيين"),
        ("سيطر الجيش على 98% من مساحة المدينة", "98%", 98, "percent", "مساحة المدينة"),
        ("ارتفعت الأسعار 5 في المئة", "5 في المئة", 5, "percent", None),
        ("ارتفعت الأسعار 5 بالمئة", "5 بالمئة", 5, "percent", None),
        ("ضبطت الشرطة 1.5 مليون دولار", "1.5 مليون", 1500000, "USD", "دولار"),
        ("قيمة العقد مئتا مليون يورو", "مئتا مليون", 200000000, "EUR", "يورو"),
        ("على مساحة 500 كيلومتر مربع", "500", 500, "km2", "كيلومتر مربع"),
        ("على بعد 20 كيلومترا", "20", 20, "km", "كيلومترا"),
        ("أرسلت 30 طنا من الغذاء", "30", 30, "t", "طنا"),
    ],
)
def test_what_is_counted(text: str, quoted: str, value: float | None, unit: str | None, of: str | None) -> None:
    assert [(q.text, q.value, q.unit, q.of) for q in read(text)] == [(quoted, value, unit, of)]


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("قتل أكثر من 12 جنديا", "more_than"),
        ("قتل ما يزيد على 12 جنديا", "more_than"),
        ("قتل نحو 12 جنديا", "about"),
        ("قتل حوالي 12 جنديا", "about"),
        ("قتل زهاء مئة جندي", "about"),
        ("قتل ما لا يقل عن 12 جنديا", "at_least"),
        ("قتل 12 جنديا على الأقل", "at_least"),
        ("قتل أقل من 12 جنديا", "less_than"),
        ("قتل 12 جنديا على الأكثر", "at_most"),
        ("قتل 12 جنديا", None),
    ],
)
def test_modifiers(text: str, modifier: str | None) -> None:
    assert [q.modifier for q in read(text)] == [modifier]


@pytest.mark.parametrize(
    "text",
    [
        "استمر القصف ثلاثة أيام",
        "اندلعت الحرب عام 2011",
        "وصل الوفد الساعة 10:30",
        "طائرات F-16 روسية",
        "فاز الفريق 3-1",
        "المادة 5 من الدستور",
        "الفوج الثالث",
        "واحد منهم",
        "قرار رقم 2254",
        "الهاتف 0562031176",
        "أفغانستان والسلطان",
        "بين المواطنين والمدنيين",
        "وأثنى الوزير على الجنود",
        "بعد بضعة أشهر",
        "1 - أعلن الجيش وقف القصف",
    ],
)
def test_not_a_quantity(text: str) -> None:
    """Times, codes, scores, ordinals and words that only look like duals."""
    assert read(text) == []


def test_several_in_a_sentence_are_numbered_in_order() -> None:
    found = read("قتل 4 مدنيين بينهم طفلان وأصيب 20 آخرون")
    assert [(q.id, q.text) for q in found] == [("q1", "4"), ("q2", "طفلان"), ("q3", "20")]

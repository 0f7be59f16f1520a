"""Verb or noun in context."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rawi.document import Doc


@pytest.mark.parametrize(
    ("text", "word", "upos"),
    [
        ("قتل الحارس الرجل أمس.", "قتل", "VERB"),
        ("أدانوا عملية قتل الرجل.", "قتل", "NOUN"),
        ("بعد حكم طويل سقط الملك.", "حكم", "NOUN"),
        ("الرجل الذي حكم المدينة مات.", "حكم", "VERB"),
        ("عرض الوزير خطته.", "عرض", "VERB"),
        ("رفض عرض الشركة.", "عرض", "NOUN"),
        ("لم تعرف المدينة الهدوء.", "تعرف", "VERB"),
        ("بحث الوزيران الأزمة.", "بحث", "VERB"),
        ("جرى بحث الأزمة.", "بحث", "NOUN"),
        ("طالب المتظاهرون بالخبز.", "طالب", "VERB"),
        ("قد دعم الاتحاد القرار.", "دعم", "VERB"),
        ("دون دعم الاتحاد لا نجاح.", "دعم", "NOUN"),
        ("وصلوا إلى المدينة.", "المدينة", "NOUN"),
        ("يتوقع الخبراء مطرا.", "يتوقع", "VERB"),
        ("سيعود غدا.", "سيعود", "VERB"),
        ("قال بوتين ذلك.", "بوتين", "PROPN"),
        ("وصل 12 جنديا.", "12", "NUM"),
        ("وصل من حلب.", "حلب", "PROPN"),
        ("في حين.", "في", "ADP"),
    ],
)
def test_upos(read: Callable[..., Doc], text: str, word: str, upos: str) -> None:
    assert next(token.upos for token in read(text).tokens if token.text == word) == upos

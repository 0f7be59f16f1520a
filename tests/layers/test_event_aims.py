"""Whom a protest is aimed at and who demonstrates, on sentences written for the tests."""

from __future__ import annotations

import pytest

from rawi import Reader

READER = Reader()

# text, actors, recipients of its first protest
CASES = [
    ("تظاهر آلاف العمال في تونس احتجاجا على قرار الحكومة خفض الأجور.", ["آلاف العمال"], ["الحكومة"]),
    ("واعتصم آلاف المحتجين في بانكوك مطالبين باستقالة ساراك.", ["آلاف المحتجين"], ["ساراك"]),
    ("وأضرب المعلمون في بيروت احتجاجا على رفض القضاء اللبناني ملاحقة شرطيين.", ["المعلمون"], ["القضاء اللبناني"]),
    # the doer of the deed, when it is told
    (
        "وتظاهر سكان كابل أمس احتجاجا على مقتل مدنيين على يد قوات التحالف.",
        ["سكان كابل"],
        ["قوات التحالف"],
    ),
    # what they stand in front of or march to, when nobody else is named
    ("وتجمع مئات المتظاهرين أمام السفارة الصينية في لندن.", ["مئات المتظاهرين"], ["السفارة الصينية"]),
    # demonstrators described by the verb behind them
    (
        "استخدم الجيش الغاز المسيل للدموع صباح أمس لتفريق ألف متظاهر احتجوا على قرار الوزارة في قرية قرب نابلس.",
        ["ألف متظاهر"],
        ["الوزارة"],
    ),
    # how they demonstrate is nobody who does
    ("اندلعت في العاصمة مظاهرات مناوئة للحكومة الانتقالية.", [], ["للحكومة الانتقالية"]),
    ("وتظاهر مئات من مناهضي العولمة في سابورو.", ["مئات من مناهضي العولمة"], []),
    ("وتجمع مئات المتظاهرين في المدينة معلنين رفضهم للوزير الجديد.", ["مئات المتظاهرين"], ["للوزير الجديد"]),
    ("احتشد آلاف المتظاهرين في مدريد على هتافات تطالب بـ«استقالة غونزالو».", ["آلاف المتظاهرين"], ["غونزالو"]),
    ("وحاصر المتظاهرون في طرابلس أمس السفارة الفرنسية احتجاجا على القانون.", ["المتظاهرون"], ["السفارة الفرنسية"]),
]


@pytest.mark.parametrize(("text", "actors", "recipients"), CASES)
def test_actors_and_recipients_of_a_protest(text: str, actors: list[str], recipients: list[str]) -> None:
    event = next(event for event in READER.read(text, published="2020-03-04").events if event.type == "PROTEST")
    assert [actor.text for actor in event.actors] == actors
    assert [recipient.text for recipient in event.recipients] == recipients

"""Whether a mention of demonstrators tells that a protest took place, on sentences written for the tests."""

from __future__ import annotations

import pytest

from rawi import Reader

READER = Reader()


def protests(text: str) -> list[str]:
    events = READER.read(text, published="2020-03-04").events
    return [event.trigger.text for event in events if event.type == "PROTEST"]


TOLD = [
    # what is new about it: how many came, where, against what
    ("وتجمع مئات المتظاهرين أمام مبنى البلدية في صفاقس.", "تجمع"),
    ("واعتصم متظاهرون قرب محطة القطار احتجاجا على رفع الأسعار.", "اعتصم"),
    ("وتدفق آلاف المحتجين على ساحة الحرية في بيروت مطالبين برحيل الحكومة.", "تدفق"),
    ("وحمل أربعون متظاهرا لافتات أمام مقر الوزارة في عمان تنديدا بالقرار.", "حمل"),
    ("قال الناشط إن معلمين من كل مدارس المدينة سيعتصمون أمام مجلس المحافظة غدا احتجاجا على القرار.", "سيعتصمون"),
    ("وخرج مئات الطلاب إلى شوارع عدن ينددون بالقرار.", "خرج"),
    ("خروج آلاف المحتجين إلى شوارع عمان", "خروج"),
    ("وأقدم عدد من أهالي القصرين على إشعال العجلات المطاطية احتجاجا على التهميش.", "إشعال"),
    ("أقدم محتجون على غلق الطريق الوطنية بين قفصة وتوزر للمطالبة بالتشغيل.", "غلق"),
    # a strike or a boycott needs no place
    ("أضرب عمال المطار عن العمل.", "أضرب"),
    ("قاطعت المعارضة جلسة البرلمان.", "قاطعت"),
    ("نظم العمال تجمعا احتجاجيا في صفاقس أمس.", "تجمعا احتجاجيا"),
    ("ومنذ ذلك الحين، يتظاهر آلاف العراقيين في ساحات البصرة للمطالبة بالعمل.", "يتظاهر"),
    ("ووقعت صدامات أمس مع مجموعات من أسر المتهمين احتشدوا أمام المحكمة في تونس ينددون بالحكم.", "احتشدوا"),
    # the report itself says so in a sentence of its own, however short
    ("أضرب عمال المناجم عن العمل يومين.", "أضرب"),
    ("احتج المحامون على قانون المالية.", "احتج"),
    ("اعتصم أهالي القرية أمام مقر الولاية.", "اعتصم"),
    ("نفذ الأطباء إضرابا عاما.", "إضرابا"),
    # in a report about them, what they do besides is told as well
    (
        "خرجت مظاهرة حاشدة في الخرطوم ضد الحكومة. وجاب المتظاهرون وسط المدينة. وأحرق المتظاهرون إطارات السيارات.",
        "أحرق",
    ),
]


@pytest.mark.parametrize(("text", "trigger"), TOLD)
def test_a_protest_is_told(text: str, trigger: str) -> None:
    assert trigger in protests(text)


NOT_TOLD = [
    # demonstrators are spoken about: details, opinions, habits, the past of somebody else
    "وأحرق المتظاهرون سيارة.",
    "يتواصل غلق المعبر الحدودي من الجانب الليبي اليوم.",
    "وقال الخبير إن العمال أضربوا مرارا في تلك الأيام.",
    "وقال إن المتظاهرين منعوا من الاقتراب من الساحة في تونس أمس.",
    "وخرج آلاف المشجعين إلى شوارع مدريد احتفالا بالفوز.",
    "وردد المتظاهرون هتافات كثيرة.",
    "وقال الكاتب إننا رأينا المحتجين يرفعون أصواتهم وإن أحدا لم ينزل إلى الشارع من أجلنا.",
    "وأضاف القيادي أن المظاهرات التي عرفتها بلادنا كانت سلمية.",
]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_demonstrators_are_only_spoken_about(text: str) -> None:
    assert protests(text) == []

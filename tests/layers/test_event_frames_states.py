"""Frames of what states and armies do to each other: talks, vetoes, exercises, concessions, attacks on computers, deaths."""

from __future__ import annotations

import pytest

from rawi import Reader

READER = Reader()

# text, trigger, type, actors, recipients
TOLD = [
    ("انعقدت القمة العربية في عمان أمس.", "انعقدت", "CONSULT", [], []),
    ("انعقد اجتماع بين روسيا وتركيا في جنيف أمس.", "انعقد", "CONSULT", ["روسيا", "تركيا"], []),
    ("التأم مجلس الأمن في جلسة طارئة.", "التأم", "CONSULT", ["مجلس الأمن"], []),
    ("توسطت مصر بين الطرفين.", "توسطت", "CONSULT", ["مصر"], ["الطرفين"]),
    ("استخدمت روسيا حق النقض ضد مشروع القرار.", "استخدمت", "REJECT", ["روسيا"], ["مشروع القرار"]),
    ("انتزع الجيش السيطرة على التلة من المسلحين.", "انتزع", "COERCE", ["الجيش"], ["المسلحين"]),
    ("أجرت البحرية الإيرانية مناورات في مضيق هرمز.", "مناورات", "MOBILIZE", ["البحرية الإيرانية"], []),
    ("نفذ الجيش تدريبات بحرية قرب الساحل.", "تدريبات", "MOBILIZE", ["الجيش"], []),
    ("تعرض موقع الوزارة لهجوم إلكتروني.", "هجوم إلكتروني", "COERCE", [], []),
    ("اعتذرت الحكومة عن الحادث.", "اعتذرت", "CONCEDE", ["الحكومة"], []),
    ("رفعت الحكومة حالة الطوارئ.", "رفعت", "CONCEDE", ["الحكومة"], []),
    ("رفعت الحكومة حظر التجول.", "رفعت", "CONCEDE", ["الحكومة"], []),
    ("استجابت الحكومة لمطالب المحتجين.", "استجابت", "CONCEDE", ["الحكومة"], []),
    ("تراجعت الحكومة عن قرار رفع الأسعار.", "تراجعت", "CONCEDE", ["الحكومة"], []),
    ("التحق عشرات الشبان بصفوف التنظيم في سوريا.", "التحق", "SUPPORT", ["عشرات الشبان"], ["التنظيم"]),
    ("سيمثل المتهم أمام المحكمة غدا.", "سيمثل", "ACCUSE", [], ["المتهم"]),
    ("هدمت الجرافات الإسرائيلية منزلين في القدس.", "هدمت", "ASSAULT", ["الجرافات الإسرائيلية"], ["منزلين"]),
    ("أصيب العشرات بالاختناق خلال مواجهات مع الاحتلال.", "أصيب", "ASSAULT", [], ["العشرات"]),
    ("لقي عشرة أشخاص حتفهم في تفجير انتحاري.", "لقي", "ASSAULT", [], ["عشرة أشخاص"]),
    ("ولقي ثلاثة جنود مصرعهم في هجوم على حاجز.", "لقي", "ASSAULT", [], ["ثلاثة جنود"]),
]


@pytest.mark.parametrize(("text", "trigger", "kind", "actors", "recipients"), TOLD)
def test_is_told(text: str, trigger: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    found = [event for event in READER.read(text, published="2020-03-04").events if event.type == kind]
    assert [event.trigger.text for event in found] == [trigger]
    assert [span.text for span in found[0].actors] == actors
    assert [span.text for span in found[0].recipients] == recipients


# text, type: no event of it
NOT_TOLD = [
    ("تمثل هذه الخطوة تحديا أمام المحكمة.", "ACCUSE"),
    ("تعرض موقع الوزارة لهجوم إلكتروني.", "ASSAULT"),
    ("أجرى الحزب مناورات سياسية قبل الانتخابات.", "MOBILIZE"),
    ("تراجعت أسعار النفط أمس.", "CONCEDE"),
    ("أعربت الحكومة عن أسفها.", "CONCEDE"),
    # a truce that is broken is none that is made
    ("قالت القناة إن القوات هي التي خرقت الهدنة في تعز أمس.", "RETREAT"),
    ("خرق المسلحون الهدنة وانتهكت القوات وقف إطلاق النار.", "RETREAT"),
]


@pytest.mark.parametrize(("text", "kind"), NOT_TOLD)
def test_is_not_told(text: str, kind: str) -> None:
    assert kind not in [event.type for event in READER.read(text, published="2020-03-04").events]

"""Words of talk, requests and protest in their other senses are no events, on sentences written for the tests."""

from __future__ import annotations

import pytest

from rawi import Reader

READER = Reader()

# text, the type it is not
NOT = [
    ("ودعا الله أن يحفظ البلاد.", "REQUEST"),
    ("ينص القانون على حق تقديم طلب اللجوء.", "REQUEST"),
    ("سقطت مسيرة بعد إطلاق صاروخ من القاعدة.", "PROTEST"),
    ("واستضافت القناة نجوما من عالم الفن.", "CONSULT"),
    ("يشجع الكتاب القراء على زيارة معالم المدينة.", "CONSULT"),
    ("واستمع قاضي تحقيق إلى الشاهد.", "ACCUSE"),
]


@pytest.mark.parametrize(("text", "kind"), NOT)
def test_other_senses(text: str, kind: str) -> None:
    assert kind not in {event.type for event in READER.read(text, published="2020-03-04").events}


# text, type, trigger
STILL = [
    ("دعا الرئيس الأطراف إلى الحوار.", "REQUEST", "دعا"),
    ("تأتي العملية بناء على طلب من الحكومة اليمنية.", "REQUEST", "طلب"),
    ("استضافت باريس مؤتمرا للسلام.", "CONSULT", "استضافت"),
    ("وأضرب المعلمون في بيروت احتجاجا على خفض الأجور.", "PROTEST", "أضرب"),
]


@pytest.mark.parametrize(("text", "kind", "trigger"), STILL)
def test_events_of_the_same_words(text: str, kind: str, trigger: str) -> None:
    events = READER.read(text, published="2020-03-04").events
    assert trigger in [event.trigger.text for event in events if event.type == kind]

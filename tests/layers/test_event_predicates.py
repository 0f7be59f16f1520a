"""Participles and adjectives that tell an event as predicates, on sentences written for the tests."""

from __future__ import annotations

import pytest

from rawi import Reader

READER = Reader()

# text, type, trigger, actors
CASES = [
    ("وأكد الوزير أن بلاده حريصة على تطوير علاقاتها مع الكويت.", "AGREE", "حريصة", ["بلاده"]),
    ("وأضاف أن حكومته ملتزمة بالعمل مع الحلفاء.", "AGREE", "ملتزمة", ["حكومته"]),
    # a pronoun stands for the speaker
    ("وقال الوزير إننا ملتزمون بالعمل مع الحلفاء.", "AGREE", "ملتزمون", ["الوزير"]),
    # a stand is somebody's
    ("وموقف الأردن داعم للشرعية في اليمن.", "SUPPORT", "داعم", ["الأردن"]),
    ("وأضاف البيان أن البلدين عازمان على مواصلة تعاونهما.", "AGREE", "عازمان", ["البلدين"]),
    ("والنقابة رافضة للاتفاق مع الشركة.", "REJECT", "رافضة", ["النقابة"]),
]


@pytest.mark.parametrize(("text", "kind", "trigger", "actors"), CASES)
def test_predicates(text: str, kind: str, trigger: str, actors: list[str]) -> None:
    events = [e for e in READER.read(text, published="2020-03-04").events if e.type == kind]
    assert [(e.trigger.text, [a.text for a in e.actors]) for e in events] == [(trigger, actors)]


NONE = [
    # attributes identify somebody, they tell nothing new
    "استقال الوزير الملتزم بالاتفاق.",
    "وقالت لجنة التحقيق إن العدد ارتفع.",
    "ولد وزير الخارجية والتعاون الدولي في القرية.",
    "صعد المتسلقون إلى قمة الجبل.",
    "شهدت البلاد اضطرابا في توزيع المياه.",
]


@pytest.mark.parametrize("text", NONE)
def test_attributes_and_other_senses_are_no_events(text: str) -> None:
    kinds = {event.type for event in READER.read(text, published="2020-03-04").events}
    assert not kinds & {"AGREE", "ACCUSE", "PROTEST", "CONSULT", "COOPERATE"}

"""Who does what a noun names, told by what governs the noun, on sentences written for the tests."""

from __future__ import annotations

import pytest

from rawi import Reader
from rawi.record import Participant

READER = Reader()

# text, kind of event, doers, those it is done to
CASES = [
    # verbs of trying, deciding and entering lend their subject
    ("العمال يدخلون في إضراب مفتوح عن العمل", "PROTEST", ["العمال"], []),
    ("المسلحون يعتزمون مهاجمة القرية", "ASSAULT", ["المسلحون"], ["القرية"]),
    # so do their verbal nouns, and what governs these in turn
    ("قرر شباب المدينة الدخول في اعتصام أمام مقر الشركة", "PROTEST", ["شباب المدينة"], ["مقر الشركة"]),
    ("محاولة المتمردين الهجوم على الثكنة تفشل", "ASSAULT", ["المتمردين"], ["الثكنة"]),
    # verbal nouns joined by و share what governs them and what follows them
    ("الجيش يتمكن من محاصرة واعتقال ثلاثة مسلحين", "COERCE", ["الجيش"], ["ثلاثة مسلحين"]),
    # who announces an act of his own does it
    ("أعلنت السعودية قطع علاقاتها الدبلوماسية مع إيران.", "SANCTION", ["السعودية"], ["إيران"]),
    # who claims an attack made it
    ("قتل جنديان في هجوم على ثكنة. وأعلن تنظيم الدولة مسؤوليته عن الهجوم على الثكنة", "ASSAULT", ["تنظيم الدولة"], ["الثكنة"]),
    ("هجوم على ثكنة أعلن تنظيم الدولة مسؤوليته عنه", "ASSAULT", ["تنظيم الدولة"], ["ثكنة"]),
    # the pronoun of a verbal noun with an object of its own is the doer
    ("الجيش يجدد قصفه للأحياء الشرقية", "ASSAULT", ["الجيش"], ["للأحياء الشرقية"]),
    # whoever is accused of a deed is its doer
    ("اتهم الوزير حركة طالبان بشن هجوم على القنصلية في كابول أمس", "ASSAULT", ["حركة طالبان"], ["القنصلية"]),
    # whose relations they are takes part
    ("المغرب يعيد تطبيع علاقاته مع إسرائيل", "COOPERATE", ["المغرب", "إسرائيل"], []),
    # an accusative after a verb with a pronoun is no subject
    ("الجيش يعلن مقتل عشرين مسلحا في هجوم نفذه في الشمال خمسين جنديا", "ASSAULT", ["الجيش"], ["عشرين مسلحا"]),
    # a visit goes to the place that it names; who follows with ل makes it
    ("زيارة بغداد مهمة، يقول الوزير عن زيارة للرئيس التركي إلى أربيل", "CONSULT", ["للرئيس التركي"], []),
    # buildings do not attack
    ("هجوم المطار أوقع قتلى", "ASSAULT", [], ["المطار"]),
]


def texts(people: list[Participant]) -> list[str]:
    return [person.text for person in people]


@pytest.mark.parametrize(("text", "kind", "actors", "recipients"), CASES)
def test_lent_doers(text: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    found = [(texts(e.actors), texts(e.recipients)) for e in READER.read(text, published="2020-03-04").events if e.type == kind]
    assert (actors, recipients) in found, found

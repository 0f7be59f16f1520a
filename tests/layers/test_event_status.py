"""Occurred, future, hypothetical, negated: what the words around a trigger say, on sentences written for the tests."""

from __future__ import annotations

import pytest

from rawi import Reader

READER = Reader()

# text, type of the event, its status
CASES = [
    # negation stands before the verb
    ("لم يقصف الطيران القرية.", "ASSAULT", "negated"),
    ("لن يزور الوزير دمشق.", "CONSULT", "negated"),
    ("ما قصف الطيران القرية.", "ASSAULT", "negated"),
    # ما after a comma or a pronoun is relative, and tells what an event led to
    ("انفجرت قنبلة في السوق، ما أوقع سبعة جرحى.", "ASSAULT", "occurred"),
    ("اندلعت اشتباكات في الحي، ما أدى إلى مقتل جندي.", "ASSAULT", "occurred"),
    ("وقع انفجار في المعسكر وهو ما خلف تسعة قتلى.", "ASSAULT", "occurred"),
    # an exception says that it did happen, but إلا أن means however
    ("لم يقصف الطيران سوى قرية واحدة.", "ASSAULT", "occurred"),
    ("لم يعتقل الجيش إلا ثلاثة مهربين.", "COERCE", "occurred"),
    ("لم يقصف الطيران القرية إلا أن الأهالي غادروها.", "ASSAULT", "negated"),
    # words and verbs that govern a noun
    ("أحبط الجيش هجوما شنه مسلحون على القاعدة.", "ASSAULT", "negated"),
    ("لم تنفذ القوات أي هجوم على البلدة.", "ASSAULT", "negated"),
    ("شنت طائرة بدون طيار غارة على معسكر.", "ASSAULT", "occurred"),
    # what somebody denies; a charge that is denied was made
    ("ونفى المتحدث أن الجيش قصف القرية.", "ASSAULT", "negated"),
    ("ونفت الحكومة اتهامات المعارضة لها بقصف القرية.", "ACCUSE", "occurred"),
    # plans
    ("سيزور الرئيس الفرنسي بيروت.", "CONSULT", "future"),
    ("ومن المقرر أن يزور الرئيس الفرنسي بيروت.", "CONSULT", "future"),
    ("وكان من المقرر أن يزور الرئيس الفرنسي بيروت.", "CONSULT", "future"),
    ("يعتزم وزير الخارجية الأردني زيارة بغداد.", "CONSULT", "future"),
    ("حظرت السلطات مسيرة كان من المقرر أن تنظمها النقابة في بيروت احتجاجا على الغلاء.", "PROTEST", "future"),
    ("يلتقي وزير الدفاع التركي نظيره الروسي غدا الخميس.", "CONSULT", "future"),
    ("وقال الوزير إنه سيطلب من البرلمان تمديد حالة الطوارئ.", "REQUEST", "future"),
    # what is expected or warned of lies ahead, what is past is done
    ("وتوقع الوزير تحرير المدينة من المتمردين.", "COERCE", "future"),
    ("يعتقد مسؤولون أمريكيون أن الجيش هاجم القرية.", "ASSAULT", "occurred"),
    # doubt and condition
    ("وكان المغرب قد أعاد العلاقات مع الدولة المجاورة.", "CONCEDE", "occurred"),
    ("قد يزور الوزير دمشق.", "CONSULT", "hypothetical"),
    ("وقد زار الوزير دمشق.", "CONSULT", "occurred"),
    ("عقوبات أمريكية محتملة على إيران", "SANCTION", "hypothetical"),
    ("إذا انسحبت القوات من المدينة عاد الأهالي.", "RETREAT", "hypothetical"),
]


@pytest.mark.parametrize(("text", "kind", "status"), CASES)
def test_status(text: str, kind: str, status: str) -> None:
    events = READER.read(text, published="2020-03-04").events
    assert [event.status for event in events if event.type == kind][:1] == [status], [
        (event.type, event.trigger.text, event.status) for event in events
    ]

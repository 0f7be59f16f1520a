"""Frames of what police, prosecutors and courts do: cells broken up, custody, referrals, verdicts and their execution."""

from __future__ import annotations

import pytest

from rawi import Reader
from rawi.record import Event

READER = Reader()


def events(text: str) -> list[Event]:
    return list(READER.read(text, published="2020-03-04").events)


# text, trigger, type, actors, recipients
TOLD = [
    ("الكشف عن خلية متطرفة في القصرين", "الكشف", "COERCE", [], ["خلية متطرفة"]),
    (
        "تمكنت فرقة الأمن من الكشف عن خلية متطرفة تنشط في الجهة.",
        "الكشف", "COERCE", ["فرقة الأمن"], ["خلية متطرفة"],
    ),
    ("نجحت قوات الأمن في الإطاحة بعصابة مسلحة.", "الإطاحة", "COERCE", ["قوات الأمن"], ["عصابة مسلحة"]),
    ("كشفت الأجهزة الأمنية عن خلية متطرفة.", "كشفت", "COERCE", ["الأجهزة الأمنية"], ["خلية متطرفة"]),
    ("فككت الشرطة خلية متطرفة.", "فككت", "COERCE", ["الشرطة"], ["خلية متطرفة"]),
    ("أذنت النيابة بالاحتفاظ بكامل أفراد الخلية.", "الاحتفاظ", "COERCE", ["النيابة"], ["كامل أفراد الخلية"]),
    ("أذنت النيابة بالإحتفاظ بهم.", "الإحتفاظ", "COERCE", ["النيابة"], []),
    ("أذنت النيابة بالاحتفاظ بهم ومباشرة قضية في شأنهم.", "مباشرة قضية", "ACCUSE", ["النيابة"], []),
    ("قررت المحكمة إحالتهم على القطب القضائي.", "إحالتهم", "ACCUSE", ["المحكمة"], []),
    ("دهمت الشرطة منازل المعارضين.", "دهمت", "COERCE", ["الشرطة"], ["منازل المعارضين"]),
    ("نفذت الشرطة عمليات مداهمة في الحي.", "نفذت", "COERCE", ["الشرطة"], []),
    ("أعلنت وزارة الداخلية تنفيذ حكم الإعدام في ثلاثة متهمين.", "تنفيذ", "SANCTION", ["وزارة الداخلية"], []),
    ("نفذت السلطات حكم الإعدام في ثلاثة متهمين.", "نفذت", "SANCTION", ["السلطات"], []),
    ("قررت المحكمة الحكم بقتلهما تعزيرا.", "الحكم", "SANCTION", ["المحكمة"], []),
    ("حكمت المحكمة بإعدام أربعة متهمين.", "حكمت", "SANCTION", ["المحكمة"], []),
    ("أدين النائب السابق بتهمة الاختلاس.", "أدين", "SANCTION", [], ["النائب السابق"]),
    ("وأدانت المحكمة النائب السابق بتهمة الاختلاس.", "أدانت", "SANCTION", ["المحكمة"], ["النائب السابق"]),
    ("أدانت الحكومة الهجوم.", "أدانت", "ACCUSE", ["الحكومة"], []),
    ("سلم المسلحون أسلحتهم للجيش.", "سلم", "RETREAT", ["المسلحون"], ["للجيش"]),
    ("وأسفر القصف عن جرح ثمانية مدنيين.", "جرح", "ASSAULT", [], ["ثمانية مدنيين"]),
    ("سقط قتيلان وجرح أربعة في إطلاق نار قرب السوق.", "سقط", "ASSAULT", [], ["قتيلان", "أربعة"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "kind", "actors", "recipients"), TOLD)
def test_is_told(text: str, trigger: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    found = [event for event in events(text) if event.trigger.text == trigger]
    assert [event.type for event in found] == [kind]
    assert [span.text for span in found[0].actors] == actors
    assert [span.text for span in found[0].recipients] == recipients


# text, trigger: no event of its own
NOT_TOLD = [
    ("تنفيذ حكم القتل تعزيرا في جان بمنطقة نجران", "القتل"),
    ("كشف المتحدث باسم الحكومة عن خلية أزمة.", "كشف"),
]


@pytest.mark.parametrize(("text", "trigger"), NOT_TOLD)
def test_is_not_told(text: str, trigger: str) -> None:
    assert trigger not in [event.trigger.text for event in events(text)]

"""Who is blamed, praised or refused where the clause names a thing or an act, on sentences written for the tests."""

from __future__ import annotations

import pytest

from rawi import Reader

READER = Reader()

# text, kind of event, those it is about
CASES = [
    # the owner of a thing
    ("النقابة تدعم مطالب سكان القرية", "SUPPORT", ["سكان القرية"]),
    ("ثمّن الوزير دور المغرب في المفاوضات.", "SUPPORT", ["المغرب"]),
    ("أدان الوزير التصريحات «العدوانية» لإيران تجاه جيرانها.", "ACCUSE", ["إيران"]),
    # the subject of its relative clause
    ("أشاد السفير بالدور الذي تؤديه الحكومة العراقية في الحوار.", "SUPPORT", ["الحكومة العراقية"]),
    # the doer of an act, never its victim
    ("أدان الوزير قصف قوات النظام للمخيم.", "ACCUSE", ["قوات النظام"]),
    ("أدان الوزير مقتل قاضيين في سوسة.", "ACCUSE", []),
    # where an attack was made is not to blame for it
    ("تونس تستنكر هجوم قندهار", "ACCUSE", []),
    # acts in acts
    ("أعرب الوزير عن قلقه من خطر اتصال هؤلاء الجهاديين بالقبائل.", "ACCUSE", ["هؤلاء الجهاديين"]),
]


@pytest.mark.parametrize(("text", "kind", "recipients"), CASES)
def test_those_behind(text: str, kind: str, recipients: list[str]) -> None:
    found = [[p.text for p in e.recipients] for e in READER.read(text, published="2020-03-04").events if e.type == kind]
    assert found[:1] == [recipients], found

"""How many were killed, injured, arrested or displaced, on sentences written for the tests."""

from __future__ import annotations

import pytest

from rawi import Reader

READER = Reader()

# text, head counts of its first event of force
CASES = [
    ("مقتل تسعة عسكريين وإصابة اثنين آخرين في إطلاق نار", {"killed": 9, "injured": 2}),
    ("أسفر الهجوم المسلح في بغداد أمس عن مقتل ما لا يقل عن 40 شخصا وإصابة 100 آخرين.", {"killed": 40, "injured": 100}),
    # a sum told after the word for the dead
    ("عدد القتلى في المدينة يبلغ 33 شخصا", {"killed": 33}),
    # phrases for one and two
    ("أوقفت السلطات السودانية المدعو عمر عبد الخالق في الخرطوم.", {"arrested": 1}),
    ("وأصيب الجندي أمس في قصف على معسكر قرب تعز.", {"injured": 1}),
    ("مقتل شرطيين اثنين في انفجار", {"killed": 2}),
    ("اعتقلت الشرطة أحد قادة التنظيم.", {"arrested": 1}),
    # a collective is not one head
    ("قصف الطيران دورية للجيش.", {}),
]


@pytest.mark.parametrize(("text", "heads"), CASES)
def test_head_counts(text: str, heads: dict[str, int]) -> None:
    events = [e for e in READER.read(text, published="2020-03-04").events if e.type in ("ASSAULT", "COERCE")]
    assert [e.casualties for e in events][:1] == [heads], [(e.trigger.text, e.casualties) for e in events]

"""Protests told by what demonstrators do, and what they ask for, on sentences written for the tests."""

from __future__ import annotations

import pytest

from rawi import Reader

READER = Reader()

CASES = [
    # what they shout and hold up
    ("وردد مئات المحتجين هتافات أمام البرلمان في بيروت احتجاجا على الغلاء.", [("PROTEST", "ردد")]),
    # what they demonstrate for is a request of theirs
    (
        "خرج آلاف المتظاهرين إلى الشوارع في تونس أمس للمطالبة بصرف الأجور.",
        [("PROTEST", "خرج"), ("REQUEST", "للمطالبة")],
    ),
    # the content of the request is not done
    ("خرج عشرات العمال في صفاقس للمطالبة بإقالة المدير.", [("PROTEST", "خرج"), ("REQUEST", "للمطالبة")]),
    # to occupy or to surround is how they protest; a crowd is made of them
    ("واحتل مئات المتظاهرين مقر الوزارة في بانكوك احتجاجا على الغلاء.", [("PROTEST", "احتل")]),
    ("وسارت حشود من المتظاهرين في شوارع كركوك تنديدا بالقرار.", [("PROTEST", "سارت")]),
    # others who shout do not demonstrate
    ("وردد الأطفال نشيدا أمام الوزير.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_demonstrators_do(text: str, expected: list[tuple[str, str]]) -> None:
    events = READER.read(text, published="2020-03-04").events
    assert [(event.type, event.trigger.text) for event in events] == expected
    assert len({tuple(actor.text for actor in event.actors) for event in events}) <= 1

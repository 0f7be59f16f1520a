"""Who takes part in talks, on sentences written for the tests."""

from __future__ import annotations

import pytest

from rawi import Reader

READER = Reader()

CASES = [
    ("وتتواصل في القاهرة محادثات وقف إطلاق النار بين حماس وإسرائيل.", ["حماس", "إسرائيل"]),
    ("وبدأت في جنيف محادثات لمدة ساعتين بين وزير الخارجية الروسي ونظيره الأمريكي.", ["وزير الخارجية الروسي", "نظيره الأمريكي"]),
    ("التقى رئيس الوزراء ممثلين عن النقابات.", ["رئيس الوزراء", "ممثلين"]),
]


@pytest.mark.parametrize(("text", "actors"), CASES)
def test_parties_to_talks(text: str, actors: list[str]) -> None:
    events = [event for event in READER.read(text, published="2020-03-04").events if event.type == "CONSULT"]
    assert [[actor.text for actor in event.actors] for event in events][:1] == [actors]

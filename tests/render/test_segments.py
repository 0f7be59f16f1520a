from __future__ import annotations

import pytest

from rawi.record import Record
from rawi.render.segments import Mark, lines, marks


def pieces(text: str, *spans: tuple[int, int, str]) -> list[list[tuple[str, str]]]:
    found = lines(text, [Mark(start, end, item, "content") for start, end, item in spans])
    return [[(piece.text, "".join(mark.item for mark in piece.marks)) for piece in line] for _, line in found]


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        ("abcd", [], [[("abcd", "")]]),
        ("abcd", [(1, 3, "x")], [[("a", ""), ("bc", "x"), ("d", "")]]),
        ("abcd", [(0, 4, "x"), (1, 2, "y")], [[("a", "x"), ("b", "xy"), ("cd", "x")]]),  # within
        ("abcd", [(0, 3, "x"), (1, 4, "y")], [[("a", "x"), ("bc", "xy"), ("d", "y")]]),  # across
        ("abcd", [(0, 2, "x"), (2, 4, "y")], [[("ab", "x"), ("cd", "y")]]),  # side by side
        ("ab\ncd", [(1, 4, "x")], [[("a", ""), ("b", "x")], [("c", "x"), ("d", "")]]),  # over a line's end
        ("ab\n\n \ncd", [(0, 2, "x")], [[("ab", "x")], [("cd", "")]]),  # blank lines are not drawn
        ("بَتٌ", [(0, 1, "x")], [[("بَ", "x"), ("تٌ", "")]]),  # a vowel mark stays with its letter
        ("", [], []),
    ],
)
def test_text_is_cut_where_marks_begin_and_end(
    text: str, spans: list[tuple[int, int, str]], expected: list[list[tuple[str, str]]]
) -> None:
    assert pieces(text, *spans) == expected


def test_nothing_of_a_line_is_lost(sample_record: Record) -> None:
    text = sample_record.report.text
    for offset, segments in lines(text, marks(sample_record)):
        line = "".join(segment.text for segment in segments)
        assert text[offset : offset + len(line)] == line


def test_a_span_outside_the_text_is_not_drawn(sample_record: Record) -> None:
    sample_record.times[0].end = len(sample_record.report.text) + 1
    assert not [mark for mark in marks(sample_record) if mark.role == "time"]


def test_speech_within_speech_is_deeper(sample_record: Record) -> None:
    assert {mark.item: mark.depth for mark in marks(sample_record) if mark.role == "content"} == {"s0": 0, "s1": 1, "s2": 0}

"""When events happened, on sentences written for the tests."""

from __future__ import annotations

import pytest

from rawi import Reader
from rawi.layers.event_when import month
from rawi.record import DateRange

READER = Reader()


def dated(text: str) -> list[tuple[str, str | None]]:
    events = READER.read(text, published="2020-03-04").events
    return [(event.trigger.text, event.date.start if event.date else None) for event in events]


CASES = [
    ("قصف الطيران القرية أمس.", "قصف", "2020-03-03"),
    # the time of a speech dates what it announces by a noun, not what it tells by a clause
    ("أعلنت الشرطة الأحد القبض على مهربين اثنين.", "القبض", "2020-03-01"),
    ("قال الوزير الثلاثاء إن الجيش قصف القرية.", "قصف", None),
    # verbs joined without a comma share the day
    ("خطف مسلحون الأحد تاجرا وقتلوا حارسا.", "قتلوا", "2020-03-01"),
    # what goes on from an act told before, and an act known from then
    ("انفجرت سيارة مفخخة في البصرة أمس. وأسفر الانفجار عن مقتل خمسة.", "مقتل", "2020-03-03"),
]


@pytest.mark.parametrize(("text", "trigger", "day"), CASES)
def test_first_day_of_an_event(text: str, trigger: str, day: str | None) -> None:
    assert (trigger, day) in dated(text)


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        ("2020-03-02", "2020-03-08", "2020-03-01", "2020-03-31"),
        ("2020-03-30", "2020-04-05", "2020-04-01", "2020-04-30"),
        ("2019-12-30", "2020-01-05", "2020-01-01", "2020-01-31"),
        ("2020-03-03", "2020-03-03", "2020-03-03", "2020-03-03"),
        ("2020-01-01", "2020-12-31", "2020-01-01", "2020-12-31"),
    ],
)
def test_a_week_is_told_as_the_month_of_its_middle(start: str, end: str, first: str, last: str) -> None:
    assert month(DateRange(start, end)) == DateRange(first, last)

"""Calendars: Hijri dates, Easter, holidays."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from rawi.layers.time_calendar import easter, hijri_date, hijri_month, hijri_year, holidays


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [
        (1420, 10, 1, date(2000, 1, 8)),
        (1434, 10, 1, date(2013, 8, 8)),
        (1434, 12, 10, date(2013, 10, 15)),
        (1436, 10, 25, date(2015, 8, 10)),
        (1437, 10, 1, date(2016, 7, 6)),
        (1438, 1, 1, date(2016, 10, 2)),
        (1440, 9, 1, date(2019, 5, 6)),
        (1441, 1, 1, date(2019, 8, 31)),
        (1445, 1, 1, date(2023, 7, 19)),
        (1446, 9, 1, date(2025, 3, 1)),
    ],
)
def test_hijri_dates(year: int, month: int, day: int, expected: date) -> None:
    """Days on which the Umm al-Qura calendar is known to have begun these months."""
    assert hijri_date(year, month, day) == expected


def test_months_have_29_or_30_days_and_years_follow_one_another() -> None:
    starts = [hijri_month(year, month) for year in range(1400, 1480) for month in range(1, 13)]
    assert {(b - a).days for a, b in itertools.pairwise(starts)} <= {29, 30}


@pytest.mark.parametrize(("year", "month", "day"), [(1317, 1, 1), (1501, 1, 1), (1438, 13, 1), (1438, 0, 1), (1438, 1, 31)])
def test_no_such_hijri_date(year: int, month: int, day: int) -> None:
    with pytest.raises(ValueError, match="Hijri"):
        hijri_date(year, month, day)


def test_hijri_year_of_a_day() -> None:
    assert hijri_year(date(2016, 10, 1)) == 1437
    assert hijri_year(date(2016, 10, 2)) == 1438


@pytest.mark.parametrize(
    ("year", "expected"),
    [(2013, date(2013, 3, 31)), (2016, date(2016, 3, 27)), (2024, date(2024, 3, 31)), (2038, date(2038, 4, 25))],
)
def test_easter(year: int, expected: date) -> None:
    assert easter(year) == expected


@pytest.mark.parametrize(
    ("name", "year", "expected"),
    [
        ("christmas", 2016, [date(2016, 12, 25)]),
        ("goodfriday", 2016, [date(2016, 3, 25)]),
        ("thanksgiving", 2016, [date(2016, 11, 24)]),
        ("fitr", 2016, [date(2016, 7, 6)]),
        # The lunar year brings some holidays twice in a Gregorian year.
        ("mawlid", 2015, [date(2015, 1, 3), date(2015, 12, 23)]),
        ("unknown", 2016, []),
    ],
)
def test_holidays(name: str, year: int, expected: list[date]) -> None:
    assert holidays(name, year) == expected

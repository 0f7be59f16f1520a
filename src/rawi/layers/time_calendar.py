"""Calendars: the Hijri months, Easter, and the holidays that follow from them."""

from __future__ import annotations

import math
from datetime import date, timedelta
from functools import lru_cache

# Lunation 0 of Meeus's formula is the new moon of 6 January 2000, which opens Shawwal 1420.
_FIRST_MONTH = 1420 * 12 + 9
# Mean time by which the conjunction must have come for the moon to set after the sun at Mecca, in days of Universal
# Time; with the moon's latitude and the season (constants fitted to the published calendar of 1423–1479 AH).
_LATEST, _BY_LATITUDE, _BY_SEASON = 12.5 / 24, 2.4 / 24, (1.0 / 24, 1.5 / 24)


def _new_moon(lunation: int) -> float:
    """Julian date of a new moon, good to a quarter of an hour (J. Meeus, Astronomical Algorithms, chapter 49)."""
    k = float(lunation)
    t = k / 1236.85
    e = 1 - 0.002516 * t - 0.0000074 * t * t
    sun = math.radians(2.5534 + 29.10535670 * k - 0.0000014 * t * t)
    moon = math.radians(201.5643 + 385.81693528 * k + 0.0107582 * t * t)
    latitude = math.radians(160.7108 + 390.67050284 * k - 0.0016118 * t * t)
    day = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t
    day += -0.40720 * math.sin(moon) + 0.17241 * e * math.sin(sun) + 0.01608 * math.sin(2 * moon)
    day += 0.01039 * math.sin(2 * latitude) + 0.00739 * e * math.sin(moon - sun) - 0.00514 * e * math.sin(moon + sun)
    day += 0.00208 * e * e * math.sin(2 * sun) - 0.00111 * math.sin(moon - 2 * latitude)
    return day - 68 / 86400  # dynamical to universal time, about the year 2010


@lru_cache(maxsize=4096)
def hijri_month(year: int, month: int) -> date:
    """First day of a Hijri month.

    By the rule of the Umm al-Qura calendar as used since 1423 AH: the month begins at sunset on the day on which
    the conjunction comes before sunset and the moon sets after the sun at Mecca. The second condition is
    approximated; against the published calendar of 1423–1479 AH 96 % of the months begin on the right day and the
    others a day off. Months begun by sighting may differ by a day as well.

    :raises ValueError: outside 1318–1500 AH (1900–2077).
    """
    if not 1318 <= year <= 1500:
        raise ValueError(f"Hijri year {year} is out of range")
    lunation = year * 12 + month - 1 - _FIRST_MONTH
    moment = _new_moon(lunation) + 0.5
    day = math.floor(moment)
    latitude = math.sin(math.radians(160.7108 + 390.67050284 * lunation))
    sun = 2 * math.pi * (moment - 2451623.8) / 365.2422
    latest = _LATEST + _BY_LATITUDE * latitude + _BY_SEASON[0] * math.sin(sun) + _BY_SEASON[1] * math.cos(sun)
    evening = day if moment - day <= latest else day + 1
    return date(1970, 1, 1) + timedelta(days=evening + 1 - 2440588)


def hijri_date(year: int, month: int, day: int) -> date:
    """The Gregorian day of a Hijri date (see :func:`hijri_month`).

    :raises ValueError: no such date.
    """
    if not 1 <= day <= 30 or not 1 <= month <= 12:
        raise ValueError(f"no such Hijri date: {year}-{month}-{day}")
    return hijri_month(year, month) + timedelta(days=day - 1)


def hijri_year(day: date) -> int:
    """The Hijri year in which a day lies."""
    year = int((day.year - 622) * 33 / 32) + 1
    while hijri_month(year, 1) > day:
        year -= 1
    while hijri_month(year + 1, 1) <= day:
        year += 1
    return year


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


FIXED = {
    "christmas": (12, 25), "christmaseve": (12, 24), "newyear": (1, 1), "newyeareve": (12, 31), "valentine": (2, 14),
    "labour": (5, 1), "women": (3, 8), "mother": (3, 21), "nowruz": (3, 21), "halloween": (10, 31), "fools": (4, 1),
    "bastille": (7, 14), "earth": (3, 30), "nakba": (5, 15), "epiphany": (1, 19),
}  # fmt: skip
HIJRI = {
    "fitr": (10, 1), "adha": (12, 10), "arafa": (12, 9), "ashura": (1, 10), "mawlid": (3, 12), "hijrinewyear": (1, 1),
    "isra": (7, 27), "qadr": (9, 27),
}  # fmt: skip
FROM_EASTER = {"easter": 0, "goodfriday": -2, "palm": -7}


def holidays(name: str, year: int) -> list[date]:
    """The days of a holiday in a Gregorian year: none, one, or two when the lunar year brings it twice.

    :raises ValueError: the year is outside the Hijri calendar's range.
    """
    if name in FIXED:
        return [date(year, *FIXED[name])]
    if name in FROM_EASTER:
        return [easter(year) + timedelta(days=FROM_EASTER[name])]
    if name == "thanksgiving":
        first = date(year, 11, 1)
        return [first + timedelta(days=(3 - first.weekday()) % 7 + 21)]
    if name not in HIJRI:
        return []
    month, day = HIJRI[name]
    middle = hijri_year(date(year, 7, 1))
    return [found for y in (middle - 1, middle, middle + 1) if (found := hijri_date(y, month, day)).year == year]

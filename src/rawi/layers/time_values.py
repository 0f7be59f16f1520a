"""What the slots of a time expression mean on the calendar: TIMEX3 type and value against the day of publication."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from rawi.layers.time_calendar import hijri_date, hijri_month, hijri_year, holidays

Slots = dict[str, Any]
Value = tuple[str, str] | None


@dataclass(slots=True)
class Context:
    """What an expression is resolved against.

    ``today`` is the day of publication, ``moment`` its date and time when the time is known; ``tense`` of the clause
    is ``past``, ``present``, ``future`` or null; ``mentioned`` is the last day told in the report, ``near`` the last one
    in the sentence, ``year`` and ``month`` the last ones told; ``yesterday_named``: the report calls the day before
    "yesterday".
    """

    today: date | None
    moment: datetime | None = None
    tense: str | None = None
    mentioned: date | None = None
    near: date | None = None
    year: int | None = None
    month: tuple[int, int] | None = None
    yesterday_named: bool = False


def resolve(slots: Slots, context: Context) -> Value:
    """Type and value of an expression, or ``None`` when the calendar does not tell (no publication date, no such day)."""
    try:
        value = _resolve(slots, context)
    except (ValueError, OverflowError):
        return None
    if value is None:
        return None
    return ("TIME" if "T" in value else "DATE"), value


def _resolve(slots: Slots, context: Context) -> str | None:
    today = context.today
    day = _day(slots, context)
    if day is not None:
        if slots.get("week_of"):
            return _week(day)
        context.near = context.mentioned = day
        context.year, context.month = day.year, (day.year, day.month)
        if "hour" in slots:
            return _clock(slots, day)
        return day.isoformat() + (f"T{slots['part']}" if "part" in slots else "")
    if "hour" in slots:
        anchor = context.near or today
        return _clock(slots, anchor) if anchor is not None and not slots.keys() & {"year", "month"} else None
    year = _year(slots, context)
    if "weekend" in slots:
        if today is None:
            return None
        # Saturday stands for the week end, so that the value is a day that every reader of ISO dates understands.
        return (today + timedelta(days=6 - today.isoweekday(), weeks=slots["weekend"])).isoformat()
    if "decade" in slots:
        # An interval of ISO 8601, first and last day: a bare "197" is easily taken for a year.
        return f"{slots['decade']:04}-01-01/{slots['decade'] + 9:04}-12-31"
    if "nthweek" in slots:
        return _nth_week(slots, context, year)
    if "season" in slots:
        return f"{year}-{slots['season']}" if year is not None else None
    if "quarter" in slots:
        return f"{year}-Q{slots['quarter']}" if year is not None else None
    if "half" in slots:
        return f"{year}-H{slots['half']}" if year is not None else None
    if "month" in slots:
        if slots.get("hijri"):
            first = _hijri_start(slots, context)
            return first.isoformat() if first is not None else None
        found = _month(slots, context)
        if found is None:
            return None
        context.year, context.month = found[0], found
        return f"{found[0]:04}-{found[1]:02}"
    unit = slots.get("unit")
    if unit == "W" and "uoff" in slots and today is not None:
        return _week(today + timedelta(weeks=slots["uoff"]))
    if unit == "M":
        if slots.get("same"):
            return f"{context.month[0]:04}-{context.month[1]:02}" if context.month else None
        found = _shift(context, slots)
        return f"{found[0]:04}-{found[1]:02}" if found is not None else None
    if unit == "DE" and today is not None and "uoff" in slots:
        return str(today.year // 10 + slots["uoff"])
    if year is not None and (unit == "Y" or "year" in slots):
        context.year = year
        return f"{year:04}"
    return None


def _clock(slots: Slots, day: date) -> str:
    minutes = slots["hour"] * 60 + slots.get("minute", 0)
    if minutes < 0:
        minutes += 1440
    value = f"{day.isoformat()}T{minutes // 60 % 24:02}"
    value += f":{minutes % 60:02}"
    return value + ("Z" if slots.get("zone") == "Z" else "")


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def _shift(context: Context, slots: Slots) -> tuple[int, int] | None:
    """The month that lies ``uoff`` months from now, or from the month told last for السابق and التالي."""
    base = context.month if slots.get("text") and context.month else None
    if base is None:
        if context.today is None:
            return None
        base = (context.today.year, context.today.month)
    count = base[0] * 12 + base[1] - 1 + slots.get("uoff", 0)
    return count // 12, count % 12 + 1


def _year(slots: Slots, context: Context) -> int | None:
    if "year" in slots:
        year: int = slots["year"]
        if slots.get("hijri") and not slots.keys() & {"month", "day"}:
            return hijri_month(year, 1).year
        return year
    if slots.get("same") and slots.get("unit") == "Y":
        return context.year
    if slots.get("unit") == "Y" or slots.keys() & {"season", "quarter", "half"}:
        base = context.year if slots.get("text") and context.year else context.today.year if context.today else None
        return base + slots.get("uoff", 0) if base is not None else None
    return None


def _month(slots: Slots, context: Context) -> tuple[int, int] | None:
    """Year and month of a named month: the year told, the direction told, else the tense of the clause."""
    month: int = slots["month"]
    if not 1 <= month <= 12:
        return None
    if "year" in slots:
        return slots["year"], month
    if slots.get("unit") == "Y" and (year := _year(slots, context)) is not None:
        return year, month
    today = context.today
    if today is None:
        return None
    direction = slots.get("mdir", slots.get("uoff"))
    if direction is not None:
        if direction < 0:
            return (today.year if month < today.month else today.year - 1), month
        if direction > 0:
            return (today.year if month > today.month else today.year + 1), month
        return today.year, month
    return _choose(
        today.year, [((y, month), (y - today.year) * 12 + month - today.month) for y in _around(today)], context, 12
    ), month


def _around(today: date) -> tuple[int, ...]:
    return today.year - 1, today.year, today.year + 1


def _choose(this_year: int, dated: list[tuple[tuple[int, int], int]], context: Context, year: int) -> int:
    """The year that the tense of the clause asks for. ``dated``: (year, month) and its distance from today, ``year`` to a year.

    Past: the last such time, unless that lies most of a year back and the next one is at hand. Future: the next one.
    No verb: this year's, unless far away.
    """
    past = max((d for d in dated if d[1] <= 0), key=lambda d: d[1], default=dated[0])
    coming = min((d for d in dated if d[1] >= 0), key=lambda d: d[1], default=dated[-1])
    if context.tense == "future":
        return coming[0][0]
    if context.tense == "past":
        return coming[0][0] if -past[1] > 0.8 * year and coming[1] < 0.2 * year else past[0][0]
    same = next(d for d in dated if d[0][0] == this_year)
    if abs(same[1]) <= 0.68 * year:
        return same[0][0]
    return min(dated, key=lambda d: abs(d[1]))[0][0]


def _hijri_start(slots: Slots, context: Context) -> date | None:
    month: int = slots["month"]
    if "year" in slots:
        year = slots["year"]
        if year > 1600:
            middle = hijri_year(date(year, 7, 1))
            return next((d for y in (middle - 1, middle, middle + 1) if (d := hijri_month(y, month)).year == year), None)
        return hijri_month(year, month)
    today = context.today
    if today is None:
        return None
    now = hijri_year(today)
    starts = [hijri_month(y, month) for y in (now - 1, now, now + 1)]
    direction = slots.get("mdir", slots.get("uoff"))
    if direction is None:
        return min(starts, key=lambda d: abs((d - today).days + 15))
    past = [d for d in starts if (today - d).days >= (30 if direction < 0 else 0)]
    coming = [d for d in starts if d > today]
    return (past[-1] if direction <= 0 else coming[0]) if past and coming else None


def _nth_weekday(first: date, last: date, weekday: int, nth: int) -> date | None:
    if nth < 0:
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    found = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    return found if found <= last else None


def _month_bounds(year: int, month: int) -> tuple[date, date]:
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), following - timedelta(days=1)


def _frame(slots: Slots, context: Context) -> tuple[date, date] | None:
    """The month or year within which an nth day or week is counted."""
    if "month" in slots and not slots.get("hijri"):
        found = _month(slots, context)
        return _month_bounds(*found) if found is not None else None
    if slots.get("unit") == "M" and (found := _shift(context, slots)) is not None:
        return _month_bounds(*found)
    year = _year(slots, context)
    return (date(year, 1, 1), date(year, 12, 31)) if year is not None else None


def _nth_week(slots: Slots, context: Context, year: int | None) -> str | None:
    frame = _frame(slots, context)
    if frame is None:
        return None
    monday = _nth_weekday(*frame, 1, slots["nthweek"])
    return _week(monday) if monday is not None else None


def _day(slots: Slots, context: Context) -> date | None:
    """The day told, or ``None`` when the slots tell none."""
    today = context.today
    if "hol" in slots:
        return _holiday(slots, context)
    if "nthday" in slots:
        frame = _frame(slots, context)
        if frame is None:
            return None
        found = frame[1] if slots["nthday"] < 0 else frame[0] + timedelta(days=slots["nthday"] - 1)
        return found if found <= frame[1] else None
    if "nth" in slots and "wd" in slots:
        frame = _frame(slots, context)
        if frame is None and today is not None:
            frame = _month_bounds(today.year, today.month)
        return _nth_weekday(*frame, slots["wd"], slots["nth"]) if frame is not None else None
    if "day" in slots:
        return _dated(slots, context)
    if "doff" in slots:
        if today is None:
            return None
        day = today + timedelta(days=slots["doff"])
        # a report collected a day late: the weekday that is named decides
        if "wd" in slots and day.isoweekday() != slots["wd"]:
            near = [day + timedelta(days=n) for n in (-1, 1, -2, 2) if (day + timedelta(days=n)).isoweekday() == slots["wd"]]
            return near[0] if near else day
        return day
    if slots.get("unit") == "D":
        if slots.get("same"):
            return context.mentioned
        base = context.mentioned if slots.get("text") and context.mentioned else today
        return base + timedelta(days=slots.get("uoff", 0)) if base is not None else None
    if "wd" in slots and today is not None:
        return _weekday(slots, context, today)
    return None


def _weekday(slots: Slots, context: Context, today: date) -> date:
    weekday: int = slots["wd"]
    if slots.get("unit") == "W" and "uoff" in slots:
        monday = today - timedelta(days=today.isoweekday() - 1) + timedelta(weeks=slots["uoff"])
        return monday + timedelta(days=weekday - 1)
    back = (today.isoweekday() - weekday) % 7
    ahead = (weekday - today.isoweekday()) % 7
    direction = slots.get("wdir")
    if direction is not None and direction < 0:
        # "last Friday" is not yesterday in a report that calls yesterday "yesterday"
        days = back or 7
        if days == 1 and context.yesterday_named:
            days += 7
        return today - timedelta(days=days + 7 * (-direction - 1))
    if direction is not None and direction > 0:
        return today + timedelta(days=(ahead or 7) + 7 * (direction - 1))
    if direction == 0:
        return today - timedelta(days=today.isoweekday() - 1) + timedelta(days=weekday - 1)
    if context.tense == "future" or (context.tense == "present" and back):
        return today + timedelta(days=ahead)
    return today - timedelta(days=back)


def _dated(slots: Slots, context: Context) -> date | None:
    number: int = slots["day"]
    today = context.today
    if slots.get("hijri"):
        if "year" in slots:
            return hijri_date(slots["year"], slots["month"], number)
        start = _hijri_start(slots, context)
        return start + timedelta(days=number - 1) if start is not None else None
    if "month" not in slots:
        if slots.get("unit") == "M":
            found = _shift(context, slots)
            return date(found[0], found[1], number) if found is not None else None
        return _day_of_near_month(slots, context, today) if today is not None else None
    month: int = slots["month"]
    if "year" in slots or slots.keys() & {"mdir", "uoff"}:
        direction = slots.get("mdir", slots.get("uoff"))
        if "year" not in slots and today is not None and month == today.month and direction and slots.get("unit") != "Y":
            # "on the 2nd of November last", written on the 20th of November
            if direction < 0 and number < today.day:
                return date(today.year, month, number)
            if direction > 0 and number > today.day:
                return date(today.year, month, number)
        found = _month(slots, context)
        return date(found[0], found[1], number) if found is not None else None
    if today is None:
        return None
    dated = []
    for year in _around(today):
        if number <= _month_bounds(year, month)[1].day:
            dated.append(((year, month), (date(year, month, number) - today).days))
    if "wd" in slots:
        fitting = [d for d in dated if date(d[0][0], month, number).isoweekday() == slots["wd"]]
        if fitting:
            return date(min(fitting, key=lambda d: abs(d[1]))[0][0], month, number)
    if not any(d[0][0] == today.year for d in dated):
        return date(dated[0][0][0], month, number) if dated else None
    return date(_choose(today.year, dated, context, 365), month, number)


def _day_of_near_month(slots: Slots, context: Context, today: date) -> date:
    """A day told without its month (الجمعة 15): that of the month that fits weekday and tense."""
    number: int = slots["day"]
    candidates = []
    for back in range(-2, 2):
        year, month = _shift(Context(today), {"uoff": back}) or (0, 0)
        if number <= _month_bounds(year, month)[1].day:
            candidates.append(date(year, month, number))
    if "wd" in slots:
        candidates = [d for d in candidates if d.isoweekday() == slots["wd"]] or candidates
    if context.tense == "future":
        return next((d for d in candidates if d >= today), candidates[-1])
    past = [d for d in candidates if d <= today]
    if "wd" in slots or context.tense == "past":
        return past[-1] if past else candidates[0]
    return min(candidates, key=lambda d: abs((d - today).days))


def _holiday(slots: Slots, context: Context) -> date | None:
    name: str = slots["hol"]
    if "year" in slots:
        year = slots["year"]
        if 1300 <= year <= 1500:
            return None
        found = holidays(name, year)
        return found[0] if found else None
    today = context.today
    if today is None:
        return None
    days = [day for year in _around(today) for day in holidays(name, year)]
    past = [day for day in days if day < today]
    coming = [day for day in days if day >= today]
    direction = slots.get("uoff")
    if direction is not None and direction != 0:
        return past[-1] if direction < 0 else coming[0]
    if context.tense == "past" and past:
        return coming[0] if (today - past[-1]).days > 300 and (coming[0] - today).days < 40 else past[-1]
    this = [day for day in days if day.year == today.year]
    if context.tense == "future" or not this:
        return coming[0] if coming else None
    return this[0]


def shifted(today: date, amounts: list[tuple[int, str]], sign: int, moment: datetime | None = None) -> str | None:
    """The value of "N units ago/hence", as fine as its finest unit: an hour, a day (days, weeks), a month, a year.

    Hours and minutes need the ``moment`` of publication.
    """
    months = days = minutes = 0
    finest = "Y"
    order = ("Y", "M", "D", "H")
    for number, unit in amounts:
        if unit in ("Y", "DE", "CE"):
            months += 12 * number * {"Y": 1, "DE": 10, "CE": 100}[unit]
            grain = "Y"
        elif unit == "M":
            months, grain = months + number, "M"
        elif unit in ("W", "D", "NI"):
            days, grain = days + number * (7 if unit == "W" else 1), "D"
        else:
            minutes, grain = minutes + number * {"H": 60, "MIN": 1, "S": 0}[unit], "H"
        finest = max(finest, grain, key=order.index)
    try:
        count = today.year * 12 + today.month - 1 + sign * months
        year, month = count // 12, count % 12 + 1
        if finest == "Y":
            return f"{year:04}" if year > 0 else None
        if finest == "M":
            return f"{year:04}-{month:02}"
        if finest == "H":
            if moment is None or months:
                return None
            return (moment + sign * timedelta(days=days, minutes=minutes)).isoformat(timespec="minutes")
        base = date(year, month, min(today.day, _month_bounds(year, month)[1].day))
        return (base + timedelta(days=sign * days)).isoformat()
    except (ValueError, OverflowError):
        return None

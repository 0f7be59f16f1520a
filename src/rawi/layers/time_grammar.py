"""The grammar of time expressions: from marked words to slots.

An expression is a run of components (a weekday, a date, a part of the day, a clock time …). Each fills slots; components go
together as long as they fill different slots or agree, so the order in which a writer puts them does not matter much.
What the slots mean on the calendar is told by ``time_values``.
"""

from __future__ import annotations

from collections.abc import Callable

from rawi.layers.time_clock import Clock
from rawi.layers.time_dates import Dates
from rawi.layers.time_reading import LAST, Found, Slots


class Grammar(Dates, Clock):
    """Expressions of time in one sentence."""

    def expression(self, i: int) -> Found:
        """The longest expression that begins at token ``i``."""
        slots: Slots = {}
        j = i
        while j < self.stop and j - i < 40:
            found = self._joined(j, slots)
            if found is None:
                break
            j, more = found
            if "day" in slots and "day" in more and bool(slots.get("hijri")) != bool(more.get("hijri")):
                j = self._two_calendars(j, slots, more)
                continue
            slots.update(more)
        return (j, slots) if slots else None

    def _two_calendars(self, j: int, slots: Slots, more: Slots) -> int:
        """The same day told again in the other calendar, with its year: the Gregorian date is kept."""
        year = self.year(j, more) if "year" not in more else None
        if year is not None:
            j, more = year[0], more | year[1]
        if slots.get("hijri"):
            for key in ("day", "month", "year", "hijri", "mdir", "bare_day"):
                slots.pop(key, None)
            slots.update(more)
        return j

    def _joined(self, j: int, slots: Slots) -> Found:
        if not slots:
            return self._component(j, slots)
        if any(mark.word.attached.joined for mark in self.marks.get(j, ())):
            return None  # "and Monday" begins another expression
        found = self._component(j, slots)
        if found is not None and not self._joins(slots, found[1], j):
            found = None
        if found is not None:
            return found
        at, bracket = j, False
        word = self.norm(j)
        if word in ("(", "،", ",", "/", "|", "-", "–", "ـ"):
            bracket = word == "("
            at = j + 1
            if (link := self.mark(at, "link")) is not None:
                at = link.last
        elif word in ("من", "في", "بين", "عند", "حتي") or (word == "عن" and "dur" in slots):
            if word == "بين" and slots.get("unit") != "W":
                return None
            at = j + 1
        elif (link := self.mark(j, "link")) is not None:
            at = link.last
        if at == j:
            return None
        found = self._component(at, slots)
        if found is None or not self._joins(slots, found[1], at, word):
            return None
        if bracket:
            return (found[0] + 1, found[1]) if self.norm(found[0]) == ")" else None
        return found

    def _joins(self, have: Slots, more: Slots, at: int, by: str = "") -> bool:
        """Whether the component that starts at ``at`` belongs to the expression."""
        if "dur" in have or "dur" in more or "decade" in more or "hol" in more:
            return False
        if any(key in have and have[key] != value for key, value in more.items()):
            # the same day told in two calendars
            return by not in ("",) and "day" in have and "day" in more and (bool(have.get("hijri")) != bool(more.get("hijri")))
        if all(key in have for key in more):
            return by in ("(", "/", "-", "|")
        keys, new = set(have), set(more) - set(have)
        if "year" in new and not new & {"day", "month"}:
            dated = keys & {"month", "season", "quarter", "half", "hol", "nthweek", "nthday", "pos"}
            return bool(dated) or (more.get("unit_year", False) and have.get("unit") == "Y")
        if "uoff" in new:
            if have.get("uoff") is not None:
                return False
            if more.get("unit") in ("Y", "M", "W") and keys & {
                "month",
                "nth",
                "nthweek",
                "nthday",
                "quarter",
                "half",
                "season",
                "bare_day",
            }:
                return True
            return more.get("unit") == "W" and "wd" in keys
        if by in ("من", "في"):
            if "wd" in keys and "nthweek" not in keys:
                return (bool(new & {"month", "day"}) and ("nth" in keys or "day" in new or by == "في")) or "hour" in new
            return (
                bool(keys & {"nthday", "nthweek", "quarter", "half", "bare_day"})
                or "hour" in new
                or ("part" in keys and bool(new & {"doff", "wd", "day"}))
                or ("hour" in keys and bool(new & {"doff", "wd", "day", "part"}))
            )
        if by == "بين":
            return "wd" in new
        if "wd" in new:
            return bool(keys & {"doff", "part", "unit", "hour", "day"}) and "nth" not in new
        if "part" in new:
            return bool(keys & {"wd", "doff", "day", "hour", "month"}) and "part" not in keys
        if "hour" in new:
            return bool(keys & {"wd", "doff", "day", "part"})
        if "doff" in new:
            return bool(keys & {"part", "hour", "wd"})
        if new & {"day", "month"}:
            return bool(keys & {"wd", "doff", "part", "hour", "nth", "nthweek", "nthday", "bare_day", "hijri", "unit"})
        return "zone" in new

    def _component(self, i: int, slots: Slots) -> Found:
        for rule in _RULES:
            found = rule(self, i, slots)
            if found is not None:
                return found
        return None

    def deictic(self, i: int, slots: Slots) -> Found:
        """اليوم, أمس, غدا, الليلة الماضية."""
        mark = self.mark(i, "day")
        if mark is None:
            return None
        found: Slots = {"doff": int(mark.word.value[0])}
        if len(mark.word.value) > 1:
            found["part"] = mark.word.value[1]
        if self.norm(i).endswith("اليوم") and mark.last == i + 1:
            nxt = self.norm(mark.last)
            direction = self.direction(mark.last) if nxt not in LAST else None
            if direction is not None and nxt not in ("هذا", "هذه"):
                value = direction.word.value
                if value[0] == "same":
                    return direction.last, {"unit": "D", "same": True}
                text = {"text": True} if "text" in value else {}
                return direction.last, {"unit": "D", "uoff": int(value[0])} | text
            if (number := self.number(mark.last)) is not None and number.definite and number.kind == "ordinal":
                return None
            if nxt in LAST or nxt in ("العالمي", "الوطني", "الدولي", "الواحد", "الدراسي", "المفتوح", "الاعلامي"):
                return None
        return mark.last, found

    def part(self, i: int, slots: Slots) -> Found:
        """مساء, فجر, بعد ظهر … beside a day; ساعة متأخرة من … only before one."""
        mark = self.mark(i, "part")
        if mark is None or (mark.word.flag == "weak" and "hour" not in slots):
            return None
        j = mark.last
        found: Slots = {"part": mark.word.value[0]}
        if mark.word.flag == "lead":
            inner = self.mark(j, "part")
            if inner is not None and not inner.word.flag:
                found["part"], j = inner.word.value[0], inner.last
        if not slots:
            at = j + (self.norm(j) in ("من", "في", "،"))
            if not (
                self.mark(at, "day")
                or self.mark(at, "weekday")
                or self.mark(at, "unit")
                or self.number(at)
                or self.numeric(at, {})
            ):
                return None
            if found["part"] == "NI":
                # ليل الخميس الجمعة: the night that begins on the first of the two days
                day = self.weekday(at, {})
                if day is not None and "wdir" not in day[1]:
                    nxt = day[0] + (self.norm(day[0]) in ("-", "/", "–", "الي"))
                    other = self.mark(nxt, "weekday")
                    if other is not None and not other.word.attached.cut and int(other.word.value[0]) == day[1]["wd"] % 7 + 1:
                        return other.last, found | day[1]
        return j, found

    def relative(self, i: int, slots: Slots) -> Found:
        """هذا الشهر, العام الماضي, السنة المقبلة, نهاية الأسبوع, مطلع العام, بقية الشهر, الربع الثالث, صيف."""
        if self.depth > 3:
            return None
        self.depth += 1
        try:
            return self._relative(i, slots)
        finally:
            self.depth -= 1

    def _relative(self, i: int, slots: Slots) -> Found:
        j = i
        position = self.mark(j, "position") if "pos" not in slots else None
        if position is not None:
            inner = (
                self.relative(position.last, slots | {"pos": position.word.value[0]})
                or self.date(position.last, {"pos": 1})
                or (self.year(position.last, {}) if self.mark(position.last, "unit") is not None else None)
            )
            weekend = self.mark(j, "weekend")
            if weekend is not None and inner is not None and inner[1].get("unit") == "W" and weekend.last >= inner[0]:
                inner = None
            if inner is not None and "dur" not in inner[1]:
                return inner[0], inner[1] | ({"pos": position.word.value[0]} if position.word.flag != "skip" else {})
        if (weekend := self.mark(j, "weekend")) is not None:
            direction = self.direction(weekend.last)
            if direction is None:
                return weekend.last, {"weekend": 0}
            return direction.last, {"weekend": int(direction.word.value[0])} if direction.word.value[0] != "same" else {
                "weekend": 0
            }
        if (decade := self.mark(j, "decade")) is not None:
            j, century = decade.last, 1900
            if self.norm(j) == "من" and self.norm(j + 1).startswith("القرن"):
                j += 1
            if self.norm(j).startswith("القرن"):
                number = self.number(j + 1)
                if number is not None and isinstance(number.value, int):
                    j, century = number.last, (number.value - 1) * 100
                elif (direction := self.direction(j + 1)) is not None:
                    j = direction.last
            return j, {"decade": century + int(decade.word.value[0])}
        if (season := self.mark(j, "season")) is not None:
            direction = self.direction(season.last)
            if direction is not None and direction.word.value[0] not in ("same",) and season.word.attached.article:
                return direction.last, {"season": season.word.value[0], "uoff": int(direction.word.value[0])}
            at = season.last + (self.norm(season.last) == "من")
            year = self.year(at, {"season": 1}) or self.relative(at, {"season": 1})
            return (
                (season.last, {"season": season.word.value[0]})
                if year is not None and year[1].keys() & {"year", "uoff"}
                else None
            )
        for kind in ("quarter", "half"):
            if (mark := self.mark(j, kind)) is not None:
                at = mark.last + (self.norm(mark.last) == "من")
                year = self.year(at, {kind: 1}) or self.relative(at, {kind: 1})
                if year is not None and (year[1].get("year") or year[1].get("unit") == "Y"):
                    return mark.last, {kind: int(mark.word.value[0])}
        this = self.mark(j, "this")
        if this is not None:
            unit = self.mark(this.last, "unit")
            if unit is None or unit.word.attached.cut or "the" not in unit.word.value:
                return None
            direction = self.direction(unit.last)
            if len(unit.word.value) > 2 or unit.word.value[0] not in ("D", "W", "M", "Y"):
                return None
            end = (
                direction.last
                if direction is not None and direction.word.value[0] == "0" and self.norm(unit.last) not in ("هذا", "هذه")
                else unit.last
            )
            return end, {"unit": unit.word.value[0], "uoff": 0}
        nth = self.nth(j)
        if nth is not None:
            unit = self.mark(j + 1, "unit")
            if unit is not None and unit.word.value in (("W",), ("D",)) and unit.first == j + 1:
                at = unit.last
                if self.norm(at) in ("من", "في") or (self.norm(at).startswith("ب") and self.mark(at, "unit") is not None):
                    follows = self.month(at) or self.relative(at + 1, {}) or self.year(at + 1, {})
                    if follows is not None:
                        key = "nthweek" if unit.word.value[0] == "W" else "nthday"
                        return at, {key: nth}
        unit = self.mark(j, "unit")
        if (
            unit is None
            or "2" in unit.word.value
            or "+" in unit.word.value
            or unit.word.value[0] not in ("D", "W", "M", "Y", "DE")
        ):
            return None
        kind, definite = unit.word.value[0], "the" in unit.word.value
        if definite and kind in ("W", "D"):
            number = self.number(unit.last)
            last = self.norm(unit.last) in LAST
            ordinal = number is not None and number.kind == "ordinal" and number.definite
            if last or ordinal:
                at = unit.last + 1 if last else number.last if number is not None else j
                if self.norm(at) == "من":
                    follows = self.month(at) or self.relative(at + 1, {}) or self.year(at + 1, {})
                    if follows is not None:
                        value = -1 if last else number.value if number is not None else 0
                        return at, {"nthweek" if kind == "W" else "nthday": value}
        if definite:
            direction = self.direction(unit.last)
            if direction is not None and self.norm(unit.last) not in LAST:
                way = direction.word.value
                if way[0] == "same":
                    return direction.last, {"unit": kind, "same": True}
                found: Slots = {"unit": kind, "uoff": int(way[0])}
                if "text" in way:
                    found["text"] = True
                return direction.last, found
            if "pos" in slots and kind in ("W", "M", "Y") and self.year(j, {}) is None:
                return unit.last, {"unit": kind, "uoff": 0}
        if kind in ("W",) and not definite and (day := self.date(unit.last, {})) is not None and "day" in day[1]:
            return day[0], day[1] | {"week_of": True}
        return None

    def holiday(self, i: int, slots: Slots) -> Found:
        """عيد الفطر, رأس السنة 2016; only where it tells a time: after a word of time, with a year, or alone."""
        mark = self.mark(i, "holiday")
        if mark is None:
            return None
        j = mark.last
        found: Slots = {"hol": mark.word.value[0]}
        year = self.year(j + (self.norm(j) == "من"), {"hol": 1})
        if year is not None:
            return year[0], found | year[1]
        direction = self.direction(j)
        if direction is not None and direction.word.value[0] not in ("same",):
            return direction.last, found | {"uoff": int(direction.word.value[0])}
        before = self.norm(i - 1)
        alone = i == 0 or self.tokens[i - 1].sentence != self.tokens[i].sentence
        timed = before in (
            "قبل",
            "بعد",
            "منذ",
            "حتي",
            "يوم",
            "في",
            "خلال",
            "ليله",
            "عشيه",
            "غداه",
            "ثاني",
            "اول",
            "ايام",
            "عطله",
            "اجازه",
            "قبيل",
            "بعيد",
            "صباح",
            "مساء",
        )
        return (j, found) if timed or (alone and self.ends(j)) else None


_RULES: tuple[Callable[[Grammar, int, Slots], Found], ...] = (
    Grammar.numeric,
    Grammar.clock,
    Grammar.weekday,
    Grammar.date,
    Grammar.deictic,
    Grammar.part,
    Grammar.relative,
    Grammar.holiday,
    Grammar.year,
    Grammar.zone,
)

"""The grammar of time expressions: from marked words to slots.

An expression is a run of components (a weekday, a date, a part of the day, a clock time …). Each fills slots; components go
together as long as they fill different slots or agree, so the order in which a writer puts them does not matter much.
What the slots mean on the calendar is told by ``time_values``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from rawi.document import Token
from rawi.layers.time_words import Mark
from rawi.text.numbers import Number, NumberWord, number_at

Slots = dict[str, Any]
Found = tuple[int, Slots] | None

_NUMERIC = re.compile(
    r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?![\d/])(?:[T ](?P<h>\d{2}):(?P<n>\d{2}))?"
    r"|(?P<d2>\d{1,2})\s?[-/.]\s?(?P<m2>\d{1,2})\s?[-/.]\s?(?P<y2>\d{4})(?![\d/])"
    r"|(?P<m3>\d{1,2})/(?P<y3>(?:19|20)\d\d)(?![\d/])"
)
_DAY_MONTH = re.compile(r"(?P<d>\d{1,2})(?P<by>[-/])(?P<m>\d{1,2})(?![\d/.,-])")
_DATE_BEFORE = frozenset({"في", "منذ", "حتي", "من", "الي", "ليوم", "مساء", "صباح"})
_CLOCK = re.compile(r"(?P<h>[0-2]?\d):(?P<n>[0-5]\d)(?::[0-5]\d)?(?![\d:])")
_LOOSE_CLOCK = re.compile(r"(?P<h>[0-2]?\d)[:.,](?P<n>[0-5]\d)(?![\d:])")
_NEIGHBOURS = {("wd", "day"), ("doff", "wd"), ("part", "wd"), ("part", "day"), ("part", "doff")}
_YEAR_BEFORE = frozenset({"في", "منذ", "عام", "سنه", "العام", "السنه", "لعام", "لسنه", "حتي", "خلال", "من", "الي", "بين", "قبل", "بعد", "مطلع",
                          "نهايه", "بدايه", "منتصف", "اواخر", "اوائل", "صيف", "شتاء", "ربيع", "خريف", "عامي", "بعام", "وعام", "وفي"})  # fmt: skip
_FRACTIONS = {"نصف": 30, "النصف": 30, "ونصف": 30, "والنصف": 30, "وربع": 15, "والربع": 15, "وثلث": 20, "والثلث": 20}
_LESS = {"ربعا": 15, "ربع": 15, "الربع": 15, "ثلثا": 20, "ثلث": 20, "الثلث": 20}
_LAST = frozenset({"اخر", "الاخير", "الاخيره"})


class Grammar:
    """The components over the tokens ``first:last`` of one sentence."""

    def __init__(
        self, text: str, tokens: Sequence[Token], stop: int, marks: dict[int, list[Mark]], numbers: dict[str, NumberWord]
    ) -> None:
        self.text, self.tokens, self.stop, self.marks, self.numbers = text, tokens, stop, marks, numbers

    # -- words -------------------------------------------------------------------------------------------------------

    def mark(self, i: int, kind: str) -> Mark | None:
        """The mark of ``kind`` that begins at token ``i``."""
        for found in self.marks.get(i, ()):
            if found.word.kind == kind:
                return found
        return None

    def norm(self, i: int) -> str:
        """The folded word at ``i``; an empty string outside the sentence."""
        return self.tokens[i].word.norm if 0 <= i < self.stop else ""

    def number(self, i: int) -> Number | None:
        """The number that begins at token ``i``."""
        return number_at(self.tokens, i, self.stop, self.numbers) if i < self.stop else None

    def after_text(self, offset: int, i: int) -> int:
        """Index of the first token at or after ``offset``, counted from ``i``."""
        while i < self.stop and self.tokens[i].start < offset:
            i += 1
        return i

    def direction(self, i: int) -> Mark | None:
        """الماضي, المقبل … at ``i`` (an adjective after its noun, so never with an attached word before it)."""
        found = self.mark(i, "dir")
        return found if found is not None and not found.word.attached.cut else None

    # -- one expression ----------------------------------------------------------------------------------------------

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
            return by in ("(", "/", "-", "|", "")
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
                return bool(new & {"month", "day"}) and ("nth" in keys or "day" in new or by == "في") or "hour" in new
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
            return bool(keys & {"wd", "doff", "day", "hour", "month"}) and not ("part" in keys)
        if "hour" in new:
            return bool(keys & {"wd", "doff", "day", "part"})
        if "doff" in new:
            return bool(keys & {"part", "hour", "wd"})
        if new & {"day", "month"}:
            return bool(keys & {"wd", "doff", "part", "hour", "nth", "nthweek", "nthday", "bare_day", "hijri", "unit"})
        return "zone" in new

    # -- components --------------------------------------------------------------------------------------------------

    def _component(self, i: int, slots: Slots) -> Found:
        for rule in _RULES:
            found = rule(self, i, slots)
            if found is not None:
                return found
        return None

    def numeric(self, i: int, slots: Slots) -> Found:
        """13/12/2016, 2016-12-13, 12/2016."""
        if i >= self.stop:
            return None
        token = self.tokens[i]
        if token.kind != "number" or token.end - token.start > 10:
            return None
        if i and self.tokens[i - 1].end == token.start and self.norm(i - 1) in ("/", "-", ".", ":"):
            return None
        match = _NUMERIC.match(self.text, token.start)
        if match is None:
            return self._day_and_month(i, slots)
        group = match.groupdict()
        year, month, day = (int(group[k] or group[k + "2"] or group.get(k + "3") or 0) for k in "ymd")
        if not month and group["m3"]:
            month, year = int(group["m3"]), int(group["y3"])
        if month > 12 >= day > 0:
            month, day = day, month
        if not 1 <= month <= 12 or day > 31:
            return None
        found: Slots = {"year": year, "month": month}
        if day:
            found["day"] = day
        if 1300 <= year <= 1500:
            found["hijri"] = True
        if group["h"]:
            found |= {"hour": int(group["h"]), "minute": int(group["n"])}
        return self.after_text(match.end(), i), found

    def _day_and_month(self, i: int, slots: Slots) -> Found:
        """22/4, 22-4 where a date is told: after a word of time; a fraction or a score is none."""
        match = _DAY_MONTH.match(self.text, self.tokens[i].start)
        if match is None:
            return None
        day, month = int(match["d"]), int(match["m"])
        if month > 12 >= day:
            day, month = month, day
        before = self.norm(i - 1)
        dated = "wd" in slots or before in ("يوم", "بتاريخ", "تاريخ", "اليوم") or (day > 12 and before in _DATE_BEFORE)
        if not dated and not (day > 12 and match["by"] == "/" and self._ends(self.after_text(match.end(), i))):
            return None
        j = self.after_text(match.end(), i)
        if not 1 <= month <= 12 or not 1 <= day <= 31 or self.norm(j) in ("%", "٪"):
            return None
        return j, {"day": day, "month": month}

    def clock(self, i: int, slots: Slots) -> Found:
        """الساعة الثالثة والنصف بعد الظهر بتوقيت غرينتش, 15:15, (10,30 ت غ)."""
        j = i
        unit = self.mark(j, "unit")
        headed = unit is not None and unit.word.value[0] == "H" and (
            unit.word.value[-1] == "the" or (unit.word.attached.article and len(unit.word.value) == 1)
        )  # fmt: skip
        if headed and unit is not None:
            j = unit.last
        if j >= self.stop:
            return None
        token = self.tokens[j]
        hour, minute, exact = None, 0, False
        if token.kind == "number":
            match = _CLOCK.match(self.text, token.start) or (_LOOSE_CLOCK.match(self.text, token.start))
            loose = match is not None and self.text[match.start() + len(match["h"])] != ":"
            if match is not None and int(match["h"]) < 25:
                after = self.after_text(match.end(), j)
                if not loose or headed or self.mark(after, "zone") is not None:
                    hour, minute, exact, j = int(match["h"]), int(match["n"]), True, after
        number = None
        if hour is None:
            number = self.number(j)
            if number is not None and number.kind == "ordinal" and isinstance(number.value, int) and number.value > 12:
                # الرابعة وأربعون دقيقة is not the forty-fourth
                number = number_at(self.tokens, j, j + 1, self.numbers)
            # the hour itself, not "the third hundred"
            if number is None or not isinstance(number.value, int) or not 0 < number.value <= 24:
                return None
            if not headed and not (number.kind == "ordinal" and number.definite and self.feminine(number)):
                return None
            hour, j = number.value, number.last
        j, minute = self._minutes(j, minute)
        part, zone = None, None
        while j < self.stop:
            if part is None and (mark := self.mark(j, "part")) is not None and not mark.word.flag:
                part, j = mark, mark.last
            elif (
                part is None and self.norm(j) == "من" and (mark := self.mark(j + 1, "part")) is not None and not mark.word.flag
            ):
                part, j = mark, mark.last
            elif part is None and (mark := self.mark(j, "day")) is not None and len(mark.word.value) > 1:
                part, j = mark, mark.last
            elif zone is None and (mark := self.mark(j, "zone")) is not None:
                zone, j = mark, mark.last
            else:
                at = j + 1 if self.norm(j) in ("(", "،") else j
                if zone is None and at > j and (mark := self.mark(at, "zone")) is not None and self.norm(mark.last) == ")":
                    zone, j = mark, mark.last + 1
                    continue
                if self.norm(j) == "بتوقيت" and j + 1 < self.stop:
                    zone, j = None, j + 2
                break
        if number is not None and not headed and part is None and "part" not in slots and j == number.last:
            return None
        name = part.word.value[-1] if part is not None else slots.get("part")
        if hour < 12 and (name in ("AF", "EV") or (name == "NI" and hour >= 6)):
            hour += 12
        elif hour == 12 and name in ("NI", "MO") and minute >= 0:
            hour = 0
        found: Slots = {"hour": hour % 24, "minute": minute, "exact": exact}
        if part is not None and part.word.kind == "day":
            found["doff"] = int(part.word.value[0])
        if zone is not None and zone.word.value[0] == "Z":
            found["zone"] = "Z"
        return j, found

    def feminine(self, number: Number) -> bool:
        word = self.norm(number.first)
        return word.endswith("ه") or word.endswith("الاولي")

    def _minutes(self, j: int, minute: int) -> tuple[int, int]:
        word = self.norm(j)
        if word in _FRACTIONS and (word.startswith("و") or self.norm(j - 1) == "و"):
            return j + 1, _FRACTIONS[word]
        if word == "الا" and self.norm(j + 1) in _LESS:
            return j + 2, -_LESS[self.norm(j + 1)]
        at = j + 1 if word == "و" else j
        if at < self.stop and (word.startswith("و")):
            number = self.number(at)
            if number is not None and isinstance(number.value, int) and number.value < 60:
                unit = self.mark(number.last, "unit")
                if unit is not None and unit.word.value[0] == "MIN":
                    return unit.last, number.value
        return j, minute

    def weekday(self, i: int, slots: Slots) -> Found:
        """الثلاثاء, يوم الجمعة 15, ثاني أربعاء من, الاثنين الأخير من."""
        j, nth = i, None
        if (unit := self.mark(j, "unit")) is not None and unit.word.value[0] == "D" and len(unit.word.value) == 1:
            j = unit.last
        elif self.norm(j) in ("نهار", "ايام", "يومي"):
            j += 1
        elif (nth := self._nth(j)) is not None:
            j += 1
            if (unit := self.mark(j, "unit")) is not None and unit.word.value == ("D",):
                j = unit.last
        mark = self.mark(j, "weekday")
        if mark is None or (mark.word.attached.cut and j > i):
            return None
        j = mark.last
        found: Slots = {"wd": int(mark.word.value[0])}
        if mark.word.flag == "weak" and nth is None and not (unit is not None and i + 1 == mark.first):
            week = self.mark(j, "unit")
            if week is None or week.word.value[0] != "W":
                return None
        if mark.word.flag == "weak" and nth is None and found["wd"] in (5, 6, 7) and unit is not None:
            return None
        if nth is not None:
            return (j, found | {"nth": nth}) if self.norm(j) in ("من", "في") or self._joins_holiday(j) else None
        if (direction := self.direction(j)) is not None:
            value = direction.word.value[0]
            if value != "same" and self.norm(j) not in ("هذا", "هذه"):
                last = self.norm(j) in _LAST
                if last and self.norm(j + 1) in ("من", "في"):
                    return j + 1, found | {"nth": -1}
                return direction.last, found | {"wdir": int(value)}
        number = self.number(j + 1 if self.norm(j) in ("في", "،", ",", "-") else j)
        if number is not None and number.first < self.stop and isinstance(number.value, int) and 0 < number.value <= 31:
            masculine = number.kind == "ordinal" and number.definite and not self.feminine(number)
            if masculine and number.value <= 5 and number.first == j and self._ends(number.last):
                return number.last, found | {"nth": number.value}
            if (number.kind == "ordinal" and not masculine) or self.numeric(number.first, {}) is not None:
                return j, found
            if masculine and number.value <= 5 and self.norm(number.last) in ("من", "في") and number.first == j:
                return number.last, found | {"nth": number.value}
            following = self.norm(number.last)
            month = self._month(number.last)
            if month is None and (masculine and number.value > 5 or self._ends(number.last) or following in ("حتي", "الي")):
                return number.last, found | {"day": number.value}
        return j, found

    def _joins_holiday(self, j: int) -> bool:
        return self.norm(j) == "بعد" and self.mark(j + 1, "holiday") is not None

    def _nth(self, i: int) -> int | None:
        """أول, ثاني, ثالث, آخر before its noun."""
        if self.norm(i) in ("اخر", "واخر", "باخر"):
            return -1
        number = self.number(i)
        if number is None or number.kind != "ordinal" or number.definite or number.last != i + 1:
            return None
        return number.value if isinstance(number.value, int) and number.value <= 5 else None

    def _ends(self, i: int) -> bool:
        """Whether the clause ends before token ``i``."""
        return i >= self.stop or self.tokens[i].kind == "punct"

    def _month(self, i: int) -> tuple[int, Slots, bool] | None:
        """[من] [شهر] MONTH with its other name, [DIRECTION]: end, slots, whether the name can stand alone."""
        j, named = i, False
        if self.norm(j) in ("من", "في"):
            j += 1
        unit = self.mark(j, "unit")
        if unit is not None and unit.word.value[0] == "M" and len(unit.word.value) <= 1:
            j, named = unit.last, True
        elif unit is not None and unit.word.value == ("M", "the") and j > i:
            number = self.number(unit.last)
            if number is not None and number.kind == "ordinal" and isinstance(number.value, int) and number.value <= 12:
                return number.last, {"month": number.value}, True
        mark = self.mark(j, "month") or self.mark(j, "hijri")
        if mark is None or (j > i and mark.word.attached.cut):
            if named and (number := self.number(j)) is not None and isinstance(number.value, int) and 1 <= number.value <= 12:
                if number.kind != "ordinal" and self.norm(j) not in ("واحد",) and not number.preposition:
                    return number.last, {"month": number.value}, True
            return None
        slots: Slots = {"month": int(mark.word.value[0])}
        sure = named or not mark.word.flag
        if mark.word.kind == "hijri":
            slots["hijri"] = True
        j = mark.last
        # the same month by its other name: ديسمبر/كانون الأول, ديسمبر (كانون الأول), سبتمبر أيلول
        at = j + 1 if self.norm(j) in ("/", "|", "-", "(", "\\", "،", "–", "[") else j
        if mark.word.kind == "month" and (other := self.mark(at, "month")) is not None and other.word.value == mark.word.value:
            closing = self.norm(at - 1) in ("(", "[")
            if not closing or self.norm(other.last) in (")", "]"):
                j, sure = other.last + closing, True
        if (direction := self.direction(j)) is not None:
            value = direction.word.value[0]
            if value == "same":
                return direction.last, slots, True
            if self.norm(j) not in ("هذا", "هذه"):
                slots["mdir"] = max(-1, min(1, int(value)))
                return direction.last, slots, True
        return j, slots, sure

    def year(self, i: int, slots: Slots) -> Found:
        """[من] عام 2016, سنة ألفين وعشرة, 2016 م, 1437 هـ; a bare number only where a year is expected."""
        j, named = i, False
        unit = self.mark(j, "unit")
        if (
            unit is not None
            and unit.word.value[0] == "Y"
            and len(unit.word.value) < 3
            and "2" not in unit.word.value
            and "+" not in unit.word.value
        ):
            j, named = unit.last, True
        number = self.number(j)
        if number is None or not isinstance(number.value, int) or number.kind == "ordinal" or (number.preposition and named):
            return None
        value, digits = number.value, number.kind == "digits"
        token = self.tokens[number.last - 1]
        if digits and (not self.norm(number.last - 1).isdecimal() or number.last - number.first > 1):
            return None
        era = self.mark(number.last, "era")
        if era is not None and (
            era.last - era.first > 1 or self.tokens[era.first].start - token.end > 1 or era.word.attached.cut
        ):
            era = None
        found: Slots = {"year": value}
        last = number.last
        if era is not None and (digits or named):
            last = era.last
            if self.norm(last) == ".":
                last += self.tokens[last].start == self.tokens[last - 1].end and not self._ends(last + 1)
            if era.word.value[0] == "AH":
                found["hijri"] = True
        elif 1350 <= value <= 1500 and named and digits and slots.get("hijri"):
            found["hijri"] = True
        if named:
            if digits and 30 <= value <= 99 and not self._counts(number):
                return last, {"year": 1900 + value, "unit_year": True}
            if not (100 <= value <= 2200) or (not digits and value < 1000) or (digits and len(self.norm(number.last - 1)) < 3):
                return None
            return last, found | {"unit_year": True}
        if slots:
            if slots.get("hijri") and 1300 <= value <= 1500:
                return last, found | {"hijri": True}
            fits = 1000 <= value <= 2200 if ("day" in slots or not digits) else 1800 <= value <= 2100
            counted = digits and self._counts(number)
            return (last, found) if fits and not (counted and "day" not in slots) and (digits or value >= 1900) else None
        if era is not None and digits and (1300 <= value <= 2100):
            return last, found
        if not digits:
            written = number.last - number.first >= 3 or self.norm(i - 1) in ("عام", "سنه")
            return (last, found) if 1500 <= value <= 2100 and written and self._year_here(i, number) else None
        return (last, found) if 1900 <= value <= 2100 and self._year_here(i, number) else None

    def _counts(self, number: Number) -> bool:
        """Whether the number has something to count behind it."""
        token = self.tokens[number.last] if number.last < self.stop else None
        if token is None or token.kind != "word" or self.marks.get(number.last):
            return token is not None and token.kind in ("latin",) or (token is not None and token.text in "%$€£")
        word = token.word
        return token.upos in ("NOUN", "ADJ", "X") and not word.definite and not word.proclitics

    def _year_here(self, i: int, number: Number) -> bool:
        if self._counts(number):
            return False
        before = self.norm(i - 1)
        if self.norm(number.last) in ("-", "–") and len(self.norm(number.last + 1)) == 4 and self.norm(number.last + 1).isdecimal():
            return True
        if before in _YEAR_BEFORE:
            return True
        if before == "و":
            return len(self.norm(i - 2)) == 4 and self.norm(i - 2).isdecimal()
        if before in ("-", "–", "/", "("):
            at = i - 2
            if before == "(":
                return self.norm(number.last) in (")", "-", "–")
            return self.norm(at).isdecimal() and len(self.norm(at)) == 4 and self.tokens[i - 1].start == self.tokens[at].end
        token = self.tokens[i - 1] if i else None
        if token is None or token.kind != "word":
            return (
                self.norm(number.last) in ("-", "–")
                and self.norm(number.last + 1).isdecimal()
                and len(self.norm(number.last + 1)) == 4
            )
        # "the elections of 2014": a noun before, nothing to count behind
        return (
            token.upos in ("NOUN", "PROPN", "ADJ")
            and not token.word.verbs
            and token.word.norm not in ("نحو", "حوالي", "زهاء", "قرابه", "رقم", "ب")
        )

    def date(self, i: int, slots: Slots) -> Found:
        """[يوم] 13 ديسمبر/كانون الأول, الثامن من جانفي, سبتمبر الحادي والعشرين, سبتمبر الماضي, شهر أكتوبر."""
        j, headed = i, False
        unit = self.mark(j, "unit")
        if (
            unit is not None
            and unit.word.value[0] == "D"
            and (unit.word.value[1:] in ((), ("the",)))
            or self.norm(j) in ("بتاريخ", "يومي", "تاريخ", "ليله")
        ):
            if self.marks.get(j + 1) is None and self.number(j + 1) is None:
                return None
            j, headed = j + 1, True
        position = self.mark(j, "position")
        if position is not None and position.word.value[0] == "start" and self.norm(j).endswith(("اول", "فاتح")):
            month = self._month(position.last)
            if month is not None and (month[2] or position.first != i):
                return month[0], month[1] | {"day": 1}
        number = self.number(j)
        if number is not None and isinstance(number.value, int) and 1 <= number.value <= 31:
            month = self._month(number.last)
            if month is None and self.norm(number.last) in ("،", "/", "-") and number.kind == "digits":
                month = self._month(number.last + 1)
            if month is not None and not (number.kind == "words" and not headed and not month[2]):
                return month[0], month[1] | {"day": number.value}
            inside = number.kind == "digits" or number.definite
            ok = (
                headed
                and inside
                and (number.kind == "digits" or self.norm(number.last) in ("من", "في") or self._ends(number.last))
            )
            if ok and not self._counts(number) and self.mark(number.last, "unit") is None:
                if unit is not None and "the" in unit.word.value and number.kind == "ordinal":
                    follows = self._month(number.last) or self.mark(number.last + 1, "unit")
                    return (number.last, {"nthday": number.value}) if follows and self.norm(number.last) == "من" else None
                return number.last, {"day": number.value, "bare_day": True}
            if (
                not headed
                and not slots
                and self.norm(number.last) in ("من", "في")
                and (number.kind == "digits" or number.definite)
            ):
                follows = self.mark(number.last + 1, "unit")
                relative = self.relative(number.last + 1, {})
                if follows is not None and follows.word.value[0] == "M" and relative is not None and "uoff" in relative[1]:
                    return number.last, {"day": number.value, "bare_day": True}
            this = self.relative(number.last, {}) if not headed and number.kind == "digits" else None
            if this is not None and this[1].get("unit") == "M" and "uoff" in this[1]:
                return number.last, {"day": number.value, "bare_day": True}
            compound = number.kind == "ordinal" and number.definite and number.value > 10 and not self.feminine(number)
            if compound and self.norm(i - 1) in ("في", "الي", "حتي") and self._ends(number.last):
                return number.last, {"day": number.value, "bare_day": True}
        month = self._month(j) if self.norm(j) not in ("من", "في") else None
        if month is None:
            return None
        number = self.number(month[0])
        between = self.norm(month[0]) == "بين"
        number = self.number(month[0] + 1) if between else number
        if number is not None and isinstance(number.value, int) and 1 <= number.value <= 31:
            definite = number.kind == "ordinal" and number.definite and (number.value > 10 or self._ends(number.last))
            if definite or (
                number.kind == "digits" and (self._ends(number.last) or self.norm(number.last) in ("الي", "حتي", "و"))
            ):
                return number.last, month[1] | {"day": number.value}
        if month[2] or slots.keys() & {"day", "nthday", "bare_day", "nth", "nthweek", "pos"}:
            return month[0], month[1]
        year = self.year(month[0], month[1])
        return (month[0], month[1]) if year is not None and month[1].keys() != {"hijri"} else None

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
            direction = self.direction(mark.last) if nxt not in _LAST else None
            if direction is not None and nxt not in ("هذا", "هذه"):
                value = direction.word.value
                if value[0] == "same":
                    return direction.last, {"unit": "D", "same": True}
                text = {"text": True} if "text" in value else {}
                return direction.last, {"unit": "D", "uoff": int(value[0])} | text
            if (number := self.number(mark.last)) is not None and number.definite and number.kind == "ordinal":
                return None
            if nxt in _LAST or nxt in ("العالمي", "الوطني", "الدولي", "الواحد", "الدراسي", "المفتوح", "الاعلامي"):
                return None
        return mark.last, found

    def part(self, i: int, slots: Slots) -> Found:
        """مساء, فجر, بعد ظهر … beside a day; ساعة متأخرة من … only before one."""
        mark = self.mark(i, "part")
        if mark is None or self.norm(i) in ("الليله",):
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
        j = i
        position = self.mark(j, "position")
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
        nth = self._nth(j)
        if nth is not None:
            unit = self.mark(j + 1, "unit")
            if unit is not None and unit.word.value in (("W",), ("D",)) and unit.first == j + 1:
                at = unit.last
                if self.norm(at) in ("من", "في") or (self.norm(at).startswith("ب") and self.mark(at, "unit") is not None):
                    follows = self._month(at) or self.relative(at + 1, {}) or self.year(at + 1, {})
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
            last = self.norm(unit.last) in _LAST
            ordinal = number is not None and number.kind == "ordinal" and number.definite
            if last or ordinal:
                at = unit.last + 1 if last else number.last if number is not None else j
                if self.norm(at) == "من":
                    follows = self._month(at) or self.relative(at + 1, {}) or self.year(at + 1, {})
                    if follows is not None:
                        value = -1 if last else number.value if number is not None else 0
                        return at, {"nthweek" if kind == "W" else "nthday": value}
        if definite:
            direction = self.direction(unit.last)
            if direction is not None and not (self.norm(unit.last) in _LAST):
                value = direction.word.value
                if value[0] == "same":
                    return direction.last, {"unit": kind, "same": True}
                found: Slots = {"unit": kind, "uoff": int(value[0])}
                if "text" in value:
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
        return (j, found) if timed or (alone and self._ends(j)) else None

    def zone(self, i: int, slots: Slots) -> Found:
        """بتوقيت غرينتش after an hour that stands further off."""
        mark = self.mark(i, "zone")
        return (mark.last, {"zone": mark.word.value[0]}) if mark is not None and "hour" in slots else None


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

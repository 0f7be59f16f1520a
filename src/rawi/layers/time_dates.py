"""Dates: weekdays, days of a month, months under all their names, years."""

from __future__ import annotations

import re

from rawi.layers.time_reading import LAST, Found, Reading, Slots
from rawi.text.numbers import Number

_NUMERIC = re.compile(
    r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?![\d/])(?:[T ](?P<h>\d{2}):(?P<n>\d{2}))?"
    r"|(?P<d2>\d{1,2})\s?[-/.]\s?(?P<m2>\d{1,2})\s?[-/.]\s?(?P<y2>\d{4})(?![\d/])"
    r"|(?P<m3>\d{1,2})/(?P<y3>(?:19|20)\d\d)(?![\d/])"
)
_DAY_MONTH = re.compile(r"(?P<d>\d{1,2})(?P<by>[-/])(?P<m>\d{1,2})(?![\d/.,-])")
_DATE_BEFORE = frozenset({"في", "منذ", "حتي", "من", "الي", "ليوم", "مساء", "صباح"})
_YEAR_BEFORE = frozenset(
    (
        "في",
        "وفي",
        "منذ",
        "حتي",
        "خلال",
        "من",
        "الي",
        "بين",
        "قبل",
        "بعد",
        "عام",
        "سنه",
        "العام",
        "السنه",
        "لعام",
        "لسنه",
        "بعام",
        "وعام",
        "عامي",
        "مطلع",
        "نهايه",
        "بدايه",
        "منتصف",
        "اواخر",
        "اوائل",
        "صيف",
        "شتاء",
        "ربيع",
        "خريف",
    )
)


class Dates(Reading):
    """The components that tell a date."""

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
        j = self.after_text(match.end(), i)
        era = self.mark(j, "era")
        if era is not None and not era.word.attached.cut and self.tokens[era.first].start - match.end() <= 1:
            j = era.last
        return j, found

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
        if not dated and not (day > 12 and match["by"] == "/" and self.ends(self.after_text(match.end(), i))):
            return None
        j = self.after_text(match.end(), i)
        if not 1 <= month <= 12 or not 1 <= day <= 31 or self.norm(j) in ("%", "٪"):
            return None
        return j, {"day": day, "month": month}

    def weekday(self, i: int, slots: Slots) -> Found:
        """الثلاثاء, يوم الجمعة 15, ثاني أربعاء من, الاثنين الأخير من."""
        j, nth = i, None
        if (unit := self.mark(j, "unit")) is not None and unit.word.value[0] == "D" and len(unit.word.value) == 1:
            j = unit.last
        elif self.norm(j) in ("نهار", "ايام", "يومي"):
            j += 1
        elif (nth := self.nth(j)) is not None:
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
                last = self.norm(j) in LAST
                if last and self.norm(j + 1) in ("من", "في"):
                    return j + 1, found | {"nth": -1}
                return direction.last, found | {"wdir": int(value)}
        number = self.number(j + 1 if self.norm(j) in ("في", "،", ",", "-") else j)
        if number is not None and number.first < self.stop and isinstance(number.value, int) and 0 < number.value <= 31:
            masculine = number.kind == "ordinal" and number.definite and not self.feminine(number)
            if masculine and number.value <= 5 and number.first == j and self.ends(number.last):
                return number.last, found | {"nth": number.value}
            if (number.kind == "ordinal" and not masculine) or self.numeric(number.first, {}) is not None:
                return j, found
            if masculine and number.value <= 5 and self.norm(number.last) in ("من", "في") and number.first == j:
                return number.last, found | {"nth": number.value}
            following = self.norm(number.last)
            month = self.month(number.last)
            if month is None and ((masculine and number.value > 5) or self.ends(number.last) or following in ("حتي", "الي")):
                return number.last, found | {"day": number.value}
        return j, found

    def _joins_holiday(self, j: int) -> bool:
        return self.norm(j) == "بعد" and self.mark(j + 1, "holiday") is not None

    def month(self, i: int) -> tuple[int, Slots, bool] | None:
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
                cardinal = number.kind != "ordinal" and self.norm(j) != "واحد" and not number.preposition
                return (number.last, {"month": number.value}, True) if cardinal else None
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
                last += self.tokens[last].start == self.tokens[last - 1].end and not self.ends(last + 1)
            if era.word.value[0] == "AH":
                found["hijri"] = True
        elif 1350 <= value <= 1500 and named and digits and slots.get("hijri"):
            found["hijri"] = True
        if named:
            if digits and 30 <= value <= 99 and not self.counts(number):
                return last, {"year": 1900 + value, "unit_year": True}
            if not (100 <= value <= 2200) or (not digits and value < 1000) or (digits and len(self.norm(number.last - 1)) < 3):
                return None
            return last, found | {"unit_year": True}
        if slots:
            if slots.get("hijri") and 1300 <= value <= 1500:
                return last, found | {"hijri": True}
            fits = 1000 <= value <= 2200 if ("day" in slots or not digits) else 1800 <= value <= 2100
            counted = digits and self.counts(number)
            if "month" in slots and 1950 <= value <= 2050:
                counted = False
            return (last, found) if fits and not (counted and "day" not in slots) and (digits or value >= 1900) else None
        if era is not None and digits and (1300 <= value <= 2100):
            return last, found
        if not digits:
            written = number.last - number.first >= 3 or self.norm(i - 1) in ("عام", "سنه", "مواليد")
            return (last, found) if 1500 <= value <= 2100 and written and self._year_here(i, number) else None
        return (last, found) if 1900 <= value <= 2100 and self._year_here(i, number) else None

    def _year_here(self, i: int, number: Number) -> bool:
        if self.counts(number):
            return False
        before = self.norm(i - 1)
        if (
            self.norm(number.last) in ("-", "–")
            and len(self.norm(number.last + 1)) == 4
            and self.norm(number.last + 1).isdecimal()
        ):
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

    def _after_verb(self, i: int) -> bool:
        """Whether a verb and في stand before token ``i``: عاد في 15 is the day, ارتفع إلى 15 and 3 في 15 are not."""
        return i > 1 and self.norm(i - 1) == "في" and self.tokens[i - 2].upos == "VERB"

    def date(self, i: int, slots: Slots) -> Found:
        """[يوم] 13 ديسمبر/كانون الأول, الثامن من جانفي, سبتمبر الحادي والعشرين, سبتمبر الماضي, شهر أكتوبر."""
        j, headed = i, False
        unit = self.mark(j, "unit")
        if (unit is not None and unit.word.value in (("D",), ("D", "the"))) or self.norm(j) == "ليله":
            if (numeric := self.numeric(j + 1, {})) is not None and "day" in numeric[1]:
                return numeric
            if self.marks.get(j + 1) is None and self.number(j + 1) is None:
                return None
            j, headed = j + 1, True
        position = self.mark(j, "position")
        if position is not None and position.word.value[0] == "start" and self.norm(j).endswith(("اول", "فاتح")):
            month = self.month(position.last)
            if month is not None and (month[2] or self.year(month[0], {"month": 1}) is not None):
                return month[0], month[1] | {"day": 1}
        number = self.number(j)
        if number is not None and isinstance(number.value, int) and 1 <= number.value <= 31:
            month = self.month(number.last)
            if month is None and self.norm(number.last) in ("،", "/", "-") and number.kind == "digits":
                month = self.month(number.last + 1)
                if month is not None and month[1].get("hijri"):
                    month = None  # 2-صفر is two to nil
            if month is not None and not (number.kind == "words" and not headed and not month[2]):
                return month[0], month[1] | {"day": number.value}
            inside = number.kind == "digits" or number.definite
            ok = (
                headed
                and inside
                and (number.kind == "digits" or self.norm(number.last) in ("من", "في") or self.ends(number.last))
            )
            if ok and not self.counts(number) and self.mark(number.last, "unit") is None:
                if unit is not None and "the" in unit.word.value and number.kind == "ordinal":
                    follows = self.month(number.last) or self.mark(number.last + 1, "unit")
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
            if number.kind == "digits" and self._after_verb(i) and self.ends(number.last):
                return number.last, {"day": number.value, "bare_day": True}
            if compound and self.norm(i - 1) in ("في", "الي", "حتي") and self.ends(number.last):
                return number.last, {"day": number.value, "bare_day": True}
        month = self.month(j) if self.norm(j) not in ("من", "في") else None
        if month is None:
            return None
        number = self.number(month[0])
        between = self.norm(month[0]) == "بين"
        number = self.number(month[0] + 1) if between else number
        if number is not None and isinstance(number.value, int) and 1 <= number.value <= 31:
            definite = number.kind == "ordinal" and number.definite and (number.value > 10 or self.ends(number.last))
            if definite or (
                number.kind == "digits" and (self.ends(number.last) or self.norm(number.last) in ("الي", "حتي", "و"))
            ):
                return number.last, month[1] | {"day": number.value}
        if month[2] or slots.keys() & {"day", "nthday", "bare_day", "nth", "nthweek", "pos"}:
            return month[0], month[1]
        year = self.year(month[0], month[1])
        return (month[0], month[1]) if year is not None and month[1].keys() != {"hijri"} else None

    def relative(self, i: int, slots: Slots) -> Found:
        """هذا الشهر, العام الماضي …; the grammar has it."""
        raise NotImplementedError

"""Clock times: الساعة الثالثة والنصف بعد الظهر بتوقيت غرينتش, 15:15, (10,30 ت غ)."""

from __future__ import annotations

import re

from rawi.layers.time_reading import Found, Reading, Slots
from rawi.text.numbers import number_at

_CLOCK = re.compile(r"(?P<h>[0-2]?\d):(?P<n>[0-5]\d)(?::[0-5]\d)?(?![\d:])")
_LOOSE_CLOCK = re.compile(r"(?P<h>[0-2]?\d)[:.,](?P<n>[0-5]\d)(?![\d:])")
_FRACTIONS = {"نصف": 30, "النصف": 30, "ونصف": 30, "والنصف": 30, "وربع": 15, "والربع": 15, "وثلث": 20, "والثلث": 20}
_LESS = {"ربعا": 15, "ربع": 15, "الربع": 15, "ثلثا": 20, "ثلث": 20, "الثلث": 20}


class Clock(Reading):
    """The components that tell the hour."""

    def clock(self, i: int, slots: Slots) -> Found:
        """الساعة الثالثة والنصف بعد الظهر بتوقيت غرينتش, 15:15, (10,30 ت غ)."""
        j = i
        unit = self.mark(j, "unit")
        headed = unit is not None and unit.word.value == ("H", "the")
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
            if (
                (part is None and (mark := self.mark(j, "part")) is not None and mark.word.flag != "lead")
                or (
                    part is None
                    and self.norm(j) == "من"
                    and (mark := self.mark(j + 1, "part")) is not None
                    and mark.word.flag != "lead"
                )
                or (part is None and (mark := self.mark(j, "day")) is not None and len(mark.word.value) > 1)
            ):
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

    def zone(self, i: int, slots: Slots) -> Found:
        """بتوقيت غرينتش after an hour that stands further off."""
        mark = self.mark(i, "zone")
        return (mark.last, {"zone": mark.word.value[0]}) if mark is not None and "hour" in slots else None

"""When two annotations are the same thing: spans, times, places, and which pairs off with which."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from math import asin, cos, radians, sin, sqrt
from typing import Any

Annotation = Mapping[str, Any]
Pair = tuple[Annotation, Annotation]

EARTH = 12742.0
"""Diameter of the earth in kilometres."""
NEAR = 100.0
"""Two points are the same place within this many kilometres."""
# Whose city it is, is not for a program's measure to say: any two points in it agree, whatever country they name.
_JERUSALEM = {"lat": 31.78, "lon": 35.23}
_JERUSALEM_RADIUS = 15.0
_SENTENCE_END = re.compile('[\n؟!]|\\.(?=[ \n"»”]|\\Z)')


def overlap(a: Annotation, b: Annotation) -> int:
    """Characters that two spans share."""
    shared: int = min(a["end"], b["end"]) - max(a["start"], b["start"])
    return max(0, shared)


def union_share(a: Annotation | None, b: Annotation | None) -> float:
    """Shared characters over all characters of two spans (intersection over union); 0 if one is missing."""
    if not a or not b:
        return 0.0
    shared = overlap(a, b)
    whole = a["end"] - a["start"] + b["end"] - b["start"] - shared
    return shared / whole if whole else 0.0


def close(a: Annotation | None, b: Annotation | None) -> bool:
    """Whether two spans name the same thing: 30 % of their union is shared, or the shorter lies within the longer and the
    two share three letters (a name within its title)."""
    if not a or not b:
        return False
    shared = overlap(a, b)
    shorter = min(a["end"] - a["start"], b["end"] - b["start"])
    return union_share(a, b) >= 0.3 or (shared >= 3 and shared == shorter)


def pair_off(gold: Sequence[Annotation], found: Sequence[Annotation],
             likeness: Callable[[Annotation, Annotation], float]) -> list[Pair]:  # fmt: skip
    """Pairs, each annotation in one at most: the likest first, earlier ones first among equals; likeness 0 is no pair."""
    scored = []
    for i, a in enumerate(gold):
        for j, b in enumerate(found):
            value = likeness(a, b)
            if value > 0:
                scored.append((-value, i, j))
    left, right = set(range(len(gold))), set(range(len(found)))
    pairs = []
    for _, i, j in sorted(scored):
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            pairs.append((gold[i], found[j]))
    return pairs


def kilometres(a: Annotation, b: Annotation) -> float:
    """Great-circle distance (haversine formula)."""
    phi, psi = radians(a["lat"]), radians(b["lat"])
    half = sin((psi - phi) / 2) ** 2 + cos(phi) * cos(psi) * sin(radians(b["lon"] - a["lon"]) / 2) ** 2
    return EARTH * asin(sqrt(half))


def same_value(a: str | None, b: str | None) -> bool:
    """Whether two TIMEX3 values agree: equal but for zone and zero seconds, or the same day where only one has an hour."""
    one, two = ((value or "").replace("Z", "").replace(":00:00", ":00") for value in (a, b))
    if one == two:
        return True
    (day, _, hour), (other_day, _, other_hour) = one.partition("T"), two.partition("T")
    return len(day) == len("2016-12-13") and day == other_day and not (hour and other_hour)


def same_place(a: Annotation, b: Annotation) -> bool:
    """Whether two places agree: the same country and within :data:`NEAR`. The point of a country or wide region is a
    convention, so there the country decides; so it does where a point is missing."""
    located = all(x.get(axis) is not None for x in (a, b) for axis in ("lat", "lon"))
    if located and all(kilometres(x, _JERUSALEM) < _JERUSALEM_RADIUS for x in (a, b)):
        return True
    if a.get("country") != b.get("country"):
        return False
    wide = a.get("wide") or b.get("feature") in ("country", "region", "continent")
    return not located or bool(wide) or kilometres(a, b) <= NEAR


def sentence_ends(text: str) -> list[int]:
    """Offsets of the characters that end a sentence: line ends, question and exclamation marks, and a full stop before
    space, quotation mark or the end."""
    return [match.start() for match in _SENTENCE_END.finditer(text)]


def speaker(statement: Annotation | None) -> Annotation | None:
    """Who speaks: the source, or the name that the missing source refers to."""
    if not statement:
        return None
    return statement.get("source") or statement.get("source_ref")


def code(participant: Annotation) -> str:
    """The participant's code, or an empty string."""
    return (participant.get("code") or "").strip()

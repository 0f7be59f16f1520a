"""Verb inflection: from the two forms a table gives (perfect and imperfect) to stems, and from a written word back to readings.

A verb needs few stems (قال: قال، قل، قيل; يقول: قول، قل، قال); endings and prefixes come from fixed tables. A word is
read by taking prefixes and endings off and looking the rest up, so nothing is inflected in advance and start-up stays short.
The stem classes follow the usual grammar of sound, assimilated, hollow, defective, doubled and hamzated verbs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from rawi.document import VerbReading
from rawi.text.fold import fold

M = TypeVar("M")
SHADDA = "\u0651"
_MARKS = dict.fromkeys([*range(0x064B, 0x0653), 0x0670, 0x0640])

# What may follow a stem. Perfect: Z nothing, T ت/تا, W وا, A dual ا, C consonantal endings. Imperfect: Z nothing, J nothing in
# the jussive, W ون/وا, Y ين/ي, A ان/ا, N ن. E: nothing, but only before a pronoun ending (رماه, يراه).
# G: نا or ن after a stem that has lost its own ن to them (كنا).
Z, T, W, A, C, J, Y, N, E, G = 1, 2, 4, 8, 16, 32, 64, 128, 256, 512

# Ending → (stem class, person, gender, number), and whether a pronoun may or must follow it.
_PERFECT: dict[str, tuple[tuple[int, str, str, str], ...]] = {
    "": ((Z, "3", "m", "s"),),
    "ت": ((T, "3", "f", "s"), (C, "1", "x", "s"), (C, "2", "x", "s")),
    "تا": ((T, "3", "f", "d"),),
    "وا": ((W, "3", "m", "p"),),
    "ا": ((A, "3", "m", "d"),),
    "نا": ((C | G, "1", "x", "p"),),
    "ن": ((C | G, "3", "f", "p"),),
    "تم": ((C, "2", "m", "p"),),
    "تما": ((C, "2", "x", "d"),),
    "تن": ((C, "2", "f", "p"),),
}
_PERFECT_BEFORE_PRONOUN = {**{k: v for k, v in _PERFECT.items() if k not in ("وا", "تم")}, "و": _PERFECT["وا"],
                           "تمو": _PERFECT["تم"]}  # fmt: skip
# Ending → stem class, number, gender override for third person.
_IMPERFECT: dict[str, tuple[tuple[int, str, str], ...]] = {
    "": ((Z, "s", ""), (J, "s", "")),
    "ون": ((W, "p", "m"),),
    "وا": ((W, "p", "m"),),
    "ان": ((A, "d", ""),),
    "ا": ((A, "d", ""),),
    "ين": ((Y, "s", "2"),),
    "ي": ((Y, "s", "2"),),
    "ن": ((N, "p", "f"),),
}
_IMPERFECT_BEFORE_PRONOUN = {**{k: v for k, v in _IMPERFECT.items() if k != "وا"}, "و": _IMPERFECT["وا"]}


def _by_last(endings: dict[str, M]) -> dict[str, tuple[tuple[str, M], ...]]:
    """The endings that a word can have by its last letter, in order; under an empty key those of a word in another letter."""
    lasts = {ending[-1:] for ending in endings}
    return {last: tuple((e, m) for e, m in endings.items() if not e or e[-1] == last) for last in lasts}


_PERFECT_ENDINGS = (_by_last(_PERFECT), _by_last(_PERFECT_BEFORE_PRONOUN))
_IMPERFECT_ENDINGS = (_by_last(_IMPERFECT), _by_last(_IMPERFECT_BEFORE_PRONOUN))
_REMEMBERED = 1 << 15


@dataclass(frozen=True, slots=True)
class Stem:
    """A stem as written, what may follow it, and the verb it belongs to."""

    plain: str
    follows: int
    lemma: str
    voice: str


def strip_marks(text: str) -> str:
    """``text`` without short vowels, shadda and tatweel; hamza seats stay."""
    return text.translate(_MARKS)


def lemma_of(past: str) -> str:
    """The lemma of a verb whose perfect the table writes as ``past``."""
    return strip_marks(past)


def perfect_stems(past: str, present: str) -> Iterator[tuple[str, int, str]]:
    """Perfect stems of a verb as ``(stem, what may follow, voice)``."""
    doubled = past.endswith(SHADDA)
    p = strip_marks(past)
    s = strip_marks(present)[1:]
    last = p[-1]
    passive = ""
    if doubled:
        voice = "active" if len(p) > 2 and p[-2] == "ا" else "either"
        yield p, Z | T | W | A, voice
        yield p + last, C, "either"
    elif last == "ى":
        yield p, Z, "active"
        yield p[:-1] + "ا", E, "active"
        yield p[:-1], T | W, "active"
        yield p[:-1] + "ي", A | C, "either"
        passive = p[:-1] + "ي"
    elif last == "ا" and len(p) >= 3:
        yield p, Z, "active"
        yield p[:-1], T | W, "active"
        yield p[:-1] + "و", A | C, "active"
        passive = p[:-1] + "ي"
    elif last == "ي":
        yield p, Z | T | A | C, "active"
        yield p[:-1], W, "active"
    elif _hollow(p, s):
        yield p, Z | T | W | A, "active"
        yield p[:-2] + ("ئ" if last == "ء" else last), C, "either"
        if last == "ن":
            yield p[:-2], G, "active"
        middle = p[:-2] + "ي" + last
        yield middle, Z | T | W | A, "passive"
        return
    elif last in "أؤئء":
        voice = "active" if last == "أ" else "either"
        yield p, Z | T | W | C, voice
        yield p[:-1] + "ؤ", W, voice
        yield p[:-1] + "آ", E, voice
        passive = p[:-1] + "ئ"
    else:
        yield p, Z | T | W | A | C, "active" if _has_long_alef(p) or _intransitive(p) else "either"
        if last == "ن":
            yield p[:-1], G, "either"
    if _has_long_alef(p):
        k = 1 if p[1] == "ا" else 2
        body = passive or p
        yield body[:k] + "و" + body[k + 1 :], Z | T | W | A | C, "passive"
    elif passive:
        yield passive, Z | T | W | A | C, "passive"
    if p[0] == "آ" and len(p) > 2:
        yield "أو" + (passive or p)[1:], Z | T | W | A | C, "passive"


def imperfect_stems(past: str, present: str) -> Iterator[tuple[str, int, str]]:
    """Imperfect stems of a verb, without the person prefix, as ``(stem, what may follow, voice)``."""
    doubled = present.endswith(SHADDA)
    p = strip_marks(past)
    s = strip_marks(present)[1:]
    last = s[-1]
    if doubled:
        yield s, Z | J | W | A | Y, "either"
        yield s + last, J | N, "either"
    elif last == "ي":
        yield s, Z | A | N, "either"
        yield s[:-1], J | W | Y, "either"
        yield s[:-1] + "ا", E, "passive"
    elif last == "ى":
        yield s, Z, "either" if p[-1] == "ى" else "active"
        yield s[:-1] + "ا", E, "either" if p[-1] == "ى" else "active"
        yield s[:-1] + "ي", A | N | Y, "active"
        yield s[:-1], J | W | Y, "active"
    elif last == "و" and len(s) >= 3:
        yield s, Z | A | N | E, "active"
        yield s[:-1], J | W | Y, "active"
        yield s[:-1] + "ى", Z, "passive"
        yield s[:-1] + "ا", E, "passive"
    elif len(s) >= 3 and s[-2] in "ويا" and _hollow(p, s):
        voice = "either" if s[-2] == "ا" else "active"
        yield s, Z | W | A | Y, voice
        yield s[:-2] + ("ئ" if last == "ء" else last), J | N, voice
        if s[-2] != "ا":
            yield s[:-2] + "ا" + last, Z | W | A | Y, "passive"
    elif last in "أؤئء":
        yield s, Z | J | W | A | Y | N, "either" if last == "أ" else "active"
        yield s[:-1] + "ؤ", W | E, "active"
        yield s[:-1] + "ئ", Y | E, "active"
        if last != "أ":
            yield s[:-1] + "أ", Z | J, "passive"
    else:
        yield s, Z | J | W | A | Y | N, "active" if _intransitive(p) else "either"
    if p[0] == "و" and len(p) == 3 and s[0] != "و":
        yield "و" + s, Z | J | W | A, "passive"


def _hollow(p: str, s: str) -> bool:
    return len(p) >= 3 and p[-2] == "ا" and len(s) >= 2 and s[-2] in "ويا" and not (len(p) == 3 and p[0] == "ا")


def _has_long_alef(p: str) -> bool:
    """Form III (قاتل) and form VI (تبادل): the passive shows in writing."""
    return len(p) >= 4 and (p[1] == "ا" or (p[0] == "ت" and p[2] == "ا" and len(p) == 5))


def _intransitive(p: str) -> bool:
    """Form VII has no passive."""
    return p.startswith("ان") and len(p) == 5 and p[2] != "ت"


class Verbs:
    """The verbs of the tables, read from written words."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._perfect: dict[str, list[Stem]] = {}
        self._imperfect: dict[str, list[Stem]] = {}
        self._known: dict[tuple[str, bool, bool], list[VerbReading]] = {}
        for past, present in pairs:
            lemma = lemma_of(past)
            for make, index in ((perfect_stems, self._perfect), (imperfect_stems, self._imperfect)):
                for plain, follows, voice in make(past, present):
                    index.setdefault(fold(plain), []).append(Stem(plain, follows, lemma, voice))

    def read(self, plain: str, pronoun: bool = False, perfect: bool = True) -> list[VerbReading]:
        """Readings of a word without clitics.

        :param plain: the letters as written, without marks (:func:`strip_marks`).
        :param pronoun: a pronoun ending was taken off.
        :param perfect: whether perfect readings are wanted (not after the future س).
        """
        key = (plain, pronoun, perfect)
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            known = self._known[key] = self._read(plain, pronoun, perfect)
        return known

    def _read(self, plain: str, pronoun: bool, perfect: bool) -> list[VerbReading]:
        found: list[VerbReading] = []
        folded = fold(plain)
        if len(folded) != len(plain) or len(folded) < 2:
            return found
        if perfect:
            endings = _PERFECT_ENDINGS[pronoun]
            for ending, meanings in endings.get(folded[-1]) or endings[""]:
                if ending and not folded.endswith(ending):
                    continue
                cut = len(folded) - len(ending)
                for stem in self._perfect.get(folded[:cut], ()):
                    if not spelled(plain[:cut], stem.plain):
                        continue
                    for kind, person, gender, number in meanings:
                        if stem.follows & kind or (pronoun and not ending and stem.follows & E):
                            found.append(_reading(stem.lemma, "past", person, gender, number, stem.voice))
        prefix = folded[0]
        if prefix in "يتان":
            present = _IMPERFECT_ENDINGS[pronoun]
            for ending, senses in present.get(folded[-1]) or present[""]:
                if ending and not folded.endswith(ending):
                    continue
                cut = len(folded) - len(ending)
                for stem in self._imperfect.get(folded[1:cut], ()):
                    if not spelled(plain[1:cut], stem.plain):
                        continue
                    for kind, number, mark in senses:
                        if stem.follows & kind or (pronoun and not ending and stem.follows & E):
                            found.extend(_imperfect_readings(prefix, plain[0], stem, number, mark))
                            break
        return list(dict.fromkeys(found)) if len(found) > 1 else found


def _imperfect_readings(prefix: str, written: str, stem: Stem, number: str, mark: str) -> Iterator[VerbReading]:
    if prefix == "ي":
        if mark != "2":
            yield _reading(stem.lemma, "present", "3", mark or "m", number, stem.voice)
    elif prefix == "ت":
        if mark == "2":
            yield _reading(stem.lemma, "present", "2", "f", "s", stem.voice)
        elif number == "s" or number == "d":
            yield _reading(stem.lemma, "present", "3", "f", number, stem.voice)
        else:
            yield _reading(stem.lemma, "present", "2", mark, "p", stem.voice)
    elif number == "s" and mark == "":
        if prefix == "ا" and written == "أ":
            yield _reading(stem.lemma, "present", "1", "x", "s", stem.voice)
        elif prefix == "ن":
            yield _reading(stem.lemma, "present", "1", "x", "p", stem.voice)


@lru_cache(maxsize=1 << 15)
def _reading(lemma: str, tense: str, person: str, gender: str, number: str, voice: str) -> VerbReading:
    return VerbReading(lemma, tense, person, gender, number, voice)


def spelled(written: str, stem: str) -> bool:
    """Whether ``written`` may stand for ``stem``: a hamza may be left out, not put in another place; ة never ends a stem."""
    if written == stem:
        return True
    if written[0] == "إ" and stem[0] == "ا" and len(stem) > 3:  # إعتبر, a common slip
        written = "ا" + written[1:]
    for w, s in zip(written, stem, strict=True):
        if w != s and (w in "إآ" or (w == "ة" and s not in "هة") or (w == "أ" and s in "إآ") or (w == "أ" and s == "ا")):
            return False
    return True

"""The words of time: tables, and one pass that marks them in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rawi.document import Token
from rawi.lexicon import Column, Lexicon, Table
from rawi.text.fold import fold
from rawi.text.numbers import Attached, written

KINDS = (
    "month", "hijri", "weekday", "unit", "day", "part", "dir", "this", "position", "approx", "season", "quarter",
    "half", "decade", "zone", "era", "offset", "now", "holiday", "weekend", "link",
)  # fmt: skip

WORDS = Table(
    "times",
    ("times/*.tsv",),
    (
        Column("phrase", required=True),
        Column("kind", required=True, choices=KINDS),
        Column("value", required=True),
        Column("weak", choices=("weak", "lead", "skip")),
        Column("gloss", required=True),
    ),
    ("phrase", "kind"),
)


@dataclass(frozen=True, slots=True)
class TimeWord:
    """A reading of a phrase: ``value`` as in the table, split at spaces; ``flag`` is ``weak``, ``lead``, ``skip`` or empty."""

    kind: str
    value: tuple[str, ...]
    flag: str
    attached: Attached


@dataclass(frozen=True, slots=True)
class Mark:
    """A time word over tokens ``first:last``."""

    first: int
    last: int
    word: TimeWord


Index = dict[str, list[tuple[tuple[str, ...], TimeWord]]]


def time_words(lexicon: Lexicon) -> Index:
    """First word of a phrase as it may be written → the rest of the phrase and its reading, longest first."""
    index: Index = {}
    for row in lexicon.rows(WORDS):
        first, *rest = (fold(word) for word in row["phrase"].split())
        article = first.startswith("ال") and len(first) > 4
        for form, attached in written(first[2:] if article else first, article):
            word = TimeWord(row["kind"], tuple(row["value"].split()), row["weak"], attached)
            index.setdefault(form, []).append((tuple(rest), word))
    for bucket in index.values():
        bucket.sort(key=lambda entry: (-len(entry[0]), entry[1].attached.cut))
    return index


def mark(tokens: Sequence[Token], first: int, last: int, index: Index) -> dict[int, list[Mark]]:
    """The time words among tokens ``first:last`` by the token they begin at; of each kind only the longest."""
    found: dict[int, list[Mark]] = {}
    for i in range(first, last):
        bucket = index.get(tokens[i].word.norm)
        if bucket is None:
            continue
        marks: list[Mark] = []
        kinds: set[str] = set()
        for rest, word in bucket:
            end = i + 1 + len(rest)
            if word.kind in kinds or end > last:
                continue
            if all(tokens[i + 1 + k].word.norm == rest[k] for k in range(len(rest))):
                # آب the month, not أب the father: the madda or nothing at all must stand over a bare two-letter name.
                if word.kind == "month" and len(tokens[i].word.norm) - word.attached.cut == 2 and "آ" not in tokens[i].text:
                    continue
                kinds.add(word.kind)
                marks.append(Mark(i, end, word))
        if marks:
            found[i] = marks
    return found

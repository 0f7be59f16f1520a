"""The small words of ``code_words.tsv`` that decide how the code of a noun phrase is made."""

from __future__ import annotations

from rawi.lexicon.lexicon import Lexicon
from rawi.lexicon.tables import Column, Table
from rawi.text.fold import fold

_CLASSES = (
    "away",
    "from",
    "state",
    "countries",
    "foreign",
    "same",
    "counterpart",
    "own",
    "former",
    "ranks",
    "relative",
    "belonging",
    "area",
    "speaker",
)
CODE_WORDS = Table(
    "code words",
    ("code_words.tsv",),
    (
        Column("class", required=True, choices=_CLASSES),
        Column("words", required=True, many=True),
        Column("gloss", required=True),
    ),
    ("class", "words"),
)


class CodeWords:
    """Sets of folded words, one for each class of the table; use :func:`code_words`."""

    def __init__(self, lexicon: Lexicon) -> None:
        sets: dict[str, set[str]] = {name: set() for name in _CLASSES}
        self.speakers: dict[str, frozenset[str]] = {}
        """Nouns under which a report goes on with a speaker, each with the nouns under which he may have come before."""
        for row in lexicon.rows(CODE_WORDS):
            if row["class"] == "speaker":
                group = frozenset(map(fold, row.many("words")))
                self.speakers.update(dict.fromkeys(group, group))
            sets[row["class"]].update(map(fold, row.many("words")))
        self.away = frozenset(sets["away"])
        self.whence = frozenset(sets["from"])
        self.states = frozenset(sets["state"])
        self.countries = frozenset(sets["countries"])
        self.foreign = frozenset(sets["foreign"])
        self.same = frozenset(sets["same"])
        self.counterparts = frozenset(sets["counterpart"])
        self.own = frozenset(sets["own"])
        self.former = frozenset(sets["former"])
        self.ranks = frozenset(sets["ranks"])
        self.relative = frozenset(sets["relative"])
        self.belonging = frozenset(sets["belonging"])
        self.area = frozenset(sets["area"])


def code_words(lexicon: Lexicon) -> CodeWords:
    """The words of ``lexicon``, compiled once."""
    return lexicon.compiled(CodeWords)

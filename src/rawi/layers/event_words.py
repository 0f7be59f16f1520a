"""Small classes of words around triggers: negation, planning, fear, causes, days; what they mean is said in their table."""

from __future__ import annotations

from rawi.lexicon import Column, Lexicon, Table
from rawi.text.fold import fold

# Classes of lemmas of verbs, written as the lexicon writes lemmas; words of the other classes are folded.
LEMMAS = ("cause", "happen", "plan", "prevent", "fail", "be", "march", "chant", "announce", "deed", "use-force")
WORDS = (
    "not", "lack", "planned", "perhaps", "possible", "except", "however", "failed",
    "carrier", "scheduled", "year", "spanning", "topic", "topic-noun", "locative", "near", "time", "time-tail",
    "purpose", "against", "slogan", "front", "toward", "building", "seat", "pronoun", "stand", "modeless", "dead",
    "wounded", "total", "one-of", "two", "one-person", "ousted", "responsibility", "life",
    "using-force", "when", "then", "sides", "arms", "aerial", "attack", "people-adjective", "agent", "agent-by", "no-time",
)  # fmt: skip
EVENT_WORDS = Table(
    "event_words",
    ("event_words.tsv",),
    (
        Column("class", required=True, choices=(*LEMMAS, *WORDS)),
        Column("words", required=True, many=True),
        Column("gloss", required=True),
    ),
    ("class",),
)

EventWords = dict[str, frozenset[str]]


def _build(lexicon: Lexicon) -> EventWords:
    found: EventWords = {name: frozenset() for name in (*LEMMAS, *WORDS)}
    for row in lexicon.rows(EVENT_WORDS):
        words = row.many("words")
        found[row["class"]] = frozenset(words if row["class"] in LEMMAS else map(fold, words))
    return found


def event_words(lexicon: Lexicon) -> EventWords:
    """The words of each class; every class is there, if empty."""
    return lexicon.compiled(_build)

"""The words around place names: nouns of type, cues of place, names that are also common words."""

from __future__ import annotations

from dataclasses import dataclass, field

from rawi.lexicon import Column, Lexicon, Table
from rawi.lexicon.gazetteer import FEATURES
from rawi.text.fold import fold

TYPES = Table(
    "types of places",
    ("places/types.tsv",),
    (
        Column("noun", required=True),
        Column("feature", required=True, choices=FEATURES),
        Column("span", required=True, choices=("in", "out")),
        Column("unknown", required=True, choices=("any", "new", "no")),
        Column("gloss", required=True),
    ),
    ("noun",),
)
CUES = Table(
    "cues of places",
    ("places/cues.tsv",),
    (
        Column("word", required=True),
        Column(
            "class",
            required=True,
            choices=("locative", "direction", "visit", "happening", "government", "area", "head", "organ", "never"),
        ),
        Column("gloss", required=True),
    ),
    ("word", "class"),
)
HOMOGRAPHS = Table(
    "place names that are common words",
    ("places/homographs.tsv",),
    (
        Column("name", required=True),
        Column("evidence", required=True, choices=("strong", "located", "typed", "never")),
        Column("gloss", required=True),
    ),
    ("name",),
)
# How much context a name needs, from none to all: a preposition of place, a sure sign of a place, nothing less than the noun of
# its type right before it.
STRONG, LOCATED, TYPED, NEVER = range(4)
_NEEDS = {"strong": STRONG, "located": LOCATED, "typed": TYPED, "never": NEVER}


# People: a populated place above this size is news wherever it lies; below the lower one a name needs context.
KNOWN_CITY, TOWN = 250_000, 20_000
PROCLITICS = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")
# Tags of words that are never names, whatever they look like.
FUNCTION = frozenset({"ADP", "CCONJ", "SCONJ", "PRON", "DET", "PART", "AUX", "ADV", "NUM"})
QUOTES = frozenset("\"'«»“”()[]")
INSIDE = frozenset(
    {"في", "الي", "قرب", "داخل", "خارج", "نحو", "صوب", "تحرير", "حصار", "اقتحام", "احياء", "شوارع", "سكان", "اهالي"}
)
# Feminine nouns that stand in construct with a country more often than with an adjective.
CONSTRUCT = frozenset(
    {"جمهوريه", "سياده", "وحده", "ازمه", "سلامه", "اراضي", "قضيه", "مساله", "زياره", "عوده", "رئاسه", "خارجيه"}
)
# Newspapers and agencies that bear the name of a place.
OUTLETS = frozenset({"الشرق الاوسط", "الرياض", "الجزيره", "المدينه", "الاناضول", "القدس العربي", "الوطن العربي", "الخليج"})
BESIDE = frozenset({"قرب", "شرق", "غرب", "شمال", "جنوب", "شرقي", "غربي", "شمالي", "جنوبي"})
SETTLED = frozenset({"city", "village", "district", "camp", "admin1", "admin2"})
LYING = frozenset({"الواقعه", "التابعه", "القريبه", "المجاوره", "الحدوديه", "الواقع", "التابع", "القريب", "الحدودي"})
LIST_MARKS = frozenset("،,/-–—؛")


# Base-ten logarithm of occurrences per thousand million words from which an unlisted word is no name.
COMMON, COMMON_DEFINITE = 3.0, 4.0
# The same for the name of a small place in the tables: above these it is surely, or perhaps, also a word.
WORD, MAYBE_WORD = 3.9, 3.3
MIDDLING = 100_000
SMALL = frozenset({"city", "village", "district", "camp", "crossing", "base", "site"})
# مسقط رأسه is nobody's capital.
IDIOMS = frozenset({("مسقط", "راس")})


@dataclass(slots=True)
class Type:
    """A noun of type as the table has it."""

    feature: str
    inside: bool
    unknown: str


@dataclass(slots=True)
class PlaceWords:
    """The tables of this module by folded word."""

    types: dict[str, Type] = field(default_factory=dict)
    cues: dict[str, frozenset[str]] = field(default_factory=dict)
    needs: dict[str, int] = field(default_factory=dict)


def place_words(lexicon: Lexicon) -> PlaceWords:
    """The tables of this module, compiled."""
    made = PlaceWords()
    for row in lexicon.rows(TYPES):
        made.types[fold(row["noun"])] = Type(row["feature"], row["span"] == "in", row["unknown"])
    classes: dict[str, set[str]] = {}
    for row in lexicon.rows(CUES):
        classes.setdefault(row["class"], set()).add(fold(row["word"]))
    made.cues = {name: frozenset(found) for name, found in classes.items()}
    made.needs = {fold(row["name"]): _NEEDS[row["evidence"]] for row in lexicon.rows(HOMOGRAPHS)}
    return made

"""What the tables tell about single words: verbs, closed classes, and nouns that must not be cut."""

from __future__ import annotations

from rawi.lexicon.lexicon import Lexicon
from rawi.lexicon.tables import Column, Table
from rawi.text.verbs import Verbs, strip_marks

UPOS = ("ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM",
        "VERB", "X")  # fmt: skip
_BARE = str.maketrans("أإآ", "ااا")


def _imperfect(cell: str) -> str | None:
    return None if cell.startswith("ي") else "an imperfect begins with ي"


VERBS = Table(
    "verbs",
    ("verbs/*.tsv",),
    (
        Column("past", required=True),
        Column("present", required=True, check=_imperfect),
        Column("masdar", many=True),
        Column("gloss"),
    ),
    ("past", "present"),
    per_file=True,  # a verb of events or of speech may stand among the general ones too: its entries are merged
)
CLOSED = Table(
    "closed_class",
    ("closed_class.tsv",),
    (Column("word", required=True), Column("upos", required=True, choices=UPOS), Column("gloss")),
    ("word",),
)
NOUNS = Table(
    "nouns",
    ("nouns.tsv",),
    (
        Column("word", required=True),
        Column("upos", required=True, choices=("NOUN", "ADJ", "PROPN")),
        Column("plural", many=True),
        Column("gloss"),
    ),
    ("word",),
)

NAME_COLUMNS = (
    Column("names", required=True, many=True),
    Column("strength", required=True, choices=("sure", "weak")),
    Column("gloss", required=True),
)
GIVEN = Table("given", ("names/given.tsv",), NAME_COLUMNS, ("names",))
FAMILY = Table("family", ("names/family.tsv",), NAME_COLUMNS, ("names",))


def verb_pairs(lexicon: Lexicon) -> dict[tuple[str, str], tuple[tuple[str, ...], str]]:
    """(past, present) → (masdars, gloss), entries of several files that agree in both forms merged."""
    merged: dict[tuple[str, str], tuple[tuple[str, ...], str]] = {}
    for row in lexicon.rows(VERBS):
        key = (row["past"], row["present"])
        masdars, gloss = merged.get(key, ((), ""))
        merged[key] = (tuple(dict.fromkeys((*masdars, *row.many("masdar")))), gloss or row["gloss"])
    return merged


def verbs(lexicon: Lexicon) -> Verbs:
    """The verb reader over all verb tables."""
    return Verbs(lexicon.compiled(verb_pairs))


def closed_class(lexicon: Lexicon) -> dict[str, str]:
    """Word without marks → upos, also for spellings without hamza (ان, الى) and with ي for ى, unless a verb is written so."""
    reader = lexicon.compiled(verbs)
    found: dict[str, str] = {}
    for row in lexicon.rows(CLOSED):
        plain = strip_marks(row["word"])
        bare = plain.translate(_BARE)
        variants = {bare, plain[:-1] + "ي" if plain.endswith("ى") else plain}
        variants |= {variant[:-1] + "ي" for variant in variants if variant.endswith("ى")}
        for variant in sorted(variants - {plain}):
            if not reader.read(variant):
                found.setdefault(variant, row["upos"])
    for row in lexicon.rows(CLOSED):
        found[strip_marks(row["word"])] = row["upos"]
    return found

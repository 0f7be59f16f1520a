"""How frequent a written word is: the evidence for and against taking clitics off."""

from __future__ import annotations

from rawi.lexicon.lexicon import DATA, Lexicon
from rawi.text.fold import fold

# Logarithm of the frequency of a word that the table does not hold (its rarest words stand at 2.4).
UNSEEN = 1.4


def stem_key(plain: str) -> str:
    """The key under which a word without marks stands in the table: folded, but with its ta marbuta (كتابة is not كتابه)."""
    return fold(plain[:-1]) + "ة" if plain.endswith("ة") else fold(plain)


def stem_frequencies(lexicon: Lexicon) -> dict[str, float]:
    """Key of a written word (:func:`stem_key`) → base-ten logarithm of its frequency per thousand million words.

    Read from ``data/stems.txt``, which ``tools/build_stems.py`` makes.
    """
    table: dict[str, float] = {}
    with (DATA / "stems.txt").open(encoding="utf-8") as lines:
        for line in lines:
            value, words = line.split("\t")
            table.update(dict.fromkeys(words.split(), int(value) / 100))
    return table

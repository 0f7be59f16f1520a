"""How frequent a written word is: the evidence for and against taking clitics off."""

from __future__ import annotations

from rawi.lexicon.lexicon import DATA, Lexicon

# Logarithm of the frequency of a word that the table does not hold (its rarest words stand at 2.4).
UNSEEN = 1.4


def stem_frequencies(lexicon: Lexicon) -> dict[str, float]:
    """Folded written word → base-ten logarithm of its frequency per thousand million words (``data/stems.txt``)."""
    table: dict[str, float] = {}
    with (DATA / "stems.txt").open(encoding="utf-8") as lines:
        for line in lines:
            value, words = line.split("\t")
            table.update(dict.fromkeys(words.split(), int(value) / 100))
    return table

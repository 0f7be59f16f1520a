"""How frequent a written word is: the evidence for and against taking clitics off."""

from __future__ import annotations

from rawi.lexicon.lexicon import DATA, Lexicon
from rawi.text.fold import fold

_PLAIN = str.maketrans("کیٱ", "كيا")

# Logarithm of the frequency of a word that the table does not hold (its rarest words stand at 2.4).
UNSEEN = 1.4


def stem_key(plain: str) -> str:
    """The key under which a word without marks stands in the table: as written, only Persian letters and ligatures made plain.

    Spellings are kept apart on purpose: وأدى is not وادي, كتابه is not كتابة; careless spellings have frequencies of their own.
    """
    return plain.translate(_PLAIN)


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


def uncut_names(lexicon: Lexicon) -> frozenset[str]:
    """Folded names that look like a clitic and another word (``data/uncut.txt``, made by ``tools/build_uncut.py``)."""
    return frozenset((DATA / "uncut.txt").read_text(encoding="utf-8").split())


def folded_frequencies(lexicon: Lexicon) -> dict[str, float]:
    """Folded word (:func:`rawi.text.fold.fold`) → the same logarithm for its most frequent spelling."""
    text = (DATA / "stems.txt").read_text(encoding="utf-8")
    # The words are keys of stem_key: of what folding changes they hold these letters alone, and replacing one at a time in the
    # whole file is ten times as fast as folding word by word.
    for letter in "أإآىةؤئ":
        text = text.replace(letter, fold(letter))
    table: dict[str, float] = {}
    for line in reversed(text.splitlines()):  # the most frequent come first in the file and have the last word
        value, words = line.split("\t")
        table.update(dict.fromkeys(words.split(), int(value) / 100))
    return table

"""Frequencies of written and of folded words."""

from rawi.lexicon import Lexicon
from rawi.text.fold import fold
from rawi.text.stems import folded_frequencies, stem_frequencies

LEXICON = Lexicon()


def test_a_folded_word_has_the_frequency_of_its_most_frequent_spelling():
    written, folded = LEXICON.compiled(stem_frequencies), LEXICON.compiled(folded_frequencies)
    assert folded["الي"] == written["إلى"] > written["الى"]
    best: dict[str, float] = {}
    for word, frequency in written.items():
        best[fold(word)] = max(frequency, best.get(fold(word), 0.0))
    assert folded == best

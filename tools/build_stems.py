"""Builds ``src/rawi/data/stems.txt``: how frequent Arabic written words are, for the choice between clitic readings.

    .venv/bin/pip install wordfreq && .venv/bin/python tools/build_stems.py

Source: the large Arabic list of the PyPI package wordfreq (data CC BY-SA 4.0, see ``src/rawi/data/README.md``).
Words are keyed as ``rawi.text.stems.stem_key`` keys them, their frequencies added up. One line a frequency class: hundredths
of the base-ten logarithm of the frequency per thousand million words, a tab, the words of that class divided by spaces.
"""

from __future__ import annotations

import math
import re
import sys
from collections import defaultdict
from pathlib import Path

import wordfreq

from rawi.text.stems import stem_key
from rawi.text.verbs import strip_marks

KEEP = 120_000
OUT = Path(__file__).parent.parent / "src/rawi/data/stems.txt"


def main() -> None:
    """Write the table."""
    frequency: dict[str, float] = defaultdict(float)
    for word, share in wordfreq.get_frequency_dict("ar", "large").items():
        folded = stem_key(strip_marks(word))
        if re.fullmatch("[\u0621-\u064a]{2,14}", folded):
            frequency[folded] += share
    best = sorted(frequency, key=lambda word: (-frequency[word], word))[:KEEP]
    classes: dict[int, list[str]] = defaultdict(list)
    for word in best:
        # Steps of 0.05 keep the file small; finer differences decide nothing.
        classes[5 * round(20 * math.log10(frequency[word] * 1e9))].append(word)
    with OUT.open("w", encoding="utf-8") as out:
        for value in sorted(classes, reverse=True):
            out.write(f"{value}\t{' '.join(sorted(classes[value]))}\n")
    print(f"{len(best)} words in {OUT}", file=sys.stderr)


if __name__ == "__main__":
    main()

"""Builds ``src/rawi/data/uncut.txt``: place names that look like a clitic and another word (بعقوبة is not ب + عقوبة).

    .venv/bin/python tools/build_uncut.py

Source: the Arabic names in ``src/rawi/data/geonames.tsv`` (GeoNames, CC BY 4.0; run ``tools/build_gazetteer.py`` first).
A name is listed when the word analyser would cut it otherwise, unless what the cut leaves is a word of the tables, or a
frequent word with the article after ل or before a clitic: then it may be that word.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from rawi.lexicon import Lexicon
from rawi.text.fold import fold
from rawi.text.stems import stem_frequencies
from rawi.text.words import Words

DATA = Path(__file__).parent.parent / "src/rawi/data"


def main() -> None:
    """Write the list."""
    (DATA / "uncut.txt").write_text("", encoding="utf-8")
    lexicon = Lexicon()
    words = Words(lexicon)
    frequency = stem_frequencies(lexicon)
    found = set()
    with (DATA / "geonames.tsv").open(encoding="utf-8") as lines:
        for line in lines:
            for name in line.split("\t")[0].split("|"):
                if re.fullmatch("[وفبلكس][\u0621-\u064a]{3,}", name):
                    word = words(name)
                    noun = word.stem if word.stem.startswith("ال") else "ال" + word.stem
                    if (name[0] == "ل" or noun == word.stem) and frequency.get(noun, 0.0) > 3.0:
                        continue
                    if word.proclitics and not word.verbs and not word.nouns and word.upos in ("NOUN", "PROPN"):
                        found.add(fold(name))
    (DATA / "uncut.txt").write_text("\n".join(sorted(found)) + "\n", encoding="utf-8")
    print(f"{len(found)} names", file=sys.stderr)


if __name__ == "__main__":
    main()

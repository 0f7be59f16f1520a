"""Consonant skeletons: what a foreign name keeps in every Arabic transliteration.

Writers of Arabic agree on the consonants of a foreign name, not on its vowels (مايدوغوري، ميدوجوري) nor on the letter for g and
p. Both the Latin name and the Arabic word are reduced to one string of consonant classes, with a mark for a vowel at the
beginning; equal strings are a possible match.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Arabic letters by class: emphatic and plain, the letters that stand for g, and those for v and p.
_ARABIC = {
    "ب": "b", "ت": "t", "ط": "t", "ث": "s", "ج": "g", "غ": "g", "ق": "k", "ك": "k", "ح": "h", "خ": "h", "ه": "h", "د": "d",
    "ض": "d", "ذ": "z", "ظ": "z", "ز": "z", "ر": "r", "س": "s", "ص": "s", "ش": "S", "ف": "f", "ل": "l", "م": "m", "ن": "n",
}  # fmt: skip
_LATIN = {
    "b": "b", "p": "b", "t": "t", "g": "g", "j": "g", "k": "k", "q": "k", "c": "k", "h": "h", "x": "ks", "d": "d", "z": "z",
    "r": "r", "s": "s", "f": "f", "v": "f", "l": "l", "m": "m", "n": "n",
}  # fmt: skip
_DIGRAPHS = (
    ("tch", "tS"), ("sch", "S"), ("tsch", "tS"), ("sh", "S"), ("ch", "tS"), ("kh", "h"), ("gh", "g"), ("dj", "g"), ("ph", "f"),
    ("th", "t"), ("zh", "g"), ("ck", "k"), ("ll", "l"),
)  # fmt: skip


@lru_cache(maxsize=1 << 14)
def arabic_skeleton(folded: str) -> str:
    """The consonant classes of a folded Arabic name, doubled ones once."""
    classes = "".join(_ARABIC.get(c, "") for c in folded.removesuffix("ه"))
    if folded[:1] in ("ا", "ع"):
        classes = "a" + classes
    return re.sub(r"(.)\1+", r"\1", classes)


def latin_skeletons(name: str) -> list[str]:
    """The skeletons a Latin name may have; empty when it is too short to tell anything (fewer than three consonants)."""
    turkish = {
        "ç": "ch",
        "ş": "sh",
        "ğ": "gh",
        "ı": "i",
        "ä": "a",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "č": "ch",
        "š": "sh",
        "ž": "zh",
    }
    plain = "".join(turkish.get(c, c) for c in unicodedata.normalize("NFC", name.lower()))
    plain = unicodedata.normalize("NFKD", plain)
    plain = "".join(c for c in plain if c.isascii() and (c.isalpha() or c in " -"))
    plain = re.sub(r"c(?=[eiy])", "s", plain) if "ch" not in plain else plain
    for digraph, classes in _DIGRAPHS:
        plain = plain.replace(digraph, classes)
    classes = "".join(_LATIN.get(c, "S" if c == "S" else "") for c in plain)
    classes = re.sub(r"(.)\1+", r"\1", classes.removesuffix("h"))
    if len(classes) < 3:
        return []
    return ["a" + classes] if plain.lstrip()[:1] in "aeiou" else [classes]

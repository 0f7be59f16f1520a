"""What words may be parts of a person's name: given names, family names, particles, and words that nothing else explains."""

from __future__ import annotations

from rawi.document import Token
from rawi.lexicon import Column, Lexicon, Table
from rawi.lexicon.gazetteer import Gazetteer, gazetteer
from rawi.text.fold import fold
from rawi.text.stems import stem_frequencies, stem_key

_COLUMNS = (
    Column("names", required=True, many=True),
    Column("strength", required=True, choices=("sure", "weak")),
    Column("gloss", required=True),
)
GIVEN = Table("given", ("names/given.tsv",), _COLUMNS, ("names",))
FAMILY = Table("family", ("names/family.tsv",), _COLUMNS, ("names",))
# Words that join parts of a name and take the next word with them: بن، أبو، آل; of foreign names: فان، دي.
PARTICLES = frozenset(
    fold(w)
    for w in (
        "بن ابن بنت أبو أبي أبا آل أم ولد بو أيت آيت ايت دو دي دا ديل فان فون لو لا بن أل سان سانت مير ماك ميرزا حاج"
    ).split()
)
# Frequency (base-ten logarithm per thousand million words) below which a word that no table knows may be somebody's name.
_RARE = 4.0


class NameLists:
    """The compiled lists; use :func:`name_lists`."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.sure: set[str] = set()
        self.weak: set[str] = set()
        self.family: set[str] = set()
        for row in lexicon.rows(GIVEN):
            (self.sure if row["strength"] == "sure" else self.weak).update(_words(row.many("names")))
        for row in lexicon.rows(FAMILY):
            self.family.update(_words(row.many("names")))
        self.weak -= self.sure
        self._frequency = lexicon.compiled(stem_frequencies)
        self._gazetteer: Gazetteer = gazetteer(lexicon)
        self._kinds: dict[str, str] = {}

    def kind(self, token: Token) -> str:
        """``given``, ``weak``, ``family``, ``particle``, ``nisba`` (ال…ي), ``rare`` (unknown word) or an empty string."""
        if token.kind != "word":
            return ""
        found = self._kinds.get(token.text)
        if found is None:
            found = self._kind(token)
            if len(self._kinds) < 200_000:
                self._kinds[token.text] = found
        return found

    def _kind(self, token: Token) -> str:
        word = token.word
        keys = (word.norm, word.core) if word.core != word.norm else (word.norm,)
        for key in keys:
            if key in PARTICLES:
                return "particle"
            if key in self.sure:
                return "given"
            if key in self.weak:
                return "weak"
            if key in self.family:
                return "family"
        core = word.core
        if core.startswith("عبدال"):
            return "given"
        if word.definite and core.endswith("ي") and len(core) >= 6 and not word.verbs:
            return "nisba"
        if word.upos in ("ADP", "PART", "PRON", "DET", "NUM", "CCONJ", "SCONJ", "ADV", "AUX") or word.enclitic:
            return ""
        if len(word.bare) < 3 or word.verbs or any(noun.kind != "name" for noun in word.nouns):
            return ""
        if any(key in self._gazetteer or self._gazetteer.country(key) for key in keys):
            return "rare" if any(noun.kind == "name" for noun in word.nouns) and word.norm not in self._gazetteer else ""
        if any(noun.kind == "name" for noun in word.nouns):
            return "rare"
        return "rare" if self._frequency.get(stem_key(word.norm), 0.0) < _RARE and not core.endswith(("ات", "ون")) else ""


def _words(names: tuple[str, ...]) -> set[str]:
    """Folded one-word names; names of several words are read by their parts."""
    return {fold(name) for name in names if " " not in name and fold(name) not in PARTICLES}


def name_lists(lexicon: Lexicon) -> NameLists:
    """The lists of ``lexicon``, compiled once."""
    return lexicon.compiled(NameLists)

"""What words may be parts of a person's name: given names, family names, particles, and words that nothing else explains."""

from __future__ import annotations

from rawi.document import Token
from rawi.lexicon import Lexicon, Table
from rawi.lexicon.gazetteer import Gazetteer, gazetteer
from rawi.text.fold import fold
from rawi.text.knowledge import FAMILY, GIVEN, NAME_COLUMNS, closed_class
from rawi.text.stems import folded_frequencies

# Family names that only this layer reads: as words they are analysed like any other.
FAMILY_MORE = Table("family, more", ("names/family_press.tsv", "names/family_world.tsv"), NAME_COLUMNS, ("names",))
# Words that join parts of a name and take the next word with them: بن، أبو، آل; of foreign names: فان، دي.
PARTICLES = frozenset(
    fold(w)
    for w in [
        "بن",
        "ابن",
        "بنت",
        "أبو",
        "أبي",
        "أبا",
        "آل",
        "أم",
        "ولد",
        "بو",
        "أيت",
        "آيت",
        "ايت",
        "دو",
        "دي",
        "دا",
        "ديل",
        "فان",
        "فون",
        "لو",
        "لا",
        "بن",
        "أل",
        "سان",
        "سانت",
        "مير",
        "ماك",
        "ميرزا",
        "حاج",
    ]
)
# Frequency (base-ten logarithm per thousand million words) below which a word that no table knows may be somebody's name.
_RARE = 3.3
# The same for a word that stands after a given name.
_AFTER = 4.6
# A preposition and a name are seen together more seldom than the name alone by at least this (base-ten logarithm).
_ONE_WORD = 0.7
_CLOSED = ("ADP", "PART", "PRON", "DET", "NUM", "CCONJ", "SCONJ", "ADV", "AUX", "VERB")


# Rare or new words that stand where names stand.
_NEVER = frozenset(
    fold(w)
    for w in (
        *(
            "اسم",
            "كورونا",
            "كوفيد",
            "أن",
            "إن",
            "ان",
            "بأن",
            "لصالح",
            "الأن",
            "لأن",
            "كأن",
            "الذي",
            "التي",
            "ما",
            "هو",
            "هي",
            "قد",
        ),
        *(
            "يناير",
            "فبراير",
            "مارس",
            "أبريل",
            "إبريل",
            "مايو",
            "يونيو",
            "يوليو",
            "أغسطس",
            "سبتمبر",
            "أكتوبر",
            "نوفمبر",
            "ديسمبر",
        ),
        *("جانفي", "فيفري", "أفريل", "ماي", "جويلية", "أوت", "شوال"),
    )
)
ORDINALS = frozenset(
    fold(w)
    for w in (
        *(
            "الأول",
            "الثاني",
            "الثالث",
            "الرابع",
            "الخامس",
            "السادس",
            "السابع",
            "الثامن",
            "التاسع",
            "العاشر",
            "الأولى",
            "الثانية",
        ),
        *("الحادي", "عشر"),
    )
)


class NameLists:
    """The compiled lists; use :func:`name_lists`."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.sure: set[str] = set()
        self.weak: set[str] = set()
        self.family: set[str] = set()
        for row in lexicon.rows(GIVEN):
            (self.sure if row["strength"] == "sure" else self.weak).update(_words(row.many("names")))
        for row in (*lexicon.rows(FAMILY), *lexicon.rows(FAMILY_MORE)):
            self.family.update(_words(row.many("names")))
        # غوردون is also written جوردون: the Arabic alphabet has no letter for g
        self.family |= {
            name.replace("غ", "ج") for name in self.family if "غ" in name[1:] and not name.startswith("ال")
        } - self.weak
        self.sure |= {name.replace("غ", "ج") for name in self.sure if "غ" in name and len(name) > 4}
        closed = {fold(word) for word in lexicon.compiled(closed_class)} if callable(closed_class) else set()
        closed.discard("علي")  # على folds alike; told apart by its spelling
        self.sure -= closed
        self.weak -= closed | self.sure
        self.family -= closed
        self._frequency = lexicon.compiled(folded_frequencies)
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
        if token.text.endswith("ى") and word.core == "علي":
            return ""
        if word.norm in _NEVER or word.norm in ORDINALS or len(word.norm) < 2 or token.text.endswith(("\u064b", "\u064bا")):
            return ""
        if word.definite and (self._gazetteer.is_demonym(word.bare) or self._gazetteer.is_region_adjective(word.bare)):
            return "nisba"
        keys = (word.norm, word.core) if word.core != word.norm and not self._whole(token) else (word.norm,)
        for key in keys if not word.enclitic else keys[:1]:  # عليه, أبوه are nobody's names
            if key in PARTICLES:
                return "particle"
            if key in self.sure:
                return "weak" if word.verbs else "given"
            if key in self.weak:
                plain = word.verbs or any(noun.kind != "name" for noun in word.nouns) or word.upos in _CLOSED
                return "weak" if plain or len(key) < 4 else "given"
            if key in self.family:
                return "family"
        if word.norm.startswith("و") and word.core == word.norm and len(word.norm) > 4:
            for names, kind in ((self.sure, "given"), (self.weak, "weak")):
                if word.norm[1:] in names:
                    return kind
        core = word.core
        if core.startswith("عبدال"):
            return "given"
        if word.definite and core.endswith("ي") and len(core) >= 6 and not word.verbs:
            return "nisba"
        if word.upos in _CLOSED or word.enclitic:
            return ""
        if len(word.bare) < 3 or word.verbs or any(noun.kind != "name" for noun in word.nouns):
            return ""
        if any(clitic in ("ل", "ب", "ك") for clitic in word.proclitics) or len(word.norm) > 12:
            return ""
        if word.norm.startswith(("يت", "ست", "تت")) and word.norm.endswith(("ه", "ها", "هم")):
            return ""  # a verb that no table knows: يتزعمه
        if word.definite and (core.endswith("ات") or (core.startswith("الا") and len(core) == 6)):
            return ""  # المحجبات, الأوفر
        if any(key in self._gazetteer or self._gazetteer.country(key) for key in keys):
            return "rare" if any(noun.kind == "name" for noun in word.nouns) and word.norm not in self._gazetteer else ""
        if any(noun.kind == "name" for noun in word.nouns):
            return "rare"
        if core.endswith(("ات", "ون", "ين", "يه", "يا", "اء", "تين", "تان", "تها")) and self._frequency.get(core[:-2], 0.0) > 3:
            return ""
        frequency = self._frequency.get(word.norm, 0.0)
        if word.norm.endswith("ا") and self._frequency.get(word.norm[:-1], 0.0) > max(frequency, 2.0):
            return ""  # an accusative: ثمينا
        return "rare" if frequency < (_RARE if not word.definite else _RARE + 0.3) else ""

    def _whole(self, token: Token) -> bool:
        """Whether a word with a seeming preposition before a name is rather one word that is often seen: بروز."""
        word = token.word
        if not word.proclitics or word.proclitics[0] not in ("ب", "ك", "ل") or word.norm.startswith("لل"):
            return False
        seen = self._frequency.get(word.norm, 0.0)
        return seen > _RARE and seen > self._frequency.get(word.core, 0.0) - _ONE_WORD

    def follows(self, token: Token, limit: float = _AFTER) -> bool:
        """Whether a word may be a surname because it stands after a given name, though nothing else says so."""
        word = token.word
        if token.kind != "word" or word.verbs or word.upos in _CLOSED or token.upos in _CLOSED or word.enclitic:
            return False
        if word.proclitics or any(noun.kind != "name" for noun in word.nouns) or self._gazetteer.is_demonym(word.bare):
            return False
        if token.text.endswith("ة") and self._frequency.get(word.norm, 0.0) > _RARE:
            return False
        return self._frequency.get(word.norm, 0.0) < limit

    def opaque(self, token: Token) -> bool:
        """Whether a word that is read only by taking letters off it, and that is never seen, may be a foreign name: فيرجيني."""
        word = token.word
        if (
            token.kind != "word"
            or word.definite
            or len(word.norm) < 4
            or word.norm in _NEVER
            or word.proclitics[:1] in (("و",), ("ل",))
        ):
            return False
        if not word.proclitics and not word.enclitic and not any(noun.number == "d" for noun in word.nouns):
            return False
        return self._frequency.get(word.norm, 0.0) < 2.0 and self._frequency.get(word.core, 0.0) < 2.5

    def unseen(self, norm: str) -> bool:
        """Whether a word is seldom or never seen in print."""
        return self._frequency.get(norm, 0.0) < _RARE

    def common(self, norm: str) -> bool:
        """Whether a word is often seen in print."""
        return self._frequency.get(norm, 0.0) > 4.5

    def listed(self, norm: str) -> bool:
        """Whether some list has the word as it is written."""
        return norm in self.sure or norm in self.weak or norm in self.family


def _words(names: tuple[str, ...]) -> set[str]:
    """Folded one-word names; names of several words are read by their parts."""
    return {fold(name) for name in names if " " not in name and fold(name) not in PARTICLES}


def name_lists(lexicon: Lexicon) -> NameLists:
    """The lists of ``lexicon``, compiled once."""
    return lexicon.compiled(NameLists)

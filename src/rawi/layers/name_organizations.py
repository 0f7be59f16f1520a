"""Organisations named by a head noun: جامعة …، منظمة …، حزب …، شركة …، نادي …."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.document import Token
from rawi.layers.name_lists import NameLists, name_lists
from rawi.lexicon import Column, Lexicon, Table
from rawi.lexicon.actors import bare_keys
from rawi.lexicon.gazetteer import Gazetteer, gazetteer
from rawi.text.fold import fold

HEADS = Table(
    "organization heads",
    ("names/organization_heads.tsv",),
    (
        Column("nouns", required=True, many=True),
        Column("span", required=True, choices=("whole", "name")),
        Column("gloss", required=True),
    ),
    ("nouns",),
)
_LONGEST = 6
_MOST_WORDS = 200_000
_NOT_NAMES = frozenset(("VERB", "ADP", "PRON", "DET", "SCONJ", "PART", "CCONJ", "ADV"))
_RANKS = frozenset(
    fold(w)
    for w in [
        "وطني",
        "وطنية",
        "دولي",
        "دولية",
        "عام",
        "عامة",
        "أعلى",
        "عليا",
        "مركزي",
        "مركزية",
        "عالمي",
        "عالمية",
        "اتحادي",
        "اتحادية",
        "فدرالي",
        "فدرالية",
        "فيدرالي",
        "فيدرالية",
        "إقليمي",
        "إقليمية",
        "قومي",
        "قومية",
        "ملكي",
        "ملكية",
        "مستقلة",
        "اقتصادي",
        "اجتماعي",
        "تنفيذي",
        "تنفيذية",
    ]
)
_PLAIN = frozenset(fold(w) for w in ("مجموعة", "موقع", "فريق", "مركز", "محطة", "برنامج"))
_SAYS = frozenset(fold(w) for w in ("حركة", "تنظيم", "جماعة", "ميليشيا", "ميليشيات", "مليشيا", "مليشيات", "وكالة", "منصة"))
# Heads whose names may be a chain of construct nouns; others (مجلس، مركز، لجنة) are mostly common nouns then.
_OF_AIMS = frozenset(
    fold(w) for w in ("منظمة", "هيئة", "اتحاد", "جمعية", "رابطة", "نقابة", "مؤسسة", "معهد", "حزب", "جبهة", "وكالة")
)
_TITLES = frozenset(fold(w) for w in ("الملك", "الأمير", "السلطان", "الشيخ", "الأميرة", "الإمام", "الملكة"))
_DAYS = frozenset(fold(w) for w in ("السبت", "الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "اليوم", "أمس"))
_OPENING = {"«": "»", '"': '"', "“": "”", "(": ")", "'": "'"}


class OrganizationFinder:
    """Use :func:`organization_finder`."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._heads: dict[str, bool] = {}
        for row in lexicon.rows(HEADS):
            for noun in row.many("nouns"):
                self._heads[fold(noun)] = row["span"] == "whole"
        self._plain: set[str] = set()  # words met that are no head
        self._lists: NameLists = name_lists(lexicon)
        self._gazetteer: Gazetteer = gazetteer(lexicon)

    def heads(self, token: Token) -> bool:
        """Whether the token may stand at the head of the name of an organisation."""
        return any(key in _SAYS or key in self._heads for key in bare_keys(token))

    def only_says_what(self, token: Token) -> bool:
        """Whether the noun only says what kind of thing the name behind it means: صحيفة، حركة."""
        return not token.word.definite and any(key in _SAYS or self._heads.get(key) is False for key in bare_keys(token))

    def at(self, tokens: Sequence[Token], i: int, stop: int, taken: Sequence[int]) -> tuple[int, int, str] | None:
        """The organisation whose head noun is token ``i``: first token, end, kind; ``None`` when nothing names one."""
        token = tokens[i]
        if token.text in self._plain:
            return None
        if token.word.enclitic or not any(key in self._heads for key in bare_keys(token)):
            if len(self._plain) < _MOST_WORDS:
                self._plain.add(token.text)
            return None
        if token.word.definite:
            return self._institution(tokens, i, stop, taken)
        whole = next((self._heads[key] for key in bare_keys(token) if key in self._heads), None)
        if whole is None or i + 1 >= stop or taken[i + 1]:
            return None
        if tokens[i + 1].text in _OPENING:
            mark = _OPENING[tokens[i + 1].text]
            for k in range(i + 2, min(stop, i + 2 + _LONGEST)):
                if tokens[k].text == mark:
                    return (i + 2, k, "organization") if k > i + 2 and not any(taken[i + 2 : k]) else None
            return None
        k = i + 1
        if not whole:
            while k < min(stop, i + 1 + _LONGEST) and not taken[k] and self._foreign(tokens[k], k > i + 1):
                k += 1
            return (i + 1, k, "organization") if k > i + 1 else None
        adjective = False
        limit = min(stop, i + 1 + _LONGEST)
        place = self._place(tokens, k, limit)
        if place > k and not any(taken[k:place]):  # جامعة دمشق, مصرف قطر المركزي
            k = place
        elif tokens[k].kind == "word" and self._titled(tokens, k, limit):  # جامعة الملك سعود
            k += 1
            while k < limit and not taken[k] and self._lists.kind(tokens[k]) in ("given", "weak", "particle", "family", "rare"):
                k += 1
        elif self._construct(tokens, i, k, limit):  # منظمة حظر الأسلحة
            k += 1
        while k < limit and not taken[k]:
            word = tokens[k].word
            if tokens[k].kind not in ("word", "latin"):
                break
            if word.proclitics and not word.norm.startswith("ل") and not (adjective and self._coordinated(tokens, k)):
                break
            if not adjective and self._foreign(tokens[k], False):
                k += 1
                continue
            if adjective and self._purpose(tokens, k, limit):  # اتحاد المصارف لدعم المشاريع
                k += 1
                continue
            if (
                not word.definite
                or tokens[k].upos in _NOT_NAMES
                or word.upos in _NOT_NAMES
                or word.norm in _DAYS
                or word.enclitic
            ):
                break
            if self._gazetteer.is_demonym(word.bare) and k == i + 1:
                break
            adjective = True
            k += 1
        if k == i + 1:
            return None
        named = k - i > 2 or not adjective
        return (i, k, "organization") if named else None

    def _place(self, tokens: Sequence[Token], k: int, stop: int) -> int:
        """The end of a place name at ``k`` that is no other word, or ``k``."""
        word = tokens[k].word
        if tokens[k].kind != "word" or word.definite or word.verbs or any(noun.kind != "name" for noun in word.nouns):
            return k
        found = self._gazetteer.lookup_key(word.norm, tokens, k, stop)
        return found[0] if found else k

    @staticmethod
    def _coordinated(tokens: Sequence[Token], k: int) -> bool:
        """Whether و joins a second definite adjective: معهد الدراسات العلمية والثقافية."""
        word = tokens[k].word
        if word.proclitics != ("و",) or not word.definite:
            return False
        return tokens[k].upos == tokens[k - 1].upos == "ADJ" or (
            word.bare.endswith("يه") and tokens[k - 1].word.bare.endswith("يه") and tokens[k - 1].word.definite
        )

    def _titled(self, tokens: Sequence[Token], k: int, stop: int) -> bool:
        """Whether a ruler's title and name follow a head noun."""
        return k + 1 < stop and tokens[k].word.norm in _TITLES and self._lists.kind(tokens[k + 1]) in ("given", "weak")

    @staticmethod
    def _construct(tokens: Sequence[Token], i: int, k: int, stop: int) -> bool:
        """Whether an indefinite noun between head and definite noun belongs to the name: هيئة تحرير الشام."""
        word = tokens[k].word
        if k + 1 >= stop or not any(key in _OF_AIMS for key in bare_keys(tokens[i])):
            return False
        if tokens[k].kind != "word" or word.definite or word.proclitics or word.enclitic or tokens[k].upos != "NOUN":
            return False
        after = tokens[k + 1].word
        return after.definite and not after.proclitics and bool(word.nouns)

    @staticmethod
    def _purpose(tokens: Sequence[Token], k: int, stop: int) -> bool:
        """Whether ل with a noun at ``k`` opens the aim of an organisation: (المرصد السوري) لحقوق الإنسان."""
        word = tokens[k].word
        if word.proclitics != ("ل",) or word.definite or word.enclitic or (word.verbs and not word.nouns) or k + 1 >= stop:
            return False
        after = tokens[k + 1].word
        return bool(word.nouns) and tokens[k].upos == "NOUN" and after.definite and not after.proclitics

    def _institution(self, tokens: Sequence[Token], i: int, stop: int, taken: Sequence[int]) -> tuple[int, int, str] | None:
        """A definite head with adjectives of rank or nationality: الهيئة العليا للإغاثة، البنك المركزي السويدي."""
        if not any(key in self._heads for key in bare_keys(tokens[i])) or tokens[i].word.bare in _PLAIN:
            return None
        k = i + 1
        rank = nation = False
        limit = min(stop, i + 1 + _LONGEST)
        while k < limit and not taken[k] and tokens[k].kind == "word":
            word = tokens[k].word
            if word.norm.startswith("لل") and (rank or nation):
                k += 1
                rank = True
                while k < limit and not taken[k] and tokens[k].word.definite and tokens[k].upos == "ADJ":
                    k += 1
                break
            if (rank or nation) and self._purpose(tokens, k, limit):
                k += 2
                rank = True
                while k < limit and not taken[k] and tokens[k].word.definite and tokens[k].upos == "ADJ":
                    k += 1
                break
            if not word.definite or word.proclitics:
                break
            if word.bare in _RANKS:
                rank = True
            elif self._gazetteer.is_demonym(word.bare):
                nation = True
            else:
                break
            k += 1
        return (i, k, "organization") if rank else None

    def _foreign(self, token: Token, following: bool) -> bool:
        if token.kind == "latin":
            return True
        if token.kind != "word" or token.word.definite or token.word.enclitic or (following and token.word.proclitics):
            return False
        return self._lists.kind(token) in ("rare", "given")


def organization_finder(lexicon: Lexicon) -> OrganizationFinder:
    """The finder of ``lexicon``, compiled once."""
    return lexicon.compiled(OrganizationFinder)

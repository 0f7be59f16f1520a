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
        while k < min(stop, i + 1 + _LONGEST) and not taken[k]:
            word = tokens[k].word
            if tokens[k].kind != "word" or (word.proclitics and not word.norm.startswith("ل")):
                break
            if self._foreign(tokens[k], False):
                k += 1
                continue
            if not word.definite or tokens[k].upos in _NOT_NAMES or word.upos in _NOT_NAMES:
                break
            if self._gazetteer.is_demonym(word.bare) and k == i + 1:
                break
            adjective = True
            k += 1
        if k == i + 1:
            return None
        named = k - i > 2 or not adjective
        return (i, k, "organization") if named else None

    def _institution(self, tokens: Sequence[Token], i: int, stop: int, taken: Sequence[int]) -> tuple[int, int, str] | None:
        """A definite head with adjectives of rank or nationality: الهيئة العليا للإغاثة، البنك المركزي السويدي."""
        if not any(key in self._heads for key in bare_keys(tokens[i])) or tokens[i].word.bare in _PLAIN:
            return None
        k = i + 1
        rank = False
        while k < min(stop, i + 1 + _LONGEST) and not taken[k] and tokens[k].kind == "word":
            word = tokens[k].word
            if word.bare in _RANKS and word.definite and not word.proclitics:
                rank = True
            elif not (
                word.definite and ((self._gazetteer.is_demonym(word.bare) and rank) or (word.norm.startswith("لل") and rank))
            ):
                break
            k += 1
            if word.norm.startswith("لل"):
                while k < min(stop, i + 1 + _LONGEST) and not taken[k] and tokens[k].word.definite and tokens[k].upos == "ADJ":
                    k += 1
                break
        return (i, k, "organization") if rank else None

    def _foreign(self, token: Token, following: bool) -> bool:
        if token.kind == "latin":
            return True
        if token.kind != "word" or token.word.definite or (following and token.word.proclitics):
            return False
        return self._lists.kind(token) in ("rare", "given")


def organization_finder(lexicon: Lexicon) -> OrganizationFinder:
    """The finder of ``lexicon``, compiled once."""
    return lexicon.compiled(OrganizationFinder)

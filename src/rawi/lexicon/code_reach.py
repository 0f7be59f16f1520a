"""How far a noun phrase that is to be coded reaches, where it was quoted shorter than it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from rawi.lexicon.actors import Roles
from rawi.lexicon.code_words import CodeWords
from rawi.lexicon.surroundings import Surroundings

T = TypeVar("T")
_NAMES = ("person", "organization", "group")
_CLOSING = "»\"”')"
# Words after the dead or wounded within which their ranks are named: أربعة قتلى سقطوا في صفوف المقاومة.
_RANKS_WITHIN = 4
# Words of those who belong to the ranks.
_RANKED = 4


class Reach:
    """The end of phrases, and those in whose ranks the casualties were."""

    def __init__(self, roles: Roles, words: CodeWords) -> None:
        self._roles = roles
        self._words = words

    def end(self, index: Surroundings, i: int, j: int) -> int:
        """The end of the phrase ``i:j`` with the whole of a name that it cuts (حزب | العمال الكردستاني), and with the noun
        after what only counts («عديد» | من الإرهابيين)."""
        tokens = index.doc.tokens
        for k in range(i, j):
            mention = index.mentions.get(k)
            if mention and mention.kind in _NAMES and mention.end > tokens[j - 1].end:
                return index.doc.token_at(mention.end - 1) + 1
        if self._continues(index, j):
            return j + 1  # المسؤولون | الروس
        if not all(tokens[k].kind != "word" or self._counts(index, k, j) for k in range(i, j)):
            return j
        last = index.doc.sentences[tokens[i].sentence].last
        k = j
        if k < last and tokens[k].text in _CLOSING:
            k += 1
        if k < last and tokens[k].word.norm == "من":
            k += 1
        if k >= last or tokens[k].kind != "word" or tokens[k].upos in ("VERB", "ADP", "PRON", "SCONJ"):
            return j
        mention = index.mentions.get(k)
        if k == j and not (mention and mention.kind in _NAMES) and self._roles.longest(tokens, k, last) is None:
            return j
        return min(last, k + 2)

    @staticmethod
    def _continues(index: Surroundings, j: int) -> bool:
        """Whether token ``j`` is an adjective of nationality of the definite noun before it."""
        found = index.countries.get(j)
        if found is None or found[2] or index.doc.sentences[index.doc.tokens[j].sentence].first == j:
            return False
        before, word = index.doc.tokens[j - 1].word, index.doc.tokens[j].word
        return before.definite and not before.enclitic and word.definite and not word.proclitics

    def _counts(self, index: Surroundings, k: int, j: int) -> bool:
        tokens = index.doc.tokens
        role = self._roles.longest(tokens, k, j)
        return tokens[k].upos == "NUM" or (role is not None and role[1].scope == "part" and not tokens[k].word.enclitic)

    def country(self, index: Surroundings, at: int, i: int, j: int, sector: str) -> str | None:
        """The country that the phrase ``i:j`` with its head at token ``at`` names.

        First whose it is (تابعة للجيش السعودي), then what stands after its head, then what stands before it.
        """
        tokens = index.doc.tokens
        for k in range(at + 1, j):
            if tokens[k].word.bare in self._words.belonging:
                found = next((index.countries[m] for m in range(k + 1, j) if m in index.countries), None)
                if found:
                    return found[1]
        away = False
        for k in range(at, j):
            norm = tokens[k].word.norm
            away = away or (norm in self._words.away and norm not in self._words.whence)
            found = index.countries.get(k)
            if found and not away and not (found[2] and sector == "UAF"):  # منفذ هجوم برلين is not of Berlin
                return found[1]
        for k in range(i, at):
            found = index.countries.get(k)
            if found and not (k > i and tokens[k].word.definite and not found[2] and tokens[k - 1].upos == "PROPN"):
                return found[1]
        return None

    def ranks(self, index: Surroundings, i: int, j: int, code: Callable[[Surroundings, int, int, int], T]) -> T | None:
        """What ``code`` makes of those in whose ranks the casualties of the phrase ``i:j`` were, ``None`` if none are named."""
        tokens = index.doc.tokens
        last = index.doc.sentences[tokens[i].sentence].last
        for k in range(j, min(last, j + _RANKS_WITHIN)):
            if tokens[k].kind != "word":
                return None
            if tokens[k].word.bare in self._words.ranks and k + 1 < last:
                return code(index, k + 1, min(last, k + 1 + _RANKED), 1)
        return None

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

    def _counts(self, index: Surroundings, k: int, j: int) -> bool:
        tokens = index.doc.tokens
        role = self._roles.longest(tokens, k, j)
        return tokens[k].upos == "NUM" or (role is not None and role[1].scope == "part" and not tokens[k].word.enclitic)

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

"""How far a noun phrase that is to be coded reaches, where it was quoted shorter than it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from rawi.document import Token
from rawi.lexicon.actors import Actor, Roles
from rawi.lexicon.code_words import CodeWords
from rawi.lexicon.matcher import PhraseMatcher
from rawi.lexicon.surroundings import Surroundings

T = TypeVar("T")
_NAMES = ("person", "organization", "group")
_CLOSING = "»\"”')"
# Words after the dead or wounded within which their ranks are named: أربعة قتلى سقطوا في صفوف المقاومة.
_RANKS_WITHIN = 4
# Words of those who belong to the ranks.
_RANKED = 4
# Words that name the owner of a thing.
_OWNER = 3
# Words of an office within which it is said that it is over.
_OFFICE = 6


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
        last = index.doc.sentences[tokens[i].sentence].last
        if j < last and self._continues(index, j):
            return j + 1  # المسؤولون | الروس
        if j < last and self._owned(index, i, j):
            return min(last, j + _OWNER)
        if not all(tokens[k].kind != "word" or self._counts(index, k, j) for k in range(i, j)):
            return j
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
        """Whether token ``j`` is an adjective of a nationality or of a group that belongs to the definite noun before it."""
        found, mention = index.countries.get(j), index.mentions.get(j)
        nation = found is not None and not found[2]
        if not nation and (mention is None or mention.kind == "person"):
            return False
        before, word = index.doc.tokens[j - 1].word, index.doc.tokens[j].word
        adjective = nation or word.bare.endswith(("ي", "يه"))
        return adjective and before.definite and not before.enclitic and word.definite and not word.proclitics

    def _owned(self, index: Surroundings, i: int, j: int) -> bool:
        """Whether token ``j`` says whose the thing ``i:j`` is: شاحنة | للشرطة، مستودع ذخيرة | تابع للجيش."""
        tokens = index.doc.tokens
        role = self._roles.longest(tokens, i, j)
        if role is None or role[1].kind != "thing" or tokens[j].kind != "word":
            return False
        return tokens[j].word.bare in self._words.belonging or tokens[j].word.norm.startswith("لل")

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

    def former(self, index: Surroundings, at: int, j: int) -> bool:
        """Whether the office at token ``at`` is over: الوزير السابق، مسؤولين أوكرانيين سابقين."""
        tokens = index.doc.tokens
        for k in range(at + 1, min(j, at + _OFFICE)):
            if tokens[k].kind != "word" or tokens[k].upos == "VERB" or tokens[k].word.norm in self._words.away:
                return False
            if tokens[k].word.bare in self._words.former:
                return True
        return False

    def fights_for(self, index: Surroundings, i: int, j: int, actors: PhraseMatcher[Actor]) -> bool:
        """Whether token ``i`` behind a soldier leads to the group that he belongs to: باسم، ل، موال ل، or its own name."""
        token = index.doc.tokens[i]
        if token.word.norm in self._words.whence or "ل" in token.word.proclitics or token.word.bare in self._words.belonging:
            return True
        return token.kind == "word" and not token.word.proclitics and actors.longest(index.doc.tokens, i, j) is not None

    def where(self, tokens: Sequence[Token], k: int) -> bool:
        """Whether token ``k`` is the noun of a part of a country in which somebody is: (مصدر) في محافظة، بولاية."""
        word = tokens[k].word
        return word.bare in self._words.area and (tokens[k - 1].word.norm == "في" or "ب" in word.proclitics)

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


def beside(token: Token, found: list[Actor]) -> bool:
    """Whether a named actor behind a head is joined to it or only spoken to: مسؤولين وحوثيين، (قال الناطق) لرويترز."""
    clitics = token.word.proclitics
    return clitics[:1] == ("و",) or (clitics[-1:] == ("ل",) and all(actor.code[4:] == "JRN" for actor in found))

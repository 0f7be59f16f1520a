"""Finds the phrases of a table in running text by one dictionary lookup a token."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from rawi.document import Token
from rawi.text.fold import fold

P = TypeVar("P")


class PhraseMatcher(Generic[P]):
    """Phrases of one or more words with a payload each.

    The first word of a phrase is looked for as written and without attached conjunctions and prepositions (وبحسب finds بحسب);
    the following words as written, the last one also without a pronoun ending.
    """

    def __init__(self, entries: Iterable[tuple[str, P]] = ()) -> None:
        # First word → second word (None for a phrase of one word) → the words after the first, longest phrase first.
        self._first: dict[str, dict[str | None, list[tuple[tuple[str, ...], P]]]] = {}
        for phrase, payload in entries:
            self.add(phrase, payload)

    def add(self, phrase: str, payload: P) -> None:
        """Add a phrase as a reader would write it; its spelling is folded here."""
        words = tuple(fold(word) for word in phrase.split())
        if not words:
            raise ValueError("an empty phrase matches nothing")
        bucket = self._first.setdefault(words[0], {}).setdefault(words[1] if len(words) > 1 else None, [])
        bucket.append((words[1:], payload))
        if len(bucket) > 1 and len(bucket[-2][0]) < len(words) - 1:
            bucket.sort(key=lambda entry: -len(entry[0]))

    def __contains__(self, phrase: str) -> bool:
        """Whether the phrase is in the table."""
        words = tuple(fold(word) for word in phrase.split())
        if not words:
            return False
        bucket = self._first.get(words[0], {}).get(words[1] if len(words) > 1 else None, ())
        return any(rest == words[1:] for rest, _ in bucket)

    def longest(self, tokens: Sequence[Token], i: int, stop: int) -> tuple[int, list[P]] | None:
        """The longest phrase that begins at token ``i`` and ends before token ``stop``.

        :returns: the index after its last token and the payloads of all phrases of that length, or ``None``.
        """
        word = tokens[i].word
        norm, core = word.norm, word.core
        written = self._first.get(norm)
        stripped = self._first.get(core) if core != norm else None
        if written is None and stripped is None:  # nearly every token
            return None
        best = 0
        found: list[P] = []
        after = tokens[i + 1].word if i + 1 < stop else None
        buckets = []
        for phrases in (written, stripped):
            if phrases is None:
                continue
            if after is not None:
                buckets.append(phrases.get(after.norm, ()))
                if after.core != after.norm and not after.proclitics:
                    buckets.append(phrases.get(after.core, ()))
            buckets.append(phrases.get(None, ()))
        for bucket in buckets:
            for rest, payload in bucket:
                length = len(rest) + 1
                if length < best:
                    break
                if i + length <= stop and all(
                    rest[k] == tokens[i + 1 + k].word.norm
                    or (k == length - 2 and rest[k] == tokens[i + 1 + k].word.core and not tokens[i + 1 + k].word.proclitics)
                    for k in range(length - 1)
                ):
                    if length > best:
                        best, found = length, []
                    found.append(payload)
        return (i + best, found) if found else None

"""What the grammar of time expressions sees of a sentence: marked words and numbers, token by token."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rawi.document import Token
from rawi.layers.time_words import Mark
from rawi.text.numbers import Number, NumberWord, number_at

Slots = dict[str, Any]
Found = tuple[int, Slots] | None


# Adjectives that number from the end.
LAST = frozenset({"اخر", "الاخير", "الاخيره"})


class Reading:
    """The tokens of one sentence (up to ``stop``) with the words of time marked in them."""

    def __init__(
        self, text: str, tokens: Sequence[Token], stop: int, marks: dict[int, list[Mark]], numbers: dict[str, NumberWord]
    ) -> None:
        self.depth = 0  # of expressions within expressions, so that odd input cannot nest without end
        self.text, self.tokens, self.stop, self.marks, self.numbers = text, tokens, stop, marks, numbers

    def mark(self, i: int, kind: str) -> Mark | None:
        """The mark of ``kind`` that begins at token ``i``."""
        for found in self.marks.get(i, ()):
            if found.word.kind == kind:
                return found
        return None

    def norm(self, i: int) -> str:
        """The folded word at ``i``; an empty string outside the sentence."""
        return self.tokens[i].word.norm if 0 <= i < self.stop else ""

    def number(self, i: int) -> Number | None:
        """The number that begins at token ``i``."""
        return number_at(self.tokens, i, self.stop, self.numbers) if i < self.stop else None

    def after_text(self, offset: int, i: int) -> int:
        """Index of the first token at or after ``offset``, counted from ``i``."""
        while i < self.stop and self.tokens[i].start < offset:
            i += 1
        return i

    def direction(self, i: int) -> Mark | None:
        """الماضي, المقبل … at ``i`` (an adjective after its noun, so never with an attached word before it)."""
        found = self.mark(i, "dir")
        return found if found is not None and not found.word.attached.cut else None

    def feminine(self, number: Number) -> bool:
        """Whether an ordinal is feminine: the hour (الثالثة) and not the day (الثالث)."""
        word = self.norm(number.first)
        return word.endswith("ه") or word.endswith("الاولي")

    def ends(self, i: int) -> bool:
        """Whether the clause ends before token ``i``."""
        return i >= self.stop or self.tokens[i].kind == "punct"

    def counts(self, number: Number) -> bool:
        """Whether the number has something to count behind it."""
        token = self.tokens[number.last] if number.last < self.stop else None
        if token is None or token.kind != "word" or self.marks.get(number.last):
            return (token is not None and token.kind in ("latin",)) or (token is not None and token.text in "%$€£")
        word = token.word
        return token.upos in ("NOUN", "ADJ", "X") and not word.definite and not word.proclitics

    def nth(self, i: int) -> int | None:
        """أول, ثاني, ثالث, آخر before its noun."""
        if self.norm(i) in ("اخر", "واخر", "باخر"):
            return -1
        number = self.number(i)
        if number is None or number.kind != "ordinal" or number.definite or number.last != i + 1:
            return None
        return number.value if isinstance(number.value, int) and number.value <= 5 else None

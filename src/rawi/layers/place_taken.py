"""What of a text is taken by something other than places: names of people and organizations, credits, times."""

from __future__ import annotations

from collections.abc import Iterator

from rawi.document import Doc
from rawi.layers.place_words import STRONG, TYPED, PlaceWords
from rawi.lexicon.gazetteer import Candidate, Gazetteer
from rawi.record import Mention
from rawi.text.fold import fold


class Taken:
    """Tokens that are ``blocked`` for good, and the ``names`` to which tokens belong, as spans of characters."""

    def __init__(self, doc: Doc, places: Gazetteer, words: PlaceWords) -> None:
        self._doc = doc
        self._places = places
        self._words = words
        self.blocked = self._blocked()
        self.names = self._names()

    def _blocked(self) -> list[bool]:
        """For every token whether it belongs to what is no place: a byline, an outlet, a time."""
        doc = self._doc
        spans = [(credit.start, credit.end) for credit in doc.credits if credit.kind != "dateline"]
        spans += [(time.start, time.end) for time in doc.times]
        blocked = [False] * len(doc.tokens)
        for k in self._covered(spans):
            blocked[k] = True
        return blocked

    def _names(self) -> dict[int, tuple[int, int]]:
        """The person or organization to whose name a token belongs, as a span of characters."""
        spans = [
            (m.start, m.end)
            for m in self._doc.mentions
            if m.kind == "organization" or (m.kind == "person" and not self._is_place(m))
        ]
        return {k: span for span in spans for k in self._covered([span])}

    def _covered(self, spans: list[tuple[int, int]]) -> Iterator[int]:
        tokens = self._doc.tokens
        for start, end in spans:
            k = self._doc.token_at(start)
            while k < len(tokens) and tokens[k].start < end:
                yield k
                k += 1

    def free(self, i: int, j: int, candidates: tuple[Candidate, ...]) -> bool:
        """Whether tokens ``i:j`` may be a place: nothing blocks them, and what was taken for a name does not reach beyond a
        place of several words that the tables know (صلاح الدين دميرطاش does, خان يونس does not)."""
        if any(self.blocked[k] for k in range(i, j)):
            return False
        taken = [self.names[k] for k in range(i, j) if k in self.names]
        if not taken:
            return True
        if j == i + 1 or candidates[0].source == "geonames":
            return False
        start, end = self._doc.tokens[i].start, self._doc.tokens[j - 1].end
        return not any(a <= self._doc.tokens[i].core_start and b >= end and (a, b) != (start, end) for a, b in taken)

    def _is_place(self, mention: Mention) -> bool:
        """Whether what was taken for a person is in full the name of a well-known place (خان يونس)."""
        name = " ".join(fold(word) for word in mention.text.split())
        if self._words.needs.get(name, STRONG) >= TYPED:
            return False
        found = self._places.places(name)
        return bool(found) and found[0].source != "geonames"

"""Head counts: how many were killed, injured, arrested or displaced, from digits, words, and phrases for one or two."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from rawi.layers.event_context import Context
from rawi.layers.event_draft import Draft
from rawi.record import Event
from rawi.text.clauses import Range

# Tokens after a word for the dead or wounded among which their number is told: بلغ عدد القتلى في المدينة 33.
_TOTAL = 18
# Tokens of a name that no list knows.
_NAME = 4


class Heads:
    """Counts the heads of the events of one document."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.doc = context.doc
        self.tokens = context.tokens
        self.phrases = context.phrases
        self.words = context.words
        self._numbers = [quantity.start for quantity in context.doc.quantities]

    def count(self, draft: Draft, event: Event) -> None:
        """Set the casualties of an event and the quantities that tell them."""
        victims = list(draft.victims)
        if not victims:
            for span in draft.found.recipients:
                toll = draft.toll or self._toll(span)
                if toll:
                    victims.append((toll, span))
        counted: set[int] = set()
        for toll, span in victims:
            for i, j in self.phrases.conjuncts(*span):
                if i in counted or self._act(i):
                    continue
                counted.add(i)
                number = self._number(i, j, event)
                if number is not None and event.status != "negated":
                    own = self._toll((i, j)) or toll
                    event.casualties[own] = event.casualties.get(own, 0) + number
        if not event.casualties and draft.toll and not draft.verb and event.status != "negated":
            total = self._total(draft, event)
            if total is not None:
                event.casualties[draft.toll] = total

    def _act(self, i: int) -> bool:
        """Whether a conjunct is another act with its own victims: مقتل تسعة جنود | وإصابة اثنين."""
        return any(frame.toll for frame in self.context.frames.nouns.get(self.tokens[i].word.bare, ())) and not (
            self.tokens[i].word.bare in self.words["dead"] or self.tokens[i].word.bare in self.words["wounded"]
        )

    def _number(self, i: int, j: int, event: Event) -> int | None:
        start, end = self.tokens[i].start, self.tokens[j - 1].end
        for quantity in self.doc.quantities[bisect_left(self._numbers, start) : bisect_right(self._numbers, end)]:
            if quantity.start >= start and quantity.end <= end:
                event.quantities.append(quantity.id)
                return int(quantity.value) if isinstance(quantity.value, int | float) else None
        return self._few(i, j)

    def _toll(self, span: Range) -> str:
        """``killed`` or ``injured`` when the phrase is about the dead (ألف قتيل) or the wounded."""
        bare = self.tokens[self.phrases.head(*span)].word.bare
        if bare in self.words["dead"]:
            return "killed"
        return "injured" if bare in self.words["wounded"] else ""

    def _total(self, draft: Draft, event: Event) -> int | None:
        """The number that follows عدد القتلى or حصيلة الجرحى in its clause."""
        i = draft.first
        if i == 0 or self.tokens[i - 1].word.bare not in self.words["total"]:
            return None
        sentence = self.doc.sentences[self.tokens[i].sentence]
        for k in range(i + 1, min(sentence.last, i + _TOTAL)):
            if self.tokens[k].kind == "punct":
                return None
            start = self.tokens[k].start
            at = bisect_left(self._numbers, start)
            if at < len(self._numbers) and self._numbers[at] < self.tokens[k].end:
                quantity = self.doc.quantities[at]
                event.quantities.append(quantity.id)
                return int(quantity.value) if isinstance(quantity.value, int | float) else None
        return None

    def _few(self, i: int, j: int) -> int | None:
        """One or two when the phrase without a number says so: a name, أحد أفراد, a singular or a dual for a person."""
        if self.tokens[i].word.core in self.words["one-of"]:
            return 1
        if any(self.tokens[k].word.bare in self.words["two"] for k in range(i, j)):
            return 2
        head = self.phrases.head(i, j)
        found = self.phrases.mention(head) or self.phrases.mention(i)
        if found is not None:
            return 1 if found[1] == "person" else None
        token = self.tokens[head]
        if head > i or self.phrases.bare_is(i, "quantifier"):
            return None
        numbers = {r.number for r in token.word.nouns}
        bare = token.word.bare
        if numbers == {"d"} and not token.word.definite:
            return 2
        if bare in self.words["one-person"] or (bare.endswith("ا") and bare[:-1] in self.words["one-person"]):
            return 1
        if "p" in numbers:
            return None
        if token.upos == "PROPN" and j - i <= _NAME and not self.context.places(token.start, token.end):
            return 1
        named = any((m := self.phrases.mention(k)) is not None and m[1] == "person" and m[0] >= j for k in range(i + 1, j))
        return 1 if named and numbers <= {"s"} and "force" not in self.context.classes(head) else None

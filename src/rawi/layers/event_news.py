"""Weighs whether mentions of violence are the news of their report or only spoken about.

Articles of opinion and history name as many attacks as reports do. No single word tells them apart, but many weak signs do: a
report gives heads, days, places, means and who told it; talk about violence is long, personal, definite and subordinate. The
signs of a mention are added up. One mention with enough of them makes the report one of violence, and then its other mentions
are told as well; where there is none, a headline decides, else nothing is coded. The points are rounded weights of a logistic
regression on single sentences; they are few and small on purpose.
"""

from __future__ import annotations

from collections.abc import Iterator

from rawi.layers.event_context import Context
from rawi.layers.event_draft import Draft
from rawi.layers.event_keep import Judge
from rawi.layers.event_where import Where
from rawi.lexicon import Column, Lexicon, Table

SIGNS = (
    "told", "teller", "counted", "victims", "bomb", "spot", "day", "opens", "content", "casualty", "short", "brief", "how",
    "violent", "armed", "habit", "personal", "known-doer", "known-victim", "nobody", "indefinite", "definite", "expected",
    "judged", "court", "year", "deep", "long", "identifies",
)  # fmt: skip
LIMITS = ("enough", "plain")


def whole_number(cell: str) -> str | None:
    """What is wrong with a cell of points, if anything."""
    return None if cell.removeprefix("-").isdigit() else "points are a whole number"


EVIDENCE = Table(
    "news_evidence",
    ("news_evidence.tsv",),
    (
        Column("sign", required=True, choices=(*LIMITS, *SIGNS)),
        Column("points", required=True, check=whole_number),
        Column("gloss", required=True),
    ),
    ("sign",),
)
# Lengths in tokens.
_BRIEF, _SHORT, _LONG, _DEEP, _NEAR, _OPENING, _CARRIED = 14, 45, 70, 40, 30, 12, 6
_ARMED = frozenset(("force", "armed", "rebel", "aircraft", "police"))
_PERSONAL = frozenset(("نا", "ني"))


def _build(lexicon: Lexicon) -> dict[str, int]:
    points = {row["sign"]: int(row["points"]) for row in lexicon.rows(EVIDENCE)}
    return {sign: points.get(sign, 0) for sign in (*LIMITS, *SIGNS)}


class News:
    """Weighs the drafts of one document that are of the types ``weighed``."""

    weighed: tuple[str, ...] = ("ASSAULT",)

    def __init__(self, context: Context, judge: Judge, lexicon: Lexicon) -> None:
        self.context = context
        self.judge = judge
        self.doc = context.doc
        self.tokens = context.tokens
        self.phrases = context.phrases
        self.where = Where(context)
        self.points = self._compiled(lexicon)
        self._personal: dict[int, bool] = {}

    def _compiled(self, lexicon: Lexicon) -> dict[str, int]:
        """The points of each sign, and the limits."""
        return lexicon.compiled(_build)

    def lift(self, drafts: list[Draft]) -> None:
        """Among the drafts of one sentence, let the noun in passing with the most evidence stand, when the sentence tells of no
        other act of violence."""
        here = [draft for draft in drafts if draft.type in self.weighed]
        if not here or any(not draft.passing for draft in here):
            return
        best = max(here, key=self.weigh)
        if self.weigh(best) >= self.points["plain"]:
            best.passing = False

    def settle(self, drafts: list[Draft]) -> list[Draft]:
        """The drafts of the document without acts of violence that are only spoken about."""
        weighed = [draft for draft in drafts if draft.type in self.weighed]
        if not weighed or any(self.judge.headline(draft.first) for draft in weighed):
            return drafts
        if any(self.weigh(draft) >= self.points["enough"] for draft in weighed):
            return drafts
        for draft in weighed:
            start, end = self.tokens[draft.first].core_start, self.tokens[draft.last - 1].end
            self.doc.drop("events", start, end, draft.type, "spoken about, with too little that a report would tell")
        return [draft for draft in drafts if draft.type not in self.weighed]

    def weigh(self, draft: Draft) -> int:
        """The sum of the points of all signs of a draft."""
        return sum(self.points.get(sign, 0) for sign in self.signs(draft))

    def signs(self, draft: Draft) -> Iterator[str]:
        """The names of the signs that hold for a draft, in no order that matters."""
        i = draft.first
        sentence = self.doc.sentences[self.tokens[i].sentence]
        length, depth = sentence.last - sentence.first, i - sentence.first
        near = self.context.sentence_classes(i)
        yield from self._people(draft)
        yield from self._teller(draft)
        yield from self._told(draft)
        if "bombword" in near:
            yield "bomb"
        if "violence" in near:
            yield "violent"
        if "casualty" in near:
            yield "casualty"
        if "court" in near:
            yield "court"
        if depth <= (_CARRIED if draft.found.pattern.startswith("noun:") else 1):
            yield "opens"
        if depth >= _DEEP:
            yield "deep"
        if length < _BRIEF:
            yield "brief"
        if length < _SHORT:
            yield "short"
        elif length >= _LONG:
            yield "long"
        if self._speaks_of_himself(sentence.i):
            yield "personal"

    def _people(self, draft: Draft) -> Iterator[str]:
        found = draft.found
        victims = [*found.recipients, *(span for _, span in draft.victims)]
        if any(self.context.counted(span) or "oneof" in self.context.classes(span[0]) for span in victims):
            yield "counted"
        if len({kind for kind, _ in draft.victims}) > 1 or (draft.victims and not draft.toll):
            yield "victims"
        if any(_ARMED & self.context.classes(self.phrases.head(*span)) for span in (*found.actors, *found.recipients)):
            yield "armed"
        if any(self.phrases.mention(self.phrases.head(*span)) for span in found.actors):
            yield "known-doer"
        if any(self.phrases.mention(self.phrases.head(*span)) for span in found.recipients):
            yield "known-victim"
        if not found.actors and not found.recipients:
            yield "nobody"

    def _teller(self, draft: Draft) -> Iterator[str]:
        statement = draft.statement
        if statement is None:
            return
        if statement.stance == "expect":
            yield "expected"
        elif statement.stance in ("accuse", "condemn"):
            yield "judged"
        if statement.content and self.tokens[draft.first].start - statement.content.start < _OPENING:
            yield "content"
        source = statement.source
        if source is not None:
            first = self.doc.token_at(source.start)
            last = min(self.doc.token_at(max(source.end - 1, source.start)), first + _OPENING, len(self.tokens) - 1)
            if any("teller" in self.context.classes(k) for k in range(first, last + 1)):
                yield "teller"

    def _told(self, draft: Draft) -> Iterator[str]:
        """Signs of time, place, manner and grammar."""
        i = draft.first
        sentence = self.doc.sentences[self.tokens[i].sentence]
        dated = self.context.dated(i)
        near = range(max(sentence.first, i - _NEAR), min(sentence.last, i + _NEAR))
        if dated == "day" or any("newsday" in self.context.classes(k) for k in near if k != i):
            yield "day"
        elif dated == "year":
            yield "year"
        place = self.where.place(i, [], draft.statement, force=True, far=True)
        if place is not None and place.feature != "country":
            yield "spot"
        if draft.mode:
            yield "how"
        last = self.tokens[draft.last - 1].word
        if draft.verb:
            tenses = {reading.tense for reading in self.tokens[i].word.verbs}
            if tenses == {"present"}:
                yield "habit"
        elif not (last.definite or last.enclitic):
            yield "indefinite"
        elif not draft.found.pattern.startswith("noun:"):
            yield "definite"
        if self.judge.subordinate(draft):
            yield "identifies"
        elif self._tells(draft, i - sentence.first):
            yield "told"

    @staticmethod
    def _tells(draft: Draft, depth: int) -> bool:
        """Whether a verb that opens its sentence says in the report's own words who did it to whom."""
        found = draft.found
        return bool(draft.verb and draft.statement is None and depth <= 1 and found.actors and found.recipients)

    def _speaks_of_himself(self, number: int) -> bool:
        """Whether a verb in the first or second person, or us and me, stands in the sentence of this number."""
        known = self._personal.get(number)
        if known is None:
            sentence = self.doc.sentences[number]
            words = (self.tokens[k] for k in range(sentence.first, min(sentence.last, sentence.first + 2 * _LONG)))
            known = any(
                token.word.enclitic in _PERSONAL
                or (token.upos == "VERB" and token.word.verbs and all(r.person in "12" for r in token.word.verbs))
                for token in words
                if token.kind == "word"
            )
            self._personal[number] = known
        return known

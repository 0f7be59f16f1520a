"""Weighs whether mentions of demonstrators and demonstrations tell that one took place.

Reports on politics speak of demonstrators all the time: what they shout, what is thought of them, what they did years ago.
That a demonstration takes place is told by what is new about it: how many came, where, against what. The signs are added up as
those of violence are (``event_news.py``); one mention with enough of them lets the others of its report stand as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from rawi.layers.event_draft import Draft
from rawi.layers.event_marches import PATTERN
from rawi.layers.event_news import LIMITS, SIGNS, News, whole_number
from rawi.lexicon import Column, Lexicon, Table

PROTEST_SIGNS = (
    "acts",
    "purpose",
    "against",
    "front",
    "crowd",
    "new",
    "others",
    "place",
    "damage",
    "said",
    "chants",
    "theme",
    "strike",
)
PROTEST_EVIDENCE = Table(
    "protest_evidence",
    ("protest_evidence.tsv",),
    (
        Column("sign", required=True, choices=(*LIMITS, *SIGNS, *PROTEST_SIGNS)),
        Column("points", required=True, check=whole_number),
        Column("gloss", required=True),
    ),
    ("sign",),
)
# Tokens around a trigger among which its purpose is told, and before the head of a phrase where a crowd is.
_AROUND, _QUANTITY, _BEHIND = 40, 3, 8
_AGAINST = "ضد"
_THEME = 2
_STRIKES = frozenset(("strike", "hunger", "boycott"))
_DAMAGE = frozenset(("vandalize", "riot"))


def _build(lexicon: Lexicon) -> dict[str, int]:
    points = {row["sign"]: int(row["points"]) for row in lexicon.rows(PROTEST_EVIDENCE)}
    return dict.fromkeys(LIMITS, 0) | points


class ProtestNews(News):
    """Weighs the protests of one document."""

    weighed = ("PROTEST",)
    _spoken: set[int] | None = None

    def _compiled(self, lexicon: Lexicon) -> dict[str, int]:
        return lexicon.compiled(_build)

    def signs(self, draft: Draft) -> Iterator[str]:
        """The names of the signs that hold for a draft, those of any act told in news included."""
        told = list(super().signs(draft))
        yield from told
        yield from self._aims(draft)
        yield from self._demonstrators(draft)
        if self.where.place(draft.first, [], draft.statement, far=True) is not None:
            yield "place"
        if self._acts(draft, told):
            yield "acts"
        if _DAMAGE & set(draft.mode):
            yield "damage"
        if _STRIKES & set(draft.mode) and any(self.context.somebody(span) for span in draft.found.actors):
            yield "strike"
        if draft.statement is not None and "teller" not in told:
            yield "said"
        if draft.found.pattern == PATTERN and any(
            r.lemma in self.context.words["chant"] for r in self.tokens[draft.first].word.verbs
        ):
            yield "chants"
        if self._theme(self.tokens[draft.first].sentence):
            yield "theme"

    @staticmethod
    def _acts(draft: Draft, told: list[str]) -> bool:
        """Whether the report itself says, that somebody demonstrates: «أضرب العمال», «نفذ العمال إضرابا».

        It opens a sentence. What is done besides (shouting, damage) and what others say of it is not enough.
        """
        found = draft.found
        stands = draft.verb or "indefinite" in told
        news = "opens" in told and "identifies" not in told and draft.statement is None
        return bool(stands and news and found.actors and found.pattern != PATTERN and not _DAMAGE & set(draft.mode))

    def _theme(self, number: int) -> bool:
        """Whether at least two other sentences of the report speak of demonstrators or demonstrations."""
        if self._spoken is None:
            self._spoken = {t.sentence for t in self.tokens if t.kind == "word" and "protesters" in self.context.classes(t.i)}
        return len(self._spoken - {number}) >= _THEME

    def _aims(self, draft: Draft) -> Iterator[str]:
        i = draft.first
        sentence = self.doc.sentences[self.tokens[i].sentence]
        words = self.context.words["purpose"]
        near = [k for k in range(max(sentence.first, i - _AROUND), min(sentence.last, i + _AROUND)) if k != i]
        if any(self.tokens[k].word.core in words or self.tokens[k].word.norm in words for k in near):
            yield "purpose"
        elif draft.found.pattern != PATTERN:
            behind = range(draft.last, min(sentence.last, draft.last + _BEHIND))
            if any(self.tokens[k].word.core == _AGAINST for k in behind):
                yield "against"
        end = max([draft.last, *(last for first, last in draft.found.actors if first >= draft.first)])
        if any(self.tokens[k].word.core in self.context.words["front"] for k in range(end, min(sentence.last, end + _BEHIND))):
            yield "front"

    def _demonstrators(self, draft: Draft) -> Iterator[str]:
        for first, last in draft.found.actors:
            head = self.phrases.head(first, last)
            quantity = range(first, min(last, first + _QUANTITY))
            if self.context.counted((first, last)) or any(self.phrases.bare_is(k, "quantifier") for k in quantity):
                yield "crowd"
            if "protesters" not in self.context.classes(head):
                yield "others"
            elif not self.tokens[head].word.definite:
                yield "new"

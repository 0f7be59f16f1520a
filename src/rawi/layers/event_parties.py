"""Who takes part in talks: people, institutions and places that stand for them, not days, documents or topics."""

from __future__ import annotations

from rawi.layers.event_context import Context
from rawi.layers.event_draft import Draft
from rawi.text.clauses import Range

_TALKS = frozenset(("CONSULT", "COOPERATE"))


class Parties:
    """Leaves out what cannot take part in talks, in one document."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.phrases = context.phrases
        self.tokens = context.tokens

    def settle(self, draft: Draft) -> None:
        """Keep of the actors of a meeting those conjuncts that can be a party: محادثات وقف النار names a topic."""
        if draft.type not in _TALKS or draft.own is not None:
            return
        draft.found.actors = [
            part for span in draft.found.actors for part in self.phrases.conjuncts(*span) if self._party(part)
        ]

    def _party(self, span: Range) -> bool:
        head = self.phrases.head(*span)
        token = self.tokens[head]
        if self.context.somebody(span) or token.upos != "NOUN" or token.word.enclitic:
            return True
        if any(self.phrases.bare_is(head, name) for name in ("collective", "partitive", "seat")):
            return True
        if "p" in {reading.number for reading in token.word.nouns} or token.word.bare.endswith(("ون", "ين")):
            return True
        return not (self.phrases.verbal_noun(head) or token.word.bare in self.context.words["topic-noun"])

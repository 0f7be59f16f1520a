"""Whether mentions in passing belong to the news: they do where the report tells of the same kind of act elsewhere.

A noun that only names a matter (ملف الاغتيالات، سبل الحماية من الهجمات) is no news by itself. In a report that tells of force
or protest in two other sentences, and of an act of the same type in one of them, it is part of the story, and people who code
such reports count it as an event more often than not; in a report about something else they seldom do.
"""

from __future__ import annotations

from rawi.layers.event_context import Context
from rawi.layers.event_draft import Draft

_STORY = frozenset(("ASSAULT", "COERCE", "PROTEST"))
_SENTENCES = 2


class Theme:
    """Decides on the mentions in passing of one document."""

    def __init__(self, context: Context) -> None:
        self.doc = context.doc
        self.tokens = context.tokens

    def settle(self, told: list[Draft], passing: list[Draft], doubtful: list[Draft]) -> list[Draft]:
        """The drafts that are told, those in passing that belong to the same story, and those that stay in doubt, in text
        order. A report that tells of nothing in another sentence leaves no doubt: the mention is no news."""
        if not (passing or doubtful):
            return told
        same: dict[str, set[int]] = {}
        for draft in told:
            same.setdefault(draft.type, set()).add(self._sentence(draft))
        story = {sentence for kind in _STORY for sentence in same.get(kind, ())}
        for draft in passing:
            here = self._sentence(draft)
            alike = same.get(draft.type, set())
            if len(story) - (here in story) < _SENTENCES or len(alike) == (here in alike):
                draft.doubt = "mentioned in passing"
        telling = {sentence for sentences in same.values() for sentence in sentences}
        kept = []
        for draft in (*passing, *doubtful):
            if draft.doubt and len(telling) == (self._sentence(draft) in telling):
                start, end = self.tokens[draft.first].core_start, self.tokens[draft.last - 1].end
                self.doc.drop("events", start, end, draft.type, draft.doubt)
            else:
                kept.append(draft)
        return sorted([*told, *kept], key=lambda draft: (draft.first, draft.last))

    def _sentence(self, draft: Draft) -> int:
        return self.tokens[draft.first].sentence

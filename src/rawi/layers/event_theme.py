"""Whether mentions in passing belong to the news: they do where the report tells of the same kind of act elsewhere.

A noun that only names a matter (ملف الاغتيالات، سبل الحماية من الهجمات) is no news by itself. In a report that tells of an act
of the same type in another sentence it is part of its story, and people who code such reports count it as an event more often
than not; in a report about something else they seldom do.
"""

from __future__ import annotations

from rawi.layers.event_context import Context
from rawi.layers.event_draft import Draft


class Theme:
    """Decides on the mentions in passing of one document."""

    def __init__(self, context: Context) -> None:
        self.doc = context.doc
        self.tokens = context.tokens

    def settle(self, told: list[Draft], passing: list[Draft]) -> list[Draft]:
        """The drafts that are told and those in passing that belong to the same story, in text order."""
        if not passing:
            return told
        sentences: dict[str, set[int]] = {}
        for draft in told:
            sentences.setdefault(draft.type, set()).add(self._sentence(draft))
        joining = []
        for draft in passing:
            if sentences.get(draft.type, set()) - {self._sentence(draft)}:
                joining.append(draft)
                continue
            start, end = self.tokens[draft.first].core_start, self.tokens[draft.last - 1].end
            self.doc.drop("events", start, end, draft.type, "mentioned in passing")
        return sorted([*told, *joining], key=lambda draft: (draft.first, draft.last)) if joining else told

    def _sentence(self, draft: Draft) -> int:
        return self.tokens[draft.first].sentence

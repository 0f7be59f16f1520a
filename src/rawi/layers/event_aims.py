"""Whom a demonstration is aimed at, and who demonstrates when the word for the demonstration does not say."""

from __future__ import annotations

from rawi.layers.event_arguments import Arguments
from rawi.layers.event_draft import Draft
from rawi.text.clauses import Range

_REACH = 34
_GOVERNED = {"ضد": "", "احتجاجا": "علي", "الاحتجاج": "علي", "للاحتجاج": "علي", "اعتراضا": "علي", "ردا": "علي", "تنديدا": "ب",
             "التنديد": "ب", "للتنديد": "ب", "غضبا": "من", "رفضا": "ل"}  # fmt: skip
# Stems of participles and verbs, with the preposition of whom they are aimed at; nothing for an object.
_STEMS = {
    "مناهض": "ل",
    "مناوء": "ل",
    "معادي": "ل",
    "منددين": "ب",
    "مندده": "ب",
    "منددا": "ب",
    "ينددون": "ب",
    "نددوا": "ب",
    "مطالب": "",
    "يطالب": "",
    "تطالب": "",
    "طالبوا": "",
    "لمطالب": "",
    "متهم": "",
    "يسقط": "",
    "يهاجمون": "",
    "الموت": "ل",
}
_OUSTED = frozenset(("استقاله", "رحيل", "اسقاط", "تنحي", "اقاله", "محاكمه", "طرد", "سقوط", "مقاطعه"))


class Aims:
    """Completes the protests of one document."""

    def __init__(self, arguments: Arguments) -> None:
        self.arguments = arguments
        self.context = arguments.context
        self.phrases = arguments.phrases
        self.tokens = arguments.tokens

    def complete(self, draft: Draft) -> None:
        """Add the target and the demonstrators told elsewhere in the sentence to a protest that lacks them."""
        if draft.type != "PROTEST" or draft.own is not None:
            return
        last = self.context.doc.sentences[self.tokens[draft.first].sentence].last
        if not any(self._party(span) for span in draft.found.recipients):
            target = self._target(draft.last, min(last, draft.last + _REACH))
            if target is not None:
                draft.found.recipients = [target]
        draft.found.actors = [span for span in draft.found.actors if not self._happening(span)]
        if not draft.found.actors:
            for k in range(draft.last, min(last, draft.last + _REACH)):
                if {"protesters", "person"} <= self.context.classes(k) and self.phrases.nominal(k):
                    draft.found.add("actor", (k, max(self.phrases.noun_phrase(k, last, coordinate=False), k + 1)))
                    return

    def _happening(self, span: Range) -> bool:
        """Whether the phrase is the demonstration itself (اندلعت مظاهرات), not who demonstrates."""
        head = self.phrases.head(*span)
        word = self.tokens[head].word
        people = self.context.classes(head) & {"public", "person", "force"}
        return word.bare in self.context.frames.nouns and not people

    def _party(self, span: Range) -> bool:
        """Whether the phrase is somebody rather than a building or a cause."""
        head = self.phrases.head(*span)
        if self.phrases.mention(head) is not None or self.context.nationality(span[0]):
            return True
        return bool(self.context.classes(head) & {"public", "person", "force", "official", "civil", "police"})

    def _target(self, first: int, stop: int) -> Range | None:
        for k in range(first, stop - 1):
            core = self.tokens[k].word.core
            norm = self.tokens[k].word.norm
            governed = _GOVERNED.get(core, _GOVERNED.get(norm))
            if governed is None:
                governed = next((p for stem, p in _STEMS.items() if core.startswith(stem)), None)
            if governed is None:
                continue
            start = self._governed(k, governed, stop)
            if start is None:
                continue
            found = self._somebody(start, stop)
            if found is not None:
                return found
        return None

    def _governed(self, k: int, preposition: str, stop: int) -> int | None:
        """First token of what the cue at ``k`` governs."""
        if not preposition:
            after = k + 1
            if after < stop and self.tokens[after].word.bare in _OUSTED and self.phrases.preposition(after) == "ب":
                return after + 1
            return after if after < stop and self.phrases.preposition(after) is None else None
        for m in range(k + 1, min(k + 4, stop)):
            if self.tokens[m].kind == "punct" and self.tokens[m].text not in '«"“':
                return None
            if self.phrases.preposition(m) == preposition:
                return m if preposition in ("ب", "ل") and self.tokens[m].word.core != preposition else m + 1
        return None

    def _somebody(self, start: int, stop: int) -> Range | None:
        """The phrase at ``start`` when it is somebody, else the doer of the deed or the nationality that it names."""
        while start < stop and self.tokens[start].kind == "punct":
            start += 1
        if start >= stop:
            return None
        end = self.phrases.noun_phrase(start, stop)
        if end <= start or self.phrases.outside(start):
            return None
        if self.context.somebody((start, end)):
            return (start, end)
        for k in range(start + 1, min(end + 1, stop)):
            if self.tokens[k].kind == "punct" and self.tokens[k].text not in '«"“':
                return None
            if self.context.nationality(k):
                return (k, k + 1)
            inner = self.phrases.noun_phrase(k, stop)
            if inner > k and self.phrases.nominal(k) and self.context.somebody((k, inner)):
                return (k, inner)
        return None

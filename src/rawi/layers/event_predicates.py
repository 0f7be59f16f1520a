"""Participles and adjectives that are predicates of a nominal sentence: بلاده حريصة على التعاون، نحن ملتزمون بالاتفاق.

They tell what somebody is ready to do or in favour of as a verb would, but have their subject before them and no tense.
"""

from __future__ import annotations

from rawi.layers.event_arguments import Arguments
from rawi.layers.event_frames import Frame
from rawi.layers.event_subjects import Found
from rawi.text.clauses import Range


class Predicates:
    """Finds the subjects of predicates in one document."""

    def __init__(self, arguments: Arguments) -> None:
        self.arguments = arguments
        self.context = arguments.context
        self.phrases = arguments.phrases
        self.clauses = arguments.clauses
        self.tokens = arguments.tokens

    def complete(self, i: int, frame: Frame, found: Found) -> None:
        """Add the subject of the predicate at token ``i`` to ``found``, in the role that its frame gives a subject."""
        role = frame.slots.get("subject")
        if role is None or frame.kind != "noun":
            return
        span = self._subject(i)
        if span is not None:
            found.add(role, span)
            found.pattern = "predicate"

    def _subject(self, i: int) -> Range | None:
        """The definite phrase that ends right before the indefinite predicate, or whom the pronoun before it stands for."""
        word = self.tokens[i].word
        start = self.clauses.start(i)
        if word.definite or word.enclitic or word.proclitics:
            return None
        if start == i:
            return self._pronoun(i, start - 1)
        if start + 1 == i and self.tokens[start].word.core in self.context.words["pronoun"]:
            return self._pronoun(i, start)
        if self.phrases.preposition(start) is not None or self.tokens[start].upos in ("VERB", "AUX"):
            return None
        end = self.phrases.noun_phrase(start, i)
        settled = self.tokens[start].word.definite or self.tokens[start].word.enclitic or end > start + 1
        known = settled or self.phrases.mention(start) is not None
        if end != i or not known:
            return None
        # موقف الأردن داعم: whose stand it is
        return (
            (start + 1, end)
            if self.tokens[start].word.bare in self.context.words["stand"] and end > start + 1
            else (start, end)
        )

    def _pronoun(self, i: int, k: int) -> Range | None:
        """Whom a pronoun at token ``k`` stands for: إنه حريص, نحن ملتزمون are the speaker's own words or about him."""
        sentence = self.context.doc.sentences[self.tokens[i].sentence]
        if k < sentence.first:
            return None
        ending, core = self.tokens[k].word.enclitic, self.tokens[k].word.core
        joined = self.phrases.is_a(k, "complementiser") and bool(ending)
        if not joined and core not in self.context.words["pronoun"]:
            return None
        return self.arguments.speaker(i)

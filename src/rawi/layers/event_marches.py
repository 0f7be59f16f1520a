"""What demonstrators do is a protest, whatever the verb: they march, shout, hold up banners, block and burn."""

from __future__ import annotations

from rawi.document import Sentence
from rawi.layers.event_arguments import Arguments
from rawi.layers.event_draft import Draft
from rawi.layers.event_frames import Frame
from rawi.layers.event_subjects import Found
from rawi.record import Statement
from rawi.text.clauses import Range

PATTERN = "protesters"
# Tokens before and after a verb among which demonstrators are looked for, after it for what is shouted, and after a protest
# for whom it is aimed at.
_BEFORE, _AFTER, _SHOUTED, _AIMED = 16, 10, 8, 16
_FRAME = "تظاهر"


class Marches:
    """Finds protests of one document that are told by what demonstrators do."""

    def __init__(self, arguments: Arguments) -> None:
        self.arguments = arguments
        self.context = arguments.context
        self.phrases = arguments.phrases
        self.tokens = arguments.tokens

    def tagged_noun(self, i: int, sentence: Sentence) -> bool:
        """Whether a word tagged as a noun is what demonstrators do next: توجه المتظاهرون."""
        follower = i + 1 if i + 1 < sentence.last else i
        word = self.tokens[follower].word
        return (
            word.norm.startswith("ال")
            and word.norm.endswith("ون")
            and "protesters" in self.context.classes(follower)
            and self._march(i) is not None
        )

    def found(self, i: int, cue: Statement | None) -> tuple[Frame, Found] | None:
        """The frame and doers of the protest that demonstrators make at the verb ``i``: رفع المتظاهرون لافتات."""
        lemma = self._march(i) if cue is None else None
        near = range(max(0, i - _BEFORE), min(i + _AFTER, len(self.tokens)))
        if lemma is None or not any("protesters" in self.context.classes(k) for k in near):
            return None
        subject = self._crowd(self.arguments.subject(i, lemma))
        if subject is None or not any(
            "protesters" in self.context.classes(k) for k in range(subject[0], min(subject[1], subject[0] + 5))
        ):
            return None
        frames = self.context.frames.verbs.get(_FRAME, ())
        return (frames[0], Found(actors=[subject], subject=subject, pattern=PATTERN)) if frames else None

    def _crowd(self, span: Range | None) -> Range | None:
        """The phrase with those of whom a crowd is made: حشود | من المتظاهرين."""
        if span is None or span[1] - span[0] > 2 or span[1] + 1 >= len(self.tokens):
            return span
        made = self.tokens[span[1]].word.core == "من" and "protesters" in self.context.classes(span[1] + 1)
        return (span[0], self.phrases.noun_phrase(span[1] + 1, span[1] + _AFTER, coordinate=False)) if made else span

    def chanted(self, i: int) -> tuple[Frame, Found] | None:
        """As :meth:`found`, for what demonstrators shout though it also reports speech: ردد المتظاهرون هتافات."""
        if not any(reading.lemma in self.context.words["chant"] for reading in self.tokens[i].word.verbs):
            return None
        return self.found(i, None)

    def _march(self, i: int) -> str | None:
        """The lemma of a verb of marching, or of shouting and holding up with slogans or banners behind it, at token ``i``."""
        words = self.context.words
        for reading in self.tokens[i].word.verbs:
            if reading.person != "3" or reading.tense != "past":
                continue
            if reading.lemma in words["march"]:
                return reading.lemma
            if reading.lemma in words["chant"]:
                behind = range(i + 1, min(i + 1 + _SHOUTED, len(self.tokens)))
                if any(self.tokens[k].word.bare in words["slogan"] or self.tokens[k].text in '«"“' for k in behind):
                    return reading.lemma
        return None

    def demand(self, draft: Draft, earlier: list[Draft]) -> None:
        """Demonstrators ask for what they demonstrate for: خرج العمال للمطالبة بالأجور is a request of theirs."""
        if draft.verb or draft.own is not None or draft.found.actors or draft.type != "REQUEST":
            return
        protest = next((other for other in reversed(earlier) if other.type == "PROTEST"), None)
        if protest is not None and "ل" in self.tokens[draft.first].word.proclitics:
            draft.found.actors = list(protest.found.actors)

    def reason(self, draft: Draft, earlier: list[Draft]) -> bool:
        """Whether a draft only says why people demonstrate: تظاهروا تنديدا بالقرار condemns nothing besides."""
        if draft.verb or draft.own is not None or draft.type not in ("ACCUSE", "REJECT", "SUPPORT"):
            return False
        adverb = self.tokens[draft.first].word.norm in self.context.words["purpose"]
        return adverb and any(other.type == "PROTEST" for other in earlier)

    def aim(self, draft: Draft, sentence: Sentence) -> None:
        """Add whom a protest is aimed at: احتجاجا على، تنديدا بـ، مطالبين الحكومة, when it is somebody."""
        for k in range(draft.last, min(sentence.last - 1, draft.last + _AIMED)):
            if self.tokens[k].word.core not in self.context.words["against"]:
                continue
            first = k + 1 if self.tokens[k + 1].word.core not in ("علي", "من") else k + 2
            end = self.phrases.noun_phrase(first, sentence.last) if first < sentence.last else first
            if end > first and self.context.somebody((first, end)):
                draft.found.add("recipient", (first, end))
                return

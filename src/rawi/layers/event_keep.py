"""Decides which triggers tell of an event: not sport or accidents, not wishes, purposes, topics or mere references back."""

from __future__ import annotations

from rawi.document import Sentence
from rawi.layers.event_context import Context
from rawi.layers.event_draft import Draft
from rawi.layers.event_subjects import VerbArguments

# What a statement of this stance contains is asked for, offered or refused, and has not happened.
_UNREAL = frozenset(("call", "promise", "reject", "ask"))
_PURPOSE = frozenset(
    (
        "ضروره",
        "اجل",
        "بهدف",
        "بغيه",
        "سبيل",
        "كيفيه",
        "امكانيه",
        "اهميه",
        "قصد",
        "بغرض",
        "محاوله",
        "محاولات",
        "مكافحه",
        "الحد",
        "منع",
    )
)
_BACK_REFERENCE = frozenset(("بعد", "منذ", "خلال", "عقب", "اثر", "قبل"))
_SUDDEN = frozenset(("ASSAULT", "PROTEST", "COERCE"))
_SERIES = frozenset(("سلسله", "عدد", "موجه", "حصيله", "عمليات", "عمليه", "حاله", "حالات", "محاوله"))
# Types whose wording sport, film and markets borrow.
_BORROWED = frozenset(("ASSAULT", "PROTEST", "COERCE", "SANCTION", "RETREAT", "CONSULT", "MOBILIZE", "ACCUSE", "AID", "REJECT"))


class Judge:
    """Keeps or drops the drafts of one document."""

    def __init__(self, context: Context, arguments: VerbArguments) -> None:
        self.context = context
        self.arguments = arguments
        self.doc = context.doc
        self.tokens = context.tokens
        self.phrases = context.phrases

    def _drop(self, first: int, last: int, what: str, why: str) -> None:
        self.doc.drop("events", self.tokens[first].core_start, self.tokens[last - 1].end, what, why)

    def keep(self, draft: Draft, earlier: list[Draft]) -> bool:
        """Whether the draft stays; ``earlier`` are the last drafts before it. A noun in passing is marked for the joiner."""
        i = draft.first
        why = ""
        classes = self.context.sentence_classes(i)
        if draft.own is not None:
            return True
        if draft.type in _BORROWED and "sport" in classes and "violence" not in classes:
            why = "the sentence speaks of sport"
        elif draft.type in ("ASSAULT", "PROTEST") and "film" in classes:
            why = "the sentence speaks of a work of art"
        elif draft.type in ("ASSAULT", "RETREAT", "MOBILIZE", "COERCE") and "market" in classes and "violence" not in classes:
            why = "the sentence speaks of a market"
        elif draft.toll in ("killed", "injured") and "accident" in classes and "accidentexcept" not in classes:
            why = "an accident"
        elif self._unreal(draft):
            why = "asked for, offered or refused, not done"
        elif draft.verb and self._wished(draft):
            why = "wished or habitual, not told as done"
        elif not draft.verb and self._purpose(draft):
            why = "a purpose or wish"
        elif not draft.verb and self._empty(draft):
            why = "nobody takes part"
        elif not draft.verb and self._back_reference(draft, earlier):
            why = "refers back to an event already coded"
        elif not draft.verb and draft.type in _SUDDEN:
            draft.passing = self._in_passing(draft, earlier)
        if not why and draft.type in ("ASSAULT", "PROTEST") and not draft.passing:
            draft.passing = self._background(draft)
        if why:
            self._drop(draft.first, draft.last, draft.type, why)
        return not why

    def _unreal(self, draft: Draft) -> bool:
        statement = draft.statement
        if statement is None or statement.stance not in _UNREAL:
            return False
        before = self.tokens[draft.first - 1].word.core if draft.first else ""
        return (draft.verb and not self.arguments.relative_before(draft.first)) or (
            not draft.verb and before not in _BACK_REFERENCE
        )

    def _purpose(self, draft: Draft) -> bool:
        token = self.tokens[draft.first]
        before = [self.tokens[k].word.core for k in range(max(draft.first - 2, 0), draft.first)]
        if any(word in _PURPOSE for word in before[-1:]):
            return True
        if before[-1:] == ["الي"] and draft.frame and draft.frame.kind == "verb":
            return True
        if "ل" in token.word.proclitics and draft.frame is not None and not token.word.definite:
            return not draft.found.pattern.startswith("noun:") and draft.type not in ("ASSAULT", "CONSULT", "AID")
        return False

    def _in_passing(self, draft: Draft, earlier: list[Draft]) -> bool:
        """Whether a noun only names a matter (ملف اغتيال، وسائل التعذيب، بعد الهجوم) and no clause tells that it took place.

        It is told when it begins its sentence, when a verb of reporting has it for its object (أعلن مقتل، أفاد بمقتل), when a
        past verb stands before it (وقع انفجار), when a verb lends it a subject, or when its victims are counted.
        """
        i = draft.first
        sentence = self.doc.sentences[self.tokens[i].sentence]
        if self._headline(sentence):
            return False
        word = self.tokens[i].word
        if draft.toll and any(self.context.counted(span) for span in draft.found.recipients):
            return False
        if draft.found.pattern.startswith("noun:"):
            return False
        if draft.statement is not None and draft.statement.stance in ("condemn", "accuse") and draft.type == "ASSAULT":
            return True  # the news is the judgement
        if "trial" in self.context.sentence_classes(i):
            return True
        if i - sentence.first <= 1:
            return word.definite
        if earlier and self.phrases.coordinated(i):
            last = earlier[-1]
            if last.type in _SUDDEN and not last.verb and i - last.last < 12 and last.first >= sentence.first:
                return last.passing
        k = i - 1
        while k > sentence.first and (
            self.tokens[k].kind == "number" or self.phrases.bare_is(k, "quantifier") or self.tokens[k].word.core in _SERIES
        ):
            k -= 1
        before = self.tokens[k]
        content = draft.statement.content if draft.statement else None
        if content and self.tokens[i].core_start - content.start <= 3 and self._reported(draft):
            return False
        if before.text in "،,":
            return word.definite or draft.type == "ASSAULT" or not word.verbs
        if before.upos in ("VERB", "AUX"):
            past = any(r.tense == "past" for r in before.word.verbs)
            return bool(self.phrases.preposition(k + 1)) or not past or word.definite
        return True

    def _background(self, draft: Draft) -> bool:
        """Whether an act of violence or protest is recalled rather than reported: nobody known takes part, or it stands in a
        relative clause or under a year long past, with no head count."""
        i = draft.first
        sentence = self.doc.sentences[self.tokens[i].sentence]
        found = draft.found
        if self._headline(sentence) or any(self.context.counted(span) for span in (*found.recipients, *found.actors)):
            return False
        dated = self.context.dated(i)
        if dated == "year":
            return True
        if draft.verb and not any(self.context.somebody(span) for span in (*found.actors, *found.recipients)):
            return draft.toll == "" and "explosives" not in draft.mode and draft.type == "ASSAULT"
        if dated == "day":
            return False
        if draft.verb:
            return self.arguments.relative_before(i) is not None or (
                found.pattern == "verb:pronoun" and found.object is not None
            )
        word = self.tokens[draft.last - 1].word
        return (bool(draft.toll) and draft.statement is None) or (word.definite and found.pattern.startswith("noun:"))

    def _headline(self, sentence: Sentence) -> bool:
        """Whether a sentence is the title, or opens the report as short as one and without a full stop."""
        if sentence.start < self.doc.title_end:
            return True
        return sentence.i == 0 and sentence.last - sentence.first < 16 and self.tokens[sentence.last - 1].text not in ".؟!…»"

    def _reported(self, draft: Draft) -> bool:
        """Whether the noun is itself what is reported (أعلن مقتل) and not the first word of a clause (أعلن أن مقتل … يضر)."""
        before = self.tokens[draft.first - 1] if draft.first else None
        return before is not None and not self.phrases.is_a(draft.first - 1, "complementiser") and before.text not in ':«"“'

    def _wished(self, draft: Draft) -> bool:
        """Whether a verb stands in the subjunctive (أن يقتل، ليقتل) without a word of expecting, or tells of a habit."""
        i = draft.first
        word = self.tokens[i].word
        if not any(r.tense == "present" for r in word.verbs) or any(r.tense == "past" for r in word.verbs):
            return False
        if "ل" in word.proclitics:
            return True
        sentence = self.doc.sentences[self.tokens[i].sentence]
        before = [self.tokens[k].word.core for k in range(max(sentence.first, i - 5), i)]
        if before[-1:] and before[-1] in ("ان", "الا", "كي", "لكي", "حتي", "بان"):
            return not self.context.expected(i)
        if (
            draft.type in ("ASSAULT", "PROTEST")
            and i - sentence.first > 3
            and before[-1:] not in (["لم"], ["لن"])
            and "س" not in word.proclitics
        ):
            return sentence.i > 0 or self.tokens[sentence.last - 1].text in ".؟!"
        return False

    def _empty(self, draft: Draft) -> bool:
        """A noun of talk or dealings without anyone who does it is a topic, not an event."""
        if draft.type in _SUDDEN or draft.type == "RETREAT":
            return False
        people = (*draft.found.actors, *draft.found.recipients)
        if people and draft.type in ("SUPPORT", "AID", "COOPERATE", "MOBILIZE"):
            # دعم القدرة الشرائية، التعاون التقني: what is helped is not somebody.
            return not any(self.context.somebody(span) or self.context.counted(span) for span in people)
        if people:
            return False
        return not draft.found.pattern.startswith("noun:") and draft.first > self.doc.sentences[
            self.tokens[draft.first].sentence].first  # fmt: skip

    def _back_reference(self, draft: Draft, earlier: list[Draft]) -> bool:
        word = self.tokens[draft.last - 1].word
        if (
            not (word.definite or word.enclitic)
            or (draft.found.actors and draft.found.pattern != "noun")
            or draft.found.recipients
        ):
            return False
        if draft.found.actors:
            return False
        return any(other.type == draft.type for other in earlier[-12:])

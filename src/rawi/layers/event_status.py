"""Whether an event occurred, lies ahead, may be, or did not happen: from the words before and after its trigger.

What is asked of the words before a trigger depends on its kind. A verb is negated by the particle in front of it (لم يقتل), a
noun by a word of lack or preventing that governs it (دون وقوع هجوم، أحبطت الشرطة هجوما). Both lie ahead behind a word or verb
of planning, and may be behind a word of doubt or fear. Past verbs tell what is done, whoever expects or warns.
"""

from __future__ import annotations

from rawi.layers.event_context import Context
from rawi.layers.event_draft import Draft
from rawi.record import DateRange

# Tokens looked at before a trigger, after it for an exception (لم … سوى), and after a noun for when it is to be.
_BEFORE, _EXCEPT, _AFTER = 6, 14, 5
_DOUBT, _OBJECT, _CALLED, _ANCHOR = 5, 5, 2, 2
# Types of what is held on a day that is known before.
_HELD = frozenset(("CONSULT", "PROTEST"))
# Characters from the beginning of a content to a word that still opens it.
_OPENS = 3


class Status:
    """Tells the status of the drafts of one document."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.words = context.words
        self.tokens = context.tokens
        self.phrases = context.phrases

    def of(self, draft: Draft, date: DateRange | None = None) -> str:
        """``occurred``, ``future``, ``hypothetical`` or ``negated``. ``date``: when the event takes place, as far as told."""
        i = draft.first
        verb = self._finite(draft)
        past = verb and any(reading.tense == "past" for reading in self.tokens[i].word.verbs)
        before = self._before(draft, verb)
        if not verb and self._scheduled(draft.last):
            return "future"
        if self._negated(draft, verb, before):
            return "negated"
        if self._ahead(draft, verb, before):
            return "future"
        if self._doubtful(i, verb, before):
            return "hypothetical"
        statement = draft.statement
        anchored = any("timeanchor" in self.context.classes(k) for k in before[:_ANCHOR])  # قبل الهجوم: it was
        if statement is not None and not past and not anchored and not any(self._past(k) for k in before):
            if statement.stance == "expect":
                return "future"
            if statement.stance == "warn":
                return "hypothetical"
        return "future" if not past and self._dated_ahead(draft, verb, date) else "occurred"

    def _past(self, k: int) -> bool:
        """Whether a verb stands at token ``k`` that can only be past."""
        verbs = self.tokens[k].word.verbs
        return self.tokens[k].upos == "VERB" and bool(verbs) and all(reading.tense == "past" for reading in verbs)

    def _dated_ahead(self, draft: Draft, verb: bool, date: DateRange | None) -> bool:
        """Whether the event is dated after the report: يلتقي غدا. Of nouns, only what is held on a day known before."""
        published = self.context.doc.report.published
        if date is None or not published or not (verb or draft.type in _HELD):
            return False
        return published[:10] < date.start and date.start[:7] == date.end[:7]

    def _finite(self, draft: Draft) -> bool:
        """Whether the trigger is a finite verb; that of a statement is its cue."""
        return draft.verb or (draft.own is not None and self.tokens[draft.first].upos == "VERB")

    def _before(self, draft: Draft, verb: bool) -> list[int]:
        """The tokens before the trigger in its clause, nearest first, as far as words there bear on it."""
        i = draft.first
        sentence = self.context.doc.sentences[self.tokens[i].sentence]
        content = draft.statement.content if draft.statement is not None else None
        found: list[int] = []
        for k in range(i - 1, max(sentence.first, i - _BEFORE) - 1, -1):
            token = self.tokens[k]
            if token.kind == "punct" or (content is not None and token.start < content.start):
                break
            found.append(k)
            if verb and k < i - 1 and token.upos == "VERB":
                break
        return found

    def _core(self, k: int) -> str:
        return self.tokens[k].word.core

    # -- negated ------------------------------------------------------------------------------------------------------------

    def _negated(self, draft: Draft, verb: bool, before: list[int]) -> bool:
        denied = self._denied(draft)
        if verb:
            near = next((k for k in before if self.tokens[k].upos != "AUX" and self._core(k) != "قد"), None)
            return denied or (near is not None and self._particle(near) and not self._excepted(draft.last))
        return denied or self._lacking(draft.first, before) or self._foiled(draft, before) or self._failed(draft.last)

    def _denied(self, draft: Draft) -> bool:
        """Whether the event is told in what somebody denies. نفى اتهامات المعارضة له بقتل: the charge itself was made."""
        statement = draft.statement
        if statement is None:
            return False
        outer = self.context.statement_of.get(statement.within or "")
        if statement.stance == "accuse" and outer is not None and outer.stance == "deny" and outer.content is not None:
            return statement.cue.start - outer.content.start <= _OPENS
        if statement.stance != "deny" or statement.content is None:
            return statement.stance == "deny"
        charge = draft.type == "ACCUSE" and not draft.verb
        return not (charge and self.tokens[draft.first].core_start - statement.content.start <= _OPENS)

    def _particle(self, k: int) -> bool:
        """Whether a negation stands at token ``k``. ما after a comma or a pronoun is relative (، ما أوقع جرحى)."""
        core = self._core(k)
        if core not in self.words["not"]:
            return False
        if core != "ما":
            return True
        word = self.tokens[k].word
        if word.proclitics:
            return word.proclitics[0] in "وف"
        sentence = self.context.doc.sentences[self.tokens[k].sentence]
        if k == sentence.first or self.phrases.is_a(k - 1, "complementiser"):
            return True
        return self.tokens[k - 1].text in ':«"“'

    def _excepted(self, last: int) -> bool:
        """Whether an exception follows the negation: لم يقتل سوى، لم تقصف إلا, but not إلا أن."""
        sentence = self.context.doc.sentences[self.tokens[last - 1].sentence]
        for k in range(last, min(sentence.last, last + _EXCEPT)):
            if self.tokens[k].kind == "punct":
                return False
            if self._core(k) in self.words["except"]:
                after = self.tokens[k + 1].word.norm if k + 1 < sentence.last else ""
                return after not in self.words["however"]
        return False

    def _lacking(self, i: int, before: list[int]) -> bool:
        """Whether a word of lack governs the noun: عدم اعتقال، دون وقوع أي هجوم, but not طائرة بدون طيار."""
        if self.phrases.coordinated(i):
            return False
        for k in before:
            core = self._core(k)
            if core in self.words["lack"]:
                return not (core == "منع" and self.tokens[k].upos == "VERB")
            carried = (
                core in self.words["carrier"]
                or self.tokens[k].word.bare in self.words["carrier"]
                or any(reading.kind == "masdar" for reading in self.tokens[k].word.nouns)
                or (self.tokens[k].upos == "ADP" and k == i - 1)
            )
            if not carried or self.tokens[k].upos in ("VERB", "AUX"):
                break
        return False

    def _foiled(self, draft: Draft, before: list[int]) -> bool:
        """Whether a verb of preventing has the noun for its object, or the verb that lends it its subject is negated."""
        i = draft.first
        for k in before:
            token = self.tokens[k]
            if token.upos not in ("VERB", "AUX"):
                continue
            lemmas = {reading.lemma for reading in token.word.verbs}
            if lemmas & self.words["prevent"]:
                return i - k <= _OBJECT and self._object(k, i)
            carrying = lemmas & (self.words["happen"] | self.words["cause"])
            lent = bool(carrying) or any(lemma in self.context.frames.support for lemma in lemmas)
            if lemmas & self.words["fail"]:
                return True
            return lent and k > 0 and self._particle(k - 1) and not self._excepted(draft.last)
        return False

    def _object(self, verb: int, i: int) -> bool:
        """Whether nothing but nouns, and من at the most, stands between a verb and its object."""
        return all(self.phrases.preposition(k) in (None, "من") for k in range(verb + 1, i + 1)) and not any(
            self.tokens[k].word.core in self.words["lack"] or self.phrases.is_a(k, "subordinator") for k in range(verb + 1, i)
        )

    def _failed(self, last: int) -> bool:
        """Whether the noun is said to have failed: محاولة انقلاب فاشلة."""
        sentence = self.context.doc.sentences[self.tokens[last - 1].sentence]
        for k in range(last, min(sentence.last, last + 2)):
            if self.tokens[k].kind == "punct":
                return False
            if self.tokens[k].word.norm in self.words["failed"]:
                return True
        return False

    # -- ahead --------------------------------------------------------------------------------------------------------------

    def _ahead(self, draft: Draft, verb: bool, before: list[int]) -> bool:
        i = draft.first
        if verb and "س" in self.tokens[i].word.proclitics:
            return True
        if any(self.context.plans(k) for k in before[:_DOUBT]):
            return True
        if verb or draft.toll:
            return False
        governing = next((k for k in before if self.tokens[k].upos == "VERB"), None)
        return governing is not None and "س" in self.tokens[governing].word.proclitics

    def _scheduled(self, last: int) -> bool:
        """Whether what follows a noun says when it is to be: مسيرة كان من المقرر، قمة ستعقد، الزيارة المرتقبة."""
        sentence = self.context.doc.sentences[self.tokens[last - 1].sentence]
        for k in range(last, min(sentence.last, last + _AFTER)):
            token = self.tokens[k]
            if any(reading.lemma in self.words["be"] for reading in token.word.verbs):
                continue
            if token.kind == "punct" or self.phrases.is_a(k, "complementiser"):
                return False
            if token.word.norm in self.words["scheduled"]:
                return True
            if token.upos == "VERB":
                return "س" in token.word.proclitics and not self.phrases.coordinated(k)
        return False

    # -- doubtful -----------------------------------------------------------------------------------------------------------

    def _doubtful(self, i: int, verb: bool, before: list[int]) -> bool:
        """Whether a word of doubt, fear or condition stands before the trigger; قد is one before a present verb only."""
        if not verb and self._possible(i, before):
            return True
        present = verb and not any(reading.tense == "past" for reading in self.tokens[i].word.verbs)
        for distance, k in enumerate(before[:_DOUBT]):
            core = self._core(k)
            if core in self.words["perhaps"] and (core != "قد" or (present and distance == 0)):
                return True
        return False

    def _possible(self, i: int, before: list[int]) -> bool:
        """Whether a noun is called possible (هجمات محتملة), or the object of what may happen (قد تؤجج الاحتجاجات)."""
        sentence = self.context.doc.sentences[self.tokens[i].sentence]
        behind = range(i + 1, min(sentence.last, i + 1 + _CALLED))
        if any(self.tokens[k].word.norm in self.words["possible"] for k in behind):
            return True
        may = before[1:2] and self._core(before[1]) == "قد"
        if not may or self.tokens[before[0]].upos != "VERB":
            return False
        return all(reading.tense == "present" for reading in self.tokens[before[0]].word.verbs)

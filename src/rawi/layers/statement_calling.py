"""What somebody calls a thing: ما وصفه الوزير بالخيانة، النقاط التي وصفها بـ«الخطيرة»، ما تسميه إسرائيل …"""

from __future__ import annotations

from dataclasses import replace

from rawi.document import VerbReading
from rawi.layers.statement_cues import Cue, verb_cues
from rawi.layers.statement_openings import Openings
from rawi.layers.statement_subjects import SPEAKING
from rawi.layers.statement_words import Draft, Intro
from rawi.text.clauses import Range

_THING = frozenset(("ما", "مما", "عما", "بما", "لما", "فيما"))
_PRONOUNS = frozenset(("ه", "ها", "هم", "هما"))
_BETWEEN = 4  # tokens between a verb without a subject and ب (وصفها آنذاك بـ)
_JUDGEMENTS = frozenset(("announce", "condemn", "support", "reject", "deny"))
_LONGEST_THING = 6  # tokens of an indefinite phrase before its relative clause
_CALLED = 10  # words of what something is called that are asked whether they blame


class Calling(Openings):
    """Statements whose content is the name that a verb gives to the thing its pronoun stands for."""

    def calling(self, i: int, high: int) -> Draft | None:
        """The statement of the verb with a pronoun at ``i`` that names what stands before it."""
        if self.tokens[i].word.enclitic not in _PRONOUNS or i == 0 or not self._resumes(i):
            return None
        for reading, entries in verb_cues(self.cues, self.tokens[i]):
            entry = next((e for e in entries if "called" in e.slots), None)
            thing = entry is not None and ("object" in entry.slots or self.tokens[i - 1].word.norm in _THING)  # not: سموه
            if entry is not None and thing and reading.person == "3":
                return self._named_so(i, reading, entry, high)
        return None

    def described(self, i: int, high: int) -> Draft | None:
        """The statement of a passive that names the noun before it and nobody who names it (خطوة وصفت بالخطيرة)."""
        if i == 0 or i + 1 >= high or self.tokens[i].word.enclitic or self.tokens[i].word.proclitics:
            return None
        if not (self.frames.bare_verb(i) or self.phrases.is_a(i - 1, "relative")):
            return None
        for reading, entries in verb_cues(self.cues, self.tokens[i]):
            entry = next((e for e in entries if e.slots >= {"called", "predicate"}), None)
            if entry is None or reading.person != "3" or reading.tense != "past" or reading.voice == "active":
                continue
            draft = self._named_so(i, reading, entry, high)
            if draft is not None and draft.source is None and self.frames.called(i + 1, i + 2) == i + 1:
                draft.nobody = True
                return draft
        return None

    def judging(self, i: int, high: int) -> Draft | None:
        """The statement of the verb with a pronoun at ``i`` that judges what its relative clause describes (القرارات التي
        أدانها الوزير، هدنة أعلنتها الحكومة): the content stands before the cue."""
        if self.tokens[i].word.enclitic not in _PRONOUNS or i == 0 or not self._relative_verb(i):
            return None
        for reading, entries in verb_cues(self.cues, self.tokens[i]):
            entry = next((e for e in entries if "object" in e.slots and e.stance in _JUDGEMENTS and not e.words), None)
            if entry is None or reading.person != "3" or reading.number != "s":
                continue
            subject = self.frames.clauses.subject_after(i, lemma=reading.lemma, stop=high)
            if subject is None or subject[0] != i + 1:
                continue
            crowd = self.cues.bare_is(self.tokens[subject[0]], "crowd")
            if not crowd and self.frames.speaker_kind(subject) not in (*SPEAKING, "place"):
                continue
            thing = self._described_by(i)
            if thing is not None:
                return Draft(
                    (i, i + 1), entry, "verb", entry.stance, "judged", gender=reading.gender, number=reading.number,
                    source=subject, first=thing[0], last=thing[1],
                )  # fmt: skip
        return None

    def _described_by(self, i: int) -> Range | None:
        """What the relative clause of the verb at ``i`` describes."""
        if self.phrases.is_a(i - 1, "relative"):
            return self.frames.clauses.antecedent(i - 1)
        if not self.frames.bare_relative(i):
            return None
        starts = (k for k in range(max(0, i - _LONGEST_THING), i) if self.phrases.noun_phrase(k, i) == i)
        first = next((k for k in starts if not self.phrases.coordinated(k)), -1)
        return (first, i) if first >= 0 else None

    def _resumes(self, i: int) -> bool:
        """Whether the verb at ``i`` is that of a relative clause, or at least no noun."""
        return self._relative_verb(i) or self.tokens[i].upos == "VERB"

    def _relative_verb(self, i: int) -> bool:
        """Whether the pronoun of the verb at ``i`` stands for what the clause describes."""
        thing = self.tokens[i - 1].word.norm in _THING
        return thing or self.phrases.is_a(i - 1, "relative") or self.frames.bare_relative(i)

    def _named_so(self, i: int, reading: VerbReading, entry: Cue, high: int) -> Draft | None:
        after = self.frames.clauses.subject_after(i, lemma=reading.lemma, stop=high)
        subject = after if after is not None and self.frames.speaker_kind(after) in (*SPEAKING, "place") else None
        k = subject[1] if subject else i + 1
        regarded = "object" in entry.slots and "predicate" not in entry.slots
        by = self.frames.called(k, min(high, k + (1 if subject else _BETWEEN))) if not regarded else -1
        if by >= 0:
            attached = self.tokens[by].word.core != "ب"
            first = by if attached and not self.frames.that(by) else by + 1
        elif "object" not in entry.slots and k < high and not self.phrases.preposition(k):
            first = k  # ما تسميه إسرائيل الدفاع عن النفس، ما تسميه الدفاع عن النفس
        elif regarded and k < high and self._relative_verb(i) and self._says_what(k, high):
            first = k  # جماعات تعتبرها إرهابية
        else:
            return None
        called = self._extent(first, high)
        if called is None or (self.tokens[called[0]].word.enclitic and self.cues.bare_is(self.tokens[called[0]], "voice")):
            return None  # وصفها بقوله: the word itself speaks
        return Draft(
            (i, i + 1), entry, "verb", self.judged(called, entry.stance), "called",
            gender=reading.gender, number=reading.number, source=subject, first=called[0], last=called[1],
        )  # fmt: skip

    def _says_what(self, k: int, high: int) -> bool:
        """Whether an indefinite phrase that speaks for nobody stands at ``k``."""
        token = self.tokens[k]
        if token.kind != "word" or token.word.definite or token.word.enclitic or token.word.proclitics:
            return False
        end = self.phrases.noun_phrase(k, high)
        if self.frames.that(k) or (end > k + 1 and self.tokens[end - 1].word.definite):
            return False  # ما اعتبرته فرق المعارضة …: the subject
        return (self.phrases.adjective(k) or self.phrases.nominal(k)) and self.frames.speaker_kind((k, k + 1)) is None

    def _extent(self, first: int, high: int) -> Range | None:
        """What stands after ب: the quotation that opens there, or the noun phrase with the quotation after it."""
        quote = self.frames.quote_at.get(first + 1) if first < high and self.tokens[first].kind == "punct" else None
        if quote is not None:
            return quote.first, quote.last
        end = self.phrases.noun_phrase(first, high) if first < high else first
        if end <= first:
            return None
        quote = self.frames.quote_at.get(end + 1) if end + 1 < high and self.tokens[end].kind == "punct" else None
        return first, quote.last if quote is not None else end

    def judged(self, span: Range, stance: str) -> str:
        """``condemn`` when a word of blame stands in what something is called, else ``stance``."""
        words = [self.tokens[k].word.bare for k in range(span[0], min(span[1], span[0] + _CALLED))]
        if stance != "say":
            return stance
        blaming = self.cues.words["blaming"]
        return "condemn" if any(word in blaming or word.removesuffix("ه") in blaming for word in words) else stance

    def judged_predicate(self, intro: Intro, stance: str, high: int) -> Intro:
        """``intro`` with the stance of what its object is called (وصف القرار بأنه ظالم)."""
        by = self.frames.called(intro.first, high)
        return replace(intro, stance=self.judged((by, high), stance)) if by >= 0 else intro

"""Shapes of phrases around verbs: objects behind times and clauses, phrases that are no participants."""

from __future__ import annotations

from rawi.layers.event_context import Context
from rawi.text.clauses import Clauses, Range
from rawi.text.fold import fold

# Words for people and things that nouns of events share (معتقل، قافلة).
_THINGS = frozenset(("person", "target"))


class Shapes:
    """Tells what phrases around verbs are in one document."""

    def __init__(self, context: Context, clauses: Clauses) -> None:
        self.context = context
        self.clauses = clauses
        self.phrases = clauses.phrases
        self.tokens = clauses.tokens

    def reflexive(self, k: int) -> bool:
        """Whether token ``k`` is himself, herself, themselves (نفسه، نفسيهما، أنفسهم)."""
        word = self.tokens[k].word
        return bool(word.enclitic) and word.core.removesuffix("ي") in ("نفس", "انفس", "نفسي", "بنفس")

    def time(self, k: int) -> bool:
        """Whether a weekday or another word for a time stands at token ``k``, whether or not its date is known."""
        if k >= len(self.tokens) or self.phrases.mention(k) is not None:
            return False
        word = self.tokens[k].word
        if self.phrases.outside(k):
            return True
        # أحد قادة is one of the leaders, not Sunday; أول المهاجمين the first of them
        known = word.bare in self.context.words["time"] and (word.definite or word.bare not in self.context.words["no-time"])
        return known or (word.norm == "اول" and k + 2 < len(self.tokens) and self.tokens[k + 2].word.norm == "امس")

    def _past_times(self, k: int) -> int:
        """Index after the words for a time that begin at token ``k`` (امس الثلاثاء، اول من امس، فجر أمس، الأسبوع الماضي)."""
        stop = min(k + 7, len(self.tokens))
        after = k
        if k < stop and self.tokens[k].word.norm == "قبل" and self.time(k + 1):
            after += 1
        while after < stop and (
            self.time(after)
            or (
                after > k
                and self.tokens[after].word.bare in self.context.words["time-tail"]
                and self.tokens[after].kind == "word"
            )
        ):
            after += 1
        return after

    def _event_after(self, k: int) -> bool:
        """Whether في or ل at token ``k`` leads to an event without article (قتل القيادي | في ضربة، الثكنة | لهجوم)."""
        preposition = self.phrases.preposition(k)
        at = k if preposition == "ل" and self.tokens[k].word.core != "ل" else k + 1
        if preposition not in ("في", "ل") or at >= len(self.tokens):
            return False
        word = self.tokens[at].word
        if word.definite or word.enclitic or self.phrases.mention(at) is not None:
            return False
        return any(f.type == "ASSAULT" for f in self.context.frames.nouns.get(word.bare, ()))

    def _event_head(self, span: Range) -> bool:
        """Whether the head of a phrase names an event, and nobody to whom it happened (معتقلا، المتهمون)."""
        head = self.phrases.head(*span)
        if self.tokens[head].word.bare not in self.context.frames.nouns:
            return False
        return not self.context.classes(head) & _THINGS

    def _counted_clause(self, k: int) -> Range | None:
        """The phrase counted by ما لا يقل عن، ما مجموعه، ما يقرب من before its number."""
        if k >= len(self.tokens) or self.tokens[k].word.norm not in ("ما", "مالا"):
            return None
        _, high = self.clauses.limits(k)
        for m in range(k + 1, min(k + 6, high)):
            token = self.tokens[m]
            if token.kind == "punct":
                return None
            if token.kind == "number" or token.upos == "NUM" or self.phrases.bare_is(m, "number"):
                end = self.phrases.noun_phrase(m, high)
                return (m, end) if end > m else None
        return None

    def _one_of(self, start: int) -> Range | None:
        """أحد قادة الحركة, which also reads as a verb, over adjuncts after token ``start``."""
        _, high = self.clauses.limits(max(start - 1, 0))
        k = self.clauses.skip_adjuncts(start, high)
        if k < high and self.reflexive(k):
            k += 1
        if k >= high or self.tokens[k].word.norm not in ("احد", "احدي", "احدا"):
            return None
        end = self.phrases.noun_phrase(k, high)
        return (k, end) if end > k + 1 else None

    def _past_description(self, start: int, subject: Range | None) -> int:
        """Index after a verb with its object that describes an indefinite subject (مسلحون يرتدون زي الشرطة | خمسة أشخاص)."""
        if subject is None or start >= len(self.tokens):
            return start
        head = self.tokens[self.phrases.head(*subject)]
        if self.phrases.is_a(start, "relative"):
            return self._past_relative(start)
        if head.word.definite or self.phrases.coordinated(start):
            return start
        described = self.tokens[start].upos == "VERB" and self.tokens[start].word.verbs
        if not described or not any(r.tense == "present" and r.person == "3" for r in described):
            return start
        _, high = self.clauses.limits(start)
        end = self.phrases.noun_phrase(start + 1, high) if start + 1 < high else start
        return end if end > start + 1 else start

    def _past_relative(self, start: int) -> int:
        """Index after a short relative clause (المسلح الذي اقتحم البنك | شرطيا) when an accusative follows it at once."""
        _, high = self.clauses.limits(start)
        if start + 2 >= high or self.tokens[start + 1].upos != "VERB":
            return start
        end = self.clauses.skip_adjuncts(start + 2, high)
        if end < high and not self.phrases.accusative(end):
            end = self.clauses.skip_adjuncts(self.phrases.noun_phrase(end, high), high)
        if end >= high or not self.phrases.accusative(end):
            return start
        known = self.tokens[end].word.nouns
        return end if any(r.kind == "noun" for r in known) or not self.phrases.adjective(end) else start

    def _trim(self, span: Range | None) -> Range | None:
        """The phrase cut before a verb of harm that looks like a noun (268 مدنيا | وجرح 807 آخرون)."""
        if span is None:
            return None
        for k in range(span[0] + 1, min(span[1], len(self.tokens) - 1)):
            if self.tokens[k].word.core.startswith(("نظير", "نظراء")) and not self.phrases.coordinated(k):
                return (span[0], k)  # التقى الوزير نظيره
            if self.reflexive(k):
                return (span[0], k)  # فجر انتحاري نفسه
            if {"death", "qabd"} & self.context.classes(k):
                return (span[0], k)  # لقي جندي مصرعه، ألقت الشرطة القبض
            if self._event_after(k):
                return (span[0], k)  # قتل القيادي في ضربة
            verbs = self.tokens[k].word.verbs
            if not verbs or not self.phrases.coordinated(k):
                continue
            counted = (
                self.tokens[k + 1].kind == "number"
                or self.tokens[k + 1].upos == "NUM"
                or self.phrases.bare_is(k + 1, "quantifier")
                or self.tokens[k + 1].word.bare in ("اخر", "اخرون", "اخرين")
            )
            if counted and any(r.lemma in self.context.frames.verbs for r in verbs):
                return (span[0], k)
        return span

    def describes(self, span: Range) -> bool:
        """Whether a phrase is made of indefinite adjectives and names nobody (قوي ومستمر، متهما)."""
        if self.phrases.mention(span[0]) is not None or self.context.classes(span[0]) or self.context.nationality(span[0]):
            return False
        for k in range(*span):
            word = self.tokens[k].word
            if word.definite or any(r.number == "p" for r in word.nouns):
                return False
            circumstance = word.stem.endswith("ا") and self.phrases.participle(k)
            if not (circumstance or self.phrases.adjective(k)):
                return False
        return True

    def _accusative(self, span: Range) -> bool:
        """Whether the first word of a phrase has the alef of the indefinite accusative, so that it is no subject (دهس حشدا)."""
        token = self.tokens[span[0]]
        if token.kind != "word" or token.word.definite or self.phrases.mention(span[0]) is not None:
            return False
        known = token.word.nouns
        return token.word.stem.endswith("ا") and bool(known) and not any(fold(r.lemma).endswith("ا") for r in known)

    def _suffered(self, k: int, first: int) -> bool:
        """Whether the phrase at ``k`` belongs to a verbal noun before it, outside of its phrase (بقتل | 12 شخصا)."""
        if k <= first or self.tokens[k - 1].kind != "word":
            return False
        word = self.tokens[k - 1].word
        return not word.definite and not word.enclitic and any(r.kind == "masdar" for r in word.nouns)

    def _object(self, i: int, subject: Range | None) -> Range | None:
        """The object, unless so much stands before it that it belongs to something else."""
        start = subject[1] if subject else i + 1
        start = self._past_times(self._past_description(start, subject))
        counted = self._counted_clause(start)
        if counted is not None:
            return counted
        found = self._trim(self.clauses.object_after(start - 1, None))
        if found is None:
            found = self._one_of(start)
        if (
            found is None
            or found[0] - start > 6
            or self.describes(found)
            or self.tokens[found[0]].word.core in ("ذات", "ذو", "ذوي")
        ):
            return None
        return found

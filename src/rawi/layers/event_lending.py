"""Who does what a noun names, told by the verbs and verbal nouns that govern it: شن هجوما, قرر الدخول في إضراب, مسؤوليته عن."""

from __future__ import annotations

from rawi.document import VerbReading
from rawi.layers.event_frames import Frame, Support
from rawi.layers.event_subjects import Found
from rawi.layers.event_verbs import VerbArguments
from rawi.text.clauses import Range

# Words between a noun and what governs it.
_BACK = 20
_CLAIM = 8
# What who announces it does himself (أعلن الحزب مقاطعة الانتخابات); of other acts he may only report.
_OWN_ACTS = frozenset(("PROTEST", "SANCTION", "RETREAT", "CONCEDE", "COOPERATE", "MOBILIZE"))


class Lending(VerbArguments):
    """Finds the doers that verbs lend to event nouns in one document."""

    def _support(self, k: int) -> tuple[VerbReading, Support] | None:
        if self.tokens[k].upos not in ("VERB", "AUX"):
            return None
        known: list[tuple[VerbReading, Support]] = []
        for reading in self.tokens[k].word.verbs:
            support = self.context.frames.support.get(reading.lemma)
            if support is not None:
                known.append((reading, support))
        if len(known) > 1 and known[0][0].lemma != known[-1][0].lemma:
            # تواصل الحكومة is of واصل, not of تواصل: the subject decides
            known.sort(key=lambda lent: self.clauses.subject_after(k, lemma=lent[0].lemma) is None)
        return known[0] if known else None

    def _support_noun(self, k: int) -> Support | None:
        """The verb whose verbal noun stands at token ``k`` (الدخول في، محاولة، شن)."""
        if self.tokens[k].upos in ("VERB", "AUX") or self.phrases.mention(k) is not None:
            return None
        for noun in self.tokens[k].word.nouns:
            support = self.context.frames.support.get(noun.verb or "")
            if noun.kind == "masdar" and support is not None and support.subject:
                return support
        return None

    def joined(self, i: int) -> int:
        """Index of the first of the verbal nouns joined by و that end with the one at token ``i`` (من | اعتراض وتدمير)."""
        low = self.context.doc.sentences[self.tokens[i].sentence].first
        while i - 1 > low and "و" in self.tokens[i].word.proclitics[:1] and not self.tokens[i].word.definite:
            word = self.tokens[i - 1].word
            if word.definite or word.enclitic or not self.phrases.verbal_noun(i - 1):
                break
            i -= 1
        return i

    def governed(self, i: int) -> int:
        """Index of the first of the verbal nouns that govern the noun at token ``i`` one after the other (ب | شن هجوم)."""
        i = self.joined(i)
        low = self.context.doc.sentences[self.tokens[i].sentence].first
        while i - 1 > low and (noun := self._support_noun(i - 1)) is not None and self._governs(noun, i - 1, i):
            i -= 1
        return i

    def _lent_before(self, i: int, frame: Frame, found: Found) -> None:
        """Add the subject of the verb that governs the event noun at token ``i``; the pattern then names the verb."""
        low = max(self.context.doc.sentences[self.tokens[i].sentence].first, i - _BACK)
        i = self.joined(i)
        k = i - 1
        while k >= low:
            token = self.tokens[k]
            if token.text in ".؛:؟!":
                return
            noun = self._support_noun(k)
            if noun is not None and self._governs(noun, k, i):
                end = self.phrases.noun_phrase(k + 1, i) if k + 1 < i and not self.phrases.preposition(k + 1) else k + 1
                if end > k + 1:
                    found.add(noun.subject, (k + 1, end))
                    found.pattern = f"noun:{noun.lemma}"
                    return
                if token.word.enclitic:
                    return
                i = k  # قرر العمال الدخول في إضراب
                k -= 1
                continue
            if token.upos == "VERB" or (token.upos == "AUX" and k >= i - 3):
                self._lend(k, i, frame, found)
                return
            k -= 1

    def _governs(self, support: Support, k: int, i: int) -> bool:
        """Whether the noun at ``i`` stands to the verbal noun at ``k`` as the verb's table says: next to it or behind its
        genitive, with the preposition wanted."""
        preposition = self.phrases.preposition(i) or (self.phrases.preposition(i - 1) if i - 1 > k else None)
        wanted = None if support.position in ("object", "subject") else support.position
        if preposition != wanted or support.position == "subject":
            return False
        gap = i if preposition is None or self.phrases.preposition(i) else i - 1
        if gap == k + 1 or self.tokens[k].word.enclitic:
            return gap == k + 1
        end = self.phrases.noun_phrase(k + 1, gap)
        return end > k + 1 and self.clauses.skip_adjuncts(end, gap) == gap

    def _lend(self, k: int, i: int, frame: Frame, found: Found) -> None:
        lent = self._support(k) or self._announced(k, i, frame)
        if lent is None:
            return
        reading, support = lent
        preposition = self.phrases.preposition(i) or (self.phrases.preposition(i - 1) if i > 0 else None)
        if support.position in ("object", "subject"):
            if preposition or not self._reaches(k, i, reading.lemma):
                return
        elif preposition != support.position:
            return
        found.pattern = f"noun:{support.lemma}"
        if support.subject and reading.voice != "passive":
            subject = self.subject(k, reading.lemma)
            if subject is not None and not (subject[0] <= i < subject[1]) and not self._event_head(subject):
                found.add(support.subject, subject)

    def _announced(self, k: int, i: int, frame: Frame) -> tuple[VerbReading, Support] | None:
        """A verb of announcing whose object begins with the event noun, when that is the announcer's own act."""
        if frame.type not in _OWN_ACTS:
            return None
        for reading in self.tokens[k].word.verbs:
            if reading.lemma in self.context.words["announce"]:
                subject = self.subject(k, reading.lemma)
                after = subject if subject is not None and subject[0] > k else None
                target = self.clauses.object_after(k, after)
                if target is not None and target[0] == i:
                    return reading, Support(reading.lemma, "actor", {}, "object")
        return None

    def _reaches(self, verb: int, i: int, lemma: str) -> bool:
        """Whether the event noun ``i`` is the subject or object of the verb and not deeper in one of its complements."""
        if i - verb <= 2:
            return True
        subject = self.clauses.subject_after(verb, lemma=lemma)
        target = self.clauses.object_after(verb, subject)
        spans = [span for span in (subject, target) if span is not None]
        return any(span[0] <= i <= span[0] + 3 for span in spans)

    def _lent_after(self, k: int, high: int, found: Found) -> None:
        """هجوم نفذه داعش، الحرب التي شنتها المليشيات، زيارة يقوم بها الوزير، غارة استهدفت معسكرا."""
        if k < high and self.phrases.is_a(k, "relative"):
            k += 1
        for v in range(k, min(k + 2, high)):
            lent = self._support(v)
            if lent is None:
                continue
            reading, support = lent
            if support.position == "subject" and "object" in support.complements:
                target = self.clauses.object_after(v, None)
                if target is not None:
                    found.add(support.complements["object"], target)
            elif support.subject == "actor":
                self._lender(v, reading, support, found)
            return

    def _lender(self, v: int, reading: VerbReading, support: Support, found: Found) -> None:
        found.pattern = f"noun:{support.lemma}"
        subject = self.clauses.subject_after(v, lemma=reading.lemma)
        if subject is not None and self._accusative(self._headed(subject)):
            subject = None  # عملية نفذها … 20 شخصا
        if subject is not None:
            found.add("actor", subject)
            self.complements(subject[1] - 1, support.complements, found)
            return
        resumed = self.tokens[v].word.enclitic or (v + 1 < len(self.tokens) and self.tokens[v + 1].word.enclitic)
        subject = self._carried(v) if resumed else None
        if subject is not None and not found.actors:
            found.add("actor", subject)
            self.complements(v, support.complements, found)

    def _headed(self, span: Range) -> Range:
        return self.phrases.head(*span), span[1]

    def _claimed(self, i: int) -> Range | None:
        """Who says that he did it: أعلن التنظيم مسؤوليته عن الهجوم، الهجوم الذي تبنى التنظيم المسؤولية عنه."""
        low, high = self.clauses.limits(i)
        if i > low and self.phrases.preposition(i - 1) == "عن":
            for k in range(i - 2, max(i - 5, low - 1), -1):
                if self.tokens[k].word.bare in self.context.words["responsibility"]:
                    return self._claimant(k, low)
        k = i + 1
        while k < min(i + 7, high) and not self.phrases.is_a(k, "relative") and self.tokens[k].upos != "VERB":
            k += 1
        for m in range(k + 1, min(k + _CLAIM, high - 1)):
            if self.tokens[m].text in ".؛؟!":
                return None
            if self.tokens[m].word.bare in self.context.words["responsibility"] and self.phrases.preposition(m + 1) == "عن":
                return self._claimant(m, i) if self.tokens[m + 1].word.enclitic else None
        return None

    def _claimant(self, k: int, low: int) -> Range | None:
        for v in range(k - 1, max(k - 12, low - 1), -1):
            token = self.tokens[v]
            if token.text in ".؛:؟!":
                return None
            if token.upos == "VERB" and token.word.verbs:
                found = self.subject(v, token.word.verbs[0].lemma)
                return found if found is not None and self.context.somebody(found) else None
        return None

"""Who did it and to whom, for nouns: genitives, adjectives, complements, and verbs that lend their subject."""

from __future__ import annotations

from rawi.document import VerbReading
from rawi.layers.event_frames import Frame, Support
from rawi.layers.event_subjects import Found
from rawi.layers.event_verbs import VerbArguments
from rawi.text.clauses import Range

# Words between a noun and the verb that governs it.
_BACK = 20
_PERSONS = frozenset(("person", "police", "army", "press", "official"))
# Types whose victims suffer them at somebody's hands (على يد، من قبل).
_SUFFERED = frozenset(("ASSAULT", "COERCE", "SANCTION", "AID", "ACCUSE", "REJECT", "THREATEN", "MOBILIZE"))


class Arguments(VerbArguments):
    """Finds the arguments of verbs and nouns in one document."""

    # -- nouns --------------------------------------------------------------------------------------------------------------

    def after_adjectives(self, k: int, definite: bool) -> tuple[int, list[int]]:
        """Index after the adjectives of a noun that ends before ``k``, and which of them are nationalities."""
        nationalities: list[int] = []
        first = k - 1
        stop = min(k + 4, len(self.tokens))
        while k < stop and self._adjectival(k):
            if self.tokens[k].upos == "NUM" or self.phrases.bare_is(k, "quantifier"):
                break
            if self.tokens[k].word.definite != definite or self.phrases.preposition(k) or not self._agrees(first, k):
                break
            if self.context.nationality(k):
                nationalities.append(k)
            k += 1
        return k, nationalities

    def _adjectival(self, k: int) -> bool:
        """Whether an adjective, or an indefinite participle that names nobody (مظاهرات حاشدة), stands at token ``k``."""
        if self.tokens[k].kind != "word" or self.phrases.mention(k) is not None:
            return False
        word = self.tokens[k].word
        participle = not word.definite and self.phrases.participle(k) and not self.context.classes(k)
        return self.phrases.adjective(k) or (participle and all(r.number == "s" for r in word.nouns))

    def _agrees(self, noun: int, k: int) -> bool:
        """Whether the adjective-like word ``k`` has the gender that an adjective of this event noun would have. A plural
        (تونسيين) or a word for a person (قيادي) after a verbal noun is its genitive."""
        word, other = self.tokens[noun].word, self.tokens[k].word
        feminine = word.bare.endswith(("ه", "ات", "ت")) or any(r.number == "p" for r in word.nouns)
        if not other.definite and (self.context.classes(k) & _PERSONS or other.bare.endswith(("ين", "ون"))):
            return False
        return other.bare.endswith("ه") or not feminine or other.definite

    def noun(self, i: int, j: int, frame: Frame) -> Found:
        """Genitive, adjective, complements and lending verbs of the event noun ``i:j``."""
        found = Found(pattern="noun")
        slots = frame.slots
        word = self.tokens[j - 1].word
        definite = word.definite or bool(word.enclitic)
        high = min(self.clauses.limits(i)[1], j + 30)
        k, nationalities = self.after_adjectives(j, definite)
        if slots.get("self") == "recipient":
            found.add("recipient", self._counted(i, high))
        genitive = self._genitive(j, high) if not definite and k == j else None
        if genitive is not None:
            first, second = genitive
            k = (second or first)[1]
            self._place_genitive(frame, found, first, second)
            found.object = second or first
        for at in nationalities:
            if slots.get("adjective", "actor") == "actor" and (frame.slots.get("genitive") or frame.kind != "noun"):
                found.add("actor", (at, at + 1))
        if word.enclitic:
            self._pronoun(i, frame, found)
        if word.enclitic and frame.type == "CONSULT":
            # لقائه أمس مبعوث الأمم المتحدة: the other side
            m = j
            while m < high and self.phrases.outside(m):
                m += 1
            other = self._genitive(m, high) if m < high and not self.phrases.adjective(m) else None
            if other is not None and self.context.somebody(other[0]):
                found.add("actor", other[0])
        for doer in self.agents(j) if frame.type in _SUFFERED else ():
            found.add("actor", doer)
        self.complements(k - 1, slots, found)
        if slots.get("genitive") == "actor" and not found.actors and "ل" not in slots and not definite:
            span = self.clauses.complement(k - 1, {"ل"}, stop=min(k + 1, high)) if k < high else None
            if span is not None:
                found.add("actor", span)
        self._lent_before(i, k, slots, found)
        self._lent_after(k, high, found)
        if (
            (frame.type == "CONSULT" or "investigate" in frame.mode)
            and not any(span[0] < i for span in found.actors)
            and (found.actors or found.recipients)
            and genitive is None
        ):
            # قال لافروف بعد اجتماع مع كيري، يزور مصر لإجراء مباحثات: the one whose clause it is takes part.
            span = self._teller(i) or self._carried(i)
            if span is not None and span[1] <= i and not self._event_head(span):
                found.actors.insert(0, span)
        return found

    def _counted(self, i: int, high: int) -> Range:
        low = max(self.context.doc.sentences[self.tokens[i].sentence].first, i - 6)
        first = i
        while first > low and (
            self.tokens[first - 1].kind == "number"
            or self.tokens[first - 1].upos == "NUM"
            or self.phrases.bare_is(first - 1, "quantifier")
        ):
            first -= 1
            if self.tokens[first].word.proclitics:
                break
        end = self.phrases.noun_phrase(first, high, coordinate=False)
        return first, max(end, i + 1)

    def _genitive(self, k: int, high: int) -> tuple[Range, Range | None] | None:
        counted = self._counted_clause(k) if k < high else None
        if counted is not None:
            return counted, None  # مقتل ما لا يقل عن أربعين
        if k >= high or self.phrases.preposition(k) or self.phrases.coordinated(k) or self.phrases.outside(k):
            return None
        if self.tokens[k].upos in ("VERB", "AUX") or (self.tokens[k].kind == "punct" and self.tokens[k].text not in '«"“'):
            return None
        end = self.phrases.noun_phrase(k, high)
        if end <= k:
            return None
        second = None
        if end < high and self._opens(end):
            last = self.phrases.noun_phrase(end, high)
            if last > end and not self.phrases.adjective(end):
                second = (end, last)
        return (k, end), second

    def _opens(self, k: int) -> bool:
        """Whether a phrase of its own, without preposition or و, can begin at token ``k``."""
        if self.tokens[k].kind not in ("word", "number") or self.phrases.outside(k) or self.phrases.preposition(k):
            return False
        return self.phrases.nominal(k) and not self.phrases.coordinated(k)

    def _place_genitive(self, frame: Frame, found: Found, first: Range, second: Range | None) -> None:
        slots = frame.slots
        role = slots.get("genitive")
        if role is None and frame.kind == "verb":
            role = "either" if slots.get("object") == "recipient" else slots.get("subject")
        if second is not None and (at := self.phrases.mention(second[0])) is not None and at[1] == "place":
            second = None
        if role == "recipient" and second is not None:
            kind = self.phrases.mention(self.phrases.head(*first))
            doer = self.context.classes(self.phrases.head(*first)) & {"force", "public", "police"}
            if not doer and (kind is None or kind[1] not in ("organization", "group")):
                second = None
        if role in ("either", "recipient") and second is not None:
            found.add("actor", first)
            found.add("recipient", second)
            return
        if role == "either":
            classes = self.context.classes(self.phrases.head(*first))
            if frame.type in ("REJECT", "AGREE", "CONSULT", "COOPERATE"):
                role = "actor"
            elif frame.type in ("ACCUSE", "SUPPORT", "REQUEST", "THREATEN"):
                role = "actor" if self._has(first[1], ("ل", "بان", "ضد", "الي")) else "recipient"
            else:
                role = "actor" if classes & {"aircraft"} or (
                    classes & {"force"} and self._has(first[1], ("ل", "علي"))) else "recipient"  # fmt: skip
        if role == "actor" and self._mere_adjective(first):
            return
        if role == "actor" and frame.type == "ASSAULT" and self._town(first):
            return
        if role:
            found.add(role, first)
        if second is not None and slots.get("object"):
            found.add(slots["object"], second)

    def _town(self, span: Range) -> bool:
        """Whether the phrase is a place smaller than a country: هجوم بغداد happened there."""
        start = self.tokens[span[0]].start
        return any(
            place.start == start and not place.metonym and place.feature not in ("country", "region", "continent")
            for place in self.context.places(start, start)
        )

    def _mere_adjective(self, span: Range) -> bool:
        """One indefinite word that names nobody known (هجوم عنيف، اعتداء مسلح) describes the event; it is not its doer."""
        if span[1] - span[0] != 1 or self.phrases.mention(span[0]) is not None:
            return False
        token = self.tokens[span[0]]
        if token.word.definite or token.word.enclitic or token.kind != "word":
            return False
        return any(r.number == "s" for r in token.word.nouns) or not self.context.classes(span[0])

    def _has(self, k: int, words: tuple[str, ...]) -> bool:
        for m in range(k, min(k + 3, len(self.tokens))):
            if self.tokens[m].kind == "punct":
                return False
            if self.tokens[m].word.norm in words or self.phrases.preposition(m) in words:
                return True
        return False

    def _pronoun(self, i: int, frame: Frame, found: Found) -> None:
        slots = frame.slots
        role = slots.get("genitive")
        if role is None and frame.kind == "verb":
            role = "recipient" if slots.get("object") == "recipient" else slots.get("subject")
        if role == "either":
            role = "recipient"
        if role is None:
            return
        span = self.speaker(i) if self.tokens[i].word.enclitic in ("ي", "نا") else self._carried(i) or self.speaker(i)
        if span is not None:
            found.add(role, span)

    # -- verbs that lend their subject to an event noun -----------------------------------------------------------------------

    def _support(self, k: int) -> tuple[VerbReading, Support] | None:
        if self.tokens[k].upos not in ("VERB", "AUX"):
            return None
        for reading in self.tokens[k].word.verbs:
            support = self.context.frames.support.get(reading.lemma)
            if support is not None:
                return reading, support
        return None

    def _lent_before(self, i: int, after: int, slots: dict[str, str], found: Found) -> None:
        low = max(self.context.doc.sentences[self.tokens[i].sentence].first, i - _BACK)
        for k in range(i - 1, low - 1, -1):
            if self.tokens[k].text in ".؛:؟!":
                return
            if self._undergone(k, i, found):
                return
            if self.tokens[k].upos != "VERB" and not (self.tokens[k].upos == "AUX" and k >= i - 3):
                continue
            lent = self._support(k)
            if lent is None:
                return
            reading, support = lent
            preposition = self.phrases.preposition(i) or (self.phrases.preposition(i - 1) if i > 0 else None)
            if support.position in ("object", "subject"):
                if preposition:
                    return
            elif preposition != support.position:
                return
            if support.position in ("object", "subject") and not self._reaches(k, i, reading.lemma):
                return
            found.pattern = f"noun:{support.lemma}"
            if support.subject and reading.voice != "passive":
                subject = self.subject(k, reading.lemma)
                if subject is not None and not (subject[0] <= i < subject[1]) and not self._event_head(subject):
                    found.add(support.subject, subject)
            self.complements(after - 1, {n: r for n, r in support.complements.items() if n not in slots}, found)
            return

    def _undergone(self, k: int, i: int, found: Found) -> bool:
        """تعرض المبنى لاعتداء, with a verbal noun: its genitive had the event done to it."""
        if "ل" not in self.tokens[i].word.proclitics or self.tokens[k].upos == "VERB":
            return False
        for noun in self.tokens[k].word.nouns:
            support = self.context.frames.support.get(noun.verb or "")
            if noun.kind == "masdar" and support is not None and support.position == "ل" and support.subject == "recipient":
                end = self.phrases.noun_phrase(k + 1, i)
                if end > k + 1:
                    found.add("recipient", (k + 1, end))
                found.pattern = f"noun:{support.lemma}"
                return True
        return False

    def _reaches(self, verb: int, i: int, lemma: str) -> bool:
        """Whether the event noun ``i`` is the subject or object of the verb and not deeper in one of its complements."""
        if i - verb <= 2:
            return True
        subject = self.clauses.subject_after(verb, lemma=lemma)
        target = self.clauses.object_after(verb, subject)
        spans = [span for span in (subject, target) if span is not None]
        return any(span[0] <= i <= span[0] + 3 for span in spans)

    def _lent_after(self, k: int, high: int, found: Found) -> None:
        """هجوم نفذه داعش، الحرب التي شنتها المليشيات، غارة استهدفت معسكرا."""
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
                found.pattern = f"noun:{support.lemma}"
                subject = self.clauses.subject_after(v, lemma=reading.lemma)
                if subject is None and self.tokens[v].word.enclitic:
                    subject = self._carried(v)
                    if subject is not None and not found.actors:
                        found.add("actor", subject)
                        self.complements(v, support.complements, found)
                elif subject is not None:
                    found.add("actor", subject)
                    self.complements(subject[1] - 1, support.complements, found)
            return

"""Who did it and to whom: subjects, objects, genitives and complements of a trigger."""

from __future__ import annotations

from dataclasses import dataclass, field

from rawi.document import VerbReading
from rawi.layers.event_context import Context
from rawi.layers.event_frames import Frame, Support
from rawi.text.clauses import Clauses, Range, readings

_AGENT = {
    ("علي", "يد"): 2, ("علي", "ايدي"): 2, ("علي", "يدي"): 2, ("من", "قبل"): 2, ("من", "جانب"): 2, ("من", "طرف"): 2,
    ("ب", "نيران"): 1, ("ب", "رصاص"): 1, ("ب", "ايدي"): 1, ("ب", "يد"): 1, ("ب", "قذاءف"): 1, ("ب", "قياده"): 0,
}  # fmt: skip
_PREFIXES = frozenset(("ب", "ل", "ك"))
_REACH = 16
# Words between a noun and the verb that governs it.
_BACK = 20


@dataclass(slots=True)
class Found:
    """Token ranges that fill the roles of one trigger. ``object`` and ``subject`` are kept for conditions."""

    actors: list[Range] = field(default_factory=list)
    recipients: list[Range] = field(default_factory=list)
    subject: Range | None = None
    object: Range | None = None
    passive: bool = False
    strict: bool = False
    pattern: str = ""

    def add(self, role: str, span: Range) -> None:
        """Put a range into the list of its role unless it is there."""
        target = self.actors if role == "actor" else self.recipients if role == "recipient" else None
        if target is not None and span not in target:
            target.append(span)


class Arguments:
    """Finds the arguments of triggers in one document."""

    def __init__(self, context: Context, clauses: Clauses) -> None:
        self.context = context
        self.clauses = clauses
        self.phrases = clauses.phrases
        self.tokens = clauses.tokens
        self._subjects: dict[int, Range | None] = {}
        self._objects: dict[int, Range] = {}

    # -- verbs --------------------------------------------------------------------------------------------------------------

    def relative_before(self, i: int) -> int | None:
        """Index of a relative pronoun that opens the clause of verb ``i``."""
        for k in range(i - 1, max(i - 4, -1), -1):
            if self.phrases.is_a(k, "relative"):
                return k
            if self.tokens[k].word.norm not in ("لم", "لن", "لا", "قد", "كانت", "كان", "سوف"):
                return None
        return None

    def subject(self, i: int, lemma: str) -> Range | None:
        """Subject of the verb at token ``i``: antecedent, after, before, the speaker behind a pronoun, or the last subject."""
        if i not in self._subjects:
            self._subjects[i] = self._trim(self._subject(i, lemma))
        return self._subjects[i]

    def _trim(self, span: Range | None) -> Range | None:
        """The phrase cut before a verb of harm that looks like a noun (268 مدنيا | وجرح 807 آخرون)."""
        if span is None:
            return None
        for k in range(span[0] + 1, span[1]):
            verbs = self.tokens[k].word.verbs
            if verbs and self.phrases.coordinated(k) and k + 1 < len(self.tokens) and (
                self.tokens[k + 1].kind == "number" or self.tokens[k + 1].upos == "NUM"
            ):  # fmt: skip
                if any(r.lemma in self.context.frames.verbs for r in verbs):
                    return (span[0], k)
        return span

    def _object(self, i: int, subject: Range | None) -> Range | None:
        """The object, unless so much stands before it that it belongs to something else."""
        found = self._trim(self.clauses.object_after(i, subject))
        start = subject[1] if subject else i + 1
        return found if found is None or found[0] - start <= 6 else None

    def _subject(self, i: int, lemma: str) -> Range | None:
        tokens = self.tokens
        found = readings(tokens[i], lemma)
        relative = self.relative_before(i)
        resumed = i + 1 < len(tokens) and tokens[i + 1].upos == "ADP" and bool(tokens[i + 1].word.enclitic)
        if relative is not None and not tokens[i].word.enclitic and not resumed:
            antecedent = self.clauses.antecedent(relative)
            if antecedent is not None and (not self._event_head(antecedent) or self._tells(lemma)):
                return antecedent
        if found and all(r.person in ("1", "2") for r in found):
            return self.speaker(i)
        before = self.clauses.subject_before(i, lemma=lemma)
        if before is not None and (not self._event_head(before) or self._tells(lemma)):
            return before
        if self._pronoun_opener(i) and (speaker := self.speaker(i)) is not None:
            return speaker
        after = self.clauses.subject_after(i, lemma=lemma)
        if after is not None and "death" not in self.context.classes(self.phrases.head(*after)):
            return after
        if before is not None:
            return before
        return self._carried(i)

    def _tells(self, lemma: str) -> bool:
        """Whether the verb takes an event for its subject (غارات استهدفت معسكرا)."""
        support = self.context.frames.support.get(lemma)
        return support is not None and support.position == "subject"

    def _event_head(self, span: Range) -> bool:
        head = self.tokens[self.phrases.head(*span)]
        return head.word.bare in self.context.frames.nouns

    def _pronoun_opener(self, i: int) -> bool:
        for k in range(i - 1, max(i - 4, -1), -1):
            core = self.tokens[k].word.core
            if core in ("انه", "انها", "انهم", "انهما", "بانه", "اننا", "انني", "لانه"):
                return True
            if core not in ("قد", "لم", "لن", "لا", "كان", "كانت", "سوف"):
                return False
        return False

    def speaker(self, i: int) -> Range | None:
        """Tokens of the speaker in whose statement token ``i`` stands."""
        token = self.tokens[i]
        statement = self.context.innermost(token.start, token.end)
        if statement is None:
            return None
        who = statement.source or statement.source_ref
        return self.range_of(who.start, who.end) if who is not None else None

    def range_of(self, start: int, end: int) -> Range | None:
        """Tokens that cover these characters."""
        doc = self.context.doc
        first, last = doc.token_at(start), doc.token_at(max(end - 1, start))
        return (first, last + 1) if last < len(self.tokens) else None

    def _carried(self, i: int) -> Range | None:
        """The subject of the verb before it in the sentence, which a verb joined by و shares."""
        sentence = self.context.doc.sentences[self.tokens[i].sentence]
        for k in range(i - 1, max(sentence.first, i - 30) - 1, -1):
            known = self._subjects.get(k)
            if known is not None:
                return known
            if self.tokens[k].upos == "VERB" and self.tokens[k].word.verbs and k not in self._subjects:
                lemma = self.tokens[k].word.verbs[0].lemma
                subject = self.clauses.subject_after(k, lemma=lemma) or self.clauses.subject_before(k, lemma=lemma)
                self._subjects[k] = subject
                if subject is not None:
                    return subject
        return None

    def verb(self, i: int, lemma: str, frame: Frame | None = None) -> Found:
        """Subject, object and voice of the verb at token ``i``."""
        found = Found(pattern="verb")
        token = self.tokens[i]
        own = readings(token, lemma)
        own = tuple(r for r in own if r.person == "3") or own
        subject = self.subject(i, lemma)
        found.subject = subject
        relative = self.relative_before(i)
        if token.word.enclitic:
            if relative is not None:
                found.object = self.clauses.antecedent(relative)
            elif i > 0 and self.phrases.nominal(i - 1) and subject is not None and subject[0] > i:
                found.object = self.clauses.antecedent(i)
            if found.object == subject:
                found.object = None
            if found.object is None:
                found.object = self._objects.get(token.sentence)
            found.pattern = "verb:pronoun"
            return found
        found.object = self._object(i, subject if subject and subject[0] > i else None)
        if found.object is not None and subject is not None and found.object[0] == subject[0]:
            found.object = None
        if found.object is not None:
            self._objects[token.sentence] = found.object
        voices = {r.voice for r in own}
        told_of_self = subject is not None and self._pronoun_opener(i) and subject == self.speaker(i)
        if voices == {"passive"} or ("active" not in voices and found.object is None and not told_of_self):
            found.passive = True
            found.strict = voices == {"passive"}
            found.pattern = "verb:passive"
        return found

    def fill_verb(self, i: int, frame: Frame, found: Found) -> None:
        """Put subject, object and complements into the roles that the frame gives them."""
        slots = frame.slots
        agents = self.agents(i + 1)
        transitive = slots.get("object") in ("recipient", "actor") and "subject" in slots
        if found.passive and transitive:
            if found.subject is not None:
                found.add(slots["object"], found.subject)
            for span in agents:
                found.add(slots["subject"], span)
        else:
            if (
                found.subject is not None
                and "subject" in slots
                and not (found.strict and "object" not in slots and slots["subject"] == "actor")
            ):
                found.add(slots["subject"], found.subject)
            if found.object is not None and "object" in slots:
                found.add(slots["object"], found.object)
            if not found.actors:
                for span in agents:
                    found.add("actor", span)
        self.complements(i, slots, found)

    # -- nouns --------------------------------------------------------------------------------------------------------------

    def after_adjectives(self, k: int, definite: bool) -> tuple[int, list[int]]:
        """Index after the adjectives of a noun that ends before ``k``, and which of them are nationalities."""
        nationalities: list[int] = []
        first = k - 1
        stop = min(k + 4, len(self.tokens))
        while k < stop and self.tokens[k].kind == "word" and self.phrases.adjective(k) and self.phrases.mention(k) is None:
            if self.tokens[k].upos == "NUM" or self.phrases.bare_is(k, "quantifier"):
                break
            if self.tokens[k].word.definite != definite or self.phrases.preposition(k) or not self._agrees(first, k):
                break
            if self.context.nationality(k):
                nationalities.append(k)
            k += 1
        return k, nationalities

    def _agrees(self, noun: int, k: int) -> bool:
        """Whether the adjective-like word ``k`` has the gender that an adjective of this event noun would have. A plural
        (تونسيين) or a word for a person (قيادي) after a verbal noun is its genitive."""
        word, other = self.tokens[noun].word, self.tokens[k].word
        feminine = word.bare.endswith(("ه", "ات", "ت")) or any(r.number == "p" for r in word.nouns)
        if not other.definite and ("person" in self.context.classes(k) or other.bare.endswith(("ين", "ون"))):
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
        for span in self.agents(j):
            found.add("actor", span)
        self.complements(k - 1, slots, found)
        if slots.get("genitive") == "actor" and not found.actors and "ل" not in slots and not definite:
            span = self.clauses.complement(k - 1, {"ل"}, stop=min(k + 1, high)) if k < high else None
            if span is not None:
                found.add("actor", span)
        self._lent_before(i, k, slots, found)
        self._lent_after(k, high, found)
        if frame.type == "CONSULT" and i > 0 and not any(span[0] < i for span in found.actors):
            if any(n.verb in self.context.frames.support for n in self.tokens[i - 1].word.nouns if n.verb):
                span = self._carried(i)
                if span is not None:
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
        if k >= high or self.phrases.preposition(k) or self.phrases.coordinated(k) or self.phrases.outside(k):
            return None
        if self.tokens[k].upos in ("VERB", "AUX") or (self.tokens[k].kind == "punct" and self.tokens[k].text not in '«"“'):
            return None
        end = self.phrases.noun_phrase(k, high)
        if end <= k:
            return None
        second = None
        if end < high and self.tokens[end].kind in ("word", "number") and not self.phrases.outside(end):
            if not self.phrases.preposition(end) and not self.phrases.coordinated(end) and self.phrases.nominal(end):
                last = self.phrases.noun_phrase(end, high)
                if last > end and not self.phrases.adjective(end):
                    second = (end, last)
        return (k, end), second

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
            if frame.type in ("REJECT", "SUPPORT", "REQUEST", "THREATEN", "AGREE", "CONSULT", "COOPERATE"):
                role = "actor"
            elif frame.type == "ACCUSE":
                role = "actor" if self._has(first[1], ("ل", "بان", "ضد")) else "recipient"
            else:
                role = "actor" if classes & {"aircraft"} or (
                    classes & {"force"} and self._has(first[1], ("ل", "علي"))) else "recipient"  # fmt: skip
        if role:
            found.add(role, first)
        if second is not None and slots.get("object"):
            found.add(slots["object"], second)

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

    # -- complements ----------------------------------------------------------------------------------------------------------

    def complements(self, i: int, slots: dict[str, str], found: Found) -> None:
        """Fill the roles of prepositional complements after token ``i``."""
        wanted = {name for name in slots if name not in ("subject", "object", "genitive", "adjective", "self", "pronoun")}
        if not wanted:
            return
        _, high = self.clauses.limits(i)
        stop = min(high, i + _REACH)
        k = i + 1
        while k < stop:
            token = self.tokens[k]
            if token.text in "،,.؛:؟!" or any(self.phrases.is_a(k, n) for n in ("complementiser", "relative", "subordinator")):
                break
            if token.upos == "VERB" and k > i + 1:
                break
            preposition = self.phrases.preposition(k)
            if preposition in wanted:
                attached = preposition in _PREFIXES and token.word.core != preposition
                noun = k if attached else k + 1
                end = self.phrases.noun_phrase(noun, high) if noun < high else noun
                if end > noun and not self.phrases.outside(noun) and not self._event_head((noun, end)):
                    role = slots[preposition]
                    if role in ("actor", "recipient") and not self._agent_at(k):
                        found.add(role, (noun, end))
                    k = end
                    continue
                wanted.discard(preposition)
            k += 1

    def _agent_at(self, k: int) -> int | None:
        word = self.tokens[k].word
        if k + 1 < len(self.tokens):
            size = _AGENT.get((word.core, self.tokens[k + 1].word.norm))
            if size:
                return k + size
        if "ب" in word.proclitics and _AGENT.get(("ب", word.core)):
            return k + 1
        return None

    def agents(self, k: int) -> list[Range]:
        """The doers named by على يد، من قبل، بنيران and the like after token ``k`` in its sentence."""
        if k >= len(self.tokens):
            return []
        _, high = self.clauses.limits(max(k - 1, 0))
        for m in range(k, min(high, k + 22)):
            if self.tokens[m].text in ".؛؟!":
                break
            start = self._agent_at(m)
            if start is not None and start < high and not self.phrases.outside(start):
                end = self.phrases.noun_phrase(start, high)
                if end > start and not self.phrases.preposition(start):
                    return [(start, end)]
        return []

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
            if support.subject and not (reading.voice == "passive"):
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

"""Who did it and to whom, for verbs: voice, objects, complements, the doer behind a passive."""

from __future__ import annotations

from rawi.layers.event_context import Context
from rawi.layers.event_frames import Frame
from rawi.layers.event_subjects import Found, Subjects
from rawi.text.clauses import Clauses, Range, readings

_PREFIXES = frozenset(("ب", "ل", "ك"))
_REACH = 16
_HELD = frozenset(("person", "armed", "rebel"))
# Prepositions of verbs that nouns of offices take too (المبعوث إلى، المسؤول عن).
_TAKEN = frozenset(("ب", "الي", "علي", "عن"))


class VerbArguments(Subjects):
    """Finds the arguments of verbs in one document, and what they share with those of nouns: complements, doers."""

    def __init__(self, context: Context, clauses: Clauses) -> None:
        super().__init__(context, clauses)
        self._objects: dict[int, Range] = {}

    def verb(self, i: int, lemma: str, frame: Frame | None = None) -> Found:
        """Subject, object and voice of the verb at token ``i``."""
        found = Found(pattern="verb")
        token = self.tokens[i]
        own = readings(token, lemma)
        own = tuple(r for r in own if r.person == "3") or own
        subject = self.subject(i, lemma)
        split = self._split(i, lemma, subject)
        if split is not None:
            subject = self._subjects[i] = split
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
        after = found.subject[1] if subject and subject[0] > i and found.subject else i + 1
        counted = subject is not None and self.context.counted(subject) and {r.voice for r in own} != {"active"}
        if (
            counted
            and found.object is not None
            and not all(self.phrases.outside(k) or self.tokens[k].upos == "ADV" for k in range(after, found.object[0]))
        ):
            # قتل 17 شخصا في سقوط صاروخ مصدره القوات: counted people before other things are the victims
            found.object = None
        oneself = after < len(self.tokens) and self.reflexive(after)
        if oneself:
            found.object = None
        if found.object is not None and subject is not None and found.object[0] == subject[0]:
            found.object = None
        if found.object is not None:
            self._objects[token.sentence] = found.object
        voices = {r.voice for r in own}
        told_of_self = subject is not None and self._pronoun_opener(i) and subject == self.speaker(i)
        if voices == {"passive"} or (
            "active" not in voices
            and found.object is None
            and not (told_of_self or oneself or (subject is not None and self._does(i, lemma, subject)))
        ):
            found.passive = True
            found.strict = voices == {"passive"}
            found.pattern = "verb:passive"
        return found

    def _does(self, i: int, lemma: str, subject: Range) -> bool:
        """Whether a verb that could be passive and has no object is active all the same: somebody does what nobody undergoes
        (اقتحمت الشرطة), or what is done stands behind a preposition of the verb (يطالب بالإصلاح)."""
        if not self.context.somebody(subject) or self.agents(i + 1):
            return False
        if lemma in self.context.words["deed"]:
            return True
        frames = self.context.frames.verbs.get(lemma, ())
        known = {name for frame in frames for name, _, _ in frame.when} | {name for frame in frames for name in frame.slots}
        k = i + 1 if subject[0] < i else subject[1]
        return k < len(self.tokens) and self.phrases.preposition(k) in known

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
        if frame.type == "ASSAULT" and not found.recipients and (crowd := self._dispersed(i)) is not None:
            found.add("recipient", crowd)
        if "seize" in frame.mode and not found.recipients and (held := self._held(i)) is not None:
            found.add("recipient", held)
        if "convict" in frame.mode and not found.recipients and (judged := self._judged(i)) is not None:
            found.add("recipient", judged)
        if frame.type == "CONSULT" and len(found.actors) == 1 and (other := self._comitative(i, found.subject)) is not None:
            found.add("actor", other)

    def _split(self, i: int, lemma: str, subject: Range | None) -> Range | None:
        """The subject behind verb ``i`` cut before what belongs to the verb: the object that an idiom asks for
        (أطلق جنود | النار) or the preposition that the verb takes (أشاد الأمين العام | بالحكومة، وصل المبعوث | إلى صنعاء)."""
        if subject is None or subject[0] <= i or subject[1] - subject[0] < 2:
            return None
        frames = self.context.frames.verbs.get(lemma, ())
        last = subject[1] - 1
        head = self.phrases.head(*subject)
        if head < last and not self.phrases.coordinated(last) and not self.context.somebody((last, subject[1])):
            asked = {name for frame in frames for slot, wanted, name in frame.when if slot == "object" and wanted}
            if asked & self.context.classes(last) and not asked & self.context.classes(head):
                return (subject[0], last)
        taken = {name for frame in frames for name in frame.slots} & _TAKEN
        if not taken:
            return None
        _, high = self.clauses.limits(i)
        for k in range(head + 1, subject[1]):
            preposition = self.phrases.preposition(k)
            if preposition not in taken or self.tokens[k].word.norm == "باسم":
                continue
            after = range(subject[1], min(subject[1] + 8, high))
            return None if any(self.phrases.preposition(m) == preposition for m in after) else (subject[0], k)
        return None

    def _held(self, i: int) -> Range | None:
        """People brought under control, who suffer it (أحكم الطوق على المسلحين); a town is where it happens."""
        held = self.clauses.complement(i, {"علي"})
        if held is None or self.phrases.mention(held[0]) is not None:
            return None
        return held if self.context.classes(self.phrases.head(*held)) & _HELD else None

    def _judged(self, i: int) -> Range | None:
        """Who suffers the sentence that a court passes (قضت المحكمة بسجن الصحفي)."""
        _, high = self.clauses.limits(i)
        for k in range(i + 1, min(i + 10, high - 1)):
            if self.tokens[k].kind == "punct":
                return None
            if self.phrases.preposition(k) == "ب" and self.phrases.verbal_noun(k) and not self.tokens[k].word.definite:
                if self.phrases.preposition(k + 1) or self.phrases.outside(k + 1) or self.phrases.coordinated(k + 1):
                    return None
                end = self.phrases.noun_phrase(k + 1, high)
                return (k + 1, end) if end > k + 1 and self.context.somebody((k + 1, end)) else None
        return None

    def _dispersed(self, i: int) -> Range | None:
        """Whom the police meant to disperse (أطلقت الغاز لتفريق المحتجين)."""
        _, high = self.clauses.limits(i)
        for k in range(i + 1, min(i + 16, high - 1)):
            if self.tokens[k].text in ".؛؟!":
                return None
            if self.tokens[k].word.core == "تفريق":
                end = self.phrases.noun_phrase(k + 1, high)
                return (k + 1, end) if end > k + 1 else None
        return None

    def _comitative(self, i: int, subject: Range | None) -> Range | None:
        """يبحث الوزير هاتفيا والرئيس: the other side joined by و behind an adverb."""
        _, high = self.clauses.limits(i)
        first = subject[1] if subject is not None and subject[0] > i else i + 1
        k = first
        while k < min(first + 3, high) and (
            self.phrases.is_a(k, "adverb") or self.phrases.outside(k) or self.tokens[k].word.bare == "هاتفيا"
        ):
            k += 1
        if first < k < high and self.phrases.coordinated(k) and self.phrases.nominal(k):
            end = self.phrases.noun_phrase(k, high)
            if end > k and self.context.somebody((k, end)):
                return (k, end)
        return None

    def complements(self, i: int, slots: dict[str, str], found: Found) -> None:
        """Fill the roles of prepositional complements after token ``i``: of several phrases with one preposition, those joined
        to the first that is somebody (عقوبات على روسيا | على التوالي)."""
        wanted = {name for name in slots if name not in ("subject", "object", "genitive", "adjective", "self", "pronoun")}
        if not wanted:
            return
        _, high = self.clauses.limits(i)
        stop = min(high, i + _REACH)
        governed: dict[str, list[list[Range]]] = {}
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
                if noun + 1 < high and self.tokens[noun].word.bare in self.context.words["life"]:
                    noun += 1  # أودى بحياة | عشرين مدنيا
                end = self.phrases.noun_phrase(noun, high) if noun < high else noun
                if end > noun and not self.phrases.outside(noun) and not self._event_head((noun, end)):
                    if not self._agent_at(k):
                        groups = governed.setdefault(preposition, [])
                        if groups and self.phrases.coordinated(k):
                            groups[-1].append((noun, end))
                        else:
                            groups.append([(noun, end)])
                    k = end
                    continue
                wanted.discard(preposition)
            k += 1
        for preposition, groups in governed.items():
            for span in next((group for group in groups if any(map(self.context.somebody, group))), groups[0]):
                found.add(slots[preposition], span)

    def _agent_at(self, k: int) -> int | None:
        """Index of the doer behind على يد، من قبل، بنيران at token ``k``."""
        word = self.tokens[k].word
        if k + 1 < len(self.tokens) and f"{word.core} {self.tokens[k + 1].word.norm}" in self.context.words["agent"]:
            return k + 2
        return k + 1 if "ب" in word.proclitics and word.core in self.context.words["agent-by"] else None

    def agents(self, k: int) -> list[Range]:
        """The doers named by على يد، من قبل، بنيران and the like after token ``k`` in its sentence."""
        if k >= len(self.tokens):
            return []
        _, high = self.clauses.limits(max(k - 1, 0))
        for m in range(k, min(high, k + 22)):
            if self.tokens[m].text in ".؛؟!":
                break
            if m > k and self.tokens[m].word.enclitic and any(r.lemma == "تبنى" for r in self.tokens[m].word.verbs):
                # وقد تبناه تنظيم كذا
                claimant = self.clauses.subject_after(m, lemma="تبنى")
                if claimant is not None:
                    return [claimant]
            start = self._agent_at(m)
            if start is not None and start < high and not self.phrases.outside(start):
                end = self.phrases.noun_phrase(start, high)
                if end > start and not self.phrases.preposition(start):
                    return [(start, end)]
        return []

"""Finds triggers: every word, once, against the frames; then decides which triggers tell of one and the same event."""

from __future__ import annotations

from dataclasses import dataclass, field

from rawi.document import Doc, Sentence
from rawi.layers.event_arguments import Arguments, Found
from rawi.layers.event_context import Context
from rawi.layers.event_frames import Frame, event_frames
from rawi.lexicon import Lexicon
from rawi.record import Statement
from rawi.text.clauses import Clauses, Range
from rawi.text.phrases import Phrases

# What a statement of this stance contains is asked for, offered or refused, and has not happened.
_UNREAL = frozenset(("call", "promise", "reject", "ask"))
STANCES: dict[str, tuple[str, tuple[str, ...]]] = {
    "accuse": ("ACCUSE", ("allege",)),
    "condemn": ("ACCUSE", ("disapprove",)),
    "call": ("REQUEST", ()),
    "reject": ("REJECT", ()),
    "promise": ("AGREE", ()),
    "support": ("SUPPORT", ()),
}
_THREATS = frozenset(("هدد", "توعد", "تهدد", "يهدد", "تهديد", "تهديدات", "مهددا", "متوعدا", "توعدت", "هددت", "انذر", "مهدده"))
_CAUSES = frozenset(("أسفر", "أدى", "تسبب", "أوقع", "خلف", "نتج", "أودى", "سبب", "حصد", "نجم"))
_LED_IN = frozenset(("في", "اثر", "جراء", "نتيجه", "خلال", "ب", "بعد", "عقب", "اثناء", "بسبب", "حين"))
_PURPOSE = frozenset(("ضروره", "اجل", "بهدف", "بغيه", "سبيل", "كيفيه", "امكانيه", "اهميه", "قصد", "بغرض", "محاوله", "محاولات", "مكافحه",
                      "الحد", "منع"))  # fmt: skip
_BACK_REFERENCE = frozenset(("بعد", "منذ", "خلال", "عقب", "اثر", "قبل"))
# Forms of naming and counting that look like verbs of events: يُقال، يُعد، يُدعى.
_NAMING = frozenset(("يقال", "يعد", "تعد", "يدعي", "تدعي", "تبد"))
_MARCHING = frozenset(
    "حمل رفع ردد هتف جاب سار أحرق أشعل رشق علق أغلق احتل حاصر طوق منع أعاق توجه تجمع خرج نزل جلس افترش تدفق طالب سد ألقى رمى قذف "
    "واصل احتشد عبر أطلق انطلق".split()
)
_SUDDEN = frozenset(("ASSAULT", "PROTEST", "COERCE"))
_SERIES = frozenset(("سلسله", "عدد", "موجه", "حصيله", "عمليات", "عمليه", "حاله", "حالات", "محاوله"))
# Types whose wording sport, film and markets borrow.
_BORROWED = frozenset(("ASSAULT", "PROTEST", "COERCE", "SANCTION", "RETREAT", "CONSULT", "MOBILIZE", "ACCUSE", "AID", "REJECT"))


@dataclass(slots=True)
class Draft:
    """An event in work. Tokens ``first:last`` are its trigger; ``statement`` is the one it stands within."""

    type: str
    mode: tuple[str, ...]
    first: int
    last: int
    frame: Frame | None
    found: Found
    verb: bool
    statement: Statement | None
    own: Statement | None = None
    victims: list[tuple[str, Range]] = field(default_factory=list)
    rule: str = ""
    passing: bool = False

    @property
    def toll(self) -> str:
        """``killed``, ``injured``, ``arrested``, ``displaced`` or nothing."""
        return self.frame.toll if self.frame else ""


class Scanner:
    """One pass over the tokens of one document."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self.doc = doc
        self.tokens = doc.tokens
        self.frames = event_frames(lexicon)
        self.phrases = Phrases(doc, lexicon)
        self.clauses = Clauses(self.phrases)
        self.context = Context(doc, self.frames, self.phrases, lexicon)
        self.arguments = Arguments(self.context, self.clauses)
        self._cues = {}
        for statement in doc.statements:
            self._cues[doc.token_at(statement.cue.start)] = statement

    def scan(self) -> list[Draft]:
        """The drafts of the document in text order."""
        drafts: list[Draft] = []
        for sentence in self.doc.sentences:
            here: list[Draft] = []
            i = sentence.first
            while i < sentence.last:
                draft, i = self._at(i, sentence)
                if draft is None:
                    continue
                if draft.found.pattern == "protesters" and any(other.type in ("PROTEST", "ASSAULT") for other in here):
                    continue
                if self._keep(draft, drafts + here if len(drafts) < 200 else here):
                    here.append(draft)
            drafts += self._join(here)
        return drafts

    def drop(self, first: int, last: int, what: str, why: str) -> None:
        """Note a trigger that is not coded."""
        self.doc.drop("events", self.tokens[first].core_start, self.tokens[last - 1].end, what, why)

    # -- triggers -------------------------------------------------------------------------------------------------------------

    def _at(self, i: int, sentence: Sentence) -> tuple[Draft | None, int]:
        token = self.tokens[i]
        if token.kind != "word" or self.phrases.outside(i):
            return None, i + 1
        statement = self._cues.get(i)
        if statement is not None:
            draft = self._statement(i, statement)
            if draft is not None:
                return draft, max(draft.last, i + 1)
        found = self.frames.phrases.longest(self.tokens, i, sentence.last)
        if found is not None:
            j, frames = found
            if not (statement and frames[0].type == "REQUEST"):
                return self._noun(i, j, tuple(frames)), j
        draft = None
        if token.upos in ("VERB", "AUX") and token.word.verbs:
            draft = self._verb(i)
        elif token.upos in ("NOUN", "ADJ", "PROPN") and self.phrases.mention(i) is None:
            if self._verb_after_all(i, sentence):
                draft = self._verb(i)
            nouns = self.frames.nouns.get(token.word.bare) or self.frames.nouns.get(token.word.core)
            if nouns and draft is None:
                draft = self._noun(i, i + 1, nouns)
        if draft is not None and statement is not None:
            # A cue that is not itself an event (أعلن) may open one only as something else (أعلن الحرب).
            if draft.type in ("REQUEST", "ACCUSE", "REJECT", "SUPPORT", "AGREE"):
                draft.own = statement
        return draft, i + 1

    def _verb_after_all(self, i: int, sentence: Sentence) -> bool:
        """Whether a word tagged as a noun is a verb: صابر قتل برصاصة، قتل 3 وجرح 5، الخرطوم توقف زعيم الجماعة."""
        token = self.tokens[i]
        word = token.word
        if not word.verbs or word.definite or word.enclitic or self.phrases.preposition(i):
            return False
        if not any(r.lemma in self.frames.verbs and r.person == "3" for r in word.verbs):
            return False
        if self.phrases.coordinated(i):
            number = i + 1 < sentence.last and (self.tokens[i + 1].kind == "number" or self.tokens[i + 1].upos == "NUM")
            return number and any(self.tokens[k].upos == "VERB" for k in range(max(sentence.first, i - 12), i))
        start = self.clauses.start(i)
        if start == i or any(self.tokens[k].upos in ("VERB", "AUX") for k in range(start, i)):
            return False
        if start + 1 < i and self.phrases.preposition(start):
            return False
        end = self.phrases.noun_phrase(start, sentence.last)
        firm = (
            (start > sentence.first and self.phrases.is_a(start - 1, "complementiser"))
            or self.phrases.mention(start) is not None
            or self.tokens[start].word.definite
            or self.tokens[start].kind == "number"
        )
        return firm and (end == i or (end > i and self.tokens[i - 1].word.definite) or end == i + 1)

    def _statement(self, i: int, statement: Statement) -> Draft | None:
        known = STANCES.get(statement.stance)
        cue = self.tokens[i].word
        if statement.stance == "warn" and (cue.core in _THREATS or any(r.lemma in ("هدد", "توعد", "أنذر") for r in cue.verbs)):
            known = ("THREATEN", ())
        if known is None:
            return None
        last = self.doc.token_at(max(statement.cue.end - 1, statement.cue.start)) + 1
        found = Found(pattern="statement")
        who = statement.source or statement.source_ref
        if who is not None:
            span = self.arguments.range_of(who.start, who.end)
            if span:
                found.actors.append(span)
        for person in statement.addressee:
            span = self.arguments.range_of(person.start, person.end)
            if span:
                found.recipients.append(span)
        kind, mode = known
        if not found.recipients:
            self._aimed(i, kind, statement, found)
        if not mode:
            mode = self._mode(kind, statement)
        outer = self.context.innermost(statement.cue.start, statement.cue.end, statement)
        return Draft(kind, mode, i, max(last, i + 1), None, found, False, outer, statement, rule=statement.rule)

    def _aimed(self, i: int, kind: str, statement: Statement, found: Found) -> None:
        """Whom a statement without an addressee is aimed at: the object of its verb, else the first name in what it says."""
        for reading in self.tokens[i].word.verbs:
            for frame in self.frames.verbs.get(reading.lemma, ()):
                if frame.type != kind:
                    continue
                verb = self.arguments.verb(i, reading.lemma)
                self.arguments.fill_verb(i, frame, verb)
                for span in verb.recipients:
                    if span not in found.actors and self._somebody(span):
                        found.recipients.append(span)
                if found.recipients:
                    return
        content = statement.content
        if content is None or kind not in ("ACCUSE", "SUPPORT"):
            return
        first = self.doc.token_at(content.start)
        for k in range(first, min(first + 10, len(self.tokens))):
            if self.tokens[k].start >= content.end:
                return
            if self.phrases.mention(k) is not None:
                found.recipients.append((k, self.phrases.noun_phrase(k, k + 12, coordinate=False)))
                return

    def _somebody(self, span: Range) -> bool:
        head = self.phrases.head(*span)
        return self.phrases.mention(head) is not None or bool(
            self.context.classes(head) & {"person", "public", "official", "force", "armed", "civil"}
        )

    def _mode(self, kind: str, statement: Statement) -> tuple[str, ...]:
        content = statement.content
        if content is None or kind not in ("REQUEST", "REJECT"):
            return ()
        first = self.doc.token_at(content.start)
        for k in range(first, min(first + 12, len(self.tokens))):
            if self.tokens[k].start >= content.end:
                break
            frames = self.frames.nouns.get(self.tokens[k].word.bare, ())
            types = {f.type for f in frames}
            if types & {"CONSULT"}:
                return ("meet",)
            if types & {"AID", "SUPPORT"}:
                return ("assist",)
            if types & {"RETREAT", "CONCEDE", "ASSAULT", "COERCE"}:
                return ("yield",)
        return ()

    def _verb(self, i: int) -> Draft | None:
        token = self.tokens[i]
        if token.word.core in _NAMING or self.context.inside_name(i):
            return None
        seen: set[str] = set()
        third = any(r.person == "3" for r in token.word.verbs)
        for reading in token.word.verbs:
            if reading.lemma in seen or (third and reading.person != "3"):
                continue
            seen.add(reading.lemma)
            frames = self.frames.verbs.get(reading.lemma)
            if not frames:
                continue
            found = self.arguments.verb(i, reading.lemma)
            for frame in frames:
                if self._holds(frame, i, i + 1, found):
                    draft = self._draft(frame, i, i + 1, found, True)
                    self.arguments.fill_verb(i, frame, found)
                    return draft
            self.drop(i, i + 1, frames[0].type, f"no frame of {reading.lemma} fits")
        return self._protesters(i)

    def _protesters(self, i: int) -> Draft | None:
        """Whatever demonstrators do as such (رفع المتظاهرون لافتات، جاب المحتجون الشوارع) is their protest."""
        if not self.context.protest_ahead(i):
            return None
        reading = next((r for r in self.tokens[i].word.verbs if r.person == "3" and r.lemma in _MARCHING), None)
        if reading is None or i in self._cues:
            return None
        subject = self.arguments.subject(i, reading.lemma)
        if subject is None or "protesters" not in self.context.classes(self.phrases.head(*subject)):
            return None
        frames = self.frames.verbs.get("تظاهر", ())
        if not frames:
            return None
        return self._draft(frames[0], i, i + 1, Found(actors=[subject], subject=subject, pattern="protesters"), True)

    def _noun(self, i: int, j: int, frames: tuple[Frame, ...]) -> Draft | None:
        for frame in frames:
            if frame.type == "-":
                continue
            if not frame.when:
                return self._draft(frame, i, j, self.arguments.noun(i, j, frame), False)
            found = self.arguments.noun(i, j, frame)
            if self._holds(frame, i, j, found):
                return self._draft(frame, i, j, found, False)
        return None

    def _draft(self, frame: Frame, i: int, j: int, found: Found, verb: bool) -> Draft:
        statement = self.context.innermost(self.tokens[i].core_start, self.tokens[j - 1].end)
        return Draft(frame.type, frame.mode, i, j, frame, found, verb, statement, rule=frame.rule)

    # -- conditions -------------------------------------------------------------------------------------------------------------

    def _holds(self, frame: Frame, i: int, j: int, found: Found) -> bool:
        return all(self._condition(slot, name, i, j, found, frame) is wanted for slot, wanted, name in frame.when)

    def _condition(self, slot: str, name: str, i: int, j: int, found: Found, frame: Frame) -> bool:
        if slot == "near":
            return name in self.context.sentence_classes(i)
        if slot == "adjective":
            return any(name in self.context.classes(k) for k in range(j, min(j + 3, len(self.tokens))))
        if slot in ("subject", "pronoun"):
            span = found.subject if slot == "subject" else next(iter(found.actors), None)
            if span is None and frame.kind == "noun":
                span = next(iter(found.actors), None)
            return span is not None and self._is(span, name)
        if slot in ("object", "genitive"):
            span = found.object
            if span is None and found.passive and slot == "object":
                span = found.subject
            if span is None and (slot == "genitive" or frame.kind == "verb"):
                k = j
                return k < len(self.tokens) and name in self.context.classes(k) and self.phrases.preposition(k) is None
            return span is not None and self._is(span, name)
        _, high = self.clauses.limits(i)
        for k in range(i + 1, min(high, i + 12)):
            if self.tokens[k].text in ".؛؟!":
                return False
            if self.phrases.preposition(k) == slot:
                if name == "any":
                    return True
                attached = slot in ("ب", "ل", "ك") and self.tokens[k].word.core != slot
                noun = k if attached else k + 1
                end = min(noun + 3, high)
                if noun < high and self._is((noun, end), name):
                    return True
        return False

    def _is(self, span: Range, name: str) -> bool:
        if name == "any":
            return True
        head = self.phrases.head(*span)
        window = range(span[0], min(span[1], head + 2, len(self.tokens)))
        if any(name in self.context.classes(k) for k in window):
            return True
        if name in ("territory", "place"):
            start, end = self.tokens[span[0]].start, self.tokens[min(span[1], len(self.tokens)) - 1].end
            return any(start <= p.start < end for p in self.doc.places if p.start < end)
        if name in ("person", "official", "public"):
            kinds = ("person",) if name != "public" else ("person", "organization", "group", "place")
            found = self.phrases.mention(head) or self.phrases.mention(span[0])
            return found is not None and found[1] in kinds
        if name in ("armed", "force", "rebel"):
            found = self.phrases.mention(head)
            return found is not None and found[1] == "group"
        return False

    # -- what is kept -------------------------------------------------------------------------------------------------------------

    def _keep(self, draft: Draft, earlier: list[Draft]) -> bool:
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
        if why:
            self.drop(draft.first, draft.last, draft.type, why)
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

        It is told when it begins its sentence or what a verb of reporting has for its object (أعلن مقتل، أفاد بمقتل), when a past verb
        stands before it (وقع انفجار), when a verb lends it a subject, or when its victims are counted.
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
            return word.definite
        if before.upos in ("VERB", "AUX"):
            past = any(r.tense == "past" for r in before.word.verbs)
            return bool(self.phrases.preposition(k + 1)) or not past or word.definite
        return True

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
            draft.type == "ASSAULT"
            and i - sentence.first > 3
            and before[-1:] not in (["لم"], ["لن"])
            and "س" not in word.proclitics
        ):
            return sentence.i > 0 or self.tokens[sentence.last - 1].text in ".؟!"
        return False

    def _empty(self, draft: Draft) -> bool:
        """A noun of talk or dealings without anyone who does it is a topic, not an event."""
        if draft.type in _SUDDEN or draft.type == "RETREAT" or draft.found.actors or draft.found.recipients:
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

    # -- one event told by several words ---------------------------------------------------------------------------------------------

    def _join(self, drafts: list[Draft]) -> list[Draft]:
        kept: list[Draft] = []
        for draft in drafts:
            if not self._absorbed(draft, kept):
                kept.append(draft)
        for draft in kept:
            if draft.passing:
                self.drop(draft.first, draft.last, draft.type, "mentioned in passing")
        return [draft for draft in kept if not draft.passing]

    def _absorbed(self, draft: Draft, kept: list[Draft]) -> bool:
        if draft.type not in ("ASSAULT", "COERCE") and not (kept and kept[-1].type == draft.type):
            return False
        for other in reversed(kept[-3:]):
            if other.type != draft.type or other.statement is not draft.statement or other.own or draft.own:
                continue
            gap = draft.first - other.last
            if gap > 40:
                continue
            if draft.toll in ("killed", "injured") and other.toll in ("killed", "injured") and self._with(other, draft):
                self._victims(other, draft, together=True)
                return True
            if draft.toll in ("killed", "injured") and self._caused(draft, other):
                if other.passing and not draft.passing:
                    if not draft.found.actors:
                        draft.found.actors = list(other.found.actors)
                    draft.mode = draft.mode or other.mode
                    continue
                self._victims(other, draft)
                return True
            if other.toll in ("killed", "injured") and not draft.toll and gap < 25 and self._led_in(draft):
                if not other.found.actors:
                    other.found.actors = list(draft.found.actors)
                other.mode = other.mode or draft.mode
                return True
            if draft.verb and draft.found.subject is not None and self._same(draft.found.subject, other):
                other.passing = False
                for span in draft.found.recipients:
                    other.found.add("recipient", span)
                return True
            if draft.verb and draft.found.object is not None and self._same(draft.found.object, other):
                other.passing = False
                for span in draft.found.actors:
                    other.found.add("actor", span)
                return True
            if not draft.verb and gap <= 1 and other.verb and not other.toll and draft.found.pattern.startswith("noun:"):
                for span in draft.found.recipients:
                    other.found.add("recipient", span)
                other.mode = other.mode or draft.mode
                return True
        return False

    def _same(self, subject: Range, other: Draft) -> bool:
        return subject[0] <= other.first < subject[1]

    def _victims(self, other: Draft, draft: Draft, *, together: bool = False) -> None:
        if not other.victims and other.toll:
            other.victims = [(other.toll, span) for span in other.found.recipients]
        for span in draft.found.recipients:
            other.victims.append((draft.toll, span))
            other.found.add("recipient", span)
        if not other.found.actors and not together:
            other.found.actors = list(draft.found.actors)

    def _with(self, other: Draft, draft: Draft) -> bool:
        """مقتل X وإصابة Y: the second is joined by و."""
        return self.phrases.coordinated(draft.first) and draft.first - other.last < 16

    def _caused(self, draft: Draft, other: Draft) -> bool:
        for k in range(draft.first - 1, max(other.last, draft.first - 8) - 1, -1):
            token = self.tokens[k]
            if token.upos == "VERB" and any(r.lemma in _CAUSES for r in token.word.verbs):
                word = self.tokens[other.last - 1].word
                return other.verb or not word.definite or bool(other.found.actors or other.found.recipients)
            if token.upos == "VERB":
                return False
        return False

    def _led_in(self, draft: Draft) -> bool:
        token = self.tokens[draft.first]
        if "ب" in token.word.proclitics:
            return True
        return any(
            self.tokens[k].word.core in _LED_IN or self.tokens[k].word.norm in _LED_IN
            for k in range(max(draft.first - 3, 0), draft.first)
        )

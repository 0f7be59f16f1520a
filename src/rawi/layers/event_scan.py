"""Finds triggers: every word, once, against the frames."""

from __future__ import annotations

from bisect import bisect_left

from rawi.document import Doc, Sentence, Token
from rawi.layers.event_arguments import Arguments
from rawi.layers.event_context import Context
from rawi.layers.event_draft import Draft
from rawi.layers.event_frames import Frame, event_frames
from rawi.layers.event_join import Joiner
from rawi.layers.event_keep import Judge
from rawi.layers.event_marches import PATTERN, Marches
from rawi.layers.event_modes import Modes
from rawi.layers.event_news import News
from rawi.layers.event_predicates import Predicates
from rawi.layers.event_protests import ProtestNews
from rawi.layers.event_subjects import Found
from rawi.layers.event_theme import Theme
from rawi.lexicon import Lexicon
from rawi.record import Statement
from rawi.text.clauses import Clauses, Range
from rawi.text.fold import fold
from rawi.text.phrases import Phrases

STANCES: dict[str, tuple[str, tuple[str, ...]]] = {
    "accuse": ("ACCUSE", ("allege",)),
    "condemn": ("ACCUSE", ("disapprove",)),
    "call": ("REQUEST", ()),
    "reject": ("REJECT", ()),
    "promise": ("AGREE", ()),
    "support": ("SUPPORT", ()),
}
_THREATS = frozenset(("هدد", "توعد", "تهدد", "يهدد", "تهديد", "تهديدات", "مهددا", "متوعدا", "توعدت", "هددت", "انذر", "مهدده"))
# Forms of naming and counting that look like verbs of events: يُقال، يُعد، يُدعى.
_NAMING = frozenset(("يقال", "تقال", "يعد", "تعد", "يدعي", "تدعي", "تبد"))
# Tokens between a verb and نفسه: its subject may stand there with a clause of its own.
_ONESELF = 10
_SHADDA = "\u0651"
# Tokens behind a trigger among which what is said of its object is looked for.
_BEHIND = 16
# Tokens from the word for an office to the last noun of its name.
_OFFICE = 5
_FORCE = frozenset(("ASSAULT", "COERCE"))


def spelled(token: Token, lemma: str) -> bool:
    """Whether a written shadda allows a verb: أجّل is not أجلى, تقلّ not تقيل. Words without one allow any verb."""
    at = token.text.find(_SHADDA)
    if at < 1:
        return True
    letters = [c for c in token.text[:at] if c.isalpha()]
    rest = any(c.isalpha() for c in token.text[at:].removesuffix(token.word.enclitic))
    doubled, plain = fold(letters[-1]), fold(lemma)
    if not rest:  # the last letter is doubled: قلّ، أقلّ، احتلّ, but no verb with a long vowel before it
        return plain.endswith(doubled) and not (len(plain) > 2 and plain[-2] in "اوي")
    form = len(plain) == 3 or (plain.startswith("ت") and len(plain) == 4)
    return form or plain.endswith(doubled) or doubled == "ت"


class Scanner:
    """One pass over the tokens of one document."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self.doc = doc
        self.tokens = doc.tokens
        self.frames = event_frames(lexicon)
        self.phrases = Phrases.of(doc, lexicon)
        self.clauses = Clauses(self.phrases)
        self.context = Context(doc, self.frames, self.phrases, lexicon)
        self.arguments = Arguments(self.context, self.clauses)
        self.judge = Judge(self.context, self.arguments)
        self.joiner = Joiner(self.context)
        self.modes = Modes(self.context, lexicon)
        self.news = News(self.context, self.judge, lexicon)
        self.marches = Marches(self.arguments)
        self.predicates = Predicates(self.arguments)
        self.protests = ProtestNews(self.context, self.judge, lexicon)
        self.theme = Theme(self.context)
        self._time_ends = [time.end for time in doc.times]
        self._cues: dict[int, Statement] = {}
        for statement in doc.statements:
            self._cues[doc.token_at(statement.cue.start)] = statement

    def scan(self) -> list[Draft]:
        """The drafts of the document in text order."""
        drafts: list[Draft] = []
        passing: list[Draft] = []
        doubtful: list[Draft] = []
        for sentence in self.doc.sentences:
            here: list[Draft] = []
            i = sentence.first
            while i < sentence.last:
                draft, i = self._at(i, sentence)
                if draft is None:
                    continue
                if draft.type == "PROTEST" and not draft.found.recipients:
                    self.marches.aim(draft, sentence)
                self.marches.demand(draft, here)
                if self.marches.reason(draft, here):
                    continue
                if draft.found.pattern == PATTERN and any(other.type in ("PROTEST", "ASSAULT") for other in here[-12:]):
                    continue
                if here and self._chained(draft, here[-1]):
                    for span in draft.found.recipients:
                        here[-1].found.add("recipient", span)
                    continue
                if self.judge.keep(draft, drafts[-12:] + here[-12:]):
                    here.append(draft)
                elif draft.doubt:
                    self.modes.settle(draft)
                    doubtful.append(draft)
            self.news.lift(here)
            joined = self.joiner.join(here)
            for draft in joined:
                self.modes.settle(draft)
            drafts += [draft for draft in joined if not draft.passing]
            passing += [draft for draft in joined if draft.passing]
        return self.theme.settle(self.protests.settle(self.news.settle(drafts)), passing, doubtful)

    def _chained(self, draft: Draft, last: Draft) -> bool:
        """Whether a noun of the same type stands right behind a noun that it completes: تنفيذ هجوم، إجراء مباحثات."""
        return (
            not (draft.verb or last.verb or draft.own or last.own or last.toll)
            and draft.type == last.type
            and draft.first == last.last
            and not self.phrases.coordinated(draft.first)
        )

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
            march = self.marches.chanted(i)
            if march is not None:
                return self._draft(march[0], i, i + 1, march[1], True), i + 1
            draft = self._statement(i, statement)
            if draft is not None:
                return draft, max(draft.last, i + 1)
        found = self.frames.phrases.longest(self.tokens, i, sentence.last)
        if found is not None:
            j, frames = found
            if token.upos == "NOUN" and self._violent(i) and self._verb_after_all(i, sentence):
                return self._verb(i), j  # الجيش بسط سيطرته
            if not (statement and frames[0].type == "REQUEST"):
                return self._noun(i, j, tuple(frames)), j
        draft = None
        if token.upos in ("VERB", "AUX") and token.word.verbs:
            draft = self._verb(i)
        elif token.upos in ("NOUN", "ADJ", "PROPN") and self.phrases.mention(i) is None:
            himself = token.word.verbs and i + 1 < sentence.last and "self" in self.context.classes(i + 1)
            if himself or self.marches.tagged_noun(i, sentence) or self._verb_after_all(i, sentence):
                draft = self._verb(i)
            nouns = self.frames.nouns.get(token.word.bare) or self.frames.nouns.get(token.word.core)
            if nouns and draft is None and not self.context.inside_name(i):
                draft = self._noun(i, i + 1, nouns)
        # A cue that is not itself an event (أعلن) may open one only as something else (أعلن الحرب).
        if draft is not None and statement is not None and draft.type in ("REQUEST", "ACCUSE", "REJECT", "SUPPORT", "AGREE"):
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
        if start == i:
            return i > sentence.first and self._verb_due(i)
        if any(self.tokens[k].upos in ("VERB", "AUX") for k in range(start, i)):
            return False
        adjunct = self._violent(i) and self._complete(i - 1)
        if adjunct and self.clauses.skip_adjuncts(start, i) == i:
            return True  # ومن ناحية أخرى خطف مسلحون
        if start + 1 < i and self.phrases.preposition(start):
            return False
        end = self.phrases.noun_phrase(start, sentence.last)
        firm = (
            (start > sentence.first and self.phrases.is_a(start - 1, "complementiser"))
            or self.phrases.mention(start) is not None
            or self.tokens[start].word.definite
            or self.tokens[start].kind == "number"
        )
        if firm and (end == i or (end > i and self.tokens[i - 1].word.definite) or end == i + 1):
            return True
        return adjunct and firm and start < end < i and self.clauses.skip_adjuncts(end, i) == i

    def _verb_due(self, i: int) -> bool:
        """Whether the word before token ``i`` calls for a verb: أنه، فيما، بعدما، بعد أن."""
        if self.phrases.is_a(i - 1, "complementiser"):
            return bool(self.tokens[i - 1].word.enclitic) or (i > 1 and "timeanchor" in self.context.classes(i - 2))
        return self._violent(i) and self.phrases.is_a(i - 1, "subordinator")

    def _violent(self, i: int) -> bool:
        """Whether a verb of force can be read at token ``i``."""
        return any(f.type in _FORCE for r in self.tokens[i].word.verbs for f in self.frames.verbs.get(r.lemma, ()))

    def _complete(self, i: int) -> bool:
        """Whether the phrase that ends with token ``i`` takes no genitive: a definite noun, a name, a time, an adjective."""
        token = self.tokens[i]
        return (
            token.kind == "punct"
            or token.word.definite
            or bool(token.word.enclitic)
            or token.upos == "PROPN"
            or self.phrases.outside(i)
            or self.phrases.adjective(i)
        )

    def _statement(self, i: int, statement: Statement) -> Draft | None:
        known = STANCES.get(statement.stance)
        cue = self.tokens[i].word
        if statement.stance == "warn" and (cue.core in _THREATS or any(r.lemma in ("هدد", "توعد", "أنذر") for r in cue.verbs)):
            known = ("THREATEN", ())
        if statement.stance == "warn" and self._warned(statement):
            known = ("THREATEN", ())
        if statement.stance == "promise" and self._vowed(statement):
            known = ("THREATEN", ("violence",))
        if known is None or (cue.core in _NAMING and statement.stance != "accuse"):
            return None
        if statement.source is None and cue.verbs and not cue.enclitic and self.arguments.relative_before(i) is not None:
            return None  # اللاجئون الذين رفضت طلباتهم: it only tells which ones
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
        if statement.stance == "condemn" and self._concedes(i):
            kind, mode = "CONCEDE", ()
        if statement.stance == "condemn" and self._by_court(i, found.actors):
            kind, mode = "SANCTION", ("convict",)
        if not found.recipients:
            self._aimed(i, kind, statement, found)
        if cue.core in _NAMING and not any(self._somebody(span) for span in found.actors):
            return None  # خبر يدعي أن
        outer = self.context.innermost(statement.cue.start, statement.cue.end, statement)
        return Draft(kind, mode, i, max(last, i + 1), None, found, False, outer, statement, rule=statement.rule)

    def _warned(self, statement: Statement) -> bool:
        """Whether somebody with power is told what will come (حذر الحكومة من أنه لن يغادر), not the public of a danger."""
        spans = [self.arguments.range_of(person.start, person.end) for person in statement.addressee]
        return any(span and self.phrases.preposition(span[0]) is None and self._is(span, "public") for span in spans)

    def _concedes(self, i: int) -> bool:
        """Whether the verb of regret at token ``i`` is one of apology (اعتذر عن)."""
        types = {f.type for r in self.tokens[i].word.verbs for f in self.frames.verbs.get(r.lemma, ())}
        return types == {"CONCEDE"}

    def _by_court(self, i: int, actors: list[Range]) -> bool:
        """Whether a court finds somebody guilty (أدانت المحكمة المتهم), which condemns nothing."""
        convicts = any(f.type == "SANCTION" for r in self.tokens[i].word.verbs for f in self.frames.verbs.get(r.lemma, ()))
        return convicts and any(self._is(span, "court") for span in actors)

    def _vowed(self, statement: Statement) -> bool:
        """Whether what is promised begins with a word of fighting or revenge (تعهد بمواصلة القتال): it is a threat."""
        content = statement.content
        if content is None:
            return False
        first = self.doc.token_at(content.start)
        return any("vow" in self.context.classes(k) for k in range(first, min(first + 2, len(self.tokens))))

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

    def _verb(self, i: int) -> Draft | None:
        token = self.tokens[i]
        if token.word.core in _NAMING or self.context.inside_name(i):
            return None
        seen: set[str] = set()
        third = any(r.person == "3" for r in token.word.verbs)
        for reading in token.word.verbs:
            if reading.lemma in seen or (third and reading.person != "3") or not spelled(token, reading.lemma):
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
        march = self.marches.found(i, self._cues.get(i))
        return self._draft(march[0], i, i + 1, march[1], True) if march is not None else None

    def _noun(self, i: int, j: int, frames: tuple[Frame, ...]) -> Draft | None:
        if self._office(i):
            return None
        for frame in frames:
            if frame.type == "-":
                continue
            found = self.arguments.noun(i, j, frame)
            self.predicates.complete(i, frame, found)
            if self._holds(frame, i, j, found):
                return self._draft(frame, i, j, found, False)
        return None

    def _office(self, i: int) -> bool:
        """Whether a noun belongs to the name of an office: لجنة التحقيق، قاضي تحقيق، وزير الخارجية والتعاون."""
        word = self.tokens[i].word
        if i > 0 and not word.proclitics and "committee" in self.context.classes(i - 1):
            return word.definite or not self.tokens[i - 1].word.definite
        if not word.definite or not self.phrases.coordinated(i):
            return False
        low = max(self.doc.sentences[self.tokens[i].sentence].first, i - _OFFICE)
        for k in range(i - 1, low - 1, -1):
            if self.tokens[k].kind == "punct" or self.tokens[k].upos in ("VERB", "AUX"):
                return False
            if "ministry" in self.context.classes(k):
                return True
        return False

    def _draft(self, frame: Frame, i: int, j: int, found: Found, verb: bool) -> Draft:
        statement = self.context.innermost(self.tokens[i].core_start, self.tokens[j - 1].end)
        return Draft(frame.type, frame.mode, i, j, frame, found, verb, statement, rule=frame.rule)

    # -- conditions ----------------------------------------------------------------

    def _holds(self, frame: Frame, i: int, j: int, found: Found) -> bool:
        return all(self._condition(slot, name, i, j, found, frame) is wanted for slot, wanted, name in frame.when)

    def _condition(self, slot: str, name: str, i: int, j: int, found: Found, frame: Frame) -> bool:
        if slot == "near" and name == "accident":
            return self.judge.accident(i)
        if slot == "near":
            return name in self.context.sentence_classes(i)
        if slot == "adjective":
            return any(name in self.context.classes(k) for k in range(j, min(j + 3, len(self.tokens))))
        if slot in ("subject", "pronoun"):
            span = found.subject if slot == "subject" else next(iter(found.actors), None)
            if span is None and frame.kind == "noun":
                span = next(iter(found.actors), None)
            return span is not None and self._is(span, name)
        if slot == "object" and name == "pronoun":
            return bool(self.tokens[i].word.enclitic)
        if slot == "object" and name == "self":
            return any("self" in self.context.classes(k) for k in range(j, min(j + _ONESELF, self._clause_stop(i))))
        if slot == "pattern":
            return found.pattern == name
        if slot == "after":
            stop = min(self.clauses.limits(i)[1], j + _BEHIND)
            return any(name in self.context.classes(k) for k in range(j, stop))
        if slot == "before":
            return i > 0 and name in self.context.classes(i - 1)
        if slot in ("object", "genitive"):
            span = found.object
            if span is None and found.passive and slot == "object":
                span = found.subject
            if span is None and (slot == "genitive" or frame.kind == "verb"):
                k = self._past_time(j)
                return k < len(self.tokens) and name in self.context.classes(k) and self.phrases.preposition(k) is None
            return span is not None and self._is(span, name)
        _, high = self.clauses.limits(i)
        for k in range(i + 1, min(high, i + 12)):
            if self.tokens[k].text in ".؛؟!":
                return False
            if self.phrases.preposition(k) == slot:
                if name == "any" or (name == "pronoun" and self.tokens[k].word.enclitic):
                    return True
                attached = slot in ("ب", "ل", "ك") and self.tokens[k].word.core != slot
                noun = k if attached else k + 1
                end = min(noun + 3, high)
                if noun < high and self._is((noun, end), name):
                    return True
        return False

    def _clause_stop(self, i: int) -> int:
        """Index of the first comma or stop after token ``i``, or of the end of its sentence."""
        _, high = self.clauses.limits(i)
        return next((k for k in range(i + 1, high) if self.tokens[k].text in "،,.؛:؟!"), high)

    def _past_time(self, k: int) -> int:
        """Index of the first token from ``k`` on outside an expression of time: أطلقت | صباح أمس | صواريخ."""
        if k < len(self.tokens):
            for time in self.doc.times[bisect_left(self._time_ends, self.tokens[k].start + 1) :][:3]:
                if time.start > self.tokens[k].start:
                    break
                while k < len(self.tokens) and self.tokens[k].start < time.end:
                    k += 1
        return k

    def _is(self, span: Range, name: str) -> bool:
        if name == "any":
            return True
        head = self.phrases.head(*span)
        if name == "nobody":
            token = self.tokens[head]
            named = token.upos != "NOUN" or token.word.enclitic or token.word.bare.endswith(("ون", "ين"))
            return not (named or self.context.somebody(span))
        window = range(span[0], min(span[1], head + 2, len(self.tokens)))
        if any(name in self.context.classes(k) for k in window):
            return True
        if name in ("territory", "place"):
            start, end = self.tokens[span[0]].start, self.tokens[min(span[1], len(self.tokens)) - 1].end
            return any(p.start < end for p in self.context.places(start, end))
        if name in ("person", "official", "public"):
            kinds = ("person",) if name != "public" else ("person", "organization", "group", "place")
            found = self.phrases.mention(head) or self.phrases.mention(span[0])
            return found is not None and found[1] in kinds
        if name in ("armed", "force", "rebel"):
            found = self.phrases.mention(head)
            return found is not None and found[1] == "group"
        return False

"""The marks by which the learned models judge events and statements: short texts, each true of an item or not.

They say what earlier layers have found out anyway: how the item was found, what stands around its trigger or cue, what of it
is filled, where in the report it stands, and what else the report tells.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from rawi.document import Doc
from rawi.lexicon import Lexicon
from rawi.record import Event, Participant, Statement
from rawi.text.phrases import Phrases

# From here on a number is written as "more".
_STEPS = (1, 2, 3, 5, 8, 12, 20, 40, 80)
_DOUBT = "doubt:"
"""With what the last word of the rule of an event in doubt begins."""
_LONG_PAST = 12
"""Months before publication from which a date is long past."""
_CLASSES = ("complementiser", "relative", "subordinator", "auxiliary", "quantifier", "demonstrative")


def _step(number: int) -> str:
    """The number, rounded down to a step."""
    k = bisect_left(_STEPS, number + 1)
    return str(_STEPS[k - 1]) if k else "0"


def doubt_of(event: Event) -> str:
    """Why an event is in doubt: ``nobody takes part``, ``mentioned in passing`` …, empty when it is not."""
    manner = event.rule.rpartition(" ")[2]
    return manner.removeprefix(_DOUBT).replace("-", " ") if manner.startswith(_DOUBT) else ""


class Marks:
    """The marks of the events and statements of one document."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self.doc = doc
        self.tokens = doc.tokens
        self.phrases = Phrases.of(doc, lexicon)
        self.statements = {statement.id: statement for statement in doc.statements}
        self.content_starts = sorted(s.content.start for s in doc.statements if s.content)
        self._at = [self._token(event.trigger.start) for event in doc.events]
        self._sentence = [self.tokens[at].sentence if at < len(self.tokens) else 0 for at in self._at]
        self._doubts = [doubt_of(event) for event in doc.events]
        told = [(e.type, at) for e, at, doubt in zip(doc.events, self._sentence, self._doubts, strict=True) if not doubt]
        self._told = len(told)
        self._of_type_here = Counter(told)
        self._in_sentence = Counter(at for _, at in told)
        self._of_type = Counter(kind for kind, _ in told)
        self._cues = Counter(self._sentence_of(s.cue.start) for s in doc.statements)

    def _token(self, offset: int) -> int:
        return self.doc.token_at(offset)

    def _sentence_of(self, offset: int) -> int:
        at = self._token(offset)
        return self.tokens[at].sentence if at < len(self.tokens) else 0

    # -- events -------------------------------------------------------------------------------------------------------------

    def event(self, n: int) -> list[str]:
        """The marks of the event with this index in the document."""
        event = self.doc.events[n]
        marks = [f"type {event.type}", f"status {event.status}"]
        way = self._way(event.rule)
        marks += [*way, f"{event.type}: {way[0].partition(':')[0]}", *(f"{event.type}: {mark}" for mark in way[1:])]
        at = self._at[n]
        if at < len(self.tokens):
            marks += self._around("trigger", at, self._token(max(event.trigger.end - 1, event.trigger.start)) + 1)
            marks += self._position(at)
        marks += self._filled(event)
        marks += self._voice(event)
        marks += self._others(n)
        return marks

    def _way(self, rule: str) -> list[str]:
        """By what kind of entry and pattern the event was found (verb, verb:passive, noun, noun:lent, statement …), and whether
        it is only mentioned in passing."""
        words = rule.split(" ")
        manner = words[-1] if words[-1].startswith(_DOUBT) or words[-1] == "in-passing" else ""
        pattern = next((word for word in reversed(words) if word != manner), "")
        kind, _, more = pattern.partition(":")
        marks = [f"way {kind}:lent" if kind == "noun" and more else f"way {pattern}"]
        if manner:
            marks.append(manner.removeprefix(_DOUBT).replace("-", " "))
        return marks

    def _around(self, name: str, first: int, last: int) -> list[str]:
        """What the word is and what stands on either side of it."""
        token = self.tokens[first]
        word = token.word
        sentence = self.doc.sentences[token.sentence]
        marks = [f"{name} {token.upos}"]
        if last - first > 1:
            marks.append(f"{name} of several words")
        if word.definite:
            marks.append(f"{name} definite")
        if word.enclitic:
            marks.append(f"{name} with pronoun")
        marks += [f"{name} with {clitic}" for clitic in word.proclitics if clitic != "ال"]
        if token.upos in ("VERB", "AUX") and word.verbs:
            tenses = sorted({reading.tense for reading in word.verbs})
            voices = sorted({reading.voice for reading in word.verbs})
            marks += [f"{name} {'/'.join(tenses)}", f"{name} {'/'.join(voices)}"]
        marks.append(f"before {name}: {self._side(first - 1) if first > sentence.first else 'start'}")
        marks.append(f"after {name}: {self._side(last) if last < sentence.last else 'end'}")
        return marks

    def _side(self, k: int) -> str:
        """What kind of word stands at token ``k``."""
        token = self.tokens[k]
        if token.kind == "punct":
            return "colon" if token.text == ":" else "quote" if token.text in '"«»“”' else "mark"
        if self.phrases.mention(k) is not None:
            return "name"
        for name in _CLASSES:
            if self.phrases.is_a(k, name):
                return name
        preposition = self.phrases.preposition(k)
        if preposition is not None:
            return f"preposition {preposition}" if preposition == token.word.core else f"noun with {preposition}"
        return "time" if self.phrases.outside(k) else token.upos

    def _position(self, at: int) -> list[str]:
        sentence = self.doc.sentences[self.tokens[at].sentence]
        marks = [f"sentence {min(sentence.i, 4)}", f"words before {_step(at - sentence.first)}",
                 f"words of the sentence {_step(sentence.last - sentence.first)}"]  # fmt: skip
        if sentence.start < self.doc.title_end:
            marks.append("title")
        if self.tokens[sentence.last - 1].text == "؟":
            marks.append("question")
        return marks

    def _filled(self, event: Event) -> list[str]:
        marks = [
            f"actors {min(len(event.actors), 2)}",
            f"recipients {min(len(event.recipients), 2)}",
        ]
        if not event.actors and not event.recipients:
            marks.append("nobody")
        marks += self._coded("actor", event.actors) + self._coded("recipient", event.recipients)
        marks += [name for name in ("place", "date", "mode", "casualties", "quantities") if getattr(event, name)]
        marks.append("dated" if event.date else "undated")
        published = self.doc.report.published
        if event.date and published and _months(published) - _months(event.date.end) > _LONG_PAST:
            marks.append("long past")
        return marks

    def _coded(self, role: str, people: list[Participant]) -> list[str]:
        marks = []
        if people:
            marks.append(f"{role} {'unknown' if all(p.code.startswith('---') for p in people) else 'of a country'}")
            marks.append(f"{role} {'named' if any(p.entity for p in people) else 'unnamed'}")
        return marks

    def _voice(self, event: Event) -> list[str]:
        statement = self.statements.get(event.statement or "")
        marks = [f"speakers {min(len(event.chain), 2)}"]
        if statement is not None:
            marks.append(f"told by {statement.stance}")
            content = statement.content
            if content is not None and event.trigger.start - content.start <= 3:
                marks.append("begins what is said")
        return marks

    def _others(self, n: int) -> list[str]:
        """What else the report tells: of this type, in this sentence, by this word."""
        events = self.doc.events
        event = events[n]
        before = [events[k] for k in range(max(0, n - 12), n) if events[k].type == event.type and not self._doubts[k]]
        here, sentence = self._of_type_here[event.type, self._sentence[n]], self._in_sentence[self._sentence[n]]
        marks = [
            f"of its type elsewhere {min(self._of_type[event.type] - here, 4)}",
            f"of its type in its sentence {min(here, 3)}",
            f"in its sentence {min(sentence, 4)}",
        ]
        if sentence == self._told:
            marks.append("nothing told elsewhere")
        if not before:
            marks.append("first of its type")
        elif self._sentence_of(before[-1].trigger.start) == self._sentence[n]:
            marks.append("again in its sentence")
        else:
            marks.append("again in the report")
        word = self._bare(n)
        if word and any(self._bare(k) == word for k in range(max(0, n - 12), n)):
            marks.append("by the same word again")
        if self._sentence[n] and events[0].type == event.type and self._sentence[0] == 0:
            marks.append("of the type of the headline")
        return marks

    def _bare(self, n: int) -> str:
        at = self._at[n]
        return self.tokens[at].word.bare if at < len(self.tokens) else ""

    # -- statements -----------------------------------------------------------------------------------------------------------

    def statement(self, n: int) -> list[str]:
        """The marks of the statement with this index in the document."""
        statement = self.doc.statements[n]
        entry, _, pattern = statement.rule.partition(" ")
        kind, _, way = pattern.partition(":")
        marks = [f"stance {statement.stance}", f"quote {statement.quote}", f"kind {kind}", f"way {way}",
                 f"table {entry.partition(':')[0]}"]  # fmt: skip
        at = self._token(statement.cue.start)
        if at < len(self.tokens):
            marks += self._around("cue", at, self._token(max(statement.cue.end - 1, statement.cue.start)) + 1)
            marks += self._position(at)
        marks += self._speaker(statement)
        marks += self._said(statement, at)
        if statement.within is not None:
            marks.append("within another")
        if statement.addressee:
            marks.append("addressee")
        marks.append(f"statements in its sentence {min(self._cues[self._sentence_of(statement.cue.start)], 4)}")
        return marks

    def _speaker(self, statement: Statement) -> list[str]:
        who = statement.source or statement.source_ref
        if who is None:
            return ["speaker none"]
        marks = ["speaker named" if statement.source else "speaker referred to"]
        marks += self._coded("speaker", [who])
        first, last = self._token(who.start), self._token(max(who.end - 1, who.start))
        marks.append(f"words of the speaker {_step(last - first + 1)}")
        if statement.source is not None:
            marks.append("speaker first" if who.start < statement.cue.start else "cue first")
            marks.append(f"words between cue and speaker {_step(max(first - self._token(statement.cue.end), 0))}")
        return marks

    def _said(self, statement: Statement, at: int) -> list[str]:
        content = statement.content
        if content is None:
            return ["nothing said"]
        first, last = self._token(content.start), self._token(max(content.end - 1, content.start)) + 1
        marks = [f"words said {_step(last - first)}", f"words between cue and content {_step(max(first - at - 1, 0))}"]
        if content.end <= statement.cue.start:
            marks.append("content first")
        if first < len(self.tokens):
            marks.append(f"content begins: {self._side(first)}")
            sentence = self.doc.sentences[self.tokens[first].sentence]
            if content.end > sentence.end:
                marks.append("content over sentences")
            marks.append("content to the end" if last >= sentence.last - 1 else f"content ends: {self._side(last)}")
        inner = bisect_left(self.content_starts, content.end) - bisect_left(self.content_starts, content.start + 1)
        marks.append(f"statements inside {min(inner, 2)}")
        return marks


def _months(day: str) -> int:
    """Months of an ISO day since the year 0."""
    year, month = day[:4], day[5:7]
    return int(year) * 12 + (int(month) if month.isdigit() else 1) if year.isdigit() else 0

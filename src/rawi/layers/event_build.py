"""Turns drafts into events: participants with codes, place, date, status, head counts."""

from __future__ import annotations

from rawi.document import Doc
from rawi.layers.event_agents import Agents
from rawi.layers.event_aims import Aims
from rawi.layers.event_behind import Behind
from rawi.layers.event_doers import Doers
from rawi.layers.event_draft import Draft
from rawi.layers.event_heads import Heads
from rawi.layers.event_parties import Parties
from rawi.layers.event_scan import Scanner
from rawi.layers.event_status import Status
from rawi.layers.event_when import When
from rawi.layers.event_where import Where
from rawi.lexicon import Lexicon
from rawi.lexicon.coder import actor_coder
from rawi.record import Event, Participant
from rawi.text.clauses import Range

_CONTEXTS = {
    "ASSAULT": ["military"],
    "MOBILIZE": ["military"],
    "AID": ["humanitarian"],
    "CONSULT": ["diplomatic"],
}


# Stances in which an authority tells of its own acts.
_TELLING = frozenset(("say", "announce", "affirm"))


class Builder:
    """Builds the events of one document."""

    def __init__(self, doc: Doc, lexicon: Lexicon, scanner: Scanner) -> None:
        self.doc = doc
        self.tokens = doc.tokens
        self.scanner = scanner
        self.context = scanner.context
        self.phrases = scanner.phrases
        self.coder = actor_coder(lexicon)
        self.aims = Aims(scanner.arguments, lexicon)
        self.agents = Agents(scanner.arguments, lexicon)
        self.parties = Parties(self.context)
        self.behind = Behind(scanner.arguments, Doers(self.context, scanner.arguments))
        self.status = Status(self.context)
        self.where = Where(self.context)
        self.when = When(self.context)
        self.heads = Heads(self.context)
        self._told: list[Event] = []

    def build(self, drafts: list[Draft]) -> None:
        """Append the events of the drafts to the document."""
        for draft in drafts:
            self.aims.complete(draft)
            self.agents.complete(draft)
            self.parties.settle(draft)
            self.behind.complete(draft)
            event = self._event(draft)
            if not draft.doubt:
                self.where.told_before(draft, event)
                self.when.told_before(draft, event)
                self._told.append(event)
            event.id = f"e{len(self.doc.events) + 1}"
            self.doc.events.append(event)
        self.when.finish()
        self._title()

    def _event(self, draft: Draft) -> Event:
        doc = self.doc
        if draft.own is not None and draft.frame is None:
            trigger = doc.span(draft.own.cue.start, draft.own.cue.end)
        else:
            trigger = doc.span(self.tokens[draft.first].core_start, self.tokens[draft.last - 1].end)
        event = Event("", draft.type, list(draft.mode), list(_CONTEXTS.get(draft.type, ())), trigger)
        event.actors = self._people(draft.found.actors, animate=True)
        taken = {(p.start, p.end) for p in event.actors}
        event.recipients = [p for p in self._people(draft.found.recipients) if (p.start, p.end) not in taken]
        if not event.actors and not draft.verb and draft.own is None:
            event.actors = self._by_speaker(draft)
        event.statement = draft.statement.id if draft.statement else None
        event.date = self.when.date(draft)
        event.status = self.status.of(draft, event.date)
        self.where.settle(draft, event)
        self.heads.count(draft, event)
        manner = f"doubt:{draft.doubt.replace(' ', '-')}" if draft.doubt else "in-passing" if draft.passing else ""
        event.rule = " ".join(filter(None, (draft.rule, draft.found.pattern, manner)))
        return event

    def _by_speaker(self, draft: Draft) -> list[Participant]:
        """An authority that reports an arrest or a rescue without naming who did it did it itself."""
        statement = draft.statement
        if statement is None or draft.type not in ("COERCE", "AID", "MOBILIZE") or "seize" in draft.mode:
            return []
        if statement.stance not in _TELLING:
            return []  # what somebody condemns or calls for he does not do
        who = statement.source or statement.source_ref
        if who is None or who.code.split(" ")[-1] not in ("GOV", "MIL", "COP", "SPY", "REB"):
            return []
        first, last = self.doc.token_at(who.start), self.doc.token_at(max(who.end - 1, who.start))
        for k in range(first, min(last, len(self.tokens) - 1)):
            if self.tokens[k].word.norm == "باسم":  # the spokesman speaks for those who did it
                end = self.phrases.noun_phrase(k + 1, last + 1, coordinate=False)
                named = next((m for m in range(k + 2, end) if self.phrases.mention(m) == (end, "person")), end)
                return self._people([(k + 1, named)]) if named > k + 1 else []
        return [Participant(who.start, who.end, who.text, who.code, who.entity)]

    def _title(self) -> None:
        """What a headline tells happened when the report itself says for the same kind of event."""
        first = self.doc.sentences[0] if self.doc.sentences else None
        end = max(self.doc.title_end, first.end if first and first.last - first.first < 30 else 0)
        for k, event in enumerate(self._told):
            if event.trigger.end > end:
                return
            for other in self._told[k + 1 : k + 30]:
                if other.type == event.type and other.trigger.start > event.trigger.end:
                    event.date = event.date or other.date
                    break

    def _people(self, spans: list[Range], *, animate: bool = False) -> list[Participant]:
        out: list[Participant] = []
        for span in spans:
            for i, j in self.phrases.conjuncts(*span):
                if i >= j or j > len(self.tokens):
                    continue
                start, end = self.tokens[i].core_start, self.tokens[j - 1].end
                if self.scanner.arguments.time(i):
                    continue
                if animate and not self._doer(i, j):
                    continue
                if not animate and not self._target(i, j):
                    continue
                coded = self.coder.code(self.doc, start, end)
                if any(p.start == start and p.end == end for p in out):
                    continue
                out.append(Participant(start, end, self.doc.text[start:end], coded.code, coded.entity))
        return out

    def _doer(self, i: int, j: int) -> bool:
        """Whether the phrase can be a doer: not a weapon, an event or a force of nature."""
        head = self.phrases.head(i, j)
        if self.phrases.mention(head) is not None:
            return True
        if self.tokens[head].word.core in self.context.words["sides"]:
            return False
        if self.scanner.arguments.describes((i, j)):
            return False
        classes = self.context.classes(head)
        people = classes & {"force", "public", "person", "civil"}
        if not people and classes & {"missile", "nature", "epidemic", "bomb", "casualty", "meeting", "attack", "law"}:
            return False
        return bool(people) or self.tokens[head].word.bare not in self.context.frames.nouns

    def _target(self, i: int, j: int) -> bool:
        """Whether the phrase can have something done to it: not an event (مقتل ثلاثة | وإصابة خمسة) nor an idiom's object."""
        head = self.phrases.head(i, j)
        classes = self.context.classes(head)
        if self.phrases.mention(head) is not None or classes & {
            "casualty",
            "victim",
            "person",
            "force",
            "protesters",
            "target",
            "public",
            "official",
        }:
            return True
        return self.tokens[head].word.bare not in self.context.frames.nouns and "death" not in classes

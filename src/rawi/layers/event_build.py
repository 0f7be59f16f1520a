"""Turns drafts into events: participants with codes, place, date, status, head counts."""

from __future__ import annotations

from rawi.document import Doc
from rawi.layers.event_scan import Draft, Scanner
from rawi.lexicon import Lexicon
from rawi.lexicon.coder import actor_coder
from rawi.record import Event, Participant
from rawi.text.clauses import Range

_PLACED = frozenset(("ASSAULT", "COERCE", "PROTEST", "CONSULT", "AID", "RETREAT", "MOBILIZE"))
_DATED_FAR = 250
_CONTEXTS = {
    "ASSAULT": ["military"],
    "MOBILIZE": ["military"],
    "AID": ["humanitarian"],
    "CONSULT": ["diplomatic"],
}


class Builder:
    """Builds the events of one document."""

    def __init__(self, doc: Doc, lexicon: Lexicon, scanner: Scanner) -> None:
        self.doc = doc
        self.tokens = doc.tokens
        self.scanner = scanner
        self.context = scanner.context
        self.phrases = scanner.phrases
        self.coder = actor_coder(lexicon)

    def build(self, drafts: list[Draft]) -> None:
        """Append the events of the drafts to the document."""
        last_place: dict[str, str] = {}
        for draft in drafts:
            event = self._event(draft)
            if event.type in _PLACED:
                if event.place is None and event.type == "ASSAULT":
                    event.place = last_place.get(event.type)
                elif event.place is not None:
                    last_place[event.type] = event.place
            event.id = f"e{len(self.doc.events) + 1}"
            self.doc.events.append(event)

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
        event.status = self.context.status(draft.first, draft.verb, draft.statement)
        event.date = self.context.date(draft.first, draft.statement)
        if draft.type in _PLACED:
            place = self.context.place(draft.first, [(p.start, p.end) for p in event.actors])
            event.place = place.id if place else None
        self._count(draft, event)
        pattern = draft.found.pattern
        event.rule = f"{draft.rule} {pattern}".strip()
        return event

    def _by_speaker(self, draft: Draft) -> list[Participant]:
        """An authority that reports an arrest or a rescue without naming who did it did it itself."""
        statement = draft.statement
        if statement is None or draft.type not in ("COERCE", "AID", "MOBILIZE") or "seize" in draft.mode:
            return []
        who = statement.source or statement.source_ref
        if who is None or who.code.split(" ")[-1] not in ("GOV", "MIL", "COP", "SPY", "REB"):
            return []
        return [Participant(who.start, who.end, who.text, who.code, who.entity)]

    def _people(self, spans: list[Range], *, animate: bool = False) -> list[Participant]:
        out: list[Participant] = []
        for span in spans:
            for i, j in self.phrases.conjuncts(*span):
                if i >= j or j > len(self.tokens):
                    continue
                start, end = self.tokens[i].core_start, self.tokens[j - 1].end
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
        if self.context.classes(head) & {"missile", "nature", "epidemic", "bomb", "casualty", "meeting", "attack", "law"}:
            return False
        return self.tokens[head].word.bare not in self.context.frames.nouns or bool(
            self.context.classes(head) & {"force", "public", "person", "civil"}
        )

    def _target(self, i: int, j: int) -> bool:
        """Whether the phrase can have something done to it: not an event (مقتل ثلاثة | وإصابة خمسة) nor an idiom's object."""
        head = self.phrases.head(i, j)
        classes = self.context.classes(head)
        if self.phrases.mention(head) is not None or classes & {"casualty", "victim", "person", "force", "protesters"}:
            return True
        return self.tokens[head].word.bare not in self.context.frames.nouns and "death" not in classes

    def _count(self, draft: Draft, event: Event) -> None:
        victims = draft.victims or [(draft.toll, span) for span in draft.found.recipients if draft.toll]
        for toll, span in victims:
            for i, j in self.phrases.conjuncts(*span):
                start, end = self.tokens[i].start, self.tokens[j - 1].end
                number: int | None = None
                for quantity in self.doc.quantities:
                    if quantity.start >= start and quantity.end <= end:
                        event.quantities.append(quantity.id)
                        if isinstance(quantity.value, int | float):
                            number = int(quantity.value)
                        break
                else:
                    number = 1 if self._single(i, j) else None
                if number is not None and event.status != "negated":
                    event.casualties[toll] = event.casualties.get(toll, 0) + number

    def _single(self, i: int, j: int) -> bool:
        head = self.phrases.head(i, j)
        found = self.phrases.mention(head) or self.phrases.mention(i)
        if found is not None:
            return found[1] == "person"
        token = self.tokens[head]
        if self.phrases.bare_is(i, "quantifier"):
            return token.word.core == "احد"
        numbers = {r.number for r in token.word.nouns}
        return numbers == {"s"} and "person" in self.context.classes(head)

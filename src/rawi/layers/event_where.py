"""Where an event happened: a place in its own clause, the town it befell, or where what was told just before happened."""

from __future__ import annotations

from rawi.layers.event_context import Context
from rawi.layers.event_draft import Draft
from rawi.record import Event, Place, Statement

PLACED = frozenset(("ASSAULT", "COERCE", "PROTEST", "CONSULT", "AID", "RETREAT", "MOBILIZE"))
# Acts that go on in one place from sentence to sentence, and over how many.
_CARRIED = frozenset(("ASSAULT", "AID"))
_SENTENCES = 2
_WIDE = frozenset(("country", "region", "continent"))
_AT_HOME = frozenset(("arrest", "deport"))
# Tokens of a headline, and characters from its beginning to the end of the place that opens it.
_HEADLINE, _LINE = 16, 30


class Where:
    """Finds the places of the events of one document."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.doc = context.doc
        self.tokens = context.tokens
        self.phrases = context.phrases
        self._last: tuple[str, int, Draft] | None = None
        self._sole: str | None = None
        self._by_id = {place.id: place for place in context.doc.places}

    def settle(self, draft: Draft, event: Event) -> None:
        """Set the place of an event from its own sentence."""
        if draft.own is not None and draft.frame is None:
            place = self._before_content(draft)
            event.place = place.id if place else None
        elif draft.type in PLACED:
            place = self._acted_on(draft, event) or self.place(
                draft.first, [(p.start, p.end) for p in event.actors], draft.statement, force=draft.type == "ASSAULT"
            )
            event.place = place.id if place else None

    def told_before(self, draft: Draft, event: Event) -> None:
        """An event without a place of its own happened where its place-line says, where the verb it is joined to did, or, for
        acts of force, where the one told shortly before did. A country that was told does not carry on."""
        if event.type not in PLACED:
            return
        sentence = self.tokens[draft.first].sentence
        if event.place is None:
            event.place = (
                self._placeline(draft)
                or self._at_home(draft, event)
                or self._carried_on(draft, event, sentence)
                or self._only(event)
            )
        if event.place is not None:
            self._last = (event.place, sentence, draft)

    def _carried_on(self, draft: Draft, event: Event, sentence: int) -> str | None:
        if self._last is None:
            return None
        id, number, other = self._last
        if sentence == number and draft.verb and other.statement is draft.statement and self.phrases.coordinated(draft.first):
            return id
        narrow = self._by_id[id].feature not in _WIDE
        if event.type in _CARRIED and other.type in _CARRIED and narrow and sentence - number <= _SENTENCES:
            return id
        return None

    def _at_home(self, draft: Draft, event: Event) -> str | None:
        """The country that arrests, deports or raises its alarm: it does so at home (ألمانيا تعتقل، إيطاليا تطرد)."""
        if event.type != "COERCE" or not _AT_HOME & set(draft.mode) or len(event.actors) != 1:
            return None
        actor = event.actors[0]
        found = self.context.places(actor.start, actor.start)
        return next((p.id for p in found if p.end == actor.end and p.feature == "country"), None)

    def _only(self, event: Event) -> str | None:
        """The place of a report that names no other narrower than a country."""
        if event.type not in _CARRIED:
            return None
        if self._sole is None:
            narrow = [place for place in self.doc.places if place.feature not in _WIDE]
            alone = len(narrow) > 1 and len({place.name for place in narrow}) == 1
            opens = alone and narrow[0].start < self.doc.sentences[min(1, len(self.doc.sentences) - 1)].end
            self._sole = narrow[0].id if opens else ""
        return self._sole or None

    def _placeline(self, draft: Draft) -> str | None:
        """The place that opens a headline before a colon or dots: نيجيريا.. قتلى، أمريكا: اعتقال."""
        sentence = self.doc.sentences[self.tokens[draft.first].sentence]
        if sentence.i > 1 or draft.first - sentence.first > _HEADLINE:
            return None
        first = self.doc.sentences[0]
        for place in self.context.places(first.start, first.start + _LINE):
            k = self.doc.token_at(max(place.end - 1, place.start)) + 1
            begins = self.doc.token_at(place.start) == first.first
            if not begins or k > draft.first or k >= len(self.tokens):
                continue
            closed = self.tokens[k].text[:1] in ":." or k >= first.last
            if closed and (sentence.i == 0 or first.last - k <= 2):
                return place.id
        return None

    def _acted_on(self, draft: Draft, event: Event) -> Place | None:
        """The town that was bombed, taken or visited is where it happened; it is no recipient besides (قصف الجيش قرية كذا)."""
        spans = list(draft.found.recipients)
        if draft.found.object is not None:
            spans.append(draft.found.object)
        if draft.type == "COERCE" and draft.found.subject is not None and not draft.found.actors:
            spans.append(draft.found.subject)
        if ("visit" in draft.mode or "seize" in draft.mode) and draft.last < len(self.tokens):
            spans.append((draft.last, min(draft.last + 3, len(self.tokens))))
        for i, j in spans:
            start, end = self.tokens[i].start, self.tokens[min(j, len(self.tokens)) - 1].end
            for place in self.context.places(start, end):
                if not (start <= place.start and place.end <= end):
                    continue
                head = self.phrases.head(i, j)
                named = self.tokens[head].start <= place.start < self.tokens[head].end
                if not named and "territory" not in self.context.classes(head):
                    continue
                if place.feature not in _WIDE:
                    event.recipients = [r for r in event.recipients if not (r.start <= place.start and place.end <= r.end)]
                elif not {"visit", "seize"} & set(draft.mode):
                    continue
                return place
        return None

    def _before_content(self, draft: Draft) -> Place | None:
        """Where a statement was made: a place after في or ب between its cue and what it says."""
        own = draft.own
        if own is None or own.content is None:
            return None
        for place in self.context.places(own.cue.end, own.content.start):
            if own.cue.end <= place.start and place.end <= own.content.start and not place.metonym:
                k = self.doc.token_at(place.start)
                if self.phrases.preposition(k) == "ب" or any(
                    self.phrases.preposition(m) == "في" for m in range(max(k - 2, draft.first), k)
                ):
                    return place
        return None

    def place(
        self,
        i: int,
        taken: list[tuple[int, int]],
        statement: Statement | None,
        *,
        force: bool = False,
        far: bool = False,
    ) -> Place | None:
        """The place of the event at token ``i``: after it in its clause, else before it, and with ``far`` later in the
        sentence; in one voice, never one inside an argument. Of places told together the narrower one. ``force``: what comes
        from a place does not happen there."""
        sentence = self.doc.sentences[self.tokens[i].sentence]
        at = self.tokens[i].start
        end = self.context.clause_end(i)
        after: list[Place] = []
        later: Place | None = None
        there = any(self.tokens[k].word.enclitic and self.phrases.preposition(k) == "في" for k in range(i + 1, min(i + 3, end)))
        before: list[tuple[int, Place]] = []
        for place in self.context.places(at - 300, at + 300):
            if place.start < sentence.start or place.end > sentence.end or (place.metonym and not there):
                continue
            if abs(place.start - at) > 300:
                continue
            if any(start <= place.start and place.end <= stop for start, stop in taken):
                continue
            k = self.doc.token_at(place.start)
            if k >= len(self.tokens):
                continue
            if there and place.start < at:  # حيث قتل فيها
                before.append((k, place))
                continue
            if not self._located(k, sentence.first, force):
                continue
            if place.start < at:
                if self.context.innermost(place.start, place.end) is statement:
                    before.append((k, place))
            elif k < end:
                after.append(place)
            elif far and later is None and k < i + 30 and self.context.innermost(place.start, place.end) is statement:
                later = place
        if there and before:
            return before[-1][1]
        if after:
            return next((place for place in after if place.feature != "country"), after[0])
        if not before:
            return later
        # بمنطقة كذا في مدينة كذا: the narrower place is told first.
        chosen = len(before) - 1
        while (
            chosen > 0
            and before[chosen][0] - before[chosen - 1][0] <= 4
            and self._joined(before[chosen - 1][0], before[chosen][0])
        ):
            chosen -= 1
        return before[chosen][1]

    def _joined(self, first: int, second: int) -> bool:
        """Whether nothing but nouns, commas and brackets stands between two places."""
        if self.phrases.coordinated(second):
            return False
        between = self.tokens[first + 1 : second]
        return all((t.kind == "word" and t.upos not in ("VERB", "AUX")) or t.text in '،"«»()' for t in between)

    def _located(self, k: int, low: int, force: bool) -> bool:
        for m in range(k, max(low, k - 4) - 1, -1):
            preposition = self.phrases.preposition(m)
            if force and preposition == "من" and not self._near(m):
                return False
            if preposition in self.context.words["locative"]:
                return True
            if m < k and (self.tokens[m].kind == "punct" and self.tokens[m].text not in '«"“،,('):
                return False
        return False

    def _near(self, m: int) -> bool:
        """بالقرب من، على مقربة من، انسحب من: where something is or leaves; elsewhere من tells where it comes from."""
        if m == 0:
            return False
        word = self.tokens[m - 1].word
        return word.bare in self.context.words["near"]

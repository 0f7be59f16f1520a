"""When an event happened: a date in its own clause, in its own voice, or that of the act of force told just before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, timedelta

from rawi.layers.event_context import Context
from rawi.layers.event_draft import Draft
from rawi.record import DateRange, Event, Statement, Time

_FORCE = frozenset(("ASSAULT", "COERCE"))
_SENTENCES = 1
# Characters from the beginning of a content to a noun that opens it.
_OPENS = 3


class When:
    """Finds the dates of the events of one document."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.doc = context.doc
        self.tokens = context.tokens
        self.phrases = context.phrases
        self._time_starts = [time.start for time in context.doc.times]
        self._last: tuple[DateRange, int] | None = None
        self._undated: list[Event] = []
        self._days: set[tuple[str, str]] = set()

    def told_before(self, draft: Draft, event: Event) -> None:
        """An act of force without a date of its own has that of the one told before it, which it goes on to tell about; one
        known already (الهجوم) has that of the last one told."""
        if draft.type not in _FORCE or event.status != "occurred":
            return
        sentence = self.tokens[draft.first].sentence
        if event.date is not None:
            self._last = (event.date, sentence)
            self._days.add((event.date.start, event.date.end))
            return
        if self._last is not None and not self.context.dated(draft.first):
            last, number = self._last
            if self._known(draft) or (sentence - number <= _SENTENCES and self._goes_on(draft)):
                event.date = last
                self._last = (last, sentence)
                return
        if self._known(draft):
            self._undated.append(event)

    def finish(self) -> None:
        """Acts of violence without a date in a report that tells one day of all others happened on that day."""
        if len(self._days) == 1:
            start, end = next(iter(self._days))
            for event in self._undated:
                event.date = DateRange(start, end)

    def _known(self, draft: Draft) -> bool:
        """Whether a noun with an article names an act told before."""
        return draft.type == "ASSAULT" and not draft.verb and self.tokens[draft.last - 1].word.definite

    def _goes_on(self, draft: Draft) -> bool:
        """Whether a draft can go on with an act told before: not a habit (تشن هجمات) nor acts in general (عمليات اختطاف)."""
        word = self.tokens[draft.last - 1].word
        if draft.verb:
            return any(reading.tense == "past" for reading in self.tokens[draft.first].word.verbs)
        return bool(draft.toll) or word.definite or bool(word.enclitic)

    def date(self, draft: Draft) -> DateRange | None:
        """The date told of an event: in its clause, else before it without another verb between; in the same voice, so that
        the time of a speech dates nothing that it tells, but what it announces by a noun (أعلن الأحد مقتل)."""
        i = draft.first
        sentence = self.doc.sentences[self.tokens[i].sentence]
        at = self.tokens[i].start
        end = self.context.clause_end(i)
        after: DateRange | None = None
        before: DateRange | None = None
        announced = self._announced(draft)
        for time in self.doc.times[bisect_left(self._time_starts, at - 250) : bisect_right(self._time_starts, at + 250)]:
            if time.start < sentence.start or time.end > sentence.end or time.type not in ("DATE", "TIME"):
                continue
            k = self.doc.token_at(time.start)
            if k >= len(self.tokens) or any(
                self.tokens[m].word.core in self.context.words["spanning"] for m in range(max(k - 2, 0), k)
            ):
                continue
            found = date_range(time)
            if found is None:
                continue
            if announced is not None and announced.cue.end <= time.start < at:
                before = found
                continue
            if self.context.innermost(time.start, time.end) is not draft.statement:
                continue
            if time.start < at:
                if self._reaches(k, i, draft):
                    before = found
            elif k < end:
                after = after or found
        found = after or before
        return month(found) if found is not None else None

    def _announced(self, draft: Draft) -> Statement | None:
        """The statement whose content the event opens as a noun, so that the day of the announcement is told of it."""
        statement = draft.statement
        if statement is None or statement.stance != "announce" or statement.content is None or draft.verb:
            return None
        return statement if self.tokens[draft.first].core_start - statement.content.start <= _OPENS else None

    def _reaches(self, k: int, i: int, draft: Draft) -> bool:
        """Whether a time before the trigger is told of it: no other verb between, or a verb joined to that of the time."""
        if draft.verb and self.phrases.coordinated(i):
            return self.tokens[i - 1].text not in "،,"
        return not any(
            (self.tokens[m].upos == "VERB" and not self.context.carries(m)) or self.phrases.is_a(m, "subordinator")
            for m in range(k, i)
        )


def month(found: DateRange) -> DateRange:
    """A week as the month in which most of it lies: of an event whose day is not known, the month is told."""
    first, last = date.fromisoformat(found.start), date.fromisoformat(found.end)
    if (last - first).days != 6:
        return found
    middle = first + timedelta(days=3)
    after = date(middle.year + middle.month // 12, middle.month % 12 + 1, 1)
    return DateRange(middle.replace(day=1).isoformat(), (after - timedelta(days=1)).isoformat())


def date_range(time: Time) -> DateRange | None:
    """First and last ISO day of a TIMEX3 date of a day, week, month or year; ``None`` for others."""
    value = time.value.partition("T")[0]
    parts = value.split("-")
    try:
        if len(parts) == 3 and parts[1].isdigit():
            day = date(int(parts[0]), int(parts[1]), int(parts[2])).isoformat()
            return DateRange(day, day)
        if len(parts) == 2 and parts[1].startswith("W"):
            first = date.fromisocalendar(int(parts[0]), int(parts[1][1:3]), 1)
            return DateRange(first.isoformat(), (first + timedelta(days=6)).isoformat())
        if len(parts) == 2:
            year, month = int(parts[0]), int(parts[1])
            after = date(year + month // 12, month % 12 + 1, 1)
            return DateRange(date(year, month, 1).isoformat(), (after - timedelta(days=1)).isoformat())
        if len(parts) == 1 and len(value) == 4:
            return DateRange(date(int(value), 1, 1).isoformat(), date(int(value), 12, 31).isoformat())
    except ValueError:
        return None
    return None

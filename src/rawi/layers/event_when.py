"""When an event happened: a date in its own clause, in its own voice, or that of the act of force told just before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, timedelta

from rawi.layers.event_context import Context
from rawi.layers.event_draft import Draft
from rawi.record import DateRange, Event, Statement, Time

_SENTENCES = 1


class When:
    """Finds the dates of the events of one document."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.doc = context.doc
        self.tokens = context.tokens
        self.phrases = context.phrases
        self._time_starts = [time.start for time in context.doc.times]
        self._last: tuple[DateRange, int] | None = None

    def told_before(self, draft: Draft, event: Event) -> None:
        """An act of force without a date of its own has that of the one told before it, which it goes on to tell about."""
        if draft.type not in ("ASSAULT", "COERCE") or event.status != "occurred":
            return
        sentence = self.tokens[draft.first].sentence
        if event.date is not None:
            self._last = (event.date, sentence)
            return
        last = self._last
        if last is not None and sentence - last[1] <= _SENTENCES and not self.context.dated(draft.first):
            event.date = last[0]
            self._last = (last[0], sentence)

    def date(self, i: int, statement: Statement | None) -> DateRange | None:
        """The date told of the event at token ``i``: in its clause, else before it without another verb between, else a day
        told later in the sentence; in the same voice, so that the time of a speech dates nothing that it tells."""
        sentence = self.doc.sentences[self.tokens[i].sentence]
        at = self.tokens[i].start
        end = self.context.clause_end(i)
        shared = self.phrases.coordinated(i) and self.tokens[i].upos == "VERB"
        after: DateRange | None = None
        later: DateRange | None = None
        before: DateRange | None = None
        for time in self.doc.times[bisect_left(self._time_starts, at - 250) : bisect_right(self._time_starts, at + 250)]:
            if time.start < sentence.start or time.end > sentence.end or time.type not in ("DATE", "TIME"):
                continue
            k = self.doc.token_at(time.start)
            if k >= len(self.tokens) or any(
                self.tokens[m].word.core in self.context.words["spanning"] for m in range(max(k - 2, 0), k)
            ):
                continue
            voice = self.context.innermost(time.start, time.end)
            found = date_range(time)
            if found is None or voice is not statement:
                continue
            if time.start < at:
                verbs = sum(1 for m in range(k, i) if self.tokens[m].upos == "VERB" and not self.context.carries(m))
                if shared or not verbs:
                    before = found
            elif k < end:
                after = after or found
            elif later is None and len(time.value) > 7:
                later = found
        return after or before or later


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

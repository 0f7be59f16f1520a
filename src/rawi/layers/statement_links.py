"""How statements hang together: where the content of each ends, which speech a cue carries on, what stands within what."""

from __future__ import annotations

from rawi.document import Sentence
from rawi.layers.statement_ends import Ends
from rawi.layers.statement_frames import Frames
from rawi.layers.statement_refs import REMEMBERED, References
from rawi.layers.statement_verbs import CONTINUING
from rawi.layers.statement_words import Draft

_FINAL = ".؟!؛،,:;…-–"
_MARKS = '"«»“”‘’'
_DEEPEST = 64
_ASIDE = 14  # tokens of a clause of its own that على حد قوله vouches for
_LONGEST = 400  # tokens of a content; only text without punctuation has longer ones


class Links(References):
    """Closes contents and resolves speakers, one sentence after the other."""

    def __init__(self, frames: Frames) -> None:
        super().__init__(frames)
        self.ends = Ends(frames)
        self.asides: dict[int, int] = {}  # where وفق تعبيره ends and where it begins

    # -- ends -------------------------------------------------------------------------------------------------------------

    def close_sentence(self, drafts: list[Draft], sentence: Sentence) -> None:
        """Set ``last`` of the drafts of one sentence (in order of their cues) and resolve their speakers.

        Keeps a stack of contents that are still open; a new cue either stands inside the innermost one or, when it carries on
        an outer speech (an attached conjunction, or a circumstantial participle that agrees with its speaker), closes the rest.
        """
        stack: list[Draft] = []
        end = self.sentence_end(sentence)
        for draft in drafts:
            at = draft.begin if 0 <= draft.begin < draft.cue[0] else draft.cue[0]
            while stack and stack[0].last < 0 <= stack[0].first and stack[0].first + _LONGEST <= at:
                self._end(stack.pop(0), at)
            while stack and stack[-1].last >= 0 and at >= stack[-1].last:
                stack.pop()
            if draft.last < 0 and draft.quote is not None:
                self._close_at_quote(draft, end)
            if draft.last < 0 and draft.quote is None and draft.first >= 0:
                turn = self.ends.turn(draft, end)
                if turn > draft.first:
                    self._end(draft, turn)
            if (
                stack
                and draft.last < 0
                and draft.kind == "verb"
                and draft.ref is not None
                and draft.source is None
                and draft.first >= 0
            ):
                draft.last = self._first_comma(draft.first, end)
            waits = draft.kind == "particle" and bool(stack) and stack[-1].first > at and stack[-1].last < 0
            level = self._level(draft, stack) if not waits else None
            carried = stack[level] if level is not None else None
            if level is not None:
                for open_draft in stack[level:]:
                    self._end(open_draft, at)
            if waits:
                draft.first = stack[-1].first  # أكد الوزير، بحسب الوكالة، أن: one content for both
                draft.ref = stack[-1].speaker if draft.pattern == "own" else None
                stack[-1].outer = stack[-1].outer or draft
                stack.insert(len(stack) - 1, draft)
                self.done.append(draft)
                continue
            if draft.kind == "particle":
                self._trail(draft, stack, level, sentence)
                if draft.last < 0:
                    continue
            if level is not None:
                del stack[level:]
            draft.nested = bool(stack)
            if (
                carried is not None
                and draft.kind == "verb"
                and draft.speaker is None
                and not draft.nobody
                and self.agree(draft, carried)
            ):
                draft.ref = carried.speaker
            self.refer(draft, stack, sentence)
            self.done.append(draft)
            if draft.kind != "particle" or draft.last > at:
                stack.append(draft)
                if len(stack) > _DEEPEST:
                    self._end(stack.pop(0), at)
        for draft in stack:
            self._end(draft, end)

    def _trail(self, draft: Draft, stack: list[Draft], level: int | None, sentence: Sentence) -> None:
        """Set the content of a particle: what stands before it (``C، بحسب فلان``), or what is being said (نقلا عن)."""
        at = draft.cue[0]
        top = stack[-1] if stack else None
        if draft.pattern == "own":
            self.asides[draft.cue[1]] = at
            if top is not None and top.last < 0 and self.sentence_end(sentence) - draft.cue[1] < 3:
                self._end(top, at)
        running = next((d for d in reversed(stack) if self.agree(draft, d) and 0 <= d.first < at), top)
        if draft.pattern == "own" and running is not None and 0 <= running.first < at:
            draft.first, draft.last, draft.ref = running.first, at, running.speaker  # whoever is speaking has said it
            for k in range(at - 2, max(running.first, at - _ASIDE), -1):
                if self.tokens[k].word.norm in ("وهو", "وهي"):  # …، وهو أمر مرفوض على حد قوله: its own clause
                    draft.first = k
                    draft.ref = next((d.speaker for d in stack if d.speaker and self.agree(draft, d)), draft.ref)
                    break
        elif draft.pattern == "relay" and top is not None:
            draft.outer = top
            draft.first = top.first
            draft.last = at if top.first < at else min(self.sentence_end(sentence), top.first + _LONGEST)
        elif level is None and top is not None:
            draft.first, draft.last = self._own_clause(top, at), at
            if draft.first > top.first:
                self._end(top, draft.first)
                stack.remove(top)
        elif (told := self._just_told(draft, sentence)) is not None:
            draft.first, draft.last, draft.quote = told.first, told.last, told.quote
            told.outer = told.outer or draft
        else:
            draft.first, draft.last = self._before(stack[level or 0] if stack else None, sentence), at
            # A particle near the head of its clause speaks for what follows as well.
            if at - draft.first < 5 and draft.source is not None and draft.source[1] + 1 < self.sentence_end(sentence):
                draft.last = min(self.sentence_end(sentence), draft.first + _LONGEST)
        tokens = self.tokens
        while draft.last - 1 > draft.first and (
            tokens[draft.last - 1].text[0] in _FINAL + _MARKS or tokens[draft.last - 1].word.core == "ذلك"
        ):
            closes = self.frames.quote_end_at.get(draft.last - 1)
            if closes is not None and closes.first > draft.first:
                break
            draft.last -= 1

    def _own_clause(self, top: Draft, at: int) -> int:
        """Where the clause begins that a particle at ``at`` vouches for: after ``، فيما`` the report goes on by itself."""
        for k in range(at - 1, max(top.first, at - 60), -1):
            if self.tokens[k].text in "،," and self.cues.is_a(self.tokens[k + 1], "meantime") and k + 3 < at:
                return k + 2
        return top.first

    def _just_told(self, draft: Draft, sentence: Sentence) -> Draft | None:
        """The statement whose quotation has closed right before a particle: both have the same content."""
        k = draft.cue[0]
        while k > sentence.first and self.tokens[k - 1].kind == "punct":
            k -= 1
        for other in reversed(self.done[-REMEMBERED:]):
            if other.cue[0] < sentence.first:
                return None
            if other.last == k < draft.cue[0] and other.kind != "noun" and other.quote is not None:
                return other
        return None

    def _before(self, lowest: Draft | None, sentence: Sentence) -> int:
        """First token of the clause that a trailing particle vouches for."""
        first = sentence.first
        for other in reversed(self.done[-_LONGEST:]):
            if other.cue[0] < sentence.first:
                break
            if other.last > first and other is not lowest and other.outer is None:
                if lowest is None or other.last <= lowest.cue[0]:
                    first = other.last
                if other.kind == "particle":
                    first = max(first, (other.source or other.cue)[1])
        while first < len(self.tokens) - 1 and (
            (self.tokens[first].kind == "punct" and self.tokens[first].text not in '«"“')
            or first in self.frames.credited
            or self.tokens[first].text == "كما"
        ):
            first += 1
        comma = next((k for k in range(first, min(first + 4, len(self.tokens) - 1)) if self.tokens[k].text in "،,"), first)
        turn = any(self.cues.is_a(self.tokens[k], "turn") for k in range(first, comma))
        return comma + 1 if turn else first

    def _first_comma(self, first: int, end: int) -> int:
        """Index of the first comma from ``first`` on: a relative clause inside somebody's speech does not reach beyond it."""
        return next((k for k in range(first + 1, min(end, first + _LONGEST)) if self.tokens[k].text in "،,؛"), -1)

    def sentence_end(self, sentence: Sentence) -> int:
        """Index after the last token of a sentence that is not final punctuation."""
        last = sentence.last
        while last > sentence.first and self.tokens[last - 1].text[0] in _FINAL:
            last -= 1
        return last

    def _end(self, draft: Draft, at: int) -> None:
        if draft.last >= 0 and draft.last <= at:
            return
        floor = max(draft.first, 0)
        last = min(at, floor + _LONGEST)
        while last - 1 > floor and (
            self.tokens[last - 1].text[0] in _FINAL
            or self.tokens[last - 1].text in ("و", "كما", "فيما", "ثم", "بينما", "حيث", "لكنه", "لكنها", "إذ", "اذ")
        ):
            last -= 1
        if draft.pattern == "quote" and draft.quote is None and self.tokens[floor - 1].text in _MARKS:
            while last - 1 > floor and self.tokens[last - 1].text[0] in _FINAL + _MARKS:
                last -= 1  # a quotation whose marks are not a pair
        aside = self.asides.get(last)
        if aside is not None and aside > floor + 1:
            last = aside
            while last - 1 > floor and self.tokens[last - 1].text[0] in _FINAL:
                last -= 1
        if last - 2 > floor and self.tokens[last - 2].word.core in ("الا", "غير", "بيد") and self.frames.is_that(last - 1):
            last -= 2  # …، إلا أنه
            while last - 1 > floor and self.tokens[last - 1].text[0] in _FINAL:
                last -= 1
        draft.last = max(self._before_turn(last, floor), floor)

    def _before_turn(self, last: int, floor: int) -> int:
        """``last`` moved before a trailing ``، من جهته``, which belongs to the next clause."""
        for k in range(last - 1, max(floor, last - 4), -1):
            if self.tokens[k].text in "،,":
                return k if any(self.cues.is_a(self.tokens[m], "turn") for m in range(k, last)) else last
        return last

    def _close_at_quote(self, draft: Draft, end: int) -> None:
        """Content that opens with a quotation ends with it, unless the quotation is a few words of a longer clause."""
        quote = draft.quote
        assert quote is not None
        if quote.last >= end or quote.last > draft.first + _LONGEST:
            draft.last = min(end, draft.first + _LONGEST)
            return
        after = quote.last + 1
        follows = self.tokens[after] if after < len(self.tokens) else None
        length = quote.last - draft.first
        closed = (
            follows is None
            or after >= end
            or follows.kind == "punct"
            or "و" in follows.word.proclitics[:1]
            or follows.text == "و"
        )
        joined = 2 if after + 1 < len(self.tokens) and self.tokens[after + 1].text == "و" else 1
        if follows is not None and follows.text in "،," and after + joined + 1 in self.frames.quote_at:
            closed = False  # «…»، و«…»
        short = 2 if draft.pattern in ("object", "quote") and follows is not None and follows.kind == "punct" else 3
        if (closed and length >= short) or length >= 6:
            draft.last = self._two_dots(draft.first, quote.last)
            while draft.last - 1 > draft.first and self.tokens[draft.last - 1].text[0] in _FINAL:
                draft.last -= 1
        else:
            draft.quote = None
            draft.first -= 1 if draft.first == quote.first else 0

    def _two_dots(self, first: int, last: int) -> int:
        """``last``, or where ``..`` ends the first sentence of a quotation."""
        for k in range(first + 4, min(last - 3, first + _LONGEST)):
            if self.tokens[k].text.startswith(("..", "…")) and self.tokens[k - 1].text != "(":
                return k
        return last

    def _level(self, draft: Draft, stack: list[Draft]) -> int | None:
        """The lowest open statement that ``draft`` closes, or ``None`` when it stands inside all of them."""
        if not stack:
            return None
        floor = 0
        for k, open_draft in enumerate(stack):
            if open_draft.last >= 0 and draft.cue[0] < open_draft.last:
                floor = k + 1  # inside a quotation: what was opened before it stays open
        if floor >= len(stack):
            return None
        if draft.kind == "particle":
            return floor if draft.attached else None
        if not draft.attached or self._goes_on(draft, stack[-1]):
            return None
        comma = self._comma(draft)
        candidates = [k for k in range(floor, len(stack)) if self.agree(draft, stack[k])]
        if draft.source is not None and draft.kind == "verb":
            return floor if comma or len(stack) - floor == 1 else len(stack) - 1
        if not candidates:
            return None
        if not self.clausal(stack[-1], draft.begin if draft.begin >= 0 else draft.cue[0]):
            return candidates[0]
        if draft.kind == "participle" or comma or draft.entry.lemma in CONTINUING:
            return candidates[0]
        if draft.kind == "verb" and self.tokens[draft.cue[1] - 1].word.enclitic:
            return None  # جلس معهم وأبلغهم
        # A conjunction without a comma carries on the innermost clause when its subject can be the same.
        if stack[-1].kind == "verb" and len(stack) > 1 + floor and candidates[-1] == len(stack) - 1:
            return candidates[-1]
        return candidates[0] if len(stack) == 1 and self._reports(draft) else None

    def _goes_on(self, draft: Draft, inner: Draft) -> bool:
        """Whether ``ثم`` joins the cue to what the innermost speaker tells of somebody else; then sets whom it refers to."""
        if draft.kind != "verb" or draft.speaker is not None or draft.entry.lemma in CONTINUING:
            return False
        if self.tokens[draft.cue[0] - 1].text != "ثم" or inner.pattern != "clause" or self.frames.that(inner.first):
            return False
        draft.ref = self.inner_subject(draft, inner)
        return draft.ref is not None

    def _reports(self, draft: Draft) -> bool:
        return draft.entry.slots >= {"clause", "quote"}

    def _comma(self, draft: Draft) -> bool:
        k = (draft.begin if draft.begin >= 0 else draft.cue[0]) - 1
        while k >= 0 and self.tokens[k].text in ("و", "كما", "ثم", "قد", "فيما", "لم", "لا", "لكنه", "لكنها", "بينما"):
            k -= 1
        return k >= 0 and self.tokens[k].text[0] in '،,؛;»”".)'


def nest(drafts: list[Draft]) -> dict[int, int]:
    """For each draft (by position) the position of the innermost other draft in whose content its cue stands."""
    within: dict[int, int] = {}
    open_: list[int] = []
    place = {id(draft): n for n, draft in enumerate(drafts)}
    order = sorted(range(len(drafts)), key=lambda n: (drafts[n].first, -drafts[n].last))
    for n, draft in enumerate(drafts):
        if draft.outer is not None and id(draft.outer) in place:
            within[n] = place[id(draft.outer)]
    holders = set(within.values())
    starts = [(drafts[n].first, n) for n in order if drafts[n].first >= 0]
    s = 0
    for n in sorted(range(len(drafts)), key=lambda n: drafts[n].cue[0]):
        at = drafts[n].cue[0]
        while s < len(starts) and starts[s][0] <= at:
            open_.append(starts[s][1])
            s += 1
        open_ = [k for k in open_ if drafts[k].last > at][-_DEEPEST:]
        if n in within:
            continue
        # Only what something stands within already can be led to; that is hardly ever the next cue.
        held = n in holders
        inside = [k for k in open_ if k != n and drafts[k].outer is not drafts[n] and not (held and _leads_to(k, n, within))]
        if inside:
            within[n] = min(inside, key=lambda k: (drafts[k].last - drafts[k].first, -k))
            holders.add(within[n])
    return within


def _leads_to(k: int, n: int, within: dict[int, int]) -> bool:
    """Whether ``k`` stands, however deep, within ``n``."""
    for _ in range(_DEEPEST):
        if k == n:
            return True
        if k not in within:
            return False
        k = within[k]
    return True

"""The statements layer: who says what, on whose word, with which stance, and what is said within what."""

from __future__ import annotations

from bisect import bisect_left

from rawi.document import Doc, Quote
from rawi.layers.statement_cands import Finder
from rawi.layers.statement_cues import cues
from rawi.layers.statement_frames import Frames
from rawi.layers.statement_links import Links, nest
from rawi.layers.statement_words import Draft
from rawi.lexicon import Lexicon
from rawi.lexicon.coder import actor_coder
from rawi.pipeline import Layer
from rawi.record import Participant, Place, Span, Statement, Time
from rawi.text.clauses import Range


def read_statements(doc: Doc, lexicon: Lexicon) -> None:
    """Add statements to ``doc``: one pass over the tokens finds cues, one over the cues their contents and speakers."""
    table = cues(lexicon)
    frames = Frames(doc, lexicon, table)
    finder = Finder(frames)
    links = Links(frames)
    for sentence in doc.sentences:
        if sentence.last > sentence.first:
            links.close_sentence(finder.find(sentence), sentence)
    drafts = [draft for draft in links.done if draft.first < 0 or _content(frames, draft) is not None]
    drafts.sort(key=lambda draft: (draft.cue[0], draft.first))
    within = nest(drafts)
    coder = actor_coder(lexicon)

    def participant(span: Range) -> Participant:
        quoted = frames.phrases.span(*span)
        coded = coder.code(doc, quoted.start, quoted.end)
        return Participant(quoted.start, quoted.end, quoted.text, coded.code, coded.entity)

    for n, draft in enumerate(drafts):
        content = _content(frames, draft)
        cue = _cue_span(frames, draft)
        source = participant(draft.source) if draft.source else None
        ref = participant(draft.ref) if draft.ref and not draft.source else None
        addressee = [participant(span) for span in draft.addressee]
        spans = [span for span in (cue, source, content) if span is not None]
        start, end = min(span.start for span in spans), max(span.end for span in spans)
        doc.statements.append(
            Statement(
                f"s{n + 1}", start, end, cue, source, ref, addressee, content, draft.stance, _quote(frames, draft, content),
                f"s{within[n] + 1}" if n in within else None, _time(doc, draft, frames), _place(doc, draft, frames),
                f"{draft.entry.where} {draft.kind}:{draft.pattern}",
            )
        )  # fmt: skip


def _cue_span(frames: Frames, draft: Draft) -> Span:
    i, j = draft.cue
    tokens = frames.tokens
    return frames.doc.span(tokens[i].core_start, tokens[j - 1].end)


def _content(frames: Frames, draft: Draft) -> Span | None:
    if draft.first < 0 or draft.first >= draft.last:
        return None
    tokens = frames.tokens
    first = tokens[draft.first]
    start = first.core_start
    end = tokens[draft.last - 1].end
    quote = _around(frames.doc, start)
    if quote is not None and end >= quote.inner_end:
        end = min(end, quote.inner_end) if end <= quote.end else end
    return frames.doc.span(start, end) if end > start else None


def _around(doc: Doc, offset: int) -> Quote | None:
    """The quotation in which the character at ``offset`` stands."""
    k = bisect_left(doc.quotes, offset + 1, key=_start) - 1
    quote = doc.quotes[k] if k >= 0 else None
    return quote if quote is not None and quote.inner_start <= offset < quote.inner_end else None


def _quote(frames: Frames, draft: Draft, content: Span | None) -> str:
    """``direct`` when the content lies inside quotation marks, ``mixed`` when it holds quoted words that are no name."""
    if content is None:
        return "indirect"
    quote = _around(frames.doc, content.start)
    if quote is not None and content.end <= quote.end:
        return "direct"
    if draft.pattern == "quote" and draft.quote is None and frames.tokens[draft.first - 1].text in '"”“«':
        return "direct"  # marks that are not a pair
    quotes = frames.doc.quotes
    for k in range(bisect_left(quotes, content.start, key=_start), len(quotes)):
        quote = quotes[k]
        if quote.start > content.end:
            break
        if quote.inner_end <= content.end and not frames.is_name(quote):
            return "mixed"
    return "indirect"


def _start(span: Quote | Time | Place) -> int:
    return span.start


def _time(doc: Doc, draft: Draft, frames: Frames) -> str | None:
    """A time between the cue and the content, or right before the cue."""
    if draft.first < 0:
        return None
    tokens = frames.tokens
    low = tokens[max(draft.cue[0] - 2, 0)].start
    high = tokens[draft.first].start
    for k in range(bisect_left(doc.times, low, key=_start), len(doc.times)):
        time = doc.times[k]
        if time.start > high:
            break
        if time.end <= high and tokens[draft.cue[0]].sentence == tokens[doc.token_at(time.start)].sentence:
            return time.id
    return None


def _place(doc: Doc, draft: Draft, frames: Frames) -> str | None:
    """Where it was said: a place after في or ب between the cue and the content, outside of speaker and addressees."""
    if draft.first <= draft.cue[1]:
        return None
    tokens = frames.tokens
    inside = [span for span in (draft.source, *draft.addressee) if span is not None]
    low, high = tokens[draft.cue[1]].start, tokens[draft.first].start
    for k in range(bisect_left(doc.places, low, key=_start), len(doc.places)):
        place = doc.places[k]
        if place.start >= high:
            break
        at = doc.token_at(place.start)
        said_in = "ب" in tokens[at].word.proclitics or tokens[at - 1].word.norm == "في"
        if said_in and not any(i <= at < j for i, j in inside):
            return place.id
    return None


LAYER = Layer(
    "statements",
    frozenset({"tokens", "sentences", "quotes", "mentions", "places", "times"}),
    frozenset({"statements"}),
    read_statements,
)

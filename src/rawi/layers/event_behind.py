"""Who is blamed, praised or refused when the clause names a thing or an act: its owner or its doer.

«أشاد بجهود الحكومة» praises the government, «أدان قصف النظام للمخيم» blames who shells and not who is shelled,
«ندد بهجوم بغداد» blames nobody.
"""

from __future__ import annotations

from rawi.layers.event_arguments import Arguments
from rawi.layers.event_doers import Doers
from rawi.layers.event_draft import Draft
from rawi.text.clauses import Range

_JUDGED = frozenset(("ACCUSE", "SUPPORT", "REJECT"))
_AIMED = frozenset(("PROTEST", "REQUEST"))
_BANNED = frozenset(("COERCE",))
# How deep acts stand in acts (عودة الاشتباكات بين كذا وكذا).
_DEEP = 2
# Tokens of a content before its first noun phrase, and from a relative pronoun to its verb.
_OPENING = 4
_RELATIVE = 4
_QUOTED = 4


class Behind:
    """Replaces things and acts among the recipients of one document by those who are behind them."""

    def __init__(self, arguments: Arguments, doers: Doers) -> None:
        self.arguments = arguments
        self.doers = doers
        self.context = arguments.context
        self.phrases = arguments.phrases
        self.tokens = arguments.tokens

    def complete(self, draft: Draft) -> None:
        """Settle whom a verdict is about, and who is behind an act that is forbidden."""
        found = draft.found
        if draft.type in _BANNED:
            spans = (self._doers(span) if self._act(span) else [span] for span in found.recipients)
        elif draft.type in _AIMED:
            spans = ([span] if self._aim(span) else [] for span in found.recipients)
        elif draft.type in _JUDGED:
            spans = (self.party(span) or ([] if draft.own is not None else [span]) for span in self._judged(draft))
        else:
            return
        found.recipients = list(dict.fromkeys(span for group in spans for span in group if span not in found.actors))

    def _aim(self, span: Range) -> bool:
        """Whether a protest or a request can be aimed at the phrase: not at a matter (تأخر الأجور، أوضاعهم)."""
        head = self.phrases.head(*span)
        if self.context.somebody(span) or self.context.classes(head) & {"facility", "target"}:
            return True
        if self.phrases.bare_is(head, "seat") or self.phrases.bare_is(head, "collective"):
            return True
        return not self.phrases.verbal_noun(head) and (not self.tokens[head].word.enclitic or self.doers.alive(span))

    def _judged(self, draft: Draft) -> list[Range]:
        """The recipients so far; those taken from the content of a statement give way to what its content begins with."""
        own, spans = draft.own, draft.found.recipients
        if own is None or own.addressee or own.content is None:
            return spans
        doc = self.context.doc
        first, last = doc.token_at(own.content.start), doc.token_at(max(own.content.end - 1, own.content.start)) + 1
        outside = [span for span in spans if not first <= span[0] < last]
        opening = self._opening(first, min(last, len(self.tokens)))
        if opening is not None and own.stance == "accuse" and (self._act(opening) or not self.context.somebody(opening)):
            return outside  # اتهامات بدعم كذا: what somebody is accused of, not who
        if opening is not None and self._verdict(opening):
            return spans  # أعلن تأييده للحكومة
        return [*outside, opening] if opening is not None else outside

    def _opening(self, first: int, stop: int) -> Range | None:
        for k in range(first, min(first + _OPENING, stop)):
            if self.tokens[k].upos in ("VERB", "AUX") and self.phrases.mention(k) is None:
                return None
            if self.phrases.nominal(k) and not self.phrases.is_a(k, "preposition"):
                end = self.phrases.noun_phrase(k, stop)
                return (k, end) if end > k else None
        return None

    def party(self, span: Range, depth: int = 0) -> list[Range]:
        """Those whom a verdict on this phrase is about: itself if it is somebody, the doers of an act, the owner of a thing."""
        if self._act(span):
            return self._doers(span) or ([] if self._forced(span) else self._owner(span, depth))
        counted = self.phrases.bare_is(span[0], "quantifier") or self.context.counted(span)
        if counted or self.context.somebody(span):
            return [span]
        owner = self._owner(span, depth)
        if owner:
            return owner
        return [span] if self.doers.alive(span) and not self.phrases.verbal_noun(self.phrases.head(*span)) else []

    def _types(self, span: Range) -> set[str]:
        bare = self.tokens[self.phrases.head(*span)].word.bare
        return {frame.type for frame in self.context.frames.nouns.get(bare, ())}

    def _verdict(self, span: Range) -> bool:
        return not self._types(span).isdisjoint(_JUDGED)

    def _forced(self, span: Range) -> bool:
        return "ASSAULT" in self._types(span)

    def _act(self, span: Range) -> bool:
        head = self.phrases.head(*span)
        people = self.context.classes(head) & {"public", "person", "force", "police", "official", "protesters"}
        return self.phrases.mention(head) is None and not people and self.tokens[head].word.bare in self.context.frames.nouns

    def _doers(self, span: Range) -> list[Range]:
        head = self.phrases.head(*span)
        for frame in self.context.frames.nouns[self.tokens[head].word.bare]:
            if frame.type != "-":
                told = self.arguments.noun(head, head + 1, frame)
                return [actor for actor in told.actors if self._people(actor) and actor[0] > head]
        return []

    def _people(self, span: Range) -> bool:
        """Whether the phrase is somebody, or a sound plural, which names people."""
        return self.context.somebody(span) or self.tokens[self.phrases.head(*span)].word.bare.endswith(("ين", "ون"))

    def _owner(self, span: Range, depth: int) -> list[Range]:
        """Whom a thing belongs to: its genitive, its nationality, who follows with ل, the subject of its relative clause."""
        if depth >= _DEEP:
            return []
        head = self.phrases.head(*span)
        _, high = self.arguments.clauses.limits(head)
        for k in range(head + 1, span[1]):
            if self.context.nationality(k) and not self.tokens[k].word.bare.endswith(("ين", "ون")):
                return [(k, k + 1)]
            if self.phrases.preposition(k) or not self.phrases.nominal(k) or self.phrases.adjective(k):
                continue
            end = self.phrases.noun_phrase(k, span[1])
            if end > k and (self._people((k, end)) or self._act((k, end))) and (inner := self.party((k, end), depth + 1)):
                return inner
        return self._owner_after(span[1], high)

    def _owner_after(self, k: int, high: int) -> list[Range]:
        stop = min(k + _QUOTED, high)
        while k < stop and not self.phrases.is_a(k, "relative"):
            if self.tokens[k].text not in '«»"“”' and not (self.phrases.adjective(k) and self.tokens[k].word.definite):
                break
            k += 1  # التصريحات «العدوانية» لفلان
        if k >= high:
            return []
        if self.phrases.preposition(k) == "ل":
            first = k if self.tokens[k].word.core != "ل" else k + 1
            end = self.phrases.noun_phrase(first, high)
            return [(first, end)] if end > first and self.context.somebody((first, end)) else []
        if self.phrases.is_a(k, "relative"):
            for v in range(k + 1, min(k + _RELATIVE, high)):
                if self.tokens[v].upos == "VERB" and self.tokens[v].word.verbs:
                    subject = self.arguments.clauses.subject_after(v, lemma=self.tokens[v].word.verbs[0].lemma)
                    return [subject] if subject is not None and self.context.somebody(subject) else []
        return []

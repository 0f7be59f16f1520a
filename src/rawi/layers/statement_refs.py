"""Whom a pronoun or an unexpressed subject of a cue stands for."""

from __future__ import annotations

from rawi.document import Doc, Sentence, Token
from rawi.layers.statement_frames import Frames
from rawi.layers.statement_verbs import CONTINUING
from rawi.layers.statement_words import Draft, gender_of
from rawi.text.clauses import Range

REMEMBERED = 12
_ORDERING = frozenset(("أمر", "وجه", "أوعز", "قرر"))  # nobody orders by the mouth of a document that tells of it
_TRIED = 6  # verbs whose subject is asked for


class References:
    """Resolves speakers among the drafts that are done, by agreement and nearness."""

    def __init__(self, frames: Frames) -> None:
        self.frames = frames
        self.doc: Doc = frames.doc
        self.tokens = frames.tokens
        self.cues = frames.cues
        self.done: list[Draft] = []

    def clausal(self, draft: Draft, at: int) -> bool:
        """Whether the content of ``draft`` before token ``at`` has a finite verb, so that something can be joined to it."""
        if draft.first < 0:
            return False
        return draft.pattern in ("clause", "quote") or any(self.frames.finite(k) for k in range(draft.first, at))

    def agree(self, draft: Draft, other: Draft) -> bool:
        """Whether the unexpressed subject of ``draft`` can be the speaker of ``other``."""
        gender, number = self.features(other)
        if other.speaker and other.speaker[0] <= draft.cue[0] < other.speaker[1]:
            return False  # مصادر وصفتها بالخاصة
        if other.speaker and self.frames.abstract(self.frames.phrases.head(*other.speaker)):
            return False
        acts = "feeling" in draft.entry.slots or draft.entry.lemma in _ORDERING or draft.pattern == "called"
        if acts and other.speaker and self.frames.speaker_kind(other.speaker) == "document":
            return False
        if draft.number == "p" and number != "s":
            return True
        if draft.gender != "x" and gender != "x" and draft.gender != gender:
            return False
        return draft.number == "x" or number == "x" or (draft.number == "p") == (number == "p")

    def features(self, draft: Draft) -> tuple[str, str]:
        """Gender and number of the speaker of ``draft``."""
        span = draft.speaker
        if span is None:
            return (draft.gender, draft.number) if draft.own else ("x", "x")
        return self.span_features(span, draft.gender if draft.kind in ("verb", "participle") else "x")

    def span_features(self, span: Range, seen: str = "x") -> tuple[str, str]:
        """Gender and number of a noun phrase; ``seen`` is the gender that its verb showed."""
        if self.tokens[span[0]].word.bare in ("احد", "احدي"):
            return ("f" if self.tokens[span[0]].word.bare == "احدي" else "m"), "s"
        head = self.frames.phrases.head(*span)
        token = self.tokens[head]
        bare = token.word.bare
        number = "x"
        if self._several(span) or (bare.endswith(("ون", "ين")) and len(bare) > 4 and token.upos != "PROPN"):
            number = "p"
        elif {r.number for r in token.word.nouns} == {"s"}:
            number = "s"
        gender = gender_of(token)
        if head in self.frames.person_starts:
            number = "s"
            gender = "x"
        if token.word.bare in ("عدد", "بعض", "جميع") or token.word.norm in ("عدد", "بعض"):
            return "x", "x"
        return (seen if seen != "x" and number != "p" else gender), number

    def _several(self, span: Range) -> bool:
        """Whether a phrase joins two speakers (السعودية ومصر) and not two things of one (رئيس كتلة التغيير والإصلاح)."""
        parts = self.frames.phrases.conjuncts(*span)
        kind = self.frames.speaker_kind
        return len(parts) > 1 and any(kind(part) in ("person", "name", "place", "body") for part in parts[1:])

    def refer(self, draft: Draft, stack: list[Draft], sentence: Sentence) -> None:
        """Find whom the pronoun or unexpressed subject of ``draft`` stands for."""
        if draft.source is not None or draft.ref is not None or draft.nobody:
            return
        if draft.kind == "noun" and not draft.own:
            return
        here = [d for d in self.done[-REMEMBERED:] if d.cue[0] >= sentence.first and d.speaker and d.kind != "particle"]
        if draft.kind == "participle":
            if not stack:
                here.sort(key=lambda d: not d.nested)  # who spoke inside a speech comes last
            draft.ref = self._doer(draft, stack, here)
            if draft.ref is not None:
                return
        if draft.kind == "noun" and draft.pattern == "doer":
            draft.ref = self.subject_nearby(draft, sentence, anyone=True)
            return
        for other in (
            (*reversed(stack), *(d for d in reversed(here) if d not in stack)) if draft.kind != "verb" else reversed(here)
        ):
            if other.speaker and self.agree(draft, other) and other is not draft:
                draft.ref = other.speaker
                return
        if (
            stack
            and draft.kind == "verb"
            and stack[-1].first >= 0
            and stack[-1].pattern in ("clause", "quote", "الي", "ب", "علي")
        ):
            draft.ref = self.inner_subject(draft, stack[-1])
            if draft.ref is not None:
                return
        if draft.entry.lemma not in CONTINUING:
            draft.ref = self.subject_nearby(draft, sentence)
            if draft.ref is not None:
                return
        if draft.entry.lemma in _ORDERING:
            teller = next((d for d in reversed(self.done[-REMEMBERED:]) if d.speaker and not d.nested and d.first >= 0), None)
            if teller is not None and self.frames.speaker_kind(teller.speaker or (0, 1)) == "document":
                draft.ref = self.inner_subject(draft, teller)
                if draft.ref is not None:
                    return
        remembered = [d for d in reversed(self.done[-REMEMBERED:]) if d.speaker and d.outer is None and self.agree(draft, d)]
        told = [d for d in remembered if not d.nested and d.kind not in ("particle", "noun")]
        for other in (*told, *remembered):
            draft.ref = other.speaker
            return

    def _doer(self, draft: Draft, stack: list[Draft], here: list[Draft]) -> Range | None:
        """The subject of the verb right before a participle when that verb is no cue itself (رد الوزير قائلا)."""
        low = max(0, draft.cue[0] - 12, *(d.cue[1] for d in here), *(d.last for d in here))
        if stack and stack[-1].last < 0:
            low = max(low, stack[-1].cue[1]) if not self.clausal(stack[-1], draft.cue[0]) else draft.cue[0]
        for k in range(draft.cue[0] - 1, low - 1, -1):
            if self.tokens[k].text in "،,." or self.frames.that(k):
                return None
            if self.frames.finite(k) and self.tokens[k].word.verbs:
                span, how = self.frames.source(k, self.tokens[k].word.verbs[0], low, draft.cue[0])
                return span if span is not None and how == "after" and self.frames.speaker_kind(span) else None
        return None

    def inner_subject(self, draft: Draft, outer: Draft) -> Range | None:
        """The noun phrase with which the content of ``outer`` begins, if ``draft`` can carry on with it as its subject."""
        first = outer.first
        stop = min(draft.cue[0], first + 40)
        end = self.frames.phrases.noun_phrase(first, stop)
        if end <= first or self.frames.phrases.preposition(first) or self.frames.that(first):
            return None
        gender, number = self.span_features((first, end))
        if (draft.gender != "x" and gender != "x" and gender != draft.gender) or (draft.number == "p" and number == "s"):
            return None
        of_a_country = self.tokens[first].word.definite and self.frames.gazetteer.is_demonym(self.tokens[first].word.bare)
        return (first, end) if of_a_country or self.frames.speaker_kind((first, end)) else None

    def subject_nearby(self, draft: Draft, sentence: Sentence, *, anyone: bool = False) -> Range | None:
        """The subject of the nearest finite verb before the cue in its sentence that can be the subject of the cue too.

        :param anyone: whether a noun that is not known to speak will do (خرج العمال للمطالبة), as long as it can act.
        """
        low = max(sentence.first, draft.cue[0] - 60)
        tried = 0
        for k in range(draft.cue[0] - 1, low - 1, -1):
            token = self.tokens[k]
            heads = (
                _may_act(token)
                and k > low
                and (
                    self.tokens[k - 1].text in "،," or self.tokens[k - 1].word.norm == "ذلك"  # …، تداول ناشطون
                )
            )
            if not token.word.verbs or not (token.upos == "VERB" or heads):
                continue
            tried += 1
            if tried > _TRIED:
                return None
            reading = token.word.verbs[0]
            span, how = self.frames.source(k, reading, sentence.first, draft.cue[0])
            if span is None or how == "relative" or (how == "bare" and self.frames.speaker_kind(span) == "document"):
                continue
            gender, number = self.span_features(span, reading.gender)
            if draft.gender != "x" and gender != "x" and gender != draft.gender:
                continue
            if self.frames.preposition(span[0]):
                continue
            if (draft.number == "p" and number == "s") or (draft.number == "s" and number == "p"):
                continue
            speaks = self.frames.speaker_kind(span) or (anyone and not self.frames.abstract(self.frames.phrases.head(*span)))
            if not speaks or span[1] > draft.cue[0]:
                continue
            return span
        return None


def _may_act(token: Token) -> bool:
    """Whether a word tagged as a noun could be a verb: it has no article and nothing attached."""
    return token.upos == "NOUN" and not token.word.definite and not token.word.proclitics and not token.word.enclitic

"""Whom a demonstration is aimed at, and who demonstrates when the word for the demonstration does not say."""

from __future__ import annotations

from rawi.layers.event_arguments import Arguments
from rawi.layers.event_draft import Draft
from rawi.lexicon import Column, Lexicon, Table
from rawi.text.clauses import Range
from rawi.text.fold import fold

AIMS = Table(
    "protest_aims",
    ("protest_aims.tsv",),
    (
        Column("word", required=True),
        Column("match", required=True, choices=("word", "stem")),
        Column("preposition", choices=("على", "ب", "ل", "من")),
        Column("gloss", required=True),
    ),
    ("word", "preposition"),
)
_REACH = 34


class Cues:
    """The words of ``protest_aims.tsv``, folded, with the prepositions of the party they lead to ("" for an object)."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.words: dict[str, list[str]] = {}
        self.stems: dict[str, list[str]] = {}
        for row in lexicon.rows(AIMS):
            table = self.words if row["match"] == "word" else self.stems
            table.setdefault(fold(row["word"]), []).append(fold(row["preposition"]))
        self._lengths = sorted({len(stem) for stem in self.stems}, reverse=True)

    def of(self, core: str, norm: str) -> list[str]:
        """The prepositions of a word, by its longest stem; empty when it leads to nobody."""
        found = self.words.get(core) or self.words.get(norm)
        if found:
            return found
        for length in self._lengths:
            found = self.stems.get(core[:length])
            if found:
                return found
        return []


class Aims:
    """Completes the protests of one document."""

    def __init__(self, arguments: Arguments, lexicon: Lexicon) -> None:
        self.arguments = arguments
        self.context = arguments.context
        self.phrases = arguments.phrases
        self.tokens = arguments.tokens
        self.cues = lexicon.compiled(Cues)

    def complete(self, draft: Draft) -> None:
        """Add the target and the demonstrators told elsewhere in the sentence to a protest that lacks them."""
        if draft.type != "PROTEST" or draft.own is not None:
            return
        last = self.context.doc.sentences[self.tokens[draft.first].sentence].last
        self._doers(draft, last)
        if not any(self._party(span) for span in draft.found.recipients):
            stop = min(last, draft.last + _REACH)
            causes = (self._somebody(*span, ousted=False) for span in draft.found.recipients)
            target = self._target(draft.last, stop) or next(filter(None, causes), None) or self._faced(draft, stop)
            if target is not None:
                draft.found.recipients = [target]

    # -- who demonstrates -----------------------------------------------------------------------------------------------------

    def _doers(self, draft: Draft, last: int) -> None:
        draft.found.actors = [span for span in draft.found.actors if not self._happening(span) and not self._cue(span[0])]
        before = self._described(draft)
        if before is not None:
            draft.found.actors = [before]
        if not draft.found.actors:
            for k in range(draft.last, min(last, draft.last + _REACH)):
                if {"protesters", "person"} <= self.context.classes(k) and self.phrases.nominal(k):
                    draft.found.add("actor", (k, max(self.phrases.noun_phrase(k, last, coordinate=False), k + 1)))
                    return

    def _cue(self, k: int) -> bool:
        """Whether token ``k`` says how people demonstrate (مظاهرات | مناوئة للحكومة) and is nobody."""
        word = self.tokens[k].word
        return word.bare.endswith("ه") and not word.definite and bool(self.cues.of(word.core, word.norm))

    def _described(self, draft: Draft) -> Range | None:
        """The indefinite demonstrators right before a verb that tells about them: تفريق ألف متظاهر احتجوا على الجدار."""
        i = draft.first
        sentence = self.context.doc.sentences[self.tokens[i].sentence]
        if not draft.verb or i <= sentence.first or self.phrases.coordinated(i):
            return None
        word = self.tokens[i - 1].word
        if word.definite or not {"protesters", "person"} <= self.context.classes(i - 1):
            return None
        first = i - 1
        while first > sentence.first and self._counts(first - 1):
            first -= 1
        return first, i

    def _counts(self, k: int) -> bool:
        token = self.tokens[k]
        return token.kind == "number" or token.upos == "NUM" or self.phrases.bare_is(k, "quantifier")

    def _happening(self, span: Range) -> bool:
        """Whether the phrase is the demonstration itself (اندلعت مظاهرات), not who demonstrates."""
        head = self.phrases.head(*span)
        word = self.tokens[head].word
        people = self.context.classes(head) & {"public", "person", "force"}
        return word.bare in self.context.frames.nouns and not people

    # -- against whom ---------------------------------------------------------------------------------------------------------

    def _party(self, span: Range) -> bool:
        """Whether the phrase is somebody rather than a building or a cause."""
        head = self.phrases.head(*span)
        if self.phrases.mention(head) is not None or self.context.nationality(span[0]):
            return True
        return bool(self.context.classes(head) & {"public", "person", "force", "official", "civil", "police"})

    def _target(self, first: int, stop: int) -> Range | None:
        for k in range(first, stop - 1):
            word = self.tokens[k].word
            for preposition in self.cues.of(word.core, word.norm):
                start, ousted = self._governed(k, preposition, stop)
                found = self._somebody(start, stop, ousted) if start is not None else None
                if found is not None:
                    return found
        return None

    def _governed(self, k: int, preposition: str, stop: int) -> tuple[int | None, bool]:
        """First token of what the cue at ``k`` governs, and whether it is somebody who is to go (مطالبين باستقالة فلان)."""
        if not preposition:
            after = k + 1
            demanded = False
            while after + 1 < stop and (self.tokens[after].text in '«"“' or self.tokens[after].word.core == "ب"):
                demanded = demanded or self.tokens[after].word.core == "ب"  # تطالب بـ«استقالة فلان»
                after += 1
            if after < stop and self.tokens[after].word.bare in self.context.words["ousted"]:
                return (after + 1, True) if demanded or self.phrases.preposition(after) == "ب" else (after, False)
            return (after if after < stop and self.phrases.preposition(after) is None else None), False
        for m in range(k + 1, min(k + 4, stop)):
            if self.tokens[m].kind == "punct" and self.tokens[m].text not in '«"“':
                return None, False
            if self.phrases.preposition(m) == preposition:
                return (m if preposition in ("ب", "ل") and self.tokens[m].word.core != preposition else m + 1), False
        return None, False

    def _somebody(self, start: int, stop: int, ousted: bool) -> Range | None:
        """The phrase at ``start`` when it is somebody, else the doer of the deed or the nationality that it names."""
        while start < stop and self.tokens[start].kind == "punct":
            start += 1
        if start >= stop:
            return None
        end = self.phrases.noun_phrase(start, stop)
        if end <= start or self.phrases.outside(start):
            return None
        if ousted or self.context.somebody((start, end)):
            return (start, end)  # who is to go is somebody, if no list knows the name
        doer = next(iter(self.arguments.agents(start + 1)), None) if self.phrases.verbal_noun(start) else None
        if doer is not None:
            return doer  # احتجاجا على مقتل مدنيين على يد الشرطة
        for k in range(start + 1, min(end + 1, stop)):
            if self.tokens[k].kind == "punct" and self.tokens[k].text not in '«"“':
                return None
            if self.context.nationality(k) or (self.tokens[k].upos == "PROPN" and self.phrases.verbal_noun(start)):
                return (k, k + 1)  # احتجاجا على زيارة فلان
            inner = self.phrases.noun_phrase(k, stop)
            if inner > k and self.phrases.nominal(k) and self.context.somebody((k, inner)):
                return (k, inner)
        return None

    def _faced(self, draft: Draft, stop: int) -> Range | None:
        """The embassy, ministry or seat of power that demonstrators stand in front of or march to."""
        for k in range(draft.last, stop - 1):
            if self.tokens[k].text in ".؛؟!":
                return None
            core = self.tokens[k].word.core
            if core not in self.context.words["front"] and core not in self.context.words["toward"]:
                continue
            first = k + 1
            while first < stop and self.tokens[first].word.bare in self.context.words["building"]:
                first += 1
            if first >= stop:
                return None
            seat = first > k + 1 or self.tokens[first].word.bare in self.context.words["seat"]
            end = self.phrases.noun_phrase(first, stop, coordinate=False)
            if end > first and seat and (self.tokens[first].word.definite or end > first + 1):
                return (first, end)
        return None

"""The working state of one report on its way through the layers.

A layer reads what earlier layers have put here and adds its own; nothing else is passed between layers.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

from rawi.record import Entity, Event, Mention, Place, Quantity, Report, Span, Statement, Time
from rawi.sources.problems import Problem


@dataclass(frozen=True, slots=True)
class VerbReading:
    """One way to read a word as a verb.

    ``lemma`` is the third person masculine singular perfect, unvocalised (أعلن); ``tense`` is ``past``, ``present``
    or ``imperative``; ``person`` is ``1``–``3``; ``gender`` ``m``, ``f`` or ``x``; ``number`` ``s``, ``d`` or ``p``; ``voice``
    is ``active``, ``passive`` or ``either`` where unvocalised writing cannot tell (قتل).
    """

    lemma: str
    tense: str
    person: str
    gender: str
    number: str
    voice: str


@dataclass(frozen=True, slots=True)
class NounReading:
    """One way to read a word as a noun, participle or adjective.

    ``verb`` is the verb lemma when the noun is its verbal noun or participle; ``kind`` is ``masdar``, ``active-participle``,
    ``passive-participle``, ``noun``, ``adjective`` or ``name``; ``number`` is ``s``, ``d`` or ``p``.
    """

    lemma: str
    kind: str
    number: str
    verb: str | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """What the language tells of a written word apart from its context; shared by all tokens written alike.

    ``proclitics`` + ``stem`` + ``enclitic`` are the word's letters as written. The keys for matching are folded (hamza seats,
    ta marbuta, alef maqsura, tatweel, diacritics): ``norm`` is the whole word, ``core`` the word without its clitics
    (للمدنيين → المدنيين: the article that لل hides is restored), ``bare`` the core without its article.
    """

    proclitics: tuple[str, ...]
    stem: str
    enclitic: str
    norm: str
    core: str
    bare: str
    definite: bool
    lemma: str
    upos: str
    verbs: tuple[VerbReading, ...] = ()
    nouns: tuple[NounReading, ...] = ()


@dataclass(slots=True)
class Token:
    """A word, number, Latin run or punctuation mark at ``text[start:end]``.

    ``kind`` is ``word`` (Arabic letters), ``number``, ``latin`` or ``punct``; ``upos`` is the Universal Dependencies tag in
    context; ``sentence`` is the index of its sentence. ``core_start``/``core_end`` bound the word without attached
    conjunctions, prepositions and pronoun endings (a written-together لل is never cut).
    """

    i: int
    start: int
    end: int
    text: str
    kind: str
    word: Word
    upos: str
    sentence: int
    core_start: int
    core_end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """Characters ``start:end`` and tokens ``first:last`` (half open)."""

    i: int
    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted characters ``start:end``, marks included; ``inner`` bounds leave the marks out; ``closed`` is false when the
    closing mark is missing and the end of the sentence stands in for it. ``first:last`` are the tokens inside the marks."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    first: int
    last: int
    closed: bool


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something a layer considered and did not write down, with the reason; shown by ``rawi explain``."""

    layer: str
    start: int
    end: int
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Credit:
    """Characters that say where the report comes from and tell no news: ``kind`` is ``byline``, ``agency``, ``dateline`` or
    ``outlet``; ``name`` is the person, agency, place or outlet."""

    kind: str
    start: int
    end: int
    name: str


@dataclass(slots=True)
class Doc:
    """One report in work. The lists stay in text order."""

    report: Report
    text: str
    title_end: int = 0
    tokens: list[Token] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    dropped: list[Dropped] | None = None
    # By id of statement or event, what its confidence is made of, when the reader was asked to explain itself.
    weighed: dict[str, tuple[tuple[str, float], ...]] = field(default_factory=dict)
    # What one layer has worked out about the document and another can use again, by a name of its own.
    shared: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)
    _ends: list[int] = field(default_factory=list, repr=False, compare=False)

    def span(self, start: int, end: int) -> Span:
        """The characters ``start:end``, quoted."""
        return Span(start, end, self.text[start:end])

    def drop(self, layer: str, start: int, end: int, what: str, why: str) -> None:
        """Keep a note of a candidate that was not written down, when the reader was asked to explain itself."""
        if self.dropped is not None:
            self.dropped.append(Dropped(layer, start, end, what, why))

    def token_at(self, offset: int) -> int:
        """Index of the first token that ends after ``offset`` (``len(tokens)`` when there is none)."""
        if len(self._ends) != len(self.tokens):
            self._ends = [token.end for token in self.tokens]
        return bisect_right(self._ends, offset)

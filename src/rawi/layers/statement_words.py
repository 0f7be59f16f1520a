"""What the statements layer asks of single words and phrases, and the drafts it builds from them."""

from __future__ import annotations

from dataclasses import dataclass, field

from rawi.document import Doc, NounReading, Quote, Token, Word
from rawi.layers.statement_cues import Cue, Cues
from rawi.lexicon import Lexicon
from rawi.lexicon.gazetteer import gazetteer
from rawi.text.clauses import Clauses, Range
from rawi.text.phrases import Phrases

WINDOW = 150
_UNASKED = 9
_PRONOUNS = ("ه", "ها", "هم", "هن", "هما", "ني", "ي", "نا", "ك", "كم")
THAT = frozenset(("ان", "بان", "فان", "وان", "الا", "بالا"))
THAT_PRONOUN = frozenset(f"{base}{pronoun}" for base in ("ان", "بان", "فان", "وان") for pronoun in _PRONOUNS) - {"اني"} | {
    "انني", "اننا", "بانني", "باننا", "اني",
}  # fmt: skip


@dataclass(slots=True)
class Draft:
    """A statement in the making; ranges are tokens, half open."""

    cue: Range
    entry: Cue
    kind: str
    stance: str
    pattern: str
    gender: str = "x"
    number: str = "x"
    source: Range | None = None
    ref: Range | None = None
    addressee: list[Range] = field(default_factory=list)
    first: int = -1
    last: int = -1
    quote: Quote | None = None
    outer: Draft | None = None
    nobody: bool = False
    attached: bool = False
    own: bool = False
    nested: bool = False
    begin: int = -1  # where the clause of the cue begins, when only adjuncts stand before the cue (وفي وقت سابق، قال)

    @property
    def speaker(self) -> Range | None:
        """The source, or what a pronoun or an unexpressed subject refers to."""
        return self.source or self.ref


@dataclass(frozen=True, slots=True)
class Intro:
    """Where the content begins, what introduced it, and the addressees met on the way."""

    first: int
    slot: str
    addressee: tuple[Range, ...] = ()
    quote: Quote | None = None
    stance: str = ""  # when the words found set it (أعرب عن قلقه)
    cue_end: int = 0  # when they belong to the cue (أبدى تعاطفا)


class Words:
    """The words of one document as the statements layer sees them."""

    def __init__(self, doc: Doc, lexicon: Lexicon, cues: Cues) -> None:
        self.doc = doc
        self.tokens = doc.tokens
        self.cues = cues
        self.phrases = Phrases.of(doc, lexicon)
        self.clauses = Clauses(self.phrases)
        self.gazetteer = gazetteer(lexicon)
        # One more than there are tokens: the position after the last one may be asked about too.
        self._that = bytearray([_UNASKED]) * len(doc.tokens) + bytes([0])
        self.quote_at: dict[int, Quote] = {}
        self.quote_end_at: dict[int, Quote] = {}
        for quote in doc.quotes:
            if quote.last > quote.first:
                self.quote_at.setdefault(quote.first, quote)
                self.quote_end_at[quote.last] = quote
        starts = [(doc.token_at(m.start), m.kind) for m in doc.mentions if m.kind != "role"]
        starts = [(k, kind) for k, kind in starts if k < len(self.tokens) and self.tokens[k].upos not in ("SCONJ", "ADP")]
        self.person_starts = {k for k, kind in starts if kind == "person"}
        self.named = {k for k, _ in starts}
        self.inside = bytearray(len(doc.tokens) + 1)
        for m in doc.mentions:
            if m.kind != "role" and self.tokens[doc.token_at(m.start)].upos not in ("SCONJ", "ADP"):
                for k in range(doc.token_at(m.start), min(doc.token_at(max(m.end - 1, m.start)) + 1, len(doc.tokens))):
                    self.inside[k] = 1
        self.credited = {
            k for credit in doc.credits for k in range(doc.token_at(credit.start), doc.token_at(max(credit.end - 1, 0)) + 1)
        }
        self.place_starts = {doc.token_at(p.start) for p in doc.places}

    def drop(self, draft: Draft, why: str) -> None:
        """Note a draft that is not written down."""
        if self.doc.dropped is not None:
            start, end = self.tokens[draft.cue[0]].start, self.tokens[draft.cue[1] - 1].end
            self.doc.drop("statements", start, end, self.doc.text[start:end], why)

    def that(self, i: int) -> int:
        """1 when token ``i`` is أن/إن, 2 when it carries a pronoun (أنه), 0 when neither or part of a conjunction (بعد أن)."""
        found = self._that[i]
        if found == _UNASKED:
            found = self._that[i] = self._is_that(i)
        return found

    def _is_that(self, i: int) -> int:
        token = self.tokens[i]
        if token.kind != "word" or (i and self.cues.is_a(self.tokens[i - 1], "conjunction")):
            return 0
        norm = token.word.norm
        if norm in THAT:
            if norm in ("الا", "بالا"):
                return 1 if "ألا" in token.text else 0
            return 1
        return 2 if norm in THAT_PRONOUN and not (norm == "انا" and "إ" not in token.text) else 0

    def pronoun_that(self, i: int) -> bool:
        """Whether token ``i`` is أن with a pronoun, alone or in لأنه، لكنه: somebody is the subject of what follows."""
        if i < 0:
            return False
        norm = self.tokens[i].word.norm
        if self.tokens[i].word.enclitic and self.finite(i):
            return True  # جعلته يعتقد
        return self.that(i) == 2 or norm[-3:] in ("انه", "كنه") or norm[-4:] in ("انها", "كنها", "انهم")

    def is_that(self, i: int) -> bool:
        """Whether أن or أنه is written at token ``i``, part of a conjunction or not."""
        return self.tokens[i].word.norm in THAT or self.tokens[i].word.norm in THAT_PRONOUN

    def after_that(self, i: int) -> int:
        """First token of the content after أن/إن at ``i``: the word itself when its pronoun is the subject of what is said."""
        if i + 2 in self.quote_at and self.tokens[i + 1].kind == "punct":
            return i + 1  # أنه «…»
        if (
            self.that(i) == 2
            and i + 1 < len(self.tokens)
            and (self.tokens[i].word.norm[-1] != "ه" or not self.cues.is_a(self.tokens[i + 1], "impersonal"))
        ):
            return i
        return i + 1

    def speaker_kind(self, span: Range) -> str | None:
        """What a phrase is as a speaker by its head: person, body, document, outlet, name, place; ``None`` if nothing."""
        i, j = span
        head = self.phrases.head(i, j)
        word = self.tokens[head].word
        kind = self._calling(word)
        if kind:
            return kind
        for k in (i, head):
            if k in self.place_starts:
                return "place"
            if k in self.named:
                return "name"
        if self.tokens[head].upos == "PROPN" or self.tokens[head].kind == "latin":
            return "name"
        if word.bare.endswith(("يون", "يين")) and len(word.bare) > 5:
            return "person"
        return None

    def _calling(self, word: Word) -> str | None:
        """The kind of a speaker's noun, also in the dual and the construct plural (مصدران، ممثلو)."""
        bare = word.bare
        ending = 2 if bare.endswith(("ان", "ين")) else 1 if bare.endswith("و") else 0
        if bare.endswith("ا") and not word.definite and self.cues.speakers.get(bare[:-1]) == "document":
            return "document"  # بيانا
        if word.definite and word.proclitics[-1:] == ("ل",) and (kind := self.cues.speakers.get("ل" + bare)):
            return kind  # للجنة: of a committee as well as of the committee
        for key in (word.core, bare, word.norm, bare[:-ending] if ending and len(bare) > 4 else bare):
            kind = self.cues.speakers.get(key)
            if kind:
                return kind
        if bare.endswith("ه") and self.cues.speakers.get(bare[:-1]) == "person":  # حاكمة، مستشارة
            return "person"
        return None

    def abstract(self, i: int) -> bool:
        """Whether token ``i`` is a verbal noun or another word that does not speak."""
        word = self.tokens[i].word
        if i in self.named or i in self.place_starts or self._calling(word):
            return False
        return any(reading.kind == "masdar" for reading in word.nouns)

    def preposition(self, i: int) -> str | None:
        """The preposition at token ``i``; the attached one of بدعم، بحضور …, which elsewhere are prepositions as a whole."""
        found = self.phrases.preposition(i)
        word = self.tokens[i].word
        attached = word.proclitics[-1:] in (("ب",), ("ل",)) and word.core != "ذلك"
        if found is None and attached and self.tokens[i].upos in ("DET", "PRON", "NUM"):
            return word.proclitics[-1]  # بأي، لهذا
        if found is not None and found == word.norm and word.proclitics and self.abstract(i):
            return word.proclitics[-1]
        return found

    def negated(self, i: int) -> int:
        """Index of the negation right before the verb ``i``, or -1."""
        if i > 0 and self.tokens[i - 1].word.core in ("لم", "لن", "لا", "ما", "ليس", "دون"):
            return i - 1
        return -1

    def bare_relative(self, k: int) -> bool:
        """Whether token ``k`` is a verb with a pronoun after an indefinite noun (في مؤتمر عقده): a relative clause."""
        word = self.tokens[k].word
        if not (word.verbs and word.enclitic) or k == 0:
            return False
        before = self.tokens[k - 1]
        adverb = self.phrases.is_a(k - 1, "adverb")
        return before.kind == "word" and not adverb and not before.word.definite and before.upos in ("NOUN", "ADJ")

    def bare_verb(self, k: int) -> bool:
        """Whether a verb at ``k`` right after an indefinite noun begins a relative clause (قال رجل كان يقف هناك إن …)."""
        before = self.tokens[k - 1]
        word = before.word
        return (
            before.kind == "word"
            and before.upos in ("NOUN", "ADJ")
            and not (word.definite or word.enclitic or self.inside[k - 1])
        )

    def finite(self, k: int) -> bool:
        """Whether token ``k`` is a finite verb and not a name that looks like one."""
        token = self.tokens[k]
        return token.upos == "VERB" and not token.word.definite and not self.inside[k] and k not in self.place_starts

    def unknown(self, k: int) -> bool:
        """Whether token ``k`` is a name, or a word without article and clitics that no table knows: most likely a name."""
        token = self.tokens[k]
        word = token.word
        if token.kind != "word" or word.definite or word.proclitics or k in self.place_starts or self.that(k):
            return False
        if self.inside[k] or token.upos == "PROPN":
            return True
        if self.cues.bare_is(token, "claimed") or self.phrases.bare_is(k, "quantifier") or self._calling(word):
            return False
        return not (word.verbs or word.nouns or word.enclitic) and token.upos in ("NOUN", "X") and not word.bare.endswith("ه")

    def is_name(self, quote: Quote) -> bool:
        """Whether what is quoted is a name and not speech: a known name, or a short one after تنظيم، صحيفة …"""
        if quote.last - quote.first > 5:
            return False
        if quote.first in self.named or quote.first - 1 in self.named:
            return True
        k = quote.first - 2
        if k >= 0 and self.cues.bare_is(self.tokens[k], "named by"):
            return True
        return k >= 1 and self.cues.bare_is(self.tokens[k - 1], "named by") and quote.last - quote.first <= 3


def gender_of(token: Token) -> str:
    """The gender that agreement shows for a noun: ``f`` for ة, ات and broken plurals of things; ``x`` when unknown."""
    word = token.word
    if word.stem.endswith("ة") or word.bare.endswith("ات"):
        return "f"
    readings: tuple[NounReading, ...] = word.nouns
    if readings and {r.number for r in readings} == {"s"} and token.upos != "PROPN":
        return "m"
    return "x"

"""The words by which a report puts something on somebody's word, compiled from the cue tables for lookup by lemma or form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rawi.document import Token, VerbReading
from rawi.lexicon import Column, Lexicon, PhraseMatcher, Row, Table
from rawi.record import STANCES
from rawi.text.fold import DIACRITICS, fold

PREPOSITIONS = ("ب", "ل", "إلى", "على", "عن", "من", "في", "مع", "بشأن", "إزاء", "حول", "بسبب")
SLOTS = (
    "clause", "near", "quote", "object", "bare", "question", "feeling", "responsibility", "claim", "predicate", "called",
    *PREPOSITIONS, *(f"{preposition}+" for preposition in PREPOSITIONS),
)  # fmt: skip
SHADDA = "\u0651"
_ADDRESSEE = ("object", "owner", *PREPOSITIONS)
_STANCE = Column("stance", required=True, choices=STANCES)
_CONTENT = Column("content", choices=SLOTS, many=True)
_TO_WHOM = Column("addressee", choices=_ADDRESSEE, many=True)
_GLOSS = Column("gloss", required=True)

VERBS = Table(
    "cues_verbs",
    ("cues_verbs.tsv",),
    (Column("cue", required=True), _STANCE, _CONTENT, _TO_WHOM, Column("negated", choices=STANCES), _GLOSS),
    ("cue", "content"),
)
NOUNS = Table(
    "cues_nouns",
    ("cues_nouns.tsv",),
    (
        Column("cue", required=True), _STANCE, _CONTENT, _TO_WHOM,
        Column("owner", required=True, choices=("owner", "light", "free", "doer")), _GLOSS,
    ),
    ("cue",),
)  # fmt: skip
LIGHT = Table(
    "cues_light",
    ("cues_light.tsv",),
    (
        Column("cue", required=True), Column("words"), Column("stance", choices=STANCES), _CONTENT, _TO_WHOM, _GLOSS,
    ),
    ("cue", "words"),
)  # fmt: skip
FEELINGS = Table("cues_feelings", ("cues_feelings.tsv",), (Column("noun", required=True), _STANCE, _GLOSS), ("noun",))
PARTICLES = Table(
    "cues_particles",
    ("cues_particles.tsv",),
    (
        Column("phrase", required=True),
        Column("kind", required=True, choices=("owner", "clause", "document", "own", "relay")), _STANCE, _GLOSS,
    ),
    ("phrase",),
)  # fmt: skip
SPEAKERS = Table(
    "cues_speakers",
    ("cues_speakers.tsv", "cues_documents.tsv"),
    (
        Column("noun", required=True),
        Column("kind", required=True, choices=("person", "body", "document", "outlet")), _GLOSS,
    ),
    ("noun",),
)  # fmt: skip

CLASSES = (
    "conjunction", "impersonal", "question", "named by", "background", "joining", "auxiliary", "crowd", "claimed", "declined",
    "always verb", "governing", "misread", "turn", "aside", "document", "issued", "opinion", "speechless", "blame",
    "back reference", "explaining", "own voice", "withheld", "process", "footage", "adverbial", "listener", "no name", "voice",
    "spoken in", "stirred", "when", "meanwhile", "objective", "day", "circumstance", "outlet part",
    "commemorated", "meantime", "ordinal", "begins", "governs", "blaming", "marching",
)  # fmt: skip
WORDS = Table(
    "cues_words",
    ("cues_words.tsv", "cues_ends.tsv"),
    (Column("word", required=True), Column("class", required=True, choices=CLASSES), _GLOSS),
    ("word", "class"),
)


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry: the stance it makes, what may introduce the content, and before what the addressee stands (folded)."""

    where: str
    lemma: str
    stance: str
    slots: frozenset[str]
    addressee: frozenset[str]
    negated: str = ""
    kind: str = ""
    words: tuple[str, ...] = ()
    intensive: bool = False  # form II: the participle begins with م


@dataclass(frozen=True, slots=True)
class Cues:
    """All cue tables, compiled."""

    verbs: dict[str, tuple[Cue, ...]]
    light: dict[str, tuple[Cue, ...]]
    nouns: dict[str, Cue]
    feelings: dict[str, Cue]
    particles: PhraseMatcher[Cue]
    speakers: dict[str, str]
    words: dict[str, frozenset[str]]
    background: frozenset[str]

    def is_a(self, token: Token, name: str) -> bool:
        """Whether a word is in a class of ``cues_words.tsv`` or ``cues_ends.tsv``, as written or without an attached و or ف."""
        word, words = token.word, self.words[name]
        return word.norm in words or (bool(word.proclitics) and set(word.proclitics) <= {"و", "ف"} and word.core in words)

    def bare_is(self, token: Token, name: str) -> bool:
        """Whether a word without clitics and article is in a class of ``cues_words.tsv``."""
        return token.word.bare in self.words[name]


def bare_lemma(text: str) -> str:
    """A lemma as verb readings give it: without short vowels and shadda, hamza kept."""
    return text.translate({ord(c): None for c in DIACRITICS})


def _slots(row: Row, column: str) -> frozenset[str]:
    return frozenset(slot if slot in ("clause", "near") else fold(slot) for slot in row.many(column))


def _cue(row: Row, name: str, **more: object) -> Cue:
    return Cue(
        row.where,
        bare_lemma(row[name]),
        row["stance"],
        _slots(row, "content"),
        _slots(row, "addressee"),
        **more,  # type: ignore[arg-type]
    )


def _grouped(cues: Iterable[Cue]) -> dict[str, tuple[Cue, ...]]:
    grouped: dict[str, list[Cue]] = {}
    for cue in cues:
        grouped.setdefault(cue.lemma, []).append(cue)
    return {lemma: tuple(sorted(found, key=lambda cue: -len(cue.words))) for lemma, found in grouped.items()}


def build_cues(lexicon: Lexicon) -> Cues:
    """Compile the cue tables of ``lexicon``."""
    verbs = _grouped(
        _cue(row, "cue", negated=row["negated"], intensive=SHADDA in row["cue"][:-1]) for row in lexicon.rows(VERBS)
    )
    light = _grouped(_cue(row, "cue", words=tuple(fold(word) for word in row["words"].split())) for row in lexicon.rows(LIGHT))
    nouns = {fold(row["cue"]): _cue(row, "cue", kind=row["owner"]) for row in lexicon.rows(NOUNS)}
    empty: frozenset[str] = frozenset()
    feelings = {fold(row["noun"]): Cue(row.where, row["noun"], row["stance"], empty, empty) for row in lexicon.rows(FEELINGS)}
    particles: PhraseMatcher[Cue] = PhraseMatcher(
        (row["phrase"], Cue(row.where, row["phrase"], row["stance"], empty, empty, kind=row["kind"]))
        for row in lexicon.rows(PARTICLES)
    )
    speakers = {fold(row["noun"]): row["kind"] for row in lexicon.rows(SPEAKERS)}
    classes: dict[str, set[str]] = {name: set() for name in CLASSES}
    for row in lexicon.rows(WORDS):
        classes[row["class"]].add(fold(row["word"]))
    background = frozenset(row["word"] for row in lexicon.rows(WORDS) if row["class"] == "background")
    words = {name: frozenset(found) for name, found in classes.items()}
    return Cues(verbs, light, nouns, feelings, particles, speakers, words, background)


def cues(lexicon: Lexicon) -> Cues:
    """The compiled cues of ``lexicon``."""
    return lexicon.compiled(build_cues)


def verb_cues(cues: Cues, token: Token) -> list[tuple[VerbReading, tuple[Cue, ...]]]:
    """The readings of ``token`` as a verb of the cue tables, one a lemma, third persons first, with their entries."""
    found: dict[str, tuple[VerbReading, tuple[Cue, ...]]] = {}
    for reading in token.word.verbs:
        entries = cues.verbs.get(reading.lemma, ()) + cues.light.get(reading.lemma, ())
        if reading.number == "d" and token.word.norm.endswith("ا"):
            entries = tuple(cue for cue in entries if cue.slots & {"clause", "feeling"})  # ثمنا is hardly ever a dual
        if not entries:
            continue
        known = found.get(reading.lemma)
        if known is None or (reading.person == "3" and known[0].person != "3"):
            found[reading.lemma] = (reading, entries)
    return sorted(found.values(), key=lambda pair: pair[0].person != "3")


_HAL_END = ("ا", "ه", "ين", "ات", "تين")


def participle_cue(cues: Cues, token: Token) -> tuple[str, str, tuple[Cue, ...]] | None:
    """Gender, number and cue entries of ``token`` as a circumstantial participle (مشيرا، مؤكدة، محذرين)."""
    word = token.word
    if word.definite or (word.enclitic and len(word.norm) < 6) or not word.norm.endswith(_HAL_END):
        return None
    if word.proclitics and set(word.proclitics) - {"و", "ف"}:
        return None
    for reading in word.nouns:
        if reading.kind != "active-participle" or reading.verb is None:
            continue
        stem = word.core
        if not (stem[0] == "م" or stem[:1] == "ا" or stem[1:2] == "ا"):
            continue
        found = tuple(cue for cue in cues.verbs.get(reading.verb, ()) if stem[0] == "م" or not cue.intensive)
        if found:
            if stem.endswith("ه"):
                return "f", "s", found
            if stem.endswith("ات"):
                return None
            if stem.endswith("ين"):
                return "m", "p", found
            return "m", "s", found
    return None

"""The frames of events: which words name one, what type it is, and where its actors and recipients stand.

A frame belongs to a verb (finite forms and verbal nouns), a noun or a phrase. Conditions (``when``) decide between frames of
one word: ``object~sanction`` asks for an object of that class, ``!near~sport`` forbids a word of that class in the sentence.
"""

from __future__ import annotations

from dataclasses import dataclass

from rawi.lexicon import Column, Lexicon, PhraseMatcher, Row, Table
from rawi.record import EVENT_TYPES, MODES
from rawi.text.fold import fold

ROLES = ("actor", "recipient", "place", "either")
_ALL_MODES = tuple(mode for modes in MODES.values() for mode in modes)


def _slot(cell: str) -> str | None:
    name, _, role = cell.partition("=")
    return None if name and role in ROLES else f"a slot is written name=role with a role of {', '.join(ROLES)}"


def _condition(cell: str) -> str | None:
    slot, _, name = cell.removeprefix("!").partition("~")
    return None if slot and name else "a condition is written slot~class or !slot~class"


FRAMES = Table(
    "frames",
    ("frames/*.tsv",),
    (
        Column("lemma", required=True),
        Column("kind", required=True, choices=("verb", "noun", "phrase")),
        Column("type", required=True, choices=EVENT_TYPES),
        Column("mode", many=True, choices=_ALL_MODES),
        Column("slots", many=True, check=_slot),
        Column("when", many=True, check=_condition),
        Column("toll", choices=("killed", "injured", "arrested", "displaced")),
        Column("forms", many=True),
        Column("gloss", required=True),
    ),
    ("lemma", "kind", "type", "when"),
)
CLASSES = Table(
    "frame_classes",
    ("frame_classes.tsv",),
    (Column("class", required=True), Column("words", required=True, many=True), Column("gloss", required=True)),
    ("class",),
)
SUPPORT = Table(
    "support_verbs",
    ("support_verbs.tsv",),
    (
        Column("lemma", required=True),
        Column("subject", choices=("actor", "recipient")),
        Column("complements", many=True, check=_slot),
        Column("position", required=True),
        Column("gloss", required=True),
    ),
    ("lemma",),
)


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame. ``slots`` maps subject, object, genitive, adjective, self or a folded preposition to a role; ``when`` holds
    (slot, wanted, class); ``rule`` is file and line."""

    lemma: str
    kind: str
    type: str
    mode: tuple[str, ...]
    slots: dict[str, str]
    when: tuple[tuple[str, bool, str], ...]
    toll: str
    rule: str


@dataclass(frozen=True, slots=True)
class Support:
    """A verb that lends its subject and complements to the event noun it governs (شن هجوما، تعرض لهجوم)."""

    lemma: str
    subject: str
    complements: dict[str, str]
    position: str


@dataclass(frozen=True, slots=True)
class EventFrames:
    """All frames, by verb lemma, by folded noun form, and as phrases; ``classes`` maps a folded word to its classes."""

    verbs: dict[str, tuple[Frame, ...]]
    nouns: dict[str, tuple[Frame, ...]]
    phrases: PhraseMatcher[Frame]
    classes: dict[str, frozenset[str]]
    support: dict[str, Support]


def _pairs(row: Row, column: str) -> dict[str, str]:
    return {fold(name): role for name, _, role in (cell.partition("=") for cell in row.many(column))}


def _frame(row: Row) -> Frame:
    when = []
    for cell in row.many("when"):
        slot, _, name = cell.removeprefix("!").partition("~")
        when.append((fold(slot), not cell.startswith("!"), name))
    return Frame(
        row["lemma"], row["kind"], row["type"], row.many("mode"), _pairs(row, "slots"), tuple(when), row["toll"], row.where
    )


def noun_forms(lemma: str) -> list[str]:
    """The written forms of a noun without clitics: accusative alef, dual, sound plural, ت before a pronoun. Folded."""
    word = fold(lemma)
    if word.endswith("ه"):
        stem = word[:-1]
        return [word, stem + "ت", stem + "ات", stem + "تان", stem + "تين", stem + "تا", stem + "تي"]
    forms = [word, word + "ا", word + "ان", word + "ين"]
    if word.endswith("ء"):
        forms.append(word + "ات")
    return forms


def _build(lexicon: Lexicon) -> EventFrames:
    verbs: dict[str, list[Frame]] = {}
    nouns: dict[str, list[Frame]] = {}
    phrases: PhraseMatcher[Frame] = PhraseMatcher()
    masdars: list[tuple[str, Frame]] = []
    for row in lexicon.rows(FRAMES):
        frame = _frame(row)
        if frame.kind == "phrase":
            phrases.add(frame.lemma, frame)
        elif frame.kind == "verb":
            verbs.setdefault(frame.lemma, []).append(frame)
            masdars += [(form, frame) for form in row.many("forms")]
        else:
            for form in dict.fromkeys(f for lemma in (frame.lemma, *row.many("forms")) for f in noun_forms(lemma)):
                nouns.setdefault(form, []).append(frame)
    own = set(nouns)
    for masdar, frame in masdars:
        for form in noun_forms(masdar):
            # A verbal noun with a frame of its own does not also take its verb's.
            if form not in own:
                nouns.setdefault(form, []).append(frame)
    classes: dict[str, set[str]] = {}
    for row in lexicon.rows(CLASSES):
        for word in row.many("words"):
            classes.setdefault(fold(word), set()).add(row["class"])
    support = {
        row["lemma"]: Support(row["lemma"], row["subject"], _pairs(row, "complements"), fold(row["position"]))
        for row in lexicon.rows(SUPPORT)
    }

    def ordered(found: dict[str, list[Frame]]) -> dict[str, tuple[Frame, ...]]:
        # Frames that ask for something come before those that ask for nothing; table order within each.
        return {key: tuple(sorted(frames, key=lambda f: -sum(w for _, w, _ in f.when))) for key, frames in found.items()}

    return EventFrames(
        ordered(verbs), ordered(nouns), phrases, {word: frozenset(names) for word, names in classes.items()}, support
    )


def event_frames(lexicon: Lexicon) -> EventFrames:
    """The compiled frames."""
    return lexicon.compiled(_build)

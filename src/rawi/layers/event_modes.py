"""How an event was done: its modes, from the frame of its trigger and from the words around it."""

from __future__ import annotations

from rawi.layers.event_context import Context
from rawi.layers.event_draft import Draft
from rawi.lexicon import Column, Lexicon, Table
from rawi.record import EVENT_TYPES, MODES
from rawi.text.fold import fold

EVENT_MODES = Table(
    "event_modes",
    ("event_modes.tsv",),
    (
        Column("type", required=True, choices=EVENT_TYPES),
        Column("mode", required=True, choices=tuple(dict.fromkeys(mode for modes in MODES.values() for mode in modes))),
        Column("reach", required=True, choices=("clause", "content", "named")),
        Column("words", required=True, many=True),
        Column("gloss", required=True),
    ),
    ("type", "mode", "reach"),
)
_BEFORE, _AFTER, _FAR, _CONTENT, _NAMED = 8, 16, 30, 14, 4
# Modes of a frame that words around it may make more exact: shelling may come from aircraft, a blast from a suicide bomber.
_LOOSE = {"heavy-weapons": "aerial", "aerial": "drone", "explosives": "suicide-attack", "demo": "obstruct"}


def _build(lexicon: Lexicon) -> dict[tuple[str, str], list[tuple[str, str]]]:
    table: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for row in lexicon.rows(EVENT_MODES):
        for word in row.many("words"):
            table.setdefault((row["type"], fold(word)), []).append((row["reach"], row["mode"]))
    return table


class Modes:
    """Finds the modes of the drafts of one document."""

    def __init__(self, context: Context, lexicon: Lexicon) -> None:
        self.context = context
        self.tokens = context.tokens
        self.table = lexicon.compiled(_build)

    def settle(self, draft: Draft) -> None:
        """Add to ``draft.mode`` what the words around its trigger tell; at most one mode beside that of its frame."""
        if draft.type not in MODES:
            return
        if draft.type in ("REQUEST", "REJECT", "THREATEN"):
            if not draft.mode:
                draft.mode = self._content(draft)
            return
        found = self._around(draft)
        if draft.type == "MOBILIZE":
            draft.mode = tuple(found[:2]) or draft.mode
            return
        if not draft.mode:
            draft.mode = tuple(found[:1])
            return
        for mode in found:
            if mode not in draft.mode and any(_LOOSE.get(own) == mode for own in draft.mode):
                kept = () if mode in ("aerial", "drone") else draft.mode
                draft.mode = (*kept, mode)
                return

    def _word(self, kind: str, k: int) -> list[tuple[str, str]]:
        word = self.tokens[k].word
        for form in dict.fromkeys((word.bare, word.core, word.norm)):
            entries = self.table.get((kind, form)) or (form.endswith("ا") and self.table.get((kind, form[:-1])))
            if entries:
                return entries
        return []

    def _named(self, k: int, low: int) -> bool:
        """Whether the word at token ``k`` only completes a name: الدفاع الجوي, الخطوط الجوية are no air raids."""
        return k > low and self.tokens[k - 1].word.bare in self.context.words["modeless"]

    def _around(self, draft: Draft) -> list[str]:
        """Modes told in the sentence near the trigger, nearest first."""
        sentence = self.context.doc.sentences[self.tokens[draft.first].sentence]
        low, high = max(sentence.first, draft.first - _BEFORE), min(sentence.last, draft.last + _AFTER)
        found: list[tuple[int, str]] = []
        if draft.type == "ASSAULT" and not draft.mode:
            low, high = max(sentence.first, draft.first - _FAR), min(sentence.last, draft.last + _FAR)
        for k in range(low, high):
            if self.tokens[k].kind != "word" or self._named(k, sentence.first):
                continue
            for reach, mode in self._word(draft.type, k):
                distance = k - draft.last if k >= draft.last else 2 * max(draft.first - k, 0)
                if reach == "clause" or (reach == "named" and 0 <= k - draft.last < _NAMED):
                    found.append((distance, mode))
        return list(dict.fromkeys(mode for _, mode in sorted(found, key=lambda pair: pair[0])))

    def _content(self, draft: Draft) -> tuple[str, ...]:
        """Modes of what is asked for, refused or threatened, in the order told."""
        sentence = self.context.doc.sentences[self.tokens[draft.first].sentence]
        first, high = draft.last, sentence.last
        content = draft.own.content if draft.own is not None else None
        if content is not None:
            first = self.context.doc.token_at(content.start)
        found: list[str] = []
        for k in range(first, min(high, first + _CONTENT, len(self.tokens))):
            if content is not None and self.tokens[k].start >= content.end:
                break
            found += [mode for reach, mode in self._word(draft.type, k) if reach == "content"]
        return tuple(dict.fromkeys(found))[:2]

"""Why a report was coded as it was: the lexicon entry, the pattern and the slots of each item, and what was dropped."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rawi.document import Doc, Dropped
from rawi.i18n import label, t
from rawi.lexicon.lexicon import TABLES
from rawi.record import Event, Place, Span, Statement
from rawi.render import view
from rawi.render.summary import chain_text, event_line, quoter, statement_line

T = TypeVar("T")

_MARKS = 6  # of those that make up a confidence, how many are shown
_ENTRY = re.compile(r"([A-Za-z0-9_][A-Za-z0-9_./-]{0,200}\.tsv):([0-9]{1,9})")


def explain(doc: Doc, console: Console, *, folders: Sequence[Path] = (TABLES,)) -> None:
    """Print sentence by sentence what was coded and why.

    :param doc: a document read with ``explain=True``; otherwise what was dropped is not known.
    :param folders: the folders of the tables that were used (``reader.lexicon.folders``), to show the entries.
    """
    quoted = quoter(console)
    statements = view.by_id(doc.statements)
    places = view.by_id(doc.places)
    head = view.heading(doc.report, t("page.untitled"))
    console.print(Text(quoted(head.title), style="bold"), soft_wrap=True)
    entries = _Entries(folders)
    bounds = [(s.start, s.end) for s in doc.sentences] or [(0, len(doc.text))]
    spoken = _by_sentence(bounds, doc.statements, lambda s: s.cue.start)
    happened = _by_sentence(bounds, doc.events, lambda e: e.trigger.start)
    dropped = _by_sentence(bounds, doc.dropped or [], lambda d: d.start)
    if not doc.statements and not doc.events:
        console.print(Text(t("explain.nothing"), style="italic"))
    for i, (start, end) in enumerate(bounds):
        if not (spoken[i] or happened[i] or dropped[i]):
            continue
        console.print()
        console.print(Text(f"{i + 1}. {quoted(doc.text[start:end].strip())}", style="underline"), soft_wrap=True)
        for statement in spoken[i]:
            line = Text(f"{statement.id}  ", style="dim").append_text(statement_line(statement, {}, quoted))
            slots = [*_statement_slots(statement, quoted), *_confidence(statement, doc)]
            _print_item(console, line, statement.rule, entries, slots)
        for event in happened[i]:
            line = Text(f"{event.id}  ", style="dim").append_text(event_line(event, statements, places, quoted))
            slots = [*_event_slots(event, statements, places, quoted), *_confidence(event, doc)]
            _print_item(console, line, event.rule, entries, slots)
        _print_dropped(console, dropped[i], quoted)


class _Entries:
    """Looks up table lines for rules; each file is read once."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders
        self._files: dict[Path, list[str]] = {}

    def row(self, file: str, line: int) -> str | None:
        """The cells of a line with the names of their columns; the last folder that has the line wins."""
        for folder in reversed(self._folders):
            path = (folder / file).resolve()
            if not path.is_relative_to(folder.resolve()) or not path.is_file():
                continue
            if path not in self._files:
                self._files[path] = path.read_text(encoding="utf-8").splitlines()
            lines = self._files[path]
            if not 0 < line <= len(lines):
                continue
            header = next((text for text in lines if text.strip() and not text.startswith("#")), "").split("\t")
            cells = lines[line - 1].split("\t")
            return " · ".join(f"{name}: {cell}" for name, cell in zip(header, cells, strict=False) if cell.strip())
        return None


def _by_sentence(bounds: list[tuple[int, int]], items: Sequence[T], start: Callable[[T], int]) -> list[list[T]]:
    groups: list[list[T]] = [[] for _ in bounds]
    i = 0
    for item in sorted(items, key=start):
        while i + 1 < len(bounds) and start(item) >= bounds[i + 1][0]:
            i += 1
        groups[i].append(item)
    return groups


def _print_item(console: Console, line: Text, rule: str, entries: _Entries, slots: list[tuple[str, str]]) -> None:
    console.print(Padding(line, (0, 0, 0, 2)))
    grid = Table.grid(padding=(0, 1))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for name, value in (*_rule_lines(rule, entries), *slots):
        grid.add_row(name, Text(value))
    console.print(Padding(grid, (0, 0, 0, 6)))


def _rule_lines(rule: str, entries: _Entries) -> list[tuple[str, str]]:
    if not rule:
        return [(t("field.rule"), t("explain.no-rule"))]
    lines = []
    for match in _ENTRY.finditer(rule):
        row = entries.row(match[1], int(match[2]))
        lines.append((t("explain.entry"), f"{match[0]}  {row if row is not None else t('explain.missing-entry')}"))
    pattern = " ".join(_ENTRY.sub(" ", rule).split())
    if pattern:
        lines.append((t("explain.pattern"), pattern))
    return lines


def _slot(name: str, spans: Sequence[Span | None], quoted: Callable[[str], str]) -> tuple[str, str]:
    parts = []
    for span in spans:
        if span is None:
            continue
        code = getattr(span, "code", None)
        parts.append(f"{quoted(view.shorten(span.text, 120))} [{span.start}:{span.end}]{' ' + code if code else ''}")
    return t(f"field.{name}"), "; ".join(parts) or t("explain.empty")


def _statement_slots(statement: Statement, quoted: Callable[[str], str]) -> list[tuple[str, str]]:
    slots = [_slot("cue", [statement.cue], quoted), _slot("source", [statement.source], quoted)]
    if statement.source_ref is not None:
        slots.append(_slot("source_ref", [statement.source_ref], quoted))
    if statement.addressee:
        slots.append(_slot("addressee", statement.addressee, quoted))
    slots.append(_slot("content", [statement.content], quoted))
    slots.append((t("field.quote"), label("quote", statement.quote)))
    if statement.within is not None:
        slots.append((t("field.within"), statement.within))
    return slots


def _event_slots(
    event: Event, statements: dict[str, Statement], places: dict[str, Place], quoted: Callable[[str], str]
) -> list[tuple[str, str]]:
    slots = [_slot(name, getattr(event, name), quoted) for name in ("actors", "recipients")]
    slots.insert(0, _slot("trigger", [event.trigger], quoted))
    slots.append(_slot("place", [places.get(event.place or "")], quoted))
    slots.append((t("field.date"), view.date_text(event.date) if event.date else t("explain.empty")))
    slots.append((t("field.status"), label("status", event.status)))
    if event.casualties:
        slots.append((t("field.casualties"), view.casualties_text(event.casualties)))
    slots.append((t("field.chain"), chain_text(event, statements, quoted)))
    return slots


def _confidence(item: Statement | Event, doc: Doc) -> list[tuple[str, str]]:
    """The confidence and the marks that speak most for and against it, with their weights in log-odds."""
    if item.confidence is None:
        return []
    heaviest = doc.weighed.get(item.id, ())[:_MARKS]
    lines = [(t("field.confidence"), f"{item.confidence:.2f}")]
    if heaviest:
        lines.append((t("explain.weighed"), "; ".join(f"{mark} {weight:+.2f}" for mark, weight in heaviest)))
    return lines


def _print_dropped(console: Console, dropped: Sequence[Dropped], quoted: Callable[[str], str]) -> None:
    if not dropped:
        return
    console.print(Padding(Text(t("explain.dropped"), style="dim"), (0, 0, 0, 2)))
    for one in dropped:
        line = f"- {one.layer}: {quoted(one.what)} [{one.start}:{one.end}]: {view.clean(one.why)}"
        console.print(Padding(Text(line), (0, 0, 0, 4)))

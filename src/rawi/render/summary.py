"""The readable summary of a record: "who — stance — what" and "who → whom: type (mode), place, date, status, chain"."""

from __future__ import annotations

from collections.abc import Callable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from rawi.i18n import label, language, t
from rawi.record import Event, Place, Record, Statement
from rawi.render import view

WIDTH = 240  # characters of a statement's content that are shown before it is cut

_STATUS_STYLE = {"occurred": "green", "future": "cyan", "hypothetical": "yellow", "negated": "red"}


def print_summary(record: Record, console: Console) -> None:
    """Print what was read in one report, in the language of :func:`rawi.i18n.language`.

    On a terminal each quoted piece is set between Unicode isolates, so that Arabic and Latin keep their order in one line;
    a file gets the plain characters, which can be searched.
    """
    quoted = quoter(console)
    head = view.heading(record.report, t("page.untitled"))
    console.print(Text(quoted(head.title), style="bold"), soft_wrap=True)
    facts = [quoted(fact) for fact in head.facts]
    if facts:
        console.print(Text(" · ".join(facts), style="dim"), soft_wrap=True)
    console.print(Text(_counts(record), style="dim"), soft_wrap=True)
    for notice in record.warnings:
        console.print(Text(f"! {quoted(notice.message)}", style="yellow"), soft_wrap=True)
    statements = view.by_id(record.statements)
    places = view.by_id(record.places)
    _section(console, t("summary.statements"), [(s.id, statement_line(s, statements, quoted)) for s in record.statements])
    _section(console, t("summary.events"), [(e.id, event_line(e, statements, places, quoted)) for e in record.events])


def quoter(console: Console) -> Callable[[str], str]:
    """How quoted text is written to ``console``: isolated on a terminal, as it is in a file; always cleaned of controls."""
    return (lambda text: view.isolate(view.clean(text))) if console.is_terminal else view.clean


def statement_line(statement: Statement, statements: dict[str, Statement], quoted: Callable[[str], str]) -> Text:
    """Who — stance — what; speech within speech is moved in."""
    line = Text("  " * view.depth(statement, statements))
    who = view.speaker(statement)
    line.append(quoted(who.text) if who else t("who.unnamed"), style="bold" if who else "italic")
    if who is not None and statement.source is None:
        line.append(" ↑", style="dim")
    line.append(" — ")
    line.append(label("stance", statement.stance), style="magenta")
    line.append(" — ")
    line.append(quoted(view.shorten(statement.content.text, WIDTH)) if statement.content else "…")
    return line


def event_line(event: Event, statements: dict[str, Statement], places: dict[str, Place], quoted: Callable[[str], str]) -> Text:
    """Who → whom: type (mode), place, date, status, and on whose word."""
    comma, arrow = ("، ", " ← ") if language() == "ar" else (", ", " → ")
    line = Text()
    for participants in (event.actors, event.recipients):
        if participants is event.recipients:
            line.append(arrow)
        line.append(comma.join(quoted(one.text) for one in participants) or t("who.nobody"), style="bold")
    line.append(": ")
    line.append(view.type_text(event), style="magenta")
    place = places.get(event.place or "")
    details = [quoted(place.text) if place else "", view.date_text(event.date) if event.date else ""]
    for detail in filter(None, details):
        line.append(comma + detail)
    line.append(comma)
    line.append(label("status", event.status), style=_STATUS_STYLE.get(event.status, ""))
    if event.casualties:
        line.append(comma + view.casualties_text(event.casualties))
    line.append(comma)
    line.append(chain_text(event, statements, quoted), style="dim")
    return line


def chain_text(event: Event, statements: dict[str, Statement], quoted: Callable[[str], str]) -> str:
    """On whose word an event stands, innermost speaker first: ``on the word of A ‹ B``."""
    chain = view.chain(event, statements)
    if not chain:
        return t("chain.own-voice")
    speakers = (view.speaker(statement) for statement in chain)
    return f"{t('summary.on-word-of')} " + " ‹ ".join(quoted(who.text) if who else t("who.unnamed") for who in speakers)


def _counts(record: Record) -> str:
    return t(
        "summary.counts",
        times=len(record.times),
        places=len(record.places),
        entities=len(record.entities),
        quantities=len(record.quantities),
    )


def _section(console: Console, title: str, lines: list[tuple[str, Text]]) -> None:
    console.print()
    console.print(Text(f"{title} ({len(lines)})", style="bold underline"))
    if not lines:
        console.print(Text(f"  {t('summary.none')}", style="dim"))
        return
    if not console.is_terminal:  # a file is searched and cut by other programs: one line an item, no padding
        for id, line in lines:
            console.print(Text(f"  {view.clean(id)}  ").append_text(line), soft_wrap=True)
        return
    grid = Table.grid(padding=(0, 1))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for id, line in lines:
        grid.add_row(f"  {view.clean(id)}", line)
    console.print(grid)

"""Examples of docs/accuracy.md: sentences with what Rawi makes of them, kept true by running them.

    python tools/doc_examples.py [--write]      compare, or write what comes out now into the document

An example is a fenced block. Its first line names the layers to show and the day of publication, the report follows, and
lines that begin with an arrow are what comes out::

    ```text places events 2016-12-13
    قصف الطيران حلب.
    → place حلب: Aleppo, SYR
    ```
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from rawi import Reader
from rawi.record import Event, Participant, Record, Statement

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "accuracy.md"
_BLOCK = re.compile(r"^```text ([a-z ]+) (\d{4}-\d\d-\d\d)\n(.*?)^```$", re.M | re.S)
_ARROW = "→ "


def main() -> None:
    """Compare or write."""
    reader = Reader()
    text = DOCUMENT.read_text(encoding="utf-8")
    fresh = _BLOCK.sub(lambda block: _block(block, reader), text)
    if sys.argv[1:] == ["--write"]:
        DOCUMENT.write_text(fresh, encoding="utf-8")
    elif fresh != text:
        sys.exit(f"{DOCUMENT.name}: examples come out otherwise now; read them, then write them with --write")


def examples(text: str) -> Iterator[tuple[list[str], str, str, list[str]]]:
    """Layers, day of publication, report and the lines shown, of each example in a document."""
    for block in _BLOCK.finditer(text):
        lines = block[3].splitlines()
        shown = [line.removeprefix(_ARROW) for line in lines if line.startswith(_ARROW)]
        yield block[1].split(), block[2], "\n".join(line for line in lines if not line.startswith(_ARROW)), shown


def show(record: Record, layers: list[str]) -> list[str]:
    """A line for each time, place, statement and event, if its layer is asked for; ``nothing`` when there is none."""
    lines = []
    if "times" in layers:
        lines += [f"time {time.text}: {time.value}" for time in record.times]
    if "places" in layers:
        lines += [f"place {place.text}: {place.name}, {place.country}" for place in record.places]
    if "statements" in layers:
        lines += [_statement(statement) for statement in record.statements]
    if "events" in layers:
        places = {place.id: place.text for place in record.places}
        lines += [_event(event, places) for event in record.events]
    return lines or ["nothing"]


def _block(block: re.Match[str], reader: Reader) -> str:
    ((layers, published, text, _),) = examples(block[0])
    shown = "".join(f"{_ARROW}{line}\n" for line in show(reader.read(text, published=published), layers))
    return f"```text {block[1]} {block[2]}\n{text}\n{shown}```"


def _statement(statement: Statement) -> str:
    who = statement.source or statement.source_ref
    speaker = f"{who.text} [{who.code}]" if who else "nobody named"
    heard = f" to {_list(statement.addressee)}" if statement.addressee else ""
    within = f", within {statement.within}" if statement.within else ""
    said = statement.content.text if statement.content else "–"
    return f"{statement.id} {statement.stance}, {speaker}{heard}: {said} ({statement.quote}{within})"


def _event(event: Event, places: dict[str, str]) -> str:
    kind = event.type + (f" ({', '.join(event.mode)})" if event.mode else "")
    day = "" if event.date is None else event.date.start + ("" if event.date.start == event.date.end else f"..{event.date.end}")
    counts = ", ".join(f"{name} {number}" for name, number in event.casualties.items())
    details = filter(None, (places.get(event.place or "", ""), day, event.status, counts, event.statement or ""))
    return f"{kind} {event.trigger.text}: {_list(event.actors)} → {_list(event.recipients)}; {', '.join(details)}"


def _list(participants: list[Participant]) -> str:
    return ", ".join(f"{one.text} [{one.code}]" for one in participants) or "–"


if __name__ == "__main__":
    main()

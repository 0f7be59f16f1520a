"""What the summary, the explanation and the page share: names, chains and labels as people read them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from rawi.i18n import country, label, language
from rawi.record import DateRange, Event, Participant, Report, Statement

# Marks that only steer the direction of text. In a line that mixes languages an unclosed one turns the rest around.
_BIDI_CONTROLS = dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_FSI, _PDI = "\u2068", "\u2069"


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_HasId)


def by_id(items: Iterable[T]) -> dict[str, T]:
    """The items of a record's list by their ids."""
    return {item.id: item for item in items}


def clean(text: str) -> str:
    """Text on one line that is safe to print: white space becomes a space, control characters and lone surrogates U+FFFD,
    and marks that steer direction go, so that neither an escape sequence nor an override reaches the terminal."""
    return "".join(
        " " if char.isspace() else "\ufffd" if unicodedata.category(char) in ("Cc", "Cs") else char
        for char in text.translate(_BIDI_CONTROLS)
    )


def shorten(text: str, width: int) -> str:
    """``text`` cut to at most ``width`` characters at the end of a word, with an ellipsis where something was cut."""
    if len(text) <= width:
        return text
    cut = text[: width - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > width // 2 else cut).rstrip() + "…"


def isolate(text: str) -> str:
    """``text`` between Unicode isolates: it takes its direction from itself and leaves that of its surroundings alone."""
    return f"{_FSI}{text}{_PDI}" if text else text


def speaker(statement: Statement) -> Participant | None:
    """The source of a statement as named, or the earlier name that an unnamed source refers to."""
    return statement.source or statement.source_ref


def chain(event: Event, statements: dict[str, Statement]) -> list[Statement]:
    """The statements an event came through, innermost first."""
    return [statements[id] for id in event.chain if id in statements]


def rungs(event: Event, statements: dict[str, Statement]) -> list[Statement]:
    """The statements an event came through, outermost first: each rung speaks on the word of the next."""
    return chain(event, statements)[::-1]


def depth(statement: Statement, statements: dict[str, Statement]) -> int:
    """In how many statements this one stands (0: none)."""
    seen = {statement.id}
    parent = statement.within
    while parent is not None and parent in statements and parent not in seen:
        seen.add(parent)
        parent = statements[parent].within
    return len(seen) - 1


def date_text(date: DateRange) -> str:
    """A day, or first and last day."""
    return date.start if date.start == date.end else f"{date.start} – {date.end}"


def type_text(event: Event, lang: str | None = None) -> str:
    """The event's type with its modes: ``Coerce (arrest)``."""
    name = label("event", event.type, lang)
    modes = _comma(lang).join(label("mode", f"{event.type}.{mode}", lang).removeprefix(f"{event.type}.") for mode in event.mode)
    return f"{name} ({modes})" if modes else name


def code_text(code: str, lang: str | None = None) -> str:
    """A PLOVER code in words: ``RUS GOV`` → ``Russia, government``."""
    whose, _, sector = code.partition(" ")
    parts = (
        [] if whose in ("", "---") else [label("affiliation", whose, lang) if whose in ("IGO", "NGO") else country(whose, lang)]
    )
    if sector and (sector != "---" or not parts):
        parts.append(label("sector", sector, lang))
    return _comma(lang).join(parts)


def casualties_text(casualties: dict[str, int], lang: str | None = None) -> str:
    """Head counts: ``killed 11, injured 30``."""
    colon = ": " if (lang or language()) == "ar" else " "
    return _comma(lang).join(f"{label('casualty', kind, lang)}{colon}{count}" for kind, count in casualties.items())


def _comma(lang: str | None) -> str:
    return "، " if (lang or language()) == "ar" else ", "


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a report: its title and where it comes from."""

    title: str
    facts: tuple[str, ...]


def heading(report: Report, untitled: str) -> Heading:
    """The title (else the first line of the text, shortened) and outlet, agencies, byline and date as far as known."""
    first = next((line for line in report.text.splitlines() if line.strip()), "")
    title = shorten(clean(report.title or first).strip(), 140) or untitled
    facts = [report.outlet, *report.agencies, report.byline, report.published]
    return Heading(title, tuple(dict.fromkeys(clean(fact) for fact in facts if fact)))

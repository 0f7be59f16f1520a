"""A report as it is handed in: checked, its publication date made ISO, its text put together with its title."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rawi.record import Report
from rawi.sources.dates import publication
from rawi.sources.problems import Problem

FIELDS = ("id", "title", "published", "outlet", "url")
_ARABIC = re.compile(r"[\u0620-\u064a\u0671-\u06d3\ufb50-\ufdfb\ufe70-\ufefc]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")


class NotAReportError(ValueError):
    """What was handed in is no report; ``problem`` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class InputReport:
    """A checked input report: the arguments of :meth:`rawi.Reader.read`."""

    text: str
    id: str | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None


def as_report(value: object) -> InputReport:
    """A report from one decoded JSON value. Unknown fields are ignored; a number as ``id`` becomes a string.

    :raises NotAReportError: it is no object, ``text`` is missing or empty, or a field has the wrong type.
    """
    if not isinstance(value, Mapping):
        raise NotAReportError(Problem("not-object", {"kind": _kind(value)}))
    if value.get("text") is None:
        raise NotAReportError(Problem("missing", {"name": "text"}))
    fields: dict[str, Any] = {}
    for name in ("text", *FIELDS):
        found = value.get(name)
        if name == "id" and isinstance(found, int) and not isinstance(found, bool):
            found = str(found)
        if found is not None and not isinstance(found, str):
            raise NotAReportError(Problem("not-string", {"name": name, "kind": _kind(found)}))
        fields[name] = found
    if not fields["text"].strip():
        raise NotAReportError(Problem("empty"))
    return InputReport(**fields)


def make_report(text: str, *, id: str | None = None, title: str | None = None, published: str | None = None,
                outlet: str | None = None, url: str | None = None) -> tuple[Report, list[Problem]]:  # fmt: skip
    """The report of a record, and what is worth knowing about it. Never fails: any string is a report.

    The coded text is ``text`` itself when it begins with the title, else the title, a line end and the text.
    """
    whole = text if not title or text.startswith(title) else f"{title}\n{text}"
    problems = []
    date = None
    if published and published.strip():
        date = publication(published)
        if date is None:
            problems.append(Problem("date-unknown", {"value": published[:100]}))
    if not _ARABIC.search(whole):
        problems.append(Problem("no-arabic"))
    if controls := sum(1 for _ in _CONTROL.finditer(whole)):
        problems.append(Problem("control-characters", {"count": controls}))
    if id is None:
        id = hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return Report(id, title, whole, date, outlet, url=url), problems


def _kind(value: object) -> str:
    """The JSON name of a value's type."""
    if value is None:
        return "null"
    names = {bool: "a boolean", int: "a number", float: "a number", str: "a string", list: "an array", dict: "an object"}
    return names.get(type(value), type(value).__name__)

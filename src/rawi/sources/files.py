"""Files to reports: plain text is one report, JSON Lines (``.jsonl``, ``.jsonl.gz``) one a line; nothing is dropped unsaid."""

from __future__ import annotations

import gzip
import re
import sys
import zlib
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from rawi.jsonio import loads
from rawi.record import ERROR_SCHEMA
from rawi.sources.decode import UndecodableError, decode
from rawi.sources.problems import Problem
from rawi.sources.reports import InputReport, NotAReportError, as_report

_ID = re.compile(r'"id"\s*:\s*(?:"((?:[^"\\]|\\.){1,200})"|(\d{1,30}))')


@dataclass(frozen=True, slots=True)
class Item:
    """A report with where it stands (``line`` is null for a plain text) and what had to be mended to get at it."""

    report: InputReport
    file: str
    line: int | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """In place of a report that cannot be read."""

    problem: Problem
    file: str
    line: int | None = None
    id: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The public error record."""
        return {
            "schema": ERROR_SCHEMA,
            "id": self.id,
            "line": self.line,
            "error": self.problem.message,
            "code": self.problem.code,
            "file": self.file,
        }


def read_file(file: str, form: str | None = None) -> Iterator[Item | Fault]:
    """The reports of ``file`` in order; ``-`` is standard input. Lazy: a line is read when it is asked for.

    :param form: ``text`` or ``jsonl``; by default what the name says.
    """
    if form is None:
        form = "jsonl" if file.endswith((".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")) else "text"
    try:
        with _open(file) as stream:
            yield from _lines(stream, file) if form == "jsonl" else _text(stream, file)
    except OSError as error:
        yield Fault(Problem("unreadable-file", {"reason": error.strerror or str(error)}), file)


def _open(file: str) -> AbstractContextManager[IO[bytes] | gzip.GzipFile]:
    if file == "-":
        return nullcontext(sys.stdin.buffer)
    if file.endswith(".gz"):
        # The compression is believed when the first bytes show it: some archives keep the ending of files they unpacked.
        with Path(file).open("rb") as stream:
            packed = stream.read(2) == b"\x1f\x8b"
        if packed:
            return gzip.open(file, "rb")
    return Path(file).open("rb")


def _text(stream: IO[bytes] | gzip.GzipFile, file: str) -> Iterator[Item | Fault]:
    try:
        decoded = decode(stream.read())
        yield Item(as_report({"text": decoded.text}), file, None, decoded.problems)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield Fault(Problem("truncated", {"reason": str(error)}), file)
    except UndecodableError:
        yield Fault(Problem("binary"), file)
    except NotAReportError as error:
        yield Fault(error.problem, file)


def _lines(stream: IO[bytes] | gzip.GzipFile, file: str) -> Iterator[Item | Fault]:
    number = 0
    while True:
        number += 1
        try:
            line = stream.readline()
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            yield Fault(Problem("truncated", {"reason": str(error)}), file, number)
            return
        if not line:
            return
        if line.strip():
            yield _line(line, file, number)


def _line(line: bytes, file: str, number: int) -> Item | Fault:
    try:
        decoded = decode(line.rstrip(b"\r\n"))
    except UndecodableError:
        return Fault(Problem("binary"), file, number)
    id: str | None = None
    try:
        value = loads(decoded.text)
        if isinstance(value, dict) and isinstance(value.get("id"), str | int):
            id = str(value["id"])
        return Item(as_report(value), file, number, decoded.problems)
    except NotAReportError as error:
        return Fault(error.problem, file, number, id)
    except (ValueError, RecursionError) as error:
        # A broken line may still say which report it was.
        found = _ID.search(decoded.text[:10_000]) or _ID.search(decoded.text[-10_000:])
        reason = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        return Fault(Problem("not-json", {"reason": reason}), file, number, found and (found[1] or found[2]))

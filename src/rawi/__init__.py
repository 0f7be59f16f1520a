"""Rawi reads Arabic news reports and records who said or did what to whom, where, when, how many, and on whose word."""

from __future__ import annotations

from functools import cache

from rawi.reader import Reader
from rawi.record import Record
from rawi.version import __version__

__all__ = ["Reader", "Record", "__version__", "read"]


@cache
def _reader() -> Reader:
    return Reader()


def read(text: str, *, id: str | None = None, title: str | None = None, published: str | None = None,
         outlet: str | None = None, url: str | None = None) -> Record:  # fmt: skip
    """Read one report with a shared :class:`Reader`; the arguments are those of :meth:`Reader.read`."""
    return _reader().read(text, id=id, title=title, published=published, outlet=outlet, url=url)

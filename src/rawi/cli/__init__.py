"""The command line. Each command is a module of this folder, imported only when it is used."""

from __future__ import annotations

import contextlib
import sys

import click

from rawi.cli.common import Group
from rawi.version import __version__


@click.command(
    cls=Group,
    package="rawi.cli",
    names=("read", "explain", "tokens", "evaluate", "lexicon", "schema"),
    help="cli.about",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="rawi", message="%(prog)s %(version)s")
def rawi() -> None:
    """Read Arabic news reports (the text of the help is in the table of strings)."""


def main() -> None:
    """The entry point."""
    for stream in (sys.stdout, sys.stderr):
        # Arabic goes out whatever the locale says, and a lone surrogate in a report is no reason to stop.
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    rawi()

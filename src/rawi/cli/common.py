"""What the commands share: help in two languages, the language option, messages, exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import IO, TYPE_CHECKING, Any

import click

from rawi.i18n import LANGUAGES, language, strings, t, use

if TYPE_CHECKING:
    from rich.console import Console

    from rawi.lexicon import TableError
    from rawi.sources import Problem

FINE, INCOMPLETE, USAGE = 0, 1, 2
"""Exit codes: all went well; something could not be read, or not wholly; the command was called wrongly."""


def _translated(key: str | None) -> str | None:
    """Help is declared as a key of the table of strings; it is looked up when it is shown, when the language is known."""
    return strings_or_same(key) if key else key


def strings_or_same(key: str) -> str:
    """The text of ``key``, or ``key`` itself when it is no key."""
    return strings(language()).get(key, key)


class Option(click.Option):
    """An option whose help is a key of the table of strings."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Name and translated help."""
        kept, self.help = self.help, _translated(self.help)
        try:
            return super().get_help_record(ctx)
        finally:
            self.help = kept


class Command(click.Command):
    """A command whose help is a key of the table of strings, with ``--lang`` and a translated ``--help``."""

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        self.params.append(lang_option())

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the translated help."""
        kept, self.help = self.help, _translated(self.help)
        super().format_help_text(ctx, formatter)
        self.help = kept

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first sentence of the translated help."""
        return (_translated(self.help) or "").split("\n")[0]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The help option, with its help translated."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = t("cli.help")
        return option


class Group(Command, click.Group):
    """Commands by name, each in a module of its own that is imported when the command is used.

    The module ``package.name`` holds it as ``command``.
    """

    def __init__(self, *args: Any, package: str = "", names: tuple[str, ...] = (), **values: Any) -> None:
        super().__init__(*args, **values)
        self.package, self.names = package, names

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Find the language first, wherever it stands, so that help and complaints about usage are in it."""
        for i, arg in enumerate(args):
            name, _, value = arg.partition("=")
            if name == "--lang":
                chosen = value or (args[i + 1] if i + 1 < len(args) else "")
                use(chosen if chosen in LANGUAGES else None)
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names, in the order in which they are explained."""
        return [*self.names, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command."""
        if cmd_name in self.names:
            command: click.Command = import_module(f"{self.package}.{cmd_name}").command
            return command
        return super().get_command(ctx, cmd_name)


def lang_option() -> click.Option:
    """``--lang``."""

    def choose(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
        if value:
            use(value)

    return Option(["--lang"], type=click.Choice(LANGUAGES), expose_value=False, callback=choose, is_eager=True, help="cli.lang")


def option(*names: str, **values: Any) -> Callable[[Any], Any]:
    """``click.option`` with translated help."""
    return click.option(*names, cls=Option, **values)


def overlay_option() -> Callable[[Any], Any]:
    """``--lexicon``."""
    return option("--lexicon", "overlays", multiple=True, metavar="FOLDER", help="cli.lexicon",
                  type=click.Path(exists=True, file_okay=False))  # fmt: skip


def say(key: str, **values: Any) -> None:
    """A message on standard error."""
    click.echo(t(key, **values), err=True)


def complain(problem: Problem, file: str, line: int | None) -> None:
    """Say what is wrong with a report, and where."""
    where = t("cli.stdin") if file == "-" else file
    say("cli.problem", where=where if line is None else f"{where}:{line}", what=problem_text(problem))


def problem_text(problem: Problem) -> str:
    """What is wrong, in the language chosen."""
    values: dict[str, Any] = problem.values
    return t(f"problem.{problem.code}", **values)


def broken_table(error: TableError) -> click.ClickException:
    """The complaint about a table, as an end of the command."""
    return click.ClickException(str(error))


def terminal(stream: IO[Any]) -> bool:
    """Whether people look at ``stream``."""
    try:
        return stream.isatty() and os.environ.get("TERM") != "dumb"
    except ValueError:
        return False


def console(stream: IO[str] | None = None, **values: Any) -> Console:
    """A rich console on ``stream`` (by default standard output) that keeps Arabic words and offsets as they are."""
    from rich.console import Console

    return Console(file=stream or sys.stdout, highlight=False, emoji=False, markup=False, **values)

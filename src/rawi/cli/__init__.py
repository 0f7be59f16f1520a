"""The command line. Each command is a module of this folder, imported only when it is asked for."""

from __future__ import annotations

from importlib import import_module

import click

import rawi

COMMANDS = ("read", "tokens")


class _Lazy(click.Group):
    """Imports a command's module when the command is used, so that ``rawi --help`` and ``rawi tokens`` start at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"rawi.cli.{cmd_name}").command
        return command


@click.group(cls=_Lazy)
@click.version_option(rawi.__version__, prog_name="rawi")
def main() -> None:
    """Read Arabic news reports: who said or did what to whom, where, when, how many, and on whose word."""

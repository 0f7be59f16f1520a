"""``rawi lexicon``: what Rawi knows."""

from __future__ import annotations

import click

from rawi.cli.common import Group


@click.command("lexicon", cls=Group, package="rawi.cli.lexicon", names=("check", "stats", "lookup"), help="cli.lexicon-group")
def command() -> None:
    """Look into the lexicon (the text of the help is in the table of strings)."""

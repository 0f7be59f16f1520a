"""``rawi lexicon check``: is every table as declared?"""

from __future__ import annotations

import click

from rawi.cli.common import FINE, INCOMPLETE, Command, overlay_option
from rawi.i18n import t
from rawi.lexicon import Lexicon
from rawi.lexicon.registry import declared, faults


@click.command("check", cls=Command, help="cli.lexicon.check")
@overlay_option()
@click.pass_context
def command(ctx: click.Context, overlays: tuple[str, ...]) -> None:
    """Check tables (the text of the help is in the table of strings)."""
    from pathlib import Path

    lexicon = Lexicon(*(Path(folder) for folder in overlays))
    tables = declared()
    found = list(faults(tables, lexicon.folders))
    for fault in found:
        click.echo(fault)
    if found:
        click.echo(t("cli.lexicon.faults", count=len(found)), err=True)
        ctx.exit(INCOMPLETE)
    click.echo(t("cli.lexicon.good", tables=len(tables), entries=sum(len(lexicon.rows(table)) for table in tables)))
    ctx.exit(FINE)

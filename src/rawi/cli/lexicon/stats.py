"""``rawi lexicon stats``: how much Rawi knows."""

from __future__ import annotations

from pathlib import Path

import click

from rawi.cli.common import Command, broken_table, overlay_option
from rawi.i18n import t
from rawi.lexicon import Lexicon, TableError
from rawi.lexicon.fingerprint import fingerprint
from rawi.lexicon.lexicon import DATA
from rawi.lexicon.registry import declared


@click.command("stats", cls=Command, help="cli.lexicon.stats")
@overlay_option()
def command(overlays: tuple[str, ...]) -> None:
    """Count entries (the text of the help is in the table of strings)."""
    lexicon = Lexicon(*(Path(folder) for folder in overlays))
    total = 0
    click.echo(f"{t('cli.lexicon.table')}\t{t('cli.lexicon.files')}\t{t('cli.lexicon.entries')}")
    for table in declared():
        try:
            rows = lexicon.rows(table)
        except TableError as error:
            raise broken_table(error) from error
        total += len(rows)
        click.echo(f"{table.name}\t{len({row.file for row in rows})}\t{len(rows)}")
    click.echo(f"*\t\t{total}")
    for path in sorted(path for path in DATA.rglob("*") if path.is_file()):
        click.echo(f"data/{path.relative_to(DATA).as_posix()}\t{path.stat().st_size:,} {t('cli.lexicon.bytes')}")
    click.echo(f"{t('cli.lexicon.fingerprint')}\t{lexicon.compiled(fingerprint)}")

"""``rawi schema``: the published form of records."""

from __future__ import annotations

import click

from rawi.cli.common import Command
from rawi.jsonio import dumps


@click.command("schema", cls=Command, help="cli.schema")
@click.argument("which", type=click.Choice(["record", "error"]), default="record", metavar="[record|error]")
def command(which: str) -> None:
    """Print a schema (the text of the help is in the table of strings)."""
    from rawi.schema import error_schema, record_schema

    click.echo(dumps(record_schema() if which == "record" else error_schema(), indent=True))

"""``rawi explain``: why each statement and event was coded."""

from __future__ import annotations

import click

from rawi.cli.common import FINE, INCOMPLETE, Command, broken_table, complain, console, option, overlay_option
from rawi.cli.read import check_date
from rawi.lexicon import TableError
from rawi.reader import Reader
from rawi.sources import Fault, read_file


@click.command("explain", cls=Command, help="cli.explain")
@click.argument("file", metavar="FILE|-")
@option("--published", metavar="DATE", callback=check_date, help="cli.read.published")
@option("--outlet", metavar="NAME", help="cli.read.outlet")
@option("--title", metavar="TEXT", help="cli.read.title")
@option("--input", "form", type=click.Choice(["text", "jsonl"]), help="cli.read.input")
@overlay_option()
@click.pass_context
def command(ctx: click.Context, file: str, published: str | None, outlet: str | None, title: str | None,
            form: str | None, overlays: tuple[str, ...]) -> None:  # fmt: skip
    """Explain reports (the text of the help is in the table of strings)."""
    from rawi.render.explain import explain

    reader = Reader(*overlays)
    code = FINE
    printer = console()
    if not printer.is_terminal:
        printer = console(width=120)
    for item in read_file(file, form):
        if isinstance(item, Fault):
            complain(item.problem, item.file, item.line)
            code = INCOMPLETE
            continue
        report = item.report
        try:
            doc = reader.doc(report.text, id=report.id, title=report.title or title, url=report.url, explain=True,
                             published=report.published or published, outlet=report.outlet or outlet)  # fmt: skip
        except TableError as error:
            raise broken_table(error) from error
        for problem in (*item.problems, *doc.problems):
            complain(problem, item.file, item.line)
            code = code if problem.harmless else INCOMPLETE
        explain(doc, printer, folders=reader.lexicon.folders)
    ctx.exit(code)

"""``rawi read``: reports in, records out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

import click

from rawi.cli.common import FINE, INCOMPLETE, Command, broken_table, complain, console, option, overlay_option, say, terminal
from rawi.i18n import t
from rawi.jsonio import dumps
from rawi.lexicon import TableError
from rawi.record import Record
from rawi.sources import Fault, InputReport, Item, publication, read_file


def check_date(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Refuse what is no date, as a mistake in calling the command."""
    if value is not None and publication(value) is None:
        raise click.BadParameter(t("cli.bad-date", value=value))
    return value


@click.command("read", cls=Command, help="cli.read")
@click.argument("files", nargs=-1, required=True, metavar="FILE…|-")
@option("--published", metavar="DATE", callback=check_date, help="cli.read.published")
@option("--outlet", metavar="NAME", help="cli.read.outlet")
@option("--title", metavar="TEXT", help="cli.read.title")
@option("--url", metavar="URL", help="cli.read.url")
@option("--id", metavar="ID", help="cli.read.id")
@option("--input", "form_in", type=click.Choice(["text", "jsonl"]), help="cli.read.input")
@option("--format", "form", type=click.Choice(["text", "json", "jsonl", "html"]), help="cli.read.format")
@option("-o", "--output", metavar="FILE", type=click.Path(dir_okay=False), help="cli.read.output")
@option("-j", "--jobs", type=click.IntRange(1, 256), default=1, metavar="N", help="cli.read.jobs")
@overlay_option()
@click.pass_context
def command(ctx: click.Context, files: tuple[str, ...], published: str | None, outlet: str | None, title: str | None,
            url: str | None, id: str | None, form_in: str | None, form: str | None, output: str | None, jobs: int,
            overlays: tuple[str, ...]) -> None:  # fmt: skip
    """Read reports (the text of the help is in the table of strings)."""
    from rawi.cli.work import Settings, read_items

    if files.count("-") > 1:
        raise click.UsageError(t("cli.one-stdin"))
    own = InputReport("", id, title, published, outlet, url)
    if (id or title or url) and len(files) > 1:
        raise click.UsageError(t("cli.one-report"))
    if output and any(f != "-" and Path(f).exists() and Path(output).exists() and Path(f).samefile(output) for f in files):
        raise click.UsageError(t("cli.same-file", file=output))
    if form is None:
        form = "text" if output is None and terminal(sys.stdout) else "jsonl"
    items = (_fill(item, own) for file in files for item in read_file(file, form_in))
    outcomes = read_items(items, Settings(overlays, form in ("json", "jsonl"), form == "json"), jobs)
    code = FINE
    try:
        with _output(output) as out, _progress() as advance:

            def results() -> Iterator[Record | bytes | Fault]:
                nonlocal code
                for result, file, line, problems in outcomes:
                    for problem in problems:
                        complain(problem, file, line)
                        if not problem.harmless:
                            code = INCOMPLETE
                    yield result
                    advance()

            _WRITERS[form](results(), out)
    except TableError as error:
        raise broken_table(error) from error
    except BrokenPipeError:
        # Whoever read our output has seen enough. The stream is closed for good, or Python complains when it flushes at exit.
        sys.stderr.close()
        ctx.exit(code)
    except OSError as error:
        raise click.ClickException(f"{error.filename or output}: {error.strerror}") from error
    ctx.exit(code)


def _fill(item: Item | Fault, own: InputReport) -> Item | Fault:
    """The report with what the command line says of it; what the report itself says goes first."""
    if isinstance(item, Fault):
        return item
    names = ("published", "outlet") if item.line is not None else ("id", "title", "published", "outlet", "url")
    missing = {name: getattr(own, name) for name in names if not getattr(item.report, name)}
    return replace(item, report=replace(item.report, **missing))


def _output(output: str | None) -> AbstractContextManager[IO[bytes]]:
    if output is None or output == "-":
        return nullcontext(sys.stdout.buffer)
    return Path(output).open("wb")


class _progress:
    """Counts reports on standard error when people look at it and nothing else is printed there."""

    def __enter__(self) -> Any:
        if not terminal(sys.stderr) or terminal(sys.stdout):
            return lambda: None
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        columns = (SpinnerColumn(), TextColumn("{task.completed:,}"), TextColumn("{task.description}"), TimeElapsedColumn())
        self.bar = Progress(*columns, console=console(sys.stderr), transient=True)
        self.bar.start()
        task = self.bar.add_task(t("cli.reports"), total=None)
        return lambda: self.bar.advance(task)

    def __exit__(self, *error: object) -> None:
        if hasattr(self, "bar"):
            self.bar.stop()


def _jsonl(results: Iterable[Record | bytes | Fault], out: IO[bytes]) -> None:
    for result in results:
        out.write(_json(result, False) + b"\n")
    out.flush()


def _json_array(results: Iterable[Record | bytes | Fault], out: IO[bytes]) -> None:
    before = b"[\n"
    for result in results:
        out.write(before + _json(result, True))
        before = b",\n"
    out.write(b"\n]\n" if before == b",\n" else b"[]\n")
    out.flush()


def _json(result: Record | bytes | Fault, indent: bool) -> bytes:
    if isinstance(result, Fault):
        return dumps(result.to_dict(), indent=indent)
    return result if isinstance(result, bytes) else dumps(result, indent=indent)


def _text(results: Iterable[Record | bytes | Fault], out: IO[bytes]) -> None:
    import io

    from rawi.render.summary import print_summary

    stream = io.TextIOWrapper(out, encoding="utf-8", errors="backslashreplace", write_through=True)
    printer = console(stream) if terminal(out) else console(stream, width=120)
    for result in results:
        if isinstance(result, Record):
            print_summary(result, printer)
    stream.detach()


def _html(results: Iterable[Record | bytes | Fault], out: IO[bytes]) -> None:
    from rawi.i18n import language
    from rawi.render.html import page

    records = [result for result in results if isinstance(result, Record)]
    out.write(page(records, language()).encode("utf-8", "backslashreplace"))
    out.flush()
    if not records:
        say("cli.empty-page")


_WRITERS = {"jsonl": _jsonl, "json": _json_array, "text": _text, "html": _html}

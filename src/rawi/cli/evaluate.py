"""``rawi evaluate``: how well records agree with gold records."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from rawi.cli.common import Command, broken_table, option, overlay_option
from rawi.evaluate import HEADLINE, LAYERS, Evaluation, TextDiffersError, evaluate
from rawi.i18n import t
from rawi.jsonio import dumps, loads
from rawi.lexicon import TableError
from rawi.reader import Reader


def _layer(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[str, int | None] | None:
    if value is None:
        return None
    layer, _, limit = value.partition(":")
    if layer not in LAYERS or not (limit.isdigit() or not limit):
        raise click.BadParameter(t("cli.evaluate.layer", layer=value, layers=", ".join(LAYERS)))
    return layer, int(limit) if limit else None


@click.command("evaluate", cls=Command, help="cli.evaluate")
@click.argument("gold", type=click.Path(exists=True, dir_okay=False))
@click.argument("predicted", required=False, type=click.Path(exists=True, dir_okay=False))
@option("--run", is_flag=True, help="cli.evaluate.run")
@option("--json", "as_json", is_flag=True, help="cli.evaluate.json")
@option("--errors", metavar="LAYER[:N]", callback=_layer, help="cli.evaluate.errors")
@overlay_option()
def command(gold: str, predicted: str | None, run: bool, as_json: bool, errors: tuple[str, int | None] | None,
            overlays: tuple[str, ...]) -> None:  # fmt: skip
    """Evaluate records (the text of the help is in the table of strings)."""
    if run == bool(predicted):
        raise click.UsageError(t("cli.evaluate.both" if run else "cli.evaluate.no-predicted"))
    try:
        wanted = list(_records(gold))
        result = evaluate(wanted, _records(predicted) if predicted else read_again(wanted, Reader(*overlays)))
    except TextDiffersError as error:
        raise click.ClickException(str(error)) from error
    except TableError as error:
        raise broken_table(error) from error
    if as_json:
        click.echo(dumps(result.to_dict()))
        return
    click.echo("\n".join(table(result)))
    if errors:
        layer, limit = errors
        click.echo("\n".join(result.errors[layer][:limit]))


def read_again(gold: list[dict[str, Any]], reader: Reader) -> Iterator[dict[str, Any]]:
    """Records of the gold reports, read now."""
    for record in gold:
        report = record["report"]
        yield reader.read(report["text"], **{k: report.get(k) for k in ("id", "title", "published", "outlet", "url")}).to_dict()


def table(result: Evaluation) -> Iterator[str]:
    """The measures as lines; the headline measures are marked with ``*``."""
    yield t("cli.evaluate.counts", gold=result.reports, predicted=result.predicted)
    yield f"{t('cli.evaluate.measure'):34}{'P':>7}{'R':>7}{'F1':>7}{'gold':>7}{'pred':>7}"
    for name, tally in result.tallies.items():
        figures = f"{100 * tally.precision:7.1f}{100 * tally.recall:7.1f}{100 * tally.f1:7.1f}{tally.gold:7}{tally.predicted:7}"
        yield f"{name:34}{figures}{'  *' if name in HEADLINE else ''}"
    yield f"{t('cli.evaluate.mean'):34}{'':14}{100 * result.mean:7.1f}"


def _records(file: str) -> Iterator[dict[str, Any]]:
    with Path(file).open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    yield loads(line)
                except ValueError as error:
                    raise click.ClickException(f"{file}:{number}: {t('problem.not-json', reason=error)}") from error

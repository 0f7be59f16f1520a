"""``rawi read``: reports in, records out."""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from typing import Any

import click
import orjson

from rawi.reader import Reader


def reports(file: str) -> Iterator[dict[str, Any]]:
    """The reports of a file."""
    if file.endswith((".jsonl", ".jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf-8") if file.endswith(".gz") else open(file, encoding="utf-8") as lines:
            for line in lines:
                if line.strip():
                    yield json.loads(line)
    else:
        with click.open_file(file, encoding="utf-8") as stream:
            yield {"text": stream.read()}


@click.command("read")
@click.argument("files", nargs=-1, required=True, type=click.Path(allow_dash=True))
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl")
@click.option("-o", "--output", type=click.Path())
def command(files: tuple[str, ...], form: str, output: str | None) -> None:
    """Read reports and print their records."""
    reader = Reader()
    with open(output, "wb") if output else sys.stdout.buffer as out:
        for file in files:
            for record in reader.read_many(reports(file)):
                out.write(orjson.dumps(record.to_dict()) + b"\n")

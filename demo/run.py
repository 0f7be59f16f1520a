"""Reads the sample reports, prints what was read, and writes a page for each file and one with all of them to ``demo/out``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from rich.console import Console

import rawi
from rawi.i18n import language, t
from rawi.render.html import page
from rawi.render.summary import print_summary

HERE = Path(__file__).parent
REPORTS = HERE / "reports"
OUT = HERE / "out"


def main(out: Path = OUT) -> list[Path]:
    """Write the pages to ``out`` and return their paths."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a C locale must not stop Arabic
    console = Console()
    reader = rawi.Reader()
    out.mkdir(parents=True, exist_ok=True)
    everything: list[rawi.Record] = []
    written: list[Path] = []
    for source in sorted(REPORTS.glob("*.jsonl")):
        reports = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines() if line.strip()]
        records = list(reader.read_many(reports))
        for record in records:
            console.rule(record.report.id)
            print_summary(record, console)
        everything += records
        written.append(_write(out / f"{source.stem}.html", records))
    written.append(_write(out / "index.html", everything))
    console.rule()
    console.print(t("demo.written", count=len(everything)))
    for path in written:
        console.print(f"  {path.resolve()}", soft_wrap=True, highlight=False)
    return written


def _write(path: Path, records: list[rawi.Record]) -> Path:
    path.write_text(page(records, lang=language()), encoding="utf-8")
    return path


if __name__ == "__main__":
    main()

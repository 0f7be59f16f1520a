"""The sample reports: what they must hold, and that the demo writes their pages."""

from __future__ import annotations

import json
import runpy
from pathlib import Path

import pytest

DEMO = Path(__file__).parents[1] / "demo"
REPORTS = [json.loads(line) for path in sorted(DEMO.glob("reports/*.jsonl")) for line in path.read_text("utf-8").splitlines()]


def test_the_samples_come_from_several_outlets_and_agencies() -> None:
    assert len(REPORTS) >= 14
    assert len({report["id"] for report in REPORTS}) == len(REPORTS)
    assert len({report["outlet"] for report in REPORTS}) >= 5
    assert all(report["text"].startswith(report["title"]) and report["published"] for report in REPORTS)


def test_the_demo_writes_a_page_for_each_file_and_names_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(DEMO / "run.py"))["main"](tmp_path)
    written = sorted(tmp_path.glob("*.html"))
    assert {path.stem for path in written} == {"index", *(path.stem for path in DEMO.glob("reports/*.jsonl"))}
    tail = capsys.readouterr().out.splitlines()[-len(written) :]
    assert sorted(line.strip() for line in tail) == sorted(str(path) for path in written)
    index = (tmp_path / "index.html").read_text("utf-8")
    assert index.count('<article class="record"') == len(REPORTS)

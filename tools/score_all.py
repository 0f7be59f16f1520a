"""Measure Rawi against every test set in ../shared, compare with eval/floors.toml, fail on a drop.

    python tools/score_all.py [--raise] [--readme] [--no-speed]

``--raise`` lifts the floors to what was measured; ``--readme`` writes the figures into the tables of README.md and
docs/accuracy.md. Nothing of the test sets is copied: texts go in, counts come out.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import own_gold
import score_tables
from rawi import Reader
from rawi.cli.tokens import rows
from rawi.evaluate import HEADLINE, evaluate
from rawi.jsonio import dumps, loads

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
FLOORS = ROOT / "eval" / "floors.toml"
FIELDS = ("id", "title", "published", "outlet", "url")
_SPARE = 0.5
_OTHER_YEARS = ("news_2021_2024_a.jsonl", "news_2021_2024_b.jsonl")
"""What was called unseen before there were more files: its floor goes on to hold for the same reports."""

Figures = dict[str, dict[str, float]]


def main() -> None:
    """Measure, print, compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to what was measured")
    parser.add_argument("--readme", action="store_true", help="write the figures into README.md and docs/accuracy.md")
    parser.add_argument("--no-speed", action="store_true", help="leave the benchmark out")
    args = parser.parse_args()
    if not (SHARED / "score").is_dir():
        sys.exit(f"{SHARED} is not here: nothing to measure with")
    figures = measure()
    if not args.no_speed:
        figures["speed"] = _speed()
    drops = list(compare(figures, tomllib.loads(FLOORS.read_text(encoding="utf-8"))))
    if args.lift:
        FLOORS.write_text(lifted(FLOORS.read_text(encoding="utf-8"), figures), encoding="utf-8")
    if args.readme:
        write_table(ROOT / "README.md", "figures", table(figures))
        write_table(ROOT / "docs" / "accuracy.md", "layers", score_tables.layers(figures))
        write_table(ROOT / "docs" / "accuracy.md", "others", score_tables.others(figures))
    for drop in drops:
        print(f"BELOW THE FLOOR  {drop}")
    if drops:
        sys.exit(1)
    print("no figure is below its floor")


def measure() -> Figures:
    """All test sets; prints each scorer's own lines."""
    reader = Reader()
    figures: Figures = {}
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for name in ("seed", "dev"):
            figures[f"gold.{name}"] = _gold(SHARED / "gold" / f"{name}.jsonl", reader, work)
        if own_gold.NEWS.is_dir():
            sets = {"unseen": own_gold.MEASURED_ONLY, "studied": own_gold.studied(), "other_years": _OTHER_YEARS}
            for name, files in sets.items():
                own = work / f"{name}.jsonl"
                own.write_bytes(b"".join(dumps(record) + b"\n" for record in own_gold.restore(files)))
                figures[f"gold.{name}"] = _gold(own, reader, work)
        figures["gsr"] = _gsr(reader, work)
        cases = SHARED / "times" / "cases.jsonl"
        out = _score("times.py", cases, _read(cases, reader, work))
        figures["times"] = {name.lower(): float(value) for name, value in re.findall(r"^(\w+)\S*\s+([\d.]+) %", out, re.M)}
        cases = SHARED / "ner" / "anercorp.jsonl"
        out = _score("ner.py", cases, _read(cases, reader, work))
        patterns = {"f1": r"^all .*?F1\s+([\d.]+)", "exact": r"^all .*?exact F1\s+([\d.]+)"}
        figures["ner"] = {name: float(re.findall(pattern, out, re.M)[0]) for name, pattern in patterns.items()}
        figures["segmentation"] = _segmentation(reader, work)
    return figures


def _gold(path: Path, reader: Reader, work: Path) -> dict[str, float]:
    name = path.stem
    gold = [loads(line) for line in path.read_bytes().splitlines() if line.strip()]
    records = []
    for wanted in gold:
        report = wanted["report"]
        records.append(reader.read(report["text"], **{field: report.get(field) for field in FIELDS}).to_dict())
    result = evaluate(gold, records).to_dict()
    predicted = work / f"{name}.read.jsonl"
    predicted.write_bytes(b"".join(dumps(record) + b"\n" for record in records))
    theirs = json.loads(_run("score.py", path, predicted, "--json"))
    if theirs != result:
        differ = [measure for measure in theirs if theirs[measure] != result.get(measure)]
        sys.exit(f"rawi.evaluate and score.py disagree on gold/{name}: {', '.join(differ)}")
    print(f"\ngold/{name}.jsonl: {len(gold)} reports (rawi.evaluate and score.py agree)")
    for measure, row in result.items():
        if measure != "mean":
            mark = "  *" if measure in HEADLINE else ""
            print(f"  {measure:34}P {100 * row['p']:5.1f}  R {100 * row['r']:5.1f}  F1 {100 * row['f']:5.1f}{mark}")
    print(f"  {'mean of * (F1)':34}{'':18}{100 * result['mean']:5.1f}")
    found = {measure: round(100 * (row["f"] if isinstance(row, dict) else row), 1) for measure, row in result.items()}
    return found | {"reports": len(gold)}


def _gsr(reader: Reader, work: Path) -> dict[str, float]:
    figures = {}
    for kind in ("assault", "protest"):
        detect, spans = (SHARED / "gsr" / f"{kind}_{part}.jsonl" for part in ("detect", "spans"))
        both = work / f"{kind}.jsonl"
        both.write_bytes(_read(detect, reader, work).read_bytes() + _read(spans, reader, work).read_bytes())
        out = _score("gsr.py", detect, spans, both)
        for key, pattern in (
            ("f1", r"R\s+[\d.]+\s+F1\s+([\d.]+)"), ("clear_f1", r"clear cases only:.*?F1\s+([\d.]+)"),
            ("source", r"source\s+([\d.]+) \("), ("target", r"target\s+([\d.]+) \("), ("type", r"type found\s+([\d.]+)"),
            ("source_country", r"source country\s+([\d.]+)"), ("target_country", r"target country\s+([\d.]+)"),
        ):  # fmt: skip
            figures[f"{kind}.{key}"] = float(re.findall(pattern, out)[0])
        alarms, easy = re.findall(r"false alarms (\d+) of (\d+) easy", out)[0]
        figures[f"{kind}.easy_alarms"] = round(100 * int(alarms) / int(easy), 1)
    return figures


def _segmentation(reader: Reader, work: Path) -> dict[str, float]:
    treebank = SHARED / "segmentation" / "pud.conllu"
    lines = _run("segmentation.py", "--text", treebank).splitlines()
    tokens = work / "tokens.tsv"
    with tokens.open("w", encoding="utf-8") as out:
        for number, line in enumerate(lines, 1):
            out.writelines("\t".join((str(number), *row)) + "\n" for row in rows(line, reader.lexicon))
    printed = _score("segmentation.py", treebank, tokens)
    found = {"proclitics.f1": r"F1\s+([\d.]+)", "words.exact": r"exact\s+([\d.]+)", "verb.or.not": r"verb or not\s+([\d.]+)"}
    return {name: float(re.findall(pattern, printed)[0]) for name, pattern in found.items()}


def _speed() -> dict[str, float]:
    command = [sys.executable, str(ROOT / "benchmarks" / "speed.py"), "--json"]
    figures: dict[str, float] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
    print("\nspeed (one core)")
    for name, value in figures.items():
        print(f"  {name.replace('_', ' '):34}{value:>12,}")
    return figures


def _read(cases: Path, reader: Reader, work: Path) -> Path:
    out = work / f"read-{cases.stem}.jsonl"
    with out.open("wb") as stream:
        for case in map(loads, cases.read_bytes().splitlines()):
            record = reader.read(case["text"], **{field: case.get(field) for field in FIELDS})
            stream.write(dumps(record) + b"\n")
    return out


def _score(script: str, *arguments: Path) -> str:
    print(f"\n{script} {arguments[0].name}")
    out = _run(script, *arguments)
    print("".join(f"  {line}\n" for line in out.splitlines()), end="")
    return out


def _run(script: str, *arguments: Path | str) -> str:
    command = [sys.executable, str(SHARED / "score" / script), *map(str, arguments)]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def compare(figures: Figures, floors: dict[str, Any]) -> Iterable[str]:
    """Figures below their floor, or above their ceiling."""
    for section, entries in _sections(floors):
        for name, floor in entries.items():
            if section == "speed" and section not in figures:
                continue
            value = figures.get(section, {}).get(name.removesuffix("_max"))
            if value is None:
                yield f"{section} {name}: not measured"
            elif value > floor if name.endswith("_max") else value < floor:
                yield f"{section} {name}: {value}, floor {floor}"


def _sections(floors: dict[str, Any], path: str = "") -> Iterable[tuple[str, dict[str, float]]]:
    plain = {name: value for name, value in floors.items() if not isinstance(value, dict)}
    if plain:
        yield path, plain
    for name, value in floors.items():
        if isinstance(value, dict):
            yield from _sections(value, f"{path}.{name}" if path else name)


def lifted(toml: str, figures: Figures) -> str:
    """The text of the floors with each one lifted to what was measured; speed depends on the machine and stays."""
    section = ""
    lines = []
    for line in toml.split("\n"):
        if header := re.fullmatch(r"\[(.+)\]", line):
            section = header[1]
        if (entry := re.fullmatch(r'("?)([^"=]+)\1 = ([\d.]+)', line)) and section != "speed":
            value = figures.get(section, {}).get(entry[2])
            if value is not None and value - _SPARE > float(entry[3]):
                line = f"{entry[1]}{entry[2]}{entry[1]} = {value - _SPARE:.1f}"
        lines.append(line)
    return "\n".join(lines)


def write_table(path: Path, name: str, lines: Iterable[str]) -> None:
    """Put the lines between the marks of that name in a document."""
    start, end = f"<!-- {name}: written by tools/score_all.py --readme -->", f"<!-- end of {name} -->"
    before, _, rest = path.read_text(encoding="utf-8").partition(start)
    _, _, after = rest.partition(end)
    if not after:
        sys.exit(f"{path.name} has no place for {name}")
    path.write_text(before + "\n".join((start, *lines, end)) + after, encoding="utf-8")


def table(figures: Figures) -> Iterable[str]:
    """The figures for the README."""
    gold = ["times.value", "places.resolved", "statements.source", "statements.content", "events.type", "events.actors",
            "events.recipients", "events.who-what-whom", "mean"]  # fmt: skip
    studied, unseen = (figures.get(f"gold.{name}", {}) for name in ("studied", "unseen"))
    yield "| measure | seed report | development reports | own reports, looked into | own reports, never looked into |"
    yield "|---|---:|---:|---:|---:|"
    for name in gold:
        shown = "mean of these" if name == "mean" else f"`{name}`"
        row = [figures["gold.seed"][name], figures["gold.dev"][name], studied.get(name, ""), unseen.get(name, "")]
        yield f"| {shown} (F1, %) | {' | '.join(map(str, row))} |"
    yield ""
    yield "| other test sets | |"
    yield "|---|---:|"
    for section, name, shown in (
        ("gsr", "assault.clear_f1", "Arabic event gold standard: ASSAULT detection, clear cases (F1, %)"),
        ("gsr", "protest.clear_f1", "Arabic event gold standard: PROTEST detection, clear cases (F1, %)"),
        ("times", "duckling", "Duckling's Arabic time cases (% right)"),
        ("times", "recognizers", "Recognizers-Text's Arabic time cases (% right)"),
        ("ner", "f1", "ANERcorp names: person, place, organization (F1, %)"),
        ("segmentation", "proclitics.f1", "UD Arabic-PUD proclitics (F1, %)"),
        ("speed", "sentences_per_second", "sentences a second, one core"),
        ("speed", "words_per_second", "words a second, one core"),
        ("speed", "startup_seconds", "start-up, seconds"),
        ("speed", "memory_megabytes", "memory, MB"),
    ):
        value = figures.get(section, {}).get(name)
        if value is not None:
            yield f"| {shown} | {value:,} |"


if __name__ == "__main__":
    main()

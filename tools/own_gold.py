"""Gold records of our own, kept without the texts they are about.

    python tools/own_gold.py strip GOLD.jsonl OUT.jsonl      offsets, types and codes; no character of the reports
    python tools/own_gold.py restore OUT.jsonl [FILE ...]    the records of eval/annotations with the texts of ../shared/news,
                                                             all of them or those of the files named (news_mixed_d.jsonl)

The reports belong to their publishers and stay outside of the project; an annotation names its report by id and by the SHA-256
of the coded text, so that offsets are never applied to another text.
"""

from __future__ import annotations

import gzip
import hashlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from rawi.jsonio import dumps, loads

ROOT = Path(__file__).resolve().parent.parent
NEWS = ROOT.parent / "shared" / "news"
KEPT = ROOT / "eval" / "annotations"
MEASURED_ONLY = ("news_2021_2024_b.jsonl", "news_mixed_e.jsonl")
"""Files whose errors nobody looks at and nothing is trained on (eval/annotations/README.md)."""


def main() -> None:
    """Strip or restore."""
    match sys.argv[1:]:
        case ["strip", source, out]:
            lines = [dumps(strip(loads(line))) for line in Path(source).read_bytes().splitlines() if line.strip()]
        case ["restore", out, *names]:
            lines = [dumps(record) for record in restore(names)]
        case _:
            sys.exit(__doc__)
    Path(out).write_bytes(b"".join(line + b"\n" for line in lines))
    print(f"{len(lines)} records in {out}")


def digest(text: str) -> str:
    """SHA-256 of the coded text, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def strip(record: dict[str, Any]) -> dict[str, Any]:
    """The record without its text: spans keep ``start`` and ``end``."""
    report = record["report"]
    kept = {"schema": record["schema"], "report": {"id": report["id"], "sha256": digest(report["text"])}}
    return kept | {layer: _without_text(record[layer]) for layer in ("times", "places", "statements", "events")}


def studied() -> list[str]:
    """The names of the files that may be looked into and trained on."""
    return sorted(path.name for path in KEPT.glob("*.jsonl") if path.name not in MEASURED_ONLY)


def restore(names: Iterable[str] = ()) -> Iterator[dict[str, Any]]:
    """The kept records with their texts.

    :param names: files of eval/annotations; all of them when none is named.
    :raises SystemExit: there is no such file, a report is not in ../shared/news, or its text is not the one that was annotated.
    """
    paths = [KEPT / name for name in names] or sorted(KEPT.glob("*.jsonl"))
    if missing := [path.name for path in paths if not path.is_file()]:
        sys.exit(f"{', '.join(missing)}: not in {KEPT}")
    kept = {record["report"]["id"]: record for path in paths for record in map(loads, path.read_bytes().splitlines())}
    reports = dict(_reports(set(kept)))
    for id, record in kept.items():
        if id not in reports:
            sys.exit(f"{id} is not in {NEWS}")
        report = reports[id]
        title, text = report.get("title"), report["text"]
        coded = text if not title or text.startswith(title) else f"{title}\n{text}"
        if digest(coded) != record["report"]["sha256"]:
            sys.exit(f"{id}: the text differs from the one that was annotated")
        yield _with_text(record, coded) | {"report": report | {"text": coded, "language": "ar"}}


def _reports(ids: set[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(NEWS.glob("*.jsonl.gz")):
        with gzip.open(path) as lines:
            for line in lines:
                report = loads(line)
                if report["id"] in ids:
                    yield report["id"], report


def _without_text(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_text(item) for item in value]
    if isinstance(value, dict):
        return {key: _without_text(item) for key, item in value.items() if key != "text"}
    return value


def _with_text(value: Any, text: str) -> Any:
    if isinstance(value, list):
        return [_with_text(item, text) for item in value]
    if not isinstance(value, dict):
        return value
    filled = {key: _with_text(item, text) for key, item in value.items()}
    # A date has a start and an end too, but they are days.
    if isinstance(value.get("start"), int):
        filled["text"] = text[value["start"] : value["end"]]
    return filled


if __name__ == "__main__":
    main()

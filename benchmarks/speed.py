"""Speed, start-up time and memory of reading on one core.

    python benchmarks/speed.py [--reports N] [--json] [--profile]

Reads every k-th report of ../shared/news where it is present, else the sample reports of demo/. Each figure comes from a
process of its own, so that one does not warm the caches of another.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
NEWS = ROOT.parent / "shared" / "news"
FIELDS = ("id", "text", "title", "published", "outlet", "url")


def sample(wanted: int) -> list[dict[str, Any]]:
    """Reports spread evenly over all outlets."""
    if NEWS.is_dir():
        files = sorted(NEWS.glob("*.jsonl.gz"))
        share = max(1, wanted // len(files))
        return [report for file in files for report in _spread(file, share)]
    reports = [json.loads(line) for file in sorted((ROOT / "demo").rglob("*.jsonl")) for line in file.open(encoding="utf-8")]
    if not reports:
        sys.exit("no reports to read: neither ../shared/news nor demo/*.jsonl")
    return (reports * (wanted // len(reports) + 1))[:wanted]


def _spread(file: Path, share: int) -> Iterator[dict[str, Any]]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        texts = lines.readlines()
    for line in texts[:: max(1, len(texts) // share)][:share]:
        report = json.loads(line)
        yield {name: report.get(name) for name in FIELDS}


def reading(wanted: int) -> dict[str, float]:
    """Read the sample in this process; the time to write the records as JSON is included."""
    import rawi
    from rawi.jsonio import dumps

    reports = sample(wanted)
    reader = rawi.Reader()
    began = time.perf_counter()
    reader.read("قال الوزير إن الوضع هادئ.")
    loaded = time.perf_counter() - began
    sentences = words = events = 0
    began = time.perf_counter()
    for report in reports:
        doc = reader.doc(**report)
        sentences += len(doc.sentences)
        words += sum(token.kind == "word" for token in doc.tokens)
        events += len(doc.events)
        dumps(reader.record(doc))
    seconds = time.perf_counter() - began
    return {
        "reports": len(reports),
        "sentences": sentences,
        "words": words,
        "events": events,
        "seconds": round(seconds, 2),
        "sentences_per_second": round(sentences / seconds),
        "words_per_second": round(words / seconds),
        "load_seconds": round(loaded, 3),
        "memory_megabytes": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def layers(wanted: int) -> dict[str, float]:
    """Microseconds of processor time a token that each layer takes, the best of three rounds."""
    import rawi
    from rawi.document import Doc
    from rawi.lexicon import Lexicon
    from rawi.pipeline import Layer

    def timed(layer: Layer) -> Layer:
        def run(doc: Doc, lexicon: Lexicon) -> None:
            began = time.process_time()
            layer.run(doc, lexicon)
            spent[layer.name] += time.process_time() - began

        return Layer(layer.name, layer.requires, layer.adds, run)

    reports = sample(wanted)
    reader = rawi.Reader()
    reader.pipeline.layers = tuple(timed(layer) for layer in reader.pipeline.layers)
    spent: defaultdict[str, float] = defaultdict(float)
    best: dict[str, float] = {}
    reader.read("قال الوزير إن الوضع هادئ.")
    for _ in range(3):
        spent.clear()
        tokens = sum(len(reader.doc(**report).tokens) for report in reports)
        for name, seconds in spent.items():
            best[name] = min(seconds, best.get(name, seconds))
    return {f"{name}_microseconds_a_token": round(1e6 * seconds / tokens, 1) for name, seconds in best.items()}


def segmenting(wanted: int) -> dict[str, float]:
    """Only tokens and clitics, as ``rawi tokens`` does."""
    from rawi.cli.tokens import rows
    from rawi.lexicon import Lexicon

    lexicon = Lexicon()
    lines = [line for report in sample(wanted) for line in str(report["text"]).split("\n")]
    list(rows("قال الوزير إن الوضع هادئ.", lexicon))
    began = time.perf_counter()
    words = sum(1 for line in lines for _ in rows(line, lexicon))
    return {"segmented_words_per_second": round(words / (time.perf_counter() - began))}


def startup() -> dict[str, float]:
    """From the start of the program to the record of a one-line report: the best of three."""
    times = []
    for _ in range(3):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-m", "rawi", "read", "-"], input="قال الوزير إن الوضع هادئ.".encode(), check=True,
                       stdout=subprocess.DEVNULL)  # fmt: skip
        times.append(time.perf_counter() - began)
    return {"startup_seconds": round(min(times), 2)}


PARTS = {"reading": reading, "segmenting": segmenting, "layers": layers}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=900, help="how many reports to read (default 900)")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--profile", action="store_true", help="profile the reading and print the 40 costliest functions")
    parser.add_argument("--part", choices=list(PARTS), help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.part:
        print(json.dumps(PARTS[args.part](args.reports)))
        return
    if args.profile:
        import cProfile
        import pstats

        profile = cProfile.Profile()
        profile.runcall(reading, args.reports)
        pstats.Stats(profile).sort_stats("tottime").print_stats(40)
        return
    figures = startup()
    for part in PARTS:
        command = [sys.executable, __file__, "--part", part, "--reports", str(args.reports)]
        figures |= json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
    if args.json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        print(f"{name.replace('_', ' '):40}{value:>12,}")


if __name__ == "__main__":
    main()

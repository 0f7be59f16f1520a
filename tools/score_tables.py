"""The tables of figures in docs/accuracy.md: each layer beside what two coders agree on, and other systems beside Rawi.

What people and other systems reach was measured once and is kept in ``eval/agreement.tsv`` and ``eval/others.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

EVAL = Path(__file__).resolve().parent.parent / "eval"
SETS = {"gold.dev": "development", "gold.studied": "own, looked into", "gold.unseen": "own, never looked into"}
PEOPLE = {"second coder": "8", "third coder": "4", "own coders": "7"}
"""Who coded again, and how many reports."""

Figures = Mapping[str, Mapping[str, float]]


def layers(figures: Figures) -> Iterator[str]:
    """Every measure of ``rawi evaluate`` (F1, or the share right of what was matched, in percent), per set of reports."""
    people = {measure: numbers for measure, *numbers in rows("agreement.tsv")}
    yield "| measure | " + " | ".join((*SETS.values(), *PEOPLE)) + " |"
    yield "|---|" + "---:|" * (len(SETS) + len(PEOPLE))
    counts = [f"{figures[name]['reports']:.0f}" for name in SETS]
    yield "| reports | " + " | ".join((*counts, *PEOPLE.values())) + " |"
    for measure in figures["gold.dev"]:
        if measure not in ("reports", "mean"):
            yield _row(f"`{measure}`", measure, figures, people)
    yield _row("mean of the headline measures", "mean", figures, people)


def others(figures: Figures) -> Iterator[str]:
    """Other systems on the files that Rawi is measured on too."""
    yield "| | Rawi | other system | its figure | to mind |"
    yield "|---|---:|---|---:|---|"
    for what, section, name, system, figure, note in rows("others.tsv"):
        mine = figures.get(section, {}).get(name)
        yield f"| {what} | {'' if mine is None else f'{mine:,}'} | {system} | {figure} | {note} |"


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a table of ``eval``."""
    for line in (EVAL / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _row(shown: str, measure: str, figures: Figures, people: Mapping[str, list[str]]) -> str:
    cells = [str(figures[name].get(measure, "")) for name in SETS] + people.get(measure, [""] * len(PEOPLE))
    return f"| {shown} | {' | '.join(cells)} |"

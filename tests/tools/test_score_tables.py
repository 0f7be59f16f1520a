"""The tables of docs/accuracy.md that tools/score_all.py writes."""

import pytest

from rawi.evaluate import HEADLINE
from score_tables import SETS, layers, others, rows

FIGURES = {
    name: {"times.value": 99.0, "events.type": 75.5, "events.mode (of matched)": 80.0, "mean": 70.0, "reports": 7}
    for name in SETS
}


def test_a_row_has_every_set_and_what_two_coders_reach():
    table = list(layers(FIGURES))
    assert table[2] == "| reports | 7 | 7 | 7 | 8 | 4 | 7 |"
    assert "| `events.type` | 75.5 | 75.5 | 75.5 | 97 | 86 | 76 |" in table
    assert "| `events.mode (of matched)` | 80.0 | 80.0 | 80.0 |  |  | 82 |" in table
    assert table[-1] == "| mean of the headline measures | 70.0 | 70.0 | 70.0 | 96 | 86 | 81 |"


def test_the_figure_of_rawi_is_put_beside_that_of_another():
    table = list(others({"times": {"duckling": 84.1}}))
    assert any(row.startswith("| Duckling's Arabic time cases (%) | 84.1 | puckling") for row in table)
    assert any("|  | UniversalPetrarch" in row for row in table)  # not measured: left open


@pytest.mark.parametrize(("name", "columns"), [("agreement.tsv", 4), ("others.tsv", 6)])
def test_tables_are_whole(name, columns):
    assert {len(row) for row in rows(name)} == {columns}


def test_agreement_is_known_of_every_headline_measure():
    assert set(HEADLINE) <= {measure for measure, *_ in rows("agreement.tsv")}

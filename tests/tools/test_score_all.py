"""What is compared with the floors, and how floors are lifted."""

from __future__ import annotations

import pytest

import score_all

FLOORS = """[gold.dev]
mean = 70.0
"events.who-what-whom" = 25.0
"events.status (of matched)" = 90.0
[gsr]
"assault.easy_alarms_max" = 3.0
[speed]
sentences_per_second = 300
"""
CASES = [
    ({"gold.dev": {"mean": 80.0}}, "mean = 79.5"),
    ({"gold.dev": {"events.who-what-whom": 44.0}}, '"events.who-what-whom" = 43.5'),
    ({"gold.dev": {"events.status (of matched)": 99.1}}, '"events.status (of matched)" = 98.6'),
    # never lowered; ceilings and speed stay
    ({"gold.dev": {"mean": 60.0}}, "mean = 70.0"),
    ({"gold.dev": {"mean": 70.4}}, "mean = 70.0"),
    ({"gsr": {"assault.easy_alarms": 9.0}}, '"assault.easy_alarms_max" = 3.0'),
    ({"speed": {"sentences_per_second": 900.0}}, "sentences_per_second = 300"),
]


@pytest.mark.parametrize(("figures", "line"), CASES)
def test_floors_only_rise(figures: dict[str, dict[str, float]], line: str) -> None:
    assert line in score_all.lifted(FLOORS, figures).split("\n")


DROPS = [
    ({"mean": 71.0}, {"mean": 70.0}, []),
    ({"mean": 69.9}, {"mean": 70.0}, ["set mean: 69.9, floor 70.0"]),
    ({"alarms": 3.1}, {"alarms_max": 3.0}, ["set alarms_max: 3.1, floor 3.0"]),
    ({"alarms": 3.0}, {"alarms_max": 3.0}, []),
    ({}, {"mean": 70.0}, ["set mean: not measured"]),
]


@pytest.mark.parametrize(("measured", "floors", "said"), DROPS)
def test_a_drop_is_told(measured: dict[str, float], floors: dict[str, float], said: list[str]) -> None:
    assert list(score_all.compare({"set": measured}, {"set": floors})) == said

"""The measures on small reports, counted by hand."""

import copy
import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from rawi.evaluate import HEADLINE, TextDiffersError, evaluate

SHARED = Path(__file__).resolve().parents[3] / "shared"
#       0         10        20        30        40
TEXT = "قال الوزير سالم إن الجنود قصفوا القرية أمس."


def span(quoted, **more):
    start = TEXT.index(quoted)
    return {"start": start, "end": start + len(quoted), "text": quoted, **more}


def gold():
    statement = {
        "id": "s1", "cue": span("قال"), "source": span("الوزير سالم", code="SYR GOV"),
        "content": span("الجنود قصفوا القرية أمس"),
        "stance": "say", "quote": "indirect", "within": None, "addressee": [],
    }  # fmt: skip
    event = {
        "id": "e1", "type": "ASSAULT", "mode": ["heavy-weapons"], "trigger": span("قصفوا"),
        "actors": [span("الجنود", code="SYR MIL")],
        "recipients": [span("القرية", code="SYR CVL")], "place": "p1", "date": {"start": "2016-12-12", "end": "2016-12-12"},
        "status": "occurred", "statement": "s1", "casualties": {"killed": 2, "injured": 3},
    }  # fmt: skip
    return {
        "report": {"id": "r", "text": TEXT},
        "times": [span("أمس", id="t1", value="2016-12-12")],
        "places": [span("القرية", id="p1", name="The village", country="SYR", lat=36.0, lon=37.0)],
        "statements": [statement],
        "events": [event],
    }


def figures(record, measure):
    tally = evaluate([gold()], [record]).tallies[measure]
    return tally.right, tally.gold, tally.predicted


def test_the_same_record_is_perfect():
    result = evaluate([gold()], [gold()])
    assert result.mean == 1
    assert all(tally.f1 == 1 for tally in result.tallies.values())
    assert result.errors == {"times": [], "places": [], "statements": [], "events": []}


def test_no_record_is_all_missed():
    result = evaluate([gold()], [])
    assert result.mean == 0
    assert (result.reports, result.predicted) == (1, 0)
    assert result.errors["times"] == ["r\tMISSED\tأمس 2016-12-12"]


def test_an_error_record_is_no_record():
    assert evaluate([gold()], [{"schema": "rawi.error/1", "id": "r", "line": 1, "error": "x"}]).predicted == 0


def test_another_text_is_refused():
    other = gold()
    other["report"]["text"] += " "
    with pytest.raises(TextDiffersError):
        evaluate([gold()], [other])


@pytest.mark.parametrize(
    ("change", "measure", "counts"),
    [
        (lambda r: r["times"].clear(), "times.found", (0, 1, 0)),
        (lambda r: r["times"][0].update(value="2016-12-13"), "times.found", (1, 1, 1)),
        (lambda r: r["times"][0].update(value="2016-12-13"), "times.value", (0, 1, 1)),
        (lambda r: r["times"].append(span("القرية", value="2016")), "times.value", (1, 1, 2)),
        (lambda r: r["places"][0].update(country="TUR"), "places.found", (1, 1, 1)),
        (lambda r: r["places"][0].update(country="TUR"), "places.resolved", (0, 1, 1)),
        (lambda r: r["places"][0].update(country="TUR"), "events.place", (0, 1, 1)),
        (lambda r: r["statements"][0].update(source=span("الوزير", code="SYR GOV")), "statements.source", (1, 1, 1)),
        (lambda r: r["statements"][0].update(source=span("القرية", code="SYR GOV")), "statements.source", (0, 1, 1)),
        (lambda r: r["statements"][0].update(source=None), "statements.source", (0, 1, 1)),
        (lambda r: r["statements"][0].update(source=None), "events.attribution (of matched)", (0, 1, 1)),
        (lambda r: r["statements"][0].update(source=None, source_ref=span("سالم")), "statements.source", (1, 1, 1)),
        (lambda r: r["statements"][0].update(source=None, source_ref=span("سالم")), "statements.code (of matched)", (0, 1, 1)),
        (lambda r: r["statements"][0].update(content=span("القرية")), "statements.content", (0, 1, 1)),
        (lambda r: r["statements"][0].update(content=span("القرية")), "statements.found", (1, 1, 1)),  # by its cue
        (lambda r: r["statements"][0].update(cue=span("أمس")), "statements.found", (1, 1, 1)),  # by its content
        (lambda r: r["statements"][0].update(cue=span("أمس"), content=None), "statements.found", (0, 1, 1)),
        (lambda r: r["statements"][0].update(stance="deny"), "statements.stance (of matched)", (0, 1, 1)),
        (lambda r: r["statements"][0].update(within="s0"), "statements.within (of matched)", (0, 1, 1)),
        (lambda r: r["events"][0].update(trigger=span("أمس")), "events.type", (1, 1, 1)),  # the same sentence
        (lambda r: r["events"][0].update(trigger=span("أمس")), "events.trigger (any type)", (0, 1, 1)),
        (lambda r: r["events"][0].update(type="COERCE"), "events.type", (0, 1, 1)),
        (lambda r: r["events"][0].update(type="COERCE"), "events.trigger (any type)", (1, 1, 1)),
        (lambda r: r["events"][0].update(type="COERCE"), "events.actors", (0, 1, 1)),
        (lambda r: r["events"][0].update(mode=["aerial"]), "events.mode (of matched)", (0, 1, 1)),
        (lambda r: r["events"][0].update(status="negated"), "events.status (of matched)", (0, 1, 1)),
        (lambda r: r["events"][0].update(statement=None), "events.attribution (of matched)", (0, 1, 1)),
        (lambda r: r["events"][0]["actors"][0].update(code="SYR REB"), "events.actors", (1, 1, 1)),
        (lambda r: r["events"][0]["actors"][0].update(code="SYR REB"), "events.actors.code", (0, 1, 1)),
        (lambda r: r["events"][0]["actors"][0].update(code="SYR REB"), "events.who-what-whom", (0, 1, 1)),
        (lambda r: r["events"][0].update(recipients=[]), "events.recipients", (0, 1, 0)),
        (lambda r: r["events"][0].update(date={"start": "2016-12-01", "end": "2016-12-31"}), "events.date", (0, 1, 1)),
        (lambda r: r["events"][0].update(casualties={"killed": 2, "injured": 4}), "events.casualties", (1, 2, 2)),
    ],
)
def test_one_change_one_count(change, measure, counts):
    record = gold()
    change(record)
    assert figures(record, measure) == counts


def test_errors_are_listed_with_what_was_expected():
    record = gold()
    record["events"][0]["recipients"] = []
    record["statements"][0]["stance"] = "deny"
    errors = evaluate([gold()], [record]).errors
    assert errors["events"] == [
        "r\tWRONG\tASSAULT قصفوا الجنود[SYR MIL]/القرية[SYR CVL] occurred\tالجنود[SYR MIL]/القرية[SYR CVL] != الجنود[SYR MIL]/-"
    ]
    assert errors["statements"] == [
        "r\tWRONG\tsay قال <الوزير سالم> الجنود قصفوا القرية أمس\tالوزير سالم|say != الوزير سالم|deny"
    ]


def test_precision_recall_and_f1():
    record = gold()
    record["times"].append(span("القرية", value="2016"))
    figures = evaluate([gold()], [record]).to_dict()["times.value"]
    assert figures == {"p": 0.5, "r": 1.0, "f": 0.6667, "gold": 1, "pred": 2}


def test_the_mean_is_over_the_headline_measures():
    record = gold()
    record["times"].clear()
    assert evaluate([gold()], [record]).mean == pytest.approx((len(HEADLINE) - 1) / len(HEADLINE))


@pytest.mark.skipif(not (SHARED / "score").is_dir(), reason="the test sets are not here")
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_agrees_with_the_scorer_of_the_test_sets(tmp_path, seed):
    """On damaged copies of the gold records both programs give the same figures."""
    dice = random.Random(seed)
    path = SHARED / "gold" / "dev.jsonl"
    wanted = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    damaged = [_damage(copy.deepcopy(record), dice) for record in wanted]
    found = tmp_path / "found.jsonl"
    found.write_text("\n".join(map(json.dumps, damaged)), encoding="utf-8")
    command = [sys.executable, str(SHARED / "score" / "score.py"), str(path), str(found), "--json"]
    theirs = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    assert evaluate(wanted, damaged).to_dict() == theirs


_DAMAGE = {"stance": "say", "status": "occurred", "quote": "direct", "type": "ASSAULT", "value": "2016-12-13", "country": "SYR",
           "code": "SYR GOV", "lat": 31.7, "source": None, "content": None, "date": None, "place": None, "within": None,
           "statement": None}  # fmt: skip


def _damage(record, dice):
    def shake(value):
        if isinstance(value, list):
            for item in value:
                shake(item)
        elif isinstance(value, dict):
            if isinstance(value.get("start"), int) and dice.random() < 0.3:
                value["start"] = max(0, value["start"] + dice.randint(-15, 8))
                value["end"] = max(value["start"] + 1, value["end"] + dice.randint(-15, 9))
            for name in list(value):
                if name in _DAMAGE and dice.random() < 0.08:
                    value[name] = _DAMAGE[name]
                elif name != "report":
                    shake(value[name])

    shake(record)
    for layer in ("times", "places", "statements", "events"):
        record[layer] = [item for item in record[layer] if dice.random() > 0.1]
        dice.shuffle(record[layer])
    return record

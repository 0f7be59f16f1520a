"""Coded reports kept without their texts."""

import pytest

import own_gold

RECORD = {
    "schema": "rawi.record/1",
    "report": {"id": "x-1", "title": None, "text": "قال علي نعم"},
    "times": [],
    "places": [],
    "statements": [{"id": "s1", "cue": {"start": 0, "end": 3, "text": "قال"}, "source": None, "stance": "say"}],
    "events": [
        {"id": "e1", "trigger": {"start": 0, "end": 3, "text": "قال"}, "date": {"start": "2016-12-13", "end": "2016-12-13"}}
    ],
}


def test_no_character_of_the_report_is_kept():
    kept = own_gold.strip(RECORD)
    assert "قال" not in str(kept)
    assert kept["report"] == {"id": "x-1", "sha256": own_gold.digest("قال علي نعم")}
    assert kept["statements"][0]["cue"] == {"start": 0, "end": 3}


def test_files_for_measuring_only_are_there_and_are_not_studied():
    assert all((own_gold.KEPT / name).is_file() for name in own_gold.MEASURED_ONLY)
    assert own_gold.studied()
    assert not set(own_gold.studied()) & set(own_gold.MEASURED_ONLY)


@pytest.mark.parametrize("name", ["no_such_file.jsonl"])
def test_a_file_that_is_not_there_is_named(name):
    with pytest.raises(SystemExit, match=name):
        list(own_gold.restore([name]))

"""JSON for every string."""

import json

import pytest

import rawi
from rawi.jsonio import dumps, loads


@pytest.mark.parametrize("text", ["قال", "", '"\\\n\0', "\ud800", "a\udfffb\ud800\udc00", "\U0001f300"])
def test_round_trip(text):
    for indent in (False, True):
        out = dumps({"text": text}, indent=indent)
        assert out.decode("utf-8").isprintable() or indent
        assert json.loads(out) == json.loads(json.dumps({"text": text}))
        assert loads(out) == json.loads(out)


def test_both_writers_agree():
    record = rawi.read("قال المدير إن العمل اكتمل في دمشق.", published="2016-12-13")
    fast = dumps(record)
    record.report.url = "\ud800"
    slow = dumps(record)
    assert slow == fast.replace(b'"url":null', b'"url":"\\ud800"')


def test_schema_comes_first():
    assert dumps(rawi.read("قال")).startswith(b'{"schema":"rawi.record/1","report":')
    assert next(iter(rawi.read("قال").to_dict())) == "schema"


@pytest.mark.parametrize("broken", ["{", "\\u", "", '{"a": "\\ud800"', b"\xff"])
def test_no_json(broken):
    with pytest.raises(ValueError, match=r"."):
        loads(broken)

"""The published schema is the one that the classes make, and records follow it."""

import json
from dataclasses import fields
from pathlib import Path

import jsonschema
import pytest

import rawi
from rawi import record as classes
from rawi.jsonio import dumps
from rawi.schema import error_schema, record_schema

DOCS = Path(__file__).parent.parent / "docs"


@pytest.mark.parametrize(("name", "make"), [("record", record_schema), ("error", error_schema)])
def test_published_file_is_current(name, make):
    path = DOCS / f"{name}.schema.json"
    assert path.read_bytes() == dumps(make(), indent=True) + b"\n", f"run: rawi schema {name} > {path}"
    jsonschema.Draft202012Validator.check_schema(make())


def test_every_field_is_in_the_schema():
    schema = record_schema()
    assert set(schema["properties"]) == {f.name for f in fields(classes.Record)}
    for name, part in schema["$defs"].items():
        assert list(part["properties"]) == [f.name for f in fields(getattr(classes, name))]


def full():
    """A record in which every kind of field is filled."""
    span = {"start": 0, "end": 3, "text": "قال"}
    who = {**span, "code": "SYR GOV", "entity": "n1"}
    return {
        **rawi.read("قال المدير").to_dict(),
        "times": [{**span, "id": "t1", "type": "DATE", "value": "2016"}],
        "places": [{**span, "id": "p1", "name": "Aleppo", "country": "SYR", "lat": 36.2, "lon": 37, "geonames": None,
                    "feature": None, "metonym": False}],
        "statements": [{"id": "s1", "start": 0, "end": 3, "cue": span, "source": who, "source_ref": None, "addressee": [],
                        "content": None, "stance": "say", "quote": "direct", "within": None, "time": None, "place": None,
                        "rule": "", "confidence": 0.9}],
        "events": [{"id": "e1", "type": "AID", "mode": [], "context": [], "trigger": span, "actors": [who], "recipients": [],
                    "place": "p1", "date": {"start": "2016-12-13", "end": "2016-12-13"}, "status": "occurred",
                    "statement": None, "chain": [], "casualties": {"killed": 3}, "quantities": [], "rule": "",
                    "confidence": 0.25}],
    }  # fmt: skip


def test_good_record_and_its_round_trip():
    jsonschema.validate(full(), record_schema())
    assert classes.Record.from_dict(full()).to_dict() == full()
    assert classes.Record.from_dict({**full(), "new": 1}).to_dict() == full()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("events.0.type", "EAT"),
        ("events.0.status", "maybe"),
        ("events.0.casualties", {"killed": "3"}),
        ("events.0.date", {"start": "soon", "end": "2016-12-13"}),
        ("events.0.actors.0.code", "Syria"),
        ("statements.0.stance", "shout"),
        ("statements.0.cue", None),
        ("places.0.lat", 91),
        ("places.0.country", "SY"),
        ("times.0.value", ""),
        ("times.0.start", -1),
        ("events.0.confidence", 1.5),
        ("statements.0.confidence", "high"),
        ("schema", "rawi.record/2"),
        ("report", {}),
    ],
)
def test_bad_record(path, value):
    record = json.loads(json.dumps(full()))
    *way, last = path.split(".")
    place = record
    for step in way:
        place = place[int(step) if step.isdigit() else step]
    place[last] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(record, record_schema())

"""The JSON Schema of a record, made from the classes of :mod:`rawi.record`, so that the two cannot disagree."""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from typing import Any, Union, get_args, get_origin, get_type_hints

from rawi import record
from rawi.sources.problems import MESSAGES

_MODES = sorted({mode for modes in record.MODES.values() for mode in modes})
_ENTITY_KINDS = ("person", "organization", "group", "place")
_CODE = {"type": "string", "pattern": r"^(---|[A-Z]{3}) (---|[A-Z]{3})$"}
_DAY = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_PROBABILITY = {"type": ["number", "null"], "minimum": 0, "maximum": 1}
_OFFSET = {"type": "integer", "minimum": 0}
# What the Python types do not say, by class and field.
_NARROW: dict[tuple[str, str], dict[str, Any]] = {
    ("Record", "schema"): {"const": record.SCHEMA},
    ("Entity", "kind"): {"enum": list(_ENTITY_KINDS)},
    ("Mention", "kind"): {"enum": list(record.MENTION_KINDS)},
    ("Time", "type"): {"enum": list(record.TIME_TYPES)},
    ("Time", "value"): {"type": "string", "minLength": 1},
    ("Place", "country"): {"type": ["string", "null"], "pattern": "^[A-Z]{3}$"},
    ("Place", "lat"): {"type": ["number", "null"], "minimum": -90, "maximum": 90},
    ("Place", "lon"): {"type": ["number", "null"], "minimum": -180, "maximum": 180},
    ("Participant", "code"): _CODE,
    ("Entity", "code"): {**_CODE, "type": ["string", "null"]},
    ("Entity", "wikidata"): {"type": ["string", "null"], "pattern": r"^Q\d+$"},
    ("Statement", "stance"): {"enum": list(record.STANCES)},
    ("Statement", "quote"): {"enum": list(record.QUOTE_KINDS)},
    ("Event", "type"): {"enum": list(record.EVENT_TYPES)},
    ("Event", "mode"): {"type": "array", "items": {"enum": _MODES}},
    ("Event", "status"): {"enum": list(record.STATUSES)},
    ("Statement", "confidence"): _PROBABILITY,
    ("Event", "confidence"): _PROBABILITY,
    ("DateRange", "start"): _DAY,
    ("DateRange", "end"): _DAY,
}
_SCALARS = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}


def record_schema() -> dict[str, Any]:
    """The schema of a record (JSON Schema 2020-12). Fields may be added in later versions, so unknown ones are allowed."""
    definitions: dict[str, Any] = {}
    whole = _class(record.Record, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": record.SCHEMA,
        "title": "What Rawi reads in one Arabic news report",
        **whole,
        "$defs": dict(sorted(definitions.items())),
    }


def error_schema() -> dict[str, Any]:
    """The schema of what stands in place of a report that could not be read."""
    text_or_null = {"type": ["string", "null"]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": record.ERROR_SCHEMA,
        "title": "A report that could not be read",
        "type": "object",
        "properties": {
            "schema": {"const": record.ERROR_SCHEMA},
            "id": text_or_null,
            "line": {"type": ["integer", "null"], "minimum": 1},
            "error": {"type": "string", "minLength": 1},
            "code": {"enum": sorted(MESSAGES)},
            "file": {"type": "string"},
        },
        "required": ["schema", "id", "line", "error", "code", "file"],
    }


def _class(cls: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(cls)
    properties = {}
    for field in fields(cls):
        narrow = next((_NARROW[c.__name__, field.name] for c in cls.__mro__ if (c.__name__, field.name) in _NARROW), None)
        if field.name in ("start", "end") and hints[field.name] is int:
            narrow = _OFFSET
        properties[field.name] = narrow or _type(hints[field.name], definitions)
    return {
        "type": "object",
        "description": " ".join((cls.__doc__ or "").replace("``", "").split()),
        "properties": properties,
        "required": list(properties),
    }


def _type(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if is_dataclass(hint):
        name = hint.__name__  # type: ignore[union-attr]
        if name not in definitions:
            definitions[name] = {}
            definitions[name] = _class(hint, definitions)
        return {"$ref": f"#/$defs/{name}"}
    origin, args = get_origin(hint), get_args(hint)
    if origin is list:
        return {"type": "array", "items": _type(args[0], definitions)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _type(args[1], definitions)}
    if origin in (Union, types.UnionType):
        if all(arg in _SCALARS for arg in args):
            names = sorted({_SCALARS[arg] for arg in args} - ({"integer"} if float in args else set()))
            return {"type": names}
        return {"anyOf": [_type(arg, definitions) for arg in args]}
    return {"type": _SCALARS[hint]}

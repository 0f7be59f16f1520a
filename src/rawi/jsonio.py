"""JSON in and out, for every string that Python can hold: orjson where it will, the standard library where it won't."""

from __future__ import annotations

import json
import re
from dataclasses import fields, is_dataclass
from typing import Any

import orjson

from rawi.record import Record

_SURROGATE = re.compile(r"[\ud800-\udfff]")


def dumps(value: Any, *, indent: bool = False) -> bytes:
    """``value`` (plain data, dataclasses or a :class:`Record`) as UTF-8 JSON, without a line end.

    A lone surrogate, which UTF-8 cannot hold, is written as its ``\\uXXXX`` escape.
    """
    if isinstance(value, Record):
        # The schema is written first, so that a reader of a stream knows what a line is before it reads on.
        value = {"schema": value.schema, **{f.name: getattr(value, f.name) for f in fields(value) if f.name != "schema"}}
    try:
        return orjson.dumps(value, option=orjson.OPT_INDENT_2 if indent else None)
    except TypeError:
        layout: dict[str, Any] = {"indent": 2} if indent else {"separators": (",", ":")}
        text = json.dumps(value, ensure_ascii=False, default=_plain, **layout)
        return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text).encode()


def loads(text: str | bytes) -> Any:
    """The value of a JSON text.

    :raises ValueError: it is no JSON.
    """
    try:
        return orjson.loads(text)
    except ValueError as refused:
        # orjson refuses lone surrogates as well as broken JSON; its message for the latter is the better one.
        if b"\\u" in text if isinstance(text, bytes) else "\\u" in text or _SURROGATE.search(text):
            return json.loads(text)
        raise refused


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: getattr(value, f.name) for f in fields(value)}
    raise TypeError(f"{type(value).__name__} is no JSON value")

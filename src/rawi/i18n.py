"""What people see, in English and Arabic: labels and messages from ``tables/strings.tsv``."""

from __future__ import annotations

import os
from contextvars import ContextVar
from functools import cache
from string import Formatter

from rawi.lexicon.gazetteer import COUNTRIES
from rawi.lexicon.lexicon import TABLES
from rawi.lexicon.tables import Column, Table

LANGUAGES = ("en", "ar")


def _placeholders(text: str) -> str | None:
    try:
        for _, name, spec, conversion in Formatter().parse(text):
            if name is not None and (not name.isidentifier() or spec or conversion):
                return "only plain {name} can be filled in"
    except ValueError as error:
        return str(error)
    return None


STRINGS = Table(
    "strings",
    ("strings*.tsv",),
    (Column("key", required=True), Column("en", required=True, check=_placeholders),
     Column("ar", required=True, check=_placeholders)),
    ("key",),
)  # fmt: skip

_chosen: ContextVar[str | None] = ContextVar("rawi_language", default=None)


def use(lang: str | None) -> None:
    """Choose the language of labels for this thread of work; ``None`` goes back to the environment's.

    :raises ValueError: the language is not one of :data:`LANGUAGES`.
    """
    if lang is not None and lang not in LANGUAGES:
        raise ValueError(f"the language is {lang!r}, not one of {', '.join(LANGUAGES)}")
    _chosen.set(lang)


def language() -> str:
    """The language of labels: the one chosen by :func:`use`, else ``RAWI_LANG``, else the locale's, else English."""
    chosen = _chosen.get()
    if chosen is not None:
        return chosen
    # The order is POSIX's: LC_ALL overrides LC_MESSAGES overrides LANG, and an empty variable counts as unset.
    for variable in ("RAWI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "").lower()
        if value:
            return "ar" if value[:2] == "ar" and not value[2:3].isalpha() else "en"
    return "en"


@cache
def strings(lang: str) -> dict[str, str]:
    """All texts of a language by key. The dictionary is shared: do not change it.

    :raises ValueError: the language is not one of :data:`LANGUAGES`.
    """
    if lang not in LANGUAGES:
        raise ValueError(f"the language is {lang!r}, not one of {', '.join(LANGUAGES)}")
    return {row["key"]: row[lang] for row in STRINGS.read(TABLES)}


def t(key: str, lang: str | None = None, **values: object) -> str:
    """The text of ``key`` in ``lang`` (by default :func:`language`) with ``values`` filled in.

    :raises KeyError: no such key, or a value is missing.
    """
    text = strings(lang or language())[key]
    return text.format(**values) if values or "{" in text else text


def label(group: str, code: str, lang: str | None = None) -> str:
    """The label of a code, ``label("stance", "deny")``; the code itself when the table does not know it.

    Records read from elsewhere may hold codes that Rawi never writes: they are shown as they are.
    """
    return strings(lang or language()).get(f"{group}.{code}", code)


@cache
def _countries() -> dict[str, dict[str, str]]:
    return {row["alpha3"]: {"en": row["name_en"], "ar": row.many("names")[0]} for row in COUNTRIES.read(TABLES)}


def country(alpha3: str, lang: str | None = None) -> str:
    """The usual name of a country by its ISO 3166-1 alpha-3 code; the code itself when there is no such country."""
    names = _countries().get(alpha3)
    return names[lang or language()] if names else alpha3

"""The record: what one report turns into. Everything else derives from it.

The classes mirror the public JSON (``docs/record.md``) field for field, in the order in which they are written.
Offsets are Unicode code points into ``report.text``, half open, so ``text[start:end]`` is the quoted text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

SCHEMA = "rawi.record/1"
ERROR_SCHEMA = "rawi.error/1"

STANCES = (
    "say", "announce", "affirm", "deny", "accuse", "call", "warn", "promise", "support", "condemn", "reject",
    "expect", "ask",
)  # fmt: skip
EVENT_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
MODES: dict[str, tuple[str, ...]] = {
    "CONSULT": ("visit", "third-party", "multilateral", "phone"),
    "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    "REQUEST": ("assist", "change", "yield", "meet"),
    "ACCUSE": ("disapprove", "investigate", "allege"),
    "REJECT": ("assist", "change", "yield", "meet"),
    "THREATEN": ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": (
        "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation",
        "cyber",
    ),
    "ASSAULT": (
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
        "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
    ),
}  # fmt: skip
STATUSES = ("occurred", "future", "hypothetical", "negated")
QUOTE_KINDS = ("direct", "mixed", "indirect")
SECTORS = (
    "GOV", "MIL", "COP", "JUD", "LEG", "SPY", "PRM", "REB", "UAF", "OPP", "PTY", "CVL", "REF", "BUS", "JRN", "EDU",
    "REL", "MED", "LAB", "CRM", "ELI", "SOC", "UNK", "---",
)  # fmt: skip
MENTION_KINDS = ("person", "organization", "group", "place", "role")
TIME_TYPES = ("DATE", "TIME", "DURATION", "SET")


@dataclass(slots=True)
class Span:
    """Characters of the report, quoted: ``report.text[start:end] == text``."""

    start: int
    end: int
    text: str


@dataclass(slots=True)
class Report:
    """The report as it was read, with what is known of where it came from."""

    id: str
    title: str | None
    text: str
    published: str | None = None
    outlet: str | None = None
    byline: str | None = None
    agencies: list[str] = field(default_factory=list)
    url: str | None = None
    language: str = "ar"


@dataclass(slots=True)
class Entity:
    """Somebody or something that mentions refer to; ``code`` is a PLOVER ``COUNTRY SECTOR`` pair."""

    id: str
    kind: str
    name: str
    name_en: str | None = None
    code: str | None = None
    wikidata: str | None = None


@dataclass(slots=True)
class Mention(Span):
    """A place in the text where an entity is named."""

    id: str
    kind: str
    entity: str | None = None


@dataclass(slots=True)
class Time(Span):
    """A time expression with its TIMEX3 ``type`` and ``value``, resolved against the publication time."""

    id: str
    type: str
    value: str


@dataclass(slots=True)
class Place(Span):
    """A named place. ``lat``/``lon`` are degrees (WGS 84); ``country`` is ISO 3166-1 alpha-3 or null."""

    id: str
    name: str
    country: str | None
    lat: float | None
    lon: float | None
    geonames: int | None = None
    feature: str | None = None
    metonym: bool = False


@dataclass(slots=True)
class Quantity(Span):
    """A number with what is counted. ``value`` is null for vague words such as عشرات."""

    id: str
    value: float | int | None
    unit: str | None = None
    of: str | None = None
    modifier: str | None = None


@dataclass(slots=True)
class Participant(Span):
    """A speaker, addressee, actor or recipient as quoted, with its PLOVER code."""

    code: str
    entity: str | None = None


@dataclass(slots=True)
class Statement:
    """The report puts ``content`` on the word of ``source``. ``confidence`` is the probability (0 to 1) that the statement is
    there with this source and content; null in a record that was not weighed."""

    id: str
    start: int
    end: int
    cue: Span
    source: Participant | None
    source_ref: Participant | None
    addressee: list[Participant]
    content: Span | None
    stance: str
    quote: str
    within: str | None = None
    time: str | None = None
    place: str | None = None
    rule: str = ""
    confidence: float | None = None


@dataclass(slots=True)
class DateRange:
    """First and last ISO day of an event's date."""

    start: str
    end: str


@dataclass(slots=True)
class Event:
    """Who did what to whom. ``chain`` lists the statements it came through, innermost first. ``confidence`` is the probability
    (0 to 1) that the report tells an event of this type here; null in a record that was not weighed."""

    id: str
    type: str
    mode: list[str]
    context: list[str]
    trigger: Span
    actors: list[Participant] = field(default_factory=list)
    recipients: list[Participant] = field(default_factory=list)
    place: str | None = None
    date: DateRange | None = None
    status: str = "occurred"
    statement: str | None = None
    chain: list[str] = field(default_factory=list)
    casualties: dict[str, int] = field(default_factory=dict)
    quantities: list[str] = field(default_factory=list)
    rule: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Engine:
    """What made the record: ``lexicon`` is the first 12 digits of the SHA-256 over all tables and data it knew."""

    name: str
    version: str
    lexicon: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that kept the report from being read as it was meant; ``code`` is fixed, ``message`` is for people."""

    code: str
    message: str


@dataclass(slots=True)
class Record:
    """All that Rawi read in one report."""

    report: Report
    entities: list[Entity] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    engine: Engine | None = None
    warnings: list[Notice] = field(default_factory=list)
    schema: str = SCHEMA

    def to_dict(self) -> dict[str, Any]:
        """Plain dictionaries and lists in the form of the public JSON, ``schema`` first."""
        plain: dict[str, Any] = _plain(self)
        return {"schema": plain.pop("schema"), **plain}

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> Record:
        """The record that :meth:`to_dict` or a line of JSON holds. Fields that this version does not know are left out.

        :raises KeyError: a field without a default is missing.
        """
        record: Record = _build(cls, value)
        return record


def _build(hint: Any, value: Any) -> Any:
    """``value`` as the type that ``hint`` names."""
    if value is None:
        return None
    if get_origin(hint) in (Union, UnionType):
        hint = next((arg for arg in get_args(hint) if arg is not type(None)), hint)
    if is_dataclass(hint):
        hints = _hints(hint)  # type: ignore[arg-type]
        known = {f.name: _build(hints[f.name], value[f.name]) for f in fields(hint) if f.name in value or not _optional(f)}
        return hint(**known)  # type: ignore[operator]
    if get_origin(hint) is list:
        return [_build(get_args(hint)[0], item) for item in value]
    return dict(value) if isinstance(value, dict) else value


def _optional(f: Field[Any]) -> bool:
    return f.default is not MISSING or f.default_factory is not MISSING


@cache
def _hints(cls: Any) -> dict[str, Any]:
    return get_type_hints(cls)


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return dict(value)
    return value

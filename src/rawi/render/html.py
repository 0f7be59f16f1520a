"""The page: records as one self-contained HTML file that needs no network, and no script for reading."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from rawi.i18n import LANGUAGES, country, strings
from rawi.record import Entity, Event, Mention, Place, Record, Statement
from rawi.render import view
from rawi.render.segments import Segment, lines, marks

# Characters that no HTML document may hold; lone surrogates cannot be written as UTF-8 either.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

_LAYERS = ("statement", "event", "time", "place", "name", "quantity")
_ROLE_LAYER = {"time": "time", "place": "place", "name": "name", "quantity": "quantity"}
HEAD_WIDTH = 120  # characters of a statement's content in the headline of its card
DEEPEST = 3  # tints for speech within speech


@dataclass(frozen=True, slots=True)
class Piece:
    """A segment as drawn. ``roles`` are ``item:role`` pairs; a piece with an ``id`` is a link to the card ``href``."""

    text: str
    classes: str
    roles: str
    id: str = ""
    href: str = ""
    title: Markup = field(default_factory=Markup)
    first: bool = True


@dataclass(slots=True)
class _Report:
    """What the template shows of one record; ``key`` begins the ids of its elements."""

    key: str
    record: Record
    heading: view.Heading
    title: list[list[Piece]]
    body: list[list[Piece]]
    anchors: dict[str, str]
    statements: dict[str, Statement]
    places: dict[str, Place]
    index: dict[str, str]
    url: str | None

    def rungs(self, event: Event) -> list[Statement]:
        """The speakers of an event's chain, outermost first."""
        return view.rungs(event, self.statements)

    def names(self) -> list[tuple[Mention, Entity | None]]:
        """The mentions with what they name."""
        entities = view.by_id(self.record.entities)
        return [(mention, entities.get(mention.entity or "")) for mention in self.record.mentions]


def page(records: Sequence[Record], lang: str = "en") -> str:
    """One page that shows ``records`` in their order; ``lang`` is the language of the labels until the reader switches.

    Everything that comes from the records is escaped, and the page's Content-Security-Policy allows no script and no style
    but its own and no connection at all.

    :raises ValueError: ``lang`` is not one of :data:`rawi.i18n.LANGUAGES`.
    """
    if lang not in LANGUAGES:
        raise ValueError(f"the language is {lang!r}, not one of {', '.join(LANGUAGES)}")
    environment = _environment()
    style, script = (_asset(environment, name) for name in ("page.css", "page.js"))
    labels = _Labels(lang)
    text = environment.get_template("page.html").render(
        reports=[_report(record, f"r{i}", labels) for i, record in enumerate(records, 1)],
        lang=lang,
        other="ar" if lang == "en" else "en",
        dir="rtl" if lang == "ar" else "ltr",
        layers=_LAYERS,
        style=style,
        script=script,
        policy=_policy(style, script),
        view=view,
        head_width=HEAD_WIDTH,
        **labels.functions(),
    )
    return _UNWRITABLE.sub("\ufffd", text)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("rawi.render", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _asset(environment: Environment, name: str) -> Markup:
    # The files are ours and hold no end tag, so they may stand in the page as they are.
    assert environment.loader is not None
    return Markup(environment.loader.get_source(environment, name)[0])


def _policy(style: str, script: str) -> str:
    def source(text: str) -> str:
        return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"

    return f"default-src 'none'; script-src {source(script)}; style-src {source(style)}; base-uri 'none'; form-action 'none'"


class _Labels:
    """Labels as elements that carry both languages, so that the page can switch without a table of texts."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._texts = {each: strings(each) for each in LANGUAGES}

    def functions(self) -> dict[str, object]:
        """The names that templates call."""
        return {
            "L": self.text,
            "code_of": self.code,
            "attr": self.attribute,
            "kind": self.kind,
            "t": self.plain,
            "country_of": self.country,
        }

    def plain(self, key: str, **values: object) -> str:
        """The text of a key in the page's language."""
        return self._texts[self.lang][key].format(**values)

    def text(self, key: str) -> Markup:
        """An element with the text of a key."""
        return self._both({each: self._texts[each][key] for each in LANGUAGES})

    def kind(self, group: str, code: str) -> Markup:
        """An element with the label of a code, or the code itself when it is unknown."""
        if f"{group}.{code}" not in self._texts["en"]:
            return escape(code.rpartition(".")[2])
        return self.text(f"{group}.{code}")

    def code(self, code: str) -> Markup:
        """An element with a PLOVER code in words."""
        return self._both({each: view.code_text(code, each) for each in LANGUAGES})

    def country(self, alpha3: str) -> Markup:
        """An element with the name of a country."""
        return self._both({each: country(alpha3, each) for each in LANGUAGES})

    def attribute(self, name: str, *keys: tuple[str, ...]) -> Markup:
        """An attribute in both languages, made of the texts of ``keys``; the script takes the one it needs."""
        texts = {
            each: " · ".join(": ".join(self._texts[each].get(key, key.rpartition(".")[2]) for key in group) for group in keys)
            for each in LANGUAGES
        }
        return Markup('{}="{}" data-{}-en="{}" data-{}-ar="{}"').format(
            name, texts[self.lang], name, texts["en"], name, texts["ar"]
        )

    def _both(self, texts: dict[str, str]) -> Markup:
        return Markup('<span class="t" data-en="{}" data-ar="{}">{}</span>').format(texts["en"], texts["ar"], texts[self.lang])


def _report(record: Record, key: str, labels: _Labels) -> _Report:
    text = record.report.text
    title = record.report.title or ""
    # A title is drawn as the heading only when it is a line of its own; otherwise the first sentence would be torn.
    separate = bool(title) and text.startswith(title) and text[len(title) : len(title) + 1] in ("", "\n", "\r")
    title_end = len(title) if separate else 0
    anchors: dict[str, str] = {}
    parts: tuple[list[list[Piece]], list[list[Piece]]] = ([], [])
    for start, segments in lines(text, marks(record)):
        parts[start >= title_end].append([_piece(segment, record, key, anchors, labels) for segment in segments])
    url = record.report.url
    return _Report(
        key=key,
        record=record,
        heading=view.heading(record.report, labels.plain("page.untitled")),
        title=parts[0],
        body=parts[1],
        anchors=anchors,
        statements=view.by_id(record.statements),
        places=view.by_id(record.places),
        index={
            **{statement.id: f"s{i}" for i, statement in enumerate(record.statements)},
            **{place.id: f"p{i}" for i, place in enumerate(record.places)},
        },
        url=url if url and re.match(r"https?://", url, re.IGNORECASE) else None,
    )


def _piece(segment: Segment, record: Record, key: str, anchors: dict[str, str], labels: _Labels) -> Piece:
    classes = []
    depth = -1
    hot: list[str] = []
    names: list[tuple[str, str]] = []
    for mark in segment.marks:
        if mark.role in _ROLE_LAYER:
            classes.append(mark.role)
        elif mark.role == "content":
            depth = max(depth, mark.depth)
        elif mark.role == "cue":
            classes.append("cue")
            hot.append(mark.item)
            names.append(("layer.statement", f"stance.{record.statements[int(mark.item[1:])].stance}"))
        elif mark.role == "trigger":
            event = record.events[int(mark.item[1:])]
            classes += ["trigger", f"is-{event.status}" if event.status.isalpha() else ""]
            hot.append(mark.item)
            names.append(("layer.event", f"event.{event.type}"))
    if depth >= 0:
        classes.append(f"said-{min(depth + 1, DEEPEST)}")
    roles = " ".join(f"{mark.item}:{mark.role}" for mark in segment.marks)
    drawn = " ".join(_once(classes))
    if not hot:
        return Piece(segment.text, drawn, roles)
    fresh = [item for item in hot if item not in anchors]
    id = f"{key}-{hot[0]}-text" if fresh else ""
    if fresh:
        id = f"{key}-{fresh[0]}-text"
        anchors.update(dict.fromkeys(fresh, id))
    return Piece(segment.text, drawn, roles, id, f"{key}-{hot[0]}", labels.attribute("title", *names), bool(fresh))


def _once(names: Iterable[str]) -> list[str]:
    return [name for name in dict.fromkeys(names) if name]

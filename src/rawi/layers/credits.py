"""The credits layer: where the report comes from, as far as its own text says: outlet, agencies, byline, dateline.

Credits stand at the edges of a report: a dateline before the first sentence (``القاهرة (رويترز) -``,
``الرياض - واس:``), an agency in brackets at either end (``(أ ف ب)``), a source line (``المصدر: وكالات``), a line that
holds nothing but a name. They tell no news, so later layers leave their characters alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from rawi.document import Credit, Doc, Token
from rawi.layers.name_lists import NameLists, name_lists
from rawi.lexicon import Column, Lexicon, PhraseMatcher, Table
from rawi.lexicon.gazetteer import gazetteer
from rawi.pipeline import Layer

_COLUMNS = (
    Column("name", required=True),
    Column("variants", many=True),
    Column("name_en", required=True),
    Column("country"),
    Column("code", required=True),
)
AGENCIES = Table("agencies", ("agencies.tsv",), _COLUMNS, ("name",))
OUTLETS = Table("outlets", ("outlets.tsv",), _COLUMNS, ("name",))

_DASHES = frozenset({"-", "--", "–", "—", "ـ"})
_OPENING = frozenset({"(", "[", "<", "«", "/", '"'})
_CLOSING = frozenset({")", "]", ">", "»", "/", '"'})
_SOURCE = frozenset({"المصدر", "المصادر", "نقلا", "مصدر"})
_BY = frozenset(
    (
        "كتب",
        "كتبت",
        "كتبه",
        "بقلم",
        "تحرير",
        "اعداد",
        "تقرير",
        "ترجمه",
        "تصوير",
        "حاوره",
        "حاورها",
        "اعده",
        "مراسل",
        "المحرر",
        "اجري",
        "متابعه",
        "بواسطه",
    )
)
# Words that stand in a dateline beside the place.
_BESIDE = frozenset(
    ("عواصم", "العواصم", "مكتب", "مراسلنا", "خاص", "مراسل", "من", "متابعات", "المحليه", "و", "الدوليه", "الرياضي", "اقتصاد")
)
_EDGE_LINES = 3
_DATELINE_TOKENS = 16


def _names(lexicon: Lexicon) -> PhraseMatcher[tuple[str, str]]:
    """Agencies and outlets in one matcher: kind and name."""
    matcher: PhraseMatcher[tuple[str, str]] = PhraseMatcher()
    for kind, table in (("agency", AGENCIES), ("outlet", OUTLETS)):
        for row in lexicon.rows(table):
            for variant in (row["name"], *row.many("variants")):
                # A writer puts dots or blanks between the letters of an abbreviation: أ.ف.ب
                matcher.add(" ".join(variant.replace(".", " . ").split()), (kind, row["name"]))
                if "." in variant:
                    matcher.add(" ".join(variant.replace(".", " ").split()), (kind, row["name"]))
    return matcher


@dataclass(slots=True)
class _Line:
    """Tokens ``first:last`` of one line."""

    first: int
    last: int


@dataclass(slots=True)
class _Work:
    doc: Doc
    names: PhraseMatcher[tuple[str, str]]
    is_place: Callable[[int, int], int | None]
    people: NameLists
    found: list[Credit] = field(default_factory=list)

    def add(self, kind: str, first: int, last: int, name: str) -> None:
        """Note tokens ``first:last`` as a credit."""
        tokens = self.doc.tokens
        self.found.append(Credit(kind, tokens[first].start, tokens[last - 1].end, name))

    def name(self, i: int, stop: int) -> tuple[int, str, str] | None:
        """The agency or outlet at token ``i``: end, kind, name. An agency goes before an outlet of the same name."""
        found = self.names.longest(self.doc.tokens, i, stop)
        if found is None:
            return None
        kind, name = found[1][0]
        return found[0], kind, name


def _lines(doc: Doc) -> list[_Line]:
    lines: list[_Line] = []
    for k, token in enumerate(doc.tokens):
        if lines and "\n" not in doc.text[doc.tokens[k - 1].end : token.start]:
            lines[-1].last = k + 1
        else:
            lines.append(_Line(k, k + 1))
    return lines


def read_credits(doc: Doc, lexicon: Lexicon) -> None:
    """Add ``doc.credits``; fill ``report.byline`` and ``report.agencies``, and ``report.outlet`` when it is not known."""
    if not doc.tokens:
        return
    places = gazetteer(lexicon)

    def is_place(i: int, stop: int) -> int | None:
        found = places.lookup(doc.tokens, i, stop)
        return found[0] if found is not None else None

    work = _Work(doc, lexicon.compiled(_names), is_place, name_lists(lexicon))
    lines = _lines(doc)
    body = [line for line in lines if doc.tokens[line.first].start >= doc.title_end] or lines
    for line in body[:_EDGE_LINES]:
        if not _source_line(work, line):
            _dateline(work, line)
    for line in body[_EDGE_LINES:]:
        if line.last - line.first <= 12:
            _source_line(work, line)
    for line in {id(line): line for line in (*body[:2], *body[-2:])}.values():
        _bracketed(work, line)
    _name_lines(work, body)
    _write(work)


def _source_line(work: _Work, line: _Line) -> bool:
    """المصدر: وكالات — كتب: فلان الفلاني; at the start of a line."""
    tokens = work.doc.tokens
    first, last = line.first, line.last
    word = tokens[first].word.norm
    colon = next((k for k in range(first + 1, min(first + 3, last)) if tokens[k].text in (":", "/")), None)
    if word in _SOURCE and (colon is not None or (last - first <= 4)):
        i, known = (colon or first) + 1, False
        while i < last:
            found = work.name(i, last)
            if found is None:
                i += 1
                continue
            work.add(found[1], i, found[0], found[2])
            known, i = True, found[0]
        if not known and colon is not None and last - colon <= 6 and colon + 1 < last:
            work.add("outlet", colon + 1, last, work.doc.text[tokens[colon + 1].start : tokens[last - 1].end])
            known = True
        return known
    if word in _BY and (colon is not None or (word == "بقلم" and last - first <= 5)):
        start = (colon or first) + 1
        end = start
        while end < last and end - start < 5 and tokens[end].kind in ("word", "latin") and tokens[end].upos != "VERB":
            end += 1
        if end - start >= 2 or (end > start and end == last):
            work.add("byline", start, end, work.doc.text[tokens[start].start : tokens[end - 1].end])
            return True
    return False


def _dateline(work: _Work, line: _Line) -> None:
    """``PLACE (AGENCY) -``, ``AGENCY - PLACE:``, ``PLACE - NAME SURNAME``, ``(CNN) --`` at the start of a line."""
    tokens = work.doc.tokens
    stop = min(line.last, line.first + _DATELINE_TOKENS)
    parts: list[tuple[str, int, int, str]] = []
    i, divided, end = line.first, "", line.first
    while i < stop:
        token = tokens[i]
        if token.text in _DASHES or token.text in (":", "،", ",") or token.text in _OPENING or token.text in _CLOSING:
            if token.text in _DASHES or token.text == ":":
                divided, end = token.text, i + 1
            i += 1
            continue
        if token.kind == "number" or token.word.norm in _BESIDE:
            i += 1
            continue
        name = work.name(i, stop)
        if name is not None and not _edge(tokens, i, name[0], line):
            name = None
        if name is not None:
            parts.append((name[1], i, name[0], name[2]))
            i = name[0]
            continue
        place = work.is_place(i, stop)
        if place is not None and _edge(tokens, i, place, line):
            parts.append(("dateline", i, place, work.doc.text[token.start : tokens[place - 1].end]))
            i = place
            continue
        person = _person(work.people, tokens, i, stop)
        if person is not None and _edge(tokens, i, person, line):
            parts.append(("byline", i, person, work.doc.text[token.start : tokens[person - 1].end]))
            i = person
            continue
        break
    if i == line.last:
        end = i
    elif not divided:
        end = line.first
    kept = [part for part in parts if part[2] <= end]
    kinds = {part[0] for part in kept}
    sourced = bool(kinds & {"agency", "outlet"})
    alone = kinds == {"dateline"} and divided in _DASHES and len(kept) == 1 and kept[0][1] == line.first
    named = kinds == {"dateline", "byline"} and (divided in _DASHES or end == line.last) and len(kept) <= 3
    # "PLACE: …" is a headline and not a dateline unless an agency or an outlet stands with it
    if sourced or alone or named:
        for kind, first, last, name_ in kept:
            work.add(kind, first, last, name_)


def _edge(tokens: list[Token], i: int, end: int, line: _Line) -> bool:
    """Whether tokens ``i:end`` stand between dividing marks or at the ends of the line."""
    before = i == line.first or tokens[i - 1].kind in ("punct", "number") or tokens[i - 1].word.norm in _BESIDE
    if end >= line.last:
        return before
    after = tokens[end]
    return before and (after.kind in ("punct", "number") or after.word.norm in _BESIDE)


def _person(names: NameLists, tokens: list[Token], i: int, stop: int) -> int | None:
    """The end of two to four words that are somebody's name, as far as the lists of names tell."""
    j = i
    while j < stop and j - i < 5 and tokens[j].kind == "word":
        j += 1
    if not 2 <= j - i <= 4:
        return None
    kinds = [names.kind(token) for token in tokens[i:j]]
    if kinds[0] not in ("given", "weak", "rare", "particle") or not kinds[-1]:
        return None
    return j if {"given", "family"} & set(kinds) or kinds.count("rare") == len(kinds) == 2 else None


def _bracketed(work: _Work, line: _Line) -> None:
    """An agency or outlet in brackets, or behind the last dash of the report."""
    tokens = work.doc.tokens
    for k in range(line.first, line.last - 1):
        edge = k - line.first <= 6
        if tokens[k].text not in ("(", "[") or (not edge and k < line.last - 20):
            continue
        found = work.name(k + 1, line.last)
        if found is None or found[0] >= line.last or tokens[found[0]].text not in (")", "]") or found[1] != "agency":
            continue
        # in the middle of a sentence the bracket only explains a name: وكالة الأنباء الفلسطينية (وفا)
        told = edge and any(token.upos == "VERB" or token.word.core == "وكاله" for token in tokens[line.first : k])
        if (edge and not told) or all(token.kind == "punct" for token in tokens[found[0] : line.last]):
            work.add(found[1], k + 1, found[0], found[2])
    # … واس at the end of a line that gives place and date, or - رويترز at the end
    for k in range(max(line.first + 1, line.last - 4), line.last):
        found = work.name(k, line.last)
        if found is not None and found[1] == "agency" and found[0] >= line.last - 1:
            dashed = tokens[k - 1].text in _DASHES or tokens[k - 1].text == "/"
            dated = line.last - line.first <= 16 and tokens[k - 1].word.norm in ("م", "ه")
            if (dashed or dated) and (found[0] == line.last or tokens[found[0]].kind == "punct"):
                work.add(found[1], k, found[0], found[2])
                if dated and (place := work.is_place(line.first, line.last)) is not None:
                    work.add("dateline", line.first, place, work.doc.text[tokens[line.first].start : tokens[place - 1].end])


def _name_lines(work: _Work, body: list[_Line]) -> None:
    """A line of two or three words that are a name, first after the title or last in the report."""
    if len(body) < 2:
        return
    tokens = work.doc.tokens
    edges = [body[-1]] + ([body[0]] if work.doc.title_end else [])
    for line in edges:
        if 2 <= line.last - line.first <= 4 and _person(work.people, tokens, line.first, line.last) == line.last:
            work.add("byline", line.first, line.last, work.doc.text[tokens[line.first].start : tokens[line.last - 1].end])


def _write(work: _Work) -> None:
    report = work.doc.report
    last = 0
    for credit in sorted(work.found, key=lambda c: (c.start, -c.end)):
        if credit.start < last:
            continue
        last = credit.end
        work.doc.credits.append(credit)
        if credit.kind == "agency" and credit.name not in report.agencies:
            report.agencies.append(credit.name)
        elif credit.kind == "byline" and report.byline is None:
            report.byline = credit.name
        elif credit.kind == "outlet" and report.outlet is None:
            report.outlet = credit.name


LAYER = Layer("credits", frozenset({"tokens", "sentences"}), frozenset({"credits"}), read_credits)

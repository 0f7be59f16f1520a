"""Who acts in the news: named actors (``tables/actors``) and nouns of office and kind of people (``tables/roles.tsv``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rawi.document import Token
from rawi.lexicon.lexicon import Lexicon
from rawi.lexicon.matcher import PhraseMatcher
from rawi.lexicon.tables import Column, Row, Table
from rawi.record import SECTORS
from rawi.text.fold import fold

_CODE = re.compile(r"(?:[A-Z]{3}|---) (?:[A-Z]{3}|---)")


def _code(cell: str) -> str | None:
    if not _CODE.fullmatch(cell):
        return "not COUNTRY SECTOR"
    return None if cell[4:] in SECTORS else f"{cell[4:]} is no sector"


def _alpha3(cell: str) -> str | None:
    return None if re.fullmatch(r"[A-Z]{3}", cell) else "not an ISO 3166-1 alpha-3 code"


def _year(cell: str) -> str | None:
    return None if re.fullmatch(r"(?:19|20)\d\d", cell) else "not a year"


def _wikidata(cell: str) -> str | None:
    return None if re.fullmatch(r"Q\d+", cell) else "not a Wikidata id"


ACTORS = Table(
    "actors",
    ("actors/*.tsv",),
    (
        Column("name", required=True),
        Column("variants", many=True),
        Column("name_en", required=True),
        Column("kind", required=True, choices=("person", "organization", "group")),
        Column("code", required=True, check=_code),
        Column("from", check=_year),
        Column("to", check=_year),
        Column("wikidata", check=_wikidata),
    ),
    ("name", "from", "code"),
)
ROLES = Table(
    "roles",
    ("roles.tsv",),
    (
        Column("forms", required=True, many=True),
        Column("sector", required=True, choices=(*SECTORS, "IGO", "NGO")),
        Column("kind", required=True, choices=("person", "people", "body", "thing")),
        Column("scope", required=True, choices=("head", "of", "part")),
        Column("country", required=True, choices=("home", "open")),
        Column("gloss", required=True),
    ),
    ("forms",),
)
OUTLET_HOMES = Table(
    "outlet homes",
    ("outlet_homes.tsv",),
    (
        Column("outlet", required=True, many=True),
        Column("country", required=True, check=_alpha3),
        Column("gloss", required=True),
    ),
    ("outlet",),
)
DEEDS = Table(
    "deeds",
    ("deeds.tsv",),
    (
        Column("nouns", required=True, many=True),
        Column("sector", required=True, choices=SECTORS),
        Column("gloss", required=True),
    ),
    ("nouns",),
)


# Words of which it is remembered that they begin no role: bounds the memory of a long run.
_MOST_WORDS = 200_000


@dataclass(frozen=True, slots=True)
class Actor:
    """A named actor. ``first``/``last`` are the years for which ``code`` holds, ``None`` where it always does."""

    name: str
    name_en: str
    kind: str
    code: str
    first: int | None
    last: int | None
    wikidata: str | None
    where: str


@dataclass(frozen=True, slots=True)
class Role:
    """A noun that gives a sector; ``scope`` and ``country`` as explained in ``roles.tsv``."""

    sector: str
    kind: str
    scope: str
    country: str
    where: str


class Roles:
    """Finds the longest role at a token, whatever article, conjunction or pronoun its words carry."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._first: dict[str, list[tuple[tuple[str, ...], Role]]] = {}
        self._plain: set[str] = set()  # words met, without clitics, that begin no role
        known: set[tuple[str, ...]] = set()
        for made in (False, True):  # a form that is listed wins over one that is made
            for row in rows:
                role = Role(row["sector"], row["kind"], row["scope"], row["country"], row.where)
                for form in row.many("forms"):
                    words = tuple(_unarticled(fold(word)) for word in form.split())
                    for key in inflected(words, row["kind"]) if made else (words,):
                        if key not in known:
                            known.add(key)
                            self._first.setdefault(key[0], []).append((key[1:], role))
        for bucket in self._first.values():
            bucket.sort(key=lambda entry: -len(entry[0]))

    def longest(self, tokens: Sequence[Token], i: int, stop: int) -> tuple[int, Role] | None:
        """The index after the longest role that begins at token ``i``, and the role."""
        word = tokens[i].word
        if word.norm in self._plain:  # most tokens
            return None
        bare, norm = word.bare, _unarticled(word.norm)
        first = self._first
        if bare not in first and norm not in first:
            if len(self._plain) < _MOST_WORDS and bare == word.norm:
                self._plain.add(bare)
            return None
        for key in (bare, norm) if norm != bare else (norm,):
            for rest, role in first.get(key, ()):
                if i + 1 + len(rest) <= stop and all(w in bare_keys(tokens[i + 1 + k]) for k, w in enumerate(rest)):
                    return i + 1 + len(rest), role
        return None


def _unarticled(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def bare_keys(token: Token) -> tuple[str, ...]:
    """The folded forms under which a token is looked up: without clitics and article, then as written without article."""
    word = token.word
    norm = _unarticled(word.norm)
    return (word.bare, norm) if norm != word.bare else (norm,)


def inflected(words: tuple[str, ...], kind: str) -> Iterator[tuple[str, ...]]:
    """Sound plurals in the other cases and in construct, duals and the accusative of one-word forms; of bodies and things only
    the accusative."""
    if len(words) != 1:
        return
    (word,) = words
    if kind in ("body", "thing"):
        if not word.endswith(("ه", "ا", "ات", "ين")):
            yield (word + "ا",)
        return
    if word.endswith("ون"):
        yield from ((word[:-2] + ending,) for ending in ("ين", "و", "ي"))
    elif word.endswith("ه"):
        yield from ((word[:-1] + ending,) for ending in ("ات", "تان", "تين", "تا", "تي"))
    elif not word.endswith(("ا", "ات", "ين")):
        yield from ((word + ending,) for ending in ("ا", "ان", "ين"))


def spellings(name: str) -> Iterator[str]:
    """A name as written and with عبد joined to or parted from what follows."""
    yield name
    if "عبد ال" in name:
        yield name.replace("عبد ال", "عبدال")
    elif "عبدال" in name:
        yield name.replace("عبدال", "عبد ال")


def _build_actors(lexicon: Lexicon) -> PhraseMatcher[Actor]:
    matcher: PhraseMatcher[Actor] = PhraseMatcher()
    for row in lexicon.rows(ACTORS):
        first, last = (int(row[c]) if row[c] else None for c in ("from", "to"))
        actor = Actor(row["name"], row["name_en"], row["kind"], row["code"], first, last, row["wikidata"] or None, row.where)
        seen = set()
        for written in (row["name"], *row.many("variants")):
            for name in spellings(written):
                if fold(name) not in seen:
                    seen.add(fold(name))
                    matcher.add(name, actor)
    return matcher


def _build_roles(lexicon: Lexicon) -> Roles:
    return Roles(lexicon.rows(ROLES))


def outlet_homes(lexicon: Lexicon) -> dict[str, str]:
    """Folded name of an outlet → country at home of which it writes."""
    return lexicon.compiled(_build_homes)


def _build_homes(lexicon: Lexicon) -> dict[str, str]:
    return {fold(name): row["country"] for row in lexicon.rows(OUTLET_HOMES) for name in row.many("outlet")}


def deeds(lexicon: Lexicon) -> dict[str, str]:
    """Folded noun of what states do → the sector that does it."""
    return lexicon.compiled(_build_deeds)


def _build_deeds(lexicon: Lexicon) -> dict[str, str]:
    return {fold(noun): row["sector"] for row in lexicon.rows(DEEDS) for noun in row.many("nouns")}


def actors(lexicon: Lexicon) -> PhraseMatcher[Actor]:
    """The named actors, compiled once."""
    return lexicon.compiled(_build_actors)


def roles(lexicon: Lexicon) -> Roles:
    """The role nouns, compiled once."""
    return lexicon.compiled(_build_roles)


def in_office(found: Sequence[Actor], year: int | None) -> tuple[Actor, str]:
    """The entry that holds in ``year`` among entries of one name, and the code it gives then.

    Somebody whose years of office are over is of the country's elite (``ELI``); without a year the latest office counts.
    """
    if year is None:
        actor = max(found, key=lambda a: (a.first or 0, a.where))
        return actor, actor.code
    for actor in found:
        if (actor.first is None or actor.first <= year) and (actor.last is None or year <= actor.last):
            return actor, actor.code
    actor = min(found, key=lambda a: (min(abs(year - (a.first or year)), abs(year - (a.last or year))), a.where))
    over = (
        actor.kind == "person" and actor.last is not None and year > actor.last + 1 and actor.code[4:] in ("GOV", "MIL", "LEG")
    )
    return actor, actor.code[:4] + "ELI" if over else actor.code


def out_of_office(found: Sequence[Actor], year: int | None) -> str:
    """The code of somebody whose title says that the office is over: what came after it, or ``ELI``."""
    code = in_office(found, year)[1]
    if code[4:] not in ("GOV", "MIL", "LEG"):
        return code
    later = [
        a for a in found if a.code[4:] not in ("GOV", "MIL", "LEG") and (year is None or (a.first or 0) in (year, year + 1))
    ]
    return later[-1].code if later else code[:4] + "ELI"

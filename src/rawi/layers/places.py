"""The places layer: names of places, with what place each one is and whether it stands for a government.

Which of several places a name means is decided by the other places and the nationalities of the report, by the noun of type and
the qualifiers around it, and by size. Distances and points are degrees of WGS 84.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter

from rawi.document import Doc
from rawi.layers.place_finding import Finder, Hit
from rawi.lexicon import Lexicon
from rawi.lexicon.gazetteer import Candidate
from rawi.pipeline import Layer
from rawi.record import Place
from rawi.text.fold import fold

_AREAS = {
    "الشرقيه": "Eastern", "الغربيه": "Western", "الشماليه": "Northern", "الجنوبيه": "Southern", "القديمه": "Old",
    "الجديده": "New", "الكبري": "Greater", "العليا": "Upper", "السفلي": "Lower", "الوسطي": "Central",
}  # fmt: skip
# How well a feature fits the noun of type before the name: the same, or of the same sort.
_SORTS = (
    frozenset({"city", "village", "district", "camp", "admin2"}), frozenset({"admin1", "admin2", "region"}),
    frozenset({"river", "lake", "sea", "canal", "strait", "valley"}),
    frozenset({"base", "airport", "port", "site", "crossing"}),
    frozenset({"mountain", "desert", "region", "island", "valley"}),
)  # fmt: skip
_WINDOW = 6
_OUGHT = frozenset({"يجب", "يتعين", "ينبغي", "يتوجب", "وجب"})


def read_places(doc: Doc, lexicon: Lexicon) -> None:
    """Add the places of the report to ``doc``, in text order."""
    if not doc.tokens:
        return
    finder = Finder(doc, lexicon)
    hits = []
    for hit in finder.find():
        if hit.accepted:
            hits.append(hit)
        else:
            doc.drop("places", hit.start, hit.end, hit.key, "a common word without the context of a place")
    votes = _votes(finder, hits)
    last: Hit | None = None
    for hit in hits:
        place = _resolve(finder, hit, votes)
        span = doc.span(hit.start, hit.end)
        made = Place(span.start, span.end, span.text, f"p{len(doc.places) + 1}", "", None, None, None)
        if place is None:
            # Nobody's list has it: the report's own country stands in, and no point is made up.
            made.name, made.country = span.text, _home(finder, hit, hits, votes)
            made.feature = hit.type.feature if hit.type else None
        else:
            made.name, made.country, made.lat, made.lon = place.name, place.country, place.lat, place.lon
            made.geonames, made.feature = place.geonames, place.feature
            if hit.area is not None:
                made.name = f"{_AREAS[hit.area]} {made.name}"
            made.metonym = _metonym(finder, hit, place)
            if last is not None and doc.places[-1].metonym and place.feature == "country" and finder.coordinated(last, hit):
                made.metonym = True
        last = hit
        doc.places.append(made)
    _settle_names(doc)


def _settle_names(doc: Doc) -> None:
    """Take back the persons and organizations that turned out to be places."""
    spans = [(place.start, place.end) for place in doc.places]
    starts = [start for start, _ in spans]
    wrong = []
    for mention in doc.mentions:
        k = bisect_left(starts, mention.end) - 1
        if mention.kind in ("person", "organization") and k >= 0 and spans[k][1] > mention.start:
            wrong.append(mention)
    if not wrong:
        return
    doc.mentions = [m for m in doc.mentions if m not in wrong]
    named = {m.entity for m in doc.mentions}
    gone = {m.entity for m in wrong} - named
    doc.entities = [entity for entity in doc.entities if entity.id not in gone]


def _votes(finder: Finder, hits: list[Hit]) -> Counter[str]:
    """How much the report is about each country: its names, cities that can be nowhere else, adjectives of nationality."""
    votes: Counter[str] = Counter()
    for hit in hits:
        countries = {place.country for place in hit.candidates}
        if not hit.candidates:
            continue
        if hit.candidates[0].source == "country" and len({p.country for p in hit.candidates if p.source == "country"}) == 1:
            votes[hit.candidates[0].country or ""] += 2
        elif len(countries) == 1:
            votes[countries.pop() or ""] += 2
    for i in finder.places.hints(finder.doc):
        if found := finder.places.demonym(finder.tokens, i, len(finder.tokens)):
            votes[found[1]] += 1
    del votes[""]
    return votes


def _neighbours(finder: Finder, hit: Hit) -> Counter[str]:
    """Countries named close by, in the sentence: شرق ليبيا, طرابلس اللبنانية."""
    near: Counter[str] = Counter()
    tokens = finder.tokens
    sentence = finder.doc.sentences[tokens[hit.first].sentence]
    for k in range(max(sentence.first, hit.first - _WINDOW), min(sentence.last, hit.last + _WINDOW)):
        if hit.first <= k < hit.last or tokens[k].kind != "word":
            continue
        word = tokens[k].word
        country = finder.places.country_name(word.norm) or finder.places.country_name(word.core)
        if country is None and finder.places.is_demonym(word.core):
            country = finder.places.country(word.core)
        if country is not None:
            near[country] += 6 if k == hit.last else 2
    return near


def _fit(feature: str, wanted: str) -> float:
    if feature == wanted:
        return 4.0
    return 1.5 if any(feature in sort and wanted in sort for sort in _SORTS) else -1.5


def _resolve(finder: Finder, hit: Hit, votes: Counter[str]) -> Candidate | None:
    if not hit.candidates:
        return _transliterated(finder, hit, votes)
    near = _neighbours(finder, hit)
    total = sum(votes.values()) or 1
    best, score = hit.candidates[0], -math.inf
    for place in hit.candidates:
        value = math.log10(place.population + 300) - 2.5
        if place.source == "table":
            value += 3.0
        elif place.source == "country":
            value += 6.0
        if hit.type is not None and hit.type.feature != "region":
            value += _fit(place.feature, hit.type.feature) if place.source != "country" else -4.0
        elif place.feature in ("city", "sea", "river", "region"):
            value += 1.0
        if place.country is not None:
            value += 5.0 * votes[place.country] / total + min(votes[place.country], 4) * 0.5
            value += min(near[place.country], 6)
        if value > score:
            best, score = place, value
    return None if _abroad(finder, hit, best, votes, near) else best


def _abroad(finder: Finder, hit: Hit, place: Candidate, votes: Counter[str], near: Counter[str]) -> bool:
    """Whether a small place lies in a country of which the report says nothing, while another country fills the report."""
    if place.feature not in ("city", "village", "district", "camp") or place.population > 100_000 or place.country is None:
        return False
    if place.source == "table" and finder.words.needs.get(hit.key, 0) < 2 and len(hit.key) > 4:
        return False
    return not votes[place.country] and not near[place.country] and max(votes.values(), default=0) >= 4


def _transliterated(finder: Finder, hit: Hit, votes: Counter[str]) -> Candidate | None:
    """The place in a country of the report whose Latin name has the consonants of this name nobody has listed."""
    name = hit.key
    if name.startswith("ال"):
        return None
    found = [
        place
        for place in finder.places.transliterated(name)
        if votes[place.country or ""] >= 2 and (len(name) >= 5 or place.population >= 50_000)
    ]
    return max(found, key=lambda place: (votes[place.country or ""] >= 4, place.population), default=None)


def _home(finder: Finder, hit: Hit, hits: list[Hit], votes: Counter[str]) -> str | None:
    """The country of a place nobody has listed: the one named nearest, else the one the report is most about."""
    near = _neighbours(finder, hit)
    sentence = finder.tokens[hit.first].sentence
    for other in hits:
        if other.accepted and other is not hit and other.candidates and finder.tokens[other.first].sentence == sentence:
            gap = max(other.first - hit.last, hit.first - other.last)
            countries = {place.country for place in other.candidates if place.country}
            if gap <= _WINDOW and len(countries) == 1:
                near[countries.pop()] += 2
    ranked = sorted(set(votes) | set(near), key=lambda c: (-(votes[c] + 3 * near[c]), c))
    return ranked[0] if ranked else None


def _metonym(finder: Finder, hit: Hit, place: Candidate) -> bool:
    """Whether a country or capital stands for its government: it speaks, acts, is addressed or dealt with."""
    country = finder.places.countries.get(place.country or "")
    if country is None or hit.type is not None or hit.area is not None:
        return False
    if place.feature != "country" and hit.key not in country.capital:
        return False
    tokens, cues = finder.tokens, finder.words.cues
    sentence = finder.doc.sentences[tokens[hit.first].sentence]
    prefix = finder.doc.text[tokens[hit.first].start : hit.start]
    if prefix.endswith("ب"):
        return False
    k = hit.first - 1
    while k >= sentence.first and tokens[k].text in "\"«“'":
        k -= 1
    before = tokens[k] if k >= sentence.first and tokens[k].kind == "word" else None
    if before is not None:
        earlier = tokens[k - 1].word if k > sentence.first else None
        keys = {before.word.norm, before.word.core}
        if keys & cues["government"]:
            return earlier is None or earlier.core not in ("الحدود", "حدود", "المباراه", "مباراه")
        if "علي" in keys and earlier is not None and (earlier.norm in _OUGHT or earlier.core in ("عقوبات", "العقوبات")):
            return True
        if keys & cues["locative"] or keys & cues["direction"]:
            return False
        if before.upos == "VERB" and before.word.verbs:
            lemmas = {fold(reading.lemma) for reading in before.word.verbs}
            return not lemmas & (cues["visit"] | cues["happening"])
        if before.upos not in ("SCONJ", "CCONJ", "PART", "ADV") and before.word.norm not in ("ان", "بان"):
            return False
    follower = tokens[hit.last] if hit.last < sentence.last else None
    if follower is None or prefix.endswith("ل"):
        return False
    if follower.text == ":" and before is None:
        return place.feature == "country"
    if follower.upos == "VERB" and follower.word.verbs:
        lemmas = {fold(reading.lemma) for reading in follower.word.verbs}
        agrees = any(reading.gender != "m" and reading.person == "3" for reading in follower.word.verbs)
        return agrees and not lemmas & cues["happening"]
    return before is not None and before.word.norm in ("ان", "بان") and follower.kind == "word" and follower.upos != "ADP"


LAYER = Layer(
    "places",
    frozenset({"tokens", "sentences", "credits", "times", "mentions", "entities"}),
    frozenset({"places"}),
    read_places,
)

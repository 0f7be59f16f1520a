"""Where a report names places: the spans, before it is asked which places they are.

A name of the gazetteer counts as a place when its context says so as strongly as the name needs it: countries and well-known
cities always, a name that is also a common word only after a noun of type (مدينة) or a preposition of place, in a list or in a
dateline. After a noun of type a name that no table knows is a place too.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from rawi.document import Doc, Token
from rawi.layers.place_taken import Taken
from rawi.layers.place_words import (
    BESIDE,
    COMMON,
    COMMON_DEFINITE,
    CONSTRUCT,
    FUNCTION,
    IDIOMS,
    INSIDE,
    KNOWN_CITY,
    LIST_MARKS,
    LOCATED,
    LYING,
    MAYBE_WORD,
    MIDDLING,
    NEVER,
    OUTLETS,
    PROCLITICS,
    QUOTES,
    SETTLED,
    SMALL,
    STRONG,
    TOWN,
    TYPED,
    WORD,
    Type,
    place_words,
)
from rawi.lexicon import Lexicon
from rawi.lexicon.gazetteer import Candidate, Gazetteer, gazetteer
from rawi.text.stems import folded_frequencies

_MOST_WORDS = 200_000


@dataclass(slots=True)
class Hit:
    """A stretch of text that may be a place: characters ``start:end``, tokens ``first:last``; ``key`` is the folded name."""

    start: int
    end: int
    first: int
    last: int
    key: str
    candidates: tuple[Candidate, ...]
    type: Type | None = None
    area: str | None = None
    needs: int = STRONG
    evidence: int = 0
    accepted: bool = False


class Finder:
    """Finds the places of one document."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self.doc = doc
        self.tokens = doc.tokens
        self.places: Gazetteer = gazetteer(lexicon)
        self.words = lexicon.compiled(place_words)
        self.frequency = lexicon.compiled(folded_frequencies)
        self.keys = lexicon.compiled(_known_keys)
        self.taken = Taken(doc, self.places, self.words)
        self.blocked = self.taken.blocked
        self.names = self.taken.names
        self.votes = self._votes()

    def find(self) -> list[Hit]:
        """All hits in text order; those that are places are ``accepted``."""
        hits: list[Hit] = []
        for sentence in self.doc.sentences:
            i, stop = sentence.first, sentence.last
            while i < stop:
                token = self.tokens[i]
                if token.kind != "word" or self.blocked[i]:
                    i += 1
                    continue
                hit = self.known(i, stop, sentence.first)
                if hit is None and i not in self.names:
                    hit = self.unknown(i, stop, sentence.first)
                if hit is None:
                    i += 1
                    continue
                hits.append(hit)
                i = max(hit.last, i + 1)
        self._judge(hits)
        return hits

    def _votes(self) -> Counter[str]:
        """How often the report names each country or its people."""
        votes: Counter[str] = Counter()
        tokens, places = self.tokens, self.places
        for i in places.hints(self.doc):
            token = tokens[i]
            found = places.demonym(tokens, i, len(tokens))
            country = places.country_name(token.word.norm) or places.country_name(token.word.core)
            if country is not None:
                votes[country] += 2
            elif found is not None:
                votes[found[1]] += 1
        return votes

    # -- names of the gazetteer ---------------------------------------------------------------------------------------

    def known(self, i: int, stop: int, floor: int) -> Hit | None:
        """The name of the gazetteer that begins at token ``i``."""
        token = self.tokens[i]
        best: tuple[int, int, str, tuple[Candidate, ...]] | None = None
        keys = self.keys.get(token.text)
        if keys is None:
            keys = [(offset, key) for offset, key in self._keys(token) if self.places.opens(key)]
            if len(self.keys) < _MOST_WORDS:
                self.keys[token.text] = keys
        if not keys:
            return None
        for offset, key in keys:
            found = self.places.lookup_key(key, self.tokens, i, stop)
            if found is None:
                continue
            j, candidates = found
            if not self.taken.free(i, j, candidates):
                continue
            if best is None or j > best[0] or (j == best[0] and _weight(candidates) > 20 * _weight(best[3])):
                best = (j, token.start + offset, key, candidates)
        if best is None:
            return None
        j, start, key, candidates = best
        if j < stop and (key, self.tokens[j].word.core) in IDIOMS:
            return None
        if j == i + 1 and token.upos in FUNCTION and key not in self.words.needs and candidates[0].source != "country":
            return None
        name = key if j == i + 1 else " ".join((key, *(t.word.norm for t in self.tokens[i + 1 : j])))
        last = self.tokens[j - 1]
        hit = Hit(start, last.end, i, j, name, candidates)
        if j > i + 1 and name not in self.words.needs:
            hit.needs = STRONG
        else:
            hit.needs = self._needs(token, name, candidates)
        if candidates[0].source == "country" and j == i + 1 and self._adjective(i, floor, start):
            return None
        hit.type = self._type(i, floor, start)
        if hit.type is not None and hit.type.inside and start == token.start and self._outside(hit):
            hit.type = Type(hit.type.feature, False, hit.type.unknown)
        if hit.type is not None and hit.type.inside:
            head = self.tokens[i - 1]
            hit.start, hit.first = head.core_start + self._strip(head), i - 1
            whole = self.places.places(f"{self._head(head)} {name}")
            hit.candidates = whole or candidates
        self._area(hit, stop)
        return hit

    def _keys(self, token: Token) -> list[tuple[int, str]]:
        """Forms under which the first word of a name is looked up, with the letters left out before each."""
        word, text = token.word, token.text
        norm = word.norm
        if text.endswith("\u064b") or text.endswith("\u064bا"):
            return []
        keys = [(0, norm)]
        if word.core != norm and not word.enclitic:
            keys.append((token.core_start - token.start, word.core))
        if word.proclitics or word.verbs or word.nouns:
            return keys
        for length in (1, 2):
            # The analysis does not know the word: try it without conjunctions and prepositions (وبكوناكري).
            if len(norm) < length + 4 or norm[:length] not in PROCLITICS or text[:length] != norm[:length]:
                continue
            rest = norm[length:]
            if norm[length - 1] == "ل" and rest.startswith("ل"):
                keys.append(
                    (length - 1, "ا" + rest)
                )  # للأردن: the article is hidden, and the span keeps the written-together لل.
            else:
                keys.append((length, rest))
        return keys

    def _needs(self, token: Token, name: str, candidates: tuple[Candidate, ...]) -> int:
        listed = self.words.needs.get(name)
        if listed is not None:
            return listed
        best = candidates[0]
        if best.source == "country":
            return STRONG
        word = token.word
        ordinary = bool(word.verbs) or any(reading.kind != "name" for reading in word.nouns)
        if token.upos in FUNCTION:
            return TYPED
        population = max(place.population for place in candidates)
        if best.source == "table" and (population >= KNOWN_CITY or self.places.is_capital(name)):
            return STRONG
        if token.upos == "VERB":
            return TYPED
        if best.source == "table":
            # A small place whose name is more frequent than its size explains must also be a word.
            frequency = self.frequency.get(name, 0.0)
            if best.feature in SMALL and not any(place.feature == "admin1" for place in candidates):
                if frequency >= WORD and population < MIDDLING:
                    return TYPED
                if frequency >= MAYBE_WORD and population < MIDDLING:
                    return LOCATED
            if ordinary and not (best.feature in ("continent", "sea", "region") or word.definite):
                return LOCATED
            return STRONG
        if self.places.is_demonym(name):
            return NEVER
        if self.places.is_weak(name):
            return TYPED
        home = any(self.votes[place.country or ""] for place in candidates)
        if len(name) <= 3 or ordinary:
            return LOCATED if home and population >= TOWN else TYPED
        if home:
            return STRONG if population >= TOWN else LOCATED
        return STRONG if population >= 2 * KNOWN_CITY else LOCATED

    def _adjective(self, i: int, floor: int, start: int) -> bool:
        """Whether a country's name is here the adjective that is written like it: القوات السعودية, طائرات سورية."""
        tokens = self.tokens
        prefix = tokens[i].text[: start - tokens[i].start]
        norm = tokens[i].word.norm[len(prefix) :]
        k = i - 1
        while k > floor and tokens[k].text in QUOTES:
            k -= 1
        if k < floor or prefix not in ("", "و") or not self.places.is_demonym(norm):
            return False
        before = tokens[k]
        word = before.word
        if before.kind != "word" or before.upos in FUNCTION or before.upos == "VERB":
            return False
        if prefix:
            # المصرية والسعودية: two adjectives of one noun.
            return (
                word.core.startswith("ال")
                and word.core.endswith("ه")
                and self.places.country_name(word.core) is None
                and (self.places.is_demonym(word.core))
            )
        if norm.startswith("ال"):
            return word.core.startswith("ال") or word.norm.startswith("ال")
        return not word.core.startswith("ال") and before.text.endswith(("ة", "ات")) and word.core not in CONSTRUCT

    def _head(self, token: Token) -> str:
        norm = token.word.norm
        return norm if norm in self.words.types else token.word.core if token.word.core in self.words.types else norm[1:]

    def _strip(self, token: Token) -> int:
        """Letters of a proclitic that the analysis has left on a noun of type (بمدينة)."""
        norm, core = token.word.norm, token.word.core
        if core in self.words.types or norm in self.words.types or norm[1:] not in self.words.types:
            return 0
        return 1

    def _type(self, i: int, floor: int, start: int) -> Type | None:
        """The noun of type right before token ``i`` (a quotation mark may stand between)."""
        k = i - 1
        if k >= floor and self.tokens[k].text in QUOTES:
            k -= 1
        if k < floor or start > self.tokens[i].start:
            return None
        token = self.tokens[k]
        types = self.words.types
        if token.kind != "word" or token.word.enclitic:
            return None
        found = types.get(token.word.norm) or types.get(token.word.core)
        if found is None and token.word.norm[:1] in "وفبلك":
            found = types.get(token.word.norm[1:])
        if found is not None and k != i - 1 and found.inside:
            return Type(found.feature, False, found.unknown)
        return found

    def _outside(self, hit: Hit) -> bool:
        """Whether the name already says the whole of it, so that the noun of type stays outside (نهر الفرات)."""
        assert hit.type is not None
        if hit.last > hit.first + 1 and hit.candidates[0].feature in ("country", "admin1", "region"):
            return True
        return any(place.feature == hit.type.feature for place in hit.candidates)

    def _area(self, hit: Hit, stop: int) -> None:
        """Take an adjective of area into the name of a city: حلب الشرقية."""
        if hit.last >= stop or not any(place.feature == "city" for place in hit.candidates[:1]):
            return
        token = self.tokens[hit.last]
        if token.word.norm in self.words.cues["area"] and not self.blocked[hit.last]:
            if hit.type is not None and hit.type.feature in ("admin1", "region", "admin2"):
                return
            hit.area = token.word.norm
            hit.end, hit.last = token.end, hit.last + 1

    def unknown(self, i: int, stop: int, floor: int) -> Hit | None:
        """A name after a noun of type: كفرزيتا in بلدة كفرزيتا."""
        token = self.tokens[i]
        kind = self._type(i, floor, token.start)
        if kind is None and self._lies_near(i, floor):
            return Hit(token.start, token.end, i, i + 1, token.word.norm, (), None, needs=STRONG)
        if kind is None or kind.unknown == "no" or not self._may_be_name(token, kind.unknown):
            return None
        j = i + 1
        heads = self.words.cues["head"]
        while j < stop and j < i + 3 and self.tokens[j - 1].word.norm in heads and self._plain(j):
            j += 1
        if token.word.norm in heads and j == i + 1:
            return None
        if kind.unknown == "new" and not self._anchored(j, stop):
            return None
        hit = Hit(token.start, self.tokens[j - 1].end, i, j, " ".join(t.word.norm for t in self.tokens[i:j]), (), kind)
        hit.needs = STRONG
        if kind.inside and i > floor:
            head = self.tokens[i - 1]
            hit.start, hit.first = head.core_start + self._strip(head), i - 1
        return hit

    def _lies_near(self, i: int, floor: int) -> bool:
        """Whether a foreign-looking word follows a direction or قرب: جنوب كفرمالك."""
        token, word = self.tokens[i], self.tokens[i].word
        if (
            i == floor
            or token.upos in FUNCTION
            or word.verbs
            or word.nouns
            or word.definite
            or len(word.norm) < 5
            or word.norm.endswith("ات")
        ):
            return False
        before = self.tokens[i - 1].word
        if before.norm not in BESIDE and before.core not in BESIDE:
            return False
        return not word.proclitics and not word.enclitic and self._may_be_name(token, "new")

    def _anchored(self, j: int, stop: int) -> bool:
        """Whether what follows says where it is: بولاية، في مدينة، شمال، (شرق, الواقعة, التابعة ل, or another place."""
        while j < stop and self.tokens[j].text in QUOTES:
            j += 1
        for k in range(j, min(stop, j + 2)):
            word = self.tokens[k].word
            if word.norm in self.words.cues["direction"] or word.norm in LYING:
                return True
            for key in (word.norm, word.core, word.norm[1:] if word.norm[:1] in "بول" else ""):
                if key in self.words.types or (key in self.places and self.words.needs.get(key, STRONG) == STRONG):
                    return True
            if word.norm not in ("في", "من", "ب") or k > j:
                return False
        return False

    def _plain(self, k: int) -> bool:
        token = self.tokens[k]
        return (
            token.kind == "word"
            and not self.blocked[k]
            and k not in self.names
            and token.upos not in ("ADP", "CCONJ", "SCONJ", "PRON", "DET", "VERB")
        )

    def _may_be_name(self, token: Token, unknown: str) -> bool:
        word = token.word
        if len(word.norm) < 3 or word.norm in self.words.cues["never"] or word.proclitics:
            return False
        if token.upos in ("ADP", "CCONJ", "SCONJ", "PRON", "DET", "VERB", "ADV", "PART", "AUX", "NUM"):
            return False
        places = self.places
        if places.is_demonym(word.core) or places.is_region_adjective(word.core) or places.country(word.core):
            return False
        if (
            word.norm in self.words.types
            or word.norm in self.words.cues["locative"]
            or word.norm in self.words.cues["direction"]
        ):
            return False
        readings = [reading for reading in word.nouns if reading.kind != "name"]
        common = self.frequency.get(word.norm, 0.0)
        if common >= (COMMON_DEFINITE if word.definite else COMMON):
            return False
        if not readings and not word.verbs:
            # An adjective of relation (الساحلية) is no name, known or not.
            return not word.norm.endswith(("يه", "يتين")) or (word.definite and unknown == "any")
        if unknown == "new" or not word.definite:
            return False
        return all(reading.kind in ("noun", "masdar") and reading.number == "s" for reading in readings) and token.upos != "ADJ"

    def _judge(self, hits: list[Hit]) -> None:
        """Accept what has evidence enough; then what the document names elsewhere with evidence, and what stands in a list."""
        for hit in hits:
            hit.evidence = self._evidence(hit)
            hit.accepted = hit.evidence >= hit.needs and not self._in_organ(hit)
        sure = {hit.key for hit in hits if hit.accepted and hit.evidence >= LOCATED}
        for hit in hits:
            if not hit.accepted and hit.needs == LOCATED and hit.key in sure and hit.first == hit.last - 1:
                hit.accepted = self.tokens[hit.first].upos != "VERB" and not self._in_organ(hit)
        for _ in range(2):
            for before, hit in pairwise(hits):
                if self.coordinated(before, hit) and before.accepted != hit.accepted:
                    weaker = hit if before.accepted else before
                    stronger = before if before.accepted else hit
                    weaker.accepted = weaker.needs != NEVER and self._alike(stronger, weaker) and not self._in_organ(weaker)

    def _alike(self, sure: Hit, hit: Hit) -> bool:
        """Whether a doubtful name in a list lies in the country of a sure one."""
        if hit.needs < TYPED or not hit.candidates or not sure.candidates:
            return True
        countries = {place.country for place in sure.candidates}
        return any(place.country in countries for place in hit.candidates)

    def _in_organ(self, hit: Hit) -> bool:
        """Whether the name belongs to that of a club, university, newspaper, battalion …: جامعة دمشق."""
        k = hit.first - 1
        if k < 0 or self.tokens[k].sentence != self.tokens[hit.first].sentence:
            return False
        if hit.start > self.tokens[hit.first].core_start or hit.start > self.tokens[hit.first].start:
            return False
        if self.tokens[k].text in QUOTES and hit.last < len(self.tokens) and self.tokens[hit.last].text in QUOTES:
            return hit.key in OUTLETS
        word = self.tokens[k].word
        organ = self.words.cues["organ"]
        return word.norm in organ or word.core in organ or (word.norm[:1] in "وبلف" and word.norm[1:] in organ)

    def _evidence(self, hit: Hit) -> int:
        if hit.type is not None:
            adjective = hit.key.endswith("ه") and not hit.key.startswith("ال")
            return NEVER if hit.type.feature in SETTLED and hit.type.unknown == "any" and not adjective else TYPED
        tokens, first = self.tokens, hit.first
        sentence = self.doc.sentences[tokens[first].sentence]
        if hit.last < sentence.last and self._agreeing(hit):
            return TYPED
        if self._dateline(hit, sentence.first):
            return TYPED
        prefix = tokens[first].text[: hit.start - tokens[first].start]
        # A preposition of place is a sure sign when the report is about the country in which the name lies.
        home = any(self.votes[place.country or ""] >= 2 for place in hit.candidates)
        if prefix.endswith("ب"):
            return TYPED if home else LOCATED
        k = first - 1
        if k >= sentence.first and tokens[k].text in QUOTES:
            k -= 1
        if k >= sentence.first and not prefix.endswith(("ل", "ك")):
            word = tokens[k].word
            for key in (word.norm, word.core, word.norm[1:] if word.norm[:1] in "وفبل" else ""):
                if key in self.words.cues["direction"]:
                    return TYPED
                if key in self.words.cues["locative"]:
                    return TYPED if home and key in INSIDE else LOCATED
        return STRONG

    def _agreeing(self, hit: Hit) -> bool:
        """Whether an adjective of the nationality of one of the candidates follows: طرابلس اللبنانية."""
        word = self.tokens[hit.last].word
        if not word.norm.startswith("ال"):
            return False
        country = self.places.country(word.norm) if self.places.is_demonym(word.norm) else None
        return country is not None and any(place.country == country for place in hit.candidates)

    def _dateline(self, hit: Hit, first: int) -> bool:
        """Whether the hit opens its line, alone or before a dash, colon or bracket: الرياض – واس."""
        if hit.first > first + 4:
            return False
        following = self.tokens[hit.last] if hit.last < len(self.tokens) else None
        if following is None or following.text not in ("-", "–", "—", ":", "(", "ـ", "/"):
            return False
        return hit.first == first or self.tokens[hit.first - 1].text in ("-", "–", "—", ":", "ـ", "/", ".", "،")

    def coordinated(self, before: Hit, hit: Hit) -> bool:
        """Whether ``hit`` follows ``before`` in a list: after و or a comma."""
        between = self.tokens[before.last : hit.first]
        prefix = self.doc.text[self.tokens[hit.first].start : hit.start]
        if not between:
            return prefix.startswith("و")
        return len(between) == 1 and (between[0].text in LIST_MARKS or between[0].word.norm in ("و", "او"))


def _known_keys(_: Lexicon) -> dict[str, list[tuple[int, str]]]:
    """The forms under which words met so far begin a name of the gazetteer, by their text; mostly none."""
    return {}


def _weight(candidates: tuple[Candidate, ...]) -> int:
    best = candidates[0]
    return 10_000_000 if best.source == "country" else max(1_000_000 if best.source == "table" else 0, best.population)

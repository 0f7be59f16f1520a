"""Where a report names places: the spans, before it is asked which places they are.

A name of the gazetteer counts as a place when its context says so as strongly as the name needs it: countries and well-known
cities always, a name that is also a common word only after a noun of type (مدينة), a preposition of place, in a list of places or
in a dateline. After a noun of type a name that no table knows is a place too.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from rawi.document import Doc, Token
from rawi.lexicon import Column, Lexicon, Table
from rawi.lexicon.gazetteer import FEATURES, Candidate, Gazetteer, gazetteer
from rawi.text.fold import fold

TYPES = Table(
    "types of places",
    ("places/types.tsv",),
    (
        Column("noun", required=True),
        Column("feature", required=True, choices=FEATURES),
        Column("span", required=True, choices=("in", "out")),
        Column("unknown", required=True, choices=("any", "new", "no")),
        Column("gloss", required=True),
    ),
    ("noun",),
)
CUES = Table(
    "cues of places",
    ("places/cues.tsv",),
    (
        Column("word", required=True),
        Column(
            "class",
            required=True,
            choices=("locative", "direction", "visit", "happening", "government", "area", "head", "never"),
        ),
        Column("gloss", required=True),
    ),
    ("word", "class"),
)
HOMOGRAPHS = Table(
    "place names that are common words",
    ("places/homographs.tsv",),
    (
        Column("name", required=True),
        Column("evidence", required=True, choices=("strong", "located", "typed", "never")),
        Column("gloss", required=True),
    ),
    ("name",),
)
# How much context a name needs, from none to all.
STRONG, LOCATED, TYPED, NEVER = range(4)
_NEEDS = {"strong": STRONG, "located": LOCATED, "typed": TYPED, "never": NEVER}
# People: a populated place above this size is news wherever it lies; below the lower one a name needs context.
_KNOWN_CITY, _TOWN = 250_000, 20_000
_PROCLITICS = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")
_QUOTES = frozenset("\"'«»“”()[]")
_LIST_MARKS = frozenset("،,/-–—؛")


@dataclass(slots=True)
class Type:
    """A noun of type as the table has it."""

    feature: str
    inside: bool
    unknown: str


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


@dataclass(slots=True)
class _Words:
    types: dict[str, Type] = field(default_factory=dict)
    cues: dict[str, frozenset[str]] = field(default_factory=dict)
    needs: dict[str, int] = field(default_factory=dict)


def words(lexicon: Lexicon) -> _Words:
    """The tables of this module, compiled."""
    made = _Words()
    for row in lexicon.rows(TYPES):
        made.types[fold(row["noun"])] = Type(row["feature"], row["span"] == "in", row["unknown"])
    classes: dict[str, set[str]] = {}
    for row in lexicon.rows(CUES):
        classes.setdefault(row["class"], set()).add(fold(row["word"]))
    made.cues = {name: frozenset(found) for name, found in classes.items()}
    made.needs = {fold(row["name"]): _NEEDS[row["evidence"]] for row in lexicon.rows(HOMOGRAPHS)}
    return made


class Finder:
    """Finds the places of one document."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self.doc = doc
        self.tokens = doc.tokens
        self.places: Gazetteer = gazetteer(lexicon)
        self.words = lexicon.compiled(words)
        self.blocked = _blocked(doc)

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
                hit = self.known(i, stop, sentence.first) or self.unknown(i, stop, sentence.first)
                if hit is None:
                    i += 1
                    continue
                hits.append(hit)
                i = max(hit.last, i + 1)
        self._judge(hits)
        return hits

    # -- names of the gazetteer ---------------------------------------------------------------------------------------

    def known(self, i: int, stop: int, floor: int) -> Hit | None:
        """The name of the gazetteer that begins at token ``i``."""
        token = self.tokens[i]
        best: tuple[int, int, str, tuple[Candidate, ...]] | None = None
        for offset, key in self._keys(token):
            found = self.places.lookup_key(key, self.tokens, i, stop)
            if found is None:
                continue
            j, candidates = found
            if any(self.blocked[k] for k in range(i, j)):
                continue
            if best is None or j > best[0] or (j == best[0] and _weight(candidates) > 20 * _weight(best[3])):
                best = (j, token.start + offset, key, candidates)
        if best is None:
            return None
        j, start, key, candidates = best
        name = key if j == i + 1 else " ".join((key, *(t.word.norm for t in self.tokens[i + 1 : j])))
        last = self.tokens[j - 1]
        hit = Hit(start, last.end, i, j, name, candidates)
        if j > i + 1 and name not in self.words.needs:
            hit.needs = STRONG
        else:
            hit.needs = self._needs(token, name, candidates, start > token.start)
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
        word = token.word
        keys = [(0, word.norm)]
        if word.core != word.norm:
            keys.append((token.core_start - token.start, word.core))
        for length in (1, 2):
            if len(word.norm) > length + 2 and word.norm[:length] in _PROCLITICS and token.text[:length] == word.norm[:length]:
                rest = word.norm[length:]
                if word.norm[length - 1] == "ل" and rest.startswith("ل"):
                    # للأردن: the article is hidden, and the span keeps the written-together لل.
                    keys.append((length - 1, "ا" + rest if rest.startswith("ل") else rest))
                elif all(key != rest for _, key in keys):
                    keys.append((length, rest))
        return keys

    def _needs(self, token: Token, name: str, candidates: tuple[Candidate, ...], cut: bool) -> int:
        listed = self.words.needs.get(name)
        if listed is not None:
            return listed
        best = candidates[0]
        if best.source == "country" or best.feature in ("continent", "sea", "region", "admin1"):
            return STRONG
        word = token.word
        ordinary = bool(word.verbs) or any(reading.kind != "name" for reading in word.nouns)
        population = max(place.population for place in candidates)
        if best.source == "table":
            return LOCATED if ordinary else STRONG
        if self.places.is_weak(name):
            return TYPED
        if len(name) <= 3:
            return LOCATED if population >= _KNOWN_CITY else TYPED
        if ordinary or cut:
            return LOCATED if population >= _TOWN else TYPED
        return STRONG if population >= _TOWN else LOCATED

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
        if k >= floor and self.tokens[k].text in _QUOTES:
            k -= 1
        if k < floor or start > self.tokens[i].start:
            return None
        token = self.tokens[k]
        types = self.words.types
        if token.kind != "word":
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

    # -- names nobody has listed --------------------------------------------------------------------------------------

    def unknown(self, i: int, stop: int, floor: int) -> Hit | None:
        """A name after a noun of type: كفرزيتا in بلدة كفرزيتا."""
        token = self.tokens[i]
        kind = self._type(i, floor, token.start)
        if kind is None or kind.unknown == "no" or not self._may_be_name(token, kind.unknown):
            return None
        j = i + 1
        heads = self.words.cues["head"]
        while j < stop and j < i + 3 and self.tokens[j - 1].word.norm in heads and self._plain(j):
            j += 1
        if token.word.norm in heads and j == i + 1:
            return None
        hit = Hit(token.start, self.tokens[j - 1].end, i, j, " ".join(t.word.norm for t in self.tokens[i:j]), (), kind)
        hit.needs = STRONG
        if kind.inside and i > floor:
            head = self.tokens[i - 1]
            hit.start, hit.first = head.core_start + self._strip(head), i - 1
        return hit

    def _plain(self, k: int) -> bool:
        token = self.tokens[k]
        return token.kind == "word" and not self.blocked[k] and token.upos not in ("ADP", "CCONJ", "SCONJ", "PRON", "DET", "VERB")

    def _may_be_name(self, token: Token, unknown: str) -> bool:
        word = token.word
        if len(word.norm) < 3 or word.norm in self.words.cues["never"] or word.proclitics:
            return False
        if token.upos in ("ADP", "CCONJ", "SCONJ", "PRON", "DET", "VERB", "ADV", "PART", "AUX", "NUM"):
            return False
        places = self.places
        if places.is_demonym(word.core) or places.is_region_adjective(word.core) or places.country(word.core):
            return False
        if word.norm in self.words.types or word.norm in self.words.cues["locative"] or word.norm in self.words.cues["direction"]:
            return False
        readings = [reading for reading in word.nouns if reading.kind != "name"]
        if not readings and not word.verbs:
            # An adjective of relation (الساحلية) is no name, known or not.
            return not (word.norm.endswith(("يه", "يتين")) and word.definite) or unknown == "any"
        if unknown == "new" or not word.definite:
            return False
        return all(reading.kind in ("noun", "masdar") and reading.number == "s" for reading in readings) and token.upos != "ADJ"

    # -- judgement ----------------------------------------------------------------------------------------------------

    def _judge(self, hits: list[Hit]) -> None:
        """Accept what has evidence enough; then what the document names elsewhere with evidence, and what stands in a list."""
        for hit in hits:
            hit.evidence = self._evidence(hit)
            hit.accepted = hit.evidence >= hit.needs and hit.needs != NEVER
        sure = {hit.key for hit in hits if hit.accepted and hit.evidence >= LOCATED}
        for hit in hits:
            if not hit.accepted and hit.needs == LOCATED and hit.key in sure and hit.first == hit.last - 1:
                hit.accepted = self.tokens[hit.first].upos != "VERB"
        for _ in range(2):
            for before, hit in zip(hits, hits[1:], strict=False):
                if self._coordinated(before, hit) and before.accepted != hit.accepted:
                    weaker = hit if before.accepted else before
                    weaker.accepted = weaker.needs != NEVER

    def _evidence(self, hit: Hit) -> int:
        if hit.type is not None:
            return TYPED
        tokens, first = self.tokens, hit.first
        sentence = self.doc.sentences[tokens[first].sentence]
        if hit.last < sentence.last and self._agreeing(hit):
            return TYPED
        if self._dateline(hit, sentence.first):
            return TYPED
        prefix = tokens[first].text[: hit.start - tokens[first].start]
        if prefix.endswith("ب"):
            return LOCATED
        k = first - 1
        if k >= sentence.first and tokens[k].text in _QUOTES:
            k -= 1
        if k >= sentence.first and not prefix.endswith(("ل", "ك")):
            word = tokens[k].word
            for key in (word.norm, word.core, word.norm[1:] if word.norm[:1] in "وفبل" else ""):
                if key in self.words.cues["locative"] or key in self.words.cues["direction"]:
                    return LOCATED
        return STRONG

    def _agreeing(self, hit: Hit) -> bool:
        """Whether an adjective of the nationality of one of the candidates follows: طرابلس اللبنانية."""
        word = self.tokens[hit.last].word
        if not word.norm.startswith("ال") or not word.norm.endswith("ه"):
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

    def _coordinated(self, before: Hit, hit: Hit) -> bool:
        between = self.tokens[before.last : hit.first]
        prefix = self.doc.text[self.tokens[hit.first].start : hit.start]
        if not between:
            return prefix.startswith("و")
        return len(between) == 1 and (between[0].text in _LIST_MARKS or between[0].word.norm in ("و", "او"))


def _weight(candidates: tuple[Candidate, ...]) -> int:
    best = candidates[0]
    return 10_000_000 if best.source == "country" else max(1_000_000 if best.source == "table" else 0, best.population)


def _blocked(doc: Doc) -> list[bool]:
    """For every token whether it belongs to something that is no place: a person, an organization, a byline, an outlet, a time."""
    blocked = [False] * len(doc.tokens)
    spans = [(m.start, m.end) for m in doc.mentions if m.kind in ("person", "organization")]
    spans += [(credit.start, credit.end) for credit in doc.credits if credit.kind != "dateline"]
    spans += [(time.start, time.end) for time in doc.times]
    for start, end in spans:
        k = doc.token_at(start)
        while k < len(doc.tokens) and doc.tokens[k].start < end:
            blocked[k] = True
            k += 1
    return blocked

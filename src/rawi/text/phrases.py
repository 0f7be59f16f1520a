"""Noun phrases by hand-written rules: where one begins and ends, and what its conjuncts are.

The rules follow Arabic syntax as a reader applies it from left to right in writing order: a head, its construct chain up to a
definite member, agreeing adjectives, an apposition of title and name, and those prepositional phrases that belong to the noun
(مصدر في الشرطة، الناطق باسم الجيش) rather than to the clause. Relative clauses are outside.
"""

from __future__ import annotations

from rawi.document import Doc
from rawi.lexicon import Column, Lexicon, Table
from rawi.lexicon.gazetteer import gazetteer
from rawi.record import Span
from rawi.text.fold import fold

CLASSES = (
    "complementiser", "subordinator", "relative", "auxiliary", "preposition", "quantifier", "pp_head", "partitive", "venue",
    "adverb",
    "portfolio", "seat", "envoy", "collective", "reflexive", "adjective", "noun",
)  # fmt: skip
SYNTAX = Table(
    "syntax",
    ("syntax.tsv",),
    (Column("word", required=True), Column("class", required=True, choices=CLASSES), Column("gloss", required=True)),
    ("word", "class"),
)
_NOMINAL = frozenset(("NOUN", "ADJ", "PROPN", "NUM"))
_OPENING = {"«": "»", "“": "”", '"': '"', "‘": "’", "‹": "›", "„": "“"}
# No noun phrase of the news is longer; the bound keeps look-ahead linear on text without punctuation.
_LONGEST = 60
_QUOTED_NAME = 8


def _build(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    classes: dict[str, set[str]] = {name: set() for name in CLASSES}
    for row in lexicon.rows(SYNTAX):
        classes[row["class"]].add(fold(row["word"]))
    return {name: frozenset(words) for name, words in classes.items()}


def syntax(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The words of each syntactic class, folded."""
    return lexicon.compiled(_build)


class Phrases:
    """Noun phrases of one document. Uses what earlier layers found: names stay whole, times and credits end a phrase."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self.doc = doc
        self.tokens = doc.tokens
        self.words = syntax(lexicon)
        self._demonym = gazetteer(lexicon).is_demonym
        n = len(doc.tokens)
        self._outside = bytearray(n + 1)  # times and credits
        self._place = bytearray(n + 1)
        self._mention_end: dict[int, tuple[int, str]] = {}
        for start, end in [(x.start, x.end) for x in doc.times] + [(x.start, x.end) for x in doc.credits]:
            for k in range(doc.token_at(start), doc.token_at(max(end - 1, start)) + 1):
                if k < n:
                    self._outside[k] = 1
        for mention in doc.mentions:
            first, last = doc.token_at(mention.start), doc.token_at(max(mention.end - 1, mention.start))
            if first < n and mention.kind != "role":
                known = self._mention_end.get(first)
                if known is None or known[0] < last + 1:
                    self._mention_end[first] = (last + 1, mention.kind)
        for place in doc.places:
            first, last = doc.token_at(place.start), doc.token_at(max(place.end - 1, place.start))
            for k in range(first, min(last + 1, n)):
                self._place[k] = 1
            if first < n and first not in self._mention_end:
                self._mention_end[first] = (last + 1, "place")
        self._quote_at = {doc.token_at(quote.start): quote for quote in doc.quotes}

    # -- what a token is ------------------------------------------------------------------------------------------------

    def is_a(self, i: int, name: str) -> bool:
        """Whether token ``i`` is in a class of ``syntax.tsv``, as written or without an attached و or ف."""
        word = self.tokens[i].word
        words = self.words[name]
        if word.norm in words:
            return True
        return bool(word.proclitics) and set(word.proclitics) <= {"و", "ف"} and word.core in words

    def bare_is(self, i: int, name: str) -> bool:
        """Whether token ``i`` without its clitics, with or without its article, is in a class of ``syntax.tsv``."""
        word = self.tokens[i].word
        words = self.words[name]
        if word.core in words or word.bare in words:
            return True
        return word.bare.endswith("ا") and word.bare[:-1] in words  # the accusative: معسكرا للمتمردين

    def preposition(self, i: int) -> str | None:
        """The preposition that token ``i`` is or begins with, folded: ``في``, or ``ب`` of بالمدينة; else ``None``."""
        token = self.tokens[i]
        word = token.word
        if self.is_a(i, "preposition"):
            return word.norm if word.norm in self.words["preposition"] else word.core
        for clitic in word.proclitics:
            if clitic in ("ب", "ل", "ك") and token.upos in _NOMINAL:
                return clitic
        return word.core if token.upos == "ADP" else None

    def nominal(self, i: int) -> bool:
        """Whether a noun, adjective, name or number stands at token ``i``."""
        token = self.tokens[i]
        if token.kind in ("number", "latin"):
            return True
        if token.kind != "word" or token.upos not in _NOMINAL:
            return False
        return not any(
            self.is_a(i, name) for name in ("complementiser", "subordinator", "relative", "auxiliary", "preposition", "adverb")
        )

    def coordinated(self, i: int) -> bool:
        """Whether token ``i`` begins with an attached و or follows a free-standing one."""
        if "و" in self.tokens[i].word.proclitics[:1]:
            return True
        return i > 0 and self.tokens[i - 1].text == "و"

    def outside(self, i: int) -> bool:
        """Whether token ``i`` belongs to a time expression or to the credits."""
        return bool(self._outside[i])

    def mention(self, i: int) -> tuple[int, str] | None:
        """End and kind of the name that begins at token ``i``."""
        return self._mention_end.get(i)

    def span(self, i: int, j: int) -> Span:
        """Tokens ``i:j`` as quoted in a record: without conjunctions and prepositions attached in front."""
        return self.doc.span(self.tokens[i].core_start, self.tokens[j - 1].end)

    # -- phrases ----------------------------------------------------------------------------------------------------------

    def noun_phrase(self, i: int, stop: int, *, coordinate: bool = True) -> int:
        """Index after the longest noun phrase that begins at token ``i`` (``i`` itself when none begins there).

        An attached preposition or conjunction at ``i`` is allowed: the phrase is what follows it.
        """
        stop = min(stop, i + _LONGEST, len(self.tokens))
        return _Scan(self, i, stop, coordinate).run()

    def conjuncts(self, i: int, j: int) -> list[tuple[int, int]]:
        """The phrase ``i:j`` split at the conjunctions that join phrases of their own.

        Names are not cut (منظمة الأغذية والزراعة), nor adjectives or portfolios that share a head (الدول الشقيقة والصديقة);
        adjectives of nationality are: الخبراء الروس والأمريكيين are two parties.
        """
        parts: list[tuple[int, int]] = []
        start = i
        k = i + 1
        inside = self._mention_end.get(i, (0, ""))[0]
        while k < j:
            inside = max(inside, self._mention_end.get(k, (0, ""))[0] if k >= inside else 0)
            free = self.tokens[k].text == "و"
            if (free or "و" in self.tokens[k].word.proclitics[:1]) and (k >= inside or self._mention_end.get(k)):
                first = k + 1 if free else k
                if first < j and self.nominal(first) and not self._shares_head(first, k):
                    parts.append((start, k))
                    start = first
                    k = first
            k += 1
        parts.append((start, j))
        return [self._trim(a, b) for a, b in parts if b > a]

    def head(self, i: int, j: int) -> int:
        """Index of the head: the first noun that is not a quantifier or number, else ``i``."""
        for k in range(i, j):
            if (
                self.tokens[k].kind == "word"
                and self.nominal(k)
                and not self.bare_is(k, "quantifier")
                and self.tokens[k].upos != "NUM"
            ):
                return k
        return i

    def adjective(self, i: int) -> bool:
        """Whether token ``i`` can be an adjective: tagged so, listed so, a nisba (سوري، السورية) or a participle."""
        token = self.tokens[i]
        word = token.word
        if word.bare in self.words["noun"] or self.bare_is(i, "seat"):
            return False
        if i in self._mention_end and not word.definite:  # إيطاليا
            return False
        if token.upos == "ADJ" or word.norm in self.words["adjective"] or word.core in self.words["adjective"]:
            return True
        if self._demonym(word.bare):
            return True
        if token.upos == "PROPN" or len(word.bare) < 4:
            return False
        if word.bare.endswith(("يه", "ييون", "يين", "يون", "يا", "ي")) and not self.bare_is(i, "pp_head"):
            return word.bare.endswith("يه") or not word.enclitic
        return any(reading.kind == "adjective" for reading in word.nouns)

    def participle(self, i: int) -> bool:
        """Whether token ``i`` can be a participle (المقرب، المناهضين)."""
        word = self.tokens[i].word
        if word.bare in self.words["noun"] or self.bare_is(i, "seat"):
            return False
        return any(reading.kind.endswith("participle") for reading in word.nouns)

    def verbal_noun(self, i: int) -> bool:
        """Whether token ``i`` can be a verbal noun, which names a happening and not where somebody belongs."""
        word = self.tokens[i].word
        return word.bare not in self.words["noun"] and any(reading.kind == "masdar" for reading in word.nouns)

    def alike(self, noun: int, adjective: int) -> bool:
        """Whether a definite word agrees with the definite noun before it, so that it is its adjective."""
        a, b = self.tokens[noun].word.stem, self.tokens[adjective].word.stem
        for ending in ("ين", "ون"):
            if b.endswith(ending):
                return a.endswith(ending) or self.bare_is(noun, "partitive") or self.bare_is(noun, "pp_head")
        if b.endswith("ة"):
            # a broken plural takes a feminine adjective, and only a noun known to be singular is not one
            return a.endswith(("ة", "ات", "اء", "ا", "ى")) or {r.number for r in self.tokens[noun].word.nouns} != {"s"}
        return not a.endswith(("ة", "ات", "ين", "ون"))

    def clashes(self, noun: int, adjective: int) -> bool:
        """Whether an adjective cannot belong to a noun: a sound masculine plural wants one (مسلحون دورية are two nouns)."""
        a, b = self.tokens[noun].word, self.tokens[adjective].word
        return a.stem.endswith("ون") and len(a.stem) > 4 and b.stem.endswith(("ية", "ة", "ي"))

    def _shares_head(self, first: int, k: int) -> bool:
        word = self.tokens[first].word
        if word.core in self.words["portfolio"] and k > 0 and self.tokens[k - 1].word.core in self.words["portfolio"]:
            return True
        if first in self._mention_end:
            return False
        return self.adjective(first) and self.adjective(k - 1) and not self._nationality(first)

    def _nationality(self, i: int) -> bool:
        word = self.tokens[i].word
        return word.definite and self._demonym(word.bare)

    def _trim(self, i: int, j: int) -> tuple[int, int]:
        while j - 1 > i and self.tokens[j - 1].kind == "punct" and self.tokens[j - 1].text not in '»”")’':
            j -= 1
        return i, j


class _Scan:
    """The state of one scan for a noun phrase."""

    def __init__(self, phrases: Phrases, i: int, stop: int, coordinate: bool) -> None:
        self.p = phrases
        self.t = phrases.tokens
        self.i = i
        self.stop = stop
        self.coordinate = coordinate
        self.j = i
        self.head = -1
        self.last = -1
        self.closed = False  # the construct chain has met its definite member or a name
        self.firm = False  # a country or city stands as the head: no name may follow in apposition
        self.named = False  # a person's name has been taken

    def run(self) -> int:
        if not self._open():
            return self.i
        while self.j < self.stop and self._step():
            pass
        return self.j

    def _open(self) -> bool:
        """Quantifiers, numbers and the head."""
        p, t = self.p, self.t
        j, stop = self.i, self.stop
        while j < stop:
            token = t[j]
            if token.kind == "punct" or p.outside(j):
                if token.text in _OPENING and j + 1 < stop and self._quoted(j):
                    break
                return self._bare_number(j)
            if not p.bare_is(j, "quantifier") and token.kind != "number" and token.upos != "NUM" and not self._numeral(j):
                break
            self.last = j
            j += 1
            if not p.bare_is(j - 1, "quantifier"):
                continue
            if j + 2 < stop and t[j + 1].word.norm == "من" and p.adjective(j):  # عدد كبير من
                j += 1
            if j + 1 < stop and t[j].word.norm in ("من", "عن"):
                j += 1
        if j >= stop:
            return self._bare_number(j)
        if t[j].text in _OPENING and self._quoted(j):
            self.j = j
            self.head = self.last = j
            return self._step()
        if j > self.i and t[j].text == "%":
            self.last = j
            self.j = j + 1
            if self.j + 1 < stop and t[self.j].word.norm == "من":
                self.j += 1
            return True
        found = p.mention(j)
        if found is None and not (p.nominal(j) or (j == self.i and p.preposition(j) in ("ب", "ل", "ك"))):
            return self._bare_number(j)
        if j > self.i and p.preposition(j):
            return self._bare_number(j)
        self.head = j
        self._take(j)
        return True

    def _bare_number(self, j: int) -> bool:
        """A number or quantifier that stands for its noun (1003 لقوا مصرعهم)."""
        if j > self.i and self.last >= self.i:
            self.j = self.last + 1
            return True
        return False

    def _numeral(self, j: int) -> bool:
        return j > self.i and self.t[j].kind == "number"

    def _take(self, j: int) -> None:
        """Make token ``j``, or the name that begins there, the last member so far."""
        found = self.p.mention(j)
        word = self.t[j].word
        if found is not None and found[0] <= self.stop:
            end, kind = found
            self.last, self.j = end - 1, end
            self.closed = True
            self.named = self.named or kind == "person"
            if j == self.head:
                self.firm = kind in ("place", "organization", "group")
            return
        self.last, self.j = j, j + 1
        self.closed = word.definite or bool(word.enclitic) or self.t[j].upos == "PROPN"

    def _step(self) -> bool:
        p, j = self.p, self.j
        token = self.t[j]
        if p.outside(j):
            return False
        if token.kind == "punct":
            return self._punctuation(j)
        if token.text == "و" or "و" in token.word.proclitics[:1]:
            return self._conjunction(j)
        if any(p.is_a(j, name) for name in ("relative", "complementiser", "subordinator", "auxiliary", "adverb")):
            return False
        if token.word.norm == "باسم" and self.head >= 0 and p.bare_is(self.head, "pp_head") and not self.named:
            end = _Scan(p, j + 1, self.stop, False).run()
            if end > j + 1:
                self.last, self.j, self.closed = end - 1, end, True
                return True
        preposition = p.preposition(j)
        if preposition and preposition != "غير":
            return self._preposition(j, preposition)
        if p.is_a(j, "reflexive"):
            self.last, self.j = j, j + 1
            return True
        if token.word.norm == "غير" and j + 1 < self.stop and (p.adjective(j + 1) or p.participle(j + 1)):
            self.last, self.j = j + 1, j + 2
            return True
        found = p.mention(j)
        if found is None and not p.nominal(j):
            return False
        return self._nominal(j, found)

    def _nominal(self, j: int, found: tuple[int, str] | None) -> bool:
        p, t = self.p, self.t
        token = t[j]
        word = token.word
        if found is not None:
            kind = found[1]
            if self.closed and kind == "place" and found[0] == j + 1 and word.definite and p.adjective(j):
                self.last, self.j = j, j + 1  # القوات البرية السعودية
                return True
            if self.firm or (self.named and kind == "person"):
                return False
            if self.closed and (kind == "place" or not self._takes_name(kind)):
                return False
            if not self.closed and not self._construct():
                return False
            self._take(j)
            return True
        if p.bare_is(j, "quantifier") or token.kind == "number" or token.upos == "NUM":
            if word.core in ("اثنين", "اثنان", "واحد", "واحده"):
                self.last, self.j = j, j + 1
                return True
            return False
        if token.upos == "PROPN":
            if self.firm or (self.closed and not self.named and not self._takes_name("person")):
                return False
            self._take(j)
            return True
        noun = self.last if t[self.last].kind == "word" else max(self.head, self.i)
        if p.adjective(j) and not p.clashes(noun, j):
            if self.closed and word.definite and not self._belongs(j):
                return False
            if word.definite == self.closed or (self.closed and self.firm is False and word.definite):
                self.last, self.j = j, j + 1
                return True
            if not self.closed and word.definite and self._construct():
                self._take(j)
                return True
            return False
        if word.definite:
            if not self.closed:
                if not self._construct():
                    return False
                self._take(j)
                return True
            if self.last == j - 1 and p.participle(j) and p.alike(noun, j) and not self.firm:
                self.last, self.j = j, j + 1
                return True
            follows = p.mention(j + 1) if j + 1 < self.stop else None
            if not self.firm and not self.named and follows is not None and follows[1] == "person":
                self.last, self.j = j, j + 1  # نائب الرئيس اليمني المهندس خالد …
                return True
            return False
        if self.closed:
            if self.named and p.bare_is(j, "pp_head"):  # إياد علاوي نائب الرئيس
                self.named = True
                self._take(j)
                self.closed = False
                return True
            return False
        if not self._construct():
            return False
        self._take(j)
        return True

    def _belongs(self, j: int) -> bool:
        """Whether the definite adjective ``j`` agrees with a noun of the phrase."""
        p = self.p
        nouns = [k for k in range(max(self.head, self.i), j) if self.t[k].kind == "word" and not p.adjective(k)]
        return not nouns or any(p.alike(k, j) or p.mention(k) is not None for k in nouns)

    def _construct(self) -> bool:
        """Whether the last member can stand in construct: sound plurals, duals and tanwin show that it does not."""
        if self.last < 0:
            return True
        token = self.t[self.last]
        if token.kind != "word":
            return True
        text = token.text.rstrip("ًٌٍ")
        if token.word.enclitic:
            return False
        if text.endswith("ون") and len(text) > 4:
            return False
        if len(text) <= 4 or token.word.definite:
            return True
        return not (token.text.endswith("ً") or (text.endswith("ا") and not token.word.lemma.endswith(("ا", "ى"))))

    def _takes_name(self, kind: str) -> bool:
        """Whether a definite title may be followed by a name in apposition (الرئيس فلاديمير بوتين, not الشرطة محمد)."""
        if kind not in ("person", "organization", "group"):
            return False
        p, head = self.p, self.t[max(self.head, self.i)]
        if kind != "person":
            return not self.named and p.bare_is(self.head, "collective") and self.last == self.head
        if p.bare_is(self.head, "pp_head"):
            return True
        bare = head.word.bare
        return not p.bare_is(self.head, "collective") and not bare.endswith(("ه", "ات", "ون", "ين")) and head.upos != "PROPN"

    def _conjunction(self, j: int) -> bool:
        p, t = self.p, self.t
        first = j + 1 if t[j].text == "و" else j
        if not self.coordinate or first >= self.stop:
            return False
        word = t[first].word
        if first == j and set(word.proclitics[1:]) & {"ب", "ل", "ك", "س"}:
            return False
        if any(
            p.is_a(first, name) for name in ("relative", "complementiser", "subordinator", "auxiliary", "adverb", "preposition")
        ):
            return False
        if p.mention(first) is None and not (p.nominal(first) or p.bare_is(first, "quantifier")):
            return False
        end = _Scan(p, first, self.stop, False).run()
        if end <= first:
            return False
        self.last, self.j = end - 1, end
        self.closed = True
        self.firm = True
        return True

    def _preposition(self, j: int, preposition: str) -> bool:
        p, t = self.p, self.t
        attached = t[j].word.norm != preposition and t[j].word.core != preposition
        noun = j if attached else j + 1
        if noun >= self.stop or self.named or self.firm:
            return False
        if p.mention(noun) is None and not p.nominal(noun) and not p.bare_is(noun, "quantifier"):
            return False
        if p.outside(noun) or p.bare_is(noun, "venue"):
            return False
        head = max(self.head, self.i)
        owner = p.bare_is(head, "pp_head") or (self.last >= 0 and p.bare_is(self.last, "pp_head"))
        part = owner or p.bare_is(head, "partitive") or (self.last >= 0 and p.bare_is(self.last, "partitive"))
        counted = self.last >= 0 and (
            t[self.last].kind == "number" or t[self.last].upos == "NUM" or p.bare_is(self.last, "quantifier")
        )
        qualifier = self.last > head and p.participle(self.last) and not p.bare_is(self.last, "pp_head")
        found = p.mention(noun)
        if preposition == "من":
            allowed = part or counted or qualifier
        elif preposition == "في":
            allowed = owner and (found is not None or p.bare_is(noun, "seat") or not p.verbal_noun(noun))
        elif preposition in ("الي", "لدي"):
            allowed = p.bare_is(head, "envoy") or (self.last >= 0 and p.bare_is(self.last, "envoy"))
        elif preposition == "ل":
            allowed = part or qualifier
        elif preposition == "ب":
            allowed = owner and (p.bare_is(noun, "seat") or found is not None or t[noun].upos == "PROPN")
        elif preposition == "عن":
            allowed = t[max(self.last, 0)].word.bare in ("صادر", "صادره", "مسءول", "مسءولين", "مسءولون")
        elif preposition == "علي":
            allowed = qualifier
        else:
            allowed = False
        if not allowed:
            return False
        end = _Scan(p, noun, self.stop, False).run()
        if end <= noun:
            return False
        self.last, self.j = end - 1, end
        self.closed = True
        return True

    def _quoted(self, j: int) -> bool:
        """Whether a short quoted name begins at the mark ``j``."""
        quote = self.p._quote_at.get(j)
        if quote is None or not quote.closed or not 0 < quote.last - quote.first <= _QUOTED_NAME:
            return False
        return all(
            self.t[k].kind != "punct" and (self.p.nominal(k) or self.p.preposition(k)) and self.t[k].upos != "VERB"
            for k in range(quote.first, quote.last)
        )

    def _title_follows(self, j: int) -> bool:
        return self.p.bare_is(j, "pp_head") and not self.t[j].word.proclitics and not self.p.outside(j)

    def _punctuation(self, j: int) -> bool:
        p, t = self.p, self.t
        text = t[j].text
        if text in _OPENING:
            if not self._quoted(j):
                return False
            quote = p._quote_at[j]
            known = p.mention(quote.first) is not None or p.mention(j) is not None
            if (self.closed or not self._construct()) and self.head != j and not known:
                return False
            self.j = min(quote.last + 1, self.stop)
            self.last = self.j - 1
            self.closed = True
            return True
        if text == "(":
            close = j + 1
            while close < self.stop and close - j <= _QUOTED_NAME and t[close].text != ")":
                if p.outside(close) or t[close].kind not in ("word", "latin") or not p.nominal(close):
                    return False
                close += 1
            if close >= self.stop or t[close].text != ")" or close == j + 1:
                return False
            self.last, self.j = close, close + 1
            self.closed = True
            return True
        if text in "-–ـ" and 0 < j < self.stop - 1 and t[j - 1].end == t[j].start and t[j].end == t[j + 1].start:
            if t[j + 1].kind != "word" or not (t[j - 1].upos == "PROPN" or self.named):
                return False
            self._take(j + 1)
            self.named = True
            return True
        if text == "،" and j + 2 < self.stop and self.named and p.mention(self.head) and self._title_follows(j + 1):
            end = _Scan(p, j + 1, self.stop, False).run()
            if j + 2 < end < self.stop and (t[end].text == "،" or p.is_a(end, "complementiser")):
                self.last, self.j, self.closed, self.firm = end - 1, end, True, True
                return True
        if text == "،" and j + 1 < self.stop and not self.named and self.head >= 0 and p.bare_is(self.head, "pp_head"):
            found = p.mention(j + 1)
            if found is not None and found[1] == "person" and not t[j + 1].word.proclitics:
                after = found[0]
                if after >= self.stop or t[after].kind == "punct" or p.is_a(after, "complementiser") or t[after].upos == "VERB":
                    self._take(j + 1)
                    return True
        return False

"""Noun phrases by hand-written rules: where one begins and ends, and what its conjuncts are.

The rules follow Arabic syntax as a reader applies it from left to right in writing order: a head, its construct chain up to a
definite member, agreeing adjectives, an apposition of title and name, and those prepositional phrases that belong to the noun
(مصدر في الشرطة، الناطق باسم الجيش) rather than to the clause. Relative clauses are outside.
"""

from __future__ import annotations

from dataclasses import dataclass

from rawi.document import Doc, Token
from rawi.lexicon import Column, Lexicon, Table
from rawi.lexicon.gazetteer import gazetteer
from rawi.record import Span
from rawi.text.fold import fold
from rawi.text.phrase_scan import Scan

CLASSES = (
    "complementiser", "subordinator", "relative", "auxiliary", "preposition", "quantifier", "pp_head", "partitive", "venue",
    "adverb",
    "portfolio", "seat", "envoy", "collective", "reflexive", "adjective", "noun", "demonstrative", "number", "resumed",
)  # fmt: skip
SYNTAX = Table(
    "syntax",
    ("syntax.tsv",),
    (Column("word", required=True), Column("class", required=True, choices=CLASSES), Column("gloss", required=True)),
    ("word", "class"),
)
_NOMINAL = frozenset(("NOUN", "ADJ", "PROPN", "NUM"))
# No noun phrase of the news is longer; the bound keeps look-ahead linear on text without punctuation.
_LONGEST = 60


def _build(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    classes: dict[str, set[str]] = {name: set() for name in CLASSES}
    for row in lexicon.rows(SYNTAX):
        classes[row["class"]].add(fold(row["word"]))
    return {name: frozenset(words) for name, words in classes.items()}


def syntax(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The words of each syntactic class, folded."""
    return lexicon.compiled(_build)


# Classes whose words are no nouns, whatever their tag.
_CLOSED = frozenset(("complementiser", "subordinator", "relative", "auxiliary", "preposition", "adverb"))
_MOST_WORDS = 200_000
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Classes:
    """The classes of ``syntax.tsv`` of a written word: ``joined`` as written or without an attached و or ف, ``bare`` without
    clitics, with or without article; its preposition when it is one; the first preposition written together with it."""

    joined: frozenset[str]
    bare: frozenset[str]
    preposition: str | None
    attached: str | None
    closed: bool


class WordClasses:
    """Looks the classes of a word up once for all documents; use ``lexicon.compiled(WordClasses)``."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._of_word: dict[str, frozenset[str]] = {}
        for name, words in syntax(lexicon).items():
            for word in words:
                self._of_word[word] = self._of_word.get(word, _NONE) | {name}
        self._known: dict[str, Classes] = {}

    def of(self, token: Token) -> Classes:
        """The classes of ``token``, which depend on its text alone."""
        found = self._known.get(token.text)
        if found is None:
            found = self._classes(token)
            if len(self._known) < _MOST_WORDS:
                self._known[token.text] = found
        return found

    def _classes(self, token: Token) -> Classes:
        word = token.word
        of = self._of_word
        written, core = of.get(word.norm, _NONE), of.get(word.core, _NONE)
        joined = written | core if word.proclitics and set(word.proclitics) <= {"و", "ف"} else written
        bare = core | of.get(word.bare, _NONE)
        if word.bare.endswith("ا"):
            bare |= of.get(word.bare[:-1], _NONE)  # the accusative: معسكرا للمتمردين
        preposition = None
        if "preposition" in joined:
            preposition = word.norm if "preposition" in written else word.core
        return Classes(
            joined,
            bare,
            preposition,
            next((clitic for clitic in word.proclitics if clitic in ("ب", "ل", "ك")), None),
            not joined.isdisjoint(_CLOSED),
        )


class Phrases:
    """Noun phrases of one document. Uses what earlier layers found: names stay whole, times and credits end a phrase."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self.doc = doc
        self.tokens = doc.tokens
        self.words = syntax(lexicon)
        self._demonym = gazetteer(lexicon).is_demonym
        classes = lexicon.compiled(WordClasses).of
        self._classes = [classes(token) for token in doc.tokens]
        self._phrase_ends: dict[tuple[int, int, bool], int] = {}
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
            if first < n and first not in self._mention_end:
                self._mention_end[first] = (last + 1, "place")
        self.quote_at = {doc.token_at(quote.start): quote for quote in doc.quotes}

    @classmethod
    def of(cls, doc: Doc, lexicon: Lexicon) -> Phrases:
        """The phrases of ``doc``, made once; call it when names, places, times and credits are final."""
        state = (len(doc.tokens), len(doc.times), len(doc.credits), len(doc.mentions), len(doc.places), len(doc.quotes))
        known: tuple[tuple[int, ...], Phrases] | None = doc.shared.get("phrases")
        if known is None or known[0] != state:
            known = doc.shared["phrases"] = (state, cls(doc, lexicon))
        return known[1]

    # -- what a token is ------------------------------------------------------------------------------------------------

    def is_a(self, i: int, name: str) -> bool:
        """Whether token ``i`` is in a class of ``syntax.tsv``, as written or without an attached و or ف."""
        return name in self._classes[i].joined

    def bare_is(self, i: int, name: str) -> bool:
        """Whether token ``i`` without its clitics, with or without its article, is in a class of ``syntax.tsv``."""
        return name in self._classes[i].bare

    def is_any(self, i: int, names: frozenset[str]) -> bool:
        """Whether token ``i`` is in one of several classes, as :meth:`is_a`."""
        return not names.isdisjoint(self._classes[i].joined)

    def preposition(self, i: int) -> str | None:
        """The preposition that token ``i`` is or begins with, folded: ``في``, or ``ب`` of بالمدينة; else ``None``."""
        classes = self._classes[i]
        if classes.preposition is not None:
            return None if self._approximates(i) else classes.preposition
        token = self.tokens[i]
        if classes.attached is not None and token.upos in _NOMINAL:
            return classes.attached
        return token.word.core if token.upos == "ADP" else None

    def _approximates(self, i: int) -> bool:
        """Whether the word at ``i`` means "about" and no direction: نحو 300 مقاتل."""
        if i + 1 >= len(self.tokens) or self.tokens[i].word.core not in self.words["quantifier"]:
            return False
        after = self.tokens[i + 1]
        return after.kind == "number" or after.upos == "NUM" or self.bare_is(i + 1, "quantifier")

    def nominal(self, i: int) -> bool:
        """Whether a noun, adjective, name or number stands at token ``i``."""
        token = self.tokens[i]
        if token.kind in ("number", "latin"):
            return True
        if token.kind != "word":
            return False
        return (token.upos in _NOMINAL and not self._classes[i].closed) or self._approximates(i)

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
        return self.scan(i, min(stop, i + _LONGEST, len(self.tokens)), coordinate)

    def scan(self, i: int, stop: int, coordinate: bool) -> int:
        """As :meth:`noun_phrase`, up to ``stop`` itself; several layers ask for the same phrase."""
        key = (i, stop, coordinate)
        end = self._phrase_ends.get(key)
        if end is None:
            end = self._phrase_ends[key] = Scan(self, i, stop, coordinate).run()
        return end

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
            quote = self.quote_at.get(k)
            if quote is not None:
                inside = max(inside, quote.last)  # a quoted name is not cut
            free = self.tokens[k].text == "و"
            if (free or "و" in self.tokens[k].word.proclitics[:1]) and (k >= inside or self._mention_end.get(k)):
                first = k + 1 if free else k
                if first < j and self.nominal(first) and not self._shares_head(first, k, start):
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
            return not word.enclitic or (word.bare.endswith("يه") and not word.norm.endswith("ت" + word.enclitic))
        return any(reading.kind == "adjective" for reading in word.nouns)

    def definite_number(self, i: int) -> bool:
        """Whether token ``i`` is a number word with the article, which follows its noun (الدول الثلاث)."""
        word = self.tokens[i].word
        return word.definite and (self.tokens[i].upos == "NUM" or word.bare in self.words["number"])

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
        if a.endswith("ون") and len(a) > 5 and not b.endswith("ون"):
            return False  # المتمردون القرية are two phrases
        if b.endswith("ون") and not a.endswith("ات") and {r.number for r in self.tokens[noun].word.nouns} != {"s"}:
            return True  # الأساتذة الجامعيون: a nominative is no object
        for ending in ("ين", "ون"):
            if b.endswith(ending):
                return a.endswith(ending) or self.bare_is(noun, "partitive") or self.bare_is(noun, "pp_head")
        bare = self.tokens[adjective].word.bare
        if bare.endswith("ه") and not bare.endswith("يه") and self._demonym(bare):  # القبارصة are people, and many
            return a.endswith(("ين", "ون")) or self.bare_is(noun, "partitive")
        if b.endswith("ة"):
            # a broken plural takes a feminine adjective, and only a noun known to be singular is not one
            return a.endswith(("ة", "ات", "اء", "ا", "ى")) or {r.number for r in self.tokens[noun].word.nouns} != {"s"}
        return not a.endswith(("ة", "ات")) and not self._sound_plural(noun)

    def _sound_plural(self, i: int) -> bool:
        """Whether the word ends like a sound masculine plural and is no singular that does too (الأمين، القانون)."""
        word = self.tokens[i].word
        if not word.stem.endswith(("ين", "ون")) or len(word.stem) <= 4:
            return False
        return not any(reading.number == "s" for reading in word.nouns)

    def accusative(self, i: int) -> bool:
        """Whether token ``i`` has the alef of the indefinite accusative, so that it is no genitive (قناص | طفلا)."""
        word = self.tokens[i].word
        if self.tokens[i].kind != "word" or word.definite or word.enclitic or i in self._mention_end:
            return False
        if not word.stem.endswith("ا") or word.bare.endswith("ايا") or len(word.bare) < 4 or self.tokens[i].upos == "PROPN":
            return False
        return all(reading.kind != "name" and not reading.lemma.endswith(("ا", "ى")) for reading in word.nouns)

    def parted(self, noun: int, after: int) -> bool:
        """Whether the accusative ``after`` cannot stand in one phrase with ``noun``, which shows no accusative itself though
        its form could: a subject and its object (قناص | طفلا، محتجون | شابا)."""
        if not self.accusative(after) or self.tokens[noun].kind != "word":
            return False
        return not self.tokens[noun].word.stem.endswith(("ا", "اء", "ى", "ين"))

    def dual(self, i: int) -> bool:
        """Whether token ``i`` is a dual of the nominative (مسلحان), which is not in construct."""
        word = self.tokens[i].word
        return word.stem.endswith("ان") and bool(word.nouns) and all(reading.number == "d" for reading in word.nouns)

    def clashes(self, noun: int, adjective: int) -> bool:
        """Whether an adjective cannot belong to a noun: a sound masculine plural wants one (مسلحون دورية are two nouns)."""
        a, b = self.tokens[noun].word, self.tokens[adjective].word
        return a.stem.endswith("ون") and self._sound_plural(noun) and b.stem.endswith(("ية", "ة", "ي"))

    def _shares_head(self, first: int, k: int, start: int) -> bool:
        word = self.tokens[first].word
        if word.core in self.words["portfolio"] and k > 0 and self.tokens[k - 1].word.core in self.words["portfolio"]:
            return True
        if first in self._mention_end:
            return False
        if not self.adjective(first) or not self.adjective(k - 1) or self._nationality(first):
            return False
        if word.definite != self.tokens[k - 1].word.definite:
            return False  # أفراد الشرطة التركية | ومدني
        # جنديا | وشرطيا: a word that stands alone and is known as a noun is a head itself
        return k - 1 > start or not word.nouns or any(reading.kind != "noun" for reading in word.nouns)

    def _nationality(self, i: int) -> bool:
        word = self.tokens[i].word
        return word.definite and self._demonym(word.bare)

    def _trim(self, i: int, j: int) -> tuple[int, int]:
        while j - 1 > i and self.tokens[j - 1].kind == "punct" and self.tokens[j - 1].text not in '»”")’':
            j -= 1
        return i, j

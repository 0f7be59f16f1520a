"""What the language tells of a written word: clitics, lemma, readings as verb and noun; made once for each written form.

The cut is chosen among all that the clitic grammar allows. Evidence, in this order: closed-class words are never cut further;
words of the tables (verb forms, verbal nouns, participles, nouns, names) count for a cut that leaves one of them; else the
frequency of what remains is weighed against the frequency of the whole word, given how often each clitic is written
(a ratio test on written-word frequencies).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rawi.document import NounReading, VerbReading, Word
from rawi.lexicon import Lexicon
from rawi.text import knowledge
from rawi.text.fold import INVISIBLE, TATWEEL, fold
from rawi.text.nominals import Nominals
from rawi.text.stems import UNSEEN, stem_frequencies, stem_key, uncut_names
from rawi.text.verbs import Verbs, lemma_of, strip_marks

ENCLITICS = ("هما", "كما", "هم", "هن", "ها", "كم", "كن", "نا", "ني", "ه", "ك", "ي")

_ENCLITICS_BY_LAST = {last: tuple(e for e in ENCLITICS if e[-1] == last) for last in {e[-1] for e in ENCLITICS}}

# What a clitic costs, as a base-ten logarithm added to the frequency of the rest. Positive numbers are possible because the
# frequency of the whole word already contains that of its reading with a clitic.
_CONJUNCTION = {"و": 0.3, "ف": -1.0}
_PREPOSITION = {"ب": 0.4, "ل": 0.4, "ك": -0.9}
_BEFORE_ARTICLE = 1.6
_ENDING = {"ه": -0.2, "ها": 0.0, "هم": 0.0, "هما": 0.2, "هن": -0.6, "ك": -1.6, "كم": -0.9, "كن": -3.0, "كما": -2.5, "نا": -0.7,
           "ي": -3.4, "ني": -1.5}  # fmt: skip
_FREE_PRONOUNS = frozenset(("هو", "هي", "هم", "هن", "هما", "انا", "أنا", "نحن", "أنت", "انت", "أنتم", "انتم", "أنتما"))
HOMOGRAPHS = frozenset(("عبر", "خلف", "عقب", "مثل", "حول", "ضمن"))  # prepositions that are verbs as well
_OVER_KNOWN = -0.8  # cutting a word that the tables know as a whole
_TAKE_ENDINGS = frozenset(("ان", "كان", "لكن", "لعل", "ليت", "ايا", "غير", "الا"))
_KNOWN = 3.6  # a form of the tables counts as at least this frequent
_REMEMBERED = 60_000  # distinct words kept, some 45 MB
_HIDDEN = dict.fromkeys(map(ord, INVISIBLE))
_TANWIN = frozenset("\u064b\u064c\u064d")
_KINDS = {"name": "PROPN", "adjective": "ADJ"}
_UNKNOWN = float("nan")


@dataclass(frozen=True, slots=True)
class _Cut:
    proclitics: tuple[str, ...]
    stem: str
    enclitic: str
    score: float


class Words:
    """The word analyser; results are kept, so that a report costs one dictionary look-up a token."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._frequency = lexicon.compiled(stem_frequencies)
        self._closed = lexicon.compiled(knowledge.closed_class)
        self._exact = frozenset(strip_marks(row["word"]) for row in lexicon.rows(knowledge.CLOSED))
        self._uncut = lexicon.compiled(uncut_names)
        self._verbs: Verbs = lexicon.compiled(knowledge.verbs)
        self._nominals: Nominals = lexicon.compiled(nominals)
        self._present: dict[str, list[str]] = {}
        for past, present in lexicon.compiled(knowledge.verb_pairs):
            self._present.setdefault(lemma_of(past), []).append(stem_key(strip_marks(present)))
        self._known: dict[str, Word] = {}
        self._leaning: dict[str, float | None] = {}

    def __call__(self, written: str) -> Word:
        """The analysis of a word as written."""
        word = self._known.get(written)
        if word is None:
            word = self._analyse(written)
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
                self._leaning.clear()
            self._known[written] = word
        return word

    def _analyse(self, written: str) -> Word:
        plain = strip_marks(written.translate(_HIDDEN))
        norm = fold(plain)
        if not norm or len(norm) != len(plain) or len(norm) > 40:
            return _uncut(written, norm)
        if norm in self._uncut:
            return self._word(written, norm, _Cut((), plain, "", 0.0))
        best = max(self._cuts(plain), key=lambda cut: (round(cut.score, 6), -len(cut.proclitics) - len(cut.enclitic)))
        return self._word(written, norm, best)

    # -- cuts ---------------------------------------------------------------------------------------------------------------

    def _cuts(self, plain: str) -> Iterator[_Cut]:
        whole = _OVER_KNOWN if self._is_known(plain) else 0.0
        if whole and plain[0] == "و" and self._rarer(plain):
            whole = -_OVER_KNOWN
        for proclitics, rest, cost in self._before(plain):
            yield from self._after(proclitics, rest, cost + (whole if proclitics else 0.0))

    def _is_known(self, plain: str) -> bool:
        return bool(self._nominals.read(plain)) or any(
            reading.person == "3" and reading.number != "d" for reading in self._verbs.read(plain)
        )

    def _rarer(self, plain: str) -> bool:
        """Whether a verb that begins with و is much rarer than the verb after "and" (ودعت: ودّع, دعا); their imperfects tell."""
        if self._nominals.read(plain):
            return False
        common = [
            max(
                (
                    self._frequency.get(present, UNSEEN)
                    for reading in self._verbs.read(word)
                    for present in self._present[reading.lemma]
                ),
                default=0,
            )
            for word in (plain, plain[1:])
        ]
        return 0 < common[0] < common[1] - 0.8

    def _before(self, plain: str) -> Iterator[tuple[tuple[str, ...], str, float]]:
        yield (), plain, 0.0
        for conjunction in ("", plain[0]):
            if conjunction and (conjunction not in _CONJUNCTION or len(plain) < 3):
                continue
            rest = plain[len(conjunction) :]
            cost = _CONJUNCTION[conjunction] if conjunction else 0.0
            if conjunction:
                article = self._takes_article(rest)
                yield (conjunction,), rest, cost + (_BEFORE_ARTICLE if article else 0.0)
            before = (conjunction,) if conjunction else ()
            first = rest[0]
            if first in _PREPOSITION and len(rest) >= 2:
                tail = rest[1:]
                price = cost + _PREPOSITION[first]
                if conjunction:
                    price -= 0.7
                if (first != "ل" and self._takes_article(tail)) or (first == "ل" and tail[0] == "ل" and len(tail) > 2):
                    price += _BEFORE_ARTICLE
                yield (*before, first), tail, price
            elif first == "س" and len(rest) >= 4 and rest[1] in "يتنأ":
                yield (*before, first), rest[1:], cost

    def _takes_article(self, rest: str) -> bool:
        return rest.startswith("ال") and len(rest) > 3 and (len(rest) > 5 or stem_key(rest) in self._frequency)

    def _after(self, proclitics: tuple[str, ...], rest: str, cost: float) -> Iterator[_Cut]:
        score = self._weight(proclitics, rest, "")
        if score is not None:
            yield _Cut(proclitics, rest, "", score + cost)
        whole = _OVER_KNOWN * 1.5 if self._is_known(rest) else 0.0
        for ending in _ENCLITICS_BY_LAST.get(rest[-1], ()):
            if len(rest) <= len(ending) or not rest.endswith(ending):
                continue
            stem = rest[: -len(ending)]
            if stem[-1] in "ةى" or (ending == "نا" and self._first_plural(rest, stem)):
                continue
            score = self._weight(proclitics, stem, ending)
            if score is not None:
                yield _Cut(proclitics, stem, ending, score + cost + whole + _ENDING[ending])

    def _first_plural(self, rest: str, stem: str) -> bool:
        """اتفقنا is "we agreed", not a pronoun after a verb or noun."""
        return not self._nominals.read(stem, True) and any(reading.person == "1" for reading in self._verbs.read(rest))

    def _weight(self, proclitics: tuple[str, ...], stem: str, ending: str) -> float | None:
        """Evidence for ``stem`` between these clitics; ``None`` where the grammar forbids it."""
        last = proclitics[-1] if proclitics else ""
        attached = last in _PREPOSITION
        if len(stem) == 1:  # له، بها، لهم
            if not proclitics and not ending:
                return 0.0
            return 9.0 if ending and stem in "لب" and not attached and last != "س" and ending != "ني" else None
        closed = self._closed.get(stem)
        if closed and last != "س":
            return self._closed_weight(closed, stem, attached, ending)
        verbs = [] if last in ("ب", "ك") else self._verbs.read(stem, bool(ending), last != "س")
        if last in ("ل", "س"):
            verbs = [reading for reading in verbs if reading.tense == "present"]
        frequency = self._frequency.get
        key = stem_key(stem)
        value = frequency(key, UNSEEN)
        if stem[-1] == "ه" and not ending:  # some outlets write ه for ة
            value = max(value, frequency(key[:-1] + "ة", UNSEEN) - (1.0 if stem.startswith("ال") else 1.8))
        if last == "س":
            return max(_KNOWN, value) + 1.0 if verbs else value if value > UNSEEN else None
        article = stem.startswith("ال") and len(stem) > 3
        if ending and stem.startswith("ال") and not any(reading.lemma.startswith("الت") for reading in verbs):
            return None
        if last == "ل" and stem[0] == "ل" and len(stem) > 2 and not ending:  # للمدنيين: the article without its alef
            known = bool(self._nominals.read(stem[1:]))
            value = max(value, frequency("ا" + key, UNSEEN), frequency(key[1:], UNSEEN) - 0.5)
            return max(value, _KNOWN) if known else value
        bare = stem[2:] if article else stem
        if article:
            value = max(value, frequency(key[2:], UNSEEN) - 0.5)
        if ending:
            value = max(value, self._before_ending(stem))
            if (ending == "ني" and not verbs) or (last == "ل" and stem[0] == "ل" and not self._nominals.read(stem, True)):
                return None
        if article and bare[-1] == "ه":
            bare = bare[:-1] + "ة"
        nouns = self._nominals.read(bare, bool(ending), article)
        known = bool(verbs) or bool(nouns)
        if known:
            value = max(value, _KNOWN) + (0.6 if proclitics else 2.0 if any(noun.kind == "name" for noun in nouns) else 1.0)
        elif (proclitics or ending) and not article:
            if value <= UNSEEN and not (last == "و" and len(stem) > 3 and not ending):
                value -= 0.8
            if len(stem) == 2:
                value -= 1.5
        if (
            (attached or ending)
            and not article
            and frequency("ال" + (key[:-1] + "ة" if ending and stem[-1] == "ت" else key), UNSEEN) > UNSEEN
        ):
            value += 0.8
        bare_whole = not proclitics and not ending and not article and stem[-1] not in "هي"
        if bare_whole and frequency("ال" + key, UNSEEN) > max(2.6, value - 1.7):
            value += 1.5  # it takes the article, so it is a noun of its own
        return value

    def _closed_weight(self, closed: str, stem: str, attached: bool, ending: str) -> float | None:
        if attached and (closed in ("AUX", "CCONJ") or stem in _FREE_PRONOUNS):
            return None
        if not ending or closed in ("ADP", "DET", "SCONJ", "NOUN") or fold(stem) in _TAKE_ENDINGS:
            return 9.0 if stem in self._exact else 6.0  # a hamza short: ولاية is not و + ل + اية, كان not ك + ان
        return None

    def _before_ending(self, stem: str) -> float:
        """Frequency of the forms that look like ``stem`` before a pronoun: ة as ت, ى as ا, وا as و, ين as ي, ء as ؤ or ئ."""
        frequency = self._frequency.get
        body = stem_key(stem[:-1])
        match stem[-1]:
            case "ت":
                return frequency(body + "ة", UNSEEN)
            case "ا":
                return frequency(body + "ى", UNSEEN)
            case "و":
                return frequency(body + "وا", UNSEEN)
            case "ي":
                return frequency(body + "ين", UNSEEN) - 0.5
            case "ؤ" | "ئ":
                return frequency(body + "ء", UNSEEN)
        return UNSEEN

    # -- the chosen word ----------------------------------------------------------------------------------------------------

    def _word(self, written: str, norm: str, cut: _Cut) -> Word:
        stem, ending = cut.stem, cut.enclitic
        proclitics, written_stem, enclitic = _lay(written, cut)
        folded = fold(stem)
        last = cut.proclitics[-1] if cut.proclitics else ""
        if last == "ل" and stem == "له":  # لله
            core, bare, definite, plain_bare = "الله", "الله", True, "الله"
        elif last == "ل" and folded[0] == "ل" and len(folded) > 2:
            core, bare, definite = "ا" + folded, folded[1:], True
            plain_bare = stem[1:]
        elif folded.startswith("ال") and stem in self._closed:  # الذي، الآن
            core = bare = folded
            definite, plain_bare = True, stem
        elif folded.startswith("ال") and len(folded) > 3 and stem[0] in "اٱ" and not self._radical(stem):
            core, bare, definite = folded, folded[2:], True
            plain_bare = stem[2:]
        else:
            plain_bare = self._restore(stem) if ending else stem
            core = bare = fold(plain_bare)
            definite = bool(ending)
        closed = None if last == "س" else self._closed.get(stem)
        readings: tuple[VerbReading, ...] = ()
        nouns: tuple[NounReading, ...] = ()
        if not closed or closed in ("NOUN", "VERB") or stem in HOMOGRAPHS or (len(stem) > 2 and ending):
            if last not in ("ب", "ك"):
                readings = tuple(
                    reading
                    for reading in self._verbs.read(stem, bool(ending), last != "س")
                    if (last not in ("ل", "س") or reading.tense == "present")
                    and (core == bare or (last != "ل" and reading.lemma.startswith("الت")))
                )
            if last != "س" and stem not in HOMOGRAPHS:
                nouns = tuple(self._nominals.read(stem if core == bare else plain_bare, bool(ending), core != bare))
        upos = closed or self._upos(stem, core != bare, ending, readings, nouns)
        lemma = readings[0].lemma if upos == "VERB" and readings else nouns[0].lemma if nouns else plain_bare
        return Word(proclitics, written_stem, enclitic, norm, core, bare, definite, lemma, upos, readings, nouns)

    def _restore(self, stem: str) -> str:
        """The noun before a pronoun as it is written alone: قيادتهم is قيادة, مستواهم is مستوى; verbs stay."""
        if stem[-1] not in "تا" or len(stem) < 3:
            return stem
        alone = stem[:-1] + ("ة" if stem[-1] == "ت" else "ى")
        if any(noun.lemma == alone for noun in self._nominals.read(stem, True)):
            return alone
        return alone if not self._verbs.read(stem, True) and stem_key(alone) in self._frequency else stem

    def _radical(self, stem: str) -> bool:
        """Whether ال at the beginning is no article but belongs to a form VIII (التقى، التزام)."""
        if not stem.startswith("الت"):
            return False
        own = any(reading.lemma.startswith("الت") for reading in self._verbs.read(stem)) or any(
            (reading.verb or "").startswith("الت") for reading in self._nominals.read(stem)
        )
        return own and not self._nominals.read(stem[2:])

    def _upos(
        self, stem: str, article: bool, ending: str, verbs: tuple[VerbReading, ...], nouns: tuple[NounReading, ...]
    ) -> str:
        if verbs and (article or not nouns):
            return "VERB"
        return self._nominal(stem, article, nouns, ending)

    def _nominal(self, stem: str, article: bool, nouns: tuple[NounReading, ...], ending: str) -> str:
        if nouns:
            return _KINDS.get(nouns[0].kind, "NOUN")
        if not ending and fold(stem) in self._uncut:
            return "PROPN"
        if article or stem.endswith(("ة", "ات", "ون", "ين", "ان", "ية", "ا", "ي")):
            return "NOUN"
        return "PROPN" if len(stem) > 3 and not ending and stem_key(stem) not in self._frequency else "NOUN"

    # -- verb or noun -------------------------------------------------------------------------------------------------------

    def nominal_upos(self, word: Word) -> str:
        """The part of speech of a word that turned out not to be a verb."""
        if word.upos in ("ADP", "ADV"):
            return word.upos
        return self._nominal(strip_marks(word.stem.translate(_HIDDEN)), word.core != word.bare, word.nouns, word.enclitic)

    def leaning(self, written: str) -> float | None:
        """How far the word by itself leans to a verb (positive) or a noun (negative); ``None`` when it can be no verb."""
        found = self._leaning.get(written, _UNKNOWN)
        if found is _UNKNOWN:
            word = self(written)
            found = self._leaning[written] = self._lean(written, word)
        return found

    def _lean(self, written: str, word: Word) -> float | None:
        stem = strip_marks(word.stem.translate(_HIDDEN))
        if len(stem) < 2 or any(p in ("ب", "ك") for p in word.proclitics) or self._closed.get(stem):
            if stem in HOMOGRAPHS and word.verbs:
                return 4.0 if "\u0651" in word.stem else -2.2
            return None
        if word.proclitics and word.proclitics[-1] == "س":
            return 9.0
        if word.nouns and word.nouns[0].kind == "name":
            return -4.0 if word.verbs else None
        if stem[-1] == "ة" or written[-1] in _TANWIN or written[-2:-1] in _TANWIN:
            return -9.0
        frequency = self._frequency.get
        key = stem_key(stem)
        own = frequency(key, UNSEEN)
        noun_key = stem_key(stem[:-1]) + "ة" if word.enclitic and stem[-1] == "ت" else key
        article = frequency("ال" + noun_key, UNSEEN)
        dual = bool(word.verbs) and all(reading.number == "d" for reading in word.verbs)
        if dual and stem[-1] == "ا":  # عددا is rather the accusative of عدد
            article = max(article, frequency("ال" + key[:-1], UNSEEN), frequency(key[:-1] + "ة", UNSEEN))
        if not word.verbs:
            return self._guess(stem, key, article) if not word.nouns and word.core == word.bare else None
        if word.core != word.bare:  # التقى
            return 4.0 if not word.nouns else 1.0
        readings = word.verbs
        if word.proclitics and word.proclitics[-1] == "ل":
            if stem[0] in "نأ" and word.nouns:  # لنشر is "to publish" before "let us evil"
                return -4.0
            return 3.0 if not word.nouns and article <= UNSEEN else 1.0 if stem[0] in "ين" else -0.5
        if noun_key != key or (word.enclitic and frequency(noun_key, UNSEEN) > own):
            own = max(own, frequency(noun_key, UNSEEN))
        if article <= UNSEEN:
            lean = 2.6
        else:
            ratio = article - own
            lean = -1.6 if ratio > -0.3 else -1.0 if ratio > -0.9 else -0.2 if ratio > -1.5 else 0.8 if ratio > -2.2 else 1.6
        if stem[0] == "ي":
            lean += 2.5
        elif all(reading.tense == "present" for reading in readings) and not word.nouns:
            lean += 1.5
        if not word.nouns:
            lean += 0.8 if article <= UNSEEN or own > 5.0 else 0.2
        elif word.nouns[0].kind in ("noun", "adjective"):
            lean -= 0.8
        elif len(word.nouns) == 1 and word.nouns[0].kind == "masdar" and article <= UNSEEN:
            lean += 0.5
        if dual or all(reading.person != "3" for reading in readings):
            lean -= 1.5
        if (
            readings[0].tense == "past"
            and key.endswith(("ت", "وا"))
            and not word.enclitic
            and not word.nouns
            and article <= UNSEEN
        ):
            lean += 1.5
        return lean

    def _guess(self, stem: str, key: str, article: float) -> float | None:
        """Verbs that no table knows: the other persons are written too, and the article never is."""
        if len(key) < 4 or article > UNSEEN:
            return None
        known = self._frequency
        rest = key[1:]
        if key[0] in "يت" and len(rest) >= 3:
            twin = ("ت" if key[0] == "ي" else "ي") + rest
            return 2.0 if twin in known and "ال" + rest + "ة" not in known else 0.5 if key[0] == "ي" and key in known else None
        if key[0] == "ا" and stem[0] != "إ" and ("ي" + rest in known or "ت" + rest in known) and key + "ت" in known:
            return 1.5
        return None


def _lay(written: str, cut: _Cut) -> tuple[tuple[str, ...], str, str]:
    """The segments as written: the cut is made on plain letters, marks and tatweel stay with the letter before them."""
    starts = [i for i, c in enumerate(written) if strip_marks(c) and c not in INVISIBLE]
    starts[0] = 0
    at = 0
    parts = []
    for part in (*cut.proclitics, cut.stem, cut.enclitic):
        end = at + len(part)
        parts.append(
            written[starts[at] if at < len(starts) else len(written) : starts[end] if end < len(starts) else len(written)]
        )
        at = end
    return tuple(parts[:-2]), parts[-2], parts[-1]


def _uncut(written: str, norm: str) -> Word:
    bare = norm[2:] if norm.startswith("ال") and len(norm) > 3 else norm
    return Word((), written, "", norm, norm, bare, bare != norm, bare, "NOUN" if norm else "X")


def nominals(lexicon: Lexicon) -> Nominals:
    """Verbal nouns, participles and table nouns."""
    found = Nominals()
    for (past, present), (masdars, _) in lexicon.compiled(knowledge.verb_pairs).items():
        found.add_verb(past, present, masdars)
    for row in lexicon.rows(knowledge.NOUNS):
        found.add_noun(row["word"], {"NOUN": "noun", "ADJ": "adjective", "PROPN": "name"}[row["upos"]], row.many("plural"))
    reader = lexicon.compiled(knowledge.verbs)
    for row in (*lexicon.rows(knowledge.GIVEN), *lexicon.rows(knowledge.FAMILY)):
        for name in row.many("names") if row["strength"] == "sure" else ():
            if " " not in name and not name.startswith("ال") and not found.read(name) and not reader.read(name):
                found.add_noun(name, "name")
    return found


def words(lexicon: Lexicon) -> Words:
    """The word analyser of a lexicon (for ``lexicon.compiled``)."""
    return Words(lexicon)


__all__ = ["TATWEEL", "Words", "words"]

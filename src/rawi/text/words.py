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
from rawi.text.stems import UNSEEN, stem_frequencies, stem_key
from rawi.text.verbs import Verbs, strip_marks

ENCLITICS = ("هما", "كما", "هم", "هن", "ها", "كم", "كن", "نا", "ني", "ه", "ك", "ي")

# What a clitic costs, as a base-ten logarithm added to the frequency of the rest. Positive numbers are possible because the
# frequency of the whole word already contains that of its reading with a clitic.
_CONJUNCTION = {"و": 0.1, "ف": -1.0}
_PREPOSITION = {"ب": 0.4, "ل": 0.4, "ك": -0.9}
_BEFORE_ARTICLE = 1.6
_ENDING = {"ه": -0.2, "ها": 0.0, "هم": 0.0, "هما": 0.2, "هن": -0.6, "ك": -1.6, "كم": -0.9, "كن": -2.0, "كما": -2.5, "نا": -0.7,
           "ي": -2.4, "ني": -0.5}  # fmt: skip
_FREE_PRONOUNS = frozenset(("هو", "هي", "هم", "هن", "هما", "انا", "أنا", "نحن", "أنت", "انت", "أنتم", "انتم", "أنتما"))
_TAKE_ENDINGS = frozenset(("ان", "كان", "لكن", "لعل", "ليت", "ايا", "غير", "الا"))
_KNOWN = 3.6  # a form of the tables counts as at least this frequent
_HIDDEN = dict.fromkeys(map(ord, INVISIBLE))


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
        self._verbs: Verbs = lexicon.compiled(knowledge.verbs)
        self._nominals: Nominals = lexicon.compiled(nominals)
        self._known: dict[str, Word] = {}

    def __call__(self, written: str) -> Word:
        """The analysis of a word as written."""
        word = self._known.get(written)
        if word is None:
            word = self._analyse(written)
            if len(self._known) < 400_000:
                self._known[written] = word
        return word

    def _analyse(self, written: str) -> Word:
        plain = strip_marks(written.translate(_HIDDEN))
        norm = fold(plain)
        if not norm or len(norm) != len(plain) or len(norm) > 40:
            return _uncut(written, norm)
        best = max(self._cuts(plain), key=lambda cut: (round(cut.score, 6), -len(cut.proclitics) - len(cut.enclitic)))
        return self._word(written, norm, best)

    # -- cuts ---------------------------------------------------------------------------------------------------------------

    def _cuts(self, plain: str) -> Iterator[_Cut]:
        for proclitics, rest, cost in self._before(plain):
            yield from self._after(proclitics, rest, cost)

    def _before(self, plain: str) -> Iterator[tuple[tuple[str, ...], str, float]]:
        yield (), plain, 0.0
        for conjunction in ("", plain[0]):
            if conjunction and (conjunction not in _CONJUNCTION or len(plain) < 3):
                continue
            rest = plain[len(conjunction) :]
            cost = _CONJUNCTION[conjunction] if conjunction else 0.0
            if conjunction:
                article = rest.startswith("ال") and len(rest) > 3
                yield (conjunction,), rest, cost + (_BEFORE_ARTICLE if article else 0.0)
            before = (conjunction,) if conjunction else ()
            first = rest[0]
            if first in _PREPOSITION and len(rest) >= 2:
                tail = rest[1:]
                price = cost + _PREPOSITION[first]
                if (first != "ل" and tail.startswith("ال") and len(tail) > 3) or (
                    first == "ل" and tail[0] == "ل" and len(tail) > 2
                ):
                    price += _BEFORE_ARTICLE
                yield (*before, first), tail, price
            elif first == "س" and len(rest) >= 4 and rest[1] in "يتنأ":
                yield (*before, first), rest[1:], cost

    def _after(self, proclitics: tuple[str, ...], rest: str, cost: float) -> Iterator[_Cut]:
        score = self._weight(proclitics, rest, "")
        if score is not None:
            yield _Cut(proclitics, rest, "", score + cost)
        for ending in ENCLITICS:
            if len(rest) <= len(ending) or not rest.endswith(ending):
                continue
            stem = rest[: -len(ending)]
            if stem[-1] in "ةى":
                continue
            score = self._weight(proclitics, stem, ending)
            if score is not None:
                yield _Cut(proclitics, stem, ending, score + cost + _ENDING[ending])

    def _weight(self, proclitics: tuple[str, ...], stem: str, ending: str) -> float | None:
        """Evidence for ``stem`` between these clitics; ``None`` where the grammar forbids it."""
        last = proclitics[-1] if proclitics else ""
        attached = last in _PREPOSITION
        if len(stem) == 1:  # له، بها، لهم
            if not proclitics and not ending:
                return 0.0
            return 7.0 if ending and stem in "لب" and not attached and last != "س" and ending != "ني" else None
        folded = fold(stem)
        closed = self._closed.get(stem) or self._closed.get(folded)
        if closed and last != "س":
            return self._closed_weight(closed, stem, attached, ending, bool(proclitics) and stem not in self._closed)
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
        if ending and stem.startswith("ال") and (not verbs or len(stem) < 5):
            return None
        if last == "ل" and stem[0] == "ل" and len(stem) > 2 and not ending:  # للمدنيين: the article without its alef
            known = bool(self._nominals.read(stem[1:]))
            value = max(value, frequency("ا" + key, UNSEEN), frequency(key[1:], UNSEEN) - 0.5)
            return max(value, _KNOWN) if known else value
        bare = stem[2:] if article else stem
        if article:
            value = max(value, frequency(key[2:], UNSEEN) - 0.5)
        if ending:
            value = max(value, self._before_ending(stem, folded))
            if ending == "ني" and not verbs:
                return None
        if article and bare[-1] == "ه":
            bare = bare[:-1] + "ة"
        known = bool(verbs) or bool(self._nominals.read(bare, bool(ending)))
        if known:
            value = max(value, _KNOWN)
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
        if not proclitics and not ending:
            if known:
                value += 1.0
            if not article and frequency("ال" + key, UNSEEN) > max(2.6, value - 1.7) and not stem.endswith(("ه", "ي")):
                value += 1.5  # it takes the article, so it is a noun of its own
        return value

    def _closed_weight(self, closed: str, stem: str, attached: bool, ending: str, doubtful: bool) -> float | None:
        if attached and (closed in ("AUX", "CCONJ") or stem in _FREE_PRONOUNS):
            return None
        if not ending or closed in ("ADP", "DET", "SCONJ", "NOUN") or fold(stem) in _TAKE_ENDINGS:
            return 6.0 if doubtful else 9.0  # hamza or ta marbuta is not as in the table: وَلاية is not و + ل + أية
        return None

    def _before_ending(self, stem: str, folded: str) -> float:
        """Frequency of the forms that look like ``stem`` before a pronoun: ة as ت, ى as ا, وا as و, ين as ي."""
        frequency = self._frequency.get
        match folded[-1]:
            case "ت":
                return frequency(folded[:-1] + "ة", UNSEEN)
            case "ا":
                return frequency(folded[:-1] + "ي", UNSEEN) if stem[-1] == "ا" else UNSEEN
            case "و":
                return frequency(folded + "ا", UNSEEN)
            case "ي":
                return frequency(folded + "ن", UNSEEN) - 0.5
        return UNSEEN

    # -- the chosen word ----------------------------------------------------------------------------------------------------

    def _word(self, written: str, norm: str, cut: _Cut) -> Word:
        stem, ending = cut.stem, cut.enclitic
        proclitics, written_stem, enclitic = _lay(written, cut)
        folded = fold(stem)
        last = cut.proclitics[-1] if cut.proclitics else ""
        if last == "ل" and folded[0] == "ل" and len(folded) > 2:
            core = "ا" + folded if not folded.startswith("لل") or len(folded) < 4 else "ا" + folded
            bare, definite = folded[1:], True
            plain_bare = stem[1:]
        elif folded.startswith("ال") and len(folded) > 3 and stem[0] in "اٱ":
            core, bare, definite = folded, folded[2:], True
            plain_bare = stem[2:]
        else:
            core = bare = folded
            definite, plain_bare = bool(ending), stem
        closed = None if last == "س" else self._closed.get(stem) or self._closed.get(folded)
        readings: tuple[VerbReading, ...] = ()
        nouns: tuple[NounReading, ...] = ()
        if not (closed and closed != "NOUN" and not (len(stem) > 2 and ending)):
            if core == bare and last not in ("ب", "ك"):
                readings = tuple(
                    reading
                    for reading in self._verbs.read(stem, bool(ending), last != "س")
                    if last not in ("ل", "س") or reading.tense == "present"
                )
            if last != "س":
                nouns = tuple(self._nominals.read(plain_bare, bool(ending)))
        upos = closed or self._upos(stem, core != bare, readings, nouns)
        lemma = readings[0].lemma if upos == "VERB" and readings else nouns[0].lemma if nouns else plain_bare
        return Word(proclitics, written_stem, enclitic, norm, core, bare, definite, lemma, upos, readings, nouns)

    def _upos(self, stem: str, article: bool, verbs: tuple[VerbReading, ...], nouns: tuple[NounReading, ...]) -> str:
        if article or stem.endswith("ة"):
            return "NOUN"
        if verbs and not nouns:
            return "VERB"
        return "NOUN"


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
    return found


def words(lexicon: Lexicon) -> Words:
    """The word analyser of a lexicon (for ``lexicon.compiled``)."""
    return Words(lexicon)


__all__ = ["TATWEEL", "Words", "words"]

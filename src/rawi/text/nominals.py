"""Verbal nouns and participles: made from the verb tables, and read from written words with their endings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rawi.document import NounReading
from rawi.text.fold import fold
from rawi.text.verbs import SHADDA, lemma_of, spelled, strip_marks

# Ending → number; the bare stem first. A stem may also stand before تـ (the feminine ending before a pronoun).
ENDINGS: tuple[tuple[str, str], ...] = (
    ("", "s"), ("تان", "d"), ("تين", "d"), ("ات", "p"), ("ون", "p"), ("ين", "p"), ("ان", "d"), ("تا", "d"), ("تي", "d"),
    ("ه", "s"), ("ت", "s"), ("ا", "s"), ("و", "p"), ("ي", "p"),
)  # fmt: skip
# The same by the last letter of the word, in the same order.
_BY_LAST = {last: tuple(e for e in ENDINGS if not e[0] or e[0][-1] == last) for last in {e[-1] for e, _ in ENDINGS if e}}
_NO_ENDING = ENDINGS[:1]
_REMEMBERED = 1 << 15
_NOT_AFTER_MASDAR = frozenset(("ون", "و", "ه", "ت", "تان", "تين", "تا", "تي"))


def intensive(past: str, masdars: Iterable[str]) -> bool:
    """Whether a verb of three letters is of form II (حذّر), which only its verbal noun shows (تحذير, تسمية)."""
    plain = strip_marks(past)
    return len(plain) == 3 and (
        SHADDA in past[:-1] or any(len(m) >= 4 and m[0] == "ت" and (m[-2] == "ي" or m.endswith("ية")) for m in masdars)
    )


def participles(past: str, present: str, second: bool = False) -> Iterator[tuple[str, str]]:
    """Active and passive participle of a verb as ``(stem, kind)``, masculine singular, with the spellings it takes.

    :param second: the verb is of form II though its three letters look like form I.
    """
    doubled = past.endswith(SHADDA)
    p, s = strip_marks(past), strip_marks(present)[1:]
    active, passive = "active-participle", "passive-participle"
    if not second and (len(p) == 3 or (doubled and len(p) == 2)):  # form I
        if doubled:
            yield p[0] + "ا" + p[1], active
            yield "م" + p + "و" + p[1], passive
            return
        f, m, last = p[0], p[1], p[2]
        if f in "أآا":
            yield "آ" + m + _final(last), active
        elif m == "ا":
            yield f + "ائ" + ("ي" if last == "ء" else last), active
            yield ("م" + f + "ي" + last) if s[-2:-1] == "ي" else ("م" + s), passive
            return
        else:
            yield f + "ا" + m + _final(last), active
            if last in "اىي":
                yield f + "ا" + m, active
        if last in "اى":
            yield "م" + f + m + ("و" if s[-1] == "و" else "ي"), passive
        elif last == "ي":
            yield "م" + f + m + "ي", passive
        else:
            yield "م" + f + m + ("وء" if last == "أ" else "و" + last), passive
        return
    if s[-1] in "يى":
        yield "م" + s[:-1] + "ي", active
        yield "م" + s[:-1], active
        yield "م" + s[:-1] + "ى", passive
        yield "م" + s[:-1] + "ا", passive
    elif s[-2:-1] == "ي" and p[-2:-1] == "ا":
        yield "م" + s, active
        yield "م" + s[:-2] + "ا" + s[-1], passive
    else:
        yield "م" + s, active
        yield "م" + s, passive


def _final(last: str) -> str:
    return "ي" if last in "اى" else "ئ" if last in "أء" else last


class Nominals:
    """Verbal nouns and participles of the verb tables and the nouns of the noun table."""

    def __init__(self) -> None:
        self._stems: dict[str, list[tuple[str, str, str | None, str, str]]] = {}
        self._known: dict[tuple[str, bool, bool], list[NounReading]] = {}

    def add_verb(self, past: str, present: str, masdars: Iterable[str]) -> None:
        """Add the verbal nouns and participles of a verb."""
        verb = lemma_of(past)
        masdars = tuple(masdars)
        for masdar in masdars:
            plain = strip_marks(masdar)
            self._add(plain, plain, "masdar", verb)
        second = intensive(past, masdars)
        forms = list(participles(past, present, second))
        if second and not all(intensive(past, (masdar,)) for masdar in masdars):  # قدم stands for two verbs: قدوم and تقديم
            forms += participles(past, present)
        lemmas = {kind: stem for stem, kind in reversed(forms)}  # the first spelling of each kind
        for stem, kind in forms:
            lemma = lemmas[kind]
            self._add(stem, lemma if lemma[:-1] in (stem, stem[:-1]) else stem, kind, verb)

    def add_noun(self, word: str, kind: str, plurals: Iterable[str] = ()) -> None:
        """Add a noun, adjective or name with its broken plurals."""
        self._add(word, word, kind, None)
        self._known.clear()
        for plural in plurals:
            self._stems.setdefault(fold(plural), []).append((word, kind, None, "p", plural))

    def _add(self, stem: str, lemma: str, kind: str, verb: str | None) -> None:
        self._known.clear()
        entries = self._stems.setdefault(fold(stem), [])
        entry = (lemma, kind, verb, "", stem)
        if entry not in entries:
            entries.append(entry)
        if stem.endswith("ة"):  # plural and dual drop the ending, a pronoun turns it into ت
            self._stems.setdefault(fold(stem[:-1]), []).append((lemma, kind, verb, "ة", stem[:-1]))

    def read(self, plain: str, pronoun: bool = False, article: bool = False) -> list[NounReading]:
        """Readings of a word without clitics and article (``pronoun``: a pronoun ending was taken off; ``article``:
        the article was, so that it is no name)."""
        key = (plain, pronoun, article)
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            known = self._known[key] = self._read(plain, pronoun, article)
        return known

    def _read(self, plain: str, pronoun: bool, article: bool) -> list[NounReading]:
        folded = fold(plain)
        if len(folded) != len(plain) or len(folded) < 2:
            return []
        found: list[NounReading] = []
        for ending, number in _BY_LAST.get(folded[-1], _NO_ENDING):
            if (
                not folded.endswith(ending)
                or (pronoun and ending in ("ه", "ون", "ان", "تان"))
                or (not pronoun and ending == "ت")
                or (ending == "ه" and plain[-1] != "ة")
            ):
                continue
            cut = len(folded) - len(ending)
            for lemma, kind, verb, mark, stem in self._stems.get(folded[:cut], ()):
                if ((ending or article) and kind == "name") or not spelled(plain[:cut], stem):
                    continue
                if mark == "p":
                    if ending in ("", "ا"):
                        found.append(NounReading(lemma, kind, "p", verb))
                elif mark == "ة":
                    if ending in ("ات", "تان", "تين", "تا", "تي") or (ending == "ت" and pronoun):
                        found.append(NounReading(lemma, kind, number, verb))
                elif not (lemma.endswith("ة") and (ending or plain[-1] == "ه")) and not (
                    kind == "masdar" and ending in _NOT_AFTER_MASDAR
                ):
                    found.append(NounReading(lemma, kind, number, verb))
        if folded.endswith("ا") and folded[:-1] and plain[-1] == "ا" and pronoun:  # مستوى + هم → مستواهم
            found.extend(
                NounReading(lemma, kind, "s", verb)
                for lemma, kind, verb, mark, _ in self._stems.get(folded[:-1] + "ي", ())
                if not mark and lemma.endswith("ى")
            )
        return list(dict.fromkeys(found)) if len(found) > 1 else found

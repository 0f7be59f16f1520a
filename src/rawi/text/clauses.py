"""Subjects, objects and complements of verbs, found by position and agreement.

News Arabic puts the subject after its verb (قصف الجيش المدينة), before it (الجيش قصف, headlines), or between كان and the verb
(وكان الجيش قد قصف); adjuncts of time, place and circumstance may stand in between. All look-ups stay within one sentence
and a window.
"""

from __future__ import annotations

from rawi.document import Token, VerbReading
from rawi.text.phrases import Phrases

WINDOW = 45
_BREAK = frozenset(".؟!:؛;\n")
_COMMA = frozenset("،,")
_QUOTES = frozenset("\"“”«'")
_LINKS = frozenset(("complementiser", "relative", "subordinator"))
_KANA = frozenset(("كان", "كانت", "كانوا", "كانا", "يكون", "تكون", "اصبح", "اصبحت", "بات", "باتت"))
_BETWEEN = frozenset(("قد", "لقد", "سوف", "لم", "لن", "لا", "ما"))

Range = tuple[int, int]


def readings(token: Token, lemma: str | None = None) -> tuple[VerbReading, ...]:
    """The verb readings of a token, of one lemma when it is given."""
    return tuple(r for r in token.word.verbs if lemma is None or r.lemma == lemma)


def agrees(verb: Token, subject: Token, *, before: bool = False, lemma: str | None = None) -> bool:
    """Whether the verb can have this noun as its subject, by gender, number and person.

    Only clear clashes count: a masculine singular verb does not agree with a noun in ة that follows it at once, and a plural
    verb has no subject after it. ``before`` is for a subject that precedes its verb.
    """
    found = readings(verb, lemma)
    if not found:
        return True
    wanted = feminine(subject)
    for r in found:
        if r.person != "3":
            continue
        if not before and r.number != "s":
            continue
        if wanted is None or r.gender == "x" or r.number == "p":
            return True
        if (r.gender == "f") == wanted:
            return True
    return False


def feminine(noun: Token) -> bool | None:
    """True or False where the form tells the gender for agreement, ``None`` where it does not (names, broken plurals)."""
    if noun.kind != "word" or noun.upos == "PROPN":
        return None
    bare = noun.word.bare
    text = noun.word.stem
    if text.endswith("ة"):
        return True
    if text.endswith(("ات", "اء", "ى", "ا")):
        return None
    if bare.endswith(("ون", "ين")) and len(bare) > 4:
        return False
    numbers = {r.number for r in noun.word.nouns}
    if numbers == {"s"}:
        return False
    return None


class Clauses:
    """Where the arguments of verbs stand in one document."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.doc = phrases.doc
        self.tokens = phrases.tokens

    # -- bounds -----------------------------------------------------------------------------------------------------------

    def limits(self, i: int) -> Range:
        """First and last (half open) token of the sentence of token ``i``, no farther than the window."""
        sentence = self.doc.sentences[self.tokens[i].sentence]
        return max(sentence.first, i - WINDOW), min(sentence.last, i + WINDOW)

    def start(self, i: int) -> int:
        """First token of the clause that token ``i`` stands in: after a stop, comma, complementiser or subordinator."""
        low, _ = self.limits(i)
        k = i
        while k > low:
            token = self.tokens[k - 1]
            if token.text in _BREAK or token.text in _COMMA:
                return k
            if self.phrases.is_any(k - 1, _LINKS):
                return k
            k -= 1
        return k

    def end(self, i: int) -> int:
        """Index after the clause of token ``i``: before a stop, comma, complementiser, relative or the next finite verb."""
        _, high = self.limits(i)
        k = i + 1
        while k < high:
            token = self.tokens[k]
            if token.text in _BREAK or token.text in _COMMA:
                return k
            if self.phrases.is_any(k, _LINKS):
                return k
            if token.upos in ("VERB", "AUX"):
                return k
            k += 1
        return k

    # -- subjects ---------------------------------------------------------------------------------------------------------

    def subject_after(self, verb: int, *, lemma: str | None = None, stop: int | None = None) -> Range | None:
        """The subject that follows its verb, over adjuncts of time and circumstance between the two.

        ``وقال في مؤتمر صحفي، الثلاثاء، وزير الخارجية إن …`` gives وزير الخارجية. ``None`` when the verb is plural or not of the
        third person, when a complementiser or another verb comes first, or when the noun does not agree.
        """
        found = readings(self.tokens[verb], lemma)
        if found and not any(r.person == "3" and r.number == "s" for r in found):
            return None
        _, high = self.limits(verb)
        if stop is not None:
            high = min(high, stop)
        k = self.skip_adjuncts(verb + 1, high)
        if k >= high or self.phrases.preposition(k) or self.phrases.coordinated(k):
            return None
        j = self.phrases.noun_phrase(k, high)
        if j <= k:
            return None
        head = self.phrases.head(k, j)
        if not agrees(self.tokens[verb], self.tokens[head], lemma=lemma):
            return None
        return k, j

    def skip_adjuncts(self, k: int, high: int) -> int:
        """Index of the first token from ``k`` on that is not an adverb, a time, a parenthesis, a prepositional phrase, or a
        comma that closes or opens one of them."""
        phrases, tokens = self.phrases, self.tokens
        while k < high:
            token = tokens[k]
            if phrases.outside(k):
                k += 1
                continue
            if token.text == "(":
                close = k + 1
                while close < min(high, k + 12) and tokens[close].text != ")":
                    close += 1
                if close >= high or tokens[close].text != ")":
                    return k
                k = close + 1
                continue
            if token.text in _COMMA:
                # A comma belongs to an adjunct only when an adjunct stands on one side of it.
                after = self._adjunct(k + 1, high)
                if after > k + 1 or (k > 0 and (phrases.outside(k - 1) or tokens[k - 1].text == ")")):
                    k = max(after, k + 1)
                    continue
                if self._closes_adjunct(k):
                    k += 1
                    continue
                return k
            after = self._adjunct(k, high)
            if after == k:
                return k
            k = after
        return k

    def _adjunct(self, k: int, high: int) -> int:
        """Index after the adverb, time or prepositional phrase that begins at ``k`` (``k`` when none does)."""
        phrases = self.phrases
        if k >= high:
            return k
        if phrases.outside(k) or phrases.is_a(k, "adverb"):
            return k + 1
        if phrases.coordinated(k) and not phrases.is_a(k, "preposition"):
            return k
        preposition = phrases.preposition(k)
        if not preposition:
            return k
        attached = preposition in ("ب", "ل", "ك") and self.tokens[k].word.core != preposition
        if not attached and self.tokens[k].word.enclitic:  # فيها، منهم: complete in itself
            return k + 1
        noun = k if attached else k + 1
        if noun >= high:
            return k
        if phrases.outside(noun):
            return noun + 1
        if not attached and phrases.preposition(noun):  # من قبل، في أثناء
            return self._adjunct(noun, high)
        word = self.tokens[noun].word
        if phrases.bare_is(noun, "venue") and not word.definite and not word.enclitic:
            # وقالت في بيان وزارة الدفاع: what follows the bare venue is the speaker, not its owner
            after = noun + 1
            while after < high and self._describes(after):
                after += 1
            return after
        j = phrases.noun_phrase(noun, high)
        return j if j > noun else k

    def _describes(self, k: int) -> bool:
        """Whether an indefinite adjective or participle stands at ``k`` (في وقت لاحق، في بيان مقتضب)."""
        word = self.tokens[k].word
        return not word.definite and not word.proclitics and (self.phrases.adjective(k) or self.phrases.participle(k))

    def adjunct(self, k: int, high: int) -> int:
        """Index after the single adverb, time or prepositional phrase that begins at ``k`` (``k`` when none does)."""
        return self._adjunct(k, high)

    def _closes_adjunct(self, comma: int) -> bool:
        """Whether what stands before the comma is a prepositional phrase that begins within a few tokens."""
        for k in range(comma - 1, max(comma - 12, -1), -1):
            if self.tokens[k].kind == "punct" and self.tokens[k].text not in '«»"“”':
                return False
            if self.tokens[k].upos == "VERB":
                return False
            if self._adjunct(k, comma) == comma:
                return True
        return False

    def subject_before(self, verb: int, *, lemma: str | None = None) -> Range | None:
        """The subject that precedes its verb in the same clause: ``الجيش قصف``, ``وكان الجيش قد قصف``, headlines."""
        phrases, tokens = self.phrases, self.tokens
        low, _ = self.limits(verb)
        end = verb
        while end > low and (
            tokens[end - 1].word.norm in _BETWEEN or phrases.is_a(end - 1, "adverb") or phrases.outside(end - 1)
        ):
            end -= 1
        k = self._clause_start(end, low)
        while k < end and (
            tokens[k].kind == "punct" or phrases.outside(k) or tokens[k].word.core in _KANA or tokens[k].word.norm == "قد"
        ):
            k += 1
        if k >= end or (tokens[k].upos == "VERB" and phrases.mention(k) is None):
            return None
        if phrases.preposition(k):
            k = self.skip_adjuncts(k, end)
            if k >= end:
                return None
        j = phrases.noun_phrase(k, end)
        if j <= k or phrases.preposition(k):
            return None
        if k > low and tokens[k - 1].upos == "VERB" and tokens[k - 1].word.core not in _KANA:
            # عائلة فلان تغادر المدينة وقياداته تبحث: what stands next to the first verb is its own
            parts = phrases.conjuncts(k, j)
            k, j = parts[-1] if len(parts) > 1 else (k, j)
        rest = j
        while rest < end:
            after = self.skip_adjuncts(rest, end)
            if after == rest:
                if tokens[rest].text in _COMMA or (tokens[rest].text in _QUOTES and rest == end - 1):
                    rest += 1  # روسيا "خرقت الأجواء"
                    continue
                return None
            rest = after
        head = phrases.head(k, j)
        if not agrees(tokens[verb], tokens[head], before=True, lemma=lemma):
            return None
        return k, j

    def _clause_start(self, end: int, low: int) -> int:
        """Like :meth:`start`, but a pair of commas around an insertion does not begin a clause, nor does كان end one."""
        phrases, tokens = self.phrases, self.tokens
        k = end
        while k > low:
            token = tokens[k - 1]
            if token.text in _BREAK:
                return k
            if any(phrases.is_a(k - 1, name) for name in ("complementiser", "relative", "subordinator")):
                return k
            if token.word.core in _KANA:
                return k
            if token.upos == "VERB" and phrases.mention(k - 1) is None:
                return k
            if token.text in _COMMA and not self._inside_pair(k - 1, low):
                return k
            k -= 1
        return k

    def _inside_pair(self, comma: int, low: int) -> bool:
        """Whether the comma closes an insertion (، الثلاثاء،) whose opening comma follows a noun of the same clause."""
        for k in range(comma - 1, max(low, comma - 12), -1):
            if self.tokens[k].text in _COMMA:
                return self.skip_adjuncts(k + 1, comma) == comma
            if self.tokens[k].text in _BREAK or self.tokens[k].upos == "VERB":
                return False
        return False

    def antecedent(self, relative: int) -> Range | None:
        """The noun phrase that a relative pronoun refers to: the phrase that ends before it, from its head on."""
        phrases, tokens = self.phrases, self.tokens
        low, _ = self.limits(relative)
        end = relative
        while end > low and (tokens[end - 1].text in '،,»"”)' or phrases.outside(end - 1)):
            end -= 1
        k = end
        start = self._clause_start(end, low)
        best: Range | None = None
        last: Range = (start, start)
        k = start
        while k < end:
            after = phrases.noun_phrase(k, end) if not phrases.preposition(k) or phrases.nominal(k) else k
            if after <= k:
                k += 1
                continue
            if after >= end:
                # العملية الإرهابية الغادرة التي: a definite word after an adjective is one more
                more = last[0] < last[1] == k and end - k == 1 and self._one_more(k)
                best = (last[0], end) if more else (k, end)
                break
            last = (k, after)
            k = after
        if best is None:
            return None
        parts = phrases.conjuncts(*best)
        plural = tokens[relative].word.core in ("الذين", "اللذان", "اللذين", "اللتان", "اللتين")
        return best if plural or len(parts) == 1 else parts[-1]

    def _one_more(self, k: int) -> bool:
        """Whether the definite word at ``k``, no name, agrees with the definite adjective right before it."""
        token, before = self.tokens[k], self.tokens[k - 1]
        if not (token.word.definite and before.word.definite and self.phrases.adjective(k - 1)) or token.word.proclitics:
            return False
        known = self.phrases.mention(k)
        return (known is None or known[1] == "person") and token.word.bare.endswith("ه") and before.word.bare.endswith("ه")

    # -- objects and complements --------------------------------------------------------------------------------------------

    def object_after(self, verb: int, subject: Range | None = None, *, stop: int | None = None) -> Range | None:
        """The direct object: the first noun phrase without a preposition after the verb, or after its subject."""
        _, high = self.limits(verb)
        if stop is not None:
            high = min(high, stop)
        k = verb + 1
        if subject is not None and subject[0] > verb:
            k = subject[1]
        k = self.skip_adjuncts(k, high)
        if k >= high or self.phrases.preposition(k) or self.phrases.coordinated(k):
            return None
        if self.tokens[k].upos in ("VERB", "AUX"):
            return None
        j = self.phrases.noun_phrase(k, high)
        return (k, j) if j > k else None

    def complement(self, i: int, prepositions: frozenset[str] | set[str], *, stop: int | None = None) -> Range | None:
        """The noun phrase governed by the first of these prepositions after token ``i`` in its clause.

        :param prepositions: folded; ``ب`` and ``ل`` stand for the attached ones.
        """
        high = self.end(i) if stop is None else min(stop, self.limits(i)[1])
        for k in range(i + 1, high):
            preposition = self.phrases.preposition(k)
            if preposition not in prepositions:
                continue
            attached = preposition in ("ب", "ل", "ك") and self.tokens[k].word.core != preposition
            noun = k if attached else k + 1
            if noun < high:
                j = self.phrases.noun_phrase(noun, high)
                if j > noun:
                    return noun, j
        return None

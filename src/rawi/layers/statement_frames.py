"""What belongs to a cue: who speaks, to whom, and where what is said begins. All look-ahead stays in the sentence and a window."""

from __future__ import annotations

from dataclasses import dataclass, field

from rawi.document import Doc, NounReading, Quote, Token, VerbReading
from rawi.layers.statement_cues import Cue, Cues
from rawi.lexicon import Lexicon
from rawi.lexicon.gazetteer import gazetteer
from rawi.text.clauses import Clauses, Range, agrees
from rawi.text.fold import fold
from rawi.text.phrases import Phrases

WINDOW = 150
_STEPS = 60
_STOP = frozenset(".؟!?؛;")
_PRONOUNS = ("ه", "ها", "هم", "هن", "هما", "ني", "ي", "نا", "ك", "كم")
THAT = frozenset(("ان", "بان", "فان", "وان", "الا", "بالا"))
THAT_PRONOUN = frozenset(f"{base}{pronoun}" for base in ("ان", "بان", "فان", "وان") for pronoun in _PRONOUNS) - {"اني"} | {
    "انني", "اننا", "بانني", "باننا", "اني",
}  # fmt: skip
# After إنه these show that the pronoun stands for nobody (إنه يجب …).
_IMPERSONAL = frozenset(
    fold(word)
    for word in ("يجب", "يمكن", "كان", "من", "لا", "ليس", "ينبغي", "يتعين", "بما", "تم", "يتم", "في", "لن", "سيتم", "تمت", "بعد", "على",
                 "لم", "إذا", "هناك", "خلال", "ليست", "لو", "منذ", "قد", "عند", "مع", "يوجد", "بات", "جرى", "سيكون")
)  # fmt: skip
# With أن after them these are conjunctions (بعد أن).
_CONJUNCTIONS = frozenset(
    fold(word)
    for word in ("بعد", "قبل", "منذ", "إلا", "رغم", "دون", "بدون", "شرط", "بشرط", "غير", "بيد", "حتى", "سوى", "مع", "كما", "حيث", "إذ", "بما",
                 "لدرجة", "وبعد", "وقبل", "ورغم", "خصوصا", "خاصة", "علما", "لولا", "لو", "فبعد", "الرغم", "سيما", "لاسيما", "المتوقع",
                 "المقرر", "المنتظر", "المرجح", "المفترض", "الممكن", "المحتمل", "الضروري", "المهم", "الواضح", "المعروف", "الطبيعي", "يجب",
                 "ينبغي", "يمكن", "يبدو", "تبين", "يتعين", "المرتقب", "المستبعد", "المؤكد", "لابد", "بد", "باعتبار", "بحيث", "لمجرد", "يمكنه",
                 "المؤمل", "المستحيل", "الصعب", "بمجرد", "يفترض", "يشترط", "ويجب", "ويمكن", "وينبغي", "الجدير", "بالذكر", "اتضح")
)  # fmt: skip
_QUESTION = frozenset(
    fold(word) for word in ("هل", "ماذا", "لماذا", "كيف", "متى", "أين", "كم", "عما", "ما", "إذا", "مدى", "سبب")
)
_NAMED_BY = frozenset(
    fold(word)
    for word in ("تنظيم", "جماعة", "حركة", "صحيفة", "مجلة", "قناة", "حزب", "جبهة", "كتائب", "موقع", "شركة", "مؤسسة", "منظمة", "جمعية",
                 "ميليشيا", "مليشيا", "فيلم", "كتاب", "برنامج", "عملية", "حملة", "جريدة", "وكالة", "فندق", "مهرجان", "ائتلاف", "تحالف",
                 "مجموعة", "شبكة", "معسكر", "سفينة", "تقرير", "مشروع", "مبادرة", "مركز", "مدينة", "قرية", "منطقة", "المدعو", "يدعى",
                 "مسلحي", "عناصر", "مقاتلي", "أسبوعية", "إذاعة", "فصيل", "لواء", "يونامي", "الملقب", "المسمى", "رواية", "مسلسل", "قاعدة")
)  # fmt: skip


@dataclass(slots=True)
class Draft:
    """A statement in the making; ranges are tokens, half open."""

    cue: Range
    entry: Cue
    kind: str
    stance: str
    pattern: str
    gender: str = "x"
    number: str = "x"
    source: Range | None = None
    ref: Range | None = None
    addressee: list[Range] = field(default_factory=list)
    first: int = -1
    last: int = -1
    quote: Quote | None = None
    outer: Draft | None = None
    nobody: bool = False
    attached: bool = False
    own: bool = False
    nested: bool = False

    @property
    def speaker(self) -> Range | None:
        """The source, or what a pronoun or an unexpressed subject refers to."""
        return self.source or self.ref


@dataclass(frozen=True, slots=True)
class Intro:
    """Where the content begins, what introduced it, and the addressees met on the way."""

    first: int
    slot: str
    addressee: tuple[Range, ...] = ()
    quote: Quote | None = None


class Frames:
    """Finds the slots of cues in one document."""

    def __init__(self, doc: Doc, lexicon: Lexicon, cues: Cues) -> None:
        self.doc = doc
        self.tokens = doc.tokens
        self.cues = cues
        self.phrases = Phrases(doc, lexicon)
        self.clauses = Clauses(self.phrases)
        self.gazetteer = gazetteer(lexicon)
        self.quote_at: dict[int, Quote] = {}
        for quote in doc.quotes:
            if quote.last > quote.first:
                self.quote_at.setdefault(quote.first, quote)
        starts = [(doc.token_at(m.start), m.kind) for m in doc.mentions if m.kind != "role"]
        starts = [(k, kind) for k, kind in starts if k < len(self.tokens) and self.tokens[k].upos not in ("SCONJ", "ADP")]
        self._person = {k for k, kind in starts if kind == "person"}
        self._named = {k for k, _ in starts}
        self.inside = bytearray(len(doc.tokens) + 1)
        for m in doc.mentions:
            if m.kind != "role" and self.tokens[doc.token_at(m.start)].upos not in ("SCONJ", "ADP"):
                for k in range(doc.token_at(m.start), min(doc.token_at(max(m.end - 1, m.start)) + 1, len(doc.tokens))):
                    self.inside[k] = 1
        self._place = {doc.token_at(p.start) for p in doc.places}

    def drop(self, draft: Draft, why: str) -> None:
        """Note a draft that is not written down."""
        if self.doc.dropped is not None:
            start, end = self.tokens[draft.cue[0]].start, self.tokens[draft.cue[1] - 1].end
            self.doc.drop("statements", start, end, self.doc.text[start:end], why)

    # -- words ------------------------------------------------------------------------------------------------------------

    def that(self, i: int) -> int:
        """0 when token ``i`` is not أن/إن or belongs to a conjunction (بعد أن); 1 when it is; 2 when it carries a pronoun (أنه)."""
        token = self.tokens[i]
        if token.kind != "word" or (i and self.tokens[i - 1].word.norm in _CONJUNCTIONS):
            return 0
        norm = token.word.norm
        if norm in THAT:
            if norm in ("الا", "بالا"):
                return 1 if "ألا" in token.text else 0
            return 1
        return 2 if norm in THAT_PRONOUN and not (norm == "انا" and "إ" not in token.text) else 0

    def after_that(self, i: int) -> int:
        """First token of the content after أن/إن at ``i``: the word itself when its pronoun is the subject of what is said."""
        if self.that(i) == 2 and i + 1 < len(self.tokens) and self.tokens[i + 1].word.norm not in _IMPERSONAL:
            return i
        return i + 1

    def speaker_kind(self, span: Range) -> str | None:
        """What the head of a phrase tells of it as a speaker: person, body, document, outlet, name, place; ``None`` if nothing."""
        i, j = span
        head = self.phrases.head(i, j)
        word = self.tokens[head].word
        for key in (word.core, word.bare, word.norm):
            kind = self.cues.speakers.get(key)
            if kind:
                return kind
        for k in (i, head):
            if k in self._place:
                return "place"
            if k in self._named:
                return "name"
        if self.tokens[head].upos == "PROPN" or self.tokens[head].kind == "latin":
            return "name"
        if word.bare.endswith(("يون", "يين")) and len(word.bare) > 5:
            return "person"
        return None

    def abstract(self, i: int) -> bool:
        """Whether token ``i`` is a verbal noun or another word that does not speak."""
        word = self.tokens[i].word
        if i in self._named or i in self._place or self.cues.speakers.get(word.core) or self.cues.speakers.get(word.bare):
            return False
        return any(reading.kind == "masdar" for reading in word.nouns)

    def negated(self, i: int) -> int:
        """Index of the negation right before the verb ``i``, or -1."""
        if i > 0 and self.tokens[i - 1].word.core in ("لم", "لن", "لا", "ما", "ليس", "دون"):
            return i - 1
        return -1

    # -- sources ----------------------------------------------------------------------------------------------------------

    def source(self, i: int, reading: VerbReading, low: int, high: int, *, strict: bool = True) -> tuple[Range | None, str]:
        """The speaker of the verb ``i`` and how it was found: ``before``, ``after``, ``relative`` (with its pronoun), ``bare`` (a
        relative clause without one), ``thing`` and ``abstract`` (a subject that cannot speak, before and after), or ``none``.

        :param strict: whether a verbal noun after the verb is its object and not its subject.
        """
        k = i
        while k > low and (
            self.tokens[k - 1].word.core in ("كان", "كانت", "كانوا", "قد", "لم", "لا", "لن")
            or self.phrases.is_a(k - 1, "adverb")
        ):
            k -= 1
        if k > low and self.phrases.is_a(k - 1, "relative"):
            found = self.clauses.antecedent(k - 1)
            return found, "relative" if found else "none"
        if reading.person != "3":
            return None, "none"
        if k > low and self.tokens[k - 1].word.norm in ("مما", "ما"):
            return None, "thing"
        before = None
        joined = self.phrases.coordinated(i) or self.phrases.coordinated(k)
        if not joined and k > low:
            before = self.clauses.subject_before(i, lemma=reading.lemma) or self._headline_subject(k, low)
            if before and before[0] < low:
                before = None
            if before and self.speaker_kind(before):
                return before, "before"
        if reading.number == "s":
            after = self.clauses.subject_after(i, lemma=reading.lemma, stop=high) or self._after_pronoun(i, high)
            if after and (self.tokens[after[0]].word.norm in ("ما", "من", "ماذا") or self.bare_relative(after[0])):
                after = None
            if after and not any(self.that(m) for m in range(i + 1, after[0])) and self._speaks(i, after, strict):
                if before is None or self.speaker_kind(after):
                    after = self._cut_name(after)
                    return (after[0], self.apposition(self._name_too(after[1], high), high)), "after"
            elif after and not any(self.that(m) for m in range(i + 1, after[0])):
                return None, "abstract"
        if before is None and not joined and i > low and not self.tokens[i].word.enclitic:
            before = self._nominal_before(k, low)
            if before is not None and not self.abstract(self.phrases.head(*before)):
                return before, "bare"
        if before is not None:
            return (None, "thing") if self.abstract(self.phrases.head(*before)) else (before, "before")
        return None, "none"

    def _nominal_before(self, end: int, low: int) -> Range | None:
        """The phrase right before a verb that begins a relative clause without a pronoun, or whose clause is not understood."""
        found = None
        for k in range(end - 1, max(low, end - 10) - 1, -1):
            if self.tokens[k].kind == "punct" and self.tokens[k].text not in '"«»“”':
                break
            if self.phrases.noun_phrase(k, end) == end and not self.phrases.is_a(k, "adverb"):
                found = (k, end)
        return found

    def _after_pronoun(self, i: int, high: int) -> Range | None:
        """The subject after a verb with فيه، عنها … in between (طالبت فيه كييف)."""
        k = i + 1
        while k < high and self.tokens[k].word.enclitic and self.tokens[k].word.core == self.phrases.preposition(k):
            k += 1
        if k == i + 1 or k >= high or self.phrases.preposition(k):
            return None
        end = self.phrases.noun_phrase(k, high)
        return (k, end) if end > k and self.speaker_kind((k, end)) else None

    def _headline_subject(self, end: int, low: int) -> Range | None:
        """A phrase that fills the place between a clause boundary and the verb (سياسي / وزير الخارجية يؤكد …، أن بلاده ترفض)."""
        k = end - 1
        while k > low and self.tokens[k - 1].kind != "punct" and not self.that(k - 1):
            if end - k > 12:
                return None
            if (
                "و" in self.tokens[k].word.proclitics[:1]
                and not self.tokens[end].word.enclitic
                and self.phrases.noun_phrase(k, end) == end
            ):
                return (k, end) if self.speaker_kind((k, end)) else None
            k -= 1
        boundary = k == low or self.that(k - 1) or self.tokens[k - 1].text[0] in "/|-–.:"
        if not boundary or self.phrases.preposition(k) or k >= end:
            return None
        return (k, end) if self.phrases.noun_phrase(k, end) == end else None

    def unknown_name(self, k: int, stop: int) -> Range | None:
        """The words ``k:stop`` as a speaker, when they are all that stands between a verb and what it introduces."""
        if not 0 < stop - k <= 5:
            return None
        for m in range(k, stop):
            token = self.tokens[m]
            if (
                token.kind != "word"
                or self.finite(m)
                or token.word.verbs
                and token.word.enclitic
                or self.phrases.outside(m)
                or self.phrases.is_a(m, "adverb")
            ):
                return None
            if token.word.enclitic and token.upos in ("ADP", "PRON") or token.upos == "ADP" and not token.word.proclitics:
                return None
        return (k, stop)

    def bare_relative(self, k: int) -> bool:
        """Whether token ``k`` is a verb with a pronoun after an indefinite noun (في مؤتمر عقده): a relative clause without a pronoun."""
        word = self.tokens[k].word
        if not (word.verbs and word.enclitic) or k == 0:
            return False
        before = self.tokens[k - 1]
        return before.kind == "word" and not before.word.definite and before.upos in ("NOUN", "ADJ")

    def finite(self, k: int) -> bool:
        """Whether token ``k`` is a finite verb and not a name that looks like one."""
        token = self.tokens[k]
        return token.upos == "VERB" and not token.word.definite and not self.inside[k] and k not in self._place

    def unknown(self, k: int) -> bool:
        """Whether token ``k`` is a name, or a word without article and clitics that the lexicon does not know: most likely a name."""
        token = self.tokens[k]
        word = token.word
        if token.kind != "word" or word.definite or word.proclitics or k in self._place or self.that(k):
            return False
        if self.inside[k] or token.upos == "PROPN":
            return True
        return not (word.verbs or word.nouns or word.enclitic) and token.upos in ("NOUN", "X") and not word.bare.endswith("ه")

    def _name_too(self, j: int, high: int) -> int:
        """Index after a person's name that follows a title directly."""
        if j < high and j in self._person and not self.tokens[j].word.proclitics:
            return self.phrases.noun_phrase(j, high)
        k = j
        while k < min(high, j + 4) and self.unknown(k):
            k += 1
        return k

    def _cut_name(self, span: Range) -> Range:
        """A subject that is a bare name ends before a noun with the article, which is the verb's object (دعا لافروف الغرب)."""
        k, j = span
        while k < j and self.unknown(k):
            k += 1
        if k == span[0] or k >= j:
            return span
        token = self.tokens[k]
        return (span[0], k) if token.kind == "word" and token.word.definite and not self.inside[k] else span

    def _speaks(self, i: int, span: Range, strict: bool) -> bool:
        head = self.phrases.head(*span)
        if self.tokens[i].word.enclitic and self.phrases.adjective(head) and not self.tokens[head].word.definite:
            return False
        if self.speaker_kind(span) or not strict:
            return True
        return not self.abstract(head)

    def apposition(self, j: int, high: int) -> int:
        """Index after ``، title and name`` or ``، title`` that belongs to the phrase ending at ``j``."""
        if j + 1 >= high or self.tokens[j].text not in "،,":
            return j
        k = j + 1
        if self.tokens[k].word.proclitics or self.phrases.coordinated(k) or self.phrases.outside(k):
            return j
        end = self.phrases.noun_phrase(k, high)
        if end <= k or end >= high:
            return j
        head = self.phrases.head(k, end)
        if self.cues.speakers.get(self.tokens[head].word.bare) != "person" and k not in self._person:
            return j
        after = self.tokens[end]
        if after.text in "،,:" or self.that(end) or end in self.quote_at:
            return end
        return j

    # -- contents ---------------------------------------------------------------------------------------------------------

    def introduce(self, k: int, high: int, cue: Cue, *, start: int | None = None, bare: bool = False) -> Intro | None:
        """Find what introduces the content, from token ``k`` on.

        :param start: the cue; ``near`` content must begin within a few tokens of ``k``.
        :param bare: whether ``k`` follows directly on a known subject, so that a verb there begins the content.
        """
        slots = cue.slots
        tokens, phrases = self.tokens, self.phrases
        addressee: list[Range] = []
        t, steps = k, 0
        claimed = False
        if (
            bare
            and "bare" in slots
            and t < high
            and tokens[t].upos == "VERB"
            and not phrases.coordinated(t)
            and not self.inside[t]
        ):
            return Intro(t, "bare")
        if "object" in slots or "object" in cue.addressee or "predicate" in slots:
            t = self.clauses.skip_adjuncts(k, high) if not self._opens(k, high, cue) else k
            found = self._object(t, high, cue, addressee)
            if isinstance(found, Intro) and not (found.slot == "object" and self._clause_follows(t, high, cue)):
                return found
            if isinstance(found, Intro):
                found = t
            t = max(found, k) if addressee else k
        while t < high and steps < _STEPS:
            steps += 1
            token = tokens[t]
            if token.text in _STOP:
                return None
            if token.text in "،,":
                claimed = False
                if t > k and "object" in slots and self._late_object(t + 1, high, cue):
                    return Intro(t + 1, "object", tuple(addressee))
            end = self._addressed(t, high, cue)
            if end > t:
                addressee.extend(phrases.conjuncts(t if tokens[t].word.core != phrases.preposition(t) else t + 1, end))
                t = end
                continue
            opened = self._opens(t, high, cue) if not (claimed and self.that(t)) else None
            if opened is not None:
                if opened.slot == "near" and t - k > 4:
                    return None
                return Intro(opened.first, opened.slot, tuple(addressee), opened.quote)
            if self.that(t):
                return None
            if token.text == ":" or (t in self.quote_at and t > k and tokens[t - 1].text == ":"):
                return None
            if t > k and self.finite(t):
                if phrases.coordinated(t):
                    return None
                claimed = claimed or any(
                    "clause" in c.slots for r in token.word.verbs for c in self.cues.verbs.get(r.lemma, ())
                )
            preposition = phrases.preposition(t)
            if preposition and token.word.enclitic and token.word.core == preposition:
                t += 1  # له، عنها
                continue
            if preposition and preposition in cue.addressee | {"ل"}:
                noun = t if tokens[t].word.core != preposition else t + 1
                end = phrases.noun_phrase(noun, high)
                if end > noun and self.speaker_kind((noun, end)):
                    addressee.extend(phrases.conjuncts(noun, end))
                    t = end
                    continue
            after = self.clauses.adjunct(t, high)
            if after > t:
                t = after
                continue
            if t in self.quote_at:
                t = self.quote_at[t].last + 1
                continue
            t += 1
        return None

    def _late_object(self, t: int, high: int, cue: Cue) -> bool:
        """Whether an object begins at ``t`` after an insertion between commas (ثمّن المجلس، بمناسبة …، الجهود)."""
        if t >= high or self.tokens[t].kind != "word" or self.phrases.preposition(t) or self.phrases.coordinated(t):
            return False
        if self.finite(t) or self.phrases.outside(t) or not self.phrases.nominal(t) or self.speaker_kind((t, t + 1)):
            return False
        return self.abstract(t) or self.tokens[t].word.definite and not self.phrases.adjective(t) and "clause" not in cue.slots

    def _clause_follows(self, t: int, high: int, cue: Cue) -> bool:
        """Whether the noun at ``t`` is not the content because أن/إن or على comes after it and it is no verbal noun."""
        if "clause" not in cue.slots or self.abstract(self.phrases.head(t, t + 1)):
            return False
        for k in range(t, min(high, t + 24)):
            if self.finite(k) or self.tokens[k].text in ".؛":
                return False
            opened = self._opens(k, high, cue) if k > t else None
            if opened is not None and (opened.slot == "clause" or self.unknown(t) and self.abstract(opened.first)):
                return True
        return False

    def _addressed(self, t: int, high: int, cue: Cue) -> int:
        """Index after an addressee at ``t`` whose preposition could also introduce the content (دعوة إلى المبعوث لزيارة …)."""
        preposition = self.phrases.preposition(t)
        if preposition is None or preposition not in cue.addressee or preposition not in cue.slots:
            return t
        noun = t if self.tokens[t].word.core != preposition else t + 1
        end = self.phrases.noun_phrase(noun, high) if noun < high else noun
        if end <= noun or not self.speaker_kind((noun, end)):
            return t
        after = self.phrases.preposition(end) if end < high else None
        return end if after is not None and after in cue.slots else t

    def _object(self, t: int, high: int, cue: Cue, addressee: list[Range]) -> Intro | int:
        """An object at ``t`` taken as content, or noted as addressee (then the index after it)."""
        tokens, phrases = self.tokens, self.phrases
        if t >= high or (tokens[t].kind == "punct" and t + 1 not in self.quote_at):
            return t
        if self.that(t) or phrases.preposition(t) or phrases.coordinated(t) or tokens[t].upos in ("VERB", "AUX"):
            return t
        if self.bare_relative(t):
            return t
        begin = t + 1 if tokens[t].kind == "punct" else t
        if tokens[t].kind == "punct" and "quote" in cue.slots and self.quote_at[begin].last - begin > 3:
            return t
        end = phrases.noun_phrase(t, high)
        if end <= t:
            return t
        if "object" in cue.addressee and not ("object" in cue.slots and self.abstract(phrases.head(t, end))):
            kind = self.speaker_kind((t, end))
            if kind or not self.abstract(phrases.head(t, end)):
                addressee.extend(phrases.conjuncts(t, end))
                return end
        if "predicate" in cue.slots:
            found = next(
                (
                    k
                    for k in range(end, min(high, end + 6))
                    if phrases.preposition(k) == "ب" or tokens[k].word.norm[:3] == "بان"
                ),
                -1,
            )
            return Intro(t, "predicate", tuple(addressee)) if found >= 0 else t
        if "object" in cue.slots and not ("clause" in cue.slots and t in self._person):
            return Intro(t, "object", tuple(addressee))
        return t

    def _opens(self, t: int, high: int, cue: Cue) -> Intro | None:
        """The content that begins at ``t`` itself."""
        if t >= high:
            return None
        slots = cue.slots
        tokens = self.tokens
        token = tokens[t]
        if token.text in ('"', "«", "“", "‘", "'") and t + 1 in self.quote_at:
            quote = self.quote_at[t + 1]
            if quote.last + 1 < high and tokens[quote.last + 1].text == ":":
                return None
            lead = self.phrases.preposition(t + 1)
            if lead is not None and lead in slots and t + 2 < high and not tokens[t + 1].word.enclitic:
                return Intro(t + 1 if tokens[t + 1].word.core != lead else t + 2, lead, (), quote)
            if "quote" not in slots:
                inner = self._opens(t + 1, high, cue) if self.that(t + 1) else None
                return inner and Intro(inner.first, inner.slot, (), quote)
            if self.that(t + 1) and t + 2 < high:
                return Intro(self.after_that(t + 1), "quote", (), quote)
            if (
                quote.last - quote.first >= 3
                or t + 1 >= high
                or tokens[t - 1].text in ":،,"
                or (t > 0 and tokens[t - 1].upos == "VERB")
            ):
                return Intro(t + 1, "quote", (), quote)
            return None
        if self.that(t):
            ba = token.word.norm.startswith("بان") or token.word.norm == "بالا"
            if not slots & {"clause", "near"} and not (ba and slots & {"ب", "ب+"}):
                return None
            slot = "clause" if "clause" in slots or ba else "near"
            return self._after(self.after_that(t), slot, high)
        if token.text == ":" and "quote" in slots:
            first = t + 1
            if first < high and self.that(first):
                first = self.after_that(first)
            return self._after(first, "quote", high)
        if "question" in slots and token.word.norm in _QUESTION:
            return Intro(t, "question")
        preposition = self.phrases.preposition(t)
        if preposition is None or not (preposition in slots or f"{preposition}+" in slots):
            return None
        if token.word.core == preposition and token.word.enclitic:
            return None
        noun = t if token.word.core != preposition else t + 1
        if noun >= high:
            return None
        if noun > t and tokens[noun].kind == "punct" and noun + 1 in self.quote_at:
            quote = self.quote_at[noun + 1]
            if self.that(noun + 1):
                return Intro(self.after_that(noun + 1), preposition, (), quote)
            return Intro(noun, preposition) if preposition in slots else None
        if noun > t and self.that(noun):
            return self._after(self.after_that(noun), preposition, high)
        if preposition not in slots or self.phrases.outside(noun):
            return None
        if noun in self._place and not (preposition == "ب" and cue.stance in ("support", "condemn")):
            return None
        if preposition == "في" and self.phrases.bare_is(noun, "venue"):
            return None
        if tokens[noun].kind == "punct" or tokens[noun].upos in ("VERB", "AUX"):
            return None
        if preposition in ("ب", "في", "من", "ل") and self.speaker_kind((noun, noun + 1)) and preposition in cue.addressee:
            return None
        return Intro(noun, preposition)

    def _after(self, first: int, slot: str, high: int) -> Intro | None:
        """Content at ``first``, inside the quotation if one opens there."""
        if first >= high:
            return None
        if self.tokens[first].kind == "punct" and first + 1 in self.quote_at and first + 1 < len(self.tokens):
            quote = self.quote_at[first + 1]
            inner = first + 1
            if self.that(inner):
                inner = self.after_that(inner)
            return Intro(inner, slot, (), quote)
        return Intro(first, slot)

    # -- quotation --------------------------------------------------------------------------------------------------------

    def is_name(self, quote: Quote) -> bool:
        """Whether what is quoted is a name and not speech: a known name, or a short one after تنظيم، صحيفة …"""
        if quote.last - quote.first > 5:
            return False
        if quote.first in self._named or quote.first - 1 in self._named:
            return True
        k = quote.first - 2
        if (k >= 0 and self.tokens[k].word.bare in _NAMED_BY) or (k >= 0 and self.tokens[k].word.core in _NAMED_BY):
            return True
        return k >= 1 and self.tokens[k - 1].word.bare in _NAMED_BY and quote.last - quote.first <= 3


def gender_of(token: Token) -> str:
    """The gender that agreement shows for a noun: ``f`` for ة, ات and broken plurals of things; ``x`` when unknown."""
    word = token.word
    if word.stem.endswith("ة") or word.bare.endswith("ات"):
        return "f"
    readings: tuple[NounReading, ...] = word.nouns
    if readings and {r.number for r in readings} == {"s"} and token.upos != "PROPN":
        return "m"
    return "x"


__all__ = ["Draft", "Frames", "Intro", "agrees", "gender_of"]

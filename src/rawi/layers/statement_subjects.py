"""Who speaks by a verbal cue beyond its plain subject: subjects after the object, those addressed, joined clauses."""

from __future__ import annotations

from rawi.document import Doc, Sentence
from rawi.layers.statement_cues import Cue, Cues
from rawi.layers.statement_frames import Frames
from rawi.layers.statement_words import Draft, Intro
from rawi.text.clauses import Range

SPEAKING = ("person", "body", "outlet", "name")
_LEADING = frozenset(("ب", "من", "علي", "الي"))  # prepositions that lead to what is said and seldom belong to a speaker
_LEAD = 16  # tokens before a cue in which its clause can begin


class Subjects:
    """Questions about the subjects of cues and the clauses they stand in."""

    def __init__(self, frames: Frames) -> None:
        self.frames = frames
        self.doc: Doc = frames.doc
        self.tokens = frames.tokens
        self.cues: Cues = frames.cues
        self.phrases = frames.phrases
        self.current: list[Draft] = []  # of the sentence in work

    def _names_speech(self, source: Range) -> bool:
        """Whether a subject is a noun of speaking (وجهت اتهامات)."""
        word = self.tokens[self.phrases.head(*source)].word
        return self.cues.nouns.get(word.norm) is not None and word.norm not in self.cues.speakers

    def _vouches(self, source: Range) -> bool:
        """Whether a phrase is the speaker of a particle before it already."""
        return any(
            d.source is not None and d.source[0] <= source[0] < d.source[1] and d.first >= d.source[1]
            for d in self.current[-2:]
            if d.pattern in ("owner", "as-said", "document", "relay")
        )

    def _told_by(self, i: int, low: int) -> Range | None:
        """The indefinite noun that can speak right before the verb, which begins a relative clause without a pronoun."""
        k = i - 1
        if k < low or self.tokens[k].kind != "word" or self.tokens[k].word.definite or self.tokens[k].word.enclitic:
            return None
        return (k, i) if self.frames.speaker_kind((k, i)) in ("person", "body", "document", "outlet") else None

    def _unknown(self, i: int, intro: Intro) -> Range | None:
        stop = intro.first
        while stop > i + 1 and (self.tokens[stop - 1].kind == "punct" or self.frames.that(stop - 1)):
            stop -= 1
        if self.frames.that(intro.first) and stop > intro.first:
            stop = intro.first
        if i + 1 < stop and self.phrases.preposition(i + 1):
            return None
        quote = self.frames.quote_at.get(i + 2) if i + 2 < stop else None
        if quote is not None and quote.closed and quote.last - quote.first <= 4 and stop <= quote.last + 1:
            return quote.first, quote.last  # أكد «عطية» أن
        return self.frames.unknown_name(i + 1, stop)

    def _introduced(self, i: int, k: int, entries: tuple[Cue, ...]) -> bool:
        """Whether a preposition that introduces the content stands before token ``k``: what follows it is no subject."""
        slots = frozenset[str]().union(*(entry.slots for entry in entries)) - {"ل", "في"}
        if "feeling" in slots:
            slots |= {"عن"}
        for m in range(i + 1, k):
            preposition = self.phrases.preposition(m)
            if preposition in slots and not self.tokens[m].word.enclitic and m not in self.frames.place_starts:
                noun = m if self.tokens[m].word.core != preposition else m + 1
                if preposition != "ب" or self.frames.abstract(noun):
                    return True
        return False

    def _after_object(self, i: int, high: int) -> tuple[Range, Intro] | None:
        """Subject and content of a verb whose object comes first (أعلن الحظر وزير الداخلية)."""
        first = self.frames.clauses.skip_adjuncts(i + 1, high)
        end = self.phrases.noun_phrase(first, high)
        if not first < end < high or self.frames.speaker_kind((first, end)) in SPEAKING:
            return None
        subject = self._subject_at(end, high)
        return (subject, Intro(first, "object")) if subject else None

    def _after_complement(self, i: int, source: Range) -> tuple[Range, Intro] | None:
        """Subject and content of a verb whose complement comes first (دعا إلى الإضراب اتحاد العمال)."""
        preposition = self.phrases.preposition(i + 1)
        if preposition is None or self.frames.clauses.adjunct(i + 1, source[0] + 1) != source[0]:
            return None
        first = i + 1 if self.tokens[i + 1].word.core != preposition else i + 2
        subject = self._subject_at(source[0], source[1])
        return (self._without_listener(subject), Intro(first, preposition)) if subject and first < source[0] else None

    def _quoted_after_complement(self, i: int, high: int) -> tuple[Range, Intro] | None:
        """The same with a subject in quotation marks (دعت إلى التظاهر «تنسيقية …»)."""
        preposition = self.phrases.preposition(i + 1) if i + 1 < high else None
        if preposition is None:
            return None
        end = self.frames.clauses.adjunct(i + 1, high)
        quote = self.frames.quote_at.get(end + 1)
        if quote is None or end + 1 >= high or self.tokens[end].kind != "punct":
            return None
        kind = self.frames.speaker_kind((quote.first, self.phrases.noun_phrase(quote.first, quote.last)))
        first = i + 1 if self.tokens[i + 1].word.core != preposition else i + 2
        return ((quote.first, quote.last), Intro(first, preposition)) if kind in ("person", "body") and first < end else None

    def _subject_at(self, k: int, high: int) -> Range | None:
        """The noun phrase at ``k`` when it can be the subject of a verb before it."""
        if self.phrases.preposition(k) or self.phrases.coordinated(k) or self.phrases.outside(k):
            return None
        end = self.phrases.noun_phrase(k, high)
        if end <= k or self.frames.speaker_kind((k, end)) not in SPEAKING:
            return None
        return k, self.frames.whole_name(end, high)

    def _before_that_at_once(self, i: int, high: int) -> Range | None:
        """The noun phrase between a verb and أن, which is its subject whatever it means (أكد تشريح الجثة أن …)."""
        k = self.frames.clauses.skip_adjuncts(i + 1, high)
        end = self.phrases.noun_phrase(k, high) if k < high else k
        that = k < end < high and self.frames.that(end) and not self.tokens[end].word.norm.startswith("وان")
        return (k, end) if that else None

    def _without_addressee(self, source: Range) -> Range:
        """A subject without the definite plural after it that is spoken to (دعا وزير الخارجية المصري اللبنانيين إلى)."""
        quote = self.frames.quote_end_at.get(source[1] - 1)
        if quote is not None and quote.first - 1 > source[0]:
            head = (source[0], quote.first - 1)
            named = self.cues.bare_is(self.tokens[head[1] - 1], "named by")
            if not named and self.frames.speaker_kind(head) in ("person", "name"):
                return head  # يتهم الجمهوريون «فلانا»
        at = source[1] - 1
        last, before = self.tokens[at].word, self.tokens[at - 1].word
        apart = (
            at > source[0] + 1 and last.definite and not last.proclitics and before.definite and self.phrases.adjective(at - 1)
        )
        if apart and not self.phrases.adjective(at) and self.frames.speaker_kind((at, at + 1)) in ("body", "place"):
            return (source[0], at)  # اتهمت الوزارة الجزائرية المملكة
        plural = last.bare.endswith("ين") and len(last.bare) > 5 and last.definite and not last.proclitics
        if at <= source[0] + 1 or not plural or at in self.frames.named or self.frames.inside[at]:
            return source
        return (source[0], at) if before.definite and not before.bare.endswith(("ين", "ات")) else source

    def _is_its_name(self, source: Range, told: Range) -> bool:
        """Whether a name right after a title with an adjective is the speaker's own (حذر العضو البارز فلان من)."""
        if self.frames.speaker_kind(source) != "person" or told[0] in self.frames.place_starts or told[0] < source[1]:
            return False
        if any(k in self.frames.person_starts for k in range(*source)):
            return False
        if told[0] > source[1]:  # رئيس اللجنة لشؤون الحج فلان
            return told[0] in self.frames.person_starts and self.frames.stretch(*source, told[1]) == told[1]
        if not self.phrases.adjective(source[1] - 1):
            return False
        first = self.tokens[told[0]].word
        named = self.frames.unknown(told[0]) or (told[1] - told[0] > 1 and self.frames.name_part(told[0] + 1))
        return told[0] in self.frames.person_starts or (named and not first.definite and not first.proclitics)

    def _titles(self, source: Range, first: int, high: int) -> int:
        """Index after more titles and the name of a speaker when an object follows them (وزير العدل رئيس المجلس فلان العمل)."""
        if first != source[1] or self.frames.speaker_kind(source) != "person":
            return first
        if self.cues.speakers.get(self.tokens[first].word.bare) != "person" or self.tokens[first].word.proclitics:
            return first
        end = self.frames.whole_name(self.phrases.noun_phrase(first, high), high)
        if not first < end < high or not self.phrases.nominal(end) or self.phrases.preposition(end):
            return first
        return end if self.tokens[end].word.definite and not self.frames.speaker_kind((end, end + 1)) else first

    def _before_content(self, source: Range, entries: tuple[Cue, ...], high: int) -> Range:
        """A subject up to the preposition with a verbal noun that is the content (حذر خبراء أمنيون من احتمال …), and with the
        quoted name right after it (موقع «…»)."""
        slots = frozenset[str]().union(*(entry.slots for entry in entries)) & _LEADING
        for m in range(source[0] + 1, source[1]):
            preposition = self.frames.preposition(m)
            if preposition in slots:
                noun = m if self.tokens[m].word.core != preposition else m + 1
                if noun < high and self.frames.abstract(noun):
                    return source[0], m
        quote = self.frames.quote_at.get(source[1] + 1) if source[1] + 1 < high else None
        if quote is not None and quote.closed and quote.last + 1 < high and self.frames.is_name(quote):
            return source[0], quote.last + 1
        return source

    def _with_seat(self, source: Range, high: int) -> Range:
        """A subject with where it sits, when the one spoken to follows (اتهمت الفرق بالمجلس الحكومة بـ…)."""
        j = source[1]
        if j + 1 >= high or self.phrases.preposition(j) != "ب" or self.frames.speaker_kind((j, j + 1)) not in ("body", "place"):
            return source
        end = self.phrases.noun_phrase(j, high)
        seated = j < end < high and self.tokens[end].word.definite and not self.phrases.preposition(end)
        return (source[0], end) if seated and self.frames.speaker_kind((end, end + 1)) else source

    def _without_listener(self, source: Range) -> Range:
        """A subject without those spoken to after ل (مصدر أمني لصحيفة «الغد»), or without its quotation marks."""
        quote = self.frames.quote_at.get(source[0] + 1)
        if quote is not None and quote.closed and quote.last + 1 == source[1] and self.tokens[source[0]].kind == "punct":
            return quote.first, quote.last
        for m in range(source[0] + 1, source[1]):
            word = self.tokens[m].word
            if "ل" in word.proclitics[:1] and (
                self.cues.speakers.get(word.bare) == "outlet" or self.cues.is_a(self.tokens[m], "listener")
            ):
                return source[0], m
        return source

    def _clause_begin(self, i: int, low: int) -> int:
        """Where the clause of the cue begins when it is joined on after a comma and only adjuncts stand before the cue
        (، وفي وقت سابق أمس، قال …), else -1."""
        tokens = self.tokens
        while i > low and tokens[i - 1].word.core in ("قد", "كان", "كانت"):
            i -= 1
        for k in range(i - 1, max(low, i - _LEAD), -1):
            if tokens[k - 1].text not in "،,؛" or tokens[k].kind == "punct":
                continue
            meanwhile = tokens[k].word.core == "في" and tokens[k + 1].word.norm in ("حين", "المقابل", "وقت", "الوقت")
            joined = meanwhile or "و" in tokens[k].word.proclitics[:1] or tokens[k].text == "و"
            if meanwhile and (k + 2 >= i or (k + 3 == i and self.phrases.is_a(k + 2, "relative"))):
                return k
            if joined or self.cues.is_a(tokens[k], "turn") or self.cues.is_a(tokens[k + 1], "turn"):
                first = k + 1 if tokens[k].text == "و" else k
                return k if first < i and self.frames.clauses.skip_adjuncts(first, i) >= i else -1
        return -1

    def _joined(self, i: int) -> bool:
        """Whether a conjunction or an auxiliary stands at or right before the verb ``i``."""
        if self.phrases.coordinated(i) or i == 0:
            return bool(self.phrases.coordinated(i))
        return self.cues.is_a(self.tokens[i - 1], "auxiliary") or self.cues.is_a(self.tokens[i - 1], "joining")

    def _attached(self, i: int, low: int, *, named: bool = False) -> bool:
        """Whether the clause of the cue is joined on to what stands before it; ``named``: whether its subject is expressed."""
        tokens = self.tokens
        k = i
        while True:
            if "و" in tokens[k].word.proclitics[:1] or (k > low and tokens[k - 1].text == "و"):
                return True
            if k > low and self.cues.is_a(tokens[k - 1], "auxiliary"):
                k -= 1
                continue
            break
        if k <= low:
            return True
        if self.cues.is_a(tokens[k - 1], "joining") or (k - 1 > low and tokens[k - 2].word.core == "الا"):
            return True
        if k - 1 > low and tokens[k - 1].text in "،," and self.cues.is_a(tokens[k - 2], "joining"):
            return True  # لكنه، قال
        if named and self.cues.is_a(tokens[k - 1], "explaining"):
            return True
        for b in range(k - 1, max(low, k - 6), -1):
            if self.cues.is_a(tokens[b], "turn"):
                return True
            if tokens[b].kind != "punct" and not self.phrases.outside(b) and not self.phrases.is_a(b, "adverb"):
                return False
        return False

    def _same_subject(self, i: int, span: Range, sentence: Sentence) -> bool:
        """Whether the verb carries on a verb before it (حذرت … وطالبت الرئاسة بـ), so that the noun after it is its object."""
        if not any(draft.kind == "verb" for draft in self.current) or i <= sentence.first + 1:
            return False
        second = span[1] < sentence.last and self.phrases.noun_phrase(span[1], sentence.last) > span[1]
        if second and self.phrases.preposition(span[1]) is None and self.frames.speaker_kind((span[1], span[1] + 1)):
            return False  # كما حثت السلطات المتظاهرين على
        return span[0] not in self.frames.person_starts and self.frames.speaker_kind(span) in ("body", "place", None)

    def _is_crowd(self, span: Range, i: int, attached: bool) -> bool:
        """Whether the only noun phrase after دعا، طالب … is those addressed and the speaker is left unsaid."""
        head = self.phrases.head(*span)
        word = self.tokens[head].word
        if not attached:
            return False
        follows = self.phrases.noun_phrase(span[1], span[1] + 12) > span[1] and self.phrases.preposition(span[1]) is None
        if follows:  # ودعت السلطات الجماهير إلى: the second is addressed
            return False
        if self.cues.bare_is(self.tokens[head], "crowd") or self.cues.bare_is(self.tokens[span[0]], "crowd"):
            return True
        return word.bare.endswith("ين") and word.definite and len(word.bare) > 5 and head not in self.frames.named

    def _drop(self, i: int, why: str) -> None:
        if self.doc.dropped is not None:
            token = self.tokens[i]
            self.doc.drop("statements", token.start, token.end, token.text, why)

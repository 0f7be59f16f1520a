"""Finds the statements of one sentence: each cue with its speaker and the beginning of its content."""

from __future__ import annotations

from rawi.document import Doc, Sentence, VerbReading
from rawi.layers.statement_cues import Cue, Cues, participle_cue, verb_cue
from rawi.layers.statement_frames import WINDOW, Draft, Frames, Intro
from rawi.layers.statement_links import TURN
from rawi.layers.statement_particles import Particles
from rawi.text.clauses import Range
from rawi.text.fold import fold

# يذكر أن، يشار إلى أن … introduce background in the report's own voice.
_BACKGROUND = frozenset(("ذكر", "أشار", "لفت", "نوه", "علم", "سجل", "لاحظ", "استحق", "ورد"))
_JOINING = frozenset(
    fold(word) for word in ("كما", "ثم", "فيما", "بينما", "لكنه", "لكنها", "ولكنه", "ولكنها", "أنه", "أنها", "وفيما")
)
_AUXILIARY = frozenset(fold(word) for word in ("قد", "وقد", "كان", "كانت", "وكان", "وكانت", "لم", "لا", "ولم"))
_CROWD = frozenset(
    fold(word)
    for word in ("مجتمع", "جميع", "كل", "كافة", "أطراف", "دول", "مواطنين", "سلطات", "جهات", "شعب", "عالم", "أهالي", "سكان", "شباب",
                 "قوى", "حكومات", "قادة", "أعضاء", "جماهير", "ناس", "إخوة", "كلا", "كلتا", "طرفين", "جانبين", "بلدين", "هيئات", "مسلمين")
)  # fmt: skip
_CLAIMED = frozenset(
    fold(word)
    for word in ("هجوم", "هجمات", "هجومين", "عملية", "عمليات", "تفجير", "تفجيرات", "تفجيرين", "مسؤولية", "اعتداء", "اعتداءات", "قتل",
                 "اغتيال", "استهداف", "قصف", "إطلاق", "خطف", "كمين", "ضربة", "انفجار", "حادث", "حادثة", "محاولة", "اختطاف", "إسقاط")
)  # fmt: skip
_DECLINED = frozenset(
    fold(word)
    for word in ("كشف", "تعليق", "ذكر", "إفصاح", "إدلاء", "إجابة", "رد", "إعطاء", "تحديد", "حديث", "خوض", "إفشاء", "نشر")
)
# Cues that hardly ever are another word, whatever the tagger makes of them; a noun reading is right after a preposition.
_ALWAYS_VERBS = frozenset(
    fold(word)
    for word in ("قال", "قالت", "أكد", "أكدت", "نفى", "نفت", "دعا", "دعت", "أدان", "أدانت", "رأى", "رأت", "شدد", "لفت", "طالب", "اتهم",
                 "أضاف", "أعلن", "أوضح", "أشار", "حذر", "ندد", "اعتبر", "هدد", "ذكرت", "كشفت")
)  # fmt: skip
_GOVERN = frozenset(
    fold(word) for word in ("في", "من", "على", "إلى", "عن", "مع", "بعد", "قبل", "بين", "عند", "أي", "كل", "هذا", "ذلك", "هذه")
)
# Prepositions that are written like a verb of the table.
_HOMOGRAPHS = {"عبر": "عبر", "بين": "بين"}
# Written like a form of a cue (أجاب, أدان) but nearly always another word.
_MISREAD = frozenset(("يجب", "تجب", "ويجب", "مدينه"))
_LIGHT_REACH = 14


class Finder:
    """Drafts of the statements of a document, sentence by sentence."""

    def __init__(self, frames: Frames) -> None:
        self.frames = frames
        self.doc: Doc = frames.doc
        self.tokens = frames.tokens
        self.cues: Cues = frames.cues
        self.phrases = frames.phrases
        self.particles = Particles(frames)
        self.current: list[Draft] = []

    def find(self, sentence: Sentence) -> list[Draft]:
        """The drafts of ``sentence`` in order of their cues."""
        drafts: list[Draft] = []
        self.current = drafts
        head = self.particles.headline(sentence)
        if head is not None:
            drafts.append(head)
        i = sentence.first
        while i < sentence.last:
            token = self.tokens[i]
            if token.kind != "word":
                i += 1
                continue
            found = self.particles.at(i, sentence)
            if found is not None:
                drafts.append(found)
                i = found.cue[1]
                continue
            draft = self._at(i, sentence)
            if draft is not None:
                drafts.append(draft)
                more = self._relayed(draft, sentence)
                if more is not None:
                    drafts.append(more)
                    i = max(i, more.cue[1] - 1)
            i += 1
        return drafts

    def _at(self, i: int, sentence: Sentence) -> Draft | None:
        token = self.tokens[i]
        word = token.word
        high = min(sentence.last, i + WINDOW)
        if self.frames.inside[i] or word.norm in _MISREAD or word.core in _MISREAD:
            return None
        if word.verbs and (token.upos in ("VERB", "AUX") or self._may_be_verb(i, sentence.first)):
            found = verb_cue(self.cues, token)
            draft = self._verb(i, found[0], found[1], sentence, high) if found else None
            if draft is not None or token.upos in ("VERB", "AUX"):
                return draft
        homograph = _HOMOGRAPHS.get(word.core if word.proclitics else word.norm)
        if homograph is not None and not (set(word.proclitics) - {"و", "ف"}) and self._homograph(i, homograph, high):
            return self._verb(i, _past(homograph), self.cues.verbs.get(homograph, ()), sentence, high)
        if word.nouns:
            hal = participle_cue(self.cues, token)
            if hal is not None:
                draft = self._participle(i, hal, high)
                if draft is not None:
                    return draft
        cue = self.cues.nouns.get(word.norm)
        if cue is None and word.proclitics:
            cue = self.cues.nouns.get(fold(word.stem + word.enclitic))
        return self._noun(i, cue, sentence, high) if cue is not None else None

    def _homograph(self, i: int, lemma: str, high: int) -> bool:
        """Whether a preposition (عبر، بين، حسب) is the verb written alike: عبر عن …، وبين الوزير أن …"""
        tokens = self.tokens
        if i + 1 >= high:
            return False
        if lemma == "عبر":
            return any(tokens[k].word.norm == "عن" for k in range(i + 1, min(high, i + 8)))
        if self.frames.that(i + 1):
            return True
        end = self.phrases.noun_phrase(i + 1, high)
        return i + 1 < end < high and bool(self.frames.that(end)) and self.frames.speaker_kind((i + 1, end)) is not None

    def _may_be_verb(self, i: int, low: int) -> bool:
        """Whether a word tagged otherwise stands where a verb would: at the head of a clause, not after a preposition or noun."""
        token = self.tokens[i]
        if token.word.definite or token.upos == "ADP" and not token.word.proclitics:
            return False
        if set(token.word.proclitics) - {"و", "ف"}:
            return False
        before = self.tokens[i - 1] if i > low else None
        if token.word.norm in _ALWAYS_VERBS or token.word.core in _ALWAYS_VERBS:
            return before is None or not before.word.norm in _GOVERN
        return before is None or before.kind == "punct" or bool(token.word.proclitics) or before.word.norm in _AUXILIARY

    def _drop(self, i: int, why: str) -> None:
        if self.doc.dropped is not None:
            token = self.tokens[i]
            self.doc.drop("statements", token.start, token.end, token.text, why)

    # -- verbs ------------------------------------------------------------------------------------------------------------

    def _verb(self, i: int, reading: VerbReading, entries: tuple[Cue, ...], sentence: Sentence, high: int) -> Draft | None:
        tokens, frames = self.tokens, self.frames
        if reading.tense == "imperative":
            return None
        if reading.tense == "present" and i > sentence.first and tokens[i - 1].word.norm in ("ان", "لكي", "كي", "الا", "بان"):
            self._drop(i, "the verb after أن is wished or expected, not said")
            return None
        if "ل" in tokens[i].word.proclitics and reading.tense == "present":
            self._drop(i, "a purpose, not something said")
            return None
        if reading.person != "3" and (reading.tense == "present" or reading.person == "2"):
            self._drop(i, "the speaker's own words, not a report of speech")
            return None
        no = frames.negated(i)
        source, how = frames.source(i, reading, sentence.first, high, strict=any("object" in entry.slots for entry in entries))
        if how == "after" and source and self._introduced(i, source[0], entries):
            source, how = None, "none"
        if how == "thing":
            self._drop(i, "its subject cannot speak")
            return None
        attached = self._attached(i, sentence.first)
        if self._relative(i, sentence.first, how):
            high = next((k for k in range(i + 1, high) if tokens[k].text in "،,"), high)
        for entry in entries:
            if not entry.stance:
                continue
            stance = entry.stance
            if no >= 0:
                stance = entry.negated
                if not stance:
                    continue
            subject, to = source, list[Range]()
            k = source[1] if source and how == "after" else i + 1
            if entry.words:
                k = self._after_words(entry, i + 1, k, high)
                if k < 0:
                    continue
            if (
                how == "after" and source and "object" in entry.addressee and reading.person == "3"
                and (self._is_crowd(source, i, attached) or attached and self._same_subject(i, source, sentence))
            ):  # fmt: skip
                subject, to = None, self.phrases.conjuncts(*source)
            intro = self._intro(i, k, high, entry, direct=how == "after", relative=how == "relative")
            if intro is None:
                intro = self._before(i, entry, how)
                if intro is None:
                    continue
            if (
                intro.slot == "object"
                and tokens[i].word.enclitic
                and not entry.addressee
                and entry.lemma not in ("اعتبر", "عد")
            ):
                self._drop(i, "its object is a pronoun")
                continue
            if entry.stance == "reject" and intro.slot == "object" and self.tokens[intro.first].word.bare in _DECLINED:
                self._drop(i, "declining to comment is not a rejection")
                continue
            stance = self._feeling_stance or stance
            if subject is None and not to and how == "none" and intro.slot in ("clause", "quote") and reading.number == "s":
                subject = self._unknown(i, intro)
            if to and how == "after":
                how = "none"
            nobody = subject is None and self._impersonal(i, reading, entry, sentence, attached)
            if how == "bare" and entry.stance == "expect" and reading.tense == "present":
                subject, nobody = None, True
            if nobody and (entry.lemma in _BACKGROUND or entry.stance == "accuse"):
                self._drop(i, "background in the report's own voice")
                return None
            draft = Draft(
                (no if no >= 0 else i, (self._feeling_end if self._feeling_stance else 0) or i + 1),
                entry, "verb", stance, intro.slot,
                gender=reading.gender, number=reading.number,
                source=subject if how not in ("relative", "bare") else None,
                ref=subject if how in ("relative", "bare") else None,
                addressee=to or list(intro.addressee),
                first=intro.first, quote=intro.quote, nobody=nobody, attached=attached,
            )  # fmt: skip
            if intro.slot == "before":
                draft.last = i - 1
                while draft.last > draft.first and tokens[draft.last - 1].kind == "punct":
                    draft.last -= 1
                draft.quote = None
            if how == "relative" and intro.slot not in ("clause", "quote", "near") and intro.first >= 0:
                draft.last = self._nominal_end(intro.first, high)
            if entry.lemma in ("نقل", "نسب") and intro.slot in ("عن", "الي"):
                self._relay_quote(draft, high)
            return draft
        self._drop(i, "no content found after the cue")
        return None

    def _unknown(self, i: int, intro: Intro) -> Range | None:
        stop = intro.first
        while stop > i + 1 and (self.tokens[stop - 1].kind == "punct" or self.frames.that(stop - 1)):
            stop -= 1
        if self.frames.that(intro.first) and stop > intro.first:
            stop = intro.first
        return self.frames.unknown_name(i + 1, stop)

    def _introduced(self, i: int, k: int, entries: tuple[Cue, ...]) -> bool:
        """Whether a preposition that introduces the content stands before token ``k``: what follows it is no subject."""
        slots = frozenset[str]().union(*(entry.slots for entry in entries)) - {"ل", "في"}
        if "feeling" in slots:
            slots |= {"عن"}
        for m in range(i + 1, k):
            preposition = self.phrases.preposition(m)
            if preposition in slots and not self.tokens[m].word.enclitic and m not in self.frames._place:
                noun = m if self.tokens[m].word.core != preposition else m + 1
                if preposition != "ب" or self.frames.abstract(noun):
                    return True
        return False

    def _relative(self, i: int, low: int, how: str) -> bool:
        """Whether the verb begins a relative clause without a pronoun, after an indefinite noun (في مقابلة أذيعت أمس)."""
        if i <= low or how == "before" or self.phrases.coordinated(i):
            return False
        before = self.tokens[i - 1]
        return (
            before.kind == "word"
            and before.upos in ("NOUN", "ADJ")
            and not before.word.definite
            and not before.word.enclitic
            and (i - 2 >= low and self.phrases.preposition(i - 2) is not None or self.phrases.preposition(i - 1) is not None)
        )

    def _attached(self, i: int, low: int) -> bool:
        """Whether the clause of the cue is joined on to what stands before it."""
        tokens = self.tokens
        k = i
        while True:
            if "و" in tokens[k].word.proclitics[:1] or (k > low and tokens[k - 1].text == "و"):
                return True
            if k > low and tokens[k - 1].word.norm in _AUXILIARY:
                k -= 1
                continue
            break
        if k <= low:
            return True
        if tokens[k - 1].word.norm in _JOINING and not (
            tokens[k - 1].word.norm in ("انه", "انها") and not (k - 1 > low and tokens[k - 2].word.core == "الا")
        ):
            return True
        for b in range(k - 1, max(low, k - 6), -1):
            if tokens[b].word.norm in TURN:
                return True
            if tokens[b].kind != "punct" and not self.phrases.outside(b) and not self.phrases.is_a(b, "adverb"):
                return False
        return False

    def _same_subject(self, i: int, span: Range, sentence: Sentence) -> bool:
        """Whether the verb carries on a verb before it in the sentence (حذرت … وطالبت الرئاسة بـ), so that the noun is its object."""
        if not any(draft.kind == "verb" for draft in self.current) or i <= sentence.first + 1:
            return False
        return span[0] not in self.frames._person and self.frames.speaker_kind(span) in ("body", "place", None)

    def _is_crowd(self, span: Range, i: int, attached: bool) -> bool:
        """Whether the only noun phrase after دعا، طالب … is those addressed and the speaker is left unsaid."""
        head = self.phrases.head(*span)
        word = self.tokens[head].word
        if not attached:
            return False
        if word.bare in _CROWD or self.tokens[span[0]].word.bare in _CROWD:
            return True
        return word.bare.endswith("ين") and word.definite and len(word.bare) > 5 and head not in self.frames._named

    def _impersonal(self, i: int, reading: VerbReading, entry: Cue, sentence: Sentence, attached: bool) -> bool:
        if reading.voice == "passive":
            return True
        if reading.tense != "present" or reading.person != "3" or reading.number != "s" or reading.gender != "m":
            return False
        return entry.stance == "expect" or entry.lemma in _BACKGROUND or (entry.lemma == "قال" and reading.voice == "either")

    def _after_words(self, entry: Cue, start: int, subject_end: int, high: int) -> int:
        for k in range(start, min(high, max(start + 3, subject_end + 2))):
            if k + len(entry.words) <= high and all(
                self.tokens[k + n].word.norm == word or (n == len(entry.words) - 1 and self.tokens[k + n].word.core == word)
                for n, word in enumerate(entry.words)
            ):
                return k + len(entry.words)
        return -1

    _feeling_stance = ""
    _feeling_end = 0

    def _intro(self, i: int, k: int, high: int, entry: Cue, *, direct: bool, relative: bool) -> Intro | None:
        self._feeling_stance = ""
        if "feeling" in entry.slots:
            found = self._feeling(k, high)
            if found is not None:
                return found
        if "responsibility" in entry.slots:
            return self._responsibility(k, high)
        if "claim" in entry.slots:
            return self._claim(i, k, high)
        if entry.slots <= {"feeling"}:
            return None
        if i + 1 < high and "bare" in entry.slots and k == i + 1 and self._first_person(i + 1):
            return Intro(i + 1, "bare")
        return self.frames.introduce(k, high, entry, start=i, bare=direct)

    def _nominal_end(self, first: int, high: int) -> int:
        """End of a content without a verb of its own inside a relative clause (التي أعلنت مبايعتها له تضم …), -1 when not clear."""
        if self.frames.that(first - 1) or self.frames.that(first):
            return -1
        k = self.phrases.noun_phrase(first, high)
        while first < k < high:
            after = self.frames.clauses.adjunct(k, high)
            if after == k:
                break
            k = after
        if not (first < k < high and self.frames.finite(k)) or self.phrases.coordinated(k):
            return -1
        before = self.tokens[k - 1]
        return k if before.word.definite or before.word.enclitic or before.upos == "PROPN" else -1

    def _first_person(self, k: int) -> bool:
        token = self.tokens[k]
        return token.upos == "VERB" and bool(token.word.verbs) and all(r.person == "1" for r in token.word.verbs)

    def _feeling(self, k: int, high: int) -> Intro | None:
        """أعرب … عن قلقه من …: the feeling sets the stance, what it is about is the content."""
        tokens = self.tokens
        for t in range(k, min(high, k + 14)):
            token = tokens[t]
            if token.text in ".؛:" or self.frames.that(t):
                return None
            if token.kind != "word":
                continue
            word = token.word
            cue = self.cues.feelings.get(word.bare) or self.cues.feelings.get(word.core)
            if cue is None and word.norm.endswith("ا"):
                cue = self.cues.feelings.get(word.bare[:-1])
            if cue is None or token.upos == "VERB" or (word.proclitics and "و" not in word.proclitics[:1]):
                continue
            self._feeling_stance = cue.stance
            direct = t > k - 1 and tokens[t - 1].word.core != "عن"
            self._feeling_end = t + 1 if direct and t == k else 0
            after = t + 1
            while after < high and (
                self.phrases.adjective(after) or self.phrases.is_a(after, "adverb") or self.phrases.outside(after)
                or (tokens[after].text in ("،", ",") and after + 1 < high and self.phrases.outside(after + 1))
            ):  # fmt: skip
                after += 1
            if after >= high or tokens[after].text[0] in ".،؛,":
                return Intro(t, "feeling")
            if self.frames.that(after):
                return Intro(self.frames.after_that(after), "feeling")
            preposition = self.phrases.preposition(after)
            if preposition and after + 1 < high:
                noun = after if tokens[after].word.core != preposition else after + 1
                if self.frames.that(noun):
                    return Intro(self.frames.after_that(noun), "feeling")
                return Intro(noun, "feeling")
            return Intro(t, "feeling")
        return None

    def _responsibility(self, k: int, high: int) -> Intro | None:
        for t in range(k, min(high, k + 20)):
            if self.tokens[t].text in ".؛:":
                return None
            if self.tokens[t].word.bare in ("مسءوليه", "مسؤوليه", "تبعات", "تبعه"):
                to = self.phrases.noun_phrase(k, t)
                return Intro(t, "responsibility", tuple(self.phrases.conjuncts(k, to)) if to > k else ())
        return None

    def _claim(self, i: int, k: int, high: int) -> Intro | None:
        if self.tokens[i].word.enclitic:
            return Intro(-1, "claim")
        t = self.frames.clauses.skip_adjuncts(k, high)
        if t < high and self.tokens[t].word.bare in _CLAIMED:
            return Intro(t, "claim")
        return None

    def _before(self, i: int, entry: Cue, how: str) -> Intro | None:
        """«…»، قال الوزير: the quotation stands before its cue."""
        if how != "after" or "quote" not in entry.slots or i < 2:
            return None
        k = i - 1
        while k > 0 and self.tokens[k].text in ("،", ",", "-", "–"):
            k -= 1
        if self.tokens[k].text not in '"»”':
            return None
        for quote in reversed(self.doc.quotes):
            if quote.last == k and quote.last - quote.first >= 3:
                return Intro(quote.first, "before", (), quote)
            if quote.end < self.tokens[k].start - 4000:
                break
        return None

    # -- relayed speech -----------------------------------------------------------------------------------------------------

    def _relay_quote(self, draft: Draft, high: int) -> None:
        """نقل … عن فلان قوله إن: the content of نقل begins with whom it quotes."""
        draft.pattern = "relay"

    def _relayed(self, draft: Draft, sentence: Sentence) -> Draft | None:
        """The second statement of نقل … عن فلان (قوله) إن: of the one who is quoted."""
        if draft.pattern != "relay":
            return None
        tokens, frames = self.tokens, self.frames
        first = draft.first
        high = min(sentence.last, first + WINDOW)
        end = self.phrases.noun_phrase(first, high)
        if end <= first:
            return None
        source = (first, frames.apposition(end, high))
        reach = min(high, end + 20)
        for k in range(end, reach):
            word = tokens[k].word
            cue = self.cues.nouns.get(word.norm) or (
                self.cues.nouns.get(fold(word.stem + word.enclitic)) if word.enclitic else None
            )
            if cue is not None and cue.kind == "free" and word.enclitic:
                intro = frames.introduce(k + 1, min(high, k + 12), cue)
                if intro is not None:
                    return Draft(
                        (k, k + 1), cue, "noun", cue.stance, "relayed", source=source, first=intro.first, quote=intro.quote
                    )
            opened = frames._opens(k, high, _QUOTED)
            if opened is not None:
                at = (draft.first - 1, draft.first)
                entry = draft.entry
                return Draft(
                    at, entry, "noun", "say", "relayed", source=source, first=opened.first, quote=opened.quote, outer=draft
                )
            if tokens[k].text in ".؛":
                return None
        return None

    # -- participles and nouns ------------------------------------------------------------------------------------------------

    def _participle(self, i: int, hal: tuple[str, str, tuple[Cue, ...]], high: int) -> Draft | None:
        gender, number, entries = hal
        for entry in entries:
            if entry.words or not entry.stance:
                continue
            intro = self._intro(i, i + 1, high, entry, direct=True, relative=False)
            if intro is None or intro.first < 0:
                continue
            if gender == "f" and not frames_opened(self.frames, intro) and not self._after_comma(i):
                continue
            return Draft(
                (i, i + 1), entry, "participle", self._feeling_stance or entry.stance, intro.slot, gender=gender, number=number,
                addressee=list(intro.addressee), first=intro.first, quote=intro.quote, attached=True, own=True,
            )  # fmt: skip
        self._drop(i, "no content found after the participle")
        return None

    def _after_comma(self, i: int) -> bool:
        return i > 0 and (self.tokens[i - 1].text in "،," or "و" in self.tokens[i].word.proclitics[:1])

    def _noun(self, i: int, cue: Cue, sentence: Sentence, high: int) -> Draft | None:
        tokens, frames, phrases = self.tokens, self.frames, self.phrases
        own = bool(tokens[i].word.enclitic)
        source: Range | None = None
        to: list[Range] = []
        k = i + 1
        if not own and k < high and not phrases.preposition(k) and not phrases.coordinated(k) and not frames.that(k):
            end = k if phrases.adjective(k) and k not in frames._place else phrases.noun_phrase(k, high)
            if end > k and frames.speaker_kind((k, end)):
                if "owner" in cue.addressee:
                    to = phrases.conjuncts(k, end)
                else:
                    source = (k, end)
                k = end
        while k < high and phrases.adjective(k) and not phrases.preposition(k):
            k += 1
        nobody = False
        if source is not None and i > sentence.first:
            source = self._lender(i, sentence) or source
        if source is None and not to:
            source = self._lender(i, sentence)
            if source is None and cue.kind != "free":
                return None
            nobody = source is None and not own
        elif cue.kind == "light" and source is None:
            return None
        if to and source is None:
            source = self._lender(i, sentence)
            nobody = source is None
        intro = (
            self._responsibility(k, min(high, k + 12))
            if "responsibility" in cue.slots
            else frames.introduce(k, min(high, k + 24), cue)
        )
        if intro is None or (intro.slot == "object" and not frames.abstract(intro.first)):
            return None
        word = tokens[i].word
        return Draft(
            (i, i + 1), cue, "noun", cue.stance, f"noun-{intro.slot}",
            gender=("f" if word.enclitic == "ها" else "m") if own else "x",
            number=("p" if word.enclitic == "هم" else "s") if own else "x",
            source=source, addressee=to or list(intro.addressee), first=intro.first, quote=intro.quote, nobody=nobody,
            own=own and source is None,
        )  # fmt: skip

    def _lender(self, i: int, sentence: Sentence) -> Range | None:
        """The subject of a verb that lends it to the noun at ``i`` (جدد الوزير دعوته)."""
        for k in range(i - 1, max(sentence.first, i - _LIGHT_REACH) - 1, -1):
            token = self.tokens[k]
            if self.frames.that(k) or token.text in ".؛:":
                return None
            if token.upos != "VERB":
                continue
            for reading in token.word.verbs:
                if any(not cue.words for cue in self.cues.light.get(reading.lemma, ())):
                    source, _ = self.frames.source(k, reading, sentence.first, i)
                    return source
            return None
        return None


def frames_opened(frames: Frames, intro: Intro) -> bool:
    """Whether the content was introduced by أن/إن or a quotation, which no adjective takes."""
    before = frames.tokens[intro.first - 1]
    return (
        intro.quote is not None
        or intro.slot in ("clause", "quote")
        or bool(frames.that(intro.first - 1) or frames.that(intro.first))
        or before.text == ":"
    )


def _past(lemma: str) -> VerbReading:
    return VerbReading(lemma, "past", "3", "m", "s", "active")


_QUOTED = Cue("", "", "say", frozenset(("clause", "quote")), frozenset())

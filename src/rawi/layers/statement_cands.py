"""Finds the statements of one sentence: each cue with its speaker and the beginning of its content."""

from __future__ import annotations

from rawi.document import Sentence, Token, VerbReading
from rawi.layers.statement_cues import PREPOSITIONS, Cue, participle_cue, verb_cues
from rawi.layers.statement_frames import Frames
from rawi.layers.statement_particles import Particles
from rawi.layers.statement_verbs import CONTINUING, Verbs
from rawi.layers.statement_words import WINDOW, Draft, Intro
from rawi.text.clauses import Range
from rawi.text.fold import fold

# Prepositions that are written like a verb of the table.
_HOMOGRAPHS = {"عبر": "عبر", "بين": "بين"}
_CALLED = frozenset(("يدعي", "تدعي"))  # يدعى: is called, not: claims
_COMPOUND = frozenset(("شبه",))  # شبه العسكرية
_ABOUT = frozenset(("حول", "عن", "بشان"))
_LIGHT_REACH = 14
_NOUN_REACH = 6
_SUBJECT = 10
_MARCH = 24  # tokens between a verb of demonstrating and what it is for
_THEIRS = ("هما", "هم")


class Finder(Verbs):
    """Drafts of the statements of a document, sentence by sentence."""

    def __init__(self, frames: Frames) -> None:
        super().__init__(frames)
        self.particles = Particles(frames)

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
            if draft is not None and not self._said_already(draft):
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
        if self.frames.inside[i] or i in self.frames.place_starts or self.cues.is_a(token, "misread"):
            return None
        if word.core in _CALLED and token.text.endswith("ى"):
            return None
        if word.norm in _COMPOUND or (i > sentence.first and self.tokens[i - 1].word.norm == "غير"):
            return None
        named = (self.calling(i, high) or self.judging(i, high) or self.described(i, high)) if word.verbs else None
        if named is not None:
            return named
        noun = self._of_a_place(i)
        if not noun and word.verbs and (token.upos in ("VERB", "AUX") or self._may_be_verb(i, sentence.first)):
            for reading, entries in verb_cues(self.cues, token):
                if reading.lemma == "دعا" and word.core in _CALLED:
                    continue
                draft = self._verb(i, reading, entries, sentence, high)
                if draft is not None:
                    return draft
            if token.upos in ("VERB", "AUX") and not (word.enclitic and word.nouns):
                return None  # with a pronoun it may be a verbal noun all the same (جددت رفضها)
        homograph = _HOMOGRAPHS.get(word.core if word.proclitics else word.norm)
        if homograph is not None and not (set(word.proclitics) - {"و", "ف"}) and self._homograph(i, homograph, high):
            return self._verb(i, _past(homograph), self.cues.verbs.get(homograph, ()), sentence, high)
        if word.nouns:
            hal = participle_cue(self.cues, token)
            if hal is not None and (i == 0 or (self.tokens[i - 1].kind != "number" and not self._governed(i))):
                # neither 60 مركزا nor في مذكرة
                draft = self._participle(i, hal, high)
                if draft is not None:
                    return draft
        if word.norm == "اشاره" and i > sentence.first and self.tokens[i - 1].text == "في":
            return None  # the report explains what it means
        cue = self._noun_cue(token)
        if cue is None or any(d.cue[1] <= i < d.first for d in self.current[-2:]):
            return None  # no cue, or between a cue and its content (قال في تصريح إن)
        if any(d.source is not None and d.source[0] <= i < d.source[1] for d in self.current[-2:]):
            return None  # who speaks by another cue (أكدت تقارير أن)
        return self._noun(i, cue, sentence, high)

    def _noun_cue(self, token: Token) -> Cue | None:
        """The entry of a noun of speaking; one with his or her pronoun stands for those with other pronouns (التزامهما)."""
        word, nouns = token.word, self.cues.nouns
        written = fold(word.stem + word.enclitic)
        cue = nouns.get(word.norm) or (nouns.get(written) if word.proclitics else None)
        if cue is None and word.definite and word.proclitics == ("ل",) and self.cues.bare_is(token, "objective"):
            return nouns.get(word.bare)  # للمطالبة
        if cue is not None or (not word.nouns and word.verbs):
            return cue
        plural = next((p for p in _THEIRS if written.endswith(p) and len(written) >= len(p) + 3), None)
        if plural is None:
            return None
        base = written[: -len(plural)]
        return nouns.get(base + "ه") or nouns.get(base + "ها")

    def _governed(self, i: int) -> bool:
        """Whether a free-standing preposition stands right before token ``i``."""
        return self.phrases.preposition(i - 1) is not None and self.tokens[i - 1].upos == "ADP"

    def _said_already(self, draft: Draft) -> bool:
        """Whether يقول only leads from the cue before it to its content (كتب الوزير يقول: …)."""
        if draft.entry.lemma != "قال" or draft.kind != "verb" or not self.current:
            return False
        other = self.current[-1]
        return other.kind == "verb" and 0 <= other.first == draft.first and other.cue[1] <= draft.cue[0]

    def _of_a_place(self, i: int) -> bool:
        """Whether a verbal noun with a place as its owner only looks like a masculine verb (وتوعد طهران بالرد)."""
        word = self.tokens[i].word
        if i + 1 >= len(self.tokens) or i + 1 not in self.frames.place_starts or not self.frames.abstract(i):
            return False
        readings = [r for r in word.verbs if r.person == "3" and (r.tense == "past" or self._says(r))]
        return "و" in word.proclitics[:1] and all(reading.gender == "m" for reading in readings)

    def _says(self, reading: VerbReading) -> bool:
        return reading.voice != "passive" and any("clause" in cue.slots for cue in self.cues.verbs.get(reading.lemma, ()))

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
        """Whether a word tagged otherwise stands where a verb would: at the head of a clause, not after a preposition."""
        token = self.tokens[i]
        told = bool(token.word.enclitic) and token.word.core.endswith("ت") and bool(token.word.proclitics)  # وطالبتها
        told = told and any(reading.person == "3" and reading.tense == "past" for reading in token.word.verbs)
        if (token.word.definite and not told) or (token.upos == "ADP" and not token.word.proclitics):
            return False
        if set(token.word.proclitics) - {"و", "ف"}:
            return False
        before = self.tokens[i - 1] if i > low else None
        if self.cues.is_a(token, "always verb"):
            return before is None or not self.cues.is_a(before, "governing")
        if before is None or before.kind == "punct" or token.word.proclitics:
            return True
        if self.frames.that(i - 1) == 2 and not token.word.norm.endswith("ه"):
            return True  # فإنها تشدد على
        if self._fills(low, i):
            return True
        if before.text == "كما" and i + 1 < len(self.tokens) and self.tokens[i + 1].word.enclitic:
            return True  # كما جدد دعوته
        return any(self.cues.is_a(before, name) for name in ("auxiliary", "turn", "meanwhile"))

    def _fills(self, low: int, i: int) -> bool:
        """Whether a definite phrase that can speak fills the place between أن and token ``i`` (إن مكتب الادعاء طلب …)."""
        that = next((k for k in range(i - 2, max(low, i - _SUBJECT) - 1, -1) if self.frames.that(k)), -1)
        if that < 0 or self.frames.that(that) != 1 or self.phrases.preposition(that + 1):
            return False
        last = self.tokens[i - 1]
        ended = last.word.definite or bool(last.word.enclitic) or i - 1 in self.frames.place_starts
        end = self.phrases.noun_phrase(that + 1, i)
        if not ended or end <= that + 1 or self.frames.speaker_kind((that + 1, end)) is None:
            return False
        return end == i or self.frames.clauses.skip_adjuncts(end, i) == i

    def _relayed(self, draft: Draft, sentence: Sentence) -> Draft | None:
        """The second statement of نقل … عن فلان (قوله) إن: of the one who is quoted."""
        if draft.pattern != "relay":
            return None
        tokens, frames = self.tokens, self.frames
        first = draft.first
        high = min(sentence.last, first + WINDOW)
        end = self.phrases.noun_phrase(first, high)
        while end - 1 > first and tokens[end - 1].word.enclitic and self._said(end - 1) is not None:
            end -= 1
        if end <= first:
            return None
        source = (first, frames.apposition(end, high))
        reach = min(high, end + 20)
        for k in range(end, reach):
            cue = self._said(k)
            if cue is not None:
                intro = frames.introduce(k + 1, min(high, k + 12), cue)
                if intro is not None:
                    return Draft(
                        (k, k + 1), cue, "noun", cue.stance, "relayed", source=source, first=intro.first, quote=intro.quote
                    )
            opened = frames.opens(k, high, _QUOTED)
            if opened is not None:
                at = (draft.first - 1, draft.first)
                entry = draft.entry
                return Draft(
                    at, entry, "noun", "say", "relayed", source=source, first=opened.first, quote=opened.quote, outer=draft
                )
            if tokens[k].text in ".؛":
                return None
        return None

    def _said(self, k: int) -> Cue | None:
        """The entry of قوله، قولها … at token ``k``."""
        word = self.tokens[k].word
        cue = self.cues.nouns.get(word.norm) or self.cues.nouns.get(fold(word.stem + word.enclitic))
        return cue if cue is not None and cue.kind == "free" and word.enclitic else None

    def _participle(self, i: int, hal: tuple[str, str, tuple[Cue, ...]], high: int) -> Draft | None:
        gender, number, entries = hal
        for entry in entries:
            if entry.words or not entry.stance:
                continue
            intro = self._intro(i, i + 1, high, entry, direct=True)
            if intro is None or intro.first < 0:
                continue
            if gender == "f" and self._described(i):
                continue  # في منشور مدونة
            if any(self._says_so(k) for k in range(i + 1, intro.first)):
                continue  # ومشيرا لذلك قال الوزير إن
            told = self.tokens[i + 1].word.core == "ايا"
            if gender == "f" and not _opened(self.frames, intro) and not self._after_comma(i) and not told:
                continue
            return Draft(
                (i, i + 1), entry, "participle", intro.stance or entry.stance, intro.slot, gender=gender, number=number,
                addressee=list(intro.addressee), first=intro.first, quote=intro.quote, attached=True, own=True,
                begin=self._going_on(i),
            )  # fmt: skip
        self._drop(i, "no content found after the participle")
        return None

    def _described(self, i: int) -> bool:
        """Whether an indefinite noun stands right before the participle at ``i``, which then is its adjective."""
        before = self.tokens[i - 1] if i > 0 else None
        if before is None or before.kind != "word" or before.upos != "NOUN" or "و" in self.tokens[i].word.proclitics[:1]:
            return False
        indefinite = not (before.word.definite or before.word.enclitic or before.word.norm.endswith("ا"))
        return indefinite and not self.frames.inside[i - 1] and bool(before.word.nouns) and not self.phrases.outside(i - 1)

    def _says_so(self, k: int) -> bool:
        """Whether a finite verb of saying of the main clause stands at ``k``."""
        if not self.frames.finite(k) or self.phrases.is_a(k - 1, "relative") or self.frames.bare_verb(k):
            return False
        return any("clause" in c.slots for r in self.tokens[k].word.verbs for c in self.cues.verbs.get(r.lemma, ()))

    def _going_on(self, i: int) -> int:
        """Index of a verb of going on with which the clause of a participle begins (وتابع قائلا), else -1."""
        for k in range(i - 1, max(i - 4, 0), -1):
            if self.tokens[k].kind == "punct":
                return -1
            if any(reading.lemma in CONTINUING for reading in self.tokens[k].word.verbs) and self.phrases.coordinated(k):
                return k
        return -1

    def _after_comma(self, i: int) -> bool:
        return i > 0 and (self.tokens[i - 1].text in "،," or "و" in self.tokens[i].word.proclitics[:1])

    def _noun(self, i: int, cue: Cue, sentence: Sentence, high: int) -> Draft | None:
        tokens, frames, phrases = self.tokens, self.frames, self.phrases
        theirs = tokens[i].word.norm.endswith("هما")  # of two; the word is not always taken apart
        own = bool(tokens[i].word.enclitic) or theirs
        source: Range | None = None
        to: list[Range] = []
        k = i + 1
        purpose = False
        if not own and k < high and not phrases.preposition(k) and not phrases.coordinated(k) and not frames.that(k):
            end = k if phrases.adjective(k) and k not in frames.place_starts else phrases.noun_phrase(k, high)
            purpose = "ل" in tokens[i].word.proclitics[:1] and self.cues.bare_is(tokens[i], "objective")
            if end > k and frames.speaker_kind((k, end)):
                if "owner" in cue.addressee or purpose:
                    to = phrases.conjuncts(k, end)
                else:
                    source = (k, end)
                k = end
        while k < high and phrases.adjective(k) and not phrases.preposition(k):
            k += 1
        # قوله speaks for whom it refers to, other nouns for the subject of a verb that lends it or for their owner.
        if not (own and cue.kind == "free") and not purpose:
            lent, verb = self._lender(i, sentence)
            source = lent or (source if cue.kind != "light" else None)
            if source is None and own and verb == i - 1 and not any(d.cue[0] <= verb < d.cue[1] for d in self.current):
                return self._lent(i, k, cue, verb, high)
        if source is None and cue.kind not in ("free", "doer") and not to and not self._marching(i, sentence):
            return None
        marching = source is None and not own and not to and self._marching(i, sentence)
        doer = marching or (purpose and bool(to)) or (source is None and cue.kind == "doer")
        own = own or doer
        if k < high and tokens[k].word.norm in _ABOUT and tokens[k].word.norm not in cue.slots:
            return None  # عرضا حول: not an offer
        nobody = source is None and not own
        if nobody and i > sentence.first and tokens[i - 1].word.norm == "اي":
            return None  # لم ترد أي تقارير عن
        intro = (
            self._responsibility(k, min(high, k + 12))
            if "responsibility" in cue.slots
            else frames.introduce(k, min(high, k + 24), cue)
        )
        if intro is None or (intro.slot == "object" and not frames.abstract(intro.first)):
            return None
        if not own and any(frames.finite(m) and not phrases.is_a(m - 1, "relative") for m in range(k, intro.first)):
            return None  # وعكس ادعاءات فلان، أكد الوزير أن: the content of another cue
        if intro.slot in PREPOSITIONS and intro.first - k > _NOUN_REACH and not intro.addressee:
            return None  # the preposition belongs to something else
        word = tokens[i].word
        return Draft(
            (i, i + 1), cue, "noun", cue.stance, "doer" if doer else f"noun-{intro.slot}",
            gender=("f" if word.enclitic == "ها" else "m") if own and not doer and not theirs else "x",
            number=("p" if word.enclitic == "هم" else "s") if own and not doer and not theirs else "x",
            source=source, addressee=to or list(intro.addressee), first=intro.first, quote=intro.quote, nobody=nobody,
            own=own and source is None,
        )  # fmt: skip

    def _marching(self, i: int, sentence: Sentence) -> bool:
        """Whether the noun at ``i`` is what a crowd takes to the streets for (تظاهر المئات للمطالبة بـ)."""
        if "ل" not in self.tokens[i].word.proclitics[:1] or not self.cues.bare_is(self.tokens[i], "objective"):
            return False
        for k in range(i - 1, max(sentence.first, i - _MARCH) - 1, -1):
            token = self.tokens[k]
            if token.text in ".؛:" or self.frames.that(k):
                return False
            if self.cues.bare_is(token, "marching") or any(r.lemma in self.cues.words["marching"] for r in token.word.verbs):
                return True
        return False

    def _owned(self, i: int) -> bool:
        """Whether the noun at ``i`` belongs to the indefinite noun right before it and is no object."""
        before = self.tokens[i - 1]
        if self.frames.inside[i - 1] or self.phrases.outside(i - 1):
            return False
        noun = before.kind == "word" and before.upos == "NOUN" and bool(before.word.nouns) and not before.word.verbs
        return noun and not (before.word.definite or before.word.enclitic or before.word.norm.endswith("ا"))

    def _lent(self, i: int, k: int, cue: Cue, verb: int, high: int) -> Draft | None:
        """The noun at ``i`` with the pronoun of the unexpressed subject of the verb that lends it (كما جددت دعوتها إلى)."""
        reading = next(r for r in self.tokens[verb].word.verbs if r.lemma in self.cues.light)
        joined = bool(self.phrases.coordinated(verb)) or self.tokens[verb - 1].text == "كما"
        intro = self.frames.introduce(k, min(high, k + 24), cue)
        if intro is None or (intro.slot == "object" and not self.frames.abstract(intro.first)):
            return None
        if intro.slot in PREPOSITIONS and intro.first - k > _NOUN_REACH and not intro.addressee:
            return None
        return Draft(
            (i, i + 1), cue, "noun", cue.stance, f"noun-{intro.slot}", gender=reading.gender,
            number="x" if reading.number == "d" else reading.number,
            addressee=list(intro.addressee), first=intro.first, quote=intro.quote, own=True, attached=joined, begin=verb,
        )  # fmt: skip

    def _lender(self, i: int, sentence: Sentence) -> tuple[Range | None, int]:
        """The subject of a verb that lends it to the noun at ``i`` (جدد الوزير دعوته), and the index of the verb or -1."""
        if i > sentence.first and self._owned(i):
            return None, -1  # في سياق مخاوف
        for k in range(i - 1, max(sentence.first, i - _LIGHT_REACH) - 1, -1):
            token = self.tokens[k]
            if self.frames.that(k) or token.text in ".؛:":
                return None, -1
            if token.upos != "VERB" and not (k == i - 1 and token.word.verbs and self._may_be_verb(k, sentence.first)):
                continue
            for reading in token.word.verbs:
                if any(not cue.words for cue in self.cues.light.get(reading.lemma, ())):
                    source, _ = self.frames.source(k, reading, sentence.first, i)
                    return source, k
            return None, -1
        return None, -1


def _opened(frames: Frames, intro: Intro) -> bool:
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

"""Verbs and participles of saying: what makes them statements, with which stance, and whose."""

from __future__ import annotations

from dataclasses import replace

from rawi.document import Sentence, VerbReading
from rawi.layers.statement_calling import Calling
from rawi.layers.statement_cues import Cue
from rawi.layers.statement_subjects import SPEAKING
from rawi.layers.statement_words import Draft, Intro
from rawi.text.clauses import Range

_SOON = 8  # tokens within which a quotation must begin after زاد، كرر …


# Verbs that carry on the speech of whoever spoke last.
CONTINUING = frozenset(("أضاف", "تابع", "أردف", "استطرد", "واصل", "أكمل", "استدرك", "اختتم", "ختم", "زاد"))


class Verbs(Calling):
    """Makes drafts of verbal cues."""

    def _verb(self, i: int, reading: VerbReading, entries: tuple[Cue, ...], sentence: Sentence, high: int) -> Draft | None:
        tokens, frames = self.tokens, self.frames
        if reading.tense == "imperative":
            return None
        wished = i > sentence.first and tokens[i - 1].word.norm in ("ان", "لكي", "كي", "الا", "بان")
        if wished and i - 2 >= sentence.first and tokens[i - 2].word.core in ("بعد", "قبل", "منذ", "الي"):
            wished = False  # بعد أن يعلن
        if wished and reading.tense == "present":
            self._drop(i, "the verb after أن is wished or expected, not said")
            return None
        if reading.tense == "past" and not tokens[i].word.proclitics and self._after_that(i, sentence.first):
            self._drop(i, "no verb of the past follows أن")
            return None
        if "ل" in tokens[i].word.proclitics and reading.tense == "present":
            self._drop(i, "a purpose, not something said")
            return None
        if reading.person != "3" and (reading.tense == "present" or reading.person == "2"):
            self._drop(i, "the speaker's own words, not a report of speech")
            return None
        no = frames.negated(i)
        source, how = frames.source(i, reading, sentence.first, high, strict=any("object" in entry.slots for entry in entries))
        late: tuple[Range, Intro] | None = None
        if how == "after" and source and source[0] == i + 1 and self._no_subject(i + 1, entries):
            source, how = None, "none"
        if how == "before" and source is not None and self._vouches(source):
            source = frames.clauses.subject_after(i, lemma=reading.lemma, stop=high)  # حسب الوكالة تدافع فلانة
            how = "after" if source else "none"
        if how == "after" and source and self._introduced(i, source[0], entries):
            late = self._after_complement(i, source)
            source, how = None, "none"
        elif how == "none" and reading.number == "s":
            late = self._quoted_after_complement(i, high)
        elif how == "abstract" and any("object" in entry.slots for entry in entries):
            late = self._after_object(i, high)
        if how == "after" and source:
            source = self._before_content(source, entries, high)
        if how == "abstract":
            thing = self._before_that_at_once(i, high)
            source, how = (thing, "after") if thing else (source, how)
        if how == "after" and source and any("object" in entry.addressee for entry in entries):
            source = self._with_seat(self._without_addressee(source), high)
        if how == "after" and source:
            source = self._without_listener(source)
        pronoun = i + 1 < high and frames.that(i + 1) == 2
        if pronoun and how in ("thing", "bare") and (source is None or frames.speaker_kind(source) not in SPEAKING):
            source, how = None, "none"  # طائرة قال إنها تابعة للحزب: whoever spoke before
        if how == "thing":
            self._drop(i, "its subject cannot speak")
            return None
        begin = self._clause_begin(i, sentence.first)
        attached = begin >= 0 or self._attached(i, sentence.first, named=how == "after")
        if self._relative(i, sentence.first, how):
            high = next((k for k in range(i + 1, high) if tokens[k].text in "،,"), high)
        backward = how == "after" and i > 0 and tokens[i - 1].kind == "punct"  # «…»، قال الوزير: only when nothing follows
        for entry, looks_back in [(e, False) for e in entries] + [(e, True) for e in entries if backward]:
            if not entry.stance:
                continue
            stance = entry.stance
            if no >= 0:
                stance = entry.negated
                if not stance:
                    continue
            subject, to = source, list[Range]()
            k = source[1] if source and how == "after" else i + 1
            if how == "after" and k < high and tokens[k].text in "،," and any(tokens[m].text in "،," for m in range(i + 1, k)):
                k += 1  # the comma that closes an apposition
            if entry.lemma in CONTINUING and "clause" not in entry.slots:
                high = min(high, frames.inserted(k, high) + _SOON)  # زاد، كرر … speak only when a quotation comes soon
            if entry.words:
                k = self._after_words(entry, i + 1, k, high)
                if k < 0:
                    continue
            if (
                how == "after" and source and "object" in entry.addressee and reading.person == "3"
                and (self._is_crowd(source, i, attached) or (attached and self._same_subject(i, source, sentence)))
            ):  # fmt: skip
                subject, to = None, self.phrases.conjuncts(*source)
            intro = self._intro(i, k, high, entry, direct=how == "after")
            if late is not None and intro is not None and intro.first == late[1].first:
                subject, how, intro = late[0], "after", late[1]
            if intro is None and how == "after" and subject is not None and subject == source and "bare" in entry.slots:
                end = frames.stretch(*subject, high)
                if subject[1] < end < high and frames.finite(end) and not self.phrases.coordinated(end):
                    subject, intro = (subject[0], end), Intro(end, "bare")
            alone = intro is None and "predicate" in entry.slots and how == "after" and attached
            if alone and source and source[1] < high and frames.called(source[1], source[1] + 1) >= 0:
                subject, how, intro = None, "none", Intro(source[0], "predicate")  # ووصف فلانا بأنه: the noun is the object
            if intro is None and looks_back:
                intro = self._before(i, entry, how) or self._trailing(i, entry, how, source, sentence)
            if intro is None:
                continue
            if subject is None and not to and how == "none" and intro.slot in ("clause", "quote") and reading.number == "s":
                subject = self._unknown(i, intro)
                how = "after" if subject else how
            intro = self._counted(intro, i) if intro.slot == "object" else intro
            why = self._unfit(i, reading, entry, intro, subject or source, how, attached or i == sentence.first)
            if why:
                self._drop(i, why)
                continue
            back = i > sentence.first and self.phrases.is_a(i - 1, "relative") and i + 1 < high and tokens[i + 1].word.enclitic
            if back and intro.slot != "clause" and frames.preposition(i + 1) in entry.slots:
                self._drop(i, "what it speaks of stands before it")
                continue
            if entry.stance == "reject" and intro.slot == "object" and self.cues.bare_is(tokens[intro.first], "declined"):
                self._drop(i, "declining to comment is not a rejection")
                continue
            if intro.slot == "object" and how == "after" and subject and subject[0] < intro.first < subject[1]:
                subject = (subject[0], intro.first)
            if intro.slot == "object" and how == "after" and subject and subject == source and "object" not in entry.addressee:
                end = self._titles(subject, intro.first, high)
                again = self._intro(i, end, high, entry, direct=True) if end > intro.first else None
                if again is not None:
                    subject, intro = (subject[0], end), again
            if intro.slot == "object" and how == "after" and subject is not None and subject == source:
                subject, intro = self._named(subject, intro, entry, high)
            if how == "after" and subject is not None and subject == source:
                subject, intro = self._widened(subject, intro, entry, high)
            if intro.slot == "predicate":
                intro = self.judged_predicate(intro, stance, high)
            stance = intro.stance or stance
            if entry.lemma == "نوه" and intro.slot == "ب":
                stance = "support"
            if entry.lemma in ("ادعى", "زعم") and (frames.that(intro.first) == 2 or tokens[intro.first].word.enclitic):
                stance = "say"  # a claim about oneself blames nobody
            if how == "after" and "object" in entry.addressee and not to and not intro.addressee and not attached:
                told = self._told_by(i, sentence.first)
                if told is not None and source is not None:  # تقرير يتهم السلطات بـ
                    subject, how, to = told, "bare", self.phrases.conjuncts(*source)
            if entry.lemma in ("اتهم", "حمل") and how == "after" and source and not to and not intro.addressee:
                at = next(
                    (m for m in range(source[0] + 1, source[1]) if m in frames.place_starts and not frames.preposition(m)), -1
                )
                if at > 0:  # اتهم الوزير اللبناني قبرص
                    subject, to = (source[0], at), [(at, source[1])]
                else:  # nobody is accused without being named
                    subject, to = None, self.phrases.conjuncts(*source)
            if to and how == "after" and subject is None:
                how = "none"
            impersonal = self._impersonal(i, reading, entry)
            nobody = subject is None and impersonal and not frames.pronoun_that(i - 1)
            if how in ("bare", "relative") and impersonal and (entry.stance == "expect" or reading.voice == "passive"):
                subject, nobody = None, True
            spoken = frames.speaker_kind(source) in SPEAKING if source is not None else True
            if (
                entry.lemma == "نسب"
                and source is not None
                and (how in ("bare", "relative") or (how == "before" and not spoken))
            ):
                return self._ascribed(i, reading, entry, source, intro, attached)
            if entry.lemma == "نسب" and how in ("after", "before") and subject is not None and subject == source:
                deed = self._deed(subject[1] if how == "after" else i + 1, intro, high)
                if deed is not None:  # نسبت السلطات الهجوم إلى الجماعة
                    return replace(self._ascribed(i, reading, entry, deed, intro, attached), source=subject, nobody=False)
            if nobody and (entry.lemma in self.cues.background or entry.stance == "accuse"):
                self._drop(i, "background in the report's own voice")
                return None
            if (
                how == "after"
                and subject
                and len(intro.addressee) == 1
                and not to
                and self._is_its_name(subject, intro.addressee[0])
            ):
                subject, intro = (subject[0], intro.addressee[0][1]), replace(intro, addressee=())
            draft = Draft(
                (no if no >= 0 else i, intro.cue_end or i + 1),
                entry, "verb", stance, intro.slot,
                gender=reading.gender, number=reading.number,
                source=subject if how not in ("relative", "bare") else None,
                ref=subject if how in ("relative", "bare") else None,
                addressee=to or list(intro.addressee),
                first=intro.first, quote=intro.quote, nobody=nobody, attached=attached, begin=begin,
            )  # fmt: skip
            if i > sentence.first and tokens[i - 1].word.norm == "اذ" and intro.first >= 0:
                draft.last = self._before_main(intro.first, high)
            if late is not None and intro is late[1]:
                draft.last = late[0][0]
                while draft.last - 1 > draft.first and tokens[draft.last - 1].kind == "punct":
                    draft.last -= 1
            if intro.slot == "before":
                draft.last = i - 1
                while draft.last > draft.first and tokens[draft.last - 1].kind == "punct":
                    draft.last -= 1
                draft.quote = None
            relative = how == "relative" or (i > sentence.first and self.phrases.is_a(i - 1, "relative"))
            if relative and intro.slot not in ("clause", "quote", "near") and intro.first >= 0:
                draft.last = self._nominal_end(intro.first, high)
            if entry.lemma in ("نقل", "نسب") and intro.slot in ("عن", "الي"):
                draft.pattern = "relay"
            return draft
        self._drop(i, "no content found after the cue")
        return None

    def _unfit(
        self, i: int, reading: VerbReading, entry: Cue, intro: Intro, source: Range | None, how: str, attached: bool
    ) -> str:
        """Why a cue with a content is no statement after all; empty when it is one."""
        kind = self.frames.speaker_kind(source) if source is not None else None
        judging = entry.lemma in ("اعتبر", "عد") and intro.slot == "object"
        pronoun = bool(self.tokens[i].word.enclitic)
        singular = reading.tense == "present" and reading.gender == "m" and reading.number == "s"
        if how == "abstract" and intro.slot in ("clause", "quote", "near"):
            return "its subject cannot speak"
        regarded = entry.lemma == "عد" and singular and how in ("after", "relative", "bare")
        regarded = regarded or kind not in ("person", "body", "outlet", "name")
        if judging and not pronoun and reading.tense == "present" and regarded:
            return "is considered: nobody in particular says so"
        if intro.slot == "object" and pronoun and not judging and "object" not in entry.addressee:
            return "its object is a pronoun"
        if entry.lemma in ("نقل", "رأى") and source is not None and kind is None:
            return "its subject cannot speak"
        if how == "after" and source is not None and kind is None and self._names_speech(source):
            return "its subject is something said"
        goes_on = how == "none" and reading.tense == "past" and self._joined(i)
        if entry.lemma == "قدر" and intro.slot == "object" and not goes_on and (how != "after" or kind not in SPEAKING):
            return "is estimated: nobody in particular says so"
        if entry.lemma == "أعلم" and reading.tense == "present" and not pronoun and not intro.addressee:
            return "knowing is not saying"
        if entry.lemma == "علم" and (kind not in ("outlet", "name") or reading.tense == "present"):
            return "knowing is not saying"
        if entry.lemma in ("هدد", "أنذر") and source is not None and kind is None:
            return "a danger, not a threat"
        if entry.lemma == "اشتبه" and singular and how in ("none", "bare", "before"):
            return "is suspected: nobody in particular says so"
        if entry.lemma == "عقب" and source is None:
            return "after something, not: he commented"
        if entry.lemma == "دافع" and source is not None and kind is None:
            return "a thing defends nobody"
        if entry.lemma == "حيا" and self.cues.bare_is(self.tokens[intro.first], "commemorated"):
            return "a day is commemorated"
        if entry.lemma == "ادعى" and intro.slot == "object" and not self.tokens[intro.first].word.enclitic:
            return "nothing about oneself is claimed"
        if entry.lemma == "أمل" and intro.slot == "object" and not self.frames.abstract(intro.first):
            return "no verbal noun is hoped for"
        if entry.lemma == "أمر" and how == "none" and attached and not self._joined(i):
            return "an order, and nobody who gives it"
        if (
            entry.lemma == "كتب"
            and attached
            and not self._joined(i)
            and self.tokens[min(i + 1, len(self.tokens) - 1)].text in "-:–"
        ):
            return "a byline"
        headless = (
            how in ("none", "abstract") and source is None and attached and not self._joined(i) and reading.tense == "past"
        )
        if headless and intro.slot == "object" and not pronoun and not self.frames.pronoun_that(i - 1):
            return "a superlative or a verb without anybody"
        if entry.lemma == "وعد" and reading.tense == "present" and source is not None and kind is None:
            return "is regarded as something, not: he promises"
        if entry.lemma == "وجه" and intro.slot == "ب" and not self.frames.abstract(intro.first):
            return "something is directed at somebody, nothing is ordered"
        directed = entry.lemma == "وجه" and "object" in entry.addressee and bool(intro.addressee)
        if directed and not any(self.frames.speaker_kind(span) for span in intro.addressee):
            return "a thing is directed, nobody is told"
        follows = self.tokens[min(i + 1, len(self.tokens) - 1)].word.norm
        if entry.lemma == "أبلغ" and reading.tense == "present" and follows in ("من", "نحو", "حوالي"):
            return "amounts to, not: informs"
        if entry.lemma == "وعد" and reading.tense == "present" and intro.slot == "quote":
            return "is regarded as something, not: he promises"
        if entry.lemma == "دعا" and kind not in SPEAKING and self.cues.bare_is(self.tokens[intro.first], "stirred"):
            return "it stirs a feeling and calls for nothing"
        if entry.lemma in ("بين", "أبان") and reading.tense == "present" and how == "none":
            return "it turned out: nobody says so"
        alone = (
            how == "none"
            and not attached
            and not self.frames.pronoun_that(i - 1)
            and reading.person == "3"
            and reading.voice != "passive"
        )
        if alone and reading.number == "p" and intro.slot == "clause":
            return ""  # an agreeing subject may stand farther off (تداول ناشطون مقطعا يدعون أنه)
        if alone and entry.stance != "expect" and (reading.tense == "present" or not entry.slots & {"clause", "quote"}):
            return "nobody who speaks before or after it"
        return ""

    def _no_subject(self, k: int, entries: tuple[Cue, ...]) -> bool:
        """Whether the noun right after a cue is what is felt (أبدى تعاطفا), or a verb of the first person (قال رصدنا)."""
        if any("bare" in entry.slots for entry in entries) and self._firstperson_starts(k):
            return True
        bare = self.tokens[k].word.bare
        felt = bare.endswith("ا") and not self.tokens[k].word.definite and bare[:-1] in self.cues.feelings
        return felt and any("feeling" in entry.slots for entry in entries)

    def _after_that(self, i: int, low: int) -> bool:
        """Whether أن stands right before the verb, or before the mark that opens a quotation at the verb."""
        k = i - 1
        if k > low and i in self.frames.quote_at:
            k -= 1
        return k > low and self.frames.that(k) == 1

    def _ascribed(self, i: int, reading: VerbReading, entry: Cue, deed: Range, intro: Intro, attached: bool) -> Draft:
        """هجمات نسبت إلى جماعة: nobody says it, the group is accused, the attacks are what it is accused of."""
        to = self.phrases.conjuncts(intro.first, max(self.phrases.noun_phrase(intro.first, len(self.tokens)), intro.first + 1))
        return Draft(
            (i, i + 1), entry, "verb", "accuse", "ascribed", gender=reading.gender, number=reading.number,
            addressee=to, first=deed[0], last=deed[1], nobody=True, attached=attached,
        )  # fmt: skip

    def _deed(self, k: int, intro: Intro, high: int) -> Range | None:
        """The noun phrase at ``k`` up to إلى that somebody is said to have done, unless it is something said."""
        end = self.phrases.noun_phrase(k, high) if k < high and not self.phrases.preposition(k) else k
        if end <= k or self.phrases.preposition(end) != "الي" or end + 1 != intro.first:
            return None
        return (k, end) if not self._names_speech((k, end)) and self.frames.speaker_kind((k, end)) is None else None

    def _before_main(self, first: int, high: int) -> int:
        """Where a content after إذ ends: before فإن of the main clause (والنقابة إذ تستنكر القرار فإنها تدعو), else -1."""
        last = next(
            (k for k in range(first + 1, high) if self.tokens[k].word.norm.startswith("فان") and self.frames.that(k)), -1
        )
        while last - 1 > first and self.tokens[last - 1].kind == "punct":
            last -= 1
        return last

    def _counted(self, intro: Intro, i: int) -> Intro:
        """An object that begins with a number, from the verbal noun before it on (أعلنت المصادر مقتل 12 شخصا)."""
        first = intro.first
        number = self.tokens[first].kind == "number" or self.tokens[first].upos == "NUM"
        if number and first - 1 > i and self.frames.abstract(first - 1) and not self.phrases.outside(first - 1):
            return replace(intro, first=first - 1)
        return intro

    def _named(self, subject: Range, intro: Intro, entry: Cue, high: int) -> tuple[Range, Intro]:
        """The subject with a first name that looks like a verbal noun (الوزير إحسان عبد الله على), and what comes after it."""
        first = intro.first
        if first != subject[1] or first + 2 >= high or not self._first_name(first):
            return subject, intro
        end = self.frames.stretch(*subject, high)
        found = self.frames.opens(end, high, entry) if end > first + 1 else None
        return ((subject[0], end), found) if found is not None else (subject, intro)

    def _first_name(self, k: int) -> bool:
        """Whether the noun at ``k`` has no article or pronoun and is followed by the rest of a name."""
        word, after = self.tokens[k].word, self.tokens[k + 1]
        if word.definite or word.enclitic or word.proclitics or word.norm.endswith("ات") or word.norm in self.cues.nouns:
            return False
        return after.upos == "PROPN" or k + 1 in self.frames.person_starts or self.frames.name_part(k + 1)

    def _widened(self, subject: Range, intro: Intro, entry: Cue, high: int) -> tuple[Range, Intro]:
        """The subject with the nouns and names that follow it before أن or a quotation, which then are not addressed."""
        i, j = subject
        that = intro.first > 0 and bool(self.frames.that(intro.first - 1) or self.frames.that(intro.first))
        if not (that or intro.slot in ("clause", "quote", "near")) or intro.first <= j or "object" in entry.addressee:
            return subject, intro
        end = self.frames.stretch(i, j, min(high, intro.first))
        if end == j or (end == intro.first and not self.frames.that(end - 1)):
            return subject, intro
        left = tuple(span for span in intro.addressee if span[0] >= end)
        return (i, self.frames.whole_name(end, high)), replace(intro, addressee=left)

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
            and ((i - 2 >= low and self.phrases.preposition(i - 2) is not None) or self.phrases.preposition(i - 1) is not None)
        )

    def _impersonal(self, i: int, reading: VerbReading, entry: Cue) -> bool:
        if reading.voice == "passive":
            return True
        if reading.tense != "present" or reading.person != "3" or reading.number != "s" or reading.gender != "m":
            return False
        return (
            entry.stance == "expect"
            or entry.lemma in self.cues.background
            or (entry.lemma == "قال" and reading.voice == "either")
        )

    def _after_words(self, entry: Cue, start: int, subject_end: int, high: int) -> int:
        for k in range(start, min(high, max(start + 3, subject_end + 2))):
            if k + len(entry.words) <= high and all(
                self.tokens[k + n].word.norm == word or (n == len(entry.words) - 1 and self.tokens[k + n].word.core == word)
                for n, word in enumerate(entry.words)
            ):
                return k + len(entry.words)
        return -1

    def _nominal_end(self, first: int, high: int) -> int:
        """End of a content without a verb inside a relative clause (التي أعلنت مبايعتها له تضم …), -1 when not clear."""
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

"""Who speaks: the subject of a cue before or after it, over relative clauses, and names that no table knows."""

from __future__ import annotations

from rawi.document import VerbReading
from rawi.layers.statement_cues import participle_cue
from rawi.layers.statement_words import Words
from rawi.text.clauses import Range

_MOST_TITLE = 14  # words of a title and name after its first noun
_LEADING_VERBS = frozenset(("كان", "كانت", "كانوا", "قد", "لم", "لا", "لن", "يزال", "تزال", "يزالون", "زال", "مازال"))
_NAME_PARTS = frozenset(
    ("بالحاج", "بلحاج", "بالشيخ", "بلقاسم", "بلعيد", "عبد", "ابو", "ابن", "بن", "ام", "ال", "سيف", "نور", "صلاح", "علاء", "شمس")
)


class Sources(Words):
    """Finds the speaker of a cue. All look-ahead stays in the sentence."""

    def source(self, i: int, reading: VerbReading, low: int, high: int, *, strict: bool = True) -> tuple[Range | None, str]:
        """The speaker of the verb ``i`` and how it was found: ``before``, ``after``, ``relative`` (with its pronoun), ``bare``
        (a relative clause without one), ``thing`` and ``abstract`` (before and after: a subject that cannot speak) or ``none``.

        :param strict: whether a verbal noun after the verb is its object and not its subject.
        """
        k = i
        while k > low and (self.tokens[k - 1].word.core in _LEADING_VERBS or self.phrases.is_a(k - 1, "adverb")):
            k -= 1
        if k > low and self.phrases.is_a(k - 1, "relative"):
            found = self._who(self.clauses.antecedent(k - 1))
            own = self._resumed(i, reading, found, high)
            if own is not None:
                return own, "after"
            if (self.tokens[k - 1].word.norm, reading.gender) in (("الذي", "f"), ("التي", "m")):
                resumes = self._about_it(i, high) or bool(self.tokens[i].word.enclitic) or (i + 1 < high and self.that(i + 1))
                if resumes and found and self.speaker_kind(found) in ("person", "name"):
                    return found, "relative"
                return None, "none" if resumes else "thing"
            if found and not self.speaker_kind(found) and self._about_it(i, high):
                return None, "none"  # الشروط التي قال عنها إنها
            return found, "relative" if found else "none"
        if reading.person != "3":
            return None, "none"
        if k > low and self.tokens[k - 1].word.norm in ("مما", "ما"):
            return None, "thing"
        before = None
        joined = self.phrases.coordinated(i) or self.phrases.coordinated(k) or "ف" in self.tokens[i].word.proclitics[:1]
        if not joined and k > low:
            before = self.clauses.subject_before(i, lemma=reading.lemma)
            if before is None or not self.speaker_kind(before):
                before = self._headline_subject(k, low) or self._set_off(k, low) or before
            if before is None and k - 1 > low and self.tokens[k - 1].word.norm == "اذ":
                before = self._headline_subject(k - 1, low)  # والنقابة إذ تستنكر القرار فإنها
            if before and (before[0] < low or (reading.number == "p" and self._singular(before))):
                before = None
            if before and self.speaker_kind(before):
                told = self._after_pronoun(i, reading, high) if self._about_it(i, high) else None
                return (told, "after") if told else (before, "before")
        if before is None or not self.speaker_kind(before):
            topic = self._topic(k, low)
            if topic is not None:
                return topic, "before"
        if reading.number == "s":
            after = self.clauses.subject_after(i, lemma=reading.lemma, stop=high) or self._after_pronoun(i, reading, high)
            if after and (self.tokens[after[0]].word.norm in ("ما", "من", "ماذا") or self.bare_relative(after[0])):
                after = None
            if after and self.tokens[after[0]].upos in ("ADP", "PRON"):
                after = None
            if after and participle_cue(self.cues, self.tokens[after[0]]) is not None:
                after = None  # … ، مؤكدا أن
            if after and (self._left_over(after, i) or self.cues.is_a(self.tokens[after[0]], "outlet part")):
                after = None
            if after is None and before is not None and not self.speaker_kind(before):
                owned = i + 2 < high and bool(self.tokens[i + 1].word.enclitic) and self.phrases.nominal(i + 1)
                after = (i + 1, i + 2) if owned and self.that(i + 2) else None  # يدعي ناشروه أنه
                if after:
                    return after, "after"
            if after and not any(self.that(m) for m in range(i + 1, after[0] + 1)) and self._speaks(i, after, strict):
                if before is None or self.speaker_kind(after):
                    after = self._cut_name(after)
                    return (after[0], self.whole_name(after[1], high, reading.gender)), "after"
            elif after and not any(self.that(m) for m in range(i + 1, after[0] + 1)):
                return None, "abstract"
            if after is None and before is None and not strict:
                late = self._before_that(i, high)
                if late is not None:
                    return late, "after"
        if before is None and not joined and i > low and not self.tokens[i].word.enclitic:
            before = self._nominal_before(k, low)
            if before is not None and (self._spoken_in(i, high) or self._governed(before, low)):
                return None, "none"
            if before is not None and not self.abstract(self.phrases.head(*before)):
                return before, "bare"
        if before is not None:
            return (None, "thing") if self.abstract(self.phrases.head(*before)) else (before, "before")
        return None, "none"

    def _who(self, span: Range | None) -> Range | None:
        """The person at the end of an antecedent whose head cannot speak (مواقف الرئيس فلان الذي)."""
        if span is None or self.speaker_kind(span):
            return span
        for k in range(span[0] + 1, span[1]):
            if self._calling(self.tokens[k].word) == "person" or k in self.person_starts:
                return k, span[1]
        return span

    def _about_it(self, i: int, high: int) -> bool:
        """Whether a preposition with a pronoun follows the verb at ``i``."""
        return i + 1 < high and bool(self.tokens[i + 1].word.enclitic) and self.phrases.preposition(i + 1) is not None

    def _resumed(self, i: int, reading: VerbReading, antecedent: Range | None, high: int) -> Range | None:
        """The subject after a verb in a relative clause whose pronoun stands elsewhere (الهجوم الذي تبناه التنظيم)."""
        if reading.person != "3" or reading.number != "s":
            return None
        after = self.clauses.subject_after(i, lemma=reading.lemma, stop=high)
        if after is None or not self.speaker_kind(after) or any(self.that(m) for m in range(i + 1, after[0] + 1)):
            return None
        if antecedent is None or not self.speaker_kind(antecedent):
            return after
        resumed = self.tokens[i].word.enclitic or (after[1] < high and self.that(after[1]) == 2)
        return after if resumed else None

    def _nominal_before(self, end: int, low: int) -> Range | None:
        """The phrase right before a verb that begins a relative clause without a pronoun, or whose clause is not understood."""
        found = None
        if self.tokens[end - 1].kind == "word" and self.tokens[end - 1].upos in ("VERB", "SCONJ", "ADP", "PART"):
            return None
        for k in range(end - 1, max(low, end - 10) - 1, -1):
            if self.tokens[k].kind == "punct" and self.tokens[k].text not in '"«»“”':
                break
            if self.phrases.noun_phrase(k, end) == end and not self.phrases.is_a(k, "adverb"):
                found = (k, end)
        return found

    def _singular(self, span: Range) -> bool:
        """Whether a phrase is one thing and cannot be the subject of a plural verb (مقطعا يدعون أنه)."""
        head = self.phrases.head(*span)
        word = self.tokens[head].word
        one = {r.number for r in word.nouns} == {"s"} and not self.phrases.bare_is(head, "collective")
        return one and not self._calling(word) and not self.phrases.bare_is(span[0], "quantifier") and head == span[0]

    def _spoken_in(self, i: int, high: int) -> bool:
        """Whether فيه، خلالها … follows the verb at ``i``: the noun before it is where somebody speaks (كلمة قال فيها)."""
        if i + 1 >= high:
            return False
        after = self.tokens[i + 1].word
        return bool(after.enclitic) and self.cues.is_a(self.tokens[i + 1], "spoken in")

    def _governed(self, span: Range, low: int) -> bool:
        """Whether a phrase after a preposition cannot have a relative clause of its own: من جهة أخرى، in Tunis he said."""
        k = span[0]
        if k <= low or not (self.phrases.preposition(k) or self.phrases.preposition(k - 1)):
            return False
        if self.cues.bare_is(self.tokens[k], "turn"):
            return True
        word = self.tokens[self.phrases.head(*span)].word
        return (word.definite or bool(word.enclitic)) and self.tokens[k - 1].word.norm not in ("من", "عن")

    def _left_over(self, span: Range, i: int) -> bool:
        """Whether a lone definite noun is what is left of an adjunct and no subject (في رده عن العقد الآجل: …)."""
        k = span[0]
        if span[1] - k > 1 or k == i + 1 or self._calling(self.tokens[k].word) or k in self.named or k in self.place_starts:
            return False
        before = self.tokens[k - 1]
        word = self.tokens[k].word
        described = bool(word.nouns) if word.definite else self.phrases.adjective(k) or word.bare.endswith("ي")
        return described and before.kind == "word" and before.upos == "NOUN" and before.word.definite == word.definite

    def _before_that(self, i: int, high: int) -> Range | None:
        """The speaker right before أن/إن, after adjuncts with clauses of their own (قال في مؤتمر عقده أمس الوزير إن …)."""
        stop = next((k for k in range(i + 1, min(high, i + 30)) if self.that(k) or self.tokens[k].text in ":.؛"), -1)
        if stop < 0 or not self.that(stop):
            return None
        found = None
        for k in range(stop - 1, max(i + 1, stop - 10), -1):
            before = self.tokens[k - 1]
            if self.phrases.noun_phrase(k, stop) != stop or self.phrases.preposition(k) or self.phrases.coordinated(k):
                continue
            if (before.kind == "word" and before.upos == "ADP") or not self.speaker_kind((k, stop)):
                continue
            if self.phrases.outside(k - 1) or before.text in "،,)":
                found = (k, stop)
        return found

    def _after_pronoun(self, i: int, reading: VerbReading, high: int) -> Range | None:
        """The subject after a verb with فيه، عنها … in between (طالبت فيه كييف), or a name of whatever gender."""
        k = i + 1
        while k < high and self.tokens[k].word.enclitic and self.tokens[k].word.core == self.phrases.preposition(k):
            k += 1
        if k >= high or self.phrases.preposition(k) or self.phrases.coordinated(k):
            return None
        calling = self.cues.speakers.get(self.tokens[k].word.bare) == "person"
        kept = calling and reading.gender == "f"  # قالت عضو المجلس: the title keeps its form
        if k == i + 1 and k not in self.place_starts and k not in self.named and not kept:
            return self._womans_name(k, high) if reading.gender == "f" else None
        end = self.phrases.noun_phrase(k, high)
        return (k, end) if end > k and self.speaker_kind((k, end)) else None

    def _womans_name(self, k: int, high: int) -> Range | None:
        """A first name without a feminine ending and a family name like a nisba (قالت سؤدد الصالحي)."""
        if k + 1 >= high:
            return None
        first, last = self.tokens[k].word, self.tokens[k + 1].word
        bare = not (first.definite or first.enclitic or first.proclitics) and self.tokens[k].upos in ("NOUN", "PROPN", "X")
        return (k, k + 2) if bare and last.definite and last.norm.endswith("ي") else None

    def _headline_subject(self, end: int, low: int) -> Range | None:
        """A phrase that fills the place between a clause boundary and the verb (سياسي / الوزير يؤكد …، أن بلاده ترفض)."""
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
        begun = self.phrases.noun_phrase(k, end)
        if k < begun < end and (self.unknown(k) or self.speaker_kind((k, begun)) in ("person", "name")):
            return (k, end) if self.stretch(k, begun, end) == end else None
        return (k, end) if self.phrases.noun_phrase(k, end) == end else None

    def _topic(self, k: int, low: int) -> Range | None:
        """The subject after أما of a verb after ف or فقد (أما الوزير، فقد قال)."""
        first = low + 1 if self.tokens[low].text == "و" else low
        fa = self.tokens[k].word.norm in ("فقد", "فلقد") or "ف" in self.tokens[k].word.proclitics[:1]
        fa = fa or (k > low and self.tokens[k - 1].word.norm in ("فقد", "فلقد"))
        if not fa or k - first > 30 or self.tokens[first].word.core != "اما" or self.phrases.preposition(first + 1):
            return None
        end = self.phrases.noun_phrase(first + 1, k)
        if end <= first + 1 or not self.speaker_kind((first + 1, end)):
            return None
        return first + 1, self.stretch(first + 1, end, k)

    def _set_off(self, end: int, low: int) -> Range | None:
        """The subject at the head of its clause, a comma or an insertion between commas before its verb (الوزير، في تغريدة …،
        أشاد; عمر فلان، مدير المركز، قال)."""
        if self.tokens[end - 1].text not in "،,":
            return None
        low = next((k + 1 for k in range(end - 2, max(low, end - 45) - 1, -1) if self.that(k)), low)
        was = self.tokens[low].word.core in ("كان", "كانت")  # وكان فلان، أكد
        low += was
        if end - low > 45 or low >= end:
            return None
        j = self.phrases.noun_phrase(low, end)
        j = self.stretch(low, j, end) if low < j < end else j
        if not low < j < end or self.tokens[j].text not in "،," or self.phrases.preposition(low):
            return None
        told = self.tokens[j + 1].word.norm in ("وهو", "وهي") or self.phrases.is_a(j + 1, "relative")
        known = self.speaker_kind((low, j)) in ("person", "name", "body")
        named = (was and j == end - 1 and j - low <= 4) or (told and j == low + 1)
        return (low, j) if known or (named and not self.abstract(low)) else None

    def unknown_name(self, k: int, stop: int) -> Range | None:
        """The words ``k:stop`` as a speaker, when they are all that stands between a verb and what it introduces."""
        if not 0 < stop - k <= 5:
            return None
        for m in range(k, stop):
            token = self.tokens[m]
            verb = self.finite(m) and not (stop - k == 1 and self.that(stop))  # قال خان إن
            if (
                token.kind != "word"
                or verb
                or (token.word.verbs and token.word.enclitic)
                or self.phrases.outside(m)
                or self.phrases.is_a(m, "adverb")
            ):
                return None
            if (token.word.enclitic and token.upos in ("ADP", "PRON")) or (token.upos == "ADP" and not token.word.proclitics):
                return None
        return (k, stop)

    def whole_name(self, j: int, high: int, gender: str = "x") -> int:
        """Index after the name and the appositions of a speaker whose title ends at ``j``."""
        k = self._name_too(j, high)
        if gender == "m" and k + 1 < high and self.tokens[k + 1].word.stem.endswith("ة") and k + 1 not in self.named:
            return k  # شكر الوزير، وزيرة العدل السويسرية، على: another person
        return self.apposition(k, high)

    def stretch(self, i: int, j: int, high: int) -> int:
        """Index after the nouns and names that follow the phrase ``i:j`` without a break: before أن all that is subject.

        ``رئيس`` of ``قال رئيس مجموعة البنك العربي سامي فلان إن`` grows to the whole title and name.
        """
        titled = self._calling(self.tokens[self.phrases.head(i, j)].word) == "document"
        titled = titled or any(self._calling(self.tokens[m].word) == "person" for m in range(i, j))
        k = j
        while k < min(high, j + _MOST_TITLE):
            quote = self.quote_at.get(k + 1) if self.tokens[k].kind == "punct" else None
            if quote is not None and quote.closed and self.is_name(quote) and quote.last + 1 < high:
                k = quote.last + 1
                continue
            if not self._goes_on_with(k, titled=titled):
                break
            titled = titled or self._calling(self.tokens[k].word) == "person"
            k += 1
        return k

    def _goes_on_with(self, k: int, *, titled: bool) -> bool:
        """Whether token ``k`` can belong to the title and name before it; without a title only a name or a title can."""
        token, word = self.tokens[k], self.tokens[k].word
        if token.kind == "latin":
            return True
        if token.kind != "word" or self.that(k) or self.phrases.outside(k) or self.phrases.coordinated(k):
            return False
        preposition = self.phrases.preposition(k)
        if word.norm == "باسم":
            return titled
        if preposition and preposition != word.norm and self._named_around(k):
            return True  # بريش عبد القادر، روبرت بوتر
        if preposition:
            attached = preposition in ("ب", "ل") and preposition not in (word.norm, word.core)
            if not titled or not attached or self.abstract(k) or word.enclitic or self.cues.speakers.get(word.bare) == "outlet":
                return False
            known = (
                word.definite
                or self.tokens[min(k + 1, len(self.tokens) - 1)].word.definite
                or self.inside[k]
                or k in self.place_starts
                or self.speaker_kind((k, k + 1))
            )
            return bool(known) and not (self.cues.is_a(token, "listener") or self.cues.is_a(token, "adverbial"))
        if self.inside[k]:
            return True
        if word.verbs and word.enclitic and not any(reading.kind != "masdar" for reading in word.nouns):
            return False  # مقال نشره
        if self.phrases.is_a(k, "adverb") or self.finite(k) or self.cues.is_a(token, "no name"):
            return False
        adjective = self.phrases.adjective(k) or self.phrases.participle(k)
        if word.definite and not titled and not self._calling(word) and not adjective:
            return False  # the object of the verb
        if word.norm.endswith("ا") and not word.definite and word.nouns and token.upos != "PROPN":
            return False  # مؤكدا، ردا
        if not titled and word.nouns and not adjective and token.upos != "PROPN" and not self._calling(word):
            return self.that(k + 1) > 0
        return self.phrases.nominal(k) or self.unknown(k)

    def _named_around(self, k: int) -> bool:
        """Whether an indefinite word is a name by its neighbours, though it looks like a noun with a preposition."""
        if self.tokens[k].word.definite or self.tokens[k].word.enclitic or k + 1 >= len(self.tokens):
            return False
        before, after = self.tokens[k - 1], self.tokens[k + 1]
        known = (before.upos == "PROPN" or bool(self.inside[k - 1])) and k - 1 not in self.place_starts
        if k in self.named or k in self.place_starts:
            return False
        if known and not before.word.definite and self.that(k + 1):
            return True
        return self.name_part(k + 1) or (after.upos == "PROPN" and k + 1 in self.person_starts)

    def _name_too(self, j: int, high: int) -> int:
        """Index after a person's name that follows a title directly."""
        if j < high and j in self.person_starts and not self.tokens[j].word.proclitics:
            return self.phrases.noun_phrase(j, high)
        k = j
        while (
            k < min(high, j + 4)
            and (self.unknown(k) or (self.name_part(k) and bool(self.inside[k - 1])))
            and ((k not in self.named or k in self.person_starts) and not self.cues.is_a(self.tokens[k], "no name"))
        ):
            k += 1
        return k

    def name_part(self, k: int) -> bool:
        """Whether token ``k`` only occurs inside of names (عبد، بن، أبو)."""
        return self.tokens[k].word.norm in _NAME_PARTS

    def _cut_name(self, span: Range) -> Range:
        """A subject that is a bare name ends before a noun with the article, which is the verb's object (دعا لافروف الغرب)."""
        k, j = span
        while k < j and self.unknown(k):
            k += 1
        if k == span[0] or k >= j or self.tokens[k - 1].word.norm in _NAME_PARTS:
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
        if self.cues.speakers.get(self.tokens[head].word.bare) != "person" and k not in self.person_starts:
            return j
        after = self.tokens[end]
        if k in self.person_starts and self.phrases.mention(k) is not None and after.kind == "word":
            return self.phrases.mention(k)[0]  # type: ignore[index]
        if after.text in "،,:" or self.that(end) or end in self.quote_at:
            return end
        return j

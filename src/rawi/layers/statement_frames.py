"""Where what is said begins, and to whom it is said. All look-ahead stays in the sentence and a window."""

from __future__ import annotations

from rawi.document import Quote
from rawi.layers.statement_cues import PREPOSITIONS, Cue, participle_cue
from rawi.layers.statement_sources import Sources
from rawi.layers.statement_words import Intro
from rawi.text.clauses import Range

_STEPS = 60
_MARKS = frozenset('"”“«')
_DASHES = frozenset("-–—")
_LISTENER = 12
_INSERTION = 32  # tokens between dashes or commas
_GOVERNING = frozenset(("علي", "الي", "من", "عن", "في"))
_STOP = frozenset(".؟!?؛;")


class Frames(Sources):
    """Finds the content and the addressees of a cue."""

    def introduce(self, k: int, high: int, cue: Cue, *, start: int | None = None, bare: bool = False) -> Intro | None:
        """Find what introduces the content, from token ``k`` on.

        :param start: the cue; ``near`` content must begin within a few tokens of ``k``.
        :param bare: whether ``k`` follows directly on a known subject, so that a verb there begins the content.
        """
        slots = cue.slots
        tokens, phrases = self.tokens, self.phrases
        addressee: list[Range] = []
        if "object" in cue.addressee and k < high and tokens[k].word.core == "ايا" and tokens[k].word.enclitic:
            k += 1  # متهمة إياها بـ
        if k < high and not self.opens(k, high, cue):
            begin, k = k, self.inserted(k, high)
            for m in range(begin, k):
                if self.preposition(m) == "ل" and self._listens(m, m, begin) and self.speaker_kind((m, m + 1)):
                    addressee.append((m, phrases.noun_phrase(m, k)))
        t, steps = k, 0
        claimed = crossed = described = False
        if self._unpaired(t, high) and "quote" in slots:
            return Intro(t + 1, "quote")
        if (
            bare
            and "bare" in slots
            and t < high
            and tokens[t].upos == "VERB"
            and not phrases.coordinated(t)
            and not self.inside[t]
            and not self.bare_verb(t)
        ):
            return Intro(t, "bare")
        if "object" in slots or "object" in cue.addressee or "predicate" in slots:
            t = self._past_days(self.clauses.skip_adjuncts(k, high), k, high) if not self.opens(k, high, cue) else k
            if t > k and any(self.preposition(m) in slots and self.opens(m, high, cue) for m in range(k, min(t, high))):
                t = k  # أعلنت السفارة في … عن: the content is no object
            while (
                bare and t < high and tokens[t].word.definite and not phrases.coordinated(t)
                and (self.cues.bare_is(tokens[t], "ordinal") or (phrases.adjective(t) and phrases.alike(t - 1, t)))
            ):  # fmt: skip
                t += 1  # تنظيم داعش الإرهابي: belongs to the subject
            found = self._object(t, high, cue, addressee)
            if isinstance(found, Intro) and not (found.slot == "object" and self._clause_follows(t, high, cue)):
                return found
            if isinstance(found, Intro):
                found = t
            t = max(found, k) if addressee else k
        while t < high and steps < _STEPS:
            steps += 1
            token = tokens[t]
            if token.text == "(" and (past := self._parenthesis(t, high)) > t:
                t = past
                continue
            if token.text in _STOP:
                return None
            if token.text in "،,":
                claimed = False
                if "object" in slots and self._late_object(t + 1, high, cue, near=t == k):
                    return Intro(t + 1, "object", tuple(addressee))
            past = self.past_listener(t, high)
            if past > t:
                addressee.append((t, max(phrases.noun_phrase(t, past - 1), t + 1)))
                t = past - 1
                continue
            to_quoted = token.text in ("ل", "لـ") and t + 2 < high and "ل" not in slots
            heard_by = self.quote_at.get(t + 2) if to_quoted else None
            if heard_by is not None and heard_by.closed and heard_by.last - heard_by.first <= 5:
                addressee.append((heard_by.first, heard_by.last))
                t = heard_by.last + 1
                continue
            if self.cues.is_a(token, "outlet part"):
                t += 1
                continue
            past = self.inserted(t, high) if token.text in _DASHES and not crossed else t
            if past > t:
                t = past
                if "object" in slots and self._late_object(t, high, cue, near=True):
                    return Intro(t, "object", tuple(addressee))
                continue
            end = self._addressed(t, high, cue) if not crossed else t
            if end > t:
                addressee.extend(phrases.conjuncts(t if tokens[t].word.core != self.preposition(t) else t + 1, end))
                t = end
                continue
            if t > k and self.that(t) and token.word.norm.startswith("وان"):
                return None  # it carries on what was said before the cue
            if t > k and self.that(t) and tokens[t - 1].word.norm in _GOVERNING:
                t += 1  # دليل على أن
                continue
            taken = claimed and self.that(t) and not (cue.lemma == "قال" and token.text.startswith("إ"))
            opened = self.opens(t, high, cue) if not taken else None
            if opened is not None and self._passed_over(opened, t, high, cue):
                if opened.slot == "ب":
                    t = max(phrases.noun_phrase(opened.first, high), t + 1)
                    continue
                opened = None
            if opened is not None:
                if opened.slot == "near" and t - k > 4:
                    return None
                doubtful = crossed or (described and opened.slot != "object" and not self.abstract(opened.first))
                if doubtful and opened.slot not in ("clause", "quote") and not self.that(opened.first - 1):
                    return None  # it belongs to another verb (يبلغ من العمر … قتل بالرصاص)
                return Intro(opened.first, opened.slot, tuple(addressee), opened.quote)
            if self.that(t) or (token.word.nouns and participle_cue(self.cues, token) is not None):
                return None  # … قائلا: the participle has the content
            if token.text == ":" or (t in self.quote_at and t > k and tokens[t - 1].text == ":"):
                return None
            if t > k and "و" in token.word.proclitics[:1] and tokens[t - 1].text in "،," and token.word.verbs:
                return None
            if (t > k or cue.words) and self.finite(t):
                if phrases.coordinated(t):
                    return None
                relative = phrases.is_a(t - 1, "relative") or self.bare_relative(t)
                described = described or self.bare_verb(t)
                crossed = crossed or not (relative or self.bare_verb(t))
                claimed = claimed or any(
                    "clause" in c.slots for r in token.word.verbs for c in self.cues.verbs.get(r.lemma, ())
                )
            preposition = self.preposition(t)
            if preposition and token.word.enclitic and token.word.core == preposition:
                t += 1  # له، عنها
                continue
            if preposition and preposition in cue.addressee | {"ل"}:
                noun = t if tokens[t].word.core != preposition else t + 1
                end = phrases.noun_phrase(noun, high)
                heard = preposition in cue.addressee and preposition != "ل"  # whom ل is for depends on what stands before it
                if end > noun and self.speaker_kind((noun, end)) and (heard or self._listens(noun, t, k)):
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

    def _listens(self, noun: int, t: int, k: int) -> bool:
        """Whether ل at ``t`` stands before a listener: right after the subject, or after a word of speech (في تصريح لصحيفة)."""
        if t > 0 and self.cues.bare_is(self.tokens[t - 1], "governs"):
            return False  # المرشح للرئاسة
        if t <= k + 1 or self.cues.is_a(self.tokens[noun], "listener"):
            return True
        m = t - 1
        while m > k and self.phrases.adjective(m):
            m -= 1
        return self.phrases.bare_is(m, "venue") or self.cues.bare_is(self.tokens[m], "document") or self.phrases.outside(m)

    def _unpaired(self, t: int, high: int) -> bool:
        """Whether a quotation mark stands at ``t`` after a space that the pairing of marks did not take for an opening one."""
        if not 0 < t < high - 2 or self.tokens[t].text not in _MARKS or t + 1 in self.quote_at or t in self.quote_end_at:
            return False
        return self.tokens[t].start > self.tokens[t - 1].end

    def _parenthesis(self, t: int, high: int) -> int:
        """Index after a short parenthesis with a full stop inside (د.ب.أ) that opens at ``t``, else ``t``."""
        close = next((m for m in range(t + 1, min(high, t + 10)) if self.tokens[m].text == ")"), t)
        stops = any(self.tokens[m].text in _STOP for m in range(t, close))
        return close + 1 if close > t and stops else t

    def past_listener(self, k: int, high: int) -> int:
        """Index after those spoken to and the comma after them (أكدته لمراسل الإذاعة، فلانة), else ``k``."""
        if k >= high:
            return k
        word = self.tokens[k].word
        outlet = word.proclitics == ("ل",) and self.cues.speakers.get(word.bare) == "outlet"
        if not outlet and not self.cues.is_a(self.tokens[k], "listener"):
            return k
        inside = 0
        for m in range(k + 1, min(high, k + _LISTENER)):
            inside += (self.tokens[m].text == "(") - (self.tokens[m].text == ")")
            if inside > 0:
                continue
            if self.tokens[m].text in "،,":
                return m + 1
            opens = m + 1 in self.quote_at and self.tokens[m].kind == "punct" and (m > k + 1 or word.definite)
            if opens or self.that(m) or self.tokens[m].text in ".:؛":
                break
        return k

    def inserted(self, t: int, high: int) -> int:
        """Index after an insertion at ``t``, right after a subject: between dashes, or a relative clause between commas before
        أن or a quotation; ``t`` itself when there is none."""
        tokens = self.tokens
        if t >= high:
            return t
        if tokens[t].text in _DASHES:
            if t == 0 or t + 1 >= high or tokens[t].start == tokens[t - 1].end:
                return t  # joins two words
            return next((m + 1 for m in range(t + 2, min(high, t + _INSERTION)) if tokens[m].text in _DASHES), t)
        if tokens[t].text not in "،," or t + 1 >= high or not self.phrases.is_a(t + 1, "relative"):
            return t
        for m in range(t + 3, min(high - 1, t + _INSERTION)):
            if self.that(m) and tokens[m - 1].text not in "،,":
                return t
            if tokens[m].text in "،," and (self.that(m + 1) or m + 2 in self.quote_at):
                return m + 1
        return t

    def _past_days(self, t: int, k: int, high: int) -> int:
        """Index after days of the week and their commas from ``t`` on: they have no value when the report has no date."""
        tokens = self.tokens
        while t < high and (
            self.cues.is_a(tokens[t], "day") or (tokens[t].text in "،," and t > k and self.cues.is_a(tokens[t - 1], "day"))
        ):
            t += 1
        return t

    def _late_object(self, t: int, high: int, cue: Cue, *, near: bool) -> bool:
        """Whether an object begins at ``t`` after an insertion between commas (ثمّن المجلس، بمناسبة …، الجهود)."""
        if t + 1 < high and t + 1 in self.quote_at and not near and not self.that(t + 1):
            return not self.is_name(self.quote_at[t + 1])
        told = near and t + 2 < high and self.tokens[t].word.definite and self.phrases.is_a(t + 1, "relative")
        if (
            near
            and not told
            and (
                t >= high
                or not self.abstract(t)
                or self.tokens[t].word.norm.endswith("ا")
                or any(self.that(k) for k in range(t, min(high, t + 16)))
            )
        ):
            return False
        if t >= high or self.tokens[t].kind != "word" or self.preposition(t) or self.phrases.coordinated(t):
            return False
        if self.phrases.bare_is(t, "quantifier") and t + 1 < high:
            t += 1  # أي تورط
        if told:
            return True
        if self.finite(t) or self.phrases.outside(t) or not self.phrases.nominal(t) or self.speaker_kind((t, t + 1)):
            return False
        return self.abstract(t) or (
            self.tokens[t].word.definite and not self.phrases.adjective(t) and "clause" not in cue.slots
        )

    def _clause_follows(self, t: int, high: int, cue: Cue) -> bool:
        """Whether the noun at ``t`` is not the content because أن/إن or على comes after it and it is no verbal noun."""
        if "clause" not in cue.slots or self.abstract(self.phrases.head(t, t + 1)):
            return False
        begin = self.quote_at[t + 1].last if t + 1 in self.quote_at and self.tokens[t].kind == "punct" else t
        left = t > 0 and self.tokens[t].word.definite and self.tokens[t - 1].word.definite  # of an adjunct (… الجلسة العامة)
        for k in range(begin, min(high, t + (48 if left else 24))):
            if self.finite(k) or self.tokens[k].text in ".؛":
                return False
            if k > t and self.tokens[k - 1].text in "،," and participle_cue(self.cues, self.tokens[k]) is not None:
                return False  # …، معتبرا أن
            opened = self.opens(k, high, cue) if k > t else None
            if opened is not None and (opened.slot == "clause" or (self.unknown(t) and self.abstract(opened.first))):
                return True
        return False

    def _passed_over(self, opened: Intro, t: int, high: int, cue: Cue) -> bool:
        """Whether a preposition at ``t`` belongs to the speaker: أن or a quotation comes later (شرطة المدينة بولاية … بأن)."""
        first = opened.first
        if opened.slot == "quote" and opened.quote is not None and self._names(opened.quote, t):
            for m in range(opened.quote.last, min(high, first + 24)):
                if self.tokens[m].text in "،," and m + 1 < high and self.that(m + 1):
                    return True
                other = self.quote_at.get(m + 1) if m > opened.quote.last and self.tokens[m].kind == "punct" else None
                if other is not None and other.last - other.first > opened.quote.last - opened.quote.first:
                    return True
                if self.that(m) or self.tokens[m].text in "،,.؛":
                    return bool(self.that(m))
            return False
        that = self.that(first) or self.that(first - 1)
        if opened.quote is None and not that and opened.slot in ("ب", "الي") and self._where(first, high, opened.slot):
            return True
        if opened.quote is None and not that and "clause" in cue.slots and opened.slot not in ("clause", "quote", "bare"):
            for k in range(first, min(high - 1, first + 16)):
                if self.finite(k):
                    break
                if self.tokens[k].text in "،,":
                    if self.that(k + 1) and not self.tokens[k + 1].word.norm.startswith("وان"):
                        return True  # ، في رده على سؤال، أن
                    break
        if opened.slot not in PREPOSITIONS or opened.quote is not None or "clause" not in cue.slots:
            return False
        if that or self.abstract(first) or first in self.quote_at:
            return False
        for k in range(first + 1, min(high, first + 16)):
            if self.finite(k) or self.tokens[k].text in (".؛" if opened.slot == "عن" else ".؛،,"):
                return False
            later = self.opens(k, high, cue)
            if later is not None and later.slot in ("clause", "quote"):
                said = later.quote is None or self.tokens[k - 1].text in ":،," or later.quote.last - later.quote.first > 3
                return said and (later.quote is None or not self.is_name(later.quote))
        return False

    def _names(self, quote: Quote, t: int) -> bool:
        """Whether a short quotation at ``t`` names the noun before it (تقنية «…») and says nothing."""
        before = self.tokens[t - 1]
        if self.phrases.preposition(t - 1):
            return False  # للصحفيين «…»
        return quote.last - quote.first <= 8 and before.kind == "word" and before.upos in ("NOUN", "ADJ", "PROPN")

    def _where(self, first: int, high: int, slot: str) -> bool:
        """Whether ب at ``first`` says where: the same preposition with a verbal noun comes later (الحزب بالمجلس بإلغاء …)."""
        if self.speaker_kind((first, first + 1)) not in (("body", "place") if slot == "ب" else ("body", "person")):
            return False
        end = self.phrases.noun_phrase(first, high)
        if first in self.place_starts and end + 1 < high and self.preposition(end) == "ب" and self.tokens[end].word.definite:
            return True  # بالمملكة بالتصريحات
        for k in range(end, min(high, first + 24)):
            if self.tokens[k].text in ".؛:" or self.that(k):
                return False
            if self.phrases.preposition(k) == slot:
                noun = k if self.tokens[k].word.core != slot else k + 1
                noun += 1 if noun + 1 < high and self.tokens[noun].kind == "punct" else 0
                if noun < high and (self.abstract(noun) or (slot == "الي" and self.tokens[k - 1].text in "،,")):
                    return True
        return False

    def _addressed(self, t: int, high: int, cue: Cue) -> int:
        """Index after an addressee at ``t`` whose preposition could also introduce the content (دعوة إلى المبعوث لزيارة …)."""
        preposition = self.preposition(t)
        if preposition is None or preposition not in cue.addressee or preposition not in cue.slots:
            return t
        noun = t if self.tokens[t].word.core != preposition else t + 1
        end = self.phrases.noun_phrase(noun, high) if noun < high else noun
        if end <= noun or not (self.speaker_kind((noun, end)) or self.cues.bare_is(self.tokens[noun], "crowd")):
            return t
        after = self.preposition(end) if end < high else None
        return end if after is not None and after in cue.slots else t

    def _object(self, t: int, high: int, cue: Cue, addressee: list[Range]) -> Intro | int:
        """An object at ``t`` taken as content, or noted as addressee (then the index after it)."""
        tokens, phrases = self.tokens, self.phrases
        if t >= high or (tokens[t].kind == "punct" and t + 1 not in self.quote_at):
            return t
        if self.that(t) or self.preposition(t) or phrases.coordinated(t):
            return t
        if "predicate" in cue.slots and tokens[t].word.norm in ("ما", "من") and self.called(t + 1, high) >= 0:
            return Intro(t, "predicate", tuple(addressee))
        if tokens[t].upos in ("VERB", "AUX") and not self.abstract(t) and t not in self.place_starts:
            return t
        if self.cues.is_a(tokens[t], "adverbial"):
            return t
        if t > 0 and participle_cue(self.cues, tokens[t]) is not None:
            said = t + 1 < high and (tokens[t + 1].text == ":" or self.that(t + 1) or t + 2 in self.quote_at)
            if said or tokens[t - 1].text in "،,":
                return t  # …، مشيرة إلى; أوضح فلان قائلا
        if tokens[t].word.verbs and t > 0 and self.bare_verb(t) and self.preposition(t - 2) is not None:
            return t  # في بيان صدر أمس
        if self.bare_relative(t) or (t > 0 and phrases.is_a(t - 1, "relative")):
            return t
        begin = t + 1 if tokens[t].kind == "punct" else t
        if tokens[t].kind == "punct" and "quote" in cue.slots and self.quote_at[begin].last - begin > 3:
            return t
        end = phrases.noun_phrase(t, high)
        if begin > t and end <= t:
            end = phrases.noun_phrase(begin, high)
        if end <= t and not self.abstract(begin):
            return t
        if "object" in cue.addressee and not ("object" in cue.slots and self.abstract(phrases.head(t, end))):
            kind = self.speaker_kind((t, end))
            if kind or not self.abstract(phrases.head(t, end)):
                addressee.extend(phrases.conjuncts(t, end))
                return end
        if "predicate" in cue.slots:
            return Intro(t, "predicate", tuple(addressee)) if self.called(end, high) >= 0 else t
        if "object" in cue.slots and not ("clause" in cue.slots and t in self.person_starts):
            quote = self.quote_at.get(begin) if begin > t else None
            if quote is not None and not self.is_name(quote):
                return Intro(begin, "object", tuple(addressee), quote)
            return Intro(t, "object", tuple(addressee))
        return t

    def called(self, k: int, high: int) -> int:
        """Index of the ب after which stands what something is called (وصف ما جرى بأنه جريمة), else -1."""
        for m in range(k, min(high, k + 20)):
            if self.preposition(m) == "ب" or self.tokens[m].word.norm[:3] == "بان":
                return m
        return -1

    def opens(self, t: int, high: int, cue: Cue) -> Intro | None:
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
            lead = self.preposition(t + 1)
            if lead is not None and lead in slots and t + 2 < high and not tokens[t + 1].word.enclitic:
                return Intro(t + 1 if tokens[t + 1].word.core != lead else t + 2, lead, (), quote)
            if "quote" not in slots:
                inner = self.opens(t + 1, high, cue) if self.that(t + 1) else None
                return inner and Intro(inner.first, inner.slot, (), quote)
            if self.that(t + 1) and t + 2 < high:
                return Intro(self.after_that(t + 1), "quote", (), quote)
            if (
                quote.last - quote.first >= 3
                or t + 1 >= high
                or tokens[t - 1].text in ":،,"
                or (t > 0 and tokens[t - 1].upos == "VERB" and quote.last - quote.first > 1)
            ):
                return Intro(t + 1, "quote", (), quote)
            return None
        if self.that(t):
            if token.word.norm.startswith("فان"):
                return None
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
        if "question" in slots and self.cues.is_a(token, "question"):
            return Intro(t, "question")
        preposition = self.preposition(t) if not self.cues.is_a(token, "adverbial") else None
        if preposition is None or not (preposition in slots or f"{preposition}+" in slots):
            return None
        if (token.word.core == preposition and token.word.enclitic) or (t and tokens[t - 1].word.norm in ("نقلا", "النقل")):
            return None
        noun = t if token.word.core != preposition else t + 1
        if noun >= high or (noun > t and self.cues.bare_is(tokens[noun], "circumstance")):
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
        if noun in self.place_starts and not (preposition == "ب" and cue.stance in ("support", "condemn")):
            return None
        if preposition == "في" and self.phrases.bare_is(noun, "venue"):
            return None
        if noun > t and tokens[noun].text in _MARKS and noun + 1 < high:
            return Intro(noun + 1, preposition)  # a mark that closes like it opens
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
        if self._unpaired(first, high):
            first = self.after_that(first + 1) if self.that(first + 1) else first + 1
        return Intro(first, slot)

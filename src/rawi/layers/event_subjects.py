"""Who did it and to whom, for verbs: subjects, objects, complements, the doer behind a passive."""

from __future__ import annotations

from dataclasses import dataclass, field

from rawi.layers.event_context import Context
from rawi.layers.event_frames import Frame
from rawi.text.clauses import Clauses, Range, agrees, readings
from rawi.text.fold import fold

_AGENT = {
    ("علي", "يد"): 2, ("علي", "ايدي"): 2, ("علي", "يدي"): 2, ("من", "قبل"): 2, ("من", "جانب"): 2, ("من", "طرف"): 2,
    ("نسب", "الي"): 2, ("نسبت", "الي"): 2, ("نسبه", "الي"): 2, ("تنسب", "الي"): 2, ("ب", "نيران"): 1, ("ب", "رصاص"): 1, ("ب", "ايدي"): 1, ("ب", "يد"): 1, ("ب", "قذاءف"): 1, ("ب", "قياده"): 0,
}  # fmt: skip
_DEADLY = frozenset(("killed", "injured"))
# Words for times, which are no participants where the times layer finds no value for them (no date of publication known).
_TIMES = frozenset(("سبت", "احد", "اثنين", "ثلاثاء", "اربعاء", "خميس", "جمعه", "امس", "يوم", "اليوم", "صباح", "مساء", "فجر", "ظهر",
                    "ليل", "ليله", "اسبوع", "شهر", "عام", "منتصف", "عصر", "ظهيره", "غد", "غدا", "ليلا", "صباحا", "مساء",
                    "اول", "نهار", "بارحه"))  # fmt: skip
_PASSED = frozenset(("ماضي", "مقبل", "حالي", "جاري", "قادم", "ماضيه", "جاريه", "حاليه", "باكر", "من", "ال", "امس", "قبل"))
_PREFIXES = frozenset(("ب", "ل", "ك"))
_REACH = 16


@dataclass(slots=True)
class Found:
    """Token ranges that fill the roles of one trigger. ``object`` and ``subject`` are kept for conditions."""

    actors: list[Range] = field(default_factory=list)
    recipients: list[Range] = field(default_factory=list)
    subject: Range | None = None
    object: Range | None = None
    passive: bool = False
    strict: bool = False
    pattern: str = ""

    def add(self, role: str, span: Range) -> None:
        """Put a range into the list of its role unless it is there."""
        target = self.actors if role == "actor" else self.recipients if role == "recipient" else None
        if target is not None and span not in target:
            target.append(span)


class VerbArguments:
    """Finds the arguments of verbs in one document, and what they share with those of nouns: speakers, complements, doers."""

    def __init__(self, context: Context, clauses: Clauses) -> None:
        self.context = context
        self.clauses = clauses
        self.phrases = clauses.phrases
        self.tokens = clauses.tokens
        self._subjects: dict[int, Range | None] = {}
        self._objects: dict[int, Range] = {}

    # -- verbs --------------------------------------------------------------------------------------------------------------

    def relative_before(self, i: int) -> int | None:
        """Index of a relative pronoun that opens the clause of verb ``i``."""
        for k in range(i - 1, max(i - 4, -1), -1):
            if self.phrases.is_a(k, "relative"):
                return k
            if self.tokens[k].word.norm not in ("لم", "لن", "لا", "قد", "كانت", "كان", "سوف"):
                return None
        return None

    def subject(self, i: int, lemma: str) -> Range | None:
        """Subject of the verb at token ``i``: antecedent, after, before, the speaker behind a pronoun, or the last subject."""
        if i not in self._subjects:
            self._subjects[i] = self._trim(self._subject(i, lemma))
        return self._subjects[i]

    def _trim(self, span: Range | None) -> Range | None:
        """The phrase cut before a verb of harm that looks like a noun (268 مدنيا | وجرح 807 آخرون)."""
        if span is None:
            return None
        for k in range(span[0] + 1, min(span[1], len(self.tokens) - 1)):
            if self.tokens[k].word.core.startswith(("نظير", "نظراء")) and not self.phrases.coordinated(k):
                return (span[0], k)  # التقى الوزير نظيره
            if self.reflexive(k):
                return (span[0], k)  # فجر انتحاري نفسه
            if self._event_after(k):
                return (span[0], k)  # قتل القيادي في ضربة
            verbs = self.tokens[k].word.verbs
            if not verbs or not self.phrases.coordinated(k):
                continue
            counted = (
                self.tokens[k + 1].kind == "number"
                or self.tokens[k + 1].upos == "NUM"
                or self.phrases.bare_is(k + 1, "quantifier")
                or self.tokens[k + 1].word.bare in ("اخر", "اخرون", "اخرين")
            )
            if counted and any(r.lemma in self.context.frames.verbs for r in verbs):
                return (span[0], k)
        return span

    def _event_after(self, k: int) -> bool:
        """Whether في at token ``k`` leads to an event without article."""
        if self.phrases.preposition(k) != "في" or k + 1 >= len(self.tokens):
            return False
        word = self.tokens[k + 1].word
        if word.definite or self.phrases.mention(k + 1) is not None:
            return False
        return any(f.type == "ASSAULT" for f in self.context.frames.nouns.get(word.bare, ()))

    def reflexive(self, k: int) -> bool:
        """Whether token ``k`` is himself, herself, themselves (نفسه، نفسيهما، أنفسهم)."""
        word = self.tokens[k].word
        return bool(word.enclitic) and word.core.removesuffix("ي") in ("نفس", "انفس", "نفسي", "بنفس")

    def _object(self, i: int, subject: Range | None) -> Range | None:
        """The object, unless so much stands before it that it belongs to something else."""
        start = subject[1] if subject else i + 1
        start = self._past_times(self._past_description(start, subject))
        counted = self._counted_clause(start)
        if counted is not None:
            return counted
        found = self._trim(self.clauses.object_after(start - 1, None))
        if found is None:
            found = self._one_of(start)
        if (
            found is None
            or found[0] - start > 6
            or self.describes(found)
            or self.tokens[found[0]].word.core in ("ذات", "ذو", "ذوي")
        ):
            return None
        return found

    def _one_of(self, start: int) -> Range | None:
        """أحد قادة الحركة, which also reads as a verb, over adjuncts after token ``start``."""
        _, high = self.clauses.limits(max(start - 1, 0))
        k = self.clauses.skip_adjuncts(start, high)
        if k < high and self.reflexive(k):
            k += 1
        if k >= high or self.tokens[k].word.norm not in ("احد", "احدي", "احدا"):
            return None
        end = self.phrases.noun_phrase(k, high)
        return (k, end) if end > k + 1 else None

    def _past_description(self, start: int, subject: Range | None) -> int:
        """Index after a verb with its complement that describes an indefinite subject (مسلحون يرتدون زي الشرطة | خمسة أشخاص)."""
        if subject is None or start >= len(self.tokens) or self.tokens[start].upos != "VERB":
            return start
        head = self.tokens[self.phrases.head(*subject)]
        if head.word.definite or self.phrases.coordinated(start):
            return start
        if not any(r.tense == "present" and r.person == "3" for r in self.tokens[start].word.verbs):
            return start
        _, high = self.clauses.limits(start)
        end = self.phrases.noun_phrase(start + 1, high) if start + 1 < high else start
        return end if end > start + 1 else start

    def _counted_clause(self, k: int) -> Range | None:
        """The phrase counted by ما لا يقل عن، ما مجموعه، ما يقرب من before its number."""
        if k >= len(self.tokens) or self.tokens[k].word.norm not in ("ما", "مالا"):
            return None
        _, high = self.clauses.limits(k)
        for m in range(k + 1, min(k + 6, high)):
            token = self.tokens[m]
            if token.kind == "punct":
                return None
            if token.kind == "number" or token.upos == "NUM" or self.phrases.bare_is(m, "number"):
                end = self.phrases.noun_phrase(m, high)
                return (m, end) if end > m else None
        return None

    def _subject(self, i: int, lemma: str) -> Range | None:
        tokens = self.tokens
        found = readings(tokens[i], lemma)
        relative = self.relative_before(i)
        resumed = i + 1 < len(tokens) and tokens[i + 1].upos == "ADP" and bool(tokens[i + 1].word.enclitic)
        if relative is not None and not tokens[i].word.enclitic and not resumed:
            antecedent = self.clauses.antecedent(relative)
            if antecedent is not None and (not self._event_head(antecedent) or self._tells(lemma)):
                return antecedent
        if found and all(r.person in ("1", "2") for r in found):
            return self.speaker(i)
        if self._tells(lemma):
            for k in range(i - 1, max(i - 4, -1), -1):
                word = tokens[k].word
                if word.bare in self.context.frames.nouns and not word.definite and tokens[k].upos == "NOUN":
                    return (k, i)
        if self.phrases.coordinated(i):
            # What stands before و belongs to the verb before it (قتل 4 جنود وأصيب 6 آخرون).
            after = self._after(i, lemma)
            if after is not None and "death" not in self.context.classes(self.phrases.head(*after)):
                return self._sharing(i, lemma, after) or after
            carried = self._carried(i, lemma)
            if carried is not None:
                return carried
        before = self.clauses.subject_before(i, lemma=lemma)
        if before is not None and not self._numbers_agree(i, lemma, before):
            before = None
        if before is not None and (not self._event_head(before) or self._tells(lemma)):
            return before
        if self._pronoun_opener(i) and (speaker := self.speaker(i)) is not None and self._refers(i, speaker):
            return speaker
        if (opener := self._pronoun_at(i)) is not None and self.phrases.coordinated(opener):
            # أن فلانا كذا وأنه كذا
            topic = self._topic(opener, None)
            if topic is not None and self._fits(i, lemma, topic):
                return topic
        bare = not tokens[i].word.enclitic and not resumed and before is None
        if bare and not self.phrases.coordinated(i):
            topic = self._topic(i, lemma)
            if topic is not None:
                return topic
        after = self._after(i, lemma)
        if after is not None and "death" not in self.context.classes(self.phrases.head(*after)):
            return after
        if before is not None:
            return before
        if bare and (described := self._described(i, lemma)) is not None:
            return described
        return self._carried(i, lemma)

    def time(self, k: int) -> bool:
        """Whether a weekday or another word for a time stands at token ``k``, whether or not its date is known."""
        if k >= len(self.tokens) or self.phrases.mention(k) is not None:
            return False
        word = self.tokens[k].word
        if self.phrases.outside(k):
            return True
        # أحد قادة is one of the leaders, not Sunday; أول المهاجمين the first of them
        known = word.bare in _TIMES and (word.definite or word.bare not in ("احد", "عام", "شهر", "اول"))
        return known or (word.norm == "اول" and k + 2 < len(self.tokens) and self.tokens[k + 2].word.norm == "امس")

    def _past_times(self, k: int) -> int:
        """Index after the words for a time that begin at token ``k`` (امس الثلاثاء، اول من امس، فجر أمس، الأسبوع الماضي)."""
        stop = min(k + 7, len(self.tokens))
        after = k
        if k < stop and self.tokens[k].word.norm == "قبل" and self.time(k + 1):
            after += 1
        while after < stop and (
            self.time(after) or (after > k and self.tokens[after].word.bare in _PASSED and self.tokens[after].kind == "word")
        ):
            after += 1
        return after

    def _subject_behind(self, i: int, start: int, lemma: str) -> Range | None:
        """The subject of verb ``i`` at token ``start``, behind words for a time."""
        found = readings(self.tokens[i], lemma)
        if found and not any(r.person == "3" and r.number == "s" for r in found):
            return None
        _, high = self.clauses.limits(i)
        if start >= high or self.phrases.preposition(start) or self.phrases.coordinated(start):
            return self.clauses.subject_after(i, lemma=lemma)
        end = self.phrases.noun_phrase(start, high)
        if end <= start or not agrees(self.tokens[i], self.tokens[self.phrases.head(start, end)], lemma=lemma):
            return None
        return (start, end)

    def _sharing(self, i: int, lemma: str, after: Range) -> Range | None:
        """داهمت الشرطة المنزل واعتقلت امرأة: the subject that a verb joined by و shares, when what follows it must be its object."""
        frames = self.context.frames.verbs.get(lemma, ())
        acts = [f for f in frames if f.slots.get("object") == "recipient" and "subject" in f.slots and not (f.toll in _DEADLY)]
        if not acts or len(acts) < len(frames) or self.clauses.object_after(i, after) is not None:
            return None
        if {r.voice for r in readings(self.tokens[i], lemma)} == {"passive"}:
            return None
        sentence = self.context.doc.sentences[self.tokens[i].sentence]
        for k in range(i - 1, max(sentence.first, i - 25) - 1, -1):
            if self.tokens[k].upos == "VERB":
                shared = self._subject_of(k)
                return shared if shared is not None and self._fits(i, lemma, shared) else None
        return None

    def _after(self, i: int, lemma: str) -> Range | None:
        """The subject after verb ``i``, ما لا يقل عن and its like skipped, himself and reciprocals left out."""
        start = self._past_times(i + 1)
        counted = self._counted_clause(start)
        if counted is not None:
            return counted
        found = self.clauses.subject_after(i, lemma=lemma) if start == i + 1 else self._subject_behind(i, start, lemma)
        if found is None or self.reflexive(found[0]):
            return None
        if self.describes(found) or self._accusative(found) or self._suffered(found[0], i + 1):
            return None
        return found

    def _suffered(self, k: int, first: int) -> bool:
        """Whether the phrase at ``k`` belongs to a verbal noun before it (بقتل | 12 شخصا), which does not take it into its phrase."""
        if k <= first or self.tokens[k - 1].kind != "word":
            return False
        word = self.tokens[k - 1].word
        return not word.definite and not word.enclitic and any(r.kind == "masdar" for r in word.nouns)

    def describes(self, span: Range) -> bool:
        """Whether a phrase is made of indefinite adjectives and names nobody (قوي ومستمر)."""
        if self.phrases.mention(span[0]) is not None or self.context.classes(span[0]) or self.context.nationality(span[0]):
            return False
        for k in range(*span):
            numbers = {r.number for r in self.tokens[k].word.nouns}
            if self.tokens[k].word.definite or "p" in numbers or not (self.phrases.adjective(k) or self.phrases.participle(k)):
                return False
        return True

    def _accusative(self, span: Range) -> bool:
        """Whether the first word of a phrase has the alef of the indefinite accusative, so that it is no subject (دهس حشدا)."""
        token = self.tokens[span[0]]
        if token.kind != "word" or token.word.definite or self.phrases.mention(span[0]) is not None:
            return False
        known = token.word.nouns
        return token.word.stem.endswith("ا") and bool(known) and not any(fold(r.lemma).endswith("ا") for r in known)

    def _pronoun_at(self, i: int) -> int | None:
        """Index of أنه، إنها and the like shortly before verb ``i``."""
        return next(
            (
                k
                for k in range(i - 1, max(i - 4, -1), -1)
                if self.tokens[k].word.enclitic and self.phrases.is_a(k, "complementiser")
            ),
            None,
        )

    def _topic(self, i: int, lemma: str | None) -> Range | None:
        """The phrase that opens the clause of verb ``i`` (أن أربعة من المشتبه بهم المتورطين في الهجوم اعتقلوا), over what else
        stands between: prepositional phrases, appositions, relative clauses; ``None`` when a verb of the clause does."""
        low, _ = self.clauses.limits(i)
        verb = False
        start = -1
        for k in range(i - 1, low - 1, -1):
            token = self.tokens[k]
            if token.text in ".؛:؟!" or self.phrases.is_a(k, "subordinator"):
                return None
            if self.phrases.is_a(k, "complementiser"):
                start = k + 1
                break
            if token.word.core in ("كان", "كانت") and lemma is not None and not verb:
                start = k + 1
                break
            if self.phrases.is_a(k, "relative"):
                verb = False
            elif token.upos in ("VERB", "AUX") and token.word.verbs and lemma is not None:
                verb = True
        if start < 0 or verb or start >= i or self.phrases.preposition(start):
            return None
        while start < i and self.tokens[start].kind == "punct":
            start += 1
        end = self.phrases.noun_phrase(start, i)
        if end <= start or self.phrases.outside(start) or self._event_head((start, end)):
            return None
        if lemma is None:
            return (start, end)
        head = self.phrases.head(start, end)
        if not agrees(self.tokens[i], self.tokens[head], before=True, lemma=lemma):
            return None
        return (start, end) if self._numbers_agree(i, lemma, (start, end)) else None

    def _described(self, i: int, lemma: str) -> Range | None:
        """The indefinite phrase that verb ``i`` describes without a relative pronoun (على مسلحين هاجموا حاجزا)."""
        low, _ = self.clauses.limits(i)
        k = i
        for k in range(i - 1, max(low, i - 14) - 1, -1):
            token = self.tokens[k]
            if token.kind == "punct" and token.text not in '«»"“”' or token.upos in ("VERB", "AUX"):
                return None
            if any(self.phrases.is_a(k, name) for name in ("subordinator", "complementiser", "relative")):
                return None
            counted = (
                token.kind == "number"
                or token.upos == "NUM"
                or self.phrases.bare_is(k, "quantifier")
                or self.phrases.bare_is(k, "number")
            )
            if not self.phrases.nominal(k) or token.word.definite:
                continue
            if not counted and not any(r.number == "p" for r in token.word.nouns):
                continue
            end = self.phrases.noun_phrase(k, i)
            somebody = bool(self.context.classes(self.phrases.head(k, end)) if end > k else ())
            if end > k and somebody and not self._event_head((k, end)) and self._numbers_agree(i, lemma, (k, end)):
                return (k, end)
        return None

    def _numbers_agree(self, i: int, lemma: str, span: Range) -> bool:
        """Whether a verb after its subject agrees with it in number, as far as the forms tell."""
        found = [r for r in readings(self.tokens[i], lemma) if r.person == "3"]
        numbers = {r.number for r in found}
        head = self.phrases.head(*span)
        token = self.tokens[head]
        many = (
            len(self.phrases.conjuncts(*span)) > 1
            or head > span[0]
            or any(self.tokens[k].kind == "number" or self.tokens[k].upos == "NUM" for k in range(*span))
        )
        if not numbers or many:
            return True
        if numbers == {"p"}:
            if self.phrases.mention(span[0]) is not None and not token.word.bare.endswith(("ون", "ين")):
                return False
            known = {r.number for r in token.word.nouns}
            return known != {"s"} or self.context.classes(head) >= {"public"}
        if numbers == {"s"} and self.phrases.mention(head) is None:
            return not (token.word.bare.endswith("ون") and len(token.word.bare) > 4)
        return True

    def _refers(self, i: int, span: Range) -> bool:
        """Whether the pronoun of أنه، أنها، أنهم before verb ``i`` can stand for this speaker."""
        head = self.tokens[self.phrases.head(*span)]
        if self.phrases.mention(head.i) is not None and head.upos == "PROPN":
            return True
        for k in range(i - 1, max(i - 4, -1), -1):
            form = self.tokens[k].word.norm
            if form.endswith("انه"):
                return not head.word.stem.endswith("ة") or self.phrases.mention(head.i) is not None
            if form.endswith("انها"):
                return head.word.stem.endswith(("ة", "ات", "اء")) or {r.number for r in head.word.nouns} != {"s"}
        return True

    def _tells(self, lemma: str) -> bool:
        """Whether the verb takes an event for its subject (غارات استهدفت معسكرا)."""
        support = self.context.frames.support.get(lemma)
        return support is not None and support.position == "subject"

    def _event_head(self, span: Range) -> bool:
        head = self.tokens[self.phrases.head(*span)]
        return head.word.bare in self.context.frames.nouns

    def _pronoun_opener(self, i: int) -> bool:
        for k in range(i - 1, max(i - 4, -1), -1):
            core = self.tokens[k].word.norm
            if core in ("انه", "انها", "انهم", "انهما", "بانه", "اننا", "انني", "لانه"):
                return True
            if core not in ("قد", "لم", "لن", "لا", "كان", "كانت", "سوف"):
                return False
        return False

    def speaker(self, i: int) -> Range | None:
        """Tokens of the speaker in whose statement token ``i`` stands."""
        token = self.tokens[i]
        statement = self.context.innermost(token.start, token.end)
        if statement is None:
            return None
        who = statement.source or statement.source_ref
        return self.range_of(who.start, who.end) if who is not None else None

    def _teller(self, i: int) -> Range | None:
        """The speaker whose cue stands before token ``i`` in its sentence, outside what is said."""
        sentence = self.context.doc.sentences[self.tokens[i].sentence]
        for statement in self.context.said_in(sentence.i):
            content = statement.content
            if statement.source is None or content is None:
                continue
            if statement.cue.end <= self.tokens[i].start < content.start or (
                statement.source.end <= self.tokens[i].start < statement.cue.start
            ):
                return self.range_of(statement.source.start, statement.source.end)
        return None

    def range_of(self, start: int, end: int) -> Range | None:
        """Tokens that cover these characters."""
        doc = self.context.doc
        first, last = doc.token_at(start), doc.token_at(max(end - 1, start))
        return (first, last + 1) if last < len(self.tokens) else None

    def _carried(self, i: int, lemma: str | None = None) -> Range | None:
        """The subject of the verb before it in the sentence, which a verb joined by و shares; else that of the sentence before
        it. ``lemma``: the subject must agree with this verb at token ``i``."""
        sentence = self.context.doc.sentences[self.tokens[i].sentence]
        for k in range(i - 1, max(sentence.first, i - 30) - 1, -1):
            if lemma is not None and self._aside(k, i):
                continue
            known = self._subject_of(k)
            if known is not None and self._fits(i, lemma, known):
                return known
        if lemma is None or sentence.i == 0 or self.tokens[i].word.enclitic:
            return None
        before = self.context.doc.sentences[sentence.i - 1]
        if i - sentence.first > 3 or before.last - before.first > 80:
            return None
        for k in range(before.first, before.last):
            known = self._subject_of(k)
            if known is not None:
                return known if self._fits(i, lemma, known) else None
        return None

    def _aside(self, k: int, i: int) -> bool:
        """Whether the verb at ``k`` stands in a relative clause that a comma closes before token ``i``."""
        if self.tokens[k].upos != "VERB" or self.relative_before(k) is None:
            return False
        return any(self.tokens[m].text in "،," for m in range(k + 1, i))

    def _fits(self, i: int, lemma: str | None, span: Range) -> bool:
        if lemma is None:
            return True
        at = self.phrases.head(*span)
        if self._event_head(span) and not self.context.classes(at) & {"force", "public", "person", "civil", "protesters"}:
            return False
        head = self.tokens[at]
        return agrees(self.tokens[i], head, before=True, lemma=lemma) and self._numbers_agree(i, lemma, span)

    def _subject_of(self, k: int) -> Range | None:
        """The subject of the verb at token ``k``, as far as its own clause tells."""
        if k in self._subjects:
            return self._subjects[k]
        if self.tokens[k].upos != "VERB" or not self.tokens[k].word.verbs:
            return None
        lemma = self.tokens[k].word.verbs[0].lemma
        subject = self._after(k, lemma)
        subject = subject or self.clauses.subject_before(k, lemma=lemma)
        relative = self.relative_before(k) if subject is None else None
        if relative is not None and not self.tokens[k].word.enclitic:
            subject = self.clauses.antecedent(relative)
        self._subjects[k] = subject
        return subject

    def verb(self, i: int, lemma: str, frame: Frame | None = None) -> Found:
        """Subject, object and voice of the verb at token ``i``."""
        found = Found(pattern="verb")
        token = self.tokens[i]
        own = readings(token, lemma)
        own = tuple(r for r in own if r.person == "3") or own
        subject = self.subject(i, lemma)
        found.subject = subject
        relative = self.relative_before(i)
        if token.word.enclitic:
            if relative is not None:
                found.object = self.clauses.antecedent(relative)
            elif i > 0 and self.phrases.nominal(i - 1) and subject is not None and subject[0] > i:
                found.object = self.clauses.antecedent(i)
            if found.object == subject:
                found.object = None
            if found.object is None:
                found.object = self._objects.get(token.sentence)
            found.pattern = "verb:pronoun"
            return found
        found.object = self._object(i, subject if subject and subject[0] > i else None)
        after = found.subject[1] if subject and subject[0] > i and found.subject else i + 1
        counted = subject is not None and self.context.counted(subject) and {r.voice for r in own} != {"active"}
        if (
            counted
            and found.object is not None
            and not all(self.phrases.outside(k) or self.tokens[k].upos == "ADV" for k in range(after, found.object[0]))
        ):
            # قتل 17 شخصا في سقوط صاروخ مصدره القوات: counted people before other things are the victims
            found.object = None
        oneself = after < len(self.tokens) and self.reflexive(after)
        if oneself:
            found.object = None
        if found.object is not None and subject is not None and found.object[0] == subject[0]:
            found.object = None
        if found.object is not None:
            self._objects[token.sentence] = found.object
        voices = {r.voice for r in own}
        told_of_self = subject is not None and self._pronoun_opener(i) and subject == self.speaker(i)
        if voices == {"passive"} or ("active" not in voices and found.object is None and not told_of_self and not oneself):
            found.passive = True
            found.strict = voices == {"passive"}
            found.pattern = "verb:passive"
        return found

    def fill_verb(self, i: int, frame: Frame, found: Found) -> None:
        """Put subject, object and complements into the roles that the frame gives them."""
        slots = frame.slots
        agents = self.agents(i + 1)
        transitive = slots.get("object") in ("recipient", "actor") and "subject" in slots
        if found.passive and transitive:
            if found.subject is not None:
                found.add(slots["object"], found.subject)
            for span in agents:
                found.add(slots["subject"], span)
        else:
            if (
                found.subject is not None
                and "subject" in slots
                and not (found.strict and "object" not in slots and slots["subject"] == "actor")
            ):
                found.add(slots["subject"], found.subject)
            if found.object is not None and "object" in slots:
                found.add(slots["object"], found.object)
            if not found.actors:
                for span in agents:
                    found.add("actor", span)
        self.complements(i, slots, found)
        if frame.type == "ASSAULT" and not found.recipients and (crowd := self._dispersed(i)) is not None:
            found.add("recipient", crowd)
        if frame.type == "CONSULT" and len(found.actors) == 1 and (other := self._comitative(i)) is not None:
            found.add("actor", other)

    def _dispersed(self, i: int) -> Range | None:
        """Whom the police meant to disperse (أطلقت الغاز لتفريق المحتجين)."""
        _, high = self.clauses.limits(i)
        for k in range(i + 1, min(i + 16, high - 1)):
            if self.tokens[k].text in ".؛؟!":
                return None
            if self.tokens[k].word.core == "تفريق":
                end = self.phrases.noun_phrase(k + 1, high)
                return (k + 1, end) if end > k + 1 else None
        return None

    def _comitative(self, i: int) -> Range | None:
        """يبحث الوزير هاتفيا والرئيس: the other side joined by و behind an adverb."""
        _, high = self.clauses.limits(i)
        k = i + 1
        while k < min(i + 4, high) and (self.phrases.is_a(k, "adverb") or self.phrases.outside(k) or self.tokens[k].text == "هاتفيا"
                                        or self.tokens[k].word.bare == "هاتفيا"):  # fmt: skip
            k += 1
        if i + 1 < k < high and self.phrases.coordinated(k) and self.phrases.nominal(k):
            end = self.phrases.noun_phrase(k, high)
            if end > k and self.context.somebody((k, end)):
                return (k, end)
        return None

    # -- complements ----------------------------------------------------------------------------------------------------------

    def complements(self, i: int, slots: dict[str, str], found: Found) -> None:
        """Fill the roles of prepositional complements after token ``i``."""
        wanted = {name for name in slots if name not in ("subject", "object", "genitive", "adjective", "self", "pronoun")}
        if not wanted:
            return
        _, high = self.clauses.limits(i)
        stop = min(high, i + _REACH)
        k = i + 1
        while k < stop:
            token = self.tokens[k]
            if token.text in "،,.؛:؟!" or any(self.phrases.is_a(k, n) for n in ("complementiser", "relative", "subordinator")):
                break
            if token.upos == "VERB" and k > i + 1:
                break
            preposition = self.phrases.preposition(k)
            if preposition in wanted:
                attached = preposition in _PREFIXES and token.word.core != preposition
                noun = k if attached else k + 1
                end = self.phrases.noun_phrase(noun, high) if noun < high else noun
                if end > noun and not self.phrases.outside(noun) and not self._event_head((noun, end)):
                    role = slots[preposition]
                    if role in ("actor", "recipient") and not self._agent_at(k):
                        found.add(role, (noun, end))
                    k = end
                    continue
                wanted.discard(preposition)
            k += 1

    def _agent_at(self, k: int) -> int | None:
        word = self.tokens[k].word
        if k + 1 < len(self.tokens):
            size = _AGENT.get((word.core, self.tokens[k + 1].word.norm))
            if size:
                return k + size
        if "ب" in word.proclitics and _AGENT.get(("ب", word.core)):
            return k + 1
        return None

    def agents(self, k: int) -> list[Range]:
        """The doers named by على يد، من قبل، بنيران and the like after token ``k`` in its sentence."""
        if k >= len(self.tokens):
            return []
        _, high = self.clauses.limits(max(k - 1, 0))
        for m in range(k, min(high, k + 22)):
            if self.tokens[m].text in ".؛؟!":
                break
            if self.tokens[m].upos == "VERB" and self.tokens[m].word.enclitic and m > k:
                # وقد تبناه تنظيم كذا
                if any(r.lemma == "تبنى" for r in self.tokens[m].word.verbs):
                    claimant = self.clauses.subject_after(m, lemma="تبنى")
                    if claimant is not None:
                        return [claimant]
            start = self._agent_at(m)
            if start is not None and start < high and not self.phrases.outside(start):
                end = self.phrases.noun_phrase(start, high)
                if end > start and not self.phrases.preposition(start):
                    return [(start, end)]
        return []

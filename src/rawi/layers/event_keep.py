"""Decides which triggers tell of an event: not sport or accidents, not wishes, purposes, topics or mere references back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from rawi.document import Sentence
from rawi.layers.event_carriers import Carriers
from rawi.layers.event_context import Context
from rawi.layers.event_doers import Doers
from rawi.layers.event_draft import Draft
from rawi.layers.event_verbs import VerbArguments
from rawi.record import Time
from rawi.text.clauses import Range

# What a statement of this stance contains is asked for, offered or refused, and has not happened.
_UNREAL = frozenset(("call", "promise", "reject", "ask"))
_PURPOSE = frozenset(
    (
        "ضروره",
        "اجل",
        "بهدف",
        "بغيه",
        "سبيل",
        "كيفيه",
        "امكانيه",
        "اهميه",
        "قصد",
        "بغرض",
        "محاوله",
        "محاولات",
        "مكافحه",
        "الحد",
        "منع",
    )
)
_FORCES = frozenset(("force", "armed", "rebel", "aircraft"))
# Tokens that the subject of a first clause may take before its verb.
_CLAUSE = 8
# Tokens to look back for a verb of seeing.
_SEEN = 15
# Types whose acts need somebody on one side at least.
_DONE_BY_SOMEBODY = frozenset(("COERCE", "SANCTION", "MOBILIZE", "RETREAT", "THREATEN"))
_ATTEMPT = frozenset(("محاوله", "محاولات"))
_BACK_REFERENCE = frozenset(("بعد", "منذ", "خلال", "عقب", "اثر", "قبل"))
_SUDDEN = frozenset(("ASSAULT", "PROTEST", "COERCE"))
# Types whose wording sport, film and markets borrow.
_BORROWED = frozenset(("ASSAULT", "PROTEST", "COERCE", "SANCTION", "RETREAT", "CONSULT", "MOBILIZE", "ACCUSE", "AID", "REJECT"))

# Types whose wording markets borrow.
_TRADED = frozenset(("ASSAULT", "RETREAT", "MOBILIZE", "COERCE"))
# Reasons that are often wrong: the confidence layer decides.
_DOUBTFUL = frozenset(("nobody takes part", "refers back to an event already coded"))


class Judge:
    """Keeps or drops the drafts of one document."""

    def __init__(self, context: Context, arguments: VerbArguments) -> None:
        self.context = context
        self.arguments = arguments
        self.doers = Doers(context, arguments)
        self.carriers = Carriers(context)
        self.doc = context.doc
        self.tokens = context.tokens
        self.phrases = context.phrases
        self._time_starts = [time.start for time in self.doc.times]

    def _drop(self, first: int, last: int, what: str, why: str) -> None:
        self.doc.drop("events", self.tokens[first].core_start, self.tokens[last - 1].end, what, why)

    def keep(self, draft: Draft, earlier: list[Draft]) -> bool:
        """Whether the draft stays; ``earlier`` are the last drafts before it. A noun in passing is marked for the joiner,
        one in doubt for the confidence layer."""
        i = draft.first
        why = ""
        classes = self.context.sentence_classes(i)
        if draft.own is not None and not (draft.frame is not None and self.doers.identifies(draft)):
            return True
        if draft.type in _BORROWED and "sport" in classes and "violence" not in classes:
            why = "the sentence speaks of sport"
        elif draft.type in ("ASSAULT", "PROTEST") and "film" in classes and "bombword" not in classes:
            why = "the sentence speaks of a work of art"
        elif draft.type in _TRADED and "market" in classes and not {"violence", "casualty"} & classes:
            why = "the sentence speaks of a market"
        elif draft.toll in ("killed", "injured") and self.accident(i):
            why = "an accident"
        elif draft.type == "ASSAULT" and draft.verb and self.doers.family(draft):
            why = "a crime in a family"
        elif draft.type == "ASSAULT" and self.doers.speaker(draft):
            why = "somebody speaks of himself"
        elif draft.type in ("ASSAULT", "PROTEST") and not draft.verb and self._any(draft):
            why = "whatever may happen, not something that did"
        elif draft.type in ("ASSAULT", "PROTEST") and self._asked(draft):
            why = "foretold, asked, or true of whoever does it"
        elif draft.type in ("ASSAULT", "PROTEST") and self._feared(draft):
            why = "feared, planned or asked about"
        elif self._unreal(draft):
            why = "asked for, offered or refused, not done"
        elif draft.type in ("REJECT", "REQUEST", "ACCUSE") and draft.verb and self.doers.identifies(draft):
            why = "only tells which ones are meant"
        elif draft.type == "THREATEN" and draft.verb and self.doers.thing(draft):
            why = "a thing cannot threaten"
        elif draft.type in _DONE_BY_SOMEBODY and self.doers.lifeless(draft):
            why = "only things take part"
        elif draft.type in _DONE_BY_SOMEBODY and not draft.verb and self._topic(draft):
            why = "a topic of talks"
        elif draft.verb and self._wished(draft):
            why = "wished or habitual, not told as done"
        elif not draft.verb and self._purpose(draft):
            why = "a purpose or wish"
        elif not draft.verb and self._empty(draft):
            why = "nobody takes part"
        elif not draft.verb and draft.type in _SUDDEN and self._deemed(draft):
            why = "says what such an act is"
        elif not draft.verb and self._back_reference(draft, earlier):
            why = "refers back to an event already coded"
        elif not draft.verb and (draft.type in _SUDDEN or draft.type == "RETREAT"):
            draft.passing = self._in_passing(draft, earlier)
        if not why and draft.type in ("ASSAULT", "PROTEST") and not draft.passing:
            draft.passing = self._background(draft)
        if why in _DOUBTFUL:
            draft.doubt = why
        elif why:
            self._drop(draft.first, draft.last, draft.type, why)
        return not why

    def accident(self, i: int) -> bool:
        """Whether the sentence of token ``i`` speaks of an accident (حادث سير، غرق) and of no attack."""
        classes = self.context.sentence_classes(i)
        return ("accident" in classes or {"traffic", "mishap"} <= classes) and "accidentexcept" not in classes

    def _topic(self, draft: Draft) -> bool:
        """Whether the noun names what is talked about (اتفاق بشأن وقف إطلاق النار، مفاوضات الانسحاب)."""
        i = draft.first
        sentence = self.doc.sentences[self.tokens[i].sentence]
        if draft.found.actors or draft.found.pattern.startswith("noun:"):
            return False
        return any("topic" in self.context.classes(k) for k in range(max(sentence.first, i - 2), i))

    def _any(self, draft: Draft) -> bool:
        """Whether a noun stands after أي or كل: any attack, every attack."""
        i = draft.first
        sentence = self.doc.sentences[self.tokens[i].sentence]
        return any("anyof" in self.context.classes(k) for k in range(max(sentence.first, i - 2), i))

    def _asked(self, draft: Draft) -> bool:
        """Whether the act is foretold, asked in the body, or done by whoever does it (سيقتل، من استهدف الجسر)."""
        i = draft.first
        sentence = self.doc.sentences[self.tokens[i].sentence]
        if draft.verb and draft.type == "ASSAULT" and "س" in self.tokens[i].word.proclitics:
            return True  # foretold, it is a threat or a guess; a demonstration is announced
        if self.tokens[sentence.last - 1].text == "؟" and sentence.start >= self.doc.title_end:
            return True
        before = self.tokens[i - 1].word
        return draft.verb and i > sentence.first and before.core == "من" and not before.enclitic

    def _feared(self, draft: Draft) -> bool:
        """Whether words shortly before, in the same clause, fear, plan, ask or forbid the act (تحسبا لـ، يخططون لشن، كيفية)."""
        i = draft.first
        sentence = self.doc.sentences[self.tokens[i].sentence]
        if draft.statement is not None and draft.statement.stance == "ask":
            return True
        for k in range(i - 1, max(sentence.first, i - (2 if draft.verb else 4)) - 1, -1):
            token = self.tokens[k]
            if token.kind == "punct":
                return False
            known = draft.type == "PROTEST" and draft.verb and token.word.definite  # أسر المتهمين احتشدوا
            if "feared" in self.context.classes(k) and not known:
                return True
        return False

    def _long_past(self, i: int) -> bool:
        """Whether the date nearest to token ``i`` in its sentence lies more than a year back (في فبراير 2005، عام 2003)."""
        sentence = self.doc.sentences[self.tokens[i].sentence]
        at = self.tokens[i].start
        nearest: tuple[int, bool] | None = None
        for time in self._times(at - 200, at + 200):
            if time.start < sentence.start or time.end > sentence.end or time.type not in ("DATE", "TIME"):
                continue
            distance = abs(time.start - at)
            if nearest is None or distance < nearest[0]:
                nearest = (distance, self._old(time))
        return nearest is not None and nearest[1]

    def _times(self, start: int, end: int) -> list[Time]:
        """The times that begin within these characters."""
        return self.doc.times[bisect_left(self._time_starts, start) : bisect_right(self._time_starts, end)]

    def _old(self, time: Time) -> bool:
        year = time.value[:4]
        if not year.isdigit():
            return False
        published = self.doc.report.published
        if not published:
            # With no day of publication, a year written out marks what is recalled.
            return year in time.text
        now = int(published[:4]) * 12 + int(published[5:7] or 1)
        month = time.value[5:7]
        return now - (int(year) * 12 + (int(month) if month.isdigit() else 12)) > 12

    def subordinate(self, draft: Draft) -> bool:
        """Whether the act stands in a relative or time clause, or behind بعد، منذ …: what another act is told by."""
        i = draft.first
        sentence = self.doc.sentences[self.tokens[i].sentence]
        if draft.verb and self.arguments.relative_before(i) is not None:
            return True
        wanted = "timeclause" if draft.verb else "timeanchor"
        return any(wanted in self.context.classes(k) for k in range(max(sentence.first, i - 3), i))

    def _unreal(self, draft: Draft) -> bool:
        statement = draft.statement
        if statement is None or statement.stance not in _UNREAL:
            return False
        if not draft.verb and (self.carriers.brought_about(draft.first) or self.carriers.led_to(draft)):
            return False
        before = self.tokens[draft.first - 1].word.core if draft.first else ""
        return (draft.verb and not self.arguments.relative_before(draft.first)) or (
            not draft.verb and before not in _BACK_REFERENCE
        )

    def _purpose(self, draft: Draft) -> bool:
        i = draft.first
        token = self.tokens[i]
        before = [self.tokens[k].word.core for k in range(max(i - 2, 0), i)]
        if any(word in _PURPOSE for word in before[-1:]) or (i > 0 and self.tokens[i - 1].word.norm in _PURPOSE):
            tried = before[-1] in _ATTEMPT and "attempted" in self.context.classes(i)
            return not (tried or (before[-1] in _ATTEMPT and self.carriers.undergone(i)))
        if "ب" in token.word.proclitics and i > 0 and "demanding" in self.context.classes(i - 1):
            return True
        if self._endeavour(draft):
            return True
        if before[-1:] == ["الي"] and draft.frame and draft.frame.kind == "verb":
            return True
        if "ل" in token.word.proclitics and draft.frame is not None and not token.word.definite:
            return not draft.found.pattern.startswith("noun:") and draft.type not in ("ASSAULT", "CONSULT", "AID")
        return False

    def _endeavour(self, draft: Draft) -> bool:
        """Whether ل leads to what is meant to be done to somebody (لاستهداف المواقع، للتصدي لهم) and nobody is told to have
        suffered it."""
        i = draft.first
        if draft.type != "ASSAULT" or "ل" not in self.tokens[i].word.proclitics or draft.frame is None:
            return False
        if draft.found.pattern.startswith("noun:") or self.carriers.undergone(i) or self.carriers.used(i):
            return False
        if self.carriers.brought_about(i) or (i > 0 and "judging" in self.context.classes(i - 1)):
            return False  # أدى لمقتل، إدانته لحرق
        meant = draft.frame.slots.get("genitive") in ("recipient", "either") or draft.frame.kind == "verb"
        return (meant and not self.tokens[i].word.definite) or "endeavour" in self.context.classes(i)

    def _in_passing(self, draft: Draft, earlier: list[Draft]) -> bool:
        """Whether a noun only names a matter (ملف اغتيال، وسائل التعذيب، بعد الهجوم) and no clause tells that it took place.

        It is told when it begins its sentence, when a verb of reporting has it for its object (أعلن مقتل، أفاد بمقتل), when a
        past verb stands before it (وقع انفجار), when a verb lends it a subject, or when its victims are counted.
        """
        i = draft.first
        sentence = self.doc.sentences[self.tokens[i].sentence]
        if self._headline(sentence) or draft.found.pattern == "predicate":
            return False
        word = self.tokens[i].word
        if draft.toll and any(self.context.counted(span) for span in draft.found.recipients):
            return False
        if self.carriers.tells(i, draft):
            return False
        if draft.statement is not None and draft.statement.stance in ("condemn", "accuse") and draft.type == "ASSAULT":
            return True  # the news is the judgement
        if "trial" in self.context.sentence_classes(i):
            return True
        if self.tokens[i - 1].text == ":" or self._listed(i, sentence):
            return word.definite
        if self.carriers.carried(i, draft) or self.carriers.since(i, draft):
            return False
        if i - sentence.first <= 1:
            return word.definite
        if earlier and self.phrases.coordinated(i):
            last = earlier[-1]
            if last.type in _SUDDEN and not last.verb and i - last.last < 12 and last.first >= sentence.first:
                return last.passing
        k = i - 1
        while k > sentence.first and (
            self.tokens[k].kind == "number" or self.phrases.bare_is(k, "quantifier") or "series" in self.context.classes(k)
        ):
            k -= 1
        before = self.tokens[k]
        content = draft.statement.content if draft.statement else None
        if content and self.tokens[i].core_start - content.start <= 3 and self._reported(draft):
            return False
        if before.text in "،,":
            return word.definite or draft.type == "ASSAULT" or not word.verbs
        if before.upos in ("VERB", "AUX"):
            past = any(r.tense == "past" for r in before.word.verbs)
            return bool(self.phrases.preposition(k + 1)) or not past or word.definite
        return True

    def _deemed(self, draft: Draft) -> bool:
        """Whether the next verb says what such an act is, as a definition does (قصف المدن يعد جريمة)."""
        sentence = self.doc.sentences[self.tokens[draft.first].sentence]
        if self._headline(sentence) or any(self.context.counted(span) for span in draft.found.recipients):
            return False
        for k in range(draft.last, min(sentence.last, draft.last + _SEEN)):
            if self.tokens[k].text in ".،,؛:؟!":
                return False
            if self.tokens[k].upos in ("VERB", "AUX"):
                return "deemed" in self.context.classes(k)
        return False

    def _listed(self, i: int, sentence: Sentence) -> bool:
        """Whether nothing but marks, places and dates stands before token ``i``: the line of a chronicle."""
        if i - sentence.first > 9 or self.tokens[sentence.first].kind == "word":
            return False
        named = [
            (t.start, t.end)
            for t in (
                *self._times(sentence.start, sentence.start + 80),
                *self.context.places(sentence.start, sentence.start + 80),
            )
        ]
        return all(
            token.kind != "word" or any(start <= token.start < end for start, end in named)
            for token in self.tokens[sentence.first : i]
        )

    def _background(self, draft: Draft) -> bool:
        """Whether an act of violence or protest is recalled rather than reported: nobody known takes part, or it stands in a
        relative clause or under a year long past, with no head count."""
        i = draft.first
        sentence = self.doc.sentences[self.tokens[i].sentence]
        found = draft.found
        if self._headline(sentence):
            return False
        if self.subordinate(draft) and self._long_past(i):
            return True
        if not draft.verb and "trial" in self.context.sentence_classes(i) and not self._starts(i, sentence):
            return True
        if any(self.context.counted(span) or self._many_dead(span) for span in (*found.recipients, *found.actors)):
            return False
        told_by = self.context.classes(self.phrases.head(*found.subject)) if draft.verb and found.subject else frozenset()
        if "attack" in told_by or "missile" in told_by:
            return False
        dated = self.context.dated(i)
        if dated == "year":
            return True
        if draft.verb and not any(
            self.context.somebody(span) or "target" in self.context.classes(self.phrases.head(*span))
            for span in (*found.actors, *found.recipients)
        ):
            return draft.toll == "" and "explosives" not in draft.mode and draft.type == "ASSAULT"
        if dated == "day":
            return False
        if draft.verb:
            return self.arguments.relative_before(i) is not None or (
                found.pattern == "verb:pronoun" and found.object is not None
            )
        if draft.type == "PROTEST" and self.carriers.carried(i, draft):
            return False
        word = self.tokens[draft.last - 1].word
        if found.pattern.startswith("noun:"):
            return word.definite and not self.carriers.undergone(i)
        return bool(draft.toll) and draft.statement is None and not self.carriers.brought_about(i)

    def _many_dead(self, span: Range) -> bool:
        """Whether dead or wounded are counted in words (عشرات القتلى)."""
        words = range(span[0], min(span[1], span[0] + 3))
        return any(self.phrases.bare_is(k, "quantifier") for k in words) and any(
            "casualty" in self.context.classes(k) for k in words[1:]
        )

    def _starts(self, i: int, sentence: Sentence) -> bool:
        return i - sentence.first <= 2

    def headline(self, i: int) -> bool:
        """Whether token ``i`` stands in the title, or in what opens the report like one."""
        return self._headline(self.doc.sentences[self.tokens[i].sentence])

    def _headline(self, sentence: Sentence) -> bool:
        """Whether a sentence is the title, or opens the report as short as one and without a full stop."""
        if sentence.start < self.doc.title_end:
            return True
        return sentence.i == 0 and sentence.last - sentence.first < 16 and self.tokens[sentence.last - 1].text not in ".؟!…»"

    def _reported(self, draft: Draft) -> bool:
        """Whether the noun is itself what is reported (أعلن مقتل) and not the first word of a clause (أعلن أن مقتل … يضر)."""
        before = self.tokens[draft.first - 1] if draft.first else None
        return before is not None and not self.phrases.is_a(draft.first - 1, "complementiser") and before.text not in ':«"“'

    def _wished(self, draft: Draft) -> bool:
        """Whether a verb stands in the subjunctive (أن يقتل، ليقتل) without a word of expecting, or tells of a habit."""
        i = draft.first
        word = self.tokens[i].word
        if not any(r.tense == "present" for r in word.verbs) or any(r.tense == "past" for r in word.verbs):
            return False
        if "ل" in word.proclitics:
            return True
        sentence = self.doc.sentences[self.tokens[i].sentence]
        if any("seeing" in self.context.classes(k) for k in range(max(sentence.first, i - _SEEN), i)):
            return False  # شاهد مسلحين يطلقون النار
        before = [self.tokens[k].word.core for k in range(max(sentence.first, i - 5), i)]
        if before[-1:] == ["ان"] and before[-2:-1] in (["قبل"], ["الي"]):
            return False  # قبل أن ترديه الشرطة: in the end they did
        if before[-1:] and before[-1] in ("ان", "الا", "كي", "لكي", "حتي", "بان"):
            return not self.context.expected(i)
        if (
            draft.type in ("ASSAULT", "PROTEST")
            and i - sentence.first > 3
            and before[-1:] not in (["لم"], ["لن"])
            and "س" not in word.proclitics
        ):
            if self._under_way(draft) or self._crowd(draft):
                return False
            return sentence.i > 0 or self.tokens[sentence.last - 1].text in ".؟!"
        return False

    def _under_way(self, draft: Draft) -> bool:
        """Whether somebody reports in his first clause what forces or armed people are doing (إن القوات تشن عمليات)."""
        statement = draft.statement
        if statement is None or statement.content is None or statement.stance not in ("say", "announce", "affirm"):
            return False
        if self.arguments.relative_before(draft.first) is not None:
            return False
        near = draft.first - self.doc.token_at(statement.content.start) <= _CLAUSE
        heads = [self.phrases.head(*span) for span in draft.found.actors]
        return near and any(_FORCES & self.context.classes(k) for k in heads)

    def _crowd(self, draft: Draft) -> bool:
        """Whether a crowd is told to demonstrate (يتظاهر آلاف السودانيين): no habit of one person's."""
        return draft.type == "PROTEST" and any(
            self.context.counted(span) or any(self.phrases.bare_is(k, "quantifier") for k in range(*span))
            for span in draft.found.actors
        )

    def _empty(self, draft: Draft) -> bool:
        """A noun of talk or dealings without anyone who does it is a topic, not an event."""
        if draft.type in _SUDDEN or draft.type == "RETREAT":
            return False
        if draft.type == "THREATEN" and self.headline(draft.first):
            return False
        if draft.type in ("REJECT", "THREATEN", "ACCUSE") and draft.frame is not None and draft.frame.kind == "phrase":
            return False  # لن نسمح، لن يفلتوا، مباشرة قضية: the speaker refuses or threatens, a judge prosecutes
        if "convict" in draft.mode:
            return False
        people = (*draft.found.actors, *draft.found.recipients)
        if people and draft.type in ("SUPPORT", "AID", "COOPERATE", "MOBILIZE"):
            # دعم القدرة الشرائية، التعاون التقني: what is helped is not somebody.
            return not any(self.context.somebody(span) or self.context.counted(span) for span in people)
        if people:
            return False
        return not draft.found.pattern.startswith("noun:") and draft.first > self.doc.sentences[
            self.tokens[draft.first].sentence].first  # fmt: skip

    def _back_reference(self, draft: Draft, earlier: list[Draft]) -> bool:
        word = self.tokens[draft.last - 1].word
        if (
            not (word.definite or word.enclitic)
            or draft.found.actors
            or draft.found.recipients
            or self.carriers.claimed(draft.first)
            or self.carriers.undergone(draft.first)
            or self.carriers.carried(draft.first, draft)
        ):
            return False
        return any(other.type == draft.type for other in earlier[-12:])

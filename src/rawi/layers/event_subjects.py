"""Subjects of verbs: antecedents, topics of clauses, speakers behind pronouns, subjects shared over و."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from rawi.layers.event_context import Context
from rawi.layers.event_shapes import Shapes
from rawi.record import Statement
from rawi.text.clauses import Clauses, Range, agrees, readings

_ROLES = frozenset(("recipient", "actor"))
_DEADLY = frozenset(("killed", "injured"))


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


class Subjects(Shapes):
    """Finds the subjects of verbs in one document."""

    def __init__(self, context: Context, clauses: Clauses) -> None:
        super().__init__(context, clauses)
        self._subjects: dict[int, Range | None] = {}
        self._quote_starts = [quote.start for quote in context.doc.quotes]

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

    def _subject(self, i: int, lemma: str) -> Range | None:
        tokens = self.tokens
        found = readings(tokens[i], lemma)
        relative = self.relative_before(i)
        resumed = i + 1 < len(tokens) and tokens[i + 1].upos == "ADP" and bool(tokens[i + 1].word.enclitic)
        if relative is not None and not tokens[i].word.enclitic and not resumed:
            antecedent = self.clauses.antecedent(relative)
            if antecedent is not None and (not self._event_head(antecedent) or self._tells(lemma)):
                return antecedent
            if antecedent is not None and (owner := self._behind_event(antecedent, relative)) is not None:
                return owner  # مقتل السائق الذي صدم
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
        if relative is not None and tokens[i].word.enclitic and before == self.clauses.antecedent(relative):
            before = None  # النقاط التي وصفها: the antecedent is the object
            if (after := self._after(i, lemma)) is None:
                return self.speaker(i) or self._carried(i, lemma)
            return after
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

    def _behind_event(self, span: Range, stop: int) -> Range | None:
        """The genitive of an event noun that a relative pronoun at ``stop`` refers to, when it is somebody."""
        first = self.phrases.head(*span) + 1
        if first >= span[1] or self.phrases.preposition(first) or not self.phrases.nominal(first):
            return None
        end = self.phrases.noun_phrase(first, stop)
        return (first, end) if end == span[1] and self.context.somebody((first, end)) else None

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
        """داهمت الشرطة المنزل واعتقلت امرأة: the subject that a verb joined by و shares, what follows it being its object."""
        frames = self.context.frames.verbs.get(lemma, ())
        acts = [f for f in frames if f.slots.get("object") in _ROLES and "subject" in f.slots and f.toll not in _DEADLY]
        if (
            self.tokens[i].word.enclitic
            or not acts
            or len(acts) < len(frames)
            or self.clauses.object_after(i, after) is not None
        ):
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
        """The phrase that opens the clause of verb ``i`` (أن خمسة من العمال المضربين قرب الميناء أوقفوا), over what else
        stands between: prepositional phrases, appositions, relative clauses; ``None`` when a verb of the clause does."""
        low, _ = self.clauses.limits(i)
        verb = 0
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
                verb = 0
            elif token.upos in ("VERB", "AUX") and token.word.verbs and lemma is not None:
                if verb:
                    return None
                verb = k
        if start < 0 or start >= i or self.phrases.preposition(start):
            return None
        while start < i and self.tokens[start].kind == "punct":
            start += 1
        end = self.phrases.noun_phrase(start, i)
        if end <= start or self.phrases.outside(start) or self._event_head((start, end)):
            return None
        if verb and (verb != end or any(self._definite(k) for k in range(start, end))):
            return None  # but أن انتحاريا | يقود سيارة فجر نفسه: the verb beside an indefinite noun describes it
        if lemma is None:
            return (start, end)
        head = self.phrases.head(start, end)
        if not agrees(self.tokens[i], self.tokens[head], before=True, lemma=lemma):
            return None
        return (start, end) if self._numbers_agree(i, lemma, (start, end)) else None

    def _definite(self, k: int) -> bool:
        word = self.tokens[k].word
        return word.definite or bool(word.enclitic) or self.phrases.mention(k) is not None

    def _described(self, i: int, lemma: str) -> Range | None:
        """The indefinite phrase that verb ``i`` describes without a relative pronoun (على مسلحين هاجموا حاجزا)."""
        low, _ = self.clauses.limits(i)
        k = i
        for k in range(i - 1, max(low, i - 14) - 1, -1):
            token = self.tokens[k]
            if (token.kind == "punct" and token.text not in '«»"“”') or token.upos in ("VERB", "AUX"):
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
            if any(
                self.tokens[k].word.bare.endswith(("ون", "ين")) and self.phrases.adjective(k) for k in range(head + 1, span[1])
            ):
                return True  # الأساتذة الجامعيون
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
        if statement is None and self.tokens[i].word.verbs and all(r.person != "3" for r in self.tokens[i].word.verbs):
            statement = self._quoting(i)
        if statement is None:
            return None
        who = statement.source or statement.source_ref
        return self.range_of(who.start, who.end) if who is not None else None

    def _quoting(self, i: int) -> Statement | None:
        """The statement whose quotation goes on at token ``i``, sentences after its content (قال: «ناقشنا كذا. واتفقنا»)."""
        quotes = self.context.doc.quotes
        at = bisect_right(self._quote_starts, self.tokens[i].start) - 1
        if at < 0 or not quotes[at].first <= i <= quotes[at].last:
            return None
        for k in range(quotes[at].first, min(quotes[at].first + 3, i)):
            opened = self.context.innermost(self.tokens[k].core_start, self.tokens[k].end)
            if opened is not None:
                return opened
        return None

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
        lemmas = list(dict.fromkeys(reading.lemma for reading in self.tokens[k].word.verbs))
        after = (self._after(k, lemma) for lemma in lemmas)
        subject = next((span for span in after if span is not None), None)
        subject = subject or self.clauses.subject_before(k, lemma=lemmas[0])
        relative = self.relative_before(k) if subject is None else None
        if relative is not None and not self.tokens[k].word.enclitic:
            subject = self.clauses.antecedent(relative)
        self._subjects[k] = subject
        return subject

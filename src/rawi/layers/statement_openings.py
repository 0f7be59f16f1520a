"""What leads from a verb of saying to its content: feelings, responsibility, claims, and contents that stand before the cue."""

from __future__ import annotations

from rawi.document import Sentence
from rawi.layers.statement_cues import Cue
from rawi.layers.statement_subjects import Subjects
from rawi.layers.statement_words import Intro
from rawi.text.clauses import Range


class Openings(Subjects):
    """Finds the content of a verbal cue whose subject is known."""

    def _intro(self, i: int, k: int, high: int, entry: Cue, *, direct: bool) -> Intro | None:
        """What introduces the content of the cue at ``i``, from token ``k`` on; ``direct``: ``k`` follows its subject."""
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
        if i + 1 < high and "bare" in entry.slots and k == i + 1 and self._firstperson_starts(i + 1):
            return Intro(i + 1, "bare")
        if k < high and "bare" in entry.slots and not self.phrases.coordinated(k):
            no = self.tokens[k].word.norm in ("لا", "لم", "ما") and k + 1 < high and self._firstperson_starts(k + 1)
            if no or self.cues.is_a(self.tokens[k], "begins"):
                return Intro(k, "bare")  # قال الوزير نحن بحاجة إلى، لا أعتقد
        intro = self.frames.introduce(k, high, entry, start=i, bare=direct)
        if intro is not None and "feeling" in entry.slots and intro.slot == "عن" and not self.frames.abstract(intro.first):
            return None  # يعبرون عن المجتمع
        return intro

    def _firstperson_starts(self, k: int) -> bool:
        token = self.tokens[k]
        if token.word.enclitic == "نا" and token.word.verbs and not token.word.proclitics:
            return True  # رصدنا
        return token.upos == "VERB" and bool(token.word.verbs) and all(r.person == "1" for r in token.word.verbs)

    def _feeling(self, k: int, high: int) -> Intro | None:
        """أعرب … عن قلقه من …: the feeling sets the stance, what it is about is the content."""
        tokens = self.tokens
        dash = next((m for m in range(k, min(high, k + 6)) if self.frames.inserted(m, high) > m), -1)
        if dash >= 0:
            k = self.frames.inserted(dash, high)  # أعرب الموقعون -وهم كثر- عن قلقهم
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
            cue_end = t + 1 if t == k and tokens[t - 1].word.core != "عن" else 0
            lacking = cue.stance in ("support", "expect") and tokens[t - 1].word.norm == "عدم"  # عن عدم رضاه
            return Intro(self._felt(t, high), "feeling", (), None, "condemn" if lacking else cue.stance, cue_end)
        return None

    def _felt(self, t: int, high: int) -> int:
        """First token of what the feeling at ``t`` is about; ``t`` itself when it stands alone."""
        tokens, phrases, frames = self.tokens, self.phrases, self.frames
        after = t + 1
        while after < high and (
            phrases.adjective(after) or phrases.is_a(after, "adverb") or phrases.outside(after)
            or (tokens[after].text in ("،", ",") and after + 1 < high and phrases.outside(after + 1))
        ):  # fmt: skip
            after += 1
        if after >= high or tokens[after].text[0] in ".،؛,":
            return t
        if frames.that(after):
            return frames.after_that(after)
        preposition = phrases.preposition(after)
        if not preposition or after + 1 >= high:
            return t
        noun = after if tokens[after].word.core != preposition else after + 1
        return frames.after_that(noun) if frames.that(noun) else noun

    def _responsibility(self, k: int, high: int) -> Intro | None:
        for t in range(k, min(high, k + 20)):
            if self.tokens[t].text in ".؛:":
                return None
            if self.cues.bare_is(self.tokens[t], "blame"):
                to = self.phrases.noun_phrase(k, t)
                return Intro(t, "responsibility", tuple(self.phrases.conjuncts(k, to)) if to > k else ())
        return None

    def _claim(self, i: int, k: int, high: int) -> Intro | None:
        if self.tokens[i].word.enclitic:
            return Intro(-1, "claim")
        t = self.frames.clauses.skip_adjuncts(k, high)
        if t < high and self.cues.bare_is(self.tokens[t], "claimed"):
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
        quote = self.frames.quote_end_at.get(k)
        return Intro(quote.first, "before", (), quote) if quote is not None and quote.last - quote.first >= 3 else None

    def _trailing(self, i: int, entry: Cue, how: str, source: Range | None, sentence: Sentence) -> Intro | None:
        """``…، يضيف البيان.``: what is said stands before its cue, which ends the sentence."""
        if how != "after" or source is None or "quote" not in entry.slots or i - sentence.first < 4 or self.current:
            return None
        if self.tokens[i - 1].text not in "،," or any(self.tokens[k].kind != "punct" for k in range(source[1], sentence.last)):
            return None
        first = sentence.first
        while first < i and (self.tokens[first].kind == "punct" or first in self.frames.credited):
            first += 1
        return Intro(first, "before")

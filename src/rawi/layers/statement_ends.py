"""Where the report takes the word again: signs that a content has ended before its sentence has."""

from __future__ import annotations

from rawi.layers.statement_cues import verb_cues
from rawi.layers.statement_frames import Frames
from rawi.layers.statement_words import Draft

_REACH = 150
_LEAD = 8  # tokens of a sentence before a cue in a clause of time
# Stances whose content is wanted, judged or claimed: what is told after it of time and circumstance belongs to the cue.
_JUDGING = frozenset(("call", "promise", "reject", "support", "condemn", "accuse", "warn", "expect"))


class Ends:
    """Finds the first sign that the content of a draft is over. Looks no farther than a window."""

    def __init__(self, frames: Frames) -> None:
        self.frames = frames
        self.tokens = frames.tokens
        self.cues = frames.cues
        self.phrases = frames.phrases

    def turn(self, draft: Draft, end: int) -> int:
        """Index of the token with which the report goes on after the content of ``draft``, -1 when nothing tells."""
        nominal = self._nominal(draft)
        leads = self._leads(draft)
        if nominal and draft.kind == "noun":
            return self._phrase_end(draft.first, end)
        depth = 0
        title_end = self.frames.doc.title_end
        for k in range(draft.first, min(end, draft.first + _REACH)):
            text = self.tokens[k].text
            if k in self.frames.quote_at and k > draft.first:
                depth = self.frames.quote_at[k].last
            if k < depth or k == draft.first:
                nominal = nominal and (draft.pattern == "predicate" or not self.frames.finite(k))
                continue
            if text.startswith("..") and self.tokens[k].start < title_end:
                return k  # two headlines in one
            if nominal and text == ":" and k + 2 in self.frames.quote_at:
                return k
            if self.tokens[k].kind != "word":
                continue
            if self.tokens[k - 1].text in "،,." and self._after_comma(k, end, nominal):
                return k
            if leads and self.tokens[k - 1].text in "،," and self.frames.finite(k) and not self.phrases.coordinated(k):
                return k
            if nominal and k + 1 < end and self.cues.is_a(self.tokens[k], "explaining") and self.frames.finite(k + 1):
                return k
            if nominal and self.frames.finite(k) and self.tokens[k - 1].text == "ثم":
                return k - 1
            if nominal and self.frames.finite(k) and self.phrases.coordinated(k) and not self.tokens[k].word.nouns:
                return k
            but = self.tokens[k].word.core == "لكن" and self.tokens[k - 1].text in "،,؛" and k + 1 < end
            if (nominal and self._other_speaks(k, end)) or (but and self._other_speaks(k + 1, end, joined=True)):
                return k
            if self._reference(k, end):
                return k - 1
            if self._circumstance(k, end, draft, nominal):
                return k
            nominal = nominal and (draft.pattern == "predicate" or not self.frames.finite(k))
        return -1

    def _leads(self, draft: Draft) -> bool:
        """Whether the cue stands in a clause of time that opens its sentence, so that the main clause follows its comma
        (في الوقت الذي أكد فيه السفير …، رفض الوزير …)."""
        low = self.frames.doc.sentences[self.tokens[draft.cue[0]].sentence].first
        for k in range(draft.cue[0] - 1, max(low, draft.cue[0] - _LEAD), -1):
            if self.tokens[k].text in "،,":
                low = k + 1
                break
        if draft.kind != "verb" or draft.cue[0] - low > _LEAD:
            return False
        if any(self.tokens[k].text in "،,:.(" for k in range(low, draft.cue[0])):
            return False
        first = low + 1 if self.tokens[low].text == "و" else low
        if self.tokens[first].word.core == "في" and first + 1 < draft.cue[0]:
            return self.cues.is_a(self.tokens[first + 1], "meanwhile")
        return self.cues.is_a(self.tokens[first], "when")

    def _phrase_end(self, first: int, end: int) -> int:
        """End of a noun phrase with its adjuncts, when the predicate of the clause comes next (إعلانه عن سحب قواته يتيح …)."""
        stop = min(end, first + _REACH)
        k = max(self.phrases.noun_phrase(first, stop), first + 1)
        while k < stop:
            if self.tokens[k].word.norm == "من" and k + 1 < stop and self.cues.is_a(self.tokens[k + 1], "conjunction"):
                return k  # من المرجح أن
            after = self.frames.clauses.adjunct(k, stop)
            if after == k:
                break
            k = after
        known = k < stop and self.frames.finite(k) and not self.phrases.coordinated(k) and not self.frames.bare_relative(k)
        return k if known and not self.phrases.is_a(k - 1, "relative") else -1

    def _nominal(self, draft: Draft) -> bool:
        that = self.frames.that
        return draft.pattern not in ("clause", "quote", "near") and not that(draft.first - 1) and not that(draft.first)

    def _after_comma(self, k: int, end: int, nominal: bool) -> bool:
        """Whether the clause that begins at ``k`` after a comma is the report's own."""
        tokens, cues = self.tokens, self.cues
        token = tokens[k]
        word = token.word
        joined = word.proclitics[:1] == ("و",)
        follows = tokens[k + 1] if k + 1 < end else None
        if joined and word.core in ("كان", "كانت"):
            return True
        if joined and word.core == "ذلك":
            return True
        if joined and follows is not None:
            if word.core in ("لم", "لا") and cues.is_a(follows, "own voice"):
                return True  # ولم يتسن التحقق من …
            if word.verbs and (cues.bare_is(follows, "footage") or self._outlet(k + 1, end)):
                return True  # وأظهرت صور …، ونشرت وكالة …
        if not nominal:
            return False
        if cues.is_a(token, "aside") or (joined and (token.upos == "ADP" or (self.frames.finite(k) and not word.nouns))):
            return not (word.core in ("ان", "انه", "انها", "انهم") and joined)
        return word.norm == "في" and follows is not None and follows.word.norm in ("حين", "وقت", "الوقت", "المقابل")

    def _other_speaks(self, k: int, end: int, *, joined: bool = False) -> bool:
        """Whether another speaker with a verb of saying is joined on (تطالب بتحقيق والسلطة تتهم; لكن الرئيس قال)."""
        if not (joined or self.phrases.coordinated(k)) or not self.phrases.nominal(k):
            return False
        verb = self.phrases.noun_phrase(k, min(end, k + 10))
        if not k < verb < end or not self.frames.finite(verb) or self.phrases.coordinated(verb):
            return False
        known = self.frames.speaker_kind((k, verb)) in ("person", "body", "place", "name")
        return known and bool(verb_cues(self.cues, self.tokens[verb]))

    def _outlet(self, k: int, end: int) -> bool:
        return self.phrases.noun_phrase(k, end) > k and self.frames.speaker_kind((k, k + 1)) == "outlet"

    def _reference(self, k: int, end: int) -> bool:
        """Whether ``في إشارة إلى`` stands at the preposition before ``k``."""
        tokens = self.tokens
        return (
            tokens[k].word.norm == "اشاره"
            and tokens[k - 1].text == "في"
            and k + 1 < end
            and tokens[k + 1].word.norm in ("الي", "منه", "منها")
        )

    def _circumstance(self, k: int, end: int, draft: Draft, nominal: bool) -> bool:
        """Whether an adjunct of the cue and not of the content begins at ``k``: دون تقديم أدلة, and after what is wanted,
        judged or claimed بعد أن، بعد ساعات من، مع تصاعد."""
        tokens = self.tokens
        if k + 2 >= end:
            return False
        norm, follows = tokens[k].word.norm, tokens[k + 1]
        if norm == "دون":
            without = follows.word.norm == "ان" and self.cues.is_a(tokens[k + 2], "own voice")
            return without or self.cues.is_a(follows, "withheld")
        if not nominal or not (draft.stance in _JUDGING or draft.pattern == "predicate" or self._own_claim(draft)):
            return False
        if norm == "بعدما" or (norm == "بعد" and follows.word.norm == "ان"):
            return k + 3 not in self.frames.quote_at and k + 2 not in self.frames.quote_at
        if norm == "بعد":
            return any(tokens[m].word.norm == "من" for m in range(k + 1, min(end, k + 4))) and self.phrases.outside(k + 1)
        return norm == "مع" and self.cues.bare_is(follows, "process")

    def _own_claim(self, draft: Draft) -> bool:
        """Whether responsibility is claimed."""
        word = self.tokens[draft.first].word
        return bool(word.enclitic) and word.bare.startswith(("مسءولي", "مسءوليت"))

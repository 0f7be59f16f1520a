"""Whether words around the noun of an act tell that it took place: verbs that lend it a party, happen, cause or claim it."""

from __future__ import annotations

from rawi.layers.event_context import Context
from rawi.layers.event_draft import Draft
from rawi.text.fold import fold

_CAUSING = frozenset((
    "أسفر", "أدى", "أوقع", "خلف", "استهدف", "أودى", "وقع", "هز", "أصاب", "طال", "ضرب", "قتل", "أسقط", "دمر", "نفذ", "شن",
))  # fmt: skip
# Tokens to look back for the verb that carries a noun.
_FAR = 15
# The same for verbs that lend it a party; place and time may stand between.
_LENT = 26
# Prepositions through which empty verbs take the noun of an act; في and عن lead to too much else.
_LENDING = frozenset(("ل", "الي", "من", "علي", "ب"))


class Carriers:
    """Looks around the nouns of one document."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.doc = context.doc
        self.tokens = context.tokens
        self.phrases = context.phrases

    def tells(self, i: int, draft: Draft) -> bool:
        """Whether a verb in front of the noun lends it a party or says what brought it about, or somebody claims it."""
        if self._done(draft) or self.claimed(i) or self.undergone(i) or self.used(i):
            return True
        if self.lent(i, "actor") or self.witnessed(i):
            return True
        return bool(draft.toll and draft.found.recipients) and self.brought_about(i)

    def _done(self, draft: Draft) -> bool:
        """Whether a verb lends the noun its doer and does not only say that he meant to (حاول، قرر، اعتزم)."""
        kind, _, lemma = draft.found.pattern.partition(":")
        return kind == "noun" and bool(lemma) and "intending" not in self.context.frames.classes.get(fold(lemma), ())

    def undergone(self, i: int) -> bool:
        """Whether somebody is told to have suffered or survived the act (تعرض للضرب، نجا من محاولة اغتيال)."""
        return self.lent(i, "recipient")

    def lent(self, i: int, role: str) -> bool:
        """Whether a verb before it, perhaps a few clauses back, lends the act at token ``i`` a party of this role through a
        preposition (قام رجل كان يقود سيارة بقتل، أقدم شاب على قتل)."""
        sentence = self.doc.sentences[self.tokens[i].sentence]
        at = i - 1 if i > sentence.first and "series" in self.context.classes(i - 1) else i
        preposition = self.phrases.preposition(at) or (self.phrases.preposition(at - 1) if at > sentence.first else None)
        if preposition not in _LENDING:
            return False
        for k in range(at - 1, max(sentence.first, at - _LENT) - 1, -1):
            if self.tokens[k].text in ".؛:؟!":
                return False
            for reading in self.tokens[k].word.verbs if self.tokens[k].upos == "VERB" else ():
                support = self.context.frames.support.get(reading.lemma)
                if support is None or support.subject != role or support.position not in _LENDING:
                    continue
                if support.position == preposition or (preposition == "الي" and support.position == "ل"):
                    return role == "recipient" or reading.tense == "past"
        return False

    def witnessed(self, i: int) -> bool:
        """Whether a place or a time is told to have seen the act (شهدت البلدة أمس اشتباكات)."""
        word = self.tokens[i].word
        if word.definite or self.phrases.preposition(i):
            return False
        for k in range(i - 1, max(self.doc.sentences[self.tokens[i].sentence].first, i - _FAR) - 1, -1):
            if self.tokens[k].upos == "VERB":
                return "witness" in self.context.classes(k)
            if self.tokens[k].text in ".؛:؟!":
                return False
        return False

    def used(self, i: int) -> bool:
        """Whether ل leads to what arms were used for, which was done (استخدم الصواريخ لضرب المواقع)."""
        first = max(self.doc.sentences[self.tokens[i].sentence].first, i - _FAR // 2)
        used = any("using" in self.context.classes(k) for k in range(first, i))
        return used and "ل" in self.tokens[i].word.proclitics

    def brought_about(self, i: int) -> bool:
        """Whether a verb shortly before says that something led to what token ``i`` names (أسفر القصف عن مقتل)."""
        sentence = self.doc.sentences[self.tokens[i].sentence]
        if self.phrases.preposition(i) not in ("ب", "ل") and self.phrases.preposition(i - 1) not in ("عن", "الي", "ب"):
            return False
        return any(self.tokens[k].upos == "VERB" and self.context.causes(k) for k in range(max(sentence.first, i - _FAR), i))

    def led_to(self, draft: Draft) -> bool:
        """Whether a past verb shortly behind the noun says what it led to (ضربات أسفرت عن), without another verb between."""
        sentence = self.doc.sentences[self.tokens[draft.first].sentence]
        for k in range(draft.last, min(sentence.last, draft.last + _FAR)):
            token = self.tokens[k]
            if token.upos == "VERB":
                return self.context.causes(k) and any(r.tense == "past" for r in token.word.verbs)
            if token.text in ".؛:؟!«":
                return False
        return False

    def since(self, i: int, draft: Draft) -> bool:
        """Whether another act is dated by a seizure or an arrest whose parties are told (منذ سيطرة الحركة على السلطة)."""
        if draft.type != "COERCE" or not (draft.found.actors or draft.found.recipients):
            return False
        sentence = self.doc.sentences[self.tokens[i].sentence]
        return any("timeanchor" in self.context.classes(k) for k in range(max(sentence.first, i - 2), i))

    def claimed(self, i: int) -> bool:
        """Whether responsibility is claimed for the act, or somebody is said to be behind it: مسؤوليته عن الهجوم، يقف وراء."""
        if i < 2:
            return False
        before = self.tokens[i - 1].word.core
        if before == "عن":
            return "responsibility" in self.context.classes(i - 2)
        return before == "وراء" and any(
            r.lemma == "وقف" for k in range(max(0, i - 4), i - 1) for r in self.tokens[k].word.verbs
        )

    def carried(self, i: int, draft: Draft) -> bool:
        """Whether a verb of happening, of causing or undergoing carries the noun: تجددت المظاهرات، هجوم أدى، تعرض … للضرب."""
        sentence = self.doc.sentences[self.tokens[i].sentence]
        word = self.tokens[i].word
        before = self.tokens[i - 1] if i > sentence.first else None
        if (
            before is not None
            and before.upos == "VERB"
            and any(
                (s := self.context.frames.support.get(r.lemma)) is not None and s.position == "subject"
                for r in before.word.verbs
            )
        ):
            return True
        if "ل" in word.proclitics:
            return any(any(r.lemma == "تعرض" for r in self.tokens[k].word.verbs) for k in range(max(sentence.first, i - 15), i))
        if (
            word.definite
            or word.enclitic
            or not (before is None or self.phrases.is_a(i - 1, "complementiser") or before.text in '،,«"')
        ):
            return False
        end = self.phrases.noun_phrase(i, sentence.last)
        after = self.tokens[end] if i < end < sentence.last else None
        return after is not None and after.upos == "VERB" and any(r.lemma in _CAUSING for r in after.word.verbs)

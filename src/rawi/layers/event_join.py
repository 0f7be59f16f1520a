"""One event told by several words: a cause and its victims, the dead and the wounded, a noun and the verb that carries it."""

from __future__ import annotations

from rawi.layers.event_context import Context
from rawi.layers.event_draft import Draft
from rawi.text.clauses import Range

# Tokens between a verb of feeling and its noun: the speaker and عن may stand there.
_BEHIND = 6
_LED_IN = frozenset(("في", "اثر", "جراء", "نتيجه", "خلال", "ب", "بعد", "عقب", "اثناء", "بسبب", "حين"))


class Joiner:
    """Joins the drafts of a sentence."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.tokens = context.tokens
        self.phrases = context.phrases

    def join(self, drafts: list[Draft]) -> list[Draft]:
        """The drafts of one sentence, those that tell of the same event made one."""
        kept: list[Draft] = []
        for draft in drafts:
            if not self._absorbed(draft, kept):
                kept.append(draft)
        return kept

    def _absorbed(self, draft: Draft, kept: list[Draft]) -> bool:
        if draft.type not in ("ASSAULT", "COERCE") and not (kept and kept[-1].type == draft.type):
            return False
        last = kept[-1] if kept else None
        if last is not None and last.verb and draft.own and last.type == draft.type and self._met(draft, last):
            return True
        if last is not None and self._felt(last, draft):
            for span in draft.found.recipients:
                last.found.add("recipient", span)
            return True
        for other in reversed(kept[-3:]):
            if other.type != draft.type or other.own or draft.own:
                continue
            caused = draft.toll in ("killed", "injured") and self._caused(draft, other)
            if other.statement is not draft.statement and not caused:
                continue  # what something led to may stand behind the speech that tells of it
            gap = draft.first - other.last
            if gap > 40:
                continue
            harmed = other.toll in ("killed", "injured") or any(kind for kind, _ in other.victims)
            if draft.toll in ("killed", "injured") and harmed and self._with(other, draft):
                self._victims(other, draft, together=True)
                return True
            if not draft.verb and other.verb and other.toll and draft.toll and self._met(draft, other):
                for span in draft.found.actors:
                    other.found.add("actor", span)
                return True
            if not draft.verb and other.verb and not other.toll and draft.toll and self._told_of(draft, other):
                self._victims(other, draft)
                return True
            if not draft.verb and other.verb and self._governs(other, draft):
                other.passing = other.passing and draft.passing
                for span in draft.found.actors:
                    other.found.add("actor", span)
                for span in draft.found.recipients:
                    other.found.add("recipient", span)
                other.mode = other.mode or draft.mode
                return True
            if draft.verb and gap <= _BEHIND + _BEHIND and self._leaves(draft) and not self.phrases.coordinated(draft.first):
                for span in draft.found.recipients:  # مواجهات مع المسلحين | خلفت قتلى
                    other.found.add("recipient", span)
                other.passing = other.passing and draft.passing
                return True
            if not draft.verb and other.verb and gap <= _BEHIND + _BEHIND and self._used_for(other, draft):
                for span in draft.found.recipients:
                    other.found.add("recipient", span)
                return True
            if not draft.verb and other.verb and other.toll == draft.toll == "arrested" and gap <= _BEHIND + _BEHIND:
                for span in draft.found.recipients:  # ألقت الشرطة | القبض على زعيمهم
                    other.found.add("recipient", span)
                return True
            if draft.verb and other.verb and draft.toll and not other.toll and self._goes_on(draft, other):
                self._victims(other, draft)
                return True
            if caused:
                if other.passing and not draft.passing:
                    if not draft.found.actors:
                        draft.found.actors = list(other.found.actors)
                    draft.mode = draft.mode or other.mode
                    continue
                self._victims(other, draft)
                return True
            if other.toll in ("killed", "injured") and not draft.toll and gap < 25 and self._led_in(draft):
                if not other.found.actors:
                    other.found.actors = list(draft.found.actors)
                other.mode = other.mode or draft.mode
                return True
            if draft.verb and draft.found.subject is not None and self._same(draft.found.subject, other):
                other.passing = False
                for span in draft.found.recipients:
                    other.found.add("recipient", span)
                return True
            if draft.verb and draft.found.object is not None and self._same(draft.found.object, other):
                other.passing = False
                for span in draft.found.actors:
                    other.found.add("actor", span)
                return True
            if not draft.verb and gap <= 1 and other.verb and not other.toll and draft.found.pattern.startswith("noun:"):
                for span in draft.found.recipients:
                    other.found.add("recipient", span)
                other.mode = other.mode or draft.mode
                return True
        return False

    def _felt(self, other: Draft, draft: Draft) -> bool:
        """أعرب عن إدانته، أبدى رفضه: the noun right behind the verb says which feeling it utters."""
        return (
            other.own is not None
            and not draft.verb
            and draft.own is None
            and other.type == draft.type
            and 0 <= draft.first - other.last <= _BEHIND
        )

    def _leaves(self, draft: Draft) -> bool:
        """Whether a verb says what another act led to (خلفت قتلى، أوقع جرحى)."""
        return draft.frame is not None and self.context.causes(draft.first)

    def _used_for(self, other: Draft, draft: Draft) -> bool:
        """استخدم الصواريخ لضرب المواقع: arms and what they are used for are one act."""
        return "using" in self.context.classes(other.first) and "ل" in self.tokens[draft.first].word.proclitics

    def _same(self, subject: Range, other: Draft) -> bool:
        """Whether a subject or object is the noun of another draft, or what its verb carries out (شنت غارات | استهدفت)."""
        carried = other.found.object if other.verb and not other.toll else None
        if carried is not None and carried[0] <= subject[0] < carried[1]:
            return "attack" in self.context.classes(self.phrases.head(*carried))
        return subject[0] <= other.first < subject[1]

    def _victims(self, other: Draft, draft: Draft, *, together: bool = False) -> None:
        other.passing = other.passing and draft.passing
        if not other.victims and other.toll:
            other.victims = [(other.toll, span) for span in other.found.recipients]
        for span in draft.found.recipients:
            other.victims.append((draft.toll, span))
            if span != (draft.first, draft.last):  # a bare word for the dead names nobody
                other.found.add("recipient", span)
        if not other.found.actors and not together:
            other.found.actors = list(draft.found.actors)

    def _governs(self, other: Draft, draft: Draft) -> bool:
        """اندلعت مظاهرات، نظم العمال إضرابا: the noun is what the verb before it is about."""
        spans = [span for span in (other.found.subject, other.found.object) if span is not None]
        return not draft.toll and any(span[0] <= draft.first <= min(span[0] + 2, span[1] - 1) for span in spans)

    def _goes_on(self, draft: Draft, other: Draft) -> bool:
        """أطلق النار وقتل شرطيا: a deed without a victim and the victim told at once."""
        return not other.found.recipients and self.phrases.coordinated(draft.first) and draft.first - other.last <= 3

    def _told_of(self, draft: Draft, other: Draft) -> bool:
        """سقط ألف قتيل: the noun for the dead is the subject of the verb."""
        subject = other.found.subject
        return subject is not None and subject[0] <= draft.first < subject[1]

    def _met(self, draft: Draft, other: Draft) -> bool:
        """لقي جندي مصرعه، أعلن دعمه: the noun is the object of the verb."""
        met = other.found.object
        return met is not None and met[0] <= draft.first < met[1]

    def _with(self, other: Draft, draft: Draft) -> bool:
        """مقتل X وإصابة Y: the second is joined by و."""
        first = min([draft.first, *(span[0] for span in draft.found.recipients if draft.first - 6 < span[0])])
        joined = self.phrases.coordinated(first) or (
            first > 0 and self.tokens[first - 1].word.norm in ("فيما", "بينما", "كما") and draft.verb and other.verb
        )
        return joined and draft.first - other.last < 16

    def _caused(self, draft: Draft, other: Draft) -> bool:
        if not other.verb and other.first > 0 and self.context.causes(other.first - 1) and draft.first - other.last < 12:
            return True  # أسفر هجوم عن سبعة قتلى
        for k in range(draft.first - 1, max(other.last, draft.first - 8) - 1, -1):
            token = self.tokens[k]
            if token.upos == "VERB" and self.context.causes(k):
                word = self.tokens[other.last - 1].word
                return other.verb or not word.definite or bool(other.found.actors or other.found.recipients)
            if token.upos == "VERB":
                return False
        return False

    def _led_in(self, draft: Draft) -> bool:
        token = self.tokens[draft.first]
        if "ب" in token.word.proclitics:
            return True
        return any(
            self.tokens[k].word.core in _LED_IN or self.tokens[k].word.norm in _LED_IN
            for k in range(max(draft.first - 3, 0), draft.first)
        )

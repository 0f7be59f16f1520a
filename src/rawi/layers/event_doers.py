"""Whether those who take part in an act can be parties to it: people, forces and offices do and suffer; things do not."""

from __future__ import annotations

from rawi.layers.event_context import Context
from rawi.layers.event_draft import Draft
from rawi.layers.event_verbs import VerbArguments
from rawi.text.clauses import Range

_ME = frozenset(("نا", "ني", "ك", "كم"))
_ARMED = frozenset(("force", "armed", "rebel", "aircraft", "bombword"))
_THOSE = frozenset(("الذين", "اللذان", "اللذين", "اللواتي", "اللاتي"))
# Classes of words for what can be a party, beyond those that stand for somebody everywhere.
_PARTIES = frozenset((
    "person", "public", "official", "force", "armed", "civil", "police", "rebel", "territory", "aircraft", "court",
    "contraband", "captive", "refugee", "suspect", "envoy", "facility", "target", "ship", "authority", "country",
))  # fmt: skip


class Doers:
    """Judges the parties of the drafts of one document."""

    def __init__(self, context: Context, arguments: VerbArguments) -> None:
        self.context = context
        self.arguments = arguments
        self.tokens = context.tokens
        self.phrases = context.phrases

    def speaker(self, draft: Draft) -> bool:
        """Whether a verb is in the first or second person, or has the speaker or hearer for its object (قتلونا)."""
        if not draft.verb:
            return False
        word = self.tokens[draft.first].word
        return word.enclitic in _ME or (bool(word.verbs) and all(r.person in ("1", "2") for r in word.verbs))

    def family(self, draft: Draft) -> bool:
        """Whether somebody hurts his own kin, and no arms, forces or armed people are named in the sentence."""
        if _ARMED & self.context.sentence_classes(draft.first):
            return False
        heads = [self.phrases.head(*span) for span in draft.found.recipients]
        return bool(heads) and all(self.tokens[k].word.enclitic and "kin" in self.context.classes(k) for k in heads)

    def identifies(self, draft: Draft) -> bool:
        """Whether a singular verb after الذين has what belongs to them for its subject (اللاجئون الذين رفضت طلباتهم)."""
        i = draft.first
        relative = self.arguments.relative_before(i)
        if relative is None or i + 1 >= len(self.tokens) or self.tokens[relative].word.core not in _THOSE:
            return False
        return bool(self.tokens[i + 1].word.enclitic) and all(r.number == "s" for r in self.tokens[i].word.verbs)

    def thing(self, draft: Draft) -> bool:
        """Whether the subject of a verb is a common noun that stands for nobody (الجفاف يهدد)."""
        subject = draft.found.subject
        if subject is None or self.context.counted(subject) or self.context.somebody(subject):
            return False
        head = self.phrases.head(*subject)
        return self.tokens[head].upos == "NOUN" and not self.phrases.participle(head)

    def lifeless(self, draft: Draft) -> bool:
        """Whether all who take part are things (الميزة تمنع التطبيقات، منع تساقط الشعر)."""
        if "arrest" in draft.mode or "deport" in draft.mode:
            return False  # whoever is arrested is somebody
        people = [span for span in (*draft.found.actors, *draft.found.recipients) if not span[0] <= draft.first < span[1]]
        return bool(people) and not any(self.alive(span) for span in people)

    def alive(self, span: Range) -> bool:
        """Whether a phrase may stand for people: as the classes say, a plural or participle, a name, or a place."""
        if self.context.somebody(span) or self.context.counted(span):
            return True
        head = self.phrases.head(*span)
        word = self.tokens[head].word
        if self.phrases.participle(head) or word.bare.endswith(("ون", "ين")) or self.tokens[head].upos == "PROPN":
            return True
        first = range(span[0], min(span[1], span[0] + 3))
        if any(self.context.classes(k) & _PARTIES for k in first):
            return True
        return bool(self.context.places(self.tokens[span[0]].start, self.tokens[span[1] - 1].end - 1))

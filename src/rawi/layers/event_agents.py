"""Who is behind an act of force whose clause does not name its doer: the clause of its cause, the weapon's owner, the attack
that the report told before."""

from __future__ import annotations

from rawi.layers.event_arguments import Arguments
from rawi.layers.event_draft import Draft
from rawi.lexicon import Lexicon
from rawi.lexicon.actors import ACTORS
from rawi.text.clauses import Range
from rawi.text.fold import fold

_REACH = 26
_SENTENCES = 2


def _group_adjectives(lexicon: Lexicon) -> frozenset[str]:
    """The adjectives of groups named by one word, folded: حوثي، حوثية of الحوثيون، داعشي of داعش."""
    found: set[str] = set()
    for row in lexicon.rows(ACTORS):
        if row["kind"] != "group":
            continue
        for name in (row["name"], *row.many("variants")):
            word = fold(name).removeprefix("ال")
            if " " in word or not word or word.endswith("يا"):
                continue
            plural = word.endswith(("يون", "يين"))
            stem = word[:-2] if plural else word + "ي"
            found |= {stem, stem + "ه"}
    return frozenset(found)


class Agents:
    """Finds the unnamed doers of one document's acts of force."""

    def __init__(self, arguments: Arguments, lexicon: Lexicon) -> None:
        self.arguments = arguments
        self.context = arguments.context
        self.words = self.context.words
        self.groups = lexicon.compiled(_group_adjectives)
        self.phrases = arguments.phrases
        self.tokens = arguments.tokens
        self._last: tuple[list[Range], int] | None = None
        self._deeds: dict[str, tuple[list[Range], int]] = {}

    def complete(self, draft: Draft) -> None:
        """Add a doer to an act of force that has none; remember those that have one. Call in text order."""
        if draft.type not in ("ASSAULT", "COERCE") or draft.own is not None:
            return
        sentence = self.tokens[draft.first].sentence
        found = draft.found
        found.actors = [span for span in found.actors if self.can_act(span)]
        if not found.actors and draft.type == "COERCE":
            # طردت إيطاليا تونسيين … التونسي الذي طرد: the same deed told again
            known = self._deeds.get(draft.frame.lemma if draft.frame else "")
            if known is not None and sentence - known[1] <= _SENTENCES and found.passive:
                found.actors = list(known[0])
        elif not found.actors:
            doers = self._owner(draft) or self._user(draft)
            if doers is not None:
                found.actors = [doers]
            elif self._last is not None and self._refers_back(draft, sentence - self._last[1]):
                found.actors = [span for span in self._last[0] if span not in found.recipients]
        if found.actors:
            if draft.type == "ASSAULT":
                self._last = (found.actors, sentence)
            elif draft.frame is not None:
                self._deeds[draft.frame.lemma] = (found.actors, sentence)

    def can_act(self, span: Range) -> bool:
        """Whether a phrase is somebody, not the attack itself (الغارات استهدفت) nor the two sides of a fight named before."""
        head = self.phrases.head(*span)
        word = self.tokens[head].word
        if word.core in self.words["sides"]:
            return False
        if self.phrases.mention(head) is not None or self.context.classes(head) & {"force", "public", "person", "civil"}:
            return True
        return word.bare not in self.context.frames.nouns

    def _bounds(self, draft: Draft) -> tuple[int, int]:
        sentence = self.context.doc.sentences[self.tokens[draft.first].sentence]
        return max(sentence.first, draft.first - _REACH), min(sentence.last, draft.last + _REACH)

    def _owner(self, draft: Draft) -> Range | None:
        """بمقذوف حوثي، في ضربة أمريكية، صاروخ مصدره قوات النظام: the adjective of nationality, or where it came from."""
        _, stop = self._bounds(draft)
        for k in range(draft.last, stop - 1):
            token = self.tokens[k]
            if token.text in ".؛؟!" or self.phrases.is_a(k, "complementiser"):
                return None
            if token.word.core == "مصدر" and token.word.enclitic:
                end = self.phrases.noun_phrase(k + 1, stop)
                if end > k + 1 and self.phrases.preposition(k + 1) is None:
                    return (k + 1, end)
            if token.word.bare not in self.words["arms"] or k in range(draft.first, draft.last):
                continue
            if not (self.phrases.preposition(k) or self.phrases.preposition(k - 1)):
                continue
            for m in range(k + 1, min(k + 3, stop)):
                bare = self.tokens[m].word.bare
                if bare in self.groups or bare in self.words["people-adjective"] or self.context.nationality(m):
                    return (m, m + 1)
                if not self.phrases.adjective(m):
                    break
        return None

    def _user(self, draft: Draft) -> Range | None:
        """مقتل ثلاثة حين فتح مسلحون النار: the subject of the deed told beside the toll, or before it as its cause."""
        if not draft.toll:
            return None
        start, stop = self._bounds(draft)
        low = start
        for k in range(draft.first - 1, start - 1, -1):
            if self.tokens[k].text in ".؛؟!:" or self.phrases.is_a(k, "complementiser"):
                low = k + 1
                break
        caused = any(
            self.tokens[k].upos == "VERB" and self.context.causes(k) for k in range(max(low, draft.first - 8), draft.first)
        )
        order = [*range(draft.last, stop)]
        if caused:
            order += [*range(draft.first - 1, low - 1, -1)]
        for k in order:
            token = self.tokens[k]
            if k >= draft.last and (token.text in ".؛؟!" or self.phrases.is_a(k, "complementiser")):
                if not caused:
                    return None
                continue
            if k >= draft.last and not any(
                self.tokens[m].word.core in self.words["when"] or self.tokens[m].word.norm in self.words["when"]
                for m in range(max(draft.last, k - 2), k + 1)
            ):
                continue
            found = self._doer_at(k)
            if found is not None and not any(
                found[0] < span[1] and span[0] < found[1] for span in (*draft.found.recipients, (draft.first, draft.last))
            ):
                return found
        return None

    def _doer_at(self, k: int) -> Range | None:
        word = self.tokens[k].word
        reading = next((r for r in word.verbs if r.lemma in self.words["use-force"] and r.person == "3"), None)
        told = self.tokens[k].upos == "VERB" or (k > 0 and self.tokens[k - 1].word.norm in self.words["then"])
        if reading is not None and not word.definite and told:
            subject = self.arguments.subject(k, reading.lemma)
            if subject is not None and self.context.somebody(subject):
                return subject
        if word.bare in self.words["using-force"] and not word.definite and not word.enclitic and k + 1 < len(self.tokens):
            _, high = self.arguments.clauses.limits(k)
            end = self.phrases.noun_phrase(k + 1, high)
            if end > k + 1 and self.phrases.preposition(k + 1) is None and self.context.somebody((k + 1, end)):
                return (k + 1, end)
        return None

    def _refers_back(self, draft: Draft, gap: int) -> bool:
        """Whether the attack is spoken of as known (أسفر الهجوم عن مقتل، الغارات استهدفت) without saying whose it is, or is a
        further one of the kind that only forces make."""
        if gap > _SENTENCES:
            return False
        start, stop = self._bounds(draft)
        if not draft.toll and draft.frame is not None and draft.frame.kind == "noun":
            word = self.tokens[draft.last - 1].word
            return word.definite or (gap <= 1 and word.bare in self.words["aerial"])
        return any(
            self.tokens[k].word.definite and self.tokens[k].word.bare in self.words["attack"]
            for k in range(max(start, draft.first - 10), min(draft.last + 6, stop))
        )

"""What the words around a trigger tell: classes of words, statements, plans, the limits of a clause."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from rawi.document import Doc
from rawi.layers.event_frames import EventFrames
from rawi.layers.event_words import event_words
from rawi.lexicon import Lexicon
from rawi.lexicon.gazetteer import gazetteer
from rawi.record import Place, Statement
from rawi.text.phrases import Phrases

_MOST_WORDS = 200_000


class Context:
    """Look-ups around triggers in one document."""

    def __init__(self, doc: Doc, frames: EventFrames, phrases: Phrases, lexicon: Lexicon) -> None:
        self._gazetteer = gazetteer(lexicon)
        self._classes = lexicon.compiled(_known_classes)
        self.words = event_words(lexicon)
        self.doc = doc
        self.frames = frames
        self.phrases = phrases
        self.tokens = doc.tokens
        self._sentence_classes: dict[int, frozenset[str]] = {}
        self._around: tuple[int, frozenset[str]] = (-1, frozenset())
        self._named = {
            k
            for name in (*doc.mentions, *doc.places)
            if name.end - name.start < 80
            for k in range(doc.token_at(name.start) + 1, doc.token_at(max(name.end - 1, name.start)) + 1)
        }
        self._contents = sorted((s for s in doc.statements if s.content), key=lambda s: s.content.start if s.content else 0)
        self._content_starts = [s.content.start for s in self._contents if s.content]
        self._time_starts = [time.start for time in doc.times]
        self._place_starts = [place.start for place in doc.places]
        self._said: dict[int, list[Statement]] = {}
        for statement in doc.statements:
            k = doc.token_at(statement.cue.start)
            if k < len(doc.tokens):
                self._said.setdefault(doc.tokens[k].sentence, []).append(statement)
        self.statement_of = {s.id: s for s in doc.statements}

    def classes(self, i: int) -> frozenset[str]:
        """The classes of the word at token ``i``, with or without its clitics and article."""
        token = self.tokens[i]
        found = self._classes.get(token.text)
        if found is not None:
            return found
        word = token.word
        table = self.frames.classes
        found = table.get(word.bare, frozenset()) | table.get(word.core, frozenset())
        if word.norm != word.core:
            found |= table.get(word.norm, frozenset())
        if not found and word.bare.endswith("ا"):
            found = table.get(word.bare[:-1], frozenset())
        if not found and len(word.bare) > 5 and word.bare.endswith(("ون", "ان")):
            # the nominative of what the table has in the oblique or the singular: متهمون، مسلحان
            one = table.get(word.bare[:-2], frozenset())
            found = table.get(word.bare[:-2] + "ين") or one & {"person", "force"}
        if len(self._classes) < _MOST_WORDS:
            self._classes[token.text] = found
        return found

    def nationality(self, i: int) -> bool:
        """Whether token ``i`` is an adjective of nationality."""
        word = self.tokens[i].word
        return word.bare.endswith(("ي", "يه", "يين", "يون")) and self._gazetteer.country(word.bare) is not None

    def inside_name(self, i: int) -> bool:
        """Whether token ``i`` is a later word of a name (إسلام آباد)."""
        return i in self._named

    def counted(self, span: tuple[int, int]) -> bool:
        """Whether a number stands in the tokens ``span``."""
        return any(t.kind == "number" or t.upos == "NUM" for t in self.tokens[span[0] : span[1]])

    def sentence_classes(self, i: int) -> frozenset[str]:
        """All classes of words within 40 tokens around ``i`` in its sentence."""
        sentence = self.doc.sentences[self.tokens[i].sentence]
        if sentence.last - sentence.first <= 120:
            known = self._sentence_classes.get(sentence.i)
            if known is None:
                known = frozenset(c for k in range(sentence.first, sentence.last) for c in self.classes(k))
                self._sentence_classes[sentence.i] = known
            return known
        if self._around[0] != i:
            near = range(max(sentence.first, i - 40), min(sentence.last, i + 40))
            self._around = (i, frozenset(c for k in near for c in self.classes(k)))
        return self._around[1]

    # -- statements ---------------------------------------------------------------------------------------------------------

    def innermost(self, start: int, end: int, but: Statement | None = None) -> Statement | None:
        """The statement with the shortest content that holds the characters, other than ``but``."""
        best: Statement | None = None
        # Contents nest a few deep; those that begin farther back than this many do not reach here.
        at = bisect_right(self._content_starts, start)
        for statement in self._contents[max(0, at - 40) : at]:
            content = statement.content
            if content is None or statement is but or not (content.start <= start and end <= content.end):
                continue
            if best is None or best.content is None or content.end - content.start < best.content.end - best.content.start:
                best = statement
        return best

    def said_in(self, sentence: int) -> list[Statement]:
        """The statements whose cues stand in the sentence of this number."""
        return self._said.get(sentence, [])

    # -- plans and causes -----------------------------------------------------------------------------------------------------

    def expected(self, i: int) -> bool:
        """Whether a word of expecting or planning stands shortly before token ``i``."""
        sentence = self.doc.sentences[self.tokens[i].sentence]
        return any(self.plans(k) for k in range(max(sentence.first, i - 5), i))

    def plans(self, k: int) -> bool:
        """Whether token ``k`` says that what follows lies ahead: المقرر، يعتزم."""
        token = self.tokens[k]
        if token.word.core in self.words["planned"]:
            return True
        return token.upos == "VERB" and any(r.lemma in self.words["plan"] for r in token.word.verbs)

    # -- time and place ------------------------------------------------------------------------------------------------------

    def dated(self, i: int) -> str:
        """``day`` when a day or month is told in the sentence of token ``i``, ``year`` when only years are (قبل عامين)."""
        sentence = self.doc.sentences[self.tokens[i].sentence]
        at = self.tokens[i].start
        kinds = ""
        for time in self.doc.times[bisect_left(self._time_starts, at - 250) : bisect_right(self._time_starts, at + 250)]:
            if time.start < sentence.start or time.end > sentence.end or time.type not in ("DATE", "TIME"):
                continue
            if len(time.value) != 4:
                return "day"
            kinds = "year"
        for k in range(max(sentence.first, i - 30), min(sentence.last - 1, i + 30)):
            years = (self.tokens[m].word.bare in self.words["year"] for m in range(k + 1, min(k + 4, sentence.last)))
            if self.tokens[k].word.core == "قبل" and any(years):
                return "year"
        return kinds

    def somebody(self, span: tuple[int, int]) -> bool:
        """Whether a phrase names or describes people or an institution."""
        head = self.phrases.head(*span)
        if self.phrases.mention(head) is not None or self.phrases.mention(span[0]) is not None or self.nationality(head):
            return True
        known = {
            "person",
            "public",
            "official",
            "force",
            "armed",
            "civil",
            "police",
            "protesters",
            "rebel",
            "territory",
            "aircraft",
        }
        return bool(self.classes(head) & known)

    def places(self, start: int, end: int) -> list[Place]:
        """The places that begin within these characters."""
        return self.doc.places[bisect_left(self._place_starts, start) : bisect_right(self._place_starts, end)]

    def clause_end(self, i: int) -> int:
        """Index after what is told of the event at token ``i``: up to a stop, a complementiser, a clause of its own, or another
        verb, but over verbs that carry the event (هجوم وقع في، غارة نفذها) and those joined to it by و."""
        sentence = self.doc.sentences[self.tokens[i].sentence]
        stop = min(sentence.last, i + 40)
        k = i + 1
        while k < stop:
            token = self.tokens[k]
            if token.text in ".؛:؟!" or self.phrases.is_a(k, "complementiser"):
                return k
            if token.upos in ("VERB", "AUX") and not self.phrases.coordinated(k) and not self.carries(k):
                return k
            if self.phrases.is_a(k, "relative") and not (k + 1 < stop and self.carries(k + 1)):
                return k
            if self.phrases.is_a(k, "subordinator") or self.phrases.preposition(k) in self.words["topic"]:
                return k
            k += 1
        return k

    def causes(self, k: int) -> bool:
        """Whether the verb at token ``k`` tells what something led to (أسفر عن، أدى إلى)."""
        return any(r.lemma in self.words["cause"] for r in self.tokens[k].word.verbs)

    def carries(self, k: int) -> bool:
        """Whether the verb at token ``k`` tells of an event noun before it that it took place or who did it."""
        return any(
            r.lemma in self.frames.support or r.lemma in self.words["happen"] or r.lemma in self.words["cause"]
            for r in self.tokens[k].word.verbs
        )


def _known_classes(_: Lexicon) -> dict[str, frozenset[str]]:
    """The classes of words met so far by their text."""
    return {}

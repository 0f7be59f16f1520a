"""Attribution without a verb of its own: بحسب، وفق، نقلا عن، جاء في بيان، على حد قوله, and a speaker before a colon."""

from __future__ import annotations

from rawi.document import Doc, Sentence
from rawi.layers.statement_cues import Cue, verb_cues
from rawi.layers.statement_frames import Frames
from rawi.layers.statement_words import WINDOW, Draft
from rawi.text.clauses import Range

COLON = Cue("statement_particles.py", ":", "say", frozenset(("quote",)), frozenset())
_TELLING = frozenset(("say", "announce", "affirm", "expect"))
_LONGEST_SPEAKER = 16
_OPENING = 6  # tokens that lead over to a particle


class Particles:
    """Finds the cues of ``cues_particles.tsv`` and speakers before a colon."""

    def __init__(self, frames: Frames) -> None:
        self.frames = frames
        self.doc: Doc = frames.doc
        self.tokens = frames.tokens
        self.phrases = frames.phrases
        self.cues = frames.cues

    def at(self, i: int, sentence: Sentence) -> Draft | None:
        """The statement whose particle begins at token ``i``."""
        found = self.cues.particles.longest(self.tokens, i, sentence.last)
        if found is None:
            return self._reads(i, sentence)
        j, entries = found
        own = bool(self.tokens[j - 1].word.enclitic)  # على حد قوله, not على حد قول الوزير
        entry = next((e for e in entries if (e.kind == "own") == own), entries[0])
        high = min(sentence.last, i + WINDOW)
        theirs = entry.kind == "owner" and j < high and self.tokens[j].word.enclitic in ("ه", "ها", "هم", "هما")
        if theirs and self.cues.bare_is(self.tokens[j], "voice"):
            return self._own(i, j + 1, entry, sentence, high)
        if self.tokens[i].upos == "VERB" and entry.kind not in ("document", "own"):
            return None
        if entry.kind == "own":
            if entry.lemma.startswith("قال"):
                return None  # a verb like others
            return self._own(i, j, entry, sentence, high)
        if entry.kind == "document":
            return self._document(i, j, entry, high)
        if entry.kind == "clause":
            return self._clause(i, j, entry, sentence, high)
        source = self._owner(i, j, entry, high)
        if source is None:
            self._drop(i, j, "what follows is no speaker")
            return None
        draft = Draft((i, j), entry, "particle", entry.stance, entry.kind, source=source)
        outlet = self.frames.speaker_kind(source) == "outlet"
        return self.place_starts(draft, source[1], sentence, high, outlet)

    def _drop(self, i: int, j: int, why: str) -> None:
        if self.doc.dropped is not None:
            start, end = self.tokens[i].start, self.tokens[j - 1].end
            self.doc.drop("statements", start, end, self.doc.text[start:end], why)

    def _owner(self, i: int, j: int, entry: Cue, high: int) -> Range | None:
        tokens, phrases = self.tokens, self.phrases
        k = j
        if tokens[i].word.core in ("وفقا", "طبقا"):
            if k < high and tokens[k].text in ("ل", "لـ"):
                k += 1
            elif k >= high or "ل" not in tokens[k].word.proclitics[:1]:
                return None
        named = (j - 1, j) if self.cues.bare_is(tokens[j - 1], "document") else None  # بحسب بيان نشر أمس
        if k >= high or (tokens[k].kind == "punct" and k + 1 not in self.frames.quote_at):
            return named
        end = phrases.noun_phrase(k, high)
        end = next((m for m in range(k + 1, end) if self.frames.that(m)), end)
        if end <= k:
            return self._issuer(k, high) if named else None
        span = (k, end)
        head = phrases.head(*span)
        if self.cues.bare_is(tokens[j - 1], "document") or tokens[head].word.bare in ("بيان", "بلاغ"):
            issuer = self._issuer(k if self.cues.bare_is(tokens[j - 1], "document") else head + 1, high)
            if issuer is not None:
                return issuer
        if tokens[k].upos == "NUM" or tokens[k].kind == "number":
            return None  # by three countries
        construct = named and not phrases.preposition(k) and not phrases.adjective(k) and not self._told(k)
        after = end + 1 if end + 1 < high and self._told(end) else -1
        if end + 2 < high and self.frames.finite(end) and tokens[end + 1].word.enclitic and phrases.preposition(end + 1):
            after = end + 2  # أرقام صرح بها الوزير
        if after > 0:
            by = phrases.noun_phrase(after, high)
            if by > after and self.frames.speaker_kind((after, by)):
                return after, by  # وفق تحليل أجرته شركة
        longer = self.frames.stretch(k, end, high)
        if longer < len(tokens) and (longer >= high or tokens[longer].kind == "punct"):
            span = (k, longer)  # وكالة الأنباء فرانس24؛
        return span if construct or (self.frames.speaker_kind(span) and not self._told(k)) else named

    def _told(self, k: int) -> bool:
        """Whether a verb with a pronoun stands at ``k``, whatever the tagger says (بيان نقلته وكالة)."""
        word = self.tokens[k].word
        return bool(word.verbs and word.enclitic) and not word.nouns

    def _issuer(self, k: int, high: int) -> Range | None:
        """Who issued a document: جاء في بيان (صادر عن | لـ) الجيش."""
        tokens, phrases = self.tokens, self.phrases
        while k < high and (
            self.cues.is_a(tokens[k], "issued")
            or self.cues.bare_is(tokens[k], "issued")
            or tokens[k].word.norm == "عن"
            or phrases.outside(k)
        ):
            k += 1
        if k >= high or tokens[k].kind == "punct" or self.frames.that(k):
            return None
        preposition = phrases.preposition(k)
        if preposition not in (None, "ل"):
            return None
        end = phrases.noun_phrase(k, high)
        return (k, end) if end > k and self.frames.speaker_kind((k, end)) else None

    def _issuer_before(self, i: int, low: int) -> Range | None:
        """Who issued the document before ``جاء فيه`` (وفي بيان للجيش جاء فيه), or the document when it is the topic."""
        for k in range(i - 1, max(low, i - 12) - 1, -1):
            if self.tokens[k].text in ".؛:" or self.frames.finite(k):
                return None
            if self.cues.bare_is(self.tokens[k], "document"):
                issuer = self._issuer(k + 1, i)
                return issuer or ((k, k + 1) if self.phrases.preposition(k) or self.phrases.preposition(k - 1) else None)
        return None

    def _document(self, i: int, j: int, entry: Cue, high: int) -> Draft | None:
        source = self._issuer(j, high)
        after = source[1] if source else j
        intro = self.frames.introduce(after, min(high, after + 40), _READS)
        if intro is None:
            self._drop(i, j, "no content found after the document")
            return None
        if source is None:
            source = (j - 1, j)
        return Draft(
            (i, j), entry, "verb", entry.stance, "document", source=source, first=intro.first, quote=intro.quote, attached=True
        )

    def _reads(self, i: int, sentence: Sentence) -> Draft | None:
        """جاء في with any phrase whose noun is a document (جاء في أحدث تقرير للمركز)."""
        tokens = self.tokens
        if tokens[i].word.core not in ("جاء", "ورد") or i + 3 >= sentence.last or tokens[i + 1].word.norm not in ("في", "ضمن"):
            return None
        high = min(sentence.last, i + WINDOW)
        end = self.phrases.noun_phrase(i + 2, high)
        at = next((k for k in range(i + 2, end) if self.cues.bare_is(tokens[k], "document")), -1)
        if at < 0:
            return None
        intro = self.frames.introduce(end, min(high, end + 40), _READS)
        if intro is None:
            return None
        return Draft(
            (i, at + 1), _READS, "verb", "say", "document", source=self._issuer(at + 1, high) or (i + 2, end),
            first=intro.first, quote=intro.quote, attached=True,
        )  # fmt: skip

    def _own(self, i: int, j: int, entry: Cue, sentence: Sentence, high: int) -> Draft | None:
        word = self.tokens[j - 1].word
        draft = Draft(
            (i, j), entry, "particle", entry.stance, "own", own=True,
            gender="f" if word.norm.endswith("ها") else "m" if word.norm.endswith("ه") else "x",
            number="p" if word.norm.endswith("هم") else "s",
        )  # fmt: skip
        if entry.lemma.startswith(("مفاد", "جاء", "ورد", "قال")):
            intro = self.frames.introduce(j, min(high, j + 4), _READS)
            if intro is None:
                return None
            draft.kind, draft.first, draft.quote = "noun", intro.first, intro.quote
            if word.norm in ("فيه", "فيها"):
                draft.source = self._issuer_before(i, sentence.first)
            return draft
        return draft

    def _clause(self, i: int, j: int, entry: Cue, sentence: Sentence, high: int) -> Draft | None:
        tokens = self.tokens
        k = j
        while k < high and tokens[k].word.norm in ("قد", "كان", "كانت", "سبق", "ان", "وان"):
            k += 1
        if k >= high or not tokens[k].word.verbs:
            return None
        if tokens[k].word.core in ("جاء", "ورد") and k + 2 < high and tokens[k + 1].word.norm == "في":
            end = self.phrases.noun_phrase(k + 2, high)
            if end == k + 2 or not self.frames.speaker_kind((k + 2, end)):
                return None
            issuer = self._issuer(k + 3, high) if self.cues.bare_is(tokens[k + 2], "document") else None
            draft = Draft((i, k + 1), entry, "particle", "say", "as-said", source=issuer or (k + 2, end))
            return self.place_starts(draft, end, sentence, high, True)
        found = next(
            (
                (reading, cue)
                for reading, cues in verb_cues(self.cues, tokens[k])
                for cue in cues
                if not cue.words and (cue.slots & {"clause", "near", "quote"} or cue.lemma == "نقل")
            ),
            None,
        )
        if found is None:
            return None
        reading, verb = found
        weak = tokens[i].word.core in ("كما", "مثلما")
        if weak and (verb.stance not in _TELLING or (k + 1 < high and self.phrases.preposition(k + 1) in verb.slots)):
            return None  # كما طلب الوزير، كما أشار إلى: a clause of its own
        after = k + 1
        while after < high and self.cues.is_a(tokens[after], "back reference"):
            after += 1
        span: Range | None = None
        if reading.person == "3":
            m = self.frames.clauses.skip_adjuncts(self.frames.past_listener(after, high), high)
            if m < high and not self.phrases.preposition(m) and not self.phrases.coordinated(m):
                end = self.phrases.noun_phrase(m, high)
                if end > m and (
                    self.frames.speaker_kind((m, end)) or (not weak and not self.frames.abstract(self.phrases.head(m, end)))
                ):
                    longer = self.frames.stretch(m, end, high) if not weak and "object" not in verb.addressee else end
                    stop = longer >= high or tokens[longer].kind == "punct" or tokens[longer].word.norm.startswith("فان")
                    end = longer if stop else end
                    end = next((x for x in range(m + 1, end) if self._spoken_to(x)), end)
                    span = (m, self.frames.apposition(end, high))
        told = self.phrases.preposition(span[1]) if span is not None and span[1] < high else None
        if weak and i <= sentence.first + 1 and span is not None and span[1] < high and tokens[span[1]].text not in "،,":
            return None  # at the head of a sentence كما carries on
        if weak and told is not None and verb.slots & {told, f"{told}+"}:
            return None  # كما ذكر الوزير بأهمية
        if weak and (
            verb.lemma == "نشر" or span is None or self.frames.introduce(span[1], min(high, span[1] + 40), verb) is not None
        ):
            return None
        if verb.lemma == "علم" and span is not None:
            m = span[1]
            if m + 1 < high and tokens[m].word.norm == "من":
                end = self.phrases.noun_phrase(m + 1, high)
                if end > m + 1 and self.frames.speaker_kind((m + 1, end)):
                    span = (m + 1, end)
        draft = Draft(
            (i, k + 1), verb, "particle", verb.stance, "as-said", gender=reading.gender, number=reading.number, source=span,
            nobody=reading.voice == "passive",
        )  # fmt: skip
        outlet = span is not None and self.frames.speaker_kind(span) == "outlet"
        return self.place_starts(draft, span[1] if span else after, sentence, high, outlet)

    def place_starts(self, draft: Draft, after: int, sentence: Sentence, high: int, outlet: bool) -> Draft | None:
        """Decide whether the content follows the particle (at the head of a sentence) or precedes it."""
        tokens = self.tokens
        at = draft.cue[0]
        lead = at == sentence.first or (at == sentence.first + 1 and tokens[sentence.first].text == "و")
        lead = lead or self._after_opening(at, sentence.first)
        if lead:
            k = self._after_fa(self._after_rest(self.frames.inserted(after, high), high), high)
            colon = next((m for m in range(k, min(high, k + 8)) if self.tokens[m].text == ":" or self.frames.finite(m)), -1)
            if colon >= 0 and self.tokens[colon].text == ":":
                k = colon  # نقلا عن الوكالة - دون تصرف -: «…»
            while k < high and (tokens[k].text in "،,:" or self.phrases.outside(k)):
                k += 1
            if k < high and self.frames.that(k):
                k = self.frames.after_that(k)
            elif k < high and tokens[k].word.norm in ("فقد", "فلقد"):
                k += 1
            if k >= sentence.last:
                self._drop(at, draft.cue[1], "nothing is said after it")
                return None
            draft.first = k
            if tokens[k].kind == "punct" and k + 1 in self.frames.quote_at:
                draft.quote = self.frames.quote_at[k + 1]
                draft.first = k + 1
            draft.kind = "verb"
            draft.attached = True
            return draft
        draft.attached = outlet or tokens[at - 1].text in '،,»”"'
        return draft

    def _after_opening(self, at: int, low: int) -> bool:
        """Whether only a few words that lead over stand before the particle (وفي التفاصيل؛ وبحسب الوزارة، …)."""
        if not 1 < at - low <= _OPENING or self.tokens[at - 1].text not in "،,؛":
            return False
        if not (self.phrases.preposition(low) or self.phrases.is_a(low, "adverb")):
            return False
        return not any(self.frames.finite(k) or self.tokens[k].text in ":." for k in range(low, at))

    def _after_rest(self, after: int, high: int) -> int:
        """Index of the comma that closes what is told of the speaker (وفقا لمركز الشرق ومقره لندن، …), else ``after``."""
        for k in range(after, min(high, after + 8)):
            if self.tokens[k].text in "،,":
                return k if self.phrases.coordinated(after - 1) or self.phrases.coordinated(after) else after
            if self.frames.finite(k) or self.frames.that(k):
                break
        return after

    def _after_fa(self, after: int, high: int) -> int:
        """Index of فإن، فقد … that opens the content after the speaker and what belongs to it, else ``after`` itself."""
        for k in range(after, min(high, after + 16)):
            norm = self.tokens[k].word.norm
            if norm == "فقد" or norm == "فلقد" or (norm.startswith("فان") and self.frames.that(k)):
                return k
            if self.frames.finite(k):
                break
        return after

    def headline(self, sentence: Sentence) -> Draft | None:
        """``فلان: …`` at the head of a headline or paragraph."""
        tokens, phrases = self.tokens, self.phrases
        limit = min(sentence.last - 1, sentence.first + _LONGEST_SPEAKER)
        colon = next((k for k in range(sentence.first + 1, limit) if tokens[k].text == ":"), -1)
        if colon < 0 or colon + 1 >= sentence.last:
            return None
        first = sentence.first
        if tokens[first].text in '"«“' and first + 1 < colon:
            first += 1
        stop = colon
        while stop > first and tokens[stop - 1].text in '"»”':
            stop -= 1
        stop = next((k for k in range(first + 1, stop) if self._spoken_to(k)), stop)
        if any(tokens[k].upos in ("VERB", "AUX") or tokens[k].text in ".،؛" or self.frames.that(k) for k in range(first, stop)):
            return None
        if any(phrases.outside(k) for k in range(first, stop)) or phrases.preposition(first):
            return None
        end = phrases.noun_phrase(first, stop)
        if end < stop and not (end > first and self._rest_is_phrase(end, stop)):
            return None
        kind = self.frames.speaker_kind((first, stop))
        if kind is None and (tokens[first].word.norm.startswith("و") or self.frames.gazetteer.country(tokens[first].word.norm)):
            self._drop(first, colon + 1, "the place only locates the news")
            return None
        if kind is None and not self._lone_name(first, stop):
            return None
        unnamed = stop - first > 1 and phrases.adjective(first + 1) and not tokens[first].word.definite  # مصادر طبية: …
        if kind in ("document", "outlet") or (self.cues.bare_is(tokens[first], "speechless") and not unnamed):
            return None
        if kind == "place" and not self._opinion(colon + 1, sentence.last):
            self._drop(first, colon + 1, "the place only locates the news")
            return None
        begin = colon + 1
        draft = Draft((colon, colon + 1), COLON, "colon", "say", "speaker-colon", source=(first, stop), first=begin)
        if self.frames.that(begin):
            draft.first = self.frames.after_that(begin)
        elif tokens[begin].kind == "punct" and begin + 1 in self.frames.quote_at:
            draft.quote = self.frames.quote_at[begin + 1]
            draft.first = begin + 1
        return draft

    def _spoken_to(self, k: int) -> bool:
        """Whether an outlet is spoken to at ``k`` (الوزير لـ«النهار»: …)."""
        word = self.tokens[k].word
        if self.tokens[k].text in ("ل", "لـ"):
            return self.tokens[k + 1].kind != "word" or self.tokens[k + 1].start == self.tokens[k].end
        return "ل" in word.proclitics[:1] and (
            self.cues.is_a(self.tokens[k], "listener") or self.cues.speakers.get(word.bare) == "outlet"
        )

    def _rest_is_phrase(self, k: int, stop: int) -> bool:
        while k < stop:
            after = self.frames.clauses.adjunct(k, stop)
            if after == k:
                after = self.phrases.noun_phrase(k, stop)
            if after == k:
                return False
            k = after
        return True

    def _lone_name(self, first: int, stop: int) -> bool:
        """One to three words without an article that the lexicon does not know as nouns: a name."""
        if stop - first > 3 or first >= stop:
            return False
        return all(
            self.tokens[k].kind == "word"
            and not self.tokens[k].word.definite
            and not (self.tokens[k].word.norm.endswith("ا") and stop - first == 1)
            and (self.tokens[k].upos == "PROPN" or (not self.tokens[k].word.nouns and not self.tokens[k].word.verbs))
            for k in range(first, stop)
        )

    def _opinion(self, k: int, last: int) -> bool:
        """Whether what follows a country's name and a colon is a clause of its own and not the heading of an event."""
        tokens = self.tokens
        if self.cues.is_a(tokens[k], "opinion") or tokens[k].text in '«"“' or self.frames.that(k):
            return True
        token = tokens[k]
        if token.upos == "VERB":
            return any(r.person == "1" for r in token.word.verbs)
        if not (token.word.definite or k in self.frames.named or k in self.frames.place_starts):
            return False
        return any(
            tokens[m].upos == "VERB" and any(r.tense == "present" for r in tokens[m].word.verbs)
            for m in range(k + 1, min(last, k + 7))
        )


_READS = Cue("statement_particles.py", "جاء في", "say", frozenset(("clause", "quote")), frozenset())

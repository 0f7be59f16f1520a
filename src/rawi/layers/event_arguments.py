"""Who did it and to whom, for nouns: genitives, adjectives, complements, pronouns."""

from __future__ import annotations

from rawi.layers.event_frames import Frame
from rawi.layers.event_lending import Lending
from rawi.layers.event_subjects import Found
from rawi.text.clauses import Range, feminine

_PERSONS = frozenset(("person", "police", "army", "press", "official"))
_SOURCES = frozenset(("force", "armed", "police"))
# Types whose parties stand side by side, so that a genitive may be one beside the verb's subject.
_SHARED = frozenset(("CONSULT", "COOPERATE", "AGREE", "SUPPORT"))
# Types whose victims suffer them at somebody's hands (على يد، من قبل).
_SUFFERED = frozenset(("ASSAULT", "COERCE", "SANCTION", "AID", "ACCUSE", "REJECT", "THREATEN", "MOBILIZE"))


class Arguments(Lending):
    """Finds the arguments of verbs and nouns in one document."""

    # -- nouns --------------------------------------------------------------------------------------------------------------

    def after_adjectives(self, k: int, definite: bool) -> tuple[int, list[int]]:
        """Index after the adjectives of a noun that ends before ``k``, and which of them are nationalities."""
        nationalities: list[int] = []
        first = k - 1
        stop = min(k + 4, len(self.tokens))
        while k < stop and self._adjectival(k):
            if self.tokens[k].upos == "NUM" or self.phrases.bare_is(k, "quantifier"):
                break
            if self.tokens[k].word.definite != definite or self.phrases.preposition(k) or not self._agrees(first, k):
                break
            if self.context.nationality(k):
                nationalities.append(k)
            k += 1
        return k, nationalities

    def _adjectival(self, k: int) -> bool:
        """Whether an adjective, or an indefinite participle that names nobody (مظاهرات حاشدة), stands at token ``k``."""
        if self.tokens[k].kind != "word" or self.phrases.mention(k) is not None:
            return False
        word = self.tokens[k].word
        participle = not word.definite and self.phrases.participle(k) and not self.context.classes(k)
        if participle and self._owned(k):
            return False  # اعتقال منظم التظاهرة
        return self.phrases.adjective(k) or (participle and all(r.number == "s" for r in word.nouns))

    def _owned(self, k: int) -> bool:
        """Whether a definite noun follows the indefinite singular participle ``k``, which is then a noun with a genitive."""
        if k + 1 >= len(self.tokens) or self.phrases.accusative(k) or self.tokens[k].word.bare.endswith("ه"):
            return False
        after = self.tokens[k + 1]
        if after.kind != "word" or not after.word.definite or self.phrases.mention(k + 1) is not None:
            return False
        return self.phrases.nominal(k + 1) and not self.phrases.preposition(k + 1) and not self.phrases.outside(k + 1)

    def _agrees(self, noun: int, k: int) -> bool:
        """Whether the adjective-like word ``k`` has the gender that an adjective of this event noun would have. A plural
        (تونسيين) or a word for a person (قيادي) after a verbal noun is its genitive."""
        word, other = self.tokens[noun].word, self.tokens[k].word
        feminine = word.bare.endswith(("ه", "ات", "ت")) or any(r.number == "p" for r in word.nouns)
        if not other.definite and (self.context.classes(k) & _PERSONS or other.bare.endswith(("ين", "ون"))):
            return False
        return other.bare.endswith("ه") or not feminine or other.definite

    def noun(self, i: int, j: int, frame: Frame) -> Found:
        """Genitive, adjective, complements and lending verbs of the event noun ``i:j``."""
        found = Found(pattern="noun")
        slots = frame.slots
        word = self.tokens[j - 1].word
        definite = word.definite or bool(word.enclitic)
        high = min(self.clauses.limits(i)[1], j + 30)
        k, nationalities = self.after_adjectives(j, definite)
        if slots.get("self") == "recipient":
            found.add("recipient", self._counted(i, high))
        self._lent_before(i, frame, found)
        shared = self._shared_genitive(j, high) if not definite and k == j else j
        genitive = self._genitive(shared, high) if not definite and k == j else None
        if genitive is not None:
            first, second = genitive
            k = (second or first)[1]
            self._place_genitive(frame, found, first, second)
            found.object = second or first
        for at in nationalities:
            if slots.get("adjective", "actor") == "actor" and (frame.slots.get("genitive") or frame.kind != "noun"):
                found.add("actor", (at, at + 1))
        if word.enclitic:
            self._pronoun(i, j, high, frame, found)
        if word.enclitic and frame.type == "CONSULT":
            # لقائه أمس مبعوث الأمم المتحدة: the other side
            m = j
            while m < high and self.phrases.outside(m):
                m += 1
            other = self._genitive(m, high) if m < high and not self.phrases.adjective(m) else None
            if other is not None and self.context.somebody(other[0]):
                found.add("actor", other[0])
        for doer in self.agents(j) if frame.type in _SUFFERED else ():
            found.add("actor", doer)
        self.complements(k - 1, slots, found)
        if slots.get("genitive") == "actor" and not found.actors and "ل" not in slots and not definite:
            owner = self._belonging(k, high)
            if owner is not None:
                found.add("actor", owner)
        if found.pattern.startswith("noun:") and (support := self.context.frames.support.get(found.pattern[5:])) is not None:
            self.complements(k - 1, {n: r for n, r in support.complements.items() if n not in slots}, found)
            source = self.clauses.complement(k - 1, {"من"}) if support.subject == "recipient" and not found.actors else None
            if source is not None and self.context.classes(self.phrases.head(*source)) & _SOURCES:
                found.add("actor", source)  # تعرض لقصف من الجيش
        self._lent_after(k, high, found)
        if not found.actors and slots and (claimant := self._claimed(i) or self._accused(i, frame)) is not None:
            found.add("actor", claimant)
        if (
            (frame.type == "CONSULT" or "investigate" in frame.mode)
            and not any(span[0] < i for span in found.actors)
            and (found.actors or found.recipients)
            and genitive is None
            and not ("visit" in frame.mode and found.actors)
        ):
            # قال لافروف بعد اجتماع مع كيري، يزور مصر لإجراء مباحثات: the one whose clause it is takes part.
            span = self._teller(i) or self._carried(i)
            if span is not None and span[1] <= i and not self._event_head(span) and self.context.somebody(span):
                found.actors.insert(0, span)
        return found

    def _belonging(self, k: int, high: int) -> Range | None:
        """Who follows an event noun with ل and did it: هجوم للمتمردين، جولة للوزير."""
        if k >= high or self.phrases.preposition(k) != "ل":
            return None
        first = k if self.tokens[k].word.core != "ل" else k + 1
        end = self.phrases.noun_phrase(first, high)
        if end <= first or self.phrases.outside(first) or self.phrases.verbal_noun(self.phrases.head(first, end)):
            return None
        return (first, end)

    def _counted(self, i: int, high: int) -> Range:
        low = max(self.context.doc.sentences[self.tokens[i].sentence].first, i - 6)
        first = i
        while first > low and (
            self.tokens[first - 1].kind == "number"
            or self.tokens[first - 1].upos == "NUM"
            or self.phrases.bare_is(first - 1, "quantifier")
        ):
            first -= 1
            if self.tokens[first].word.proclitics:
                break
        end = self.phrases.noun_phrase(first, high, coordinate=False)
        return first, max(end, i + 1)

    def _genitive(self, k: int, high: int) -> tuple[Range, Range | None] | None:
        counted = self._counted_clause(k) if k < high else None
        if counted is not None:
            return counted, None  # مقتل ما لا يقل عن أربعين
        if k >= high or self.phrases.preposition(k) or self.phrases.coordinated(k) or self.phrases.outside(k):
            return None
        if self.tokens[k].upos in ("VERB", "AUX") or (self.tokens[k].kind == "punct" and self.tokens[k].text not in '«"“'):
            return None
        end = self.phrases.noun_phrase(k, high)
        if end <= k:
            return None
        second = None
        if end < high and self._opens(end):
            last = self.phrases.noun_phrase(end, high)
            if last > end and not self.phrases.adjective(end):
                second = (end, last)
        return (k, end), second

    def _shared_genitive(self, k: int, high: int) -> int:
        """Index of the genitive that a verbal noun shares with one joined to it (اعتراض وتدمير صاروخ), else ``k``."""
        if k + 1 >= high or "و" not in self.tokens[k].word.proclitics[:1]:
            return k
        word = self.tokens[k].word
        if word.definite or word.enclitic or self.phrases.mention(k) is not None or not self.phrases.verbal_noun(k):
            return k
        return k + 1 if word.bare in self.context.frames.nouns and self.phrases.nominal(k + 1) else k

    def _opens(self, k: int) -> bool:
        """Whether a phrase of its own, without preposition or و, can begin at token ``k``."""
        if self.tokens[k].kind not in ("word", "number") or self.phrases.outside(k) or self.phrases.preposition(k):
            return False
        return self.phrases.nominal(k) and not self.phrases.coordinated(k)

    def _place_genitive(self, frame: Frame, found: Found, first: Range, second: Range | None) -> None:
        slots = frame.slots
        role = slots.get("genitive")
        if role is None and frame.kind == "verb":
            role = "either" if slots.get("object") == "recipient" else slots.get("subject")
        if second is not None and (at := self.phrases.mention(second[0])) is not None and at[1] == "place":
            second = None
        if role == "recipient" and second is not None:
            kind = self.phrases.mention(self.phrases.head(*first))
            doer = self.context.classes(self.phrases.head(*first)) & {"force", "public", "police"}
            if not doer and (kind is None or kind[1] not in ("organization", "group")):
                second = None
        if role in ("either", "recipient") and second is not None:
            found.add("actor", first)
            found.add("recipient", second)
            return
        if role in ("either", "recipient") and second is None and (target := self._done_to(first, frame)) is not None:
            found.add("actor", first)
            found.add("recipient", target)
            return
        if role == "either":
            classes = self.context.classes(self.phrases.head(*first))
            if frame.type in ("REJECT", "AGREE", "CONSULT", "COOPERATE"):
                role = "actor"
            elif frame.type in ("ACCUSE", "SUPPORT", "REQUEST", "THREATEN"):
                role = "actor" if self._has(first[1], ("ل", "بان", "ضد", "الي")) else "recipient"
            else:
                flown = classes & {"aircraft"} and ("object", True, "aircraft") not in frame.when
                role = "actor" if not found.actors and (flown or (
                    classes & {"force"} and self._has(first[1], ("ل", "علي")))) else "recipient"  # fmt: skip
        if self._mere_adjective(first) if role == "actor" else self._adjective_alone(first, frame):
            return
        if role == "actor" and frame.type == "CONSULT" and self._town(first) and len(self.phrases.conjuncts(*first)) == 1:
            return  # مباحثات جنيف
        head = self.phrases.head(*first)
        if role == "actor" and "relations" in self.context.classes(head):
            # تطبيع علاقاته مع كذا: not the relations, but whose they are
            owner = self.referent(head) if self.tokens[head].word.enclitic else None
            if owner is not None:
                found.add(role, owner)
            return
        if role == "actor" and (self._visited(frame, first) or (found.actors and frame.type not in _SHARED)):
            return
        if role == "actor" and frame.type == "ASSAULT" and (self._town(first) or self._struck(first)):
            return
        if role == "actor" and frame.type == "ASSAULT" and self._built(first):
            role = "recipient"  # هجوم المطار
        if role:
            found.add(role, first)
        if second is not None and slots.get("object"):
            found.add(slots["object"], second)

    def _done_to(self, doer: Range, frame: Frame) -> Range | None:
        """Whom ل behind the genitive of an act of force tells, the genitive then being its doer (اعتقال السلطات للصحفيين)."""
        k = doer[1]
        if frame.type not in ("ASSAULT", "COERCE") or "ل" in frame.slots or k >= len(self.tokens):
            return None
        if self.phrases.preposition(k) != "ل" or self.phrases.verbal_noun(k) or self.phrases.outside(k):
            return None
        if not self.context.classes(self.phrases.head(*doer)) & {"force", "public", "police", "armed"}:
            return None
        first = k if self.tokens[k].word.core != "ل" else k + 1
        _, high = self.clauses.limits(k)
        end = self.phrases.noun_phrase(first, high) if first < high else first
        return (first, end) if end > first and self.context.somebody((first, end)) else None

    def _town(self, span: Range) -> bool:
        """Whether the phrase is a place smaller than a country: هجوم بغداد happened there."""
        start = self.tokens[span[0]].start
        return any(
            place.start == start and not place.metonym and place.feature not in ("country", "region", "continent")
            for place in self.context.places(start, start)
        )

    def _visited(self, frame: Frame, span: Range) -> bool:
        """Whether the genitive of a visit is where it goes (زيارة بغداد), or the visitor is told by the verb."""
        at = self.phrases.mention(span[0])
        return "visit" in frame.mode and at is not None and at[1] == "place" and at[0] == span[1]

    def _struck(self, span: Range) -> bool:
        """Whether the genitive of an attack is a country that is not said to attack anybody: هجوم فرنسا happened there."""
        start = self.tokens[span[0]].start
        country = any(place.start == start for place in self.context.places(start, start))
        return country and not self._has(span[1], ("علي", "ضد", "ل"))

    def _built(self, span: Range) -> bool:
        """Whether the phrase is a building or a site and nobody's name for himself."""
        classes = self.context.classes(self.phrases.head(*span))
        return bool(classes & {"facility", "target"}) and not classes & {"force", "armed", "aircraft", "police", "person"}

    def _mere_adjective(self, span: Range) -> bool:
        """One indefinite word that names nobody known (هجوم عنيف، اعتداء مسلح) describes the event; it is not its doer."""
        if span[1] - span[0] != 1 or self.phrases.mention(span[0]) is not None:
            return False
        token = self.tokens[span[0]]
        if token.word.definite or token.word.enclitic or token.kind != "word":
            return False
        return any(r.number == "s" for r in token.word.nouns) or not self.context.classes(span[0])

    def _adjective_alone(self, span: Range, frame: Frame) -> bool:
        """One indefinite adjective, which has nothing done to it: known as one, or before ل (قصف عنيف | لمواقع)."""
        k = span[0]
        word = self.tokens[k].word
        if span[1] - k != 1 or self.tokens[k].kind != "word" or word.definite or self.context.nationality(k):
            return False
        several = word.bare.endswith(("ين", "ون", "ان"))
        before = "ل" in frame.slots and span[1] < len(self.tokens) and self.phrases.preposition(span[1]) == "ل"
        known = self.phrases.adjective(k) or before
        return known and not several and self.phrases.mention(k) is None and not self.context.classes(k)

    def _has(self, k: int, words: tuple[str, ...]) -> bool:
        for m in range(k, min(k + 3, len(self.tokens))):
            if self.tokens[m].kind == "punct":
                return False
            if self.tokens[m].word.norm in words or self.phrases.preposition(m) in words:
                return True
        return False

    def _pronoun(self, i: int, j: int, high: int, frame: Frame, found: Found) -> None:
        slots = frame.slots
        role = slots.get("genitive")
        if role is None and frame.kind == "verb":
            role = "recipient" if slots.get("object") == "recipient" else slots.get("subject")
        if role == "either":
            role = "recipient"
        if role is None:
            return
        if role == "recipient" and (target := self._suffers(j, high)) is not None:
            # قصفه للأحياء، دعمها الحكومة: with an object of its own, the pronoun is the doer
            role = "actor"
            found.add("recipient", target)
        span = self.referent(i)
        if span is not None:
            found.add(role, span)

    def _suffers(self, k: int, high: int) -> Range | None:
        """The object of a verbal noun with a pronoun: what follows it with ل or as an accusative, over words for a time."""
        while k < high and (self.phrases.outside(k) or self._adjectival(k)):
            k += 1
        if k >= high or self.phrases.coordinated(k) or self.tokens[k].kind != "word":
            return None
        preposition = self.phrases.preposition(k)
        if preposition not in (None, "ل") or not self.phrases.nominal(k) or self.phrases.is_a(k, "adverb"):
            return None
        end = self.phrases.noun_phrase(k, high)
        if end <= k or self.phrases.verbal_noun(self.phrases.head(k, end)):
            return None
        return (k, end) if self.tokens[k].word.definite or self.context.somebody((k, end)) or preposition else None

    def referent(self, i: int) -> Range | None:
        """Whom the pronoun of the noun at token ``i`` stands for: the speaker, the antecedent of the relative clause, the one
        accused of it, or the last subject that agrees."""
        pronoun = self.tokens[i].word.enclitic
        if pronoun in ("ي", "نا"):
            return self.speaker(i)
        low = self.context.doc.sentences[self.tokens[i].sentence].first
        for k in range(i - 1, max(i - 4, low - 1), -1):
            if self.phrases.is_a(k, "relative"):
                span = self.clauses.antecedent(k)
                if span is not None and self._stands_for(pronoun, span):
                    return span
            elif self.tokens[k].upos not in ("VERB", "AUX", "ADP"):
                break
        accused = self._blamed(i)
        if accused is not None and self._stands_for(pronoun, accused):
            return accused
        last = self._carried(i)
        if last is not None and self._stands_for(pronoun, last):
            return last
        return self.speaker(i) or last

    def _stands_for(self, pronoun: str, span: Range) -> bool:
        """Whether the gender of a pronoun allows it to stand for a phrase, as far as the forms tell."""
        told = feminine(self.tokens[self.phrases.head(*span)])
        if told is None or pronoun not in ("ه", "ها"):
            return True
        return told is (pronoun == "ها")

    def _blamed(self, i: int) -> Range | None:
        """The accused in whose accusation token ``i`` stands."""
        token = self.tokens[i]
        statement = self.context.innermost(token.core_start, token.end)
        if statement is None or statement.stance != "accuse" or not statement.addressee:
            return None
        return self.range_of(statement.addressee[0].start, statement.addressee[0].end)

    def _accused(self, i: int, frame: Frame) -> Range | None:
        """The accused, where the accusation begins with the deed itself (اتهم فلانا بدعم كذا)."""
        if "self" in frame.slots or self.tokens[i].word.definite:
            return None
        accused = self._blamed(i)
        if accused is None:
            return None
        statement = self.context.innermost(self.tokens[i].core_start, self.tokens[i].end)
        first = self.context.doc.token_at(statement.content.start) if statement is not None and statement.content else i
        return accused if self.governed(i) - first <= 1 else None

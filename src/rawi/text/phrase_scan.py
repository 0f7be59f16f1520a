"""One scan for a noun phrase, member by member, in writing order."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rawi.text.phrases import Phrases

_OPENING = {"«": "»", "“": "”", '"': '"', "‘": "’", "‹": "›", "„": "“"}
_QUOTED_NAME = 8
_HONORIFICS = frozenset(("سيد", "سيده", "معالي", "سعاده", "فخامه", "جلاله", "سمو", "دوله", "فضيله"))
# Words with which a clause of its own begins.
_ENDS = frozenset(("relative", "complementiser", "subordinator", "auxiliary", "adverb"))


class Scan:
    """The state of one scan for a noun phrase that begins at token ``i`` and ends before ``stop``."""

    def __init__(self, phrases: Phrases, i: int, stop: int, coordinate: bool) -> None:
        self.p = phrases
        self.t = phrases.tokens
        self.i = i
        self.stop = stop
        self.coordinate = coordinate
        self.j = i
        self.head = -1
        self.last = -1
        self.closed = False  # the construct chain has met its definite member or a name
        self.firm = False  # a country or city stands as the head: no name may follow in apposition
        self.named = False  # a person's name has been taken

    def run(self) -> int:
        """Index after the phrase (``i`` when none begins there)."""
        if not self._open():
            return self.i
        while self.j < self.stop and self._step():
            pass
        return self.j

    def _open(self) -> bool:
        """Quantifiers, numbers and the head."""
        p, t = self.p, self.t
        j, stop = self.i, self.stop
        while j < stop:
            token = t[j]
            if token.kind == "punct" or p.outside(j):
                if token.text in _OPENING and j + 1 < stop and self._quoted(j):
                    break
                return self._bare_number(j)
            if not p.bare_is(j, "quantifier") and token.kind != "number" and token.upos != "NUM" and not self._numeral(j):
                break
            self.last = j
            j += 1
            if not p.bare_is(j - 1, "quantifier"):
                continue
            if j + 2 < stop and t[j + 1].word.norm == "من" and p.adjective(j):  # عدد كبير من
                j += 1
            if j + 1 < stop and t[j].word.norm in ("من", "عن"):
                j += 1
        if j >= stop:
            return self._bare_number(j)
        if t[j].text in _OPENING and self._quoted(j):
            self.j = j
            self.head = self.last = j
            return self._step()
        if j > self.i and t[j].text == "%":
            self.last = j
            self.j = j + 1
            if self.j + 1 < stop and t[self.j].word.norm == "من":
                self.j += 1
            return True
        found = p.mention(j)
        if found is None and not (p.nominal(j) or (j == self.i and p.preposition(j) in ("ب", "ل", "ك"))):
            return self._bare_number(j)
        if j > self.i and p.preposition(j):
            return self._bare_number(j)
        self.head = j
        self._take(j)
        return True

    def _bare_number(self, j: int) -> bool:
        """A number or quantifier that stands for its noun (1003 لقوا مصرعهم)."""
        if j > self.i and self.last >= self.i and not self.p.bare_is(self.last, "demonstrative"):
            self.j = self.last + 1
            return True
        return False

    def _numeral(self, j: int) -> bool:
        return j > self.i and self.t[j].kind == "number"

    def _take(self, j: int) -> None:
        """Make token ``j``, or the name that begins there, the last member so far."""
        found = self.p.mention(j)
        word = self.t[j].word
        if found is not None and found[0] <= self.stop:
            end, kind = found
            self.last, self.j = end - 1, end
            self.closed = True
            self.named = self.named or kind == "person"
            if j == self.head:
                self.firm = kind in ("place", "organization", "group")
            return
        self.last, self.j = j, j + 1
        self.closed = word.definite or bool(word.enclitic) or self.t[j].upos == "PROPN"

    def _step(self) -> bool:
        p, j = self.p, self.j
        token = self.t[j]
        if p.outside(j):
            return False
        if token.kind == "punct":
            return self._punctuation(j)
        if token.text == "و" or "و" in token.word.proclitics[:1]:
            return self._conjunction(j)
        if p.is_any(j, _ENDS):
            return False
        if token.word.norm == "باسم" and self.head >= 0 and p.bare_is(self.head, "pp_head") and not self.named:
            end = p.scan(j + 1, self.stop, False)
            if end > j + 1:
                self.last, self.j, self.closed = end - 1, end, True
                return True
        preposition = p.preposition(j)
        if preposition and token.word.enclitic and self.last == j - 1 and p.bare_is(self.last, "resumed"):
            self.last, self.j, self.closed = j, j + 1, True  # المشتبه بهم
            return True
        if preposition and preposition != "غير":
            return self._preposition(j, preposition)
        if p.is_a(j, "reflexive"):
            self.last, self.j = j, j + 1
            return True
        if token.word.norm == "غير" and j + 1 < self.stop and (p.adjective(j + 1) or p.participle(j + 1)):
            self.last, self.j = j + 1, j + 2
            return True
        found = p.mention(j)
        if found is None and not p.nominal(j):
            return False
        return self._nominal(j, found)

    def _nominal(self, j: int, found: tuple[int, str] | None) -> bool:
        p, t = self.p, self.t
        token = t[j]
        word = token.word
        if found is not None:
            kind = found[1]
            if self.closed and not self.named and kind == "place" and found[0] == j + 1 and word.definite and p.adjective(j):
                self.last, self.j = j, j + 1  # القوات البرية السعودية
                return True
            if self.firm or (self.named and kind == "person"):
                return False
            if self.closed and (kind == "place" or not self._takes_name(kind)):
                return False
            if not self.closed and not self._construct():
                return False
            self._take(j)
            return True
        if p.definite_number(j) and self.closed and not self.firm:
            self.last, self.j = j, j + 1  # الدول الثلاث الخليجية
            return True
        if p.bare_is(j, "quantifier") or token.kind == "number" or token.upos == "NUM":
            if self._agreeing_number(j):
                self.last, self.j = j, j + 1
                return True
            return False
        if token.upos == "PROPN":
            if self.firm or (self.closed and not self.named and not self._takes_name("person")):
                return False
            self._take(j)
            return True
        noun = self.last if t[self.last].kind == "word" else max(self.head, self.i)
        if self.last == noun == j - 1 and self.head >= 0 and p.parted(noun, j):
            return False
        if self._agreeing_plural(noun, j):
            self.last, self.j = j, j + 1  # مسلحون مجهولون
            return True
        if p.adjective(j) and not p.clashes(noun, j):
            if self.closed and word.definite and not self._belongs(j):
                return False
            if word.definite == self.closed or (self.closed and self.firm is False and word.definite):
                self.last, self.j = j, j + 1
                return True
            if not self.closed and word.definite and self._construct():
                self._take(j)
                return True
            return False
        if word.definite:
            if self._unknown_surname(j):
                self.last, self.j = j, j + 1  # الصحفي سالم الراشد
                return True
            if not self.closed:
                described = self.last > self.head >= 0 and (p.adjective(self.last) or p.participle(self.last))
                if not self._construct() or (described and word.enclitic):  # تنظيم مسلح | مسؤوليته
                    return False
                self._take(j)
                return True
            shaped = p.participle(j) or (
                word.bare.endswith(("ي", "يه")) and not word.enclitic and t[noun].word.definite and not self.named
            )
            other = p.adjective(self.last) and (p.bare_is(j, "pp_head") or p.bare_is(j, "envoy"))  # الوزير القطري | المبعوث
            if self.last == j - 1 and shaped and p.alike(noun, j) and not self.firm and not other:
                self.last, self.j = j, j + 1
                return True
            if self.last == j - 1 and t[self.last].word.bare in _HONORIFICS and not word.enclitic and self.last == self.head:
                self.last, self.j = j, j + 1  # السيد الوزير
                return True
            follows = p.mention(j + 1) if j + 1 < self.stop else None
            if not self.firm and not self.named and follows is not None and follows[1] == "person":
                self.last, self.j = j, j + 1  # نائب الرئيس اليمني المهندس خالد …
                return True
            return False
        if self.closed:
            if self.named and p.bare_is(j, "pp_head"):  # إياد علاوي نائب الرئيس
                self.named = True
                self._take(j)
                self.closed = False
                return True
            return False
        described = self.last > self.head >= 0 and (p.adjective(self.last) or p.participle(self.last))
        marked = described and p.adjective(self.last) and t[self.last].word.bare.endswith("ه")
        marked = marked and not (p.bare_is(j, "partitive") and p.participle(j) and word.bare.endswith("ه"))  # مسلحة تابعة ل
        if not self._construct() or marked or (described and p.verbal_noun(j)):  # طائرات حربية | شارع، بيانات منفصلة | قتل
            return False
        self._take(j)
        return True

    def _agreeing_plural(self, noun: int, j: int) -> bool:
        """Whether the indefinite participle ``j`` has the ending of the plural or dual right before it: it describes it."""
        a, b = self.t[noun].word, self.t[j].word
        if self.closed or self.last != j - 1 or b.definite or b.enclitic or len(a.bare) <= 4 or not self.p.participle(j):
            return False
        return any(a.bare.endswith(ending) and b.bare.endswith(ending) for ending in ("ون", "ين", "ات", "ان"))

    def _agreeing_number(self, j: int) -> bool:
        """Whether the number at ``j`` says once more how many the noun before it are: شخصين اثنين، مدني واحد."""
        core = self.t[j].word.core
        if core in ("واحد", "واحده"):
            return True
        return core in ("اثنين", "اثنان", "اثنتين", "اثنتان") and self.t[self.last].word.bare.endswith(("ين", "ان"))

    def _unknown_surname(self, j: int) -> bool:
        """Whether the definite word at ``j``, which the lists do not know, ends the clause's phrase behind a title and a given
        name: what is done to or by the one named stands elsewhere."""
        p, word = self.p, self.t[j].word
        if not self.named or word.nouns or word.enclitic or word.proclitics or p.adjective(j) or self.last != j - 1:
            return False
        if self.last <= self.head or p.mention(self.last) != (j, "person") or not self.t[self.head].word.definite:
            return False
        return j + 1 >= self.stop or self.t[j + 1].kind == "punct" or p.preposition(j + 1) is not None or p.outside(j + 1)

    def _belongs(self, j: int) -> bool:
        """Whether the definite adjective ``j`` agrees with a noun of the phrase."""
        p = self.p
        nouns = [k for k in range(max(self.head, self.i), j) if self.t[k].kind == "word" and not p.adjective(k)]
        return not nouns or any(p.alike(k, j) or p.mention(k) is not None for k in nouns)

    def _construct(self) -> bool:
        """Whether the last member can stand in construct: sound plurals, duals and tanwin show that it does not."""
        if self.last < 0:
            return True
        token = self.t[self.last]
        if token.kind != "word":
            return True
        text = token.text.rstrip("ًٌٍ")
        if token.word.enclitic:
            return False
        if (text.endswith("ون") and len(token.word.bare) > 4) or self.p.dual(self.last):
            return False
        if len(text) <= 4 or token.word.definite:
            return True
        return not (token.text.endswith("ً") or (text.endswith("ا") and not token.word.lemma.endswith(("ا", "ى"))))

    def _takes_name(self, kind: str) -> bool:
        """Whether a definite title may be followed by a name in apposition (الرئيس فلاديمير بوتين, not الشرطة محمد)."""
        if kind not in ("person", "organization", "group"):
            return False
        p, head = self.p, self.t[max(self.head, self.i)]
        if kind != "person":
            return not self.named and p.bare_is(self.head, "collective") and self.last == self.head
        if p.bare_is(self.head, "pp_head"):
            return True
        bare = head.word.bare
        woman = bare.endswith("ه") and bool(head.word.nouns) and not any(r.lemma.endswith("ة") for r in head.word.nouns)
        if woman and not p.bare_is(self.head, "collective"):
            return True  # الناشطة هدى
        return not p.bare_is(self.head, "collective") and not bare.endswith(("ه", "ات", "ون", "ين")) and head.upos != "PROPN"

    def _conjunction(self, j: int) -> bool:
        p, t = self.p, self.t
        first = j + 1 if t[j].text == "و" else j
        if not self.coordinate or first >= self.stop:
            return False
        word = t[first].word
        if first == j and set(word.proclitics[1:]) & {"ب", "ل", "ك", "س"}:
            return False
        if p.is_any(first, _ENDS) or (p.is_a(first, "preposition") and not p.nominal(first)):
            return False
        if p.mention(first) is None and not (p.nominal(first) or p.bare_is(first, "quantifier")):
            return False
        end = p.scan(first, self.stop, False)
        if end <= first:
            return False
        self.last, self.j = end - 1, end
        self.closed = True
        self.firm = True
        return True

    def _preposition(self, j: int, preposition: str) -> bool:
        p, t = self.p, self.t
        attached = t[j].word.norm != preposition and t[j].word.core != preposition
        noun = j if attached else j + 1
        named = p.mention(max(self.head, self.i))
        outside = self.last > self.head and (named is None or named[0] <= self.last)  # not the المتحدة of a country
        qualified = outside and (p.participle(self.last) or p.bare_is(self.last, "partitive"))
        if noun >= self.stop or ((self.named or self.firm) and not qualified):
            return False
        if p.mention(noun) is None and not p.nominal(noun) and not p.bare_is(noun, "quantifier"):
            return False
        if p.outside(noun) or p.bare_is(noun, "venue"):
            return False
        head = max(self.head, self.i)
        owner = p.bare_is(head, "pp_head") or (self.last >= 0 and p.bare_is(self.last, "pp_head"))
        part = owner or p.bare_is(head, "partitive") or (self.last >= 0 and p.bare_is(self.last, "partitive"))
        counted = self.last >= 0 and (
            t[self.last].kind == "number" or t[self.last].upos == "NUM" or p.bare_is(self.last, "quantifier")
        )
        qualifier = self.last > head and p.participle(self.last) and not p.bare_is(self.last, "pp_head")
        found = p.mention(noun)
        definite = head < len(t) and t[head].word.definite
        if preposition == "من":
            # مسلحون من القبائل are of the tribes; إخراج المسلحين من المدينة tells where from
            allowed = counted or qualifier or owner or (part and not definite)
        elif preposition == "في":
            seat = found is not None or p.bare_is(noun, "seat") or not p.verbal_noun(noun)
            allowed = owner and seat and not t[noun].word.enclitic  # الناشط | في منزله
        elif preposition in ("الي", "لدي"):
            allowed = p.bare_is(head, "envoy") or (self.last >= 0 and p.bare_is(self.last, "envoy"))
        elif preposition == "ل":
            purpose = found is None and p.verbal_noun(noun) and not p.bare_is(noun, "portfolio")
            part = owner or (part and not self.closed)  # مواقع للحوثيين, but قوات النظام | للمخيم
            office = p.bare_is(head, "seat") and (self.last > head or not self.closed) and self._definite_pair(noun)
            allowed = office or (not purpose and (part or qualifier))
        elif preposition == "ب":
            allowed = owner and (p.bare_is(noun, "seat") or found is not None or t[noun].upos == "PROPN")
        elif preposition == "عن":
            allowed = t[max(self.last, 0)].word.bare in ("صادر", "صادره", "مسءول", "مسءولين", "مسءولون")
        elif preposition == "علي":
            allowed = qualifier
        else:
            allowed = False
        if not allowed:
            return False
        end = p.scan(noun, self.stop, False)
        if end <= noun:
            return False
        self.last, self.j = end - 1, end
        self.closed = True
        return True

    def _quoted(self, j: int) -> bool:
        """Whether a short quoted name begins at the mark ``j``."""
        quote = self.p.quote_at.get(j)
        if quote is None or not quote.closed or not 0 < quote.last - quote.first <= _QUOTED_NAME:
            return False
        return all(
            self.t[k].kind != "punct" and (self.p.nominal(k) or self.p.preposition(k)) and self.t[k].upos != "VERB"
            for k in range(quote.first, quote.last)
        )

    def _definite_pair(self, j: int) -> bool:
        """Whether the noun ``j`` is definite by its article or by the noun after it (لحقوق الإنسان)."""
        return self.t[j].word.definite or (j + 1 < self.stop and self.t[j + 1].word.definite)

    def _title_follows(self, j: int) -> bool:
        return self.p.bare_is(j, "pp_head") and not self.t[j].word.proclitics and not self.p.outside(j)

    def _punctuation(self, j: int) -> bool:
        p, t = self.p, self.t
        text = t[j].text
        if text in _OPENING:
            if not self._quoted(j):
                return False
            quote = p.quote_at[j]
            known = p.mention(quote.first) is not None or p.mention(j) is not None
            if (self.closed or not self._construct()) and self.head != j and not known:
                return False
            self.j = min(quote.last + 1, self.stop)
            self.last = self.j - 1
            self.closed = True
            return True
        if text == "(":
            close = j + 1
            while close < self.stop and close - j <= _QUOTED_NAME and t[close].text != ")":
                if p.outside(close) or t[close].kind not in ("word", "latin") or not p.nominal(close):
                    return False
                close += 1
            if close >= self.stop or t[close].text != ")" or close == j + 1:
                return False
            self.last, self.j = close, close + 1
            self.closed = True
            return True
        if text in "-–ـ" and 0 < j < self.stop - 1 and t[j - 1].end == t[j].start and t[j].end == t[j + 1].start:
            if t[j + 1].kind != "word" or not (t[j - 1].upos == "PROPN" or self.named):
                return False
            self._take(j + 1)
            self.named = True
            return True
        if text == "،" and j + 2 < self.stop and self.named and p.mention(self.head) and self._title_follows(j + 1):
            end = p.scan(j + 1, self.stop, False)
            if j + 2 < end < self.stop and (t[end].text == "،" or p.is_a(end, "complementiser")):
                self.last, self.j, self.closed, self.firm = end - 1, end, True, True
                return True
        if text == "،" and j + 1 < self.stop and not self.named and self.head >= 0 and p.bare_is(self.head, "pp_head"):
            found = p.mention(j + 1)
            if found is not None and found[1] == "person" and not t[j + 1].word.proclitics:
                after = found[0]
                if after >= self.stop or t[after].kind == "punct" or p.is_a(after, "complementiser") or t[after].upos == "VERB":
                    self._take(j + 1)
                    return True
        return False

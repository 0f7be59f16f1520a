"""Where a person's name begins and ends, from the words it is made of and the words around it."""

from __future__ import annotations

from rawi.document import Doc
from rawi.layers.name_entities import Found
from rawi.layers.name_lists import ORDINALS, NameLists, name_lists
from rawi.lexicon import Column, Lexicon, Table
from rawi.lexicon.actors import Roles, roles
from rawi.lexicon.gazetteer import Gazetteer, gazetteer
from rawi.text.fold import fold

CONTEXT = Table(
    "name context",
    ("names/context.tsv",),
    (
        Column("class", required=True, choices=("thing", "ruler", "speech", "word")),
        Column("words", required=True, many=True),
        Column("gloss", required=True),
    ),
    ("class", "words"),
)
_LONGEST_NAME = 7
_KIN = frozenset(("ابو", "ابي", "ابا", "بن", "ابن", "ال", "بنت", "ولد"))
_CLOSED = frozenset(("ADP", "PART", "PRON", "DET", "SCONJ", "CCONJ", "AUX"))
_HALVES = frozenset(("الدين", "الله", "الاسلام", "الحق"))
_KNOWN_BY = frozenset(("معروف", "متحدث", "ناطق", "تحدث", "عرف", "يعرف", "تعرف", "يسمي", "تسمي", "مسمي"))


class NameContext:
    """Words around names: ``things`` (nouns, folded) are named after people, ``rulers`` (nouns, folded) take a name with a
    number, ``speech`` are lemmas of verbs whose subject is mostly a person, ``plain`` words (folded) begin a name only behind a
    title."""

    def __init__(self, lexicon: Lexicon) -> None:
        words: dict[str, list[str]] = {"thing": [], "ruler": [], "speech": [], "word": []}
        for row in lexicon.rows(CONTEXT):
            words[row["class"]].extend(row.many("words"))
        self.things = frozenset(map(fold, words["thing"]))
        self.rulers = frozenset(map(fold, words["ruler"]))
        self.speech = frozenset(words["speech"])
        self.plain = frozenset(map(fold, words["word"]))


class PersonFinder:
    """Finds the names of persons in one document; ``taken`` marks tokens that are part of something found already."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self.doc = doc
        self.tokens = doc.tokens
        self.lists: NameLists = name_lists(lexicon)
        self.context: NameContext = lexicon.compiled(NameContext)
        self.roles: Roles = roles(lexicon)
        self.gazetteer: Gazetteer = gazetteer(lexicon)
        self.taken = bytearray(len(doc.tokens) + 1)
        self.found: list[Found] = []
        # A text that writes the preposition على without dots below means a name by علي; others may mean the preposition.
        with_dots = sum(token.text in ("علي", "وعلي") for token in doc.tokens)
        self.ali = sum(token.text in ("على", "وعلى") for token in doc.tokens) > with_dots

    def unit(self, k: int, stop: int) -> tuple[int, str]:
        """The end and kind of one part of a name at ``k``; an empty kind when no part of a name begins there."""
        if k >= stop or self.taken[k]:
            return k, ""
        token = self.tokens[k]
        kind = self.lists.kind(token)
        word = token.word
        if word.core == "عبد" and k + 1 < stop and self.tokens[k + 1].word.norm.startswith(("ال", "ربه")):
            return k + 2, "given"
        if word.norm == "لا" and (not k or self.lists.kind(self.tokens[k - 1]) != "particle"):
            return k, ""  # دي لا فوينتي, but لا غنى عنه
        if kind == "particle":
            if k + 1 >= stop or self.taken[k + 1]:
                return k, ""
            following = self.tokens[k + 1]
            nxt = self.lists.kind(following)
            known = following.kind == "word" and not following.word.proclitics and not following.word.enclitic
            known = known and following.upos not in _CLOSED and following.word.upos not in _CLOSED
            if (word.norm in _KIN or word.core in _KIN) and (known or nxt):
                if token.text.endswith("ى") and not nxt:  # أبى is a verb as well
                    return k, ""
                if nxt in ("particle", "given", "weak") or following.word.core == "عبد":
                    end, inner = self.unit(k + 1, stop)
                    return (end, "particle") if inner else (k + 2, "particle")
                return k + 2, "particle"
            return (k + 2, "particle") if nxt in ("given", "weak", "family", "rare") else (k, "")
        return k + 1, kind

    def run(self, i: int, stop: int) -> int:
        """The end of the run of name parts from ``i``."""
        k = i
        tokens = self.tokens
        limit = min(stop, i + _LONGEST_NAME)
        while k < limit:
            word = tokens[k].word
            if k > i and word.proclitics and word.core != word.norm and not self.lists.listed(word.norm):
                if k == i + 1 and self.lists.opaque(tokens[k]) and self.lists.kind(tokens[i]) in ("given", "rare", "family"):
                    return k + 1
                break
            if k > i and (self._office(k, limit, k == i + 1) or (word.core == "علي" and not self._is_ali(k))):
                break
            end, kind = self.unit(k, limit)
            if not kind:
                if k == i + 1 and not self.taken[k] and self._surname(i, k):
                    k += 1
                    if k < limit and self.lists.kind(tokens[k]) in ("family", "given") and not tokens[k].word.proclitics:
                        continue  # خالد محفوظ بحاح
                    break
                if k > i and word.norm in _HALVES:
                    k += 1
                    continue
                if k > i and word.norm in ORDINALS and self._ruler(i):
                    k += 1
                    continue
                if (
                    i < k < limit - 1
                    and tokens[k].text == "-"
                    and tokens[k - 1].end == tokens[k].start == tokens[k + 1].start - 1
                ):
                    end, kind = self.unit(k + 1, limit)  # جان-إيف
                    if kind and kind != "nisba":
                        k = end
                        continue
                break
            if kind == "nisba" and (k == i or (word.bare.endswith("ه") and self.gazetteer.is_demonym(word.bare))):
                break
            k = end
        return min(k, limit)

    def joined(self, k: int) -> bool:
        """Whether a word that looks like a name is joined by و to a person named right before: بوفون وزامبروتا."""
        token = self.tokens[k]
        if token.word.proclitics != ("و",) or token.word.definite or not self.found or self.found[-1].j != k:
            return False
        return (
            self.found[-1].kind == "person" and self.lists.kind(token) in ("rare", "family", "given") and token.upos != "VERB"
        )

    def _ruler(self, i: int) -> bool:
        """Whether the title of a ruler stands before token ``i``."""
        return any(self.tokens[k].word.bare in self.context.rulers for k in range(max(0, i - 3), i))

    def _office(self, k: int, stop: int, first: bool) -> bool:
        """Whether an office begins at ``k``, behind a name: كوفي أنان الأمين العام، عمر بكري زعيم الحركة."""
        if self.tokens[k].word.norm in self.lists.sure:
            return False
        role = self.roles.longest(self.tokens, k, min(stop + 3, len(self.tokens)))
        if not role or role[1].kind != "person" or role[0] >= len(self.tokens):
            return False
        after = self.tokens[role[0]].word
        if role[0] - k > 1:
            return True
        if self.lists.kind(self.tokens[k]) == "" or after.norm in _HALVES:
            return False
        if first and self.tokens[k].word.norm in self.lists.family:  # حسين الخطيب
            return False
        noun = self.tokens[role[0]].upos == "NOUN" and self.lists.kind(self.tokens[role[0]]) == "" and not after.proclitics
        belongs = noun or after.definite or after.norm in self.gazetteer or self.gazetteer.country(after.norm) is not None
        return belongs and (self.tokens[k].word.definite or self.lists.kind(self.tokens[role[0]]) in ("", "nisba"))

    def _is_ali(self, k: int) -> bool:
        """Whether علي at ``k`` is the name."""
        if self.ali:
            return True
        if k and self.lists.kind(self.tokens[k - 1]) in ("given", "particle"):
            return True
        return k + 1 < len(self.tokens) and self.lists.kind(self.tokens[k + 1]) in ("given", "particle")

    def _surname(self, i: int, k: int) -> bool:
        """Whether token ``k``, which no list knows, is the surname of the given name at ``i``."""
        kind = self.lists.kind(self.tokens[i])
        if kind == "given":
            opaque = not self.tokens[k].word.proclitics and self.lists.opaque(self.tokens[k])
            return opaque or self.lists.follows(self.tokens[k]) or self._describing(k) or self._after_speech(i, k)
        if kind == "weak" and self.tokens[i].upos == "PROPN" and self._describing(k):
            return True
        return kind == "weak" and not self.tokens[k].word.definite and self.lists.follows(self.tokens[k], 3.8)

    def _after_speech(self, i: int, k: int) -> bool:
        """Whether a definite noun at ``k`` ends the name of the speaker at ``i``: قال حسين الفردان إن."""
        word = self.tokens[k].word
        if not i or not word.definite or word.proclitics or word.enclitic or word.upos in _CLOSED or k + 1 >= len(self.tokens):
            return False
        if not any(verb.lemma in self.context.speech for verb in self.tokens[i - 1].word.verbs) or self.roles.longest(
            self.tokens, k, k + 1
        ):
            return False
        after = self.tokens[k + 1]
        return after.text == ":" or after.upos in ("SCONJ", "PART") or after.word.norm == "الي"

    def _describing(self, k: int) -> bool:
        """Whether a word at ``k`` that is also another word closes a name: نجيب محفوظ قال، جيمس بليك."""
        token = self.tokens[k]
        word = token.word
        if token.kind != "word" or word.definite or word.upos in _CLOSED or token.upos in _CLOSED or k + 1 >= len(self.tokens):
            return False
        if token.text.endswith(("ة", "ا", "ين", "ون", "ات", "ان")) and not self.lists.unseen(word.norm):
            return False
        if word.enclitic and not self.lists.unseen(word.norm):
            return False
        if word.proclitics[-1:] == ("ب",) and word.verbs and not word.nouns:
            return self._ends(k + 1)  # بول بيفر: no verb takes ب
        if word.proclitics and (word.core in self.gazetteer or not self.lists.unseen(word.core)):
            return False
        describing = word.nouns and all(n.kind in ("name", "active-participle", "passive-participle") for n in word.nouns)
        if not describing and not self.lists.unseen(word.norm):
            return False
        if self.roles.longest(self.tokens, k, k + 1):
            return False
        if self._ends(k + 1) or (describing and self.lists.kind(self.tokens[k + 1]) in ("family", "given", "rare")):
            return True
        return self.lists.unseen(word.norm) and self._office(k + 1, min(k + 4, len(self.tokens)), False)

    def _ends(self, k: int) -> bool:
        """Whether token ``k`` can follow a whole name and no part of one."""
        after = self.tokens[k]
        return after.kind in ("punct", "number") or after.upos in ("SCONJ", "VERB", "CCONJ", "PART", "DET", "PRON")

    def person(self, i: int, stop: int, titled: bool, body: bool) -> int:
        """The end of a person's name that begins at ``i``, or 0."""
        tokens = self.tokens
        near = min(stop, i + _LONGEST_NAME)  # أبو أبو أبو … must not nest without end
        end_first, kind = self.unit(i, near)
        if kind in ("", "nisba"):
            return self._opaque(i, stop, titled)
        if tokens[i].word.norm in self.context.plain and not titled:
            return 0
        if i and tokens[i - 1].word.bare in self.context.things and not tokens[i - 1].word.definite:
            return 0
        if tokens[i].word.core == "علي" and not self._is_ali(i):
            return 0
        end = self.run(i, stop)
        parts = end - i
        before = tokens[i - 1] if i else None
        if before is not None and before.word.norm == "عن" and kind == "rare" and end < stop and tokens[end].word.core == "قول":
            return end  # نقلت الوكالة عن كينيون قوله
        if before is not None and before.upos == "ADP" and (kind == "rare" or (kind == "family" and tokens[i].word.definite)):
            return 0
        if tokens[i].word.norm == "باسم" and any(tokens[k].word.bare in _KNOWN_BY for k in range(max(0, i - 3), i)):
            return 0
        if kind == "family" and tokens[i].word.definite and self.roles.longest(tokens, i, i + 1):
            return 0  # المهندس خالد
        if kind == "weak" and parts == 2 and not titled and tokens[i].upos == "VERB" and tokens[i].word.proclitics:
            return 0  # وأشرف جيسوس على التدريب
        verbal = (
            kind == "weak" and parts > 1 and tokens[i].word.verbs and before is not None and before.upos in ("SCONJ", "ADV")
        )
        if verbal and self.unit(end_first, near)[1] == "given":  # عندما هاجر محمد
            return 0
        origin = (
            before is not None
            and before.word.definite
            and before.word.bare.endswith("ي")
            and (self.gazetteer.is_demonym(before.word.bare))
        )
        if (titled or origin) and not body:
            if kind in ("given", "weak", "family", "particle"):
                if parts == 1 and before is not None and before.word.bare in self.context.rulers and not before.word.definite:
                    return 0  # ملك أراغون: a ruler of a country
                if kind == "weak" and parts == 1 and before is not None and not (before.word.definite or before.word.enclitic):
                    return 0  # رجل حكيم
                if kind == "family" and parts == 1 and tokens[i].word.definite and not self._definite_title(i):
                    return 0
                return end
            if parts > 1 and not tokens[i].word.definite:
                return end
            if tokens[i].word.definite:
                return end if self._definite_title(i) else 0
            if before is not None and not (before.word.definite or before.word.enclitic) and before.upos in ("NOUN", "DET"):
                return 0  # أمين متاحف
            plural = tokens[i].word.bare.endswith(("ين", "ون", "ات", "يه", "ه")) and not origin
            return end if not plural and len(tokens[i].word.bare) > 3 and tokens[i].upos != "ADJ" else 0
        if tokens[i].word.core == "علي" and parts > 1:
            second = self.lists.kind(tokens[i + 1])
            return end if second in ("given", "weak", "particle", "family", "nisba") else 0
        if kind == "given" and parts > 1:
            return end
        if kind == "weak" and parts > 1:
            second = self.unit(end_first, min(stop, end_first + _LONGEST_NAME))[1]
            return end if second and not (second == "weak" and parts == 2 and tokens[i].word.verbs and before is None) else 0
        if (
            kind == "particle"
            and parts > 1
            and self.lists.kind(tokens[end - 1]) == "family"
            and not tokens[end - 1].word.definite
        ):
            return end  # فان باستن
        if kind == "particle" and parts > 1 and tokens[i].word.core in ("ابو", "ابي", "ابا", "بن", "ابن", "ال"):
            return end if tokens[i].word.core != "ال" else 0
        if before is not None and before.upos == "VERB" and not body:
            if kind == "given":
                return end
            if kind == "rare" and not tokens[i].word.definite and tokens[i].upos != "ADJ":
                spoken = any(verb.lemma in self.context.speech for verb in before.word.verbs)
                return end if parts > 1 or (spoken and len(tokens[i].word.bare) > 2) else 0
        if kind in ("rare", "family") and parts > 1 and not tokens[i].word.definite and not body:
            kinds = [self.lists.kind(t) for t in tokens[i:end]]
            if kinds.count("rare") + kinds.count("family") + kinds.count("given") == parts and (
                "given" in kinds or "family" in kinds
            ):
                return end
        adjective = before is not None and before.word.definite and tokens[i].word.definite
        if kind == "family" and parts == 1 and self.lists.common(tokens[i].word.norm) and tokens[i].upos != "PROPN":
            return 0  # طبيب غني
        return end if kind == "family" and not adjective and not any(n.kind != "name" for n in tokens[i].word.nouns) else 0

    def _opaque(self, i: int, stop: int, titled: bool) -> int:
        """The end of a foreign name whose first word looks like an inflected one, right behind a title or nationality, or 0."""
        if (
            not i
            or i + 1 >= stop
            or self.taken[i]
            or not self.tokens[i - 1].word.definite
            or not self.lists.opaque(self.tokens[i])
        ):
            return 0
        if not titled and not self.gazetteer.is_demonym(self.tokens[i - 1].word.bare):
            return 0
        if self.lists.kind(self.tokens[i + 1]) not in ("rare", "given", "family") or self.tokens[i + 1].word.proclitics:
            return 0
        return self.run(i + 1, stop)

    def _definite_title(self, i: int) -> bool:
        """Whether a definite title stands right before token ``i``: الرئيس السنيورة, but not فريق الأحمر."""
        if not i or not self.tokens[i - 1].word.definite:
            return False
        role = self.roles.longest(self.tokens, i - 1, i)
        return role is not None and role[1].kind == "person" and role[1].scope != "part"

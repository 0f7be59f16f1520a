"""The names layer: who is named in a report, each name joined to the entity it means.

Three sources of evidence, in this order: the table of actors; titles, given names and verbs around words that look like names;
head nouns of organisations. Then the last part of a full name is found again wherever it stands alone (سيرغي لافروف … لافروف).
"""

from __future__ import annotations

from rawi.document import Doc
from rawi.layers.name_entities import Found, join
from rawi.layers.name_lists import ORDINALS
from rawi.layers.name_organizations import OrganizationFinder, organization_finder
from rawi.layers.name_persons import PersonFinder
from rawi.lexicon import Lexicon
from rawi.lexicon.actors import Actor, actors, in_office, out_of_office
from rawi.lexicon.code_words import code_words
from rawi.pipeline import Layer

# Words of a title between its noun and the name it stands before (وزير الخارجية الروسي السابق …).
_TITLE = 9
# Nouns after which a definite noun is no party: سد النهضة.
_NOT_BEFORE = frozenset(("سد", "عصر", "شبه", "مشروع"))
# Last words of full names that do not stand for them.
_NOT_ALONE = frozenset(("الدين", "الله")) | ORDINALS
_PERSON_ROLES = ("person", "people")


class _Reader(PersonFinder):
    """Finds the names of one document."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        super().__init__(doc, lexicon)
        self.actors = actors(lexicon)
        self.former = code_words(lexicon).former
        self.organizations: OrganizationFinder = organization_finder(lexicon)
        published = doc.report.published or ""
        self.year = int(published[:4]) if published[:4].isdigit() else None
        outside = [(time.start, time.end) for time in doc.times]
        outside += [(credit.start, credit.end) for credit in doc.credits if credit.kind == "dateline"]
        for start, end in outside:
            for k in range(doc.token_at(start), doc.token_at(max(end - 1, start)) + 1):
                if k < len(doc.tokens):
                    self.taken[k] = 1

    def add(self, found: Found) -> None:
        """Keep a name; what was kept first holds its words."""
        if any(self.taken[found.i : found.j]):
            return
        for k in range(found.i, found.j):
            self.taken[k] = 1
        self.found.append(found)

    # -- the passes -------------------------------------------------------------------------------------------------------

    def read(self) -> list[Found]:
        """All names, in text order."""
        for sentence in self.doc.sentences:
            self._sentence(sentence.first, sentence.last)
        self._other()
        self._short()
        self.found.sort(key=lambda f: f.i)
        return self.found

    def _sentence(self, first: int, last: int) -> None:
        tokens = self.tokens
        titled = -1  # the token where a title began that may still wait for its name
        body = False
        k = first
        while k < last:
            token = tokens[k]
            if token.kind != "word" or self.taken[k]:
                if titled >= 0 and not (token.text in '،,«"' and k - titled < _TITLE):
                    titled = -1
                k += 1
                continue
            hit = self.actors.longest(tokens, k, last)
            if hit and not self._plain_word(hit[1], k, hit[0]):
                actor, code = in_office(hit[1], self.year)
                end = hit[0]
                if actor.kind == "person":
                    run = self.run(k, last)
                    if run > end and end - k > 1:
                        end = run
                    start = self._without_title(k, end)
                    if start > k and titled < 0:
                        titled = k
                    whole = start == k and self._as_written(k, end)
                    former = self._former(titled, start, end)
                    if former:
                        code = out_of_office(hit[1], self.year)
                    title = titled if titled >= 0 else None
                    self.add(Found(start, end, "person", actor, code, title, whole=whole, former=former))
                else:
                    office = self.roles.longest(tokens, k, last)
                    if office and office[1].kind == "person" and office[0] < end and not self.organizations.heads(token):
                        titled, k = k, office[0]  # الأمين العام للأمم المتحدة is no organisation
                        continue
                    end = self._without_adjective(k, end, actor)
                    start = self._without_head(k, end, actor)
                    self.add(Found(start, end, actor.kind, actor, code, whole=self._as_written(start, end)))
                titled = titled if actor.kind != "person" else -1
                body = False
                k = end
                continue
            organization = self.organizations.at(tokens, k, last, self.taken)
            if organization:
                i, j, kind = organization
                self.add(Found(i, j, kind, whole=i > k))
                k = max(j, k + 1)
                continue
            role = self.roles.longest(tokens, k, last)
            if role and role[1].scope != "part":
                if role[1].kind in _PERSON_ROLES:
                    titled = k if titled < 0 or k - titled >= _TITLE else titled
                    body = False
                elif role[1].kind == "body":
                    body = True
                if role[1].kind != "person" or self.lists.kind(token) == "" or role[0] - k > 1 or titled == k:
                    k = role[0]
                    continue
            if self.joined(k):
                end = self.run(k, last)
                self.add(Found(k, end, "person"))
                k = end
                continue
            if titled >= 0 and k > titled and token.word.proclitics and token.word.proclitics[0] in ("و", "ف"):
                titled = -1
            end = self.person(k, last, titled >= 0 and k - titled < _TITLE, body)
            if end:
                word = token.word
                whole = word.core != word.norm and self.lists.listed(word.norm)
                self.add(Found(k, end, "person", title=titled if titled >= 0 else None, whole=whole))
                k, titled, body = end, -1, False
                continue
            if titled >= 0 and (token.upos in ("VERB", "SCONJ", "PRON") or k - titled >= _TITLE):
                titled = -1
            body = body and self.gazetteer.is_demonym(token.word.bare)
            k += 1

    def _as_written(self, i: int, j: int) -> bool:
        """Whether a known name begins with letters that look like a preposition: بوينغ."""
        first = self.tokens[i]
        return bool(first.word.proclitics) and self.doc.text[first.start : self.tokens[j - 1].end] in self.actors

    def _former(self, title: int, i: int, j: int) -> bool:
        """Whether the title at ``title`` before a name ``i:j`` says that the office is over: الرئيس السابق."""
        if title < 0 or title >= i:
            return False
        return any(self.tokens[k].word.bare in self.former for k in range(title, i))

    def _without_title(self, i: int, j: int) -> int:
        """Where the name itself begins in a known name that a title opens: الملك سلمان."""
        while i + 1 < j and self.tokens[i].word.definite and self.lists.kind(self.tokens[i]) in ("", "nisba"):
            role = self.roles.longest(self.tokens, i, j)
            if not role or role[1].kind != "person" or role[0] >= j:
                break
            i = role[0]
        return i

    def _without_head(self, i: int, j: int, actor: Actor) -> int:
        """Where the name begins behind a noun that only says what it is: صحيفة هآرتس, where the rest means the same."""
        if i + 1 < j and self.organizations.only_says_what(self.tokens[i]):
            rest = self.actors.longest(self.tokens, i + 1, j)
            if (rest and rest[0] == j and any(other.name_en == actor.name_en for other in rest[1])) or j == i + 2:
                return i + 1
        return i

    def _without_adjective(self, i: int, j: int, actor: Actor) -> int:
        """Where a known name ends before an adjective that only says where it is: (حزب الله) اللبناني."""
        while j - i > 1 and self.tokens[j - 1].word.definite and self.gazetteer.is_demonym(self.tokens[j - 1].word.bare):
            rest = self.actors.longest(self.tokens, i, j - 1)
            if not rest or rest[0] != j - 1 or all(other.name_en != actor.name_en for other in rest[1]):
                break
            j -= 1
        return j

    def _plain_word(self, found: list[Actor], i: int, j: int) -> bool:
        """Whether a one-word name is here the common word that is written alike (فتح، حسم، عباس)."""
        if j != i + 1:
            return False
        token = self.tokens[i]
        if token.upos in ("VERB", "ADP", "ADV") or token.word.enclitic:
            return True
        noun = any(reading.kind != "name" for reading in token.word.nouns)
        if noun and i and self.tokens[i - 1].upos == "DET":
            return True
        if (
            noun
            and not token.word.definite
            and j < len(self.tokens)
            and not (i and self.organizations.heads(self.tokens[i - 1]))
        ):
            after = self.tokens[j]  # فتح الطريق is no movement
            if after.kind == "word" and (after.word.definite or after.upos == "NOUN") and not after.word.proclitics:
                return not self.gazetteer.is_demonym(after.word.bare)
        if noun and i and self.tokens[i - 1].word.bare in _NOT_BEFORE:
            return True
        following = self.tokens[j] if j < len(self.tokens) else None
        # القاعدة الجوية is a base; القاعدة الإرهابي is the organisation
        return (
            noun
            and following is not None
            and following.word.definite
            and following.upos == "ADJ"
            and following.word.bare.endswith("ه") == token.word.bare.endswith("ه")
            and (token.word.bare == "قاعده" or not self.gazetteer.is_demonym(following.word.bare))
        )

    def _other(self) -> None:
        """A surname that the table knows as somebody's, where the report names another in full: تركي المالكي … المالكي."""
        full: dict[str, Found] = {}
        known = {found.actor.name for found in self.found if found.actor and found.j - found.i > 1}
        for found in self.found:
            if found.kind == "person" and found.j - found.i > 1:
                full.setdefault(self.tokens[found.j - 1].word.norm, found)
        for found in self.found:
            if found.kind != "person" or found.j - found.i > 1 or found.actor is None or found.actor.name in known:
                continue
            other = full.get(self.tokens[found.i].word.norm) or full.get(self.tokens[found.i].word.core)
            if other is not None and other.actor is not found.actor:
                found.actor, found.code = other.actor, other.code

    # -- later mentions ---------------------------------------------------------------------------------------------------

    def _same_rank(self, known: Found, k: int) -> bool:
        """Whether a surname that is also a nationality has the rank of the full name: اللواء منصور التركي … اللواء التركي."""
        rank, first = self.tokens[k - 1].word, self.tokens[known.i - 1].word
        if not k or not known.i or not rank.definite or rank.bare != first.bare:
            return False
        role = self.roles.longest(self.tokens, k - 1, k)
        return role is not None and role[1].sector in ("MIL", "COP")

    def _short(self) -> None:
        """The last part of a full name where it stands alone."""
        full: dict[str, Found] = {}
        for found in self.found:
            if found.kind == "person" and found.j - found.i > 1:
                last = self.tokens[found.j - 1].word
                key = last.norm
                if self.tokens[found.j - 2].word.core == "عبد" and found.j - found.i == 2:
                    continue
                if (
                    len(last.bare) > 2
                    and self.tokens[found.j - 1].upos not in ("PART", "SCONJ", "PRON")
                    and key not in _NOT_ALONE
                ):
                    full.setdefault(key, found)
                    other = key[2:] if key.startswith("ال") else "ال" + key
                    if len(other) > 3 and not last.enclitic and self.lists.unseen(other):
                        full.setdefault(other, found)  # أنيس العامري … عامري
        if not full:
            return
        for k, token in enumerate(self.tokens):
            if self.taken[k] or token.kind != "word":
                continue
            word = token.word
            for key in (word.norm, word.core):
                known = full.get(key)
                if known is None or known.i == k:
                    continue
                ranked = self._same_rank(known, k)
                nisba = word.definite and self.gazetteer.is_demonym(word.bare) and not ranked
                if token.upos in ("VERB", "ADP", "ADV") or nisba:
                    continue
                if (
                    word.definite
                    and k
                    and self.tokens[k - 1].word.definite
                    and self.tokens[k - 1].upos == "NOUN"
                    and token.upos == "ADJ"
                    and not ranked
                ):
                    continue
                first = (
                    k - 1 if k and self.tokens[k - 1].word.norm in ("ابن", "بن", "ابو", "ال") and not self.taken[k - 1] else k
                )
                self.add(Found(first, k + 1, "person", known.actor, known.code, whole=key == word.norm))
                break


def read_names(doc: Doc, lexicon: Lexicon) -> None:
    """Add mentions and entities to ``doc``."""
    join(doc, lexicon, _Reader(doc, lexicon).read())


LAYER = Layer("names", frozenset({"tokens", "sentences"}), frozenset({"mentions", "entities"}), read_names)

"""Subjects, objects and complements of verbs."""

from __future__ import annotations

import pytest

from rawi import Reader
from rawi.document import Doc
from rawi.text.clauses import Clauses, Range
from rawi.text.phrases import Phrases

READER = Reader()


def clauses(text: str, word: str) -> tuple[Clauses, int, Doc]:
    doc = READER.doc(text, published="2019-03-05")
    return Clauses(Phrases(doc, READER.lexicon)), doc.token_at(text.index(word)), doc


def quoted(found: Clauses, span: Range | None) -> str | None:
    return None if span is None else found.phrases.span(*span).text


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("قصف الجيش المدينة", "قصف", "الجيش"),
        ("وقالت في بيان وزارة الداخلية إن الهدوء عاد", "وقالت", "وزارة الداخلية"),
        ("وأعلن، يوم الأحد، قائد الشرطة أن الطريق مفتوح", "وأعلن", "قائد الشرطة"),
        # no subject follows a plural verb, a complementiser, or a noun of the other gender
        ("وقالوا إن الطريق مغلق", "وقالوا", None),
        ("وأضاف أن الوزارة تتابع", "وأضاف", None),
        ("وأعلنت القائد", "وأعلنت", None),
    ],
)
def test_subject_after_the_verb(text: str, verb: str, subject: str | None) -> None:
    found, i, _ = clauses(text, verb)
    assert quoted(found, found.subject_after(i)) == subject


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("وزير النقل يعلن إغلاق المطار", "يعلن", "وزير النقل"),
        ("وكان قائد الشرطة قد أعلن الأحد أن الطريق مفتوح", "أعلن", "قائد الشرطة"),
        ("وأكد المتحدث أن القوات دخلت البلدة", "دخلت", "القوات"),
        ('الحكومة "ترفض" العرض', "ترفض", "الحكومة"),
        # what stands next to a verb before it is that verb's own
        ("عائلة الزعيم تغادر القرية وقياداته تبحث الأمر", "تبحث", "قياداته"),
    ],
)
def test_subject_before_the_verb(text: str, verb: str, subject: str | None) -> None:
    found, i, _ = clauses(text, verb)
    assert quoted(found, found.subject_before(i)) == subject


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("اعتقلت الشرطة ثلاثة متظاهرين قرب الميدان", "اعتقلت", "ثلاثة متظاهرين"),
        ("هاجمت القوات فجر الأحد معسكرا للمتمردين", "هاجمت", "معسكرا للمتمردين"),
    ],
)
def test_object_after_the_subject(text: str, verb: str, expected: str) -> None:
    found, i, _ = clauses(text, verb)
    assert quoted(found, found.object_after(i, found.subject_after(i))) == expected


@pytest.mark.parametrize(
    ("text", "word", "prepositions", "expected"),
    [
        ("انسحبت القوات من البلدة", "انسحبت", {"من"}, "البلدة"),
        ("طالب السكان بالماء", "طالب", {"ب"}, "الماء"),
        ("انسحبت القوات نحو الجبل", "انسحبت", {"من"}, None),
    ],
)
def test_complement(text: str, word: str, prepositions: set[str], expected: str | None) -> None:
    found, i, _ = clauses(text, word)
    assert quoted(found, found.complement(i, prepositions)) == expected


@pytest.mark.parametrize(
    ("text", "relative", "expected"),
    [
        ("أوقفت الشرطة الرجل الذي هدد الحارس", "الذي", "الرجل"),
        ("وصلت القوات الموالية للحكومة التي سيطرت على التل", "التي", "القوات الموالية للحكومة"),
        ("أدان الوزير العملية الإرهابية الغادرة التي ضربت الميناء", "التي", "العملية الإرهابية الغادرة"),
    ],
)
def test_antecedent_of_a_relative_pronoun(text: str, relative: str, expected: str) -> None:
    found, i, _ = clauses(text, relative)
    assert quoted(found, found.antecedent(i)) == expected

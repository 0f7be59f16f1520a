"""Noun phrases: where they end, and what their conjuncts are."""

from __future__ import annotations

import pytest

from rawi import Reader
from rawi.text.phrases import Phrases

READER = Reader()


def phrase(text: str, begin: str) -> tuple[str, list[str]]:
    """The phrase that begins at the word ``begin``, and its conjuncts, as quoted."""
    doc = READER.doc(text)
    phrases = Phrases(doc, READER.lexicon)
    i = doc.token_at(text.index(begin))
    j = phrases.noun_phrase(i, len(doc.tokens))
    if j == i:
        return "", []
    return phrases.span(i, j).text, [phrases.span(a, b).text for a, b in phrases.conjuncts(i, j)]


@pytest.mark.parametrize(
    ("text", "begin", "expected"),
    [
        # construct chains end with their definite member, and take its adjectives along
        ("أعلنت وزارة الصحة اللبنانية أن العدد ارتفع", "وزارة", "وزارة الصحة اللبنانية"),
        ("وصل رئيس أركان الجيش الأردني إلى العقبة", "رئيس", "رئيس أركان الجيش الأردني"),
        # an indefinite object after a definite subject is a phrase of its own
        ("نفذت القوات الجوية غارات على الميناء", "القوات", "القوات الجوية"),
        ("هاجم مسلحون دورية قرب السوق", "مسلحون", "مسلحون"),
        # prepositional phrases that belong to the noun, and those that belong to the clause
        ("قال مصدر في الشرطة إن الطريق مغلق", "مصدر", "مصدر في الشرطة"),
        ("قال وزير الزراعة في بيان إن الموسم جيد", "وزير", "وزير الزراعة"),
        ("صرح الناطق باسم الجيش بأن المعركة انتهت", "الناطق", "الناطق باسم الجيش"),
        ("قتل خمسة من عناصر الحرس في الكمين", "خمسة", "خمسة من عناصر الحرس"),
        ("استهدف القصف مواقع للمتمردين قرب النهر", "مواقع", "مواقع للمتمردين"),
        ("ناشدت الجمعية الليبية لحقوق الإنسان السلطات", "الجمعية", "الجمعية الليبية لحقوق الإنسان"),
        ("شكرت الدول الثلاث المضيفة المنظمة", "الدول", "الدول الثلاث المضيفة"),
        ("أخرجت الفرق المسلحين من البلدة", "المسلحين", "المسلحين"),
        # relative clauses are outside
        ("اعتقلت الشرطة الرجل الذي هدد الحارس", "الرجل", "الرجل"),
        # numbers and quantifiers
        ("أصيب أكثر من ثلاثين عاملا في المصنع", "أكثر", "أكثر من ثلاثين عاملا"),
        ("فر عدد كبير من السكان نحو الجبل", "عدد", "عدد كبير من السكان"),
        ("قتل 14 جنديا أمس", "14", "14 جنديا"),
        # a quoted name stays inside, and so does the adjective after it
        ('تبنى تنظيم "النور" المتشدد العملية', "تنظيم", 'تنظيم "النور" المتشدد'),
        # definite participles agree with their noun; a noun that does not agree is the object
        ("فرقت الشرطة المتظاهرين بالغاز", "الشرطة", "الشرطة"),
        ("طالب السكان المحاصرون بالماء", "السكان", "السكان المحاصرون"),
        # an attached preposition or conjunction is outside the quotation
        ("التقى الوفد بالرئيس السوداني", "بالرئيس", "الرئيس السوداني"),
        ("ووزير النقل غائب", "ووزير", "وزير النقل"),
        # a participle is completed by its preposition and pronoun
        ("أوقفت الشرطة أربعة من المشتبه بهم في البلدة", "أربعة", "أربعة من المشتبه بهم"),
        # a nominative after a broken plural is its adjective
        ("الأساتذة الجامعيون يحتجون", "الأساتذة", "الأساتذة الجامعيون"),
        # after a feminine adjective an indefinite noun opens a phrase of its own
        ("قصفت طائرات حربية شارع السوق", "طائرات", "طائرات حربية"),
        # whose it is belongs to the phrase, what it is for or done to does not
        ("استهدف الطيران مواقع للمتمردين", "مواقع", "مواقع للمتمردين"),
        ("أدان قصف قوات النظام للمخيم", "قوات", "قوات النظام"),
        ("تسعى كل الأطراف لحل الأزمة", "الأطراف", "الأطراف"),
        ("بعد رفض الحكومة لمقترحات المعارضة", "الحكومة", "الحكومة"),
        # اثنين after a dual counts it, after another noun it opens a phrase
        ("قتل شرطيين اثنين", "شرطيين", "شرطيين اثنين"),
        ("أوقفت الشرطة اثنين من القادة", "الشرطة", "الشرطة"),
    ],
)
def test_where_a_phrase_ends(text: str, begin: str, expected: str) -> None:
    assert phrase(text, begin)[0] == expected


@pytest.mark.parametrize(
    ("text", "begin", "expected"),
    [
        ("اجتمع قادة الجيش وشيوخ القبائل في القصر", "قادة", ["قادة الجيش", "شيوخ القبائل"]),
        ("ناقش وزراء الخارجية والدفاع الخطة", "وزراء", ["وزراء الخارجية والدفاع"]),
        ("دعت الدول الشقيقة والصديقة إلى الحوار", "الدول", ["الدول الشقيقة والصديقة"]),
        ("التقى الخبراء الروس والأتراك أمس", "الخبراء", ["الخبراء الروس", "الأتراك"]),
        ("قتل ثلاثة جنود وأربعة مدنيين في الهجوم", "ثلاثة", ["ثلاثة جنود", "أربعة مدنيين"]),
    ],
)
def test_conjuncts(text: str, begin: str, expected: list[str]) -> None:
    assert phrase(text, begin)[1] == expected


@pytest.mark.parametrize(("text", "begin"), [("قصف الجيش المدينة", "قصف"), ("إن المدينة هادئة", "إن"), ("، ثم عاد", "،")])
def test_no_phrase_begins_at_a_verb_a_particle_or_a_mark(text: str, begin: str) -> None:
    assert phrase(text, begin) == ("", [])

"""The places layer: which words are places, which places they are, and when a place stands for a government."""

from __future__ import annotations

import pytest

from rawi import Reader
from rawi.record import Place

READER = Reader()


def places(text: str) -> list[Place]:
    return READER.doc(text).places


def spans(text: str) -> list[str]:
    return [place.text for place in places(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The noun of type stays outside, unless it is part of the name.
        ("قصف الطيران مدينة حلب", ["حلب"]),
        ("وصل الوفد إلى مطار بن غوريون", ["مطار بن غوريون"]),
        ("أبحرت السفينة في البحر الأسود", ["البحر الأسود"]),
        ("في أحياء حلب الشرقية", ["حلب الشرقية"]),
        # Attached conjunctions and prepositions stay outside; a written-together لل is not cut.
        ("في سوريا والعراق ولبنان", ["سوريا", "العراق", "لبنان"]),
        ("عقد مؤتمرا بالقاهرة", ["القاهرة"]),
        ("زيارة للأردن", ["للأردن"]),
        # Adjectives of nationality are no places.
        ("التقى الوزير الروسي نظيره التركي", []),
        ("أعلنت القوات السعودية ذلك", []),
        ("عاد إلى السعودية", ["السعودية"]),
        ("أسقطت طائرات سورية القنابل", []),
        # Names within the name of an organisation.
        ("تخرج في جامعة دمشق", []),
        # Names no table knows.
        ("دخلت القوات بلدة كفرشنديان", ["كفرشنديان"]),
        ("وقع الهجوم قرب مرزوقيلا", ["مرزوقيلا"]),
        ("قرية صغيرة نائية", []),
        ("في منطقة عسكرية", []),
    ],
)
def test_what_is_a_place(text: str, expected: list[str]) -> None:
    assert spans(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("نشرت الصحيفة صور الضحايا", []),
        ("القصف طال مدينة صور جنوب لبنان", ["صور", "لبنان"]),
        ("يجري العمل في إطار الخطة", []),
        ("وقد وصلت الدورة إلى نهايتها", []),
        ("في حي الدورة ببغداد", ["الدورة", "بغداد"]),
        ("على الصعيد المحلي", []),
        ("لا نعرف كيف حدث ذلك", []),
    ],
)
def test_names_that_are_also_words_need_context(text: str, expected: list[str]) -> None:
    assert spans(text) == expected


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("اشتباكات في طرابلس بين قوات ليبية", "طرابلس", "LBY"),
        ("اشتباكات في طرابلس شمال لبنان", "طرابلس", "LBN"),
        ("انفجار في طرابلس اللبنانية", "طرابلس", "LBN"),
        ("أعلنت سلطنة عمان ذلك", "سلطنة عمان", "OMN"),
        ("قال الملك الأردني في العاصمة عمان", "عمان", "JOR"),
        ("مقتل جنود في محافظة البيضاء وسط اليمن", "البيضاء", "YEM"),
        ("اغتيال ناشط في مدينة البيضاء شرق ليبيا", "البيضاء", "LBY"),
        ("غرق قارب في البحر الأحمر قبالة مصر", "البحر الأحمر", None),
        ("قصف على دوما في الغوطة الشرقية بسوريا", "دوما", "SYR"),
        # A state of one country that bears the name of another, and a province on both sides of a border.
        ("هاجم مسلحون قرية في ولاية النيجر شمالي نيجيريا", "النيجر", "NGA"),
        ("أغلقت النيجر حدودها مع نيجيريا", "النيجر", "NER"),
        ("انتهى الهجوم في ولاية البنجاب بشمال الهند", "البنجاب", "IND"),
        ("أعلنت باكستان أن إقليم البنجاب آمن", "البنجاب", "PAK"),
        ("أضرب أهالي معتمدية رمادة في تونس", "رمادة", "TUN"),
    ],
)
def test_which_place_a_name_means(text: str, name: str, country: str | None) -> None:
    place = next(place for place in places(text) if place.text == name)
    assert place.country == country


def test_an_unlisted_place_has_the_country_of_the_report_and_no_point() -> None:
    place = places("أعلن الجيش اليمني السيطرة على بلدة كفرشنديان في اليمن")[0]
    assert (place.country, place.lat, place.lon, place.geonames) == ("YEM", None, None, None)


@pytest.mark.parametrize(
    ("text", "metonym"),
    [
        ("أكدت موسكو أن المحادثات مستمرة", True),
        ("مشاورات مكثفة مع أنقرة", True),
        ("طالبت باريس بوقف القتال", True),
        ("عقد الاجتماع في موسكو", False),
        ("زار الوزير موسكو", False),
        ("شهدت بغداد انفجارا", False),
    ],
)
def test_a_capital_or_country_may_stand_for_its_government(text: str, metonym: bool) -> None:
    assert [place.metonym for place in places(text)] == [metonym]


def test_ids_and_offsets_follow_the_text() -> None:
    text = "في سوريا\nوالعراق، ثم في ليبيا"
    found = places(text)
    assert [place.id for place in found] == ["p1", "p2", "p3"]
    assert all(text[place.start : place.end] == place.text for place in found)


@pytest.mark.parametrize("text", ["", "\n", "\ud800", "في", "مدينة", "بلدة،", "مطار (", "ال", "\u202bحلب\u202c"])
def test_any_text_is_read(text: str) -> None:
    assert isinstance(places(text), list)


def test_what_was_not_taken_is_noted_on_request() -> None:
    doc = READER.doc("نشرت الصحيفة صور الضحايا", explain=True)
    assert doc.dropped is not None
    assert any(note.layer == "places" for note in doc.dropped)


def test_a_giant_sentence_is_read_in_time_linear_in_its_length() -> None:
    text = "في حلب ودمشق " * 4000
    assert len(places(text)) == 8000

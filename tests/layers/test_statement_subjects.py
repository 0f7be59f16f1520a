"""Whose word it is when the subject does not stand right after its verb; on sentences written for the tests."""

from __future__ import annotations

import pytest

from rawi import Reader
from rawi.record import Statement

READER = Reader()


def statement(text: str, cue: str) -> Statement:
    return next(s for s in READER.read(text, published="2020-03-04").statements if s.cue.text == cue)


# text, cue, source, content
PLACED = [
    # object or complement before the subject
    ("وأعلن الإغلاق وزير التعليم في بيان مقتضب.", "أعلن", "وزير التعليم", "الإغلاق"),
    ("ندد بالهجوم الأمين العام للأمم المتحدة.", "ندد", "الأمين العام للأمم المتحدة", "الهجوم"),
    ("ودعت إلى الإضراب «تنسيقية عمال الموانئ»، أمس.", "دعت", "تنسيقية عمال الموانئ", "الإضراب"),
    # a relative clause with a subject of its own
    ("وقع الهجوم الذي أعلن تنظيم مسلح مسؤوليته عنه.", "أعلن", "تنظيم مسلح", "مسؤوليته عنه"),
    # an insertion between subject and verb, or between verb and object
    ("الوزير، في تغريدة له أمس، أشاد بعمال الإغاثة.", "أشاد", "الوزير", "عمال الإغاثة"),
    ("ونفت اليونان بشدة تورطها في الحادث.", "نفت", "اليونان", "تورطها في الحادث"),
    ("استنكر الكتاب، في رسالة مفتوحة، «هذا القرار المتسرع».", "استنكر", "الكتاب", "هذا القرار المتسرع"),
    ("دعا وزير الخارجية اليوناني الفلسطينيين إلى الحوار.", "دعا", "وزير الخارجية اليوناني", "الحوار"),
    ("وأكد تشريح الجثة أن الوفاة طبيعية.", "أكد", "تشريح الجثة", "الوفاة طبيعية"),
    ("في اليوم الذي قال فيه الجيش إنه انسحب.", "قال", "الجيش", "إنه انسحب"),
    # the listener is not part of the speaker
    ("وكشف مصدر أمني لصحيفة «النهار» أن اللص فر.", "كشف", "مصدر أمني", "اللص فر"),
    # a name joined to its title by a comma, the object following at once
    ("وصف حاكم الولاية، جون براون، الحريق بأنه كارثة.", "وصف", "حاكم الولاية، جون براون", "الحريق بأنه كارثة"),
    # who is set against something
    ("دافع المدير عن قرار الفصل.", "دافع", "المدير", "قرار الفصل"),
    ("ونشرت وسائل إعلام محلية أن الجسر سقط.", "نشرت", "وسائل إعلام محلية", "الجسر سقط"),
    # after what is said
    ("وسيعقد اللقاء المقبل في عمان، يضيف البيان.", "يضيف", "البيان", "سيعقد اللقاء المقبل في عمان"),
    ("وجاء في أحدث تقرير للمنظمة: «المياه ملوثة منذ عام».", "جاء في أحدث تقرير", "للمنظمة", "المياه ملوثة منذ عام"),
    ("سيفتتح المعرض غدا، وفق ما جاء في البلاغ المشترك.", "وفق ما جاء", "البلاغ المشترك", "سيفتتح المعرض غدا"),
]


@pytest.mark.parametrize(("text", "cue", "source", "content"), PLACED)
def test_speaker_and_content(text: str, cue: str, source: str, content: str) -> None:
    found = statement(text, cue)
    assert found.source is not None
    assert found.source.text == source
    assert found.content is not None
    assert found.content.text == content


def test_the_only_noun_after_accusing_is_the_accused() -> None:
    found = statement("تعهدت صربيا بالرد بعد أن اتهمت كرواتيا بقصف الميناء.", "اتهمت")
    assert found.source is None
    assert found.source_ref is not None
    assert found.source_ref.text == "صربيا"
    assert [a.text for a in found.addressee] == ["كرواتيا"]


def test_two_nouns_after_accusing_are_accuser_and_accused() -> None:
    found = statement("اتهمت السلطات الإيطالية الألبان بتهريب السلاح.", "اتهمت")
    assert found.source is not None
    assert found.source.text == "السلطات الإيطالية"
    assert [a.text for a in found.addressee] == ["الألبان"]


def test_those_spoken_to_do_not_speak() -> None:
    found = statement("وصل الحكم ظهرا. وقال للصحفيين «المباراة عادلة تماما».", "قال")
    assert found.source is None
    assert [a.text for a in found.addressee] == ["للصحفيين"]


def test_then_goes_on_with_whom_the_speaker_tells_of() -> None:
    found = statement("قال الحارس إن المدير دخل المكتب، ثم اتهم الموظفين بالسرقة.", "اتهم")
    assert found.source_ref is not None
    assert found.source_ref.text == "المدير"
    assert found.within == "s1"


def test_what_stands_before_a_relative_verb_does_not_speak() -> None:
    found = statement("أعلن الجيش إسقاط طائرة قال إنها تابعة للمتمردين.", "قال")
    assert found.source_ref is not None
    assert found.source_ref.text == "الجيش"


def test_one_quotation_two_reporters() -> None:
    text = "وقال المتهم: «لم أكن في المدينة أمس»، حسبما ذكرت وكالة محلية."
    inner, outer = READER.read(text, published="2020-03-04").statements
    assert outer.source is not None
    assert (outer.source.text, inner.within, outer.within) == ("وكالة محلية", outer.id, None)
    assert inner.content is not None
    assert inner.content == outer.content
    assert (inner.quote, outer.quote) == ("direct", "direct")


# text, cue, stance
STANCES = [
    ("روسيا تدعي أن المهاجمين دربوا في الخارج.", "تدعي", "accuse"),
    ("ادعى السائق أنه لم ير الإشارة.", "ادعى", "say"),
    ("ونوه المحافظ بجهود رجال الإطفاء.", "نوه", "support"),
    ("ونوه المحافظ إلى خطر الفيضان.", "نوه", "say"),
]


@pytest.mark.parametrize(("text", "cue", "stance"), STANCES)
def test_stance(text: str, cue: str, stance: str) -> None:
    assert statement(text, cue).stance == stance


# Words that look like cues, and nouns that do not speak.
NO_STATEMENT = [
    "انتشرت القوات شبه العسكرية في المدينة.",
    "وكان شاب يبلغ من العمر عشرين عاما قد جرح بالرصاص.",
    "وشنت القوات هجوما على مواقع للمتمردين.",
    "سافر الوفد إلى تشاد بدعوة كريمة.",
    "ودفع السكان ثمنا باهظا لصمودهم.",
    "المنازل معرضة للخطر بسبب السيول.",
]


@pytest.mark.parametrize("text", NO_STATEMENT)
def test_no_statement(text: str) -> None:
    assert READER.read(text, published="2020-03-04").statements == []

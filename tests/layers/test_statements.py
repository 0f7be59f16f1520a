"""Who says what: cues, speakers, contents, stances, quotations, speech within speech; on sentences written for the tests."""

from __future__ import annotations

import pytest

from rawi import Reader
from rawi.record import Statement

READER = Reader()


def statements(text: str) -> list[Statement]:
    return READER.read(text, published="2020-03-04").statements


def speaker(statement: Statement) -> str | None:
    found = statement.source or statement.source_ref
    return found.text if found else None


def told(text: str) -> list[tuple[str, str | None, str, str | None]]:
    """Cue, source, stance and content of each statement."""
    return [
        (s.cue.text, s.source.text if s.source else None, s.stance, s.content.text if s.content else None)
        for s in statements(text)
    ]


# text, cue, source, stance, content
ONE = [
    ("قال وزير النقل إن الميناء فتح أبوابه.", "قال", "وزير النقل", "say", "الميناء فتح أبوابه"),
    ("وأكدت الحكومة الأردنية أن الحدود آمنة.", "أكدت", "الحكومة الأردنية", "affirm", "الحدود آمنة"),
    ("وأعلنت الشرطة اعتقال ثلاثة لصوص.", "أعلنت", "الشرطة", "announce", "اعتقال ثلاثة لصوص"),
    ("أعلن الجيش عن إغلاق الجسر.", "أعلن", "الجيش", "announce", "إغلاق الجسر"),
    ("ونفى الرئيس أن يكون قد استقال.", "نفى", "الرئيس", "deny", "يكون قد استقال"),
    ("حذرت المنظمة من انهيار السد.", "حذرت", "المنظمة", "warn", "انهيار السد"),
    ("وأشار المصدر إلى إصابة جنديين.", "أشار", "المصدر", "say", "إصابة جنديين"),
    ("وأفاد شهود عيان بأن الطريق مقطوع.", "أفاد", "شهود عيان", "say", "الطريق مقطوع"),
    ("رحبت الوزارة بالهدنة الجديدة.", "رحبت", "الوزارة", "support", "الهدنة الجديدة"),
    ("ندد الاتحاد الأوروبي بقصف المستشفى.", "ندد", "الاتحاد الأوروبي", "condemn", "قصف المستشفى"),
    ("رفضت النقابة تأجيل الإضراب.", "رفضت", "النقابة", "reject", "تأجيل الإضراب"),
    ("توقع البنك الدولي نمو الاقتصاد.", "توقع", "البنك الدولي", "expect", "نمو الاقتصاد"),
    ("تعهد الوزير بدفع الرواتب.", "تعهد", "الوزير", "promise", "دفع الرواتب"),
    ("أعرب السفير عن قلقه من تصاعد العنف.", "أعرب", "السفير", "condemn", "تصاعد العنف"),
    ("أعربت الوزيرة عن أملها في أن ينجح الحوار.", "أعربت", "الوزيرة", "expect", "ينجح الحوار"),
    ("عبر المتحدث عن رفضه للقرار.", "عبر", "المتحدث", "reject", "للقرار"),
    ("وكانت وزارة الصحة قد أعلنت أن الوباء انتهى.", "أعلنت", "وزارة الصحة", "announce", "الوباء انتهى"),
    ("وزير الخارجية يؤكد حرص بلاده على السلام", "يؤكد", "وزير الخارجية", "affirm", "حرص بلاده على السلام"),
    ("وقال في مؤتمر صحفي عقده أمس وزير المالية إن الميزانية أقرت.", "قال", "وزير المالية", "say", "الميزانية أقرت"),
    ("من جهتها، قالت الرئاسة إن اللقاء كان مثمرا.", "قالت", "الرئاسة", "say", "اللقاء كان مثمرا"),
    ("وبين المدير أن المدرسة أغلقت.", "بين", "المدير", "say", "المدرسة أغلقت"),
    ("لم يستبعد القائد شن هجوم جديد.", "لم يستبعد", "القائد", "expect", "شن هجوم جديد"),
]


@pytest.mark.parametrize(("text", "cue", "source", "stance", "content"), ONE)
def test_verb_speaker_content_and_stance(text: str, cue: str, source: str, stance: str, content: str) -> None:
    assert (cue, source, stance, content) in told(text)


# text, cue, addressees, content
ADDRESSED = [
    ("دعت مصر السودان إلى استئناف المفاوضات.", "دعت", ["السودان"], "استئناف المفاوضات"),
    ("طالب النواب الحكومة بخفض الأسعار.", "طالب", ["الحكومة"], "خفض الأسعار"),
    ("اتهمت تركيا اليونان بانتهاك مجالها الجوي.", "اتهمت", ["اليونان"], "انتهاك مجالها الجوي"),
    ("وقال المحامي لوكالة رويترز إن موكله بريء.", "قال", ["وكالة رويترز"], "موكله بريء"),
    ("ودعا المجتمع الدولي إلى التحرك فورا.", "دعا", ["المجتمع الدولي"], "التحرك فورا"),
]


@pytest.mark.parametrize(("text", "cue", "addressee", "content"), ADDRESSED)
def test_addressee_stands_between_cue_and_content(text: str, cue: str, addressee: list[str], content: str) -> None:
    found = next(s for s in statements(text) if s.cue.text == cue)
    assert [a.text for a in found.addressee] == addressee
    assert found.content is not None
    assert found.content.text == content


# text, cue, speaker as quoted from before, content
LEFT_UNSAID = [
    ("قالت الوزيرة إن الجسر آمن. وأضافت أن المرور عاد.", "أضافت", "الوزيرة", "المرور عاد"),
    ("قال المدير إن المصنع توقف، مشيرا إلى نقص الوقود.", "مشيرا", "المدير", "نقص الوقود"),
    ("أكدت الهيئة أن السوق مستقرة، موضحة أن الأسعار لن ترتفع.", "موضحة", "الهيئة", "الأسعار لن ترتفع"),
    ("قال المدير إن المصنع توقف، وأوضح أن العمال غادروا.", "أوضح", "المدير", "العمال غادروا"),
    ("استقبل الرئيس وفدا ألمانيا، مؤكدا أن العلاقات متينة.", "مؤكدا", "الرئيس", "العلاقات متينة"),
    ("التقى الصحفي بالشاهد الذي قال إن السيارة انفجرت.", "قال", "الشاهد", "السيارة انفجرت"),
]


@pytest.mark.parametrize(("text", "cue", "reference", "content"), LEFT_UNSAID)
def test_unexpressed_speaker_refers_back(text: str, cue: str, reference: str, content: str) -> None:
    found = next(s for s in statements(text) if s.cue.text == cue)
    assert found.source is None
    assert found.source_ref is not None
    assert reference in found.source_ref.text
    assert found.content is not None
    assert found.content.text == content


def test_agreement_decides_whose_speech_goes_on() -> None:
    found = statements("أعلن الوزير أن اللجنة حذرت من الفيضان، مؤكدا أن السد متين.")
    assert [speaker(s) for s in found] == ["الوزير", "اللجنة", "الوزير"]
    found = statements("أعلن الوزير أن اللجنة حذرت من الفيضان، مؤكدة أن السد ضعيف.")
    assert [speaker(s) for s in found] == ["الوزير", "اللجنة", "اللجنة"]
    assert found[2].within == found[0].id


# text, cue, source, content
ATTRIBUTED = [
    ("ارتفعت الأسعار في الأسواق، بحسب وزارة التجارة.", "حسب", "وزارة التجارة", "ارتفعت الأسعار في الأسواق"),
    ("ووفقا لتقرير البنك فإن الديون تضاعفت.", "وفقا", "تقرير البنك", "الديون تضاعفت"),
    ("انهار المبنى ليلا، حسبما ذكرت صحيفة محلية.", "حسبما ذكرت", "صحيفة محلية", "انهار المبنى ليلا"),
    ("وجاء في بيان الجيش أن المدينة محاصرة.", "جاء في بيان", "الجيش", "المدينة محاصرة"),
    ("العمدة: سنبني مدرسة جديدة هذا العام", ":", "العمدة", "سنبني مدرسة جديدة هذا العام"),
]


@pytest.mark.parametrize(("text", "cue", "source", "content"), ATTRIBUTED)
def test_particles_and_colons(text: str, cue: str, source: str, content: str) -> None:
    assert (cue, source, content) in [(c, s, content_) for c, s, _, content_ in told(text)]


# What only looks like a statement.
NO_STATEMENT = [
    "يذكر أن المباراة أجلت مرتين.",
    "ومن المتوقع أن يصل الوفد غدا.",
    "تجري الانتخابات وفق القانون الجديد.",
    "لم يعلن أحد عن الحادث.",
    "يريد الوزير أن يعلن القرار قريبا.",
    "رفض المتحدث التعليق على الحادث.",
    "الرياض: أمطار غزيرة على المدينة",
    "بحث الوزيران سبل التعاون.",
    "يجب أن تفتح المدارس.",
    "المصدر: وكالات",
]


@pytest.mark.parametrize("text", NO_STATEMENT)
def test_no_statement(text: str) -> None:
    assert statements(text) == []


# text, kind of quotation, content
QUOTED = [
    ("وقال المدرب «سنفوز بالمباراة القادمة».", "direct", "سنفوز بالمباراة القادمة"),
    ('وأضاف اللاعب: "كنت مصابا طوال الموسم".', "direct", "كنت مصابا طوال الموسم"),
    ("وأكد المحقق أن الأدلة «ضعيفة جدا» حتى الآن.", "mixed", "الأدلة «ضعيفة جدا» حتى الآن"),
    ("وقال المحلل إن تنظيم «داعش» تراجع.", "indirect", "تنظيم «داعش» تراجع"),
]


@pytest.mark.parametrize(("text", "kind", "content"), QUOTED)
def test_quotation_kind(text: str, kind: str, content: str) -> None:
    (found,) = statements(text)
    assert found.quote == kind
    assert found.content is not None
    assert found.content.text == content


def test_speech_within_speech() -> None:
    outer, inner = statements("قال المتحدث إن الأمم المتحدة طلبت وقف القتال.")
    assert (outer.within, inner.within) == (None, outer.id)
    assert (inner.stance, inner.cue.text, speaker(inner)) == ("call", "طلبت", "الأمم المتحدة")


def test_no_statement_stands_within_itself() -> None:
    text = "وهذه الخطة، وفق ما أكد الوزير، تحتاج إلى وقت طويل جدا حسب تعبير السفير."
    found = {s.id: s for s in statements(text)}
    for s in found.values():
        seen = {s.id}
        while s.within is not None:
            s = found[s.within]
            assert s.id not in seen
            seen.add(s.id)


def test_denied_accusation_is_two_statements() -> None:
    denial, accusation = statements("نفت إيران اتهامات واشنطن بأنها تسلح المتمردين.")
    assert (denial.stance, accusation.stance) == ("deny", "accuse")
    assert (speaker(denial), speaker(accusation)) == ("إيران", "واشنطن")
    assert accusation.within == denial.id


def test_reported_by_an_outlet_stands_within_it() -> None:
    found = statements("قال مسؤول كبير إن المصنع دمر، وفق ما ذكرته صحيفة محلية.")
    inner = next(s for s in found if s.cue.text == "قال")
    outer = next(s for s in found if s.cue.text == "وفق ما ذكرته")
    assert inner.within == outer.id
    assert outer.within is None


def test_relayed_quotation_names_both_speakers() -> None:
    outer, inner = statements("ونقلت الوكالة عن مصدر طبي قوله إن الحصيلة ارتفعت.")
    assert (outer.cue.text, speaker(outer), inner.cue.text, speaker(inner)) == ("نقلت", "الوكالة", "قوله", "مصدر طبي")
    assert inner.within == outer.id
    assert inner.content is not None
    assert inner.content.text == "الحصيلة ارتفعت"


def test_impersonal_speech_has_no_speaker() -> None:
    (found,) = statements("ويعتقد أن المهاجم فر من المكان.")
    assert (found.stance, found.source, found.source_ref) == ("expect", None, None)


def test_time_and_place_of_the_speech() -> None:
    record = READER.read("وقال الوزير أمس في القاهرة إن الميناء مفتوح.", published="2020-03-04")
    (found,) = record.statements
    assert found.time == next(t.id for t in record.times if t.value == "2020-03-03")
    assert found.place == next(p.id for p in record.places if p.country == "EGY")


def test_spans_quote_the_text_and_rules_name_the_table() -> None:
    text = "قال وزير النقل إن الميناء فتح أبوابه، مشيرا إلى وصول ثلاث سفن."
    for s in statements(text):
        for span in (s.cue, s.source, s.source_ref, s.content, *s.addressee):
            assert span is None or text[span.start : span.end] == span.text
        assert s.rule.startswith("cues_")
        assert text[s.start : s.end].endswith(s.content.text if s.content else "")


def test_dropped_cues_are_explained() -> None:
    doc = READER.doc("يذكر أن المباراة أجلت مرتين.", explain=True)
    assert [d.why for d in doc.dropped or [] if d.layer == "statements"]


def test_one_endless_sentence_is_read_in_linear_time() -> None:
    sentence = "قال الوزير إن المدينة آمنة وأكد السفير أن الطريق مفتوح، مشيرا إلى ذلك "
    assert len(statements(sentence * 300)) >= 300

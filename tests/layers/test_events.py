"""Who did what to whom: types, participants, status, head counts, and what is no event; on sentences written for the tests."""

from __future__ import annotations

import pytest

from rawi import Reader
from rawi.layers.event_frames import event_frames, noun_forms
from rawi.layers.event_when import date_range
from rawi.record import Event, Time

READER = Reader()


def events(text: str) -> list[Event]:
    return READER.read(text, published="2020-03-04").events


def only(text: str, kind: str) -> Event:
    found = [event for event in events(text) if event.type == kind]
    assert found, [(event.type, event.trigger.text) for event in events(text)]
    return found[0]


# text, type, trigger, actors, recipients
WHO_WHOM = [
    ("قصف الجيش السوري مواقع المسلحين.", "ASSAULT", "قصف", ["الجيش السوري"], ["مواقع المسلحين"]),
    ("اعتقلت الشرطة التونسية خمسة مهربين.", "COERCE", "اعتقلت", ["الشرطة التونسية"], ["خمسة مهربين"]),
    ("إيطاليا تطرد مهاجرين تونسيين.", "COERCE", "تطرد", ["إيطاليا"], ["مهاجرين تونسيين"]),
    ("قتل ثلاثة جنود في قصف على القاعدة.", "ASSAULT", "قتل", [], ["ثلاثة جنود"]),
    ("وقالت الوزارة إن الجيش قتل سبعة مسلحين.", "ASSAULT", "قتل", ["الجيش"], ["سبعة مسلحين"]),
    ("التقى وزير الخارجية الأردني نظيره العراقي.", "CONSULT", "التقى", ["وزير الخارجية الأردني", "نظيره العراقي"], []),
    ("اجتمع الرئيس المصري مع العاهل الأردني.", "CONSULT", "اجتمع", ["الرئيس المصري", "العاهل الأردني"], []),
    ("قطعت موريتانيا علاقاتها مع إسرائيل.", "SANCTION", "قطعت", ["موريتانيا"], ["إسرائيل"]),
    ("فرضت واشنطن عقوبات على روسيا.", "SANCTION", "فرضت", ["واشنطن"], ["روسيا"]),
    ("تظاهر مئات العمال ضد الحكومة.", "PROTEST", "تظاهر", ["مئات العمال"], ["الحكومة"]),
    ("تدفق المتظاهرون على الميدان احتجاجا على الغلاء.", "PROTEST", "تدفق", ["المتظاهرون"], []),
    ("أنقذ خفر السواحل عشرين مهاجرا.", "AID", "أنقذ", ["خفر السواحل"], ["عشرين مهاجرا"]),
    ("استقال وزير المالية اللبناني.", "RETREAT", "استقال", ["وزير المالية اللبناني"], []),
    ("بايعت الجماعة تنظيم داعش.", "SUPPORT", "بايعت", ["الجماعة"], ["تنظيم داعش"]),
]


@pytest.mark.parametrize(("text", "kind", "trigger", "actors", "recipients"), WHO_WHOM)
def test_who_did_what_to_whom(text: str, kind: str, trigger: str, actors: list[str], recipients: list[str]) -> None:
    event = only(text, kind)
    assert event.trigger.text == trigger
    assert [actor.text for actor in event.actors] == actors
    assert [recipient.text for recipient in event.recipients] == recipients


# text, type, mode of a word whose type depends on what stands around it
DEPENDS = [
    ("انسحبت القوات التركية من المدينة.", "RETREAT", "withdraw"),
    ("انسحبت تركيا من الاتفاقية.", "SANCTION", "discontinue"),
    ("سحبت الكويت سفيرها من طهران.", "SANCTION", "withdraw"),
    ("أطلق الجنود النار على المحتجين.", "ASSAULT", "firearms"),
    ("أطلق المتمردون صواريخ على البلدة.", "ASSAULT", "heavy-weapons"),
    ("طردت السويد السفير الإيراني.", "SANCTION", "expel"),
    ("حررت القوات العراقية المدينة من داعش.", "COERCE", "seize"),
]


@pytest.mark.parametrize(("text", "kind", "mode"), DEPENDS)
def test_the_type_depends_on_object_and_subject(text: str, kind: str, mode: str) -> None:
    assert mode in only(text, kind).mode


# Statements that are events: the cue is the trigger, the speaker the actor, the addressee the recipient.
SPOKEN = [
    ("اتهمت أوكرانيا روسيا بدعم المتمردين.", "ACCUSE", "أوكرانيا"),
    ("دعت فرنسا الأطراف إلى ضبط النفس.", "REQUEST", "فرنسا"),
    ("رفضت الحكومة الليبية المقترح.", "REJECT", "الحكومة الليبية"),
    ("رحبت قطر بالاتفاق.", "SUPPORT", "قطر"),
]


@pytest.mark.parametrize(("text", "kind", "actor"), SPOKEN)
def test_statements_that_are_events(text: str, kind: str, actor: str) -> None:
    assert [a.text for a in only(text, kind).actors] == [actor]


STATUS = [
    ("قصف الطيران القرية.", "ASSAULT", "occurred"),
    ("لم يقصف الطيران القرية.", "ASSAULT", "negated"),
    ("سيزور الرئيس الفرنسي بيروت.", "CONSULT", "future"),
    ("ومن المقرر أن يزور الرئيس الفرنسي بيروت.", "CONSULT", "future"),
    ("ونفى المتحدث أن الجيش قصف القرية.", "ASSAULT", "negated"),
]


@pytest.mark.parametrize(("text", "kind", "status"), STATUS)
def test_status(text: str, kind: str, status: str) -> None:
    assert only(text, kind).status == status


HEADS = [
    ("مقتل 12 شخصا وإصابة 30 آخرين في تفجير", {"killed": 12, "injured": 30}),
    ("اعتقلت الشرطة 9 أشخاص.", {"arrested": 9}),
    ("قتل 4 جنود وأصيب 6 آخرون في هجوم على الثكنة.", {"killed": 4, "injured": 6}),
]


@pytest.mark.parametrize(("text", "heads"), HEADS)
def test_the_dead_and_wounded_of_one_event_are_one_event(text: str, heads: dict[str, int]) -> None:
    found = events(text)
    assert len(found) == 1
    assert found[0].casualties == heads


NO_EVENT = [
    "ضرب زلزال قوي شمال البلاد.",
    "شن الفريق هجوما في الدقيقة العاشرة من المباراة.",
    "لقي سائقان مصرعهما في حادث مروري.",
    "رفع الحارس العلم فوق المبنى.",
    "وسائل التعذيب موضوع كتاب جديد.",
    "يعد هذا النهر الأطول في القارة.",
]


@pytest.mark.parametrize("text", NO_EVENT)
def test_what_is_no_event(text: str) -> None:
    assert events(text) == []


def test_what_is_asked_for_has_not_happened() -> None:
    kinds = {event.type for event in events("طالبت المنظمة الحكومة بالإفراج عن الصحفيين.")}
    assert kinds == {"REQUEST"}


def test_a_dropped_trigger_is_explained() -> None:
    doc = READER.doc("شن الفريق هجوما في الدقيقة العاشرة من المباراة.", explain=True)
    assert any(note.layer == "events" and "sport" in note.why for note in doc.dropped or [])


def test_place_and_date_come_from_the_clause() -> None:
    record = READER.read("انفجرت سيارة مفخخة في بغداد يوم 2 مارس 2020.", published="2020-03-04")
    event = record.events[0]
    assert [place.text for place in record.places if place.id == event.place] == ["بغداد"]
    assert event.date is not None
    assert (event.date.start, event.date.end) == ("2020-03-02", "2020-03-02")


DATES = [
    ("2020-02-29", ("2020-02-29", "2020-02-29")),
    ("2020-03-02T19:00", ("2020-03-02", "2020-03-02")),
    ("2020-02", ("2020-02-01", "2020-02-29")),
    ("2019-12", ("2019-12-01", "2019-12-31")),
    ("2020-W10", ("2020-03-02", "2020-03-08")),
    ("2019", ("2019-01-01", "2019-12-31")),
    ("P3D", None),
    ("2020-13", None),
]


@pytest.mark.parametrize(("value", "days"), DATES)
def test_first_and_last_day_of_a_value(value: str, days: tuple[str, str] | None) -> None:
    found = date_range(Time(0, 1, "x", "t1", "DATE", value))
    assert (found and (found.start, found.end)) == days


def test_the_frames_cover_a_thousand_words() -> None:
    frames = event_frames(READER.lexicon)
    assert len({f.lemma for found in (*frames.verbs.values(), *frames.nouns.values()) for f in found}) >= 600
    assert len(frames.verbs) + len(frames.nouns) >= 1000


def test_forms_of_a_noun() -> None:
    assert {"غاره", "غارات", "غارت", "غارتين"} <= set(noun_forms("غارة"))
    assert {"هجوم", "هجوما"} <= set(noun_forms("هجوم"))


@pytest.mark.parametrize("text", ["", "\x00\ud800", "قتل", "و و و قتل قتل قتل", "«قصف", "هجوم " * 500])
def test_any_text_is_read(text: str) -> None:
    for event in events(text):
        assert text[event.trigger.start : event.trigger.end] == event.trigger.text


# Subjects and doers that do not stand where they usually do: text, type, actors, recipients
DOERS = [
    # the phrase that opens the clause, whatever stands between it and its verb
    ("ذكرت الصحيفة أن نحو 40 مسلحا هاجموا الثكنة.", "ASSAULT", ["نحو 40 مسلحا"], ["الثكنة"]),
    ("وقالت الوكالة إن خمسة من قادة التنظيم ونحو 20 مسلحا قتلوا.", "ASSAULT", [], ["خمسة من قادة التنظيم", "نحو 20 مسلحا"]),
    # a clause that describes an indefinite noun
    ("أحال القاضي الملف إلى المحكمة بعد العثور على مسلحين هاجموا قافلة.", "ASSAULT", ["مسلحين"], ["قافلة"]),
    ("خطف مسلحون يرتدون زي الشرطة خمسة مهندسين.", "ASSAULT", ["مسلحون"], ["خمسة مهندسين"]),
    # a verb joined by و shares the subject before it
    ("هاجم المتمردون القرية وخطفوا عشرة مزارعين.", "ASSAULT", ["المتمردون"], ["القرية"]),
    # said of oneself
    ("وقال الجيش إنه قتل عشرة مسلحين.", "ASSAULT", ["الجيش"], ["عشرة مسلحين"]),
    ("قال المصدر إن انتحاريا فجر نفسه وسط السوق.", "ASSAULT", ["انتحاريا"], []),
    # numbers and times between a verb and its people
    ("اغتال مسلحون ما لا يقل عن ستة قضاة.", "ASSAULT", ["مسلحون"], ["ستة قضاة"]),
    ("قتل أول من أمس أربعة جنود.", "ASSAULT", [], ["أربعة جنود"]),
    # the cause, the weapon and the claim tell whose deed it was
    ("مقتل ثلاثة جنود حين فتح مسلحون النار على حافلة.", "ASSAULT", ["مسلحون"], ["ثلاثة جنود"]),
    ("قتل القيادي في ضربة أمريكية.", "ASSAULT", ["أمريكية"], ["القيادي"]),
    ("قتل 17 شخصا في سقوط صاروخ مصدره قوات النظام.", "ASSAULT", ["قوات النظام"], ["17 شخصا"]),
    ("تعرضت الثكنة لهجوم نسب إلى المتمردين.", "ASSAULT", ["المتمردين"], ["الثكنة"]),
    # the other side of one's meeting
    ("أشاد الملك خلال لقائه أمس مبعوث الأمم المتحدة بالاتفاق.", "CONSULT", ["الملك", "مبعوث الأمم المتحدة"], []),
    ("يبحث الأمير هاتفيا والرئيس العراقي الأزمة.", "CONSULT", ["الأمير", "الرئيس العراقي"], []),
    # a town is where an attack happened, not who made it
    ("أسفر هجوم الموصل عن سبعة قتلى.", "ASSAULT", [], ["سبعة قتلى"]),
    ("أطلقت الشرطة الغاز المسيل للدموع لتفريق المحتجين.", "ASSAULT", ["الشرطة"], ["المحتجين"]),
]


@pytest.mark.parametrize(("text", "kind", "actors", "recipients"), DOERS)
def test_doers_and_victims_in_uncommon_places(text: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    event = only(text, kind)
    assert [actor.text for actor in event.actors] == actors
    assert [recipient.text for recipient in event.recipients] == recipients


# What a report goes on to tell of a deed: text, actors of its last event
TOLD_BEFORE = [
    ("قصف الطيران التركي مواقع المسلحين. وأسفر القصف عن مقتل خمسة مدنيين.", ["الطيران التركي"]),
    ("طردت إيطاليا مهاجرا تونسيا. وقالت الشرطة إن المهاجر الذي طرد كان متطرفا.", ["إيطاليا"]),
    ("أحرق المهاجمون الثكنة. وقتلوا سبعة جنود.", ["المهاجمون"]),
]


@pytest.mark.parametrize(("text", "actors"), TOLD_BEFORE)
def test_a_doer_told_in_the_sentence_before(text: str, actors: list[str]) -> None:
    assert [actor.text for actor in events(text)[-1].actors] == actors


# text, actors, target of the protest
AIMS = [
    ("خرج المتظاهرون إلى الشوارع مرددين شعارات مناهضة لفرنسا.", ["المتظاهرون"], ["فرنسا"]),
    ("تظاهر آلاف العمال احتجاجا على قرار الحكومة خفض الأجور.", ["آلاف العمال"], ["الحكومة"]),
    ("تظاهر المئات ضد الغارات الإسرائيلية.", ["المئات"], ["الإسرائيلية"]),
    ("تجمع مئات المحتجين في الساحة مطالبين باستقالة رئيس الوزراء.", ["مئات المحتجين"], ["رئيس الوزراء"]),
    ("خرجت في العاصمة مظاهرات حاشدة رفع فيها المحتجون صورا.", ["المحتجون"], []),
]


@pytest.mark.parametrize(("text", "actors", "targets"), AIMS)
def test_whom_a_protest_is_aimed_at(text: str, actors: list[str], targets: list[str]) -> None:
    event = only(text, "PROTEST")
    assert [actor.text for actor in event.actors] == actors
    assert [target.text for target in event.recipients] == targets


# text, place and first day of its last event
WHERE_WHEN = [
    # of places told together the narrower one; of clauses the event's own
    ("قتل شخصان في هجوم بمدينة الموصل في العراق.", "الموصل", None),
    ("قال المتحدث في مؤتمر صحفي في القاهرة إن مسلحين هاجموا قرية.", None, None),
    ("أطلقت إيران صواريخ من طهران على مواقع في دير الزور.", "دير الزور", None),
    # the time of a speech dates the speech alone
    ("قال الوزير الثلاثاء إن الجيش قصف القرية.", None, None),
    ("قال الوزير الثلاثاء إن الجيش قصف القرية يوم الأحد.", None, "2020-03-01"),
    # what goes on from an act told before
    ("انفجرت سيارة مفخخة في البصرة أمس. وأسفر الانفجار عن مقتل خمسة.", "البصرة", "2020-03-03"),
    ("اعتقلت الشرطة رجلا مطلوبا منذ عام 2016.", None, None),
]


@pytest.mark.parametrize(("text", "place", "day"), WHERE_WHEN)
def test_where_and_when(text: str, place: str | None, day: str | None) -> None:
    record = READER.read(text, published="2020-03-04")
    event = record.events[-1]
    names = {found.id: found.text for found in record.places}
    assert names.get(event.place or "") == place
    assert (event.date.start if event.date else None) == day


# text, head counts of its first event
MORE_HEADS = [
    ("ألف قتيل و9 آلاف جريح منذ اندلاع الحرب", {"killed": 1000, "injured": 9000}),
    ("سقط ألف قتيل في المعارك.", {"killed": 1000}),
    ("مقتل شرطي في انفجار", {"killed": 1}),
    ("اعتقلت الشرطة أحد قادة التنظيم.", {"arrested": 1}),
    ("قتل جنديان في هجوم.", {"killed": 2}),
    ("قتل عشرات الجنود في هجوم.", {}),
    ("أسفر الهجوم عن مقتل 7 جنود، فيما جرح 9 آخرون.", {"killed": 7}),
]


@pytest.mark.parametrize(("text", "heads"), MORE_HEADS)
def test_heads_counted_without_a_plain_number(text: str, heads: dict[str, int]) -> None:
    assert events(text)[0].casualties == heads

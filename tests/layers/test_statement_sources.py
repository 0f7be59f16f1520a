"""Who speaks: how far a title and name reach, what is no speaker, whom an unexpressed subject stands for."""

from __future__ import annotations

import pytest

from rawi import Reader
from rawi.record import Statement

READER = Reader()


def statement(text: str, cue: str) -> Statement:
    return next(s for s in READER.read(text, published="2020-03-04").statements if s.cue.text == cue)


def cues(text: str) -> list[str]:
    return [s.cue.text for s in READER.read(text, published="2020-03-04").statements]


# text, cue, source
WHOLE = [
    # all nouns and names before أن are the subject
    ("قال رئيس مجموعة البنك العربي سامي نوفل في بيان إن الأسعار ترتفع.", "قال", "رئيس مجموعة البنك العربي سامي نوفل"),
    ("وأكد وزير الدولة بالتجارة عادل فضل أن القرار نافذ.", "أكد", "وزير الدولة بالتجارة عادل فضل"),
    ("قال القائم بالأعمال سمير عوض إن الباب مفتوح.", "قال", "القائم بالأعمال سمير عوض"),
    ("زعمت صحيفة «لو كنار» الساخرة أن الحاكم استقال.", "زعمت", "صحيفة «لو كنار» الساخرة"),
    ("كشف جهاز المخابرات الكندي عن اعتقال خلية مسلحة.", "كشف", "جهاز المخابرات الكندي"),
    ("ونعى نقيب الصيادين اليونانيين رفيقه الراحل.", "نعى", "نقيب الصيادين اليونانيين"),
    # a document with its issuer
    ("وقال بيان لوزارة الدفاع إن الهجوم فشل.", "قال", "بيان لوزارة الدفاع"),
    # but no listener, time or object
    ("وقال مصدر أمني مطلع لوكالة الشرق إن الهجوم فشل.", "قال", "مصدر أمني مطلع"),
    ("وقال دمرداش لرويترز إن الانتخابات قريبة.", "قال", "دمرداش"),
    ("وذكر بوتين مرة أخرى أن الحدود مغلقة.", "ذكر", "بوتين"),
    # a title keeps its form when a woman has it
    ("وقالت مدير المعهد، في حديث إذاعي، إن اللقاح متوفر.", "قالت", "مدير المعهد"),
    # names that look like other words
    ("أكد وزير النفط العراقي إحسان عبد الجبار على أهمية مراجعة العقود.", "أكد", "وزير النفط العراقي إحسان عبد الجبار"),
    ("أكد الخبير المالي بريش عبد القادر أن الوضع جيد.", "أكد", "الخبير المالي بريش عبد القادر"),
    ("وقال خبير المياه روبرت بوتر إن السد آمن.", "قال", "خبير المياه روبرت بوتر"),
    ("العساف لـ«البيان»: التراجع لن يؤثر في الأسعار", ":", "العساف"),
    ("وتقول تركيا ان الطائرة غادرت المجال الجوي.", "تقول", "تركيا"),
    # an apposition before the verb
    ("كريم عوض، رئيس فريق العمل، قال إن الموقف واضح.", "قال", "كريم عوض، رئيس فريق العمل"),
    ("وأكد الحارس أن الأمين العام، اقترح اسم خليفته.", "اقترح", "الأمين العام"),
    # documents and listeners around particles
    ("وفي بيان للدفاع المدني جاء فيه: السيول قادمة.", "جاء فيه", "للدفاع المدني"),
    ("وسيفتح الباب غدا، بحسب بيان نقلته الإذاعة.", "حسب بيان", "بيان"),
    ("وسيفتح الباب غدا، بحسب ما أكدته لمراسل الإذاعة، هدى سالم مديرة المعرض.", "حسب ما أكدته", "هدى سالم مديرة المعرض"),
]


@pytest.mark.parametrize(("text", "cue", "source"), WHOLE)
def test_the_whole_speaker_and_nothing_else(text: str, cue: str, source: str) -> None:
    found = statement(text, cue)
    assert found.source is not None
    assert found.source.text == source


# text, cue, to whom the unexpressed subject refers
MEANT = [
    ("ألقى الرئيس كلمة أكد فيها أن النصر قريب.", "أكد", "الرئيس"),
    ("قال المسؤول إنه يتوقع أن ينتهي النزاع.", "يتوقع", "المسؤول"),
    ("وعندما اقترح عليه الحارس إنهاء الزيارة، رد القائد قائلا: «سنكمل الطريق».", "قائلا", "القائد"),
    ("وقالت نجيبة: «طلبت الوقوف على الأمر، وأكدت الهيئة أنها ستحضر»، مضيفة أن الملف مهم.", "مضيفة", "نجيبة"),
    ("وقالت سعاد إن الوضع جيد. من جهة ثانية كشفت عن توفر الدواء.", "كشفت", "سعاد"),
    ("خرج العمال في مسيرة لمطالبة الحكومة بصرف الأجور.", "مطالبة", "العمال"),
    ("تداول ناشطون مقطعا يدعون أنه يصور الانفجار.", "يدعون", "ناشطون"),
    ("وعلق النائب ساخرا على كلام الوزيرة بالقول: «أنتم تتحدثون عن بلد آخر».", "القول", "النائب"),
    ("وقال الوزير إنه طلب مهلة لأنه يعتقد أن الحل قريب.", "يعتقد", "الوزير"),
]


@pytest.mark.parametrize(("text", "cue", "meant"), MEANT)
def test_whom_a_pronoun_or_unexpressed_subject_stands_for(text: str, cue: str, meant: str) -> None:
    found = statement(text, cue)
    assert found.source is None
    assert found.source_ref is not None
    assert found.source_ref.text == meant


def test_a_place_that_is_visited_is_no_listener() -> None:
    assert statement("قال الوزير في مؤتمر صحفي خلال زيارته لقطر إن الحل بعيد.", "قال").addressee == []


def test_a_particle_between_speaker_and_content_vouches_for_both() -> None:
    told = statement("وأكد الأمين العام، بحسب الوكالة، أن الأمر انتهى.", "أكد")
    by = statement("وأكد الأمين العام، بحسب الوكالة، أن الأمر انتهى.", "حسب")
    assert told.content is not None
    assert told.content.text == "الأمر انتهى"
    assert told.within == by.id


def test_whoever_is_to_be_asked_is_the_addressee() -> None:
    found = statement("خرج العمال في مسيرة لمطالبة الحكومة بصرف الأجور.", "مطالبة")
    assert [a.text for a in found.addressee] == ["الحكومة"]


# text, what is a cue in it
NOT_SAID = [
    ("أضاف أن الشركة تملك 60 مركزا كان يقضي بأن تدفع.", ["أضاف"]),
    ("وحسب بيان للوكالة، يعد السيد عمر «من الكفاءات النادرة».", ["حسب بيان"]),
    ("وعقب ذلك أجرى الوزير مقابلة قال فيها إن الأمر انتهى.", ["قال"]),
    ("وهي الصورة التي تدعو للفخر.", []),
    ("وقدمت الصحيفة الأسعار حسب ثلاث دول.", []),
    ("وكتب الحاكم يقول: «لنا الحق في ذلك».", ["كتب"]),
]


@pytest.mark.parametrize(("text", "found"), NOT_SAID)
def test_what_only_looks_like_a_cue(text: str, found: list[str]) -> None:
    assert cues(text) == found


# text, cue, content
CONTENT = [
    ("في الوقت الذي أكد فيه السفير دعم بلاده، رفض الوزير العرض.", "أكد", "دعم بلاده"),
    ("وبينما أعلن الجيش أن الهدنة صامدة، قصفت طائرات المدينة.", "أعلن", "الهدنة صامدة"),
    ("ودعا الوزير إلى الهدوء، وتابع قائلا إن الوضع صعب.", "دعا", "الهدوء"),
    ("طالب فريق حزب العدل بمجلس النواب بإلغاء العقوبة.", "طالب", "إلغاء العقوبة"),
    ("وطالب عمر عوض -الذي كان يتحدث أمس مع مسؤولين أكراد- بمراجعة العقود.", "طالب", "مراجعة العقود"),
    ("وتابعت غوغل، التي تواصلت مع شركة أخرى، إنها حذفت صورا كثيرة.", "تابعت", "إنها حذفت صورا كثيرة"),
    ("وأكدت المسؤولة خلال عرض لتقنية «أ ب س» الجديدة أن الجهاز يعمل.", "أكدت", "الجهاز يعمل"),
    ("وقال سامي عوض، مستشار برلماني عن الاتحاد الوطني، إن الوكالة قوية.", "قال", "الوكالة قوية"),
    ("وفي التفاصيل؛ وبحسب وزارة النقل، اشتعلت النار في السفينة.", "حسب", "اشتعلت النار في السفينة"),
    ("وتقول الحكومة إنها تأمل خفض نسبة الدين.", "تأمل", "خفض نسبة الدين"),
    ("ركزت الوزيرة على أهمية الالتزام بالقواعد.", "ركزت", "الالتزام بالقواعد"),
]


@pytest.mark.parametrize(("text", "cue", "content"), CONTENT)
def test_where_the_content_begins_and_ends(text: str, cue: str, content: str) -> None:
    found = statement(text, cue)
    assert found.content is not None
    assert found.content.text == content

"""Where a content ends and the report takes the word again; on sentences written for the tests."""

from __future__ import annotations

import pytest

from rawi import Reader

READER = Reader()


def contents(text: str) -> dict[str, str | None]:
    """The content of each cue."""
    record = READER.read(text, published="2020-03-04")
    return {s.cue.text: s.content.text if s.content else None for s in record.statements}


# text, cue, content
ENDS = [
    # a new main clause with a speaker of its own
    ("قالت البلدية إن عدد الجرحى بلغ 12، وفي وقت لاحق أمس، قال مدير المستشفى إن حالهم مستقرة.", "قالت", "عدد الجرحى بلغ 12"),
    ("قالت الوزارة إنها أغلقت الجسر، في حين أعلن المحافظ فتح الطريق.", "قالت", "إنها أغلقت الجسر"),
    ("أكد الحارس أن الباب مغلق، إذ قال مدير المتحف: «لن نفتح قبل الصيف».", "أكد", "الباب مغلق"),
    # the report's own voice
    ("أعلن الحزب أن النتائج مزورة، ولم يتسن التحقق من ذلك.", "أعلن", "النتائج مزورة"),
    ("قال الدفاع المدني إن السد انهار، وأظهرت صور قرى غارقة.", "قال", "السد انهار"),
    ("قال السائق إنه لم ير الحافلة، ونشرت صحيفة محلية صورة المكان.", "قال", "إنه لم ير الحافلة"),
    ("توقع الخبير أن ترتفع الأسعار، وذلك بعد موسم جاف.", "توقع", "ترتفع الأسعار"),
    ("ووصف السكان الجسر بأنه خطر، لذلك أغلق.", "وصف", "الجسر بأنه خطر"),
    ("كشف الوزير أن الميزانية جاهزة، إلا أنه اعتبر أن العجز كبير.", "كشف", "الميزانية جاهزة"),
    ("أعلنت الشركة إفلاسها دون أن تقدم أرقاما.", "أعلنت", "إفلاسها"),
    # circumstances of the cue after a content without a verb
    ("أعلن التنظيم مسؤوليته عن التفجير بعد أن دخل المسلحون السوق.", "أعلن", "مسؤوليته عن التفجير"),
    ("طالب النقيب بزيادة الأجور مع تصاعد الغلاء.", "طالب", "زيادة الأجور"),
    ("اتهم النائب الشركة بالتزوير دون تقديم أدلة.", "اتهم", "التزوير"),
    ("وحذر المدرب من الغرور ثم غادر الملعب.", "حذر", "الغرور"),
    # a noun phrase ends where the predicate of its clause begins
    ("وقال المحلل إن إعلان الجيش عن سحب قواته يمهد لهدنة.", "إعلان", "سحب قواته"),
    # a second complement belongs to the content
    ("أطلع المفتش الوزير على سير العمل، وأنه تم إصلاح الجسر، وفقا لصحيفة الغد.", "أطلع", "سير العمل، وأنه تم إصلاح الجسر"),
    # two dots end the first sentence of a quotation
    ("قالت المعلمة: «فتحنا المدرسة صباح اليوم.. عاد الطلاب إلى صفوفهم جميعا».", "قالت", "فتحنا المدرسة صباح اليوم"),
]


@pytest.mark.parametrize(("text", "cue", "content"), ENDS)
def test_content_ends_where_the_report_goes_on(text: str, cue: str, content: str) -> None:
    assert contents(text)[cue] == content


# text, cue, content
GOES_ON = [
    ("قال الضابط إن الدورية عبرت النهر، وسيطرت على التل.", "قال", "الدورية عبرت النهر، وسيطرت على التل"),
    ("أوضح الطبيب أن المصاب نقل ليلا، فيما بقي أخوه في القرية.", "أوضح", "المصاب نقل ليلا، فيما بقي أخوه في القرية"),
    ("ذكر الناطق أن الحريق بدأ فجرا، كما احترقت شاحنتان.", "ذكر", "الحريق بدأ فجرا، كما احترقت شاحنتان"),
]


@pytest.mark.parametrize(("text", "cue", "content"), GOES_ON)
def test_clauses_joined_to_what_is_said_stay_inside(text: str, cue: str, content: str) -> None:
    assert contents(text)[cue] == content


def test_second_headline_is_outside() -> None:
    record = READER.read("سافر المدرب أمس.", title="المدرب يتوقع فوز فريقه.. ويسافر إلى باريس", published="2020-03-04")
    found = next(s for s in record.statements if s.cue.text == "يتوقع")
    assert found.content is not None
    assert found.content.text == "فوز فريقه"

"""Which words are cues: nouns that a verb lends its subject, participles, verbs tagged as nouns."""

from __future__ import annotations

import pytest

from rawi import Reader

READER = Reader()


# text, cue, speaker, stance, content
LENT = [
    ("قال السفير إن المعبر مغلق. كما جدد دعوته إلى فتح المعبر.", "دعوته", "السفير", "call", "فتح المعبر"),
    ("أكدت البعثة أن التصويت تم. كما كررت مطالبتها بفرز علني.", "مطالبتها", "البعثة", "call", "فرز علني"),
    ("وأعرب الوزيران عن أسفهما للحادث، وجددا رفضهما للعنف.", "رفضهما", "الوزيران", "reject", "للعنف"),
    ("وأنهى السائقون الإضراب، مع تأكيدهم أنهم سيعودون.", "تأكيدهم", "السائقون", "affirm", "أنهم سيعودون"),
    ("قالت الوزارة إن العيادة أغلقت، وجددت رفضها للإضراب.", "رفضها", "الوزارة", "reject", "للإضراب"),
]


@pytest.mark.parametrize(("text", "cue", "who", "stance", "content"), LENT)
def test_a_noun_speaks_for_the_unexpressed_subject_of_its_verb(
    text: str, cue: str, who: str, stance: str, content: str
) -> None:
    found = next(s for s in READER.read(text, published="2020-03-04").statements if s.cue.text == cue)
    assert found.source_ref is not None
    assert found.content is not None
    assert (found.source_ref.text, found.stance, found.content.text) == (who, stance, content)


# text, who demands, content
MARCHES = [
    ("وخرج مئات الطلاب إلى الساحة للمطالبة بمكتبة جديدة.", "مئات الطلاب", "مكتبة جديدة"),
    ("ونظم عمال الميناء مسيرة للمطالبة بزيادة الأجور.", "عمال الميناء", "زيادة الأجور"),
]


@pytest.mark.parametrize(("text", "who", "content"), MARCHES)
def test_crowds_demand_what_they_march_for(text: str, who: str, content: str) -> None:
    found = next(s for s in READER.read(text, published="2020-03-04").statements if s.cue.text == "للمطالبة")
    assert found.source_ref is not None
    assert found.content is not None
    assert (found.source_ref.text, found.stance, found.content.text) == (who, "call", content)


# text, word that is no cue
SILENT = [
    ("واستنفد المحامي كل الطرق القانونية للمطالبة بتعويض.", "للمطالبة"),
    ("ولم تصل إلى المكتب أي تقارير عن أضرار.", "تقارير"),
    ("وقال الوزير إن إيران تعلم أن الوقت ينفد.", "تعلم"),
]


@pytest.mark.parametrize(("text", "word"), SILENT)
def test_words_that_put_nothing_on_anybodys_word(text: str, word: str) -> None:
    assert word not in [s.cue.text for s in READER.read(text, published="2020-03-04").statements]


# text, cue, stance, content
HEADLESS = [
    ("ونسبت الشرطة الهجوم إلى عصابة محلية.", "نسبت", "accuse", "الهجوم"),
    ("وقال الوزير إن الشرطة نسبت الهجوم إلى عصابة.", "نسبت", "accuse", "الهجوم"),
    ("والنقابة إذ تستنكر قرار المدير، فإنها تدعو العمال إلى التهدئة.", "تستنكر", "condemn", "قرار المدير"),
    ("وعبر العمال عن عدم رضاهم عن الأجور.", "عبر", "condemn", "الأجور"),
    ("وقال الشاهد إن مكتب المدعي في المدينة طلب إغلاق المتجر.", "طلب", "call", "إغلاق المتجر"),
    ("وأكدت تونس الهدنة. كما جددت دعوتها للمجتمع الدولي لتنسيق الجهود.", "دعوتها", "call", "تنسيق الجهود"),
    ("وأغلقت المدارس وسط أنباء عن اقتراب العاصفة.", "أنباء", "say", "اقتراب العاصفة"),
    ("وقدرت الأمم المتحدة عدد النازحين بألفي شخص.", "قدرت", "say", "عدد النازحين بألفي شخص"),
    ("وقال الشاهد إن مكتب المدعي طلب إغلاق المتجر.", "طلب", "call", "إغلاق المتجر"),
    ("وذكرت الصحيفة أن الطرفين أعربا عن أملهما في أن ينجح اللقاء.", "أعربا", "expect", "ينجح اللقاء"),
    ("وقال المحافظ إن البلدية ستهدم السور، وإنها تشدد على سلامة المارة.", "تشدد", "affirm", "سلامة المارة"),
    ("غادرت الوفود القاعة متهمة إياها بعرقلة الحوار.", "متهمة", "accuse", "عرقلة الحوار"),
]


@pytest.mark.parametrize(("text", "cue", "stance", "content"), HEADLESS)
def test_cues_are_recognised_by_what_stands_around_them(text: str, cue: str, stance: str, content: str) -> None:
    found = next(s for s in READER.read(text, published="2020-03-04").statements if s.cue.text == cue)
    assert found.content is not None
    assert (found.stance, found.content.text) == (stance, content)

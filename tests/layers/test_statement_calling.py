"""What somebody calls a thing is a statement whose content is the name; words of blame condemn it."""

from __future__ import annotations

import pytest

from rawi import Reader

READER = Reader()


# text, cue, speaker, stance, content
CALLED = [
    ("وانتقد النائب ما وصفه بالصمت الطويل.", "وصفه", "النائب", "say", "الصمت الطويل"),
    ("ورفضت النقابة الخطة التي وصفتها بـ\"الجائرة\".", "وصفتها", "النقابة", "condemn", "الجائرة"),
    ("وهي خطوة وصفها وزير النقل بأنها «بداية جديدة».", "وصفها", "وزير النقل", "say", "بداية جديدة"),
    ("وتحدثت الصحيفة عما تسميه الحكومة إصلاح السوق.", "تسميه", "الحكومة", "say", "إصلاح السوق"),
    ("وصف السفير القرار بأنه خيانة للعهد.", "وصف", "السفير", "condemn", "القرار بأنه خيانة للعهد"),
    ("وحذر القاضي من كتب تعتبرها المحكمة مزورة.", "تعتبرها", "المحكمة", "expect", "مزورة"),
    ("وقالت النقابة إنها ترفض ما تسميه بيع المرفأ.", "تسميه", "النقابة", "say", "بيع المرفأ"),
    ("وصف السفير القرار بأنه خطوة مهمة.", "وصف", "السفير", "say", "القرار بأنه خطوة مهمة"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "who", "stance", "content"), CALLED)
def test_a_name_given_to_a_thing(text: str, cue: str, who: str, stance: str, content: str) -> None:
    found = next(s for s in READER.read(text, published="2020-03-04").statements if s.cue.text == cue)
    speaker = found.source or found.source_ref
    assert speaker is not None
    assert found.content is not None
    assert (speaker.text, found.stance, found.content.text) == (who, stance, content)


# text, cue, speaker, stance, content
JUDGED = [
    ("وسقطت الخطة التي رفضها الوزير.", "رفضها", "الوزير", "reject", "الخطة"),
    ("وتوقف القصف قبل هدنة أعلنتها الحكومة أمس.", "أعلنتها", "الحكومة", "announce", "هدنة"),
    ("ومنذ القرارات التي أدانها المجتمع الدولي لم يتغير شيء.", "أدانها", "المجتمع الدولي", "condemn", "القرارات"),
]


@pytest.mark.parametrize(("text", "cue", "who", "stance", "content"), JUDGED)
def test_what_a_relative_clause_judges_stands_before_it(text: str, cue: str, who: str, stance: str, content: str) -> None:
    found = next(s for s in READER.read(text, published="2020-03-04").statements if s.cue.text == cue)
    assert found.source is not None
    assert found.content is not None
    assert (found.source.text, found.stance, found.content.text) == (who, stance, content)


@pytest.mark.parametrize("text", ["وأعرب الأمير عن اعتزاز سموه بأهالي المنطقة.", "جاء في وصفها للحادث كثير من التفاصيل."])
def test_words_that_look_like_naming(text: str) -> None:
    cues = [s.cue.text for s in READER.read(text, published="2020-03-04").statements]
    assert not {"سموه", "وصفها"} & set(cues)


def test_a_passive_names_a_thing_on_nobodys_word() -> None:
    found = next(s for s in READER.read("وانتهى الخلاف بخطوة وصفت بالجريئة.").statements if s.cue.text == "وصفت")
    assert found.content is not None
    assert (found.source, found.source_ref, found.content.text) == (None, None, "الجريئة")

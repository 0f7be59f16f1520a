"""What makes a mention of violence the news of its report; on sentences written for the tests."""

from __future__ import annotations

import pytest

from rawi import Reader
from rawi.layers.event_news import EVIDENCE, LIMITS, SIGNS
from rawi.lexicon import Lexicon

READER = Reader()


def attacks(text: str) -> list[str]:
    return [event.trigger.text for event in READER.read(text).events if event.type == "ASSAULT"]


# A report gives heads, days, places, means, and who told it.
NEWS = [
    "قالت الشرطة إن أربعة جنود قتلوا فجر الأحد في انفجار عبوة ناسفة شمال بعقوبة.",
    "وأفاد شهود عيان بأن طائرات حربية قصفت صباح الثلاثاء سوقا شعبية في بلدة دوما.",
    "ومن ناحية أخرى خطف مسلحون مجهولون مهندسين اثنين كانا يعملان في حقل نفطي قرب مدينة سرت الليبية.",
    "هاجم مسلحون الثكنة.",
    # the report itself says who did it to whom
    "اعتدى مستوطنون على مزارعين فلسطينيين.",
]


@pytest.mark.parametrize("text", NEWS)
def test_what_a_report_tells(text: str) -> None:
    assert attacks(text)


# Opinion, memory, novels and rules of conduct speak of violence and report none.
TALK = [
    "ولست أدري لماذا نكتب عن الحروب ونحن نعرف أن التاريخ الذي قتلت فيه القبائل بعضها بعضا لا يعود إلينا مهما قرأنا منه.",
    "إن غياب المنافسة في هذا القطاع الذي نعمل فيه يقتل الرغبة في الإبداع ويجعلنا نكتفي بما عندنا من أفكار قديمة لا تنفع أحدا.",
    "وما زلنا نسأل أنفسنا لماذا انقلبت الأحوال على أصحابها بعدما كانت الأسرة كلها تجتمع حول مائدة واحدة ولا يفرق بينها شيء.",
]


@pytest.mark.parametrize("text", TALK)
def test_what_is_only_spoken_about(text: str) -> None:
    assert attacks(text) == []


def test_one_act_told_as_news_carries_the_others_of_its_report() -> None:
    talk = TALK[0]
    assert attacks(talk) == []
    assert "قتلت" in attacks(f"{NEWS[0]} {talk}")


def test_a_headline_is_news_however_little_it_tells() -> None:
    record = READER.read("مقتل الزعيم القبلي\nولم تتضح بعد ملابسات ما جرى له.", title="مقتل الزعيم القبلي")
    assert [event.trigger.text for event in record.events] == ["مقتل"]


def test_a_mention_without_evidence_is_explained() -> None:
    doc = READER.doc(TALK[0], explain=True)
    assert any("spoken about" in note.why for note in doc.dropped or [])


def test_the_table_weighs_every_sign() -> None:
    assert {row["sign"] for row in Lexicon().rows(EVIDENCE)} == {*LIMITS, *SIGNS}

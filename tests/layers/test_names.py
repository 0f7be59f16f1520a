"""The names layer: which words name persons and organisations, and which mentions mean the same one."""

from __future__ import annotations

import pytest

from rawi import Reader

READER = Reader()


def names(text: str, kind: str) -> list[str]:
    return [mention.text for mention in READER.doc(text).mentions if mention.kind == kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The title stays outside the name.
        ("قال وزير النقل التونسي أنيس غديرة إن الطريق آمن", ["أنيس غديرة"]),
        ("التقى الرئيس الروسي فلاديمير بوتين ضيفه", ["فلاديمير بوتين"]),
        ("استقبل الأمير عبد العزيز بن فهد الوفد", ["عبد العزيز بن فهد"]),
        # Given names carry the words that follow, particles the word behind them.
        ("سافر خالد بن الوليد إلى دمشق", ["خالد بن الوليد"]),
        ("حضر محمد عبد الله الشمري الحفل", ["محمد عبد الله الشمري"]),
        # A foreign name that no list knows stands after a verb of speech or a nationality.
        ("وفاز السويدي روبن سودرلينغ باللقب", ["روبن سودرلينغ"]),
        # على is no one's name, علي may be.
        ("اتفق الطرفان على هدنة", []),
        ("وصل الوفد إلى المدينة مساء", []),
    ],
)
def test_persons(text: str, expected: list[str]) -> None:
    assert names(text, "person") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("دعت الأمم المتحدة إلى الهدوء", ["الأمم المتحدة"]),
        ("درس في جامعة دمشق سنوات", ["جامعة دمشق"]),
        ("نشرت صحيفة «الأفق» الخبر", ["الأفق"]),
        ("أعلنت الهيئة العليا للإغاثة حملة", ["الهيئة العليا للإغاثة"]),
        ("باعت شركة نوكيا المصنع", ["نوكيا"]),
        ("ذهب الرجل إلى البيت", []),
    ],
)
def test_organizations(text: str, expected: list[str]) -> None:
    assert names(text, "organization") == expected


def test_later_mentions_join_the_first_full_name() -> None:
    doc = READER.doc("قال وزير النقل التونسي أنيس غديرة إن الطريق آمن. وأضاف غديرة أن العمل مستمر.")
    persons = [mention for mention in doc.mentions if mention.kind == "person"]
    assert [mention.text for mention in persons] == ["أنيس غديرة", "غديرة"]
    assert len({mention.entity for mention in persons}) == 1
    (entity,) = [entity for entity in doc.entities if entity.id == persons[0].entity]
    assert entity.name == "أنيس غديرة"
    assert entity.code == "TUN GOV"


def test_known_actors_carry_code_and_english_name() -> None:
    doc = READER.doc("تحدث سيرغي لافروف في موسكو", published="2016-01-01")
    (entity,) = [entity for entity in doc.entities if entity.kind == "person"]
    assert (entity.name_en, entity.code, entity.wikidata) == ("Sergey Lavrov", "RUS GOV", "Q58217")


def test_mentions_quote_the_text_and_point_at_entities() -> None:
    doc = READER.doc("وقال لأنطونيو غوتيريش وبان كي مون إن حزب الله وحركة حماس في بيروت")
    ids = {entity.id for entity in doc.entities}
    assert doc.mentions
    for mention in doc.mentions:
        assert doc.text[mention.start : mention.end] == mention.text
        assert mention.entity in ids
    starts = [mention.start for mention in doc.mentions]
    assert starts == sorted(starts)


@pytest.mark.parametrize("text", ["", "\u064b", "بن", "عبد", "أبو", "\ud800 محمد", "محمد"])
def test_odd_text(text: str) -> None:
    assert READER.doc(text).text == text

"""Words apart from their context: clitics, lemma, readings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.document import Word
from rawi.lexicon import Lexicon
from rawi.text.words import Words

WORDS = Words(Lexicon())


def segments(word: Word) -> str:
    return "+".join(part for part in (*word.proclitics, word.stem, word.enclitic) if part)


@pytest.mark.parametrize(
    "cut",
    [
        "و+قال", "و+أضاف", "ف+قال", "و+ب+المدينة", "ب+القاهرة", "ك+الماء", "ل+لمدنيين", "و+ل+لحكومة", "ل+لجنة",
        "ل+وزارة", "س+يصل", "و+س+يعود", "ل+يكون", "و+لم", "و+في", "و+على", "و+هو", "و+التي", "ب+أن", "ل+أن",
        "ل+ذلك", "ب+شكل", "ب+سبب", "و+دعا", "كتاب+هم", "بيت+ها", "مدينت+ه", "مستوا+هم", "أصدقائ+ه", "قتل+ه",
        "استهدفت+هم", "ل+ه", "ب+ها", "علي+ه", "إلي+هم", "إن+ه", "أن+ها", "و+كتاب+هم", "بلاد", "لكن+ه",
        "أمام+هم", "كل+هم", "و+يراقبون+ه", "فقدت", "وزير", "وزارة", "بعقوبة", "بورسعيد",
        "وهران", "وقت", "وفد", "وصل", "وجد", "وضع", "وليد",
        "وسط", "واحد", "فريق", "فصل", "فرنسا", "فلسطين", "بحر", "بيان", "بلد", "بنك", "بوتين", "بشار", "بغداد",
        "بيروت", "باب", "كتاب", "كبير", "كلمة", "كان", "كانت", "كيري", "لندن", "لبنان", "لجنة", "لقاء", "لغة",
        "سلام", "سوريا", "سياسة", "المفاهيم", "المعاني", "أماكن", "مياه", "اتجاه", "وجه", "فقيه", "المدني",
        "تمكن", "التقى", "التزام", "ولاية", "هم", "هذا", "الذي", "كما", "ل+ماذا", "بينما", "فيما", "عندما",
    ],
)  # fmt: skip
def test_cut(cut: str) -> None:
    assert segments(WORDS(cut.replace("+", ""))) == cut


@pytest.mark.parametrize(
    ("written", "core", "bare", "definite"),
    [
        ("للمدنيين", "المدنيين", "مدنيين", True),
        ("وبالمعارضة", "المعارضه", "معارضه", True),
        ("ووزير", "وزير", "وزير", False),
        ("كتابهم", "كتاب", "كتاب", True),
        ("لقيادتهم", "قياده", "قياده", True),
        ("مستواهم", "مستوي", "مستوي", True),
        ("استهدفتهم", "استهدفت", "استهدفت", True),
        ("أُعلن", "اعلن", "اعلن", False),
        ("لله", "الله", "الله", True),
        ("التقى", "التقي", "التقي", False),
    ],
)
def test_keys(written: str, core: str, bare: str, definite: bool) -> None:
    word = WORDS(written)
    assert (word.core, word.bare, word.definite) == (core, bare, definite)


@pytest.mark.parametrize(
    ("written", "lemma", "kind"),
    [
        ("إعلان", "أعلن", "masdar"),
        ("الاحتلال", "احتل", "masdar"),
        ("اعتقالات", "اعتقل", "masdar"),
        ("قيادتهم", "قاد", "masdar"),
        ("المتهمين", "اتهم", "passive-participle"),
        ("القتلة", "قاتل", ""),
        ("قاتل", "قتل", "active-participle"),
        ("مقتولا", "قتل", "passive-participle"),
        ("محتلة", "احتل", "active-participle"),
        ("قادم", "قدم", "active-participle"),
        ("مقدم", "قدم", "active-participle"),
    ],
)
def test_nouns_of_verbs(written: str, lemma: str, kind: str) -> None:
    readings = {(reading.verb, reading.kind) for reading in WORDS(written).nouns}
    assert ((lemma, kind) in readings) == bool(kind)


@pytest.mark.parametrize(
    ("written", "lemma"), [("وزراء", "وزير"), ("بيوتهم", "بيت"), ("الوفود", "وفد"), ("حكومات", "حكومة"), ("للقرى", "قرية")]
)
def test_plurals(written: str, lemma: str) -> None:
    assert lemma in {reading.lemma for reading in WORDS(written).nouns}


@given(st.text(alphabet="ابتسلكوفهمنيأةى\u064e\u0651\u0640\u200c", min_size=1, max_size=12))
def test_segments_are_the_word_as_written(written: str) -> None:
    word = WORDS(written)
    assert "".join((*word.proclitics, word.stem, word.enclitic)) == written


def test_long_word_is_left_alone() -> None:
    written = "و" * 100_000
    assert WORDS(written).stem == written

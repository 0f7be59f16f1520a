"""Verb inflection, from the two forms of a table to the readings of a written word."""

from __future__ import annotations

import pytest

from rawi.text.verbs import Verbs

SHADDA = "\u0651"
VERBS = Verbs(
    [
        ("كتب", "يكتب"), ("قال", "يقول"), ("كان", "يكون"), ("باع", "يبيع"), ("خاف", "يخاف"), ("رمى", "يرمي"), ("دعا", "يدعو"),
        ("بقي", "يبقى"), ("رد" + SHADDA, "يرد" + SHADDA), ("وجد", "يجد"), ("أخذ", "يأخذ"), ("بدأ", "يبدأ"),
        ("جاء", "يجيء"), ("رأى", "يرى"), ("شكر", "يشكر"), ("قاتل", "يقاتل"), ("أعلن", "يعلن"),
        ("أراد", "يريد"), ("أعطى", "يعطي"), ("أنشأ", "ينشئ"), ("توقع", "يتوقع"), ("تبادل", "يتبادل"),
        ("انهار", "ينهار"), ("اختار", "يختار"), ("احتل" + SHADDA, "يحتل" + SHADDA), ("استقال", "يستقيل"),
        ("استدعى", "يستدعي"), ("سيطر", "يسيطر"),
        ]
)  # fmt: skip


def forms(word: str, pronoun: bool = False) -> set[str]:
    return {f"{r.lemma} {r.tense} {r.person}{r.gender}{r.number} {r.voice}" for r in VERBS.read(word, pronoun)}


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("كتب", "كتب past 3ms either"),
        ("كتبت", "كتب past 3fs either"),
        ("كتبوا", "كتب past 3mp either"),
        ("كتبنا", "كتب past 1xp either"),
        ("يكتبون", "كتب present 3mp either"),
        ("تكتب", "كتب present 3fs either"),
        ("أكتب", "كتب present 1xs either"),
        ("نكتب", "كتب present 1xp either"),
        ("كنا", "كان past 1xp active"),
        ("أعلنا", "أعلن past 1xp either"),
        ("قال", "قال past 3ms active"),
        ("قلت", "قال past 1xs either"),
        ("قيل", "قال past 3ms passive"),
        ("يقول", "قال present 3ms active"),
        ("يقال", "قال present 3ms passive"),
        ("يقل", "قال present 3ms active"),
        ("بيعت", "باع past 3fs passive"),
        ("يخافون", "خاف present 3mp either"),
        ("رموا", "رمى past 3mp active"),
        ("يرم", "رمى present 3ms either"),
        ("دعت", "دعا past 3fs active"),
        ("دعوا", "دعا past 3mp active"),
        ("دعي", "دعا past 3ms passive"),
        ("يدعون", "دعا present 3mp active"),
        ("يدعى", "دعا present 3ms passive"),
        ("بقوا", "بقي past 3mp active"),
        ("يبقون", "بقي present 3mp active"),
        ("ردت", "رد past 3fs either"),
        ("رددنا", "رد past 1xp either"),
        ("يردون", "رد present 3mp either"),
        ("يوجد", "وجد present 3ms passive"),
        ("بدؤوا", "بدأ past 3mp active"),
        ("بدأوا", "بدأ past 3mp active"),
        ("جئنا", "جاء past 1xp either"),
        ("رأت", "رأى past 3fs active"),
        ("ير", "رأى present 3ms active"),
        ("قوتل", "قاتل past 3ms passive"),
        ("أعلنت", "أعلن past 3fs either"),
        ("اعلن", "أعلن past 3ms either"),
        ("أردنا", "أراد past 1xp either"),
        ("أريد", "أراد past 3ms passive"),
        ("يعطون", "أعطى present 3mp either"),
        ("أنشئت", "أنشأ past 3fs passive"),
        ("تبودلت", "تبادل past 3fs passive"),
        ("انهارت", "انهار past 3fs active"),
        ("اختير", "اختار past 3ms passive"),
        ("احتلت", "احتل past 3fs either"),
        ("يحتلون", "احتل present 3mp either"),
        ("استقالت", "استقال past 3fs active"),
        ("استدعوا", "استدعى past 3mp active"),
        ("سيطروا", "سيطر past 3mp either"),
    ],
)
def test_inflected_form(word: str, reading: str) -> None:
    assert reading in forms(word)


@pytest.mark.parametrize(
    ("stem", "reading"),
    [
        ("رما", "رمى past 3ms active"),  # رماه
        ("يرا", "رأى present 3ms either"),  # يراها
        ("قاتلو", "قاتل past 3mp active"),  # قاتلوهم
        ("يشكرون", "شكر present 3mp either"),  # يشكرونه
    ],
)
def test_before_a_pronoun_ending(stem: str, reading: str) -> None:
    assert reading in forms(stem, True)


@pytest.mark.parametrize("word", ["إعلن", "كتبة", "يكتبا ت", "", "ك", "ييكتب", "كتبون", "يكتبوا ن"])
def test_no_verb(word: str) -> None:
    assert VERBS.read(word) == []

"""Where sentences begin and end."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rawi.document import Doc


@pytest.mark.parametrize(
    "parts",
    [
        ["وصل الوزير.", "وغادر السفير."],
        ["هل وصل؟", "نعم!", "وصل مساء"],
        ["عنوان بلا نقطة\n", "ثم فقرة.\n", "ثم أخرى"],
        ["بلغ النمو 3.5 في المئة.", "وهذا كثير."],
        ["قال د. سمير إن الجو لطيف.", "ثم سكت."],
        ["نقلت أ.ف.ب عن مصدر قوله ذلك.", "ولم تذكر اسمه."],
        ["وقال: «انتهى الأمر.»", "ثم خرج."],
        ['وقال: "انتهى الأمر".', "ثم خرج."],
        ["وقال: «لقد تعبنا.. كلنا تعبنا» ثم خرج.", "وعاد."],
        ["1. الماء قليل.", "والزرع كثير."],
        ["كان ذلك عام 2011.", "ثم تغير كل شيء."],
    ],
)
def test_sentences(read: Callable[..., Doc], parts: list[str]) -> None:
    text = " ".join(parts)
    doc = read(text)
    assert [text[s.start : s.end] for s in doc.sentences] == [part.strip() for part in parts]


def test_title_is_a_sentence_of_its_own(read: Callable[..., Doc]) -> None:
    title = "الوزير.. زيارة قصيرة. ثم سفر"
    doc = read(f"{title} بدأت الزيارة اليوم.", len(title))
    assert doc.sentences[0].end == len(title)
    assert len(doc.sentences) == 2


def test_sentences_share_out_the_tokens(read: Callable[..., Doc]) -> None:
    doc = read("أ. ب! ج؟\n\nد «هـ. و» ز.. ح")
    assert doc.sentences[0].first == 0
    assert doc.sentences[-1].last == len(doc.tokens)
    for one, two in zip(doc.sentences, doc.sentences[1:], strict=False):
        assert one.last == two.first
    for sentence in doc.sentences:
        assert {token.sentence for token in doc.tokens[sentence.first : sentence.last]} == {sentence.i}


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200f"])
def test_nothing_to_read(read: Callable[..., Doc], text: str) -> None:
    assert read(text).sentences == []

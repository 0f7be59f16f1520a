"""Quotation marks, paired and unpaired."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rawi.document import Doc


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("قال «نعم» ثم مضى", ["نعم"]),
        ('قال "نعم" ثم "لا" ثم مضى', ["نعم", "لا"]),
        ("قال “نعم” ثم مضى", ["نعم"]),
        ("قال ”نعم“ ثم مضى", ["نعم"]),
        ("قال ‘نعم’ ثم مضى", ["نعم"]),
        ("قال 'نعم' ثم مضى", ["نعم"]),
        ("قال ‹نعم› ثم مضى", ["نعم"]),
        ("قال <<نعم>> ثم مضى", ["نعم"]),
        ("قال ''نعم'' ثم مضى", ["نعم"]),
        ('قال «إن "الأمل" باق» ثم مضى', ['إن "الأمل" باق', "الأمل"]),
        ('جاء في "العربي" أن "الماء قليل"', ["العربي", "الماء قليل"]),
        ('تنظيم "القاعدة"، و"أنصاره".', ["القاعدة", "أنصاره"]),
        ("لا علامات هنا", []),
        ("Let's go", []),
    ],
)
def test_pairs(read: Callable[..., Doc], text: str, inner: list[str]) -> None:
    doc = read(text)
    assert [text[q.inner_start : q.inner_end] for q in doc.quotes] == inner
    assert all(q.closed for q in doc.quotes)


def test_unclosed_mark_ends_with_its_sentence(read: Callable[..., Doc]) -> None:
    text = 'وقال "لن نعود إلى البيت.\nثم نام.'
    (quote,) = read(text).quotes
    assert not quote.closed
    assert text[quote.inner_start : quote.inner_end] == "لن نعود إلى البيت."


def test_unclosed_mark_does_not_swallow_the_next_quotation(read: Callable[..., Doc]) -> None:
    text = 'قال "لن نعود. وأضاف "سنبقى" هنا.'
    assert [text[q.inner_start : q.inner_end] for q in read(text).quotes if q.closed] == ["سنبقى"]


def test_quotation_over_two_lines(read: Callable[..., Doc]) -> None:
    text = "وقال: «الطريق طويل.\nوالزاد قليل» ثم مضى."
    (quote,) = read(text).quotes
    assert quote.closed
    assert text[quote.start : quote.end] == "«الطريق طويل.\nوالزاد قليل»"


def test_bounds_and_tokens_agree(read: Callable[..., Doc]) -> None:
    text = "قال «الجو بارد» اليوم"
    doc = read(text)
    (quote,) = doc.quotes
    assert text[quote.start : quote.end] == "«الجو بارد»"
    assert [token.text for token in doc.tokens[quote.first : quote.last]] == ["الجو", "بارد"]

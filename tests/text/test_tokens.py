"""Words, numbers, Latin runs and punctuation marks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.text.tokens import cut

ADVERSARIAL = ["ا", "\u200f", "ا\u200f", "1.", "1,", "a'", ".", "…", "-", "«", '"', "\u0640", "\u064b", "\n", "د. "]


def tokens(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], kind[0]) for start, end, kind in cut(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("عقد مؤتمرا", [("عقد", "w"), ("مؤتمرا", "w")]),
        ("بلغ 1.5 مليون", [("بلغ", "w"), ("1.5", "n"), ("مليون", "w")]),
        ("1,000", [("1,000", "n")]),
        ("٢٫٥", [("٢٫٥", "n")]),
        ("١٬٢٠٠", [("١٬٢٠٠", "n")]),
        ("98%", [("98", "n"), ("%", "p")]),
        ("٤٠٪", [("٤٠", "n"), ("٪", "p")]),
        ("الـ7", [("الـ", "w"), ("7", "n")]),
        ("ال21", [("ال", "w"), ("21", "n")]),
        ("العـــراق", [("العـــراق", "w")]),
        ("قُتِلَ", [("قُتِلَ", "w")]),
        ("مايو/أيار", [("مايو", "w"), ("/", "p"), ("أيار", "w")]),
        ("2015-2016", [("2015", "n"), ("-", "p"), ("2016", "n")]),
        ("19:30", [("19", "n"), (":", "p"), ("30", "n")]),
        ("في عام 2019.", [("في", "w"), ("عام", "w"), ("2019", "n"), (".", "p")]),
        ("انتهى...", [("انتهى", "w"), ("...", "p")]),
        ("موقع BBC العربي", [("موقع", "w"), ("BBC", "l"), ("العربي", "w")]),
        ("إف16", [("إف", "w"), ("16", "n")]),
        ("O'Brien", [("O'Brien", "l")]),
        ("«نعم»", [("«", "p"), ("نعم", "w"), ("»", "p")]),
        ("\u200fسوريا\u200f", [("سوريا", "w")]),
        ("سو\u200cريا", [("سو\u200cريا", "w")]),
        ("ﻻ مشكلة", [("ﻻ", "w"), ("مشكلة", "w")]),
        ("", []),
        ("\u200f \x00\n", []),
    ],
)
def test_cut(text: str, expected: list[tuple[str, str]]) -> None:
    assert tokens(text) == expected


@given(st.text())
def test_tokens_are_in_order_and_leave_out_only_blanks(text: str) -> None:
    previous = 0
    for start, end, _ in cut(text):
        assert previous <= start < end
        assert not any(c.isalnum() for c in text[previous:start])
        previous = end
    assert not any(c.isalnum() for c in text[previous:])


@pytest.mark.parametrize("piece", ADVERSARIAL)
def test_time_grows_with_length(grows_linearly: Callable[..., None], piece: str) -> None:
    grows_linearly(lambda times: list(cut(piece * times)), 20_000)

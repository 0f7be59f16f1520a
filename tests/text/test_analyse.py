"""The text layer as a whole, on any input."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rawi.document import Doc

MIXED = st.text(alphabet=st.sampled_from("ابتلوسقمنيهةأ 17.,،؟!«»\"'“”\n\u200f\u0640\u064fab-/%"), max_size=80)


def check(doc: Doc) -> None:
    text, previous = doc.text, 0
    for i, token in enumerate(doc.tokens):
        assert token.i == i
        assert previous <= token.start <= token.core_start < token.core_end <= token.end
        assert text[token.start : token.end] == token.text
        sentence = doc.sentences[token.sentence]
        assert sentence.first <= i < sentence.last
        assert sentence.start <= token.start
        assert token.end <= sentence.end
        previous = token.end
    for quote in doc.quotes:
        assert quote.start < quote.inner_start <= quote.inner_end <= quote.end
        assert quote.first <= quote.last


@given(text=st.one_of(MIXED, st.text(max_size=60)), title=st.integers(0, 20))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_offsets_hold_for_any_text(read: Callable[..., Doc], text: str, title: int) -> None:
    check(read(text, min(title, len(text))))


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("وبالمدينة", "المدينة"),
        ("للمدينة", "للمدينة"),
        ("وللمدينة", "للمدينة"),
        ("وكتابهم", "كتاب"),
        ("وسيعود", "سيعود"),
        ("فقال", "قال"),
        ("لوزارة", "وزارة"),
    ],
)
def test_core_span(read: Callable[..., Doc], text: str, core: str) -> None:
    token = read(text).tokens[0]
    assert text[token.core_start : token.core_end] == core


@pytest.mark.parametrize("piece", ["وقال ", "«", '"', "قال. ", "ا" * 30, "ا,ا ", "'ا ", "\n", "و" * 50 + " ", "«قال\n"])
def test_time_grows_with_length(read: Callable[..., Doc], grows_linearly: Callable[..., None], piece: str) -> None:
    grows_linearly(lambda times: read(piece * times), 2_000)

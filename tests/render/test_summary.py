from __future__ import annotations

import io

import pytest
from rich.console import Console

from rawi.i18n import use
from rawi.record import Record, Report
from rawi.render import view
from rawi.render.summary import print_summary


def printed(record: Record, lang: str = "en", terminal: bool = False, width: int = 200) -> str:
    out = io.StringIO()
    use(lang)
    try:
        print_summary(record, Console(file=out, width=width, force_terminal=terminal, color_system=None))
    finally:
        use(None)
    return out.getvalue()


@pytest.mark.parametrize(
    "line",
    [
        "وكالة الميناء — say — القوات قصفت بلدة الزهراء وقتلت 12 شخصا",
        "  مصدر طبي — say — القوات",  # speech within speech is moved in
        "المتحدث باسم الوزارة — deny — ذلك",
        "القوات → 12 شخصا: Assault (heavy weapons), الزهراء, 2018-03-01, occurred, killed 12, "
        "on the word of مصدر طبي ‹ وكالة الميناء",
        "— → —: Assault, denied or did not happen, in the report’s own voice",
    ],
)
def test_statements_and_events_are_told_in_one_line(sample_record: Record, line: str) -> None:
    assert line in printed(sample_record)


def test_arabic_labels(sample_record: Record) -> None:
    text = printed(sample_record, "ar")
    assert "المتحدث باسم الوزارة — ينفي — ذلك" in text
    assert "القوات ← 12 شخصا: اعتداء (أسلحة ثقيلة)، الزهراء" in text


def test_a_terminal_gets_isolates_and_a_file_does_not(sample_record: Record) -> None:
    assert "\u2068مصدر طبي\u2069" in printed(sample_record, terminal=True)
    assert "\u2068" not in printed(sample_record)


def test_a_report_cannot_steer_the_terminal() -> None:
    record = Record(Report("x", "\x1b[31mred\x07 \u202eabc", "\x1b[31mred\x07 \u202eabc", outlet="a\nb[bold]"))
    text = printed(record, terminal=True)
    assert "\x1b[31mred" not in text
    assert "\x07" not in text
    assert "\u202e" not in text
    assert "a b[bold]" in text


def test_an_empty_record_says_so() -> None:
    assert printed(Record(Report("x", None, ""))).count("none") == 2


@pytest.mark.parametrize(
    ("code", "english", "arabic"),
    [
        ("RUS GOV", "Russia, government", "روسيا، حكومة"),
        ("IGO ---", "intergovernmental", "منظمة دولية"),
        ("--- UAF", "unidentified armed group", "مسلحون مجهولون"),
        ("FRA ---", "France", "فرنسا"),
        ("QQQ XXX", "QQQ, XXX", "QQQ، XXX"),
    ],
)
def test_codes_in_words(code: str, english: str, arabic: str) -> None:
    assert (view.code_text(code, "en"), view.code_text(code, "ar")) == (english, arabic)


@pytest.mark.parametrize(("text", "width", "expected"), [("one two", 9, "one two"), ("one two three", 9, "one two…")])
def test_shortening_ends_at_a_word(text: str, width: int, expected: str) -> None:
    assert view.shorten(text, width) == expected

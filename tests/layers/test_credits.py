"""The credits layer: where a report says it comes from."""

from __future__ import annotations

import pytest

from rawi.document import Doc
from rawi.layers import credits
from rawi.lexicon import Lexicon
from rawi.record import Report
from rawi.text import analyse

LEXICON = Lexicon()
TITLE = "الجيش يعلن وقف القصف"


def read(body: str, *, outlet: str | None = None) -> Doc:
    """A report with a headline and ``body``."""
    text = f"{TITLE}\n{body}"
    doc = Doc(Report("", TITLE, text, None, outlet), text, len(TITLE))
    for layer in (analyse, credits):
        layer.LAYER.run(doc, LEXICON)
    for credit in doc.credits:
        assert 0 <= credit.start < credit.end <= len(text)
    return doc


def told(body: str) -> list[tuple[str, str]]:
    doc = read(body)
    return [(credit.kind, doc.text[credit.start : credit.end]) for credit in doc.credits]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("القاهرة (رويترز) - أعلن الجيش وقف القصف.", [("dateline", "القاهرة"), ("agency", "رويترز")]),
        ("الرياض - واس: استقبل الملك الوفد.", [("dateline", "الرياض"), ("agency", "واس")]),
        ("عواصم - وكالات\nأعلن الجيش وقف القصف.", [("agency", "وكالات")]),
        ("عمان- أعلن الجيش وقف القصف.", [("dateline", "عمان")]),
        ("بيروت - محمد حمدان\nأعلن الجيش وقف القصف.", [("dateline", "بيروت"), ("byline", "محمد حمدان")]),
        ("لندن - د ب أ - أعلن الجيش وقف القصف.", [("dateline", "لندن"), ("agency", "د ب أ")]),
        ("باريس (أ ف ب) - أعلن الجيش وقف القصف.", [("dateline", "باريس"), ("agency", "أ ف ب")]),
        ("سبق- جدة: أعلن الجيش وقف القصف.", [("outlet", "سبق"), ("dateline", "جدة")]),
        ("(CNN)-- أعلن الجيش وقف القصف.", [("outlet", "CNN")]),
    ],
)
def test_datelines(body: str, expected: list[tuple[str, str]]) -> None:
    assert told(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("أعلن الجيش وقف القصف.\nالمصدر: وكالات", [("agency", "وكالات")]),
        ("أعلن الجيش وقف القصف.\nالمصدر : رويترز + أ ف ب", [("agency", "رويترز"), ("agency", "أ ف ب")]),
        ("أعلن الجيش وقف القصف.\nالمصدر: الجزيرة", [("outlet", "الجزيرة")]),
        ("أعلن الجيش وقف القصف. (أ ف ب)", [("agency", "أ ف ب")]),
        ("أعلن الجيش وقف القصف - رويترز", [("agency", "رويترز")]),
    ],
)
def test_sources_at_the_end(body: str, expected: list[tuple[str, str]]) -> None:
    assert told(body) == expected


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("أعلن الجيش وقف القصف.\nالمصدر: وكالات\nمحمد حمدان", "محمد حمدان"),
        ("محمد حمدان\nأعلن الجيش وقف القصف.", "محمد حمدان"),
        ("كتب: محمد حمدان\nأعلن الجيش وقف القصف.", "محمد حمدان"),
        ("بقلم: محمد حمدان\nأعلن الجيش وقف القصف.", "محمد حمدان"),
    ],
)
def test_bylines(body: str, name: str) -> None:
    assert read(body).report.byline == name


@pytest.mark.parametrize(
    "body",
    [
        "روسيا: لا نهج مشترك مع واشنطن",
        "قالت وكالة الأنباء الفلسطينية (وفا) إن القصف توقف في القرية منذ الصباح.",
        "أعلنت رويترز أن القصف توقف.",
        "أعلن الجيش وقف القصف.\nوقف إطلاق النار",
        "",
    ],
)
def test_no_credit(body: str) -> None:
    """Headlines with a place, an agency that is spoken of or speaks, short lines of news."""
    assert told(body) == []


def test_agencies_are_named_once_by_their_usual_name() -> None:
    report = read("باريس (أ ف ب) - أعلن الجيش وقف القصف.\nالمصدر: أ.ف.ب").report
    assert report.agencies == ["فرانس برس"]


def test_the_outlet_is_filled_only_when_it_is_not_known() -> None:
    assert read("سبق- جدة: أعلن الجيش وقف القصف.").report.outlet == "سبق"
    assert read("سبق- جدة: أعلن الجيش وقف القصف.", outlet="عكاظ").report.outlet == "عكاظ"

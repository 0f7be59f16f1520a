"""What counts as a report, and what is said about it."""

import pytest

from rawi.sources import NotAReportError, as_report, make_report


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ([], "not-object"),
        ("نص", "not-object"),
        (7, "not-object"),
        (None, "not-object"),
        ({}, "missing"),
        ({"text": None}, "missing"),
        ({"text": ""}, "empty"),
        ({"text": " \n\t"}, "empty"),
        ({"text": 5}, "not-string"),
        ({"text": ["قال"]}, "not-string"),
        ({"text": "قال", "title": 5}, "not-string"),
        ({"text": "قال", "id": True}, "not-string"),
    ],
)
def test_no_report(value, code):
    with pytest.raises(NotAReportError) as caught:
        as_report(value)
    assert caught.value.problem.code == code


def test_unknown_fields_are_ignored_and_a_number_is_an_id():
    report = as_report({"text": "قال", "id": 12, "section": {"a": 1}})
    assert (report.text, report.id) == ("قال", "12")


@pytest.mark.parametrize(
    ("text", "title", "whole"),
    [
        ("متن", None, "متن"),
        ("متن", "", "متن"),
        ("متن", "عنوان", "عنوان\nمتن"),
        ("عنوان ومتن", "عنوان", "عنوان ومتن"),
    ],
)
def test_title_is_put_before_the_text_once(text, title, whole):
    assert make_report(text, title=title)[0].text == whole


@pytest.mark.parametrize(
    ("text", "published", "codes"),
    [
        ("قال", None, []),
        ("قال", "2016-12-13", []),
        ("قال", "", []),
        ("قال", "غدا", ["date-unknown"]),
        ("he said", None, ["no-arabic"]),
        ("", None, ["no-arabic"]),
        ("قا\0ل\x1b", None, ["control-characters"]),
    ],
)
def test_problems(text, published, codes):
    report, problems = make_report(text, published=published)
    assert [problem.code for problem in problems] == codes
    assert report.text == text
    assert report.published == (published if published == "2016-12-13" else None)


def test_id_comes_from_the_text():
    one, two, three = (make_report(text)[0].id for text in ("أ", "أ", "ب"))
    assert one == two != three
    assert len(make_report("\ud800")[0].id) == 12

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from rawi.record import Record, Report, Time
from rawi.render.html import page


class Page(HTMLParser):
    """What a browser would see: elements with attributes, and the text outside of scripts and styles."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.raw: dict[str, str] = {}
        self.text = ""
        self._in = ""
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._in = tag if tag in ("script", "style") else ""

    def handle_endtag(self, tag: str) -> None:
        self._in = ""

    def handle_data(self, data: str) -> None:
        if self._in:
            self.raw[self._in] = self.raw.get(self._in, "") + data
        else:
            self.text += data

    def all(self, name: str) -> list[str]:
        return [value for _, attributes in self.elements if (value := attributes.get(name))]


HOSTILE = [
    "<script>alert(1)</script>",
    "</style></script><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onfocus=alert(1) autofocus='",
    "{{ 7 * 7 }}{% raw %}",
    "<!-- --><![CDATA[x]]>&amp;&#0;",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    record = Record(Report(text, text, f"{text}\n{text}", text, text, text, [text], f"javascript:{text}"))
    record.times = [Time(0, 5, text[:5], text, text, text)]
    shown = Page(page([record]))
    harmless = Page(page([Record(Report("x", "x", "x\nx", "x", "x", "x", ["x"], "x"), times=[Time(0, 1, "x", "t", "x", "x")])]))
    assert text in shown.text.replace("\ufffd", "\0")
    assert {tag for tag, _ in shown.elements} <= {tag for tag, _ in harmless.elements}
    assert not [name for _, attributes in shown.elements for name in attributes if name.startswith("on") or name == "style"]
    assert shown.raw == harmless.raw


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", " https://x", "//x", "file:///etc/passwd"])
def test_only_web_addresses_become_links(url: str) -> None:
    record = Record(Report("x", None, "x", url=url))
    assert all(href.startswith("#") for href in Page(page([record])).all("href"))


def test_the_policy_allows_the_page_s_own_script_and_style_only(sample_record: Record) -> None:
    shown = Page(page([sample_record]))
    policy = next(a["content"] or "" for tag, a in shown.elements if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    for tag, directive in (("script", "script-src"), ("style", "style-src")):
        digest = base64.b64encode(hashlib.sha256(shown.raw[tag].encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy


def test_the_page_loads_nothing(sample_record: Record) -> None:
    source = page([sample_record])
    assert not Page(source).all("src")
    assert not re.search(r"url\(|@import|<link", source)


def test_every_link_on_the_page_has_its_target(sample_record: Record) -> None:
    shown = Page(page([sample_record, sample_record]))
    ids = shown.all("id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in shown.all("href") if href.startswith("#")} <= set(ids)


def test_the_report_stands_on_the_page_as_it_was(sample_record: Record) -> None:
    text = Page(page([sample_record])).text
    for line in sample_record.report.text.splitlines():
        assert line in text


def test_the_ladder_goes_from_the_outlet_to_the_source(sample_record: Record) -> None:
    source = page([sample_record])
    ladder = source[source.index('<ol class="ladder">') :]
    ladder = ladder[: ladder.index("</ol>")]
    order = [ladder.index(name) for name in ("جريدة الرصيف", "وكالة النجم", "وكالة الميناء", "مصدر طبي", "قصفت")]
    assert order == sorted(order)


def test_a_card_shows_how_sure_it_is_where_that_is_known(sample_record: Record) -> None:
    assert "درجة الثقة" not in page([sample_record], lang="ar")
    sample_record.events[0].confidence = 0.8
    assert "<bdi>0.80</bdi>" in page([sample_record], lang="ar")


@pytest.mark.parametrize(("lang", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_the_labels_language_decides_the_page_s_direction(sample_record: Record, lang: str, direction: str) -> None:
    root = Page(page([sample_record], lang)).elements[0][1]
    assert (root["lang"], root["dir"]) == (lang, direction)


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="'fr'"):
        page([], "fr")


@pytest.mark.parametrize("text", ["", "\n\n", "\0\x1b", "\ud800", "\ufffe", "\u202e\u2066", "ا" * 5000])
def test_any_text_makes_a_page_that_can_be_written(text: str) -> None:
    source = page([Record(Report("x", None, text))])
    source.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b-\x1f\ud800-\udfff]", source)


def test_no_report_makes_a_page_that_says_so() -> None:
    assert "There are no reports on this page." in Page(page([])).text


def test_pages_are_the_same_each_time(sample_record: Record) -> None:
    assert page([sample_record]) == page([sample_record])

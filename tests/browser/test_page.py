"""The page in a real browser: Debian's Chromium without a window.

On a machine without it the tests are skipped, except where ``CI`` is set: there they must run. ``tools/install_browser.sh``
installs it. Set ``RAWI_SCREENSHOTS`` to a folder to keep pictures of the page to look at.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from rawi.record import Record
from rawi.render.html import page as render

CHROMIUM = os.environ.get("RAWI_CHROMIUM") or shutil.which("chromium")
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip

if os.environ.get("CI") and not CHROMIUM:
    pytest.fail("CI is set, but there is no chromium: run tools/install_browser.sh", pytrace=False)
if not os.environ.get("CI"):
    pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install -e '.[dev]'")
    if not CHROMIUM:
        pytest.skip("there is no chromium: run tools/install_browser.sh", allow_module_level=True)

from playwright.sync_api import Browser, Page, expect, sync_playwright  # noqa: E402

Open = Callable[..., Page]
SCREENS: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": {"width": 1280, "height": 900}},
    "phone": {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)  # with a fresh profile
        yield browser
        browser.close()


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens records as a page; any complaint of the browser and any request but for the page itself fails the test."""
    complaints: list[str] = []
    contexts = []

    def open_(*records: Record, lang: str = "en", media: str | None = None, fragment: str = "", **options: Any) -> Page:
        path = tmp_path / "page.html"
        path.write_text(render(records, lang), encoding="utf-8")
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: complaints.append(request.url) if not request.url.startswith("file:") else None)
        if media:
            page.emulate_media(media=media)  # type: ignore[arg-type]
        page.goto(path.as_uri() + fragment)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert not complaints


def picture(page: Page, name: str) -> None:
    """Keep a picture of the whole page where ``RAWI_SCREENSHOTS`` says."""
    folder = os.environ.get("RAWI_SCREENSHOTS")
    if folder:
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def test_a_click_on_an_event_shows_its_fields_ladder_and_rule(show: Open, sample_record: Record) -> None:
    page = show(sample_record)
    page.locator(".mark.trigger", has_text="قصفت").click()
    details = page.locator("#details")
    for text in ("Assault", "heavy weapons", "الزهراء", "2018-03-01", "killed", "verbs/events.tsv:2 active", "SYR MIL"):
        expect(details).to_contain_text(text)
    rungs = details.locator(".ladder li").all_inner_texts()
    assert [rung.split("\n")[0] for rung in rungs] == ["Outlet", "Agency", "Speaker", "Speaker’s source", "Event"]
    assert "مصدر طبي" in rungs[3]
    assert "say" in rungs[3]
    expect(page.locator(".mark.sel-place")).to_have_text("الزهراء")


def test_a_click_on_a_statement_shows_source_cue_and_content(show: Open, sample_record: Record) -> None:
    page = show(sample_record)
    page.locator(".mark.cue", has_text="نفى").click()
    details = page.locator("#details")
    for text in ("المتحدث باسم الوزارة", "نفى", "deny", "ذلك", "Syria, government"):
        expect(details).to_contain_text(text)
    assert page.locator(".mark.sel-source").all_inner_texts() == ["المتحدث باسم الوزارة"]
    assert page.locator(".mark.sel-content").all_inner_texts() == ["ذلك"]


def test_a_click_on_words_somebody_said_shows_the_innermost_statement(show: Open, sample_record: Record) -> None:
    page = show(sample_record)
    page.locator(".mark.said-2", has_text="بلدة").click()
    expect(page.locator("#details .card")).to_have_attribute("data-item", "s1")


def test_everything_can_be_reached_by_keyboard(show: Open, sample_record: Record) -> None:
    page = show(sample_record)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "قصفت":
            break
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Enter")
    expect(page.locator("#details .ladder")).to_be_visible()
    expect(page.locator("#details")).to_have_attribute("aria-live", "polite")
    page.keyboard.press("Escape")
    expect(page.locator("#details .ladder")).to_have_count(0)
    assert page.evaluate("document.activeElement.textContent") == "قصفت"


def test_a_card_leads_to_its_words_in_the_text(show: Open, sample_record: Record) -> None:
    page = show(sample_record)
    page.locator("#r1-e0 .head a").click()
    expect(page.locator(".mark.trigger", has_text="قصفت")).to_be_focused()


def test_an_address_with_a_fragment_opens_what_it_names(show: Open, sample_record: Record) -> None:
    expect(show(sample_record, fragment="#r1-s2").locator("#details")).to_contain_text("deny")


def test_the_language_of_labels_can_be_switched(show: Open, sample_record: Record) -> None:
    page = show(sample_record)
    page.locator(".mark.trigger", has_text="قصفت").click()
    page.locator("#switch").click()
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["ar", "rtl"]
    expect(page.locator("#details")).to_contain_text("أسلحة ثقيلة")
    expect(page.locator("#close")).to_have_attribute("aria-label", "إغلاق")
    page.locator("#switch").click()
    expect(page.locator("#details")).to_contain_text("heavy weapons")


@pytest.mark.parametrize("layer", ["place", "time", "name", "quantity"])
def test_a_layer_can_be_switched_off(show: Open, sample_record: Record, layer: str) -> None:
    page = show(sample_record)
    drawn = f"getComputedStyle(document.querySelector('.mark.{layer}')).backgroundImage"
    before = page.evaluate(drawn)
    page.locator(f"#layer-{layer}").uncheck()
    after = page.evaluate(drawn)
    assert before != after
    assert after.count("rgba(0, 0, 0, 0)") > before.count("rgba(0, 0, 0, 0)")


def test_without_scripts_everything_can_be_read(show: Open, sample_record: Record) -> None:
    page = show(sample_record, java_script_enabled=False)
    expect(page.locator("#r1-e0 .ladder")).to_be_visible()
    expect(page.locator("#panel")).to_be_hidden()
    page.locator(".mark.trigger", has_text="قصفت").click()
    assert page.url.endswith("#r1-e0")
    picture(page, "no-script")


def test_print_shows_all_fields_and_no_controls(show: Open, sample_record: Record) -> None:
    page = show(sample_record, media="print")
    expect(page.locator("#r1-e0 .ladder")).to_be_visible()
    expect(page.locator("#panel")).to_be_hidden()
    expect(page.locator(".layers")).to_be_hidden()
    picture(page, "print")


def test_several_reports_have_an_index(show: Open, sample_record: Record) -> None:
    page = show(sample_record, sample_record)
    assert page.locator(".index li").count() == 2
    page.locator("#r2 .mark.trigger", has_text="قصفت").click()
    assert page.locator("#r1 .sel-trigger").count() == 0
    assert page.locator("#r2 .sel-trigger").count() == 1
    picture(page, "index")


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_sticks_out(show: Open, sample_record: Record, screen: str, lang: str) -> None:
    page = show(sample_record, lang=lang, **SCREENS[screen])
    page.locator(".mark.trigger", has_text="قصفت").click()
    expect(page.locator("#details .ladder")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    picture(page, f"{screen}-{lang}")


def test_letters_join_where_a_highlight_ends_within_a_word(show: Open, sample_record: Record) -> None:
    page = show(sample_record)
    # و|قتلت stands in two elements; drawn apart it would be wider than drawn as one word.
    widths = page.evaluate(
        """() => {
          const plain = document.querySelector(".report p").cloneNode(false);
          const marked = document.querySelector(".mark.cue").cloneNode(true);
          const measure = (...nodes) => {
            const box = document.createElement("span");
            box.append(...nodes);
            plain.replaceChildren(box);
            document.querySelector(".report").append(plain);
            return box.getBoundingClientRect().width;
          };
          marked.textContent = "بلدة";
          return [measure("لبلدة"), measure("ل", marked), measure("ل\\u200c", "بلدة")];
        }"""
    )
    assert widths[0] == pytest.approx(widths[1], abs=0.5)
    assert abs(widths[2] - widths[0]) > 0.5


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_no_fault(show: Open, sample_record: Record, screen: str, lang: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    # axe comes in by evaluation, which the page's own policy does not govern.
    page = show(sample_record, sample_record, lang=lang, **SCREENS[screen])
    for opened in (False, True):
        if opened:
            page.locator("#r1 .mark.trigger", has_text="قصفت").click()
        found = axe.Axe().run(page).response["violations"]
        assert [(fault["id"], fault["impact"], fault["nodes"][0]["html"]) for fault in found] == []

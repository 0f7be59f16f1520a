"""Every text in both languages, and a label for every code a record may hold."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from string import Formatter

import pytest

import rawi.record as record
from rawi.i18n import LANGUAGES, country, label, language, strings, t, use

SOURCE = Path(record.__file__).parent
ARABIC = re.compile("[\u0600-\u06ff]")
CODES = [
    *(f"stance.{code}" for code in record.STANCES),
    *(f"event.{code}" for code in record.EVENT_TYPES),
    *(f"mode.{type}.{mode}" for type, modes in record.MODES.items() for mode in modes),
    *(f"status.{code}" for code in record.STATUSES),
    *(f"quote.{code}" for code in record.QUOTE_KINDS),
    *(f"sector.{code}" for code in record.SECTORS),
    *(f"kind.{code}" for code in record.MENTION_KINDS),
    *(f"timetype.{code}" for code in record.TIME_TYPES),
    *(f"casualty.{code}" for code in ("killed", "injured", "arrested", "displaced")),
    *(
        f"field.{field.name}"
        for kind in vars(record).values()
        if dataclasses.is_dataclass(kind)
        for field in dataclasses.fields(kind)
    ),
]


@pytest.fixture(autouse=True)
def _environment_decides() -> None:
    use(None)


@pytest.mark.parametrize("key", sorted(set(CODES)))
def test_every_code_and_field_has_a_label(key: str) -> None:
    for lang in LANGUAGES:
        assert key in strings(lang)


def test_both_languages_fill_in_the_same_values() -> None:
    def names(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    for key, english in strings("en").items():
        assert names(english) == names(strings("ar")[key]), key


@pytest.mark.parametrize("group", ["stance", "event", "mode", "status", "quote", "sector", "context", "field", "layer"])
def test_arabic_labels_are_arabic(group: str) -> None:
    texts = [text for key, text in strings("ar").items() if key.startswith(f"{group}.")]
    assert texts
    assert all(ARABIC.search(text) for text in texts)


def test_labels_of_a_kind_differ() -> None:
    for lang in LANGUAGES:
        for group in ("stance", "event", "status", "sector"):
            texts = [text for key, text in strings(lang).items() if key.startswith(f"{group}.")]
            assert len(texts) == len(set(texts))


def test_the_templates_ask_only_for_keys_that_exist() -> None:
    asked = set()
    for path in (SOURCE / "render").rglob("*"):
        if path.suffix in (".py", ".html"):
            asked |= set(re.findall(r"""\b(?:L|t|attr)\((?:"[a-z-]+", \()?"([a-z_.-]+\.[a-z_-]+)\"""", path.read_text("utf-8")))
    assert len(asked) > 30
    assert asked <= strings("en").keys()


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, "en"),
        ({"LANG": "ar_EG.UTF-8"}, "ar"),
        ({"LANG": "ar_EG.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8", "RAWI_LANG": "ar"}, "ar"),
        ({"RAWI_LANG": "", "LANG": "ar"}, "ar"),
        ({"LANG": "arn_CL"}, "en"),  # Mapudungun
        ({"LANG": "C"}, "en"),
    ],
)
def test_the_environment_names_the_language(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], expected: str) -> None:
    for name in ("RAWI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert language() == expected


def test_a_chosen_language_outweighs_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAWI_LANG", "en")
    use("ar")
    assert (language(), t("stance.deny")) == ("ar", "ينفي")
    use(None)
    assert t("stance.deny") == "deny"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="'fr'"):
        use("fr")


def test_values_are_filled_in_and_missing_ones_are_an_error() -> None:
    assert t("page.title", "en", count=3) == "Rawi: 3 reports read"
    with pytest.raises(KeyError):
        t("page.title", "en")


def test_unknown_codes_are_shown_as_they_are() -> None:
    assert label("stance", "mutter", "en") == "mutter"
    assert country("QQQ", "ar") == "QQQ"


def test_countries_have_names_in_both_languages() -> None:
    assert (country("EGY", "en"), country("EGY", "ar")) == ("Egypt", "مصر")

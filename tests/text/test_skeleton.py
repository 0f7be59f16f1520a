"""Consonant skeletons of transliterated names."""

from __future__ import annotations

import pytest

from rawi.text.fold import fold
from rawi.text.skeleton import arabic_skeleton, latin_skeletons


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("Maiduguri", "مايدوغوري"),
        ("Maiduguri", "ميدوجوري"),
        ("Suruç", "سوروتش"),
        ("Gboko", "غبوكو"),
        ("Konduga", "كوندوغا"),
        ("Portland", "بورتلاند"),
        ("Akçay", "أكتشاي"),
    ],
)
def test_a_transliteration_has_the_skeleton_of_its_name(latin: str, arabic: str) -> None:
    assert arabic_skeleton(fold(arabic)) in latin_skeletons(latin)


@pytest.mark.parametrize(("latin", "arabic"), [("Köyiçi", "أكتشاي"), ("Bita", "باتو"), ("Mallari", "المالديف")])
def test_other_names_have_another(latin: str, arabic: str) -> None:
    assert arabic_skeleton(fold(arabic)) not in latin_skeletons(latin)


@pytest.mark.parametrize("latin", ["Aa", "Bo", "Oued", "東京", ""])
def test_a_short_name_tells_nothing(latin: str) -> None:
    assert latin_skeletons(latin) == []

"""When two annotations are the same thing: worked by hand."""

import pytest

from rawi.evaluate.matching import (
    close,
    kilometres,
    overlap,
    pair_off,
    same_place,
    same_value,
    sentence_ends,
    speaker,
    union_share,
)


def span(start, end):
    return {"start": start, "end": end}


@pytest.mark.parametrize(
    ("a", "b", "shared", "share"),
    [
        ((0, 10), (0, 10), 10, 1.0),
        ((0, 10), (5, 15), 5, 5 / 15),
        ((0, 10), (2, 4), 2, 0.2),
        ((0, 10), (10, 20), 0, 0.0),
        ((0, 3), (7, 9), 0, 0.0),
        ((4, 4), (4, 4), 0, 0.0),
    ],
)
def test_overlap_and_share_of_the_union(a, b, shared, share):
    assert overlap(span(*a), span(*b)) == overlap(span(*b), span(*a)) == shared
    assert union_share(span(*a), span(*b)) == pytest.approx(share)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ((0, 10), (7, 17), False),  # 3 of 17
        ((0, 10), (5, 12), True),  # 5 of 12
        ((0, 40), (10, 13), True),  # three letters inside
        ((0, 40), (10, 12), False),  # two letters inside
        ((0, 40), (38, 44), False),  # not inside
    ],
)
def test_close(a, b, same):
    assert close(span(*a), span(*b)) is same


def test_nothing_is_close_to_nothing():
    assert not close(None, span(0, 5))
    assert not close(None, None)


def test_pairs_are_one_to_one_and_the_likest_first():
    gold, found = [span(0, 10), span(5, 15)], [span(5, 14), span(0, 4)]
    # 5:15 and 5:14 share 0.9; then 0:10 is left with 0:4, which shares 0.4.
    assert pair_off(gold, found, union_share) == [(gold[1], found[0]), (gold[0], found[1])]
    assert pair_off(gold, [], union_share) == []


def test_among_equals_the_earlier_ones_pair_off():
    gold, found = [span(0, 2), span(0, 2)], [span(0, 2), span(0, 2)]
    pairs = pair_off(gold, found, union_share)
    assert [(a is gold[i], b is found[i]) for i, (a, b) in enumerate(pairs)] == [(True, True), (True, True)]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("2016-12-13", "2016-12-13", True),
        ("2016-12-13", "2016-12-14", False),
        ("2016-12-13", "2016-12-13T19:00", True),
        ("2016-12-13TEV", "2016-12-13", True),
        ("2016-12-13TEV", "2016-12-13T19:00", False),
        ("2016-12-13T19:00Z", "2016-12-13T19:00", True),
        ("2016-12-13T19:00:00", "2016-12-13T19:00", True),
        ("2016-12", "2016-12-13", False),
        ("2016", "2016T1", False),
        ("P3D", "P3D", True),
        ("P3D", None, False),
    ],
)
def test_same_value(a, b, same):
    assert same_value(a, b) is same


def place(country, lat, lon, **more):
    return {"country": country, "lat": lat, "lon": lon, **more}


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (place("SYR", 36.2, 37.16), place("SYR", 36.3, 37.2), True),
        (place("SYR", 36.2, 37.16), place("SYR", 33.5, 36.3), False),  # Aleppo and Damascus: 310 km
        (place("SYR", 36.2, 37.16), place("TUR", 36.3, 37.2), False),
        (place("SYR", 36.2, 37.16), place("SYR", None, None), True),
        (place("SYR", 35.0, 38.0, wide=True), place("SYR", 33.5, 36.3), True),
        (place("SYR", 36.2, 37.16), place("SYR", 33.5, 36.3, feature="country"), True),
        (place("PSE", 31.78, 35.23), place("ISR", 31.8, 35.2), True),
        (place(None, 43.0, 34.0), place(None, 43.1, 34.1), True),
    ],
)
def test_same_place(a, b, same):
    assert same_place(a, b) is same


def test_a_degree_of_latitude_is_111_kilometres():
    assert kilometres(place("", 0, 0), place("", 1, 0)) == pytest.approx(111.2, abs=0.1)


@pytest.mark.parametrize(
    ("text", "ends"),
    [("", []), ("أ.", [1]), ("أ. ب", [1]), ("1.5", []), ("أ؟ب!\n", [1, 3, 4]), ('أ."', [1]), ("أ.»", [1]), ("أ..", [2])],
)
def test_sentence_ends(text, ends):
    assert sentence_ends(text) == ends


def test_speaker_is_the_source_or_what_it_refers_to():
    assert speaker({"source": span(0, 1), "source_ref": span(5, 6)}) == span(0, 1)
    assert speaker({"source": None, "source_ref": span(5, 6)}) == span(5, 6)
    assert speaker({}) is None
    assert speaker(None) is None

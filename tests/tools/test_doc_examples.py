"""The examples of docs/accuracy.md come out as they are shown there; ``python tools/doc_examples.py --write`` renews them."""

import pytest

import rawi
from doc_examples import DOCUMENT, examples, show

EXAMPLES = list(examples(DOCUMENT.read_text(encoding="utf-8")))


@pytest.mark.parametrize(("layers", "published", "text", "shown"), EXAMPLES, ids=[text[:40] for _, _, text, _ in EXAMPLES])
def test_example_comes_out_as_shown(layers, published, text, shown):
    assert show(rawi.read(text, published=published), layers) == shown


def test_every_layer_has_examples():
    assert {layer for layers, *_ in EXAMPLES for layer in layers} == {"times", "places", "statements", "events"}


SENTENCE = "أعلنت وزارة الدفاع التركية أمس أن قواتها اعتقلت رجلين في الحسكة."


@pytest.mark.parametrize(
    ("layers", "shown"),
    [
        (["times"], ["time أمس: 2019-10-09"]),
        (["places"], ["place الحسكة: Al-Hasakah, SYR"]),
        (["statements"], ["s1 announce, وزارة الدفاع التركية [TUR GOV]: قواتها اعتقلت رجلين في الحسكة (indirect)"]),
        (["times", "places"], ["time أمس: 2019-10-09", "place الحسكة: Al-Hasakah, SYR"]),
    ],
)
def test_lines_of_a_layer(layers, shown):
    assert show(rawi.read(SENTENCE, published="2019-10-10"), layers) == shown


def test_line_of_an_event():
    (line,) = show(rawi.read(SENTENCE, published="2019-10-10"), ["events"])
    assert line.startswith("COERCE (arrest) اعتقلت: قواتها [TUR MIL] → رجلين")
    assert line.endswith("; الحسكة, occurred, arrested 2, s1")


def test_nothing_is_said_to_be_nothing():
    assert show(rawi.read("أشرقت الشمس."), ["events", "statements"]) == ["nothing"]

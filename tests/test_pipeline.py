"""The order of layers, and what is left behind after a run."""

import pytest

from rawi.document import Doc
from rawi.lexicon import Lexicon
from rawi.pipeline import Layer, Pipeline
from rawi.record import Report


def layer(name, requires=(), adds=(), run=lambda doc, lexicon: None):
    return Layer(name, frozenset(requires), frozenset(adds), run)


def test_a_layer_before_what_it_requires_is_refused():
    first, second = layer("first", adds=["tokens"]), layer("second", requires=["tokens", "text"])
    assert Pipeline([first, second]).layers == (first, second)
    with pytest.raises(ValueError, match="layer 'second' requires tokens, which no earlier layer adds"):
        Pipeline([second, first])


def test_layers_run_in_order_and_share_nothing_after_the_run():
    order = []

    def run(name):
        def note(doc, lexicon):
            order.append((name, dict(doc.shared)))
            doc.shared[name] = True

        return note

    doc = Doc(Report("1", None, "نص"), "نص")
    Pipeline([layer("a", run=run("a")), layer("b", run=run("b"))])(doc, Lexicon())
    assert order == [("a", {}), ("b", {"a": True})]
    assert doc.shared == {}

"""The file of weights: what it says, and what is said when it is missing or broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from rawi import Reader
from rawi.lexicon import TableError, weights
from rawi.lexicon.weights import Model, WeightsError, confidence_models, logistic, read_models


def written(folder: Path, text: str) -> Path:
    path = folder / "weights.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def test_models_are_read_by_name(tmp_path: Path) -> None:
    models = read_models(written(tmp_path, "# made for a test\nevent\t(bias)\t1.5\nevent\ttitle\t-0.5\nstatement\t(bias)\t2\n"))
    assert models == {"event": Model(1.5, {"title": -0.5}), "statement": Model(2.0, {})}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("event\t(bias)\tmuch\n", "weights.tsv:1: should be model, mark and weight"),
        ("event\t(bias)\t1\nevent\ttitle\n", "weights.tsv:2: should be model, mark and weight"),
        ("event\ttitle\t1\n", "the model event has no bias"),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(WeightsError, match=complaint):
        read_models(written(tmp_path, text))


def test_a_missing_file_is_named_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"nowhere\.tsv: the weights cannot be read .* run tools/train_confidence\.py"):
        read_models(tmp_path / "nowhere.tsv")


def test_a_reader_without_weights_does_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "CONFIDENCE", tmp_path / "nowhere.tsv")
    with pytest.raises(WeightsError, match="cannot be read"):
        Reader().read("قال الوزير إن الجيش قصف البلدة.")
    monkeypatch.setattr(weights, "CONFIDENCE", written(tmp_path, "event\t(bias)\t1\n"))
    with pytest.raises(WeightsError, match="no model doubt, statement"):
        Reader().read("قال الوزير إن الجيش قصف البلدة.")


def test_the_shipped_models_are_there_and_small() -> None:
    models = confidence_models(Reader().lexicon)
    assert models.keys() == {"doubt", "event", "statement"}
    assert weights.CONFIDENCE.stat().st_size < 100_000


@pytest.mark.parametrize(
    ("marks", "probability"), [([], 0.5), (["good"], 0.881), (["good", "bad"], 0.5), (["unheard of"], 0.5)]
)
def test_weights_add_up_to_log_odds(marks: list[str], probability: float) -> None:
    assert Model(0.0, {"good": 2.0, "bad": -2.0}).probability(marks) == pytest.approx(probability, abs=0.001)


def test_what_weighs_most_comes_first() -> None:
    model = Model(0.0, {"a": 0.5, "b": -1.0, "c": 0.0, "d": 0.5})
    assert model.weighed(["a", "c", "d", "b", "e"]) == [("b", -1.0), ("a", 0.5), ("d", 0.5)]


@pytest.mark.parametrize("odds", [1000.0, -1000.0])
def test_no_odds_are_too_long(odds: float) -> None:
    assert 0 < logistic(odds) < 1

"""The logistic regression that the models of confidence are trained with, on made-up examples."""

from __future__ import annotations

import pytest

from logistic import Example, auc, bins, brier, calibration_error, cross_validated, fit

# Twenty reports: what is marked ``sure`` is right nine times of ten, what is marked ``vague`` one time of ten.
EXAMPLES = [
    Example(("sure", f"only {report}") if n % 2 else ("vague",), (n % 2 == 1) != (n // 2 == report % 5), f"r{report}")
    for report in range(20)
    for n in range(10)
]


def test_weights_follow_what_is_right() -> None:
    model = fit(EXAMPLES, 1.0, 5)
    assert model.weights["sure"] > 0 > model.weights["vague"]
    assert model.probability(["sure"]) == pytest.approx(0.8, abs=0.05)
    assert model.probability(["vague"]) == pytest.approx(0.2, abs=0.05)


def test_rare_marks_are_left_out() -> None:
    assert set(fit(EXAMPLES, 1.0, 6).weights) == {"sure", "vague"}


def test_the_same_examples_give_the_same_weights() -> None:
    assert fit(EXAMPLES, 1.0, 5) == fit(EXAMPLES, 1.0, 5)


def test_a_larger_ridge_pulls_weights_to_nothing() -> None:
    assert abs(fit(EXAMPLES, 100.0, 5).weights["sure"]) < abs(fit(EXAMPLES, 1.0, 5).weights["sure"])


def test_without_marks_everything_has_the_share_that_is_right_in_other_reports() -> None:
    plain = [Example((), k % 4 > 0, f"r{k}") for k in range(40)]
    for example, found in zip(plain, cross_validated(plain, 40, 1.0, 5), strict=True):
        assert found == pytest.approx((30 - example.right) / 39, abs=0.01)


def test_no_model_has_seen_the_report_it_is_tested_on() -> None:
    # In each report the mark of its own tells right from wrong, but from the other reports it cannot be known.
    own = [Example((f"own {report} {n % 2}",), n % 2 == 1, f"r{report}") for report in range(10) for n in range(20)]
    assert auc(cross_validated(own, 10, 0.1, 5), [e.right for e in own]) == pytest.approx(0.5)


def test_measures_of_probabilities() -> None:
    right = [True, True, True, False]
    assert brier([1, 1, 1, 0], right) == 0
    assert brier([0.75] * 4, right) == pytest.approx(0.1875)
    assert calibration_error([0.75] * 4, right) == 0
    assert calibration_error([0.95] * 4, right) == pytest.approx(0.2)
    assert auc([0.9, 0.8, 0.3, 0.5], right) == pytest.approx(2 / 3)
    full = [one for one in bins([0.0, 0.05, 0.95, 1.0], right) if one.count]
    assert [(one.low, one.count, one.share) for one in full] == [(0.0, 2, 1.0), (0.9, 2, 0.5)]

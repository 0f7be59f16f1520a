"""Every complaint about input has its words in both languages."""

import pytest

from rawi.i18n import LANGUAGES, t
from rawi.sources.problems import MESSAGES

VALUES = {"encoding": "X", "count": 2, "value": "V", "reason": "R", "kind": "K", "name": "N"}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_problem(code, lang):
    assert t(f"problem.{code}", lang, **VALUES)

"""Short cuts that the tests of the text layer share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rawi.document import Doc
from rawi.lexicon import Lexicon
from rawi.record import Report
from rawi.text import analyse


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Lexicon()


@pytest.fixture(scope="session")
def read(lexicon: Lexicon) -> Callable[..., Doc]:
    def run(text: str, title_end: int = 0) -> Doc:
        doc = Doc(Report("", None, text), text, title_end)
        analyse.LAYER.run(doc, lexicon)
        return doc

    return run

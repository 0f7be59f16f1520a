"""A record made by hand, for whatever shows records."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

import pytest

from rawi.record import (
    DateRange,
    Entity,
    Event,
    Mention,
    Participant,
    Place,
    Quantity,
    Record,
    Report,
    Span,
    Statement,
    Time,
)  # fmt: skip


@pytest.fixture(scope="session")
def grows_linearly() -> Callable[[Callable[[int], object], int], None]:
    """Checks that eight times the work takes about eight times as long; quadratic behaviour would take 64 times.

    Processor time, the best of several rounds, and no garbage collection: what else the machine or the other tests hold may
    slow a round down, but does not make it faster.
    """

    def seconds(work: Callable[[int], object], size: int) -> float:
        began = time.process_time()
        work(size)
        return time.process_time() - began

    def check(work: Callable[[int], object], size: int) -> None:
        short = long = float("inf")
        work(size)
        gc.collect()
        gc.disable()
        try:
            for _ in range(4):
                short, long = min(short, seconds(work, size)), min(long, seconds(work, 8 * size))
                if long < 20 * max(short, 0.01):
                    return
        finally:
            gc.enable()
        pytest.fail(f"{size} take {short:.3f} s, {8 * size} take {long:.3f} s")

    return check


TITLE = "الوزارة تنفي مقتل 12 شخصا في القرية"
TEXT = (
    TITLE + "\nوقالت وكالة الميناء أمس نقلا عن مصدر طبي إن القوات قصفت بلدة الزهراء وقتلت 12 شخصا.\n"
    "ونفى المتحدث باسم الوزارة ذلك."
)


def _at(quote: str, nth: int = 0) -> tuple[int, int, str]:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(quote, start + 1)
    return start, start + len(quote), quote


@pytest.fixture
def sample_record() -> Record:
    """A tall chain (outlet, agency, speaker, source), a denial, and spans that overlap."""
    content = _at("القوات قصفت بلدة الزهراء وقتلت 12 شخصا")
    who = Participant(*_at("وكالة الميناء"), code="--- JRN", entity="n1")
    medic = Participant(*_at("مصدر طبي"), code="--- MED")
    spokesman = Participant(*_at("المتحدث باسم الوزارة"), code="SYR GOV")
    army = Participant(*_at("القوات"), code="SYR MIL")
    victims = Participant(*_at("12 شخصا", 1), code="SYR CVL")
    start = _at("قالت")[0]
    denied = Span(*_at("ذلك"))
    return Record(
        Report("sample", TITLE, TEXT, "2018-03-02", "جريدة الرصيف", None, ["وكالة النجم"], "https://example.org/1"),
        [Entity("n1", "organization", "وكالة الميناء", "Al-Mina agency", "--- JRN")],
        [Mention(*_at("وكالة الميناء"), id="m1", kind="organization", entity="n1")],
        [Time(*_at("أمس"), id="t1", type="DATE", value="2018-03-01")],
        [Place(*_at("الزهراء"), id="p1", name="Zahra", country="SYR", lat=34.7, lon=36.7)],
        [Quantity(*_at("12 شخصا", 1), id="q1", value=12, of="شخصا")],
        [
            Statement("s1", start, content[1], Span(*_at("قالت")), who, None, [], Span(*content), "say", "indirect"),
            Statement(
                "s2", start, content[1], Span(*_at("نقلا عن")), medic, None, [], Span(*content), "say", "indirect", "s1",
                rule="cues_particles.tsv:5 particle-source",
            ),
            Statement(
                "s3", _at("نفى")[0], len(TEXT) - 1, Span(*_at("نفى")), spokesman, None, [], denied, "deny", "indirect"
            ),
        ],
        [
            Event(
                "e1", "ASSAULT", ["heavy-weapons"], [], Span(*_at("قصفت")), [army], [victims],
                "p1", DateRange("2018-03-01", "2018-03-01"), "occurred", "s2", ["s2", "s1"], {"killed": 12}, ["q1"],
                "verbs/events.tsv:2 active",
            ),
            Event("e2", "ASSAULT", [], [], Span(*_at("مقتل")), status="negated"),
        ],
    )  # fmt: skip

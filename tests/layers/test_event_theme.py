"""Mentions in passing are coded where the report tells of the same kind of act in another sentence; sentences of our own."""

from __future__ import annotations

import pytest

from rawi import Reader
from rawi.layers import confidence

READER = Reader()
TOLD = "قتل خمسة جنود في انفجار قنبلة قرب الثكنة أمس."
ALSO = "واعتقلت الشرطة ثلاثة مشتبه بهم في المدينة."
NAMED = "وقال الوزير إن الحكومة تدرس سبل حماية الحدود من هجمات المسلحين."
ELSEWHERE = "التقى الوزير نظيره الأردني في عمان أمس."


@pytest.fixture(autouse=True)
def _nothing_in_doubt_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    # What the model would keep besides changes with its training.
    monkeypatch.setattr(confidence, "KEPT", 2.0)


def coded(text: str) -> list[tuple[str, str]]:
    """Type and trigger of the events."""
    return [(event.type, event.trigger.text) for event in READER.read(text, published="2020-03-04").events]


@pytest.mark.parametrize(
    ("text", "is_coded"),
    [
        (f"{TOLD} {ALSO} {NAMED}", True),  # two other sentences tell of force, one of an act of this kind
        (f"{NAMED} {TOLD} {ALSO}", True),  # before or after
        (f"{TOLD} {NAMED}", False),  # one sentence makes no story
        (f"{ALSO} {ALSO.replace('ثلاثة', 'سبعة')} {NAMED}", False),  # acts of another kind only
        (NAMED, False),  # nothing but the mention
        (f"{ELSEWHERE} {NAMED}", False),  # the report tells of something else
        (f"{NAMED} {NAMED.replace('الحكومة', 'الوزارة')} {NAMED.replace('الحدود', 'المدن')}", False),  # mentions alone
    ],
)
def test_a_mention_belongs_to_the_story_of_its_report(text: str, is_coded: bool) -> None:
    assert (("ASSAULT", "هجمات") in coded(text)) is is_coded


def test_events_stay_in_text_order() -> None:
    events = READER.read(f"{NAMED} {TOLD} {ALSO}", published="2020-03-04").events
    assert [event.id for event in events] == [f"e{n}" for n in range(1, len(events) + 1)]
    assert [event.trigger.start for event in events] == sorted(event.trigger.start for event in events)


def test_the_rule_says_that_an_event_is_only_mentioned() -> None:
    rules = {event.trigger.text: event.rule for event in READER.read(f"{TOLD} {ALSO} {NAMED}", published="2020-03-04").events}
    assert rules["هجمات"].endswith(" in-passing")
    assert "in-passing" not in rules["قتل"]


def test_what_is_left_out_is_told_with_the_reason() -> None:
    doc = READER.doc(NAMED, published="2020-03-04", explain=True)
    assert ("ASSAULT", "mentioned in passing") in [(one.what, one.why) for one in doc.dropped or ()]

"""How events were done, on sentences written for the tests."""

from __future__ import annotations

import pytest

from rawi import Reader

READER = Reader()

# text, type, modes of its first event of the type
CASES = [
    ("شن الجيش هجوما صاروخيا على القاعدة.", "ASSAULT", ["heavy-weapons"]),
    # the means may be told far from the victims
    (
        "استشهد جندي من حرس الحدود وأصيب اثنان من زملائه أمس في قطاع جبلي قرب القرية بعدما سقطت عليهم قذائف.",
        "ASSAULT",
        ["heavy-weapons"],
    ),
    # air defence is no air raid
    ("تصدت قوات الدفاع الجوي لصواريخ أطلقها المتمردون.", "ASSAULT", ["heavy-weapons"]),
    ("دعا الوزير نظيره إلى زيارة عمان.", "REQUEST", ["meet"]),
]


@pytest.mark.parametrize(("text", "kind", "modes"), CASES)
def test_modes(text: str, kind: str, modes: list[str]) -> None:
    events = [event for event in READER.read(text, published="2020-03-04").events if event.type == kind]
    assert [event.mode for event in events][:1] == [modes], [(event.trigger.text, event.mode) for event in events]

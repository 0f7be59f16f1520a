"""What an attack is aimed at: a land as a whole, a government, or people."""

from __future__ import annotations

import pytest

from rawi import Reader
from rawi.layers.event_targets import settle_targets
from rawi.record import Event, Participant, Span

READER = Reader()


@pytest.mark.parametrize(
    ("text", "kind", "target", "code", "expected"),
    [
        # A country or town that is attacked, or towards which forces move, is meant as a whole.
        ("هجوم على سوريا", "ASSAULT", "سوريا", "SYR GOV", "SYR ---"),
        ("حشد قوات قرب كييف", "MOBILIZE", "كييف", "UKR GOV", "UKR ---"),
        # Who is accused or punished is a government.
        ("عقوبات على روسيا", "SANCTION", "روسيا", "RUS GOV", "RUS GOV"),
        # People and offices keep their own sector.
        ("هجوم على وزارة الدفاع السورية", "ASSAULT", "وزارة الدفاع السورية", "SYR GOV", "SYR GOV"),
        ("هجوم على مدنيين في حلب", "ASSAULT", "مدنيين", "SYR CVL", "SYR CVL"),
    ],
)
def test_codes_of_targets(text: str, kind: str, target: str, code: str, expected: str) -> None:
    doc = READER.doc(text)
    start = text.index(target)
    trigger = Span(0, 4, text[:4])
    recipient = Participant(start, start + len(target), target, code)
    doc.events[:] = [Event("e1", kind, [], [], trigger, recipients=[recipient])]
    settle_targets(doc)
    assert recipient.code == expected

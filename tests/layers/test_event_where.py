"""Where events happened, on sentences written for the tests."""

from __future__ import annotations

import pytest

from rawi import Reader

READER = Reader()


def placed(text: str) -> list[tuple[str, str | None]]:
    record = READER.read(text, published="2020-03-04")
    names = {place.id: place.text for place in record.places}
    return [(event.trigger.text, names.get(event.place or "")) for event in record.events]


CASES = [
    # in the clause of the event, the narrower of two
    ("قتل شخصان في هجوم بمدينة الموصل في العراق.", "قتل", "الموصل"),
    # a place of another clause is none of the event's
    ("اعتقلت الشرطة رجلين اتصلا بمسلح نفذ هجوما في برلين.", "اعتقلت", None),
    # the town that is the object, or the subject of a passive
    ("قصف الطيران بلدة سراقب.", "قصف", "سراقب"),
    # who arrests or deports does so at home
    ("اعتقلت ألمانيا ثلاثة مشتبه بهم.", "اعتقلت", "ألمانيا"),
    # a missile comes from one place and strikes another
    ("أطلق المتمردون صاروخا من عمران باتجاه جازان.", "أطلق", "جازان"),
    # the line that opens a headline
    ("نيجيريا: مقتل عشرة جنود\n\nقال الجيش إن الحرب طويلة.", "مقتل", "نيجيريا"),
    # a verb joined to another happens where that does
    ("زار الرئيس الأمريكي الرياض واجتمع مع العاهل السعودي.", "اجتمع", "الرياض"),
    # acts of force go on where the last one was, but a country does not carry on
    ("هاجم مسلحون ثكنة في بنغازي. وقتلوا خمسة جنود.", "قتلوا", "بنغازي"),
    ("هاجم مسلحون ثكنة في ليبيا. وقتلوا خمسة جنود.", "قتلوا", None),
]


@pytest.mark.parametrize(("text", "trigger", "place"), CASES)
def test_place_of_an_event(text: str, trigger: str, place: str | None) -> None:
    assert (trigger, place) in placed(text)

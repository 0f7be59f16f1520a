"""What the rest of a report tells about a phrase: the owner of its pronoun, its armed group, its fellow in a list, its deed."""

from __future__ import annotations

import pytest

from rawi import Reader
from rawi.lexicon.coder import actor_coder

READER = Reader()


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        # A pronoun points to the speaker, not to the country spoken of.
        ("أكد وزير المالية البولندي في تونس أن بلاده ستدفع القسط", "بلاده", "POL GOV"),
        # Officials joined by و to a leader of known country are of that country.
        ("في بيروت التقى الزائر الرئيس المصري ومسؤولين كبار", "مسؤولين كبار", "EGY GOV"),
        # Fighters without nationality belong to the armed group of which the report speaks.
        ("دخلت بوكو حرام القرية ليلا. ثم انسحب المسلحون منها", "المسلحون", "NGA REB"),
        # An adjective of nationality alone stands for who does the deed before it.
        ("ألحقت الغارات التركية أضرارا بالجسر", "التركية", "TUR MIL"),
        ("رفعت العقوبات الكندية عن المصرف", "الكندية", "CAN GOV"),
        # A body of the United Nations followed by a nationality is the state's own.
        ("عقد مجلس الأمن الروسي جلسة", "مجلس الأمن الروسي", "RUS GOV"),
        # Parties of one name are told apart by the country of the report.
        ("في الرباط فاز حزب العدالة والتنمية بمقاعد في المغرب", "حزب العدالة والتنمية", "MAR PTY"),
        ("في أنقرة فاز حزب العدالة والتنمية بمقاعد في تركيا", "حزب العدالة والتنمية", "TUR PTY"),
    ],
)
def test_code_from_surroundings(text: str, phrase: str, expected: str) -> None:
    doc = READER.doc(text)
    start = text.rindex(phrase)
    assert actor_coder(READER.lexicon).code(doc, start, start + len(phrase)).code == expected


def test_royal_titles_are_of_the_outlets_country() -> None:
    text = "وصل معالي وزير الصحة إلى بغداد في العراق"
    doc = READER.doc(text, outlet="عكاظ")
    start = text.index("معالي")
    assert actor_coder(READER.lexicon).code(doc, start, start + len("معالي وزير الصحة")).code == "SAU GOV"

"""Who does and who undergoes what a verb tells, on sentences written for the tests."""

from __future__ import annotations

import pytest

from rawi import Reader
from rawi.record import Participant

READER = Reader()

# text, kind of event, doers, those it is done to
CASES = [
    # somebody does what nobody undergoes, though no object is found
    ("اقتحمت شرطة العاصمة صباحا إلى المقر.", "ASSAULT", ["شرطة العاصمة"], []),
    # a verb with its preposition is active
    ("رئيس الحزب يطالب بإجراء انتخابات جديدة", "REQUEST", ["رئيس الحزب"], []),
    # a doer named behind the verb makes it passive
    ("قتل مدني على يد قوات الأمن.", "ASSAULT", ["قوات الأمن"], ["مدني"]),
    # two subjects before their verb
    ("قطر ومصر تتفقان على فتح السفارات", "AGREE", ["قطر", "مصر"], []),
    # a quotation mark between subject and verb
    ('روسيا "قصفت المخيم" مجددا', "ASSAULT", ["روسيا"], ["المخيم"]),
    # a place before a colon, and a plural that the lists do not know
    ("صفاقس: الأساتذة الجامعيون يحتجون على تأخر الأجور", "PROTEST", ["الأساتذة الجامعيون"], []),
    # adverbs between subject and object
    ("هاجمت المعارضة تحديدا مقر الشرطة.", "ASSAULT", ["المعارضة"], ["مقر الشرطة"]),
    # a verb beside an indefinite noun describes it, and the next is its own
    ("وقال العقيد إن انتحاريا يقود شاحنة فجر نفسه قرب مقر الشرطة في كركوك.", "ASSAULT", ["انتحاريا"], []),
    # two people, and no Monday
    ("أوقفت الشرطة اثنين من قادة الحزب.", "COERCE", ["الشرطة"], ["اثنين من قادة الحزب"]),
    # whose lives were taken
    ("انفجار سيارة مفخخة أودى بحياة عشرين مدنيا في بغداد", "ASSAULT", [], ["عشرين مدنيا"]),
    # the speaker goes on in a quotation
    ("قال أنان «ناقشنا الأزمة. واتفقنا على خطة لوقف العنف».", "AGREE", ["أنان"], []),
    # times before the object
    ("قصف الطيران الأحد الفائت مقر الشرطة.", "ASSAULT", ["الطيران"], ["مقر الشرطة"]),
    # a relative clause about the victim of an event
    ("مقتل سائق الشاحنة الذي هاجم الشرطة في بروكسل", "ASSAULT", ["سائق الشاحنة"], ["الشرطة"]),
]


def texts(people: list[Participant]) -> list[str]:
    return [person.text for person in people]


@pytest.mark.parametrize(("text", "kind", "actors", "recipients"), CASES)
def test_sides(text: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    found = [(texts(e.actors), texts(e.recipients)) for e in READER.read(text, published="2020-03-04").events if e.type == kind]
    assert (actors, recipients) in found, found

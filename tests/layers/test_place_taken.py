"""What belongs to somebody's name, a credit or a time is no place, unless the tables know it as a place of several words."""

from __future__ import annotations

import pytest

from rawi.document import Doc
from rawi.layers.place_taken import Taken
from rawi.layers.place_words import place_words
from rawi.lexicon import Lexicon
from rawi.lexicon.gazetteer import gazetteer
from rawi.record import Mention, Report
from rawi.text import analyse

LEXICON = Lexicon()


def taken(text: str, mention: str, kind: str) -> tuple[Doc, Taken]:
    doc = Doc(Report("r", None, text), text)
    analyse.LAYER.run(doc, LEXICON)
    start = text.index(mention)
    doc.mentions.append(Mention(start, start + len(mention), mention, "m1", kind))
    return doc, Taken(doc, gazetteer(LEXICON), LEXICON.compiled(place_words))


@pytest.mark.parametrize(
    ("text", "mention", "kind", "first", "last", "free"),
    [
        ("تخرج في جامعة دمشق", "جامعة دمشق", "organization", 3, 4, False),
        ("قصف قرب خان يونس أمس", "خان يونس", "person", 2, 4, True),
        ("قال صلاح الدين دميرطاش", "صلاح الدين دميرطاش", "person", 1, 3, False),
        ("قصف قرب حلب أمس", "حلب", "person", 2, 3, True),
    ],
)
def test_names_and_places(text: str, mention: str, kind: str, first: int, last: int, free: bool) -> None:
    doc, made = taken(text, mention, kind)
    name = " ".join(token.word.norm for token in doc.tokens[first:last])
    assert made.free(first, last, gazetteer(LEXICON).places(name)) is free

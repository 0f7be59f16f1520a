"""What holds for every string: it is read, quotes match, the schema is kept, reading twice gives the same, and no input takes
time out of proportion to its length."""

import json

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rawi
from rawi.jsonio import dumps
from rawi.schema import record_schema

VALIDATOR = jsonschema.Draft202012Validator(record_schema())
READER = rawi.Reader()
# Pieces that layers look for, so that random strings reach deep into them.
PIECES = (
    "قال", "وقالت", "أعلن", "نفى", "بحسب", "الجيش السوري", "وزير الخارجية", "روسيا", "حلب", "دمشق", "في", "من", "إلى",
    "أن", "إن", "أمس", "الثلاثاء", "13 ديسمبر/كانون الأول", "2016", "الساعة 7", "مساء", "عشرات", "ثلاثة وعشرون ألفا",
    "98%", "قتل", "أصيب", "قصف", "اعتقال", "لم", "لن", "قد", "سوف", "«", "»", '"', "“", "”", "(", ")", ":", "،", ".",
    "؟", "\n", "\u200f", "\u0640", "\ufefb", "و", "الـ", "أ ف ب", "المصدر: وكالات", "\x00", "\ud800", "12", "٣", "-",
    "/", " ",
)  # fmt: skip
any_text = st.text(alphabet=st.characters(), max_size=300)
arabic_text = st.lists(st.sampled_from(PIECES), max_size=60).flatmap(
    lambda pieces: st.sampled_from([" ", "", "  "]).map(lambda glue: glue.join(pieces))
)
COMMON = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def spans(value):
    """All quoted spans in a record."""
    if isinstance(value, dict):
        if "start" in value and "text" in value:
            yield value
        for part in value.values():
            yield from spans(part)
    elif isinstance(value, list):
        for part in value:
            yield from spans(part)


def check(text, **context):
    record = READER.read(text, **context)
    plain = record.to_dict()
    VALIDATOR.validate(plain)
    assert plain["report"]["text"] == text
    for span in spans({name: part for name, part in plain.items() if name != "report"}):
        assert text[span["start"] : span["end"]] == span["text"]
    ids = [item["id"] for layer in ("entities", "mentions", "times", "places", "quantities", "statements", "events")
           for item in plain[layer]]  # fmt: skip
    assert len(ids) == len(set(ids))
    known = {None, *ids}
    for statement in plain["statements"]:
        assert {statement["within"], statement["time"], statement["place"]} <= known
        assert 0 <= statement["start"] <= statement["end"] <= len(text)
    for event in plain["events"]:
        assert {event["statement"], event["place"], *event["chain"], *event["quantities"]} <= known
    assert json.loads(dumps(record)) == json.loads(json.dumps(plain))
    assert READER.read(text, **context) == record


@given(any_text)
@COMMON
def test_any_string(text):
    check(text)


@given(arabic_text, st.sampled_from([None, "2016-12-13", "2016-12-13T08:30:00Z", "x"]))
@COMMON
def test_arabic_pieces_in_any_order(text, published):
    check(text, published=published)


LONG = {
    "one word": "قال ",
    "one sentence": "قال وزير الخارجية الروسي إن الجيش السوري قصف حلب و",
    "no space": "والمعارضة",
    "opening quotes": "«قال ",
    "unpaired quotes": '" قال ',
    "brackets": "((",
    "digits": "1",
    "grouped digits": "1,000,",
    "dates": "13/12/2016 ",
    "spans of time": "من 3 إلى ",
    "number words": "ثلاثة وعشرون ألفا و",
    "names": "محمد ",
    "genitives": "رئيس ",
    "conjuncts": "سوريا و",
    "places": "في حلب ",
    "tatweel": "ـ",
    "marks": "\u064b",
    "blanks": " ",
    "line ends": "\n",
    "colons": "قال: ",
    "speech in speech": "قال إنه قال إن ",
    "commas": "قتل، ",
    "speech in quotes": "قال محمد «",
    "particles of names": "أبو ",
    "kinship": "بن محمد ",
    "organizations": "جامعة ",
    "killing": "قتل ",
    "event nouns": "مقتل ",
    "relatives": "الذي ",
    "accusations": "اتهم الجيش ",
    "adjectives": "السوري ",
    "prepositions": "من ",
    "hidden articles": "لل",
}


@pytest.mark.parametrize("name", LONG)
def test_time_grows_with_length(grows_linearly, name):
    def work(length):
        text = (LONG[name] * (length // len(LONG[name]) + 1))[:length]
        READER.read(text, published="2016-12-13")

    grows_linearly(work, 6_000)


CUT = [
    "قال المتحدث باسم الجيش إنه أجرى زيارة إلى حلب أمس، مشيرا إلى أن القوات سيطرت على 12 قرية.",
    'ونفت الوزارة في بيان اتهامات المعارضة بأن "الحكومة تعرقل وصول المساعدات"، بحسب ما أعلن مصدر في دعم النازحين.',
    "واتهم نائب الرئيس، علي حسن، الدول الثلاث بقتل 3 مدنيين وجرح عشرات آخرين على يد مسلحين في مطلع يناير/كانون الثاني الماضي.",
    'وحيث قال: "إن أن لن نسمح بزيارة" دعا إلى عقد اجتماع بين موسكو وأنقرة بعد مقتل',
]


@pytest.mark.parametrize("text", CUT)
def test_a_report_may_break_off_after_any_word(text):
    """Whatever a layer looks for behind a word, the report may end there."""
    words = text.split()
    for i in range(len(words)):
        for piece in (words[: i + 1], words[i : i + 1], words[i : i + 4]):
            READER.read(" ".join(piece), published="2016-12-13")
            READER.read(" ".join(piece) + "\n" + text, published="2016-12-13")

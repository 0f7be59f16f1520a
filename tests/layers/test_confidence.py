"""How sure Rawi is: every statement and event has a probability, and the marks that it is made of."""

from __future__ import annotations

import pytest

from rawi import Reader
from rawi.document import Doc
from rawi.layers import confidence
from rawi.layers.confidence import read_confidence
from rawi.layers.confidence_marks import Marks, doubt_of
from rawi.lexicon.weights import Model, confidence_models
from rawi.record import Event, Report, Span, Statement

READER = Reader()
REPORT = (
    "الجيش السوري يقصف بلدة الزهراء\n"
    "قال المتحدث باسم الجيش أمس إن القوات قصفت البلدة وقتلت عشرة مسلحين.\n"
    "وجاء القصف بعد أن هاجم المسلحون القاعدة.\n"
)


def marks(text: str, what: str, title: str | None = None) -> list[str]:
    """The marks of the event or statement whose trigger or cue is ``what``."""
    doc = READER.doc(text, title=title, published="2020-03-04")
    of = Marks(doc, READER.lexicon)
    for n, event in enumerate(doc.events):
        if event.trigger.text == what:
            return of.event(n)
    return next(of.statement(n) for n, statement in enumerate(doc.statements) if statement.cue.text == what)


def test_every_statement_and_event_has_a_probability_of_two_digits() -> None:
    record = READER.read(REPORT, published="2020-03-04")
    assert record.statements
    assert record.events
    for item in (*record.statements, *record.events):
        assert item.confidence is not None
        assert 0 <= item.confidence <= 1
        assert item.confidence == round(item.confidence, 2)


def test_the_same_report_gives_the_same_confidence() -> None:
    first, second = (Reader().read(REPORT, published="2020-03-04").to_dict() for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("text", "what", "wanted"),
    [
        ("قصفت القوات السورية البلدة.", "قصفت", ["type ASSAULT", "way verb", "trigger past", "recipients 1"]),
        ("لم تقصف القوات السورية البلدة.", "تقصف", ["status negated"]),
        ("قال الوزير السوري إن الجيش قصف البلدة.", "قصف", ["speakers 1", "told by say"]),
        ("وزار الرئيس المصري الخرطوم. ثم زار الرئيس تونس.", "زار", ["first of its type"]),
        ("قال الوزير السوري إن الجيش قصف البلدة.", "قال", ["stance say", "speaker named", "cue first"]),
        ("قتل ثلاثة جنود في البلدة، بحسب مصدر أمني.", "حسب", ["kind particle", "content first", "speaker unknown"]),
        ("قال الوزير إن «القوات لن تتراجع عن المدينة».", "قال", ["quote direct"]),
    ],
)  # fmt: skip
def test_marks_tell_how_an_item_was_found_and_what_stands_around_it(text: str, what: str, wanted: list[str]) -> None:
    assert set(wanted) <= set(marks(text, what))


def test_the_title_and_a_second_event_of_its_type_are_marked() -> None:
    title = REPORT.split("\n")[0]
    assert "title" in marks(REPORT, "يقصف", title)
    assert {"again in the report", "of the type of the headline"} <= set(marks(REPORT, "قصفت", title))


def test_mentions_in_passing_and_what_the_report_tells_elsewhere_are_marked() -> None:
    told = "قتل خمسة جنود في انفجار قنبلة قرب الثكنة أمس."
    also = "واعتقلت الشرطة ثلاثة مشتبه بهم في المدينة."
    named = "وقال الوزير إن الحكومة تدرس سبل حماية الحدود من هجمات المسلحين."
    assert {"in passing", "of its type elsewhere 1", "way noun"} <= set(marks(f"{told} {also} {named}", "هجمات"))
    assert "in passing" not in marks(f"{told} {also} {named}", "قتل")
    assert {"of its type elsewhere 0", "nothing told elsewhere"} <= set(marks(told, "قتل"))


def test_a_date_long_past_is_marked() -> None:
    assert "long past" in marks("قصف الجيش السوري البلدة في مارس 2015.", "قصف")
    assert "long past" not in marks("قصف الجيش السوري البلدة في مارس 2020.", "قصف")


def test_explained_confidence_is_the_sum_of_what_is_shown() -> None:
    doc = READER.doc(REPORT, published="2020-03-04", explain=True)
    models = confidence_models(READER.lexicon)
    for name, items in (("statement", doc.statements), ("event", [event for event in doc.events if not doubt_of(event)])):
        for item in items:
            shown = [mark for mark, _ in doc.weighed[item.id]]
            assert item.confidence == round(models[name].probability(shown), 2)


TALKS = "التقى الوزير نظيره الأردني في عمان أمس."
NAMED = "وقال الوزير إن الحكومة تدرس سبل حماية الحدود من هجمات المسلحين."
AFTER = "قتل خمسة جنود في انفجار قنبلة قرب الثكنة أمس."


def sure_of_doubts(monkeypatch: pytest.MonkeyPatch, odds: float) -> None:
    """Let every event in doubt have these log-odds."""
    models = confidence_models(READER.lexicon) | {"doubt": Model(odds, {})}
    monkeypatch.setattr(confidence, "confidence_models", lambda lexicon: models)


def test_an_event_in_doubt_is_kept_when_the_model_is_sure_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    sure_of_doubts(monkeypatch, 2.0)
    events = READER.read(f"{TALKS} {NAMED} {AFTER}", published="2020-03-04").events
    found = [(event.id, event.type, event.trigger.text) for event in events]
    assert found == [("e1", "CONSULT", "التقى"), ("e2", "ASSAULT", "هجمات"), ("e3", "ASSAULT", "قتل")]
    assert [doubt_of(event) for event in events] == ["", "mentioned in passing", ""]
    assert events[1].rule.endswith(" doubt:mentioned-in-passing")
    assert events[1].confidence == 0.88


def test_an_event_in_doubt_is_left_out_when_it_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    sure_of_doubts(monkeypatch, -2.0)
    doc = READER.doc(f"{TALKS} {NAMED} {AFTER}", published="2020-03-04", explain=True)
    assert [(event.id, event.trigger.text) for event in doc.events] == [("e1", "التقى"), ("e2", "قتل")]
    assert ("ASSAULT", "mentioned in passing") in [(one.what, one.why) for one in doc.dropped or ()]
    assert set(doc.weighed) == {item.id for item in (*doc.statements, *doc.events)}


def test_where_nothing_is_told_a_mention_leaves_no_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    sure_of_doubts(monkeypatch, 9.0)
    assert READER.read(NAMED, published="2020-03-04").events == []


@pytest.mark.parametrize(
    ("rule", "doubt"),
    [
        ("frames/aid.tsv:3 noun", ""),
        ("frames/aid.tsv:3 noun in-passing", ""),
        ("frames/aid.tsv:3 noun doubt:nobody-takes-part", "nobody takes part"),
        ("", ""),
    ],
)
def test_the_rule_tells_why_an_event_is_in_doubt(rule: str, doubt: str) -> None:
    assert doubt_of(Event("e1", "AID", [], [], Span(0, 1, "x"), rule=rule)) == doubt


def test_nothing_is_noted_unless_it_is_asked_for() -> None:
    assert READER.doc(REPORT).weighed == {}


def test_items_without_any_token_are_weighed_too() -> None:
    doc = Doc(Report("r", None, "x"), "x")
    span = Span(0, 1, "x")
    doc.statements.append(Statement("s1", 0, 1, span, None, None, [], None, "say", "indirect"))
    doc.events.append(Event("e1", "ASSAULT", [], [], span))
    read_confidence(doc, READER.lexicon)
    assert doc.statements[0].confidence is not None
    assert doc.events[0].confidence is not None

"""Through whose mouths an event came: chains of statements, innermost first."""

from __future__ import annotations

from rawi import Reader
from rawi.document import Doc
from rawi.layers.attribution import read_attribution
from rawi.record import Event, Report, Span, Statement

READER = Reader()


def chain_of(text: str, trigger: str) -> list[str]:
    """The cues of the statements that the event with this trigger came through."""
    record = READER.read(text, published="2020-03-04")
    cues = {statement.id: statement.cue.text for statement in record.statements}
    event = next(event for event in record.events if event.trigger.text == trigger)
    return [cues[step] for step in event.chain]


def test_the_report_in_its_own_voice_has_no_chain() -> None:
    assert chain_of("قصف الجيش السوري المدينة.", "قصف") == []


def test_an_event_told_by_a_speaker() -> None:
    assert chain_of("وقال المتحدث إن الجيش قصف المدينة.", "قصف") == ["قال"]


def document(within: dict[str, str | None], statement: str | None) -> Doc:
    doc = Doc(Report("r", None, "x"), "x")
    span = Span(0, 1, "x")
    for name, outer in within.items():
        doc.statements.append(Statement(name, 0, 1, span, None, None, [], None, "say", "indirect", within=outer))
    doc.events.append(Event("e1", "ASSAULT", [], [], span, statement=statement))
    return doc


def test_speech_within_speech_is_followed_outward() -> None:
    doc = document({"s1": None, "s2": "s1", "s3": "s2"}, "s3")
    read_attribution(doc, READER.lexicon)
    assert doc.events[0].chain == ["s3", "s2", "s1"]


def test_a_circle_of_statements_ends() -> None:
    doc = document({"s1": "s2", "s2": "s1"}, "s1")
    read_attribution(doc, READER.lexicon)
    assert doc.events[0].chain == ["s1", "s2"]


def test_an_unknown_statement_is_left_out() -> None:
    doc = document({"s1": None}, "s9")
    read_attribution(doc, READER.lexicon)
    assert doc.events[0].chain == []

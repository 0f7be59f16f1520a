from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from rawi.document import Doc, Dropped, Sentence
from rawi.i18n import use
from rawi.record import Record
from rawi.render.explain import explain


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    (tmp_path / "verbs").mkdir()
    (tmp_path / "verbs" / "events.tsv").write_text("past\tgloss\nقصف\tshell\n", encoding="utf-8")
    (tmp_path / "cues_particles.tsv").write_text("# particles\ncue\tstance\n", encoding="utf-8")
    return tmp_path


def explained(
    record: Record,
    tables: Path,
    dropped: list[Dropped] | None = None,
    weighed: dict[str, tuple[tuple[str, float], ...]] | None = None,
) -> str:
    text = record.report.text
    ends = [i + 1 for i, char in enumerate(text) if char == "\n"] + [len(text)]
    sentences = [Sentence(i, start, end, 0, 0) for i, (start, end) in enumerate(zip([0, *ends[:-1]], ends, strict=True))]
    doc = Doc(
        record.report, text, sentences=sentences, places=record.places, statements=record.statements, events=record.events
    )
    doc.dropped = dropped
    doc.weighed = weighed or {}
    out = io.StringIO()
    use("en")
    try:
        explain(doc, Console(file=out, width=160, color_system=None), folders=[tables])
    finally:
        use(None)
    return out.getvalue()


def test_the_entry_of_the_lexicon_is_shown(sample_record: Record, tables: Path) -> None:
    text = explained(sample_record, tables)
    assert "verbs/events.tsv:2  past: قصف · gloss: shell" in text
    assert "active" in text


def test_a_rule_whose_line_is_gone_and_no_rule_are_told(sample_record: Record, tables: Path) -> None:
    text = explained(sample_record, tables)
    assert "cues_particles.tsv:5  the table has no such line" in text
    assert "no rule was recorded" in text


def test_slots_are_shown_with_their_characters(sample_record: Record, tables: Path) -> None:
    text = explained(sample_record, tables)
    army = sample_record.events[0].actors[0]
    assert f"القوات [{army.start}:{army.end}] SYR MIL" in text
    assert "not filled" in text


def test_confidence_is_shown_with_what_it_is_made_of(sample_record: Record, tables: Path) -> None:
    sample_record.events[0].confidence = 0.8
    text = explained(sample_record, tables, weighed={"e1": (("type ASSAULT", -0.25), ("recipients 1", 0.1))})
    assert "0.80" in text
    assert "type ASSAULT -0.25; recipients 1 +0.10" in text


def test_a_record_that_was_not_weighed_has_no_confidence(sample_record: Record, tables: Path) -> None:
    assert "Confidence" not in explained(sample_record, tables)


def test_what_was_dropped_stands_with_its_sentence(sample_record: Record, tables: Path) -> None:
    start = sample_record.report.text.index("ذلك")
    text = explained(sample_record, tables, [Dropped("events", start, start + 3, "ذلك", "points back")])
    assert f"events: ذلك [{start}:{start + 3}]: points back" in text[text.index("3. ") :]


def test_rules_do_not_reach_outside_the_tables(sample_record: Record, tables: Path) -> None:
    (tables.parent / "secret.tsv").write_text("a\nsecret\n", encoding="utf-8")
    sample_record.events[0].rule = "verbs/../../secret.tsv:2 x"
    assert "a: secret" not in explained(sample_record, tables)

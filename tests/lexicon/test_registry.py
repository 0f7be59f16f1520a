"""The check of the tables: every file is read by some table, and faults are found before anybody reads a report with them."""

import pytest

from rawi.lexicon import Lexicon
from rawi.lexicon.lexicon import TABLES
from rawi.lexicon.lookup import entries
from rawi.lexicon.registry import declared, faults

VERBS = "past\tpresent\tmasdar\tgloss\n"


def test_the_shipped_tables_have_no_fault():
    assert list(faults(declared(), [TABLES])) == []


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ("زمهر\tيزمهر\tزمهرة\tto test\n", []),
        ("زمهر\tزمهر\n", ["verbs/mine.tsv:2: present is 'زمهر': an imperfect begins with ي"]),
        ("زمهر\tيزمهر\n" * 2, ["verbs/mine.tsv:3: زمهر يزمهر stands already at verbs/mine.tsv:2"]),
        ("زم\u200fهر\tيزمهر\n", ["verbs/mine.tsv:2: past holds characters that cannot be seen: U+200F"]),
    ],
)
def test_faults_of_an_overlay(tmp_path, entries, expected):
    (tmp_path / "verbs").mkdir()
    (tmp_path / "verbs" / "mine.tsv").write_text(VERBS + entries, encoding="utf-8")
    assert list(dict.fromkeys(faults(declared(), [tmp_path]))) == expected


def test_a_file_that_no_table_reads_is_a_fault(tmp_path):
    (tmp_path / "verb.tsv").write_text(VERBS, encoding="utf-8")
    assert list(faults(declared(), [tmp_path])) == ["verb.tsv: no table is declared that reads this file"]


def test_a_file_that_is_not_utf8_is_a_fault(tmp_path):
    (tmp_path / "nouns.tsv").write_bytes("word\tupos\tplural\tgloss\nباب\n".encode("cp1256"))
    (fault,) = faults(declared(), [tmp_path])
    assert fault.startswith("nouns.tsv: not UTF-8: ")


def test_entries_of_an_overlay_are_found(tmp_path):
    (tmp_path / "verbs").mkdir()
    (tmp_path / "verbs" / "mine.tsv").write_text(f"{VERBS}زمهر\tيزمهر\tزمهرة\tto test\n", encoding="utf-8")
    found = list(entries(Lexicon(tmp_path), declared(), ["زمهرة"]))
    assert [(table.name, row.where) for table, row in found] == [("verbs", "verbs/mine.tsv:2")]

"""Files to reports: every line is a report or a fault, in order."""

import gzip
import json

import pytest

from rawi.sources import Fault, Item, read_file

GOOD = json.dumps({"id": "a", "text": "قال المدير", "extra": 1}, ensure_ascii=False)


def codes(path):
    return [item.problem.code if isinstance(item, Fault) else item.report.text for item in read_file(str(path))]


def test_plain_text_is_one_report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_bytes("قال\r\nالمدير\r\n".encode())
    (item,) = read_file(str(path))
    assert isinstance(item, Item)
    assert (item.report.text, item.line) == ("قال\r\nالمدير\r\n", None)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("{", "not-json"),
        ('{"text": "قال"', "not-json"),
        ("[1]", "not-object"),
        ('{"id": "b"}', "missing"),
        ('{"text": ""}', "empty"),
        ('{"text": 3}', "not-string"),
        ("[" * 100_000, "not-json"),
        ("null", "not-object"),
    ],
)
def test_a_broken_line_is_a_fault_with_its_number_and_the_rest_is_read(tmp_path, line, code):
    path = tmp_path / "reports.jsonl"
    path.write_text(f"{GOOD}\n\n{line}\n{GOOD}", encoding="utf-8")
    first, fault, last = read_file(str(path))
    assert isinstance(fault, Fault)
    assert (fault.problem.code, fault.line) == (code, 3)
    assert (first.line, last.line) == (1, 4)


@pytest.mark.parametrize(
    ("line", "id"),
    [('{"id": "b", "text": ', "b"), ('{"id": 7, "text": "x', "7"), ('{"text": "x', None), ('{"id": "c"}', "c")],
)
def test_a_broken_line_keeps_its_id_where_it_can_be_seen(tmp_path, line, id):
    path = tmp_path / "reports.jsonl"
    path.write_text(line, encoding="utf-8")
    (fault,) = read_file(str(path))
    assert fault.to_dict()["id"] == id


def test_lines_in_another_encoding_are_read(tmp_path):
    path = tmp_path / "reports.jsonl"
    path.write_bytes(GOOD.encode("cp1256") + b"\n" + GOOD.encode() + b"\n\xff\xd8\xff\xe0" + bytes(range(128, 255)) + b"\n")
    assert codes(path) == ["قال المدير", "قال المدير", "binary"]


def test_lone_surrogates_and_marks_come_through(tmp_path):
    path = tmp_path / "reports.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + b'{"text": "\\u0642 \\ud800"}\r\n')
    assert codes(path) == ["ق \ud800"]


def test_gzip_and_a_name_that_only_looks_like_it(tmp_path):
    packed, plain = tmp_path / "a.jsonl.gz", tmp_path / "b.jsonl.gz"
    packed.write_bytes(gzip.compress(GOOD.encode()))
    plain.write_bytes(GOOD.encode())
    assert codes(packed) == codes(plain) == ["قال المدير"]


def test_a_cut_gzip_gives_what_can_be_read_and_says_so(tmp_path):
    path = tmp_path / "a.jsonl.gz"
    lines = "\n".join(json.dumps({"text": f"قال المدير {n} {n * 7919 % 10007}"}) for n in range(3000))
    path.write_bytes(gzip.compress(lines.encode())[:-2000])
    found = list(read_file(str(path)))
    assert isinstance(found[-1], Fault)
    assert found[-1].problem.code == "truncated"
    assert len(found) > 100
    assert all(isinstance(item, Item) for item in found[:-1])


def test_no_such_file_is_a_fault(tmp_path):
    assert codes(tmp_path / "nothing.txt") == ["unreadable-file"]
    assert codes(tmp_path) == ["unreadable-file"]

"""``rawi read``: what goes in comes out, in order, good or bad."""

import gzip
import json

import pytest

TEXT = "أعلن وزير الصحة أمس في عمّان أن 12 شخصا أصيبوا في الحادث."


def lines(out):
    return [json.loads(line) for line in out.splitlines()]


def test_plain_text_with_its_context(rawi, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    run = rawi(
        "read",
        "a.txt",
        "--published",
        "2016-12-13",
        "--outlet",
        "صحيفة",
        "--title",
        "حادث",
        "--url",
        "https://x.example",
        "--id",
        "7",
    )
    assert (run.code, run.err) == (0, "")
    (record,) = lines(run.out)
    assert record["report"] | {"byline": 0, "agencies": 0} == {
        "id": "7", "title": "حادث", "text": "حادث\n" + TEXT, "published": "2016-12-13", "outlet": "صحيفة", "byline": 0,
        "agencies": 0, "url": "https://x.example", "language": "ar",
    }  # fmt: skip


def test_standard_input_is_text_unless_said_otherwise(rawi):
    assert lines(rawi("read", "-", stdin=TEXT).out)[0]["report"]["text"] == TEXT
    line = json.dumps({"id": "a", "text": TEXT})
    assert lines(rawi("read", "-", "--input", "jsonl", stdin=line).out)[0]["report"]["id"] == "a"


def reports(tmp_path, *values, name="reports.jsonl"):
    text = "\n".join(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False) for value in values)
    path = tmp_path / name
    path.write_bytes(gzip.compress(text.encode()) if name.endswith(".gz") else text.encode())
    return path


@pytest.mark.parametrize("name", ["reports.jsonl", "reports.jsonl.gz"])
def test_json_lines_keep_order_and_ids(rawi, tmp_path, name):
    path = reports(tmp_path, *({"id": f"r{n}", "text": f"{TEXT} {n}"} for n in range(40)), name=name)
    run = rawi("read", path, "--format", "jsonl", "-o", "out.jsonl")
    assert (run.code, run.out) == (0, "")
    found = lines((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    assert [record["report"]["id"] for record in found] == [f"r{n}" for n in range(40)]


def test_bad_reports_stand_in_their_places_and_the_rest_is_read(rawi, tmp_path):
    path = reports(tmp_path, {"id": "a", "text": TEXT}, '{"id": "b", "text":', {"id": "c"}, {"id": "d", "text": ""}, "7",
                   {"id": "e", "text": TEXT})  # fmt: skip
    run = rawi("read", path)
    assert run.code == 1
    found = lines(run.out)
    assert [r.get("id") or r.get("report", {}).get("id") for r in found] == ["a", "b", "c", "d", None, "e"]
    assert [r["schema"] for r in found] == ["rawi.record/1", *["rawi.error/1"] * 4, "rawi.record/1"]
    assert [r["line"] for r in found[1:5]] == [2, 3, 4, 5]
    assert all(f"reports.jsonl:{n}: " in run.err for n in (2, 3, 4, 5))


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (b"", 1, "the text is empty"),
        (b" \n ", 1, "the text is empty"),
        (b"nothing Arabic here", 1, "no Arabic letter"),
        (TEXT.encode("cp1256"), 0, "windows-1256"),
        (b"\xef\xbb\xbf" + TEXT.encode(), 0, ""),
        (TEXT.encode("utf-16"), 0, "UTF-16"),
        (TEXT.encode() + b" \xff", 1, "1 bad byte sequences were replaced"),
        (TEXT.encode() + b"\0\x1b", 0, "2 control characters"),
        (bytes(range(256)) * 4, 1, "this is not text"),
    ],
)
def test_bad_input_is_said_and_nothing_is_lost(rawi, data, code, said):
    run = rawi("read", "-", stdin=data)
    assert run.code == code
    assert said in run.err
    assert bool(said) == bool(run.err)
    (result,) = lines(run.out)
    assert result["schema"] == ("rawi.error/1" if said in ("the text is empty", "this is not text") else "rawi.record/1")


def test_an_unknown_date_is_said_and_the_report_is_read(rawi, tmp_path):
    run = rawi("read", reports(tmp_path, {"id": "a", "text": TEXT, "published": "قريبا"}))
    (record,) = lines(run.out)
    assert run.code == 1
    assert "reports.jsonl:1: the publication date قريبا is not understood" in run.err
    assert record["report"]["published"] is None
    assert record["warnings"][0]["code"] == "date-unknown"


def test_the_command_line_fills_in_what_reports_lack(rawi, tmp_path):
    path = reports(tmp_path, {"text": TEXT}, {"text": TEXT, "published": "2015-01-01", "outlet": "ب"})
    found = lines(rawi("read", path, "--published", "2016-12-13", "--outlet", "أ").out)
    assert [(r["report"]["published"], r["report"]["outlet"]) for r in found] == [("2016-12-13", "أ"), ("2015-01-01", "ب")]


def test_a_missing_file_is_an_error_record_and_the_others_are_read(rawi, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    run = rawi("read", "nothing.txt", "a.txt")
    assert run.code == 1
    assert [r["schema"] for r in lines(run.out)] == ["rawi.error/1", "rawi.record/1"]
    assert "nothing.txt: No such file" in run.err


def test_lone_surrogates_come_out_as_they_went_in(rawi, tmp_path):
    run = rawi("read", reports(tmp_path, '{"id": "\\ud801", "text": "قال \\ud800 المدير"}'))
    assert run.code == 0
    assert "\\ud800" in run.out
    assert lines(run.out)[0]["report"]["text"] == "قال \ud800 المدير"


def test_several_jobs_give_the_same(rawi, tmp_path):
    values = [{"id": f"r{n}", "text": f"{TEXT} {n}"} for n in range(70)]
    values[30] = "{broken"
    path = reports(tmp_path, *values)
    one, two = (rawi("read", path, "--published", "2016-12-13", "--jobs", n) for n in (1, 2))
    assert one.code == two.code == 1
    assert one.out == two.out
    assert one.err == two.err


def test_json_is_one_array(rawi, tmp_path):
    path = reports(tmp_path, {"id": "a", "text": TEXT}, "{")
    assert [r["schema"] for r in json.loads(rawi("read", path, "--format", "json").out)] == ["rawi.record/1", "rawi.error/1"]
    (tmp_path / "empty.jsonl").write_bytes(b"")
    assert json.loads(rawi("read", "empty.jsonl", "--format", "json").out) == []


def test_summary_and_page(rawi, tmp_path):
    path = reports(tmp_path, {"id": "a", "text": TEXT, "published": "2016-12-13"})
    assert "أعلن وزير الصحة" in rawi("read", path, "--format", "text").out
    rawi("read", path, "--format", "html", "-o", "page.html")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert page.lstrip().lower().startswith("<!doctype html>")
    assert "أعلن" in page


def test_five_megabytes(rawi, tmp_path):
    (tmp_path / "long.txt").write_text((TEXT + "\n") * (5_000_000 // len(TEXT.encode())), encoding="utf-8")
    run = rawi("read", "long.txt", "--published", "2016-12-13", "-o", "out.jsonl")
    assert (run.code, run.err) == (0, "")
    record = json.loads((tmp_path / "out.jsonl").read_bytes())
    assert len(record["report"]["text"].encode()) > 4_900_000


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Missing argument"),
        (("-", "--format", "xml"), "'xml' is not one of"),
        (("-", "--published", "soon"), "soon is not a date"),
        (("-", "--jobs", "0"), "0 is not in the range"),
        (("a.txt", "b.txt", "--title", "عنوان"), "several files"),
        (("-", "-"), "only once"),
        (("-", "--lexicon", "no-such-folder"), "does not exist"),
        (("-", "--colour"), "No such option"),
    ],
)
def test_wrong_use_is_exit_2(rawi, arguments, said):
    run = rawi("read", *arguments)
    assert (run.code, run.out) == (2, "")
    assert said in run.err


def test_output_must_not_be_an_input(rawi, tmp_path):
    path = reports(tmp_path, {"text": TEXT})
    before = path.read_bytes()
    assert rawi("read", path, "-o", path).code == 2
    assert path.read_bytes() == before


def test_a_broken_overlay_is_said_with_file_and_line(rawi, tmp_path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "closed_class.tsv").write_text("word\tupos\tgloss\nهلا\tHELLO\t\n", encoding="utf-8")
    run = rawi("read", "-", "--lexicon", "own", stdin=TEXT)
    assert run.code == 1
    assert "closed_class.tsv:2: upos is 'HELLO'" in run.err
    assert "Traceback" not in run.err

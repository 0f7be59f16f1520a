"""The other commands."""

import json

import pytest

TEXT = "أعلن وزير الصحة أمس في عمّان أن 12 شخصا أصيبوا في الحادث.\n"


def test_tokens_are_rows_with_line_and_offset(rawi):
    run = rawi("tokens", "-", "--format", "tsv", stdin="قال المدير\n\nوبالمدينة هدوء\n")
    rows = [line.split("\t") for line in run.out.splitlines()]
    assert [(row[0], row[1], row[2]) for row in rows] == [
        ("1", "0", "قال"), ("1", "4", "المدير"), ("3", "0", "وبالمدينة"), ("3", "10", "هدوء"),
    ]  # fmt: skip
    assert [row[3].replace("+", "") for row in rows] == [row[2] for row in rows]
    assert {len(row) for row in rows} == {6}
    assert rows[2][3].startswith("و+ب+")


def test_tokens_of_bad_lines(rawi):
    run = rawi("tokens", "-", stdin="قال\n".encode() + bytes(range(128, 256)) + b"\n" + "قال".encode())
    assert run.code == 1
    assert "standard input:2: " in run.err
    assert [line.split("\t")[0] for line in run.out.splitlines()] == ["1", "3"]


def test_explain_names_rules(rawi):
    run = rawi("explain", "-", "--published", "2016-12-13", stdin=TEXT)
    assert run.code == 0
    assert "أعلن" in run.out
    assert ".tsv:" in run.out


def test_explain_of_nothing(rawi):
    assert rawi("explain", "no-such-file").code == 1


def test_evaluate_a_file_and_a_run(rawi, tmp_path):
    record = json.loads(rawi("read", "-", "--published", "2016-12-13", "--id", "a", stdin=TEXT).out)
    (tmp_path / "gold.jsonl").write_text(json.dumps(record), encoding="utf-8")
    again = rawi("evaluate", "gold.jsonl", "--run")
    same = rawi("evaluate", "gold.jsonl", "gold.jsonl")
    assert again.code == same.code == 0
    assert again.out == same.out
    assert "times.value" in same.out
    record["times"] = []
    (tmp_path / "found.jsonl").write_text(json.dumps(record), encoding="utf-8")
    figures = json.loads(rawi("evaluate", "gold.jsonl", "found.jsonl", "--json").out)
    assert figures["times.found"]["r"] == 0
    assert "MISSED\tأمس" in rawi("evaluate", "gold.jsonl", "found.jsonl", "--errors", "times:1").out


@pytest.mark.parametrize(
    "arguments",
    [
        ("gold.jsonl",),
        ("gold.jsonl", "gold.jsonl", "--run"),
        ("gold.jsonl", "--run", "--errors", "verbs"),
        ("no.jsonl", "--run"),
    ],
)
def test_evaluate_used_wrongly(rawi, tmp_path, arguments):
    (tmp_path / "gold.jsonl").write_text("", encoding="utf-8")
    assert rawi("evaluate", *arguments).code == 2


def test_lexicon_is_without_fault(rawi):
    run = rawi("lexicon", "check")
    assert (run.code, run.err) == (0, ""), run.out


def test_lexicon_check_lists_every_faulty_file(rawi, tmp_path):
    (tmp_path / "closed_class.tsv").write_text("word\tupos\n", encoding="utf-8")
    (tmp_path / "nouns.tsv").write_bytes(b"\xff\n")
    (tmp_path / "new.tsv").write_text("word\n", encoding="utf-8")
    run = rawi("lexicon", "check", "--lexicon", ".")
    assert run.code == 1
    assert [line.split(":")[0] for line in run.out.splitlines()] == ["closed_class.tsv", "nouns.tsv", "new.tsv"]


def test_lexicon_stats_counts(rawi):
    out = rawi("lexicon", "stats").out
    counts = dict(line.split("\t")[::2] for line in out.splitlines() if line.count("\t") == 2)
    assert int(counts["verbs"]) > 1000
    assert int(counts["*"]) == sum(int(count) for name, count in counts.items() if count.isdigit() and name != "*")


def test_lexicon_lookup(rawi):
    run = rawi("lexicon", "lookup", "أعلنت")
    assert run.code == 0
    assert "أعلن: past, 3fs" in run.out
    assert "cues_verbs.tsv:" in run.out
    assert rawi("lexicon", "lookup", "ظظظظ").code == 1


def test_schema(rawi):
    assert json.loads(rawi("schema").out)["$id"] == "rawi.record/1"
    assert json.loads(rawi("schema", "error").out)["$id"] == "rawi.error/1"


def test_version(rawi):
    import rawi as package

    assert rawi("--version").out == f"rawi {package.__version__}\n"


COMMANDS = [(), ("read",), ("explain",), ("tokens",), ("evaluate",), ("lexicon",), ("lexicon", "check"), ("lexicon", "stats"),
            ("lexicon", "lookup"), ("schema",)]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_in_both_languages(rawi, command):
    english = rawi(*command, "--help")
    arabic = rawi(*command, "--help", lang="ar")
    flagged = rawi(*command, "--help", "--lang", "ar")
    assert english.code == arabic.code == 0
    assert "cli." not in english.out.replace("rawi.cli.", "")
    assert not any("\u0600" < char < "\u06ff" for char in english.out)
    assert "عرض هذه المساعدة" in arabic.out
    assert flagged.out == arabic.out


def test_messages_are_in_the_language_chosen(rawi):
    assert "النص فارغ" in rawi("read", "-", lang="ar").err
    assert "النص فارغ" in rawi("read", "--lang", "ar", "-").err
    assert json.loads(rawi("read", "-", lang="ar").out)["error"] == "the text is empty"

"""Reading of tables: what is wrong is said with file, line and column; overlays replace and add."""

import pytest

from rawi.lexicon import Column, Table, TableError

COLUMNS = (
    Column("word", required=True),
    Column("class", choices=("a", "b"), many=True),
    Column("number", check=lambda cell: None if cell.isdigit() else "no number"),
)
TABLE = Table("test", ("part/*.tsv",), COLUMNS, ("word",))
HEAD = "word\tclass\tnumber\n"


@pytest.fixture
def folder(tmp_path):
    def make(name="shipped", **files):
        (tmp_path / name / "part").mkdir(parents=True)
        for file, content in files.items():
            (tmp_path / name / "part" / f"{file}.tsv").write_text(content, encoding="utf-8")
        return tmp_path / name

    return make


def test_comments_and_empty_lines_are_left_out_and_missing_cells_are_empty(folder):
    (row,) = TABLE.read(folder(one=f"# about\n\n{HEAD}# more\nباب\ta | b\n"))
    assert (row["word"], row.many("class"), row["number"], row.where) == ("باب", ("a", "b"), "", "part/one.tsv:5")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("word\tclass\nباب\ta\n", r"part/one.tsv:1: the columns are .* but should be"),
        (f"{HEAD}باب\ta\t1\tمزيد\n", "part/one.tsv:2: 4 cells, but there are 3 columns"),
        (f"{HEAD}\ta\t1\n", "part/one.tsv:2: word is empty"),
        (f"{HEAD}باب\ta|c\t1\n", "part/one.tsv:2: class is 'c', not one of a, b"),
        (f"{HEAD}باب\ta\tx\n", "part/one.tsv:2: number is 'x': no number"),
        (f"{HEAD}باب\n\nباب\n", "part/one.tsv:4: باب stands already at part/one.tsv:2"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(folder, content, complaint):
    with pytest.raises(TableError, match=complaint):
        TABLE.read(folder(one=content))


def test_a_key_is_unique_over_all_files_or_in_each(folder):
    shipped = folder(one=f"{HEAD}باب\ta\n", two=f"{HEAD}باب\tb\n")
    with pytest.raises(TableError, match=r"part/two\.tsv:2: باب stands already at part/one.tsv:2"):
        TABLE.read(shipped)
    rows = Table("test", TABLE.files, COLUMNS, ("word",), per_file=True).read(shipped)
    assert [row["class"] for row in rows] == ["a", "b"]


def test_a_later_folder_replaces_entries_and_adds_others(folder):
    shipped = folder(one=f"{HEAD}باب\ta\nدار\ta\n")
    overlay = folder("overlay", mine=f"{HEAD}باب\tb\nسور\tb\n")
    assert [(row["word"], row["class"]) for row in TABLE.read(shipped, overlay)] == [("باب", "b"), ("دار", "a"), ("سور", "b")]

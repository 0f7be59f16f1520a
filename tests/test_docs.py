"""The documents say all there is: every command, option, field, code and table; and their examples run."""

import re
import subprocess
import sys
from dataclasses import fields, is_dataclass
from pathlib import Path

import click
import pytest

from rawi import cli, record
from rawi.lexicon.lexicon import DATA, TABLES
from rawi.sources.problems import HARMLESS, MESSAGES

ROOT = Path(__file__).parent.parent
DOCS = {path.stem: path.read_text(encoding="utf-8") for path in (ROOT / "docs").glob("*.md")}
README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands(group, path=("rawi",)):
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))
        else:
            yield " ".join((*path, name)), command


COMMANDS = dict(commands(cli.rawi))


def section(name):
    """The part of cli.md on a command; those of a group share one."""
    for title in (name, name.rsplit(" ", 1)[0]):
        if found := re.search(rf"^## {re.escape(title)}\b.*?(?=^## |\Z)", DOCS["cli"], re.M | re.S):
            return found[0]
    return ""


@pytest.mark.parametrize("name", COMMANDS)
def test_command_is_documented_with_all_its_options(name):
    assert f"{name}" in section(name)
    missing = [option for parameter in COMMANDS[name].params if isinstance(parameter, click.Option) for option in parameter.opts
               if option.startswith("--") and option not in section(name) and option not in ("--lang",)]  # fmt: skip
    assert missing == []


def test_no_option_is_documented_that_does_not_exist():
    known = {option for command in COMMANDS.values() for parameter in command.params for option in parameter.opts}
    assert set(re.findall(r"`(--?[a-z-]+)", DOCS["cli"])) <= known | {"--help", "--version", "-h"}


CLASSES = [value for value in vars(record).values() if is_dataclass(value)]


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_field_is_documented(cls):
    found = re.search(rf"^## [^\n]*\b{cls.__name__}\b.*?(?=^## |\Z)", DOCS["record"], re.M | re.S)
    assert found, f"no section on {cls.__name__}"
    documented = set(re.findall(r"`(\w+)`", "".join(re.findall(r"^\| (`.*?) \|", found[0], re.M))))
    wanted = {f.name for f in fields(cls)}
    assert wanted - documented == set()
    if " " not in found[0].split("\n")[0].removeprefix("## "):
        assert documented - wanted == set()


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_problem_is_documented(code):
    (row,) = (line for line in DOCS["cli"].splitlines() if line.startswith("|") and f"`{code}`" in line)
    assert "error record" in row or ("exit code 0" if code in HARMLESS else "exit code 1") in row


@pytest.mark.parametrize("code", [*record.STANCES, *record.EVENT_TYPES, *record.SECTORS])
def test_code_is_documented(code):
    assert f"`{code}`" in DOCS["guidelines"]


def test_tables_are_documented():
    tables = {path.relative_to(TABLES).parts[0] + ("/" if path.parent != TABLES else "") for path in TABLES.rglob("*.tsv")}
    patterns = re.findall(r"`([\w*/.]+)`", "".join(line for line in DOCS["lexicon"].splitlines() if line.startswith("|")))
    expressions = [re.compile(pattern.replace(".", r"\.").replace("*", r"\w*")) for pattern in patterns]
    assert [name for name in sorted(tables) if not any(e.fullmatch(name) for e in expressions)] == []


def test_data_is_documented_with_its_licence():
    for path in DATA.iterdir():
        if path.suffix != ".md":
            assert path.name in DOCS["sources"]
            assert path.name in (ROOT / "NOTICE").read_text(encoding="utf-8")


def examples(text):
    return re.findall(r"^```python\n(.*?)^```", text, re.M | re.S)


@pytest.mark.parametrize("document", ["README.md", "docs/api.md"])
def test_python_examples_run(document, tmp_path):
    found = examples((ROOT / document).read_text(encoding="utf-8"))
    assert found
    for code in found:
        run = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stderr
        assert run.stdout.strip()


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", *(f"docs/{name}.md" for name in DOCS)])
def test_links_lead_somewhere(document):
    path = ROOT / document
    for target in re.findall(r"\]\((?!https?://|#)([^)#]+)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


def test_readme_names_every_command():
    for name in COMMANDS:
        assert name in README or name.rsplit(" ", 1)[0] + " check|stats|lookup" in README


def test_make_targets_are_described():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.M)
    assert phony
    assert [name for name in phony[1].split() if not re.search(rf"^{name}:.*## ", makefile, re.M)] == []

"""Who may import whom, as docs/architecture.md draws it; and whether the layers say what they need."""

import ast
from dataclasses import fields
from pathlib import Path

import pytest

import rawi
from rawi import Reader
from rawi.document import Doc
from rawi.reader import LAYERS
from rawi.sources import make_report

PACKAGE = Path(rawi.__file__).parent
PICTURE = (PACKAGE.parent.parent / "docs" / "architecture.md").read_text(encoding="utf-8")

# What each part of the package may import besides itself: parts, or single modules of a part.
ALLOWED = {
    "version": set(),
    "record": set(),
    "jsonio": {"record"},
    "sources": {"jsonio", "record"},
    "document": {"record", "sources.problems"},
    "lexicon": {"document", "record", "text.fold", "text.skeleton"},
    "pipeline": {"document", "lexicon"},
    "text": {"document", "lexicon", "pipeline", "record"},
    "layers": {"document", "lexicon", "pipeline", "record", "text"},
    "reader": {"document", "layers", "lexicon", "pipeline", "record", "sources", "text", "version"},
    "i18n": {"lexicon"},
    "render": {"document", "i18n", "lexicon", "record"},
    "evaluate": set(),
    "schema": {"record", "sources.problems"},
    "spacy": {"reader", "record"},
}
# Strings alone, so that tables can be compiled by what they are looked up by: they may not import anything of the package.
PLAIN = {"text.fold", "text.skeleton"}
# A layer is a module and its helpers (times, time_words …). Two share what another has compiled.
SHARED = {("credits", "name_lists"), ("quantities", "time_words")}


def module(path):
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def imports(name):
    """Pairs of imported module and imported name (an empty string for the module itself), without ``rawi.``."""
    for node in ast.walk(ast.parse(MODULES[name].read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "rawi":
            source = node.module.removeprefix("rawi").removeprefix(".")
            for alias in node.names:
                inner = f"{source}.{alias.name}".removeprefix(".")
                yield (inner, "") if inner in MODULES else (source, alias.name)
        elif isinstance(node, ast.Import):
            yield from (
                (a.name.removeprefix("rawi").removeprefix("."), "") for a in node.names if a.name.split(".")[0] == "rawi"
            )


def family(name):
    """The layer to which a module of layers/ belongs: times and time_words to ``time``."""
    return name.rsplit(".", 1)[-1].split("_")[0].removesuffix("s")


@pytest.mark.parametrize("name", [name for name in MODULES if name.split(".")[0] in ALLOWED])
def test_imports_go_upwards_only(name):
    part = name.split(".")[0]
    # The top module is the version number and the walk over the modules; it is no part of its own.
    wrong = [
        source
        for source, _ in imports(name)
        if source and source.split(".")[0] != part and not {source, source.split(".")[0]} & ALLOWED[part]
    ]
    assert wrong == []


def test_every_part_has_its_place():
    parts = {name.split(".")[0] for name in MODULES}
    assert parts - ALLOWED.keys() == {"", "__main__", "cli"}  # which may import everything
    assert ALLOWED.keys() <= parts


@pytest.mark.parametrize("name", sorted(PLAIN))
def test_what_tables_are_compiled_with_imports_nothing(name):
    assert list(imports(name)) == []


@pytest.mark.parametrize("name", [name for name in MODULES if name.startswith("layers.")])
def test_a_layer_imports_no_other_layer(name):
    own = name.removeprefix("layers.")
    others = {source.removeprefix("layers.") for source, _ in imports(name) if source.startswith("layers.")}
    assert [other for other in sorted(others) if family(other) != family(own) and (own, other) not in SHARED] == []


@pytest.mark.parametrize("name", MODULES)
def test_no_private_name_is_imported(name):
    assert [(source, found) for source, found in imports(name) if found.startswith("_") and found != "__version__"] == []


def test_the_picture_shows_the_layers_in_order():
    names = [layer.name for layer in LAYERS if layer.name != "text"]
    found = [name for line in PICTURE.splitlines() for name in line.replace("→", " ").split() if name in names]
    assert found[: len(names)] == names


LISTS = {field.name for field in fields(Doc)} - {"report", "text", "title_end", "problems", "dropped", "shared", "_ends"}


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.name)
def test_layers_speak_of_parts_of_the_document(layer):
    assert layer.requires | layer.adds <= LISTS | {"report", "text"}


# Read, but not yet said in ``requires``: through the phrases and the coding of actors, which look at all that is known.
UNSAID = {
    "names": {"credits", "times"},
    "statements": {"credits", "entities"},
    "events": {"credits", "entities", "quotes"},
}


class Watched(Doc):
    """A document that notes which of its lists are read."""

    def __getattribute__(self, name):
        if name in LISTS:
            object.__getattribute__(self, "__dict__").setdefault("seen", set()).add(name)
        return object.__getattribute__(self, name)


def test_what_a_layer_reads_it_requires():
    text = (
        "بغداد (رويترز) - قال وزير الدفاع العراقي خالد العبيدي يوم الاثنين إن 12 جنديا قتلوا أمس في الموصل.\n"
        "وأضاف أن «الجيش قصف مواقع في تلعفر»، بينما نفى مصدر في الشرطة ذلك.\nوطالب متظاهرون في البصرة الحكومة بالاستقالة.\n"
    )
    report, problems = make_report(text, published="2016-12-13")
    doc = Watched(report, report.text, problems=problems)
    lexicon = Reader().lexicon
    unsaid = {}
    for layer in LAYERS:
        doc.__dict__["seen"] = set()
        layer.run(doc, lexicon)
        if missing := doc.__dict__["seen"] - layer.requires - layer.adds - UNSAID.get(layer.name, set()):
            unsaid[layer.name] = missing
    assert doc.statements
    assert doc.events
    assert unsaid == {}

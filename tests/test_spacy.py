"""The spaCy component."""

import pytest

import rawi

spacy = pytest.importorskip("spacy")
pytest.importorskip("rawi.spacy")

TEXT = "أعلن وزير الصحة أمس في عمّان أن 12 شخصا أصيبوا في الحادث."


@pytest.fixture
def nlp():
    nlp = spacy.blank("ar")
    nlp.add_pipe("rawi")
    return nlp


def test_record_is_on_the_document(nlp):
    doc = nlp.make_doc(TEXT)
    doc.user_data["published"] = "2016-12-13"
    assert nlp(doc)._.rawi == rawi.read(TEXT, published="2016-12-13")


def test_document_without_the_component_has_none(nlp):
    assert nlp.make_doc(TEXT)._.rawi is None


def test_document_can_be_saved(nlp):
    doc = nlp(TEXT)
    again = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.rawi == doc._.rawi


def test_spans_are_the_documents(nlp):
    doc = nlp(TEXT)
    for statement in doc._.rawi.statements:
        assert doc.text[statement.cue.start : statement.cue.end] == statement.cue.text

"""A spaCy component: ``nlp.add_pipe("rawi")`` puts the record on ``doc._.rawi`` (extra ``rawi[spacy]``).

What is known of the report goes into ``doc.user_data`` before the pipeline runs, under ``published``, ``outlet``, ``id``
or ``url``::

    nlp = spacy.blank("ar")
    nlp.add_pipe("rawi")
    doc = nlp.make_doc(text)
    doc.user_data["published"] = "2016-12-13"
    record = nlp(doc)._.rawi

Offsets are those of ``doc.text``, so ``doc.char_span(event.trigger.start, event.trigger.end, alignment_mode="expand")``
finds the tokens.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from rawi.reader import Reader
from rawi.record import Record

_KEY = "rawi.record"
_CONTEXT = ("id", "published", "outlet", "url")


class RawiComponent:
    """Reads each document as one report."""

    def __init__(self, overlays: Sequence[str] = ()) -> None:
        self.reader = Reader(*overlays)

    def __call__(self, doc: Doc) -> Doc:
        """Read ``doc`` and keep the record with it (as plain data, so that the document can still be saved and sent)."""
        context = {name: doc.user_data.get(name) for name in _CONTEXT}
        doc.user_data[_KEY] = self.reader.read(doc.text, **context).to_dict()
        return doc


def _record(doc: Doc) -> Record | None:
    kept = doc.user_data.get(_KEY)
    return Record.from_dict(kept) if kept else None


if not Doc.has_extension("rawi"):
    Doc.set_extension("rawi", getter=_record)


@Language.factory("rawi", default_config={"overlays": []})  # type: ignore[untyped-decorator]
def make_component(nlp: Language, name: str, overlays: list[str]) -> RawiComponent:
    """Made by ``nlp.add_pipe("rawi", config={"overlays": [...]})``."""
    return RawiComponent(overlays)

"""The reader: one report in, one record out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from rawi.document import Doc
from rawi.layers import attribution, confidence, credits, events, names, places, quantities, statements, times
from rawi.lexicon import Lexicon
from rawi.lexicon.fingerprint import fingerprint
from rawi.pipeline import Pipeline
from rawi.record import Engine, Record
from rawi.sources.reports import make_report
from rawi.text import analyse
from rawi.version import __version__

LAYERS = (
    analyse.LAYER, credits.LAYER, times.LAYER, quantities.LAYER, names.LAYER, places.LAYER, statements.LAYER, events.LAYER,
    attribution.LAYER, confidence.LAYER,
)  # fmt: skip


class Reader:
    """Reads reports. Loads its tables once; thread-safe; picklable.

    :param overlays: folders laid out like ``rawi/tables`` whose entries replace or join the shipped ones.
    :raises rawi.lexicon.TableError: a table is not as declared (raised at the first read).
    """

    def __init__(self, *overlays: str | Path) -> None:
        self.lexicon = Lexicon(*(Path(folder) for folder in overlays))
        self.pipeline = Pipeline(LAYERS)

    def doc(self, text: str, *, id: str | None = None, title: str | None = None, published: str | None = None,
            outlet: str | None = None, url: str | None = None, explain: bool = False) -> Doc:  # fmt: skip
        """Read a report and return the working document: the record's layers plus tokens, and what was dropped."""
        report, problems = make_report(text, id=id, title=title, published=published, outlet=outlet, url=url)
        doc = Doc(report, report.text, problems=problems)
        doc.title_end = len(title) if title else 0
        if explain:
            doc.dropped = []
        self.pipeline(doc, self.lexicon)
        return doc

    def read(self, text: str, *, id: str | None = None, title: str | None = None, published: str | None = None,
             outlet: str | None = None, url: str | None = None) -> Record:  # fmt: skip
        """Read a report.

        :param text: the report as it stands; the title is put before it unless the text begins with it.
        :param id: the report's own id; by default the first 12 digits of the SHA-256 of the coded text.
        :param published: ISO date or date and time against which times are resolved (dates of feeds and D/M/Y
            are understood too); one that is not understood gives a warning in the record and no publication date.
        """
        return self.record(self.doc(text, id=id, title=title, published=published, outlet=outlet, url=url))

    def record(self, doc: Doc) -> Record:
        """The public record of a document that was read."""
        engine = Engine("rawi", __version__, self.lexicon.compiled(fingerprint))
        return Record(doc.report, doc.entities, doc.mentions, doc.times, doc.places, doc.quantities, doc.statements, doc.events,
                      engine, [problem.notice for problem in doc.problems])  # fmt: skip

    def read_many(self, reports: Iterable[Mapping[str, Any]]) -> Iterator[Record]:
        """Read reports given as mappings with ``text`` and optionally ``id, title, published, outlet, url``; lazily,
        in order."""
        for report in reports:
            yield self.read(report["text"], **{k: report.get(k) for k in ("id", "title", "published", "outlet", "url")})

"""``rawi tokens``: one row a word."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from rawi.document import Doc, Token
from rawi.lexicon import Lexicon
from rawi.record import Report
from rawi.text import analyse


def segments(token: Token) -> str:
    """The word's segments as written, joined by ``+``."""
    return "+".join(part for part in (*token.word.proclitics, token.word.stem, token.word.enclitic) if part)


def rows(line: str, lexicon: Lexicon) -> Iterator[tuple[str, ...]]:
    """The rows of one line, without the line number."""
    doc = Doc(Report("", None, line), line)
    analyse.LAYER.run(doc, lexicon)
    for token in doc.tokens:
        yield str(token.start), token.text, segments(token), token.word.lemma, token.upos


@click.command("tokens")
@click.argument("file", type=click.Path(allow_dash=True))
@click.option("--format", "form", type=click.Choice(["tsv"]), default="tsv")
def command(file: str, form: str) -> None:
    """Print one row a word: line, offset, word, segments, lemma, part of speech."""
    lexicon = Lexicon()
    with click.open_file(file, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            for row in rows(line.rstrip("\n"), lexicon):
                sys.stdout.write("\t".join((str(number), *row)) + "\n")

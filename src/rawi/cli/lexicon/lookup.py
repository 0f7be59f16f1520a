"""``rawi lexicon lookup``: what Rawi knows about a word."""

from __future__ import annotations

from pathlib import Path

import click

from rawi.cli.common import FINE, INCOMPLETE, Command, broken_table, overlay_option
from rawi.cli.tokens import segments
from rawi.document import Doc, Word
from rawi.i18n import t
from rawi.lexicon import TableError
from rawi.lexicon.lookup import entries
from rawi.lexicon.registry import declared
from rawi.reader import Reader


@click.command("lookup", cls=Command, help="cli.lexicon.lookup")
@click.argument("words", nargs=-1, required=True, metavar="WORD…")
@overlay_option()
@click.pass_context
def command(ctx: click.Context, words: tuple[str, ...], overlays: tuple[str, ...]) -> None:
    """Look up a word (the text of the help is in the table of strings)."""
    phrase = " ".join(words)
    reader = Reader(*(Path(folder) for folder in overlays))
    try:
        doc = reader.doc(phrase)
        for token in doc.tokens:
            click.echo(f"{t('cli.lexicon.analysis')}: {token.text} = {segments(token)}  {token.word.lemma}  {token.upos}")
            for line in _readings(token.word):
                click.echo(f"  {line}")
        for line in _meaning(doc):
            click.echo(line)
        lemmas = _lemmas(doc.tokens[0].word) if len(doc.tokens) == 1 else []
        found = list(entries(reader.lexicon, declared(), [phrase, *lemmas]))
    except TableError as error:
        raise broken_table(error) from error
    for table, row in found:
        cells = "  ".join(f"{column}={cell}" for column, cell in row.cells.items() if cell)
        click.echo(f"{table.name}  {row.where}  {cells}")
    if not found:
        click.echo(t("cli.lexicon.unknown", word=phrase), err=True)
    ctx.exit(FINE if found else INCOMPLETE)


def _lemmas(word: Word) -> list[str]:
    lemmas = [word.core, word.bare, word.lemma, *(v.lemma for v in word.verbs)]
    lemmas += [lemma for noun in word.nouns for lemma in (noun.lemma, noun.verb) if lemma]
    return list(dict.fromkeys(lemma for lemma in lemmas if lemma))


def _readings(word: Word) -> list[str]:
    verbs = [f"{v.lemma}: {v.tense}, {v.person}{v.gender}{v.number}, {v.voice}" for v in word.verbs]
    return verbs + [f"{n.lemma}: {n.kind}, {n.number}" + (f" < {n.verb}" if n.verb else "") for n in word.nouns]


def _meaning(doc: Doc) -> list[str]:
    """What the layers make of the phrase by itself."""
    lines = [f"time: {x.text} = {x.type} {x.value}" for x in doc.times]
    lines += [f"place: {x.text} = {x.name}, {x.country} ({x.lat}, {x.lon}) {x.feature or ''}" for x in doc.places]
    lines += [f"{x.kind}: {x.name} = {x.code or '?'} {x.wikidata or ''}".rstrip() for x in doc.entities]
    lines += [f"quantity: {x.text} = {x.value}" for x in doc.quantities]
    return lines

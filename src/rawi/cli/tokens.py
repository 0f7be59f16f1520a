"""``rawi tokens``: one row a word."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from rawi.cli.common import FINE, INCOMPLETE, Command, broken_table, complain, option
from rawi.document import Doc, Token
from rawi.lexicon import Lexicon, TableError
from rawi.record import Report
from rawi.sources import Problem, UndecodableError, decode
from rawi.text import analyse


def segments(token: Token) -> str:
    """The word's segments as written, joined by ``+``."""
    return "+".join(part for part in (*token.word.proclitics, token.word.stem, token.word.enclitic) if part)


def rows(line: str, lexicon: Lexicon) -> Iterator[tuple[str, ...]]:
    """The rows of one line, without the line number: offset, word, segments, lemma, part of speech."""
    doc = Doc(Report("", None, line), line)
    analyse.LAYER.run(doc, lexicon)
    for token in doc.tokens:
        yield str(token.start), token.text, segments(token), token.word.lemma, token.upos


@click.command("tokens", cls=Command, help="cli.tokens")
@click.argument("file", metavar="FILE|-")
@option("--format", "form", type=click.Choice(["tsv"]), default="tsv", help="cli.tokens.format")
@click.pass_context
def command(ctx: click.Context, file: str, form: str) -> None:
    """Print words (the text of the help is in the table of strings)."""
    lexicon = Lexicon()
    code = FINE
    try:
        with click.open_file(file, "rb") as stream:
            for number, data in enumerate(stream, 1):
                try:
                    decoded = decode(data.rstrip(b"\r\n"))
                except UndecodableError:
                    complain(Problem("binary"), file, number)
                    code = INCOMPLETE
                    continue
                for problem in decoded.problems:
                    complain(problem, file, number)
                    code = code if problem.harmless else INCOMPLETE
                sys.stdout.write("".join("\t".join((str(number), *row)) + "\n" for row in rows(decoded.text, lexicon)))
    except TableError as error:
        raise broken_table(error) from error
    except BrokenPipeError:
        sys.stderr.close()
    except OSError as error:
        complain(Problem("unreadable-file", {"reason": error.strerror or str(error)}), file, None)
        code = INCOMPLETE
    ctx.exit(code)

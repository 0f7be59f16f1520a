"""The text layer: tokens with their word analysis, sentences, quotations (a first, plain version)."""

from __future__ import annotations

import re

from rawi.document import Doc, Sentence, Token, Word
from rawi.lexicon import Lexicon
from rawi.pipeline import Layer
from rawi.text.fold import fold

_TOKEN = re.compile(r"[\u0621-\u065f\u0670-\u06d3]+|\d+(?:[.,]\d+)*|[A-Za-z]+|\S")


def read_text(doc: Doc, lexicon: Lexicon) -> None:
    """Add tokens, sentences and quotes to ``doc``."""
    first = 0
    for match in re.finditer(r"[^\n]+", doc.text):
        for token in _TOKEN.finditer(match.group()):
            start, text = match.start() + token.start(), token.group()
            norm = fold(text)
            word = Word((), text, "", norm, norm, norm.removeprefix("ال"), norm.startswith("ال"), norm, "NOUN")
            kind = "word" if re.match(r"[\u0621-\u06d3]", text) else "punct"
            doc.tokens.append(
                Token(
                    len(doc.tokens),
                    start,
                    start + len(text),
                    text,
                    kind,
                    word,
                    word.upos,
                    len(doc.sentences),
                    start,
                    start + len(text),
                )
            )
        doc.sentences.append(Sentence(len(doc.sentences), match.start(), match.end(), first, len(doc.tokens)))
        first = len(doc.tokens)


LAYER = Layer("text", frozenset({"report", "text"}), frozenset({"tokens", "sentences", "quotes"}), read_text)

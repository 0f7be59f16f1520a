"""The text layer: tokens with their word analysis, sentences, quotations."""

from __future__ import annotations

from functools import lru_cache

from rawi.document import Doc, Sentence, Token, Word
from rawi.lexicon import Lexicon
from rawi.pipeline import Layer
from rawi.text.fold import fold
from rawi.text.quotes import pair
from rawi.text.sentences import boundaries
from rawi.text.tagging import tag
from rawi.text.tokens import cut
from rawi.text.words import words

_UPOS = {"number": "NUM", "latin": "X", "punct": "PUNCT"}


@lru_cache(maxsize=1 << 14)
def _other(text: str, kind: str) -> Word:
    norm = fold(text)
    return Word((), text, "", norm, norm, norm, False, norm, "SYM" if text in "%٪$€£+=<>°" else _UPOS[kind])


def read_text(doc: Doc, lexicon: Lexicon) -> None:
    """Add tokens, sentences and quotes to ``doc``."""
    analyser = lexicon.compiled(words)
    text, tokens = doc.text, doc.tokens
    for i, (start, end, kind) in enumerate(cut(text)):
        written = text[start:end]
        if kind == "word":
            word = analyser(written)
            before = 0
            if word.proclitics:
                before = sum([len(part) for part in word.proclitics if part[0] != "س"])  # the future س is part of the verb
                if before and word.definite and word.proclitics[-1].startswith("ل") and len(word.core) > len(word.stem):
                    before -= len(word.proclitics[-1])
            core_start, core_end = start + before, end - len(word.enclitic)
        else:
            word = _other(written, kind)
            core_start, core_end = start, end
        tokens.append(Token(i, start, end, written, kind, word, word.upos, 0, core_start, core_end))
    _sentences(doc)
    tag(tokens, lexicon, doc.title_end)
    doc.quotes = pair(text, tokens, doc.sentences)


def _sentences(doc: Doc) -> None:
    starts = [*boundaries(doc.text, doc.tokens, doc.title_end), len(doc.tokens)]
    for i in range(len(starts) - 1):
        first, last = starts[i], starts[i + 1]
        doc.sentences.append(Sentence(i, doc.tokens[first].start, doc.tokens[last - 1].end, first, last))
        for token in doc.tokens[first:last]:
            token.sentence = i


LAYER = Layer("text", frozenset({"report", "text"}), frozenset({"tokens", "sentences", "quotes"}), read_text)

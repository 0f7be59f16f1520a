"""Bytes to text. UTF-8 is the rule; the encodings of old Arabic archives are recognised; damage is mended and said."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from rawi.sources.problems import Problem

# Share of the non-ASCII characters that must be Arabic letters before a one-byte encoding is believed. Arabic prose decoded
# with its own table has above 0.95 (the rest are quotation marks and Arabic punctuation); with the wrong table below 0.75.
_BELIEVE = 0.8
# UTF-8 with so small a share of bad bytes is damaged UTF-8 and not another encoding.
_DAMAGED = 0.05
# Text does not hold more NULs than this share; a binary file or UTF-16 does.
_NULS = 0.02
_SAMPLE = 1 << 16
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class UndecodableError(ValueError):
    """The bytes are no text in any encoding that Arabic reports come in."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, the encoding it was in, and what had to be mended."""

    text: str
    encoding: str
    problems: tuple[Problem, ...] = ()


def decode(data: bytes) -> Decoded:
    """Decode ``data``: by its byte order mark, as UTF-8, as UTF-16 without a mark, as windows-1256 or ISO 8859-6, or as UTF-8
    with single bad bytes, each of which becomes U+FFFD.

    :raises UndecodableError: none of these fits.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _with_mark(data, mark, encoding)
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return _not_utf8(data)
    if "\0" in text and text.count("\0") > len(text) * _NULS:
        return _utf16_without_mark(data)
    return Decoded(text, "utf-8")


def _with_mark(data: bytes, mark: bytes, encoding: str) -> Decoded:
    try:
        if encoding == "utf-8":
            return Decoded(data[len(mark) :].decode(), encoding)
        return Decoded(data.decode(encoding), encoding, (Problem("encoding", {"encoding": encoding.upper()}),))
    except UnicodeDecodeError:
        text = data[len(mark) :].decode(encoding, "replace") if encoding == "utf-8" else data.decode(encoding, "replace")
        return Decoded(text, encoding, (Problem("bytes-replaced", {"count": text.count("\ufffd")}),))


def _utf16_without_mark(data: bytes) -> Decoded:
    even, odd = data[0:_SAMPLE:2].count(0), data[1:_SAMPLE:2].count(0)
    encoding = "utf-16-be" if even > odd else "utf-16-le"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UndecodableError("binary") from error
    if _arabic_share(text) < _BELIEVE:
        raise UndecodableError("binary")
    return Decoded(text, encoding, (Problem("encoding", {"encoding": "UTF-16"}),))


def _not_utf8(data: bytes) -> Decoded:
    if data.count(b"\0") > len(data) * _NULS:
        return _utf16_without_mark(data)
    # A cut sample may end inside a letter, so the last bytes are left out of the count.
    sample = data[:_SAMPLE]
    mended = sample.decode("utf-8", "replace")
    bad = mended.count("\ufffd")
    if bad <= max(1, len(mended) * _DAMAGED) and _arabic_share(mended.replace("\ufffd", "")) >= 0.5:
        return _mended(data)
    shares = {name: _arabic_share(sample.decode(name, "replace")) for name in ("cp1256", "iso8859-6")}
    best = max(shares, key=lambda name: shares[name])
    if shares[best] >= _BELIEVE:
        text = data.decode(best, "replace")
        shown = {"cp1256": "windows-1256", "iso8859-6": "ISO 8859-6"}[best]
        return Decoded(text, best, (Problem("encoding", {"encoding": shown}),))
    if bad <= max(1, len(mended) * _DAMAGED):
        return _mended(data)
    raise UndecodableError("binary")


def _mended(data: bytes) -> Decoded:
    text = data.decode("utf-8", "replace")
    return Decoded(text, "utf-8", (Problem("bytes-replaced", {"count": text.count("\ufffd")}),))


def _arabic_share(text: str) -> float:
    """Arabic letters among the characters above ASCII; the marks and quotation marks of Arabic prose count on neither side."""
    arabic = other = 0
    for char in text:
        if char < "\x80" or char in "،؛؟«»“”‘’–—…٪\u00a0ـ\u200e\u200f":
            continue
        if "\u0621" <= char <= "\u0652" or "\u0660" <= char <= "\u0669":
            arabic += 1
        else:
            other += 1
    return arabic / (arabic + other) if arabic else 0.0

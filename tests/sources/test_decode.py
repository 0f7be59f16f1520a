"""Bytes to text."""

import codecs

import pytest

from rawi.sources import UndecodableError, decode

PROSE = "افتتحت البلدية أمس حديقة جديدة في الحي الشرقي، وقال المهندس سامر إن «العمل» اكتمل قبل موعده."


@pytest.mark.parametrize(
    ("data", "encoding", "codes"),
    [
        (PROSE.encode(), "utf-8", []),
        (codecs.BOM_UTF8 + PROSE.encode(), "utf-8", []),
        (PROSE.encode("utf-16"), "utf-16", ["encoding"]),
        (PROSE.encode("utf-16-le"), "utf-16-le", ["encoding"]),
        (PROSE.encode("utf-16-be"), "utf-16-be", ["encoding"]),
        (PROSE.encode("utf-32"), "utf-32", ["encoding"]),
        (PROSE.encode("cp1256"), "cp1256", ["encoding"]),
        (PROSE.replace("«", '"').replace("»", '"').encode("iso8859-6"), "iso8859-6", ["encoding"]),
        (b"", "utf-8", []),
        (b"plain ASCII", "utf-8", []),
    ],
)
def test_encoding_is_recognised(data, encoding, codes):
    decoded = decode(data)
    assert decoded.encoding == encoding
    assert [problem.code for problem in decoded.problems] == codes
    assert decoded.text in (PROSE, PROSE.replace("«", '"').replace("»", '"'), "", "plain ASCII")


def test_single_bad_bytes_are_replaced_and_counted():
    head, tail = PROSE.split(" ", 1)
    decoded = decode(head.encode() + b"\xff " + tail.encode() + b"\xfe")
    assert decoded.text.replace("\ufffd", "") == PROSE
    assert decoded.text.count("\ufffd") == 2
    assert decoded.problems[0].values == {"count": 2}
    assert not decoded.problems[0].harmless


def test_text_cut_within_a_letter_loses_only_that_letter():
    decoded = decode(PROSE.encode()[:-2])
    assert decoded.text.startswith(PROSE[:-2])
    assert decoded.encoding == "utf-8"


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 20, b"\x89PNG\r\n\x1a\n" + bytes(200), b"\x1f\x8b\x08" + bytes(range(128, 256))]
)
def test_no_text_is_refused(data):
    with pytest.raises(UndecodableError):
        decode(data)


def test_single_nul_is_kept():
    assert decode(PROSE.encode() + b"\0").text == PROSE + "\0"

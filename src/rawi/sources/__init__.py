"""Where reports come from: bytes, files and lines become reports, or a fault that says what was wrong and where."""

from rawi.sources.dates import publication
from rawi.sources.decode import Decoded, UndecodableError, decode
from rawi.sources.files import Fault, Item, read_file
from rawi.sources.problems import Problem
from rawi.sources.reports import InputReport, NotAReportError, as_report, make_report

__all__ = [
    "Decoded",
    "Fault",
    "InputReport",
    "Item",
    "NotAReportError",
    "Problem",
    "UndecodableError",
    "as_report",
    "decode",
    "make_report",
    "publication",
    "read_file",
]

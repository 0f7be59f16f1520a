"""What can be wrong with input that is read all the same, or is not read."""

from __future__ import annotations

from dataclasses import dataclass, field

from rawi.record import Notice

# English wording, which goes into records; the command line translates the code.
MESSAGES = {
    "encoding": "the bytes are not UTF-8 but {encoding}, and were read as that",
    "bytes-replaced": "{count} bad byte sequences were replaced by U+FFFD",
    "control-characters": "the text holds {count} control characters",
    "no-arabic": "the text holds no Arabic letter",
    "date-unknown": "the publication date {value!r} is not understood, so relative times have no value",
    "empty": "the text is empty",
    "binary": "this is not text in UTF-8, UTF-16, windows-1256 or ISO 8859-6",
    "not-json": "not JSON: {reason}",
    "not-object": "a line must hold one JSON object, not {kind}",
    "missing": "the field {name!r} is missing",
    "not-string": "the field {name!r} must be a string, not {kind}",
    "unreadable-file": "{reason}",
    "truncated": "the compressed file is damaged: {reason}",
    "internal": "reading failed: {reason}",
}
# Read whole, only not as expected: worth a note, but no reason to call the run a failure.
HARMLESS = frozenset({"encoding", "control-characters"})


@dataclass(frozen=True, slots=True)
class Problem:
    """A complaint: its ``code`` (a key of :data:`MESSAGES`) and the values that its wording needs."""

    code: str
    values: dict[str, object] = field(default_factory=dict)

    @property
    def message(self) -> str:
        """The complaint in English."""
        return MESSAGES[self.code].format(**self.values)

    @property
    def notice(self) -> Notice:
        """The complaint as a record holds it."""
        return Notice(self.code, self.message)

    @property
    def harmless(self) -> bool:
        """Whether nothing was lost."""
        return self.code in HARMLESS

"""Publication dates as they come: ISO 8601, numeric dates with a four-digit year, the dates of feeds and mail (RFC 2822)."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_YMD = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$")
# Day before month: the order of every Arab country.
_DMY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$")
_DIGITS = {ord(a): str(n) for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for n, a in enumerate(digits)}


def publication(value: str) -> str | None:
    """``value`` as an ISO date or date and time, or ``None`` if it is no date.

    ISO values are kept as they are; ``13/12/2016`` and ``2016/12/13`` become ``2016-12-13``.
    """
    value = value.strip()
    if len(value) > 100:
        return None
    plain = value.translate(_DIGITS)
    try:
        if plain[:4].isdigit() and plain[4:5] == "-":
            datetime.fromisoformat(plain)
            return plain
    except ValueError:
        pass
    for pattern, order in ((_YMD, (1, 2, 3)), (_DMY, (3, 2, 1))):
        if found := pattern.match(plain):
            try:
                return date(*(int(found[i]) for i in order)).isoformat()
            except ValueError:
                return None
    try:
        return parsedate_to_datetime(plain).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None

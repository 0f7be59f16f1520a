"""Publication dates as they come."""

import pytest

from rawi.sources import publication


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2016-12-13", "2016-12-13"),
        (" 2016-12-13 ", "2016-12-13"),
        ("2016-12-13T08:30:00Z", "2016-12-13T08:30:00Z"),
        ("2016-12-13 08:30", "2016-12-13 08:30"),
        ("2016-12-13T08:30:00+03:00", "2016-12-13T08:30:00+03:00"),
        ("2016/12/13", "2016-12-13"),
        ("13/12/2016", "2016-12-13"),
        ("13.12.2016", "2016-12-13"),
        ("3-4-2016", "2016-04-03"),
        ("١٣/١٢/٢٠١٦", "2016-12-13"),
        ("Tue, 13 Dec 2016 08:30:00 GMT", "2016-12-13T08:30:00+00:00"),
    ],
)
def test_understood(value, iso):
    assert publication(value) == iso


@pytest.mark.parametrize(
    "value", ["", "أمس", "soon", "2016-13-45", "31/02/2016", "12/13", "0000-00-00", "1" * 5000, "20161213x"]
)
def test_not_a_date(value):
    assert publication(value) is None

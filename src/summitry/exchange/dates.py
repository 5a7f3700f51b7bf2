"""Dates as tables write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal

from summitry.exchange.rowwise import BadRowError
from summitry.model import Interval

__all__ = ["DateOrder", "order_of", "to_days"]

DateOrder = Literal["month-first", "day-first"]

_SLASHES = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})(?!\d)")
_COMPACT = re.compile(r"\d{8}")
_NAMED = ("%d-%b-%Y", "%d-%b-%y", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y")
_CENTURY = 30
"""Two-digit years below this are of the 21st century."""


def order_of(texts: Iterable[str]) -> DateOrder:
    """Tell whether dates such as 3/25/2018 name the month first: so unless some first number is above 12.

    >>> order_of(["01/02/2018", "25/03/2018"]), order_of(["01/02/2018"])
    ('day-first', 'month-first')
    """
    matches = (_SLASHES.match(text.strip()) for text in texts)
    return "day-first" if any(match and int(match[1]) > 12 for match in matches) else "month-first"


def to_days(text: str, order: DateOrder = "month-first") -> tuple[date, date]:
    """Return the first and last day of a date: ISO at day, month or year, 20180325, 3/25/2018, 25-Mar-2018.

    >>> to_days("2018-02")
    (datetime.date(2018, 2, 1), datetime.date(2018, 2, 28))

    Raises:
        BadRowError: it is none of them.
    """
    text = text.strip()
    try:
        if _COMPACT.fullmatch(text):
            day = datetime.strptime(text, "%Y%m%d").date()
            return day, day
        if match := _SLASHES.match(text):
            first, second, year = int(match[1]), int(match[2]), int(match[3])
            year += 0 if len(match[3]) == 4 else (2000 if year < _CENTURY else 1900)
            day = date(year, first, second) if order == "month-first" else date(year, second, first)
            return day, day
        for form in _NAMED:
            try:
                day = datetime.strptime(text, form).date()
            except ValueError:
                continue
            return day, day
        interval = Interval.parse(text.split("T")[0].split(" ")[0])
    except ValueError as error:
        raise BadRowError(f"{text!r} is no date") from error
    assert interval.first
    assert interval.last
    return interval.first, interval.last

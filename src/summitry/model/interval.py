"""Uncertain dates: an interval of days, how precisely it is known, and by which rule."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

__all__ = ["Interval", "Precision"]

Precision = Literal[
    "day",
    "week",
    "weekend",
    "month",
    "month-part",
    "season",
    "quarter",
    "half-year",
    "year",
    "year-part",
    "decade",
    "decade-part",
    "century",
    "fiscal-year",
    "range",
    "open",
    "duration",
    "set",
    "unknown",
    "none",
]

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Interval:
    """The days within which something lies, both bounds included.

    Args:
        first: first possible day; `None` where that side is open or unknown.
        last: last possible day; `None` where that side is open or unknown.
        precision: how precisely the text tells it.
        rule: the rule that made it, for example `explicit-date` or `weekday-past`.
        anchor: the words or date it was counted from, `""` where none was needed.

    >>> Interval.parse("2018-03")
    Interval(first=datetime.date(2018, 3, 1), last=datetime.date(2018, 3, 31), precision='month', rule='iso', anchor='')
    """

    first: date | None
    last: date | None
    precision: Precision = "unknown"
    rule: str = ""
    anchor: str = ""

    def __post_init__(self) -> None:
        if self.first and self.last and self.first > self.last:
            raise ValueError(f"interval ends ({self.last}) before it begins ({self.first})")

    @classmethod
    def day(cls, day: date, rule: str = "", anchor: str = "") -> Interval:
        """Return the interval of one day."""
        return cls(day, day, "day", rule, anchor)

    @classmethod
    def parse(cls, text: str, rule: str = "iso") -> Interval:
        """Read an ISO 8601 date at day, month or year precision: `2018-03-25`, `2018-03`, `2018`.

        Raises:
            ValueError: the text is no such date.
        """
        match = _ISO.fullmatch(text.strip())
        if not match:
            raise ValueError(f"not an ISO date: {text!r}")
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        if month is None:
            return cls(date(year, 1, 1), date(year, 12, 31), "year", rule)
        if day is None:
            return cls(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month", rule)
        return cls(date(year, month, day), date(year, month, day), "day", rule)

    @property
    def known(self) -> bool:
        """True where both bounds are known."""
        return self.first is not None and self.last is not None

    def iso(self) -> tuple[str, str]:
        """Return both bounds as ISO text shortened to the precision, `""` for an open bound.

        A whole month gives `2018-03` twice, a decade `1960` and `1969`, a week two days.
        """
        return _shorten(self.first, self.precision), _shorten(self.last, self.precision)

    def overlaps(self, other: Interval) -> bool:
        """True where some day lies in both; an open side reaches without end."""
        begins = self.first is None or other.last is None or self.first <= other.last
        ends = self.last is None or other.first is None or other.first <= self.last
        return begins and ends


_YEAR_WIDE = frozenset({"year", "decade", "decade-part", "century"})
_MONTH_WIDE = frozenset({"month", "season", "quarter", "half-year", "year-part"})


def _shorten(day: date | None, precision: Precision) -> str:
    if day is None:
        return ""
    width = 4 if precision in _YEAR_WIDE else 7 if precision in _MONTH_WIDE else 10
    return day.isoformat()[:width]

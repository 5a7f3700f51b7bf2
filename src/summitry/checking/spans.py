"""Lengths of time that words tell, as ranges of days."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summitry.coding.claims.lengths import read_length

__all__ = ["DaySpan", "span_of"]

_DAYS = {"second": 0.0, "minute": 0.0, "hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
_LOOSE = {"second": 1.0, "minute": 1.0, "hour": 1.0, "day": 1.0, "week": 4.0, "month": 20.0, "year": 220.0}
"""By how many days a plain number of units may be off: who says "two months" has rounded."""
_UNIT_ONLY = re.compile(r"\b(hour|day|week|month|year|decade)s?\b", re.IGNORECASE)
_BARE = {
    "hour": (0, 1),
    "day": (1, 10),
    "week": (7, 45),
    "month": (28, 400),
    "year": (360, 5000),
    "decade": (3600, 40000),
}
""""Days later", "weeks after": what such words may mean."""


@dataclass(frozen=True, slots=True)
class DaySpan:
    """From how many to how many days a length may be.

    Args:
        low: fewest days.
        high: most days.
        unit: the unit of the words.
    """

    low: float
    high: float
    unit: str

    def holds(self, fewest: float, most: float) -> bool:
        """True where some length between two numbers of days fits."""
        return fewest <= self.high and most >= self.low


def span_of(value: str) -> DaySpan | None:
    """Return the days that a value tells, `None` where it tells no length.

    >>> span_of("2 days"), span_of("about a month"), span_of("keen")
    (DaySpan(low=1.0, high=3.0, unit='day'), DaySpan(low=10.44, high=50.44, unit='month'), None)
    """
    length = read_length(value, 0, len(value))
    if length is None:
        bare = _UNIT_ONLY.search(value)
        return DaySpan(*_BARE[bare[1].lower()], bare[1].lower()) if bare else None
    unit = "year" if length.unit == "decade" else length.unit
    size = _DAYS[unit] * (10 if length.unit == "decade" else 1)
    if length.number is None:
        return DaySpan(2 * size - _LOOSE[unit], 6 * size + _LOOSE[unit], length.unit)
    days, loose = length.number * size, _LOOSE[unit]
    if value.startswith(("more than", "at least", "over")):
        return DaySpan(days * 0.97, days + 1.2 * size + loose, length.unit)
    if value.startswith(("less than", "fewer than", "up to", "within", "under", "at most")):
        return DaySpan(0.0, days + 1, length.unit)
    if value.startswith(("almost", "nearly")):
        return DaySpan(days * 0.7, days + loose / 4, length.unit)
    if value.startswith("about"):
        loose = max(loose, 0.25 * days)
    return DaySpan(round(days - loose, 2), round(days + loose, 2), length.unit)

"""Sets of days, as ordered ranges: what is left of the days on which a text may have been published."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

__all__ = ["ALWAYS", "Days", "Range", "between", "hull", "intersect", "span_days", "union"]

Range = tuple[date, date]
"""First and last day, both included."""

Days = tuple[Range, ...]
"""Ranges in order that neither overlap nor touch."""

ALWAYS: Days = ((date.min, date.max),)


def between(first: date | None, last: date | None) -> Days:
    """Return the days from one to another, no bound where `None`; none where they are in the wrong order."""
    low, high = first or date.min, last or date.max
    return ((low, high),) if low <= high else ()


def union(sets: Iterable[Days]) -> Days:
    """Return the days that lie in any of several sets.

    >>> union([between(date(2019, 1, 1), date(2019, 1, 3)), between(date(2019, 1, 4), date(2019, 1, 5))])
    ((datetime.date(2019, 1, 1), datetime.date(2019, 1, 5)),)
    """
    merged: list[Range] = []
    for first, last in sorted(span for days in sets for span in days):
        if merged and (merged[-1][1] == date.max or first <= merged[-1][1] + timedelta(days=1)):
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return tuple(merged)


def intersect(one: Days, other: Days) -> Days:
    """Return the days that lie in both sets."""
    pairs = ((max(a, c), min(b, d)) for a, b in one for c, d in other)
    return tuple(sorted((first, last) for first, last in pairs if first <= last))


def hull(days: Days) -> Range | None:
    """Return the first and the last day of a set, `None` where it is empty."""
    return (days[0][0], days[-1][1]) if days else None


def span_days(days: Days) -> int:
    """Return how many days lie from the first to the last day of a set, both included."""
    outer = hull(days)
    return (outer[1] - outer[0]).days + 1 if outer else 0

"""Dates known less well than they are told: a day as its month, a month as its year."""

from __future__ import annotations

from dataclasses import replace

from summitry.dates.calendar import month_days
from summitry.model import Interval

__all__ = ["to_month", "to_year", "widened"]


def widened(interval: Interval) -> Interval:
    """Widen a day to its month, a month to its year; a part of a year, a year and wider stay."""
    if interval.precision == "day":
        return to_month(interval)
    return to_year(interval) if interval.precision == "month" else interval


def to_year(interval: Interval) -> Interval:
    """Widen a date to its year: what a history goes on to tell lies near it, on no certain day."""
    if interval.first is None or interval.last is None:
        return interval
    first, last = interval.first.replace(month=1, day=1), interval.last.replace(month=12, day=31)
    return replace(interval, first=first, last=last, precision="year" if first.year == last.year else "range")


def to_month(interval: Interval) -> Interval:
    """Widen a date to its months."""
    if interval.first is None or interval.last is None:
        return interval
    first, last = (
        month_days(interval.first.year, interval.first.month)[0],
        month_days(interval.last.year, interval.last.month)[1],
    )
    same = (first.year, first.month) == (last.year, last.month)
    return replace(interval, first=first, last=last, precision="month" if same else "range")

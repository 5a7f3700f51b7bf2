"""Dates that a person gives: a publication date, the ends of a window."""

from __future__ import annotations

from datetime import date, datetime

from summitry.errors import UsageError
from summitry.model import Interval

__all__ = ["as_bound", "as_published"]


def as_published(published: str | date | Interval | None) -> Interval | None:
    """Return a date that a person gave as an interval.

    Raises:
        UsageError: it is no date.
    """
    if not published:
        return None
    if isinstance(published, Interval):
        return published
    if isinstance(published, date):
        return Interval.day(_day(published), "given")
    try:
        return Interval.parse(published, "given")
    except ValueError as error:
        raise UsageError(f"not a publication date: {published!r}; write 2019-06-19, 2019-06 or 2019") from error


def as_bound(field: str, day: str | date, *, last: bool) -> str:
    """Return one end of a window as an ISO day: of a month or a year its first or its last day.

    Args:
        field: the option's name, for messages.
        day: what a person gave.
        last: whether the window ends with it.

    Raises:
        UsageError: it is no date.
    """
    if isinstance(day, date):
        return _day(day).isoformat()
    try:
        window = Interval.parse(day)
    except ValueError as error:
        raise UsageError(f"--{field} is no date: {day!r}; write 2018-03-25, 2018-03 or 2018") from error
    bound = window.last if last else window.first
    assert bound is not None
    return bound.isoformat()


def _day(day: date) -> date:
    return day.date() if isinstance(day, datetime) else day

"""When a report was written where its own day and the page's differ: at home it is tomorrow already.

An agency's report from Asia is dated there and stands on an American page of the day before. Its lead tells "on
Friday" what happened some hours ago; read from the page's Thursday, that would be six days ago, which is no news.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from summitry.model import Interval, TimeExpression

__all__ = ["in_local_time"]

DAY = timedelta(days=1)
WEEK = timedelta(days=7)


def in_local_time(
    times: Sequence[TimeExpression], published: Interval | None
) -> tuple[Sequence[TimeExpression], Interval | None]:
    """Return a report's times and when it was written, by the calendar of the place where it was written.

    Args:
        times: the time expressions, resolved by the page's day.
        published: the page's day, None where unknown.
    """
    if published is None or published.precision != "day" or published.first is None:
        return times, published
    days = [time for time in times if time.interval.precision == "day"]
    lead = min(days, key=lambda time: time.start, default=None)
    local = published.first + DAY
    if lead is None or not _is_weekday_of(lead, local):
        return times, published
    shifted = [_a_week_on(time) if _is_weekday_of(time, local) else time for time in times]
    return shifted, replace(published, last=local, precision="range")


def _is_weekday_of(time: TimeExpression, local: object) -> bool:
    """True for a bare weekday, told as past, whose name the local day bears."""
    first = time.interval.first
    return time.interval.rule == "weekday-past" and first is not None and first + WEEK == local


def _a_week_on(time: TimeExpression) -> TimeExpression:
    day = time.interval.first
    assert day is not None  # a weekday of a known day
    later = replace(time.interval, first=day + WEEK, last=day + WEEK, rule="weekday-of-dispatch")
    return replace(time, value=(day + WEEK).isoformat(), interval=later)

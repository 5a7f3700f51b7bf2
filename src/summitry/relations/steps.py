"""Steps of time, from days to decades, and the step that an incident is placed in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal, get_args

from summitry.errors import UsageError
from summitry.model import Incident, Interval

__all__ = [
    "STEPS",
    "Step",
    "day_of",
    "end_of",
    "following",
    "label_of",
    "start_of",
    "step_named",
    "step_of",
    "steps_in",
]

Step = Literal["day", "week", "month", "quarter", "year", "decade"]
STEPS: tuple[Step, ...] = get_args(Step)
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_EXACT = frozenset({"day", "range", "week", "weekend"})
"""Precisions whose first day is the day on which something began."""


def step_named(name: str) -> Step:
    """Return a step by its name.

    Raises:
        UsageError: there is no such step.
    """
    for step in STEPS:
        if step == name.strip().casefold():
            return step
    raise UsageError(f"there is no step {name!r}; there are {', '.join(STEPS)}")


def start_of(day: date, step: Step) -> date:
    """Return the first day of the step that a day lies in; weeks begin on Monday, decades with a year that ends in 0.

    >>> start_of(date(2018, 3, 25), "quarter"), start_of(date(2018, 3, 25), "decade")
    (datetime.date(2018, 1, 1), datetime.date(2010, 1, 1))
    """
    if step == "day":
        return day
    if step == "week":
        return day - timedelta(days=day.weekday())
    if step == "decade":
        return date(max(1, day.year // 10 * 10), 1, 1)
    months = _MONTHS[step]
    return date(day.year, (day.month - 1) // months * months + 1, 1)


def following(start: date, step: Step) -> date:
    """Return the first day of the step after the one that begins on a day."""
    if step in ("day", "week"):
        return start + timedelta(days=1 if step == "day" else 7)
    month = start.month - 1 + _MONTHS[step]
    return date(start.year + month // 12, month % 12 + 1, 1)


def end_of(start: date, step: Step) -> date:
    """Return the last day of the step that begins on a day."""
    return following(start, step) - timedelta(days=1)


def steps_in(first: date, last: date, step: Step) -> Iterator[date]:
    """Yield the first days of the steps from the one that holds one day to the one that holds another."""
    start = start_of(first, step)
    while start <= last:
        yield start
        start = following(start, step)


def label_of(start: date, step: Step) -> str:
    """Return how a step is written: `2018-03-25`, `2018-W12`, `2018-03`, `2018-Q1`, `2018`, `2010s`."""
    if step == "week":
        year, week, _ = start.isocalendar()
        return f"{year}-W{week:02d}"
    if step == "quarter":
        return f"{start.year}-Q{(start.month + 2) // 3}"
    return {"day": start.isoformat(), "month": start.isoformat()[:7], "year": f"{start.year:04d}"}.get(
        step, f"{start.year}s"
    )


def step_of(interval: Interval | None, step: Step) -> date | None:
    """Return the step that something of an uncertain date is placed in, `None` where that cannot be told.

    What is told to the day, or from one day to another, is placed where it began. What is told more coarsely is placed
    only where the step holds all of it: "1958" lies in a year, and in no month.
    """
    if interval is None or interval.first is None or interval.last is None:
        return None
    start = start_of(interval.first, step)
    return start if interval.precision in _EXACT or start_of(interval.last, step) == start else None


def day_of(incident: Incident) -> date | None:
    """Return the day on which an incident began; the middle of its interval where that is told coarsely."""
    interval = incident.interval
    if interval is None or interval.first is None or interval.last is None:
        return None
    if interval.precision in _EXACT:
        return interval.first
    return interval.first + (interval.last - interval.first) / 2

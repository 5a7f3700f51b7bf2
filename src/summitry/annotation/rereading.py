"""Times of a text whose publication is known only as a window of days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import takewhile

from summitry.dates import find_times
from summitry.model import Interval, Span, TimeExpression

__all__ = ["find_times_within"]


def find_times_within(
    text: str, window: Interval, spans: Sequence[Span], pins: Mapping[Span, Interval]
) -> tuple[TimeExpression, ...]:
    """Return the times of a text that was written on some day of a window.

    The text is read as of the first and as of the last day of the window. What both readings agree on is kept;
    where they differ ("yesterday", a weekday in a wide window) the expression stands for all days from the one to
    the other, with `/window` after its rule.

    Args:
        text: the text; offsets are code points of it.
        window: first and last possible day of publication, both known.
        spans: parts of the text to read.
        pins: days that expressions stand for as is known otherwise, by their offsets.
    """
    assert window.first is not None
    assert window.last is not None
    late = find_times(text, Interval.day(window.last, window.rule, window.anchor), spans=spans)
    early = find_times(text, Interval.day(window.first, window.rule, window.anchor), spans=spans)
    by_span = {(time.start, time.end): time for time in early}
    return tuple(
        _pinned(pins[time.start, time.end], time)
        if (time.start, time.end) in pins
        else _both(by_span.get((time.start, time.end)), time)
        for time in late
    )


def _pinned(meant: Interval, time: TimeExpression) -> TimeExpression:
    """Put in what an expression is known to stand for; a week keeps the value of its kind."""
    assert meant.first is not None
    year, week, _ = meant.first.isocalendar()
    value = f"{year}-W{week:02d}" if meant.precision == "week" else meant.iso()[0]
    return replace(time, interval=meant, value=value)


def _both(early: TimeExpression | None, late: TimeExpression) -> TimeExpression:
    if early is None:
        return replace(late, interval=Interval(None, None, "unknown", late.interval.rule + "/window"))
    one, other = early.interval, late.interval
    if (one.first, one.last) == (other.first, other.last):
        return late
    first, last = _earlier(one.first, other.first), _later(one.last, other.last)
    interval = Interval(first, last, "range", other.rule + "/window", other.anchor)
    return replace(late, interval=interval, value=_common(early.value, late.value))


def _earlier(one: date | None, other: date | None) -> date | None:
    return min(one, other) if one and other else None


def _later(one: date | None, other: date | None) -> date | None:
    return max(one, other) if one and other else None


def _common(one: str, other: str) -> str:
    """Return the fields two TIMEX3 values share, the rest as X: 2019-06-14 and 2019-06-18 give 2019-06-XX."""
    if len(one) != len(other):
        return "XXXX"
    fields, others = one.split("-"), other.split("-")
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(fields, others, strict=False)))
    if not shared:
        return "XXXX"
    return "-".join(fields[:shared] + ["X" * len(field) for field in fields[shared:]])

"""Ways to look at the times of a text: phrases alone, the heading above a line, the time a telling has reached."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from summitry.dates.calendar import month_days
from summitry.model import Interval, TimeExpression

__all__ = ["heading_time", "narrative_time", "outermost"]

_FIRST, _LAST = "/range-first", "/range-last"
_OPENING = re.compile(r"[\s*•·#>\[\(\-–—|]*")
_AFTER_HEADING = re.compile(r"[ \t]*(?:[:–—|]|-(?=\s)|\n|$)")


def outermost(times: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """Return the times as phrases: no date inside a wider expression, both ends of a range as one.

    A range keeps the precision of its ends where both are months, years or decades: "1992 and 1993" is known
    by the year.

    Args:
        times: what `find_times` returned.

    >>> from datetime import date
    >>> from summitry.dates import find_times
    >>> text = "It ran from May 20 to 26, 2011."
    >>> [(text[t.start : t.end], t.interval.first.isoformat(), t.interval.last.isoformat())
    ...  for t in outermost(find_times(text, None))]
    [('May 20 to 26, 2011', '2011-05-20', '2011-05-26')]
    """
    kept: list[TimeExpression] = []
    for time in sorted(times, key=lambda found: (found.start, -found.end)):
        if kept and time.end <= kept[-1].end:
            continue
        if kept and _closes_range(kept[-1], time):
            kept[-1] = _joined(kept[-1], time)
        else:
            kept.append(time)
    return tuple(kept)


def _closes_range(low: TimeExpression, high: TimeExpression) -> bool:
    return (
        low.interval.rule.endswith(_FIRST)
        and high.interval.rule.endswith(_LAST)
        and low.interval.first is not None
        and high.interval.last is not None
        and low.interval.first <= high.interval.last
    )


def _joined(low: TimeExpression, high: TimeExpression) -> TimeExpression:
    rule = low.interval.rule.removesuffix(_FIRST)
    same = low.interval.precision == high.interval.precision and low.interval.precision != "day"
    precision = low.interval.precision if same else "range"
    interval = Interval(low.interval.first, high.interval.last, precision, f"range-{rule}", low.interval.anchor)
    return replace(low, end=high.end, value=f"{low.value}/{high.value}", interval=interval)


def heading_time(text: str, times: Sequence[TimeExpression], offset: int) -> Interval | None:
    """Return the date of the heading that an offset stands under, as in a chronology.

    A heading is a date that stands alone on its line and holds for the lines below it, up to the next date
    that begins a line; or a date that begins a line before a colon or dash, which holds for that line.

    Args:
        text: the text of the times.
        times: what `find_times` returned for it.
        offset: where an event is told.
    """
    below: Interval | None = None
    headings = _headings(text, times)
    if len(headings) < _CHRONOLOGY:
        return None
    for time, alone, line_end in headings:
        if time.end > offset:
            break
        below = time.interval if time.interval.known and (alone or offset <= line_end) else None
    return below


_CHRONOLOGY = 2
"""Fewest dates at the beginning of a line that make a chronology: a single one is the date of the text."""


def _headings(text: str, times: Sequence[TimeExpression]) -> list[tuple[TimeExpression, bool, int]]:
    """Return the dates that begin a line as headings do: with whether they stand alone on it, and its end."""
    found = []
    for time in outermost(times):
        near = max(0, time.start - _MARGIN)
        line_start = text.rfind("\n", near, time.start) + 1 or near
        begins = line_start == 0 or text[line_start - 1] == "\n"
        if not begins or _OPENING.fullmatch(text, line_start, time.start) is None:
            continue
        after = _AFTER_HEADING.match(text, time.end)
        if after is not None:
            line_end = text.find("\n", time.end)
            found.append((time, not after.group().strip(), len(text) if line_end == -1 else line_end))
    return found


_MARGIN = 12
"""Most characters of bullets and blanks before a heading."""


def narrative_time(times: Sequence[TimeExpression], offset: int) -> Interval | None:
    """Return the time that the telling has reached before an offset, at the precision of a month or wider.

    It is context for an event without a date of its own, never its day: the last date told, looks back
    ("since 1953") and windows left out, a day or week widened to its month.

    Args:
        times: what `find_times` returned.
        offset: where an event is told.
    """
    last: Interval | None = None
    for time in times:
        if time.start >= offset:
            break
        if time.interval.known and time.interval.precision not in ("range", "open"):
            last = time.interval
    if last is None or last.first is None or last.last is None:
        return None
    if last.precision in ("day", "week", "weekend", "month-part"):
        first, end = month_days(last.first.year, last.first.month)[0], month_days(last.last.year, last.last.month)[1]
        return Interval(first, end, "month", "narrative", last.anchor)
    return replace(last, rule="narrative")

"""Readings that make one: a time of day with its day, the two ends of a range."""

from __future__ import annotations

from dataclasses import replace

from summitry.dates.friends import words_beside
from summitry.dates.readings import Reading
from summitry.dates.scan import Tokens

__all__ = ["join_clocks", "pair_ranges"]


def join_clocks(tokens: Tokens, readings: list[Reading]) -> list[Reading]:
    """Join a time of day with the day that follows it: "9 a.m. Tuesday"; so "ten years ago today"."""
    joined: list[Reading] = []
    for reading in readings:
        if joined and joined[-1].kind == "clock" and _is_day(reading):
            between = tokens.words[joined[-1].last : reading.first]
            if len(between) <= 2 and all(word in (",", "on", "of", "the") for word in between):
                joined[-1] = reading.widened(joined[-1].first, daypart=joined[-1].daypart)
                continue
        if joined and joined[-1].rule == "shift-ago" and tokens.words[joined[-1].last : reading.last] == ["today"]:
            joined[-1] = replace(joined[-1], last=reading.last)
            continue
        joined.append(reading)
    return joined


def _is_day(reading: Reading) -> bool:
    if reading.kind == "calendar":
        return reading.day is not None
    return reading.kind in ("weekday", "dayname") and not reading.daypart


def pair_ranges(tokens: Tokens, readings: list[Reading]) -> list[Reading]:
    """Mark the two ends of "from 1997 to 2006", "between May 20 and 26", "2003-2009"."""
    paired = list(readings)
    for number in range(len(paired) - 1):
        low, high = paired[number], paired[number + 1]
        if low.pair or high.pair or low.kind not in ("calendar", "weekday") or high.kind not in ("calendar", "weekday"):
            continue
        joint = tokens.words[low.last : high.first]
        if _is_range(
            tokens,
            low,
            high,
            [word for word in joint if word not in ("the", "early", "late", "mid", "of", "end", "beginning")],
        ):
            paired[number], paired[number + 1] = replace(low, pair=1), replace(high, pair=2)
    return paired


def _is_range(tokens: Tokens, low: Reading, high: Reading, joint: list[str]) -> bool:
    if not joint or len(joint) > 2 or not all(word in words_beside("range_joints") for word in joint):
        return False
    opening = set(tokens.words[max(0, low.first - 5) : low.first])
    if joint == ["and"]:
        return "between" in opening or _are_neighbours(low, high)
    if joint[0] in ("-", "–", "—", "‐"):
        return True
    if "from" in opening:
        return True
    if joint[0] in ("through", "to", "thru"):
        return low.day is not None or low.rule == "year" or (low.month is not None and high.month is not None)
    return False


def _are_neighbours(low: Reading, high: Reading) -> bool:
    """True for years, decades and months that follow one another: "in 1992 and 1993", "in April and May 2013"."""
    if low.relation or high.relation or low.day or high.day:
        return False
    if low.month and high.month:
        return high.month == low.month + 1 and low.year in (None, high.year)
    if low.decade is not None and high.decade is not None:
        return high.decade == low.decade + 10
    bare = low.rule == high.rule == "year"
    return bare and low.year is not None and high.year == low.year + 1

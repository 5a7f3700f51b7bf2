"""Time expressions found in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summitry.model.interval import Interval

__all__ = ["TimeExpression", "TimexType"]

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that tell a time, and the days they stand for.

    Args:
        start: offset of the first character, in code points of the document's text.
        end: offset after the last character.
        type: TIMEX3 type.
        value: TIMEX3 value, for example `2019-04`, `P15M`, `XXXX`.
        interval: the days, with precision, rule and anchor. Both bounds are `None` where the
            text gives no calendar date.
    """

    start: int
    end: int
    type: TimexType
    value: str
    interval: Interval

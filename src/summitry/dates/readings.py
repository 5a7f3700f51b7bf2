"""Unanchored values: what an expression says before it is known what it is counted from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

__all__ = ["Kind", "Part", "Preposition", "Reading", "Relation"]

Kind = Literal[
    "calendar",  # a date with some of its fields: 25 March 2018, May, the third quarter, the 1960s
    "weekday",
    "dayname",  # today, yesterday
    "relative",  # last week, that year, the following day
    "shift",  # two weeks ago, five years later
    "window",  # in the last six months
    "anniversary",
    "fiscal",
    "ordinal-day",  # the 28th
    "clock",
    "duration",
    "set",
    "vague",
]
Relation = Literal["", "last", "past", "this", "next", "that", "same", "previous", "following", "coming", "current"]
Part = str
"""`early`, `mid`, `late` or two of them with a stroke; `start`, `end`, `earlier`, `later`, `so-far`, `half-1`,
`half-2`, `week-1` to `week-4`, `week-last`, `decade-1` to `decade-last`; empty for the whole."""
Preposition = Literal["", "since", "until", "by", "before", "after", "from-on"]


@dataclass(frozen=True, slots=True)
class Reading:
    """An expression as read by the grammar.

    Args:
        first: index of its first token.
        last: index after its last token.
        kind: what sort of value it is.
        rule: the grammar rule that read it.
        year: calendar year, astronomical numbering not used: `era` tells BC.
        month: 1 to 12.
        day: day of the month.
        weekday: 1 (Monday) to 7.
        quarter: 1 to 4.
        half: half-year, 1 or 2.
        season: TIMEX season `SP`, `SU`, `FA`, `WI`.
        decade: first year of the decade; below 100 without its century.
        century: number of the century as said ("the 19th" is 19).
        era: `BC`, or the name of an era that the year was converted from.
        unit: TIMEX unit of a relative value, shift, window or duration.
        count: how many units, `None` for "several".
        sign: -1 for the past, 1 for the future.
        relation: how it points: last, this, next, that.
        daypart: TIMEX time part: `MO`, `T10:30`.
        value: TIMEX value where the words alone give it (vague references, sets).
        part: early, mid, late, start or end of it.
        preposition: the preposition that opens its interval.
        anchored: token index where the words that it is counted from begin, -1 without any.
        pair: 1 for the first, 2 for the second date of a range.
    """

    first: int
    last: int
    kind: Kind
    rule: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: str = ""
    decade: int | None = None
    century: int | None = None
    era: str = ""
    unit: str = ""
    count: float | None = None
    sign: int = 0
    relation: Relation = ""
    daypart: str = ""
    value: str = ""
    part: Part = ""
    preposition: Preposition = ""
    anchored: int = -1
    pair: int = 0

    def widened(self, first: int, **changes: object) -> Reading:
        """Return the reading with more words before it and other fields changed."""
        return replace(self, first=first, **changes)  # type: ignore[arg-type]

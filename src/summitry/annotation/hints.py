"""What an unanchored time expression says of the day it was written: "on Thursday", "last April", "June 28".

A hint and a day on which the thing took place give the days on which the words can have been written.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from summitry.annotation.windows import Days, between, union
from summitry.dates.calendar import month_days, week_days, year_days
from summitry.model import Interval

__all__ = [
    "Hint",
    "HintKind",
    "Side",
    "days_of_writing",
    "days_without_meeting",
    "read_hint",
    "readings_in",
    "readings_of",
]

HintKind = Literal["weekday", "month-day", "month", "day-name", "week", "named-month", "named-year"]
Side = Literal["past", "future", ""]
"""Whether the thing lies before the writing or after it; `""` where the words do not tell."""

_MONTHS = "january february march april may june july august september october november december".split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)}|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?", re.IGNORECASE)
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)})\b", re.IGNORECASE)
_DAY = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\b")
_DAY_NAME = re.compile(r"\b(yesterday|tomorrow|tonight)\b", re.IGNORECASE)
_RELATION = re.compile(r"\b(last|past|previous|this|next|coming)\b", re.IGNORECASE)
_UNIT = re.compile(r"\b(week|month|year)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[5-9]|2[01])\d\d\b|['’]\d\ds?\b")

Reading = tuple[Interval, Days]
"""What a time expression can stand for, with the days of writing on which it does."""

_REACH = 190
"""Most days between a date told without its year and the writing; farther off, writers mostly name the year."""
_MONTHS_AHEAD = 180
"""The same from the writing to the first of a month to come."""
_OVERLOOKED = 60
"""Days that a date may lie ahead although its verb is past: "declared a dividend payable Nov. 22". Of 105 such dates
in TimeBank, AQUAINT and our gold texts 19 lay ahead, none farther than this."""

_NEAR, _LAST, _NEXT = "this", "last", "next"


@dataclass(frozen=True, slots=True)
class Hint:
    """A time expression whose year only the publication tells.

    Args:
        start: offset of its first character.
        end: offset after its last.
        kind: what it names.
        relation: `last`, `this`, `next` or `""`.
        month: 1 to 12, 0 where it names none.
        day: day of the month, 0 where it names none.
        weekday: 1 (Monday) to 7, 0 where it names none.
    """

    start: int
    end: int
    kind: HintKind
    relation: str = ""
    month: int = 0
    day: int = 0
    weekday: int = 0

    @property
    def bits(self) -> float:
        """How much it tells of the day, as bits: one weekday of seven 2.8, one day of the year 8.5."""
        by_kind = {"month-day": 8.5, "month": 3.6}.get(self.kind, 0.0)
        return by_kind + 2.8 if self.weekday else by_kind


def read_hint(surface: str, start: int) -> Hint | None:
    """Read a time expression as a hint.

    Args:
        surface: its words.
        start: its offset in the text.

    Returns:
        The hint, `None` where the words give their own year or depend on no publication date.
    """
    if _YEAR.search(surface):
        return None
    end, relation = start + len(surface), _relation_in(surface)
    weekday, month = _weekday_in(surface), _month_in(surface)
    if month:
        day = _day_in(_MONTH.sub(" ", surface))
        if day and day <= monthrange(2000, month)[1]:
            return Hint(start, end, "month-day", "", month, day, weekday)
        return Hint(start, end, "month", relation, month)
    if weekday:
        return Hint(start, end, "weekday", relation, weekday=weekday)
    if name := _DAY_NAME.search(surface):
        step = {"yesterday": _LAST, "tomorrow": _NEXT}.get(name[1].lower(), _NEAR)
        return Hint(start, end, "day-name", step)
    unit = _UNIT.search(surface)
    if unit is None or not relation or _DAY.search(surface):
        return None
    kinds: dict[str, HintKind] = {"week": "week", "month": "named-month", "year": "named-year"}
    return Hint(start, end, kinds[unit[1].lower()], relation)


def _relation_in(surface: str) -> str:
    found = _RELATION.search(surface)
    word = found[1].lower() if found else ""
    return {"past": _LAST, "previous": _LAST, "coming": _NEXT}.get(word, word)


def _weekday_in(surface: str) -> int:
    found = _WEEKDAY.search(surface)
    return _WEEKDAYS.index(found[1].lower()) + 1 if found else 0


def _month_in(surface: str) -> int:
    found = _MONTH.search(surface)
    return next(n for n, name in enumerate(_MONTHS, 1) if name.startswith(found[1].lower()[:3])) if found else 0


def _day_in(surface: str) -> int:
    found = _DAY.search(surface)
    return int(found[1]) if found and 1 <= int(found[1]) <= 31 else 0


def days_of_writing(hint: Hint, side: Side, start: date, end: date) -> Days:
    """Return the days on which the words can have been written of something that took place from `start` to `end`.

    Returns:
        No days at all where the words cannot be of that thing.
    """
    return union(days for _, days in readings_of(hint, side, start, end))


def readings_of(hint: Hint, side: Side, start: date, end: date) -> tuple[Reading, ...]:
    """Return what the words can stand for if of a thing from `start` to `end`, each with its days of writing."""
    if hint.kind == "weekday":
        reach = _weekday_reach(hint, side)
        return tuple((Interval.day(day), _around(day, reach)) for day in _days(start, end, 4) if _fits(hint, day))
    if hint.kind == "month-day":
        reach = _side_reach(side, _REACH)
        return tuple((Interval.day(day), _around(day, reach)) for day in _days(start, end, 11) if _fits(hint, day))
    if hint.kind != "month":
        return ((_unit_meant(hint, start), _unit_window(hint, start, end)),)
    day = start if start.month == hint.month else end
    return ((_whole_month(day), _month_window(hint, side, day)),) if day.month == hint.month else ()


def _unit_meant(hint: Hint, day: date) -> Interval:
    if hint.kind == "week":
        return Interval(*week_days(day), "week")
    if hint.kind == "named-month":
        return _whole_month(day)
    return Interval(*year_days(day.year), "year") if hint.kind == "named-year" else Interval.day(day)


def _whole_month(day: date) -> Interval:
    return Interval(*month_days(day.year, day.month), "month")


def _days(start: date, end: date, most: int) -> list[date]:
    """The days of a happening; of one longer than `most` days only the first and the last are spoken of by day."""
    length = (end - start).days + 1
    return [start + timedelta(days=n) for n in range(length)] if length <= most else [start, end]


def _fits(hint: Hint, day: date) -> bool:
    if hint.weekday and day.isoweekday() != hint.weekday:
        return False
    return not hint.month or (day.month, day.day) == (hint.month, hint.day)


def _around(day: date, reach: tuple[int, int]) -> Days:
    return between(day + timedelta(days=reach[0]), day + timedelta(days=reach[1]))


def _weekday_reach(hint: Hint, side: Side) -> tuple[int, int]:
    if hint.relation == _LAST:
        return 1, 11
    if hint.relation == _NEXT:
        return -11, -1
    return _side_reach(side, 6)


def _side_reach(side: Side, days: int) -> tuple[int, int]:
    return {"past": (0, days), "future": (-days, 0)}.get(side, (-days, days))


def _month_window(hint: Hint, side: Side, day: date) -> Days:
    first, after = day.replace(day=1), _next_month(day)
    if hint.relation == _LAST:
        return between(after, _shift_year(after, 1) - timedelta(days=1))
    if hint.relation == _NEXT:
        return between(_shift_year(first, -1), first - timedelta(days=1))
    if hint.relation == _NEAR:
        return between(first, after - timedelta(days=1))
    if side == "past":
        return between(first, _shift_year(first, 1) - timedelta(days=31))
    if side == "future":
        return between(first - timedelta(days=_MONTHS_AHEAD), after - timedelta(days=1))
    return between(first - timedelta(days=_MONTHS_AHEAD), _shift_year(first, 1) - timedelta(days=31))


def _unit_window(hint: Hint, start: date, end: date) -> Days:
    step = {_LAST: 1, _NEAR: 0, _NEXT: -1}[hint.relation]
    if hint.kind == "day-name":
        return between(start + timedelta(days=step), end + timedelta(days=step))
    if hint.kind == "week":
        early = 0 if hint.relation == _NEAR else 1
        monday = start - timedelta(days=start.isoweekday() - 1 + early)
        sunday = end + timedelta(days=7 - end.isoweekday())
        return between(monday + timedelta(days=7 * step), sunday + timedelta(days=7 * step))
    if hint.kind == "named-month":
        first = start.replace(day=1)
        first = _next_month(first) if step > 0 else (first - timedelta(days=1)).replace(day=1) if step < 0 else first
        return between(first, _next_month(first) - timedelta(days=1))
    return between(date(start.year + step, 1, 1), date(end.year + step, 12, 31))


def days_without_meeting(hint: Hint, side: Side, years: range) -> Days:
    """Return the days on which words of a known side can have been written, whatever they speak of.

    Only months and days of months tell anything: "scheduled in May" was not written in June.
    """
    if hint.kind == "month" and not hint.relation and side == "future":
        firsts = [date(year, hint.month, 1) for year in years]
        return union(between(first - timedelta(days=_MONTHS_AHEAD), first - timedelta(days=1)) for first in firsts)
    if hint.kind == "month-day" and side:
        return union(days for _, days in readings_in(hint, side, years))
    return between(None, None)


def readings_in(hint: Hint, side: Side, years: range) -> tuple[Reading, ...]:
    """Return the days that a day of a month can stand for in some years, each with its days of writing."""
    if hint.kind != "month-day" or not side:
        return ()
    days = [date(year, hint.month, min(hint.day, 28) if hint.month == 2 else hint.day) for year in years]
    fitting = [day for day in days if _fits(hint, day)] or days
    reach = (-_OVERLOOKED, _REACH) if side == "past" else (-_REACH, 0)
    return tuple((Interval.day(day), _around(day, reach)) for day in fitting)


def _next_month(day: date) -> date:
    return month_days(day.year, day.month)[1] + timedelta(days=1)


def _shift_year(first: date, years: int) -> date:
    return first.replace(year=first.year + years)

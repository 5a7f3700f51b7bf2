"""The year of a date that does not tell it: by relation, range, running date or tense (C3, C4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import cast

from summitry.dates.context import FINENESS, Told
from summitry.dates.readings import Reading
from summitry.dates.resolution.circumstance import Circumstance
from summitry.dates.resolution.units import dated
from summitry.dates.tense import Tense

__all__ = ["year_of"]

_FORWARD = frozenset({"next", "following", "coming"})
_BACK = frozenset({"last", "previous"})
_IN_TEXT = frozenset({"that", "same", "previous", "following"})


_FRESH = 45
"""A day of the month that lies at most so many days before the writing is news, whatever year was told before."""


_JUST_OVER = 60
"""Days for which the quarter just over is the one spoken of, even as "results will be published"."""


_CLAUSE = 12
"""How many tokens before "since" its verb may begin."""


_NEARER = 2
"""Without any verb a date lies ahead only where its future is nearer than its past by this factor."""
_LONG_PAST, _SOON = 240, 100
"""A partial date whose verb stands far off is taken to lie ahead where its past is farther than this many days and
its future nearer than that."""


def year_of(reading: Reading, around: Circumstance) -> tuple[int | None, str]:
    """Return the year of a calendar reading and the rule that told it."""
    if reading.year is not None:
        return reading.year, "explicit-" + reading.rule if reading.rule in ("date", "year") else reading.rule
    if reading.relation:
        return _year_by_relation(reading, around)
    if reading.weekday and reading.day and (by_weekday := _year_by_weekday(reading, around)):
        return by_weekday, "weekday-agrees"
    if around.partner is not None and around.partner.year is not None:
        return _year_of_partner(reading, around.partner), "range-partner"
    timeline = around.timeline
    heading = timeline.heading() if around.heads_entry else None
    if heading is not None:
        return _year_by_story(reading, heading), "running-date"
    running = timeline.running()
    if running is not None and (timeline.history or _tells_back(reading, running, around)):
        return _year_by_story(reading, running), "running-date"
    now = timeline.now("M") or timeline.now("Y")
    if now is None or (timeline.now("M") is None and not reading.quarter):
        return (now.year, "publication-year") if now else (None, "")
    return _year_by_tense(reading, now, around.tense), f"nearest-{around.tense or 'past'}"


def _year_by_weekday(reading: Reading, around: Circumstance) -> int | None:
    """Return the nearest year in which the day of the month falls on the weekday named."""
    running = around.timeline.running()
    now = running.first if running and around.timeline.history else around.timeline.now("D")
    if now is None or not reading.month or not reading.day or (reading.month, reading.day) == (2, 29):
        return None
    near = [now.year + step for step in (-1, 0, 1)]
    days = [date(year, reading.month, reading.day) for year in near]
    fitting = [day for day in days if day.isoweekday() == reading.weekday]
    return min(fitting, key=lambda day: abs((day - now).days)).year if fitting else None


def _tells_back(reading: Reading, running: Told, around: Circumstance) -> bool:
    """True where the last sentence or this one told a date of an earlier year, so that the telling goes on there."""
    now = around.timeline.now("Y")
    if now is None or not running.explicit or around.tense == "future":
        return False
    if running.first.year > now.year - 2 or around.sentence - running.sentence > 1 or _reaches_now(reading, around):
        return False
    near = around.timeline.now("D")
    if near is not None and reading.day and 0 <= (near - _first_day(reading)(near.year)).days <= _FRESH:
        return False
    return running.unit in ("D", "M") or around.opens_sentence


def _reaches_now(reading: Reading, around: Circumstance) -> bool:
    """True for the beginning of what goes on: "*has* been closed *since* April"."""
    before = around.tokens.words[max(0, reading.first - _CLAUSE) : reading.first]
    return before[-1:] == ["since"] and not {"has", "have"}.isdisjoint(before)


def _year_of_partner(reading: Reading, partner: Reading) -> int:
    year = cast(int, partner.year)
    if reading.month and partner.month and reading.month > partner.month and reading.first < partner.first:
        return year - 1
    return year


def _start_month(reading: Reading) -> int:
    if reading.month:
        return reading.month
    if reading.quarter:
        return 3 * reading.quarter - 2
    if reading.half:
        return 6 * reading.half - 5
    return {"SP": 3, "SU": 6, "FA": 9, "WI": 12}.get(reading.season, 1)


def _year_by_story(reading: Reading, running: Told) -> int:
    """Complete a partial date from the running date: its year, or the next where the story has passed the month."""
    year, month = running.first.year, _start_month(reading)
    if FINENESS.get(running.unit, 9) >= FINENESS["Y"]:
        return year
    if reading.season == "WI" and running.first.month <= 2:
        return year - 1
    if month <= running.first.month - 6:
        return year + 1
    return year


def _year_by_tense(reading: Reading, now: date, tense: Tense) -> int:
    """C3: with a past verb the latest one not after the writing, with a future cue the earliest not before it.

    A day of the month that has just gone by is that one all the same: nobody leaves out the year of a day that lies
    almost a year ahead.
    """
    first_of = _first_day(reading)
    if tense == "future" and not (reading.quarter and 0 <= (now - _last_day(reading, now.year)).days < _JUST_OVER):
        over = (now - _last_day(reading, now.year)).days
        return now.year if over <= (_FRESH if reading.day else 0) else now.year + 1
    past = now.year if first_of(now.year) <= now else now.year - 1
    if tense == "past":
        return past
    ahead, behind = (first_of(past + 1) - now).days, (now - _last_day(reading, past)).days
    if tense == "weak-past":
        return past + 1 if behind > _LONG_PAST and ahead < _SOON else past
    return past + 1 if ahead * _NEARER < behind else past


def _first_day(reading: Reading) -> Callable[[int], date]:
    month, day = _start_month(reading), reading.day or 1
    return lambda year: date(year, month, min(day, 28) if month == 2 else day)


def _last_day(reading: Reading, year: int) -> date:
    found = dated(reading, year if not (reading.month == 2 and reading.day == 29) else 2000, "", False).last
    assert found is not None
    return found if found.year != 2000 or year == 2000 else found.replace(year=year, day=28)


def _year_by_relation(reading: Reading, around: Circumstance) -> tuple[int | None, str]:
    relation, timeline = reading.relation, around.timeline
    if relation in _IN_TEXT:
        running = timeline.spoken_of(around.sentence)
        if running is None:
            return None, ""
        year = running.first.year
        if reading.unit == "M" or reading.season:
            return _neighbour_year(reading, running.first, relation), f"{relation}-of-text"
        return year + {"previous": -1, "following": 1}.get(relation, 0), f"{relation}-of-text"
    now = timeline.now("M") or timeline.now("Y")
    if now is None:
        return None, ""
    if reading.unit == "M" or (reading.season and reading.rule == "relative-season"):
        return _neighbour_year(reading, now, relation), f"{relation}-named"
    step = -1 if relation in ("last", "past") else 1 if relation in _FORWARD else 0
    return now.year + step, f"{relation}-year"


def _neighbour_year(reading: Reading, now: date, relation: str) -> int:
    """C4 and C12: "last April" is the latest that was over, "next April" the first that begins after."""
    if relation in _BACK:
        return next(year for year in (now.year, now.year - 1, now.year - 2) if _last_day(reading, year) < now)
    if relation in _FORWARD:
        return next(year for year in (now.year, now.year + 1) if _first_day(reading)(year) > now)
    if reading.season == "WI" and now.month <= 3:
        return now.year - 1
    return now.year

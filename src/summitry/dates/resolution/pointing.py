"""Resolution of what points: on Tuesday, yesterday, last week, that year, the quarter."""

from __future__ import annotations

from datetime import date, timedelta
from typing import cast

from summitry.dates import calendar
from summitry.dates.context import Resolved
from summitry.dates.readings import Reading
from summitry.dates.resolution.circumstance import Circumstance
from summitry.dates.resolution.units import of_unit, unknown_value

__all__ = ["dayname", "relative", "weekday"]

_FORWARD = frozenset({"next", "following", "coming"})
_BACK = frozenset({"last", "previous"})
_IN_TEXT = frozenset({"that", "same", "previous", "following"})


def weekday(reading: Reading, around: Circumstance) -> Resolved:
    """C6: a weekday by tense, or by the word before it."""
    number = cast(int, reading.weekday)
    told = around.timeline.latest("D", reach=4)
    now = around.timeline.now("D")
    in_text = reading.relation in _IN_TEXT
    near = told is not None and around.sentence - told.sentence <= 1
    base = told.first if told and (in_text or (around.timeline.history and near)) else now
    if around.timeline.history and not near and not in_text and now is not None:
        base = None
    if base is None:
        return Resolved("DATE", f"XXXX-WXX-{number}", rule="weekday-unanchored")
    if reading.unit == "W":
        step = (
            -7 if reading.relation in _BACK or reading.relation == "past" else 7 if reading.relation in _FORWARD else 0
        )
        day = calendar.week_days(base)[0] + timedelta(days=number - 1 + step)
        rule = f"weekday-of-{reading.relation}-week"
    elif reading.relation == "this":
        day = calendar.week_days(base)[0] + timedelta(days=number - 1)
        rule = "weekday-this"
    elif reading.relation in ("next", "following", "coming") or (not reading.relation and around.tense == "future"):
        day = base + timedelta(days=(number - base.isoweekday()) % 7)
        if reading.relation and day == base:
            day += timedelta(days=7)
        rule = f"weekday-{reading.relation or 'future'}"
    else:
        day = base - timedelta(days=(base.isoweekday() - number) % 7)
        if reading.relation in ("last", "past", "previous") and day == base:
            day -= timedelta(days=7)
        rule = f"weekday-{reading.relation or 'past'}"
    return of_unit(day, "D", rule, base.isoformat(), reading.daypart)


def dayname(reading: Reading, around: Circumstance) -> Resolved:
    now = around.timeline.now("D")
    if now is None:
        return Resolved("DATE", "XXXX-XX-XX" + reading.daypart, rule="day-name-unanchored")
    if reading.rule == "overnight":
        eve = now - timedelta(days=1)
        value = f"{eve.isoformat()}{reading.daypart}"
        return Resolved("TIME", value, eve, now, "", "range", "overnight", "publication")
    day = now + timedelta(days=int(reading.count or 0))
    return of_unit(day, "D", "day-name", "publication", reading.daypart)


def relative(reading: Reading, around: Circumstance) -> Resolved:
    """C7, C10: last, this, next are units of the calendar of publication; that, same, following of the text."""
    unit, relation, timeline = reading.unit, reading.relation, around.timeline
    in_text = relation in _IN_TEXT or (
        relation == "next" and around.with_the and (unit == "D" or timeline.history or around.tense == "past")
    )
    in_text = in_text and (relation != "next" or bool(timeline.told))
    if unit == "D" and relation == "next" and timeline.told:
        in_text = True
    if relation == "":
        return _the_unit(reading, around)
    if in_text:
        told = around.anchor or timeline.latest(unit)
        if told is None:
            return Resolved("DATE", unknown_value(unit), rule=f"{relation}-unanchored")
        base, anchor = told.first, told.first.isoformat()
    else:
        now = timeline.now(unit)
        told = timeline.latest(unit) if now is None and relation == "this" else None
        if told is not None:
            now = told.first
        if now is None:
            return Resolved("DATE", unknown_value(unit), rule=f"{relation}-unanchored")
        base, anchor = now, told.first.isoformat() if told else "publication"
    step = -1 if relation in _BACK or relation == "past" else 1 if relation in _FORWARD else 0
    if unit == "WE":
        return _weekend(base, step, relation)
    day = calendar.shift(base, unit, step) if step else base
    return of_unit(day, unit, f"{relation}-unit", anchor, reading.daypart)


def _weekend(base: date, step: int, relation: str) -> Resolved:
    monday = calendar.week_days(base)[0]
    if step < 0 or relation == "":
        saturday = monday + timedelta(days=5)
        saturday = saturday if saturday + timedelta(days=1) < base or saturday < base else saturday - timedelta(days=7)
    elif step > 0:
        saturday = monday + timedelta(days=5 if base.isoweekday() <= 5 else 12)
    else:
        saturday = monday + timedelta(days=5)
    return of_unit(saturday, "WE", "weekend", base.isoformat())


def _the_unit(reading: Reading, around: Circumstance) -> Resolved:
    """ "The quarter", "the year": the one told last, else that of the publication."""
    unit, timeline = reading.unit, around.timeline
    now = timeline.now(unit)
    if unit == "WE":
        if now is None:
            return Resolved("DATE", "XXXX-WXX-WE", rule="weekend-unanchored")
        if around.tense == "future":
            return _weekend(now, 0, "this")
        return _weekend(now, -1, "")
    told = timeline.latest(unit, reach=3)
    if unit == "Q":
        if told is not None and told.unit == "Q":
            return of_unit(told.first, "Q", "unit-of-text", told.first.isoformat())
        if now is not None:
            return of_unit(calendar.shift(now, "Q", -1), "Q", "latest-quarter", "publication")
    if told is not None and unit in ("M", "Y") and (timeline.history or reading.part):
        return of_unit(told.first, unit, "unit-of-text", told.first.isoformat())
    if now is not None:
        return of_unit(now, unit, "unit-of-publication", "publication")
    return Resolved("DATE", unknown_value(unit), rule="unit-unanchored")

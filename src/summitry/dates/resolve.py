"""Resolution: from a reading and its context to days, by the rules of `docs/reference/dates.md`.

The numbers C1 to C18 in comments are those of the conventions there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import cast

from summitry.dates import calendar
from summitry.dates.context import FINENESS, Resolved, Timeline, Told
from summitry.dates.fiscal import fiscal_days
from summitry.dates.holidays import holiday
from summitry.dates.readings import Reading
from summitry.dates.scan import Tokens
from summitry.dates.tense import Tense
from summitry.dates.values import duration_value, unit_value

__all__ = ["Circumstance", "resolve"]

_PRECISION = {
    "D": "day", "W": "week", "F": "week", "WE": "weekend", "M": "month", "Q": "quarter", "SEASON": "season",
    "S": "half-year", "Y": "year", "E": "decade", "C": "century",
}  # fmt: skip
_FORWARD = frozenset({"next", "following", "coming"})
_BACK = frozenset({"last", "previous"})
_IN_TEXT = frozenset({"that", "same", "previous", "following"})


@dataclass(frozen=True, slots=True)
class Circumstance:
    """What stands around an expression.

    Args:
        tokens: the text.
        timeline: the dates told before it.
        tense: tense of the verb nearest to it.
        sentence: number of its sentence.
        anchor: a date that the words after it name ("two weeks after the summit of June 12"), or that
            an event named there has in the text.
        partner: the other end of the range it belongs to, where that one tells the year.
        with_the: True where it begins with "the" ("the next year").
        opens_sentence: True where it stands at the beginning of its sentence.
        exact: True where "exactly" stands before it.
    """

    tokens: Tokens
    timeline: Timeline
    tense: Tense
    sentence: int
    anchor: Told | None = None
    partner: Reading | None = None
    with_the: bool = False
    opens_sentence: bool = False
    exact: bool = False


def resolve(reading: Reading, around: Circumstance) -> Resolved:
    """Return the value and days of a reading; a value without days where none can be told."""
    try:
        return _RESOLVERS[reading.kind](reading, around)
    except (ValueError, OverflowError, KeyError):
        return Resolved("DATE", "XXXX", rule=f"{reading.rule}-impossible")


def _of_unit(
    day: date, unit: str, rule: str, anchor: str = "", daypart: str = "", explicit: bool = False
) -> Resolved:
    """Return the calendar unit that holds a day."""
    first, last = calendar.unit_days(day, unit)
    value = unit_value(first, unit) + (daypart if unit == "D" else "")
    kind = "TIME" if daypart and unit == "D" else "DATE"
    return Resolved(kind, value, first, last, unit, _PRECISION[unit], rule, anchor, explicit)


def _calendar(reading: Reading, around: Circumstance) -> Resolved:
    if reading.era == "BC":
        return _before_christ(reading)
    if reading.value == "short":
        return _short_year(reading, around)
    if reading.decade is not None:
        return _decade(reading, around)
    if reading.century is not None:
        first, last = calendar.century_days(reading.century)
        return Resolved("DATE", f"{reading.century - 1:02d}", first, last, "C", "century", reading.rule, explicit=True)
    year, rule = _year_of(reading, around)
    if year is None:
        return _undated_calendar(reading)
    return _dated(reading, year, rule, explicit=reading.year is not None)


def _before_christ(reading: Reading) -> Resolved:
    """Years before Christ have a value only: `datetime.date` begins with year 1."""
    if reading.century is not None:
        return Resolved("DATE", f"BC{reading.century - 1:02d}", rule=reading.rule, precision="century")
    return Resolved("DATE", f"BC{reading.year:04d}", rule=reading.rule, precision="year")


def _short_year(reading: Reading, around: Circumstance) -> Resolved:
    running = around.timeline.running()
    now = around.timeline.now("Y")
    base = running.first.year if running else now.year if now else 1999
    short = cast(int, reading.year)
    year = min((century + short for century in (1700, 1800, 1900, 2000)), key=lambda y: abs(y - base))
    return _of_unit(date(year, 1, 1), "Y", reading.rule, explicit=True)


def _decade(reading: Reading, around: Circumstance) -> Resolved:
    decade = cast(int, reading.decade)
    if decade < 100:
        running, now = around.timeline.running(), around.timeline.now("Y")
        base = running.first.year if running and around.timeline.history else now.year if now else 2000
        decade += max(century for century in (1700, 1800, 1900, 2000) if century + decade <= max(base, 1800))
    first, last = calendar.decade_days(decade)
    return Resolved("DATE", str(decade // 10), first, last, "E", "decade", reading.rule, explicit=True)


def _undated_calendar(reading: Reading) -> Resolved:
    month, day = reading.month, reading.day
    if month and day:
        value = f"XXXX-{month:02d}-{day:02d}"
    elif month:
        value = f"XXXX-{month:02d}"
    elif reading.quarter:
        value = f"XXXX-Q{reading.quarter}"
    elif reading.season:
        value = f"XXXX-{reading.season}"
    else:
        value = "XXXX"
    return Resolved("DATE", value, rule=f"{reading.rule}-unanchored")


def _dated(reading: Reading, year: int, rule: str, explicit: bool) -> Resolved:
    """Return the days of a calendar reading whose year is known."""
    if reading.month and reading.day:
        if reading.value.startswith("holiday:"):
            day = holiday(reading.value.removeprefix("holiday:"), year)
            return _of_unit(day, "W" if reading.value.endswith("week") else "D", rule, explicit=explicit)
        day = date(year, reading.month, reading.day)
        unit = "W" if reading.unit == "W" else "D"
        return _of_unit(day, unit, rule, daypart=reading.daypart, explicit=explicit)
    if reading.month:
        return _of_unit(date(year, reading.month, 1), "M", rule, explicit=explicit)
    if reading.quarter:
        return _of_unit(calendar.quarter_days(year, reading.quarter)[0], "Q", rule, explicit=explicit)
    if reading.half:
        first, last = calendar.half_days(year, reading.half)
        return Resolved("DATE", f"{year:04d}-H{reading.half}", first, last, "S", "half-year", rule, explicit=explicit)
    if reading.season:
        first, last = calendar.season_days(year, reading.season)
        value = f"{year:04d}-{reading.season}"
        return Resolved("DATE", value, first, last, "SEASON", "season", rule, explicit=explicit)
    return _of_unit(date(year, 1, 1), "Y", rule, explicit=explicit)


def _year_of(reading: Reading, around: Circumstance) -> tuple[int | None, str]:
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
    if running.first.year > now.year - 2 or around.sentence - running.sentence > 1:
        return False
    near = around.timeline.now("D")
    if near is not None and reading.day and 0 <= (near - _first_day(reading)(near.year)).days <= _FRESH:
        return False
    return running.unit in ("D", "M") or around.opens_sentence


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
    if month < running.first.month - 6:
        return year + 1
    return year


def _year_by_tense(reading: Reading, now: date, tense: Tense) -> int:
    """C3: with a past verb the latest one not after the writing, with a future cue the earliest not before it."""
    first_of = _first_day(reading)
    if tense == "future" and not (reading.quarter and 0 <= (now - _last_day(reading, now.year)).days < _JUST_OVER):
        return now.year if _last_day(reading, now.year) >= now else now.year + 1
    past = now.year if first_of(now.year) <= now else now.year - 1
    if tense == "past":
        return past
    ahead, behind = (first_of(past + 1) - now).days, (now - _last_day(reading, past)).days
    if tense == "weak-past":
        return past + 1 if behind > _LONG_PAST and ahead < _SOON else past
    return past + 1 if ahead < behind else past


_FRESH = 45
"""A day of the month that lies at most so many days before the writing is news, whatever year was told before."""
_JUST_OVER = 60
"""Days for which the quarter just over is the one spoken of, even as "results will be published"."""
_LONG_PAST, _SOON = 240, 100
"""A partial date whose verb stands far off is taken to lie ahead where its past is farther than this many days and
its future nearer than that."""


def _first_day(reading: Reading) -> Callable[[int], date]:
    month, day = _start_month(reading), reading.day or 1
    return lambda year: date(year, month, min(day, 28) if month == 2 else day)


def _last_day(reading: Reading, year: int) -> date:
    found = _dated(reading, year if not (reading.month == 2 and reading.day == 29) else 2000, "", False).last
    assert found is not None
    return found if found.year != 2000 or year == 2000 else found.replace(year=year, day=28)


def _year_by_relation(reading: Reading, around: Circumstance) -> tuple[int | None, str]:
    relation, timeline = reading.relation, around.timeline
    if relation in _IN_TEXT:
        running = timeline.running()
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
    if reading.season == "WI" and now.month <= 2:
        return now.year - 1
    return now.year


def _weekday(reading: Reading, around: Circumstance) -> Resolved:
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
        step = -7 if reading.relation in _BACK or reading.relation == "past" else 7 if reading.relation in _FORWARD else 0
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
    return _of_unit(day, "D", rule, base.isoformat(), reading.daypart)


def _dayname(reading: Reading, around: Circumstance) -> Resolved:
    now = around.timeline.now("D")
    if now is None:
        return Resolved("DATE", "XXXX-XX-XX" + reading.daypart, rule="day-name-unanchored")
    day = now + timedelta(days=int(reading.count or 0))
    return _of_unit(day, "D", "day-name", "publication", reading.daypart)


def _relative(reading: Reading, around: Circumstance) -> Resolved:
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
            return Resolved("DATE", _unknown_value(unit), rule=f"{relation}-unanchored")
        base, anchor = told.first, told.first.isoformat()
    else:
        now = timeline.now(unit)
        told = timeline.latest(unit) if timeline.history and relation == "this" else None
        if told is not None:
            now = told.first
        if now is None:
            return Resolved("DATE", _unknown_value(unit), rule=f"{relation}-unanchored")
        base, anchor = now, told.first.isoformat() if told else "publication"
    step = -1 if relation in _BACK or relation == "past" else 1 if relation in _FORWARD else 0
    if unit == "WE":
        return _weekend(base, step, relation)
    day = calendar.shift(base, unit, step) if step else base
    return _of_unit(day, unit, f"{relation}-unit", anchor, reading.daypart)


def _weekend(base: date, step: int, relation: str) -> Resolved:
    monday = calendar.week_days(base)[0]
    if step < 0 or relation == "":
        saturday = monday + timedelta(days=5)
        saturday = saturday if saturday + timedelta(days=1) < base or saturday < base else saturday - timedelta(days=7)
    elif step > 0:
        saturday = monday + timedelta(days=5 if base.isoweekday() <= 5 else 12)
    else:
        saturday = monday + timedelta(days=5)
    return _of_unit(saturday, "WE", "weekend", base.isoformat())


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
            return _of_unit(told.first, "Q", "unit-of-text", told.first.isoformat())
        if now is not None:
            return _of_unit(calendar.shift(now, "Q", -1), "Q", "latest-quarter", "publication")
    if told is not None and unit in ("M", "Y") and (timeline.history or reading.part):
        return _of_unit(told.first, unit, "unit-of-text", told.first.isoformat())
    if now is not None:
        return _of_unit(now, unit, "unit-of-publication", "publication")
    return Resolved("DATE", _unknown_value(unit), rule="unit-unanchored")


def _unknown_value(unit: str) -> str:
    return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(unit, "XXXX")


def _shift(reading: Reading, around: Circumstance) -> Resolved:
    """C9: N units from the reference give one unit of the kind named."""
    unit, timeline = reading.unit, around.timeline
    if reading.count is None and reading.rule.endswith(("-before", "-after")):
        return Resolved("DURATION", duration_value(None, unit), rule="shift-unanchored", precision="duration")
    if reading.count is None:
        value = "PAST_REF" if reading.sign < 0 else "FUTURE_REF"
        return Resolved("DATE", value, rule="vague-shift")
    if unit == "Y" and reading.count == 1 and reading.sign < 0:
        quarter = _quarter_before(reading, around)
        if quarter is not None:
            return quarter
    count = reading.count
    if unit == "Y" and count < 1:
        unit, count = "M", count * 12
    wanted = {"F": "W", "E": "Y", "C": "Y", "S": "M", "WE": "W"}.get(unit, "D" if unit.startswith("T") else unit)
    told = around.anchor
    if told is None and reading.relation == "that" and _hangs_on_text(reading, around):
        told = timeline.latest(wanted)
    if told is not None:
        base, anchor = (told.last if reading.sign > 0 and told.unit == "D" else told.first), told.first.isoformat()
    else:
        stands_alone = reading.relation == "this" or (reading.rule.endswith(("-earlier", "-ago")) and not timeline.history)
        now = timeline.now(wanted) if stands_alone else None
        if now is None:
            return Resolved("DURATION", duration_value(reading.count, unit), rule="shift-unanchored", precision="duration")
        base, anchor = now, "publication"
    if told is not None and FINENESS.get(told.unit, 9) > FINENESS.get(wanted, 1):
        return Resolved("DATE", _unknown_value(wanted), rule="shift-unanchored")
    day = calendar.shift(base, unit, reading.sign * count)
    return _of_unit(day, "D" if around.exact else wanted, reading.rule, anchor)


def _hangs_on_text(reading: Reading, around: Circumstance) -> bool:
    """True where a shift is counted from the date told last: not "72 hours before surgery", not "year-ago"."""
    words, last = around.tokens.words, reading.last
    if reading.rule in ("year-earlier", "eve-before") or (reading.unit.startswith("T") and (reading.count or 0) < 24):
        return False
    if not reading.rule.endswith(("-before", "-after")) or around.opens_sentence or words[reading.first] == "the":
        return True
    return last >= len(words) or not words[last].isalpha()


def _quarter_before(reading: Reading, around: Circumstance) -> Resolved | None:
    """ "A year earlier" after "the third quarter" is the same quarter of the year before."""
    told = around.timeline.told[-1] if around.timeline.told else None
    if told is None or told.unit != "Q" or around.sentence - told.sentence > 1 or reading.rule.endswith("-before"):
        return None
    now = around.timeline.now("Q")
    current = now is not None and (now - told.first).days < 300
    base = told.first if reading.quarter is None else calendar.quarter_days(told.first.year, reading.quarter)[0]
    if not current and reading.relation == "this":
        return None
    return _of_unit(calendar.shift(base, "Y", -1), "Q", "year-before-quarter", told.first.isoformat())


def _window(reading: Reading, around: Circumstance) -> Resolved:
    """C8: a window ends, or begins, on the day of writing; both ends count."""
    value = duration_value(reading.count, reading.unit)
    if reading.count is None:
        return Resolved("DURATION", value, rule="vague-window", precision="unknown")
    base = around.timeline.now("D")
    if reading.relation in ("previous", "following"):
        told = around.timeline.latest("D")
        base = told.first if told else None
    elif around.timeline.history and around.timeline.published is not None and reading.sign > 0:
        base = None
    if base is None:
        return Resolved("DURATION", value, rule="window-unanchored", precision="duration")
    other = calendar.shift(base, reading.unit, reading.sign * reading.count)
    return Resolved("DURATION", value, min(base, other), max(base, other), "", "range", "window", base.isoformat())


def _anniversary(reading: Reading, around: Circumstance) -> Resolved:
    """C14: the year in which it began; the very day where the text says on which day it falls."""
    count = int(reading.count or 0)
    if around.anchor is not None and around.anchor.unit == "D":
        day = calendar.shift(around.anchor.first, "Y", -count)
        return _of_unit(day, "D", "anniversary-day", around.anchor.first.isoformat())
    now = around.timeline.now("Y")
    if now is None:
        return Resolved("DATE", f"P{count}Y", rule="anniversary-unanchored")
    return _of_unit(date(now.year - count, 1, 1), "Y", "anniversary", "publication")


def _fiscal(reading: Reading, around: Circumstance) -> Resolved:
    """C15: the country that the text names tells when its fiscal year runs."""
    year = reading.year
    if year is None:
        now = around.timeline.now("Y")
        year = now.year + {"last": -1, "next": 1, "previous": -1, "following": 1}.get(reading.relation, 0) if now else None
    if year is None:
        return Resolved("DATE", "XXXX", rule="fiscal-unanchored")
    found = fiscal_days(around.tokens, reading.first, year, both=reading.value == "both")
    if found is None:
        return Resolved("DATE", f"{year:04d}", rule="fiscal-country-unknown", precision="fiscal-year")
    days, country = found
    return Resolved("DATE", f"{year:04d}", *days, "", "fiscal-year", "fiscal-year", country, True)


def _ordinal_day(reading: Reading, around: Circumstance) -> Resolved:
    """C5: month and year of the nearest earlier day or month told, else of the publication."""
    day = cast(int, reading.day)
    told = around.timeline.latest("M")
    base = told.first if told else around.timeline.now("M")
    if base is None:
        return Resolved("DATE", f"XXXX-XX-{day:02d}", rule="ordinal-day-unanchored")
    return _of_unit(base.replace(day=day), "D", "ordinal-day", base.isoformat()[:7])


def _clock(reading: Reading, around: Circumstance) -> Resolved:
    """C18: a time of day falls to its day: the one told last in this sentence or the one before."""
    told = around.timeline.latest("D", reach=1)
    if told is None or around.sentence - told.sentence > 1:
        return Resolved("TIME", "XXXX-XX-XX" + reading.daypart, rule="clock-unanchored")
    return _of_unit(told.first, "D", "clock", told.first.isoformat(), reading.daypart)


def _duration(reading: Reading, around: Circumstance) -> Resolved:
    whole = around.anchor
    if whole is not None and reading.count is not None:
        value, count = duration_value(reading.count, reading.unit), reading.sign * reading.count
        if reading.sign > 0:
            first, last = whole.first, calendar.shift(whole.first, reading.unit, count) - timedelta(days=1)
        else:
            first, last = calendar.shift(whole.last + timedelta(days=1), reading.unit, count), whole.last
        return Resolved("DURATION", value, first, last, "", "range", "first-of" if count > 0 else "last-of")
    return Resolved("DURATION", duration_value(reading.count, reading.unit), rule=reading.rule, precision="duration")


def _set(reading: Reading, around: Circumstance) -> Resolved:
    value = reading.value
    if reading.unit in ("D", "W", "M", "Y"):
        value = _unknown_value(reading.unit) if around.timeline.history and around.tokens.words[reading.first] != "per" else f"P1{reading.unit}"
    return Resolved("SET", value, rule=reading.rule, precision="set")


def _vague(reading: Reading, around: Circumstance) -> Resolved:
    return Resolved("DURATION" if reading.value.startswith("P") and "_" not in reading.value else "DATE", reading.value, rule=reading.rule)


_RESOLVERS: dict[str, Callable[[Reading, Circumstance], Resolved]] = {
    "anniversary": _anniversary,
    "calendar": _calendar,
    "clock": _clock,
    "dayname": _dayname,
    "duration": _duration,
    "fiscal": _fiscal,
    "ordinal-day": _ordinal_day,
    "relative": _relative,
    "set": _set,
    "shift": _shift,
    "vague": _vague,
    "weekday": _weekday,
    "window": _window,
}

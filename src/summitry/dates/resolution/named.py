"""Resolution of dates that are named: 25 March 2018, May, the 1960s, the 28th, fiscal 2012."""

from __future__ import annotations

from datetime import date
from typing import cast

from dateutil.relativedelta import relativedelta

from summitry.dates import calendar
from summitry.dates.context import Resolved
from summitry.dates.fiscal import fiscal_days
from summitry.dates.readings import Reading
from summitry.dates.resolution.circumstance import Circumstance
from summitry.dates.resolution.completion import year_of
from summitry.dates.resolution.units import dated, of_unit

__all__ = ["fiscal", "named_date", "ordinal_day"]


def named_date(reading: Reading, around: Circumstance) -> Resolved:
    if reading.era == "BC":
        return _before_christ(reading)
    if reading.value == "short":
        return _short_year(reading, around)
    if reading.decade is not None:
        return _decade(reading, around)
    if reading.century is not None:
        first, last = calendar.century_days(reading.century)
        return Resolved("DATE", f"{reading.century - 1:02d}", first, last, "C", "century", reading.rule, explicit=True)
    year, rule = year_of(reading, around)
    if year is None:
        return _undated_calendar(reading)
    return dated(reading, year, rule, explicit=reading.year is not None)


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
    return of_unit(date(year, 1, 1), "Y", reading.rule, explicit=True)


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


def ordinal_day(reading: Reading, around: Circumstance) -> Resolved:
    """C5: month and year of the nearest earlier day or month told, else of the publication; ahead, of the next one."""
    day = cast(int, reading.day)
    told = around.timeline.latest("M")
    now = around.timeline.now("D")
    if now is not None and around.tense == "future" and not around.timeline.history and (not told or told.last < now):
        ahead = now if day >= now.day else now.replace(day=1) + relativedelta(months=1)
        return of_unit(ahead.replace(day=day), "D", "ordinal-day-ahead", now.isoformat()[:7])
    base = told.first if told else around.timeline.now("M")
    if base is None:
        return Resolved("DATE", f"XXXX-XX-{day:02d}", rule="ordinal-day-unanchored")
    return of_unit(base.replace(day=day), "D", "ordinal-day", base.isoformat()[:7])


def fiscal(reading: Reading, around: Circumstance) -> Resolved:
    """C15: the country that the text names tells when its fiscal year runs."""
    year = reading.year
    if year is None:
        now = around.timeline.now("Y")
        year = (
            now.year + {"last": -1, "next": 1, "previous": -1, "following": 1}.get(reading.relation, 0) if now else None
        )
    if year is None:
        return Resolved("DATE", "XXXX", rule="fiscal-unanchored")
    found = fiscal_days(around.tokens, reading.first, year, both=reading.value == "both")
    if found is None:
        return Resolved("DATE", f"{year:04d}", rule="fiscal-country-unknown", precision="fiscal-year")
    days, country = found
    return Resolved("DATE", f"{year:04d}", *days, "", "fiscal-year", "fiscal-year", country, True)

"""Resolved calendar units: from a day, or from a reading whose year is known."""

from __future__ import annotations

from datetime import date

from summitry.dates import calendar
from summitry.dates.context import Resolved
from summitry.dates.holidays import holiday
from summitry.dates.readings import Reading
from summitry.dates.values import unit_value

__all__ = ["dated", "of_unit", "unknown_value"]

_PRECISION = {
    "D": "day", "W": "week", "F": "week", "WE": "weekend", "M": "month", "Q": "quarter", "SEASON": "season",
    "S": "half-year", "Y": "year", "E": "decade", "C": "century",
}  # fmt: skip


def of_unit(day: date, unit: str, rule: str, anchor: str = "", daypart: str = "", explicit: bool = False) -> Resolved:
    """Return the calendar unit that holds a day."""
    first, last = calendar.unit_days(day, unit)
    value = unit_value(first, unit) + (daypart if unit == "D" else "")
    kind = "TIME" if daypart and unit == "D" else "DATE"
    return Resolved(kind, value, first, last, unit, _PRECISION[unit], rule, anchor, explicit)


def unknown_value(unit: str) -> str:
    return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(unit, "XXXX")


def dated(reading: Reading, year: int, rule: str, explicit: bool) -> Resolved:
    """Return the days of a calendar reading whose year is known."""
    if reading.month and reading.day:
        if reading.value.startswith("holiday:"):
            day = holiday(reading.value.removeprefix("holiday:"), year)
            return of_unit(day, "W" if reading.value.endswith("week") else "D", rule, explicit=explicit)
        day = date(year, reading.month, reading.day)
        unit = "W" if reading.unit == "W" else "D"
        return of_unit(day, unit, rule, daypart=reading.daypart, explicit=explicit)
    if reading.month:
        return of_unit(date(year, reading.month, 1), "M", rule, explicit=explicit)
    if reading.quarter:
        return of_unit(calendar.quarter_days(year, reading.quarter)[0], "Q", rule, explicit=explicit)
    if reading.half:
        first, last = calendar.half_days(year, reading.half)
        return Resolved("DATE", f"{year:04d}-H{reading.half}", first, last, "S", "half-year", rule, explicit=explicit)
    if reading.season:
        first, last = calendar.season_days(year, reading.season)
        value = f"{year:04d}-{reading.season}"
        return Resolved("DATE", value, first, last, "SEASON", "season", rule, explicit=explicit)
    return of_unit(date(year, 1, 1), "Y", rule, explicit=explicit)

"""Days of the calendar: the interval of a week, month, season, decade, and steps between them.

Every function raises `ValueError` or `OverflowError` outside the years 1 to 9999.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

__all__ = [
    "Days",
    "century_days",
    "decade_days",
    "easter",
    "half_days",
    "month_days",
    "nth_weekday",
    "part_of",
    "quarter_days",
    "season_days",
    "season_of",
    "shift",
    "unit_days",
    "week_days",
    "year_days",
]

Days = tuple[date, date]
"""First and last day, both included."""

_SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_DAYS_IN = {"D": 1, "W": 7, "F": 14}
_MONTHS_IN = {"M": 1, "Q": 3, "S": 6, "Y": 12, "E": 120, "C": 1200}


def month_days(year: int, month: int) -> Days:
    """Return the days of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def months_days(year: int, first: int, last: int) -> Days:
    """Return the days from the first to the last of two months of a year."""
    return month_days(year, first)[0], month_days(year, last)[1]


def year_days(year: int) -> Days:
    """Return the days of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def quarter_days(year: int, quarter: int) -> Days:
    """Return the days of a calendar quarter, 1 to 4."""
    return months_days(year, 3 * quarter - 2, 3 * quarter)


def half_days(year: int, half: int) -> Days:
    """Return the days of a half-year, 1 or 2."""
    return months_days(year, 6 * half - 5, 6 * half)


def season_days(year: int, season: str) -> Days:
    """Return the days of a northern meteorological season; a winter bears the year it begins in (C12)."""
    start = _SEASON_START[season]
    if season == "WI":
        return date(year, 12, 1), month_days(year + 1, 2)[1]
    return months_days(year, start, start + 2)


def season_of(day: date, season: str) -> int:
    """Return the year of the latest season of that name that began on or before the day."""
    return day.year if season_days(day.year, season)[0] <= day else day.year - 1


def decade_days(year: int) -> Days:
    """Return the days of the decade that begins with a year."""
    return date(year, 1, 1), date(year + 9, 12, 31)


def century_days(number: int) -> Days:
    """Return the days of a century by its ordinal: the 18th is 1700 to 1799 (C11)."""
    return date(max(1, (number - 1) * 100), 1, 1), date((number - 1) * 100 + 99, 12, 31)


def week_days(day: date) -> Days:
    """Return the ISO week, Monday to Sunday, that holds a day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def unit_days(day: date, unit: str) -> Days:
    """Return the calendar unit that holds a day: `D`, `W`, `M`, `Q`, `S` (half-year), `Y`, `E`, `C`."""
    if unit in ("W", "F"):
        return week_days(day)
    if unit == "WE":
        sunday = week_days(day)[1]
        return sunday - timedelta(days=1), sunday
    if unit == "M":
        return month_days(day.year, day.month)
    if unit == "Q":
        return quarter_days(day.year, (day.month + 2) // 3)
    if unit == "S":
        return half_days(day.year, (day.month + 5) // 6)
    if unit == "Y":
        return year_days(day.year)
    if unit == "E":
        return decade_days(max(1, day.year // 10 * 10))
    if unit == "C":
        return century_days(day.year // 100 + 1)
    return day, day


def shift(day: date, unit: str, count: float) -> date:
    """Return the day that lies a count of units later, earlier where negative.

    Months are counted by the calendar and clipped to the last day of a shorter month (C8); half a
    year is six months.
    """
    if unit.startswith("T"):
        hours = {"TH": 1.0, "TM": 1 / 60, "TS": 1 / 3600}[unit] * count
        return day + timedelta(days=round(hours / 24))
    if unit == "WE":
        return day + timedelta(days=round(7 * count))
    if unit in _DAYS_IN:
        return day + timedelta(days=round(_DAYS_IN[unit] * count))
    result: date = day + relativedelta(months=round(_MONTHS_IN[unit] * count))
    return result


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """Return the nth weekday (1 Monday) of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (number - 1))


def easter(year: int) -> date:
    """Return Western Easter Sunday (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def part_of(days: Days, unit: str, part: str) -> Days:
    """Return the early, mid or late part of a month, year, decade or century, or a half of it (C11)."""
    first, last = days
    if "/" in part:
        begin, end = part.split("/")
        return part_of(days, unit, begin)[0], part_of(days, unit, end)[1]
    if part.startswith("week-"):
        return _week_of_month(days, part)
    if part.startswith("decade-"):
        return _decade_of_century(days, part)
    if part == "start":
        return first, first
    if part == "end":
        return last, last
    if unit == "M":
        bounds = {
            "early": (1, 10),
            "mid": (11, 20),
            "late": (21, last.day),
            "half-1": (1, 15),
            "half-2": (16, last.day),
        }
        low, high = bounds[part]
        return first.replace(day=low), first.replace(day=high)
    if unit == "Y":
        months = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "half-1": (1, 6), "half-2": (7, 12)}[part]
        return months_days(first.year, *months)
    if unit in ("E", "C"):
        step = 1 if unit == "E" else 10
        low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "half-1": (0, 4), "half-2": (5, 9)}[part]
        return date(first.year + low * step, 1, 1), date(first.year + high * step + step - 1, 12, 31)
    return _third(days, part)


def _week_of_month(days: Days, part: str) -> Days:
    """Return the first, second, third or fourth seven days of a month, or the last seven."""
    if part == "week-last":
        return days[1] - timedelta(days=6), days[1]
    first = days[0] + timedelta(days=7 * (int(part[-1]) - 1))
    return first, first + timedelta(days=6)


def _decade_of_century(days: Days, part: str) -> Days:
    """Return a decade of a century by its number, 10 the last."""
    number = 10 if part == "decade-last" else int(part.removeprefix("decade-"))
    return decade_days(days[0].year + 10 * (number - 1))


def _third(days: Days, part: str) -> Days:
    """Divide any other stretch of days in thirds, or halves."""
    first, last = days
    length = (last - first).days + 1
    begin, end = {
        "early": (0, 1 / 3),
        "mid": (1 / 3, 2 / 3),
        "late": (2 / 3, 1),
        "half-1": (0, 0.5),
        "half-2": (0.5, 1),
    }[part]
    low, high = first + timedelta(days=round(length * begin)), first + timedelta(days=round(length * end) - 1)
    return low, max(low, high)

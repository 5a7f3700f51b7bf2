"""Days of the calendar with a name: which day they are in a year."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from summitry.dates.calendar import easter, nth_weekday
from summitry.dates.lexicon import load_table

__all__ = ["holiday", "is_holiday", "named_year"]


@cache
def _tables() -> tuple[dict[str, list[int]], dict[str, list[int]], dict[str, int]]:
    table = load_table("holidays")
    return table["fixed"], table["moving"], table["easter"]


def is_holiday(name: str) -> bool:
    """Return whether a day of that name is known."""
    return any(name in table for table in _tables())


def holiday(name: str, year: int) -> date:
    """Return the day of a holiday in a year.

    Raises:
        KeyError: no such holiday is known.

    >>> holiday("thanksgiving", 1999), holiday("easter monday", 2000)
    (datetime.date(1999, 11, 25), datetime.date(2000, 4, 24))
    """
    fixed, moving, paschal = _tables()
    if name in fixed:
        return date(year, *fixed[name])
    if name in moving:
        month, weekday, number, after = moving[name]
        return nth_weekday(year, month, weekday, number) + timedelta(days=after)
    return easter(year) + timedelta(days=paschal[name])


def named_year(month: int, day: int, after: str) -> int | None:
    """Return the year of a day that is known by its date alone, told by the word after it.

    >>> named_year(9, 11, "attacks"), named_year(9, 11, "meeting")
    (2001, None)
    """
    return _named_days().get((month, day, after))


@cache
def _named_days() -> dict[tuple[int, int, str], int]:
    """Return the years of such days by month, day and the word after them."""
    table = load_table("holidays")["named"]
    return {
        (int(key[:2]), int(key[3:]), word): entry["year"] for key, entry in table.items() for word in entry["after"]
    }

"""Readings of days, months, quarters and seasons by their names."""

from __future__ import annotations

from typing import cast

from summitry.dates.builders.tools import (
    day_tokens,
    daypart_of,
    find,
    full_year,
    month_of,
    number_of,
    relation_of,
    text_of,
    without_full_stop,
)
from summitry.dates.friends import words_beside
from summitry.dates.holidays import holiday, is_holiday, named_year
from summitry.dates.readings import Part, Reading, Relation
from summitry.dates.scan import Tokens

__all__ = [
    "clock",
    "date_",
    "day_range",
    "dayname",
    "feast",
    "half",
    "iso",
    "month",
    "night_of",
    "noon",
    "noon_of_day",
    "ordinal_day",
    "overnight",
    "quarter",
    "season",
    "slash",
    "week_of",
    "weekday",
]


def iso(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    text = tokens.words[first]
    year, month, day = int(text[:4]), int(text[5:7]), int(text[8:10])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return ()
    return (Reading(first, last, "calendar", rule, year=year, month=month, day=day, daypart=text[10:].upper()),)


def slash(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    """Read 3/25/2018, 25/3/2018 and 25.3.2018; a month above 12 decides, dots mean day first."""
    text = tokens.words[first]
    a, b, c = (int(piece) for piece in text.replace(".", "/").split("/"))
    if a > 31:
        year, month, day = a, b, c
    elif "." in text or a > 12:
        day, month, year = a, b, c
    else:
        month, day, year = a, b, c
    if year < 100:
        year += 1900 if year > 50 else 2000
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1000 <= year <= 2199):
        return ()
    return (Reading(first, last, "calendar", rule, year=year, month=month, day=day),)


def date_(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    """Read a month with a day, with or without weekday and year."""
    days = day_tokens(tokens, first, last)
    if not days:
        return ()
    anchor = find(tokens, first, last, "unit")
    relation: Relation = ""
    if anchor >= 0:
        if tokens.values.get(anchor) != "Y":
            last = max(index for index in (*days, find(tokens, first, last, "month", "maymonth")) if index < anchor) + 1
        else:
            relation = relation_of(tokens, first, last)
    last = without_full_stop(tokens, last)
    year, month, day = number_of(tokens, first, last, "year"), month_of(tokens, first, last), tokens.values[days[0]]
    if year is None and month is not None and isinstance(day, int) and last < len(tokens):
        year = named_year(month, day, tokens.words[last])
    return (
        Reading(
            first,
            last,
            "calendar",
            rule,
            year=year,
            month=month,
            day=cast(int, day),
            weekday=number_of(tokens, first, last, "weekday", "wdabbr"),
            relation=relation,
        ),
    )


def day_range(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    """Read "June 28-29", "7 to 8 May", "May 5, 6 and 7": a reading for each end."""
    days = day_tokens(tokens, first, last)
    month_at = find(tokens, first, last, "month", "maymonth")
    month, year = cast(int, tokens.values[month_at]), number_of(tokens, first, last, "year")
    last = without_full_stop(tokens, last)
    low, high = days[0], days[-1]
    head = Reading(first, low + 1, "calendar", rule, month=month, day=cast(int, tokens.values[low]), year=year, pair=1)
    tail = Reading(high, last, "calendar", rule, month=month, day=cast(int, tokens.values[high]), year=year, pair=2)
    rising = cast(int, tokens.values[low]) < cast(int, tokens.values[high])
    if month_at < low and (not rising or _counts_something(tokens, last, year)):
        return (head.widened(first, rule="date-no-year", pair=0, year=None),)
    if not rising:
        return (Reading(high, last, "calendar", "date", month=month, day=tail.day, year=year),)
    return head, tail


def _counts_something(tokens: Tokens, last: int, year: int | None) -> bool:
    """True where the number before `last` counts what follows: "on May 5 and 12 people died"."""
    if year is not None or last >= len(tokens):
        return False
    word = tokens.words[last]
    return word.isalpha() and tokens.surface(last).islower() and word not in words_beside("after_count")


def week_of(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    if tokens.values.get(first + 1) != "W":
        return ()
    (date,) = date_(tokens, first + 3, last, rule) or (None,)
    if date is None:
        return ()
    return (date.widened(first, last=last, unit="W", relation=""),)


def quarter(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    number = number_of(tokens, first, last, "ord", "second", "int2")
    if rule == "quarter" and find(tokens, first, first + 2, "last", "latest") >= 0 and number is None:
        number, first_of = 4, find(tokens, first, last, "of")
        relation = relation_of(tokens, first_of, last) or ("" if number_of(tokens, first_of, last, "year") else "this")
        year = number_of(tokens, first_of, last, "year")
        return (Reading(first, last, "calendar", rule, quarter=number, year=year, relation=relation),)
    if number is None or not 1 <= number <= 4:
        return ()
    at = find(tokens, first, last, "quarter", "q")
    relation = relation_of(tokens, first, last)
    return (
        Reading(
            first,
            last,
            "calendar",
            rule,
            quarter=number,
            year=number_of(tokens, first, last, "year"),
            relation=relation,
            anchored=at,
        ),
    )


def half(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    number = number_of(tokens, first, last, "latter", "ord", "second")
    number = 2 if number is None else number
    if number not in (1, 2):
        return ()
    unit = text_of(tokens, first, last, "unit") or "Y"
    if unit not in ("Y", "M", "E", "C"):
        return ()
    if unit != "Y":
        part: Part = "half-1" if number == 1 else "half-2"
        relation = relation_of(tokens, find(tokens, first, last, "of"), last)
        return (Reading(first, last, "relative", rule, unit=unit, relation=relation or "this", part=part),)
    year = number_of(tokens, first, last, "year")
    if year is not None:
        return (Reading(first, last, "calendar", rule, half=number, year=year),)
    relation = relation_of(tokens, find(tokens, first, last, "of"), last)
    return (Reading(first, last, "calendar", rule, half=number, relation=relation or "this"),)


def month(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    month_at = find(tokens, first, last, "month", "maymonth")
    year = number_of(tokens, first, last, "year")
    short = number_of(tokens, first, last, "shortyear")
    relation = relation_of(tokens, first, last)
    if relation and text_of(tokens, first, last, "unit") != "Y":
        relation, last = "", month_at + 1
    if year is None and short is not None:
        year = full_year(short, 2000 if short < 50 else 1900)
    month = cast(int, tokens.values[month_at])
    last = without_full_stop(tokens, last)
    return (Reading(first, last, "calendar", rule, year=year, month=month, relation=relation),)


def season(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    year = number_of(tokens, first, last, "year")
    short = number_of(tokens, first, last, "shortyear")
    if year is None and short is not None:
        year = full_year(short, 2000 if short < 50 else 1900)
    unit = text_of(tokens, first, last, "unit")
    if unit and unit != "Y":
        return ()
    season = text_of(tokens, first, last, "season", "fall")
    return (
        Reading(first, last, "calendar", rule, year=year, season=season, relation=relation_of(tokens, first, last)),
    )


def weekday(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    return (
        Reading(
            first,
            last,
            "weekday",
            rule,
            weekday=number_of(tokens, first, last, "weekday"),
            daypart=daypart_of(tokens, first, last),
        ),
    )


def night_of(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    part = daypart_of(tokens, first, last)
    if find(tokens, first, last, "month", "maymonth") < 0:
        return (Reading(first, last, "weekday", rule, weekday=number_of(tokens, first, last, "weekday"), daypart=part),)
    return tuple(reading.widened(first, daypart=part) for reading in date_(tokens, first, last, rule))


def ordinal_day(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    number = tokens.values.get(last - 1)
    if not isinstance(number, int) or not 1 <= number <= 31:
        return ()
    return (Reading(first, last, "ordinal-day", rule, day=number),)


def clock(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    text = tokens.words[first]
    hour, _, minute = text.partition(":")
    if not hour.isdigit():
        hour = str(tokens.values.get(first, 0))
    number = int(hour)
    meridiem = number_of(tokens, first, last, "meridiem")
    if meridiem is not None and number <= 12:
        number = number % 12 + meridiem
    if number > 24:
        return ()
    return (Reading(first, last, "clock", rule, daypart=f"T{number:02d}:{minute[:2] or '00'}"),)


def dayname(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    part = "TNI" if tokens.words[first] == "tonight" else daypart_of(tokens, first, last)
    if not part and find(tokens, first, last, "poss") >= 0:
        last = first + 1
    return (Reading(first, last, "dayname", rule, count=number_of(tokens, first, last, "dayname"), daypart=part),)


def noon_of_day(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    part = daypart_of(tokens, first, last)
    if find(tokens, first, last, "weekday") >= 0:
        return (Reading(first, last, "weekday", rule, weekday=number_of(tokens, first, last, "weekday"), daypart=part),)
    return (Reading(first, last, "dayname", rule, count=number_of(tokens, first, last, "dayname"), daypart=part),)


def noon(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    """Read "noon" and "midnight" alone; other parts of a day need the day beside them."""
    part = daypart_of(tokens, first, last)
    return (Reading(first, last, "clock", rule, daypart=part),) if part.startswith("T1") or part == "T24:00" else ()


def overnight(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    return (Reading(first, last, "dayname", rule, count=0, daypart="TNI"),)


def feast(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    """Read "Christmas Eve 1991", "last Thanksgiving", "Election Day"."""
    at = find(tokens, first, last, "holiday", "feast", "new")
    name = cast(str, tokens.values[at])
    skipped = 2 if tokens.words[at] == "new" else 1
    after = find(tokens, at + skipped, min(last, at + 4), "unit", "eve", "weekday")
    if after >= 0 and is_holiday(f"{name} {tokens.words[after]}"):
        name = f"{name} {tokens.words[after]}"
    else:
        after = at
    if not is_holiday(name) or not tokens.surface(at)[0].isupper() or not tokens.surface(after)[0].isupper():
        return ()
    near = holiday(name, 2000)
    relation = relation_of(tokens, first, last)
    if after + 1 < last and relation == "" and number_of(tokens, after, last, "year") is None:
        last = after + 1
    return (
        Reading(
            first, last, "calendar", rule, month=near.month, day=near.day, year=number_of(tokens, first, last, "year"),
            relation=relation, unit="M" if relation and first < at else "", value=f"holiday:{name}",
        ),
    )  # fmt: skip

"""From a run of tokens that a grammar rule fits to its reading.

Each builder takes the tokens, the first and the last (exclusive) token index and the rule's name, and
returns one reading, two for a range, or none where the words turn out to be something else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import cast

from summitry.dates.friends import friends
from summitry.dates.holidays import holiday, is_holiday
from summitry.dates.lexicon import lexicon
from summitry.dates.numbers import count_of, spelled_year
from summitry.dates.readings import Reading, Relation
from summitry.dates.scan import Tokens
from summitry.dates.values import duration_value

__all__ = ["BUILDERS", "Builder"]

Builder = Callable[[Tokens, int, int, str], tuple[Reading, ...]]

_RELATIONS: dict[str, Relation] = {
    "last": "last",
    "past": "past",
    "this": "this",
    "these": "this",
    "next": "next",
    "that": "that",
    "same": "same",
    "previous": "previous",
    "following": "following",
    "coming": "coming",
    "current": "current",
    "latest": "last",
}


@cache
def _names() -> dict[str, str]:
    """Class character to class name."""
    return {character: name for name, character in lexicon().characters.items()}


def _find(tokens: Tokens, first: int, last: int, *names: str) -> int:
    """Return the first token of one of the classes, -1 where there is none."""
    known = _names()
    wanted = (*names, "quarter") if "unit" in names else names
    for index in range(first, last):
        if known.get(tokens.classes[index]) in wanted:
            return index
    return -1


def _number(tokens: Tokens, first: int, last: int, *names: str) -> int | None:
    index = _find(tokens, first, last, *names)
    value = tokens.values.get(index)
    return value if isinstance(value, int) else None


def _text(tokens: Tokens, first: int, last: int, *names: str) -> str:
    index = _find(tokens, first, last, *names)
    value = tokens.values.get(index)
    return value if isinstance(value, str) else ""


def _relation(tokens: Tokens, first: int, last: int) -> Relation:
    """Return how the words point; "this past" and "this coming" point like their second word."""
    known = _names()
    found = [_RELATIONS[name] for index in range(first, last) if (name := known.get(tokens.classes[index], "")) in _RELATIONS]
    if not found:
        return ""
    if found[0] == "this" and len(found) > 1:
        return {"past": "last", "coming": "next", "last": "last", "next": "next"}.get(found[1], "same")  # type: ignore[return-value]
    return "same" if "same" in found else found[0]


def _days(tokens: Tokens, first: int, last: int) -> list[int]:
    """Return the token indices of the numbers that can be days of the month."""
    known = _names()
    return [
        index
        for index in range(first, last)
        if known.get(tokens.classes[index]) in ("int2", "ord", "second")
        and isinstance(value := tokens.values.get(index), int)
        and 1 <= value <= 31
    ]


def _full_year(short: int, near: int = 1950) -> int:
    """Return the year that two digits mean, in the century of a year near it."""
    return near // 100 * 100 + short


def _iso(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    text = tokens.words[first]
    year, month, day = int(text[:4]), int(text[5:7]), int(text[8:10])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return ()
    return (Reading(first, last, "calendar", rule, year=year, month=month, day=day, daypart=text[10:].upper()),)


def _slash(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
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


def _month_of(tokens: Tokens, first: int, last: int) -> int | None:
    return _number(tokens, first, last, "month", "maymonth")


def _date(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    """Read a month with a day, with or without weekday and year."""
    days = _days(tokens, first, last)
    if not days:
        return ()
    anchor = _find(tokens, first, last, "unit")
    relation: Relation = ""
    if anchor >= 0:
        if tokens.values.get(anchor) != "Y":
            last = max(index for index in (*days, _find(tokens, first, last, "month", "maymonth")) if index < anchor) + 1
        else:
            relation = _relation(tokens, first, last)
    return (
        Reading(
            first,
            last,
            "calendar",
            rule,
            year=_number(tokens, first, last, "year"),
            month=_month_of(tokens, first, last),
            day=cast(int, tokens.values[days[0]]),
            weekday=_number(tokens, first, last, "weekday", "wdabbr"),
            relation=relation,
        ),
    )


_AFTER_COUNT = frozenset(
    "in at for to with was were is are had has have will would he she they it we the a on of as by from that which who when "
    "while after before during and but or said met visited".split()
)


def _day_range(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    """Read "June 28-29", "7 to 8 May", "May 5, 6 and 7": a reading for each end."""
    days = _days(tokens, first, last)
    month_at = _find(tokens, first, last, "month", "maymonth")
    month, year = cast(int, tokens.values[month_at]), _number(tokens, first, last, "year")
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
    return word.isalpha() and tokens.surface(last).islower() and word not in _AFTER_COUNT


def _week_of(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    if tokens.values.get(first + 1) != "W":
        return ()
    (date,) = _date(tokens, first + 3, last, rule) or (None,)
    if date is None:
        return ()
    return (date.widened(first, last=last, unit="W", relation=""),)


def _quarter(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    number = _number(tokens, first, last, "ord", "second", "int2")
    if rule == "quarter" and _find(tokens, first, first + 2, "last", "latest") >= 0 and number is None:
        number, first_of = 4, _find(tokens, first, last, "of")
        relation = _relation(tokens, first_of, last) or ("" if _number(tokens, first_of, last, "year") else "this")
        year = _number(tokens, first_of, last, "year")
        return (Reading(first, last, "calendar", rule, quarter=number, year=year, relation=relation),)
    if number is None or not 1 <= number <= 4:
        return ()
    at = _find(tokens, first, last, "quarter", "q")
    relation = _relation(tokens, first, last)
    return (
        Reading(
            first, last, "calendar", rule, quarter=number, year=_number(tokens, first, last, "year"), relation=relation,
            anchored=at,
        ),
    )


def _unit_before_last(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    """Read "the week before last", "the month after next"."""
    sign = -1 if tokens.words[last - 2] == "before" else 1
    unit = _unit(tokens, first, last)
    if unit in ("", "D") and _find(tokens, first, last, "daypart") < 0:
        return ()
    return (Reading(first, last, "shift", f"{rule}-ago", unit=unit or "D", count=2, sign=sign, relation="this"),)


def _eve(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    return (Reading(first, last, "shift", rule, unit="D", count=1, sign=-1, relation="that"),)


def _window_unit(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    """Read "in the last year": with a preposition and the article it is a window, not the calendar unit."""
    if tokens.words[first] not in ("in", "over", "during", "within", "throughout", "for"):
        return _relative(tokens, first + 1, last, "relative")
    return _window(tokens, first + 1, last, rule)


def _half(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    number = _number(tokens, first, last, "latter", "ord", "second")
    number = 2 if number is None else number
    if number not in (1, 2):
        return ()
    unit = _text(tokens, first, last, "unit") or "Y"
    if unit not in ("Y", "M", "E", "C"):
        return ()
    if unit != "Y":
        part = "half-1" if number == 1 else "half-2"
        relation = _relation(tokens, _find(tokens, first, last, "of"), last) or "this"
        return (Reading(first, last, "relative", rule, unit=unit, relation=relation, part=part),)  # type: ignore[arg-type]
    year = _number(tokens, first, last, "year")
    relation = _relation(tokens, _find(tokens, first, last, "of"), last) if year is None else ""
    return (Reading(first, last, "calendar", rule, half=number, year=year, relation=relation or ("" if year else "this")),)


def _month(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    month_at = _find(tokens, first, last, "month", "maymonth")
    year = _number(tokens, first, last, "year")
    short = _number(tokens, first, last, "shortyear")
    relation = _relation(tokens, first, last)
    if relation and _text(tokens, first, last, "unit") != "Y":
        relation, last = "", month_at + 1
    if year is None and short is not None:
        year = _full_year(short, 2000 if short < 50 else 1900)
    month = cast(int, tokens.values[month_at])
    return (Reading(first, last, "calendar", rule, year=year, month=month, relation=relation),)


def _season(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    year = _number(tokens, first, last, "year")
    short = _number(tokens, first, last, "shortyear")
    if year is None and short is not None:
        year = _full_year(short, 2000 if short < 50 else 1900)
    unit = _text(tokens, first, last, "unit")
    if unit and unit != "Y":
        return ()
    season = _text(tokens, first, last, "season", "fall")
    return (Reading(first, last, "calendar", rule, year=year, season=season, relation=_relation(tokens, first, last)),)


def _relative_month(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    days = _days(tokens, first, last)
    day = cast(int, tokens.values[days[0]]) if days else None
    return (
        Reading(
            first,
            last,
            "calendar",
            rule,
            month=_month_of(tokens, first, last),
            day=day,
            relation=_relation(tokens, first, last),
            unit="M",
        ),
    )


def _relative_weekday(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    return (
        Reading(
            first,
            last,
            "weekday",
            rule,
            weekday=_number(tokens, first, last, "weekday"),
            relation=_relation(tokens, first, last),
            daypart=_part(tokens, first, last),
        ),
    )


def _weekday_of_week(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    """Read "Wednesday last week", "Monday of next week"; of other units only the weekday is read."""
    if _text(tokens, first, last, "unit") != "W":
        end = first + 2 if _find(tokens, first, first + 2, "daypart") > 0 else first + 1
        return _weekday(tokens, first, end, "weekday")
    weekday, relation = _number(tokens, first, last, "weekday"), _relation(tokens, first, last)
    part = _part(tokens, first, last)
    return (Reading(first, last, "weekday", rule, weekday=weekday, relation=relation, unit="W", daypart=part),)


def _weekend(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    relation = _relation(tokens, first, last)
    if first + 1 == last and relation == "":
        if first and tokens.words[first - 1] not in ("over", "during", "on", "at", "for", "by", "until", "before", "early"):
            return ()
    return (Reading(first, last, "relative", rule, unit="WE", relation=relation),)


def _weekday(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    return (
        Reading(
            first, last, "weekday", rule, weekday=_number(tokens, first, last, "weekday"), daypart=_part(tokens, first, last)
        ),
    )


def _part(tokens: Tokens, first: int, last: int) -> str:
    value = _text(tokens, first, last, "daypart", "overnight")
    return value if not value or value.startswith("T") else f"T{value}"


def _fiscal(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    numbers = [
        value
        for index in range(first, last)
        if isinstance(value := tokens.values.get(index), int) and tokens.words[index].isdigit()
    ]
    if not numbers:
        return ()
    year = numbers[0] if numbers[0] > 99 else _full_year(numbers[0], 2000 if numbers[0] < 60 else 1900)
    span = "both" if len(numbers) > 1 else ""
    return (Reading(first, last, "fiscal", rule, year=year, value=span),)


def _fiscal_relative(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    if _text(tokens, first, last, "unit") != "Y":
        return ()
    return (Reading(first, last, "fiscal", rule, relation=_relation(tokens, first, last) or "this"),)


def _era(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    base = cast(int, tokens.values[first])
    number = _number(tokens, first + 1, last, "int2", "int", "year")
    unit = _text(tokens, first, last, "unit")
    if number is None or not 1 <= number <= 300 or (unit and unit != "Y"):
        return ()
    if not tokens.surface(first)[0].isupper():
        return ()
    return (Reading(first, last, "calendar", rule, year=base + number, era=tokens.words[first]),)


def _bc_year(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    if _text(tokens, first, last, "unit") == "C":
        return (Reading(first, last, "calendar", rule, century=_number(tokens, first, last, "ord", "second"), era="BC"),)
    number = _number(tokens, first, last, "int", "int2", "year")
    return (Reading(first, last, "calendar", rule, year=number, era="BC"),) if number else ()


def _bc_range(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    low, high = cast(int, tokens.values[first]), cast(int, tokens.values[last - 2])
    return (
        Reading(first, first + 1, "calendar", "bc-year", year=low, era="BC", pair=1),
        Reading(last - 2, last, "calendar", "bc-year", year=high, era="BC", pair=2),
    )


def _ad_year(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    number = _number(tokens, first, last, "int", "year")
    return (Reading(first, last, "calendar", rule, year=number),) if number and number < 2200 else ()


def _century(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    unit = _text(tokens, first, last, "unit")
    number = _number(tokens, first, last, "ord", "second")
    if unit == "C" and number is not None and 1 < number <= 21:
        return (Reading(first, last, "calendar", rule, century=number),)
    return ()


def _decade(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    number = _number(tokens, first, last, "decade", "decadeword")
    if number is None:
        return ()
    return (Reading(first, last, "calendar", rule, decade=number),)


def _anniversary(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    number = _number(tokens, first, last, "ord", "second")
    return (Reading(first, last, "anniversary", rule, count=number, unit="Y"),) if number else ()


def _unit(tokens: Tokens, first: int, last: int) -> str:
    """Return the TIMEX unit named last; the bare word "second" counts as one of time only after a number."""
    known = _names()
    for index in range(last - 1, first - 1, -1):
        name = known.get(tokens.classes[index])
        if name in ("unit", "units", "quarter", "weekend"):
            return cast(str, tokens.values[index])
        if name == "second":
            return "TS"
    return ""


def _count(tokens: Tokens, first: int, last: int) -> float | None:
    """Count the words before the unit, with "and a half" after it."""
    at = _find(tokens, first, last, "unit", "units", "second")
    count = count_of(tokens, first, at if at >= 0 else last)
    if count is not None and at >= 0 and _find(tokens, at, last, "half") >= 0:
        count += 0.5
    return count


def _count_of_unit(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    """Read "the first nine months": a duration, whatever it is part of."""
    at = _find(tokens, first, last, "ord", "second", "last", "latest")
    if tokens.classes[at] == lexicon().characters["last"] and not _followed_by_of(tokens, last):
        return _window(tokens, first, last, "window")
    sign = -1 if tokens.classes[at] == lexicon().characters["last"] else 1
    count, unit = _count(tokens, at + 1, last), _unit(tokens, at + 1, last)
    if sign > 0 and tokens.values.get(at) != 1:
        sign = 0
    return (Reading(first, last, "duration", rule, unit=unit, count=count, sign=sign),)


def _followed_by_of(tokens: Tokens, last: int) -> bool:
    return last < len(tokens) and tokens.words[last] == "of"


def _window(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    at = _find(tokens, first, last, "last", "past", "next", "coming", "previous", "following", "these", "latest")
    word = _names()[tokens.classes[at]]
    relation = _RELATIONS[word]
    unit = _unit(tokens, at, last)
    if unit in ("", "WE"):
        return ()
    units_at = _find(tokens, at, last, "unit", "units")
    count: float | None = 1 if units_at == at + 1 else _count(tokens, at + 1, last)
    sign = 1 if relation in ("next", "coming", "following") else -1
    return (Reading(first, last, "window", rule, unit=unit, count=count, sign=sign, relation=relation),)


def _window_half(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    sign = 1 if _find(tokens, first, last, "next", "coming") >= 0 else -1
    return (Reading(first, last, "window", rule, unit=_unit(tokens, first, last), count=0.5, sign=sign),)


def _vague_units(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    unit = _unit(tokens, first, last)
    value = f"PX{unit}" if not unit.startswith("T") else f"PTX{unit[1:]}"
    if _find(tokens, first, last, "coming", "next", "following") >= 0:
        value = "FUTURE_REF" if _find(tokens, first, last, "coming") >= 0 else value
    elif _find(tokens, first, last, "past", "last") >= 0:
        value = "PAST_REF"
    elif _find(tokens, first, last, "these") >= 0:
        if unit != "D":
            return ()
        value = "PRESENT_REF"
    return (Reading(first, last, "vague", rule, value=value),)


def _shift(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    unit_at = _find(tokens, first, last, "unit", "units", "second")
    unit, count = _unit(tokens, first, unit_at + 1), _count(tokens, first, last)
    if _find(tokens, first, unit_at, "the", "that", "this") == first and count is None and unit_at == first + 1:
        count = 1
    word = tokens.words[last - 1]
    sign = 1 if word in ("later", "after", "following") else -1
    relation: Relation = "this" if word == "ago" else "that"
    return (Reading(first, last, "shift", f"{rule}-{word}", unit=unit, count=count, sign=sign, relation=relation),)


def _vague_shift(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    word = tokens.words[last - 1]
    unit = _unit(tokens, first, last)
    value = f"PX{unit}" if not unit.startswith("T") else f"PTX{unit[1:]}"
    kept = last if word in ("ago", "earlier", "later") else last - 1
    return (Reading(first, kept, "vague", rule, value=value),)


def _relative(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    unit = _unit(tokens, first, last)
    relation = _relation(tokens, first, last)
    if unit.startswith("T") or (relation in ("that", "latest") and unit == "C"):
        return ()
    if relation == "past":
        relation = "last"
    return (Reading(first, last, "relative", rule, unit=unit, relation=relation),)


def _relative_part(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    return (
        Reading(
            first, last, "relative", rule, unit="D", relation=_relation(tokens, first, last), daypart=_part(tokens, first, last)
        ),
    )


def _night_of(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    part = _part(tokens, first, last)
    if _find(tokens, first, last, "month", "maymonth") < 0:
        return (
            Reading(first, last, "weekday", rule, weekday=_number(tokens, first, last, "weekday"), daypart=part),
        )
    return tuple(reading.widened(first, daypart=part) for reading in _date(tokens, first, last, rule))


def _dayname(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    part = "TNI" if tokens.words[first] == "tonight" else _part(tokens, first, last)
    if not part and _find(tokens, first, last, "poss") >= 0:
        last = first + 1
    return (Reading(first, last, "dayname", rule, count=_number(tokens, first, last, "dayname"), daypart=part),)


def _clock(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    text = tokens.words[first]
    hour, _, minute = text.partition(":")
    if not hour.isdigit():
        hour = str(tokens.values.get(first, 0))
    number = int(hour)
    meridiem = _number(tokens, first, last, "meridiem")
    if meridiem is not None and number <= 12:
        number = number % 12 + meridiem
    if number > 24:
        return ()
    return (Reading(first, last, "clock", rule, daypart=f"T{number:02d}:{minute[:2] or '00'}"),)


def _set(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    weekday = _number(tokens, first, last, "weekday")
    month = _month_of(tokens, first, last)
    season = _text(tokens, first, last, "season", "fall")
    unit = _unit(tokens, first, last)
    if weekday:
        value = f"XXXX-WXX-{weekday}"
    elif month:
        value = f"XXXX-{month:02d}"
    elif season:
        value = f"XXXX-{season}"
    elif unit:
        count = _count(tokens, first, last) or 1
        value = duration_value(count, unit)
    else:
        value = "P1D"
    return (Reading(first, last, "set", rule, value=value, unit=unit if value.startswith("P1") else ""),)


def _setword(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    value = _text(tokens, first, last, "setword")
    return (Reading(first, last, "set", rule, value=value, unit={"XXXX-XX-XX": "D", "XXXX-WXX": "W"}.get(value, "Y")),)


def _duration(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    unit = _unit(tokens, first, last)
    if not unit or _find(tokens, first, last, "old") >= 0 or (last < len(tokens) and tokens.words[last] == "old"):
        return ()
    if _find(tokens, first, last, "long") >= 0 and _find(tokens, first, last, "a") < 0 and first + 3 == last:
        plural = _find(tokens, first, last, "units") == first
        return (Reading(first, last, "duration", rule, unit=unit, count=None if plural else 1),)
    count = _count(tokens, first, last)
    if count is not None and unit in ("Y", "E") and _tells_relations(tokens, last):
        years = count * (10 if unit == "E" else 1)
        return (Reading(first, last, "anniversary", "years-of-relations", unit="Y", count=years),)
    return (Reading(first, last, "duration", rule, unit=unit, count=count),)


def _tells_relations(tokens: Tokens, last: int) -> bool:
    """True for "45 years of diplomatic relations" (C14)."""
    if not _followed_by_of(tokens, last):
        return False
    return any(word in friends().relations for word in tokens.words[last + 1 : last + 3])


def _bare_units(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    if "old" in tokens.words[last : last + 2]:
        return ()
    return (Reading(first, last, "duration", rule, unit=_unit(tokens, first, last)),)


def _unit_end(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    unit = _unit(tokens, first, last)
    if unit not in ("Y", "M", "Q", "W"):
        return ()
    return (Reading(first, last, "relative", rule, unit=unit, relation="this", part="end"),)


def _the_unit(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    unit = _unit(tokens, first, last)
    if unit.startswith("T") or unit == "D":
        return ()
    return (Reading(first, last, "relative", rule, unit=unit, relation=""),)


def _year(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    if last - first > 1 and _text(tokens, first, last, "unit") != "Y":
        first = last - 1
    return (Reading(first, last, "calendar", rule, year=_number(tokens, first, last, "year")),)


def _year_range(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    """Read "1996-97": a reading for each year."""
    year, short = cast(int, tokens.values[first]), tokens.values.get(last - 1)
    head = Reading(first, first + 1, "calendar", "year", year=year)
    if not isinstance(short, int) or tokens.words[last - 1].isdigit() is False or len(tokens.words[last - 1]) != 2:
        return (head,)
    other = year // 100 * 100 + short
    if other <= year or (last < len(tokens) and tokens.tight(last) and tokens.words[last] in ("-", "/")):
        return (head,)
    return replace(head, pair=1), Reading(last - 1, last, "calendar", rule, year=other, pair=2)


def _spelled_year(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    numbers = [value for index in range(first, last) if isinstance(value := tokens.values.get(index), int) and value]
    year = spelled_year(numbers)
    return (Reading(first, last, "calendar", rule, year=year),) if year else ()


def _short_year(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    number = cast(int, tokens.values[first])
    if last < len(tokens) and tokens.tight(last) and tokens.words[last] in ("'", "’"):
        return ()
    return (Reading(first, last, "calendar", rule, year=number, value="short"),)


def _ordinal_day(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    number = tokens.values.get(last - 1)
    if not isinstance(number, int) or not 1 <= number <= 31:
        return ()
    return (Reading(first, last, "ordinal-day", rule, day=number),)


def _overnight(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    return (Reading(first, last, "dayname", rule, count=0, daypart="TNI"),)


def _vague(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    return (Reading(first, last, "vague", rule, value=_text(tokens, first, last, "vague", "recent", "future", "current")),)


def _the_past(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    """Read "in the past", not "the past president"."""
    if last < len(tokens) and tokens.words[last].isalpha() and tokens.words[last] not in ("and", "but", "as", "that", "to", "when"):
        return ()
    return (Reading(first, last, "vague", rule, value="PAST_REF"),)


def _year_earlier(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    """Read "the year-ago quarter", "year-earlier"."""
    if _text(tokens, first, last, "unit") != "Y":
        return ()
    quarter = _number(tokens, first, last, "ord", "second")
    return (Reading(first, last, "shift", rule, unit="Y", count=1, sign=-1, relation="that", quarter=quarter),)


def _latest_period(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    if tokens.words[last - 1] != "period":
        return ()
    return (Reading(first, last, "relative", rule, unit="Q", relation=""),)


def _noon_of_day(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    part = _part(tokens, first, last)
    if _find(tokens, first, last, "weekday") >= 0:
        return (Reading(first, last, "weekday", rule, weekday=_number(tokens, first, last, "weekday"), daypart=part),)
    return (Reading(first, last, "dayname", rule, count=_number(tokens, first, last, "dayname"), daypart=part),)


def _holiday(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    """Read "Christmas Eve 1991", "last Thanksgiving", "Election Day"."""
    at = _find(tokens, first, last, "holiday", "feast", "new")
    name = cast(str, tokens.values[at])
    after = _find(tokens, at + 1, min(last, at + 4), "unit", "eve", "weekday")
    if after >= 0 and is_holiday(f"{name} {tokens.words[after]}"):
        name = f"{name} {tokens.words[after]}"
    else:
        after = at
    if not is_holiday(name) or not tokens.surface(at)[0].isupper() or not tokens.surface(after)[0].isupper():
        return ()
    near = holiday(name, 2000)
    relation = _relation(tokens, first, last)
    if after + 1 < last and relation == "" and _number(tokens, after, last, "year") is None:
        last = after + 1
    return (
        Reading(
            first, last, "calendar", rule, month=near.month, day=near.day, year=_number(tokens, first, last, "year"),
            relation=relation, unit="M" if relation and first < at else "", value=f"holiday:{name}",
        ),
    )  # fmt: skip


BUILDERS: dict[str, Builder] = {
    "ad_year": _ad_year,
    "anniversary": _anniversary,
    "bare_units": _bare_units,
    "bc_range": _bc_range,
    "bc_year": _bc_year,
    "century": _century,
    "clock": _clock,
    "date": _date,
    "eve": _eve,
    "unit_before_last": _unit_before_last,
    "window_unit": _window_unit,
    "day_range": _day_range,
    "dayname": _dayname,
    "decade": _decade,
    "duration": _duration,
    "count_of_unit": _count_of_unit,
    "era": _era,
    "fiscal": _fiscal,
    "fiscal_relative": _fiscal_relative,
    "half": _half,
    "holiday": _holiday,
    "iso": _iso,
    "month": _month,
    "night_of": _night_of,
    "ordinal_day": _ordinal_day,
    "overnight": _overnight,
    "quarter": _quarter,
    "recent": _vague,
    "relative": _relative,
    "relative_month": _relative_month,
    "relative_part": _relative_part,
    "relative_weekday": _relative_weekday,
    "season": _season,
    "set": _set,
    "setword": _setword,
    "shift": _shift,
    "short_year": _short_year,
    "slash": _slash,
    "spelled_year": _spelled_year,
    "the_unit": _the_unit,
    "unit_end": _unit_end,
    "vague": _vague,
    "vague_shift": _vague_shift,
    "vague_units": _vague_units,
    "weekday": _weekday,
    "week_of": _week_of,
    "weekday_of_week": _weekday_of_week,
    "weekend": _weekend,
    "window": _window,
    "window_half": _window_half,
    "the_past": _the_past,
    "year_earlier": _year_earlier,
    "latest_period": _latest_period,
    "noon_of_day": _noon_of_day,
    "year": _year,
    "year_range": _year_range,
}

"""Readings that point: last week, that year, two weeks ago, the following day."""

from __future__ import annotations

from typing import cast

from summitry.dates.builders.dates import weekday
from summitry.dates.builders.tools import (
    count_before,
    day_tokens,
    daypart_of,
    find,
    followed_by_of,
    month_of,
    number_of,
    relation_of,
    text_of,
    unit_of,
)
from summitry.dates.friends import words_beside
from summitry.dates.readings import Reading, Relation
from summitry.dates.scan import Tokens

__all__ = [
    "eve",
    "latest_period",
    "part_before",
    "relative",
    "relative_month",
    "relative_part",
    "relative_weekday",
    "shift",
    "the_unit",
    "unit_before_last",
    "unit_end",
    "vague_shift",
    "weekday_of_week",
    "weekend",
    "year_earlier",
]


def relative_month(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    days = day_tokens(tokens, first, last)
    day = cast(int, tokens.values[days[0]]) if days else None
    return (
        Reading(
            first,
            last,
            "calendar",
            rule,
            month=month_of(tokens, first, last),
            day=day,
            relation=relation_of(tokens, first, last),
            unit="M",
        ),
    )


def relative_weekday(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    return (
        Reading(
            first,
            last,
            "weekday",
            rule,
            weekday=number_of(tokens, first, last, "weekday"),
            relation=relation_of(tokens, first, last),
            daypart=daypart_of(tokens, first, last),
        ),
    )


def weekday_of_week(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    """Read "Wednesday last week", "Monday of next week"; of other units only the weekday is read."""
    if text_of(tokens, first, last, "unit") != "W":
        end = first + 2 if find(tokens, first, first + 2, "daypart") > 0 else first + 1
        return weekday(tokens, first, end, "weekday")
    number, relation = number_of(tokens, first, last, "weekday"), relation_of(tokens, first, last)
    part = daypart_of(tokens, first, last)
    return (Reading(first, last, "weekday", rule, weekday=number, relation=relation, unit="W", daypart=part),)


def weekend(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    relation = relation_of(tokens, first, last)
    alone = first > 0 and first + 1 == last and not relation
    if alone and tokens.words[first - 1] not in words_beside("before_weekend"):
        return ()
    return (Reading(first, last, "relative", rule, unit="WE", relation=relation),)


def relative(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    unit = unit_of(tokens, first, last)
    relation = relation_of(tokens, first, last)
    if unit.startswith("T") or (relation in ("that", "latest") and unit == "C"):
        return ()
    if (
        relation == "last"
        and unit in ("W", "E")
        and "the" in tokens.words[max(0, first - 1) : first + 1]
        and (followed_by_of(tokens, last))
    ):
        return ()
    if relation == "past":
        relation = "last"
    return (Reading(first, last, "relative", rule, unit=unit, relation=relation),)


def relative_part(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    return (
        Reading(
            first,
            last,
            "relative",
            rule,
            unit="D",
            relation=relation_of(tokens, first, last),
            daypart=daypart_of(tokens, first, last),
        ),
    )


def part_before(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    """Read "the night before", "the morning after", not "the night before he left"."""
    if (
        last < len(tokens)
        and tokens.words[last].isalpha()
        and tokens.words[last] not in words_beside("time_prepositions")
    ):
        return ()
    relation: Relation = "following" if tokens.words[last - 1] == "after" else "previous"
    part = daypart_of(tokens, first, last)
    return (Reading(first, last, "relative", rule, unit="D", relation=relation, daypart=part),)


def unit_before_last(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    """Read "the week before last", "the month after next"."""
    sign = -1 if tokens.words[last - 2] == "before" else 1
    unit = unit_of(tokens, first, last)
    if unit in ("", "D") and find(tokens, first, last, "daypart") < 0:
        return ()
    return (Reading(first, last, "shift", f"{rule}-ago", unit=unit or "D", count=2, sign=sign, relation="this"),)


def quarter_century(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    """Read "a quarter of a century ago"."""
    if text_of(tokens, first + 2, last, "unit") != "C":
        return ()
    word = tokens.words[last - 1]
    sign: int
    relation: Relation
    sign, relation = (1, "that") if word == "later" else (-1, "this" if word == "ago" else "that")
    return (Reading(first, last, "shift", f"{rule}-{word}", unit="Y", count=25, sign=sign, relation=relation),)


def later_in_day(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    """Read "later in the day": the day told last."""
    if tokens.values.get(last - 1) != "D":
        return ()
    return (Reading(first, last, "relative", rule, unit="D", relation="same"),)


def eve(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    return (Reading(first, last, "shift", rule, unit="D", count=1, sign=-1, relation="that"),)


def shift(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    unit_at = find(tokens, first, last, "unit", "units", "second")
    unit, count = unit_of(tokens, first, unit_at + 1), count_before(tokens, first, last)
    if find(tokens, first, unit_at, "the", "that", "this") == first and count is None and unit_at == first + 1:
        count = 1
    word = tokens.words[last - 1]
    word = "later" if word.startswith("afterward") else word
    sign = 1 if word in ("later", "after", "following") else -1
    relation: Relation = "this" if word == "ago" else "that"
    return (Reading(first, last, "shift", f"{rule}-{word}", unit=unit, count=count, sign=sign, relation=relation),)


def vague_shift(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    word = tokens.words[last - 1]
    unit = unit_of(tokens, first, last)
    value = f"PX{unit}" if not unit.startswith("T") else f"PTX{unit[1:]}"
    kept = last if word in ("ago", "earlier", "later") else last - 1
    return (Reading(first, kept, "vague", rule, value=value),)


def year_earlier(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    """Read "the year-ago quarter", "year-earlier"."""
    if text_of(tokens, first, last, "unit") != "Y":
        return ()
    quarter = number_of(tokens, first, last, "ord", "second")
    return (Reading(first, last, "shift", rule, unit="Y", count=1, sign=-1, relation="that", quarter=quarter),)


def latest_period(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    if tokens.words[last - 1] != "period":
        return ()
    return (Reading(first, last, "relative", rule, unit="Q", relation=""),)


def unit_end(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    unit = unit_of(tokens, first, last)
    if unit not in ("Y", "M", "Q", "W"):
        return ()
    return (Reading(first, last, "relative", rule, unit=unit, relation="this", part="end"),)


def the_unit(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    unit = unit_of(tokens, first, last)
    if unit.startswith("T") or unit == "D":
        return ()
    if last < len(tokens) and tokens.words[last] in ("ended", "ending"):
        return (Reading(first, last, "duration", rule, unit=unit, count=1),)
    return (Reading(first, last, "relative", rule, unit=unit, relation=""),)

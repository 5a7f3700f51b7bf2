"""Readings of years, decades, centuries, eras and fiscal years."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from summitry.dates.builders.tools import full_year, number_of, relation_of, text_of
from summitry.dates.numbers import spelled_year
from summitry.dates.readings import Reading
from summitry.dates.scan import Tokens

__all__ = [
    "ad_year",
    "anniversary",
    "bc_range",
    "bc_year",
    "century",
    "decade",
    "era",
    "fiscal",
    "fiscal_relative",
    "short_year",
    "year",
    "year_in_words",
    "year_range",
]


def fiscal(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    numbers = [
        value
        for index in range(first, last)
        if isinstance(value := tokens.values.get(index), int) and tokens.words[index].isdigit()
    ]
    if not numbers:
        return ()
    year = numbers[0] if numbers[0] > 99 else full_year(numbers[0], 2000 if numbers[0] < 60 else 1900)
    span = "both" if len(numbers) > 1 else ""
    return (Reading(first, last, "fiscal", rule, year=year, value=span),)


def fiscal_relative(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    if text_of(tokens, first, last, "unit") != "Y":
        return ()
    return (Reading(first, last, "fiscal", rule, relation=relation_of(tokens, first, last) or "this"),)


def era(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    base = cast(int, tokens.values[first])
    number = number_of(tokens, first + 1, last, "int2", "int", "year")
    unit = text_of(tokens, first, last, "unit")
    if number is None or not 1 <= number <= 300 or (unit and unit != "Y"):
        return ()
    if not tokens.surface(first)[0].isupper():
        return ()
    return (Reading(first, last, "calendar", rule, year=base + number, era=tokens.words[first]),)


def bc_year(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    if text_of(tokens, first, last, "unit") == "C":
        return (
            Reading(first, last, "calendar", rule, century=number_of(tokens, first, last, "ord", "second"), era="BC"),
        )
    number = number_of(tokens, first, last, "int", "int2", "year")
    return (Reading(first, last, "calendar", rule, year=number, era="BC"),) if number else ()


def bc_range(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    low, high = cast(int, tokens.values[first]), cast(int, tokens.values[last - 2])
    return (
        Reading(first, first + 1, "calendar", "bc-year", year=low, era="BC", pair=1),
        Reading(last - 2, last, "calendar", "bc-year", year=high, era="BC", pair=2),
    )


def ad_year(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    number = number_of(tokens, first, last, "int", "year")
    return (Reading(first, last, "calendar", rule, year=number),) if number and number < 2200 else ()


def century(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    unit = text_of(tokens, first, last, "unit")
    number = number_of(tokens, first, last, "ord", "second")
    if unit == "C" and number is not None and 1 < number <= 21:
        return (Reading(first, last, "calendar", rule, century=number),)
    return ()


def decade(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    number = number_of(tokens, first, last, "decade", "decadeword")
    if number is None:
        return ()
    return (Reading(first, last, "calendar", rule, decade=number),)


def year(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    if last - first > 1 and text_of(tokens, first, last, "unit") != "Y":
        first = last - 1
    return (Reading(first, last, "calendar", rule, year=number_of(tokens, first, last, "year")),)


def year_range(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    """Read "1996-97": a reading for each year."""
    year, short = cast(int, tokens.values[first]), tokens.values.get(last - 1)
    head = Reading(first, first + 1, "calendar", "year", year=year)
    if not isinstance(short, int) or tokens.words[last - 1].isdigit() is False or len(tokens.words[last - 1]) != 2:
        return (head,)
    other = year // 100 * 100 + short
    if other <= year or (last < len(tokens) and tokens.tight(last) and tokens.words[last] in ("-", "/")):
        return (head,)
    return replace(head, pair=1), Reading(last - 1, last, "calendar", rule, year=other, pair=2)


def year_in_words(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    numbers = [value for index in range(first, last) if isinstance(value := tokens.values.get(index), int) and value]
    year = spelled_year(numbers)
    return (Reading(first, last, "calendar", rule, year=year),) if year else ()


def short_year(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    number = cast(int, tokens.values[first])
    if last < len(tokens) and tokens.tight(last) and tokens.words[last] in ("'", "’"):
        return ()
    return (Reading(first, last, "calendar", rule, year=number, value="short"),)


def anniversary(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    number = number_of(tokens, first, last, "ord", "second")
    return (Reading(first, last, "anniversary", rule, count=number, unit="Y"),) if number else ()

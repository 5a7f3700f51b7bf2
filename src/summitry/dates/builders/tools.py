"""Looking into a run of tokens: numbers, units and relations in it."""

from __future__ import annotations

from functools import cache
from typing import cast

from summitry.dates.lexicon import lexicon
from summitry.dates.numbers import count_of
from summitry.dates.readings import Relation
from summitry.dates.scan import Tokens

__all__ = [
    "RELATIONS",
    "class_names",
    "count_before",
    "day_tokens",
    "daypart_of",
    "find",
    "followed_by_of",
    "full_year",
    "month_of",
    "number_of",
    "relation_of",
    "text_of",
    "unit_of",
    "without_full_stop",
]

RELATIONS: dict[str, Relation] = {
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
def class_names() -> dict[str, str]:
    """Class character to class name."""
    return {character: name for name, character in lexicon().characters.items()}


def find(tokens: Tokens, first: int, last: int, *names: str) -> int:
    """Return the first token of one of the classes, -1 where there is none."""
    known = class_names()
    wanted = (*names, "quarter") if "unit" in names else names
    for index in range(first, last):
        if known.get(tokens.classes[index]) in wanted:
            return index
    return -1


def number_of(tokens: Tokens, first: int, last: int, *names: str) -> int | None:
    index = find(tokens, first, last, *names)
    value = tokens.values.get(index)
    return value if isinstance(value, int) else None


def text_of(tokens: Tokens, first: int, last: int, *names: str) -> str:
    index = find(tokens, first, last, *names)
    value = tokens.values.get(index)
    return value if isinstance(value, str) else ""


def relation_of(tokens: Tokens, first: int, last: int) -> Relation:
    """Return how the words point; "this past" and "this coming" point like their second word."""
    known = class_names()
    found = [
        RELATIONS[name] for index in range(first, last) if (name := known.get(tokens.classes[index], "")) in RELATIONS
    ]
    if not found:
        return ""
    if found[0] == "this" and len(found) > 1:
        return {"past": "last", "coming": "next", "last": "last", "next": "next"}.get(found[1], "same")  # type: ignore[return-value]
    return "same" if "same" in found else found[0]


def day_tokens(tokens: Tokens, first: int, last: int) -> list[int]:
    """Return the token indices of the numbers that can be days of the month."""
    known = class_names()
    return [
        index
        for index in range(first, last)
        if known.get(tokens.classes[index]) in ("int2", "ord", "second")
        and isinstance(value := tokens.values.get(index), int)
        and 1 <= value <= 31
    ]


def full_year(short: int, near: int = 1950) -> int:
    """Return the year that two digits mean, in the century of a year near it."""
    return near // 100 * 100 + short


def month_of(tokens: Tokens, first: int, last: int) -> int | None:
    return number_of(tokens, first, last, "month", "maymonth")


def daypart_of(tokens: Tokens, first: int, last: int) -> str:
    value = text_of(tokens, first, last, "daypart", "overnight")
    return value if not value or value.startswith("T") else f"T{value}"


def unit_of(tokens: Tokens, first: int, last: int) -> str:
    """Return the TIMEX unit named last; the bare word "second" counts as one of time only after a number."""
    known = class_names()
    for index in range(last - 1, first - 1, -1):
        name = known.get(tokens.classes[index])
        if name in ("unit", "units", "quarter", "weekend"):
            return cast(str, tokens.values[index])
        if name == "second":
            return "TS"
    return ""


def count_before(tokens: Tokens, first: int, last: int) -> float | None:
    """Count the words before the unit, with "and a half" after it."""
    at = find(tokens, first, last, "unit", "units", "second")
    count = count_of(tokens, first, at if at >= 0 else last)
    if count is not None and at >= 0 and find(tokens, at, last, "half") >= 0:
        count += 0.5
    return count


def followed_by_of(tokens: Tokens, last: int) -> bool:
    return last < len(tokens) and tokens.words[last] == "of"


_ABBREVIATED = 4
"""Longest month name that a full stop abbreviates: Sept."""


def without_full_stop(tokens: Tokens, last: int) -> int:
    """Return the end of an expression without the full stop of its sentence: after "June", not after "Sept"."""
    if tokens.words[last - 1] != ".":
        return last
    word = tokens.words[last - 2]
    return last - 1 if len(word) > _ABBREVIATED or word in ("may", "june", "july") else last

"""Readings of windows, durations, sets and vague times."""

from __future__ import annotations

from summitry.dates.builders.relative import relative
from summitry.dates.builders.tools import (
    RELATIONS,
    class_names,
    count_before,
    find,
    followed_by_of,
    month_of,
    number_of,
    text_of,
    unit_of,
)
from summitry.dates.friends import friends, words_beside
from summitry.dates.lexicon import lexicon
from summitry.dates.readings import Reading
from summitry.dates.scan import Tokens
from summitry.dates.values import duration_value

__all__ = [
    "bare_units",
    "count_of_unit",
    "duration",
    "set_",
    "setword",
    "the_past",
    "vague",
    "vague_units",
    "window",
    "window_half",
    "window_unit",
]


def count_of_unit(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    """Read "the first nine months": a duration, whatever it is part of."""
    at = find(tokens, first, last, "ord", "second", "last", "latest")
    if tokens.classes[at] == lexicon().characters["last"] and not followed_by_of(tokens, last):
        return window(tokens, first, last, "window")
    sign = -1 if tokens.classes[at] == lexicon().characters["last"] else 1
    count, unit = count_before(tokens, at + 1, last), unit_of(tokens, at + 1, last)
    if sign > 0 and tokens.values.get(at) != 1:
        sign = 0
    return (Reading(first, last, "duration", rule, unit=unit, count=count, sign=sign),)


def window(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    at = find(tokens, first, last, "last", "past", "next", "coming", "previous", "following", "these", "latest")
    word = class_names()[tokens.classes[at]]
    relation = RELATIONS[word]
    unit = unit_of(tokens, at, last)
    if unit in ("", "WE"):
        return ()
    if word == "last" and at == first and first and tokens.words[first - 1] in words_beside("before_last_as_verb"):
        return duration(tokens, at + 1, last, "duration")
    units_at = find(tokens, at, last, "unit", "units")
    count: float | None = 1 if units_at == at + 1 else count_before(tokens, at + 1, last)
    sign = 1 if relation in ("next", "coming", "following") else -1
    return (Reading(first, last, "window", rule, unit=unit, count=count, sign=sign, relation=relation),)


def window_unit(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    """Read "in the last year": with a preposition and the article it is a window, not the calendar unit."""
    if tokens.words[first] not in ("in", "over", "during", "within", "throughout", "for"):
        return relative(tokens, first + 1, last, "relative")
    return window(tokens, first + 1, last, rule)


def window_half(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    sign = 1 if find(tokens, first, last, "next", "coming") >= 0 else -1
    return (Reading(first, last, "window", rule, unit=unit_of(tokens, first, last), count=0.5, sign=sign),)


def vague_units(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    unit = unit_of(tokens, first, last)
    value = f"PX{unit}" if not unit.startswith("T") else f"PTX{unit[1:]}"
    if find(tokens, first, last, "coming", "next", "following") >= 0:
        value = "FUTURE_REF" if find(tokens, first, last, "coming") >= 0 else value
    elif find(tokens, first, last, "past", "last") >= 0:
        value = "PAST_REF"
    elif find(tokens, first, last, "these") >= 0:
        if unit != "D":
            return ()
        value = "PRESENT_REF"
    return (Reading(first, last, "vague", rule, value=value),)


def set_(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    weekday = number_of(tokens, first, last, "weekday")
    month = month_of(tokens, first, last)
    season = text_of(tokens, first, last, "season", "fall")
    unit = unit_of(tokens, first, last)
    if weekday:
        value = f"XXXX-WXX-{weekday}"
    elif month:
        value = f"XXXX-{month:02d}"
    elif season:
        value = f"XXXX-{season}"
    elif unit:
        count = count_before(tokens, first, last) or 1
        value = duration_value(count, unit)
    else:
        value = "P1D"
    return (Reading(first, last, "set", rule, value=value, unit=unit if value.startswith("P1") else ""),)


def setword(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    value = text_of(tokens, first, last, "setword")
    return (Reading(first, last, "set", rule, value=value, unit={"XXXX-XX-XX": "D", "XXXX-WXX": "W"}.get(value, "Y")),)


def duration(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    unit = unit_of(tokens, first, last)
    if not unit or find(tokens, first, last, "old") >= 0 or (last < len(tokens) and tokens.words[last] == "old"):
        return ()
    if find(tokens, first, last, "long") >= 0 and find(tokens, first, last, "a") < 0 and first + 3 == last:
        plural = find(tokens, first, last, "units") == first
        return (Reading(first, last, "duration", rule, unit=unit, count=None if plural else 1),)
    count = count_before(tokens, first, last)
    if count is not None and unit in ("Y", "E") and _tells_relations(tokens, last):
        years = count * (10 if unit == "E" else 1)
        return (Reading(first, last, "anniversary", "years-of-relations", unit="Y", count=years),)
    return (Reading(first, last, "duration", rule, unit=unit, count=count),)


def _tells_relations(tokens: Tokens, last: int) -> bool:
    """True for "45 years of diplomatic relations" (C14)."""
    if not followed_by_of(tokens, last):
        return False
    return any(word in friends().relations for word in tokens.words[last + 1 : last + 3])


def bare_units(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    if "old" in tokens.words[last : last + 2]:
        return ()
    return (Reading(first, last, "duration", rule, unit=unit_of(tokens, first, last)),)


def vague(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    return (
        Reading(first, last, "vague", rule, value=text_of(tokens, first, last, "vague", "recent", "future", "current")),
    )


def the_past(tokens: Tokens, first: int, last: int, rule: str) -> tuple[Reading, ...]:
    """Read "in the past", not "the past president"."""
    after = tokens.words[last] if last < len(tokens) else ""
    if after.isalpha() and after not in words_beside("after_the_past"):
        return ()
    return (Reading(first, last, "vague", rule, value="PAST_REF"),)

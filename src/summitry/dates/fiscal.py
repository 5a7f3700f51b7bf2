"""Fiscal years by country (C15)."""

from __future__ import annotations

from datetime import date
from functools import cache

from summitry.dates.calendar import Days
from summitry.dates.lexicon import load_table
from summitry.dates.scan import Tokens
from summitry.dates.tense import ends_sentence

__all__ = ["fiscal_days"]

_REACH = 120
"""Most tokens looked at on either side for the name of a country or a body of it."""


def fiscal_days(tokens: Tokens, at: int, year: int, *, both: bool) -> tuple[Days, str] | None:
    """Return the days of a fiscal year and its country's code, `None` where the text names none.

    Args:
        tokens: the text.
        at: token where the expression begins; the nearest country decides.
        year: the year named, the first where two are.
        both: True for "2018-19".
    """
    country = _country_near(tokens, at)
    if country is None:
        return None
    if country == "US":
        return (date(year - 1, 10, 1), date(year, 9, 30)), country
    start = year if both or country == "JP" else year - 1
    return (date(start, 4, 1), date(start + 1, 3, 31)), country


@cache
def _countries() -> dict[str, str]:
    table = load_table("cues")["fiscal"]
    return {name: country for country, names in table.items() for name in names}


def _country_near(tokens: Tokens, at: int) -> str | None:
    """Return the country whose name, or a body of which, stands nearest to a token, its own clause first."""
    clause = _clause(tokens, at)
    best: tuple[bool, int, str] | None = None
    for index in range(max(0, at - _REACH), min(len(tokens), at + _REACH)):
        country = _country_at(tokens, index)
        if country:
            found = (index not in clause, abs(index - at), country)
            best = found if best is None else min(best, found)
    return best[2] if best else None


def _clause(tokens: Tokens, at: int) -> range:
    """Return the tokens around one up to a semicolon or the bounds of the sentence."""

    def bounds(index: int) -> bool:
        return tokens.words[index] == ";" or ends_sentence(tokens, index)

    first = next((index for index in range(at, max(0, at - _REACH), -1) if bounds(index)), max(0, at - _REACH))
    last = next((index for index in range(at, min(len(tokens), at + _REACH)) if bounds(index)), at + _REACH)
    return range(first, last)


def _country_at(tokens: Tokens, index: int) -> str | None:
    if not tokens.text[tokens.starts[index]].isupper():
        return None
    text = tokens.text[tokens.starts[index] : tokens.starts[index] + 24].lower()
    for name, country in _countries().items():
        if text.startswith(name) and not text[len(name) : len(name) + 1].isalpha():
            return None if name == "us" and tokens.surface(index) != "US" else country
    return None

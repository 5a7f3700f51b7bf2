"""Numbers in words and figures: "twenty-one", "3,467", "12th", "at least 70"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from summitry.coding.claims.words import listed, words
from summitry.model import Comparison

if TYPE_CHECKING:
    from summitry.language import Token

__all__ = ["TIMES", "comparison_of", "ordinal_at", "qualifier_before", "read_number", "read_ordinal"]

TIMES = {"once": 1, "twice": 2, "thrice": 3}
"""Words that say how often."""
_FIGURES = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_NTH = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_LONGEST_QUALIFIER = 18


@cache
def _cardinals() -> dict[str, int]:
    tens = {word: 10 * value for value, word in enumerate(listed("numbers", "tens")) if word}
    return {word: value for value, word in enumerate(listed("numbers", "units"))} | tens


@cache
def _ordinals() -> dict[str, int]:
    tens = {word: 10 * value for value, word in enumerate(listed("numbers", "ordinal_tens")) if word}
    return {word: value for value, word in enumerate(listed("numbers", "ordinals"))} | tens


def read_number(text: str) -> int | None:
    """Return the whole number that words or figures tell, None where they tell none.

    >>> [read_number(t) for t in ("twenty-one", "3,467", "two hundred", "5 million", "2.5", "a dozen", "few")]
    [21, 3467, 200, 5000000, None, 12, None]
    """
    total, seen = 0, False
    for part in re.split(r"[\s\-]+", text.lower().strip()):
        if part in ("and", ""):
            continue
        if part in _SCALES:
            total, seen = (total or 1) * _SCALES[part], True
        elif part in _cardinals():
            total, seen = total + _cardinals()[part], True
        elif _FIGURES.fullmatch(part):
            total, seen = total + int(part.replace(",", "")), True
        elif part not in ("a", "an"):
            return None
    return total if seen else None


def read_ordinal(text: str) -> int | None:
    """Return the number of an ordinal, None for other words.

    >>> [read_ordinal(t) for t in ("fifth", "12th", "twenty-third", "forth")]
    [5, 12, 23, None]
    """
    text = text.lower()
    match = _NTH.fullmatch(text)
    if match:
        return int(match[1])
    ten, _, unit = text.rpartition("-")
    if not ten:
        return _ordinals().get(text)
    first, last = _cardinals().get(ten, 0), _ordinals().get(unit, 0)
    return first + last if first >= 20 and 0 < last < 10 else None


def ordinal_at(token: Token) -> int:
    """Return the number of an ordinal with the tens that a parser cut from it, 0 for other words: "thirty-*first*"."""
    row = token.doc[max(token.sent.start, token.i - 2) : token.i + 1]
    hyphened = len(row) == 3 and row[1].text in {"-", "–"}
    whole = read_ordinal(f"{row[0].lower_}-{token.lower_}") if hyphened else None
    return whole or read_ordinal(token.lower_) or 0


def qualifier_before(text: str, start: int) -> str:
    """Return the words that qualify a number which begins at an offset: `at least`, `more than`, `""`."""
    before = re.sub(r"\s+", " ", text[max(0, start - _LONGEST_QUALIFIER) : start].lower()).rstrip()
    found = [phrase for phrase in _qualifiers() if re.search(rf"(?:^|\W){re.escape(phrase)}$", before)]
    return max(found, key=len, default="")


def comparison_of(qualifier: str) -> Comparison:
    """Return how a qualified number is meant."""
    if qualifier in words("qualifiers", "at-least") | words("qualifiers", "more-than"):
        return "at-least"
    if qualifier in words("qualifiers", "at-most"):
        return "at-most"
    return "about" if qualifier else "exactly"


@cache
def _qualifiers() -> tuple[str, ...]:
    return tuple(p for name in ("at-least", "more-than", "at-most", "about") for p in listed("qualifiers", name))

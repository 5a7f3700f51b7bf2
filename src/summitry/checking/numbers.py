"""Numbers of claims: what a value says, what satisfies it, and the same words with another number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summitry.coding.claims.numbers import TIMES, read_number, read_ordinal
from summitry.coding.claims.words import listed
from summitry.model import Comparison

__all__ = ["Number", "number_of", "ordinal_text", "with_number"]

_FIGURE = re.compile(r"\d[\d,]*")
_VAGUE: dict[str, tuple[int, Comparison]] = {
    "several": (3, "at-least"),
    "many": (3, "at-least"),
    "dozens": (24, "at-least"),
    "scores": (40, "at-least"),
    "hundreds": (200, "at-least"),
    "thousands": (2000, "at-least"),
}
"""What vague numbers say at the least: the plural of a dozen is two dozen."""
_PLURAL = 2
_ABOUT = 0.2
"""An "about" may be off by a fifth."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number with how it is meant.

    Args:
        value: the number.
        comparison: how it is meant.
        beyond: whether it must be exceeded: "more than three".
    """

    value: int
    comparison: Comparison
    beyond: bool = False

    def holds(self, found: int) -> bool:
        """True where a number found satisfies it."""
        if self.comparison == "at-least":
            return found > self.value if self.beyond else found >= self.value
        if self.comparison == "at-most":
            return found < self.value if self.beyond else found <= self.value
        if self.comparison == "about":
            return abs(found - self.value) <= max(1, _ABOUT * self.value)
        return found == self.value

    def wants_more(self, found: int) -> bool:
        """True where a number found is too small."""
        return not self.holds(found) and found <= self.value


def number_of(value: str, comparison: Comparison) -> Number | None:
    """Return the number that a claim's value tells, `None` where it tells none.

    >>> number_of("more than 3", "at-least"), number_of("keen", "")
    (Number(value=3, comparison='at-least', beyond=True), None)
    """
    text = value.lower().strip()
    if text in _VAGUE:
        return Number(*_VAGUE[text])
    beyond = text.startswith(("more than", "over", "fewer than", "less than"))
    figure = _FIGURE.search(text)
    number = int(figure[0].replace(",", "")) if figure else (read_number(text) or read_ordinal(text))
    return None if number is None else Number(number, comparison or "exactly", beyond)


def ordinal_text(number: int) -> str:
    """Return a number as an ordinal.

    >>> [ordinal_text(n) for n in (1, 2, 3, 11, 12, 21)]
    ['1st', '2nd', '3rd', '11th', '12th', '21st']
    """
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def with_number(sentence: str, quote: str, old: int, new: int) -> str:
    """Return a sentence with another number in its claim, in the same form of words.

    Where the number stands nowhere, or its noun would have to change with it ("one tests"), only the number is told.

    >>> with_number("It was their fifth meeting.", "their fifth meeting", 5, 4)
    'It was their fourth meeting.'
    """
    at = sentence.find(quote)
    start = max(at, 0)
    for match in re.compile(r"[A-Za-z]+(?:-[a-z]+)?|\d[\d,]*(?:st|nd|rd|th)?").finditer(sentence, start):
        form = _same_form(match[0], old, new)
        if form and not (min(old, new) < _PLURAL <= max(old, new) and read_ordinal(form.lower()) is None):
            return sentence[: match.start()] + form + sentence[match.end() :]
        if form:
            break
    return f"The number is {new}."


def _same_form(word: str, old: int, new: int) -> str:
    lower = word.lower()
    if TIMES.get(lower) == old:
        return {1: "once", 2: "twice"}.get(new, f"{new} times")
    if read_ordinal(lower) == old:
        ordinals = listed("numbers", "ordinals")
        form = ordinal_text(new) if lower[0].isdigit() or new >= len(ordinals) else ordinals[new]
    elif lower not in {"a", "an"} and read_number(lower) == old:
        units = listed("numbers", "units")
        form = str(new) if lower[0].isdigit() or new >= len(units) else units[new]
    else:
        return ""
    return form.capitalize() if word[0].isupper() else form

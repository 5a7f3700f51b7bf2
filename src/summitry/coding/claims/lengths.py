"""Lengths of time as values: "more than a decade" is `more than 10 years`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summitry.coding.claims.numbers import qualifier_before, read_number
from summitry.coding.claims.words import words

__all__ = ["Length", "read_length"]

_LENGTH = re.compile(
    r"(?P<number>\d[\d,]*|a few|several|an?|[a-z]+(?:-[a-z]+)?)[\s\-]+"
    r"(?P<unit>second|minute|hour|day|week|month|year|decade|century)s?\b",
    re.IGNORECASE,
)
_DAYS = {
    "second": 0.0,
    "minute": 0.0,
    "hour": 1 / 24,
    "day": 1,
    "week": 7,
    "month": 30.44,
    "year": 365.25,
    "decade": 3652.5,
    "century": 36525,
}


_FIXED_LENGTHS = {
    "a fortnight": (2, "week"),
    "half a century": (50, "year"),
    "a half century": (50, "year"),
    "a quarter century": (25, "year"),
    "a quarter of a century": (25, "year"),
    "half a decade": (5, "year"),
    "half a year": (6, "month"),
    "a century": (100, "year"),
    "a century and a half": (150, "year"),
    "a year and a half": (18, "month"),
    "half an hour": (30, "minute"),
}
_FIXED = re.compile(
    rf"\b(?:{'|'.join(sorted(_FIXED_LENGTHS, key=len, reverse=True))})\b".replace(" ", "[ -]"), re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time.

    Args:
        number: how many units, None for "a few".
        unit: `day`, `year` …
        qualifier: `more than`, `about`, `""`.
        indefinite: "a month", not "one month".
    """

    number: int | None
    unit: str
    qualifier: str = ""
    indefinite: bool = False

    @property
    def value(self) -> str:
        """As text: `5 hours`, `about a month`, `more than 10 years`."""
        kept = self.qualifier if self.qualifier in words("qualifiers", "kept") else ""
        if self.number is None:
            body = f"a few {self.unit}s"
        elif self.indefinite and self.unit == "decade":
            body = "10 years"
        elif self.indefinite and kept:
            body = f"a {self.unit}"
        else:
            body = f"{self.number} {self.unit}{'' if self.number == 1 else 's'}"
        return f"{kept} {body}".strip()

    @property
    def days(self) -> float | None:
        """About how many days, None where the words do not say."""
        return None if self.number is None else self.number * _DAYS[self.unit]


def read_length(text: str, start: int, end: int) -> Length | None:
    """Return the length that a stretch of a text tells, None where it tells none.

    >>> read_length("for more than a decade", 4, 22).value, read_length("almost seven years", 7, 18).value
    ('more than 10 years', 'almost 7 years')
    """
    for match in _FIXED.finditer(text, start, end):
        many, unit = _FIXED_LENGTHS[match[0].lower().replace("-", " ")]
        return Length(many, unit, qualifier_before(text, match.start()))
    for match in _LENGTH.finditer(text, start, end):
        number = match["number"].lower()
        qualifier = qualifier_before(text, match.start())
        if number in ("a few", "several", "few"):
            return Length(None, match["unit"].lower(), qualifier)
        value = read_number(number) if number not in ("a", "an") else 1
        if value is not None:
            return Length(value, match["unit"].lower(), qualifier, number in ("a", "an"))
    return None

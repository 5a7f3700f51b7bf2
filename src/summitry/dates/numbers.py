"""Numbers in words and figures: "a couple of", "two and a half", "twenty-five", "19"."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.dates.lexicon import lexicon
from summitry.dates.scan import Tokens

__all__ = ["count_of", "spelled_year"]


def count_of(tokens: Tokens, first: int, last: int) -> float | None:
    """Return how many the tokens say, `None` where they say only "several" or give a range.

    >>> from summitry.dates.scan import scan
    >>> count_of(scan("twenty-five"), 0, 3), count_of(scan("two and a half"), 0, 4), count_of(scan("several"), 0, 1)
    (25, 2.5, None)
    """
    characters = lexicon().characters
    total: float = 0
    seen = False
    for index in range(first, last):
        name = tokens.classes[index]
        value = tokens.values.get(index, 0)
        if name == characters["quant"]:
            return float(value) if value else None
        if name in (characters["to"], characters["or"]) and seen:
            return None
        if name == characters["half"]:
            total, seen = total + 0.5, True
        elif name == characters["hundred"]:
            total, seen = (total or 1) * float(value), True
        elif name == characters["slash"]:
            return _fraction(tokens, first, index)
        elif name in (characters["numword"], characters["int2"], characters["int"], characters["year"]):
            total, seen = total + float(value), True
    if not seen:
        return 1 if any(tokens.classes[index] == characters["a"] for index in range(first, last)) else None
    return int(total) if total == int(total) else total


def _fraction(tokens: Tokens, first: int, slash: int) -> float | None:
    """Read "2 1/2"."""
    top, bottom = tokens.values.get(slash - 1), tokens.values.get(slash + 1)
    if not isinstance(top, int) or not isinstance(bottom, int) or not bottom:
        return None
    whole = tokens.values.get(slash - 2, 0) if slash - 2 >= first else 0
    return (whole if isinstance(whole, int) else 0) + top / bottom


def spelled_year(values: Sequence[int]) -> int | None:
    """Return the year that number words spell: nineteen ninety-six, two thousand.

    >>> spelled_year([19, 90, 6]), spelled_year([2, 1000]), spelled_year([3, 4])
    (1996, 2000, None)
    """
    if len(values) >= 2 and values[1] == 1000 and values[0] == 2:
        return 2000 + sum(values[2:])
    rest = sum(values[1:])
    if len(values) >= 2 and 15 <= values[0] <= 20 and 10 <= rest <= 99 and (len(values) == 2 or values[1] >= 20):
        return values[0] * 100 + rest
    return None

"""Stretches of days, as sets of days."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

__all__ = ["Span", "Spans"]

Span = tuple[int, int]
"""First and last day, as proleptic Gregorian ordinals."""


class Spans:
    """Days that lie in any of some stretches.

    Args:
        spans: the stretches, in any order; those that touch are one.
    """

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._joined: list[Span] = []
        for start, end in sorted(spans):
            if self._joined and start <= self._joined[-1][1] + 1:
                first, last = self._joined.pop()
                start, end = first, max(last, end)
            self._joined.append((start, end))

    def __iter__(self) -> Iterator[Span]:
        return iter(self._joined)

    def __contains__(self, day: int) -> bool:
        return self.around(day) is not None

    def around(self, day: int) -> Span | None:
        """Return the stretch that a day lies in, `None` where it lies in none."""
        at = bisect_right(self._joined, (day, float("inf"))) - 1
        return self._joined[at] if at >= 0 and day <= self._joined[at][1] else None

    def cover(self, span: Span) -> bool:
        """Tell whether all days of a stretch are among these."""
        held = self.around(span[0])
        return held is not None and span[1] <= held[1]

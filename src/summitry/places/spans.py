"""Whether a stretch of text touches one of many others, in logarithmic time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from summitry.model import Span

__all__ = ["Spans"]


class Spans:
    """Spans that do not overlap one another.

    Args:
        spans: half-open spans in any order.
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = [end for _, end in ordered]

    def touch(self, start: int, end: int) -> bool:
        """True where some span shares a character with `[start, end)`."""
        before = bisect_left(self._starts, end) - 1
        return before >= 0 and self._ends[before] > start

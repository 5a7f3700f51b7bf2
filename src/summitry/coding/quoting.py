"""The sentence that an event is told by, as readers see it."""

from __future__ import annotations

import re

__all__ = ["LONGEST_SENTENCE", "sentence_around"]

LONGEST_SENTENCE = 600
"""A sentence is shown in full up to this many characters."""
_GAP = re.compile(r"\s{8,}|\s*\n\s*\n\s*")


def sentence_around(masked: str, low: int, high: int, start: int, end: int) -> str:
    """Return the sentence for readers: without furniture beside it, and cut where it is very long."""
    low = max((gap.end() for gap in _GAP.finditer(masked, low, start)), default=low)
    gap = _GAP.search(masked, end, high)
    high = gap.start() if gap else high
    if high - low > LONGEST_SENTENCE:
        low, high = max(low, start - LONGEST_SENTENCE // 4), min(high, max(end, start + LONGEST_SENTENCE))
    return masked[min(low, start) : max(high, end)].strip()

"""Where words that somebody quotes stand in a text: as they are there, whatever breaks the lines."""

from __future__ import annotations

import re
from heapq import nsmallest

from summitry.model import Span

__all__ = ["find_words", "nearest"]

_ALIKE = ("'‘’ʼ`", '"“”„', "-‐‑–—")
"""Signs that are often put for one another by who copies a text."""


def find_words(text: str, words: str, low: int = 0, high: int | None = None) -> list[Span]:
    """Return where whole words stand in a text, in order; places may overlap.

    Letter by letter as in the text; only white space, and the shapes of quotation marks and dashes, may differ.

    Args:
        text: where to look.
        words: what to look for; nothing is found of nothing.
        low: offset to begin at.
        high: offset to end at, the text's end where `None`.

    >>> find_words("Xi met\\n  Kim’s envoy.", "met Kim's")
    [(3, 14)]
    """
    parts = words.split()
    if not parts:
        return []
    pattern = r"\s+".join("".join(map(_sign, part)) for part in parts)
    before = r"(?<!\w)" if parts[0][0].isalnum() else ""
    after = r"(?!\w)" if parts[-1][-1].isalnum() else ""
    ahead = re.compile(f"{before}(?=({pattern}){after})")
    return [match.span(1) for match in ahead.finditer(text, low, len(text) if high is None else high)]


def _sign(character: str) -> str:
    alike = next((signs for signs in _ALIKE if character in signs), character)
    return f"[{re.escape(alike)}]" if len(alike) > 1 else re.escape(character)


NEAREST = 20
"""Words that stand so often in a text mean nothing farther off."""


def nearest(spans: list[Span], to: Span) -> list[Span]:
    """Return the spans that stand nearest to another, the nearest first."""
    return nsmallest(NEAREST, spans, key=lambda span: (max(span[0] - to[1], to[0] - span[1], 0), span))

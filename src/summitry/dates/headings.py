"""Dates that head the entries of a chronology: "17 August. The town fell", "July 5 - Missiles are fired"."""

from __future__ import annotations

from summitry.dates.scan import Tokens

__all__ = ["heads_entry"]

_BULLETS = frozenset("-–—*• \t")
_WIDEST = 8
"""Most characters of bullets and blanks before a heading."""
_ENDS = frozenset({".", ":", "-", "–", "—", "|"})


def heads_entry(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether a date opens a line and stands alone there, or before a stop, a colon or a dash.

    Args:
        tokens: the text.
        first: first token of the date.
        last: token index after it.
    """
    text, start = tokens.text, tokens.starts[first]
    line = text.rfind("\n", max(start - _WIDEST - 1, 0), start) + 1
    if (line == 0 and start > _WIDEST) or not _BULLETS.issuperset(text[line:start]):
        return False
    end = tokens.ends[last - 1]
    stop = text.find("\n", end)
    rest = text[end : stop if stop >= 0 else len(text)].strip()
    return not rest or (rest[0] in _ENDS and not rest[1:2].isdigit())

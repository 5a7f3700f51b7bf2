"""Plots from the same functions as the command line, where the parts that draw are installed."""

from __future__ import annotations

from functools import cache

__all__ = ["can_draw"]


@cache
def can_draw() -> bool:
    """Return whether plots can be drawn."""
    return False

"""Quotation marks."""

from __future__ import annotations

from summitry.language import Token

__all__ = ["QUOTES", "is_quoted"]

QUOTES = frozenset({'"', "“", "”", "``", "''", "«", "»"})
"""Marks that open and close what somebody says; a single one may be an apostrophe: "the states' forces"."""


def is_quoted(word: Token) -> bool:
    """True where an odd number of quotation marks stands before a word in its sentence."""
    return sum(before.text in QUOTES for before in word.sent if before.i < word.i) % 2 == 1

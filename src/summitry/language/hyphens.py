"""Hyphens at which words are not cut: those of given names such as "Jae-in" and "Kai-shek"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files

__all__ = ["keeping_names"]

Infixes = Callable[[str], Iterator[re.Match[str]]]
"""Finds where a run of characters without white space is cut."""


def keeping_names(infixes: Infixes) -> Infixes:
    """Return a finder of the cuts inside words that leaves hyphenated given names whole.

    The parser would take the end of "Moon Jae-in" for a preposition, and the name for no name.

    Args:
        infixes: finds all cuts.
    """

    def find(text: str) -> Iterator[re.Match[str]]:
        names = [match.span() for match in _given_name().finditer(text)] if "-" in text else []
        for match in infixes(text):
            if not any(start <= match.start() and match.end() <= end for start, end in names):
                yield match

    return find


@cache
def _given_name() -> re.Pattern[str]:
    table = files("summitry.language").joinpath("data/given_names.txt").read_text(encoding="utf-8")
    syllables = " ".join(line for line in table.splitlines() if not line.startswith("#")).split()
    return re.compile(rf"\b[A-Z][a-z]+-(?:{'|'.join(syllables)})(?![A-Za-z-])")

"""A word to those who asked for somebody whom the record does not know."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.cli.output import message
from summitry.model import Incident
from summitry.record import Record

__all__ = ["suggest"]


def suggest(opened: Record, found: Sequence[Incident], *names: str) -> None:
    """Say which names are spelt most like one that means nobody, where nothing was found."""
    for name in dict.fromkeys(names) if not found else ():
        near = opened.meant(name) if name else []
        if near:
            message(f"The record knows nobody called {name!r}; did you mean {' or '.join(near)}?")

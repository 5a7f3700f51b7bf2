"""Lines that stand twice: doubled headlines, captions, pull quotes. The first copy stays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from summitry.reading.head import title_core
from summitry.reading.lines import Unit

__all__ = ["find_doubles"]

_NEAR = 4
"""Short lines (subheads) may come back; within so many lines it is a doubled title or caption."""
_LONG = 8
"""A longer line that stands twice is a doubled quote or caption; one that stands more often is a refrain."""


def find_doubles(units: Sequence[Unit], out: Sequence[bool], title: str = "") -> Iterator[int]:
    """Yield the places of lines that repeat an earlier line that stays.

    Args:
        units: the lines of the text.
        out: lines already known to be furniture.
        title: the headline: further lines of nothing else are doubles wherever they stand.
    """
    lines = [" ".join(unit.text.casefold().split()) for unit in units]
    times = Counter(line for line, gone in zip(lines, out, strict=True) if not gone)
    first: dict[str, int] = {}
    core = title_core(title)
    titled = False
    order = 0
    for place, unit in enumerate(units):
        if out[place]:
            continue
        order += 1
        if core and unit.words == core:
            if titled:
                yield place
            titled = True
            continue
        before = first.setdefault(lines[place], order)
        words = len(unit.words) - unit.words.count("#")
        if (
            before != order
            and words >= 3
            and (order - before <= _NEAR or (words >= _LONG and times[lines[place]] == 2))
        ):
            yield place

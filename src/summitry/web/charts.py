"""Bars by year, laid out as plain numbers that a template writes as SVG."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from summitry.record.browsing import TypeYear
from summitry.web.words import QUADRANTS, quadrant

__all__ = ["Bar", "Chart", "Piece", "by_year"]

HEIGHT = 100.0
_WIDTH = 10.0


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a bar: one quadrant of a year."""

    quadrant: str
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A year."""

    year: str
    count: int
    x: float
    link: str
    pieces: tuple[Piece, ...]
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Incidents by year and quadrant.

    Args:
        bars: the years from the first to the last, those without incidents too.
        width: of the drawing; a bar is ten wide, the drawing a hundred high.
        most: incidents of the highest bar.
        quadrants: those that occur, in the order of `QUADRANTS`.
        undated: how many incidents have no date.
    """

    bars: Sequence[Bar]
    width: float
    most: int
    quadrants: tuple[str, ...]
    undated: int


def by_year(rows: Iterable[TypeYear], link: Callable[[str], str]) -> Chart:
    """Lay out bars.

    Args:
        rows: incidents by category and year.
        link: gives the address of a year's incidents.
    """
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in rows:
        counts[row.year][quadrant(row.type)] += row.count
    undated = sum(counts.pop("", {}).values())
    shown = tuple(q for q in QUADRANTS if any(q in year for year in counts.values()))
    years = [str(year) for year in range(int(min(counts)), int(max(counts)) + 1)] if counts else []
    most = max((sum(year.values()) for year in counts.values()), default=0)
    bars = [
        Bar(
            year,
            sum(counts[year].values()) if year in counts else 0,
            at * _WIDTH,
            link(year),
            tuple(_pieces(counts[year], shown, most)) if year in counts else (),
            tuple(counts[year].get(q, 0) if year in counts else 0 for q in shown),
        )
        for at, year in enumerate(years)
    ]
    return Chart(bars, max(len(bars), 1) * _WIDTH, most, shown, undated)


def _pieces(counts: dict[str, int], shown: Sequence[str], most: int) -> Iterable[Piece]:
    top = HEIGHT
    for name in shown:
        height = round(counts.get(name, 0) / most * HEIGHT, 2)
        if height:
            top -= height
            yield Piece(name, round(top, 2), height)

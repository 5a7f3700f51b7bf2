"""The course of a relation, drawn by the same functions as on the command line, and kept while the record stands."""

from __future__ import annotations

import threading
from collections import OrderedDict
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from summitry.errors import UsageError
from summitry.record import Record
from summitry.relations import Series, series_between
from summitry.web.records import stamp
from summitry.web.tables import Table

__all__ = ["Drawings", "can_draw", "course_of", "course_rows", "course_table"]

_KEPT = 64
_SHORTEST = 24
"""Steps below which a course has no turning points to be looked for."""
_MONTHS = 400
"""Longer courses are drawn by year."""


def can_draw() -> bool:
    """Return whether the packages that draw are installed."""
    return all(find_spec(name) is not None for name in ("altair", "vl_convert", "ruptures"))


def course_of(record: Record, one: str, other: str) -> Series:
    """Return the course of a relation, by month or, where it is long, by year.

    Raises:
        UsageError: nothing dated is known of the two.
    """
    incidents = record.incidents(between=(one, other), series=False)
    days = [i.interval.first for i in incidents if i.interval and i.interval.first]
    long = bool(days) and (max(days) - min(days)).days > _MONTHS * 30
    return series_between(incidents, one, other, step="year" if long else "month", draws=0)


def course_rows(series: Series) -> list[dict[str, object]]:
    """Return the steps of a course as plain values."""
    return [
        {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}
        for row in series.frame.to_dicts()
    ]


def course_table(series: Series) -> Table:
    """Return the steps of a course as rows to download."""
    rows = course_rows(series)
    header = tuple(rows[0]) if rows else ("label",)
    return Table("course", header, ([_cell(row[name]) for name in header] for row in rows))


def _cell(value: object) -> str:
    return "" if value is None else f"{value:.4g}" if isinstance(value, float) else str(value)


class Drawings:
    """Pictures that were drawn, the last ones kept. Drawing takes seconds, so one thread draws at a time.

    Args:
        path: the record's file; what was drawn is forgotten when it changes.
        source: what the pictures say they are from.
    """

    def __init__(self, path: Path, source: str) -> None:
        self._path = path
        self._source = source
        self._kept: OrderedDict[tuple[object, ...], bytes] = OrderedDict()
        self._lock = threading.Lock()

    def course(self, record: Record, one: str, other: str, form: str) -> bytes:
        """Return a course as `svg` or `png`.

        Raises:
            UsageError: nothing dated is known of the two, or what draws is not installed.
        """
        key = (stamp(self._path), one, other, form)
        with self._lock:
            if key not in self._kept:
                self._kept[key] = self._draw(course_of(record, one, other), form)
            self._kept.move_to_end(key)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
            return self._kept[key]

    def _draw(self, series: Series, form: str) -> bytes:
        if len(series.starts) < _SHORTEST:
            raise UsageError("the course is too short to be drawn")
        from summitry.relations.plots import plot_relation  # altair takes a second to import

        picture = plot_relation(series, self._source)
        return picture.png() if form == "png" else picture.svg().encode()

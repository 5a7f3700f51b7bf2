"""Incidents found once: how many, how they lie in time, and one page of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from summitry.incidents import IncidentTable
from summitry.record.browsing.tallies import TypeYear
from summitry.record.connection import plainly
from summitry.record.incident_questions import (
    IncidentFilter,
    count_incidents,
    find_incidents,
    tally_incidents,
)
from summitry.record.incident_rows import read_incidents
from summitry.record.record import Record

__all__ = ["Found", "Outline", "find_page", "latest_incidents", "outline", "read_page"]


@dataclass(frozen=True, slots=True)
class Found:
    """A page of what was found.

    Args:
        incidents: the page.
        total: how many there are in all.
    """

    incidents: IncidentTable
    total: int


@dataclass(frozen=True, slots=True)
class Outline:
    """How many incidents there are of what is asked for, without reading any.

    Args:
        years: single incidents by category and year, and series where they are asked for.
        series: series told as a number, whether asked for or not.
    """

    years: tuple[TypeYear, ...]
    series: int

    @property
    def total(self) -> int:
        """How many are asked for."""
        return sum(row.count for row in self.years)


def outline(record: Record, asked: IncidentFilter) -> Outline:
    """Count what is asked for by category and year, and the series beside it; seconds where half a large record is.

    Raises:
        UsageError: a date, category, level or status is none.
    """
    with plainly(record.path):
        rows = tally_incidents(record._connection, replace(asked, series=None))
    counts: Counter[tuple[str, str]] = Counter()
    for type, year, series, count in rows:
        if asked.series is None or asked.series == bool(series):
            counts[type, year] += count
    years = tuple(TypeYear(type, year, count) for (type, year), count in counts.items())
    return Outline(years, sum(count for _, _, series, count in rows if series))


def find_page(
    record: Record,
    asked: IncidentFilter,
    limit: int,
    offset: int = 0,
    *,
    latest: bool = False,
    total: int | None = None,
) -> Found:
    """Count incidents and read one page of them.

    Args:
        record: where.
        asked: which; its own limit and offset are left aside.
        limit: most on the page.
        offset: how many to pass over.
        latest: whether the latest come first.
        total: how many there are, where that is known.

    Raises:
        UsageError: a date, category, level or status is none.
    """
    with plainly(record.path):
        total = count_incidents(record._connection, asked) if total is None else total
        first = max(total - offset - limit, 0) if latest else offset
        most = max(min(limit, total - offset), 0)
        return Found(_read(record, replace(asked, limit=most, offset=first), latest) if most else _NONE, total)


def read_page(record: Record, asked: IncidentFilter, limit: int, offset: int = 0) -> IncidentTable:
    """Read one page of incidents without counting them all."""
    with plainly(record.path):
        return _read(record, replace(asked, limit=limit, offset=offset), False)


_NONE = IncidentTable(())


def _read(record: Record, asked: IncidentFilter, turned: bool) -> IncidentTable:
    numbers = find_incidents(record._connection, asked)
    return IncidentTable(tuple(read_incidents(record._connection, numbers[::-1] if turned else numbers)))


_LATEST = """
    SELECT i.incident_number FROM incidents i
    WHERE i.rejected = 0 AND i.count = 1 AND (i.interval_start IS NULL AND i.interval_end IS NULL) = 0
    ORDER BY coalesce(i.interval_start, i.interval_end) DESC, coalesce(i.interval_end, '9999') DESC, i.type DESC,
        i.incident_id DESC LIMIT ?
"""


def latest_incidents(record: Record, limit: int) -> IncidentTable:
    """Return the last dated incidents, the latest first; by index, so at once in a large record too."""
    with plainly(record.path):
        rows = record._connection.execute(_LATEST, (limit,))
        return IncidentTable(tuple(read_incidents(record._connection, [n for (n,) in rows])))

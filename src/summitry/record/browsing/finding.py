"""Incidents found once: how many, how they lie in time, and one page of them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace

from summitry.incidents import IncidentTable
from summitry.record.browsing.tallies import TypeYear
from summitry.record.connection import plainly
from summitry.record.incident_questions import IncidentFilter, count_incidents, find_incidents
from summitry.record.incident_rows import read_incidents
from summitry.record.record import Record

__all__ = ["Found", "find_page", "latest_incidents", "per_year"]


@dataclass(frozen=True, slots=True)
class Found:
    """A page of what was found.

    Args:
        incidents: the page.
        total: how many there are in all.
        numbers: the rows of all that were found, for `per_year`; of a record, never shown.
        offset: how many come before the page.
    """

    incidents: IncidentTable
    total: int
    numbers: Sequence[int]
    offset: int


def find_page(
    record: Record,
    asked: IncidentFilter,
    limit: int,
    offset: int = 0,
    *,
    latest: bool = False,
    whole: bool = True,
) -> Found:
    """Find incidents and read one page of them.

    Args:
        record: where.
        asked: which; its own limit and offset are left aside.
        limit: most on the page.
        offset: how many to pass over.
        latest: whether the latest come first.
        whole: whether the rows of all are found too; without, the page of a list that nothing narrows comes at once.

    Raises:
        UsageError: a date, category, level or status is none.
    """
    connection = record._connection
    with plainly(record.path):
        if not whole:
            return _page_alone(connection, asked, limit, offset, latest)
        numbers = find_incidents(connection, replace(asked, limit=0, offset=0))
        if latest:
            numbers.reverse()
        page = numbers[offset : offset + limit]
        return Found(IncidentTable(tuple(read_incidents(connection, page))), len(numbers), numbers, offset)


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


def _page_alone(connection: sqlite3.Connection, asked: IncidentFilter, limit: int, offset: int, latest: bool) -> Found:
    total = count_incidents(connection, asked)
    first = max(total - offset - limit, 0) if latest else offset
    most = max(min(limit, total - offset), 0)
    numbers = find_incidents(connection, replace(asked, limit=most, offset=first)) if most else []
    if latest:
        numbers.reverse()
    return Found(IncidentTable(tuple(read_incidents(connection, numbers))), total, numbers, offset)


def per_year(record: Record, numbers: Sequence[int]) -> list[TypeYear]:
    """Count incidents that were found by category and year."""
    with plainly(record.path):
        rows = record._connection.execute(
            "SELECT type, coalesce(substr(coalesce(interval_start, interval_end), 1, 4), ''), count(*) FROM incidents "
            "WHERE incident_number IN (SELECT value FROM json_each(?)) GROUP BY 1, 2 ORDER BY 2, 1",
            (json.dumps(numbers),),
        )
        return [TypeYear(*row) for row in rows]

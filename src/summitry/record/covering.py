"""What stands behind incidents in a record: their documents, and when anything of the parties was published."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date

from summitry.incidents import IncidentTable
from summitry.record.naming import whom
from summitry.relations import Coverage, Mention

__all__ = ["coverage_of"]

_CHUNK = 500


def coverage_of(connection: sqlite3.Connection, incidents: IncidentTable, names: Sequence[str] = ()) -> Coverage:
    """Return what states some incidents, and when documents that tell anything of some actors appeared.

    Args:
        connection: the record.
        incidents: the incidents.
        names: the actors; documents of any content where none is named.
    """
    by_hand = [i for i in incidents if i.citations or not i.documents]
    hand = [Mention(i.id, i.id, text, True) for i in by_hand for text in (i.citations or (i.id,))]
    mentions = [*_mentions(connection, [i.id for i in incidents if i.documents]), *hand]
    published = tuple(_published(connection, names))
    return Coverage(tuple(mentions), published, None if published else _compiled(connection))


def _mentions(connection: sqlite3.Connection, ids: Sequence[str]) -> Iterator[Mention]:
    for start in range(0, len(ids), _CHUNK):
        chunk = ids[start : start + _CHUNK]
        rows = connection.execute(
            "SELECT DISTINCT i.incident_id, d.document_id, d.publisher FROM incidents i "
            "JOIN incident_events l USING (incident_number) JOIN events e USING (event_number) "
            f"JOIN documents d USING (document_number) WHERE i.incident_id IN ({', '.join('?' for _ in chunk)}) "
            "ORDER BY 1, 2",
            chunk,
        )
        for incident_id, document_id, publisher in rows:
            yield Mention(incident_id, document_id, publisher or document_id)


def _published(connection: sqlite3.Connection, names: Sequence[str]) -> Iterator[date]:
    sql, values = "", []
    parties = [whom(connection, part.strip()) for name in names for part in name.split("+") if part.strip()]
    if parties:
        conditions = []
        for party in parties:
            condition, given = party.condition("p")
            conditions.append(condition)
            values += given
        sql = (
            "AND document_number IN (SELECT e.document_number FROM events e JOIN participants p USING (event_number) "
            f"WHERE {' OR '.join(conditions)})"
        )
    rows = connection.execute(
        f"SELECT published_start FROM documents WHERE published_start IS NOT NULL {sql} ORDER BY published_start",
        values,
    )
    for (day,) in rows:
        yield date.fromisoformat(day)


def _compiled(connection: sqlite3.Connection) -> tuple[date, date] | None:
    """Return the days that a chronology entered by hand covers, `None` where the record has documents."""
    if connection.execute("SELECT 1 FROM documents LIMIT 1").fetchone():
        return None
    first, last = connection.execute("SELECT min(interval_start), max(interval_end) FROM incidents").fetchone()
    return (date.fromisoformat(first), date.fromisoformat(last)) if first and last else None

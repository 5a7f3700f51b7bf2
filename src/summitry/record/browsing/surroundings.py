"""Where an incident stands among others: whether a person rejected it, what lies near it, which event is in which."""

from __future__ import annotations

from collections.abc import Iterable

from summitry.incidents import IncidentTable
from summitry.model import Incident
from summitry.record.connection import plainly
from summitry.record.incident_rows import read_incidents
from summitry.record.record import Record

__all__ = ["incidents_of_events", "neighbours", "rejected"]

_NEAR = """
    SELECT i.incident_number FROM incidents i
    WHERE i.type = ?1 AND i.incident_id <> ?2 AND i.rejected = 0
        AND i.interval_start <= date(?4, '+31 days') AND coalesce(i.interval_end, '9999') >= date(?3, '-31 days')
        AND EXISTS (SELECT 1 FROM incident_participants p WHERE p.incident_number = i.incident_number
            AND p.actor_id IN (SELECT q.actor_id FROM incident_participants q JOIN incidents own
                USING (incident_number) WHERE own.incident_id = ?2))
    ORDER BY abs(julianday(i.interval_start) - julianday(?3)), i.incident_id LIMIT ?5
"""


def rejected(record: Record, incident: Incident) -> bool:
    """Tell whether a person rejected an incident."""
    with plainly(record.path):
        row = record._connection.execute(
            "SELECT rejected FROM incidents WHERE incident_id = ?", (incident.id,)
        ).fetchone()
    return bool(row and row[0])


def neighbours(record: Record, incident: Incident, limit: int = 8) -> IncidentTable:
    """Return incidents of the same category within a month that share somebody: what one may be merged with."""
    interval = incident.interval
    if interval is None or interval.first is None:
        return IncidentTable(())
    first = interval.first.isoformat()
    last = (interval.last or interval.first).isoformat()
    with plainly(record.path):
        rows = record._connection.execute(_NEAR, (incident.type, incident.id, first, last, limit))
        return IncidentTable(tuple(read_incidents(record._connection, [n for (n,) in rows])))


def incidents_of_events(record: Record, event_ids: Iterable[str]) -> dict[str, str]:
    """Return the id of the incident that each event belongs to."""
    ids = list(event_ids)
    marks = ", ".join("?" for _ in ids)
    with plainly(record.path):
        rows = record._connection.execute(
            "SELECT e.event_id, i.incident_id FROM events e JOIN incident_events l USING (event_number) "
            f"JOIN incidents i USING (incident_number) WHERE e.event_id IN ({marks})",
            ids,
        )
        return {str(event): str(incident) for event, incident in rows}

"""What people decided on one incident, and which of all decisions stand."""

from __future__ import annotations

import json
from collections.abc import Iterable

from summitry.model import Anchor, Correction, Incident
from summitry.record.connection import plainly
from summitry.record.correction_rows import read_corrections
from summitry.record.deciding import undone_by
from summitry.record.record import Record

__all__ = ["incident_at", "on_incident", "standing"]

_ANCHORS = """
    SELECT d.document_id, v.quote_start, v.quote_end FROM incident_events l
    JOIN incidents i USING (incident_number) JOIN events e USING (event_number)
    JOIN documents d USING (document_number) JOIN evidence v ON v.event_number = e.event_number AND v.position = 0
    WHERE i.incident_id = ?1
    UNION SELECT a.correction_id, 0, 0 FROM incident_additions a JOIN incidents i USING (incident_number)
    WHERE i.incident_id = ?1
"""
_AT = """
    SELECT i.incident_id FROM documents d JOIN events e USING (document_number)
    JOIN evidence v ON v.event_number = e.event_number AND v.position = 0
    JOIN incident_events l ON l.event_number = e.event_number JOIN incidents i USING (incident_number)
    WHERE d.document_id = ?1 AND v.quote_start = ?2 AND v.quote_end = ?3
    UNION SELECT i.incident_id FROM incident_additions a JOIN incidents i USING (incident_number)
    WHERE a.correction_id = ?1 LIMIT 1
"""
_ON = """
    correction_id IN (SELECT value FROM json_each(?1)) OR correction_id IN
        (SELECT correction_id FROM correction_targets WHERE target_id IN (SELECT value FROM json_each(?1)))
"""


def on_incident(record: Record, incident: Incident) -> list[Correction]:
    """Return what people decided on an incident, undone or not, in the order in which it was made."""
    with plainly(record.path):
        places = {tuple(row) for row in record._connection.execute(_ANCHORS, (incident.id,))}
        documents = sorted({str(document) for document, _, _ in places})
        found = list(read_corrections(record._connection, _ON, (json.dumps(documents),)))
    return [c for c in found if c.id in documents or places & _places(c)]


def _places(correction: Correction) -> set[tuple[object, ...]]:
    return {(a.document_id, a.start, a.end) for group in correction.targets for a in group}


def standing(corrections: Iterable[Correction]) -> set[str]:
    """Return the ids of the decisions that nobody took back; an undo can be undone too."""
    made = list(corrections)
    return {correction.id for correction in made} - undone_by(made)


def incident_at(record: Record, anchor: Anchor) -> str:
    """Return the id of the incident that words of a document now belong to, `""` where there is none."""
    with plainly(record.path):
        row = record._connection.execute(_AT, (anchor.document_id, anchor.start, anchor.end)).fetchone()
    return str(row[0]) if row else ""

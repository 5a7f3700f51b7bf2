"""A record held against its own checks: damage is told, never passed on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from summitry.model import document_id, text_digest
from summitry.record.correction_rows import correction_id, correction_to_json, read_corrections
from summitry.record.identity import event_id
from summitry.record.incident_rows import damaged_incidents
from summitry.record.questions import read_events

__all__ = ["find_damage"]


def find_damage(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield what is wrong with a record, one line each; nothing where it is sound.

    Checked are SQLite's own structures, the references between tables, the digest of each text, each quote against
    the text it is from, that each linked event has its incident and each incident what states it, and the digests of
    events, incidents and corrections, and the seals of forecasts.
    """
    for (line,) in connection.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield f"file: {line}"
    for row in connection.execute("PRAGMA foreign_key_check"):
        yield f"table {row[0]}: row {row[1]} refers to a row of {row[2]} that is not there"
    yield from _wrong_texts(connection)
    yield from _wrong_quotes(connection)
    yield from _without_place(connection)
    yield from _wrong_incidents(connection)
    yield from _wrong_rows(connection)
    yield from _wrong_corrections(connection)
    yield from _wrong_forecasts(connection)


def _wrong_texts(connection: sqlite3.Connection) -> Iterator[str]:
    for row in connection.execute("SELECT document_id, text_digest, text FROM documents ORDER BY document_id"):
        if text_digest(row["text"]) != row["text_digest"] or document_id(row["text_digest"]) != row["document_id"]:
            yield f"table documents: the text of {row['document_id']} is not the one that was stored"


def _wrong_quotes(connection: sqlite3.Connection) -> Iterator[str]:
    rows = connection.execute(
        "SELECT e.event_id, v.quote_start, v.quote_end, v.quote, d.text FROM evidence v "
        "JOIN events e USING (event_number) JOIN documents d USING (document_number) ORDER BY e.event_id, v.position"
    )
    for row in rows:
        if row["text"][row["quote_start"] : row["quote_end"]] != row["quote"]:
            yield f"table evidence: a quote of {row['event_id']} does not stand in its document"


def _without_place(connection: sqlite3.Connection) -> Iterator[str]:
    for (event,) in connection.execute(
        "SELECT event_id FROM events WHERE event_number NOT IN (SELECT event_number FROM evidence) ORDER BY event_id"
    ):
        yield f"table events: {event} has no evidence"
    for (document,) in connection.execute(
        "SELECT document_id FROM documents d WHERE NOT EXISTS (SELECT 1 FROM wordings w JOIN addresses a "
        "USING (wording_number) WHERE w.document_number = d.document_number) ORDER BY document_id"
    ):
        yield f"table documents: {document} has no address"


def _wrong_incidents(connection: sqlite3.Connection) -> Iterator[str]:
    for (event,) in connection.execute(
        "SELECT event_id FROM events WHERE linked = 1 AND link_key NOT IN (SELECT link_key FROM stale_keys) "
        "AND event_number NOT IN (SELECT event_number FROM incident_events) ORDER BY event_id"
    ):
        yield f"table incident_events: {event} was linked and has no incident"
    for (incident,) in connection.execute(
        "SELECT incident_id FROM incidents i WHERE stale = 0 "
        "AND NOT EXISTS (SELECT 1 FROM incident_events e WHERE e.incident_number = i.incident_number) "
        "AND NOT EXISTS (SELECT 1 FROM incident_additions a WHERE a.incident_number = i.incident_number) "
        "ORDER BY incident_id"
    ):
        yield f"table incidents: nothing states {incident}"


def _wrong_rows(connection: sqlite3.Connection) -> Iterator[str]:
    """Tell events and incidents that are not what their ids and digests say."""
    numbers = [n for (n,) in connection.execute("SELECT event_number FROM events ORDER BY event_id")]
    for recorded in read_events(connection, numbers):
        if event_id(recorded.document_id, recorded.event) != recorded.id:
            yield f"table events: {recorded.id} is not what was stored"
    for incident in damaged_incidents(connection):
        yield f"table incidents: {incident} is not what was stored"


def _wrong_corrections(connection: sqlite3.Connection) -> Iterator[str]:
    for correction in read_corrections(connection):
        content = {name: value for name, value in correction_to_json(correction).items() if name != "id"}
        if correction_id(content) != correction.id:
            yield f"table corrections: {correction.id} is not what was stored"


def _wrong_forecasts(connection: sqlite3.Connection) -> Iterator[str]:
    if connection.execute("SELECT 1 FROM forecasts LIMIT 1").fetchone():
        from summitry.record.sealed import wrong_seals  # with the statistics of SciPy

        yield from wrong_seals(connection)

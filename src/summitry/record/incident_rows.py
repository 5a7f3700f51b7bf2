"""Between incidents and the rows that keep them."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from summitry.incidents import LEVELS
from summitry.model import Alternative, Choice, Incident, Participant, StatusReport
from summitry.record.folding import fold
from summitry.record.rows import interval_columns, read_interval, read_list

__all__ = ["damaged_incidents", "put_incident", "read_incidents"]

_CHUNK = 500
_DIGEST_DIGITS = 16
_COLUMN_NAMES = (
    "incident_id", "link_key", "type", "mode", "interval_start", "interval_end", "interval_precision", "interval_rule",
    "interval_anchor", "place", "status", "level", "level_rank", "count", "score", "documents", "sources", "sentence",
    "contexts", "choices", "conflicts", "history", "citations", "corrections", "rejected",
)  # fmt: skip
"""The columns that `_columns` fills, in its order."""


def put_incident(
    connection: sqlite3.Connection,
    incident: Incident,
    key: str,
    *,
    rejected: bool,
    events: Iterable[tuple[int, bool]],
    additions: Iterable[str],
    words: Iterable[str],
) -> int:
    """Store an incident and return its number.

    Args:
        connection: the record, in a transaction.
        incident: the incident.
        key: the `link_key` of the event that leads it.
        rejected: whether a person rejected it.
        events: numbers of its events, each with whether it could mean another incident too.
        additions: ids of the corrections that added it.
        words: further words to find it by.
    """
    columns = _columns(incident, key, rejected)
    people = [
        (position, p.role, p.actor_id, p.name, fold(p.name), p.state, p.office, p.kind, p.score, _json(p.reasons))
        for position, p in enumerate(incident.participants)
    ]
    columns["digest"] = _digest(list(columns.values()), people)
    names, marks = ", ".join(columns), ", ".join(f":{name}" for name in columns)
    number = connection.execute(f"INSERT INTO incidents ({names}) VALUES ({marks})", columns).lastrowid
    assert number is not None
    connection.executemany(
        "INSERT INTO incident_participants VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(number, *person) for person in people],
    )
    connection.executemany(
        "INSERT INTO incident_events VALUES (?, ?, ?)", [(event, number, int(guessed)) for event, guessed in events]
    )
    connection.executemany("INSERT INTO incident_additions VALUES (?, ?)", [(added, number) for added in additions])
    connection.execute(
        "INSERT INTO incidents_search (rowid, words) VALUES (?, ?)", (number, _search_words(incident, words))
    )
    return number


def _digest(columns: Sequence[object], people: Sequence[Sequence[object]]) -> str:
    """Return a digest of an incident's row and of those who take part, by which damage is found."""
    packed = json.dumps([columns, people], ensure_ascii=True, separators=(",", ":"))
    return sha256(packed.encode("ascii")).hexdigest()[:_DIGEST_DIGITS]


def damaged_incidents(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield the ids of incidents whose rows are not as they were stored."""
    names = ", ".join(_COLUMN_NAMES)
    for row in connection.execute(f"SELECT incident_number, digest, {names} FROM incidents ORDER BY incident_id"):
        people = connection.execute(
            "SELECT position, role, actor_id, name, folded_name, state_code, office, kind, score, reasons "
            "FROM incident_participants WHERE incident_number = ? ORDER BY position",
            (row["incident_number"],),
        )
        if _digest([row[name] for name in _COLUMN_NAMES], [tuple(person) for person in people]) != row["digest"]:
            yield row["incident_id"]


def _columns(incident: Incident, key: str, rejected: bool) -> dict[str, object]:
    return {
        "incident_id": incident.id,
        "link_key": key,
        "type": incident.type,
        "mode": incident.mode,
        **interval_columns("interval", incident.interval),
        "place": incident.place,
        "status": incident.status,
        "level": incident.level,
        "level_rank": LEVELS.index(incident.level),
        "count": incident.count,
        "score": incident.score,
        "documents": incident.documents,
        "sources": incident.sources,
        "sentence": incident.sentence,
        "contexts": _json(incident.contexts),
        "choices": _json([_choice_row(choice) for choice in incident.choices]),
        "conflicts": len(incident.conflicts),
        "history": _json([[step.status, step.reported, step.event_id] for step in incident.history]),
        "citations": _json(incident.citations),
        "corrections": _json(incident.corrections),
        "rejected": int(rejected),
    }


def _choice_row(choice: Choice) -> list[object]:
    others = [[other.value, other.event_ids] for other in choice.alternatives]
    return [choice.field, choice.value, choice.rule, choice.event_ids, others]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _search_words(incident: Incident, words: Iterable[str]) -> str:
    named = [text for p in incident.participants for text in (p.name, p.office)]
    return "\n".join(dict.fromkeys([incident.type, incident.mode, *named, incident.place, incident.sentence, *words]))


def read_incidents(connection: sqlite3.Connection, numbers: Sequence[int]) -> Iterator[Incident]:
    """Yield incidents whole, in the order of their numbers as given."""
    for start in range(0, len(numbers), _CHUNK):
        chunk = numbers[start : start + _CHUNK]
        marks = ", ".join("?" for _ in chunk)
        rows = connection.execute(f"SELECT * FROM incidents WHERE incident_number IN ({marks})", chunk).fetchall()
        by_number = {row["incident_number"]: row for row in rows}
        participants = _participants(connection, chunk, marks)
        events = _event_ids(connection, chunk, marks)
        for number in chunk:
            yield _incident(by_number[number], participants[number], events[number])


def _participants(connection: sqlite3.Connection, numbers: Sequence[int], marks: str) -> dict[int, list[Participant]]:
    found: dict[int, list[Participant]] = defaultdict(list)
    for row in connection.execute(
        f"SELECT * FROM incident_participants WHERE incident_number IN ({marks}) ORDER BY incident_number, position",
        numbers,
    ):
        found[row["incident_number"]].append(
            Participant(
                row["role"],
                row["name"],
                row["state_code"],
                row["office"],
                row["kind"],
                row["actor_id"],
                score=row["score"],
                reasons=tuple(read_list(row["reasons"])),
            )
        )
    return found


def _event_ids(connection: sqlite3.Connection, numbers: Sequence[int], marks: str) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for row in connection.execute(
        "SELECT l.incident_number, e.event_id FROM incident_events l JOIN events e USING (event_number) "
        f"WHERE l.incident_number IN ({marks}) ORDER BY e.event_id",
        numbers,
    ):
        found[row["incident_number"]].append(row["event_id"])
    return found


def _incident(row: sqlite3.Row, participants: Sequence[Participant], events: Sequence[str]) -> Incident:
    return Incident(
        id=row["incident_id"],
        type=row["type"],
        mode=row["mode"],
        participants=tuple(participants),
        interval=read_interval("interval", row),
        place=row["place"],
        status=row["status"],
        level=row["level"],
        count=row["count"],
        score=row["score"],
        event_ids=tuple(events),
        documents=row["documents"],
        sources=row["sources"],
        sentence=row["sentence"],
        choices=tuple(_choice(choice) for choice in read_list(row["choices"])),
        history=tuple(StatusReport(*step) for step in read_list(row["history"])),
        contexts=tuple(read_list(row["contexts"])),
        citations=tuple(read_list(row["citations"])),
        corrections=tuple(read_list(row["corrections"])),
    )


def _choice(row: tuple[str, str, str, list[str], list[tuple[str, list[str]]]]) -> Choice:
    field, value, rule, events, others = row
    return Choice(field, value, rule, tuple(events), tuple(Alternative(v, tuple(ids)) for v, ids in others))

"""What becomes of the incidents of some keys when events came, changed or went: which stay, which are made again."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from summitry.linking import Cluster, Linked, Rules, Statement, link, renew
from summitry.linking.spans import Span
from summitry.record.deciding import Decisions, Member, Unit, correction_of
from summitry.record.linked_rows import (
    Row,
    incidents_alike,
    incidents_near,
    rows_of_incidents,
    rows_of_keys,
    rows_waiting,
    withdrawn,
)
from summitry.record.rows import read_list

__all__ = ["Change", "Group", "change_of"]

_ROUNDS = 12
"""Where a change goes on and on, as in a row of days told without a gap, all of the key is linked instead."""


@dataclass(frozen=True, slots=True)
class Group:
    """Keys that are linked together.

    Args:
        keys: one, or several where people merged incidents of them.
        whole: whether all of their events are linked again, not only those that a change touches.
    """

    keys: tuple[str, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of incidents.

    Args:
        outdated: numbers of the incidents that are no more, or must be made again.
        made: what takes their place.
        seen: numbers of the events that were looked at.
    """

    outdated: set[int]
    made: list[Unit]
    seen: set[int]


def change_of(connection: sqlite3.Connection, group: Group, decisions: Decisions, rules: Rules) -> Change:
    """Link the events of keys, all of them or those that a change touches, and tell what differs from before."""
    known = (_whole if group.whole else _near)(connection, group.keys, decisions, rules)
    units = decisions.decide([_unit(cluster, known.rows) for cluster in known.clusters], group.keys)
    stored = {incident.lead: incident for incident in _stored(connection, known.incidents)}
    changed = {row.number for row in known.rows.values() if not row.linked}
    kept: set[int] = set()
    made: list[Unit] = []
    for unit in units:
        before = stored.get(unit.lead.partition("-")[2])
        if before is not None and before.is_still(unit) and changed.isdisjoint(unit.events):
            kept.add(before.number)
        else:
            made.append(unit)
    return Change(known.incidents - kept, made, {row.number for row in known.rows.values()})


@dataclass(frozen=True, slots=True)
class _Known:
    """Events with the incidents that they make now.

    Args:
        rows: the events by their ids.
        clusters: the incidents of these events, and of what people added to them.
        incidents: numbers of the incidents that they made before; all events of each are here.
    """

    rows: Mapping[str, Row]
    clusters: Sequence[Cluster]
    incidents: set[int]


def _whole(connection: sqlite3.Connection, keys: Sequence[str], decisions: Decisions, rules: Rules) -> _Known:
    """Link all events of some keys."""
    rows = {row.statement.id: row for row in rows_of_keys(connection, keys, rules)}
    clusters = link([*(row.statement for row in rows.values()), *decisions.added(keys)], rules)
    marks = ", ".join("?" for _ in keys)
    found = connection.execute(f"SELECT incident_number FROM incidents WHERE link_key IN ({marks})", keys)
    return _Known(rows, clusters, {number for (number,) in found} | _incidents(rows.values()))


def _near(connection: sqlite3.Connection, keys: Sequence[str], decisions: Decisions, rules: Rules) -> _Known:
    """Link the events of one key that a change touches. What a key has by hand is little, and always looked at."""
    (key,) = keys
    rows = {row.statement.id: row for row in rows_waiting(connection, key, rules)}
    gone = withdrawn(connection, key, rules)
    added = _added(connection, decisions.added(keys))
    changed = [row.statement for row in rows.values() if row.incident is None] + [g.statement for g in gone]
    incidents: set[int] = set()
    asked = {g.incident for g in (*gone, *added) if g.incident is not None} | _incidents(rows.values())
    asked |= incidents_alike(connection, key, changed, rules)
    covered: list[Span] = []
    for _ in range(_ROUNDS):
        rows |= {row.statement.id: row for row in rows_of_incidents(connection, asked - incidents, rules)}
        incidents |= asked
        linked = (Linked(row.statement, row.incident, row.guessed) for row in rows.values())
        renewal = renew([*linked, *gone, *added], covered, rules)
        if not renewal.missing:
            return _Known(rows, renewal.clusters, incidents)
        covered += renewal.missing
        asked = {number for span in renewal.missing for number in incidents_near(connection, key, span, rules)}
    return _whole(connection, keys, decisions, rules)


def _incidents(rows: Iterable[Row]) -> set[int]:
    return {row.incident for row in rows if row.incident is not None}


def _added(connection: sqlite3.Connection, statements: Iterable[Statement]) -> list[Linked]:
    """Return what people added, each with the incident that it is in."""
    found = []
    for statement in statements:
        row = connection.execute(
            "SELECT incident_number FROM incident_additions WHERE correction_id = ?", (correction_of(statement.id),)
        ).fetchone()
        found.append(Linked(statement, row[0] if row else None))
    return found


def _unit(cluster: Cluster, rows: Mapping[str, Row]) -> Unit:
    """Return a cluster as what corrections are applied to."""
    events = {rows[s.id].number: Member(s.id, s.key, s.id in cluster.guessed) for s in cluster.members if s.id in rows}
    additions = [s.id for s in cluster.members if s.id not in rows]
    founder = cluster.members[0]
    return Unit(lead=founder.id, key=founder.key, events=events, additions=tuple(additions))


@dataclass(slots=True)
class _Stored:
    """An incident as it is stored: the digest of its lead, whether an event went, and what it is made of."""

    number: int
    lead: str
    stale: bool
    corrections: list[str]
    events: set[tuple[int, bool]] = field(default_factory=set)
    additions: set[str] = field(default_factory=set)

    def is_still(self, unit: Unit) -> bool:
        """Tell whether making a unit's incident again would give this one, its events being as they were."""
        return (
            not self.stale
            and self.corrections == list(unit.corrections)
            and self.events == {(number, member.guessed) for number, member in unit.events.items()}
            and self.additions == {correction_of(addition) for addition in unit.additions}
        )


def _stored(connection: sqlite3.Connection, numbers: Iterable[int]) -> Iterable[_Stored]:
    asked = (json.dumps(sorted(numbers)),)
    within = "incident_number IN (SELECT value FROM json_each(?))"
    found = {
        number: _Stored(number, incident_id.partition("-")[2], bool(stale), read_list(corrections))
        for number, incident_id, stale, corrections in connection.execute(
            f"SELECT incident_number, incident_id, stale, corrections FROM incidents WHERE {within}", asked
        )
    }
    for event, number, guessed in connection.execute(f"SELECT * FROM incident_events WHERE {within}", asked):
        found[number].events.add((event, bool(guessed)))
    for correction, number in connection.execute(f"SELECT * FROM incident_additions WHERE {within}", asked):
        found[number].additions.add(correction)
    return found.values()

"""Events linked to incidents in the record: only what is new or changed is linked again.

All events of one `link_key` are looked at together, so that the outcome is the same whatever came first; an incident
whose events are as they were keeps its row. A run that is stopped leaves each key linked wholly or not at all.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from summitry.linking import Cluster, Rules, Statement, choose, link, load_rules
from summitry.linking import acting_key as acting_key_of
from summitry.linking import link_key as link_key_of
from summitry.linking import person_key as person_key_of
from summitry.record.connection import plainly, transaction
from summitry.record.deciding import Decisions, Member, Unit, read_decisions
from summitry.record.incident_rows import put_incident
from summitry.record.questions import read_events, read_reports

__all__ = ["LinkProgress", "pending", "relink"]

LinkProgress = Callable[[int, int], None]
"""Called with the keys linked so far and the keys to link."""

_EVENTS_A_STEP = 20_000
_KEYS_A_STEP = 400


def pending(connection: sqlite3.Connection) -> int:
    """Return how many events wait to be linked, counting a key from which one was taken away as one."""
    row = connection.execute(
        "SELECT (SELECT count(*) FROM events WHERE linked = 0) + (SELECT count(*) FROM stale_keys)"
    ).fetchone()
    return int(row[0])


def relink(connection: sqlite3.Connection, path: Path, progress: LinkProgress | None = None) -> int:
    """Link all events that are new or changed, and what they touch.

    Args:
        connection: the record, writable.
        path: its file, for messages.
        progress: called after each step.

    Returns:
        How many keys were linked again.

    Raises:
        RecordError: the record could not be written; the keys linked so far are kept.
    """
    done = 0
    rules = load_rules()
    with plainly(path):
        with transaction(connection):
            _fill_keys(connection)
        plan = _Plan.of(connection)
        while plan.keys:
            with transaction(connection):
                # What another hand wrote since may be a correction of the very keys that come next.
                if plan.version != _version(connection):
                    plan = _Plan.of(connection)
                step = next(plan.steps, ())
                for group in step:
                    _link_group(connection, group, plan.decisions, rules)
            if not step:
                plan = _Plan.of(connection)
                continue
            done += len(step)
            if progress is not None:
                progress(done, max(done, len(plan.keys)))
    return done


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be linked, as the record stands.

    Args:
        keys: that hold something new or changed.
        decisions: the corrections that stand.
        steps: groups of keys, those of one transaction together.
        version: tells whether another connection has written since.
    """

    keys: Sequence[str]
    decisions: Decisions
    steps: Iterator[list[tuple[str, ...]]]
    version: int

    @classmethod
    def of(cls, connection: sqlite3.Connection) -> _Plan:
        version = _version(connection)
        keys = _stale_keys(connection)
        decisions = read_decisions(connection)
        return cls(keys, decisions, _steps(connection, decisions.groups(keys)), version)


def _version(connection: sqlite3.Connection) -> int:
    """Return a number that changes when another connection has written (sqlite.org/pragma.html#pragma_data_version)."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def _fill_keys(connection: sqlite3.Connection) -> None:
    """Give events of a record made before there were incidents what linking looks at."""
    numbers = [n for (n,) in connection.execute("SELECT event_number FROM events WHERE link_key = ''")]
    for number, recorded in zip(numbers, read_events(connection, numbers), strict=True):
        event = recorded.event
        connection.execute(
            "UPDATE events SET link_key = ?, acting_key = ?, person_key = ? WHERE event_number = ?",
            (link_key_of(event), acting_key_of(event), person_key_of(event), number),
        )


def _stale_keys(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute(
        "SELECT link_key FROM events WHERE linked = 0 UNION SELECT link_key FROM stale_keys ORDER BY link_key"
    )
    return [key for (key,) in rows]


def _steps(connection: sqlite3.Connection, groups: Sequence[tuple[str, ...]]) -> Iterator[list[tuple[str, ...]]]:
    """Cut the work into transactions of bounded size."""
    step: list[tuple[str, ...]] = []
    size = 0
    for group in groups:
        marks = ", ".join("?" for _ in group)
        size += connection.execute(f"SELECT count(*) FROM events WHERE link_key IN ({marks})", group).fetchone()[0]
        step.append(group)
        if size >= _EVENTS_A_STEP or len(step) >= _KEYS_A_STEP:
            yield step
            step, size = [], 0
    if step:
        yield step


@dataclass(frozen=True, slots=True)
class _Row:
    """An event with how it is linked now."""

    number: int
    statement: Statement
    linked: bool
    incident: int | None
    guessed: bool


@dataclass(slots=True)
class _Stored:
    """Incidents of a group as they are stored."""

    events: dict[int, set[tuple[int, bool]]] = field(default_factory=lambda: defaultdict(set))
    unsure: set[int] = field(default_factory=set)


def _link_group(connection: sqlite3.Connection, keys: tuple[str, ...], decisions: Decisions, rules: Rules) -> None:
    """Link the events of keys that belong together, and write what changed."""
    rows = list(_rows(connection, keys, rules))
    by_id = {row.statement.id: row for row in rows}
    added = decisions.added(keys)
    clusters = link([*(row.statement for row in rows), *added], rules)
    units = decisions.decide([_unit(cluster, by_id) for cluster in clusters])
    stored = _stored(connection, keys, rows)
    kept: set[int] = set()
    new: list[Unit] = []
    for unit in units:
        incident = _unchanged(unit, stored, by_id)
        if incident is None:
            new.append(unit)
        else:
            kept.add(incident)
    _remove(connection, set(stored.events) - kept, {row.number for row in rows})
    _write(connection, new, decisions)
    marks = ", ".join("?" for _ in keys)
    # The plus sign keeps SQLite from walking through all unlinked events (sqlite.org/optoverview.html, section 2.5).
    connection.execute(f"UPDATE events SET linked = 1 WHERE +linked = 0 AND link_key IN ({marks})", keys)
    connection.execute(f"DELETE FROM stale_keys WHERE link_key IN ({marks})", keys)


def _rows(connection: sqlite3.Connection, keys: tuple[str, ...], rules: Rules) -> Iterator[_Row]:
    marks = ", ".join("?" for _ in keys)
    for row in connection.execute(
        "SELECT e.event_number, e.event_id, e.link_key, e.acting_key, e.person_key, e.interval_start, e.interval_end, "
        "e.interval_rule, e.type, e.mode, e.place, e.status, e.count, e.document_number, e.linked, l.incident_number, "
        f"l.guessed FROM events e LEFT JOIN incident_events l USING (event_number) WHERE e.link_key IN ({marks}) "
        "ORDER BY e.event_id",
        keys,
    ):
        start, end = _ordinal(row["interval_start"]), _ordinal(row["interval_end"])
        known = start is not None and end is not None
        yield _Row(
            row["event_number"],
            Statement(
                id=row["event_id"],
                key=row["link_key"],
                acting=row["acting_key"],
                persons=row["person_key"],
                start=start if known else None,
                end=end if known else None,
                weak=row["interval_rule"].partition("/")[0] in rules.weak,
                type=row["type"],
                mode=row["mode"],
                place=row["place"],
                status=row["status"],
                count=row["count"],
                document=str(row["document_number"]),
            ),
            bool(row["linked"]),
            row["incident_number"],
            bool(row["guessed"]),
        )


def _ordinal(day: str | None) -> int | None:
    return date.fromisoformat(day).toordinal() if day else None


def _unit(cluster: Cluster, by_id: Mapping[str, _Row]) -> Unit:
    """Return a cluster as what corrections are applied to."""
    events = {
        by_id[s.id].number: Member(s.id, s.key, s.id in cluster.guessed) for s in cluster.members if s.id in by_id
    }
    additions = [s.id for s in cluster.members if s.id not in by_id]
    founder = cluster.members[0]
    return Unit(lead=founder.id, key=founder.key, events=events, additions=tuple(additions))


def _stored(connection: sqlite3.Connection, keys: tuple[str, ...], rows: Iterable[_Row]) -> _Stored:
    stored = _Stored()
    marks = ", ".join("?" for _ in keys)
    for number, unsure in connection.execute(
        f"SELECT incident_number, stale OR corrections <> '[]' FROM incidents WHERE link_key IN ({marks})", keys
    ):
        stored.events[number] = set()
        if unsure:
            stored.unsure.add(number)
    for row in rows:
        if row.incident is not None:
            stored.events[row.incident].add((row.number, row.guessed))
            if not row.linked:
                stored.unsure.add(row.incident)
    return stored


def _unchanged(unit: Unit, stored: _Stored, by_id: Mapping[str, _Row]) -> int | None:
    """Return the stored incident that a unit is, `None` where it is new or must be made again."""
    if unit.corrections or unit.additions or unit.lead not in by_id:
        return None
    incident = by_id[unit.lead].incident
    if incident is None or incident in stored.unsure:
        return None
    return incident if stored.events[incident] == {(n, m.guessed) for n, m in unit.events.items()} else None


def _remove(connection: sqlite3.Connection, incidents: set[int], ours: set[int]) -> None:
    """Remove incidents; events of theirs that are not looked at now are linked again later."""
    for number in sorted(incidents):
        for (event,) in connection.execute(
            "SELECT event_number FROM incident_events WHERE incident_number = ?", (number,)
        ).fetchall():
            if event not in ours:
                connection.execute("UPDATE events SET linked = 0 WHERE event_number = ?", (event,))
        for (added,) in connection.execute(
            "SELECT correction_id FROM incident_additions WHERE incident_number = ?", (number,)
        ).fetchall():
            connection.execute("DELETE FROM incident_additions WHERE correction_id = ?", (added,))
    connection.executemany("DELETE FROM incidents WHERE incident_number = ?", [(n,) for n in sorted(incidents)])


def _write(connection: sqlite3.Connection, units: Sequence[Unit], decisions: Decisions) -> None:
    numbers = [number for unit in units for number in unit.events]
    reports = dict(zip(numbers, read_reports(connection, numbers), strict=True))
    for unit in units:
        members = [reports[number] for number in unit.events] + [decisions.report(a) for a in unit.additions]
        incident = decisions.edit(choose(members, unit.lead), unit)
        put_incident(
            connection,
            replace(incident, corrections=unit.corrections),
            unit.key,
            rejected=decisions.rejects(unit),
            events=[(number, member.guessed) for number, member in unit.events.items()],
            additions=[decisions.correction_of(a) for a in unit.additions],
            words=[e.readable for report in members for e in report.event.evidence[:1]],
        )

"""Events linked to incidents in the record: only what is new or changed, and what it touches, is linked again.

The outcome is that of linking all events at once, whatever came first; an incident that stays as it was keeps its row.
A run that is stopped leaves each key linked wholly or not at all.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from summitry.linking import Rules, choose, load_rules, rules_digest
from summitry.linking import acting_key as acting_key_of
from summitry.linking import link_key as link_key_of
from summitry.linking import person_key as person_key_of
from summitry.record.connection import plainly, transaction
from summitry.record.deciding import Decisions, Unit, correction_of, read_decisions
from summitry.record.incident_rows import put_incident
from summitry.record.questions import read_events, read_reports
from summitry.record.touched import Change, Group, change_of

__all__ = ["LinkProgress", "pending", "relink"]

LinkProgress = Callable[[int, int], None]
"""Called with the keys linked so far and the keys to link."""

_EVENTS_A_STEP = 20_000
_KEYS_A_STEP = 400
_MANY = 4
"""Where one event in so many of a key waits, all of the key is linked: less is read twice."""


def pending(connection: sqlite3.Connection) -> int:
    """Return how many events wait to be linked or to be taken out, counting a key that was corrected as one."""
    row = connection.execute(
        "SELECT (SELECT count(*) FROM events WHERE linked = 0) + (SELECT count(*) FROM stale_keys) "
        "+ (SELECT count(*) FROM gone_events WHERE event_id NOT IN (SELECT event_id FROM events))"
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
            _heed_rules(connection)
        plan = _Plan.of(connection)
        while plan.keys:
            with transaction(connection):
                # What another hand wrote since may be a correction of the very keys that come next.
                if plan.version != _version(connection):
                    plan = _Plan.of(connection)
                step = next(plan.steps, ())
                _link_step(connection, step, plan.decisions, rules)
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
    steps: Iterator[list[Group]]
    version: int

    @classmethod
    def of(cls, connection: sqlite3.Connection) -> _Plan:
        version = _version(connection)
        keys = _waiting_keys(connection)
        decisions = read_decisions(connection)
        return cls(keys, decisions, _steps(connection, keys, decisions), version)


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


def _heed_rules(connection: sqlite3.Connection) -> None:
    """Have all linked again that was linked by other rules than those of this program."""
    digest = rules_digest()
    if [row[0] for row in connection.execute("SELECT rules FROM linked_by")] != [digest]:
        connection.execute("INSERT OR IGNORE INTO stale_keys SELECT DISTINCT link_key FROM events WHERE linked = 1")
        connection.execute("DELETE FROM linked_by")
        connection.execute("INSERT INTO linked_by VALUES (?)", (digest,))


def _waiting_keys(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute(
        "SELECT link_key FROM events WHERE linked = 0 UNION SELECT link_key FROM gone_events "
        "UNION SELECT link_key FROM stale_keys ORDER BY link_key"
    )
    return [key for (key,) in rows]


def _steps(connection: sqlite3.Connection, keys: Sequence[str], decisions: Decisions) -> Iterator[list[Group]]:
    """Cut the work into transactions of bounded size."""
    whole = {
        key for (key,) in connection.execute("SELECT link_key FROM stale_keys UNION SELECT link_key FROM joined_keys")
    }
    whole |= decisions.joined_keys
    waiting = {key: int(count) for key, count in connection.execute(_COUNT_WAITING)}
    step: list[Group] = []
    size = 0
    for group in decisions.groups(keys):
        marks = ", ".join("?" for _ in group)
        held = connection.execute(f"SELECT count(*) FROM events WHERE link_key IN ({marks})", group).fetchone()[0]
        changed = sum(waiting.get(key, 0) for key in group)
        all_of_it = len(group) > 1 or group[0] in whole or changed * _MANY >= held
        step.append(Group(group, all_of_it))
        size += held if all_of_it else changed
        if size >= _EVENTS_A_STEP or len(step) >= _KEYS_A_STEP:
            yield step
            step, size = [], 0
    if step:
        yield step


_COUNT_WAITING = """
    SELECT link_key, count(*) FROM
        (SELECT link_key FROM events WHERE linked = 0 UNION ALL SELECT link_key FROM gone_events) GROUP BY link_key
"""


def _link_step(connection: sqlite3.Connection, step: Sequence[Group], decisions: Decisions, rules: Rules) -> None:
    """Link the events of some groups, and write what changed."""
    changes = [change_of(connection, group, decisions, rules) for group in step]
    _settle(connection, [key for group in step for key in group.keys], decisions)
    for change in changes:
        _remove(connection, change)
    _write(connection, [unit for change in changes for unit in change.made], decisions)


def _settle(connection: sqlite3.Connection, keys: Sequence[str], decisions: Decisions) -> None:
    """Note that nothing waits under some keys any more, and which of them people joined or parted."""
    rows = [(key,) for key in keys]
    connection.executemany("UPDATE events SET linked = 1 WHERE linked = 0 AND link_key = ?", rows)
    for table in ("stale_keys", "gone_events", "joined_keys"):
        connection.executemany(f"DELETE FROM {table} WHERE link_key = ?", rows)
    joined = [(key,) for key in keys if key in decisions.joined_keys]
    connection.executemany("INSERT INTO joined_keys VALUES (?)", joined)


def _remove(connection: sqlite3.Connection, change: Change) -> None:
    """Remove incidents; where one held events of keys that were not looked at, those are linked again as a whole."""
    for number in sorted(change.outdated):
        held = connection.execute("SELECT event_number FROM incident_events WHERE incident_number = ?", (number,))
        for row in [(event,) for (event,) in held if event not in change.seen]:
            connection.execute("UPDATE events SET linked = 0 WHERE event_number = ?", row)
            connection.execute(
                "INSERT OR IGNORE INTO stale_keys SELECT link_key FROM events WHERE event_number = ?", row
            )
    gone = [(number,) for number in sorted(change.outdated)]
    connection.executemany("DELETE FROM incident_additions WHERE incident_number = ?", gone)
    connection.executemany("DELETE FROM incidents WHERE incident_number = ?", gone)


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
            additions=[correction_of(a) for a in unit.additions],
            words=[e.readable for report in members for e in report.event.evidence[:1]],
        )

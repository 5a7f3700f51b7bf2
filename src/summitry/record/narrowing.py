"""What questions about events and about incidents are narrowed by alike: who takes part, and when."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date
from typing import Literal

from summitry.errors import UsageError
from summitry.record.given_dates import as_bound
from summitry.record.naming import whom

__all__ = ["EventFilter", "narrowed"]


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events are asked for; what is left empty does not narrow.

    Args:
        between: two actors that both take part, in whatever roles.
        actor: an actor that takes part.
        type: PLOVER category, upper or lower case.
        since: first day asked for, as ISO text at day, month or year precision, or a date.
        until: last day asked for. With either bound, what is undated is left out.
        status: whether it happened.
    """

    between: tuple[str, str] | None = None
    actor: str | None = None
    type: str | None = None
    since: str | date | None = None
    until: str | date | None = None
    status: str | None = None


def narrowed(
    connection: sqlite3.Connection, asked: EventFilter, table: Literal["events", "incidents"]
) -> tuple[list[str], list[str]]:
    """Return the conditions on who takes part and when, and their values, for a table named by its first letter.

    Raises:
        UsageError: a date is none, or the window ends before it begins.
    """
    people, number = ("participants", "event_number") if table == "events" else _OF_INCIDENTS
    row = f"{table[0]}.{number}"
    conditions: list[str] = []
    values: list[str] = []
    if asked.between:
        one, other = (whom(connection, name) for name in asked.between)
        (sql_one, of_one), (sql_other, of_other) = one.condition("a"), other.condition("b")
        conditions.append(
            f"{row} IN (SELECT a.{number} FROM {people} a JOIN {people} b "
            f"ON b.{number} = a.{number} AND b.position <> a.position WHERE {sql_one} AND {sql_other})"
        )
        values += [*of_one, *of_other]
    if asked.actor:
        sql, of_actor = whom(connection, asked.actor).condition("a")
        conditions.append(f"{row} IN (SELECT a.{number} FROM {people} a WHERE {sql})")
        values += of_actor
    in_window, bounds = _within(asked, table[0])
    return conditions + in_window, values + bounds


_OF_INCIDENTS = ("incident_participants", "incident_number")


def _within(asked: EventFilter, row: str) -> tuple[list[str], list[str]]:
    """Return the conditions of a window, and their values: what may lie on some day of it is in it."""
    since = as_bound("since", asked.since, last=False) if asked.since else ""
    until = as_bound("until", asked.until, last=True) if asked.until else ""
    if since and until and since > until:
        raise UsageError(f"--since {asked.since} is after --until {asked.until}")
    conditions: list[str] = []
    if since or until:
        conditions.append(f"({row}.interval_start IS NOT NULL OR {row}.interval_end IS NOT NULL)")
    if since:
        conditions.append(f"coalesce({row}.interval_end, '9999') >= ?")
    if until:
        conditions.append(f"coalesce({row}.interval_start, '0000') <= ?")
    return conditions, [bound for bound in (since, until) if bound]

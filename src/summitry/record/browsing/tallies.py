"""What a record holds, counted: for an overview. Takes seconds on a large record, so callers keep the answer."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from summitry.record.browsing.queues import LOW_SCORE, UNRESOLVED
from summitry.record.connection import plainly
from summitry.record.record import Record

__all__ = ["ActorCount", "DyadCount", "Tallies", "TypeYear", "size", "tally"]

_MOST = 200


@dataclass(frozen=True, slots=True)
class TypeYear:
    """How many incidents of a category lie in a year; `year` is `""` for undated ones."""

    type: str
    year: str
    count: int


@dataclass(frozen=True, slots=True)
class DyadCount:
    """How many incidents two states share, and the last day of the latest."""

    one: str
    other: str
    count: int
    last: str


@dataclass(frozen=True, slots=True)
class ActorCount:
    """How many incidents somebody takes part in."""

    actor_id: str
    name: str
    state: str
    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class Tallies:
    """What a record holds. Series told only as a number, and what people rejected, are counted apart.

    Args:
        documents: how many.
        events: how many.
        incidents: how many single incidents.
        series: how many series told only as a number.
        rejected: how many incidents people rejected.
        by_hand: how many incidents rest on no document.
        publishers: names with their numbers of documents, most first.
        first: first day of the earliest, `""` where nothing is dated.
        last: last day of the latest.
        by_year: incidents by category and year.
        dyads: pairs of states, most active first.
        actors: persons and bodies, most active first.
        conflicts: incidents on which sources disagree.
        low: incidents that are doubtful.
        unresolved: incidents with somebody who is not known for sure.
        corrections: how many people made.
    """

    documents: int
    events: int
    incidents: int
    series: int
    rejected: int
    by_hand: int
    publishers: tuple[tuple[str, int], ...]
    first: str
    last: str
    by_year: tuple[TypeYear, ...]
    dyads: tuple[DyadCount, ...]
    actors: tuple[ActorCount, ...]
    conflicts: int
    low: int
    unresolved: int
    corrections: int

    def types(self) -> list[tuple[str, int]]:
        """Return the categories with their numbers of incidents, most first."""
        counts: Counter[str] = Counter()
        for row in self.by_year:
            counts[row.type] += row.count
        return counts.most_common()


def size(record: Record) -> int:
    """Return about how many incidents a record holds, at once."""
    with plainly(record.path):
        return int(record._connection.execute("SELECT coalesce(max(incident_number), 0) FROM incidents").fetchone()[0])


_SUMS = f"""
    SELECT count(*) FILTER (WHERE rejected = 0 AND count = 1) AS incidents,
        count(*) FILTER (WHERE rejected = 0 AND count > 1) AS series,
        count(*) FILTER (WHERE rejected) AS rejected,
        count(*) FILTER (WHERE rejected = 0 AND count = 1 AND documents = 0) AS by_hand,
        count(*) FILTER (WHERE rejected = 0 AND conflicts > 0) AS conflicts,
        count(*) FILTER (WHERE rejected = 0 AND score < {LOW_SCORE} AND corrections = '[]') AS low,
        coalesce(min(interval_start) FILTER (WHERE rejected = 0), '') AS first,
        coalesce(max(coalesce(interval_end, interval_start)) FILTER (WHERE rejected = 0), '') AS last
    FROM incidents
"""
_YEARS = """
    SELECT type, coalesce(substr(coalesce(interval_start, interval_end), 1, 4), '') AS year, count(*) AS count
    FROM incidents WHERE rejected = 0 AND count = 1 GROUP BY 1, 2 ORDER BY 2, 1
"""
_DYADS = f"""
    SELECT a.state_code AS one, b.state_code AS other, count(DISTINCT a.incident_number) AS count,
        coalesce(max(i.interval_end), '') AS last
    FROM incident_participants a
    JOIN incident_participants b ON b.incident_number = a.incident_number AND b.state_code > a.state_code
    JOIN incidents i ON i.incident_number = a.incident_number
    WHERE a.state_code <> '' AND i.rejected = 0 AND i.count = 1
    GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT {_MOST}
"""
_ACTORS = f"""
    SELECT actor_id, min(name) AS name, max(state_code) AS state, min(kind) AS kind,
        count(DISTINCT p.incident_number) AS count
    FROM incident_participants p JOIN incidents i USING (incident_number)
    WHERE i.rejected = 0 AND i.count = 1 GROUP BY actor_id ORDER BY count DESC, actor_id LIMIT {_MOST}
"""
_PUBLISHERS = "SELECT publisher, count(*) FROM documents GROUP BY 1 ORDER BY 2 DESC, 1"
_UNRESOLVED = f"""
    SELECT count(DISTINCT i.incident_number) FROM incidents i JOIN incident_participants p USING (incident_number)
    WHERE i.rejected = 0 AND i.corrections = '[]' AND {UNRESOLVED}
"""


def tally(record: Record) -> Tallies:
    """Count what a record holds."""
    ask = record._connection.execute
    with plainly(record.path):
        sums = ask(_SUMS).fetchone()
        events, documents = record.counts()
        return Tallies(
            documents=documents,
            events=events,
            incidents=sums["incidents"],
            series=sums["series"],
            rejected=sums["rejected"],
            by_hand=sums["by_hand"],
            publishers=tuple((str(name), int(count)) for name, count in ask(_PUBLISHERS)),
            first=sums["first"],
            last=sums["last"],
            by_year=tuple(TypeYear(*row) for row in ask(_YEARS)),
            dyads=tuple(DyadCount(*row) for row in ask(_DYADS)),
            actors=tuple(ActorCount(*row) for row in ask(_ACTORS)),
            conflicts=sums["conflicts"],
            low=sums["low"],
            unresolved=ask(_UNRESOLVED).fetchone()[0],
            corrections=ask("SELECT count(*) FROM corrections WHERE action <> 'add'").fetchone()[0],
        )

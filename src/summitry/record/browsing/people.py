"""Somebody in a record: by id or name, with whom they share incidents."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.record.connection import plainly
from summitry.record.folding import fold
from summitry.record.record import Record

__all__ = ["ActorTally", "actor_named", "actors_like", "partners"]


@dataclass(frozen=True, slots=True)
class ActorTally:
    """Somebody who takes part in incidents.

    Args:
        actor_id: id in the registry, or a slug.
        name: name.
        state: alpha-3 code, `""` where none.
        kind: what sort of actor.
        count: incidents in which they take part, or share with somebody.
        last: last day of the latest of these, `""` where undated.
    """

    actor_id: str
    name: str
    state: str
    kind: str
    count: int
    last: str = ""


_ONE = """
    SELECT p.actor_id, p.name, p.state_code, p.kind, 0 FROM incident_participants p
    WHERE p.folded_name = ?1 OR p.actor_id = ?2 LIMIT 1
"""
_LIKE = """
    SELECT p.actor_id, min(p.name), max(p.state_code), min(p.kind), count(DISTINCT p.incident_number)
    FROM incident_participants p WHERE p.folded_name >= ?1 AND p.folded_name < ?1 || char(0x10ffff)
    GROUP BY p.actor_id ORDER BY 5 DESC, 1 LIMIT ?2
"""
_HOLDING = """
    SELECT p.actor_id, min(p.name), max(p.state_code), min(p.kind), count(DISTINCT p.incident_number)
    FROM incident_participants p WHERE p.folded_name = ?1 GROUP BY p.actor_id ORDER BY 5 DESC, 1 LIMIT ?2
"""
_PARTNERS = """
    SELECT b.actor_id, min(b.name), max(b.state_code), min(b.kind), count(DISTINCT b.incident_number),
        coalesce(max(i.interval_end), '')
    FROM incident_participants a JOIN incidents i USING (incident_number)
    JOIN incident_participants b ON b.incident_number = a.incident_number AND b.actor_id <> a.actor_id
    WHERE a.folded_name = ?1 AND i.rejected = 0 AND i.count = 1 AND i.status IN ('occurred', 'ongoing')
        AND (?2 = '' OR i.type = ?2)
    GROUP BY b.actor_id ORDER BY 5 DESC, 1 LIMIT ?3
"""


def actor_named(record: Record, name_or_id: str) -> ActorTally | None:
    """Return somebody by name or id, `None` where nobody such takes part in an incident."""
    with plainly(record.path):
        row = record._connection.execute(_ONE, (fold(name_or_id), name_or_id)).fetchone()
    return ActorTally(*row) if row else None


def actors_like(record: Record, words: str, limit: int = 12) -> list[ActorTally]:
    """Return those whose name begins with some words, or has them as whole words, most active first."""
    start = fold(words)
    if not start:
        return []
    ask = record._connection.execute
    with plainly(record.path):
        found = [ActorTally(*row) for row in ask(_LIKE, (start, limit))]
        if len(found) < limit:
            known = {tally.actor_id for tally in found}
            for name in _names_holding(record, start, limit):
                found += [t for row in ask(_HOLDING, (name, limit)) if (t := ActorTally(*row)).actor_id not in known]
    return found[:limit]


def _names_holding(record: Record, words: str, limit: int) -> list[str]:
    """Return names that have words inside them, stepping through the index from one name to the next."""
    rows = record._connection.execute(
        "WITH RECURSIVE names(name) AS (SELECT min(folded_name) FROM incident_participants UNION ALL "
        "SELECT (SELECT min(folded_name) FROM incident_participants WHERE folded_name > names.name) FROM names "
        "WHERE names.name IS NOT NULL) SELECT name FROM names WHERE name IS NOT NULL "
        "AND instr(' ' || name, ' ' || ?1) AND substr(name, 1, length(?1)) <> ?1 LIMIT ?2",
        (words, limit),
    )
    return [str(name) for (name,) in rows]


def partners(record: Record, name: str, type: str = "CONSULT", limit: int = 40) -> list[ActorTally]:
    """Return with whom somebody shares incidents that happened, of one category, most first.

    Args:
        record: where.
        name: the person's or body's name.
        type: PLOVER category, `""` for all.
        limit: most to return.
    """
    with plainly(record.path):
        return [ActorTally(*row) for row in record._connection.execute(_PARTNERS, (fold(name), type, limit))]

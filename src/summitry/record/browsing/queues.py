"""What needs a person's eye: conflicts, doubtful incidents, people not known for sure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from summitry.errors import UsageError
from summitry.incidents import IncidentTable
from summitry.record.connection import plainly
from summitry.record.incident_rows import read_incidents
from summitry.record.record import Record

__all__ = ["LOW_SCORE", "QUEUES", "UNRESOLVED", "Queue", "queue_page"]

LOW_SCORE = 0.45
"""Below this an incident is called doubtful; about a fifth of what the coder finds in news text lies there."""

UNRESOLVED = "(p.score < 0.25 OR p.name = 'Unknown' OR (p.kind IN ('person', 'other') AND p.state_code = ''))"
"""Of a participant: nobody is named, or it is hardly known who is meant, or for whom."""


@dataclass(frozen=True, slots=True)
class Queue:
    """One queue.

    Args:
        name: as in addresses.
        title: as readers see it.
        why: what is in it, in a sentence.
    """

    name: str
    title: str
    why: str


QUEUES: Mapping[str, Queue] = {
    queue.name: queue
    for queue in (
        Queue("conflicts", "Sources disagree", "Sources give different values for a field."),
        Queue("low", "Doubtful", f"The coder gives a score below {LOW_SCORE}."),
        Queue("unresolved", "Who is meant?", "Somebody who takes part is not named, or not known for sure."),
    )
}

_UNSEEN = "i.rejected = 0 AND i.corrections = '[]'"
_SQL: Mapping[str, str] = {
    "conflicts": f"SELECT i.incident_number FROM incidents i WHERE {_UNSEEN} AND i.conflicts > 0 "
    "ORDER BY i.documents DESC, i.incident_id",
    "low": f"SELECT i.incident_number FROM incidents i WHERE {_UNSEEN} AND i.score < {LOW_SCORE} "
    "ORDER BY i.score, i.incident_id",
    "unresolved": "SELECT i.incident_number FROM incidents i WHERE i.incident_number IN "
    f"(SELECT p.incident_number FROM incident_participants p WHERE {UNRESOLVED}) AND {_UNSEEN} "
    "ORDER BY i.documents DESC, i.incident_id",
}


def queue_page(record: Record, name: str, limit: int, offset: int = 0) -> IncidentTable:
    """Return some of a queue's incidents; what a person has decided on is in none.

    Raises:
        UsageError: there is no such queue.
    """
    if name not in QUEUES:
        raise UsageError(f"no queue is called {name!r}; the queues are {', '.join(QUEUES)}")
    with plainly(record.path):
        rows = record._connection.execute(f"{_SQL[name]} LIMIT ? OFFSET ?", (limit, offset))
        return IncidentTable(tuple(read_incidents(record._connection, [n for (n,) in rows])))

"""How far a statement without a certain day looks for the incident it means, and where an incident is met."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.linking.cluster import Cluster
from summitry.linking.rules import Rules
from summitry.linking.statements import Statement

__all__ = ["Reach", "Spot", "reach_of", "said", "spot_of", "tells_day"]


def tells_day(statement: Statement) -> bool:
    """Tell whether a statement of a single act tells its day."""
    return statement.width == 1 and not statement.weak and statement.count == 1


def said(statement: Statement) -> tuple[object, ...]:
    """Return what two statements must share to be said just alike."""
    return (
        statement.start, statement.end, statement.persons, statement.mode, statement.place, statement.count
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an incident is met by statements that look for it. It stays as it is while reports are added.

    Args:
        start: its first day.
        end: its last day.
        persons: who was named when it was founded, as `STATE:person`.
        dated: whether its day is told, if only by a guess; one told of a month is met by name alone.
    """

    start: int
    end: int
    persons: frozenset[str]
    dated: bool


def spot_of(cluster: Cluster) -> Spot:
    """Return where a cluster is met, asked when it is founded: later its reports may name more persons."""
    assert cluster.start is not None
    assert cluster.end is not None
    persons = frozenset(f"{state}:{person}" for state, people in cluster.people.items() for person in people)
    return Spot(cluster.start, cluster.end, persons, cluster.members[0].width == 1)


@dataclass(frozen=True, slots=True)
class Reach:
    """Among which incidents a statement looks for the one it means.

    Args:
        start: first day.
        end: last day.
        persons: who must be named there, as `STATE:person`; none where the days alone tell.
        by_name: whether the persons it names are enough to say which incident is meant, however wide its date.
        narrow: whether its days are few enough to say it.
    """

    start: int
    end: int
    persons: frozenset[str]
    by_name: bool
    narrow: bool

    def sees(self, spot: Spot) -> bool:
        """Tell whether an incident is among those looked at."""
        if spot.start > self.end or spot.end < self.start:
            return False
        return not self.persons.isdisjoint(spot.persons) if self.by_name else self.narrow and spot.dated


def reach_of(statement: Statement, rules: Rules) -> Reach:
    """Return among which incidents a dated statement without a certain day looks."""
    assert statement.start is not None
    assert statement.end is not None
    by_name = statement.is_pair or (statement.type in rules.personal and bool(statement.persons))
    start, end = statement.start, statement.end
    if statement.weak:
        start -= rules.weak_before if by_name else rules.weak_after
        end += rules.weak_after
    narrow = end - start + 1 <= rules.widest
    return Reach(start, end, frozenset(statement.persons.split()) if by_name else frozenset(), by_name, narrow)

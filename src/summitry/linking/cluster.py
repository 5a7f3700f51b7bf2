"""Statements taken for one incident, and whether one more may be about it."""

from __future__ import annotations

from dataclasses import dataclass, field

from summitry.linking.rules import Rules
from summitry.linking.statements import Statement

__all__ = ["Cluster", "fits", "likeness"]


@dataclass(slots=True, eq=False)
class Cluster:
    """Statements of one incident, while more are added.

    Args:
        members: the statements, the one that founded it first.
        start: first day of those that tell the day; of the founder where none does.
        end: last day of those.
        people: persons who take part, by state.
        acting: which sides act, where that is told.
        places: places named.
        modes: modes told.
        documents: documents that state it.
        guessed: ids of the members that could mean another incident too.
    """

    members: list[Statement]
    start: int | None
    end: int | None
    people: dict[str, set[str]] = field(default_factory=dict)
    acting: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    modes: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    guessed: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, founder: Statement, *others: Statement) -> Cluster:
        """Return the cluster of a statement that founds it, and of others in their order."""
        cluster = cls([], founder.start, founder.end)
        for statement in (founder, *others):
            cluster.add(statement)
        return cluster

    def add(self, statement: Statement) -> None:
        """Take a statement in; the days stay the founders'."""
        self.members.append(statement)
        for state, persons in statement.people.items():
            self.people.setdefault(state, set()).update(persons)
        if statement.acting:
            self.acting.add(statement.acting)
        if statement.place:
            self.places.add(statement.place)
        if statement.mode:
            self.modes.add(statement.mode)
        self.documents.add(statement.document)

    def absorb(self, other: Cluster) -> None:
        """Take in all of a cluster that is told of later days of the same meeting."""
        for statement in other.members:
            self.add(statement)
        if self.end is not None and other.end is not None:
            self.end = max(self.end, other.end)


def fits(statement: Statement, cluster: Cluster, rules: Rules) -> bool:
    """Tell whether a statement may be about the incident of a cluster, days apart."""
    return (
        _direction_fits(statement, cluster)
        and _persons_fit(statement, cluster)
        and _places_fit(statement, cluster, rules)
        and _modes_fit(statement, cluster, rules)
        and (statement.is_pair or (statement.status == "possible") == (cluster.members[0].status == "possible"))
        # Within one document the coder has told its events apart; only a meeting of named persons is told twice.
        and (statement.document not in cluster.documents or (statement.type == "CONSULT" and statement.is_pair))
    )


def likeness(statement: Statement, cluster: Cluster) -> tuple[int, bool, int]:
    """Return how much speaks for a cluster that a statement fits: shared persons, its place, and who else tells it."""
    shared = sum(len(persons & cluster.people.get(state, set())) for state, persons in statement.people.items())
    return shared, statement.place in cluster.places, len(cluster.documents)


def _direction_fits(statement: Statement, cluster: Cluster) -> bool:
    """Tell whether the same sides act: one that names no direction fits both."""
    return not statement.acting or not cluster.acting or statement.acting in cluster.acting


def _persons_fit(statement: Statement, cluster: Cluster) -> bool:
    """Tell whether no side is led by other persons: a state fits any person of it."""
    return all(
        not (there := cluster.people.get(state)) or persons & there for state, persons in statement.people.items()
    )


def _places_fit(statement: Statement, cluster: Cluster, rules: Rules) -> bool:
    if statement.type not in rules.by_place or not statement.place or not cluster.places:
        return True
    return any(_same_place(statement.place, place) for place in cluster.places)


def _same_place(one: str, other: str) -> bool:
    return one == other or one.endswith(f", {other}") or other.endswith(f", {one}")


def _modes_fit(statement: Statement, cluster: Cluster, rules: Rules) -> bool:
    if not statement.mode or not cluster.modes:
        return True
    if statement.type in rules.by_mode:
        return statement.mode in cluster.modes
    return statement.type != "CONSULT" or (statement.mode == "phone") == ("phone" in cluster.modes)

"""Incidents found so far, to which statements without a certain day are given."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable

from summitry.linking.cluster import Cluster, fits, likeness
from summitry.linking.reach import Reach, Spot, reach_of, said, spot_of
from summitry.linking.rules import Rules
from summitry.linking.statements import Statement

__all__ = ["Shelf", "vague_order"]


def vague_order(statement: Statement) -> tuple[int, bool, int, int, str]:
    """Return the order in which statements without a certain day are placed: narrow before wide, full before bare."""
    return (statement.width, statement.weak, statement.start or 0, -len(statement.persons), statement.id)


class Shelf:
    """Incidents of one key, in order of founding.

    Args:
        clusters: those whose days are told.
        rules: what is taken for one incident.
    """

    def __init__(self, clusters: Iterable[Cluster], rules: Rules) -> None:
        self.clusters: list[Cluster] = []
        self._rules = rules
        self._dated = _InTime()
        self._by_person: dict[str, _InTime] = defaultdict(_InTime)
        self._alike: dict[tuple[object, ...], Cluster] = {}
        for cluster in clusters:
            self._index(cluster)

    def place(self, statement: Statement) -> Cluster:
        """Give a statement to the incident it can mean, or make it one of its own; return what holds it now."""
        reach = reach_of(statement, self._rules)
        candidates = [c for c in self._near(reach) if fits(statement, c, self._rules)]
        if reach.by_name:
            candidates = [c for c in candidates if _shares_names(statement, c)]
        elif len(candidates) > 1:
            candidates = []
        if not candidates:
            alike = self._alike.get(said(statement))
            if alike is None or not fits(statement, alike, self._rules):
                return self.found(statement)
            alike.add(statement)
            return alike
        chosen = max(candidates, key=lambda c: (*likeness(statement, c), -abs((c.start or 0) - reach.start)))
        chosen.add(statement)
        if len(candidates) > 1:
            chosen.guessed.add(statement.id)
        return chosen

    def found(self, statement: Statement) -> Cluster:
        """Make a statement an incident of its own; the first of several just alike takes in the others."""
        cluster = Cluster.of(statement)
        self._alike.setdefault(said(statement), cluster)
        self._index(cluster)
        return cluster

    def _near(self, reach: Reach) -> list[Cluster]:
        """Return the incidents that may be meant, in order of time."""
        if not reach.by_name:
            return self._dated.within(reach) if reach.narrow else []
        found = {id(c): c for person in reach.persons if person in self._by_person
                 for c in self._by_person[person].within(reach)}  # fmt: skip
        return sorted(found.values(), key=lambda c: (c.start or 0, c.members[0].id))

    def _index(self, cluster: Cluster) -> None:
        self.clusters.append(cluster)
        spot = spot_of(cluster)
        if spot.dated:
            self._dated.add(spot, cluster)
        for person in spot.persons:
            self._by_person[person].add(spot, cluster)


def _shares_names(statement: Statement, cluster: Cluster) -> bool:
    shared = sum(bool(people & cluster.people.get(state, set())) for state, people in statement.people.items())
    return shared >= min(2, len(statement.people))


class _InTime:
    """Clusters in order of their first day."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._held: list[tuple[Spot, Cluster]] = []
        self._longest = 0

    def add(self, spot: Spot, cluster: Cluster) -> None:
        at = bisect_right(self._starts, spot.start)
        self._starts.insert(at, spot.start)
        self._held.insert(at, (spot, cluster))
        self._longest = max(self._longest, spot.end - spot.start)

    def within(self, reach: Reach) -> list[Cluster]:
        """Return the clusters that are among those looked at."""
        low = bisect_left(self._starts, reach.start - self._longest)
        high = bisect_right(self._starts, reach.end)
        return [cluster for spot, cluster in self._held[low:high] if reach.sees(spot)]

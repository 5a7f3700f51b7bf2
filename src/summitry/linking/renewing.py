"""What new and withdrawn statements change in what was linked before: the same incidents as linking all at once.

`link` takes statements in a fixed order, and each step looks only at the incidents within its reach. Here the same
steps are gone through, but one is taken anew only where something that it looks at has changed; every other statement
stays where it stood. What changed is kept as spots: when an incident is, and who is named. A statement that sees one of
them, or is said just like a changed one, is placed anew; where it goes elsewhere than before, the incident that it left
and the one that it joined have changed too, for all statements after it.

Only statements near the changes need be known. Where more are needed, the answer tells of which days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from summitry.linking.cluster import Cluster
from summitry.linking.clustering import link_alike, stands_alone
from summitry.linking.days import Meetings, by_day, link_day
from summitry.linking.reach import Spot, reach_of, said, spot_of, tells_day
from summitry.linking.rules import Rules
from summitry.linking.shelf import Shelf, vague_order
from summitry.linking.spans import Span, Spans
from summitry.linking.statements import Statement

__all__ = ["Linked", "Renewal", "renew"]


@dataclass(frozen=True, slots=True)
class Linked:
    """A statement with where it stood.

    Args:
        statement: the statement.
        incident: number of the incident that it was linked to, `None` where it is new.
        guessed: whether it could mean another incident too.
        gone: whether it was withdrawn since.
    """

    statement: Statement
    incident: int | None
    guessed: bool = False
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Renewal:
    """What was linked again.

    Args:
        clusters: the incidents of all statements that are known and not gone; of no use where days are missing.
        missing: days of which the statements must be known too.
    """

    clusters: list[Cluster]
    missing: tuple[Span, ...]


def renew(known: Iterable[Linked], covered: Iterable[Span], rules: Rules) -> Renewal:
    """Link again what new and withdrawn statements of one key touch.

    Args:
        known: statements of one key: all that are new or withdrawn, and all said just like one of these; all that may
            lie on covered days, save wide ones that name no persons; and all others of the incidents of any of these.
        covered: days. Begin with none, and add what is missing until nothing is.
        rules: what is taken for one incident.
    """
    return _Renewing(list(known), Spans(covered), rules).renewal()


@dataclass(frozen=True, slots=True)
class _Before:
    """An incident as it was.

    Args:
        days: ids of its statements that tell the day.
        founder: id of the statement that founded it.
        spot: where it was met.
        words: what its founder says, where it tells no day.
    """

    days: frozenset[str]
    founder: str
    spot: Spot
    words: tuple[object, ...] | None


def _before(days: Sequence[Statement], rest: Sequence[Statement]) -> _Before:
    """Return an incident as it was made of its statements, the vague ones in order."""
    if not days:
        return _Before(frozenset(), rest[0].id, spot_of(Cluster.of(rest[0])), said(rest[0]))
    parts = [Cluster.of(*of_day) for of_day in by_day(days).values()]
    for part in parts[1:]:
        parts[0].absorb(part)
    return _Before(frozenset(s.id for s in days), parts[0].members[0].id, spot_of(parts[0]), None)


class _Renewing:
    """The steps of linking gone through again. `_now` and `_number` hold the incidents that are as they were so far."""

    def __init__(self, known: Sequence[Linked], covered: Spans, rules: Rules) -> None:
        self._rules = rules
        self._covered = covered
        self._around = max(rules.meeting_gap + rules.meeting_span, rules.weak_before, rules.weak_after)
        self._missing: set[Span] = set()
        self._alone = [k.statement for k in known if stands_alone(k.statement) and not k.gone]
        self._days = [k for k in known if tells_day(k.statement)]
        vague = (k for k in known if not stands_alone(k.statement) and not tells_day(k.statement))
        self._vague = sorted(vague, key=lambda k: vague_order(k.statement))
        self._before = self._as_it_was()
        self._now: dict[int, Cluster] = {}
        self._number: dict[Cluster, int] = {}
        self._changed_incidents: set[int] = set()
        self._changed_spots: set[Spot] = set()
        self._changed_words: set[tuple[object, ...]] = set()

    def renewal(self) -> Renewal:
        shelf = Shelf(self._link_days(), self._rules)
        for linked in self._vague:
            if linked.incident is not None and linked.gone:
                self._change(linked.incident)
            elif linked.incident is None or self._sees_change(linked.statement, linked.incident):
                self._place(linked, shelf)
            else:
                self._keep(linked, linked.incident, shelf)
        return Renewal(shelf.clusters + link_alike(self._alone), tuple(sorted(self._missing)))

    def _as_it_was(self) -> dict[int, _Before]:
        days: dict[int, list[Statement]] = defaultdict(list)
        vague: dict[int, list[Statement]] = defaultdict(list)
        for held, found in ((self._days, days), (self._vague, vague)):
            for linked in held:
                if linked.incident is not None:
                    found[linked.incident].append(linked.statement)
        return {number: _before(days[number], vague[number]) for number in sorted({*days, *vague})}

    def _need(self, start: int, end: int) -> None:
        """Ask for the statements of some days, and for those beside them that belong to the same incidents."""
        span = (start - self._around, end + self._around)
        if not self._covered.cover(span):
            self._missing.add(span)

    def _link_days(self) -> list[Cluster]:
        """Link again the days that changed, and those after them that may be joined to other meetings than before."""
        number = {k.statement.id: k.incident for k in self._days if not k.gone}
        anew = Spans(self._stretches())
        meetings = Meetings(self._rules)
        holding: dict[int | None, Cluster] = {}
        for day, statements in by_day(k.statement for k in self._days if not k.gone).items():
            again = day in anew
            for part in link_day(statements, self._rules) if again else _as_linked(statements, number):
                earlier = meetings.earlier_day_of(part) if again else holding.get(number[part.members[0].id])
                whole = meetings.put(part, earlier)
                holding.update((number[s.id], whole) for s in part.members)
        self._compare(meetings.kept, number)
        return meetings.kept

    def _stretches(self) -> Iterator[Span]:
        """Yield the days to be linked again: each that changed, and where days are joined all covered ones after it.

        Days around every meeting that has changed are covered in the end, so that none goes on after the last of them.
        """
        for day in sorted({k.statement.start or 0 for k in self._days if k.gone or k.incident is None}):
            self._need(day, day)
            known = self._covered.around(day)
            yield (day, known[1] if known and self._joins else day)

    @property
    def _joins(self) -> bool:
        """Tell whether days of this key are joined to meetings."""
        return bool(self._days) and self._days[0].statement.type == "CONSULT"

    def _compare(self, clusters: Iterable[Cluster], number: Mapping[str, int | None]) -> None:
        """Tell the incidents that are as they were from those that have changed."""
        for cluster in clusters:
            incident = number[cluster.members[0].id]
            as_it_was = {(s.id, number[s.id]) for s in cluster.members}
            if incident is not None and as_it_was == {(day, incident) for day in self._before[incident].days}:
                self._now[incident] = cluster
                self._number[cluster] = incident
            else:
                self._change_at(spot_of(cluster))
        for incident, before in self._before.items():
            if before.days and incident not in self._now:
                self._change(incident)

    def _sees_change(self, statement: Statement, incident: int) -> bool:
        """Tell whether anything that a statement looks at has changed before its turn."""
        reach = reach_of(statement, self._rules)
        return (
            incident in self._changed_incidents
            or said(statement) in self._changed_words
            or any(reach.sees(spot) for spot in self._changed_spots)
        )

    def _keep(self, linked: Linked, incident: int, shelf: Shelf) -> None:
        """Leave a statement in the incident where it stood."""
        cluster = self._now.get(incident)
        if cluster is None:
            self._now[incident] = cluster = shelf.found(linked.statement)
            self._number[cluster] = incident
        else:
            cluster.add(linked.statement)
        if linked.guessed:
            cluster.guessed.add(linked.statement.id)

    def _place(self, linked: Linked, shelf: Shelf) -> None:
        """Place a statement anew, and note what changes by it."""
        statement, incident = linked.statement, linked.incident
        reach = reach_of(statement, self._rules)
        if reach.by_name or reach.narrow:
            self._need(reach.start, reach.end)
        cluster = shelf.place(statement)
        founded = cluster.members[0] is statement
        if incident is not None and incident not in self._changed_incidents:
            if founded and self._before[incident].founder == statement.id:
                self._now[incident] = cluster
                self._number[cluster] = incident
            if self._number.get(cluster) == incident:
                return
            self._change(incident)
        if cluster in self._number:
            self._change(self._number[cluster])
        elif founded:
            self._change_at(spot_of(cluster))
            self._changed_words.add(said(statement))

    def _change(self, incident: int) -> None:
        """Note that an incident is not as it was, for all statements whose turn is still to come."""
        if incident in self._changed_incidents:
            return
        self._changed_incidents.add(incident)
        cluster = self._now.pop(incident, None)
        if cluster is not None:
            del self._number[cluster]
        before = self._before[incident]
        self._change_at(before.spot)
        if before.words is not None:
            self._changed_words.add(before.words)

    def _change_at(self, spot: Spot) -> None:
        self._changed_spots.add(spot)
        if spot.dated or spot.persons:  # no statement sees any other
            self._need(spot.start, spot.end)


def _as_linked(statements: Iterable[Statement], number: Mapping[str, int | None]) -> list[Cluster]:
    """Return the statements of one day as they were linked, in order of founding."""
    found: dict[int | None, list[Statement]] = defaultdict(list)
    for statement in statements:
        found[number[statement.id]].append(statement)
    return [Cluster.of(*members) for members in found.values()]

"""Statements of one key brought together to incidents.

The outcome depends on the set of statements alone, never on their order. First the statements of one day are
sorted out by the persons, place and mode they name; then the days of one meeting are joined; then statements whose
date is only guessed, and last the vague ones, narrow before wide, are given to the incident that they can mean.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from summitry.linking.rules import Rules, load_rules
from summitry.linking.statements import Statement

__all__ = ["Cluster", "link"]


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
    def of(cls, founder: Statement) -> Cluster:
        """Return the cluster of one statement."""
        cluster = cls([], founder.start, founder.end)
        cluster.add(founder)
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


def link(statements: Iterable[Statement], rules: Rules | None = None) -> list[Cluster]:
    """Bring statements together to incidents.

    Args:
        statements: events as `statement_of` gives them, of any keys.
        rules: what is taken for one incident.

    Returns:
        The incidents of each key in order of key, each with its members in a fixed order.
    """
    known = rules or load_rules()
    blocks: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        blocks[statement.key].append(statement)
    return [cluster for key in sorted(blocks) for cluster in _link_block(blocks[key], known)]


def _link_block(statements: list[Statement], rules: Rules) -> list[Cluster]:
    """Link the statements of one key."""
    alone = [s for s in statements if s.start is None or s.end is None or s.count > 1]
    dated = [s for s in statements if s.start is not None and s.end is not None and s.count == 1]
    days = [s for s in dated if s.width == 1 and not s.weak]
    rest = [s for s in dated if s.width > 1 or s.weak]
    clusters = _join_days(_link_days(days, rules), rules)
    shelf = _Shelf(clusters, rules)
    for statement in sorted(rest, key=_vague_order):
        shelf.place(statement)
    return shelf.clusters + _link_alike(alone)


def _vague_order(statement: Statement) -> tuple[int, bool, int, int, str]:
    """Return the order in which statements without a certain day are placed: narrow before wide, full before bare."""
    return (statement.width, statement.weak, statement.start or 0, -len(statement.persons), statement.id)


def _link_days(statements: list[Statement], rules: Rules) -> list[Cluster]:
    """Link statements that tell the day, each day on its own."""
    by_day: dict[int, list[Statement]] = defaultdict(list)
    for statement in statements:
        assert statement.start is not None
        by_day[statement.start].append(statement)
    found: list[Cluster] = []
    for day in sorted(by_day):
        of_day: list[Cluster] = []
        for statement in sorted(by_day[day], key=_full_first):
            best = _best(statement, of_day, rules)
            if best is None:
                of_day.append(Cluster.of(statement))
            else:
                best.add(statement)
        found += of_day
    return found


def _full_first(statement: Statement) -> tuple[int, bool, bool, str]:
    return (-len(statement.persons), not statement.place, not statement.mode, statement.id)


def _best(statement: Statement, clusters: Sequence[Cluster], rules: Rules) -> Cluster | None:
    """Return the cluster that fits a statement best, the first of equals; `None` where none fits."""
    fitting = [cluster for cluster in clusters if fits(statement, cluster, rules)]
    return max(fitting, key=lambda cluster: _likeness(statement, cluster), default=None)


def _likeness(statement: Statement, cluster: Cluster) -> tuple[int, bool, int]:
    shared = sum(len(persons & cluster.people.get(state, set())) for state, persons in statement.people.items())
    return shared, statement.place in cluster.places, len(cluster.documents)


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


def _modes_fit(statement: Statement, cluster: Cluster, rules: Rules) -> bool:
    if not statement.mode or not cluster.modes:
        return True
    if statement.type in rules.by_mode:
        return statement.mode in cluster.modes
    return statement.type != "CONSULT" or (statement.mode == "phone") == ("phone" in cluster.modes)


def _same_place(one: str, other: str) -> bool:
    return one == other or one.endswith(f", {other}") or other.endswith(f", {one}")


def _join_days(clusters: list[Cluster], rules: Rules) -> list[Cluster]:
    """Join the days of one meeting: the same persons of two sides, few days apart."""
    kept: list[Cluster] = []
    open_meetings: list[Cluster] = []
    for cluster in clusters:
        assert cluster.start is not None
        open_meetings = [m for m in open_meetings if cluster.start - (m.end or 0) <= rules.meeting_gap]
        earlier = next((m for m in open_meetings if _same_meeting(m, cluster, rules)), None)
        if earlier is not None:
            earlier.absorb(cluster)
            continue
        kept.append(cluster)
        if len(cluster.people) > 1 and cluster.members[0].type == "CONSULT":
            open_meetings.append(cluster)
    return kept


def _same_meeting(earlier: Cluster, later: Cluster, rules: Rules) -> bool:
    shared = [state for state, persons in later.people.items() if persons & earlier.people.get(state, set())]
    apart = any(earlier.people.get(state) and state not in shared for state in later.people)
    assert later.start is not None
    assert later.end is not None
    assert earlier.start is not None
    assert earlier.end is not None
    same_day = later.start == earlier.end
    return (
        len(shared) > 1
        and not apart
        and not same_day
        and later.end - earlier.start < rules.meeting_span
        and ("phone" in earlier.modes) == ("phone" in later.modes)
        and _one_country(earlier.places, later.places)
    )


def _one_country(places: set[str], others: set[str]) -> bool:
    """Tell whether two sets of places may be of one visit: it may go on to another town, not to another country."""
    countries, theirs = ({place.rpartition(", ")[2] for place in these} for these in (places, others))
    return not countries or not theirs or bool(countries & theirs)


class _Shelf:
    """Incidents found so far, to which vague statements are given."""

    def __init__(self, clusters: list[Cluster], rules: Rules) -> None:
        self.clusters = clusters
        self._rules = rules
        self._dated = _Dated(clusters)
        self._by_person: dict[str, list[Cluster]] = defaultdict(list)
        self._alike: dict[tuple[object, ...], Cluster] = {}
        for cluster in clusters:
            self._index(cluster)

    def place(self, statement: Statement) -> None:
        """Give a statement to the incident it can mean, or make it one of its own."""
        start, end = self._window(statement)
        candidates = [c for c in self._near(statement, start, end) if fits(statement, c, self._rules)]
        sure = len(candidates) == 1 and end - start + 1 <= self._rules.vague_days + self._slack
        if self._by_name(statement):
            candidates = [c for c in candidates if self._shares_names(statement, c)]
        elif not sure:
            candidates = []
        chosen = max(candidates, key=lambda c: (*_likeness(statement, c), -abs((c.start or 0) - start)), default=None)
        if chosen is None:
            self._found(statement)
        else:
            chosen.add(statement)
            if len(candidates) > 1:
                chosen.guessed.add(statement.id)

    @property
    def _slack(self) -> int:
        return self._rules.weak_before + self._rules.weak_after

    def _window(self, statement: Statement) -> tuple[int, int]:
        assert statement.start is not None
        assert statement.end is not None
        if not statement.weak:
            return statement.start, statement.end
        before = self._rules.weak_before if self._by_name(statement) else self._rules.weak_after
        return statement.start - before, statement.end + self._rules.weak_after

    def _near(self, statement: Statement, start: int, end: int) -> list[Cluster]:
        """Return the incidents that may lie in a window, in order of time."""
        if not self._by_name(statement):
            if end - start + 1 > self._rules.vague_days + self._slack:
                return []
            return self._dated.within(start, end)
        found: dict[int, Cluster] = {}
        for token in statement.persons.split():
            for cluster in self._by_person.get(token, ()):
                if cluster.start is not None and cluster.start <= end and (cluster.end or cluster.start) >= start:
                    found[id(cluster)] = cluster
        return sorted(found.values(), key=lambda c: (c.start or 0, c.members[0].id))

    def _by_name(self, statement: Statement) -> bool:
        """Tell whether the persons it names are enough to say which incident is meant, however wide its date."""
        return statement.is_pair or (statement.type in self._rules.personal and bool(statement.persons))

    @staticmethod
    def _shares_names(statement: Statement, cluster: Cluster) -> bool:
        shared = sum(bool(people & cluster.people.get(state, set())) for state, people in statement.people.items())
        return shared >= min(2, len(statement.people))

    def _found(self, statement: Statement) -> None:
        """Make a statement an incident of its own, or add it to one of statements just like it."""
        signature = (statement.start, statement.end, statement.persons, statement.mode, statement.place)
        alike = self._alike.get(signature)
        if alike is not None and fits(statement, alike, self._rules):
            alike.add(statement)
            return
        cluster = Cluster.of(statement)
        self._alike.setdefault(signature, cluster)
        self.clusters.append(cluster)
        self._index(cluster)
        if statement.width == 1:
            self._dated.add(cluster)

    def _index(self, cluster: Cluster) -> None:
        for state, persons in cluster.people.items():
            for person in persons:
                self._by_person[f"{state}:{person}"].append(cluster)


class _Dated:
    """Clusters in order of their first day."""

    def __init__(self, clusters: Iterable[Cluster]) -> None:
        ordered = sorted(clusters, key=lambda c: (c.start or 0, c.members[0].id))
        self._clusters = ordered
        self._starts = [c.start or 0 for c in ordered]
        self._longest = max(((c.end or 0) - (c.start or 0) for c in ordered), default=0)

    def within(self, start: int, end: int) -> list[Cluster]:
        """Return the clusters of which some day lies between two days."""
        low = bisect_left(self._starts, start - self._longest)
        high = bisect_right(self._starts, end)
        return [c for c in self._clusters[low:high] if (c.end or 0) >= start]

    def add(self, cluster: Cluster) -> None:
        """Add one of a single day."""
        at = bisect_right(self._starts, cluster.start or 0)
        self._clusters.insert(at, cluster)
        self._starts.insert(at, cluster.start or 0)


def _link_alike(statements: list[Statement]) -> list[Cluster]:
    """Link undated statements and counted series: only those of different documents that say the very same."""
    found: list[Cluster] = []
    alike: dict[tuple[object, ...], Cluster] = {}
    for statement in sorted(statements, key=lambda s: s.id):
        said = (statement.start, statement.end, statement.persons, statement.mode, statement.place, statement.count)
        known = alike.get(said)
        tells = statement.start is not None and (statement.count > 1)
        if known is not None and tells and statement.document not in known.documents:
            known.add(statement)
        else:
            found.append(Cluster.of(statement))
            alike.setdefault(said, found[-1])
    return found

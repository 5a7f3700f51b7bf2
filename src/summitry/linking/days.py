"""Statements that tell the day: each day sorted out on its own, then the days of one meeting joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from summitry.linking.cluster import Cluster, fits, likeness
from summitry.linking.rules import Rules
from summitry.linking.statements import Statement

__all__ = ["Meetings", "by_day", "full_first", "link_day", "link_days"]


def link_days(statements: Iterable[Statement], rules: Rules) -> list[Cluster]:
    """Link statements that tell the day, in order of their days."""
    meetings = Meetings(rules)
    for of_day in by_day(statements).values():
        for cluster in link_day(of_day, rules):
            meetings.put(cluster, meetings.earlier_day_of(cluster))
    return meetings.kept


def by_day(statements: Iterable[Statement]) -> dict[int, list[Statement]]:
    """Return statements by their days, in order of the days, those of a day in the order in which they are linked."""
    found: dict[int, list[Statement]] = defaultdict(list)
    for statement in statements:
        assert statement.start is not None
        found[statement.start].append(statement)
    return {day: sorted(found[day], key=full_first) for day in sorted(found)}


def full_first(statement: Statement) -> tuple[int, bool, bool, str]:
    """Order statements of a day: those that tell more first."""
    return (-len(statement.persons), not statement.place, not statement.mode, statement.id)


def link_day(statements: Sequence[Statement], rules: Rules) -> list[Cluster]:
    """Link the statements of one day, which come as `by_day` orders them."""
    found: list[Cluster] = []
    for statement in statements:
        fitting = [cluster for cluster in found if fits(statement, cluster, rules)]
        best = max(fitting, key=lambda cluster: likeness(statement, cluster), default=None)  # the first of equals
        if best is None:
            found.append(Cluster.of(statement))
        else:
            best.add(statement)
    return found


class Meetings:
    """Days of meetings joined as they come, in order: the same persons of two sides, few days apart.

    Args:
        rules: how far apart, and how long.
    """

    def __init__(self, rules: Rules) -> None:
        self.kept: list[Cluster] = []
        self._open: list[Cluster] = []
        self._rules = rules

    def earlier_day_of(self, cluster: Cluster) -> Cluster | None:
        """Return the meeting that goes on in a day's cluster, `None` where there is none."""
        assert cluster.start is not None
        self._open = [m for m in self._open if cluster.start - (m.end or 0) <= self._rules.meeting_gap]
        return next((m for m in self._open if _same_meeting(m, cluster, self._rules)), None)

    def put(self, cluster: Cluster, earlier: Cluster | None) -> Cluster:
        """Take in a day's cluster, as a further day of a meeting or on its own, and return what holds it now."""
        if earlier is not None:
            earlier.absorb(cluster)
            return earlier
        self.kept.append(cluster)
        if len(cluster.people) > 1 and cluster.members[0].type == "CONSULT":
            self._open.append(cluster)
        return cluster


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

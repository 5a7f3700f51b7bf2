"""Series told only as a number, held against the single incidents that they count."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from summitry.model import HAPPENED, Incident, Interval

__all__ = ["SeriesCheck", "check_series"]


@dataclass(frozen=True, slots=True)
class SeriesCheck:
    """What the record holds of a series.

    Args:
        told: how many acts the series is said to have.
        members: the single incidents that it counts, in order of time.
    """

    told: int
    members: tuple[Incident, ...]

    @property
    def text(self) -> str:
        """What the comparison says, in words."""
        found = len(self.members)
        if found == self.told:
            return f"{self.told} told, the same {found} in the record"
        if found < self.told:
            return f"{self.told} told, {found} of them in the record"
        return f"{self.told} told, but {found} in the record"


def check_series(series: Incident, singles: Iterable[Incident]) -> SeriesCheck:
    """Find the members of a counted series.

    A member is an incident of the same type that took place, counts one, shares every side and every named person of
    the series, and lies wholly in its interval; a series without a date takes any.

    Args:
        series: an incident that stands for several acts.
        singles: incidents to look among.
    """
    members = [single for single in singles if _belongs(single, series)]
    members.sort(key=lambda single: (_first(single.interval), single.id))
    return SeriesCheck(series.count, tuple(members))


def _first(interval: Interval | None) -> str:
    return interval.first.isoformat() if interval and interval.first else "9999"


def _belongs(single: Incident, series: Incident) -> bool:
    if single.type != series.type or single.count > 1 or single.status not in HAPPENED:
        return False
    if series.mode and single.mode and single.mode != series.mode:
        return False
    return _takes_part(single, series) and _lies_in(single.interval, series.interval)


def _takes_part(single: Incident, series: Incident) -> bool:
    there = {p.actor_id for p in single.participants}
    sides = {p.state for p in single.participants if p.state}
    named = all(p.actor_id in there for p in series.participants if p.kind == "person")
    return named and all(p.state in sides for p in series.participants if p.state)


def _lies_in(inner: Interval | None, outer: Interval | None) -> bool:
    if outer is None:
        return True
    if inner is None or inner.first is None or inner.last is None:
        return False
    return (outer.first is None or outer.first <= inner.first) and (outer.last is None or inner.last <= outer.last)

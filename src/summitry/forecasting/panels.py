"""Daily series of families of acts between states, counted from facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from summitry.forecasting.arrays import Bools, Floats, Floats32, Ints

__all__ = ["Dyad", "Family", "Panel", "active_dyads", "count_panel"]


@dataclass(frozen=True, slots=True)
class Family:
    """Acts that answer one kind of question.

    Args:
        name: what the family is called.
        directed: whether who acts on whom matters.
        relations: names of the acts by the first side on the second.
        inverse_relations: names of acts by the second side on the first that count as well.
    """

    name: str
    directed: bool
    relations: frozenset[str]
    inverse_relations: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True, order=True)
class Dyad:
    """A family and its two sides."""

    family: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Panel:
    """Counts by dyad and day, all arrays [dyads, days].

    Args:
        dyads: the rows.
        own: events of the dyad's family; mirrored: the same family the other way round.
        pair: all events between the two sides in either direction.
        sides: events of the family by the first side on anyone and by anyone on the second.
        by_family: events of each family between the two sides in either direction, [families, dyads, days].
    """

    dyads: tuple[Dyad, ...]
    own: Floats
    mirrored: Floats
    pair: Floats
    sides: Floats
    by_family: Floats32


@dataclass(frozen=True, slots=True)
class _Acts:
    """Events between two states: sides, relation and day, and the numbers of the states."""

    first: Ints
    second: Ints
    relation: Ints
    day: Ints
    number: Mapping[str, int]


def count_panel(
    quads: Ints,
    days: int,
    relations: Sequence[str],
    state_of: Mapping[int, str],
    families: Sequence[Family],
    dyads: Sequence[Dyad],
) -> Panel:
    """Count the events of each dyad on each of the days 0 to days - 1; facts of other days are left out.

    Args:
        quads: int array [n, 4] of subject, relation, object, day.
        relations: names of the relations.
        state_of: the state for which an actor acts; actors without one are left out.
    """
    acts = _between_states(quads, days, state_of, [d.first for d in dyads] + [d.second for d in dyads])
    size, shape = len(acts.number), (len(dyads), days)
    first = np.array([acts.number[d.first] for d in dyads], dtype=np.int64)
    second = np.array([acts.number[d.second] for d in dyads], dtype=np.int64)
    own, mirrored, sides = (np.zeros(shape) for _ in range(3))
    by_family = np.zeros((len(families), *shape), dtype=np.float32)
    for index, kind in enumerate(families):
        rows = np.array([i for i, d in enumerate(dyads) if d.family == kind.name], dtype=np.int64)
        a, b, day = _oriented(acts, relations, kind)
        by_pair = _Series(a * size + b, day, days)
        by_family[index] = by_pair.rows(first * size + second)
        if kind.directed:
            by_family[index] += by_pair.rows(second * size + first)
        own[rows] = by_pair.rows(first[rows] * size + second[rows])
        mirrored[rows] = by_pair.rows(second[rows] * size + first[rows])
        sides[rows] = _Series(a, day, days).rows(first[rows]) + _Series(b, day, days).rows(second[rows])
    both = np.r_[acts.first * size + acts.second, acts.second * size + acts.first]
    pair = _Series(both, np.r_[acts.day, acts.day], days).rows(first * size + second)
    return Panel(tuple(dyads), own, mirrored, pair, sides, by_family)


def active_dyads(
    quads: Ints,
    days: int,
    relations: Sequence[str],
    state_of: Mapping[int, str],
    families: Sequence[Family],
    least: int,
) -> list[Dyad]:
    """All dyads with events of their family on at least `least` of the days 0 to days - 1, sorted.

    Undirected dyads come once, the side first in the alphabet first.
    """
    acts = _between_states(quads, days, state_of, ())
    names, size = sorted(acts.number), len(acts.number)
    found = []
    for kind in families:
        a, b, day = _oriented(acts, relations, kind)
        keys, counts = np.unique(np.unique((a * size + b) * days + day) // days, return_counts=True)
        sides = (divmod(int(key), size) for key in keys[counts >= least])
        found += [Dyad(kind.name, names[x], names[y]) for x, y in sides if kind.directed or x < y]
    return sorted(found)


def _between_states(quads: Ints, days: int, state_of: Mapping[int, str], also: Sequence[str]) -> _Acts:
    """The facts between actors of two different states within the days."""
    number = {state: i for i, state in enumerate(sorted({*state_of.values(), *also}))}
    top = int(max(int(quads[:, [0, 2]].max()) if len(quads) else 0, max(state_of, default=0))) + 1
    of_actor = np.full(top, -1, dtype=np.int64)
    for actor, state in state_of.items():
        of_actor[actor] = number[state]
    x, y = of_actor[quads[:, 0]], of_actor[quads[:, 2]]
    used: Bools = (x >= 0) & (y >= 0) & (x != y) & (quads[:, 3] >= 0) & (quads[:, 3] < days)
    return _Acts(x[used], y[used], quads[used, 1], quads[used, 3], number)


def _oriented(acts: _Acts, relations: Sequence[str], kind: Family) -> tuple[Ints, Ints, Ints]:
    """Events of a family as (first side, second side, day); undirected ones both ways round."""
    x, y, r, t = acts.first, acts.second, acts.relation, acts.day
    straight = np.array([name in kind.relations for name in relations], dtype=bool)[r]
    turned = np.array([name in kind.inverse_relations for name in relations], dtype=bool)[r]
    a, b, day = np.r_[x[straight], y[turned]], np.r_[y[straight], x[turned]], np.r_[t[straight], t[turned]]
    return (a, b, day) if kind.directed else (np.r_[a, b], np.r_[b, a], np.r_[day, day])


class _Series:
    """Daily counts by key."""

    def __init__(self, keys: Ints, day: Ints, days: int) -> None:
        self.keys, rows = np.unique(keys, return_inverse=True)
        flat = np.bincount(rows * days + day, minlength=len(self.keys) * days)
        self.counts = flat.reshape(len(self.keys), days).astype(np.float64)

    def rows(self, keys: Ints) -> Floats:
        """The series of each key, zeros where it never happened."""
        if not len(self.keys):
            return np.zeros((len(keys), self.counts.shape[1]))
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return np.asarray(self.counts[at] * (self.keys[at] == keys)[:, None])

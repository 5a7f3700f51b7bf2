"""Dated acts between sides as columns: the one form in which every source of events is forecast from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import combinations, product

import numpy as np

from summitry.forecasting.arrays import Bools, Ints
from summitry.model import MUTUAL

__all__ = ["ANYONE", "Act", "Chronicle", "Columns", "Plan", "chronicle_of"]

ANYONE = "*"
"""The other side of an act of which only the doer is asked; such acts also stand under it."""


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that happened.

    Args:
        id: what the record calls it.
        type, mode: PLOVER category and mode.
        level: 0 for leaders to 3 for bodies.
        day: proleptic Gregorian ordinal of its first day (`date.toordinal`).
        doers, targets: names of the sides; no targets where all act together.
    """

    id: str
    type: str
    mode: str
    level: int
    day: int
    doers: tuple[str, ...]
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """Something announced.

    Args:
        act: what is to come, `act.day` the first day on which it may.
        last: the last day on which it may.
        known: the day of the report.
    """

    act: Act
    last: int
    known: int


@dataclass(frozen=True, slots=True)
class Columns:
    """Rows of one act between two sides, by number: an act of several sides has a row for each two.

    Args:
        first, second: sides; the first acts on the second.
        both: whether the second acts on the first as well.
        type, mode: numbers into `Chronicle.types` and `modes`.
        level, day, act: as of `Act`; `act` is a number into `Chronicle.ids`.
    """

    first: Ints
    second: Ints
    both: Bools
    type: Ints
    mode: Ints
    level: Ints
    day: Ints
    act: Ints

    def __len__(self) -> int:
        return len(self.day)

    def take(self, rows: Ints | Bools) -> Columns:
        """Some of the rows."""
        return Columns(*(getattr(self, name)[rows] for name in self.__dataclass_fields__))


@dataclass(frozen=True, slots=True)
class Chronicle:
    """All acts and plans.

    Args:
        sides, types, modes: names, sorted.
        ids: of the acts, `""` where a source gives none.
        rows: the acts, in order of time.
        plans: the plans' rows; plan_last, plan_known: as of `Plan`, aligned with them.
    """

    sides: tuple[str, ...]
    types: tuple[str, ...]
    modes: tuple[str, ...]
    ids: tuple[str, ...]
    rows: Columns
    plans: Columns
    plan_last: Ints = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    plan_known: Ints = field(default_factory=lambda: np.zeros(0, dtype=np.int64))

    @property
    def first_day(self) -> int:
        """Day of the first act, 0 where there is none."""
        return int(self.rows.day[0]) if len(self.rows) else 0

    @property
    def last_day(self) -> int:
        """Day of the last act, 0 where there is none."""
        return int(self.rows.day[-1]) if len(self.rows) else 0

    def before(self, day: int) -> Chronicle:
        """What was known when a day began: acts before it, and plans reported before it."""
        known = np.flatnonzero(self.plan_known < day)
        return replace(
            self,
            rows=self.rows.take(np.flatnonzero(self.rows.day < day)),
            plans=self.plans.take(known),
            plan_last=self.plan_last[known],
            plan_known=self.plan_known[known],
        )

    def without(self, ids: Iterable[str]) -> Chronicle:
        """The same less some acts."""
        gone = [number for number, name in enumerate(self.ids) if name in set(ids)]
        return replace(self, rows=self.rows.take(~np.isin(self.rows.act, gone)))

    def number_of(self, side: str) -> int | None:
        """The number of a side, `None` where nothing tells of it."""
        return self.sides.index(side) if side in self.sides else None

    def between(self, first: str, second: str) -> Columns:
        """The rows between two sides, whoever acts."""
        one, other = self.number_of(first), self.number_of(second)
        rows = self.rows
        if one is None or other is None:
            return rows.take(np.zeros(0, dtype=np.int64))
        straight = (rows.first == one) & (rows.second == other)
        turned = (rows.first == other) & (rows.second == one)
        return rows.take(np.flatnonzero(straight | turned))


def chronicle_of(acts: Iterable[Act], plans: Iterable[Plan] = ()) -> Chronicle:
    """Put acts into columns, in whatever order they come."""
    done = sorted(acts, key=lambda act: (act.day, act.id, act.type))
    coming = sorted(plans, key=lambda plan: (plan.act.day, plan.act.id, plan.known))
    everything = [*done, *(plan.act for plan in coming)]
    sides = sorted({name for act in everything for name in (*act.doers, *act.targets)} | {ANYONE})
    types, modes = sorted({act.type for act in everything}), sorted({act.mode for act in everything})
    numbers = [{name: i for i, name in enumerate(names)} for names in (sides, types, modes)]
    rows, _ = _columns(done, *numbers)
    planned, owners = _columns([plan.act for plan in coming], *numbers)
    return Chronicle(
        tuple(sides), tuple(types), tuple(modes), tuple(act.id for act in done), rows, planned,
        np.array([coming[i].last for i in owners], dtype=np.int64),
        np.array([coming[i].known for i in owners], dtype=np.int64),
    )  # fmt: skip


def _columns(
    acts: list[Act], sides: dict[str, int], types: dict[str, int], modes: dict[str, int]
) -> tuple[Columns, list[int]]:
    table = [
        (sides[one], sides[other], both, types[act.type], modes[act.mode], act.level, act.day, number)
        for number, act in enumerate(acts)
        for one, other, both in _pairs(act)
    ]
    array = np.array(table, dtype=np.int64).reshape(-1, 8).T
    first, second, both, *rest = array
    return Columns(first, second, both.astype(np.bool_), *rest), array[-1].tolist()


def _pairs(act: Act) -> list[tuple[str, str, bool]]:
    """Who acts on whom, and whether the other way round too; and each doer on anyone."""
    doers, targets = tuple(dict.fromkeys(act.doers)), tuple(dict.fromkeys(act.targets))
    if act.type in MUTUAL or not targets:
        doers = tuple(dict.fromkeys((*doers, *targets)))
        pairs = [(one, other, True) for one, other in combinations(doers, 2)]
    else:
        pairs = [(one, other, False) for one, other in product(doers, targets) if one != other]
    return pairs + [(one, ANYONE, False) for one in doers]

"""What is counted between whom: pairs by slots, and every happening as a cell of that board."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np

from summitry.coding.ontology import load_ontology
from summitry.forecasting.arrays import Bools, Ints
from summitry.forecasting.chronicle import ANYONE, Chronicle, Columns
from summitry.forecasting.kinds import Kind, Slot, slots_of
from summitry.forecasting.regions import regions_of

__all__ = ["Board", "board_of", "matching"]

_QUADRANTS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict", "none")


@dataclass(frozen=True, slots=True)
class Board:
    """Pairs (rows) by slots (columns); a cell is `pair * len(slots) + slot`.

    Args:
        slots: the columns; kinds: of which they are.
        low, high: the sides of each pair, by number, the earlier in order first; star: whether one side is anyone.
        regions: number of each pair's pair of regions.
        shuffle: a number for each pair made of its names, by which some are drawn.
        quadrant: of each slot. sides: how many there are.
        cells, days: happenings of each slot, one a cell and day, in order of time.
        pairs, types, pair_days: all acts between each pair, one a type and day, in order of time.
        plan_cells, plan_first, plan_last, plan_known: what was announced.
    """

    slots: tuple[Slot, ...]
    kinds: tuple[Kind, ...]
    low: Ints
    high: Ints
    star: Bools
    regions: Ints
    shuffle: Ints
    quadrant: Ints
    sides: int
    types: int
    cells: Ints
    days: Ints
    pairs: Ints
    pair_types: Ints
    pair_days: Ints
    plan_cells: Ints
    plan_first: Ints
    plan_last: Ints
    plan_known: Ints

    @property
    def size(self) -> tuple[int, int]:
        """How many pairs and slots."""
        return len(self.low), len(self.slots)

    def pair_of(self, one: int, other: int) -> int | None:
        """The number of a pair, `None` where it is not on the board."""
        found = np.flatnonzero((self.low == min(one, other)) & (self.high == max(one, other)))
        return int(found[0]) if len(found) else None

    def slots_between(self, one: int, other: int, kind: Kind) -> int:
        """The slot in which the first acts on the second."""
        turned = one > other and not kind.mutual
        return next(i for i, slot in enumerate(self.slots) if slot.kind == kind and slot.turned == turned)

    def part(self, pair: int, copies: Sequence[tuple[Ints, Ints]]) -> Board:
        """A board of copies of one pair, each with only some of its happenings.

        Args:
            copies: for each, row numbers into `cells`, and into `pairs`.
        """
        width = len(self.slots)
        cells = [self.cells[rows] % width + number * width for number, (rows, _) in enumerate(copies)]
        pairs = [np.full(len(rows), number, dtype=np.int64) for number, (_, rows) in enumerate(copies)]
        by_day = np.concatenate([rows for rows, _ in copies]), np.concatenate([rows for _, rows in copies])
        one, two = np.argsort(self.days[by_day[0]], kind="stable"), np.argsort(self.pair_days[by_day[1]], kind="stable")
        same = np.full(len(copies), pair, dtype=np.int64)
        mine = np.flatnonzero(self.plan_cells // width == pair)
        planned = np.repeat(np.arange(len(copies), dtype=np.int64), len(mine))
        again = np.tile(mine, len(copies))
        return Board(
            self.slots, self.kinds, self.low[same], self.high[same], self.star[same], self.regions[same],
            self.shuffle[same], self.quadrant, self.sides, self.types,
            np.concatenate(cells)[one], self.days[by_day[0]][one],
            np.concatenate(pairs)[two], self.pair_types[by_day[1]][two], self.pair_days[by_day[1]][two],
            self.plan_cells[again] % width + planned * width,
            self.plan_first[again], self.plan_last[again], self.plan_known[again],
        )  # fmt: skip


def board_of(chronicle: Chronicle, kinds: Sequence[Kind]) -> Board:
    """Lay out the board of all pairs that ever acted, and enter all that happened."""
    slots, rows = slots_of(kinds), chronicle.rows
    number_of_sides = len(chronicle.sides)
    keys = np.unique(np.concatenate([_keys(rows, number_of_sides), _keys(chronicle.plans, number_of_sides)]))
    low, high = np.divmod(keys, number_of_sides)
    anyone = chronicle.sides.index(ANYONE)
    regions = regions_of(chronicle.sides)
    hashes = np.array([crc32(side.encode()) for side in chronicle.sides], dtype=np.int64)
    cells, days = _entered(chronicle, rows, slots, keys)
    at = np.searchsorted(keys, _keys(rows, number_of_sides))
    acts = np.unique((rows.day * len(keys) + at) * len(chronicle.types) + rows.type)
    rest, types = np.divmod(acts, len(chronicle.types) or 1)
    pair_days, pairs = np.divmod(rest, len(keys) or 1)
    plan_cells, plan_rows = _cells(chronicle, chronicle.plans, slots, keys)
    ontology = load_ontology()
    quadrants = [ontology[slot.kind.type].quadrant if slot.kind.type in ontology else "none" for slot in slots]
    ends = np.sort(np.stack([regions[low], regions[high]]), axis=0)
    return Board(
        slots, tuple(dict.fromkeys(slot.kind for slot in slots)), low, high, (low == anyone) | (high == anyone),
        ends[0] * (int(regions.max()) + 1) + ends[1], (hashes[low] * 31 + hashes[high]) % 1_000_003,
        np.array([_QUADRANTS.index(name) for name in quadrants], dtype=np.int64), number_of_sides,
        len(chronicle.types), cells, days, pairs, types, pair_days,
        plan_cells, chronicle.plans.day[plan_rows], chronicle.plan_last[plan_rows], chronicle.plan_known[plan_rows],
    )  # fmt: skip


def _keys(rows: Columns, sides: int) -> Ints:
    return np.asarray(np.minimum(rows.first, rows.second) * sides + np.maximum(rows.first, rows.second))


def matching(chronicle: Chronicle, rows: Columns, kind: Kind) -> Bools:
    """Which rows are acts of a kind."""
    same = np.array([name == kind.type for name in chronicle.types] or [False], dtype=np.bool_)
    mode = np.array([not kind.mode or name == kind.mode for name in chronicle.modes] or [False], dtype=np.bool_)
    return np.asarray(same[rows.type] & mode[rows.mode] & (rows.level <= kind.rank))


def _cells(chronicle: Chronicle, rows: Columns, slots: Sequence[Slot], keys: Ints) -> tuple[Ints, Ints]:
    """The cell of each row in each slot it belongs to, and the number of that row."""
    at = np.searchsorted(keys, _keys(rows, len(chronicle.sides)))
    ordered = rows.first < rows.second
    cells, numbers = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    for column, slot in enumerate(slots):
        right_way = slot.kind.mutual | rows.both | (ordered != slot.turned)
        chosen = np.flatnonzero(matching(chronicle, rows, slot.kind) & right_way)
        cells.append(at[chosen] * len(slots) + column)
        numbers.append(chosen)
    return np.concatenate(cells), np.concatenate(numbers)


def _entered(chronicle: Chronicle, rows: Columns, slots: Sequence[Slot], keys: Ints) -> tuple[Ints, Ints]:
    cells, numbers = _cells(chronicle, rows, slots, keys)
    size = max(1, len(keys) * len(slots))
    days, found = np.divmod(np.unique(rows.day[numbers] * size + cells), size)
    return found, days

"""What has been counted up to a day, moved forward through time and never back."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from math import exp2, log

import numpy as np

from summitry.forecasting.arrays import Bools, Floats, Ints
from summitry.forecasting.board import Board

__all__ = ["AGES", "NEVER", "OWN", "Tally", "exposure"]

OWN = (90.0, 1096.0, 5479.0)
"""Half-lives in days of a cell's own counts: a season, three years, fifteen years."""
PAIR = (60.0, 1096.0)
WIDE = (180.0, 1096.0)
AGES = (30, 90, 365)
"""Bounds in days of how long ago an act may lie that others follow on."""
NEVER = -(10**7)
_YEARS = 6
_YEAR = 365.2425


def exposure(half_life: float, days: float) -> float:
    """Faded length of a stretch of days that ends now: what a rate's faded count is divided by."""
    return half_life / log(2.0) * (1.0 - exp2(-days / half_life))


@dataclass(slots=True)
class _Open:
    """A window not over yet: when it began, who had met, what had happened how long ago, what was expected."""

    start: int
    seen: Bools
    ages: Ints
    expected: Floats


class Tally:
    """Faded counts by cell, pair and side, shares of past windows, and what follows on what.

    Args:
        board: all happenings, of which only those before `self.day` are ever looked at.
        horizon: days of the windows.
    """

    def __init__(self, board: Board, horizon: int, start: int) -> None:
        pairs, width = board.size
        kinds = len(board.kinds)
        self.board, self.horizon, self.start, self.day = board, horizon, start, start
        self.kind = np.array([slot.number for slot in board.slots], dtype=np.int64)
        self.turned = np.array([slot.turned for slot in board.slots], dtype=np.bool_)
        self.broad = np.array([not slot.kind.mode and slot.kind.level is None for slot in board.slots], dtype=np.bool_)
        self.mutual = np.array([slot.kind.mutual for slot in board.slots], dtype=np.bool_)
        self.own = np.zeros((len(OWN), pairs * width))
        self.last = np.full(pairs * width, NEVER, dtype=np.int64)
        self.times = np.zeros(pairs * width, dtype=np.int64)
        self.pair = np.zeros((len(PAIR), pairs))
        self.quadrant = np.zeros((len(PAIR), pairs * 5))
        self.first_met = np.full(pairs, -NEVER, dtype=np.int64)
        self.ages = np.full((pairs, board.types), NEVER, dtype=np.int64)
        self.side = np.zeros((len(WIDE), board.sides * kinds * 2))
        self.total = np.zeros((len(WIDE), kinds * 2))
        self.hits = np.zeros(pairs * width)
        self.windows = np.zeros(pairs)
        self.followed = np.zeros((board.types * len(AGES), width))
        self.awaited = np.zeros((board.types * len(AGES), width))
        self._open: deque[_Open] = deque()
        self._at = self._pair_at = 0

    def advance(self, day: int) -> None:
        """Take in all that happened before a day."""
        gap = day - self.day
        for counts, lives in ((self.own, OWN), (self.pair, PAIR), (self.quadrant, PAIR), (self.side, WIDE),
                              (self.total, WIDE)):  # fmt: skip
            counts *= np.exp2(-gap / np.array(lives))[:, None]
        self._take_cells(day)
        self._take_pairs(day)
        self.day = day
        while self._open and self._open[0].start + self.horizon <= day:
            self._resolve(self._open.popleft())

    def _take_cells(self, day: int) -> None:
        board, width, kinds = self.board, len(self.board.slots), len(self.board.kinds)
        end = int(np.searchsorted(board.days, day))
        cells, days = board.cells[self._at : end], board.days[self._at : end]
        self._at = end
        slot, pair = cells % width, cells // width
        _add(self.own, cells, day - days, OWN)
        broad = self.broad[slot]
        _add(self.quadrant, (pair * 5 + board.quadrant[slot])[broad], (day - days)[broad], PAIR)
        self.last[cells] = days
        self.times += np.bincount(cells, minlength=len(self.times))
        star = board.star[pair]
        _add(self.total, self.kind[slot] * 2 + star, day - days, WIDE)
        base = self.kind[slot] * 2
        low, high = board.low[pair], board.high[pair]
        doer = np.where(self.turned[slot], high, low), np.where(self.turned[slot], low, high)
        for role, sides in enumerate(doer):
            as_role = np.where(self.mutual[slot], 0, role)
            keep = ~star
            keys = (sides * kinds * 2 + base + as_role)[keep]
            _add(self.side, keys, (day - days)[keep], WIDE)

    def _take_pairs(self, day: int) -> None:
        board = self.board
        end = int(np.searchsorted(board.pair_days, day))
        part = slice(self._pair_at, end)
        pairs, types, days = board.pairs[part], board.pair_types[part], board.pair_days[part]
        self._pair_at = end
        _add(self.pair, pairs, day - days, PAIR)
        np.minimum.at(self.first_met, pairs, days)
        self.ages[pairs, types] = days

    def seen(self) -> Bools:
        """Which pairs have acted together."""
        return np.asarray(self.first_met < self.day)

    def open_window(self, expected: Floats) -> None:
        """Remember that a window begins today, to learn from it when it is over.

        Args:
            expected: the chance of each cell by its own rate alone, [pairs, slots].
        """
        self._open.append(_Open(self.day, self.seen(), self.age_classes(), expected))

    def age_classes(self) -> Ints:
        """For each pair and type of act, which class of `AGES` its last one falls in; `len(AGES)` for older or none."""
        return np.asarray(np.searchsorted(np.array(AGES), self.day - self.ages, side="left"))

    def outcome(self, start: int) -> Bools:
        """Which cells a window that began on a day and is over has filled."""
        board = self.board
        low, high = np.searchsorted(board.days, [start, start + self.horizon])
        filled = np.zeros(len(self.last), dtype=np.bool_)
        filled[board.cells[low:high]] = True
        return filled

    def _resolve(self, window: _Open) -> None:
        filled = self.outcome(window.start)
        self.hits += filled & np.repeat(window.seen, len(self.board.slots))
        self.windows += window.seen
        width = len(self.board.slots)
        matrix = filled.reshape(-1, width).astype(np.float64)
        for number in range(len(AGES)):
            recent = ((window.ages == number) & window.seen[:, None]).astype(np.float64)
            rows = np.arange(self.board.types) * len(AGES) + number
            self.followed[rows] += recent.T @ matrix
            self.awaited[rows] += recent.T @ window.expected

    def season(self) -> tuple[Floats, Floats, int]:
        """In how many of the last years the same weeks saw an act, by cell; how many acts, by kind; how many years."""
        board, width = self.board, len(self.board.slots)
        years = min(_YEARS, int((self.day - self.start) // _YEAR))
        by_cell, by_kind = np.zeros(len(self.last)), np.zeros(len(board.kinds))
        for back in range(1, years + 1):
            start = round(self.day - back * _YEAR)
            low, high = np.searchsorted(board.days, [start, min(start + self.horizon, self.day)])
            cells = board.cells[low:high]
            came = np.zeros(len(by_cell), dtype=np.bool_)
            came[cells] = True
            by_cell += came
            by_kind += np.bincount(self.kind[cells % width], minlength=len(by_kind))
        return by_cell, by_kind, years

    def yearly(self, years: int) -> Floats:
        """How many acts of each kind the last years saw."""
        low, high = np.searchsorted(self.board.days, [round(self.day - years * _YEAR), self.day])
        slots = self.board.cells[low:high] % len(self.board.slots)
        return np.bincount(self.kind[slots], minlength=len(self.board.kinds)).astype(np.float64)

    def planned(self) -> Floats:
        """Whether an act is announced for the window that begins today, by cell; from reports before today."""
        board, found = self.board, np.zeros(len(self.last))
        due = (board.plan_known < self.day) & (board.plan_last >= self.day)
        found[board.plan_cells[due & (board.plan_first < self.day + self.horizon)]] = 1.0
        return found


def _add(counts: Floats, keys: Ints, ages: Ints, half_lives: tuple[float, ...]) -> None:
    """Add one for each key, faded by its age."""
    if not len(keys):
        return
    for row, half_life in zip(counts, half_lives, strict=True):
        row += np.bincount(keys, np.exp2(-ages / half_life), minlength=len(row))

"""Questions of the past with their answers: an origin rolled through the record, never looking ahead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from summitry.forecasting.arrays import Bools, Floats, Ints
from summitry.forecasting.board import Board
from summitry.forecasting.kinds import Kind
from summitry.forecasting.readings import READINGS, expected_chances, read
from summitry.forecasting.tally import Tally

__all__ = ["OFTEN", "Rolled", "Sample", "origins_until", "roll"]

_LONGEST = 9131
"""Days back that are learned from: 25 years."""
_MOST_ORIGINS = 160
_MOST_ROWS = 20_000
OFTEN = 2
"""Cells in which an act came so many times before are all asked about, and they alone are scored."""
_NEVER_DRAWN = 24
"""Of cells in which nothing has happened yet, one in so many is drawn."""
_HEAVIEST = 4.0
"""A drawn cell weighs at most so much more than one of those all asked about: what is all but impossible should not
decide how what is likely is told."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Questions asked at past origins, in order of time.

    Args:
        values: [rows, READINGS]. outcomes: whether an act came. origins: first day of each window.
        weights: how many questions a row stands for. cells: which is asked.
        climatology: share of past windows. persistence: whether the window before had one. times: how many came before.
    """

    values: Floats
    outcomes: Floats
    origins: Ints
    weights: Floats
    cells: Ints
    climatology: Floats
    persistence: Floats
    times: Ints

    def __len__(self) -> int:
        return len(self.cells)

    def take(self, rows: Bools | Ints) -> Sample:
        """Some of the rows."""
        return Sample(*(getattr(self, name)[rows] for name in self.__dataclass_fields__))


@dataclass(frozen=True, slots=True)
class Rolled:
    """What rolling leaves: the past questions, and the tally as it stands at the end."""

    sample: Sample
    tally: Tally
    step: int


def origins_until(first_day: int, end: int, horizon: int) -> tuple[int, ...]:
    """The past origins, oldest first, whose windows are over by a day; the last one's ends with the day before.

    The first quarter of the record is for counting alone.
    """
    start = max(first_day + (end - first_day) // 4, end - _LONGEST)
    step = max(7, horizon // 3, -(-(end - horizon - start) // _MOST_ORIGINS))
    return tuple(range(end - horizon, start - 1, -step))[::-1]


def roll(board: Board, horizon: int, first_day: int, end: int, whole: Iterable[Kind] = ()) -> Rolled:
    """Ask at each past origin what is asked now, and answer it.

    Args:
        board: all happenings; none from `end` on is looked at.
        horizon: days.
        first_day: of the record.
        end: the day of the present.
        whole: kinds of which more cells are asked about where an act came twice before: all, unless they are very many.
    """
    origins = origins_until(first_day, end, horizon)
    tally = Tally(board, horizon, first_day)
    asked = set(whole)
    in_whole = np.array([slot.kind in asked for slot in board.slots], dtype=np.bool_)
    thin = _thinning(board, len(origins), end, in_whole)
    parts: list[Sample] = []
    for origin in origins:
        tally.advance(origin)
        cells, weights = _drawn(tally, thin, in_whole)
        found = read(tally, cells)
        tally.open_window(expected_chances(tally))
        parts.append(
            Sample(
                found.values, tally.outcome(origin)[cells].astype(np.float64),
                np.full(len(cells), origin, dtype=np.int64), weights, cells, found.climatology,
                found.values[:, READINGS.index("in the last window")],
                tally.times[cells],
            )
        )  # fmt: skip
    tally.advance(end)
    step = origins[1] - origins[0] if len(origins) > 1 else horizon
    return Rolled(_joined(parts), tally, step)


def _thinning(board: Board, origins: int, end: int, whole: Bools) -> tuple[int, int, int]:
    """One in how many cells is asked about, lest rows be too many: where much happened, of all kinds and of the kinds
    asked about, and where little did."""
    cells, times = np.unique(board.cells[board.days < end], return_counts=True)
    often, asked = times >= OFTEN, whole[cells % len(board.slots)]
    counts = (
        (int(often.sum()), 2 * _MOST_ROWS),
        (int((often & asked).sum()), 3 * _MOST_ROWS),
        (int((~often).sum()), _MOST_ROWS),
    )
    many, of_whole, few = (max(1, -(-count * origins // most)) for count, most in counts)
    return many, min(many, of_whole), few


def _drawn(tally: Tally, thin: tuple[int, int, int], whole: Bools) -> tuple[Ints, Floats]:
    """The cells asked about, drawn by their names, and how many each stands for."""
    width = len(tally.board.slots)
    met = np.repeat(tally.seen(), width)
    slot_numbers = np.tile(np.arange(width, dtype=np.int64), len(tally.board.low))
    number = (np.repeat(tally.board.shuffle, width) * 7919 + slot_numbers * 104_729 + 17) % 1_000_003
    many, of_whole, few = thin
    often = np.where(np.tile(whole, len(tally.board.low)), of_whole, many)
    stands_for = np.where(tally.times >= OFTEN, often, np.where(tally.times > 0, few, few * _NEVER_DRAWN))
    cells = np.flatnonzero((number % stands_for == 0) & met)
    return cells, np.minimum(stands_for[cells], many * _HEAVIEST).astype(np.float64)


def _joined(parts: list[Sample]) -> Sample:
    if not parts:
        empty = np.zeros(0)
        none = np.zeros(0, dtype=np.int64)
        return Sample(np.zeros((0, len(READINGS))), empty, none, empty, none, empty, empty, none)
    return Sample(*(np.concatenate([getattr(part, name) for part in parts]) for name in Sample.__dataclass_fields__))

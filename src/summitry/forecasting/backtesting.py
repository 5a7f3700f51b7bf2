"""A backtest: odds given at past origins by weights fitted on what was resolved by then, held against what came."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from summitry.forecasting.arrays import Bools, Floats, Ints
from summitry.forecasting.kinds import Kind
from summitry.forecasting.recalibrating import recalibrate
from summitry.forecasting.rolling import OFTEN, Rolled, Sample
from summitry.forecasting.scoring import Scores, score_odds
from summitry.forecasting.shrinking import chance_of, fit_shrunk

__all__ = ["Backtest", "backtest"]

BLOCKS = 8
"""How often the weights are fitted anew over a quick backtest."""
_FIRM = (20.0, 60.0)
"""How firmly odds are believed to hold before any were resolved (inverse variance of intercept and slope)."""


@dataclass(frozen=True, slots=True)
class Backtest:
    """Forecasts of the past, each by weights fitted on questions resolved by the beginning of its block.

    Args:
        sample: the questions. chances: the odds given, aligned.
        kinds: the kinds; kind_numbers: that of each question.
        first, last: first and last origin. overlap: how many windows lie over each other.
        held: how the odds given have held: intercept and slope that set new log odds right (Cox 1958).
    """

    sample: Sample
    chances: Floats
    kinds: tuple[Kind, ...]
    kind_numbers: Ints
    first: int
    last: int
    overlap: float
    held: tuple[float, float]

    def scores(self, kind: Kind | None = None) -> Scores | None:
        """The scores of one kind, or of all; `None` where nothing was asked."""
        if kind is None:
            return self.score(np.ones(len(self.chances), dtype=np.bool_))
        return self.score(self.kind_numbers == self.kinds.index(kind)) if kind in self.kinds else None

    def score(self, rows: Bools) -> Scores | None:
        """The scores of some rows, of these only of acts that came twice before between the two: odds of what has
        never been are all but nought, and would flatter."""
        chosen = rows & (self.sample.times >= OFTEN)
        part = self.sample.take(chosen)
        return score_odds(
            self.chances[chosen], part.outcomes, part.climatology, part.persistence, self.overlap, part.weights
        )


def backtest(rolled: Rolled, end: int, blocks: int = BLOCKS) -> Backtest:
    """Forecast the later two thirds of the past questions, block by block, from what was resolved before each.

    The odds of a block are set right by how those of the blocks before it have held, so far as these were resolved.

    Args:
        rolled: the past questions.
        end: the day of the present.
        blocks: how often to fit anew.
    """
    tally, sample = rolled.tally, rolled.sample
    board, horizon = tally.board, tally.horizon
    overlap = max(1.0, horizon / rolled.step)
    origins = np.unique(sample.origins)
    later = origins[len(origins) // 3 :]
    rows: Ints = np.zeros(0, dtype=np.int64)
    raw, given = np.zeros(0), np.zeros(0)
    start: Floats | None = None
    for block in np.array_split(later, max(1, min(blocks, len(later)))):
        if not len(block) or not (sample.origins + horizon <= block[0]).any():
            continue
        now = int(block[0])
        fitted = recalibrate(sample, tally.kind, board.kinds, now, horizon, tally.start, rolled.step, start)
        start = fitted.fitted.weights
        new = np.flatnonzero(np.isin(sample.origins, block))
        scores = fitted.scores(sample.values[new], tally.kind[sample.cells[new] % len(board.slots)])
        intercept, slope = _held(sample.take(rows), raw, now - horizon, overlap)
        given = np.concatenate([given, chance_of(intercept + slope * scores)])
        rows, raw = np.concatenate([rows, new]), np.concatenate([raw, scores])
    part = sample.take(rows)
    first, last = (int(part.origins.min()), int(part.origins.max())) if len(part) else (end, end)
    numbers = tally.kind[part.cells % len(board.slots)]
    held = _held(part, raw, end - horizon, overlap)
    return Backtest(part, given, board.kinds, numbers, first, last, overlap, held)


def _held(sample: Sample, scores: Floats, until: int, overlap: float) -> tuple[float, float]:
    """Intercept and slope of outcomes on the log odds given, from windows begun by a day, drawn towards 0 and 1."""
    known = sample.origins <= until
    if not known.any():
        return 0.0, 1.0
    columns = np.stack([np.ones(int(known.sum())), scores[known]], axis=1)
    fitted = fit_shrunk(
        columns, sample.outcomes[known], sample.weights[known] / overlap, np.array([0.0, 1.0]), np.array(_FIRM)
    )
    return float(fitted.weights[0]), float(fitted.weights[1])

"""A backtest: odds given at past origins by weights fitted on what was resolved by then, held against what came."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from summitry.forecasting.arrays import Bools, Floats
from summitry.forecasting.kinds import Kind
from summitry.forecasting.recalibrating import recalibrate
from summitry.forecasting.rolling import OFTEN, Rolled, Sample
from summitry.forecasting.scoring import Scores, score_odds

__all__ = ["Backtest", "backtest"]

BLOCKS = 8
"""How often the weights are fitted anew over a quick backtest."""


@dataclass(frozen=True, slots=True)
class Backtest:
    """Forecasts of the past, each by weights fitted on questions resolved by the beginning of its block.

    Args:
        sample: the questions. chances: the odds given, aligned.
        kinds: the kind of each. first, last: first and last origin. overlap: how many windows lie over each other.
    """

    sample: Sample
    chances: Floats
    kinds: tuple[Kind, ...]
    kind_numbers: tuple[int, ...]
    first: int
    last: int
    overlap: float

    def scores(self, kind: Kind | None = None) -> Scores | None:
        """The scores of one kind, or of all; `None` where nothing was asked."""
        rows = np.ones(len(self.chances), dtype=np.bool_)
        if kind is not None:
            if kind not in self.kinds:
                return None
            rows = np.array(self.kind_numbers, dtype=np.int64) == self.kinds.index(kind)
        return self.score(rows)

    def score(self, rows: Bools) -> Scores | None:
        """The scores of some rows."""
        part = self.sample.take(rows)
        return score_odds(
            self.chances[rows], part.outcomes, part.climatology, part.persistence, self.overlap, part.weights
        )


def backtest(rolled: Rolled, end: int, blocks: int = BLOCKS, only: Iterable[Kind] | None = None) -> Backtest:
    """Forecast the later half of the past questions, block by block, from weights of what was resolved before each.

    Args:
        rolled: the past questions.
        end: the day of the present.
        blocks: how often to fit anew.
        only: kinds to score, all where not given. Only what came twice before between the two is scored: odds of what
            has never been are all but nought, and would flatter.
    """
    tally, sample = rolled.tally, rolled.sample
    board, horizon = tally.board, tally.horizon
    scored, overlap = _scored(rolled, only), max(1.0, horizon / rolled.step)
    origins = np.unique(sample.origins)
    later = origins[len(origins) // 3 :]
    parts: list[Sample] = []
    chances: list[Floats] = []
    start: Floats | None = None
    for block in np.array_split(later, min(blocks, max(len(later), 1))):
        if not len(block) or not (sample.origins + horizon <= block[0]).any():
            continue
        fitted = recalibrate(sample, tally.kind, board.kinds, int(block[0]), horizon, tally.start, rolled.step, start)
        start = fitted.fitted.weights
        part = sample.take(scored & np.isin(sample.origins, block))
        parts.append(part)
        chances.append(fitted.chances(part.values, tally.kind[part.cells % len(board.slots)]))
    if not parts:
        empty = sample.take(np.zeros(len(sample), dtype=np.bool_))
        return Backtest(empty, np.zeros(0), board.kinds, (), end, end, overlap)
    joined = Sample(*(np.concatenate([getattr(p, name) for p in parts]) for name in Sample.__dataclass_fields__))
    numbers = tuple(tally.kind[joined.cells % len(board.slots)].tolist())
    first, last = (int(joined.origins.min()), int(joined.origins.max())) if len(joined) else (end, end)
    return Backtest(joined, np.concatenate(chances), board.kinds, numbers, first, last, overlap)


def _scored(rolled: Rolled, only: Iterable[Kind] | None) -> Bools:
    tally, sample = rolled.tally, rolled.sample
    asked = np.ones(len(tally.board.kinds), dtype=np.bool_)
    if only is not None:
        wanted = set(only)
        asked = np.array([kind in wanted for kind in tally.board.kinds], dtype=np.bool_)
    kinds = tally.kind[sample.cells % len(tally.board.slots)]
    return np.asarray((sample.times >= OFTEN) & asked[kinds])

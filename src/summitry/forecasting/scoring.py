"""How good odds have been: scores, skill, sharpness and calibration."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from summitry.forecasting.arrays import Floats
from summitry.forecasting.shrinking import fit_shrunk

__all__ = ["Bin", "Scores", "score_odds"]

_EDGES = (0.0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
"""Where the bins of the reliability table begin; finer where most odds lie."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Forecasts of similar odds: their mean, how often it came true, and how many there are."""

    forecast: float
    observed: float
    count: float


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores of forecasts that have been resolved.

    Args:
        count: how many forecasts. happened: share that came true.
        brier: mean squared error (Brier 1950). log_score: mean negative log of the odds given to what came.
        climatology, persistence: the Brier score of the share of past windows, and of "as in the last window".
        sharpness: standard deviation of the odds.
        slope, intercept: of the logistic regression of outcomes on the log odds (Cox 1958); 1 and 0 are perfect.
        error: expected calibration error, mean distance of odds and frequency over the bins.
        error_of_skill: standard error of `skill`.
        bins: the reliability table.
    """

    count: int
    happened: float
    brier: float
    log_score: float
    climatology: float
    persistence: float
    sharpness: float
    slope: float
    intercept: float
    error: float
    error_of_skill: float
    bins: tuple[Bin, ...]

    @property
    def skill(self) -> float:
        """Share of climatology's error that the forecasts avoid (Brier skill score); at most 1, below 0 is worse."""
        return 1.0 - self.brier / self.climatology if self.climatology else 0.0

    @property
    def skill_on_persistence(self) -> float:
        """The same against persistence."""
        return 1.0 - self.brier / self.persistence if self.persistence else 0.0

    @property
    def skilled(self) -> bool:
        """Whether they beat climatology. Where nothing ever came there is nothing to be skilled at."""
        return self.happened > 0.0 and self.skill > 0.0


def score_odds(
    chances: Floats,
    outcomes: Floats,
    climatology: Floats,
    persistence: Floats,
    overlap: float = 1.0,
    weights: Floats | None = None,
) -> Scores | None:
    """Score forecasts, `None` where there are none.

    Args:
        chances: odds; outcomes: 0 or 1; climatology, persistence: the references' odds, all aligned.
        overlap: how many windows lie over each other; so many forecasts tell no more than one.
        weights: how many forecasts each row stands for.
    """
    if not len(chances):
        return None
    weight = np.ones(len(chances)) if weights is None else weights / weights.min()
    share = weight / weight.sum()
    clipped = np.clip(chances, 1e-6, 1 - 1e-6)
    logs = -np.where(outcomes > 0, np.log(clipped), np.log1p(-clipped))
    squares, reference = (chances - outcomes) ** 2, (climatology - outcomes) ** 2
    intercept, slope = _cox(clipped, outcomes, weight)
    bins = _bins(chances, outcomes, weight)
    gap = reference - squares
    spread = float(np.sqrt(overlap * (share**2 @ (gap - share @ gap) ** 2)))
    base = float(share @ reference)
    mean = float(share @ chances)
    return Scores(
        len(chances), float(share @ outcomes), float(share @ squares), float(share @ logs), base,
        float(share @ (persistence - outcomes) ** 2), float(np.sqrt(share @ (chances - mean) ** 2)), slope, intercept,
        sum(b.count * abs(b.forecast - b.observed) for b in bins) / float(weight.sum()),
        spread / base if base else 0.0, bins,
    )  # fmt: skip


def _cox(chances: Floats, outcomes: Floats, weights: Floats) -> tuple[float, float]:
    """Intercept and slope of recalibration, all but free."""
    rows = np.stack([np.ones(len(chances)), np.log(chances / (1 - chances))], axis=1)
    fitted = fit_shrunk(rows, outcomes, weights, np.array([0.0, 1.0]), np.full(2, 1e-3))
    return float(fitted.weights[0]), float(fitted.weights[1])


def _bins(chances: Floats, outcomes: Floats, weights: Floats) -> tuple[Bin, ...]:
    numbers = np.searchsorted(np.array(_EDGES), chances, side="right") - 1
    found = []
    for number in np.unique(numbers).tolist():
        rows = numbers == number
        total = float(weights[rows].sum())
        found.append(
            Bin(float(weights[rows] @ chances[rows]) / total, float(weights[rows] @ outcomes[rows]) / total, total)
        )
    return tuple(found)

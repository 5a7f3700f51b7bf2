"""Weighted logistic regression whose weights are drawn towards what was believed before."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from summitry.forecasting.arrays import Floats

__all__ = ["Fitted", "chance_of", "fit_shrunk"]

_STEPS = 40
_ENOUGH = 1e-7


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights and how sure they are.

    Args:
        weights: one a column.
        covariance: of the weights, by the curvature at their best (Laplace).
    """

    weights: Floats
    covariance: Floats

    def spread(self, rows: Floats) -> Floats:
        """Standard deviation of each row's log odds that stems from the weights."""
        return np.asarray(np.sqrt(np.maximum(np.einsum("ij,jk,ik->i", rows, self.covariance, rows), 0.0)))


def chance_of(score: Floats) -> Floats:
    """The probability of a log odds."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(score, -30.0, 30.0))))


def fit_shrunk(
    rows: Floats, outcomes: Floats, weights: Floats, prior: Floats, strengths: Floats, start: Floats | None = None
) -> Fitted:
    """Fit by Newton's method with halved steps, which ends at the one best answer: the loss is convex.

    Args:
        rows: [n, columns]; outcomes: 0 or 1; weights: how much each row counts.
        prior: the weights believed in before; strengths: how firmly (inverse variance), all above 0.
        start: where to begin, at the prior where not given.
    """
    beta = prior.copy() if start is None else start.copy()
    loss = _loss(rows, outcomes, weights, prior, strengths, beta)
    curvature = np.diag(strengths)
    for _ in range(_STEPS):
        chance = chance_of(rows @ beta)
        slope = rows.T @ (weights * (chance - outcomes)) + strengths * (beta - prior)
        scaled = rows * np.sqrt(weights * chance * (1.0 - chance))[:, None]
        curvature = scaled.T @ scaled + np.diag(strengths)
        step = np.linalg.solve(curvature, slope)
        size = 1.0
        while (new := _loss(rows, outcomes, weights, prior, strengths, beta - size * step)) > loss and size > 1e-6:
            size /= 2.0
        beta, gain, loss = beta - size * step, loss - new, min(loss, new)
        if gain < _ENOUGH * (1.0 + abs(loss)):
            break
    return Fitted(beta, np.asarray(np.linalg.inv(curvature)))


def _loss(rows: Floats, outcomes: Floats, weights: Floats, prior: Floats, strengths: Floats, beta: Floats) -> float:
    score = np.clip(rows @ beta, -30.0, 30.0)
    fit = float(np.sum(weights * (np.logaddexp(0.0, score) - outcomes * score)))
    return fit + 0.5 * float(strengths @ ((beta - prior) ** 2))

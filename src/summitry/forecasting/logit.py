"""The conditional logit: which candidate of a query is the answer, by a weighted sum of features."""

from __future__ import annotations

import numpy as np
from scipy.optimize import minimize

from summitry.forecasting.arrays import Bools, Floats, Floats32, Ints

__all__ = ["fit_groups", "fit_logit"]


def fit_logit(
    features: Floats32, owners: Ints, answers: Bools, prior: Floats, penalty: float, steps: int = 150
) -> Floats:
    """Weights that make the answers most likely among the candidates of their queries.

    Args:
        features: [rows, features].
        owners: the query of each row, ascending; each query with at least one answer.
        answers: which rows are true. Every answer competes with the query's other candidates that are not true.
        prior: weights towards which is shrunk.
        penalty: strength of the shrinkage, per weight.
        steps: the most iterations of L-BFGS.
    """
    first = np.flatnonzero(np.r_[True, owners[1:] != owners[:-1]])
    query = np.cumsum(np.r_[0, owners[1:] != owners[:-1]])
    hits = answers.astype(np.float64)
    weights = 1.0 / np.add.reduceat(hits, first)[query[answers]]
    count = len(first)

    def loss(beta: Floats) -> tuple[float, Floats]:
        score = (features @ beta.astype(np.float32)).astype(np.float64)
        score -= np.maximum.reduceat(score, first)[query]
        exp = np.exp(score)
        others = np.add.reduceat(exp * (1.0 - hits), first)
        own = exp[answers]
        all_of_them = own + others[query[answers]]
        value = -np.sum(weights * (score[answers] - np.log(all_of_them)))
        pull = np.bincount(query[answers], weights / all_of_them, minlength=count)
        grad_score = exp * (1.0 - hits) * pull[query]
        grad_score[answers] = -weights * (1.0 - own / all_of_them)
        grad = (grad_score.astype(np.float32) @ features).astype(np.float64)
        away = beta - prior
        return float(value + 0.5 * penalty * away @ away), grad + penalty * away

    result = minimize(loss, prior, jac=True, method="L-BFGS-B", options={"maxiter": steps})
    return np.asarray(result.x, dtype=np.float64)


def fit_groups(
    features: Floats32, owners: Ints, answers: Bools, groups: Ints, shared: Floats, penalty: float, size: int
) -> Floats:
    """Weights of each group of queries [size, features], shrunk towards the shared ones.

    Args:
        groups: the group of each row (the same within a query).
    """
    weights = np.tile(shared, (size, 1))
    for group in np.unique(groups):
        rows = groups == group
        weights[group] = fit_logit(features[rows], owners[rows], answers[rows], shared, penalty, steps=60)
    return weights

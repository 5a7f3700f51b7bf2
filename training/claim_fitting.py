"""The weights of claims: ridge logistic regression over the signs of what may be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

from summitry.coding.claims.scoring import by_hand

__all__ = ["WRITTEN", "Candidate", "Sheet", "fit", "predict"]

RIDGE = 1.0
"""Strength of the pull of weights to zero."""
FEWEST = 2
"""A feature seen in fewer documents gets no weight."""
WRITTEN = "written"
"""The half of sentences written for this project, each a document."""
TRUST = 0.6
"""How much a candidate of a written sentence counts beside one of a text."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A finding of one document with its label."""

    document: str
    kind: str
    value: str
    start: int
    end: int
    anchor: int
    quote: str
    features: tuple[str, ...]


@dataclass(slots=True)
class Sheet:
    """One document: its gold claims with their places and its candidates with their labels."""

    name: str
    half: str
    gold: list[tuple[str, str, tuple[int, int]]]
    candidates: list[Candidate]
    labels: list[int]


def fit(sheets: Sequence[Sheet]) -> dict[str, float]:
    """Return weights of features, by ridge logistic regression.

    Written sentences are there for what texts are too few to show. They hold more claims than texts do, so each kind
    has among them an offset of its own, which is fitted and thrown away.
    """
    seen: dict[str, set[str]] = defaultdict(set)
    for sheet in sheets:
        for candidate in sheet.candidates:
            for feature in candidate.features:
                seen[feature].add(sheet.name)
    names = sorted(name for name, documents in seen.items() if len(documents) >= FEWEST and name not in by_hand())
    kinds = sorted({c.kind for sheet in sheets if sheet.half == WRITTEN for c in sheet.candidates})
    column = {name: i for i, name in enumerate(["all", *names, WRITTEN, *(f"{WRITTEN} {kind}" for kind in kinds)])}
    free = [column["all"], column[WRITTEN]]
    rows = [(sheet.half, c, y) for sheet in sheets for c, y in zip(sheet.candidates, sheet.labels, strict=True)]
    matrix = np.zeros((len(rows), len(column)))
    for row, (half, candidate, _) in enumerate(rows):
        own = (WRITTEN, f"{WRITTEN} {candidate.kind}") if half == WRITTEN else ()
        matrix[row, [column[f] for f in ("all", *candidate.features, *own) if f in column]] = 1
    target = np.array([label for *_, label in rows])
    trust = np.array([TRUST if half == WRITTEN else 1.0 for half, *_ in rows])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margin = matrix @ weights
        chance = 1 / (1 + np.exp(-margin))
        pull = RIDGE * weights
        pull[free] = 0
        value = np.sum(trust * (np.logaddexp(0, margin) - target * margin)) + 0.5 * weights @ pull
        return value, matrix.T @ (trust * (chance - target)) + pull

    found = minimize(loss, np.zeros(len(column)), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    return {name: float(found[column[name]]) for name in ("all", *names)} | by_hand()


def predict(weights: Mapping[str, float], sheet: Sheet) -> list[float]:
    """Return the score of every candidate of a document."""
    margins = [weights["all"] + sum(weights.get(f, 0.0) for f in c.features) for c in sheet.candidates]
    return [float(1 / (1 + np.exp(-margin))) for margin in margins]

"""Fits the weights behind an event's score, and keeps the signs that they were fitted on.

`told.csv` holds, for each statement that the frames find in texts annotated blind, the document's id, whether it is
right and its signs: numbers, no text. `benchmarks/calibration.py` measures on it.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

__all__ = ["Row", "fit_weights", "read_rows", "write_rows", "write_weights"]

Row = tuple[str, bool, Mapping[str, float]]
"""Document, right or wrong, signs."""
SHRINKING = 10.0
"""Weight of the penalty on large weights; of 1, 3, 10, 30, 60 this one scored unseen documents best."""


def fit_weights(rows: Sequence[Row], shrinking: float = SHRINKING) -> dict[str, float]:
    """Return the weights of a logistic model, shrunk towards zero on the signs' own scale; its constant is free."""
    names = list(rows[0][2])
    table = np.array([[signs[name] for name in names] for _, _, signs in rows])
    right = np.array([float(good) for _, good, _ in rows])
    scale = table.std(axis=0)
    fixed = scale == 0
    scale[fixed] = 1.0

    def cost(weights: np.ndarray) -> tuple[float, np.ndarray]:
        total = table @ (weights / scale)
        loss = np.logaddexp(0, total).sum() - right @ total + shrinking / 2 * (weights[~fixed] ** 2).sum()
        slope = (table / scale).T @ (1 / (1 + np.exp(-total)) - right) + shrinking * weights * ~fixed
        return float(loss), slope

    best = minimize(cost, np.zeros(len(names)), jac=True, method="L-BFGS-B").x / scale
    return {name: round(float(weight), 4) for name, weight in zip(names, best, strict=True)}


def write_rows(rows: Sequence[Row], path: Path) -> None:
    """Keep statements' signs."""
    names = list(rows[0][2])
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["document", "right", *names])
        writer.writerows([doc, int(good), *(f"{signs[n]:.4g}" for n in names)] for doc, good, signs in rows)


def read_rows(path: Path) -> list[Row]:
    """Read what `write_rows` wrote."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            (cells.pop("document"), cells.pop("right") == "1", {name: float(value) for name, value in cells.items()})
            for cells in csv.DictReader(file)
        ]


def write_weights(weights: Mapping[str, float], path: Path) -> None:
    """Write the weights that the package ships."""
    path.write_text("".join(f"{name},{weight}\n" for name, weight in weights.items()), encoding="utf-8")

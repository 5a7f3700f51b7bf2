"""From readable signs to the chance that something is right: a logistic model."""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

__all__ = ["LEAST", "logit", "score_of", "weights_in"]

LEAST = 0.3
"""Statements of a lower score are dropped: half the F1 of unseen texts, where F1 is highest if scores are chances.

Source: Lipton, Elkan and Naryanaswamy, Optimal Thresholding of Classifiers to Maximize F1 Measure (2014).
"""
_FAR = 6.0


def logit(chance: float) -> float:
    """Return the logarithm of the odds, kept within reason."""
    chance = min(max(chance, 1e-6), 1 - 1e-6)
    return max(-_FAR, min(_FAR, math.log(chance / (1 - chance))))


def score_of(signs: Mapping[str, float], weights: Mapping[str, float] | None = None) -> float:
    """Return the chance that a statement with some signs is right, 0 to 1."""
    weights = weights_in("score.csv") if weights is None else weights
    return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) * value for name, value in signs.items())))


@cache
def weights_in(table: str) -> Mapping[str, float]:
    """Return the weights of a bundled table, by sign."""
    text = files("summitry.coding.judge").joinpath(f"data/{table}").read_text(encoding="utf-8")
    return {sign: float(weight) for sign, weight in csv.reader(text.splitlines())}

"""Intensity: what incidents add to a relation, fading with time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import numpy as np

__all__ = ["HALF_LIFE", "intensity_at"]

HALF_LIFE = 365.0
"""Days after which an incident weighs half, unless told otherwise."""


def intensity_at(
    days: Sequence[date], incidents: Iterable[tuple[date, float]], half_life: float = HALF_LIFE
) -> list[float]:
    """Return the sum of scores at the end of each day, a score of d days ago weighing 2^(-d / half-life).

    Args:
        days: when, in order.
        incidents: the day and the score of each.
        half_life: in days.

    >>> intensity_at([date(2018, 1, 1), date(2019, 1, 1)], [(date(2018, 1, 1), 4.0)])
    [4.0, 2.0]
    """
    if not days:
        return []
    at = np.array([day.toordinal() for day in days], dtype=np.float64)
    total = np.zeros(len(days))
    for day, score in incidents:
        age = at - day.toordinal()
        total += np.where(age >= 0, score * 2.0 ** (-np.maximum(age, 0) / half_life), 0.0)
    return [round(float(value), 6) for value in total]

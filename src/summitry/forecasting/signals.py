"""The readable signals behind a yes/no forecast, computed from a panel as it stood at a cut-off."""

from __future__ import annotations

import numpy as np

from summitry.forecasting.arrays import Floats, Ints
from summitry.forecasting.panels import Panel

__all__ = ["SIGNALS", "base_rate", "signals_at"]

SIGNALS = (
    "own, 3 days", "own, 7 days", "own, 14 days", "own, 30 days", "own, 60 days", "own, 120 days", "own, all",
    "windows with an event", "days since last", "events a day", "in the last window", "burstiness",
    "mirrored, 14 days", "mirrored, 60 days", "pair, 2 days", "pair, 7 days", "pair, 30 days",
    "pair, 120 days", "sides, 14 days", "sides, 60 days", "sides now against usual", "pair now against usual",
    "other families, 4 days", "best related family, 4 days", "other families, 14 days", "best related family",
)  # fmt: skip

_OWN_LIVES = (3, 7, 14, 30, 60, 120)
_DAYS_OF_MEAN = 10
"""Days of the family's mean rate towards which a dyad's own rates are drawn."""


class _Fading:
    """Faded means of daily series up to a cut-off, the newest day counting most, a day of recess for less than a day.

    Args:
        tempo: what each day is worth.
        cutoff: the day after the last one that is looked at.
    """

    def __init__(self, tempo: Floats, cutoff: int) -> None:
        self.tempo, self.ages = tempo[:cutoff], np.arange(cutoff - 1, -1, -1)

    def __call__(self, series: Floats, half_life: float) -> Floats:
        weights = np.exp2(-self.ages / half_life)
        return np.asarray(series @ (weights / (weights @ self.tempo)))

    def days(self, half_life: float) -> float:
        """How many days such a mean rests on."""
        return float(np.exp2(-self.ages / half_life).sum())


def base_rate(own: Floats, families: Ints, horizon: int, strength: float = 4.0) -> Floats:
    """Share of past windows of the horizon's length with an event, shrunk towards the mean of the dyad's family.

    Args:
        own: events [dyads, days before the cut-off].
        families: number of each dyad's family.
        strength: of how many windows the family's mean is worth.
    """
    days = own.shape[1]
    windows = max(days // horizon, 1)
    recent = own[:, days - windows * horizon :] if days >= horizon else own
    hit: Floats = np.asarray(recent.reshape(len(own), windows, -1).any(axis=2), dtype=np.float64)
    mean = _of_family(hit.mean(axis=1), families)
    return np.asarray(np.clip((hit.sum(axis=1) + strength * mean) / (windows + strength), 1e-3, 1 - 1e-3))


def _of_family(values: Floats, families: Ints) -> Floats:
    """For each dyad the mean of its family."""
    sums, counts = np.bincount(families, values), np.bincount(families)
    return np.asarray(sums[families] / counts[families])


def _drawn(rate: Floats, days: float, mean: Floats) -> Floats:
    """A rate that rests on so many days, drawn towards a mean."""
    return np.asarray((rate * days + mean * _DAYS_OF_MEAN) / (days + _DAYS_OF_MEAN))


def signals_at(panel: Panel, families: Ints, cutoff: int, horizon: int, tempo: Floats) -> Floats:
    """The signals [dyads, signals] from the days before the cut-off alone.

    Args:
        panel: see `Panel`; days from the cut-off on are not looked at.
        families: number of each dyad's family.
        cutoff: first day of the question; horizon: its length in days.
        tempo: what each day is worth of a usual one, to the end of the horizon (`calendar.tempo`).
    """
    faded, ahead = _Fading(tempo, cutoff), float(tempo[cutoff : cutoff + horizon].sum())
    own, pair, sides = panel.own[:, :cutoff], panel.pair[:, :cutoff], panel.sides[:, :cutoff]
    active = (own > 0).astype(np.float64)
    mirrored, busy = ((part[:, :cutoff] > 0).astype(np.float64) for part in (panel.mirrored, panel.pair))
    mean = _of_family(faded(active, np.inf), families)
    rates = [_drawn(faded(active, life), faded.days(life), mean) for life in (*_OWN_LIVES, np.inf)]
    since = np.where(active.any(axis=1), np.argmax(active[:, ::-1], axis=1), cutoff).astype(np.float64)
    windows = base_rate(own, families, horizon)
    return np.stack(
        [
            *(np.log(np.maximum(rate * ahead, 1e-4)) for rate in rates),
            np.log(windows / (1 - windows)),
            np.log1p(since),
            np.log(faded(own, 30) + 0.02),
            active[:, -horizon:].any(axis=1).astype(np.float64),
            np.log((own.sum(axis=1) + 1) / (active.sum(axis=1) + 1)),
            *(np.log(faded(mirrored, life) + 0.02) for life in (14, 60)),
            *(np.log(faded(busy, life) + 0.05) for life in (2, 7, 30)),
            np.log(faded(pair, 120) + 0.03),
            *(np.log(faded(sides, life) + 0.05) for life in (14, 60)),
            np.log((faded(sides, 14) + 0.2) / (faded(sides, np.inf) + 0.2)),
            np.log((faded(pair, 14) + 0.1) / (faded(pair, np.inf) + 0.1)),
            *_related(panel, families, cutoff, 4.0),
            *_related(panel, families, cutoff, 14.0),
        ],
        axis=1,
    )


def _related(panel: Panel, families: Ints, cutoff: int, half_life: float) -> tuple[Floats, Floats]:
    """Mean and largest of the faded counts of the pair's other families, in logarithms."""
    weights = np.exp2(-np.arange(cutoff - 1, -1, -1) / half_life).astype(np.float32)
    related = np.log1p(panel.by_family[:, :, :cutoff] @ weights).astype(np.float64)
    related[families, np.arange(related.shape[1])] = 0.0
    return related.mean(axis=0), related.max(axis=0)

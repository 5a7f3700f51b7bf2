"""The readable signals behind a yes/no forecast, computed from a panel as it stood at a cut-off."""

from __future__ import annotations

import numpy as np

from summitry.forecasting.arrays import Floats, Ints
from summitry.forecasting.panels import Panel

__all__ = ["SIGNALS", "base_rate", "signals_at"]

SIGNALS = (
    "own, 7 days", "own, 30 days", "own, 90 days", "own, all", "windows with an event", "days since last",
    "events a day", "in the last window", "burstiness", "mirrored, 30 days", "pair, 7 days", "pair, 30 days",
    "pair, 120 days", "sides, 14 days", "sides, 60 days", "pair now against usual", "other families, 14 days",
    "best related family",
)  # fmt: skip


def _faded(series: Floats, half_life: float) -> Floats:
    """Faded mean of each row, the newest day counting most."""
    days = series.shape[1]
    weights = np.exp2(-np.arange(days - 1, -1, -1) / half_life)
    return np.asarray(series @ weights / weights.sum())


def _chance(rate: Floats, horizon: int) -> Floats:
    """Log of the expected number of days with an event in the horizon (complementary log-log of its chance)."""
    return np.log(np.maximum(rate * horizon, 1e-4))


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
    mean = np.zeros(len(own))
    for family in np.unique(families):
        rows = families == family
        mean[rows] = hit[rows].mean()
    return np.asarray(np.clip((hit.sum(axis=1) + strength * mean) / (windows + strength), 1e-3, 1 - 1e-3))


def signals_at(panel: Panel, families: Ints, cutoff: int, horizon: int) -> Floats:
    """The signals [dyads, signals] from the days before the cut-off alone.

    Args:
        panel: see `Panel`; days from the cut-off on are not looked at.
        families: number of each dyad's family.
        cutoff: first day of the question; horizon: its length in days.
    """
    own = panel.own[:, :cutoff]
    active = (own > 0).astype(np.float64)
    mirrored = (panel.mirrored[:, :cutoff] > 0).astype(np.float64)
    pair = panel.pair[:, :cutoff]
    usual: Floats = np.asarray(active.mean(axis=1), dtype=np.float64)
    mean = np.array([usual[families == family].mean() for family in families])
    shrunk = [(_faded(active, h) * w + mean * 10) / (w + 10) for h, w in ((7, 10), (30, 43), (90, 130))]
    long = (active.sum(axis=1) + mean * 10) / (cutoff + 10)
    since = np.where(active.any(axis=1), np.argmax(active[:, ::-1], axis=1), cutoff).astype(np.float64)
    windows = base_rate(own, families, horizon)
    spread = np.log((own.sum(axis=1) + 1) / (active.sum(axis=1) + 1))
    busy = (pair > 0).astype(np.float64)
    others = panel.by_family[:, :, :cutoff]
    weights = np.exp2(-np.arange(cutoff - 1, -1, -1) / 14)
    related = np.log1p(others @ weights)
    related[families, np.arange(len(own))] = 0.0
    return np.stack(
        [
            *(_chance(rate, horizon) for rate in shrunk),
            _chance(long, horizon),
            np.log(windows / (1 - windows)),
            np.log1p(since),
            np.log(_faded(own, 30) + 0.02),
            active[:, -horizon:].any(axis=1).astype(np.float64),
            spread,
            np.log(_faded(mirrored, 30) + 0.02),
            np.log(_faded(busy, 7) + 0.05),
            np.log(_faded(busy, 30) + 0.03),
            np.log(_faded(pair, 120) + 0.03),
            np.log(_faded(panel.sides[:, :cutoff], 14) + 0.05),
            np.log(_faded(panel.sides[:, :cutoff], 60) + 0.05),
            np.log((_faded(pair, 14) + 0.1) / (pair.mean(axis=1) + 0.1)),
            related.mean(axis=0),
            related.max(axis=0),
        ],
        axis=1,
    )

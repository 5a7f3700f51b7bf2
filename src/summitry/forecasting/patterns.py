"""The pattern table: how often an act follows on an earlier act between the same two actors."""

from __future__ import annotations

import numpy as np

from summitry.forecasting.arrays import Floats32, Ints, expand_slices
from summitry.forecasting.counts import DecayedCounts

__all__ = ["LAGS", "PatternTable", "lag_of"]

LAGS = (1, 2, 4, 8, 15, 31, 91)
"""First day of each lag class: yesterday, 2-3, 4-7, 8-14, 15-30, 31-90 and more than 90 days ago."""


def lag_of(ages: Ints) -> Ints:
    """The lag class of ages in days (1 or more)."""
    return np.searchsorted(np.array(LAGS), ages, side="right") - 1


class PatternTable:
    """Counts of "`earlier` last happened in this lag class → `later` happens today" between the same two actors.

    Codes run over both directions: code + `relations` is the same act by the other side. Rates are shrunk towards
    those of the CAMEO roots of both codes, and these towards the rate of `later` after anything.

    Args:
        roots: the root of each code in both directions.
        strength: of how many pair-days a shrinkage target is worth.
    """

    def __init__(self, roots: Ints, strength: float = 30.0) -> None:
        self.codes = len(roots)
        self.roots = roots
        self.root_count = int(roots.max()) + 1
        self.strength = strength
        self.chances = np.zeros((self.codes, len(LAGS)))
        self.hits = np.zeros((self.codes, len(LAGS), self.codes), dtype=np.float32)
        self._rates: Floats32 | None = None

    def learn(self, triples: DecayedCounts, day: int, pairs: Ints, codes: Ints) -> None:
        """Count the events of `day` against what the table of triples held before that day.

        Args:
            triples: keyed by pair * codes + code.
            pairs, codes: of the day's events, in both directions.
        """
        if len(triples.keys):
            lags = lag_of(day - triples.last)
            flat = (triples.keys % self.codes) * len(LAGS) + lags
            self.chances += np.bincount(flat, minlength=self.chances.size).reshape(self.chances.shape)
            rows, owners = self.rows_of(triples, pairs)
            earlier = triples.keys[rows] % self.codes
            np.add.at(self.hits, (earlier, lags[rows], codes[owners]), 1.0)
        self._rates = None

    def rows_of(self, triples: DecayedCounts, pairs: Ints) -> tuple[Ints, Ints]:
        """The rows of `triples` that belong to each pair, and which pair each row answers."""
        starts = np.searchsorted(triples.keys, pairs * self.codes)
        ends = np.searchsorted(triples.keys, (pairs + 1) * self.codes)
        return expand_slices(starts, ends)

    def rates(self) -> Floats32:
        """Chance of each later code [earlier, lag, later] on a day, given the last time of an earlier one."""
        if self._rates is None:
            one_hot = np.zeros((self.codes, self.root_count), dtype=np.float32)
            one_hot[np.arange(self.codes), self.roots] = 1.0
            by_root = np.tensordot(one_hot.T, self.hits, axes=1)
            root_chances = one_hot.T @ self.chances
            overall = by_root.sum(axis=0) / np.maximum(root_chances.sum(axis=0), 1.0)[:, None]
            root_rates = (by_root + self.strength * overall) / (root_chances + self.strength)[:, :, None]
            target = root_rates[self.roots]
            rates = (self.hits + self.strength * target) / (self.chances + self.strength)[:, :, None]
            self._rates = rates.astype(np.float32)
        return self._rates

    def scores(self, triples: DecayedCounts, pairs: Ints, codes: Ints) -> tuple[Floats32, Floats32]:
        """Sum and largest of the rates at which each code follows on what its pair has done.

        Returns:
            two arrays aligned with `pairs`; 0 where the pair has no past.
        """
        total = np.zeros(len(pairs), dtype=np.float32)
        best = np.zeros(len(pairs), dtype=np.float32)
        starts = np.searchsorted(triples.keys, pairs * self.codes)
        ends = np.searchsorted(triples.keys, (pairs + 1) * self.codes)
        some = np.flatnonzero(ends > starts)
        if not len(some):
            return total, best
        rows, owners = expand_slices(starts[some], ends[some])
        lags = lag_of(triples.day - triples.last[rows])
        values = self.rates()[triples.keys[rows] % self.codes, lags, codes[some][owners]]
        first = np.cumsum(ends[some] - starts[some]) - (ends[some] - starts[some])
        total[some] = np.add.reduceat(values, first)
        best[some] = np.maximum.reduceat(values, first)
        return total, best

"""Counts of past events that fade with time."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from summitry.forecasting.arrays import Floats, Floats32, Ints

__all__ = ["NEVER", "DecayedCounts"]

NEVER = 100_000
"""The age in days that stands for something that has not happened."""


class DecayedCounts:
    """How often each key has happened, an event of d days ago counting 2^(-d / half-life).

    Args:
        half_lives: in days; `float("inf")` for a plain count.
    """

    def __init__(self, half_lives: Sequence[float]) -> None:
        self.half_lives = np.array(half_lives, dtype=np.float64)
        self.keys: Ints = np.zeros(0, dtype=np.int64)
        self.values: Floats32 = np.zeros((0, len(half_lives)), dtype=np.float32)
        self.last: Ints = np.zeros(0, dtype=np.int64)
        self.day = 0

    def move_to(self, day: int) -> None:
        """Let the counts fade until `day`."""
        if day < self.day:
            raise ValueError(f"counts of day {self.day} cannot go back to day {day}")
        if day > self.day:
            fade = np.exp2(-(day - self.day) / self.half_lives)
            self.values *= fade.astype(np.float32)
            self.day = day

    def add(self, day: int, keys: Ints) -> None:
        """Count events of `day`, one for each entry of `keys`."""
        self.move_to(day)
        new, times = np.unique(keys, return_counts=True)
        at = np.searchsorted(self.keys, new)
        known = at < len(self.keys)
        known[known] = self.keys[at[known]] == new[known]
        self.values[at[known]] += times[known, None].astype(np.float32)
        self.last[at[known]] = day
        fresh = ~known
        rows = np.repeat(times[fresh, None], len(self.half_lives), axis=1).astype(np.float32)
        self.keys = np.insert(self.keys, at[fresh], new[fresh])
        self.values = np.insert(self.values, at[fresh], rows, axis=0)
        self.last = np.insert(self.last, at[fresh], day)

    def find(self, keys: Ints) -> Ints:
        """The row of each key, -1 where it never happened."""
        if not len(self.keys):
            return np.full(len(keys), -1, dtype=np.int64)
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return np.where(self.keys[at] == keys, at, -1)

    def lookup(self, keys: Ints) -> tuple[Floats32, Floats]:
        """The counts [n, half-lives] as of the current day and the days since each key last happened."""
        at = self.find(keys)
        found = at >= 0
        if not len(self.keys):
            return np.zeros((len(keys), len(self.half_lives)), np.float32), np.full(len(keys), float(NEVER))
        values = self.values[at] * found[:, None]
        ages = np.where(found, self.day - self.last[at], NEVER).astype(np.float64)
        return values, ages

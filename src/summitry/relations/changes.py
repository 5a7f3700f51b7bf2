"""Change points of counts: where Poisson rates change, at a stated price for each change."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

from summitry.relations.extras import needed

__all__ = ["change_points", "segment_cost"]

Array = NDArray[np.float64]


def segment_cost(signal: Array, start: int, end: int) -> float:
    """Return minus twice the log-likelihood of counts whose rates do not change, but for a constant.

    Args:
        signal: counts, a row a step, a column a stream; streams are independent.
        start: first row.
        end: the row after the last one.
    """
    return _cost(signal[start:end].sum(axis=0).tolist(), end - start)


def change_points(signal: Array, penalty: float, shortest: int = 1) -> list[int]:
    """Return the rows at which segments end, the last row's end included: the division of least cost plus penalties.

    Found exactly, by PELT (Killick, Fearnhead and Eckley, JASA 107, 2012), as ruptures has it.

    Args:
        signal: counts, a row a step, a column a stream.
        penalty: what one more segment must save.
        shortest: fewest rows of a segment.

    Raises:
        UsageError: ruptures is not installed.
    """
    ruptures = needed("ruptures", "finding turning points")
    base = needed("ruptures.base", "finding turning points")

    class PoissonCost(base.BaseCost):  # type: ignore[misc, name-defined]
        """The cost of a segment, as ruptures asks for it."""

        model = "poisson"
        min_size = 1

        def fit(self, signal: Array) -> PoissonCost:
            self.signal = signal
            sums = np.vstack([np.zeros(signal.shape[1]), signal.cumsum(axis=0)])
            self.streams: list[list[int]] = sums.astype(int).T.tolist()
            whole = np.arange(max(int(sums[-1].max()), len(signal)) + 1)
            self.logs: list[float] = np.log(np.maximum(whole, 1)).tolist()
            return self

        def error(self, start: int, end: int) -> float:
            """As `segment_cost`, with logarithms looked up: it is asked some hundred thousand times."""
            steps, total = self.logs[end - start], 0.0
            for sums in self.streams:
                count = sums[end] - sums[start]
                total += count * (self.logs[count] - steps - 1)
            return -2 * total

    finder = ruptures.Pelt(custom_cost=PoissonCost(), min_size=shortest, jump=1)
    return [int(end) for end in finder.fit(signal).predict(pen=penalty)]


def _cost(sums: Sequence[float], steps: int) -> float:
    return -2 * sum(count * log(count / steps) - count for count in sums if count > 0)

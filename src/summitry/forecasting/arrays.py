"""The array types that pass between the parts of forecasting."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

__all__ = ["Bools", "Floats", "Floats32", "Ints", "both_directions", "expand_slices", "top_per_group"]

Ints: TypeAlias = NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float64]
Floats32: TypeAlias = NDArray[np.float32]
Bools: TypeAlias = NDArray[np.bool_]


def both_directions(quads: Ints, relations: int) -> Ints:
    """Facts (subject, relation, object, day) followed by the same facts seen from the object.

    Args:
        quads: int array [n, 4].
        relations: how many relations there are; the inverse of relation r is r + relations.
    """
    s, r, o, t = quads.T
    return np.concatenate([quads, np.stack([o, r + relations, s, t], axis=1)])


def expand_slices(starts: Ints, ends: Ints) -> tuple[Ints, Ints]:
    """The row numbers of many half-open slices laid end to end.

    Returns:
        positions: the row numbers; owners: for each, which slice it came from.
    """
    lengths = ends - starts
    owners = np.repeat(np.arange(len(starts), dtype=np.int64), lengths)
    offsets = np.cumsum(lengths) - lengths
    positions = np.arange(int(lengths.sum()), dtype=np.int64) - offsets[owners] + starts[owners]
    return positions, owners


def top_per_group(scores: Floats, groups: Ints, limit: int) -> Ints:
    """The row numbers of the `limit` highest scores of each group; ties go to the earlier row."""
    order = np.lexsort((np.arange(len(scores)), -scores, groups))
    ordered = groups[order]
    first = np.searchsorted(ordered, ordered, side="left")
    return order[np.arange(len(order)) - first < limit]

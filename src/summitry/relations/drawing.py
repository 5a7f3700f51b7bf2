"""Uncertainty of a series: what it would be had other documents been read (bootstrap over documents)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from summitry.relations.coverage import Mention, by_incident

__all__ = ["DRAWS", "bounds", "draw_weights"]

DRAWS = 400
"""How often documents are drawn unless told otherwise."""

_SEED = 20180325
"""Any number would do; that it stands here makes every run the same."""

Array = NDArray[np.float64]


def draw_weights(ids: Sequence[str], mentions: Iterable[Mention], draws: int = DRAWS) -> Array:
    """Return how much each incident weighs in each draw of documents, each of which comes 0, 1, 2 … times.

    How often one comes follows the Poisson distribution with mean 1, which the bootstrap tends to where the number of
    documents is itself by chance (Hanley and MacGibbon, Computer Methods and Programs in Biomedicine 83, 2006). An
    incident weighs as the documents that state it come on average: its expected weight is 1 whatever their number,
    where counting incidents whose documents come at all would lose a third of those with one document.

    Args:
        ids: the incidents.
        mentions: which documents state them; an incident that none states has a document of its own.
        draws: how many draws.

    Returns:
        One row a draw, one column an incident.
    """
    stated = by_incident(mentions)
    papers = [sorted({m.document_id for m in stated.get(id_, ())}) or [f"only {id_}"] for id_ in ids]
    numbers = {name: number for number, name in enumerate(sorted({name for names in papers for name in names}))}
    if not numbers:
        return np.ones((draws, 0))
    generator = np.random.default_rng(_SEED)
    drawn = generator.poisson(1.0, size=(draws, len(numbers))).astype(np.float64)
    columns = [drawn[:, [numbers[name] for name in names]].mean(axis=1) for names in papers]
    return np.stack(columns, axis=1)


def bounds(weights: Array, values: Array, steps: NDArray[Any], number: int) -> tuple[Array, Array]:
    """Return the bounds between which 90 of 100 draws lie, for the sum of values in each step.

    Args:
        weights: what `draw_weights` returned.
        values: what each incident adds.
        steps: in which step each lies.
        number: how many steps there are.
    """
    sums = np.zeros((len(weights), number))
    for column, (value, step) in enumerate(zip(values, steps, strict=True)):
        sums[:, step] += weights[:, column] * value
    low, high = np.percentile(sums, [5, 95], axis=0)
    return low, high

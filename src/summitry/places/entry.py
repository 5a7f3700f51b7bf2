"""A name's candidate in the gazetteer: a place, and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summitry.model import Place

__all__ = ["Entry", "Layer"]

Layer = Literal["curated", "country", "town"]
"""Where an entry comes from: our own list, the table of states, or the list of the world's towns."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One place that a name can mean.

    Args:
        place: the place as the record writes it.
        kind: `city`, `residence`, `strait`, `country`, `us-state`...
        layer: where the entry comes from.
        population: inhabitants of a town, 0 where not counted.
    """

    place: Place
    kind: str
    layer: Layer
    population: int = 0

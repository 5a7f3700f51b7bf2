"""Which state an actor belongs to and what kind of actor it is, read off names and partners."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from summitry.forecasting.arrays import Bools, Ints

__all__ = ["NO_HOME", "Homes", "homes_of"]

NO_HOME = 0
_LEAST_SHARE = 0.3
_NAME = re.compile(r"^([^()]+)\(([^()]+)\)$")


@dataclass(frozen=True, slots=True)
class Homes:
    """For each actor, the number of its home (`NO_HOME` where unknown) and of its sector.

    Sectors: 0 a state itself, 1 any actor whose name carries no state, the rest the words before the bracket, as in
    "Police (Australia)".
    """

    home: Ints
    sector: Ints
    homes: int
    sectors: int


def homes_of(names: Sequence[str], pairs: Ints) -> Homes:
    """Read homes and sectors off the names; give an actor without one the home that most of its partners share.

    Args:
        names: actors' names; "Police (Australia)" belongs to Australia.
        pairs: int array [n, 2] of actors that had to do with each other.
    """
    matches = [_NAME.match(name) for name in names]
    states = sorted({match[2].strip() for match in matches if match})
    number = {state: i + 1 for i, state in enumerate(states)}
    words = sorted({match[1].strip() for match in matches if match})
    sector_number = {word: i + 2 for i, word in enumerate(words)}
    home = np.zeros(len(names), dtype=np.int64)
    sector = np.ones(len(names), dtype=np.int64)
    for i, (name, match) in enumerate(zip(names, matches, strict=True)):
        if match:
            home[i], sector[i] = number[match[2].strip()], sector_number[match[1].strip()]
        elif name in number:
            home[i], sector[i] = number[name], 0
    size = len(states) + 1
    home = np.where(home == NO_HOME, _by_partners(home, pairs, size), home)
    return Homes(home, sector, size, len(words) + 2)


def _by_partners(home: Ints, pairs: Ints, size: int) -> Ints:
    """For every actor the home that the largest share of its partners' events has, if the share is large enough."""
    both = np.concatenate([pairs, pairs[:, ::-1]])
    partner: Ints = home[both[:, 1]]
    known: Bools = partner != NO_HOME
    keys, times = np.unique(both[known, 0] * size + partner[known], return_counts=True)
    actor, candidate = np.divmod(keys, size)
    totals = np.bincount(actor, weights=times, minlength=len(home))
    best = np.zeros(len(home), dtype=np.int64)
    order = np.argsort(times, kind="stable")
    best[actor[order]] = candidate[order]
    top = np.zeros(len(home))
    top[actor[order]] = times[order]
    return np.where(top >= _LEAST_SHARE * np.maximum(totals, 1), best, NO_HOME)

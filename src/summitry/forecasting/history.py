"""Everything the ranking model has counted up to a day."""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp

from summitry.forecasting.arrays import Floats32, Ints, both_directions
from summitry.forecasting.counts import DecayedCounts
from summitry.forecasting.homes import Homes
from summitry.forecasting.patterns import PatternTable

__all__ = ["History"]

EVER = float("inf")


class History:
    """Faded counts of events by triple, pair, category, object, home and sector, and the pattern table.

    Args:
        actors, relations: how many there are. Codes run to 2 * relations, the second half seen from the object.
        roots: CAMEO root of each relation.
        homes: of the actors.
    """

    def __init__(self, actors: int, relations: int, roots: Ints, homes: Homes) -> None:
        self.actors = actors
        self.relations = relations
        self.codes = 2 * relations
        self.root_count = int(roots.max()) + 1
        self.roots = np.concatenate([roots, roots + self.root_count])
        self.homes = homes
        self.day = 0
        self.patterns = PatternTable(self.roots)
        self.triples = DecayedCounts((2, 10, 40, EVER))
        self.pairs = DecayedCounts((2, 10, 40, EVER))
        self.sides = DecayedCounts((10, EVER))
        self.categories = DecayedCounts((4, 30, EVER))
        self.subject_codes = DecayedCounts((2, 10, 40, EVER))
        self.object_codes = DecayedCounts((3, 30, EVER))
        self.object_categories = DecayedCounts((10, EVER))
        self.actors_seen = DecayedCounts((3, 30, EVER))
        self.home_codes = DecayedCounts((10, 60))
        self.home_subject_codes = DecayedCounts((10, 60))
        self.object_home_codes = DecayedCounts((60,))
        self.sector_codes = DecayedCounts((60,))
        self.sector_subject_codes = DecayedCounts((60,))
        self.sector_object_codes = DecayedCounts((60,))

    def keys(self, s: Ints, r: Ints, o: Ints) -> dict[str, Ints]:
        """The key of each fact in each table."""
        roots, codes, actors = 2 * self.root_count, self.codes, self.actors
        hs, ho = self.homes.home[s], self.homes.home[o]
        ks, ko = self.homes.sector[s], self.homes.sector[o]
        homes, sectors = self.homes.homes, self.homes.sectors
        near = ((hs == ho) & (hs > 0)).astype(np.int64) + ((hs > 0) & (ho > 0))
        pair = s * actors + o
        return {
            "triples": pair * codes + r,
            "pairs": pair,
            "sides": pair * 2 + (r >= self.relations),
            "categories": pair * roots + self.roots[r],
            "subject_codes": s * codes + r,
            "object_codes": r * actors + o,
            "object_categories": self.roots[r] * actors + o,
            "actors_seen": o,
            "home_codes": (hs * codes + r) * homes + ho,
            "home_subject_codes": hs * codes + r,
            "object_home_codes": r * homes + ho,
            "sector_codes": ((ks * codes + r) * sectors + ko) * 3 + near,
            "sector_subject_codes": ks * codes + r,
            "sector_object_codes": (r * sectors + ko) * 3 + near,
        }

    def move_to(self, day: int) -> None:
        """Let all counts fade to `day`."""
        self.day = day
        for name in self.tables():
            table: DecayedCounts = getattr(self, name)
            table.move_to(day)

    def tables(self) -> tuple[str, ...]:
        """The names of the tables of counts."""
        return tuple(name for name, value in vars(self).items() if isinstance(value, DecayedCounts))

    def add(self, day: int, quads: Ints, learn: bool = True) -> None:
        """Take in the facts of one day; first learn from them which act follows on which."""
        both = both_directions(quads, self.relations)
        s, r, o = both[:, 0], both[:, 1], both[:, 2]
        if learn:
            self.patterns.learn(self.triples, day, s * self.actors + o, r)
        for name, keys in self.keys(s, r, o).items():
            table: DecayedCounts = getattr(self, name)
            table.add(day, keys)
        self.day = day

    def partners(self) -> sp.csr_matrix:
        """Row-normalised, damped strengths of all pairs [actors, actors], half-life 40 days."""
        rows, columns = np.divmod(self.pairs.keys, self.actors)
        values: Floats32 = np.log1p(self.pairs.values[:, 2] + 0.05 * self.pairs.values[:, 3])
        sums = np.bincount(rows, weights=values, minlength=self.actors)
        scaled = values / np.maximum(sums[rows], 1e-9)
        return sp.csr_matrix((scaled, (rows, columns)), shape=(self.actors, self.actors), dtype=np.float32)

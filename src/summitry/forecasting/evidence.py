"""The evidence index: each actor's events in the order of time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from summitry.forecasting.arrays import Ints, both_directions

__all__ = ["EvidenceIndex", "Seen"]


@dataclass(frozen=True, slots=True)
class Seen:
    """Past events as one actor saw them, oldest first.

    Args:
        facts: row numbers of the facts given to the index.
        codes: what the actor did, or (code >= relations) had done to it.
        partners: the other side; days: when.
    """

    facts: Ints
    codes: Ints
    partners: Ints
    days: Ints

    def __len__(self) -> int:
        return len(self.facts)


class EvidenceIndex:
    """Finds the events of an actor, or between two actors, before a day, by binary search.

    Args:
        quads: int array [n, 4] of subject, relation, object, day, in any order.
        relations: how many relations there are.
    """

    def __init__(self, quads: Ints, relations: int) -> None:
        self.quads = np.asarray(quads, dtype=np.int64)
        self.relations = relations
        both = both_directions(self.quads, relations)
        facts = np.tile(np.arange(len(self.quads), dtype=np.int64), 2)
        self._by_actor = self._sorted(both, facts, np.lexsort((both[:, 1], both[:, 2], both[:, 3], both[:, 0])))
        self._by_pair = self._sorted(both, facts, np.lexsort((both[:, 1], both[:, 3], both[:, 2], both[:, 0])))

    @staticmethod
    def _sorted(both: Ints, facts: Ints, order: Ints) -> Ints:
        return np.concatenate([both[order], facts[order, None]], axis=1)

    def of(self, actor: int, before: int) -> Seen:
        """All events of an actor before a day."""
        rows = self._by_actor
        low, high = np.searchsorted(rows[:, 0], [actor, actor + 1])
        return _seen(rows[low:high], before)

    def between(self, actor: int, partner: int, before: int) -> Seen:
        """All events between an actor and a partner before a day, as the actor saw them."""
        rows = self._by_pair
        low, high = np.searchsorted(rows[:, 0], [actor, actor + 1])
        rows = rows[low:high]
        low, high = np.searchsorted(rows[:, 2], [partner, partner + 1])
        return _seen(rows[low:high], before)


def _seen(rows: Ints, before: int) -> Seen:
    """The rows (sorted by day) before a day."""
    rows = rows[: int(np.searchsorted(rows[:, 3], before))]
    return Seen(rows[:, 4], rows[:, 1], rows[:, 2], rows[:, 3])

"""What the judge says of one pair in one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from summitry.coding.judge.labels import MODES, NONE, STATUSES, TYPES, modes_of
from summitry.coding.judge.tokens import Span

__all__ = ["Judge", "Judgement", "Pair", "SentenceRead", "judgement_of"]

_LENGTHS = [len(modes_of(kind)) for kind in TYPES]
_FIRST = [0, *accumulate(_LENGTHS[:-1])]

Pair = tuple[Span | None, Span | None]
"""Characters of the one who acts and of the one acted upon; `None` for one whom the sentence does not name."""


@dataclass(frozen=True)
class Judgement:
    """Probabilities for one pair.

    Args:
        types: of each category and of `NONE`.
        statuses: of each status, should the pair stand in an act.
        modes: of each mode of each category, should the pair stand in that category; they sum to one in each.
    """

    types: Mapping[str, float]
    statuses: Mapping[str, float]
    modes: Mapping[tuple[str, str], float]

    @cached_property
    def act(self) -> str:
        """The likeliest category other than `NONE`."""
        return max((name for name in self.types if name != NONE), key=lambda name: self.types[name])

    @property
    def likeliest(self) -> str:
        """The likeliest category, or `NONE`."""
        return max(self.types, key=lambda name: self.types[name])

    @property
    def status(self) -> str:
        """The likeliest status."""
        return max(self.statuses, key=lambda name: self.statuses[name])

    def mode(self, kind: str) -> str:
        """The likeliest mode of a category."""
        return max(modes_of(kind), key=lambda mode: self.modes[kind, mode])


class SentenceRead(Protocol):
    """A sentence as a judge has read it."""

    def judge(self, pair: Pair) -> Judgement:
        """Return what a pair does to each other in the sentence.

        Args:
            pair: spans of characters in the sentence.
        """
        ...


class Judge(Protocol):
    """Anything that judges pairs."""

    def read(self, sentence: str) -> SentenceRead:
        """Read a sentence as it stands in its text."""
        ...


def judgement_of(answers: NDArray[np.float32] | NDArray[np.float64]) -> Judgement:
    """Return the probabilities behind one row of answers: types, modes, statuses, before any softmax."""
    types, modes, statuses = np.split(answers.astype(np.float64), [len(TYPES), len(TYPES) + len(MODES)])
    grown = np.exp(modes - np.maximum.reduceat(modes, _FIRST).repeat(_LENGTHS))
    within = grown / np.add.reduceat(grown, _FIRST).repeat(_LENGTHS)
    return Judgement(
        dict(zip(TYPES, _softmax(types), strict=True)),
        dict(zip(STATUSES, _softmax(statuses), strict=True)),
        dict(zip(MODES, within.tolist(), strict=True)),
    )


def _softmax(row: NDArray[np.float64]) -> list[float]:
    grown = np.exp(row - row.max())
    shares: list[float] = (grown / grown.sum()).tolist()
    return shares

"""How far the words reach that hang on each word, and where sentences begin, as spaCy works it out (`doc.pyx`)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

__all__ = ["edges_of"]

_MOST_ROUNDS = 12
"""Where branches cross, edges are carried up again until every head lies in its sentence, at most so many times."""


def edges_of(heads: Sequence[int]) -> tuple[list[int], list[int], list[int]]:
    """Return the first and the last word of what hangs on each word, and the words with which sentences begin.

    Args:
        heads: the number of the head of each word, its own at the top of a sentence.

    >>> edges_of([1, 1, 1, 4, 4])
    ([0, 0, 2, 3, 3], [0, 2, 2, 3, 4], [0, 3])
    """
    lefts, rights = list(range(len(heads))), list(range(len(heads)))
    begins: list[int] = []
    for _ in range(_MOST_ROUNDS):
        _carry_up(heads, lefts, rights)
        begins = sorted({lefts[i] for i, head in enumerate(heads) if i == head})
        if _within(heads, begins):
            break
    return lefts, rights, begins


def _carry_up(heads: Sequence[int], lefts: list[int], rights: list[int]) -> None:
    for order in (range(len(heads)), range(len(heads) - 1, -1, -1)):
        for i in order:
            head = heads[i]
            if lefts[i] < lefts[head]:
                lefts[head] = lefts[i]
            if rights[i] > rights[head]:
                rights[head] = rights[i]


def _within(heads: Sequence[int], begins: Sequence[int]) -> bool:
    """True where every head lies in the sentence of its word, or is the first word of the next one."""
    bounds = dict.fromkeys((0, *begins, len(heads) - 1))
    return all(start <= heads[i] <= end for start, end in pairwise(bounds) for i in range(start, end))

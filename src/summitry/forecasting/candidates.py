"""Whom to consider as the answer of a query: partners, usual objects of the act, partners of partners."""

from __future__ import annotations

import numpy as np

from summitry.forecasting.arrays import Floats32, Ints, expand_slices, top_per_group
from summitry.forecasting.counts import DecayedCounts
from summitry.forecasting.history import History

__all__ = ["find_candidates"]


def find_candidates(
    history: History, subjects: Ints, codes: Ints, second: Floats32, known: int, new: int
) -> tuple[Ints, Ints]:
    """Candidates of each query.

    Args:
        subjects, codes: of the queries.
        second: strength of the way over a common partner [queries' distinct subjects in sorted order, actors].
        known, new: at most how many partners, and how many from each other source.

    Returns:
        owners: the query of each candidate; candidates: the actors; sorted by both, without doubles and without
        the subject itself.
    """
    actors = history.actors
    parts = [_known(history, subjects, codes, known)]
    parts.append(_usual(history.object_codes, codes, actors, new))
    parts.append(_usual(history.object_categories, history.roots[codes], actors, new // 2))
    where = np.unique(subjects, return_inverse=True)[1]
    kept = min(new, actors)
    best = np.argpartition(-second, kept - 1, axis=1)[:, :kept].astype(np.int64)
    queries = np.repeat(np.arange(len(subjects)), kept)
    parts.append(queries * actors + best[where].ravel())
    keys = np.unique(np.concatenate(parts))
    owners, candidates = np.divmod(keys, actors)
    other = candidates != subjects[owners]
    return owners[other], candidates[other]


def _known(history: History, subjects: Ints, codes: Ints, limit: int) -> Ints:
    """Keys of the partners of each query's subject, those first with which it has lately done this or most."""
    actors, pairs = history.actors, history.pairs
    starts = np.searchsorted(pairs.keys, subjects * actors)
    ends = np.searchsorted(pairs.keys, (subjects + 1) * actors)
    rows, owners = expand_slices(starts, ends)
    partners = pairs.keys[rows] % actors
    keys = (subjects[owners] * actors + partners) * history.codes + codes[owners]
    same, _ = history.triples.lookup(keys)
    values = pairs.values[rows]
    score = 4.0 * same[:, 2] + same[:, 3] + values[:, 1] + 0.3 * values[:, 2] + 0.1 * values[:, 3]
    top = top_per_group(score.astype(np.float64), owners, limit)
    return owners[top] * actors + partners[top]


def _usual(table: DecayedCounts, codes: Ints, actors: int, limit: int) -> Ints:
    """Keys of the actors that most often stand at the other end of each query's act."""
    distinct, where = np.unique(codes, return_inverse=True)
    starts = np.searchsorted(table.keys, distinct * actors)
    ends = np.searchsorted(table.keys, (distinct + 1) * actors)
    rows, owners = expand_slices(starts, ends)
    score = table.values[rows, -2] + 0.1 * table.values[rows, -1]
    top = np.sort(top_per_group(score.astype(np.float64), owners, limit))
    groups, found = owners[top], table.keys[rows[top]] % actors
    lows, highs = np.searchsorted(groups, where), np.searchsorted(groups, where, side="right")
    at, queries = expand_slices(lows, highs)
    return queries * actors + found[at]

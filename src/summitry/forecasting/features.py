"""The readable features of a candidate answer: what the record says about this actor for this query."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from summitry.forecasting.arrays import Floats, Floats32, Ints
from summitry.forecasting.candidates import find_candidates
from summitry.forecasting.counts import NEVER
from summitry.forecasting.history import History

__all__ = ["FEATURES", "Rows", "describe"]

FEATURES = (
    "same act, days", "same act, weeks", "same act, months", "same act, ever", "same act at all",
    "share of act, days", "share of act, weeks", "share of act, months", "share of act, ever", "same act, recency",
    "same act yesterday", "act mirrored, months", "act mirrored, ever", "act mirrored, recency",
    "pair, days", "pair, weeks", "pair, months", "pair, ever", "pair known", "share of pair, weeks",
    "share of pair, ever", "pair, recency", "pair yesterday", "same side, weeks", "same side, ever",
    "category, days", "category, months", "category, ever", "category, recency",
    "pattern, sum", "pattern, best", "pattern, share of pair",
    "object of act, days", "object of act, months", "object of act, ever", "object of category, weeks",
    "object of category, ever", "popular, days", "popular, months", "popular, ever", "new actor",
    "home pair, weeks", "home pair, months", "same home", "object within home", "home unknown",
    "sector pair", "sector of object", "common partners", "common partners, unknown pair",
    "likewise", "likewise, unknown pair",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rows:
    """Candidates of a day's queries with their features; sorted by query, then candidate."""

    owners: Ints
    candidates: Ints
    features: Floats32


def _ln(values: Floats32 | Floats, base: float) -> Floats:
    return np.log(np.asarray(values, dtype=np.float64) / base + 1.0)


def _recency(ages: Floats) -> Floats:
    """1 for yesterday, falling with the logarithm of the days, 0 for never."""
    return np.where(ages >= NEVER, 0.0, np.maximum(1.0 - np.log(np.maximum(ages, 1.0)) / 6.5, 0.0))


def describe(history: History, subjects: Ints, codes: Ints, known: int = 120, new: int = 40) -> Rows:
    """Find candidates of each query and compute their features from what happened before `history.day`.

    Args:
        subjects, codes: of the queries.
        known, new: limits of `find_candidates`.
    """
    distinct, where = np.unique(subjects, return_inverse=True)
    partners = history.partners()
    second = np.asarray((partners[distinct] @ partners).todense(), dtype=np.float32)
    owners, candidates = find_candidates(history, subjects, codes, second, known, new)
    s, r, o = subjects[owners], codes[owners], candidates
    columns = _own_past(history, s, r, o)
    columns += _patterns(history, s, r, o)
    columns += _objects(history, s, r, o)
    columns += _classes(history, s, r, o)
    common = second[where[owners], o]
    strange = 1.0 - (columns[18] > 0)
    columns += [_ln(common, 1e-3), _ln(common, 1e-3) * strange]
    like = _likewise(history, distinct, where, codes, owners, candidates)
    columns += [_ln(like, 1e-3), _ln(like, 1e-3) * strange]
    return Rows(owners, candidates, np.stack(columns, axis=1).astype(np.float32))


def _own_past(history: History, s: Ints, r: Ints, o: Ints) -> list[Floats]:
    """What subject and candidate have done together before."""
    keys = history.keys(s, r, o)
    same, same_age = history.triples.lookup(keys["triples"])
    total, _ = history.subject_codes.lookup(keys["subject_codes"])
    share = same / np.maximum(total, 0.5)
    mirrored = (r + history.relations) % history.codes
    mirror, mirror_age = history.triples.lookup((s * history.actors + o) * history.codes + mirrored)
    pair, pair_age = history.pairs.lookup(keys["pairs"])
    busy, _ = history.actors_seen.lookup(s)
    side, _ = history.sides.lookup(keys["sides"])
    category, category_age = history.categories.lookup(keys["categories"])
    return [
        *(_ln(same[:, i], 0.1) for i in range(4)),
        (same[:, 3] > 0).astype(np.float64),
        *(_ln(share[:, i], 0.01) for i in range(4)),
        _recency(same_age),
        (same_age == 1).astype(np.float64),
        _ln(mirror[:, 2], 0.1),
        _ln(mirror[:, 3], 0.1),
        _recency(mirror_age),
        *(_ln(pair[:, i], 0.1) for i in range(4)),
        (pair[:, 3] > 0).astype(np.float64),
        _ln(pair[:, 1] / np.maximum(busy[:, 1], 0.5), 0.01),
        _ln(pair[:, 3] / np.maximum(busy[:, 2], 0.5), 0.01),
        _recency(pair_age),
        (pair_age == 1).astype(np.float64),
        _ln(side[:, 0], 0.1),
        _ln(side[:, 1], 0.1),
        *(_ln(category[:, i], 0.1) for i in range(3)),
        _recency(category_age),
    ]


def _patterns(history: History, s: Ints, r: Ints, o: Ints) -> list[Floats]:
    """How often the act follows on what the two have done, by the pattern table."""
    pairs = s * history.actors + o
    total, best = history.patterns.scores(history.triples, pairs, r)
    known, _ = history.pairs.lookup(pairs)
    return [_ln(total, 1e-4), _ln(best, 1e-4), _ln(total / (1.0 + known[:, 3]), 1e-4)]


def _objects(history: History, s: Ints, r: Ints, o: Ints) -> list[Floats]:
    """How often the candidate stands at that end of the act, the category, or anything."""
    keys = history.keys(s, r, o)
    by_code, _ = history.object_codes.lookup(keys["object_codes"])
    by_category, _ = history.object_categories.lookup(keys["object_categories"])
    seen, _ = history.actors_seen.lookup(o)
    return [
        *(_ln(by_code[:, i], 0.1) for i in range(3)),
        *(_ln(by_category[:, i], 0.1) for i in range(2)),
        *(_ln(seen[:, i], 1.0) for i in range(3)),
        (seen[:, 2] < 3).astype(np.float64),
    ]


def _classes(history: History, s: Ints, r: Ints, o: Ints) -> list[Floats]:
    """What actors of the same states and sectors have done."""
    keys = history.keys(s, r, o)
    home, _ = history.home_codes.lookup(keys["home_codes"])
    home_total, _ = history.home_subject_codes.lookup(keys["home_subject_codes"])
    inside, _ = history.object_home_codes.lookup(keys["object_home_codes"])
    by_code, _ = history.object_codes.lookup(keys["object_codes"])
    sector, _ = history.sector_codes.lookup(keys["sector_codes"])
    sector_total, _ = history.sector_subject_codes.lookup(keys["sector_subject_codes"])
    members, _ = history.sector_object_codes.lookup(keys["sector_object_codes"])
    hs, ho = history.homes.home[s], history.homes.home[o]
    return [
        _ln(home[:, 0] / np.maximum(home_total[:, 0], 0.5), 0.01),
        _ln(home[:, 1] / np.maximum(home_total[:, 1], 0.5), 0.01),
        ((hs == ho) & (hs > 0)).astype(np.float64),
        _ln(by_code[:, 1] / np.maximum(inside[:, 0], 0.5), 0.01),
        (ho == 0).astype(np.float64),
        _ln(sector[:, 0] / np.maximum(sector_total[:, 0], 0.5), 0.01),
        _ln(by_code[:, 1] / np.maximum(members[:, 0], 0.5), 0.01),
    ]


def _likewise(history: History, distinct: Ints, where: Ints, codes: Ints, owners: Ints, candidates: Ints) -> Floats32:
    """How far actors with the same partners as the subject have done the act with the candidate."""
    partners = history.partners()
    norms = np.sqrt(np.asarray(partners.multiply(partners).sum(axis=1))).ravel()
    unit = sp.diags(1.0 / np.maximum(norms, 1e-9)) @ partners
    alike = (unit[distinct] @ unit.T).tocsr()
    out = np.zeros(len(owners), dtype=np.float32)
    pair, code = np.divmod(history.triples.keys, history.codes)
    order = np.argsort(code, kind="stable")
    bounds = np.searchsorted(code[order], np.arange(history.codes + 1))
    codes_of_rows = codes[owners]
    by_code = np.argsort(codes_of_rows, kind="stable")
    for value in np.unique(codes):
        chosen = order[bounds[value] : bounds[value + 1]]
        rows, columns = np.divmod(pair[chosen], history.actors)
        weights = np.log1p(history.triples.values[chosen, 2] + 0.1 * history.triples.values[chosen, 3])
        acts = sp.csr_matrix((weights, (rows, columns)), shape=(history.actors, history.actors))
        low, high = np.searchsorted(codes_of_rows[by_code], [value, value + 1])
        mine = by_code[low:high]
        subjects, local = np.unique(where[owners[mine]], return_inverse=True)
        reach = np.asarray((alike[subjects] @ acts).todense())
        sums = np.maximum(np.asarray(alike[subjects].sum(axis=1)).ravel(), 1e-9)
        out[mine] = reach[local, candidates[mine]] / sums[local]
    return out

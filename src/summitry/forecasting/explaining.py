"""Why a candidate ranks where it does: each past event's exact share of the score."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from summitry.forecasting.arrays import Bools, Floats
from summitry.forecasting.counts import NEVER
from summitry.forecasting.evidence import EvidenceIndex, Seen
from summitry.forecasting.features import FEATURES
from summitry.forecasting.patterns import LAGS, lag_of
from summitry.forecasting.ranking import RankingModel

__all__ = ["Driver", "Explanation", "explain"]

LAST, EVER = 0.0, float("inf")

SOURCES: dict[str, tuple[str, float]] = {
    "same act, days": ("same", 2), "same act, weeks": ("same", 10), "same act, months": ("same", 40),
    "same act, ever": ("same", EVER), "same act at all": ("same", EVER), "share of act, days": ("same", 2),
    "share of act, weeks": ("same", 10), "share of act, months": ("same", 40), "share of act, ever": ("same", EVER),
    "same act, recency": ("same", LAST), "same act yesterday": ("same", LAST),
    "act mirrored, months": ("mirrored", 40), "act mirrored, ever": ("mirrored", EVER),
    "act mirrored, recency": ("mirrored", LAST),
    "pair, days": ("pair", 2), "pair, weeks": ("pair", 10), "pair, months": ("pair", 40), "pair, ever": ("pair", EVER),
    "pair known": ("pair", EVER), "share of pair, weeks": ("pair", 10), "share of pair, ever": ("pair", EVER),
    "pair, recency": ("pair", LAST), "pair yesterday": ("pair", LAST),
    "same side, weeks": ("side", 10), "same side, ever": ("side", EVER),
    "category, days": ("category", 4), "category, months": ("category", 30), "category, ever": ("category", EVER),
    "category, recency": ("category", LAST),
    "pattern, sum": ("pattern", EVER), "pattern, best": ("pattern", LAST), "pattern, share of pair": ("pattern", EVER),
}  # fmt: skip
"""For each feature that events between the two make: which events, and the half-life by which they share in it."""


@dataclass(frozen=True, slots=True)
class Driver:
    """One past event and what it adds to the score.

    Args:
        fact: row number in the evidence index.
        day, code: when, and what the subject did (or, code >= relations, had done to it).
        share: what it adds; may be negative.
        words: a sentence for the analyst.
    """

    fact: int
    day: int
    code: int
    share: float
    words: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A score as a sum: the shares of past events between the two and of everything else, by feature.

    `score` equals the sum of all shares of `drivers` (largest first) and of `background`.
    """

    score: float
    drivers: tuple[Driver, ...]
    background: tuple[tuple[str, float], ...]


def explain(
    model: RankingModel, index: EvidenceIndex, day: int, subject: int, code: int, candidate: int
) -> Explanation:
    """Take the score of a candidate apart.

    Args:
        model: fitted, and having observed the facts before `day`.
        index: over the same facts.

    Raises:
        ValueError: the candidate is not among those that the model considers.
    """
    parts = model.parts(day, subject, code, candidate)
    seen = index.between(subject, candidate, day)
    shares = np.zeros(len(seen))
    background = []
    for name, value in zip(FEATURES, parts.tolist(), strict=True):
        weights = _weights(model, seen, name, day, code)
        if weights is None or not weights.sum():
            background.append((name, value))
        else:
            shares += value * weights / weights.sum()
    drivers = [
        Driver(
            int(seen.facts[i]), int(seen.days[i]), int(seen.codes[i]), float(shares[i]),
            _words(model, int(seen.codes[i]), subject, candidate, day - int(seen.days[i]), code),
        )
        for i in np.argsort(-shares, kind="stable").tolist()
    ]  # fmt: skip
    return Explanation(
        float(parts.sum()), tuple(drivers), tuple(sorted((b for b in background if b[1]), key=lambda b: -b[1]))
    )


def _weights(model: RankingModel, seen: Seen, name: str, day: int, code: int) -> Floats | None:
    """How the events share in a feature, or None where the feature comes from elsewhere."""
    if name not in SOURCES:
        return None
    which, half_life = SOURCES[name]
    if which == "pattern":
        return _pattern_weights(model, seen, half_life, day, code)
    chosen = _chosen(model, seen, which, code)
    ages = (day - seen.days).astype(np.float64)
    if half_life == LAST:
        return np.asarray(chosen & (ages == np.min(ages[chosen], initial=NEVER)), dtype=np.float64)
    return np.asarray(chosen * np.exp2(-ages / half_life))


def _chosen(model: RankingModel, seen: Seen, which: str, code: int) -> Bools:
    """The events that a kind of feature counts."""
    relations, codes = len(model.relations), 2 * len(model.relations)
    if which == "same":
        return np.asarray(seen.codes == code)
    if which == "mirrored":
        return np.asarray(seen.codes == (code + relations) % codes)
    if which == "side":
        return np.asarray((seen.codes >= relations) == (code >= relations))
    if which == "category":
        roots = model.past().roots
        return np.asarray(roots[seen.codes] == roots[code])
    return np.ones(len(seen), dtype=np.bool_)


def _pattern_weights(model: RankingModel, seen: Seen, half_life: float, day: int, code: int) -> Floats:
    """The pattern table's rates after the last event of each code; for "best" the largest alone."""
    weights = np.zeros(len(seen))
    if not len(seen):
        return weights
    last = {int(value): i for i, value in enumerate(seen.codes)}
    rows = np.array(sorted(last.values()), dtype=np.int64)
    rates = model.past().patterns.rates()
    weights[rows] = rates[seen.codes[rows], lag_of(day - seen.days[rows]), code]
    return np.asarray(weights * (weights == weights.max())) if half_life == LAST else weights


def _words(model: RankingModel, earlier: int, subject: int, candidate: int, age: int, code: int) -> str:
    """The event, and how often what is asked followed on such an event."""
    relations = len(model.relations)
    one, other = (subject, candidate) if earlier < relations else (candidate, subject)
    act = f"{model.actors[one]}: {model.relations[earlier % relations]}: {model.actors[other]}"
    table = model.past().patterns
    lag = int(lag_of(np.array([age]))[0])
    hits, chances = int(table.hits[earlier, lag, code]), int(table.chances[earlier, lag])
    until = f"to {LAGS[lag + 1] - 1} " if lag + 1 < len(LAGS) and LAGS[lag + 1] - 1 > LAGS[lag] else ""
    since = f"{LAGS[lag]} {until}days" if lag + 1 < len(LAGS) else f"{LAGS[lag]} or more days"
    return f"{act}, {age} days ago (what is asked came {since} after such an act on {hits} of {chances} days)"

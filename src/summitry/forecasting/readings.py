"""The readable signals behind a forecast of any horizon, read off a tally for some of its cells.

The first is the log odds that a gamma-Poisson rate gives: counts of the last years drawn towards those of fifteen
years, these towards what the two sides' own activity lets expect. The others tell how things differ from that.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from summitry.forecasting.arrays import Floats, Ints
from summitry.forecasting.tally import AGES, OWN, PAIR, WIDE, Tally, exposure

__all__ = ["READINGS", "Readings", "climatology", "expected_chances", "log_odds_of_rate", "read"]

READINGS = (
    "usual rate", "last season against usual", "past windows against rate", "since the last", "in the last window",
    "contacts against usual", "related acts against usual", "the other way round", "first side lately",
    "second side lately", "neighbours in region", "tempo of the record", "same weeks of past years",
    "season of the act", "announced", "what follows on recent acts",
)  # fmt: skip

_SHRINK = 1.0
"""Acts that a longer view is worth when a shorter one is drawn towards it."""
_WINDOWS = 4.0
"""Past windows that the rate is worth when their share is drawn towards it."""


@dataclass(frozen=True, slots=True)
class Readings:
    """Signals of some cells.

    Args:
        values: [cells, READINGS].
        climatology: share of past windows with an act, drawn towards the rate of the kind.
        rate: acts a day by the gamma-Poisson rate; evidence: how many acts it rests on.
    """

    values: Floats
    climatology: Floats
    rate: Floats
    evidence: Floats


def log_odds_of_rate(rate: Floats, horizon: int) -> Floats:
    """Log odds that at least one act falls within the horizon, acts coming at a steady rate a day."""
    return np.asarray(np.log(np.expm1(np.clip(rate * horizon, 1e-6, 20.0))))


def _own_rates(own: Tally, at: Ints, before: Floats, days: float) -> tuple[Floats, Floats, Floats]:
    """Rates a day of the last season, three years and fifteen years, each drawn towards the next."""
    longest = (own.own[2, at] + 0.5) / (exposure(OWN[2], days) + 0.5 / before)
    years = (own.own[1, at] + _SHRINK) / (exposure(OWN[1], days) + _SHRINK / longest)
    season = (own.own[0, at] + _SHRINK) / (exposure(OWN[0], days) + _SHRINK / years)
    return season, years, longest


def _expected_before(tally: Tally, cells: Ints) -> Floats:
    """The rate that the two sides' activity with anyone lets expect, were partners drawn at random; and the mean."""
    board, width = tally.board, len(tally.board.slots)
    pair, slot = np.divmod(cells, width)
    days = float(max(tally.day - tally.start, 1))
    kind, star = tally.kind[slot], board.star[pair]
    total = tally.total[1, kind * 2 + star]
    met = tally.seen()
    pairs = np.where(star, (met & board.star).sum(), (met & ~board.star).sum()) * np.where(tally.mutual[slot], 1, 2)
    mean = (total + 0.5) / np.maximum(pairs, 1) / exposure(WIDE[1], days)
    low, high = _sides(tally, cells, 1)
    mixed = low * high / np.maximum(total, 1.0) / exposure(WIDE[1], days)
    return np.asarray(np.maximum(np.where(star, mean, 0.2 * mean + 0.8 * np.minimum(mixed, 20 * mean)), 1e-7))


def _sides(tally: Tally, cells: Ints, which: int) -> tuple[Floats, Floats]:
    """Faded counts of acts of the kind by the one who acts, with anyone, and of those that the other is target of."""
    board, width = tally.board, len(tally.board.slots)
    pair, slot = np.divmod(cells, width)
    kinds = len(board.kinds) * 2
    base = tally.kind[slot] * 2
    doer = np.where(tally.turned[slot], board.high[pair], board.low[pair])
    target = np.where(tally.turned[slot], board.low[pair], board.high[pair])
    as_target = np.where(tally.mutual[slot], 0, 1)
    return tally.side[which, doer * kinds + base], tally.side[which, target * kinds + base + as_target]


def expected_chances(tally: Tally) -> Floats:
    """The chance of each cell by its own rate of the last years, [pairs, slots]."""
    pairs, width = tally.board.size
    cells = np.arange(pairs * width, dtype=np.int64)
    days = float(max(tally.day - tally.start, 1))
    _, years, _ = _own_rates(tally, cells, _expected_before(tally, cells), days)
    return np.asarray(-np.expm1(-years * tally.horizon)).reshape(pairs, width)


def climatology(hits: Floats, windows: Floats, expected: Floats) -> Floats:
    """Share of past windows with an act, a few windows' worth of the expected chance added."""
    return np.asarray(np.clip((hits + _WINDOWS * expected) / (windows + _WINDOWS), 1e-4, 1 - 1e-4))


def read(tally: Tally, cells: Ints, pair_part: Tally | None = None, part_cells: Ints | None = None) -> Readings:
    """Read the signals of some cells.

    Args:
        tally: what was counted.
        pair_part, part_cells: where given, what the pairs themselves did is read off these cells of another tally;
            so a forecast can be asked without some of a pair's acts, all else held.
    """
    own, at = (tally, cells) if pair_part is None or part_cells is None else (pair_part, part_cells)
    board, width, horizon = tally.board, len(tally.board.slots), tally.horizon
    pair, slot = np.divmod(cells, width)
    own_pair = at // width
    days = float(max(tally.day - tally.start, 1))
    before = _expected_before(tally, cells)
    season, years, longest = _own_rates(own, at, before, days)
    usual = log_odds_of_rate(years, horizon)
    kind = tally.kind[slot]
    chance_long = -np.expm1(-longest * horizon)
    past = climatology(own.hits[at], tally.windows[pair], chance_long)
    since = np.log((tally.day - np.maximum(own.last[at], tally.start - 3653)) / 365.0 + 0.02)
    pairs = _against(own.pair[:, own_pair], PAIR, days)
    related = _against(own.quadrant[:, own_pair * 5 + board.quadrant[slot]], PAIR, days)
    mirrored = _mirrored(own, at)
    low, high = (
        _against(np.stack(pair_of), WIDE, days)
        for pair_of in zip(_sides(tally, cells, 0), _sides(tally, cells, 1), strict=True)
    )
    tempo = _against(tally.total[:, kind * 2 + board.star[pair]], WIDE, days)
    chance = -np.expm1(-years * horizon)
    same_weeks, by_kind, count = own.season()
    _, all_by_kind, _ = tally.season() if own is not tally else (same_weeks, by_kind, count)
    values = np.stack(
        [
            usual,
            log_odds_of_rate(season, horizon) - usual,
            np.log(past / (1 - past)) - log_odds_of_rate(longest, horizon),
            since,
            (own.last[at] >= tally.day - horizon).astype(np.float64),
            pairs,
            related,
            mirrored,
            np.where(board.star[pair], 0.0, low - tempo),
            np.where(board.star[pair], 0.0, high - tempo),
            _region(tally, cells, before),
            tempo,
            np.log((same_weeks[at] + 2.0) / (count * chance + 2.0)),
            _season_of_kind(tally, all_by_kind, count)[kind],
            tally.planned()[cells],
            _following(tally, own, at),
        ],
        axis=1,
    )  # fmt: skip
    return Readings(np.clip(values, -12.0, 12.0), past, years, own.own[1, at])


def _against(counts: Floats, half_lives: tuple[float, float], days: float) -> Floats:
    """Log of a recent rate against the usual one, drawn towards no difference where acts are few."""
    recent, usual = exposure(half_lives[0], days), exposure(half_lives[1], days)
    rate = (counts[1] + 0.2) / usual
    return np.asarray(np.log((counts[0] + _SHRINK) / (recent + _SHRINK / rate)) - np.log(rate))


def _mirrored(own: Tally, at: Ints) -> Floats:
    """Faded count of the same act the other way round; none for mutual acts, whose cell it is itself."""
    slot = at % len(own.board.slots)
    other = np.array(
        [
            next((j for j, two in enumerate(own.board.slots) if two.kind == one.kind and two.turned != one.turned), i)
            for i, one in enumerate(own.board.slots)
        ],
        dtype=np.int64,
    )
    return np.where(own.mutual[slot], 0.0, np.log1p(own.own[0, at - slot + other[slot]]))


def _region(tally: Tally, cells: Ints, before: Floats) -> Floats:
    """Log of the rate of the kind between pairs of the same two regions, against what was expected of the pair."""
    board, width = tally.board, len(tally.board.slots)
    pair, slot = np.divmod(cells, width)
    days = float(max(tally.day - tally.start, 1))
    by_pair = tally.own[1].reshape(-1, width)
    groups = board.regions * 2 + board.star
    met = tally.seen().astype(np.float64)
    size = int(groups.max()) + 1 if len(groups) else 1
    members = np.bincount(groups, met, minlength=size)
    sums = np.stack([np.bincount(groups, by_pair[:, column], minlength=size) for column in range(width)], axis=1)
    own = by_pair[pair, slot]
    rate = (sums[groups[pair], slot] - own) / exposure(WIDE[1], days)
    count = np.maximum(members[groups[pair]] - 1, 0.0)
    return np.asarray(np.log((rate + 3 * before) / (count + 3.0)) - np.log(before))


def _season_of_kind(tally: Tally, same_weeks: Floats, years: int) -> Floats:
    """Log of how many acts of each kind the same weeks of past years saw, against an even spread over the year."""
    if years == 0:
        return np.zeros(len(same_weeks))
    even = tally.yearly(years) * min(1.0, tally.horizon / 365.2425)
    return np.asarray(np.log((same_weeks + 5.0) / (even + 5.0)))


def _following(tally: Tally, own: Tally, at: Ints) -> Floats:
    """Sum over a pair's recent acts of how much oftener than usual the asked one follows on such, in logs."""
    width = len(own.board.slots)
    pair, slot = np.divmod(at, width)
    lift = np.log((tally.followed + 4.0) / (tally.awaited + 4.0))
    ages = own.age_classes()[pair]
    total = np.zeros(len(at))
    for number in range(ages.shape[1]):
        recent = ages[:, number] < len(AGES)
        rows = number * len(AGES) + np.minimum(ages[:, number], len(AGES) - 1)
        total += np.where(recent, lift[rows, slot], 0.0)
    return total

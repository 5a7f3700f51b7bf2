"""Forecasts of what comes between two sides, from a chronicle as it was known on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from summitry.errors import UsageError
from summitry.forecasting.arrays import Floats, Ints
from summitry.forecasting.backtesting import BLOCKS, Backtest, backtest
from summitry.forecasting.board import board_of
from summitry.forecasting.chronicle import ANYONE, Chronicle
from summitry.forecasting.kinds import Kind
from summitry.forecasting.recalibrating import recalibrate
from summitry.forecasting.rolling import origins_until, roll
from summitry.forecasting.scoring import Scores
from summitry.forecasting.shrinking import chance_of

__all__ = ["HORIZONS", "Asked", "Forecast", "Forecaster", "Reason"]

HORIZONS = (7, 365)
"""Shortest and longest horizon, in days."""
_WIDTH = 1.2816
"""Standard deviations to either side that hold 80 of 100 (normal distribution)."""
_FEW = 30


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: will the first do this to (or with) the second within some days?

    Args:
        first, second: sides; the second may be `ANYONE`.
        kind: the act.
        as_of: the day on which it is asked, the first of the window.
        horizon: length of the window in days.
    """

    first: str
    second: str
    kind: Kind
    as_of: date
    horizon: int

    @property
    def due(self) -> date:
        """The last day of the window."""
        return self.as_of + timedelta(days=self.horizon - 1)


@dataclass(frozen=True, slots=True)
class Reason:
    """Past acts of one day and what they add.

    Args:
        ids: of the acts. day: when. words: what happened.
        without: the odds had they not happened, all else held.
    """

    ids: tuple[str, ...]
    day: date
    words: str
    without: float


@dataclass(frozen=True, slots=True)
class Forecast:
    """Odds and what they rest on.

    Args:
        asked: the question.
        known_until: last day of which the source told, whatever of it was used.
        basis: whether the two were ever recorded together; without that there are no odds.
        probability: that at least one such act falls within the window, `None` without a basis.
        low, high: bounds between which the odds lie with 80 of 100.
        base_rate: share of past windows with one, drawn a little towards the kind's rate.
        hits, windows: how many past windows had one, of how many since the two were first recorded together.
        reasons: the acts that raise the odds most, the strongest first.
        without_all: the odds had none of these happened, all else held.
        patterns: what has been usual, in words.
        track: scores of such forecasts in a quick backtest, `None` where none could be resolved.
        of_kind: whether `track` is of this kind of act, or of all kinds where this one is rare.
    """

    asked: Asked
    known_until: date
    basis: bool
    probability: float | None
    low: float | None
    high: float | None
    base_rate: float | None
    hits: int = 0
    windows: int = 0
    reasons: tuple[Reason, ...] = ()
    without_all: float | None = None
    patterns: tuple[str, ...] = ()
    track: Scores | None = None
    of_kind: bool = True

    @property
    def evidence_span(self) -> float:
        """Width of the bounds in log odds: the less is known, the wider."""
        if self.low is None or self.high is None:
            return float("inf")
        return float(np.log(self.high / (1 - self.high)) - np.log(self.low / (1 - self.low)))

    @property
    def verdict(self) -> str:
        """In words, whether such forecasts have been better than the base rate."""
        if self.track is None:
            return "no such forecast could be tested yet: take the base rate"
        if not self.track.skilled:
            return "no skill: such forecasts have been no better than the base rate, which serves as well"
        if self.track.skill < 2 * self.track.error_of_skill:
            return "little skill: such forecasts have been better than the base rate by less than chance can do"
        return "such forecasts have been better than the base rate"


class Forecaster:
    """Answers questions about a chronicle as it was known on a day, all for one horizon.

    Args:
        chronicle: what happened; nothing that was known only from `as_of` on is looked at.
        as_of: the first day of the window.
        horizon: days, 7 to 365.
        kinds: kinds that may be asked for, besides the categories of the chronicle.
        blocks: how often the backtest fits anew.

    Raises:
        UsageError: the horizon is out of bounds, or nothing happened before the day.
    """

    def __init__(
        self, chronicle: Chronicle, as_of: date, horizon: int, kinds: Sequence[Kind] = (), blocks: int = BLOCKS
    ) -> None:
        low, high = HORIZONS
        if not low <= horizon <= high:
            raise UsageError(f"a horizon of {horizon} days is out of reach; give one from {low} to {high} days")
        self.as_of, self.horizon, self.day = as_of, horizon, as_of.toordinal()
        self.past = chronicle.before(self.day)
        self.known_until = date.fromordinal(max(chronicle.last_day, 1))
        if not len(self.past.rows):
            raise UsageError(f"nothing is known before {as_of.isoformat()}: give a later day")
        if self.day - self.past.first_day < 4 * horizon or not origins_until(self.past.first_day, self.day, horizon):
            raise UsageError(
                f"the record begins on {date.fromordinal(self.past.first_day).isoformat()}, too short a time before "
                f"{as_of.isoformat()} to learn what {horizon} days bring; ask for fewer days"
            )
        told = sorted({self.past.types[number] for number in np.unique(self.past.rows.type).tolist()})
        self.kinds = tuple(dict.fromkeys([*(Kind(name) for name in told), *kinds]))
        self.board = board_of(self.past, self.kinds)
        self.rolled = roll(self.board, horizon, self.past.first_day, self.day, kinds)
        self.tally = self.rolled.tally
        self.fitted = recalibrate(
            self.rolled.sample, self.tally.kind, self.kinds, self.day, horizon, self.past.first_day, self.rolled.step
        )
        self._blocks = blocks
        self._backtest: Backtest | None = None

    @property
    def backtest(self) -> Backtest:
        """How the odds of this record and horizon have done; made when first asked for."""
        if self._backtest is None:
            self._backtest = backtest(self.rolled, self.day, self._blocks)
        return self._backtest

    def ask(self, first: str, second: str, kind: Kind, why: bool = True) -> Forecast:
        """Answer one question.

        Args:
            first, second: sides. kind: one of those given or told.
            why: whether to look for reasons and test such forecasts too.

        Raises:
            UsageError: nothing of the kind was told before the day, and it was not among those given.
        """
        if kind not in self.kinds:
            raise UsageError(f"the record tells of no {kind.text} before {self.as_of.isoformat()}")
        asked = Asked(first, second, kind, self.as_of, self.horizon)
        cell = self.cell(first, second, kind)
        if cell is None:
            return Forecast(asked, self.known_until, False, None, None, None, None)
        forecast = self._odds(asked, cell)
        return self._explained(forecast, cell) if why else forecast

    def outlook(self, first: str, second: str) -> list[Forecast]:
        """What is to be expected between two sides, the likeliest first; nothing where there is no basis.

        Kinds that never happened between them are left out.
        """
        found = []
        for kind in self.kinds:
            ways = ((first, second),) if kind.mutual or second == ANYONE else ((first, second), (second, first))
            for one, other in ways:
                cell = self.cell(one, other, kind)
                if cell is not None and self.tally.last[cell] > 0:
                    found.append(self._odds(Asked(one, other, kind, self.as_of, self.horizon), cell))
        return sorted(found, key=lambda f: (-(f.probability or 0.0), f.asked.kind, f.asked.first))

    def partners(self, actor: str, kind: Kind) -> list[Forecast]:
        """With whom, or to whom, an actor is likeliest to do something: every side it was ever recorded with."""
        known = [side for side in self.past.sides if side not in (actor, ANYONE)]
        found = [f for side in known if (f := self.ask(actor, side, kind, why=False)).basis]
        return sorted(found, key=lambda f: (-(f.probability or 0.0), f.asked.second))

    def cell(self, first: str, second: str, kind: Kind) -> int | None:
        """The cell of a question, `None` where the two were never recorded together before the day."""
        one, other = self.past.number_of(first), self.past.number_of(second)
        pair = None if one is None or other is None else self.board.pair_of(one, other)
        if pair is None or one is None or other is None or not bool(self.tally.seen()[pair]):
            return None
        return pair * len(self.board.slots) + self.board.slots_between(one, other, kind)

    def scores(self, values: Floats, kinds: Ints) -> Floats:
        """Log odds of some readings, set right by how past odds have held."""
        intercept, slope = self.backtest.held
        return np.asarray(intercept + slope * self.fitted.scores(values, kinds))

    def _odds(self, asked: Asked, cell: int) -> Forecast:
        from summitry.forecasting.readings import read

        cells = np.array([cell], dtype=np.int64)
        readings = read(self.tally, cells)
        kinds = np.array([self.kinds.index(asked.kind)], dtype=np.int64)
        score = self.scores(readings.values, kinds)
        spread = self.backtest.held[1] * self.fitted.spread(readings.values, kinds, readings.evidence)
        odds = [float(chance_of(score + z * spread)[0]) for z in (0.0, -_WIDTH, _WIDTH)]
        pair = cell // len(self.board.slots)
        return Forecast(
            asked, self.known_until, True, odds[0], odds[1], odds[2], float(readings.climatology[0]),
            int(self.tally.hits[cell]), int(self.tally.windows[pair]),
        )  # fmt: skip

    def _explained(self, forecast: Forecast, cell: int) -> Forecast:
        from summitry.forecasting.habits import habits
        from summitry.forecasting.reasons import reasons

        track, of_kind = self.track(forecast.asked.kind)
        named, without_all = reasons(self, forecast, cell)
        return replace(
            forecast,
            reasons=named,
            without_all=without_all,
            patterns=habits(self, forecast, cell),
            track=track,
            of_kind=of_kind,
        )

    def track(self, kind: Kind) -> tuple[Scores | None, bool]:
        """How forecasts of a kind have done; of all kinds where this one has too few."""
        own = self.backtest.scores(kind)
        if own is not None and own.count >= _FEW and own.happened > 0:
            return own, True
        return self.backtest.scores(), False

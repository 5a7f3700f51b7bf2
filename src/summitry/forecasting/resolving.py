"""What became of sealed forecasts, and how good they were."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from summitry.forecasting.board import matching
from summitry.forecasting.chronicle import Chronicle
from summitry.forecasting.kinds import Kind
from summitry.forecasting.scoring import Scores, score_odds
from summitry.forecasting.sealing import SealedForecast
from summitry.incidents import LEVELS

__all__ = ["Resolved", "resolve", "score_resolved"]


@dataclass(frozen=True, slots=True)
class Resolved:
    """A sealed forecast and what became of it.

    Args:
        forecast: as sealed.
        outcome: whether such an act fell into the window; `None` while the record does not reach its end.
        ids: the acts that decide.
    """

    forecast: SealedForecast
    outcome: bool | None
    ids: tuple[str, ...]

    @property
    def squared_error(self) -> float | None:
        """Its Brier score."""
        return None if self.outcome is None else (self.forecast.probability - self.outcome) ** 2


def resolve(chronicle: Chronicle, forecast: SealedForecast) -> Resolved:
    """Hold a sealed forecast against what happened. An act decides it even before its window is over."""
    kind = Kind(forecast.type, forecast.mode, next((level for level in LEVELS if level == forecast.level), None))
    rows = chronicle.between(forecast.first_side, forecast.second_side)
    first, last = (date.fromisoformat(day).toordinal() for day in (forecast.as_of_date, forecast.due_date))
    right = matching(chronicle, rows, kind) & (rows.day >= first) & (rows.day <= last)
    if not kind.mutual:
        right &= rows.both | (rows.first == chronicle.number_of(forecast.first_side))
    ids = tuple(dict.fromkeys(chronicle.ids[number] for number in rows.act[right].tolist()))
    outcome = True if ids else False if chronicle.last_day > last else None
    return Resolved(forecast, outcome, ids)


def score_resolved(resolved: Sequence[Resolved]) -> Scores | None:
    """Score the forecasts whose outcome is known, the base rates shown beside them as reference; `None` without any."""
    known = [one for one in resolved if one.outcome is not None]
    chances = np.array([one.forecast.probability for one in known])
    usual = np.array([one.forecast.base_rate for one in known])
    return score_odds(chances, np.array([float(bool(one.outcome)) for one in known]), usual, usual)

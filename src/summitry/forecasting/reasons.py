"""Which past acts the odds rest on: each taken away in turn, all else held, and the odds asked again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from summitry.forecasting.chronicle import ANYONE
from summitry.forecasting.readings import read
from summitry.forecasting.rolling import origins_until
from summitry.forecasting.shrinking import chance_of
from summitry.forecasting.tally import Tally

if TYPE_CHECKING:
    from summitry.forecasting.outlook import Forecast, Forecaster, Reason

__all__ = ["reasons"]

_LOOKED_AT = 40
"""Of so many of the last days on which the two acted."""
_SHOWN = 5
_LEAST = 0.002
"""A day that adds less to the odds is not named."""


def reasons(forecaster: Forecaster, forecast: Forecast, cell: int) -> tuple[tuple[Reason, ...], float | None]:
    """The days whose acts raise the odds most, the strongest first, and the odds without all of them.

    A day is named only where the odds fall further as it is taken away after the stronger ones.
    """
    from summitry.forecasting.outlook import Reason

    board, probability = forecaster.board, forecast.probability
    pair = cell // len(board.slots)
    of_pair = np.flatnonzero((board.pairs == pair) & (board.pair_days < forecaster.day))
    days = np.unique(board.pair_days[of_pair])[-_LOOKED_AT:]
    if probability is None or not len(days):
        return (), None
    odds = odds_without(forecaster, cell, [[day] for day in days.tolist()])
    strongest = [i for i in np.argsort(odds, kind="stable").tolist() if probability - odds[i] >= _LEAST][:_SHOWN]
    if not strongest:
        return (), None
    named = [int(days[i]) for i in strongest]
    together = odds_without(forecaster, cell, [named[: number + 1] for number in range(len(named))])
    falls = [after < before for before, after in zip([probability, *together], together, strict=False)]
    count = falls.index(False) if False in falls else len(falls)
    found = [
        Reason(*_told(forecaster, forecast, day), without=float(odds[i]))
        for day, i in zip(named[:count], strongest, strict=False)
    ]
    return tuple(found), together[count - 1] if count else None


def odds_without(forecaster: Forecaster, cell: int, without: Sequence[Sequence[int]]) -> list[float]:
    """The odds of a cell had the two not acted on some days, for each set of days; weights and all others held."""
    board, width = forecaster.board, len(forecaster.board.slots)
    pair, slot = divmod(cell, width)
    cells = np.flatnonzero((board.cells // width == pair) & (board.days < forecaster.day))
    acts = np.flatnonzero((board.pairs == pair) & (board.pair_days < forecaster.day))
    copies = [
        (cells[~np.isin(board.days[cells], days)], acts[~np.isin(board.pair_days[acts], days)]) for days in without
    ]
    tally = Tally(board.part(pair, copies), forecaster.horizon, forecaster.tally.start)
    nothing = np.zeros((len(copies), width))
    for origin in origins_until(forecaster.tally.start, forecaster.day, forecaster.horizon):
        tally.advance(origin)
        tally.open_window(nothing)
    tally.advance(forecaster.day)
    at = np.arange(len(copies), dtype=np.int64) * width + slot
    same = np.full(len(copies), cell, dtype=np.int64)
    readings = read(forecaster.tally, same, tally, at)
    kinds = np.full(len(copies), forecaster.tally.kind[slot], dtype=np.int64)
    return [float(odds) for odds in chance_of(forecaster.scores(readings.values, kinds))]


def _told(forecaster: Forecaster, forecast: Forecast, day: int) -> tuple[tuple[str, ...], date, str]:
    """The ids of the acts between two sides on a day, the day, and what they were."""
    asked, past = forecast.asked, forecaster.past
    rows = past.between(asked.first, asked.second)
    rows = rows.take(np.flatnonzero(rows.day == day))
    ids = dict.fromkeys(past.ids[number] for number in rows.act.tolist() if past.ids[number])
    words: dict[str, None] = {}
    for one, other, both, type_, mode in zip(
        rows.first.tolist(),
        rows.second.tolist(),
        rows.both.tolist(),
        rows.type.tolist(),
        rows.mode.tolist(),
        strict=True,
    ):
        act = f"{past.types[type_]} {past.modes[mode]}".strip()
        if past.sides[other] == ANYONE:
            words[f"{act} by {past.sides[one]}"] = None
        else:
            words[f"{act}, {past.sides[one]} {'–' if both else '→'} {past.sides[other]}"] = None
    return tuple(ids), date.fromordinal(day), "; ".join(words)

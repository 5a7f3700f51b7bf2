"""What has been usual between two sides, in an analyst's words: rhythm, sequences, seasons, announcements."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from summitry.forecasting.arrays import Ints
from summitry.forecasting.board import matching
from summitry.forecasting.calendar import gatherings
from summitry.forecasting.chronicle import ANYONE, Columns

if TYPE_CHECKING:
    from summitry.forecasting.outlook import Asked, Forecast, Forecaster

__all__ = ["habits"]

_LAST = 5
_RECENT = 365
_YEARS = 10
_LEAST_FOLLOWED = 2


def habits(forecaster: Forecaster, forecast: Forecast, cell: int) -> tuple[str, ...]:
    """Return what has been usual, the most telling first."""
    asked = forecast.asked
    rows = forecaster.past.between(asked.first, asked.second)
    own = np.unique(rows.day[_is_asked(forecaster, rows, asked)])
    found = [*_announced(forecaster, cell), *_rhythm(forecaster, own), *_sequences(forecaster, asked, rows, own)]
    found += _season(forecaster, cell)
    if asked.kind.type == "CONSULT":
        found += gatherings(asked.as_of, asked.due)
    return tuple(found)


def _is_asked(forecaster: Forecaster, rows: Columns, asked: Asked) -> Ints:
    right = matching(forecaster.past, rows, asked.kind)
    first = forecaster.past.number_of(asked.first)
    return np.flatnonzero(right & (asked.kind.mutual | rows.both | (rows.first == first)))


def _announced(forecaster: Forecaster, cell: int) -> list[str]:
    board, day = forecaster.board, forecaster.day
    due = (board.plan_cells == cell) & (board.plan_known < day) & (board.plan_last >= day)
    due &= board.plan_first < day + forecaster.horizon
    spans = sorted(zip(board.plan_first[due].tolist(), board.plan_last[due].tolist(), strict=True))
    return [f"announced for {_span(first, last)}" for first, last in dict.fromkeys(spans)]


def _span(first: int, last: int) -> str:
    one, other = date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat()
    return one if one == other else f"{one} to {other}"


def _rhythm(forecaster: Forecaster, own: Ints) -> list[str]:
    if not len(own):
        return ["never recorded between them so far"]
    years = own[own >= forecaster.day - round(365.25 * _YEARS)]
    last = f"the last {forecaster.day - int(own[-1])} days before, on {date.fromordinal(int(own[-1])).isoformat()}"
    if len(years) < 3:
        return [f"on {len(years)} days of the {_YEARS} years before, {last}"]
    gap = int(np.median(np.diff(years)))
    return [f"on {len(years)} days of the {_YEARS} years before, {last}; half of the gaps are {gap} days or shorter"]


def _sequences(forecaster: Forecaster, asked: Asked, rows: Columns, own: Ints) -> list[str]:
    """How often the act followed within the horizon on the last contacts of each kind that is recent."""
    past = forecaster.past
    pair = f"{asked.first}–{asked.second} contacts" if asked.second != ANYONE else f"acts of {asked.first}"
    by = f"by {asked.first}" if asked.second == ANYONE else "between them"
    groups = {pair: np.unique(rows.day)}
    for number in np.unique(rows.type).tolist():
        groups[f"acts of {past.types[number]} {by}"] = np.unique(rows.day[rows.type == number])
    found: list[tuple[float, str]] = []
    for name, days in groups.items():
        over = days[days + asked.horizon < forecaster.day][-_LAST:]
        if len(over) < _LAST or forecaster.day - int(days[-1]) > _RECENT:
            continue
        followed = sum(1 for day in over.tolist() if ((own > day) & (own <= day + asked.horizon)).any())
        text = f"within {asked.horizon} days of {followed} of the last {len(over)} {name}"
        if followed >= _LEAST_FOLLOWED or name == pair:
            found.append((-followed / len(over), text))
    verb = "met" if asked.kind.type == "CONSULT" and asked.second != ANYONE else asked.kind.text
    return [f"{verb} {text}" for _, text in sorted(found)[:3]]


def _season(forecaster: Forecaster, cell: int) -> list[str]:
    by_cell, _, years = forecaster.tally.season()
    count = int(by_cell[cell])
    return [f"in the same weeks of {count} of the last {years} years"] if count >= 2 else []

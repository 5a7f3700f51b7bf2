"""What comes next: odds with what they rest on, and how such odds have done. Nothing is filed by looking."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from summitry.errors import UsageError
from summitry.forecasting.outlook import Forecast, Reason
from summitry.forecasting.told import days_untold, forecast_dict
from summitry.incidents import LEVELS
from summitry.model import EventType, Incident
from summitry.record import Record
from summitry.web.desk import Desk
from summitry.web.foreseeing import Foreseen, act_address, foreseen, sides_text
from summitry.web.links import with_query
from summitry.web.outlooks import Outlook
from summitry.web.tables import Table
from summitry.web.view import Asked, View
from summitry.web.views.shared import nearly

__all__ = ["await_forecast", "forecast_page"]

_MOST, _FEW, _RARE = 60, 10, 0.01
"""Rows of a list of what is likeliest: at the most, and at the least where the others are rare."""


@dataclass(frozen=True, slots=True)
class Driver:
    """Past acts of one day that raise the odds, as the incidents of the record that tell them."""

    reason: Reason
    incidents: Sequence[Incident]


@dataclass(frozen=True, slots=True)
class Told:
    """A forecast with what a page says of it.

    Args:
        forecast: the forecast.
        sides: who with whom, in words.
        link: address of the page on it alone.
        drivers: what it rests on.
        untold: days before it that nobody recorded.
    """

    forecast: Forecast
    sides: str
    link: str
    drivers: Sequence[Driver] = ()
    untold: int = 0


def await_forecast(desk: Desk, asked: Asked, seconds: float) -> None:
    """Have the question of the address answered, and wait so many seconds for that."""
    question = foreseen(asked).question
    if question is not None:
        desk.outlooks.get(question, seconds)


def forecast_page(desk: Desk, record: Record, asked: Asked) -> View:
    """Return the answer to the question of the address, or that it is being worked out, under the form that asks."""
    asks = foreseen(asked)
    named = {"a": asks.question.first, "b": asks.question.second} if asks.question else {}
    near = nearly(record, named)
    outlook = None
    if asks.question is not None and not near:
        outlook = desk.outlooks.get(asks.question)
    state = "asked" if asks.question is None or near else "working" if outlook is None else "done"
    shown = outlook or Outlook()
    single = bool(asks.question and asks.question.type and not asks.question.who)
    listed = [one for n, one in enumerate(shown.forecasts[:_MOST]) if n < _FEW or (one.probability or 0.0) >= _RARE]
    context = {
        "asks": asks,
        "state": state,
        "outlook": shown,
        "told": [_told(record, asks, one) for one in listed],
        "more": len(shown.forecasts) - len(listed),
        "single": single,
        "nearly": near,
        "types": get_args(EventType),
        "levels": LEVELS,
        "look": with_query("/forecast", asks.values),
        "state_address": with_query("/forecast/state", asks.values),
        "csv": with_query("/forecast.csv", asks.values),
        "json": with_query("/forecast.json", asks.values),
    }
    data = {
        "state": state,
        "items": [forecast_dict(one) for one in shown.forecasts],
        "why_not": shown.why_not,
        "wrong": dict(asks.wrong),
        "did_you_mean": near,
    }
    return View("forecast.html", context, data, _table(shown.forecasts))


def _told(record: Record, asks: Foreseen, forecast: Forecast) -> Told:
    drivers = [Driver(reason, _incidents(record, reason.ids)) for reason in forecast.reasons]
    asked = forecast.asked
    sides = sides_text(asked.first, asked.second, asked.kind.mutual)
    return Told(forecast, sides, _link(asks, forecast), drivers, days_untold(forecast))


def _link(asks: Foreseen, forecast: Forecast) -> str:
    asked, given = forecast.asked, asks.values
    return act_address(
        asked.first, asked.second, asked.kind.type, asked.kind.mode, asked.kind.level or "", given.get("horizon", ""),
        given.get("as_of", ""),
    )  # fmt: skip


def _incidents(record: Record, ids: Iterable[str]) -> list[Incident]:
    """Return the incidents that are still in the record: an answer may be of a moment ago."""
    found = []
    for name in ids:
        try:
            found.append(record.incident(name))
        except UsageError:
            continue
    return found


def _table(forecasts: Sequence[Forecast]) -> Table:
    columns = (
        "first", "second", "type", "mode", "level", "start", "end", "probability", "low", "high", "base_rate",
        "windows", "windows_with_one",
    )  # fmt: skip
    told = (forecast_dict(one) for one in forecasts)
    rows = (["" if row[name] is None else str(row[name]) for name in columns] for row in told)
    return Table("forecasts", columns, rows)

"""The forecasts that were filed: each with what became of it, and how good they were."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from summitry.forecasting.resolving import Resolved
from summitry.forecasting.sealing import SealedForecast, broken_seals
from summitry.forecasting.told import resolved_dict, scored_texts
from summitry.model import MUTUAL
from summitry.record import Record
from summitry.web.desk import Desk
from summitry.web.foreseeing import act_address, sides_text
from summitry.web.outlooks import FILED
from summitry.web.tables import Table
from summitry.web.view import Asked, View

__all__ = ["await_filed", "forecasts_page"]

_COLUMNS = (
    "forecast_id", "made_at", "as_of_date", "due_date", "first_side", "second_side", "type", "mode", "level",
    "probability", "low", "high", "base_rate", "ahead", "outcome",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Filed:
    """A filed forecast in the list.

    Args:
        resolved: the forecast and what became of it.
        act: what was asked, in words.
        sides: who with whom.
        link: address of the page on the same question.
    """

    resolved: Resolved
    act: str
    sides: str
    link: str


def await_filed(desk: Desk, asked: Asked, seconds: float) -> None:
    """Have the filed forecasts held against what happened, and wait so many seconds for that."""
    desk.outlooks.get(FILED, seconds)


def forecasts_page(desk: Desk, record: Record, asked: Asked) -> View:
    """Return what was filed, the latest first."""
    outlook = desk.outlooks.get(FILED)
    found = outlook.filed if outlook else ()
    context = {
        "state": "done" if outlook else "working",
        "why_not": outlook.why_not if outlook else "",
        "filed": [_filed(one) for one in reversed(found)],
        "scored": list(scored_texts(found)),
        "broken": list(broken_seals([one.forecast for one in found])),
        "done": asked.text("done"),
    }
    items = [resolved_dict(one) for one in found]
    return View("forecasts.html", context, {"state": context["state"], "items": items}, _table(items))


def _filed(resolved: Resolved) -> Filed:
    told = resolved.forecast
    act = f"{told.type} {told.mode}".strip() + (f" at {told.level} level" if told.level else "")
    return Filed(resolved, act, sides_text(told.first_side, told.second_side, told.type in MUTUAL), _link(told))


def _link(told: SealedForecast) -> str:
    days = (date.fromisoformat(told.due_date) - date.fromisoformat(told.as_of_date)).days + 1
    return act_address(told.first_side, told.second_side, told.type, told.mode, told.level, f"{days}d", told.as_of_date)


def _table(items: Iterable[dict[str, object]]) -> Table:
    rows = (["" if row[name] is None else str(row[name]) for name in _COLUMNS] for row in items)
    return Table("filed-forecasts", _COLUMNS, rows)

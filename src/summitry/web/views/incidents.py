"""Incidents that match what the address asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import get_args

from summitry.incidents import INCIDENT_COLUMNS, LEVELS, incident_cells
from summitry.model import EventType, Status
from summitry.record import Record
from summitry.record.browsing import Found, Outline, find_page, read_page
from summitry.web.asking import HowMany
from summitry.web.charts import by_year
from summitry.web.desk import Desk
from summitry.web.filters import Narrowing, narrowing
from summitry.web.links import address, with_query
from summitry.web.tables import Table
from summitry.web.view import Asked, View
from summitry.web.views.shared import nearly, pager

__all__ = ["incidents_page", "listing", "options_of_filters", "patience"]

_ALL = 1_000_000
_WAITS = 60.0


def incidents_page(desk: Desk, record: Record, asked: Asked) -> View:
    """Return a page of incidents."""
    asks = narrowing(asked)
    context, data, table = listing(desk, record, asked, asks, address("incidents"))
    named = {field: asks.values[field] for field in ("a", "b", "actor") if field in asks.values}
    return View("incidents.html", {**context, "nearly": nearly(record, named)}, data, table)


def listing(
    desk: Desk, record: Record, asked: Asked, asks: Narrowing, path: str
) -> tuple[dict[str, object], dict[str, object], Table]:
    """Return what a list of incidents shows, the same as values, and its rows to download."""
    rows = _ALL if asked.form == "csv" else asked.number("rows", desk.options.rows, 500)
    page = 1 if asked.form == "csv" else asked.number("page", 1)
    latest = asked.text("order") == "latest"
    known = _outline(desk, record, asked, asks, path)
    if known is None and not latest:
        found = Found(read_page(record, asks.asked, rows, (page - 1) * rows), 0)
    else:
        found = find_page(
            record, asks.asked, rows, (page - 1) * rows, latest=latest, total=known.total if known else None
        )
    total = found.total if known or latest else None
    query = {**asks.values, "order": "latest" if latest else "", "rows": asked.text("rows")}
    pages = pager(path, query, page, rows, total, len(found.incidents))
    held_back = known.series if known and asks.asked.series is False else 0
    context: dict[str, object] = {
        "incidents": found.incidents,
        "pager": pages,
        "asks": asks,
        "latest": latest,
        "turned": with_query(path, {**query, "order": "" if latest else "latest"}),
        "with_series": with_query(path, {**query, "series": True}) if held_back else "",
        "held_back": held_back,
        "here_again": with_query(path, {**query, "page": page if page > 1 else ""}),
        "csv": with_query(f"{path}.csv", query),
        "json": with_query(f"{path}.json", {**query, "page": page if page > 1 else ""}),
        **options_of_filters(),
    }
    context["years"] = years = known.years if known else ()
    context["chart"] = by_year(years, _year_link(path, asks.values))
    context["counting"] = known is None
    data = {**pages.to_dict(), "rule": asks.rule(), "wrong": dict(asks.wrong), "items": found.incidents.to_dicts()}
    return context, data, Table("incidents", INCIDENT_COLUMNS, map(incident_cells, found.incidents))


def _outline(desk: Desk, record: Record, asked: Asked, asks: Narrowing, path: str) -> Outline | None:
    """Return how many there are; of a list that nothing narrows, what the tallies say where it is still counted."""
    known = desk.ask(record, HowMany(asks.asked), patience(desk, asked))
    tallies = desk.tallies() if known is None and not asks.any and path == "/incidents" else None
    return Outline(tallies.by_year, tallies.series) if tallies else known


def patience(desk: Desk, asked: Asked) -> float:
    """Return how many seconds a page waits for what is worked out beside it: a program is told all."""
    return desk.options.moment_seconds if asked.form == "html" and not desk.options.static else _WAITS


def _year_link(path: str, values: Mapping[str, str]) -> Callable[[str], str]:
    return lambda year: with_query(path, {**values, "since": year, "until": year})


def options_of_filters() -> dict[str, object]:
    """Return the words that the closed fields of the filter take."""
    return {"types": get_args(EventType), "statuses": get_args(Status), "levels": LEVELS}

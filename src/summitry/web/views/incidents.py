"""Incidents that match what the address asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import get_args

from summitry.incidents import INCIDENT_COLUMNS, LEVELS, incident_cells
from summitry.model import EventType, Status
from summitry.record import Record
from summitry.record.browsing import Found, TypeYear, find_page, per_year
from summitry.web.charts import by_year
from summitry.web.desk import Desk
from summitry.web.filters import Narrowing, narrowing
from summitry.web.links import address, with_query
from summitry.web.tables import Table
from summitry.web.view import Asked, View
from summitry.web.views.shared import nearly, pager

__all__ = ["incidents_page", "listing", "options_of_filters"]

_ALL = 1_000_000


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
    whole = asks.any or path != "/incidents"
    found = find_page(record, asks.asked, rows, (page - 1) * rows, latest=latest, whole=whole)
    query = {**asks.values, "order": "latest" if latest else "", "rows": asked.text("rows")}
    pages = pager(path, query, page, rows, found.total)
    held_back = 0
    if asks.asked.series is False and asked.form != "csv" and whole:
        held_back = record.count_incidents(asks.asked, series=True)
    context: dict[str, object] = {
        "incidents": found.incidents,
        "pager": pages,
        "asks": asks,
        "latest": latest,
        "turned": with_query(path, {**query, "order": "" if latest else "latest"}),
        "with_series": with_query(path, {**query, "series": True}) if held_back else "",
        "held_back": held_back,
        "csv": with_query(f"{path}.csv", query),
        "json": with_query(f"{path}.json", {**query, "page": page if page > 1 else ""}),
        **options_of_filters(),
    }
    if asked.form == "html":
        context["years"] = years = _years(desk, record, found, whole)
        context["chart"] = by_year(years, _year_link(path, asks.values))
    data = {**pages.to_dict(), "rule": asks.rule(), "wrong": dict(asks.wrong), "items": found.incidents.to_dicts()}
    return context, data, Table("incidents", INCIDENT_COLUMNS, map(incident_cells, found.incidents))


def _years(desk: Desk, record: Record, found: Found, whole: bool) -> Sequence[TypeYear]:
    """Return what was found by year; of a list that nothing narrows, what the tallies say."""
    if whole:
        return per_year(record, found.numbers)
    tallies = desk.tallies()
    return tallies.by_year if tallies else ()


def _year_link(path: str, values: Mapping[str, str]) -> Callable[[str], str]:
    return lambda year: with_query(path, {**values, "since": year, "until": year})


def options_of_filters() -> dict[str, object]:
    """Return the words that the closed fields of the filter take."""
    return {"types": get_args(EventType), "statuses": get_args(Status), "levels": LEVELS}

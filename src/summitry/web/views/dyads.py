"""Dyads: the most active, and one with its course over time and its incidents, beside another where asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import cast

from summitry.record import IncidentFilter, Record
from summitry.record.browsing import TypeYear
from summitry.web.asking import HowMany
from summitry.web.charts import Chart, by_year
from summitry.web.desk import Desk
from summitry.web.drawing import can_draw
from summitry.web.filters import narrowing
from summitry.web.links import address, with_query
from summitry.web.tables import Table
from summitry.web.view import Asked, NotFoundError, View
from summitry.web.views.incidents import listing, patience
from summitry.web.words import state_name

__all__ = ["dyad_page", "dyads_page"]


_YEARS = 4
"""Years below which the course of a relation is not drawn."""


def dyads_page(desk: Desk, record: Record, asked: Asked) -> View:
    """Return the most active pairs of states."""
    tallies = desk.tallies()
    dyads = tallies.dyads if tallies else ()
    rows = ((d.one, state_name(d.one), d.other, state_name(d.other), str(d.count), d.last) for d in dyads)
    table = Table("dyads", ("one", "one_name", "other", "other_name", "incidents", "last"), rows)
    context = {"dyads": dyads, "counting": tallies is None, "csv": "/dyads.csv"}
    return View("dyads.html", context, {"items": [asdict(d) for d in dyads]}, table)


def dyad_page(desk: Desk, record: Record, asked: Asked) -> View:
    """Return one dyad; `beside=A/B` in the query sets another next to it.

    Raises:
        NotFoundError: the record holds nothing between the two, and narrowing is not why.
    """
    one, other = asked.parts["one"], asked.parts["other"]
    asks = narrowing(asked, a=one, b=other)
    path = address("dyads", one, other)
    context, data, table = listing(desk, record, asked, asks, path)
    if data["total"] == 0 and not record.count_incidents(IncidentFilter(between=(one, other), rejected=True)):
        raise NotFoundError("dyad")
    beside = _beside(desk, record, asked, asks.values)
    context |= {
        "one": one,
        "other": other,
        "counts": _counts(cast("Iterable[TypeYear]", context.get("years", ()))),
        "beside": beside,
        "turned_round": address("dyads", other, one),
        "drawn": _drawn(one, other, context.get("chart")),
        "beside_given": asked.text("beside"),
    }
    data |= {"dyad": [one, other], "beside": beside["names"] if beside else []}
    return View("dyad.html", context, data, table)


def _counts(years: Iterable[TypeYear]) -> list[tuple[str, int]]:
    """Return the categories with their numbers of incidents, most first."""
    counts: Counter[str] = Counter()
    for row in years:
        counts[row.type] += row.count
    return counts.most_common()


def _beside(desk: Desk, record: Record, asked: Asked, values: Mapping[str, str]) -> dict[str, object] | None:
    """Return another dyad over the same time and under the same filters."""
    names = [part.strip() for part in asked.text("beside").split("/") if part.strip()]
    if len(names) != 2:
        return None
    asks = narrowing(asked, a=names[0], b=names[1])
    found = desk.ask(record, HowMany(asks.asked), patience(desk, asked))
    path = address("dyads", *names)
    chart: Chart = by_year(
        found.years if found else (), lambda year: with_query(path, {**values, "since": year, "until": year})
    )
    return {"names": names, "chart": chart, "total": found.total if found else None, "path": with_query(path, values)}


def _drawn(one: str, other: str, chart: object) -> dict[str, str]:
    """Return the addresses of the course of the relation as a drawing, none where it is short or nothing can draw."""
    if not can_draw() or not isinstance(chart, Chart) or len(chart.bars) < _YEARS:
        return {}
    return {form: f"{address('plots', 'dyad', one, other)}.{form}" for form in ("svg", "png", "json", "csv")}

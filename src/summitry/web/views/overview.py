"""The overview: what the record holds, and what needs a person's eye."""

from __future__ import annotations

from dataclasses import asdict

from summitry.record import Record
from summitry.record.browsing import QUEUES, Tallies, latest_incidents
from summitry.web.charts import by_year
from summitry.web.desk import Desk
from summitry.web.links import address
from summitry.web.view import Asked, View

__all__ = ["overview_page"]

_DYADS = 12
_ACTORS = 12
_LATEST = 6


def overview_page(desk: Desk, record: Record, asked: Asked) -> View:
    """Return the overview; without tallies where a large record is still being counted."""
    tallies = desk.tallies()
    latest = latest_incidents(record, _LATEST)
    context = {
        "tallies": tallies,
        "chart": by_year(tallies.by_year, _year) if tallies else None,
        "dyads": tallies.dyads[:_DYADS] if tallies else (),
        "actors": [a for a in tallies.actors if a.kind != "state"][:_ACTORS] if tallies else (),
        "latest": latest,
        "queues": _queues(tallies) if tallies else (),
    }
    data = asdict(tallies) if tallies else {"counting": True}
    return View("overview.html", context, data)


def _year(year: str) -> str:
    return address("incidents", since=year, until=year)


def _queues(tallies: Tallies) -> list[tuple[str, str, str, int]]:
    counts = {"conflicts": tallies.conflicts, "low": tallies.low, "unresolved": tallies.unresolved}
    return [(queue.name, queue.title, queue.why, counts[queue.name]) for queue in QUEUES.values()]

"""What people decided, the latest first, each with who, when and why, and with the way to take it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summitry.model import Correction
from summitry.record import Record
from summitry.record.browsing import incident_at, standing
from summitry.record.correction_rows import correction_to_json
from summitry.web.desk import Desk
from summitry.web.links import address, with_query
from summitry.web.tables import Table
from summitry.web.view import Asked, View
from summitry.web.views.shared import pager

__all__ = ["corrections_page", "incident_of"]

_ALL = 1_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """A correction in the list."""

    correction: Correction
    stands: bool
    incident: str


def corrections_page(desk: Desk, record: Record, asked: Asked) -> View:
    """Return a page of corrections; what was added by hand only where asked, since a chronology is nothing else."""
    made = list(record.corrections)
    stands = standing(made)
    added = sum(1 for c in made if c.action == "add")
    wanted = [c for c in reversed(made) if asked.on("added") or c.action != "add"]
    rows = _ALL if asked.form == "csv" else desk.options.rows
    page = 1 if asked.form == "csv" else asked.number("page", 1)
    shown = wanted[(page - 1) * rows : page * rows]
    query = {"added": asked.on("added")}
    context = {
        "rows": [Row(c, c.id in stands, incident_of(record, c)) for c in shown] if asked.form == "html" else (),
        "pager": pager(address("corrections"), query, page, rows, len(wanted)),
        "added": added,
        "with_added": asked.on("added"),
        "csv": with_query("/corrections.csv", query),
        "done": next((c for c in made if c.id == asked.text("done")), None),
    }
    items = [correction_to_json(c) | {"stands": c.id in stands} for c in shown]
    columns = ("id", "made_at", "author", "action", "field", "value", "reason", "stands")
    table = Table("corrections", columns, ([*_cells(c), "yes" if c.id in stands else "no"] for c in shown))
    return View("corrections.html", context, {"total": len(wanted), "page": page, "items": items}, table)


def incident_of(record: Record, correction: Correction) -> str:
    """Return the id of the incident that a correction is about, `""` where there is none any more."""
    if correction.action == "add":
        return correction.id
    return next((found for group in correction.targets for a in group if (found := incident_at(record, a))), "")


def _cells(correction: Correction) -> Sequence[str]:
    change = correction.change
    field = str(change.get("field", ""))
    value = str(change.get("value", change.get("undoes", "")))
    return [correction.id, correction.made_at, correction.author, correction.action, field, value, correction.reason]

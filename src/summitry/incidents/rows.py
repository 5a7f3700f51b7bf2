"""Incidents as rows of text, the same columns wherever a table of them is written."""

from __future__ import annotations

from summitry.incidents.table import date_text, people
from summitry.model import Incident

__all__ = ["INCIDENT_COLUMNS", "incident_cells"]

INCIDENT_COLUMNS = (
    "date", "type", "mode", "who", "whom", "place", "status", "level", "count", "documents", "sources", "conflicts",
    "sentence", "id", "start", "end", "citations",
)  # fmt: skip
"""The columns of `summitry incidents --format csv` and of the desk's downloads."""


def incident_cells(incident: Incident) -> tuple[str, ...]:
    """Return an incident as the cells of `INCIDENT_COLUMNS`, not yet made safe for where they are written."""
    start, end = incident.interval.iso() if incident.interval else ("", "")
    return (
        date_text(incident.interval) or "undated",
        incident.type,
        incident.mode,
        people(incident.actors),
        people(incident.recipients),
        incident.place,
        incident.status,
        incident.level,
        str(incident.count),
        str(incident.documents),
        str(incident.sources),
        ", ".join(incident.conflicts),
        incident.sentence,
        incident.id,
        start,
        end,
        "; ".join(incident.citations),
    )

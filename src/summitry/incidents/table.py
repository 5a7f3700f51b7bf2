"""A table of incidents: iterate it, take part of it, turn it into a data frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, overload

from summitry.model import Incident, Interval, Participant

if TYPE_CHECKING:
    import polars

__all__ = ["IncidentTable", "date_text", "incident_dict", "incident_schema", "people"]

_SHOWN = 50


@dataclass(frozen=True, slots=True)
class IncidentTable(Sequence[Incident]):
    """Incidents in order of time, undated ones last."""

    incidents: tuple[Incident, ...]

    def __len__(self) -> int:
        return len(self.incidents)

    def __iter__(self) -> Iterator[Incident]:
        return iter(self.incidents)

    @overload
    def __getitem__(self, index: int) -> Incident: ...

    @overload
    def __getitem__(self, index: slice) -> IncidentTable: ...

    def __getitem__(self, index: int | slice) -> Incident | IncidentTable:
        return IncidentTable(self.incidents[index]) if isinstance(index, slice) else self.incidents[index]

    def to_dicts(self) -> list[dict[str, object]]:
        """Return one JSON object an incident, as `summitry incidents --format json` prints them."""
        return [incident_dict(incident) for incident in self.incidents]

    def to_polars(self) -> polars.DataFrame:
        """Return a Polars frame, one row an incident, with the columns of `incident_schema`."""
        import polars as pl

        return pl.DataFrame([_flat(incident) for incident in self.incidents], schema=incident_schema())

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{name}</th>" for name in _HTML_COLUMNS)
        rows = "".join(_html_row(incident) for incident in self.incidents[:_SHOWN])
        more = len(self.incidents) - _SHOWN
        note = f"<p>… and {more} more</p>" if more > 0 else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{note}"


_HTML_COLUMNS = ("date", "type", "who", "whom", "where", "status", "documents", "sentence")


def date_text(interval: Interval | None) -> str:
    """Return a date at its precision: `2018-03-25`, `2018-03`, `1960 – 1969`; `""` where unknown."""
    start, end = interval.iso() if interval else ("", "")
    return start if start == end else f"{start or '…'} – {end or '…'}"


def people(participants: Iterable[Participant]) -> str:
    """Return participants' names, parted by commas."""
    return ", ".join(p.name for p in participants)


def incident_dict(incident: Incident) -> dict[str, object]:
    """Return an incident as a JSON object, its events named by their ids."""
    start, end = incident.interval.iso() if incident.interval else ("", "")
    return {
        "id": incident.id,
        "type": incident.type,
        "mode": incident.mode,
        "actors": [_participant(p) for p in incident.actors],
        "recipients": [_participant(p) for p in incident.recipients],
        "start": start,
        "end": end,
        "precision": incident.interval.precision if incident.interval else "unknown",
        "place": incident.place,
        "status": incident.status,
        "level": incident.level,
        "count": incident.count,
        "contexts": list(incident.contexts),
        "score": round(incident.score, 4),
        "documents": incident.documents,
        "sources": incident.sources,
        "sentence": incident.sentence,
        "events": list(incident.event_ids),
        "citations": list(incident.citations),
        "conflicts": [
            {
                "field": c.field,
                "chosen": c.value,
                "rule": c.rule,
                "others": {a.value: list(a.event_ids) for a in c.alternatives},
            }
            for c in incident.choices
            if c.alternatives
        ],
        "choices": {c.field: c.rule for c in incident.choices},
        "history": [{"status": h.status, "reported": h.reported, "event": h.event_id} for h in incident.history],
        "corrections": list(incident.corrections),
    }


def _participant(participant: Participant) -> dict[str, str]:
    return {
        "actor_id": participant.actor_id,
        "name": participant.name,
        "state": participant.state,
        "office": participant.office,
        "kind": participant.kind,
    }


def _html_row(incident: Incident) -> str:
    cells = (
        date_text(incident.interval),
        f"{incident.type} {incident.mode}".strip(),
        people(incident.actors),
        people(incident.recipients),
        incident.place,
        incident.status,
        str(incident.documents or "by hand"),
        " ".join(incident.sentence.split()),
    )
    return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"


def _flat(incident: Incident) -> dict[str, object]:
    interval = incident.interval
    return {
        "id": incident.id,
        "start": interval.first if interval else None,
        "end": interval.last if interval else None,
        "precision": interval.precision if interval else "unknown",
        "type": incident.type,
        "mode": incident.mode,
        "status": incident.status,
        "level": incident.level,
        "place": incident.place,
        "who": [p.name for p in incident.actors],
        "whom": [p.name for p in incident.recipients],
        "who_states": [p.state for p in incident.actors],
        "whom_states": [p.state for p in incident.recipients],
        "who_ids": [p.actor_id for p in incident.actors],
        "whom_ids": [p.actor_id for p in incident.recipients],
        "count": incident.count,
        "contexts": list(incident.contexts),
        "score": incident.score,
        "documents": incident.documents,
        "sources": incident.sources,
        "conflicts": list(incident.conflicts),
        "corrected": bool(incident.corrections),
        "sentence": incident.sentence,
    }


def incident_schema() -> dict[str, polars.DataType | type[polars.DataType]]:
    """Return the columns of a frame of incidents, in order.

    `start` and `end` are the first and last possible day, null where unknown; columns of several values are lists;
    states are alpha-3 codes, `""` for one who belongs to none.
    """
    import polars as pl

    texts = ("id", "precision", "type", "mode", "status", "level", "place", "sentence")
    lists = ("who", "whom", "who_states", "whom_states", "who_ids", "whom_ids", "contexts", "conflicts")
    kinds: dict[str, polars.DataType | type[polars.DataType]] = {
        "start": pl.Date,
        "end": pl.Date,
        "score": pl.Float64,
        "corrected": pl.Boolean,
        **dict.fromkeys(("count", "documents", "sources"), pl.Int64),
        **dict.fromkeys(texts, pl.String),
        **dict.fromkeys(lists, pl.List(pl.String)),
    }
    return {name: kinds[name] for name in _COLUMNS}


_COLUMNS = (
    "id", "start", "end", "precision", "type", "mode", "status", "level", "place",
    "who", "whom", "who_states", "whom_states", "who_ids", "whom_ids",
    "count", "contexts", "score", "documents", "sources", "conflicts", "corrected", "sentence",
)  # fmt: skip

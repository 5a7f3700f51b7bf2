"""A table of events: iterate it, count it, turn it into a data frame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, overload

from summitry.model import Event
from summitry.record.values import RecordedEvent, names, one_line, published_text

if TYPE_CHECKING:
    import polars

__all__ = ["EventTable", "date_text"]

_SHOWN = 50


@dataclass(frozen=True, slots=True)
class EventTable(Sequence[RecordedEvent]):
    """Events in order of time, undated ones last."""

    events: tuple[RecordedEvent, ...]

    def __len__(self) -> int:
        return len(self.events)

    def __iter__(self) -> Iterator[RecordedEvent]:
        return iter(self.events)

    @overload
    def __getitem__(self, index: int) -> RecordedEvent: ...

    @overload
    def __getitem__(self, index: slice) -> EventTable: ...

    def __getitem__(self, index: int | slice) -> RecordedEvent | EventTable:
        return EventTable(self.events[index]) if isinstance(index, slice) else self.events[index]

    def to_dicts(self) -> list[dict[str, object]]:
        """Return one JSON object an event, as `summitry timeline --format json` prints them."""
        return [event.to_dict() for event in self.events]

    def to_polars(self) -> polars.DataFrame:
        """Return a Polars frame, one row an event.

        `start` and `end` are the first and last possible day, null where unknown; `who`, `whom`
        and their states are lists.
        """
        import polars as pl

        return pl.DataFrame([_flat(recorded) for recorded in self.events], schema=_polars_schema())

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{name}</th>" for name in _HTML_COLUMNS)
        rows = "".join(_html_row(recorded) for recorded in self.events[:_SHOWN])
        more = len(self.events) - _SHOWN
        note = f"<p>… and {more} more</p>" if more > 0 else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{note}"


_HTML_COLUMNS = ("date", "type", "who", "whom", "where", "status", "sentence", "document")


def date_text(event: Event) -> str:
    """Return an event's date at its precision: `2018-03-25`, `2018-03`, `1960 – 1969`; `""` where unknown."""
    start, end = event.interval.iso() if event.interval else ("", "")
    if start == end:
        return start
    return f"{start or '…'} – {end or '…'}"


def _html_row(recorded: RecordedEvent) -> str:
    event = recorded.event
    cells = (
        date_text(event),
        f"{event.type} {event.mode}".strip(),
        names(event.actors),
        names(event.recipients),
        event.place,
        event.status,
        one_line(event.evidence[0].readable),
        recorded.title or recorded.document_id,
    )
    return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"


def _flat(recorded: RecordedEvent) -> dict[str, object]:
    event, interval = recorded.event, recorded.event.interval
    first = event.evidence[0]
    return {
        "id": recorded.id,
        "start": interval.first if interval else None,
        "end": interval.last if interval else None,
        "precision": interval.precision if interval else "unknown",
        "type": event.type,
        "mode": event.mode,
        "who": [p.name for p in event.actors],
        "whom": [p.name for p in event.recipients],
        "who_states": [p.state for p in event.actors],
        "whom_states": [p.state for p in event.recipients],
        "place": event.place,
        "status": event.status,
        "according_to": event.according_to,
        "count": event.count,
        "contexts": list(event.contexts),
        "sentence": first.readable,
        "evidence": first.quote,
        "evidence_start": first.start,
        "evidence_end": first.end,
        "score": event.score,
        "coder": recorded.coder,
        "document": recorded.document_id,
        "title": recorded.title,
        "publisher": recorded.publisher,
        "published": published_text(recorded.published),
        "sources": len(recorded.addresses),
    }


def _polars_schema() -> dict[str, polars.DataType | type[polars.DataType]]:
    import polars as pl

    special: dict[str, polars.DataType | type[polars.DataType]] = {
        "start": pl.Date,
        "end": pl.Date,
        "score": pl.Float64,
        **dict.fromkeys(("count", "evidence_start", "evidence_end", "sources"), pl.Int64),
        **dict.fromkeys(("who", "whom", "who_states", "whom_states", "contexts"), pl.List(pl.String)),
    }
    return {name: special.get(name, pl.String) for name in _COLUMNS}


_COLUMNS = (
    "id",
    "start",
    "end",
    "precision",
    "type",
    "mode",
    "who",
    "whom",
    "who_states",
    "whom_states",
    "place",
    "status",
    "according_to",
    "count",
    "contexts",
    "sentence",
    "evidence",
    "evidence_start",
    "evidence_end",
    "score",
    "coder",
    "document",
    "title",
    "publisher",
    "published",
    "sources",
)

"""POLECAT events as JSON objects with the names of the table's columns, in any casing, with blanks or underscores."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from summitry.exchange.cells import NOTHING
from summitry.exchange.dates import to_days
from summitry.exchange.rowwise import BadRowError, to_float
from summitry.exchange.schema import CONTEXT_STATUS
from summitry.model import EventType, Status

__all__ = ["polecat_rows", "status_of"]


def polecat_rows(value: Mapping[str, object]) -> list[dict[str, str]]:
    """Return the row of one event.

    Raises:
        BadRowError: it has no date, or its category is none of PLOVER's.
    """
    cells = {name.lower().replace("_", " ").strip(): _text(cell) for name, cell in value.items()}

    def get(name: str) -> str:
        return cells.get(name, "")

    day = to_days(get("event date"))[0].isoformat()
    kind = get("event type").upper()
    if kind not in get_args(EventType):
        raise BadRowError(f"{kind!r} is no PLOVER category")
    return [
        {
            "event_id": get("event id"),
            "start_date": day,
            "end_date": day,
            "source_key": get("actor country").lower(),
            "target_key": get("recipient country").lower(),
            "source_name": get("actor name"),
            "target_name": get("recipient name"),
            "source_sector": get("primary actor sector"),
            "target_sector": get("primary recipient sector"),
            "type": kind,
            "mode": get("event mode").lower(),
            "status": status_of(get("contexts")),
            "contexts": get("contexts"),
            "goldstein": to_float(get("intensity") or get("event intensity")),
            "mentions": "1",
            "sources": "1",
            "latitude": to_float(get("latitude")),
            "longitude": to_float(get("longitude")),
            "country_key": get("country").lower(),
            "place": get("placename") or get("city"),
        }
    ]


def status_of(contexts: str) -> Status:
    """Return the status that PLOVER's special contexts tell.

    >>> status_of("diplomatic;future"), status_of("military")
    ('planned', 'occurred')
    """
    return next((status for word, status in CONTEXT_STATUS if word in contexts.lower()), "occurred")


def _text(cell: object) -> str:
    if isinstance(cell, list):
        return ";".join(_text(each) for each in cell)
    text = "" if cell is None else str(cell).strip()
    return "" if text in NOTHING else text

"""Plain CSV with columns by name: those of a panel, names in common use, or names that the user maps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import get_args

from summitry.errors import UsageError
from summitry.exchange.dates import to_days
from summitry.exchange.rowwise import BadRowError, Reader, to_float
from summitry.model import EventType, Status

__all__ = ["FIELDS", "plain_reader"]

FIELDS: Mapping[str, tuple[str, ...]] = {
    "event_id": ("event_id", "id", "eventid"),
    "start_date": ("start_date", "date", "start", "event_date"),
    "end_date": ("end_date", "end", "enddate"),
    "source": ("source", "source_country", "actor_country", "actor1", "from", "ccode1"),
    "target": ("target", "target_country", "recipient_country", "actor2", "to", "ccode2"),
    "source_name": ("source_name", "actor_name", "actor"),
    "target_name": ("target_name", "recipient_name", "recipient"),
    "source_sector": ("source_sector", "actor_sector"),
    "target_sector": ("target_sector", "recipient_sector"),
    "type": ("type", "event_type", "category"),
    "mode": ("mode", "event_mode"),
    "status": ("status",),
    "contexts": ("contexts", "context"),
    "code": ("code", "cameo_code", "cameo", "event_code"),
    "goldstein": ("goldstein", "goldsteinscale", "intensity"),
    "mentions": ("mentions", "num_mentions", "count", "documents"),
    "sources": ("sources", "num_sources"),
    "latitude": ("latitude", "lat"),
    "longitude": ("longitude", "lon", "long"),
    "country": ("country", "place_country"),
    "place": ("place", "location", "city"),
    "url": ("url", "link", "sourceurl"),
}
"""Names of columns that are known for each field, in lower case, the best first."""

_NUMBERS = ("goldstein", "mentions", "sources", "latitude", "longitude")
_KEYS = {"source": "source_key", "target": "target_key", "country": "country_key"}


def plain_reader(mapped: Mapping[str, str]) -> Callable[[list[str], Path], Reader]:
    """Return what makes the reader of a plain table.

    Args:
        mapped: the column of each field that the user names.

    Raises:
        UsageError: a field is unknown.
    """
    if unknown := [field for field in mapped if field not in FIELDS]:
        raise UsageError(f"there is no field called {unknown[0]!r}; the fields are {', '.join(FIELDS)}")

    def make(header: list[str], path: Path) -> Reader:
        at = {field: next((name for name in names if name in header), "") for field, names in FIELDS.items()}
        for name, column in mapped.items():
            if column.lower() not in header:
                raise BadRowError(f"has no column {column!r}; it has {', '.join(header)}")
            at[name] = column.lower()
        if missing := [field for field in ("start_date", "source") if not at[field]]:
            raise BadRowError(f"has no column for {' and '.join(missing)}; say which with --map {missing[0]}=COLUMN")
        if not at["type"] and not at["code"]:
            raise BadRowError("has no column for type (PLOVER) or code (CAMEO); say which with --map type=COLUMN")
        return lambda cells: _read({field: cells[name].strip() for field, name in at.items() if name})

    return make


def _read(cells: Mapping[str, str]) -> dict[str, str]:
    first, last = to_days(cells["start_date"])
    if cells.get("end_date"):
        last = to_days(cells["end_date"])[1]
    if last < first:
        raise BadRowError(f"ends ({last}) before it starts ({first})")
    kind, status = cells.get("type", "").upper(), cells.get("status", "").lower() or "occurred"
    if kind and kind not in get_args(EventType):
        raise BadRowError(f"{kind!r} is no PLOVER category")
    if status not in get_args(Status):
        raise BadRowError(f"{status!r} is no status; there are {', '.join(get_args(Status))}")
    row = {_KEYS.get(field, field): text for field, text in cells.items()}
    for name in _NUMBERS:
        row[name] = to_float(cells.get(name, ""))
    for key in _KEYS.values():
        row[key] = row.get(key, "").lower()
    row.update(start_date=first.isoformat(), end_date=last.isoformat(), type=kind, status=status)
    row["mode"] = cells.get("mode", "").lower()
    return row

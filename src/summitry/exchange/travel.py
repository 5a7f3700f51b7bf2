"""Travel tables in the manner of COLT (Diplometrics): one row for a leader's stay in a country."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from summitry.exchange.dates import order_of, to_days
from summitry.exchange.rowwise import BadRowError, Reader

__all__ = ["travel_reader"]

_NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("tripid", "trip_id", "id"),
    "leader": ("leaderfullname", "leaderfull", "leader", "leader_name", "name"),
    "office": ("leadertitle", "title", "office", "leaderrole"),
    "country": ("leadercountryiso", "leadercountryorigo", "leadercountry", "country", "home", "origin_country"),
    "destination": (
        "countryvisitediso", "countryvisited", "country_visited", "destination", "visited", "destination_country",
    ),
    "city": ("cityvisited", "city", "place"),
    "start": ("tripstartdate", "startdate", "start_date", "start", "arrival"),
    "end": ("tripenddate", "enddate", "end_date", "end", "departure"),
    "status": ("status",),
    "source": ("source", "url", "sourceurl"),
}  # fmt: skip
"""Names of columns for each field, in lower case, the best first."""


def travel_reader(header: list[str], path: Path) -> Reader:
    """Return the reader of a travel table.

    Raises:
        BadRowError: leader, country, destination or start have no column.
    """
    at = {field: next((name for name in names if name in header), "") for field, names in _NAMES.items()}
    missing = [field for field in ("country", "destination", "start") if not at[field]]
    if missing:
        raise BadRowError(f"has no column for {', '.join(missing)}; known names: {_known(missing)}")
    order = order_of(_column(path, header.index(at["start"])))

    def read(cells: Mapping[str, str]) -> dict[str, str]:
        def cell(field: str) -> str:
            return cells[at[field]].strip() if at[field] else ""

        first, last = to_days(cell("start"), order)
        if cell("end") and cell("end").upper() != "TBD":
            last = to_days(cell("end"), order)[1]
        if last < first:
            raise BadRowError(f"ends ({last}) before it starts ({first})")
        return {
            "event_id": cell("id"),
            "start_date": first.isoformat(),
            "end_date": last.isoformat(),
            "source_key": cell("country").lower(),
            "target_key": cell("destination").lower(),
            "source_name": cell("leader"),
            "source_sector": "GOV",
            "type": "CONSULT",
            "mode": "visit",
            "status": cell("status").lower() or "occurred",
            "mentions": "1",
            "sources": "1",
            "country_key": cell("destination").lower(),
            "place": cell("city"),
            "url": cell("source"),
        }

    return read


def _known(fields: list[str]) -> str:
    return "; ".join(f"{field}: {', '.join(_NAMES[field])}" for field in fields)


def _column(path: Path, number: int) -> list[str]:
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        separator = max(",;\t", key=file.readline().count)
        return [row[number] for row in csv.reader(file, delimiter=separator) if len(row) > number]

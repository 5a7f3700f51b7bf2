"""Incidents as rows of GDELT 1.0 (58 columns) and 2.0 (61)."""

from __future__ import annotations

from summitry.exchange.conversion import cameo_code
from summitry.exchange.countries import fips_of
from summitry.exchange.sides import Act, Side, place_of

__all__ = ["gdelt_cells"]

Cell = str | float | int | None

_CAMEO_SECTORS = {"JRN": "MED", "PTY": "PTY"}
"""Sectors that CAMEO calls otherwise than PLOVER."""

_LAST_ROOT = (("05", 1), ("08", 2), ("13", 3), ("20", 4))
"""GDELT's QuadClass by the last CAMEO root of each. Source: GDELT event codebook 2.0."""


def gdelt_cells(act: Act, *, second: bool) -> list[Cell] | None:
    """Return the cells of a row, `None` where CAMEO has no code for the act.

    Tone, Goldstein scale and the day of adding stay empty: the record has none.
    """
    incident = act.incident
    code = cameo_code(incident.type, incident.mode, incident.status)
    if not code or not act.first:
        return None
    day = act.first
    quad = next(number for root, number in _LAST_ROOT if code[:2] <= root)
    nowhere: list[Cell] = ["", *[""] * (7 if second else 6)]
    documents = max(1, incident.documents)
    return [
        act.id,
        day.strftime("%Y%m%d"),
        day.strftime("%Y%m"),
        str(day.year),
        round(day.year + day.timetuple().tm_yday / 366, 4),
        *_actor(act.source),
        *_actor(act.target),
        1,
        code,
        code[:3],
        code[:2],
        quad,
        None,
        documents,
        max(1, incident.sources),
        documents,
        None,
        *nowhere,
        *nowhere,
        *_place(act, second=second),
        "",
        act.url,
    ]


def _actor(side: Side | None) -> list[Cell]:
    """Code, name, country, group, ethnic group, two religions, three types."""
    if side is None:
        return [""] * 10
    sector = _CAMEO_SECTORS.get(side.sector, side.sector)
    group = sector if not side.code else ""
    return [f"{side.code}{sector}", side.name, side.code, group, "", "", "", sector, "", ""]


def _place(act: Act, *, second: bool) -> list[Cell]:
    """Kind, name, country, region (and second region), latitude, longitude, id."""
    text, place = act.incident.place, place_of(act.incident)
    if not text:
        return [0, *[""] * (7 if second else 6)]
    country = fips_of(place.state) if place else ""
    kind = 4 if place and place.name else 1
    regions: list[Cell] = ["", ""] if second else [""]
    return [kind, text, country, *regions, place.latitude if place else None, place.longitude if place else None, ""]

"""Incidents as rows of ICEWS and POLECAT tables."""

from __future__ import annotations

from summitry.exchange.conversion import cameo_code
from summitry.exchange.countries import name_of
from summitry.exchange.plover import SPECIAL, quad_code
from summitry.exchange.sides import Act, folded, place_of

__all__ = ["ICEWS_HEADER", "POLECAT_HEADER", "icews_cells", "polecat_cells"]

Cell = str | float | int | None

ICEWS_HEADER = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
    "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher",
    "City", "District", "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip
POLECAT_HEADER = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
    "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City",
    "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip


def icews_cells(act: Act) -> list[Cell] | None:
    """Return the cells of an ICEWS row, `None` where CAMEO has no code for the act.

    Countries are written by name, as ICEWS does; the sentence stands as the event's text.
    """
    incident, source, target = act.incident, act.source, act.target
    code = cameo_code(incident.type, incident.mode, incident.status)
    if not code or not act.first:
        return None
    row: dict[str, Cell] = {
        "Event ID": act.id,
        "Event Date": act.first.isoformat(),
        "Source Name": source.name,
        "Source Sectors": source.sector,
        "Source Country": name_of(source.code),
        "Event Text": incident.sentence,
        "CAMEO Code": code,
        "Target Name": target.name if target else "",
        "Target Sectors": target.sector if target else "",
        "Target Country": name_of(target.code) if target else "",
        **_place(act),
    }
    return [row.get(name, "") for name in ICEWS_HEADER]


def polecat_cells(act: Act) -> list[Cell] | None:
    """Return the cells of a POLECAT row, `None` where PLOVER has no category for the act.

    Planned cooperation is AGREE; what else did not happen, or has not yet, has its special context.
    """
    from summitry.coding.scores import score_of

    incident, source, target = act.incident, act.source, act.target
    category, mode = folded(incident)
    quad = quad_code(category)
    if quad is None or not act.first:
        return None
    special = SPECIAL.get(incident.status) if category == incident.type or incident.status != "planned" else None
    row: dict[str, Cell] = {
        "Event ID": act.id,
        "Event Date": act.first.isoformat(),
        "Event Type": category,
        "Event Mode": mode,
        "Intensity": score_of(category, mode),
        "Quad Code": quad,
        "Contexts": ";".join([*incident.contexts, *([special] if special else [])]),
        "Actor Name": source.name,
        "Actor Country": source.code,
        "Primary Actor Sector": source.sector,
        "Actor Title": source.office,
        "Recipient Name": target.name if target else "",
        "Recipient Country": target.code if target else "",
        "Primary Recipient Sector": target.sector if target else "",
        "Recipient Title": target.office if target else "",
        "Placename": incident.place,
        **_place(act, code=True),
    }
    return [row.get(name, "") for name in POLECAT_HEADER]


def _place(act: Act, *, code: bool = False) -> dict[str, Cell]:
    place = place_of(act.incident)
    if place is None:
        return {"City": act.incident.place}
    return {
        "City": place.name,
        "Country": place.state if code else place.country,
        "Latitude": place.latitude,
        "Longitude": place.longitude,
    }

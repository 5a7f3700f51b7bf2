"""PLOVER records as rows of a panel."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from summitry.errors import InputError
from summitry.exchange.plover_in import from_plover
from summitry.exchange.rowwise import BadRowError
from summitry.exchange.sides import Act, acts_of, place_of
from summitry.model import Incident

__all__ = ["incident_rows", "plover_event_rows"]


def plover_event_rows(value: Mapping[str, object]) -> list[dict[str, str]]:
    """Return the rows of one record.

    Raises:
        BadRowError: it is no PLOVER record, or has no date.
    """
    try:
        incidents = from_plover(value)
    except InputError as error:
        raise BadRowError(error.reason) from error
    rows = [row for incident in incidents for row in incident_rows(incident)]
    if not rows:
        raise BadRowError("has no date, or nobody who acts")
    return rows


def incident_rows(incident: Incident) -> Iterator[dict[str, str]]:
    """Yield the rows of an incident, each with the columns `RAW`; none where no day bounds it on both sides."""
    place = place_of(incident)
    for act in acts_of(incident):
        if act.first and act.last:
            yield _row(act) | {
                "country_key": place.state.lower() if place else "",
                "place": incident.place,
                "latitude": str(place.latitude) if place and place.latitude is not None else "",
                "longitude": str(place.longitude) if place and place.longitude is not None else "",
            }


def _row(act: Act) -> dict[str, str]:
    incident, target = act.incident, act.target
    assert act.first
    assert act.last
    return {
        "event_id": act.id,
        "start_date": act.first.isoformat(),
        "end_date": act.last.isoformat(),
        "source_key": act.source.code.lower(),
        "target_key": target.code.lower() if target else "",
        "source_name": act.source.name,
        "target_name": target.name if target else "",
        "source_sector": act.source.sector,
        "target_sector": target.sector if target else "",
        "type": incident.type,
        "mode": incident.mode,
        "status": incident.status,
        "contexts": ";".join(incident.contexts),
        "mentions": str(max(1, incident.documents)),
        "sources": str(max(1, incident.sources)),
        "url": act.url,
    }

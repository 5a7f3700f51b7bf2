"""Incidents as a travel table in the manner of COLT, and as plain CSV with the columns of a panel."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.exchange.countries import name_of
from summitry.exchange.sides import Act, place_of
from summitry.incidents import level_of_participant
from summitry.model import Incident

__all__ = ["CSV_HEADER", "TRAVEL_HEADER", "csv_cells", "travel_cells"]

Cell = str | float | int | None

TRAVEL_HEADER = (
    "TripID", "LeaderCountryISO", "LeaderCountryOrIGO", "LeaderTitle", "LeaderFullName", "LeaderLevel",
    "CountryVisitedISO", "CountryVisited", "CityVisited", "TripYear", "TripStartDate", "TripEndDate", "Status",
    "Source",
)  # fmt: skip
CSV_HEADER = (
    "event_id", "start_date", "end_date", "source", "target", "source_name", "target_name", "source_sector",
    "target_sector", "type", "mode", "status", "contexts", "mentions", "sources", "latitude", "longitude", "country",
    "place", "url",
)  # fmt: skip


def travel_cells(incident: Incident) -> Iterator[list[Cell]]:
    """Yield a row for each person who went to a country not their own; none for acts that are no meeting.

    A guest goes to the host's country; those who meet elsewhere go to the country of the place.
    """
    interval = incident.interval
    if incident.type != "CONSULT" or incident.mode == "phone" or interval is None or interval.first is None:
        return
    place = place_of(incident)
    hosts = {person.state: None for person in incident.recipients if person.state}
    where = [place.state] if place and place.state else list(hosts) if incident.mode == "visit" else []
    people = [person for person in incident.actors if person.kind == "person"]
    trips = [(person, state) for person in people for state in where if state != person.state]
    for number, (person, state) in enumerate(trips, 1):
        yield [
            incident.id if number == 1 else f"{incident.id}#{number}",
            person.state,
            name_of(person.state),
            person.office,
            person.name,
            level_of_participant(person),
            state,
            name_of(state),
            place.name if place else "",
            interval.first.year,
            interval.first.isoformat(),
            interval.last.isoformat() if interval.last else "",
            incident.status,
            next(iter(incident.citations), ""),
        ]


def csv_cells(act: Act) -> list[Cell]:
    """Return the cells of a plain row; the import of `csv` reads it back."""
    incident, place = act.incident, place_of(act.incident)
    source, target = act.source, act.target
    return [
        act.id,
        act.first.isoformat() if act.first else "",
        act.last.isoformat() if act.last else "",
        source.code,
        target.code if target else "",
        source.name,
        target.name if target else "",
        source.sector,
        target.sector if target else "",
        incident.type,
        incident.mode,
        incident.status,
        ";".join(incident.contexts),
        max(1, incident.documents),
        max(1, incident.sources),
        place.latitude if place else None,
        place.longitude if place else None,
        place.state if place else "",
        incident.place,
        act.url,
    ]

"""Who travelled where: visits with the places they led to, and where these lie."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summitry.incidents import IncidentTable, date_text
from summitry.model import Incident, Participant, Place
from summitry.places.gazetteer import load_gazetteer
from summitry.places.states import capitals
from summitry.relations.answers import Answer, coverage_line
from summitry.relations.coverage import Coverage, assumed_coverage
from summitry.relations.meetings import is_meeting
from summitry.relations.parties import Party

__all__ = ["Journey", "journeys_in", "place_of", "travel_answer"]


@dataclass(frozen=True, slots=True)
class Journey:
    """One traveller's journey abroad.

    Args:
        traveller: who travelled.
        incident: what for.
        place: where to.
    """

    traveller: Participant
    incident: Incident
    place: Place


def journeys_in(incidents: Iterable[Incident], party: Party | None = None) -> tuple[Journey, ...]:
    """Return the journeys abroad of persons, or of those of a party.

    A guest travels; where a meeting has no host, all whose state is not that of the place. A place without a known
    state tells of no journey.
    """
    found = []
    for incident in incidents:
        place = place_of(incident) if is_meeting(incident) else None
        if place is None or not place.state:
            continue
        for person in incident.actors:
            abroad = person.kind == "person" and person.state and person.state != place.state
            if abroad and (party is None or party.includes(person)):
                found.append(Journey(person, incident, place))
    return tuple(found)


def place_of(incident: Incident) -> Place | None:
    """Return where an incident took place, a country's capital for a country; `None` where it is not known."""
    if not incident.place:
        return None
    place = load_gazetteer().find(incident.place)
    if place is not None and place.latitude is None and place.state in capitals():
        capital = load_gazetteer().find(capitals()[place.state], place.state)
        if capital is not None:
            return Place(place.name, place.state, place.country, capital.latitude, capital.longitude)
    return place


def travel_answer(
    incidents: IncidentTable,
    party: Party | None = None,
    *,
    coverage: Coverage | None = None,
    conditions: Sequence[str] = (),
) -> Answer:
    """Return journeys as an answer, a row for each traveller and incident.

    Args:
        incidents: what to look through.
        party: whose journeys, everybody's where not given.
        coverage: what states the incidents.
        conditions: what the incidents had to be, in words.
    """
    import polars as pl

    journeys = journeys_in(incidents, party)
    rows = [
        {
            "date": date_text(journey.incident.interval),
            "traveller": journey.traveller.name,
            "office": journey.traveller.office,
            "place": journey.incident.place,
            "state": journey.place.state,
            "met": [p.name for p in journey.incident.participants if p.state != journey.traveller.state],
            "latitude": journey.place.latitude,
            "longitude": journey.place.longitude,
            "id": journey.incident.id,
        }
        for journey in journeys
    ]
    schema = {"date": str, "traveller": str, "office": str, "place": str, "state": str, "met": list[str],
              "latitude": float, "longitude": float, "id": str}  # fmt: skip
    ids = {journey.incident.id for journey in journeys}
    table = IncidentTable(tuple(incident for incident in incidents if incident.id in ids))
    line = coverage_line(table, coverage or assumed_coverage(table), "meeting", conditions)
    rule = (
        "Meetings that occurred outside the traveller's state; hosts do not travel; a capital stands for its country."
    )
    who = party.label if party else "All"
    return Answer(f"{who}: journeys", pl.DataFrame(rows, schema=schema), table, rule, line)

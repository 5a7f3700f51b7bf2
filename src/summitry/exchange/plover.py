"""PLOVER JSON, one object a line: incidents out, and back.

Names of fields as in the PLOVER manual (September 2021, chapter "Data Fields", where `actor` has taken the place of
`source`). What PLOVER has no field for stands under `x_summitry`, so that our own records come back whole; others may
pass over it. Cooperation that is planned is written as AGREE with the context `future`, as PLOVER asks.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, get_args

from summitry.coding.ontology import load_ontology
from summitry.coding.scores import score_of
from summitry.exchange.sides import folded, place_of
from summitry.model import EventType

if TYPE_CHECKING:
    from summitry.model import Incident, Participant

__all__ = ["quad_code", "to_plover"]

SPECIAL = {"planned": "future", "possible": "hypothetical", "denied": "negation", "cancelled": "negation"}
"""PLOVER's special context of each status that is no fact."""

_QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")


def quad_code(category: str) -> int | None:
    """Return the number of a category's quadrant, 1 to 4; `None` for TRANSITION."""
    quadrant = load_ontology()[category].quadrant if category in get_args(EventType) else ""
    return _QUADS.index(quadrant) + 1 if quadrant in _QUADS else None


def to_plover(incident: Incident, coder: str = "summitry") -> dict[str, object]:
    """Return an incident as a PLOVER record."""
    category, mode = folded(incident)
    interval = incident.interval
    special = SPECIAL.get(incident.status)
    record: dict[str, object] = {
        "id": incident.id,
        "date": interval.first.isoformat() if interval and interval.first else None,
        "enddate": interval.last.isoformat() if interval and interval.last else None,
        "actor": [_actor(person) for person in incident.actors],
        "recipient": [_actor(person) for person in incident.recipients],
        "event": [category],
        "mode": [mode] if mode else [],
        "context": [*incident.contexts, *([special] if special else [])],
        "quad_code": quad_code(category),
        "event_scale": score_of(category, mode),
        "event_loc": _location(incident),
        "event_text": [incident.sentence] if incident.sentence else [],
        "cite_info": [{"citation": text} for text in incident.citations],
        "coder": coder,
        "x_summitry": _own(incident),
    }
    return {name: value for name, value in record.items() if value not in (None, [], {})}


def _actor(person: Participant) -> dict[str, object]:
    from summitry.exchange.sides import Side

    fields = {
        "code": person.state,
        "sector": Side(person.state, (person,)).sector,
        "actor_text": person.surface,
        "identifier_id": person.actor_id,
        "identifier_text": person.name,
        "office": person.office,
    }
    return {name: value for name, value in fields.items() if value}


def _location(incident: Incident) -> dict[str, object]:
    if not incident.place:
        return {}
    place = place_of(incident)
    location: dict[str, object] = {"name": incident.place}
    if place:
        fields = {"cc3": place.state, "latitude": place.latitude, "longitude": place.longitude}
        location.update({name: value for name, value in fields.items() if value not in (None, "")})
    return location


def _own(incident: Incident) -> Mapping[str, object]:
    """What PLOVER has no field for."""
    interval = incident.interval
    return {
        "type": incident.type,
        "mode": incident.mode,
        "status": incident.status,
        "level": incident.level,
        "count": incident.count,
        "score": incident.score,
        "place": incident.place,
        "contexts": list(incident.contexts),
        "date": [interval.precision, interval.rule, interval.anchor] if interval else None,
        "participants": [
            [person.role, person.kind, person.score, list(person.span) if person.span else None, list(person.reasons)]
            for person in incident.participants
        ],
        "events": list(incident.event_ids),
        "documents": incident.documents,
        "sources": incident.sources,
        "choices": [
            [c.field, c.value, c.rule, list(c.event_ids), [[a.value, list(a.event_ids)] for a in c.alternatives]]
            for c in incident.choices
        ],
        "history": [[step.status, step.reported, step.event_id] for step in incident.history],
        "corrections": list(incident.corrections),
    }

"""Where a person went: meetings that took place away from home, with coordinates for a map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from summitry.incidents import date_text
from summitry.model import Actor, Incident, Place
from summitry.places import load_gazetteer

__all__ = ["Journey", "journeys", "place_named"]


@dataclass(frozen=True, slots=True)
class Journey:
    """A meeting away from home.

    Args:
        incident: the meeting.
        place: where, as the record says; the host's state where it tells no place of a visit.
        state: alpha-3 code of the country.
        x: degrees east, `None` where unknown.
        y: degrees south, as pictures count, `None` where unknown.
    """

    incident: Incident
    place: str
    state: str
    x: float | None
    y: float | None

    def to_dict(self) -> dict[str, object]:
        """Return it as a JSON object."""
        return {
            "incident": self.incident.id,
            "date": date_text(self.incident.interval),
            "place": self.place,
            "state": self.state,
            "longitude": self.x,
            "latitude": -self.y if self.y is not None else None,
        }


def journeys(meetings: Iterable[Incident], actor: Actor) -> Iterator[Journey]:
    """Yield a person's journeys: a guest goes to the host's country, those who meet elsewhere to that of the place."""
    for incident in meetings:
        if incident.mode == "phone":
            continue
        place = place_named(incident.place)
        state = place.state if place else ""
        if not state and incident.mode == "visit" and any(p.actor_id == actor.id for p in incident.actors):
            state = next((p.state for p in incident.recipients if p.state), "")
        if state and state != actor.state:
            x, y = (place.longitude, place.latitude) if place else (None, None)
            yield Journey(incident, incident.place, state, x, None if y is None else -y)


@lru_cache(maxsize=4096)
def place_named(label: str) -> Place | None:
    """Return the place that a label of the record means: `City, Country`, `Country` or a bare name."""
    name, _, country = label.partition(",")
    gazetteer = load_gazetteer()
    whole = gazetteer.find(country.strip()) if country.strip() else None
    found = gazetteer.find(name.strip(), whole.state if whole else "") if name.strip() else None
    return whole if found and whole and found.state != whole.state else found

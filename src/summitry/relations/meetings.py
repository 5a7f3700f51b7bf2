"""What counts as a meeting, a visit and a partner: shared by ranks, reciprocity, travel and networks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from summitry.model import HAPPENED, Incident, Participant
from summitry.relations.parties import Party

__all__ = ["is_meeting", "is_visit", "meetings_in", "others_in", "pairs_in"]


def is_meeting(incident: Incident) -> bool:
    """Tell whether people met: a CONSULT that occurred, no telephone call."""
    return incident.type == "CONSULT" and incident.mode != "phone" and incident.status in HAPPENED


def is_visit(incident: Incident) -> bool:
    """Tell whether somebody travelled to a host: a meeting of mode `visit`; the actors are the guests."""
    return is_meeting(incident) and incident.mode == "visit"


def meetings_in(incidents: Iterable[Incident]) -> list[Incident]:
    """Return the meetings among incidents."""
    return [incident for incident in incidents if is_meeting(incident)]


def others_in(incident: Incident, party: Party) -> list[Participant]:
    """Return with whom a party meets: all who are not of the party; guests of one visit are no partners of each other.

    Where the party stands on one side of an act with two sides, the other side alone is returned.
    """
    acts, receives = (any(map(party.includes, side)) for side in (incident.actors, incident.recipients))
    sides = incident.recipients if acts and not receives else incident.actors if receives and not acts else ()
    return [p for p in (sides or incident.participants) if not party.includes(p)]


def pairs_in(incident: Incident) -> Iterator[tuple[Participant, Participant]]:
    """Yield who meets whom: guests with hosts, or all with all where there is only one side; never of one state."""
    if incident.recipients:
        pairs = [(one, other) for one in incident.actors for other in incident.recipients]
    else:
        pairs = [(one, other) for k, one in enumerate(incident.actors) for other in incident.actors[k + 1 :]]
    for one, other in pairs:
        if one.actor_id != other.actor_id and not (one.state and one.state == other.state):
            yield one, other

"""How an incident stands between two parties: who acts on whom, and what it scores for their relation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from summitry.coding.scores import score_of
from summitry.model import HAPPENED, MUTUAL, Incident
from summitry.relations.parties import Party

__all__ = ["Bond", "Direction", "bonds_between", "bonds_of"]

Direction = Literal["forth", "back", "mutual", "together"]
"""`forth`: the first acts on the second; `back`: the other way; `mutual`: on each other, as in a meeting; `together`:
both on the same side of an act by or upon a third, which says nothing of how they stand to each other."""


@dataclass(frozen=True, slots=True)
class Bond:
    """One incident as it stands between two parties.

    Args:
        incident: the incident.
        direction: who acts on whom.
        score: PLOVER conflict-cooperation score, -10 to +10; `None` where it has none (transitions, acts together,
            what did not happen).
    """

    incident: Incident
    direction: Direction
    score: float | None


def bonds_between(incidents: Iterable[Incident], one: Party, other: Party) -> tuple[Bond, ...]:
    """Return the incidents in which both take part, with how they stand between the two."""
    found = []
    for incident in incidents:
        direction = _direction(incident, one, other)
        if direction:
            found.append(Bond(incident, direction, None if direction == "together" else _score(incident)))
    return tuple(found)


def bonds_of(incidents: Iterable[Incident], party: Party) -> tuple[Bond, ...]:
    """Return the incidents in which a party takes part, with how it stands to the others.

    An act without an other side (a weapons test) is `forth`.
    """
    found = []
    for incident in incidents:
        acts = any(party.includes(p) for p in incident.actors)
        receives = any(party.includes(p) for p in incident.recipients)
        if acts or receives:
            meets = acts and (receives or (not incident.recipients and len(incident.actors) > 1))
            direction: Direction = "mutual" if meets else "forth" if acts else "back"
            found.append(Bond(incident, direction, _score(incident)))
    return tuple(found)


def _direction(incident: Incident, one: Party, other: Party) -> Direction | None:
    one_acts, other_acts = (any(map(party.includes, incident.actors)) for party in (one, other))
    one_receives, other_receives = (any(map(party.includes, incident.recipients)) for party in (one, other))
    if not ((one_acts or one_receives) and (other_acts or other_receives)):
        return None
    if one_acts and other_receives:
        return "mutual" if other_acts and one_receives else "forth"
    if other_acts and one_receives:
        return "back"
    if one_acts and other_acts and (not incident.recipients or incident.type in MUTUAL):
        return "mutual"
    return "together"


def _score(incident: Incident) -> float | None:
    return score_of(incident.type, incident.mode) if incident.status in HAPPENED else None

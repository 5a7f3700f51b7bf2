"""Incidents as rows of two sides each, the form that event tables share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product

from summitry.model import ActorKind, Incident, Participant, Place

__all__ = ["SECTORS", "Act", "Side", "acts_of", "folded", "place_of", "sides"]

SECTORS: Mapping[ActorKind, str] = {
    "state": "GOV",
    "government": "GOV",
    "military": "MIL",
    "party": "PTY",
    "igo": "IGO",
    "media": "JRN",
    "armed-group": "REB",
}
"""PLOVER sector of each kind of actor; a person in office is GOV."""

_FUTURE_IS_AGREE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
"""Categories whose future PLOVER codes as AGREE. Source: PLOVER manual (September 2021), section AGREE."""


@dataclass(frozen=True, slots=True)
class Side:
    """Those who act for one state, or one actor who belongs to none.

    Args:
        code: alpha-3 code of the state, `""` for none.
        people: who, as named in the incident.
    """

    code: str
    people: tuple[Participant, ...]

    @property
    def name(self) -> str:
        """Their names, parted by semicolons."""
        return "; ".join(person.name for person in self.people)

    @property
    def office(self) -> str:
        """The offices they held, parted by semicolons."""
        return "; ".join(dict.fromkeys(person.office for person in self.people if person.office))

    @property
    def sector(self) -> str:
        """PLOVER sector of the first of them, `""` where the kind tells none."""
        first = self.people[0]
        return ("GOV" if first.office else "") if first.kind == "person" else SECTORS.get(first.kind, "")


@dataclass(frozen=True, slots=True)
class Act:
    """One row: a source, a target, and the incident they have it from.

    Args:
        id: the incident's, with `#2` and so on from its second row.
        source: who acts; target: towards whom, `None` where nobody is named.
        incident: the incident.
    """

    id: str
    source: Side
    target: Side | None
    incident: Incident

    @property
    def first(self) -> date | None:
        """The first possible day."""
        return self.incident.interval.first if self.incident.interval else None

    @property
    def last(self) -> date | None:
        """The last possible day."""
        return self.incident.interval.last if self.incident.interval else None

    @property
    def url(self) -> str:
        """The first public source given by hand that is an address."""
        return next((text for text in self.incident.citations if text.startswith(("http://", "https://"))), "")


def sides(participants: tuple[Participant, ...]) -> tuple[Side, ...]:
    """Return participants by state, in order; one without a state is a side of its own."""
    found: dict[str, list[Participant]] = {}
    for person in participants:
        found.setdefault(person.state or f"\x00{person.actor_id}", []).append(person)
    return tuple(Side("" if key.startswith("\x00") else key, tuple(people)) for key, people in found.items())


def acts_of(incident: Incident) -> Iterator[Act]:
    """Yield a row for each acting side and side acted upon.

    Where all act together, as at a meeting, there is one row for every two of them, the one named first as the source:
    a meeting of two counts once, and one of three once for each pair.
    """
    actors, recipients = sides(incident.actors), sides(incident.recipients)
    if actors and recipients:
        pairs: list[tuple[Side, Side | None]] = list(product(actors, recipients))
    elif len(actors) > 1:
        pairs = list(combinations(actors, 2))
    else:
        pairs = [(side, None) for side in (*actors, *recipients)]
    for number, (source, target) in enumerate(pairs, 1):
        yield Act(incident.id if number == 1 else f"{incident.id}#{number}", source, target, incident)


def folded(incident: Incident) -> tuple[str, str]:
    """Return category and mode as PLOVER has them: cooperation that is planned is AGREE, without mode.

    >>> from summitry.model import Incident
    >>> folded(Incident("i-1", "CONSULT", "visit", (), None, "", "planned", "body"))
    ('AGREE', '')
    """
    if incident.status == "planned" and incident.type in _FUTURE_IS_AGREE:
        return "AGREE", ""
    return incident.type, incident.mode


def place_of(incident: Incident) -> Place | None:
    """Return the place of an incident with its country and coordinates, `None` where it is unknown."""
    if not incident.place:
        return None
    from summitry.places.gazetteer import load_gazetteer

    return load_gazetteer().find(incident.place)

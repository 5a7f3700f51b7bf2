"""Whom a question is about: a state with all who act for it, a person, a body, or a group of these."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from summitry.actors import load_registry
from summitry.actors.folding import fold
from summitry.model import Incident, Participant

__all__ = ["Party", "as_party", "find_party"]

_STATELY = frozenset({"state", "government"})


@dataclass(frozen=True, slots=True)
class Party:
    """Whom a name stands for.

    Args:
        label: what to call it.
        states: alpha-3 codes; everyone who acts for one of them is meant.
        names: names of persons and bodies, as `fold` leaves them.
    """

    label: str
    states: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.states or self.names)

    def includes(self, participant: Participant) -> bool:
        """Tell whether a participant is meant."""
        return participant.state in self.states or fold(participant.name) in self.names

    def takes_part(self, incident: Incident) -> bool:
        """Tell whether somebody who is meant takes part."""
        return any(self.includes(participant) for participant in incident.participants)


def find_party(incidents: Iterable[Incident], query: str) -> Party:
    """Return whom a query means among those who take part, by the rules of the record (`summitry.record.naming`).

    Args:
        incidents: where names are looked for.
        query: an alpha-3 code, the name of a state, a name or whole words of one; several parted by `+` are a group.

    Returns:
        The party; empty (false) where nobody such takes part.
    """
    people = {p for incident in incidents for p in incident.participants}
    members = [_find_one(people, part.strip()) for part in query.split("+") if part.strip()]
    return Party(
        " + ".join(member.label for member in members),
        frozenset().union(*(member.states for member in members)),
        frozenset().union(*(member.names for member in members)),
    )


def as_party(incidents: Iterable[Incident], who: str | Party) -> Party:
    """Return a party as it is, and what a query means as `find_party` does."""
    return who if isinstance(who, Party) else find_party(incidents, who)


def _find_one(people: Iterable[Participant], query: str) -> Party:
    people = tuple(people)
    states = load_registry().states
    if query in {p.state for p in people} - {""}:
        return Party(states[query].name if query in states else query, frozenset({query}))
    name = fold(query)
    stately = {p.state for p in people if p.kind in _STATELY and p.state and fold(p.name) == name}
    if stately:
        return Party(query, frozenset({min(stately)}))
    exact = {p.name for p in people if fold(p.name) == name}
    if exact:
        return Party(min(exact), names=frozenset({name}))
    return _by_other_name(people, query, name)


def _by_other_name(people: tuple[Participant, ...], query: str, name: str) -> Party:
    """Return whom the registry knows under a name, and all names that hold it as whole words."""
    actors = load_registry().find(query)
    states = frozenset(actor.state for actor in actors if actor.kind == "state") & {p.state for p in people}
    if states:
        return Party(load_registry().states[min(states)].name, states)
    wanted = {fold(actor.name) for actor in actors}
    found = {p.name for p in people if fold(p.name) in wanted or (name and f" {name} " in f" {fold(p.name)} ")}
    label = min(found) if len({fold(other) for other in found}) == 1 else query
    return Party(label, names=frozenset(fold(other) for other in found))

"""Whom a claim names, and whether they take part in an incident."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from summitry.actors import Registry
from summitry.actors.folding import fold
from summitry.model import Participant

__all__ = ["Party", "party_named", "takes_part"]


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody whom a claim names.

    Args:
        name: canonical name.
        state: alpha-3 code where a state is meant, which then stands for all who act for it; else `""`.
        home: the state that one belongs to, `""` where none is known.
    """

    name: str
    state: str = ""
    home: str = ""

    @property
    def asked(self) -> str:
        """How a record is asked for it."""
        return self.state or self.name


def party_named(name: str, registry: Registry) -> Party:
    """Return whom a canonical name means. A name that the registry does not know stands for itself."""
    if name in registry.states:
        return Party(registry.actors[name].name, name, name)
    found = registry.find(name)
    state = next((actor for actor in found if actor.kind == "state"), None)
    if state is not None:
        return Party(state.name, state.state, state.state)
    known = next((actor for actor in found if fold(actor.name) == fold(name)), None)
    return Party(name, "", known.state if known else "")


def takes_part(party: Party, participants: Iterable[Participant]) -> bool:
    """True where a party is among participants: a state by anybody who acts for it, others by name."""
    return any(stands_for(participant, party) for participant in participants)


def stands_for(participant: Participant, party: Party) -> bool:
    """True where a participant is a party or acts for it."""
    if party.state:
        return participant.state == party.state
    return participant.name == party.name or _folded(participant.name) == _folded(party.name)


@lru_cache(maxsize=4096)
def _folded(name: str) -> str:
    return fold(name)

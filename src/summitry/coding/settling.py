"""What the rest of an event settles: the mode of a meeting from its place, the place of an act from whose it is.

States test, arrest, sentence and change their rulers at home; who is visited, invaded or helped is so at home,
too. Two who meet on the soil of a third meet there as a third party's guests; two who meet where one of them is
at home are guest and host.
"""

from __future__ import annotations

from dataclasses import replace

from summitry.actors import Registry
from summitry.model import Event, Participant

__all__ = ["settled"]

AT_HOME = frozenset(
    {
        ("ASSAULT", "execute"),
        ("COERCE", "arrest"),
        ("COERCE", "ban"),
        ("COERCE", "curfew"),
        ("COERCE", "martial-law"),
        ("MOBILIZE", "weapons"),
        ("PROTEST", ""),
        ("SANCTION", "convict"),
        ("SANCTION", "expel"),
        ("TRANSITION", ""),
    }
)
"""Acts that states do on their own soil."""
ABROAD = frozenset(
    {
        ("AID", ""),
        ("COERCE", "cyber"),
        ("COERCE", "seize"),
        ("CONSULT", "visit"),
        ("RETREAT", "withdraw"),
    }
)
"""Acts that are done on the soil of those to whom they are done."""
FALLEN_UPON = frozenset({"ASSAULT"})
"""Categories whose acts of any mode are done on the soil of those to whom they are done."""
REAL_OR_COMING = frozenset({"occurred", "ongoing", "planned"})
PAIR = 2


def settled(event: Event, registry: Registry) -> Event:
    """Return an event with the mode that its place settles and the place that its parties settle.

    Args:
        event: an event, all statements of it merged.
        registry: for names of states.
    """
    if event.type == "CONSULT" and event.mode == "phone":
        return replace(event, place="")
    if event.type == "CONSULT" and not event.mode and event.place:
        event = _with_guests(event, registry)
    if not event.place:
        event = replace(event, place=_soil(event, registry))
    return event


def _with_guests(event: Event, registry: Registry) -> Event:
    """Return a meeting of two parties as guests of a third, or as guest and host, by where it is."""
    states = {p.state for p in event.participants}
    lands = {actor.state for actor in registry.find(event.place.rsplit(", ", 1)[-1]) if actor.kind == "state"}
    if len(states) != PAIR or "" in states or not lands:
        return event
    hosts = states & lands
    if not hosts:
        return replace(event, mode="third-party")
    if len(hosts) == PAIR or not all(p.kind == "person" and _is_told(p, event) for p in event.participants):
        return event
    return replace(
        event,
        mode="visit",
        participants=tuple(replace(p, role="recipient" if p.state in hosts else "actor") for p in event.participants),
    )


def _is_told(person: Participant, event: Event) -> bool:
    """True for a person named where the act is told, not only known from elsewhere to have come."""
    return person.span is None or any(e.start <= person.span[0] < e.end for e in event.evidence)


def _soil(event: Event, registry: Registry) -> str:
    """Return the land on whose soil such an act is done, `""` where it may be done anywhere."""
    act, fights = (event.type, event.mode), event.type in FALLEN_UPON
    if act in AT_HOME and not (event.mode == "weapons" and event.recipients):
        return _land(event.actors, registry)
    if (act in ABROAD or fights) and event.status in REAL_OR_COMING:
        return _land(tuple(p for p in event.recipients if _has_soil(event.type, p)), registry)
    return ""


def _has_soil(kind: str, party: Participant) -> bool:
    """True for one on whose soil such an act is done: aid to a movement may reach it anywhere."""
    if kind == "AID":
        return party.kind not in {"armed-group", "party", "other"}
    return kind not in FALLEN_UPON or party.kind != "person"


def _land(parties: tuple[Participant, ...], registry: Registry) -> str:
    states = {p.state for p in parties}
    code = next(iter(states)) if len(states) == 1 else ""
    home = registry.actor(code)
    return home.name if home else ""

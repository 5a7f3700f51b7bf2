"""What linking looks at of an event: a few plain values, so that a million of them can be compared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from summitry.linking.rules import Rules, load_rules
from summitry.model import Event, Interval, Participant

__all__ = ["Statement", "acting_key", "link_key", "person_key", "statement_of"]

_UNNAMED = frozenset({"", "unknown"})


@dataclass(frozen=True)
class Statement:
    """One event as linking sees it.

    Args:
        id: the event's id; decides wherever nothing else does.
        key: its `link_key`; only events of one key can be one incident.
        acting: the sides that act, `""` where nobody is acted upon or the type is mutual.
        persons: its `person_key`: `CHN:xi-jinping PRK:kim-jong-un`.
        start: first possible day as a proleptic Gregorian ordinal, `None` where unknown.
        end: last possible day.
        weak: whether the date was only guessed from the day of publication.
        type: PLOVER category.
        mode: PLOVER mode.
        place: where.
        status: whether it happened.
        count: acts it stands for.
        document: what holds it; two events of one document are rarely one incident.
    """

    id: str
    key: str
    acting: str
    persons: str
    start: int | None
    end: int | None
    weak: bool
    type: str
    mode: str
    place: str
    status: str
    count: int
    document: str

    @property
    def width(self) -> int:
        """Days in which it may lie; 0 where unknown."""
        return self.end - self.start + 1 if self.start is not None and self.end is not None else 0

    @cached_property
    def people(self) -> dict[str, frozenset[str]]:
        """The persons who take part, by their state."""
        found: dict[str, set[str]] = {}
        for token in self.persons.split():
            state, _, person = token.partition(":")
            found.setdefault(state, set()).add(person)
        return {state: frozenset(persons) for state, persons in found.items()}

    @property
    def is_pair(self) -> bool:
        """True where persons of two sides are named."""
        return len(self.people) > 1


def link_key(event: Event) -> str:
    """Return what two events must share to be one incident: the type and the sides that take part.

    A side is a state, or one who belongs to none.

    >>> from summitry.model import Participant
    >>> xi = Participant("actor", "Xi Jinping", "CHN", "President", "person", "xi-jinping")
    >>> link_key(Event("CONSULT", "", (xi,), None, "", "occurred", "author", 1, ()))
    'CONSULT CHN'
    """
    return " ".join([event.type, *_sides(event.participants)])


def acting_key(event: Event, rules: Rules | None = None) -> str:
    """Return the sides that act upon others, `""` where all act together: who does it to whom must agree then."""
    if event.type in (rules or load_rules()).mutual or not event.recipients:
        return ""
    return " ".join(_sides(event.actors))


def person_key(event: Event) -> str:
    """Return the persons who take part with their states, in order."""
    return " ".join(
        sorted({f"{p.state}:{p.actor_id}" for p in event.participants if p.kind == "person" and _is_named(p)})
    )


def statement_of(event_id: str, event: Event, document: str, rules: Rules | None = None) -> Statement:
    """Return an event as linking sees it."""
    known = rules or load_rules()
    first, last, rule = _bounds(event.interval)
    return Statement(
        id=event_id,
        key=link_key(event),
        acting=acting_key(event, known),
        persons=person_key(event),
        start=first,
        end=last,
        weak=rule.partition("/")[0] in known.weak,
        type=event.type,
        mode=event.mode,
        place=event.place,
        status=event.status,
        count=event.count,
        document=document,
    )


def _bounds(interval: Interval | None) -> tuple[int | None, int | None, str]:
    if interval is None or interval.first is None or interval.last is None:
        return None, None, ""
    return interval.first.toordinal(), interval.last.toordinal(), interval.rule


def _sides(participants: Iterable[Participant]) -> list[str]:
    return sorted({(p.state or p.actor_id).replace(" ", "-") for p in participants})


def _is_named(participant: Participant) -> bool:
    return participant.actor_id not in _UNNAMED

"""The fields of an incident that a person may set, and incidents that a person adds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast, get_args

from summitry.coding.ontology import load_ontology
from summitry.errors import UsageError
from summitry.linking import interval_text
from summitry.model import ActorKind, Event, EventType, Evidence, Incident, Interval, Participant, Role, Status

__all__ = ["FIELDS", "Field", "added_event", "check_edit", "edited", "field_text", "interval_between"]


@dataclass(frozen=True, slots=True)
class Field:
    """A field that can be set.

    Args:
        text: writes a value as readers see it.
        check: returns a value in the form that is stored, or raises `ValueError`.
        put: returns the incident with the value.
        get: returns the incident's value.
    """

    text: Callable[[object], str]
    check: Callable[[object], object]
    put: Callable[[Incident, object], Incident]
    get: Callable[[Incident], object]


def interval_between(start: str, end: str = "", rule: str = "by-hand") -> Interval | None:
    """Return the interval from one ISO date to another, each at day, month or year precision; `None` for none.

    Raises:
        ValueError: one is no date, or the end comes first.
    """
    if not start and not end:
        return None
    first = Interval.parse(start or end, rule)
    last = Interval.parse(end or start, rule)
    if first == last:
        return first
    precision = first.precision if first.precision == last.precision != "day" else "range"
    return Interval(first.first, last.last, precision, rule)


def _date(value: object) -> object:
    start, _, end = str(value).replace("..", "/").partition("/")
    interval_between(start.strip(), end.strip())
    return "/".join(part.strip() for part in (start, end) if part.strip())


def _put_date(incident: Incident, value: object) -> Incident:
    start, _, end = str(value).partition("/")
    return replace(incident, interval=interval_between(start, end, "corrected"))


def _get_date(incident: Incident) -> object:
    return interval_text(incident.interval)


def _one_of(words: Sequence[str]) -> Callable[[object], object]:
    def check(value: object) -> object:
        for word in words:
            if word.casefold() == str(value).strip().casefold():
                return word
        raise ValueError(f"{value!r} is none of {', '.join(w or 'nothing' for w in words)}")

    return check


def _modes() -> tuple[str, ...]:
    return ("", *sorted({mode for category in load_ontology().values() for mode in category.modes}))


def _whole(value: object) -> object:
    number = int(str(value))
    if number < 1:
        raise ValueError(f"{value} is no number of acts")
    return number


def _people(value: object) -> object:
    if not isinstance(value, list | tuple) or not all(isinstance(p, Mapping) and p.get("name") for p in value):
        raise ValueError("participants are a list of objects with a name")
    kinds = get_args(ActorKind)
    for p in value:
        if p.get("kind", "other") not in kinds:
            raise ValueError(f"{p['kind']!r} is no kind of actor; the kinds are {', '.join(kinds)}")
    keys = ("name", "state", "office", "kind", "actor_id")
    return [{key: str(p.get(key, "")) for key in keys} for p in value]


def _put_people(role: Role) -> Callable[[Incident, object], Incident]:
    def put(incident: Incident, value: object) -> Incident:
        others = tuple(p for p in incident.participants if p.role != role)
        given = participants_of(role, cast("Sequence[Mapping[str, Any]]", value))
        return replace(incident, participants=(*given, *others) if role == "actor" else (*others, *given))

    return put


def _get_people(role: Role) -> Callable[[Incident], object]:
    def get(incident: Incident) -> object:
        return [
            {"name": p.name, "state": p.state, "office": p.office, "kind": p.kind, "actor_id": p.actor_id}
            for p in incident.participants
            if p.role == role
        ]

    return get


def _names(value: object) -> str:
    return "; ".join(str(p["name"]) for p in cast("Sequence[Mapping[str, Any]]", value))


def _setter(name: str) -> Callable[[Incident, object], Incident]:
    def put(incident: Incident, value: object) -> Incident:
        return replace(incident, **cast("dict[str, Any]", {name: value}))

    return put


def _getter(name: str) -> Callable[[Incident], object]:
    def get(incident: Incident) -> object:
        return getattr(incident, name)

    return get


FIELDS: Mapping[str, Field] = {
    "interval": Field(str, _date, _put_date, _get_date),
    "place": Field(str, lambda value: str(value).strip(), _setter("place"), _getter("place")),
    "type": Field(str, _one_of(get_args(EventType)), _setter("type"), _getter("type")),
    "mode": Field(str, lambda value: _one_of(_modes())(value), _setter("mode"), _getter("mode")),
    "status": Field(str, _one_of(get_args(Status)), _setter("status"), _getter("status")),
    "count": Field(str, _whole, _setter("count"), _getter("count")),
    "actors": Field(_names, _people, _put_people("actor"), _get_people("actor")),
    "recipients": Field(_names, _people, _put_people("recipient"), _get_people("recipient")),
}
"""What can be set, by the name of its column; `interval` is an ISO date or two parted by a slash."""


def check_edit(name: str, value: object) -> object:
    """Return a value in the form that is stored.

    Raises:
        UsageError: there is no such field, or it cannot have this value.
    """
    if name not in FIELDS:
        raise UsageError(f"no field is called {name!r}; the fields are {', '.join(FIELDS)}")
    try:
        return FIELDS[name].check(value)
    except ValueError as error:
        raise UsageError(f"{name} cannot be {value!r}: {error}") from error


def edited(incident: Incident, name: str, value: object) -> Incident:
    """Return an incident with one field set to a value that `check_edit` passed."""
    return FIELDS[name].put(incident, value)


def field_text(incident: Incident, name: str) -> str:
    """Return a field as readers see it."""
    field = FIELDS[name]
    return field.text(field.get(incident))


def participants_of(role: Role, people: Sequence[Mapping[str, Any]]) -> tuple[Participant, ...]:
    """Return participants from JSON objects."""
    from summitry.actors.folding import slug

    return tuple(
        Participant(
            role,
            str(p["name"]),
            str(p.get("state", "")),
            str(p.get("office", "")),
            cast("ActorKind", p.get("kind") or "other"),
            str(p.get("actor_id") or slug(str(p["name"]))),
        )
        for p in people
    )


def added_event(incident: Mapping[str, Any]) -> Event:
    """Return what a person added as an event, its note as its words.

    Args:
        incident: `type`, `mode`, `actors`, `recipients`, `start`, `end`, `place`, `status`, `count` and `note`.

    Raises:
        UsageError: a field cannot have its value.
    """
    kind = cast("EventType", check_edit("type", incident.get("type", "")))
    status = cast("Status", check_edit("status", incident.get("status") or "occurred"))
    mode = str(check_edit("mode", incident.get("mode") or ""))
    try:
        interval = interval_between(str(incident.get("start") or ""), str(incident.get("end") or ""))
    except ValueError as error:
        raise UsageError(f"the incident's date cannot be: {error}") from error
    actors = participants_of("actor", cast("Any", check_edit("actors", incident.get("actors") or [])))
    recipients = participants_of("recipient", cast("Any", check_edit("recipients", incident.get("recipients") or [])))
    if not actors:
        raise UsageError("an incident needs somebody who acts")
    note = str(incident.get("note") or "")
    return Event(
        type=kind,
        mode=mode,
        participants=(*actors, *recipients),
        interval=interval,
        place=str(incident.get("place") or ""),
        status=status,
        according_to="author",
        count=int(cast("int", check_edit("count", incident.get("count") or 1))),
        evidence=(Evidence(0, len(note), note),) if note else (),
        score=1.0,
        rule="by-hand",
    )

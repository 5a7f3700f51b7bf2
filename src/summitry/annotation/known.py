"""Meetings and other dated happenings that everybody can look up, by who took part.

They date a text that speaks of one of them without saying the year.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from summitry.actors import Registry, load_registry
from summitry.errors import DataError
from summitry.model import ActorKind

__all__ = ["KnownMeeting", "KnownMeetings", "load_known", "same_state"]

_HEIRS = {"SUN": "RUS", "DDR": "DEU"}


def same_state(actor_id: str) -> str:
    """Return one id for a state and those before it whose relations it carries on."""
    return _HEIRS.get(actor_id, actor_id)


@dataclass(frozen=True, slots=True)
class KnownMeeting:
    """A dated happening.

    Args:
        start: its first day.
        end: its last day.
        people: the people who met, by id, each with the code of their state.
        bodies: ids of the states and organisations that took part themselves.
        states: codes of the states that the people led or that took part.
        city: name of the town or site, folded to lower case, `""` where none.
        country: name of the country, likewise.
        host: code of the country, `""` where the registry has none of that name.
        kind: `summit`, `visit`, `meeting`, `talks`, `treaty`, `nuclear test`, `relations-established`…
        label: how a reader may be told of it.
    """

    start: date
    end: date
    people: Mapping[str, str]
    bodies: frozenset[str]
    states: frozenset[str]
    city: str
    country: str
    host: str
    kind: str
    label: str


class KnownMeetings:
    """Known happenings, found by participant. Immutable.

    Args:
        meetings: all of them.
    """

    def __init__(self, meetings: Iterable[KnownMeeting]) -> None:
        self._by_actor: dict[str, list[KnownMeeting]] = defaultdict(list)
        self.all = tuple(sorted(meetings, key=lambda meeting: (meeting.start, meeting.end, meeting.label)))
        for meeting in self.all:
            for actor_id in sorted({*meeting.people, *meeting.bodies}):
                self._by_actor[actor_id].append(meeting)

    def of(self, actor_ids: Iterable[str]) -> tuple[KnownMeeting, ...]:
        """Return what any of some actors took part in, the earliest first."""
        found = {id(meeting): meeting for actor in actor_ids for meeting in self._by_actor.get(actor, ())}
        return tuple(sorted(found.values(), key=lambda meeting: (meeting.start, meeting.end, meeting.label)))


@cache
def load_known() -> KnownMeetings:
    """Load the known meetings of the package once.

    Raises:
        DataError: the data file is malformed.
    """
    registry = load_registry()
    source = files("summitry.annotation") / "data" / "known_meetings.csv"
    rows = csv.DictReader(source.read_text(encoding="utf-8").splitlines())
    return KnownMeetings(_meeting(row, number, registry) for number, row in enumerate(rows, 2))


def _meeting(row: Mapping[str, str], number: int, registry: Registry) -> KnownMeeting:
    where = f"known_meetings.csv, line {number}"
    try:
        start, end = date.fromisoformat(row["start"]), date.fromisoformat(row["end"])
    except ValueError as error:
        raise DataError(f"{where}: {error}") from error
    if start > end:
        raise DataError(f"{where}: ends before it begins")
    actors = [_actor(name, where, registry) for name in row["participants"].split(";")]
    city, _, country = row["place"].rpartition(", ")
    return KnownMeeting(
        start,
        end,
        {actor_id: same_state(state) for actor_id, kind, state in actors if kind == "person"},
        frozenset(same_state(actor_id) for actor_id, kind, _ in actors if kind != "person"),
        frozenset(same_state(state) for _, _, state in actors if state),
        (city or country).lower(),
        country.lower(),
        next((same_state(actor.id) for actor in registry.find(country) if actor.kind == "state"), ""),
        row["kind"],
        f"{row['participants'].replace(';', ', ')} {row['start']}",
    )


def _actor(name: str, where: str, registry: Registry) -> tuple[str, ActorKind, str]:
    named = [actor for actor in registry.find(name) if actor.name == name]
    if len(named) != 1:
        raise DataError(f"{where}: {name!r} names {len(named)} actors of the registry")
    return named[0].id, named[0].kind, named[0].state

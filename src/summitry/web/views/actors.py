"""Actors: the most active, and one with offices over time, meetings by partner and travel."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import cast

from summitry.actors import Registry, load_registry
from summitry.actors.entries import named
from summitry.model import Actor, ActorKind, Tenure
from summitry.record import Record
from summitry.record.browsing import actor_named, initials, names_from
from summitry.web.asking import Travels, WithWhom
from summitry.web.desk import Desk
from summitry.web.filters import narrowing
from summitry.web.links import address, with_query
from summitry.web.tables import Table
from summitry.web.travel import Journey
from summitry.web.view import Asked, NotFoundError, View
from summitry.web.views.incidents import listing, patience
from summitry.web.views.shared import pager
from summitry.web.words import state_name

__all__ = ["actor_page", "actors_page"]


def actors_page(desk: Desk, record: Record, asked: Asked) -> View:
    """Return the most active actors, or all whose names begin with a letter."""
    initial = asked.text("initial").lower()
    letters = initials(record)
    if initial in letters:
        return _letter(record, asked, initial, letters)
    tallies = desk.tallies()
    actors = tallies.actors if tallies else ()
    rows = ((a.actor_id, a.name, a.state, a.kind, str(a.count)) for a in actors)
    table = Table("actors", ("id", "name", "state", "kind", "incidents"), rows)
    context = {"actors": actors, "counting": tallies is None, "csv": "/actors.csv", "letters": letters, "initial": ""}
    return View("actors.html", context, {"items": [asdict(a) for a in actors]}, table)


def _letter(record: Record, asked: Asked, initial: str, letters: Sequence[str]) -> View:
    """Return a page of the names that begin with a letter."""
    rows = _ALL if asked.form == "csv" else _NAMES
    page = 1 if asked.form == "csv" else asked.number("page", 1)
    names, total = names_from(record, initial, rows, (page - 1) * rows)
    query = {"initial": initial}
    pages = pager(address("actors"), query, page, rows, total)
    context = {
        "names": names, "initial": initial, "letters": letters, "pager": pages, "csv": with_query("/actors.csv", query),
    }  # fmt: skip
    table = Table(f"actors-{initial}", ("name", "state", "kind"), ((n.name, n.state, n.kind) for n in names))
    return View("letter.html", context, {**pages.to_dict(), "items": [asdict(n) for n in names]}, table)


_ALL = 1_000_000
_NAMES = 300
"""Names a page of the list from A to Z."""


@dataclass(frozen=True, slots=True)
class Held:
    """An office with when it was held."""

    tenure: Tenure
    body: str
    since: str
    until: str


def actor_page(desk: Desk, record: Record, asked: Asked) -> View:
    """Return one actor, by name, id or code.

    Raises:
        NotFoundError: neither the record nor the registry knows such an actor.
    """
    registry = load_registry()
    name = asked.parts["name"]
    actor, known = _who(record, registry, name)
    asks = narrowing(asked, actor=actor.name if actor.kind != "state" else actor.state or actor.name)
    path = address("actors", name)
    context, data, table = listing(desk, record, asked, asks, path)
    met = desk.ask(record, WithWhom(actor.name), patience(desk, asked))
    trips = desk.ask(record, Travels(actor), patience(desk, asked)) or ()
    held = [_held(registry, tenure) for tenure in (registry.tenures(actor.id) if known else ())]
    context |= {
        "actor": actor,
        "known": known,
        "held": held,
        "met": met,
        "trips": trips,
        "places": _by_country(trips),
        "same": [other for other in named(registry, name) if other.id != actor.id][:8],
    }
    data |= {
        "actor": asdict(actor),
        "offices": [held_dict(h) for h in held],
        "partners": [asdict(p) for p in met or ()],
        "travel": [trip.to_dict() for trip in trips],
    }
    return View("actor.html", context, data, table)


def held_dict(held: Held) -> dict[str, str]:
    """Return an office as a JSON object."""
    tenure = held.tenure
    return {
        "office": tenure.office,
        "body": held.body,
        "since": held.since,
        "until": held.until,
        "source": tenure.source,
    }


def _who(record: Record, registry: Registry, name: str) -> tuple[Actor, bool]:
    """Return whom a name means, and whether the registry knows them."""
    found = actor_named(record, name)
    if found:
        known = registry.actor(found.actor_id)
        return known or Actor(found.actor_id, found.name, cast("ActorKind", found.kind), found.state), known is not None
    meant = named(registry, name)
    if not meant:
        raise NotFoundError("actor")
    return meant[0], True


def _held(registry: Registry, tenure: Tenure) -> Held:
    body = registry.actor(tenure.body)
    since, until = tenure.span.iso()
    return Held(tenure, body.name if body else tenure.body, since, until)


def _by_country(trips: Iterable[Journey]) -> list[tuple[str, str, int]]:
    """Return countries with the number of journeys there, most first."""
    counts: dict[str, int] = defaultdict(int)
    for trip in trips:
        counts[trip.state] += 1
    return [(code, state_name(code), n) for code, n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]

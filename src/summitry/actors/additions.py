"""What a user tells of one actor, as rows of the registry's tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summitry.actors.folding import slug
from summitry.actors.own_rows import OwnRow, alias_type, make_row
from summitry.actors.registry import Registry
from summitry.errors import UsageError
from summitry.model import Actor

__all__ = ["Addition", "rows_of"]

_LABEL = "actors add"


@dataclass(frozen=True, slots=True)
class Addition:
    """What is told of one actor; what is left empty is not told.

    Args:
        name: canonical name; an actor of that very name that is known already is meant.
        source: where it can be checked.
        kind: what sort of actor it is; `person` for a name that nobody has.
        state: alpha-3 code of the state it belongs to; for a state its own code.
        aliases: other ways to write the name.
        office: an office that a person held.
        role: what the office is, `other` unless told.
        start: when the office, or the life of an organisation or state, began: ISO at any precision.
        end: when it ended.
        body: alpha-3 code of the state, or id of the organisation, that the office is held for;
            the person's state unless told.
    """

    name: str
    source: str
    kind: str = ""
    state: str = ""
    aliases: tuple[str, ...] = ()
    office: str = ""
    role: str = ""
    start: str = ""
    end: str = ""
    body: str = ""


def rows_of(told: Addition, package: Registry, known: Registry) -> list[OwnRow]:
    """Return what is told as rows; the same rows whatever was added before.

    Args:
        told: what is told.
        package: the registry of the package.
        known: the registry with what the user added before, asked for the kind where none is told.

    Raises:
        UsageError: what is told makes no sense together.
    """
    key = told.state if told.kind == "state" else slug(told.name)
    before = known.actor(key)
    kind = told.kind or (before.kind if before else "person")
    if kind != "person" and (told.office or told.role or told.body):
        raise UsageError(f"an office, role and body are told of a person; the kind of {told.name!r} is {kind}")
    listed = package.actor(key)
    if kind == "person":
        rows = _person(told, listed)
    elif kind == "state":
        rows = _state(told, package)
    else:
        rows = _organisation(told, kind, listed, known=before is not None)
    if not rows:
        raise UsageError(f"{told.name!r} is known already, and nothing new is told; see `summitry actors show`")
    return rows


def _person(told: Addition, listed: Actor | None) -> list[OwnRow]:
    name = listed.name if listed and slug(listed.name) == listed.id else told.name
    rows: list[OwnRow] = []
    if told.office:
        body = told.body or told.state or (listed.state if listed else "")
        if not body:
            raise UsageError(f"whose office is {told.office!r}? name the state with --state or --body")
        times = {"start": told.start, "end": told.end}
        rows.append(
            _row(told, "tenures", person=name, state=body, office=told.office, role=told.role or "other", **times)
        )
    elif told.start or told.end or told.role or told.body:
        raise UsageError("dates, a role and a body are told of an office; name it with --office")
    placed = told.state and not (told.office and told.body in ("", told.state))
    new = not listed and not told.office
    if (placed and (not listed or listed.state != told.state)) or new:
        rows.append(_row(told, "people", person=name, state=told.state))
    return rows + _aliases(told, "person_aliases", "person", name)


def _organisation(told: Addition, kind: str, listed: Actor | None, *, known: bool) -> list[OwnRow]:
    key = slug(told.name)
    fresh = told.state or told.start or told.end or not (listed or known) or (told.kind and not listed)
    life = {"start": told.start, "end": told.end}
    rows = [_row(told, "organisations", id=key, name=told.name, kind=kind, state=told.state, **life)] if fresh else []
    return rows + _aliases(told, "organisation_aliases", "id", key)


def _state(told: Addition, package: Registry) -> list[OwnRow]:
    code = told.state or next((actor.id for actor in package.find(told.name) if actor.kind == "state"), "")
    listed = package.actor(code)
    if listed and listed not in package.find(told.name):
        raise UsageError(f"{code} is the code of {listed.name}; give {told.name!r} another with --state")
    if not code:
        raise UsageError(f"give {told.name!r} a code of three capitals with --state")
    life = {"start": told.start, "end": told.end}
    new = [] if listed else [_row(told, "states", code=code, name=told.name, recognition="none", **life)]
    return new + _aliases(told, "state_aliases", "code", code)


def _aliases(told: Addition, table: str, column: str, key: str) -> list[OwnRow]:
    given: Sequence[str] = [alias for alias in dict.fromkeys(told.aliases) if alias != told.name]
    return [_row(told, table, **{column: key}, alias=alias, type=alias_type(table, alias)) for alias in given]


def _row(told: Addition, table: str, **values: str) -> OwnRow:
    return make_row(_LABEL, table, source=told.source, **values)

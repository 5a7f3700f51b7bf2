"""The registry's data files as one checked set of values."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from summitry.actors.folding import slug
from summitry.actors.names import Alias
from summitry.actors.personal_names import full_forms
from summitry.actors.rows import Row, data_rows, kind, label_rows, role, span
from summitry.errors import DataError
from summitry.model import Actor, Interval, Tenure

__all__ = ["StateRow", "Tables", "read_tables", "tables_from"]

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "states": ("code", "name", "start", "end", "successor", "cow", "gw", "capital", "recognition", "source"),
    "organisations": ("id", "name", "kind", "state", "start", "end", "source"),
    "tenures": ("person", "state", "office", "role", "start", "end", "source"),
    "people": ("person", "state", "note", "source"),
    "state_aliases": ("code", "alias", "type", "start", "end", "source"),
    "organisation_aliases": ("id", "alias", "type", "source"),
    "person_aliases": ("person", "alias", "type", "source"),
}
_FILES = {"tenures": "tenures", "person_aliases": "person_aliases"}
_OPTIONAL = {"people"}

_OF_STATE = re.compile(r"(\S+ (?:\S+ )?Party) of .+")
"""`Communist Party of China`: in a text on China the first part is enough."""

_BIRTH_YEAR = re.compile(r"\s*\(\d{4}\)$")
_ALWAYS = Interval(None, None, "open", "registry")


@dataclass(frozen=True, slots=True)
class StateRow:
    """A state as its data file gives it."""

    code: str
    name: str
    life: Interval
    capital: str
    successor: str


@dataclass(slots=True)
class Tables:
    """Checked rows of all data files. Built once, then only read."""

    actors: dict[str, Actor] = field(default_factory=dict)
    states: dict[str, StateRow] = field(default_factory=dict)
    organisations: dict[str, Interval] = field(default_factory=dict)
    tenures: list[Tenure] = field(default_factory=list)
    aliases: dict[tuple[object, ...], Alias] = field(default_factory=dict)
    spellings: list[tuple[str, str, str]] = field(default_factory=list)
    governing: list[tuple[str, str, Interval]] = field(default_factory=list)

    def copy(self) -> Tables:
        """Return a copy that can grow without changing this one."""
        return Tables(
            dict(self.actors),
            dict(self.states),
            dict(self.organisations),
            list(self.tenures),
            dict(self.aliases),
            list(self.spellings),
            list(self.governing),
        )


def read_tables() -> Tables:
    """Read the data files of the package.

    Raises:
        DataError: a file is malformed.
    """
    tables = Tables()
    rows = {name: data_rows(_FILES.get(name, f"{name}.csv"), columns) for name, columns in COLUMNS.items()}
    _fill(tables, rows)
    for row in data_rows("governing.csv", ("code", "role", "start", "end", "source")):
        tables.governing.append((row["code"], role(row), span(row)))
    return tables


def tables_from(added: Mapping[str, Iterable[Mapping[str, str] | Row]], base: Tables) -> Tables:
    """Return the base with a user's rows added, by name of the data file.

    Raises:
        DataError: a row is malformed.
    """
    tables = base.copy()
    _fill(tables, {name: label_rows(name, added.get(name, ()), columns) for name, columns in COLUMNS.items()})
    return tables


def _fill(tables: Tables, rows: Mapping[str, Iterator[Row]]) -> None:
    for row in rows["states"]:
        _add_state(tables, row)
    for row in rows["organisations"]:
        _add_organisation(tables, row)
    people: dict[str, dict[str, None]] = defaultdict(dict)
    for row in rows["tenures"]:
        _add_tenure(tables, row, people)
    for row in rows["people"]:
        people[row.required("person")][row["state"]] = None
    for person, states in people.items():
        _add_person(tables, person, next((state for state in reversed(states) if state), ""))
    for row in rows["state_aliases"]:
        _add_alias(tables, row, row.required("code"), span(row))
    for row in rows["organisation_aliases"]:
        _add_alias(tables, row, row.required("id"), _ALWAYS)
    for row in rows["person_aliases"]:
        _add_alias(tables, row, slug(row.required("person")), _ALWAYS)


def _name(tables: Tables, key: str, text: str, type_: str, life: Interval) -> None:
    tables.aliases.setdefault((key, text, type_, life.first, life.last), Alias(key, text, type_, life))


def _add_state(tables: Tables, row: Row) -> None:
    code, name = row.required("code"), row.required("name")
    tables.actors[code] = Actor(code, name, "state", _public_code(row))
    tables.states[code] = StateRow(code, name, span(row), row["capital"], row["successor"])
    _name(tables, code, name, "name", _ALWAYS)


def _public_code(row: Row) -> str:
    """Return the code that texts' states carry: a code of ours yields to that of the state that holds the seat."""
    return row["code"] if not row["source"].startswith("own-code") else row["successor"]


def _add_organisation(tables: Tables, row: Row) -> None:
    key, name = row.required("id"), row.required("name")
    tables.actors[key] = Actor(key, name, kind(row), row["state"])
    tables.organisations[key] = span(row)
    if row["kind"] == "party" and (generic := _OF_STATE.fullmatch(name)):
        _name(tables, key, generic[1], "generic", _ALWAYS)
    _name(tables, key, name, "name", _ALWAYS)


def _add_tenure(tables: Tables, row: Row, people: dict[str, dict[str, None]]) -> None:
    person, body = row.required("person"), row.required("state")
    if body not in tables.actors:
        raise DataError(f"{row.place}: {body!r} is neither a state nor an organisation of the registry")
    key = slug(person)
    tables.tenures.append(Tenure(key, row.required("office"), role(row), body, span(row), row["source"]))
    state = body if body in tables.states else tables.actors[body].state
    if state or person not in people:
        people[person][state] = None


def _add_person(tables: Tables, person: str, state: str) -> None:
    key, name = slug(person), _BIRTH_YEAR.sub("", person)
    before = tables.actors.get(key)
    if before and before.kind != "person":
        raise DataError(f"the person {person!r} has the id of {before.name!r}")
    if before:  # a row added later tells of a known person, and neither renames nor moves them by saying nothing
        name, state = before.name, state or before.state
    tables.actors[key] = Actor(key, name, "person", state)
    for form in full_forms(name, state):
        _name(tables, key, form, "name", _ALWAYS)
    tables.spellings.append((name, state, key))


def _add_alias(tables: Tables, row: Row, key: str, life: Interval) -> None:
    actor = tables.actors.get(key)
    if actor is None:
        raise DataError(f"{row.place}: the registry has no {key!r}")
    alias, type_ = row.required("alias"), row["type"]
    _name(tables, key, alias, type_, life)
    if actor.kind == "person" and type_ in ("romanisation", "full", "misspelling"):
        tables.spellings.append((alias, actor.state, key))

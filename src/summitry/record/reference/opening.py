"""A shipped chronology opened as a record in memory: each of its rows an incident added by hand, with its source."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from summitry.actors import Registry, load_registry
from summitry.errors import DataError, UsageError
from summitry.model import Actor, ActorKind, Interval
from summitry.record.connection import plainly, transaction
from summitry.record.correction_rows import correction_from_json, put_correction
from summitry.record.editing import added_event, interval_between
from summitry.record.record import Record
from summitry.record.relinking import relink
from summitry.record.schema import bring_up_to_date

__all__ = ["open_reference", "participant_named", "parts", "reference_names", "reference_rows"]

COLUMNS = (
    "key", "type", "mode", "start", "end", "status", "place", "actors", "recipients", "count", "note", "source",
)  # fmt: skip
_MADE_AT = "1970-01-01T00:00:00.000+00:00"
"""Rows of a chronology have no moment at which they were decided; all bear the same."""


def reference_names() -> tuple[str, ...]:
    """Return the names of the shipped chronologies."""
    return tuple(sorted(entry.name for entry in _folder().iterdir() if entry.is_dir() and _tables(entry)))


def open_reference(name: str) -> Record:
    """Open a shipped chronology as a record that lives in memory and is never written to disk.

    Args:
        name: one of `reference_names()`.

    Raises:
        UsageError: there is no such chronology.
        DataError: a row of it is wrong.
    """
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.row_factory = sqlite3.Row
    path = Path(f"reference {name}")
    with plainly(path):
        bring_up_to_date(connection, path)
        with transaction(connection):
            for row in reference_rows(name):
                correction = correction_from_json(_correction(name, row))
                put_correction(connection, correction)
                key = _key(row["incident"])
                connection.execute("INSERT OR IGNORE INTO stale_keys VALUES (?)", (key,))
        relink(connection, path)
    return Record(path, connection)


def _key(incident: object) -> str:
    from summitry.linking import link_key

    assert isinstance(incident, Mapping)
    return link_key(added_event(incident))


def _correction(name: str, row: Mapping[str, object]) -> dict[str, object]:
    change = {"incident": row["incident"], "citation": row["source"], "key": row["key"]}
    common: dict[str, object] = {"made_at": _MADE_AT, "author": f"reference {name}", "reason": ""}
    return {**common, "action": "add", "targets": [], "change": change}


def reference_rows(name: str) -> Iterator[dict[str, object]]:
    """Yield the rows of a chronology: `key`, `source`, and the `incident` with its participants resolved.

    Raises:
        UsageError: there is no such chronology.
        DataError: a row is wrong.
    """
    if name not in reference_names():
        raise UsageError(f"no reference record is called {name!r}; there is {', '.join(reference_names()) or 'none'}")
    registry = load_registry()
    for table in _tables(_folder() / name):
        lines = table.read_text(encoding="utf-8").splitlines()
        reader = csv.DictReader(lines)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise DataError(f"{table.name}: its columns are not {', '.join(COLUMNS)}")
        for number, row in enumerate(reader, start=2):
            try:
                yield {"key": row["key"], "source": row["source"], "incident": _incident(row, registry)}
            except (ValueError, UsageError) as error:
                raise DataError(f"{table.name}, row {number} ({row['key']}): {error}") from error


def _incident(row: Mapping[str, str], registry: Registry) -> dict[str, object]:
    interval = interval_between(row["start"], row["end"])
    incident: dict[str, object] = {
        **{field: row[field] for field in ("type", "mode", "start", "end", "status", "place", "note")},
        "count": int(row["count"] or 1),
        "actors": [participant_named(text, interval, registry) for text in parts(row["actors"])],
        "recipients": [participant_named(text, interval, registry) for text in parts(row["recipients"])],
    }
    added_event(incident)
    return incident


def parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def participant_named(text: str, interval: Interval | None, registry: Registry) -> dict[str, str]:
    """Return a participant written `Name` or `Name|STATE|Office|kind`; what is left out the registry tells."""
    name, *told = (part.strip() for part in text.split("|"))
    state, office, kind = (*told, "", "", "")[:3]
    known = [actor for actor in registry.find(name) if not kind or actor.kind == kind]
    if state:
        known = [actor for actor in known if actor.state == state]
    known = _likeliest(known, name, interval, registry)
    if len(known) != 1 and not told:
        raise ValueError(f"{name!r} means {len(known)} actors of the registry; write Name|STATE|Office|kind")
    actor = known[0] if len(known) == 1 else None
    tenure = registry.office_at(actor.id, interval) if actor and not office else None
    served = tenure.body if tenure and tenure.body in registry.states else ""  # Yeltsin in 1992 is Russia's
    return {
        "name": actor.name if actor and not told else name,
        "state": state or served or (actor.state if actor else ""),
        "office": office or (tenure.office if tenure else ""),
        "kind": kind or _kind(actor.kind if actor else "person"),
        "actor_id": actor.id if actor else "",
    }


def _likeliest(known: Sequence[Actor], name: str, interval: Interval | None, registry: Registry) -> list[Actor]:
    """Return those of several actors of a name that bear it as their own, else those that existed at the time."""
    own = [actor for actor in known if actor.name == name]
    found = own or list(known)
    if len(found) > 1 and interval is not None:
        found = [a for a in found if (life := registry.life(a.id)) is None or life.overlaps(interval)]
    return found


def _kind(kind: ActorKind) -> str:
    return kind


def _folder() -> Traversable:
    return files("summitry.record.reference")


def _tables(folder: Traversable) -> list[Traversable]:
    return sorted((e for e in folder.iterdir() if e.name.endswith(".csv")), key=lambda entry: entry.name)

"""A user's own actors: kept in the record, and known to the coder at the next reading."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from summitry.coding import CODER
from summitry.errors import DataError, UsageError
from summitry.record.connection import plainly, transaction
from summitry.toolkits import import_spacy

if TYPE_CHECKING:
    from summitry.actors import Registry
    from summitry.actors.entries import Entry
    from summitry.actors.own_rows import OwnRow
    from summitry.record.learning import LearningCoder
    from summitry.record.workers import Coder

__all__ = ["LoadCoderKnowing", "OwnActors", "OwnRows", "read_own_rows"]

TABLES = ("states", "organisations", "tenures", "people", "state_aliases", "organisation_aliases", "person_aliases")
"""The data files of the registry that users have a table `own_…` for."""

_DIGITS = 12


@dataclass(frozen=True, slots=True)
class OwnRows:
    """All rows of a user, equal where the facts are.

    Args:
        digest: made from the rows, `""` where there are none.
        tables: rows by name of the registry's data file, in an order made from what they say.
    """

    digest: str
    tables: Mapping[str, Sequence[Mapping[str, str]]] = field(compare=False, repr=False)

    def __bool__(self) -> bool:
        return bool(self.digest)

    def __len__(self) -> int:
        return sum(map(len, self.tables.values()))

    @property
    def coder(self) -> str:
        """Name of the bundled coder that knows them."""
        return self.named(CODER)

    def named(self, coder: str) -> str:
        """Return the name of a coder that knows them. It changes with the rows, so that documents are coded again."""
        return f"{coder}+actors-{self.digest}" if self else coder

    def added_to(self, registry: Registry) -> Registry:
        """Return a registry with these rows.

        Raises:
            DataError: they name an actor of the registry that is there no longer, as another version may.
        """
        if not self:
            return registry
        try:
            return registry.with_rows(**self.tables)
        except DataError as error:
            raise DataError(
                f"the record's own actors do not fit the registry of this summitry (own_{error}); "
                "take them back with `summitry actors remove` and add them anew"
            ) from error


@dataclass(frozen=True, slots=True)
class LoadCoderKnowing:
    """Loads the bundled coder with a user's own actors; can be sent to another process, and is told apart by digest."""

    rows: OwnRows

    def __call__(self) -> Coder:
        """Load it, in whatever process this is."""
        return load_coder_knowing(self.rows)


def load_coder_knowing(rows: OwnRows) -> Coder:
    """Load the bundled coder with a user's own actors."""
    import_spacy()
    from summitry.actors import load_registry
    from summitry.coding import load_coder

    return load_coder().knowing(rows.added_to(load_registry()), rows.coder)


def read_own_rows(connection: sqlite3.Connection) -> OwnRows:
    """Return the rows that a record holds."""
    tables = {table: rows for table in TABLES if (rows := _rows_of(connection, table))}
    packed = json.dumps(tables, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return OwnRows(hashlib.sha256(packed.encode("ascii")).hexdigest()[:_DIGITS] if tables else "", tables)


def _rows_of(connection: sqlite3.Connection, table: str) -> tuple[dict[str, str], ...]:
    return tuple(sorted((dict(row) for row in connection.execute(f"SELECT * FROM own_{table}")), key=_values))


def _values(row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(row.values())


@dataclass(frozen=True, slots=True)
class OwnActors:
    """The actors that a user added to a record. Iterating yields what is known of each.

    Args:
        connection: the record.
        path: its file, for messages.
    """

    connection: sqlite3.Connection
    path: Path

    def __iter__(self) -> Iterator[Entry]:
        return iter(entry for entry in self.search() if entry.own)

    def __len__(self) -> int:
        return len(self._ids())

    def add(
        self,
        name: str,
        *,
        source: str,
        kind: str = "",
        state: str = "",
        aliases: Sequence[str] = (),
        office: str = "",
        role: str = "",
        start: str = "",
        end: str = "",
        body: str = "",
    ) -> int:
        """Add an actor, or tell more of one that is known. Telling it again changes nothing.

        Args:
            name: canonical name; family name first for Chinese, Korean and Vietnamese names. Somebody
                else of the same name is told apart by a birth year: `Kim Song (1970)`.
            source: where it can be checked.
            kind: `person` unless told or known, `state`, `igo`, `party`, `armed-group`, `media`,
                `military`, `government` or `other`.
            state: alpha-3 code of the state it belongs to; for a state its own code.
            aliases: other ways to write the name.
            office: an office that a person held.
            role: what the office is, `other` unless told (`summitry.model.OfficeRole`).
            start: when the office, organisation or state began: ISO at day, month or year.
            end: when it ended, empty where it goes on.
            body: alpha-3 code or id that the office is held for; the state unless told.

        Returns:
            How many rows are new.

        Raises:
            UsageError: what is told makes no sense; nothing was changed.
            RecordError: the record cannot be written.
        """
        from summitry.actors.additions import Addition, rows_of

        told = Addition(name, source, kind, state, tuple(aliases), office, role, start, end, body)
        package, known = self._registries()
        try:
            return self._put(rows_of(told, package, known))
        except DataError as error:
            raise UsageError(str(error)) from error

    def import_csv(self, *paths: str | Path) -> int:
        """Add the rows of CSV files, all of them or none.

        Args:
            paths: files with the header of one of the registry's data files each: tenures, people,
                person_aliases, organisations, organisation_aliases, states or state_aliases. They
                may name one another's actors, in any order.

        Returns:
            How many rows are new.

        Raises:
            DataError: a row is bad, named with its file and line; nothing was changed.
            OSError: a file cannot be read.
            RecordError: the record cannot be written.
        """
        from summitry.actors.own_rows import read_rows

        return self._put([row for path in paths for row in read_rows(Path(path))])

    def remove(self, name: str) -> int:
        """Take back all that the user told of an actor, by its id or canonical name.

        Returns:
            How many rows are gone.

        Raises:
            UsageError: the user told nothing of such an actor, or other rows need it.
            RecordError: the record cannot be written.
        """
        from summitry.actors.folding import slug

        keys = {name.strip(), slug(name)}
        with plainly(self.path), transaction(self.connection):
            before = read_own_rows(self.connection)
            gone = sum(
                self.connection.execute(f"DELETE FROM own_{table} WHERE {_matching(row)}", row).rowcount
                for table, rows in before.tables.items()
                for row in rows
                if _actor_id(row) in keys
            )
            if not gone:
                raise UsageError(
                    f"you have added nobody called {name!r}; `summitry actors list --record FILE` shows who"
                )
            fault = _fault(read_own_rows(self.connection))
            if fault and not _fault(before):
                raise UsageError(f"{name!r} is needed by rows of other actors ({fault}); remove those first")
        return gone

    def search(self, words: str = "") -> list[Entry]:
        """Return all that is known, of the registry's actors and of your own, where something holds the words."""
        from summitry.actors.entries import entries

        _, known = self._registries()
        return list(entries(known, words, self._ids()))

    def find(self, name: str) -> list[Entry]:
        """Return what is known of the actors of an id or a name."""
        from summitry.actors.entries import entry_of, named

        _, known = self._registries()
        own = self._ids()
        return [entry_of(known, actor, own) for actor in named(known, name)]

    def known_to(self, load: Callable[[], LearningCoder]) -> Callable[[], Coder]:
        """Return what loads another coder than the bundled one, told of these actors: for `Record.read`."""
        from summitry.record.learning import LoadTold

        with plainly(self.path):
            return LoadTold(read_own_rows(self.connection), load)

    def registry(self) -> Registry:
        """Return the registry of the package with the user's own rows."""
        return self._registries()[1]

    def _registries(self) -> tuple[Registry, Registry]:
        """Return the registry without and with the user's own rows."""
        from summitry.actors import load_registry

        package = load_registry()
        with plainly(self.path):
            return package, read_own_rows(self.connection).added_to(package)

    def _put(self, rows: Sequence[OwnRow]) -> int:
        from summitry.actors import load_registry
        from summitry.actors.own_rows import check_rows

        package = load_registry()
        with plainly(self.path), transaction(self.connection):
            check_rows(rows, read_own_rows(self.connection).added_to(package))
            return sum(self._insert(row.table, row.values) for row in rows)

    def _insert(self, table: str, values: Sequence[str]) -> int:
        marks = ", ".join("?" for _ in values)
        return self.connection.execute(f"INSERT OR IGNORE INTO own_{table} VALUES ({marks})", tuple(values)).rowcount

    def _ids(self) -> frozenset[str]:
        with plainly(self.path):
            rows = read_own_rows(self.connection)
        return frozenset(_actor_id(row) for told in rows.tables.values() for row in told)


def _fault(rows: OwnRows) -> str:
    """Return what keeps rows from being added to the registry, `""` where nothing does."""
    from summitry.actors import load_registry

    try:
        load_registry().with_rows(**rows.tables)
    except DataError as error:
        return str(error)
    return ""


def _actor_id(row: Mapping[str, str]) -> str:
    from summitry.actors.folding import slug

    key = next(iter(row.values()))
    return slug(key) if "person" in row else key


def _matching(row: Mapping[str, str]) -> str:
    return " AND ".join(f'"{column}" = :{column}' for column in row)

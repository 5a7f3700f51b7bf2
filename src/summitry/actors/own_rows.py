"""Rows that users add to the registry: read from their CSV files, and held to the rules of ours."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from summitry.actors.folding import fold, is_unspaced, slug
from summitry.actors.registry import Registry
from summitry.actors.rows import Row
from summitry.actors.tables import COLUMNS
from summitry.errors import DataError
from summitry.limits import Limits

__all__ = ["OwnRow", "alias_type", "check_rows", "group_rows", "make_row", "read_rows"]

_ALIAS_TYPES: Mapping[str, tuple[str, ...]] = {
    "person_aliases": ("romanisation", "short", "full", "native", "misspelling", "style"),
    "organisation_aliases": ("name", "acronym", "short", "native"),
    "state_aliases": (
        *("name", "long-name", "former-name", "adjective", "demonym"),
        *("capital", "seat", "nickname", "acronym", "native"),
    ),
}
_NAMES = {"tenures": "person", "people": "person", "person_aliases": "person", "organisations": "name"}
_SHORT_ACRONYM = 6
_JOINERS = {0x200C: None, 0x200D: None}
"""Marks within words of Persian and Indian scripts."""
_CODE = re.compile("[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class OwnRow:
    """One fact that a user adds.

    Args:
        table: the data file of ours that has such rows: `tenures`, `person_aliases` and so on.
        row: its values, with the file and line it was read from.
    """

    table: str
    row: Row

    @property
    def values(self) -> tuple[str, ...]:
        """The values in the order of the data file's columns."""
        return tuple(self.row[column] for column in COLUMNS[self.table])

    @property
    def actor_id(self) -> str:
        """Id of the actor that it tells of."""
        column = COLUMNS[self.table][0]
        return slug(self.row[column]) if column == "person" else self.row[column]


def make_row(label: str, table: str, **values: str) -> OwnRow:
    """Return a row that was not read from a file; columns that are not given are empty.

    Args:
        label: what to call it in a message.
        table: name of the data file.
        values: values by column.
    """
    columns = COLUMNS[table]
    places = {column: place for place, column in enumerate(columns)}
    return OwnRow(table, Row(label, 0, places, [_clean(values.get(column, "")) for column in columns]))


def read_rows(path: Path) -> list[OwnRow]:
    """Read a user's CSV file; its header tells which of our data files it is like.

    Raises:
        DataError: a line is malformed, with the file and the line.
        OSError: the file cannot be read.
    """
    limit = Limits().file_bytes
    if path.stat().st_size > limit:
        raise DataError(f"{path}: larger than {limit} bytes")
    held = path.read_bytes()
    try:
        text = held.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = held.count(b"\n", 0, error.start) + 1
        raise DataError(f"{path}:{line}: not written in UTF-8; save the file as CSV in UTF-8") from error
    return list(_rows(path, text))


def _rows(path: Path, text: str) -> Iterator[OwnRow]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = [_clean(column) for column in next(reader, [])]
        table = _table_of(header, path)
        places = {column: place for place, column in enumerate(header)}
        for values in reader:
            if not any(values):
                continue
            if len(values) != len(header):
                raise DataError(f"{path}:{reader.line_num}: {len(values)} values, {len(header)} columns")
            told = {column: _clean(value) for column, value in zip(header, values, strict=True)}
            yield OwnRow(table, Row(str(path), reader.line_num, places, list(_with_type(table, told).values())))
    except csv.Error as error:
        raise DataError(f"{path}:{reader.line_num}: {error}") from error


def _with_type(table: str, told: dict[str, str]) -> dict[str, str]:
    """Fill in the type of an alias where it is left empty."""
    untyped = table in _ALIAS_TYPES and not told["type"]
    return told | {"type": alias_type(table, told["alias"])} if untyped else told


def _table_of(header: Sequence[str], path: Path) -> str:
    """Return the data file that has just these columns, in whatever order."""
    for table, columns in COLUMNS.items():
        if sorted(header) == sorted(columns):
            return table
    near = max(COLUMNS, key=lambda table: len(set(header) & set(COLUMNS[table])) - len(COLUMNS[table]) / 100)
    raise DataError(f"{path}:1: the header is that of no table of actors; {near} has {','.join(COLUMNS[near])}")


def _clean(text: str) -> str:
    return " ".join(text.split())


def group_rows(rows: Iterable[OwnRow]) -> dict[str, list[Row]]:
    """Return rows by table, as `Registry.with_rows` takes them."""
    grouped: dict[str, list[Row]] = defaultdict(list)
    for own in rows:
        grouped[own.table].append(own.row)
    return grouped


def check_rows(rows: Sequence[OwnRow], registry: Registry) -> Registry:
    """Hold new rows to the rules of the registry's own data.

    Args:
        rows: the new rows; they may name one another in any order.
        registry: what is known without them.

    Returns:
        The registry with them.

    Raises:
        DataError: a row is malformed or names somebody who is not there, with its file and line.
    """
    for own in rows:
        _check_values(own)
        _check_kind(own, registry)
    larger = registry.with_rows(**group_rows(rows))
    for own in rows:
        if own.table in ("people", "organisations") and (state := own.row["state"]) and state not in larger.states:
            raise DataError(f"{own.row.place}: {state!r} is no state of the registry")
    return larger


def _check_values(own: OwnRow) -> None:
    row = own.row
    row.required("source")
    for column, value in zip(COLUMNS[own.table], own.values, strict=True):
        if not value.translate(_JOINERS).isprintable():
            raise DataError(f"{row.place}: column {column!r} holds characters that cannot be printed")
    for column in (_NAMES.get(own.table, ""), "alias"):
        if column in row.columns and not fold(row.required(column)):
            raise DataError(f"{row.place}: {column} {row[column]!r} has no letters")
    types = _ALIAS_TYPES.get(own.table)
    if types and row["type"] not in types:
        raise DataError(f"{row.place}: unknown type {row['type']!r}; it is one of {', '.join(types)}")


_KINDS: Mapping[str, tuple[str, ...]] = {
    "tenures": ("person",),
    "people": ("person",),
    "person_aliases": ("person",),
    "states": ("state",),
    "state_aliases": ("state",),
    "organisations": ("igo", "party", "armed-group", "media", "military", "government", "other"),
    "organisation_aliases": ("igo", "party", "armed-group", "media", "military", "government", "other"),
}


def _check_kind(own: OwnRow, registry: Registry) -> None:
    """Refuse a row that would make a person of an organisation, or the other way round."""
    row, known, fit = own.row, registry.actor(own.actor_id), _KINDS[own.table]
    if known and known.kind not in fit:
        raise DataError(f"{row.place}: {known.name!r} is known already, and its kind is {known.kind}")
    if own.table == "organisations":
        if row["kind"] not in fit:
            raise DataError(f"{row.place}: unknown kind {row['kind']!r}; it is one of {', '.join(fit)}")
        if slug(row["id"]) != row["id"]:
            raise DataError(f"{row.place}: id {row['id']!r} must be written {slug(row['id'])!r}")
    if own.table == "states" and not _CODE.fullmatch(row["code"]):
        raise DataError(f"{row.place}: code {row['code']!r} must be three capitals")


def alias_type(table: str, alias: str) -> str:
    """Return the type of an alias that comes without one.

    >>> alias_type("person_aliases", "Ada B. Example"), alias_type("organisation_aliases", "ABC")
    ('romanisation', 'acronym')
    """
    if table == "state_aliases":
        return "name"
    if is_unspaced(alias) or not any(letter.isascii() for letter in alias if letter.isalpha()):
        return "native"
    if table == "person_aliases":
        return "romanisation" if " " in alias else "short"
    return "acronym" if alias.isupper() and len(alias) <= _SHORT_ACRONYM else "name"

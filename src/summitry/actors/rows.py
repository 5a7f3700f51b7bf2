"""The registry's CSV files as checked rows. A malformed line is named with its file and number."""

from __future__ import annotations

import csv
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import cast, get_args

from summitry.errors import DataError
from summitry.model import ActorKind, Interval
from summitry.model.actor import OfficeRole

__all__ = ["Row", "data_rows", "kind", "label_rows", "role", "span"]

_ROLES = frozenset(get_args(OfficeRole))
_KINDS = frozenset(get_args(ActorKind))


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a data file."""

    source: str
    line: int
    columns: Mapping[str, int]
    values: Sequence[str]

    @property
    def place(self) -> str:
        """`file:line`, for messages; the source alone where it has no lines."""
        return f"{self.source}:{self.line}" if self.line else self.source

    def __getitem__(self, column: str) -> str:
        return self.values[self.columns[column]]

    def required(self, column: str) -> str:
        """Return a value that must not be empty.

        Raises:
            DataError: it is empty.
        """
        value = self[column]
        if not value:
            raise DataError(f"{self.place}: column {column!r} is empty")
        return value


def data_rows(name: str, columns: tuple[str, ...]) -> Iterator[Row]:
    """Read a data file of the package, or every `*.csv` of a folder of it, in the order of names.

    Args:
        name: file or folder below `summitry/actors/data`.
        columns: columns that must be there.

    Raises:
        DataError: a column is missing, or a line has too many or too few values.
    """
    where = files("summitry.actors") / "data" / name
    sources = sorted(where.iterdir(), key=lambda item: item.name) if where.is_dir() else [where]
    for source in sources:
        if source.name.endswith(".csv"):
            yield from _read(source, columns)


def label_rows(label: str, rows: Iterable[Mapping[str, str] | Row], columns: tuple[str, ...]) -> Iterator[Row]:
    """Check rows that did not come from a file of the package; absent columns are read as empty."""
    places = {column: place for place, column in enumerate(columns)}
    for number, values in enumerate(rows, 1):
        if isinstance(values, Row):  # read from a user's file: it names its own place
            yield values
            continue
        unknown = set(values) - set(columns)
        if unknown:
            raise DataError(f"{label}:{number}: unknown column {min(unknown)!r}")
        yield Row(label, number, places, [values.get(column, "").strip() for column in columns])


def span(row: Row) -> Interval:
    """Read the columns `start` and `end` as an interval; an empty one leaves that side open.

    Raises:
        DataError: a date is malformed or the end lies before the start.
    """
    first, last = _bound(row, "start"), _bound(row, "end")
    if first and last and first > last:
        raise DataError(f"{row.place}: ends ({last}) before it begins ({first})")
    return Interval(first, last, "range", "registry")


def role(row: Row) -> OfficeRole:
    """Read the column `role`."""
    if row["role"] not in _ROLES:
        raise DataError(f"{row.place}: unknown role {row['role']!r}")
    return cast(OfficeRole, row["role"])


def kind(row: Row) -> ActorKind:
    """Read the column `kind`."""
    if row["kind"] not in _KINDS:
        raise DataError(f"{row.place}: unknown kind {row['kind']!r}")
    return cast(ActorKind, row["kind"])


def _read(source: Traversable, columns: tuple[str, ...]) -> Iterator[Row]:
    with source.open("r", encoding="utf-8") as lines:
        reader = csv.reader(lines)
        header = next(reader, [])
        missing = [column for column in columns if column not in header]
        if missing:
            raise DataError(f"{source.name}:1: column {missing[0]!r} is missing")
        places = {column: place for place, column in enumerate(header)}
        for values in reader:
            if not values:
                continue
            if len(values) != len(header):
                raise DataError(f"{source.name}:{reader.line_num}: {len(values)} values, {len(header)} columns")
            yield Row(source.name, reader.line_num, places, values)


def _bound(row: Row, column: str) -> date | None:
    text = row[column]
    if not text:
        return None
    try:
        if len(text) == 10:
            return date.fromisoformat(text)
        year, month = int(text[:4]), int(text[5:7]) if len(text) == 7 else None
        if len(text) not in (4, 7):
            raise ValueError("neither year, month nor day")
        if column == "start":
            return date(year, month or 1, 1)
        return date(year, month or 12, monthrange(year, month or 12)[1])
    except ValueError as error:
        raise DataError(f"{row.place}: {column} {text!r} is no ISO date ({error})") from error

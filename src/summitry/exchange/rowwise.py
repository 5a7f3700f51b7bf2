"""Tables that are read row by row in Python: quoted CSV with columns by name, and JSON Lines.

They are smaller than the bulk files, write dates in many ways, and a quoted cell may run over lines. Each row
becomes the columns `RAW` in a plain tab-separated file, which then goes the way of the bulk files.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from summitry.errors import InputError
from summitry.exchange.cells import one_line, restore
from summitry.exchange.plans import Plan
from summitry.exchange.schema import RAW, raw_types

__all__ = ["Bad", "BadRowError", "Rows", "csv_rows", "json_rows", "plain_plan", "to_float", "write_plain"]

csv.field_size_limit(10_000_000)

Reader = Callable[[Mapping[str, str]], dict[str, str]]
"""Makes the columns `RAW` of a row, given its cells by name in lower case; raises BadRowError."""


class BadRowError(ValueError):
    """A row cannot be used; says why in a few words."""


@dataclass(frozen=True, slots=True)
class Bad:
    """A row kept aside: its line number, why, and its text."""

    line: int
    reason: str
    text: str


@dataclass(slots=True)
class Rows:
    """Rows on their way into a panel; what could not be used gathers in `bad`."""

    rows: Iterator[dict[str, str]]
    bad: list[Bad] = field(default_factory=list)


def csv_rows(path: Path, name: str, make: Callable[[list[str], Path], Reader]) -> Rows:
    """Read a CSV, tab- or semicolon-separated file with a header.

    Args:
        path: the file.
        name: how the user named it.
        make: makes the reader of a row from the names of the columns; raises BadRowError where they do not do.

    Raises:
        InputError: there is no header, or columns are missing.
    """
    result = Rows(iter(()))
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        head = file.readline()
    separator = max(",;\t", key=head.count)
    header = [cell.strip().lower() for cell in next(csv.reader([head], delimiter=separator), [])]
    try:
        reader = make(header, path)
    except BadRowError as error:
        raise InputError(name, str(error)) from error

    def rows() -> Iterator[dict[str, str]]:
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            lines = csv.reader(file, delimiter=separator)
            next(lines, None)
            before = lines.line_num
            try:
                for cells in lines:
                    line, before = before + 1, lines.line_num
                    if not any(cells):
                        continue
                    try:
                        if len(cells) != len(header):
                            raise BadRowError(f"has {len(cells)} cells, the header {len(header)}")
                        yield reader(dict(zip(header, map(restore, cells), strict=True)))
                    except BadRowError as error:
                        result.bad.append(Bad(line, str(error), separator.join(cells)))
            except csv.Error as error:
                raise InputError(f"{name}, line {lines.line_num}", str(error)) from error

    result.rows = rows()
    return result


def json_rows(path: Path, expand: Callable[[Mapping[str, object]], list[dict[str, str]]]) -> Rows:
    """Read JSON Lines, or one JSON list of objects.

    Args:
        path: the file.
        expand: makes the rows of an object; raises BadRowError.
    """
    result = Rows(iter(()))

    def rows() -> Iterator[dict[str, str]]:
        for line, text, value in _objects(path):
            try:
                if not isinstance(value, dict):
                    raise BadRowError("is no JSON object")
                yield from expand(value)
            except BadRowError as error:
                result.bad.append(Bad(line, str(error), text))

    result.rows = rows()
    return result


def _objects(path: Path) -> Iterator[tuple[int, str, object]]:
    with path.open(encoding="utf-8-sig", errors="replace") as file:
        start = file.read(1)
        file.seek(0)
        if start == "[":
            try:
                values = json.load(file)
            except ValueError as error:
                raise InputError(str(path), f"is no JSON: {error}") from error
            yield from ((number, "", value) for number, value in enumerate(values, 1))
            return
        for number, line in enumerate(file, 1):
            if line.strip():
                try:
                    yield number, line.rstrip("\n"), json.loads(line)
                except ValueError:
                    yield number, line.rstrip("\n"), None


def write_plain(rows: Rows, path: Path) -> int:
    """Write rows in the plain form and return how many there were."""
    count = 0
    with path.open("w", encoding="utf-8", newline="\n", errors="replace") as file:
        for row in rows.rows:
            date.fromisoformat(row["start_date"])
            file.write("\t".join(one_line(row.get(name, "")) for name in RAW) + "\n")
            count += 1
    return count


def plain_plan() -> Plan:
    """Return how the plain form is read."""
    cells = []
    for number, kind in enumerate(raw_types("csv").values()):
        cells.append(f"coalesce(c{number}, '')" if kind == "VARCHAR" else f"TRY_CAST(c{number} AS {kind})")
    return Plan(len(RAW), RAW.index("start_date"), "%Y-%m-%d", ", ".join(cells))


def to_float(text: str) -> str:
    """Return a number as text, `""` where the text is none."""
    try:
        return str(float(text))
    except ValueError:
        return ""

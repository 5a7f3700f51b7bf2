"""How a tab-separated file of one shape is read: its columns, the one with the date, and the query over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from summitry.errors import InputError
from summitry.exchange.engine import quoted
from summitry.exchange.schema import CONTEXT_STATUS, Shape, raw_types

__all__ = ["Plan", "first_line", "named", "raw_select", "status_sql"]

_LONGEST_LINE = 4_000_000


@dataclass(frozen=True, slots=True)
class Plan:
    """How to read one file.

    Args:
        width: how many columns every line must have.
        date: number of the column that must hold a date; a line where it does not is kept aside.
        date_format: how the date is written, in strptime's letters.
        select: SQL for the columns that the shape gives, over columns `c0`, `c1` …
        header: the first line names the columns.
        quote: the quoting character, `""` where the shape has none.
    """

    width: int
    date: int
    date_format: str
    select: str
    header: bool = False
    quote: str = ""

    def scan(self, path: Path) -> str:
        """Return SQL that reads a file; what does not fit goes to DuckDB's table of rejects, with its line number."""
        columns = {f"c{number}": "DATE" if number == self.date else "VARCHAR" for number in range(self.width)}
        return (
            f"read_csv({quoted(path)}, auto_detect=false, delim='\t', quote={quoted(self.quote)}, "
            f"escape={quoted(self.quote)}, header={str(self.header).lower()}, columns={columns!r}, "
            f"dateformat={quoted(self.date_format)}, force_not_null=['c{self.date}'], "
            f"store_rejects=true, strict_mode=true, null_padding=false)"
        )


def raw_select(expressions: Mapping[str, str], shape: Shape) -> str:
    """Return SQL for the columns that a shape gives, empty where it says nothing.

    Args:
        expressions: SQL by name; `status` is `occurred` and `end_date` the start where they are not given.
        shape: the shape.
    """
    given = {"status": "'occurred'", "end_date": expressions["start_date"], **expressions}
    parts = []
    for name, kind in raw_types(shape).items():
        if kind in ("FLOAT", "INTEGER"):
            parts.append(f"TRY_CAST({given.get(name, 'NULL')} AS {kind}) AS {name}")
        elif kind == "DATE":
            parts.append(f"{given[name]} AS {name}")
        else:
            parts.append(f"coalesce({given.get(name, quoted(''))}, '') AS {name}")
    return ", ".join(parts)


def status_sql(contexts: str) -> str:
    """Return SQL that reads a status off PLOVER's special contexts."""
    cases = " ".join(f"WHEN contains(lower({contexts}), '{word}') THEN '{status}'" for word, status in CONTEXT_STATUS)
    return f"CASE {cases} ELSE 'occurred' END"


def first_line(path: Path, name: str) -> str:
    """Return the first line of a file without its line end.

    Raises:
        InputError: the file is empty or its first line endless.
    """
    with path.open("rb") as file:
        line = file.readline(_LONGEST_LINE)
    if not line.strip():
        raise InputError(name, "is empty or starts with an empty line")
    return line.decode("utf-8-sig", "replace").rstrip("\r\n")


def named(header: str, name: str, required: Sequence[str]) -> dict[str, str]:
    """Return the SQL column of each name in a header line, names in lower case without quotes.

    Raises:
        InputError: a required column is missing.
    """
    names = [cell.strip().strip('"').strip().lower() for cell in header.split("\t")]
    missing = [column for column in required if column not in names]
    if missing:
        raise InputError(name, f"lacks the columns {', '.join(missing)}; is it of another shape?")
    return {column: f"c{number}" for number, column in enumerate(names)}

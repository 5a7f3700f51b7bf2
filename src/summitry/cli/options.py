"""Options that several commands share."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summitry.errors import UsageError
from summitry.limits import Limits

if TYPE_CHECKING:
    from summitry.record import Record

__all__ = [
    "AnyRecord",
    "Format",
    "LimitChanges",
    "Output",
    "Paths",
    "Published",
    "Publisher",
    "RecordFile",
    "Reference",
    "Workers",
    "limits_of",
    "open_asked",
]

_LIMITS = asdict(Limits())
"""Each limit with its default; `summitry.limits` says what it is for."""

Format = Literal["table", "csv", "json", "markdown"]

RecordFile = Annotated[
    Path, typer.Option("--record", "-r", metavar="FILE", readable=False, help="The record, one SQLite file.")
]
AnyRecord = Annotated[
    Path | None,
    typer.Option("--record", "-r", metavar="FILE", readable=False, help="The record, one SQLite file."),
]
Reference = Annotated[
    str, typer.Option("--reference", metavar="NAME", help="A chronology of the package in place of a record: korea.")
]
Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders, patterns, or - for standard input.")]
Published = Annotated[
    str, typer.Option(metavar="DATE", help="Publication date of all inputs: 2019-06-19, 2019-06 or 2019.")
]
Publisher = Annotated[str, typer.Option(metavar="NAME", help="Publisher of all inputs.")]
Workers = Annotated[int, typer.Option(min=1, max=256, help="Processes that code; each takes about 0.4 GB of memory.")]
Output = Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="File to write; - for standard output.")]
LimitChanges = Annotated[
    list[str] | None,
    typer.Option(
        "--limit",
        metavar="NAME=N",
        help=f"Change what one input may cost, for example file_bytes=200_000_000. Limits: {', '.join(_LIMITS)}.",
    ),
]


def open_asked(record: Path | None, reference: str) -> Record:
    """Open what a question is put to: a record, linked where a stopped run left that out, or a shipped chronology.

    Raises:
        UsageError: neither is named, or both.
    """
    from summitry.record import open_record
    from summitry.record.reference import open_reference

    if (record is None) == (not reference):
        raise UsageError("name a record with --record FILE, or a chronology with --reference NAME")
    if record is None:
        return open_reference(reference)
    opened = open_record(record, create=False, writable=False)
    if opened.unlinked:
        opened.close()
        opened = open_record(record, create=False)
        opened.link()
    return opened


def limits_of(changes: list[str] | None) -> Limits:
    """Return the limits with the changes that were asked for, each `NAME=N`.

    Raises:
        UsageError: there is no such limit, or the number is none.
    """
    return replace(Limits(), **dict(map(_limit, changes or ())))


def _limit(change: str) -> tuple[str, int]:
    name, _, number = change.partition("=")
    if name not in _LIMITS:
        raise UsageError(f"there is no limit called {name!r}; the limits are {', '.join(_LIMITS)}")
    if not number.replace("_", "").isdecimal() or int(number) < 1:
        raise UsageError(f"--limit {name} needs a whole number above 0, for example {name}={_LIMITS[name]:_}")
    return name, int(number)

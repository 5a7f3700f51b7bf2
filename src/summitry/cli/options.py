"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from summitry.limits import MEGABYTE, Limits

__all__ = [
    "Format",
    "MaxFileMb",
    "MaxTextChars",
    "MaxUnpackedMb",
    "Output",
    "Paths",
    "Published",
    "Publisher",
    "RecordFile",
    "Workers",
    "limits_of",
]

_DEFAULTS = Limits()

Format = Literal["table", "csv", "json", "markdown"]

RecordFile = Annotated[Path, typer.Option("--record", "-r", metavar="FILE", help="The record, one SQLite file.")]
Paths = Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, folders, patterns, or - for standard input.")]
Published = Annotated[
    str, typer.Option(metavar="DATE", help="Publication date of all inputs: 2019-06-19, 2019-06 or 2019.")
]
Publisher = Annotated[str, typer.Option(metavar="NAME", help="Publisher of all inputs.")]
Workers = Annotated[int, typer.Option(min=1, max=256, help="Processes that code; each takes about 0.4 GB of memory.")]
Output = Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="File to write; - for standard output.")]
MaxFileMb = Annotated[int, typer.Option(min=1, metavar="MB", help="Largest file read.")]
MaxUnpackedMb = Annotated[int, typer.Option(min=1, metavar="MB", help="Largest file or page after unpacking.")]
MaxTextChars = Annotated[int, typer.Option(min=1, metavar="N", help="Longest text coded, in characters.")]

FILE_MB = _DEFAULTS.file_bytes // MEGABYTE
UNPACKED_MB = _DEFAULTS.unpacked_bytes // MEGABYTE
TEXT_CHARS = _DEFAULTS.text_chars


def limits_of(max_file_mb: int, max_unpacked_mb: int, max_text_chars: int) -> Limits:
    """Return the limits that the options ask for."""
    return Limits(
        file_bytes=max_file_mb * MEGABYTE, unpacked_bytes=max_unpacked_mb * MEGABYTE, text_chars=max_text_chars
    )

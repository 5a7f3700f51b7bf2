"""`summitry export`: all events of a record as JSON Lines."""

from __future__ import annotations

import typer

from summitry.cli.options import Output, RecordFile
from summitry.cli.output import counted, message, open_target
from summitry.record import open_record

__all__ = ["register"]


def export(record: RecordFile, output: Output = "-") -> None:
    """Write all events as JSON Lines. The same content gives the same bytes, in whatever order it was read.

    Example: summitry export --record my.sqlite -o events.jsonl
    """
    with open_record(record, create=False, writable=False) as opened, open_target(output) as target:
        count = opened.export(target)
    if output != "-":
        message(f"{counted(count, 'event')} written to {output}.")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(export)

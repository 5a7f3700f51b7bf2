"""`summitry export`: what a record holds, as files for other programs."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from summitry.cli.options import AnyRecord, Output, Reference, open_asked
from summitry.cli.output import counted, message, open_target, write_lines
from summitry.record.provenance import write_provenance

__all__ = ["register"]

What = Literal["events", "incidents", "prov"]


def export(
    record: AnyRecord = None,
    reference: Reference = "",
    output: Output = "-",
    format: Annotated[
        What, typer.Option(help="Events or incidents as JSON Lines, or where each value is from as PROV-O (JSON-LD).")
    ] = "events",
) -> None:
    """Write what a record holds. The same content gives the same bytes, in whatever order it was read.

    Example: summitry export --record my.sqlite --format incidents -o incidents.jsonl
    """
    with open_asked(record, reference) as opened, open_target(output) as target:
        if format == "events":
            count = opened.export(target)
        elif format == "incidents":
            count = write_lines(target, opened.incidents().to_dicts())
        else:
            count = write_provenance(opened, target)
    if output != "-":
        noun = {"events": "event", "incidents": "incident", "prov": "entry"}[format]
        message(f"{counted(count, noun)} written to {output}.")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(export)

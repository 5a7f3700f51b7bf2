"""`summitry export`: what a record holds, as files for other programs."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from summitry.cli.options import AnyRecord, Output, Reference, open_asked
from summitry.cli.output import counted, message, open_target, write_lines
from summitry.exchange.exporting import export_incidents
from summitry.record.provenance import write_provenance

__all__ = ["register"]

What = Literal["events", "incidents", "prov", "plover", "gdelt", "gdelt2", "icews", "polecat", "travel", "csv"]


def export(
    record: AnyRecord = None,
    reference: Reference = "",
    output: Output = "-",
    format: Annotated[
        What,
        typer.Option(
            help="Events or incidents as JSON Lines; where each value is from as PROV-O (JSON-LD); or incidents in the "
            "shape of another data set."
        ),
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
        elif format == "prov":
            count = write_provenance(opened, target)
        else:
            done = export_incidents(opened.incidents(), target, format)
            count = done.rows
            for reason, left_out in done.left_out.most_common():
                message(f"{counted(left_out, 'incident')} left out: {reason}")
    if output != "-":
        noun = {"events": "event", "incidents": "incident"}.get(format, "row")
        message(f"{counted(count, noun)} written to {output}.")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(export)

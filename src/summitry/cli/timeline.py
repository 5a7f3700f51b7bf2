"""`summitry timeline`: the events of a record in order of time."""

from __future__ import annotations

from typing import Annotated

import typer

from summitry.cli.eventtable import write_csv, write_markdown, write_table
from summitry.cli.options import Format, RecordFile
from summitry.cli.output import answer, message
from summitry.cli.safety import json_text
from summitry.record import Record, open_record

__all__ = ["register"]


def timeline(
    record: RecordFile,
    between: Annotated[
        tuple[str, str] | None,
        typer.Option(metavar="A B", help="Events with both: alpha-3 codes, states or names."),
    ] = None,
    actor: Annotated[str | None, typer.Option(metavar="NAME", help="Events with this one.")] = None,
    type: Annotated[str | None, typer.Option(metavar="CATEGORY", help="PLOVER category, for example CONSULT.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="First day: 2018-03-25, 2018-03 or 2018.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Last day.")] = None,
    status: Annotated[
        str | None,
        typer.Option(metavar="STATUS", help="occurred, ongoing, planned, possible, denied or cancelled."),
    ] = None,
    format: Annotated[Format, typer.Option(help="How to print.")] = "table",
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Add every source sentence.")] = False,
) -> None:
    """Print who did what to whom, when and where. Each line comes with its sentence.

    Example: summitry timeline --record my.sqlite --between CHN PRK --status occurred
    """
    with open_record(record, create=False, writable=False) as opened:
        events = opened.events(between=between, actor=actor, type=type, since=since, until=until, status=status)
        if format == "json":
            answer(json_text(events.to_dicts(), indent=1))
        elif format == "csv":
            write_csv(events, verbose=verbose)
        elif format == "markdown":
            write_markdown(events, verbose=verbose)
        else:
            write_table(events, verbose=verbose)
        if not events:
            for name in (*(between or ()), actor or ""):
                _suggest(opened, name)


def _suggest(opened: Record, name: str) -> None:
    near = opened.meant(name) if name else []
    if near:
        message(f"The record knows nobody called {name!r}; did you mean {' or '.join(near)}?")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(timeline)

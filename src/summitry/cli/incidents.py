"""`summitry incidents`: what happened, each thing once, whatever number of documents report it."""

from __future__ import annotations

from typing import Annotated, get_args

import typer

from summitry.cli.incidenttable import write_incidents
from summitry.cli.options import AnyRecord, Format, Reference, open_asked
from summitry.cli.suggesting import suggest
from summitry.model import Level
from summitry.record import IncidentFilter

__all__ = ["Between", "OfLevel", "OfMode", "OfStatus", "OfType", "OneActor", "Since", "Until", "register"]

Between = Annotated[
    tuple[str, str] | None, typer.Option(metavar="A B", help="Two that both take part: codes, states, persons, bodies.")
]
OneActor = Annotated[str | None, typer.Option(metavar="NAME", help="One that takes part.")]
OfType = Annotated[str | None, typer.Option("--type", metavar="TYPE", help="PLOVER category, for example CONSULT.")]
OfMode = Annotated[str | None, typer.Option("--mode", metavar="MODE", help="PLOVER mode, for example visit.")]
OfLevel = Annotated[
    str | None,
    typer.Option("--level", metavar="LEVEL", help=f"Lowest level of office: {', '.join(get_args(Level))}."),
]
Since = Annotated[str | None, typer.Option(metavar="DATE", help="First day: 2018-03-01, 2018-03 or 2018.")]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="Last day.")]
OfStatus = Annotated[
    str | None,
    typer.Option("--status", metavar="STATUS", help="occurred, ongoing, planned, possible, denied or cancelled."),
]


def incidents(
    record: AnyRecord = None,
    reference: Reference = "",
    between: Between = None,
    actor: OneActor = None,
    type: OfType = None,
    mode: OfMode = None,
    level: OfLevel = None,
    since: Since = None,
    until: Until = None,
    status: OfStatus = None,
    place: Annotated[str | None, typer.Option(metavar="PLACE", help="A town, or a country.")] = None,
    search: Annotated[str | None, typer.Option(metavar="WORDS", help="Words that it must all hold.")] = None,
    series: Annotated[bool, typer.Option("--series", help="Add series that are told only as a number.")] = False,
    conflicts: Annotated[bool, typer.Option("--conflicts", help="Only those on which sources disagree.")] = False,
    rejected: Annotated[bool, typer.Option("--rejected", help="Add those that a person rejected.")] = False,
    limit: Annotated[int, typer.Option(min=0, help="Most to print; 0 for all.")] = 0,
    format: Annotated[Format, typer.Option(help="How to print.")] = "table",
) -> None:
    """Print what happened, each incident once, however many documents report it.

    Example: summitry incidents --reference korea --between "Kim Jong Un" "Xi Jinping" --type CONSULT
    """
    asked = IncidentFilter(
        between=between,
        actor=actor,
        type=type,
        mode=mode,
        level=level,
        since=since,
        until=until,
        status=status,
        place=place,
        search=search,
        series=None if series else False,
        rejected=rejected,
        conflicts=conflicts,
        limit=limit,
    )
    with open_asked(record, reference) as opened:
        found = opened.incidents(asked)
        held_back = 0 if series else opened.count_incidents(asked, series=True)
        note = f"{held_back} counted series not listed; --series adds them." if held_back else ""
        write_incidents(found, format, note)
        suggest(opened, found, *(between or ()), actor or "")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(incidents)

"""`summitry correct`: what a person decides about incidents."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path
from typing import Annotated

import typer

from summitry.cli.incidenttable import write_incidents
from summitry.cli.options import Output, RecordFile
from summitry.cli.output import answer, counted, message, open_target
from summitry.cli.safety import plain
from summitry.errors import UsageError
from summitry.incidents import IncidentTable
from summitry.model import Correction
from summitry.record import Record, open_record

__all__ = ["register"]

IncidentId = Annotated[str, typer.Argument(metavar="INCIDENT", help="Id of an incident, or the head of one.")]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; it is kept with the correction.")]
Author = Annotated[str, typer.Option("--author", metavar="NAME", help="Who decides; your login name unless told.")]

correct = typer.Typer(
    name="correct",
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Correct incidents: merge, split, edit, reject, confirm, add, undo. Nothing is ever overwritten.\n\n"
    "Example: summitry correct edit i-3f21a0 place 'Dalian, China' --reason 'the caption says so' --record my.sqlite",
)


def _author(given: str) -> str:
    if given:
        return given
    try:
        return getpass.getuser()
    except OSError as error:  # no login name, as in some containers
        raise UsageError("nobody is logged in by a name; say who decides with --author") from error


def _done(opened: Record, made: Correction, incident: str = "") -> None:
    answer(plain(f"{made.id}: {made.action} by {made.author}. `summitry correct undo {made.id[:10]}` takes it back."))
    if incident:
        write_incidents(IncidentTable((opened.incident(incident),)), "table")


@correct.command()
def merge(
    incidents: Annotated[list[str], typer.Argument(metavar="INCIDENT…", help="Ids of two incidents or more.")],
    record: RecordFile,
    reason: Reason = "",
    author: Author = "",
) -> None:
    """Make one incident of several. Example: summitry correct merge i-3f21a0 i-88b2c1 --record my.sqlite"""
    with open_record(record, create=False) as opened:
        made = opened.corrections.merge(incidents, author=_author(author), reason=reason)
        _done(opened, made, incidents[0])


@correct.command()
def split(
    incident: IncidentId,
    events: Annotated[list[str], typer.Argument(metavar="EVENT…", help="Ids of the events to take out.")],
    record: RecordFile,
    reason: Reason = "",
    author: Author = "",
) -> None:
    """Take events out of an incident and make them one of their own."""
    with open_record(record, create=False) as opened:
        made = opened.corrections.split(incident, events, author=_author(author), reason=reason)
        _done(opened, made, events[0])


@correct.command()
def edit(
    incident: IncidentId,
    field: Annotated[
        str, typer.Argument(metavar="FIELD", help="date, place, type, mode, status, count, actors or recipients.")
    ],
    value: Annotated[
        str,
        typer.Argument(
            metavar="VALUE",
            help="A date is 2018-03-25 or 2018-03-25/2018-03-28; actors are names, or Name|STATE|Office|kind, "
            "parted by semicolons.",
        ),
    ],
    record: RecordFile,
    reason: Reason = "",
    author: Author = "",
) -> None:
    """Set a field of an incident; what its sources say stands beside it."""
    name = "interval" if field == "date" else field
    given: object = _people(value) if name in ("actors", "recipients") else value
    with open_record(record, create=False) as opened:
        made = opened.corrections.edit(incident, name, given, author=_author(author), reason=reason)
        _done(opened, made, incident)


@correct.command()
def reject(incident: IncidentId, record: RecordFile, reason: Reason = "", author: Author = "") -> None:
    """Say that an incident is wrong: it is kept, and no longer listed or counted."""
    with open_record(record, create=False) as opened:
        _done(opened, opened.corrections.reject(incident, author=_author(author), reason=reason))


@correct.command()
def confirm(incident: IncidentId, record: RecordFile, reason: Reason = "", author: Author = "") -> None:
    """Say that an incident is right."""
    with open_record(record, create=False) as opened:
        made = opened.corrections.confirm(incident, author=_author(author), reason=reason)
        _done(opened, made, incident)


@correct.command()
def add(
    type: Annotated[str, typer.Argument(metavar="TYPE", help="PLOVER category, for example CONSULT.")],
    actors: Annotated[str, typer.Argument(metavar="ACTORS", help="Names, or Name|STATE|Office|kind, by semicolons.")],
    record: RecordFile,
    citation: Annotated[str, typer.Option(metavar="TEXT", help="A public source that it can be checked in.")],
    recipients: Annotated[str, typer.Option(metavar="NAMES", help="Whom it is directed at.")] = "",
    date: Annotated[str, typer.Option(metavar="DATE", help="2018-03-25, 2018-03, or two parted by a slash.")] = "",
    place: Annotated[str, typer.Option(metavar="PLACE", help="City, Country.")] = "",
    mode: Annotated[str, typer.Option(metavar="MODE", help="PLOVER mode.")] = "",
    status: Annotated[str, typer.Option(metavar="STATUS", help="Whether it happened.")] = "occurred",
    note: Annotated[str, typer.Option(metavar="TEXT", help="A sentence that tells it.")] = "",
    reason: Reason = "",
    author: Author = "",
) -> None:
    """Add an incident that no document of the record states."""
    start, _, end = date.partition("/")
    incident = {
        "type": type,
        "mode": mode,
        "actors": _people(actors, date),
        "recipients": _people(recipients, date),
        "start": start,
        "end": end or start,
        "place": place,
        "status": status,
        "note": note,
    }
    with open_record(record, create=False) as opened:
        made = opened.corrections.add(incident, citation=citation, author=_author(author), reason=reason)
        _done(opened, made, made.id)


@correct.command()
def undo(
    correction: Annotated[str, typer.Argument(metavar="CORRECTION", help="Id of a correction, or its head.")],
    record: RecordFile,
    reason: Reason = "",
    author: Author = "",
) -> None:
    """Take a correction back; an undo can be undone too."""
    with open_record(record, create=False) as opened:
        _done(opened, opened.corrections.undo(correction, author=_author(author), reason=reason))


@correct.command(name="list")
def list_(record: RecordFile) -> None:
    """Print all corrections in the order in which they were made."""
    with open_record(record, create=False, writable=False) as opened:
        for made in opened.corrections:
            what = "; ".join(f"{name} {value}" for name, value in made.change.items() if name != "incident")
            line = f"{made.id[:10]}  {made.made_at[:19]}  {made.author}  {made.action}  {what}"
            answer(plain(f"{line}  {made.reason}"))
        answer(f"{counted(len(opened.corrections), 'correction')}.")


@correct.command()
def export(record: RecordFile, output: Output = "-") -> None:
    """Write all corrections as JSON Lines, to be shared and compared."""
    with open_record(record, create=False, writable=False) as opened, open_target(output) as target:
        count = opened.corrections.export(target)
    if output != "-":
        message(f"{counted(count, 'correction')} written to {output}.")


@correct.command(name="import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What `correct export` wrote; - for standard input.")],
    record: RecordFile,
) -> None:
    """Take in corrections that colleagues exported; those known already are passed over."""
    try:
        text = sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file} cannot be read: {error}") from error
    with open_record(record, create=False) as opened:
        new = opened.corrections.import_lines(iter(text.splitlines()), str(file))
    answer(f"{counted(new, 'new correction')}.")


def _people(text: str, date: str = "") -> list[dict[str, str]]:
    from summitry.actors import load_registry
    from summitry.record.editing import interval_between
    from summitry.record.reference.opening import participant_named, parts

    start, _, end = date.partition("/")
    try:
        interval = interval_between(start, end)
        return [participant_named(part, interval, load_registry()) for part in parts(text)]
    except ValueError as error:
        raise UsageError(str(error)) from error


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(correct)

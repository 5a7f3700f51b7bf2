"""`summitry series`, `compare` and `plot`: the course of a relation, two records, pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from summitry.cli.answers import write_answer
from summitry.cli.incidents import OfLevel, OfStatus, OfType, Since, Until
from summitry.cli.options import AnyRecord, Format, Reference, open_asked
from summitry.cli.output import message
from summitry.cli.suggesting import suggest
from summitry.errors import UsageError
from summitry.incidents import IncidentTable
from summitry.record import Record
from summitry.relations import Step

__all__ = ["register"]

PictureName = Literal["relation", "timeline", "calendar", "network", "travel"]
_SHOWN = (
    "label",
    "incidents",
    "leader_meetings",
    "score_sum",
    "score_mean",
    "intensity",
    "documents",
    "sources",
    "state",
)
By = Annotated[Step, typer.Option(help="Step of time.")]


def series(
    one: Annotated[str, typer.Argument(metavar="A", help="A code or name; several parted by + are a group.")],
    other: Annotated[str, typer.Argument(metavar="[B]", help="The other side; left out: all of A.")] = "",
    record: AnyRecord = None,
    reference: Reference = "",
    by: By = "year",
    since: Since = None,
    until: Until = None,
    half_life: Annotated[float, typer.Option(min=1, metavar="DAYS", help="Days until an act weighs half.")] = 365,
    turning: Annotated[bool, typer.Option("--turning", help="Print the turning points in its place.")] = False,
    format: Annotated[Format, typer.Option(help="How to print.")] = "table",
) -> None:
    """Print the course of a relation step by step: counts, PLOVER score, intensity, coverage.

    Example: summitry series CHN PRK --by year --reference korea
    """
    from summitry.relations import turning_answer

    with open_asked(record, reference) as opened:
        try:
            found = opened.ask.series(one, other, by=by, since=since, until=until, half_life=half_life)
        except UsageError:
            suggest(opened, IncidentTable(()), one, other)
            raise
        if turning:
            write_answer(
                turning_answer(found),
                format,
                ("from", "course", "stream", "before_a_year", "after_a_year", "incidents"),
            )
        else:
            write_answer(found.answer(), format, _SHOWN)


def compare(
    one: Annotated[str, typer.Argument(metavar="A", help="A record's file, or the name of a chronology: korea.")],
    other: Annotated[str, typer.Argument(metavar="B", help="Another.")],
    type: OfType = None,
    since: Since = None,
    until: Until = None,
    level: OfLevel = None,
    status: OfStatus = None,
    format: Annotated[Format, typer.Option(help="How to print.")] = "table",
) -> None:
    """Compare two records: what is in both, what in one alone, and which fields differ.

    Example: summitry compare my.sqlite korea --type CONSULT --since 2018 --until 2019
    """
    narrowing = {"type": type, "since": since, "until": until, "level": level, "status": status}
    with _opened(one) as first, _opened(other) as second:
        found = first.ask.compare(second, (Path(one).stem, Path(other).stem), **narrowing)
        write_answer(found, format, found.frame.columns[:7])


def _opened(name: str) -> Record:
    from summitry.record.reference import reference_names

    if not Path(name).exists() and name in reference_names():
        return open_asked(None, name)
    return open_asked(Path(name), "")


def plot(
    picture: Annotated[PictureName, typer.Argument(help="What to draw.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="File: .svg, .png or .html.")],
    names: Annotated[list[str] | None, typer.Argument(metavar="[A [B]]", help="Codes or names.")] = None,
    record: AnyRecord = None,
    reference: Reference = "",
    by: By = "month",
    of: Annotated[Literal["state", "person"], typer.Option(help="Who meets, in a network.")] = "state",
    type: OfType = None,
    level: OfLevel = None,
    status: OfStatus = None,
    since: Since = None,
    until: Until = None,
) -> None:
    """Draw the curve of a relation, a timeline, a calendar, a network or a map of journeys.

    Example: summitry plot relation CHN PRK --reference korea -o relation.svg
    """
    given: dict[str, Any] = {"type": type, "level": level, "status": status, "since": since, "until": until}
    narrowing = {name: value for name, value in given.items() if value is not None}
    if picture == "network":
        narrowing["unit"] = of
    with open_asked(record, reference) as opened:
        drawn = opened.ask.plot(picture, *(names or ()), by=by, **narrowing)
    drawn.save(output)
    message(f"{output}: {drawn.alt}")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (series, compare, plot):
        app.command()(command)

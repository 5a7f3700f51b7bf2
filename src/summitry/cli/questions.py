"""`summitry count`, `rank`, `sequence` and `actor`: questions over incidents, each answered with its incidents."""

from __future__ import annotations

from typing import Annotated

import typer

from summitry.cli.answers import write_answer, write_answers
from summitry.cli.incidents import Between, OfLevel, OfMode, OfStatus, OfType, OneActor, Since, Until
from summitry.cli.options import AnyRecord, Format, Reference, open_asked
from summitry.cli.output import answer
from summitry.cli.safety import json_text
from summitry.cli.suggesting import suggest
from summitry.errors import UsageError
from summitry.relations import Unit

__all__ = ["register"]

Pair = tuple[str, str]
Days = Annotated[int, typer.Option(min=0, metavar="N", help="How many days to look, on each side.")]


def count(
    record: AnyRecord = None,
    reference: Reference = "",
    between: Between = None,
    actor: OneActor = None,
    type: OfType = None,
    mode: OfMode = None,
    level: OfLevel = None,
    since: Since = None,
    until: Until = None,
    status: OfStatus = "occurred",
    place: Annotated[str | None, typer.Option(metavar="PLACE", help="A town, or a country.")] = None,
    search: Annotated[str | None, typer.Option(metavar="WORDS", help="Words that it must all hold.")] = None,
    by: Annotated[
        str,
        typer.Option(
            metavar="WHAT",
            help="day, week, month, quarter, year, decade, type, mode, level, status, place, state or person.",
        ),
    ] = "",
    format: Annotated[Format, typer.Option(help="How to print.")] = "table",
) -> None:
    """Count incidents. Only what occurred counts unless --status says otherwise (any for all).

    Example: summitry count --reference korea --between CHN PRK --type CONSULT --level leader --by year
    """
    narrowing = {
        "between": between, "actor": actor, "type": type, "mode": mode, "level": level, "since": since, "until": until,
        "place": place, "search": search, "status": "any" if by == "status" and status == "occurred" else status,
    }  # fmt: skip
    with open_asked(record, reference) as opened:
        found = opened.ask.count(by=by, **narrowing)
        write_answer(found, format, found.frame.columns[:3])
        suggest(opened, found.incidents, *(between or ()), actor or "")


def rank(
    actor: Annotated[str, typer.Argument(metavar="[NAME]", help="Who; left out: which two met most often.")] = "",
    record: AnyRecord = None,
    reference: Reference = "",
    of: Annotated[Unit, typer.Option(help="What is ranked.")] = "person",
    type: OfType = "CONSULT",
    mode: OfMode = None,
    level: OfLevel = None,
    since: Since = None,
    until: Until = None,
    status: OfStatus = "occurred",
    format: Annotated[Format, typer.Option(help="How to print.")] = "table",
) -> None:
    """Rank whom somebody met most often.

    Example: summitry rank "Xi Jinping" --since 2018-03 --until 2019-06 --reference korea
    """
    narrowing = {"type": type, "mode": mode, "level": level, "since": since, "until": until, "status": status}
    with open_asked(record, reference) as opened:
        found = opened.ask.rank(actor, unit=of, **narrowing)
        write_answer(found, format, found.frame.columns[:5])
        suggest(opened, found.incidents, actor)


def sequence(
    each: Annotated[Pair, typer.Option(metavar="A B", help="Whose meetings are asked about.")],
    near: Annotated[Pair, typer.Option(metavar="C D", help="Whose meetings are looked for around them.")],
    record: AnyRecord = None,
    reference: Reference = "",
    days: Days = 30,
    lag: Annotated[int, typer.Option(min=0, metavar="N", help="How many days at least must lie between.")] = 0,
    type: OfType = "CONSULT",
    near_type: Annotated[
        str | None, typer.Option(metavar="TYPE", help="Category of what is looked for, where it is another.")
    ] = None,
    level: OfLevel = None,
    since: Since = None,
    until: Until = None,
    format: Annotated[Format, typer.Option(help="How to print.")] = "table",
) -> None:
    """Tell of each incident of one kind whether one of another came within some days before or after it.

    Example: summitry sequence --each "Kim Jong Un" "Donald Trump" --near "Kim Jong Un" "Xi Jinping" --reference korea
    """
    from summitry.record.asking import asked_for

    common = {"level": level, "since": since, "until": until, "status": "occurred"}
    with open_asked(record, reference) as opened:
        first = asked_for({"between": each, "type": type, **common})
        second = asked_for({"between": near, "type": near_type or type, "level": level, "status": "occurred"})
        found = opened.ask.sequence(first, second, days, lag)
        write_answer(found, format, found.frame.columns[:8])
        suggest(opened, found.incidents, *each, *near)


def actor(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A code, a state, a person or a body.")],
    record: AnyRecord = None,
    reference: Reference = "",
    since: Since = None,
    until: Until = None,
    format: Annotated[Format, typer.Option(help="How to print.")] = "table",
) -> None:
    """Print what is known of an actor: offices, acts, partners, journeys.

    Example: summitry actor "Xi Jinping" --reference korea
    """
    with open_asked(record, reference) as opened:
        profile = opened.ask.actor(name, since=since, until=until)
        if not profile.incidents:
            suggest(opened, profile.incidents, name)
            raise UsageError(f"the record holds nothing of {name!r}")
        if format == "json":
            answer(json_text(profile.to_dict(), indent=1))
        else:
            write_answers(profile.tables(), format)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (count, rank, sequence, actor):
        app.command()(command)

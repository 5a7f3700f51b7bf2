"""`summitry read`: articles into a record."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summitry.cli.llm import CoderChoice, LlmModel, LlmTemperature, LlmTimeout, LlmUrl, chosen_coder
from summitry.cli.options import (
    LimitChanges,
    Published,
    Publisher,
    RecordFile,
    Workers,
    limits_of,
)
from summitry.cli.output import answer, counted, message
from summitry.cli.profiling import profile_lines, watched
from summitry.cli.progress import linking_progress, reading_progress
from summitry.cli.safety import plain
from summitry.errors import UsageError
from summitry.record import ReadSummary, Record, open_record
from summitry.record.given_dates import as_published

if TYPE_CHECKING:
    from summitry.scale import CodedParts

__all__ = ["register"]

OptionalPaths = Annotated[
    list[str] | None, typer.Argument(metavar="PATH", help="Files, folders, patterns, or - for standard input.")
]
FromParquet = Annotated[
    str, typer.Option(metavar="DIR", help="Enter what `summitry code --engine ray` wrote to a folder.")
]


def read(
    record: RecordFile,
    paths: OptionalPaths = None,
    from_parquet: FromParquet = "",
    published: Published = "",
    publisher: Publisher = "",
    workers: Workers = 1,
    profile: Annotated[bool, typer.Option("--profile", help="Tell at the end where the time went, by stage.")] = False,
    limit: LimitChanges = None,
    coder: CoderChoice = "bundled",
    llm_url: LlmUrl = "",
    llm_model: LlmModel = "",
    llm_timeout: LlmTimeout = 300,
    llm_temperature: LlmTemperature = 0,
) -> int:
    """Read articles into a record. Reading again changes nothing; a stopped run goes on where it stopped.

    Example: summitry read articles/ news.jsonl --record my.sqlite
    """
    if bool(paths) == bool(from_parquet):
        raise UsageError("name files to read, or a folder of coded parts with --from-parquet")
    if from_parquet and (published or publisher or limit or workers > 1 or coder != "bundled"):
        raise UsageError("--from-parquet enters what was coded elsewhere: it takes no other options")
    if profile and workers > 1:
        raise UsageError("--profile looks at one process: leave --workers out")
    limits = limits_of(limit)
    given = as_published(published)  # before a record is made for nothing
    parts = _open_parts(from_parquet)
    chosen = chosen_coder(coder, llm_url, llm_model, llm_timeout, llm_temperature, alone=workers <= 1)
    with chosen as load, open_record(record) as opened, watched() if profile else nullcontext() as clock:
        with reading_progress() as progress:
            if parts:
                summary = parts.enter(opened, progress)
            else:
                summary = opened.read(
                    paths or (),
                    published=given,
                    publisher=publisher,
                    workers=workers,
                    limits=limits,
                    progress=progress,
                    link=False,
                    load_coder=opened.actors.known_to(load) if load else None,
                )
        with linking_progress() as progress_of_linking:
            opened.link(progress_of_linking)
        _tell(record, opened, summary)
    for line in profile_lines(clock, summary.read) if clock else ():
        typer.echo(line, err=True)
    return 1 if summary.skipped else 0


def _tell(path: Path, record: Record, summary: ReadSummary) -> None:
    events, documents = record.counts()
    for item in summary.skipped:
        message(f"skipped {item.source}: {item.reason}")
    answer(plain(f"{path}: {summary}."))
    if summary.skipped:
        reasons = ", ".join(f"{count} {code}" for code, count in summary.reasons.items())
        answer(plain(f"Skipped: {reasons}."))
    answer(
        f"The record now holds {counted(events, 'event')} in {counted(documents, 'document')}: "
        f"{counted(record.count_incidents(), 'incident')}."
    )


def _open_parts(address: str) -> CodedParts | None:
    if not address:
        return None
    from summitry.scale import open_parts

    return open_parts(address)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(read)

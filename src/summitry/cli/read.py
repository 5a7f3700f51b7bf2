"""`summitry read`: articles into a record."""

from __future__ import annotations

import typer

from summitry.cli.options import (
    LimitChanges,
    Paths,
    Published,
    Publisher,
    RecordFile,
    Workers,
    limits_of,
)
from summitry.cli.output import answer, counted, message
from summitry.cli.progress import linking_progress, reading_progress
from summitry.cli.safety import plain
from summitry.record import open_record
from summitry.record.given_dates import as_published

__all__ = ["register"]


def read(
    paths: Paths,
    record: RecordFile,
    published: Published = "",
    publisher: Publisher = "",
    workers: Workers = 1,
    limit: LimitChanges = None,
) -> int:
    """Read articles into a record. Reading again changes nothing; a stopped run goes on where it stopped.

    Example: summitry read articles/ news.jsonl --record my.sqlite
    """
    limits = limits_of(limit)
    given = as_published(published)  # before a record is made for nothing
    with open_record(record) as opened:
        with reading_progress() as progress:
            summary = opened.read(
                paths,
                published=given,
                publisher=publisher,
                workers=workers,
                limits=limits,
                progress=progress,
                link=False,
            )
        with linking_progress() as progress_of_linking:
            opened.link(progress_of_linking)
        events, documents = opened.counts()
        incidents = opened.count_incidents()
    for item in summary.skipped:
        message(f"skipped {item.source}: {item.reason}")
    answer(plain(f"{record}: {summary}."))
    if summary.skipped:
        reasons = ", ".join(f"{count} {code}" for code, count in summary.reasons.items())
        answer(plain(f"Skipped: {reasons}."))
    answer(
        f"The record now holds {counted(events, 'event')} in {counted(documents, 'document')}: "
        f"{counted(incidents, 'incident')}."
    )
    return 1 if summary.skipped else 0


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(read)

"""`summitry check-record`, `backup` and `restore`: a record kept whole."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from summitry.cli.options import RecordFile
from summitry.cli.output import answer, counted
from summitry.cli.safety import plain
from summitry.record import open_record
from summitry.record.backing_up import restore_record

__all__ = ["register"]


def check_record(record: RecordFile) -> int:
    """Hold a record against its own checks and print what is wrong, one line each.

    Example: summitry check-record --record my.sqlite
    """
    with open_record(record, create=False, writable=False) as opened:
        found = opened.damage()
        waiting = opened.unlinked if not found else 0
    for line in found:
        answer(plain(line))
    if found:
        answer(f"{counted(len(found), 'fault')}. `summitry restore` puts a backup in its place.")
        return 1
    answer("The record is sound." + (f" {counted(waiting, 'event')} wait to be linked." if waiting else ""))
    return 0


def backup(
    target: Annotated[Path, typer.Argument(metavar="FILE", help="A new file for the copy.")], record: RecordFile
) -> None:
    """Write a copy of a record to a new file, whatever others read or write meanwhile.

    Example: summitry backup monday.sqlite --record my.sqlite
    """
    with open_record(record, create=False, writable=False) as opened:
        opened.back_up(target)
    answer(plain(f"{record} was copied to {target}."))


def restore(
    source: Annotated[Path, typer.Argument(metavar="FILE", help="What `summitry backup` wrote.")], record: RecordFile
) -> None:
    """Put a backup in a record's place, after checking it; what stood there is kept beside it.

    Example: summitry restore monday.sqlite --record my.sqlite
    """
    restore_record(source, record)
    answer(plain(f"{record} is now the copy {source}; what stood there ends in .before-restore."))


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(name="check-record")(check_record)
    app.command()(backup)
    app.command()(restore)

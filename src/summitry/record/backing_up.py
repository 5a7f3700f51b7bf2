"""Copies of a record: made whole while others use it, checked before they take its place."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from summitry.errors import DamagedRecordError, UsageError
from summitry.record.checking import find_damage
from summitry.record.connection import connect, plainly

__all__ = ["copy_record", "restore_record"]


def copy_record(connection: sqlite3.Connection, path: Path, target: Path) -> None:
    """Write a copy of a record to a new file. It appears only when it is whole.

    Raises:
        UsageError: the file is there already, or its folder is not.
        RecordError: it could not be written.
    """
    if target.exists():
        raise UsageError(f"{target} is there already; name a new file for the copy")
    if not target.parent.is_dir():
        raise UsageError(f"there is no folder {target.parent} to put the copy in; make it first")
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    try:
        with plainly(path), closing(sqlite3.connect(part)) as copy:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def restore_record(backup: Path, target: Path) -> None:
    """Put a checked copy in a record's place; what stood there is kept beside it.

    Args:
        backup: what `copy_record` wrote.
        target: the record's file; what is there is renamed with `.before-restore` at its end.

    Raises:
        UsageError: there is no backup, or one set aside by an earlier restore is still there.
        DamagedRecordError: the backup is damaged; the record was left as it is.
    """
    with closing(connect(backup, create=False, writable=False)) as connection, plainly(backup):
        found = next(find_damage(connection), "")
        if found:
            raise DamagedRecordError(f"{backup} is damaged ({found}); {target} was left as it is")
        aside = target.with_name(f"{target.name}.before-restore")
        if target.exists() and aside.exists():
            raise UsageError(f"{aside} is still there from an earlier restore; move it away first")
        fresh = target.with_name(f"{target.name}.restored")
        fresh.unlink(missing_ok=True)
        copy_record(connection, backup, fresh)
    for side in ("-wal", "-shm"):
        leftover = target.with_name(target.name + side)
        if leftover.exists():
            leftover.replace(aside.with_name(aside.name + side))
    if target.exists():
        target.replace(aside)
    fresh.replace(target)

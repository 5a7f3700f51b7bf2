"""The layout of the record file: its mark, its version, and the steps from each version to the next."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import cache
from importlib import resources
from pathlib import Path

from summitry.errors import NewerRecordError, NotARecordError

__all__ = ["APPLICATION_ID", "bring_up_to_date", "migrations", "version_of"]

APPLICATION_ID = 0x53_4D_54_59
"""`SMTY`, the mark in the header of every record (SQLite file format, offset 68)."""


@cache
def migrations() -> tuple[str, ...]:
    """Return the scripts that lead from one version to the next; the first makes version 1 of nothing."""
    folder = resources.files("summitry.record") / "migrations"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return tuple((folder / name).read_text(encoding="utf-8") for name in names)


def version_of(connection: sqlite3.Connection, path: Path) -> int:
    """Return the record's version, 0 for a file that holds nothing yet.

    Raises:
        NotARecordError: it is another program's database.
    """
    connection.execute("BEGIN")  # one view of the file, whatever another process is doing to it
    try:
        mark = connection.execute("PRAGMA application_id").fetchone()[0]
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        filled = connection.execute("SELECT 1 FROM sqlite_master").fetchone() is not None
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    if mark == APPLICATION_ID and version > 0:
        return version
    if mark == 0 and version == 0 and not filled:
        return 0
    raise NotARecordError(f"{path} is a database of another program, not a summitry record; name another file")


def bring_up_to_date(connection: sqlite3.Connection, path: Path, scripts: Sequence[str] | None = None) -> None:
    """Bring a record to the version of this program, keeping a copy of an older one beside it.

    Each step is one transaction: a run stopped halfway leaves the version before or after it.

    Args:
        connection: an open, writable connection in autocommit mode.
        path: the record's file, for messages and for the name of the copy.
        scripts: the steps; the package's own unless given.

    Raises:
        NewerRecordError: the record was written by a newer version of summitry.
        NotARecordError: it is another program's database.
    """
    steps = migrations() if scripts is None else scripts
    version = version_of(connection, path)
    refuse_newer(version, len(steps), path)
    if 0 < version < len(steps):
        _back_up(connection, path.with_name(f"{path.name}.version-{version}"))
    for number, script in enumerate(steps[version:], start=version + 1):
        _apply(connection, script, version=number)


def refuse_newer(version: int, known: int, path: Path) -> None:
    """Raise `NewerRecordError` where a record's version is beyond the last one known here."""
    if version > known:
        raise NewerRecordError(
            f"{path} was written by a newer summitry (record version {version}, this one knows {known}); "
            "it was left as it is; upgrade summitry to open it"
        )


def _apply(connection: sqlite3.Connection, script: str, version: int) -> None:
    """Run one step unless another process has just done so."""
    connection.execute("BEGIN IMMEDIATE")
    done = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.execute("COMMIT")
    if done >= version:
        return
    try:
        connection.executescript(
            f"BEGIN IMMEDIATE;\n{script}\nPRAGMA application_id = {APPLICATION_ID};\n"
            f"PRAGMA user_version = {version};\nCOMMIT;"
        )
    except sqlite3.Error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if connection.execute("PRAGMA user_version").fetchone()[0] < version:
            raise


def _back_up(connection: sqlite3.Connection, target: Path) -> None:
    """Write a copy of the whole record, whatever others read or write meanwhile."""
    copy = sqlite3.connect(target)
    try:
        connection.backup(copy)
    finally:
        copy.close()

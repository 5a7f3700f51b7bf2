"""Opening the record file, and SQLite's troubles told in one line."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from summitry.errors import (
    DamagedRecordError,
    NotARecordError,
    RecordError,
    SummitryError,
    UsageError,
)
from summitry.record.schema import bring_up_to_date, migrations, refuse_newer, version_of

__all__ = ["BUSY_SECONDS", "connect", "plainly", "transaction"]

BUSY_SECONDS = 30.0
"""How long a writer waits for another before it gives up."""

_PAUSE = 0.02

_SMALLEST_PAGE = 512
"""Bytes; no database of SQLite is smaller (sqlite.org/fileformat2.html, section 1.3.2), except an empty one."""


def connect(path: Path, *, create: bool, writable: bool, busy_seconds: float = BUSY_SECONDS) -> sqlite3.Connection:
    """Open a record, making or migrating it where needed.

    Args:
        path: the record's file.
        create: whether to make it where there is none.
        writable: whether anything will be written. A record that is only read may lie on a read-only disk.
        busy_seconds: how long to wait for another writer, in seconds.

    Raises:
        UsageError: there is no such file and none is to be made, or its folder is not there.
        NotARecordError: the file is something else.
        NewerRecordError: a newer version of summitry wrote it.
        RecordError: it cannot be opened or written.
    """
    _look_at_file(path, create=create)
    with plainly(path):
        if not writable:
            return _open_for_reading(path, busy_seconds)
        connection = sqlite3.connect(path, timeout=busy_seconds, isolation_level=None)
        connection.row_factory = sqlite3.Row
        try:
            _set_up_when_free(connection, path, busy_seconds)
        except (sqlite3.Error, SummitryError):
            connection.close()
            raise
        return connection


def _look_at_file(path: Path, *, create: bool) -> None:
    """Refuse what cannot be a record before SQLite touches it.

    The file is not opened: closing it again would take away every lock that this process holds on it through SQLite,
    and another program could then change the record under a reader (sqlite.org/howtocorrupt.html, section 2.2). A
    larger file that is no database SQLite refuses itself; a small one it would take for an empty one.
    """
    if path.is_dir():
        raise NotARecordError(f"{path} is a folder, not a record; name a file")
    if not path.exists():
        if not create:
            raise UsageError(f"there is no record at {path}; `summitry read PATH --record {path}` makes one")
        if not path.parent.is_dir():
            raise UsageError(f"there is no folder {path.parent} to put the record in; make it first")
        return
    if not os.access(path, os.R_OK):
        raise RecordError(f"{path} cannot be read: its permissions do not let you")
    if 0 < path.stat().st_size < _SMALLEST_PAGE:
        raise NotARecordError(f"{path} is not a summitry record; it was left as it is; name another file")


def _set_up_when_free(connection: sqlite3.Connection, path: Path, busy_seconds: float) -> None:
    """Set up, waiting for others that do so too: SQLite itself does not wait where a journal changes its mode."""
    deadline = time.monotonic() + busy_seconds
    while True:
        try:
            return _set_up(connection, path)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(_PAUSE)


def _set_up(connection: sqlite3.Connection, path: Path) -> None:
    refuse_newer(version_of(connection, path), len(migrations()), path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    bring_up_to_date(connection, path)


def _open_for_reading(path: Path, busy_seconds: float) -> sqlite3.Connection:
    """Open without writing. On a read-only disk SQLite cannot make its side files; a record that no
    writer has open is then read as it lies (`immutable`, sqlite.org/uri.html)."""
    address = path.resolve().as_uri()
    resting = not path.with_name(path.name + "-wal").exists()
    for mode in ("mode=ro", "mode=ro&immutable=1") if resting else ("mode=ro",):
        connection = sqlite3.connect(f"{address}?{mode}", uri=True, timeout=busy_seconds, isolation_level=None)
        connection.row_factory = sqlite3.Row
        try:
            version = version_of(connection, path)
            break
        except sqlite3.OperationalError as error:
            connection.close()
            held = error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
            if mode.endswith("immutable=1") or not resting or held:
                raise
        except (sqlite3.Error, SummitryError):
            connection.close()
            raise
    try:
        refuse_newer(version, len(migrations()), path)
    except SummitryError:
        connection.close()
        raise
    if version == len(migrations()):
        return connection
    connection.close()
    return connect(path, create=False, writable=True, busy_seconds=busy_seconds)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Do all of the block or none of it, waiting for another writer first."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def plainly(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into ours, each with what happened and what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise _explain(path, error) from error
    except UnicodeDecodeError as error:  # SQLite quotes damaged bytes in its own messages
        raise DamagedRecordError(_DAMAGED.format(path=path, error="its schema is no text")) from error


_DAMAGED = "{path} is damaged ({error}); restore a copy or read the articles anew"


def _explain(path: Path, error: sqlite3.Error) -> RecordError:
    # The low byte is the primary result code (sqlite.org/rescode.html).
    code = getattr(error, "sqlite_errorcode", None)
    match None if code is None else code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return RecordError(f"{path} is being written by another program; wait until it is done and run again")
        case sqlite3.SQLITE_FULL:
            return RecordError(f"the disk is full; what {path} held is kept; make room and run again to go on")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return RecordError(f"{path} is read-only; name a record in a folder that can be written")
        case sqlite3.SQLITE_CANTOPEN:
            return RecordError(f"{path} cannot be opened; can the file and its folder be read and written?")
        case sqlite3.SQLITE_CORRUPT:
            return DamagedRecordError(_DAMAGED.format(path=path, error=error))
        case sqlite3.SQLITE_NOTADB:
            return NotARecordError(f"{path} is not a summitry record, or its head is damaged; it was left as it is")
        case sqlite3.SQLITE_IOERR:
            return RecordError(
                f"the disk failed under {path} ({error}); what was committed is kept; run again to go on"
            )
        case _:
            return RecordError(f"{path}: {error}")

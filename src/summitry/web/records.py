"""Access to the record: a connection for each thread that reads, one writer at a time."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from summitry.record import Record, open_record
from summitry.record.browsing import limited

__all__ = ["Records", "stamp"]

_WRITER_WAITS = 10.0
"""Seconds that a correction waits for a running `read` to commit."""


class Records:
    """Opens a record for the threads of a server.

    Args:
        path: the record's file.
        seconds: how long the questions of one page may take.
    """

    def __init__(self, path: Path, seconds: float) -> None:
        self._path = path
        self._seconds = seconds
        self._own = threading.local()
        self._writer = threading.Lock()

    @contextmanager
    def reading(self, seconds: float | None = None) -> Iterator[Record]:
        """See the record as it stands now.

        Raises:
            SlowQuestionError: the questions of the block took too long.
            RecordError: the record cannot be opened.
        """
        record: Record | None = getattr(self._own, "record", None)
        if record is None:
            record = self._own.record = open_record(self._path, create=False, writable=False, busy_seconds=2.0)
        with limited(record, seconds or self._seconds) as seen:
            yield seen

    @contextmanager
    def writing(self) -> Iterator[Record]:
        """Open the record to change it, one thread at a time.

        Raises:
            RecordError: another program writes it, or it cannot be written.
        """
        with self._writer, open_record(self._path, create=False, busy_seconds=_WRITER_WAITS) as record:
            yield record


def stamp(path: Path) -> tuple[int, ...]:
    """Return what changes whenever the record is written: times and sizes of its files."""
    marks: list[int] = []
    for file in (path, path.with_name(f"{path.name}-wal")):
        try:
            status = file.stat()
        except FileNotFoundError:
            continue
        marks += [status.st_mtime_ns, status.st_size]
    return tuple(marks)

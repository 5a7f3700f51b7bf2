"""One look at a record that holds still and cannot go on for ever."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager

from summitry.errors import RecordError, SlowQuestionError
from summitry.record.connection import plainly
from summitry.record.record import Record

__all__ = ["limited"]

_PATIENCE = 10
_STEPS = 2000
"""SQLite's instructions between two looks at the clock: about a tenth of a millisecond."""


@contextmanager
def limited(record: Record, seconds: float) -> Iterator[Record]:
    """See a record as it stands now, whatever is written meanwhile, and stop a question that takes too long.

    Args:
        record: which.
        seconds: of the processor's time that all questions of the block may take together; on the clock ten times
            as long, so that a busy machine does not refuse what a free one answers.

    Raises:
        SlowQuestionError: they took longer.
    """
    connection = record._connection
    worked, waited = time.thread_time() + seconds, time.monotonic() + seconds * _PATIENCE
    with plainly(record.path):
        connection.execute("BEGIN")
    connection.set_progress_handler(lambda: time.thread_time() > worked or time.monotonic() > waited, _STEPS)
    try:
        yield record
    except (RecordError, sqlite3.OperationalError) as error:
        cause = error if isinstance(error, sqlite3.OperationalError) else error.__cause__
        if getattr(cause, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
            raise SlowQuestionError(f"the question was stopped after {seconds:g} s; narrow it") from error
        raise
    finally:
        connection.set_progress_handler(None, 0)
        if connection.in_transaction:
            connection.execute("ROLLBACK")

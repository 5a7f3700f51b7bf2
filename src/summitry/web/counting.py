"""The tallies of a record, kept while it does not change and counted anew beside the pages where it does."""

from __future__ import annotations

import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillCounting
from dataclasses import dataclass
from pathlib import Path

from summitry.errors import SummitryError
from summitry.record.browsing import Tallies, tally
from summitry.web.records import Records, stamp

__all__ = ["Counting"]

_COUNTS_FOR = 60.0
_RESTS = 20
"""Counting rests for this many times as long as it took, so that a record being written is not counted all the time."""


@dataclass(frozen=True, slots=True)
class _Kept:
    tallies: Tallies
    stamp: tuple[int, ...]
    seconds: float
    at: float


class Counting:
    """Gives the tallies of a record without letting a page wait for long.

    Args:
        records: the record.
        path: its file.
    """

    def __init__(self, records: Records, path: Path) -> None:

        self._records = records
        self._path = path
        self._pool = ThreadPoolExecutor(1, "counting")
        self._lock = threading.Lock()
        self._running: Future[_Kept] | None = None
        self._kept: _Kept | None = None

    def get(self, patience: float = 0.5) -> Tallies | None:
        """Return the tallies, perhaps of a moment ago; `None` where the first count is still going on.

        Args:
            patience: seconds to wait for it.
        """
        with self._lock:
            if self._kept is None or self._stale(self._kept):
                self._running = self._running or self._pool.submit(self._count)
            running = self._running
        if running is None:
            assert self._kept is not None
            return self._kept.tallies
        return self._wait(running, patience)

    def _wait(self, running: Future[_Kept], patience: float) -> Tallies | None:
        kept = self._kept
        quick = kept is None or kept.seconds < patience
        try:
            found = running.result(patience if quick else 0)
        except StillCounting:
            return kept.tallies if kept else None
        except SummitryError:
            with self._lock:
                self._running = None
            if kept is None:
                raise
            return kept.tallies
        with self._lock:
            if self._running is running:
                self._kept, self._running = found, None
        return found.tallies

    def _stale(self, kept: _Kept) -> bool:
        rested = time.monotonic() - kept.at > kept.seconds * _RESTS
        return rested and kept.stamp != stamp(self._path)

    def _count(self) -> _Kept:
        begun, mark = time.monotonic(), stamp(self._path)
        with self._records.reading(_COUNTS_FOR) as record:
            tallies = tally(record)
        end = time.monotonic()
        return _Kept(tallies, mark, end - begun, end)

    def close(self) -> None:
        """Stop counting."""
        self._pool.shutdown(wait=False, cancel_futures=True)

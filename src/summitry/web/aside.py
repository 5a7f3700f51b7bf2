"""What takes long is worked out beside the pages, kept while the record stands, and made anew where it changed."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillWorking
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from summitry.errors import SummitryError
from summitry.web.records import stamp

__all__ = ["Aside"]

_RESTS = 20
"""Work rests for this many times as long as it took, so that a record being written does not keep it going."""
_QUEUE = 8
"""So many questions wait for their turn; whoever asks a further one has to ask again."""
_WAITERS = 4
"""So many of the threads that make pages may wait at once; the others say that it is being worked out."""

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class _Kept(Generic[Value]):
    """An answer, the state of the record that it is of, how many seconds it took, and when it was there."""

    value: Value
    stamp: tuple[int, ...]
    seconds: float
    at: float


class Aside(Generic[Key, Value]):
    """Gives answers that take long without letting a page wait for them.

    Args:
        path: the record's file.
        work: works out the answer to a question.
        most: answers that are kept.
        threads: how many answers are worked out at once.
    """

    def __init__(self, path: Path, work: Callable[[Key], Value], most: int = 1, threads: int = 1) -> None:
        self._path = path
        self._work = work
        self._most = most
        self._pool = ThreadPoolExecutor(threads, "aside")
        self._lock = threading.Lock()
        self._waiting = threading.Semaphore(_WAITERS)
        self._running: dict[Key, Future[Value]] = {}
        self._kept: OrderedDict[Key, _Kept[Value]] = OrderedDict()

    def get(self, key: Key, patience: float) -> Value | None:
        """Return an answer, perhaps of a moment ago; `None` where the first one is still being worked out.

        Args:
            key: the question.
            patience: seconds to wait.

        Raises:
            SummitryError: it could not be worked out, and none is kept.
        """
        with self._lock:
            kept = self._kept.get(key)
            if kept is not None:
                self._kept.move_to_end(key)
            if (kept is None or self._stale(kept)) and key not in self._running and len(self._running) < _QUEUE:
                self._running[key] = self._pool.submit(self._answer, key)
            running = self._running.get(key)
        if running is not None and (kept is None or kept.seconds < patience) and self._waiting.acquire(blocking=False):
            try:
                return running.result(patience)
            except StillWorking:
                pass
            except SummitryError:
                if kept is None:
                    raise
            finally:
                self._waiting.release()
        return kept.value if kept else None

    def forget(self, key: Key) -> None:
        """Keep an answer no longer: it is known to be of the past."""
        with self._lock:
            self._kept.pop(key, None)

    def _stale(self, kept: _Kept[Value]) -> bool:
        rested = time.monotonic() - kept.at > kept.seconds * _RESTS
        return rested and kept.stamp != stamp(self._path)

    def _answer(self, key: Key) -> Value:
        begun, mark = time.monotonic(), stamp(self._path)
        try:
            value = self._work(key)
            end = time.monotonic()
            with self._lock:
                self._kept[key] = _Kept(value, mark, end - begun, end)
                while len(self._kept) > self._most:
                    self._kept.popitem(last=False)
        finally:
            with self._lock:
                del self._running[key]
        return value

    def close(self) -> None:
        """Work out no more."""
        self._pool.shutdown(wait=False, cancel_futures=True)

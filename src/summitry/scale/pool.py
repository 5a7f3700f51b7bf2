"""Workers on a Ray cluster that may die at any moment: work that a dead one held is given to another."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

from summitry.errors import SummitryError
from summitry.scale.batches import Batch
from summitry.scale.parts import Tally

if TYPE_CHECKING:
    from ray.actor import ActorHandle

__all__ = ["Failed", "WorkerPool"]

MOST_DEATHS = 3
"""A batch that so many workers died at is given up: it may be the batch that kills them."""

PATIENCE = 600.0
"""Seconds to wait for a first worker to start."""

_MOST_FAILED_STARTS = 4


@dataclass(frozen=True, slots=True)
class Failed:
    """A batch that could not be coded; `reason` is for people."""

    reason: str


@dataclass(slots=True)
class WorkerPool:
    """Keeps a number of workers busy. Close it at the end.

    Ray itself is told to restart nothing: it would wait for ever for a machine that does not come back, with the work
    of the dead worker in its hands.

    Args:
        start: starts a worker, a Ray actor with the methods of `PartWorker`.
        size: tells how many to keep; asked again and again, so that a cluster may grow and shrink.
        patience: seconds to wait for a first one.
    """

    start: Callable[[], ActorHandle[Any]]
    size: Callable[[], int]
    patience: float = PATIENCE
    _starting: dict[Any, ActorHandle[Any]] = field(default_factory=dict)
    _idle: list[ActorHandle[Any]] = field(default_factory=list)
    _busy: dict[Any, tuple[ActorHandle[Any], Batch]] = field(default_factory=dict)
    _again: deque[Batch] = field(default_factory=deque)
    _deaths: dict[str, int] = field(default_factory=dict)
    _failed_starts: int = 0

    def code(self, batches: Iterable[Batch]) -> Iterator[tuple[Batch, Tally | Failed]]:
        """Yield what became of each batch, in the order in which they come back. Batches are taken as needed.

        Raises:
            SummitryError: no worker could be started.
        """
        coming = iter(batches)
        while self._has_work(coming) or self._busy:
            self._hand_out(coming)
            if self._again:
                self._keep_up()
            yield from self._wait()

    def close(self) -> None:
        """End all workers."""
        import ray

        for handle in (*self._idle, *self._starting.values(), *(handle for handle, _ in self._busy.values())):
            ray.kill(handle)

    def _has_work(self, coming: Iterator[Batch]) -> bool:
        """True where a batch waits for a worker; the next one is taken where none does."""
        if not self._again:
            self._again.extend(islice(coming, 1))
        return bool(self._again)

    def _hand_out(self, coming: Iterator[Batch]) -> None:
        while self._idle and self._has_work(coming):
            handle, batch = self._idle.pop(), self._again.popleft()
            self._busy[handle.code.remote(batch)] = handle, batch

    def _keep_up(self) -> None:
        """Start workers in place of those that died."""
        for _ in range(self.size() - len(self._starting) - len(self._idle) - len(self._busy)):
            if self._failed_starts < _MOST_FAILED_STARTS:
                handle = self.start()
                self._starting[handle.ready.remote()] = handle

    def _wait(self) -> Iterator[tuple[Batch, Tally | Failed]]:
        import ray

        done, _ = ray.wait([*self._busy, *self._starting], num_returns=1, timeout=self.patience)
        if not done and not self._busy:
            raise SummitryError(f"no worker could be started within {self.patience:.0f} s; has the cluster free CPUs?")
        for reference in done:
            if reference in self._starting:
                self._welcome(reference)
            else:
                yield from self._take(reference)

    def _welcome(self, reference: Any) -> None:
        import ray

        handle = self._starting.pop(reference)
        try:
            ray.get(reference)
        except ray.exceptions.RayError as error:
            self._failed_starts += 1
            if self._failed_starts >= _MOST_FAILED_STARTS and not (self._idle or self._busy or self._starting):
                raise SummitryError(f"workers do not start: {_last_line(error)}") from error
        else:
            self._failed_starts = 0
            self._idle.append(handle)

    def _take(self, reference: Any) -> Iterator[tuple[Batch, Tally | Failed]]:
        """Take what a worker made of a batch; where the worker is gone, the batch goes back."""
        import ray

        handle, batch = self._busy.pop(reference)
        try:
            made: Tally = ray.get(reference)
        except ray.exceptions.RayTaskError as error:
            self._idle.append(handle)
            yield batch, Failed(_last_line(error))
        except ray.exceptions.RayError:
            self._ask_idle()
            deaths = self._deaths[batch.digest] = self._deaths.get(batch.digest, 0) + 1
            if deaths < MOST_DEATHS:
                self._again.append(batch)
            else:
                yield batch, Failed(f"{deaths} workers died at it, perhaps for want of memory")
        else:
            self._idle.append(handle)
            self._deaths.pop(batch.digest, None)
            yield batch, made

    def _ask_idle(self) -> None:
        """Ask the idle whether they live: a machine takes all its workers with it, and none may be given work."""
        self._starting.update((handle.ready.remote(), handle) for handle in self._idle)
        self._idle.clear()


def _last_line(error: Exception) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[-1] if lines else type(error).__name__

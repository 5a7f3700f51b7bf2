"""Coding in this process or in several, always in order, one bad document never stopping the rest."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import cache
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext
from typing import Protocol, TypeVar

from summitry.coding import CODER
from summitry.errors import EndpointError, SummitryError
from summitry.model import CodedDocument, Document

__all__ = ["Coded", "Coder", "CoderFailure", "Coding", "coded_in_order", "open_coding", "outcome"]


class Coder(Protocol):
    """What `summitry.coding` offers: events of documents, in order."""

    @property
    def name(self) -> str:
        """Name and version."""
        ...

    def code(self, documents: Iterable[Document]) -> Iterator[CodedDocument]:
        """Yield each document coded, in the order given."""
        ...


@dataclass(frozen=True, slots=True)
class CoderFailure:
    """The coder failed at a document; `reason` is for people."""

    reason: str


T = TypeVar("T")

_PRELOADING = "summitry.record.preloading"

Coded = CodedDocument | CoderFailure


def code_each(coder: Coder, documents: Sequence[Document]) -> list[Coded]:
    """Code documents together; where that fails, one by one, so that only the culprit is lost.

    Raises:
        EndpointError: the coder cannot work at all.
    """
    try:
        together: list[Coded] = list(coder.code(documents))
    except EndpointError:
        raise
    except Exception:  # noqa: BLE001  the document boundary: found again and told one by one
        return [_code_one(coder, document) for document in documents]
    return together if len(together) == len(documents) else [_code_one(coder, d) for d in documents]


def _code_one(coder: Coder, document: Document) -> Coded:
    try:
        coded = list(coder.code([document]))
    except EndpointError:
        raise
    except SummitryError as error:
        return CoderFailure(str(error))
    except Exception as error:  # noqa: BLE001  the document boundary: recorded, and the run goes on
        return CoderFailure(f"the coder failed ({type(error).__name__}: {str(error)[:200]})")
    return coded[0] if len(coded) == 1 else CoderFailure(f"the coder returned {len(coded)} documents for one")


@dataclass(slots=True)
class CodingHere:
    """Coding in this process. The coder is loaded when first needed."""

    load: Callable[[], Coder]
    known_name: str = ""
    _coder: Coder | None = None

    @property
    def name(self) -> str:
        """Name and version of the coder."""
        return self.known_name or self._loaded().name

    def submit(self, documents: Sequence[Document]) -> Future[list[Coded]]:
        """Code documents at once."""
        done: Future[list[Coded]] = Future()
        done.set_result(code_each(self._loaded(), documents))
        return done

    @property
    def width(self) -> int:
        """How many batches may be under way beside the one being stored."""
        return 0

    def close(self) -> None:
        """Nothing to close."""

    def _loaded(self) -> Coder:
        if self._coder is None:
            self._coder = self.load()
        return self._coder


@dataclass(slots=True)
class CodingPool:
    """Coding in several processes, which end by themselves when the process that started them is killed.

    This process is not forked: libraries with threads, and open records, do not survive that. Where the coder is the
    bundled one, a server is started that loads the models once and is forked; another coder is loaded in each process.
    """

    load: Callable[[], Coder]
    workers: int
    known_name: str = ""
    _pool: ProcessPoolExecutor = field(init=False)

    def __post_init__(self) -> None:
        self._pool = ProcessPoolExecutor(self.workers, _context_for(self.load), initializer=_start_worker)

    @property
    def name(self) -> str:
        """Name and version of the coder."""
        if not self.known_name:
            self.known_name = outcome(self._pool.submit(_name_of_coder, self.load))
        return self.known_name

    def submit(self, documents: Sequence[Document]) -> Future[list[Coded]]:
        """Hand documents to the next free process."""
        return self._pool.submit(_code_in_worker, self.load, tuple(documents))

    @property
    def width(self) -> int:
        """How many batches may be under way: enough to keep every process busy."""
        return 2 * self.workers

    def close(self) -> None:
        """End the processes; what they had not finished is dropped."""
        self._pool.shutdown(wait=True, cancel_futures=True)


class Coding(Protocol):
    """Makes events of documents, some batches at a time."""

    @property
    def name(self) -> str:
        """Name and version of the coder."""
        ...

    @property
    def width(self) -> int:
        """How many batches may be under way beside the one being stored."""
        ...

    def submit(self, documents: Sequence[Document]) -> Future[list[Coded]]:
        """Hand documents to the coder."""
        ...

    def close(self) -> None:
        """End what was started."""
        ...


def open_coding(load: Callable[[], Coder] | None, workers: int, name: str = "") -> Coding:
    """Return coding in this process for one worker, else in `workers` processes.

    Args:
        load: gives the coder, `None` for the bundled one, whose models are loaded when first something is coded.
        workers: how many processes.
        name: the coder's name and version, where it is known before the coder is loaded.
    """
    load, name = (load_bundled_coder, CODER) if load is None else (load, name)
    return CodingHere(load, name) if workers <= 1 else CodingPool(load, workers, name)


def _context_for(load: Callable[[], Coder]) -> BaseContext:
    """Return how processes are started: forked from a server that holds the models, or anew."""
    if load is not load_bundled_coder or "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([_PRELOADING])
    return context


def load_bundled_coder() -> Coder:
    """Load the coder of this package, with its models: seconds, so only where something is coded."""
    from summitry.coding import load_coder

    return load_coder()


def outcome(future: Future[T]) -> T:
    """Wait for what a process was asked.

    Raises:
        SummitryError: a process died, as they do where memory runs out.
    """
    try:
        return future.result()
    except BrokenProcessPool as error:
        raise SummitryError(
            "a coding process died, perhaps for want of memory; what was committed is kept; "
            "run again with fewer --workers to go on"
        ) from error


def coded_in_order(coding: Coding, batches: Iterable[Sequence[Document]]) -> Iterator[tuple[Document, Coded]]:
    """Yield each document with what the coder made of it, in order, keeping every process busy."""
    under_way: deque[tuple[Sequence[Document], Future[list[Coded]]]] = deque()
    for batch in batches:
        under_way.append((batch, coding.submit(batch)))
        while len(under_way) > coding.width:
            yield from _paired(*under_way.popleft())
    for documents, future in under_way:
        yield from _paired(documents, future)


def _paired(documents: Sequence[Document], future: Future[list[Coded]]) -> Iterator[tuple[Document, Coded]]:
    made: list[Coded] = outcome(future)
    return zip(documents, made, strict=True)


@cache
def _coder_of_worker(load: Callable[[], Coder]) -> Coder:
    """Load the coder once in each process."""
    return load()


def _start_worker() -> None:
    """Leave Ctrl-C to the parent, end when it is gone however it went, and keep to one thread a process."""
    for library in ("OMP", "OPENBLAS", "BLIS", "MKL"):
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(0)


def _name_of_coder(load: Callable[[], Coder]) -> str:
    return _coder_of_worker(load).name


def _code_in_worker(load: Callable[[], Coder], documents: tuple[Document, ...]) -> list[Coded]:
    return code_each(_coder_of_worker(load), documents)

"""The whole run: inputs cut into batches, coded by workers on a Ray cluster, committed part by part."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from summitry.coding import CODER
from summitry.errors import InputError
from summitry.exchange.engine import MissingExtraError
from summitry.limits import Limits
from summitry.record import Coder, SkippedInput
from summitry.scale.batches import Batch, cut
from summitry.scale.inputs import raw_documents
from summitry.scale.parts import CodedParts, DoneSource, Tally
from summitry.scale.pool import Failed, WorkerPool
from summitry.scale.storage import Folder, Stored, find_files
from summitry.scale.worker import PartWorker

__all__ = ["ScaleSummary", "code_at_scale"]

Report = Callable[["ScaleSummary"], None]


@dataclass(slots=True)
class ScaleSummary:
    """What a run did. Everything counted is committed.

    Args:
        coded: what became of the documents that were coded in this run.
        parts: how many parts were written.
        parts_before: how many were there already.
        files: how many inputs are done.
        files_before: how many of them were done before and have not changed.
        problems: inputs, or parts of them, that could not be coded; running again tries them again.
    """

    coded: Tally = field(default_factory=Tally)
    parts: int = 0
    parts_before: int = 0
    files: int = 0
    files_before: int = 0
    problems: list[SkippedInput] = field(default_factory=list)


@dataclass(slots=True)
class _Source:
    """An input under way."""

    file: Stored
    stamp: str
    before: DoneSource | None
    parts: list[str] = field(default_factory=list)
    open: set[str] = field(default_factory=set)
    ended: bool = False
    failed: bool = False
    problem: str = ""


@dataclass(slots=True)
class _Run:
    """One run. See `code_at_scale`."""

    parts: CodedParts
    coder: str
    limits: Limits
    summary: ScaleSummary
    done: dict[str, DoneSource]
    written: set[str]
    sources: dict[str, _Source] = field(default_factory=dict)

    def batches(self, files: Sequence[Stored]) -> Iterator[Batch]:
        """Yield what is to be coded: the batches of files that are not done, and of which no part is there."""
        for file in files:
            before, stamp = self.done.get(file.name), file.stamp()
            if self._is_done(before, stamp):
                self.summary.files += 1
                self.summary.files_before += 1
                continue
            source = self.sources[file.name] = _Source(file, stamp, before)
            yield from self._batches_of(source)
            source.ended = True
            self._finish_if_done(source)

    def take(self, batch: Batch, made: Tally | Failed) -> None:
        """Note what became of a batch."""
        source = self.sources[batch.source]
        source.open.discard(batch.digest)
        if isinstance(made, Failed):
            source.failed = True
            self.summary.problems.append(SkippedInput(batch.source, "coder-failed", made.reason))
        else:
            self.summary.coded += made
            self.summary.parts += 1
        self._finish_if_done(source)

    def _is_done(self, before: DoneSource | None, stamp: str) -> bool:
        unchanged = before is not None and (before.stamp, before.coder) == (stamp, self.coder)
        return unchanged and before is not None and self.written.issuperset(before.parts)

    def _batches_of(self, source: _Source) -> Iterator[Batch]:
        try:
            for batch in cut(source.file.name, raw_documents(source.file, self.limits), self.coder):
                source.parts.append(batch.digest)
                if batch.digest in self.written:
                    self.summary.parts_before += 1
                else:
                    source.open.add(batch.digest)
                    yield batch
        except InputError as error:
            source.problem = error.reason
            self.summary.problems.append(SkippedInput(error.source, "damaged", error.reason))

    def _finish_if_done(self, source: _Source) -> None:
        if source.ended and not source.open:
            del self.sources[source.file.name]
            if not source.failed:
                done = DoneSource(source.file.name, source.stamp, self.coder, tuple(source.parts), source.problem)
                self.parts.finish(done, source.before)
                self.summary.files += 1


def code_at_scale(
    inputs: Sequence[str],
    output: str,
    *,
    workers: int = 0,
    address: str = "",
    limits: Limits | None = None,
    load_coder: Callable[[], Coder] | None = None,
    coder: str = CODER,
    report: Report | None = None,
) -> ScaleSummary:
    """Code JSON Lines, Parquet and web archives on a Ray cluster, to Parquet parts.

    A run that was stopped, or lost machines, goes on where it stopped when it is started again: no document is lost,
    none is there twice. The output must be reached by all machines: object storage, or a disk that they share.

    Args:
        inputs: files, folders or patterns, on disk or in object storage (`s3://bucket/2019/`).
        output: folder of the parts, likewise.
        workers: how many to keep; 0 for one a CPU of the cluster.
        address: of a running cluster; `""` starts one on this machine and ends it.
        limits: what one document may cost.
        load_coder: gives the coder, the bundled one unless given.
        coder: its name and version.
        report: called after each part.

    Raises:
        UsageError: there is no such input.
        SummitryError: no worker could be started, or the output cannot be written.
    """
    files = find_files(list(inputs))
    limits = limits or Limits()
    parts = CodedParts(Folder(output.rstrip("/")))
    summary = ScaleSummary()
    run = _Run(parts, coder, limits, summary, parts.done(), parts.written())
    to_do = run.batches(files)
    if (first := next(to_do, None)) is None:
        return summary  # a cluster takes seconds to join
    with _pool(load_coder, output.rstrip("/"), limits, workers, address) as pool:
        for batch, made in pool.code(chain([first], to_do)):
            run.take(batch, made)
            if report is not None:
                report(summary)
    return summary


@contextmanager
def _pool(
    load: Callable[[], Coder] | None, output: str, limits: Limits, workers: int, address: str
) -> Iterator[WorkerPool]:
    """Join a cluster, or start one here, and end what was started."""
    try:
        import ray
    except ImportError as error:
        raise MissingExtraError("coding at scale needs Ray: pip install 'summitry[scale]'") from error
    joined = not ray.is_initialized()
    if joined and address:
        ray.init(address=address, log_to_driver=False, logging_level=logging.ERROR)
    elif joined:
        ray.init(num_cpus=workers or None, include_dashboard=False, log_to_driver=False, logging_level=logging.ERROR)
    remote: Any = ray.remote(num_cpus=1, max_restarts=0)(PartWorker)
    pool = WorkerPool(lambda: remote.remote(load, output, limits), lambda: workers or _processors())
    try:
        yield pool
    finally:
        pool.close()
        if joined:
            ray.shutdown()


def _processors() -> int:
    """Return how many processors the cluster has now, 1 where it has none yet."""
    import ray

    now: dict[str, float] = ray.cluster_resources()  # type: ignore[no-untyped-call]
    return max(1, int(now.get("CPU", 1)))

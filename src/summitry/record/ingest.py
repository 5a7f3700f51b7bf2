"""Reading into the record: read, tell duplicates, code, write, so that a killed run loses nothing it reported."""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path

from summitry.errors import InputError
from summitry.model import CodedDocument, Document
from summitry.record.connection import plainly, transaction
from summitry.record.identity import Reading
from summitry.record.runs import Runs
from summitry.record.storing import NeedsCoding, Outcome, Store
from summitry.record.summary import ReadSummary, SkippedInput
from summitry.record.workers import Coded, CoderFailure, Coding, outcome

__all__ = ["Item", "SourceDone", "ingest"]

INTAKE = 32
"""Documents looked up in the record at a time."""

BATCH = 8
"""Documents coded and committed at a time: small enough that a kill costs a second or two of work."""


@dataclass(frozen=True, slots=True)
class SourceDone:
    """A mark in the stream of readings: a source has been read to its end."""


Item = Reading | SkippedInput | SourceDone


@dataclass(frozen=True, slots=True)
class _Batch:
    """Readings under way: what was read, and the documents that are being coded for them."""

    readings: tuple[Reading, ...]
    documents: tuple[Document, ...]
    coded: Future[list[Coded]]


@dataclass(slots=True)
class _Ingest:
    """One run. See `ingest`."""

    connection: sqlite3.Connection
    path: Path
    store: Store
    coding: Coding
    run: int
    summary: ReadSummary
    report: Callable[[ReadSummary, int], None]
    sources_done: int = 0
    waiting: list[tuple[Reading, Document]] = field(default_factory=list)
    under_way: deque[_Batch] = field(default_factory=deque)

    def take_in(self, items: list[Item]) -> None:
        """Enter what need not be coded; queue the rest."""
        with plainly(self.path), transaction(self.connection):
            for item in items:
                if isinstance(item, Reading):
                    self._look_up(item)
                elif isinstance(item, SkippedInput):
                    self._skip(item)
                else:
                    self.sources_done += 1
            Runs(self.connection).count(self.run, self.summary)
        self.report(self.summary, self.sources_done)

    def submit(self, *, at_least: int) -> None:
        """Hand queued documents to the coder, and write what has been coded."""
        while len(self.waiting) >= at_least and self.waiting:
            chosen, self.waiting = self.waiting[:BATCH], self.waiting[BATCH:]
            documents = tuple(dict.fromkeys(document for _, document in chosen))
            readings = tuple(reading for reading, _ in chosen)
            self.under_way.append(_Batch(readings, documents, self.coding.submit(documents)))
            while len(self.under_way) > self.coding.width:
                self.write(self.under_way.popleft())

    def drain(self) -> None:
        """Write everything that is under way."""
        self.submit(at_least=1)
        while self.under_way:
            self.write(self.under_way.popleft())

    def write(self, batch: _Batch) -> None:
        """Enter the readings of a batch with their coded documents, in one transaction."""
        made: list[Coded] = outcome(batch.coded)
        coded = dict(zip(batch.documents, made, strict=True))
        again: list[tuple[Reading, Document]] = []
        with plainly(self.path), transaction(self.connection):
            for reading in batch.readings:
                again += self._enter(reading, coded)
            Runs(self.connection).count(self.run, self.summary)
        self.report(self.summary, self.sources_done)
        self.waiting += again

    def _look_up(self, reading: Reading) -> None:
        self.waiting += self._enter(reading, {})

    def _enter(self, reading: Reading, coded: dict[Document, Coded]) -> list[tuple[Reading, Document]]:
        """Enter a reading; return it with the document to code where that comes first."""
        source = reading.document.address.source
        try:
            asked = self.store.enter(reading, self.coding.name)
            if isinstance(asked, NeedsCoding):
                made = coded.get(asked.document)
                if made is None:
                    return [(reading, asked.document)]
                if isinstance(made, CoderFailure):
                    self._skip(SkippedInput(source, "coder-failed", made.reason))
                    return []
                self._enter_coded(reading, made)
                return []
        except InputError as error:
            self._skip(SkippedInput(source, "coder-failed", error.reason))
        except UnicodeEncodeError:
            self._skip(SkippedInput(source, "encoding", "the text holds broken characters that no file can store"))
        else:
            self._count(asked, source)
        return []

    def _enter_coded(self, reading: Reading, made: CodedDocument) -> None:
        done = self.store.enter(reading, self.coding.name, made)
        assert not isinstance(done, NeedsCoding)  # asked and answered in the same transaction
        self._count(done, reading.document.address.source)

    def _count(self, done: Outcome, source: str) -> None:
        setattr(self.summary, done, getattr(self.summary, done) + 1)
        Runs(self.connection).no_longer_skipped(source)

    def _skip(self, item: SkippedInput) -> None:
        self.summary.skipped.append(item)
        Runs(self.connection).skip(self.run, item)


def ingest(
    connection: sqlite3.Connection,
    path: Path,
    items: Iterable[Item],
    store: Store,
    coding: Coding,
    options: dict[str, object],
    report: Callable[[ReadSummary, int], None],
) -> ReadSummary:
    """Enter all items into the record.

    Each document is entered wholly, with its events, in one transaction; what `report` counts is
    committed. A document that the same coder has coded before is not coded again, so a run that
    was stopped goes on where it stopped.

    Args:
        connection: the record, writable.
        path: the record's file, for messages.
        items: what was read, in order, with the ends of sources marked.
        store: enters one reading.
        coding: makes events.
        options: what the run was asked to do, kept with it.
        report: called after each commit with the counts and the number of sources done.

    Returns:
        What became of the items.

    Raises:
        RecordError: the record could not be written; what was reported is kept.
    """
    summary = ReadSummary()
    with plainly(path), transaction(connection):
        run = Runs(connection).start(coding.name, options)
    state = _Ingest(connection, path, store, coding, run, summary, report)
    intake: list[Item] = []
    for item in items:
        intake.append(item)
        if len(intake) >= INTAKE:
            state.take_in(intake)
            state.submit(at_least=BATCH)
            intake = []
    state.take_in(intake)
    state.drain()
    with plainly(path), transaction(connection):
        Runs(connection).finish(run)
    return summary

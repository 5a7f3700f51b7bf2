"""Kill a run at a moment, look at what it left, let another run go on.

The run is forked from this process, so that models are loaded once and a kill can fall anywhere
in the reading itself. Used by the tests and by `benchmarks/kill.py`.
"""

from __future__ import annotations

import io
import json
import os
import select
import signal
import sqlite3
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from summitry.model import Document
from summitry.record import Coder, Progress, Record, open_record
from summitry.record.identity import event_id

__all__ = ["ATTEMPTS", "Survival", "Work", "exported", "kill_after", "survive"]


@dataclass(frozen=True)
class Work:
    """What a run is to do: documents, and the coder."""

    documents: Sequence[Document]
    load_coder: Callable[[], Coder]

    def do(self, path: Path, progress: Callable[[Progress], None] | None = None) -> None:
        """Do it, in this process."""
        with open_record(path) as record:
            record.add(self.documents, load_coder=self.load_coder, progress=progress)


@dataclass(frozen=True)
class Reported:
    """What a killed run had reported done, and whether it was killed before its end."""

    documents: int
    killed: bool


def kill_after(work: Work, path: Path, seconds: float) -> Reported:
    """Do the work in a forked process and kill it after a time, with SIGKILL."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.close(reader)
            work.do(path, lambda progress: _tell(writer, progress))
            status = 0
        finally:
            os._exit(status)
    os.close(writer)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    told = _read_all(reader).split()
    if not os.WIFSIGNALED(status) and os.WEXITSTATUS(status) != 0:
        raise AssertionError("the run failed before it was killed")
    return Reported(int(told[-1]) if told else 0, os.WIFSIGNALED(status))


def _tell(writer: int, progress: Progress) -> None:
    os.write(writer, f"{progress.documents}\n".encode())


def _read_all(reader: int) -> str:
    parts = []
    while select.select([reader], [], [], 1)[0] and (part := os.read(reader, 65536)):
        parts.append(part)
    os.close(reader)
    return b"".join(parts).decode()


def time_of_run(work: Work, folder: Path) -> float:
    """Return how long an undisturbed run takes, in seconds, once everything it needs is loaded."""
    spans = []
    for number in range(2):
        path = folder / f"timed-{number}.sqlite"
        start = time.perf_counter()
        work.do(path)
        spans.append(time.perf_counter() - start)
    return min(spans)


def exported(record: Record) -> str:
    """Return the record's export and its incidents."""
    target = io.StringIO()
    record.export(target)
    return target.getvalue() + json.dumps(record.incidents().to_dicts())


def problems_after(path: Path, reported: Reported, work: Work) -> list[str]:
    """Return what is wrong with the record a killed run left; nothing where each document is wholly in or out.

    Args:
        path: the record.
        reported: what the run had reported.
        work: what it was to do; each document stored must have the events that its coder finds in it.
    """
    if not path.exists():
        return ["what was reported done is gone"] if reported.documents else []
    found = _integrity(path)
    with open_record(path) as record:
        found += record.damage()
        for stored in record.documents():
            (coded,) = work.load_coder().code([stored.document])
            expected = {event_id(stored.id, event) for event in coded.events}
            if {event.id for event in record.events_of(stored.id)} != expected:
                found.append(f"{stored.id} is not whole")
        addresses = record._connection.execute("SELECT count(*) FROM addresses").fetchone()[0]
    if addresses < reported.documents:
        found.append(f"{reported.documents} documents were reported done, {addresses} are there")
    return found


def _integrity(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    try:
        return [line for (line,) in connection.execute("PRAGMA integrity_check") if line != "ok"]
    finally:
        connection.close()


@dataclass(frozen=True)
class Survival:
    """How a series of kills went.

    Args:
        kills: how many runs were begun and killed.
        within: how many of the kills fell before the run's end.
        wrong: what was wrong afterwards, one line each.
    """

    kills: int
    within: int
    wrong: tuple[str, ...]


ATTEMPTS = 8
"""How often a kill is tried, each time in half the time, until it falls within the run."""


def survive(work: Work, folder: Path, moments: Sequence[float]) -> Survival:
    """Kill a run at each moment of its length, look, let another go on, and hold its export against an undisturbed one.

    Args:
        work: what to do.
        folder: an empty folder for the records.
        moments: when to kill, as shares of an undisturbed run's length.
    """
    length = time_of_run(work, folder)
    with open_record(folder / "timed-0.sqlite") as record:
        expected = exported(record)
    within, wrong = 0, []
    for number, moment in enumerate(moments):
        path = folder / f"{number}.sqlite"
        for attempt in range(ATTEMPTS):  # on a machine that was busy while timed, a kill may come too late
            reported = kill_after(work, path, moment * length / 2**attempt)
            if reported.killed:
                break
            path.unlink(missing_ok=True)
        within += reported.killed
        wrong += [f"kill {number}: {problem}" for problem in problems_after(path, reported, work)]
        work.do(path)
        with open_record(path) as record:
            if exported(record) != expected:
                wrong.append(f"kill {number}: going on gave another export")
            wrong += [f"kill {number}, at the end: {line}" for line in record.damage()]
        path.unlink()
    return Survival(len(moments), within, tuple(wrong))

"""Files of event data into a panel."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from summitry.errors import InputError, SummitryError, UsageError
from summitry.exchange.conversion import Conversion, load_rules
from summitry.exchange.engine import MEMORY, connect
from summitry.exchange.readers import Work, work_on
from summitry.exchange.rowwise import Bad
from summitry.exchange.schema import CAMEO_SHAPES, Shape
from summitry.exchange.store import Input, Panel, locked, open_panel, save_panel
from summitry.exchange.unpacking import fingerprint, unpacked
from summitry.exchange.writing import make_batch, merge_small, prepare, write_batch

if TYPE_CHECKING:
    import duckdb

__all__ = ["ImportReport", "import_events"]

BATCH = 1_000_000
"""Events gathered before they are written, unless one file has more. While one batch is written, the next is read."""


@dataclass(slots=True)
class ImportReport:
    """What an import did.

    Args:
        panel: the panel as it is now.
        inputs: the files that were imported.
        known: files that were in the panel already.
        failed: files that could not be read, each with the reason.
    """

    panel: Panel
    inputs: list[Input] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    failed: list[InputError] = field(default_factory=list)

    @property
    def rows(self) -> int:
        """How many events were added."""
        return sum(entry.rows for entry in self.inputs)

    @property
    def rejected(self) -> int:
        """How many rows were kept aside."""
        return sum(entry.rejected for entry in self.inputs)

    @property
    def uncoded(self) -> int:
        """How many events have no PLOVER category."""
        return sum(entry.uncoded for entry in self.inputs)


@dataclass(slots=True)
class _Run:
    """An import on its way."""

    connection: duckdb.DuckDBPyConnection
    writer: ThreadPoolExecutor
    scratch: Path
    report: ImportReport
    shape: Shape
    mapped: Mapping[str, str]
    batch: str = "batch_0"
    gathered: int = 0
    waiting: list[Input] = field(default_factory=list)
    writing: Future[Panel] | None = None
    written: list[Input] = field(default_factory=list)


def import_events(
    paths: Iterable[Path],
    folder: Path,
    shape: Shape,
    *,
    conversion: Conversion | None = None,
    mapped: Mapping[str, str] | None = None,
    threads: int = 0,
    memory: str = MEMORY,
    progress: Callable[[str, int], None] | None = None,
) -> ImportReport:
    """Import files into a panel, made where there is none.

    A file that is in the panel already is passed over. A row that cannot be used is counted and kept in
    `PANEL/rejected/`, with its line number and why; a file that cannot be read at all is reported, and the rest goes
    on.

    Args:
        paths: the files, zipped or not.
        folder: the panel.
        shape: the shape of all the files.
        conversion: from CAMEO to PLOVER; our rules where not given.
        mapped: for `csv`, the column of each field.
        threads: threads of DuckDB, 0 for one a core.
        memory: what DuckDB may hold before it spills to disk.
        progress: told the file that is being read and the events imported so far.

    Raises:
        UsageError: a file is not there, the folder is something else, or the panel was made with another conversion.
        RecordError: the panel cannot be used, or somebody else is writing to it.
    """
    files = list(paths)
    if absent := next((path for path in files if not path.is_file()), None):
        raise UsageError(f"there is no file {absent}")
    rules = conversion or load_rules()
    panel = open_panel(folder, create=True)
    if panel.conversion not in ("", rules.name):
        raise UsageError(
            f"{folder} was made with the conversion '{panel.conversion}', this import would use '{rules.name}'; "
            "give the same --conversion, or name another folder"
        )
    with locked(folder) as scratch, ThreadPoolExecutor(1) as writer:
        connection = connect(scratch, threads, memory)
        try:
            prepare(connection, rules)
            report = ImportReport(replace(panel, conversion=rules.name))
            run = _Run(connection, writer, scratch, report, shape, mapped or {})
            make_batch(connection, run.batch, shape)
            _import_all(run, files, progress or (lambda name, rows: None))
        finally:
            writer.shutdown()
            connection.close()
    return run.report


def _import_all(run: _Run, files: list[Path], progress: Callable[[str, int], None]) -> None:
    seen = {entry.fingerprint for entry in run.report.panel.inputs}
    for path in files:
        progress(str(path), run.report.rows)
        mark = fingerprint(path)
        if mark in seen:
            run.report.known.append(str(path))
            continue
        seen.add(mark)
        try:
            entry = _import_one(run, path, mark)
        except InputError as error:
            run.report.failed.append(error)
            continue
        run.waiting.append(entry)
        run.report.inputs.append(entry)
        run.gathered += entry.rows
        if run.gathered >= BATCH:
            _hand_over(run)
    progress("writing", run.report.rows)
    _hand_over(run)
    _settle(run)


def _hand_over(run: _Run) -> None:
    """Give what has gathered to the writer, once it is done with what it had, and begin anew."""
    _settle(run)
    if not run.waiting:
        return
    cursor, panel, batch, shape = run.connection.cursor(), run.report.panel, run.batch, run.shape
    run.writing = run.writer.submit(lambda: merge_small(cursor, write_batch(cursor, panel, batch, shape)))
    run.written, run.waiting, run.gathered = run.waiting, [], 0
    run.batch = f"batch_{int(batch.removeprefix('batch_')) + 1}"
    make_batch(run.connection, run.batch, run.shape)


def _settle(run: _Run) -> None:
    """Wait for the writer, and make what it wrote count."""
    if run.writing is None:
        return
    panel = _run_safely(run.writing.result, str(run.report.panel.folder))
    run.report.panel = replace(panel, inputs=(*panel.inputs, *run.written))
    save_panel(run.report.panel)
    run.writing = None


def _import_one(run: _Run, path: Path, mark: str) -> Input:
    with unpacked(path, run.scratch) as plain:
        work = work_on(plain, str(path), run.shape, run.mapped, run.scratch)
        try:
            rows, uncoded, bad = _run_safely(lambda: _insert(run, work), str(path))
        finally:
            if work.temporary:
                work.path.unlink()
    kept = ""
    if bad:
        number = len(run.report.panel.inputs) + len(run.written if run.writing else ()) + len(run.waiting)
        kept = f"rejected/{number:05d}-{path.name}.tsv"
        _keep_aside(run.report.panel.folder / kept, bad)
    return Input(str(path), mark, run.shape, rows, len(bad), kept, uncoded)


_Result = TypeVar("_Result")


def _run_safely(work: Callable[[], _Result], name: str) -> _Result:
    """Run something in DuckDB; its errors become ours, in a line."""
    import duckdb

    try:
        return work()
    except duckdb.OutOfMemoryException as error:
        raise SummitryError(f"{name}: needs more memory than was given; give --memory, for example 4GB") from error
    except (duckdb.InvalidInputException, duckdb.ConversionException) as error:
        raise InputError(name, str(error).splitlines()[0]) from error
    except duckdb.IOException as error:
        raise SummitryError(f"{name}: {str(error).splitlines()[0]}") from error


def _insert(run: _Run, work: Work) -> tuple[int, int, list[Bad]]:
    """Add the rows of a file to the batch; return how many, how many without category, and what was kept aside."""
    execute = run.connection.execute
    for table in ("reject_errors", "reject_scans"):
        execute(f"DROP TABLE IF EXISTS {table}")
    execute(f"INSERT INTO {run.batch} SELECT {work.plan.select} FROM {work.plan.scan(work.path)}")
    kind = "''" if run.shape in CAMEO_SHAPES else "r.type"
    found = execute(
        f"SELECT count(*), count(*) FILTER ({kind} = '' AND a.code IS NULL) FROM {run.batch} r "
        f"LEFT JOIN acts a ON a.code = r.code WHERE r.rowid >= {run.gathered}"
    ).fetchone() or (0, 0)
    return found[0], found[1], [*work.bad, *_rejects(run.connection)]


_REASONS = {"CAST": "no date", "MISSING COLUMNS": "too few columns", "TOO MANY COLUMNS": "too many columns"}
_FIRST = "CASE error_type WHEN 'CAST' THEN 1 ELSE 0 END"


def _rejects(connection: duckdb.DuckDBPyConnection) -> Iterator[Bad]:
    """Yield the lines that DuckDB could not use, each once, with the first thing that is wrong with it."""
    lines = connection.execute(
        f"SELECT line, arg_min(error_type, {_FIRST}), arg_min(csv_line, {_FIRST}) FROM reject_errors GROUP BY line "
        "ORDER BY line"
    )
    while row := lines.fetchone():
        reason = _REASONS.get(row[1], str(row[1]).lower())
        yield Bad(row[0], reason, str(row[2]).strip("\r\n"))


def _keep_aside(path: Path, bad: list[Bad]) -> None:
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8", newline="", errors="replace") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(("line", "reason", "text"))
        writer.writerows((row.line, row.reason, row.text) for row in sorted(bad, key=lambda row: row.line))

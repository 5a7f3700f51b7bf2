"""Dyads by month, quarter or year: how often which acts, and how warm.

Sources of the measures: counts by PLOVER category and quadrant; the PLOVER conflict-cooperation score (see
`summitry.coding.scores`), summed and averaged over the acts that have one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from summitry.coding.ontology import load_ontology
from summitry.errors import UsageError
from summitry.exchange.engine import MEMORY, connect, quoted
from summitry.exchange.store import Panel
from summitry.model import HAPPENED, EventType, Status

if TYPE_CHECKING:
    import duckdb

__all__ = ["CATEGORIES", "Cut", "Step", "columns_of", "dyad_series", "write_panel"]

Step = Literal["month", "quarter", "year"]

CATEGORIES: tuple[str, ...] = get_args(EventType)


@dataclass(frozen=True, slots=True)
class Cut:
    """Which events a table counts, and how.

    Args:
        by: the step of time.
        directed: who acts on whom is told apart; else the two states of a dyad stand in order of the alphabet.
        statuses: statuses that count.
        since: first day, ISO; `""` for the panel's first.
        until: last day.
    """

    by: Step = "month"
    directed: bool = True
    statuses: tuple[Status, ...] = HAPPENED
    since: str = ""
    until: str = ""

    @property
    def where(self) -> str:
        """SQL for the events that count."""
        conditions = [f"status IN ({', '.join(map(quoted, self.statuses))})", "dyad <> ''"]
        conditions += [f"start_date >= {quoted(self.since)}"] if self.since else []
        conditions += [f"start_date <= {quoted(self.until)}"] if self.until else []
        return " AND ".join(conditions)


def _quadrants() -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, category in load_ontology().items():
        if category.quadrant != "none":
            found.setdefault(category.quadrant.replace(" ", "_"), []).append(name)
    return found


def columns_of() -> tuple[str, ...]:
    """Return the columns of a panel table, in order."""
    measures = ("events", "mentions", "scored", "score_sum", "score_mean")
    return ("source", "target", "period", *measures, *_quadrants(), *(name.lower() for name in CATEGORIES), "uncoded")


_FIRST_MONTH = {
    "month": "month(start_date)",
    "quarter": "((month(start_date) - 1) // 3 * 3 + 1)",
    "year": "1",
}
"""SQL for the first month of a day's step; steps are grouped as whole numbers, which is faster than as dates."""


def _counts(files: list[str], cut: Cut, pair: tuple[str, str] | None = None) -> str:
    """SQL for what is counted over some Parquet files, a row for each dyad and step.

    Args:
        files: the files.
        cut: what counts.
        pair: one dyad alone; in a directed cut the first acts on the second.
    """
    source, target = ("source", "target") if cut.directed else ("least(source, target)", "greatest(source, target)")
    where = cut.where
    if pair:
        low, high = sorted(pair)
        where += f" AND dyad = {quoted(f'{low}-{high}')}"
        where += f" AND source = {quoted(pair[0])} AND target = {quoted(pair[1])}" if cut.directed else ""
        source, target = map(quoted, pair if cut.directed else (low, high))
    counts = ", ".join(f"(count(*) FILTER (type = '{name}'))::INTEGER AS {name.lower()}" for name in CATEGORIES)
    return f"""
        SELECT {source} AS source, {target} AS target, year(start_date) * 12 + {_FIRST_MONTH[cut.by]} - 1 AS step,
            count(*)::INTEGER AS events, sum(mentions)::BIGINT AS mentions, count(score)::INTEGER AS scored,
            coalesce(round(sum(score::DOUBLE), 3), 0) AS score_sum, {counts},
            (count(*) FILTER (type = ''))::INTEGER AS uncoded
        FROM read_parquet([{", ".join(map(quoted, files))}], hive_partitioning=false) WHERE {where}
        GROUP BY ALL
    """


def _full(counts: str) -> str:
    """SQL that adds to counts what follows from them."""
    quadrants = ", ".join(
        f"({' + '.join(name.lower() for name in names)}) AS {quadrant}" for quadrant, names in _quadrants().items()
    )
    more = (
        f"{quadrants}, score_sum / nullif(scored, 0) AS score_mean, make_date(step // 12, step % 12 + 1, 1) AS period"
    )
    return f"SELECT {', '.join(columns_of())} FROM (SELECT *, {more} FROM ({counts}))"


def dyad_series(
    panel: Panel, first: str, second: str, cut: Cut | None = None, *, memory: str = MEMORY
) -> list[dict[str, object]]:
    """Return the course of one dyad, a row for each step of the panel's time, also where nothing is known of it.

    Args:
        panel: the panel.
        first, second: alpha-3 codes. In a directed cut the first acts on the second.
        cut: what counts; undirected months of what happened where not given.
        memory: what DuckDB may hold.

    Returns:
        Rows with the names of `columns_of()`, the zeros of empty steps included: the panel was looked at and has none.

    Raises:
        UsageError: the panel is empty.
    """
    cut = cut or Cut(directed=False)
    if not panel.parts:
        raise UsageError(f"{panel.folder}: the panel is empty")
    source, target = (first, second) if cut.directed else sorted((first, second))
    years = [part.year for part in panel.parts if _within(part.first, part.last, cut)]
    files = [path for year in sorted(set(years)) for path in panel.files(year)]
    if not files:
        return []
    start, end = max(panel.first, cut.since), min(panel.last, cut.until or panel.last)
    zeros = ", ".join(f"coalesce({name}, 0) AS {name}" for name in columns_of()[3:] if name != "score_mean")
    with _database(memory) as database:
        rows = database.execute(
            f"SELECT {quoted(source)} AS source, {quoted(target)} AS target, steps.period::DATE AS period, "
            f"{zeros}, score_mean "
            f"FROM (SELECT unnest(generate_series(date_trunc('{cut.by}', {quoted(start)}::DATE), "
            f"{quoted(end)}::DATE, INTERVAL 1 {cut.by})) AS period) steps "
            f"LEFT JOIN ({_full(_counts(files, cut, (first, second)))}) found "
            "ON found.period = steps.period::DATE ORDER BY 3"
        )
        names = [column[0] for column in rows.description or ()]
        found = [dict(zip(names, row, strict=True)) for row in rows.fetchall()]
    return [{name: row[name] for name in columns_of()} for row in found]


def _within(first: str, last: str, cut: Cut) -> bool:
    return (not cut.since or last >= cut.since) and (not cut.until or first <= cut.until)


def write_panel(panel: Panel, target: Path, cut: Cut, *, threads: int = 0, memory: str = MEMORY) -> int:
    """Write every dyad by step as Parquet or CSV, by the ending of the file, and return how many rows.

    Only steps in which something is known of a dyad have a row; rows stand in order of year, dyad and step. A year is
    counted at a time, since no step reaches over its end, so that memory holds one year's dyads alone.

    Raises:
        UsageError: the panel is empty, or the file has another ending.
    """
    kind = {".parquet": "FORMAT parquet, COMPRESSION snappy", ".csv": "FORMAT csv, HEADER"}
    if target.suffix not in kind:
        raise UsageError(f"{target}: name a file that ends in .parquet or .csv")
    if not panel.parts:
        raise UsageError(f"{panel.folder}: the panel is empty")
    ordered = (f"{_counts(panel.files(year), cut)} ORDER BY source, target, step" for year in panel.years)
    part = target.with_name(f"{target.name}.part")
    with _database(memory, threads, target.parent) as database:
        database.execute("SET preserve_insertion_order = true")
        years = " UNION ALL ".join(f"({_full(counts)})" for counts in ordered)
        try:
            done = database.execute(f"COPY ({years}) TO {quoted(part)} ({kind[target.suffix]})").fetchone()
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    return int(done[0]) if done else 0


@contextmanager
def _database(memory: str, threads: int = 0, spill: Path | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    connection = connect(spill / ".summitry-spill" if spill else None, threads, memory)
    try:
        yield connection
    finally:
        connection.close()

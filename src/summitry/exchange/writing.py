"""Events into the parts of a panel: looked up, sorted by dyad and day, one file a year and batch.

Sorted so, the rows of a dyad stand together, and the least and greatest dyad that Parquet keeps for each group of rows
lets a query skip all others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from summitry.coding.scores import load_scores, score_of
from summitry.exchange.conversion import Conversion
from summitry.exchange.countries import by_fips, states_by_key
from summitry.exchange.engine import quoted
from summitry.exchange.schema import CAMEO_SHAPES, COLUMNS, Shape, raw_types
from summitry.exchange.store import Panel, Part

if TYPE_CHECKING:
    import duckdb

__all__ = ["ROW_GROUP", "looked_up", "make_batch", "merge_small", "prepare", "write_batch", "write_part"]

ROW_GROUP = 61_440
"""Rows that share one entry of statistics: 30 vectors of DuckDB, so that a dyad's rows lie in few groups."""

SMALL = 500_000
"""A part with fewer rows is merged with others of its year once there are `MANY`."""

MANY = 8


def prepare(connection: duckdb.DuckDBPyConnection, conversion: Conversion) -> None:
    """Make the tables that events are looked up in.

    Their few texts are enumerated in order of the alphabet, so that sorting moves and compares numbers.
    """
    acts = {code: act for code, act in conversion.all_codes().items() if act.type}
    scores = load_scores()
    _enum(connection, "state_code", {*states_by_key().values(), *by_fips().values()})
    _enum(connection, "category", {*(category for category, _ in scores), "TRANSITION"})
    _enum(connection, "mode_word", {act.mode for act in acts.values()})
    _enum(connection, "context_list", {";".join(act.contexts) for act in acts.values()})
    _table(connection, "states", {"key": "VARCHAR", "state": "state_code"}, states_by_key().items())
    _table(connection, "fips", {"key": "VARCHAR", "state": "state_code"}, by_fips().items())
    columns = {"code": "VARCHAR", "type": "category", "mode": "mode_word", "contexts": "context_list", "score": "FLOAT"}
    rows = [
        (code, act.type, act.mode, ";".join(act.contexts), str(score_of(act.type, act.mode)))
        for code, act in acts.items()
    ]
    _table(connection, "acts", columns, rows)
    scored = ((category, mode, str(score)) for (category, mode), score in scores.items())
    _table(connection, "scores", {"type": "category", "mode": "VARCHAR", "score": "FLOAT"}, scored)


def _enum(connection: duckdb.DuckDBPyConnection, name: str, values: Iterable[str]) -> None:
    connection.execute(f"CREATE TYPE {name} AS ENUM ({', '.join(map(quoted, sorted({'', *values})))})")


def _table(
    connection: duckdb.DuckDBPyConnection, name: str, columns: Mapping[str, str], rows: Iterable[Iterable[str]]
) -> None:
    """Make a small table in one statement, its columns of the types given."""
    values = ", ".join(f"({', '.join(map(quoted, row))})" for row in rows)
    casts = ", ".join(f"TRY_CAST({column} AS {kind}) AS {column}" for column, kind in columns.items())
    connection.execute(f"CREATE TABLE {name} AS SELECT {casts} FROM (VALUES {values}) AS t({', '.join(columns)})")


def make_batch(connection: duckdb.DuckDBPyConnection, name: str, shape: Shape) -> None:
    """Make an empty table in which rows gather as their shape gives them."""
    columns = ", ".join(f"{column} {kind}" for column, kind in raw_types(shape).items())
    connection.execute(f"CREATE TABLE {name} ({columns})")


def looked_up(raw: str, shape: Shape) -> str:
    """Return SQL for events from rows as their shape gives them.

    States and places are looked up by code or name, CAMEO codes become categories where a row brings none, and each act
    gets the score of its mode, or of its category where the mode has none.

    Args:
        raw: a table or query with the columns `RAW`.
        shape: the shape they came in.
    """
    joins, score = "", "a.score"
    kind, mode = "coalesce(a.type, ''::category)", "coalesce(a.mode, ''::mode_word)"
    contexts = "coalesce(a.contexts, ''::context_list)"
    if shape not in CAMEO_SHAPES:
        joins = """
            LEFT JOIN scores exact ON exact.type = TRY_CAST(r.type AS category) AND exact.mode = r.mode
            LEFT JOIN scores own ON own.type = TRY_CAST(r.type AS category) AND own.mode = ''"""
        kind = f"CASE WHEN r.type = '' THEN {kind} ELSE coalesce(TRY_CAST(r.type AS category), ''::category) END"
        mode = f"CASE WHEN r.type = '' THEN {mode}::VARCHAR ELSE r.mode END"
        contexts = f"CASE WHEN r.contexts = '' THEN {contexts}::VARCHAR ELSE r.contexts END"
        score = "coalesce(exact.score, own.score, a.score)"
    rest = "" if shape in CAMEO_SHAPES else ", coalesce(end_date, start_date) AS end_date, status"
    return f"""
        SELECT event_id, start_date,
            coalesce(s.state, ''::state_code) AS source, coalesce(t.state, ''::state_code) AS target,
            source_name, target_name, source_sector, target_sector,
            {kind} AS type, {mode} AS mode, {contexts} AS contexts, r.code,
            {score} AS score, goldstein, coalesce(mentions, 1) AS mentions, coalesce(sources, 1) AS sources,
            latitude, longitude, coalesce(p.state, ''::state_code) AS country, place, url{rest}
        FROM {raw} r
        LEFT JOIN states s ON s.key = r.source_key
        LEFT JOIN states t ON t.key = r.target_key
        LEFT JOIN {"fips" if shape in ("gdelt", "gdelt2") else "states"} p ON p.key = r.country_key
        LEFT JOIN acts a ON a.code = r.code{joins}
    """


def write_batch(connection: duckdb.DuckDBPyConnection, panel: Panel, batch: str, shape: Shape) -> Panel:
    """Write a table of gathered rows as one new part a year, drop it, and return the panel with them."""
    years = connection.execute(
        f"SELECT year(start_date), count(*), min(start_date)::VARCHAR, max(start_date)::VARCHAR FROM {batch} "
        "GROUP BY ALL ORDER BY ALL"
    ).fetchall()
    constants = {"origin": quoted(shape)}
    if shape in CAMEO_SHAPES:
        constants |= {"end_date": "start_date", "status": "'occurred'"}
    for year, rows, first, last in years:
        rest = f"(SELECT * FROM {batch} WHERE start_date BETWEEN '{year:04d}-01-01' AND '{year:04d}-12-31')"
        panel = _write(connection, panel, looked_up(rest, shape), constants, Part("", year, rows, first, last))
    connection.execute(f"DROP TABLE {batch}")
    return panel


def merge_small(connection: duckdb.DuckDBPyConnection, panel: Panel) -> Panel:
    """Return the panel with the small parts of a year merged where they are many."""
    for year in panel.years:
        small = [part for part in panel.parts if part.year == year and part.rows < SMALL]
        if len(small) > MANY:
            paths = ", ".join(quoted(panel.folder / part.path) for part in small)
            merged = Part("", year, sum(p.rows for p in small), min(p.first for p in small), max(p.last for p in small))
            kept = tuple(part for part in panel.parts if part not in small)
            source = f"SELECT * EXCLUDE (dyad) FROM read_parquet([{paths}], hive_partitioning=false)"
            panel = _write(connection, replace(panel, parts=kept), source, {}, merged)
    return panel


def _write(
    connection: duckdb.DuckDBPyConnection, panel: Panel, source: str, constants: Mapping[str, str], part: Part
) -> Panel:
    path = f"year={part.year:04d}/part-{panel.number:05d}.parquet"
    write_part(connection, source, panel.folder / path, constants)
    parts = sorted((*panel.parts, replace(part, path=path)), key=lambda each: (each.year, each.path))
    return replace(panel, parts=tuple(parts), number=panel.number + 1)


def write_part(
    connection: duckdb.DuckDBPyConnection, source: str, path: Path, constants: Mapping[str, str] | None = None
) -> None:
    """Write the events of a query as one sorted Parquet file.

    Args:
        connection: the database, made ready by `prepare`.
        source: a query with the columns of a panel but for `dyad` and the constants.
        path: the file.
        constants: SQL of columns that need not be sorted with the rest.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    low, high = (f"{which}(source::VARCHAR, target::VARCHAR)" for which in ("least", "greatest"))
    one, other = (f"enum_code({side}::state_code)::INTEGER" for side in ("source", "target"))
    rank = f"least({one}, {other}) * 10000 + greatest({one}, {other})"
    given = "".join(f"{sql} AS {name}, " for name, sql in (constants or {}).items())
    connection.execute(
        f"COPY (SELECT {', '.join(COLUMNS)} FROM (SELECT *, {given}"
        f"CASE WHEN source = '' OR target = '' THEN '' ELSE {low} || '-' || {high} END AS dyad "
        f"FROM (SELECT * FROM ({source}) ORDER BY {rank}, start_date, event_id))) TO {quoted(path)} "
        f"(FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE {ROW_GROUP})"
    )

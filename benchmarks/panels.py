"""Panels at size: importing GDELT-shaped files, one dyad's months, and all dyads' months, beside pandas and SQLite.

    python benchmarks/panels.py --events 10_000_000
    python benchmarks/panels.py --events 100_000_000 --rows 4_000_000

Generated, with a seed: 45 years whose events grow by 8 % a year; states drawn from a Zipf law, so that a few dyads have
most events and most have few; categories from a Zipf law as well. The import reads files of GDELT 1.0's 58 columns, of
about 400 bytes a row. Each measurement runs in a process of its own, with two threads; memory is the most it held.
pandas and SQLite get the share of the same events that `--beside` says; their figures are for that share.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from summitry.coding.scores import score_of
from summitry.exchange import Cut, Panel, dyad_series, import_events, load_rules, open_panel, write_panel
from summitry.exchange.countries import states_by_key
from summitry.exchange.engine import connect, quoted
from summitry.exchange.store import Part, save_panel
from summitry.exchange.writing import prepare, write_part

THREADS = 2
FIRST, LAST, GROWTH = 1980, 2024, 0.08
STATES = 200
CODES = "010 020 036 042 043 040 051 057 061 071 084 090 1011 111 112 120 130 141 150 163 173 180 190 193".split()
ACTS = (
    ("CONSULT", "visit"), ("CONSULT", ""), ("ACCUSE", "disapprove"), ("AGREE", ""), ("REQUEST", "meet"),
    ("SUPPORT", ""), ("ASSAULT", "firearms"), ("COERCE", "arrest"), ("REJECT", ""), ("COOPERATE", ""),
    ("THREATEN", "violence"), ("AID", ""), ("PROTEST", "demo"), ("SANCTION", "withdraw"), ("RETREAT", "withdraw"),
    ("MOBILIZE", "troops"), ("CONCEDE", ""),
)  # fmt: skip


def codes() -> list[str]:
    """The states that events are generated between, great ones first."""
    great = "USA CHN RUS GBR FRA DEU JPN IND ISR IRN PRK KOR UKR SYR IRQ TUR PAK EGY SAU AFG".split()
    rest = sorted({code for code in states_by_key().values() if code not in great})
    return [*great, *rest][:STATES]


def generate(events: int, folder: Path) -> Panel:
    """Make a panel of so many events, a part for every million of a year, as an import would."""
    connection = connect(folder.parent / "spill", THREADS)
    connection.execute("SELECT setseed(0.5)")
    prepare(connection, load_rules())
    states = ", ".join(f"({number}, {quoted(code)})" for number, code in enumerate(codes()))
    acts = ", ".join(
        f"({number}, '{kind}', '{mode}', {score_of(kind, mode)}::FLOAT)" for number, (kind, mode) in enumerate(ACTS)
    )
    connection.execute(f"CREATE TABLE drawn AS SELECT * FROM (VALUES {states}) t(number, code)")
    connection.execute(f"CREATE TABLE kinds AS SELECT * FROM (VALUES {acts}) t(number, type, mode, score)")
    weights = {year: math.exp(GROWTH * (year - FIRST)) for year in range(FIRST, LAST + 1)}
    folder.mkdir(parents=True)
    panel, made = Panel(folder, "rules"), 0
    for year, weight in weights.items():
        left = round(events * weight / sum(weights.values()))
        while left:
            rows = min(left, 1_000_000)
            path = f"year={year}/part-{panel.number:05d}.parquet"
            write_part(connection, _events(year, rows, made), folder / path)
            part = Part(path, year, rows, f"{year}-01-01", f"{year}-12-31")
            panel = replace(panel, parts=(*panel.parts, part), number=panel.number + 1)
            left, made = left - rows, made + rows
    connection.close()
    save_panel(panel)
    return panel


def _events(year: int, rows: int, made: int) -> str:
    """SQL for events; `floor(n ** u)` with u even between 0 and 1 falls off as a Zipf law does."""
    return f"""
        SELECT (r.id + {made})::VARCHAR AS event_id, DATE '{year}-01-01' + r.day AS start_date,
            DATE '{year}-01-01' + r.day AS end_date, a.code AS source, b.code AS target,
            '' AS source_name, '' AS target_name, 'GOV' AS source_sector, 'GOV' AS target_sector,
            c.type AS type, c.mode AS mode, 'occurred' AS status, '' AS contexts, '' AS code,
            c.score AS score, c.score AS goldstein, r.mentions AS mentions, 1 AS sources,
            NULL::FLOAT AS latitude, NULL::FLOAT AS longitude, b.code AS country, '' AS place, '' AS url,
            'generated' AS origin
        FROM (
            SELECT id, floor(random() * 365)::INTEGER AS day, floor(pow({STATES}, random()))::INTEGER - 1 AS one,
                floor(pow({STATES}, random()))::INTEGER - 1 AS other, floor(pow(20, random()))::INTEGER AS mentions,
                floor(pow({len(ACTS)}, random()))::INTEGER - 1 AS act
            FROM range({rows}) t(id)
        ) r
        JOIN drawn a ON a.number = r.one JOIN drawn b ON b.number = r.other JOIN kinds c ON c.number = r.act
    """


def gdelt_lines(rows: int) -> Iterator[str]:
    """Lines of GDELT 1.0, an eightieth of them with an event of a year or ten before, as in its daily files."""
    chance = random.Random(8)
    names = codes()
    geo = "4\tBeijing, Beijing, China\tCH\tCH22\t39.9289\t116.388\t-1898541"
    for number in range(rows):
        source, target = (names[int(STATES ** chance.random()) - 1] for _ in range(2))
        day = date(2018, 1, 1) + timedelta(days=number * 365 // rows)
        if chance.random() < 1 / 80:
            day = day.replace(day=min(day.day, 28), year=chance.choice((2017, 2008)))
        code = CODES[int(len(CODES) ** chance.random()) - 1]
        yield "\t".join(
            (
                str(700_000_000 + number),
                f"{day:%Y%m%d}",
                f"{day:%Y%m}",
                str(day.year),
                "2018.0027",
                f"{source}GOV",
                "GOVERNMENT",
                source,
                "",
                "",
                "",
                "",
                "GOV",
                "",
                "",
                target,
                "PRESIDENT",
                target,
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "1",
                code,
                code[:3],
                code[:2],
                "1",
                "2.8",
                str(chance.randint(1, 20)),
                "1",
                "10",
                f"{chance.uniform(-9, 9):.13f}",
                geo,
                geo,
                geo,
                "20180101",
                f"https://www.example.org/news/{day:%Y/%m/%d}/a-title-of-some-length-as-they-are-{number}.html",
            )
        )


def measured(what: str, folder: Path, beside: int) -> dict[str, float]:
    """Run one measurement in a process of its own and return its figures."""
    command = [sys.executable, __file__, "--only", what, "--folder", str(folder), "--beside", str(beside)]
    environment = {**os.environ, "OMP_NUM_THREADS": str(THREADS), "POLARS_MAX_THREADS": str(THREADS)}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def measure(what: str, folder: Path, beside: int) -> dict[str, float]:
    """Take one measurement in this process."""
    figures = {"import": _import, "series": _series, "panel": _panel, "pandas": _pandas, "sqlite": _sqlite}[what](
        folder, beside
    )
    figures["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    return figures


def _import(folder: Path, _: int) -> dict[str, float]:
    files = sorted(folder.glob("gdelt-*.tsv"))
    begun, busy = time.perf_counter(), time.process_time()
    report = import_events(files, folder / "imported", "gdelt", threads=THREADS)
    return {
        "rows": report.rows,
        "seconds": time.perf_counter() - begun,
        "cpu": time.process_time() - busy,
        "rejected": report.rejected,
    }


def _series(folder: Path, _: int) -> dict[str, float]:
    panel = open_panel(folder / "generated")
    figures = {}
    for name, dyad in {"frequent": ("USA", "CHN"), "middling": ("PRK", "CHN"), "rare": ("FJI", "MLT")}.items():
        for turn in ("cold", "warm"):
            begun, busy = time.perf_counter(), time.process_time()
            rows = dyad_series(panel, *dyad)
            figures[f"{name} {turn}"] = time.perf_counter() - begun
            figures[f"{name} cpu"] = time.process_time() - busy
        figures[f"{name} events"] = sum(int(str(row["events"])) for row in rows)
    return figures


def _panel(folder: Path, _: int) -> dict[str, float]:
    begun, busy = time.perf_counter(), time.process_time()
    rows = write_panel(open_panel(folder / "generated"), folder / "panel.parquet", Cut(), threads=THREADS)
    return {"rows": rows, "seconds": time.perf_counter() - begun, "cpu": time.process_time() - busy}


def _share(folder: Path, beside: int, target: Path) -> None:
    """Write the first events of the generated panel as CSV, with the columns that a panel needs."""
    files = ", ".join(map(quoted, open_panel(folder / "generated").files()))
    columns = "source, target, start_date, type, score, mentions"
    source = f"SELECT {columns} FROM read_parquet([{files}], hive_partitioning=false) LIMIT {beside}"
    connect(threads=THREADS).execute(f"COPY ({source}) TO {quoted(target)} (FORMAT csv, HEADER)")


def _pandas(folder: Path, beside: int) -> dict[str, float]:
    import pandas

    begun = time.perf_counter()
    lines = pandas.read_csv(sorted(folder.glob("gdelt-*.tsv"))[0], sep="\t", header=None, dtype=str, quoting=3)
    figures = {"import rows": len(lines), "import": time.perf_counter() - begun}
    del lines
    frame = pandas.read_csv(folder / "share.csv", parse_dates=["start_date"])
    begun = time.perf_counter()
    pair = frame[frame.source.isin(("CHN", "PRK")) & frame.target.isin(("CHN", "PRK")) & (frame.source != frame.target)]
    pair.groupby([pair.start_date.dt.to_period("M"), "type"]).size()
    figures |= {"events": len(frame), "series": time.perf_counter() - begun}
    begun = time.perf_counter()
    keys = ["source", "target", frame.start_date.dt.to_period("M")]
    counts = frame.groupby([*keys, "type"]).size().unstack(fill_value=0)
    counts.join(frame.groupby(keys).agg({"score": "sum", "mentions": "sum"}))
    return figures | {"panel": time.perf_counter() - begun}


def _sqlite(folder: Path, beside: int) -> dict[str, float]:
    import csv

    path = folder / "plain.sqlite"
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE events (source, target, start_date, type, score REAL, mentions INTEGER)")
    begun = time.perf_counter()
    with (folder / "share.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        database.executemany("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?)", rows)
    database.commit()
    figures = {"import rows": beside, "import": time.perf_counter() - begun}
    begun = time.perf_counter()
    database.execute("CREATE INDEX dyad ON events (source, target, start_date)")
    figures |= {"events": beside, "index": time.perf_counter() - begun}
    begun = time.perf_counter()
    where = "(source = 'CHN' AND target = 'PRK') OR (source = 'PRK' AND target = 'CHN')"
    database.execute(
        f"SELECT substr(start_date, 1, 7), type, count(*), sum(score) FROM events WHERE {where} GROUP BY 1, 2"
    ).fetchall()
    figures["series"] = time.perf_counter() - begun
    begun = time.perf_counter()
    counts = ", ".join(f"sum(type = '{kind}')" for kind in sorted({kind for kind, _ in ACTS}))
    database.execute(
        f"CREATE TABLE panel AS SELECT source, target, substr(start_date, 1, 7), count(*), sum(score), sum(mentions), "
        f"{counts} FROM events GROUP BY 1, 2, 3"
    )
    database.commit()
    figures["panel"] = time.perf_counter() - begun
    return figures


def report(figures: dict[str, dict[str, float]], events: int, size: float) -> None:
    """Print what was measured, one line each."""
    imported, series, panel = figures["import"], figures["series"], figures["panel"]
    print(f"{THREADS} threads, others' load {os.getloadavg()[1]:.1f}; {events:,} events in {size:.1f} GB of Parquet")
    print(
        f"import of GDELT-shaped files: {imported['rows']:,.0f} rows in {imported['seconds']:.1f} s, "
        f"{imported['rows'] / imported['seconds']:,.0f} rows/s ({imported['cpu']:.1f} s of processor), "
        f"{imported['memory']:.1f} GB"
    )
    for name in ("frequent", "middling", "rare"):
        print(
            f"months of a {name} dyad ({series[f'{name} events']:,.0f} events): {series[f'{name} cold']:.2f} s, "
            f"again {series[f'{name} warm']:.2f} s ({series[f'{name} cpu']:.2f} s of processor), "
            f"{series['memory']:.1f} GB"
        )
    print(
        f"months of all dyads: {panel['rows']:,.0f} rows in {panel['seconds']:.1f} s "
        f"({panel['cpu']:.1f} s of processor), {panel['memory']:.1f} GB"
    )
    for name in ("pandas", "sqlite"):
        if name not in figures:
            print(f"{name}: not installed")
            continue
        other = figures[name]
        print(
            f"{name}, {other['events']:,.0f} events: reads {other['import rows'] / other['import']:,.0f} rows/s, "
            f"one dyad {other['series']:.2f} s, all dyads {other['panel']:.1f} s, {other['memory']:.1f} GB"
            + (f" (its index took {other['index']:.1f} s)" if "index" in other else "")
        )


def main() -> None:
    """Generate, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=10_000_000, help="events of the generated panel")
    parser.add_argument("--rows", type=int, default=2_000_000, help="rows of the GDELT-shaped files")
    parser.add_argument("--beside", type=int, default=3_000_000, help="events that pandas and SQLite get")
    parser.add_argument("--folder", type=Path, help="where to work; a temporary folder else")
    parser.add_argument("--only", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.only:
        print(json.dumps(measure(chosen.only, chosen.folder, chosen.beside)))
        return
    folder = chosen.folder or Path(tempfile.mkdtemp(prefix="panels-"))
    try:
        generate(chosen.events, folder / "generated")
        size = sum(path.stat().st_size for path in folder.rglob("*.parquet")) / 1e9
        each = 500_000
        lines = gdelt_lines(chosen.rows)
        for number in range(math.ceil(chosen.rows / each)):
            with (folder / f"gdelt-{number:03d}.tsv").open("w", encoding="utf-8") as file:
                file.writelines(f"{line}\n" for line in islice(lines, each))
        beside = min(chosen.beside, chosen.events)
        _share(folder, beside, folder / "share.csv")
        figures = {what: measured(what, folder, beside) for what in ("import", "series", "panel")}
        for what in ("pandas", "sqlite"):
            try:
                figures[what] = measured(what, folder, beside)
            except subprocess.CalledProcessError as error:
                if "No module named" not in error.stderr:
                    raise
        report(figures, chosen.events, size)
    finally:
        if chosen.folder is None:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()

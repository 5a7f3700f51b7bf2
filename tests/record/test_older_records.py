"""Records that earlier versions filled: brought up to date with every row kept, a copy of the old one beside them."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest

from record.fakes import load_fake_coder, make_document
from summitry.record import Record, open_record
from summitry.record.schema import bring_up_to_date, migrations

ROWS = Path(__file__).parent / "older"
"""Rows as each version wrote them: those of the first, and what later ones add."""
REPORTS = [
    make_document(
        "Xi Jinping met Kim Jong Un in Beijing after a long silence",
        "a.txt",
        "2018-03-26",
        publisher="A",
        title="A guest from the north",
    ),
    make_document(
        "It was said that Kim Jong Un met Xi Jinping in Beijing",
        "b.txt",
        "2018-03-27",
        publisher="B",
        title="Guards at the station",
    ),
    make_document(
        "Some weeks on Xi Jinping met Kim Jong Un in Dalian",
        "c.txt",
        "2018-05-08",
        publisher="A",
        title="A walk by the sea",
    ),
]
KEPT = ("runs", "documents", "wordings", "bands", "addresses", "events", "participants", "evidence", "corrections")


def older(path: Path, version: int) -> Path:
    """Make a record of a version."""
    connection = sqlite3.connect(path, isolation_level=None)
    bring_up_to_date(connection, path, migrations()[:version])
    for number in range(1, version + 1):
        if (rows := ROWS / f"version_{number}.sql").exists():
            connection.executescript(rows.read_text(encoding="utf-8"))
    connection.close()
    return path


def rows_of(connection: sqlite3.Connection, tables: Sequence[str], columns: dict[str, str]) -> dict[str, list[object]]:
    return {
        table: [tuple(row) for row in connection.execute(f"SELECT {columns[table]} FROM {table} ORDER BY 1, 2")]
        for table in tables
    }


def columns_of(connection: sqlite3.Connection, tables: Sequence[str]) -> dict[str, str]:
    """Return the columns of tables, without what linking notes on events."""
    noted = {"link_key", "acting_key", "person_key", "linked"}
    named = {table: [row[1] for row in connection.execute(f"PRAGMA table_info({table})")] for table in tables}
    return {table: ", ".join(name for name in names if name not in noted) for table, names in named.items()}


def exported(record: Record) -> str:
    target = io.StringIO()
    record.export(target)
    return target.getvalue()


@pytest.mark.parametrize("version", [1, 2, 3, 4, 5])
def test_a_filled_record_of_any_version_keeps_its_rows(tmp_path: Path, version: int) -> None:
    path = older(tmp_path / "old.sqlite", version)
    tables = KEPT[: None if version > 1 else -1]
    connection = sqlite3.connect(path)
    columns = columns_of(connection, tables)
    before = rows_of(connection, tables, columns)
    connection.close()
    assert all(before.values())
    with open_record(path) as record:
        assert rows_of(record._connection, tables, columns) == before
        record.link()
        assert record.damage() == []
        place = "Dalian, China" if version > 1 else "Dalian"
        assert [(i.place, i.documents) for i in record.incidents()] == [("Beijing", 2), (place, 1)]
        targets = record._connection.execute("SELECT count(*) FROM correction_targets").fetchone()[0]
        assert targets == len(record.corrections) == (1 if version > 1 else 0)
        with open_record(tmp_path / "new.sqlite") as new:
            new.add(REPORTS, load_coder=load_fake_coder)
            assert exported(record) == exported(new)
        assert record.add(REPORTS, load_coder=load_fake_coder).unchanged == len(REPORTS)
    copy = sqlite3.connect(path.with_name(f"old.sqlite.version-{version}"))
    assert copy.execute("PRAGMA user_version").fetchone() == (version,)
    assert rows_of(copy, tables, columns) == before
    copy.close()


def test_every_older_version_is_tried() -> None:
    assert len(migrations()) == 6, "keep rows of the version before in tests/record/older, and try them above"

"""Opening the file: made where there is none, refused where it is something else, brought up to date."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from record.fakes import load_fake_coder, make_document
from summitry.errors import NewerRecordError, NotARecordError, RecordError, UsageError
from summitry.record import open_record
from summitry.record.schema import APPLICATION_ID, bring_up_to_date, migrations


def pragma(path: Path, name: str) -> object:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]
    finally:
        connection.close()


def test_a_new_record_carries_our_mark_and_version(tmp_path: Path) -> None:
    path = tmp_path / "new.sqlite"
    open_record(path).close()
    assert pragma(path, "application_id") == APPLICATION_ID
    assert pragma(path, "user_version") == len(migrations())
    assert pragma(path, "journal_mode") == "wal"


def test_what_is_committed_is_on_the_disk(tmp_path: Path) -> None:
    """In WAL mode only FULL writes the log through at each commit (sqlite.org/pragma.html#pragma_synchronous)."""
    with open_record(tmp_path / "new.sqlite") as record:
        assert record._connection.execute("PRAGMA synchronous").fetchone()[0] == 2


def test_an_empty_file_becomes_a_record(tmp_path: Path) -> None:
    path = tmp_path / "empty.sqlite"
    path.touch()
    with open_record(path) as record:
        assert record.counts() == (0, 0)


def test_a_record_that_is_not_there_is_not_made_by_asking(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no record at"):
        open_record(tmp_path / "none.sqlite", create=False, writable=False)
    assert list(tmp_path.iterdir()) == []


def test_opening_a_record_once_more_keeps_the_locks_of_who_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "shared.sqlite"
    open_record(path).close()
    with open_record(path, writable=False) as reader:
        open_record(path, writable=False).close()
        # Another program that leaves last takes the log away; it must see that somebody still reads.
        other = f"import sqlite3; c = sqlite3.connect({str(path)!r}); c.execute('SELECT 1 FROM events'); c.close()"
        subprocess.run([sys.executable, "-c", other], check=True)
        assert path.with_name("shared.sqlite-wal").exists()
        assert reader.counts() == (0, 0)


def test_a_record_in_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no folder"):
        open_record(tmp_path / "nowhere" / "r.sqlite")


@pytest.mark.parametrize(
    "content",
    [
        b"To whom it may concern",
        b"To whom it may concern, " * 500,
        b"SQLite format 3",
        b"SQLite format 3\x00" + b"\xff" * 5000,
    ],
)
@pytest.mark.parametrize("writable", [True, False])
def test_a_file_that_is_no_record_is_refused_and_left_alone(tmp_path: Path, content: bytes, writable: bool) -> None:
    path = tmp_path / "letter.sqlite"
    path.write_bytes(content)
    with pytest.raises(RecordError):
        open_record(path, writable=writable)
    assert path.read_bytes() == content


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotARecordError, match="is a folder"):
        open_record(tmp_path)


@pytest.mark.parametrize("writable", [True, False])
def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path, writable: bool) -> None:
    path = tmp_path / "other.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NotARecordError, match="another program"):
        open_record(path, writable=writable)
    assert path.read_bytes() == before


@pytest.mark.parametrize("writable", [True, False])
def test_a_newer_record_is_refused_and_left_alone(tmp_path: Path, writable: bool) -> None:
    path = tmp_path / "newer.sqlite"
    open_record(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NewerRecordError, match=r"newer summitry \(record version 99"):
        open_record(path, writable=writable)
    assert path.read_bytes() == before


def test_an_older_record_is_brought_up_to_date_and_a_copy_kept(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite"
    with open_record(path) as record:
        record.add([make_document("Xi Jinping met Kim Jong Un")], load_coder=load_fake_coder)
    connection = sqlite3.connect(path, isolation_level=None)
    bring_up_to_date(connection, path, [*migrations(), "CREATE TABLE notes (note TEXT) STRICT;"])
    assert connection.execute("SELECT count(*) FROM notes").fetchone() == (0,)
    assert connection.execute("SELECT count(*) FROM events").fetchone() == (1,)
    connection.close()
    copy = tmp_path / f"old.sqlite.version-{len(migrations())}"
    assert pragma(copy, "user_version") == len(migrations())
    assert pragma(path, "user_version") == len(migrations()) + 1


def test_a_step_that_fails_leaves_the_version_before_it(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite"
    open_record(path).close()
    connection = sqlite3.connect(path, isolation_level=None)
    steps = [*migrations(), "CREATE TABLE notes (note TEXT); CREATE TABLE events (again TEXT);"]
    with pytest.raises(sqlite3.OperationalError):
        bring_up_to_date(connection, path, steps)
    assert connection.execute("PRAGMA user_version").fetchone() == (len(migrations()),)
    assert connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'notes'").fetchone() == (0,)
    connection.close()


def test_the_views_open_in_any_sqlite_tool(tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite"
    with open_record(path) as record:
        documents = [make_document("Xi Jinping met Kim Jong Un in Dalian", "a.txt", "2018-05-08", title="Dalian")]
        record.add(documents, load_coder=load_fake_coder)
    connection = sqlite3.connect(path)
    row = connection.execute("SELECT start_date, type, who, whom, place, quote, title FROM events_view").fetchone()
    assert row == (
        "2018-05-08",
        "CONSULT",
        "Xi Jinping",
        "Kim Jong Un",
        "Dalian",
        "Xi Jinping met Kim Jong Un in Dalian",
        "Dalian",
    )
    assert connection.execute("SELECT title, addresses, events FROM documents_view").fetchone() == (
        "Dalian",
        "a.txt",
        1,
    )
    connection.close()

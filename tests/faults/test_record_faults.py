"""A record survives kills, full and read-only disks, damage and two writers at once."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import threading
import time
from importlib import resources
from pathlib import Path

import pytest

from faults.killing import ATTEMPTS, Reported, Work, exported, kill_after, problems_after, survive
from record.fakes import load_fake_coder, load_newer_coder, make_document
from summitry.errors import DamagedRecordError, RecordError, SummitryError
from summitry.model import Document
from summitry.record import open_record

pytestmark = [pytest.mark.faults, pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")]

PEOPLE = ("Xi Jinping", "Kim Jong Un", "Donald Trump", "Moon Jae-in")
PLACES = ("Beijing", "Hanoi", "Singapore", "Panmunjom", "Pyongyang", "Dalian", "Seoul")


def reports(count: int, seed: int = 1) -> list[Document]:
    """Return short reports of meetings, one in five a copy of an earlier one at another address."""
    chance = random.Random(seed)
    made: list[Document] = []
    for number in range(count):
        if made and chance.random() < 0.2:
            text = chance.choice(made).text
        else:
            sentences = [
                f"{one} met {other} in {chance.choice(PLACES)} for round {chance.randrange(10**6)} of their talks."
                for one, other in (chance.sample(PEOPLE, 2) for _ in range(chance.randint(1, 9)))
            ]
            text = " ".join(sentences)
        day = f"2018-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        made.append(make_document(text, f"{number}.txt", day, title=f"Report {number}"))
    return made


def test_kills_lose_nothing_double_nothing_break_nothing(tmp_path: Path) -> None:
    chance = random.Random(2019)
    survival = survive(Work(reports(60), load_fake_coder), tmp_path, [chance.random() for _ in range(46)])
    assert survival.wrong == ()
    assert survival.within == 46


def test_kills_while_a_newer_coder_replaces_events_lose_nothing(tmp_path: Path) -> None:
    old, new = Work(reports(60), load_fake_coder), Work(reports(60), load_newer_coder)
    timed = tmp_path / "timed.sqlite"
    old.do(timed)
    start = time.perf_counter()
    new.do(timed)
    length = time.perf_counter() - start
    within = 0
    for number in range(6):
        path = tmp_path / f"{number}.sqlite"
        for attempt in range(ATTEMPTS):  # on a machine that was busy while timed, a kill may come too late
            path.unlink(missing_ok=True)
            old.do(path)
            killed = kill_after(new, path, length * (number + 0.5) / 6 / 2**attempt).killed
            if killed:
                break
        within += killed
        with open_record(path) as record:
            assert record.damage() == []
            assert {event.coder for event in record.events()} <= {"fake 1", "fake 2"}
            for document in record.documents():
                assert {e.coder for e in record.events_of(document.id)} == {document.coder}
        new.do(path)
        with open_record(path) as record:
            assert {event.coder for event in record.events()} == {"fake 2"}
    assert within == 6


def test_kills_of_the_bundled_coder_lose_nothing(tmp_path: Path) -> None:
    from summitry.coding import load_coder
    from summitry.limits import Limits
    from summitry.record.identity import Reading
    from summitry.record.sources import read_items

    with resources.as_file(resources.files("summitry") / "sample" / "reports") as folder:
        items = read_items([str(folder)], Limits(), None, "").items
        documents = [item.document for item in items if isinstance(item, Reading)][:12]
    work = Work(documents, load_coder)
    list(load_coder().code(documents[:1]))  # models are loaded before the forks
    chance = random.Random(2018)
    survival = survive(work, tmp_path, [chance.random() for _ in range(4)])
    assert survival.wrong == ()
    assert survival.within == 4


def test_a_log_cut_anywhere_leaves_whole_documents_and_all_that_were_told_before(tmp_path: Path) -> None:
    """A power loss keeps some beginning of the log; what a run told of was in the log by then."""
    path, log = tmp_path / "whole.sqlite", tmp_path / "whole.sqlite-wal"
    work = Work(reports(16), load_fake_coder)
    told: list[tuple[int, int]] = []
    with open_record(path) as record:
        record._connection.execute("PRAGMA wal_autocheckpoint = 0")
        for start in range(0, 16, 2):
            record.add(
                work.documents[start : start + 2],
                load_coder=load_fake_coder,
                progress=lambda p, start=start: told.append((log.stat().st_size, start + p.documents)),
            )
        expected = exported(record)
        main, logged = path.read_bytes(), log.read_bytes()
    assert told[-1][1] == 16
    chance = random.Random(12)
    counts = []
    for number, cut in enumerate([*sorted(chance.randrange(len(logged)) for _ in range(39)), len(logged)]):
        left = tmp_path / f"{number}.sqlite"
        left.write_bytes(main)
        left.with_name(f"{left.name}-wal").write_bytes(logged[:cut])
        reported = max((documents for size, documents in told if size <= cut), default=0)
        assert problems_after(left, Reported(reported, killed=True), work) == []
        with open_record(left) as record:
            counts.append(record.counts()[1])
            if number % 20 == 0 or cut == len(logged):
                record.add(work.documents, load_coder=load_fake_coder)
                assert exported(record) == expected
    assert counts == sorted(counts)
    assert len(set(counts)) > 5


def test_workers_end_when_the_run_is_killed(tmp_path: Path) -> None:
    script = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from record.fakes import load_fake_coder\n"
        "from summitry.record.workers import CodingPool\n"
        "if __name__ == '__main__':\n"
        "    pool = CodingPool(load_fake_coder, 2)\n"
        "    print(pool.name, *pool._pool._processes, flush=True)\n"
        "    input()\n"
    )
    path = tmp_path / "pool.py"
    path.write_text(script)
    tests = str(Path(__file__).parent.parent)
    run = subprocess.Popen([sys.executable, str(path), tests], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert run.stdout is not None
    workers = [int(word) for word in run.stdout.readline().split()[2:]]
    assert workers
    run.kill()
    run.wait()
    assert _all_gone(workers, seconds=10)


def _all_gone(processes: list[int], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not any(_runs(process) for process in processes):
            return True
        time.sleep(0.05)
    return False


def _runs(process: int) -> bool:
    state = Path(f"/proc/{process}/stat")
    return state.exists() and state.read_text().split(")")[-1].split()[0] != "Z"


def test_a_full_disk_is_told_and_what_was_committed_stays(tmp_path: Path) -> None:
    path = tmp_path / "full.sqlite"
    with open_record(path) as record:
        record._connection.execute("PRAGMA max_page_count = 120")
        reported: list[int] = []
        with pytest.raises(RecordError, match="disk is full"):
            record.add(reports(400), load_coder=load_fake_coder, progress=lambda p: reported.append(p.documents))
    with open_record(path) as record:
        assert record.damage() == []
        addresses = record._connection.execute("SELECT count(*) FROM addresses").fetchone()[0]
        assert addresses >= reported[-1] > 0


def test_a_record_that_is_only_read_refuses_to_be_written(tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite"
    open_record(path).close()
    with (
        open_record(path, writable=False) as record,
        pytest.raises(RecordError, match=r"read-only"),
    ):
        record.add(reports(1), load_coder=load_fake_coder)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_read_only_folder_can_be_asked_and_not_written(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    path = folder / "r.sqlite"
    with open_record(path) as record:
        record.add(reports(3), load_coder=load_fake_coder)
    path.chmod(0o444)
    folder.chmod(0o555)
    try:
        with open_record(path, create=False, writable=False) as record:
            assert len(record.events()) > 0
        with pytest.raises(RecordError):
            open_record(path)
        with pytest.raises(RecordError):
            open_record(folder / "new.sqlite")
    finally:
        folder.chmod(0o755)


def test_a_writer_waits_for_another(tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite"
    with open_record(path, busy_seconds=20) as record:
        other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        other.execute("BEGIN IMMEDIATE")
        release = threading.Timer(0.4, lambda: other.execute("COMMIT"))
        release.start()
        assert record.add(reports(3), load_coder=load_fake_coder).read == 3
        release.join()
        other.close()


def test_a_writer_that_waited_long_enough_says_why(tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite"
    with open_record(path, busy_seconds=0.1) as record:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RecordError, match="being written by another program; wait"):
            record.add(reports(3), load_coder=load_fake_coder)
        other.execute("ROLLBACK")
        other.close()
        assert record.add(reports(3), load_coder=load_fake_coder).read == 3


def test_two_writers_at_once_make_the_record_that_one_makes(tmp_path: Path) -> None:
    documents = reports(90)
    Work(documents, load_fake_coder).do(tmp_path / "one.sqlite")
    shared = tmp_path / "two.sqlite"
    children = [_forked(Work(part, load_fake_coder), shared) for part in (documents[:60], documents[30:])]
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0]
    with open_record(tmp_path / "one.sqlite") as one, open_record(shared) as two:
        assert exported(one) == exported(two)
        assert two.damage() == []


def _forked(work: Work, path: Path) -> int:
    child = os.fork()
    if child == 0:
        status = 1
        try:
            work.do(path)
            status = 0
        finally:
            os._exit(status)
    return child


def test_a_reader_is_not_held_up_by_a_writer(tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite"
    Work(reports(5), load_fake_coder).do(path)
    with open_record(path) as writer, open_record(path, writable=False, busy_seconds=0.1) as reader:
        writer._connection.execute("BEGIN IMMEDIATE")
        writer._connection.execute("DELETE FROM events")
        assert len(reader.events()) > 0
        writer._connection.execute("ROLLBACK")


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    path = tmp_path / "sound.sqlite"
    Work(reports(40), load_fake_coder).do(path)
    return path


@pytest.mark.parametrize("seed", range(40))
def test_flipped_bytes_are_told_or_do_no_harm(sound: Path, seed: int) -> None:
    chance = random.Random(seed)
    with open_record(sound, writable=False) as record:
        before = exported(record)
    content = bytearray(sound.read_bytes())
    start = chance.randrange(100, len(content) - 64)
    for place in range(start, start + 64):
        content[place] ^= 0xFF
    sound.write_bytes(bytes(content))
    try:
        with open_record(sound, create=False, writable=False) as record:
            told = bool(record.damage())
            same = exported(record) == before
    except SummitryError:
        return
    assert told or same


def test_a_cut_record_is_told(sound: Path) -> None:
    content = sound.read_bytes()
    sound.write_bytes(content[: len(content) // 2])
    with pytest.raises(DamagedRecordError, match="is damaged"):
        open_record(sound, create=False, writable=False)

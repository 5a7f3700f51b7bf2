"""Corrections under kills, full disks and two hands at once: what was reported decided stays decided."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from faults.killing import ATTEMPTS
from record.fakes import FAKE_SIGNER, load_fake_coder, make_document
from summitry.errors import RecordError
from summitry.record import Record, open_record, relinking
from summitry.record.deciding import Decisions

pytestmark = pytest.mark.faults

PEOPLE = ("Xi Jinping", "Kim Jong Un", "Donald Trump", "Moon Jae-in")
KILLS = 25


@pytest.fixture(autouse=True)
def _fake_signer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summitry.record.record.bundled_signer", lambda: FAKE_SIGNER)


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """A record of thirty meetings."""
    chance = random.Random(3)
    path = tmp_path / "filled.sqlite"
    documents = [
        make_document(
            "{} met {} in Hanoi for round {} of their talks".format(*chance.sample(PEOPLE, 2), number),
            f"{number}.txt",
            f"20{10 + number // 12:02}-{1 + number % 12:02}-11",
        )
        for number in range(30)
    ]
    with open_record(path) as record:
        record.add(documents, load_coder=load_fake_coder)
    return path


def decide(record: Record, number: int) -> str:
    """Make one correction and return its id."""
    incidents = record.incidents(rejected=True)
    chosen = incidents[(7 * number) % len(incidents)].id
    made = (
        record.corrections.edit(chosen, "place", f"Hall {number}", author="ann", reason="")
        if number % 3 == 0
        else record.corrections.reject(chosen, author="ann", reason="")
        if number % 3 == 1
        else record.corrections.merge([chosen, incidents[number % 5].id, incidents[-1].id], author="ann", reason="")
    )
    return made.id


DECISIONS = 12
"""Corrections of a run."""


def decide_all(path: Path, tell: Callable[[str], object]) -> None:
    with open_record(path) as record:
        for number in range(DECISIONS):
            tell(decide(record, number))


@dataclass(frozen=True)
class Killed:
    """What a run told before its end, and whether it was killed before it."""

    reported: list[str]
    within: bool


def decide_until_killed(path: Path, seconds: float) -> Killed:
    """Correct in a forked process, kill it after a time, and return the corrections that it reported."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            decide_all(path, lambda made: os.write(writer, f"{made}\n".encode()))
            status = 0
        finally:
            os._exit(status)
    os.close(writer)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in (0, -signal.SIGKILL), "the run failed before it was killed"
    with os.fdopen(reader) as told:
        return Killed(told.read().split(), status != 0)


def rebuilt(path: Path, folder: Path) -> str:
    """Return the incidents of a new record given the same documents and corrections."""
    with open_record(path) as record, open_record(folder / "again.sqlite") as again:
        again.add([d.document for d in record.documents()], load_coder=load_fake_coder)
        lines = folder / "corrections.jsonl"
        with lines.open("w", encoding="utf-8") as target:
            record.corrections.export(target)
        again.corrections.import_lines(iter(lines.read_text(encoding="utf-8").splitlines()))
        return json.dumps(again.incidents(rejected=True).to_dicts())


def time_of_run(path: Path) -> float:
    """Return how long an undisturbed run takes, in seconds."""
    start = time.perf_counter()
    decide_all(path, lambda made: None)
    return time.perf_counter() - start


@pytest.mark.slow
def test_kills_lose_no_correction(filled: Path, tmp_path: Path) -> None:
    original = filled.read_bytes()
    length = time_of_run(filled)
    chance = random.Random(11)
    total = within = 0
    for number in range(KILLS):
        path = tmp_path / f"{number}.sqlite"
        moment = chance.random() * length
        for attempt in range(ATTEMPTS):  # on a machine that was busy while timed, a kill may come too late
            path.write_bytes(original)
            killed = decide_until_killed(path, moment / 2**attempt)
            if killed.within:
                break
        total += len(killed.reported)
        within += killed.within
        with open_record(path) as record:
            record.link()
            assert record.damage() == []
            assert set(killed.reported) <= {correction.id for correction in record.corrections}
            after = json.dumps(record.incidents(rejected=True).to_dicts())
        folder = tmp_path / f"folder-{number}"
        folder.mkdir()
        assert after == rebuilt(path, folder)
    assert within == KILLS
    assert total > 0


def test_two_hands_at_once_both_count(filled: Path) -> None:
    children = []
    for half in range(2):
        child = os.fork()
        if child == 0:
            status = 1
            try:
                with open_record(filled) as record:
                    for number in range(half, 12, 2):
                        incident = record.incidents(rejected=True)[number].id
                        record.corrections.edit(incident, "place", f"Hall {number}", author=f"hand {half}", reason="")
                status = 0
            finally:
                os._exit(status)
        children.append(child)
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0, 0]
    with open_record(filled) as record:
        record.link()
        assert len(record.corrections) == 12
        assert sum(i.place.startswith("Hall") for i in record.incidents()) == 12
        assert record.damage() == []


def test_a_correction_made_while_another_hand_links_is_not_lost(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    planned = relinking.read_decisions
    others: list[str] = []

    def slowly(connection: sqlite3.Connection) -> Decisions:
        decisions = planned(connection)
        if not others:
            others.append("the other hand")
            with open_record(filled) as record:
                record.corrections.edit(record.incidents()[0].id, "place", "Hall B", author="b", reason="")
        return decisions

    with open_record(filled) as record:
        meeting = record.incidents()[0].id
        monkeypatch.setattr(relinking, "read_decisions", slowly)
        record.corrections.edit(meeting, "mode", "visit", author="a", reason="")
        corrected = record.incident(meeting)
        assert (corrected.mode, corrected.place) == ("visit", "Hall B")


def edit_for_ever(record: Record) -> None:
    for number in range(3000):
        record.corrections.edit(record.incidents()[0].id, "place", "x" * 4000, author="ann", reason=str(number))


def test_a_record_that_cannot_be_written_keeps_what_it_held(filled: Path) -> None:
    with open_record(filled) as record:
        before = record.incidents().to_dicts()
        pages = record._connection.execute("PRAGMA page_count").fetchone()[0]
        record._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(RecordError, match="disk is full"):
            edit_for_ever(record)
        record._connection.execute(f"PRAGMA max_page_count = {pages + 100_000}")
        record.link()
        assert [i["id"] for i in record.incidents().to_dicts()] == [i["id"] for i in before]
        assert record.damage() == []

"""The commands as users type them."""

from __future__ import annotations

import csv
import io
import json
import shlex
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from record.fakes import FAKE_SIGNER, use_fake_coder
from summitry.cli.app import run
from summitry.record import Record, open_record


@dataclass(frozen=True)
class Ran:
    status: int
    out: str
    err: str


@pytest.fixture
def summitry(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, korea: Record
) -> Callable[..., Ran]:
    """Return a function that runs `summitry`; the reference record is opened once for all."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "150")
    monkeypatch.setattr("summitry.record.reference.open_reference", lambda name: Lasting(korea))

    def call(*arguments: str) -> Ran:
        capsys.readouterr()
        status = run(list(arguments))
        out, err = capsys.readouterr()
        assert "a defect of summitry" not in err
        return Ran(status, out, err)

    return call


class Lasting:
    """A record that a command does not close."""

    def __init__(self, record: Record) -> None:
        self._record = record

    def __getattr__(self, name: str) -> object:
        return getattr(self._record, name)

    def __enter__(self) -> Record:
        return self._record

    def __exit__(self, *_: object) -> None: ...


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A record of three documents: two report one meeting, one another."""
    use_fake_coder(monkeypatch)
    monkeypatch.setattr("summitry.record.record.bundled_signer", lambda: FAKE_SIGNER)
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in (
        ("a", "Kim Jong Un met Xi Jinping in Beijing. They spoke of trade and roads for an hour or two that day.\n"),
        ("b", "It was cold. Kim Jong Un met Xi Jinping in Beijing, the host said, and nobody else was in the room.\n"),
        ("c", "Donald Trump met Kim Jong Un in Hanoi. No paper was signed at the end of it, both sides told us.\n"),
    ):
        (folder / f"{name}.txt").write_text(text)
    file = tmp_path / "my.sqlite"
    with open_record(file) as record:
        record.read([folder / "a.txt", folder / "b.txt"], published="2019-01-08")
        record.read(folder / "c.txt", published="2019-02-28")
    return file


def test_a_count_stands_with_its_rule_documents_and_incidents(summitry, mine: Path) -> None:
    ran = summitry("count", "--between", "Kim Jong Un", "Xi Jinping", "--type", "CONSULT", "--record", str(mine))
    assert ran.status == 0
    assert "1 visit" not in ran.out
    assert "1 meeting, between Kim Jong Un and Xi Jinping, occurred, in 2 documents in 2019-01" in ran.out
    assert "Incidents: i-" in ran.out


def test_json_has_the_rows_and_all_ids(summitry, mine: Path) -> None:
    found = json.loads(summitry("count", "--by", "person", "--format", "json", "--record", str(mine)).out)
    assert found["rows"][0]["person"] == "Kim Jong Un"
    assert (found["rows"][0]["incidents"], found["rows"][0]["documents"]) == (2, 3)
    assert len(found["incidents"]) == 2
    assert found["rule"]


def test_csv_and_markdown_have_every_column(summitry) -> None:
    arguments = ("rank", "Xi Jinping", "--since", "2018-03", "--until", "2019-06", "--reference", "korea", "--format")
    rows = list(csv.DictReader(io.StringIO(summitry(*arguments, "csv").out)))
    assert (rows[1]["with"], rows[1]["meetings"]) == ("Kim Jong Un", "5")
    assert "| 2 | Kim Jong Un | 5 |" in summitry(*arguments, "markdown").out


def test_sequence_says_what_came_before_and_after(summitry) -> None:
    ran = summitry(
        "sequence",
        "--each",
        "Kim Jong Un",
        "Donald Trump",
        "--near",
        "Kim Jong Un",
        "Xi Jinping",
        "--reference",
        "korea",
    )
    assert "2 of 3 preceded or followed within 30 days" in ran.out
    assert "2018-06-19" in ran.out


def test_actor_prints_offices_partners_and_journeys(summitry) -> None:
    out = summitry("actor", "Kim Jong Un", "--reference", "korea").out
    assert all(
        words in out for words in ("Kim Jong Un: offices", "Kim Jong Un: most meetings", "Kim Jong Un: journeys")
    )
    found = json.loads(summitry("actor", "Kim Jong Un", "--reference", "korea", "--format", "json").out)
    assert {"offices", "acts", "partners", "travels", "incidents"} <= set(found)


def test_series_prints_steps_and_turning_points(summitry) -> None:
    out = summitry("series", "CHN", "PRK", "--since", "2016", "--until", "2018", "--reference", "korea").out
    assert "2018" in out
    assert "PLOVER" in out
    turned = summitry(
        "series", "CHN", "PRK", "--by", "quarter", "--turning", "--reference", "korea", "--until", "2019"
    ).out
    assert "from 2018-03: leader meetings after six years without" in turned


def test_two_records_are_compared(summitry, mine: Path) -> None:
    found = json.loads(
        summitry("compare", str(mine), "korea", "--since", "2019-01", "--until", "2019-02", "--format", "json").out
    )
    both = [row for row in found["rows"] if row["found"] == "both"]
    assert sorted(row["date"] for row in both) == ["2019-01-08", "2019-02-28"]
    assert any("place: Beijing / Beijing, China" in row["differing"] for row in both)
    assert found["coverage"].startswith("2 in both (2 with differing fields), 0 only in my")


def test_plot_writes_a_picture_and_says_what_it_shows(summitry, tmp_path: Path) -> None:
    ran = summitry(
        "plot", "calendar", "Xi Jinping", "--since", "2018", "--until", "2019", "--reference", "korea", "-o", "out.svg"
    )
    assert ran.status == 0
    assert "Calendar of" in ran.err
    assert (tmp_path / "out.svg").read_text().startswith("<svg")


@pytest.mark.slow
def test_every_command_of_the_how_to_runs(summitry, mine: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "howto" / "analyst.md").read_text(encoding="utf-8")
    commands = [shlex.split(line)[1:] for line in page.splitlines() if line.startswith("summitry ")]
    assert len(commands) >= 14
    for arguments in commands:
        ran = summitry(*arguments)
        assert (ran.status, arguments) == (0, arguments), ran.err
        assert ran.out or "-o" in arguments


def test_a_name_that_is_nearly_known_is_answered_with_the_known_one(summitry) -> None:
    ran = summitry("rank", "Xi Jinpin Testname", "--reference", "korea")
    assert (ran.status, "0 meetings" in ran.out) == (0, True)
    assert ran.err == "The record knows nobody called 'Xi Jinpin Testname'; did you mean Xi Jinping?\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("count", "--by", "colour", "--reference", "korea"), "colour"),
        (("series", "CHN", "Atlantis", "--reference", "korea"), "nothing dated"),
        (("actor", "Zorblax the Unknown", "--reference", "korea"), "Zorblax"),
        (("plot", "relation", "CHN", "PRK", "--reference", "korea", "-o", "out.gif"), "out.gif"),
        (("compare", "none.sqlite", "korea"), "none.sqlite"),
        (("count",), "--record"),
    ],
)
def test_wrong_use_is_said_in_one_line(summitry, arguments: tuple[str, ...], said: str) -> None:
    ran = summitry(*arguments)
    assert ran.status == 2
    assert said in ran.err
    assert len(ran.err.strip().splitlines()) <= 2

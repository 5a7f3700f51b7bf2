"""`summitry import-events` and `summitry panel`."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from exchange.shapes import gdelt
from summitry.cli.app import run

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def summitry(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Call:
    """Return a function that runs `summitry` in a folder with one file of events."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SUMMITRY_SHARED", raising=False)
    lines = [gdelt("1", "20180326"), gdelt("2", "20180526", code="112"), gdelt("3", code="010"), "short"]
    Path("events.tsv").write_text("\n".join(lines) + "\n")

    def call(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        status = run(list(arguments))
        out, err = capsys.readouterr()
        assert "a defect of summitry" not in err
        return status, out, err

    return call


def test_import_says_what_it_did(summitry: Call) -> None:
    status, out, err = summitry("import-events", "events.tsv", "--from", "gdelt", "-o", "p")
    assert (status, out) == (0, "")
    kept, uncoded, summary = err.splitlines()
    assert kept == "events.tsv: 1 row kept aside in p/rejected/00000-events.tsv.tsv"
    assert uncoded == "1 event without a PLOVER category (public statements, unknown codes)."
    assert summary == (
        "3 events imported from 1 file; 1 row kept aside. The panel holds 3 events, 2018-03-26 to 2018-05-26; "
        "CAMEO read by our rules."
    )
    assert "1 file already in the panel." in summitry("import-events", "events.tsv", "--from", "gdelt", "-o", "p")[2]


def test_a_series_in_each_format(summitry: Call) -> None:
    summitry("import-events", "events.tsv", "--from", "gdelt", "-o", "p")
    status, out, err = summitry("panel", "p", "--dyad", "China", "PRK")
    assert status == 0
    assert [line.split()[0] for line in out.splitlines()[2:]] == ["2018-03", "2018-04", "2018-05"]
    assert err.startswith("CHN – PRK: 3 events, occurred or ongoing; 1 month without any. The panel holds 3 events")
    rows = list(csv.DictReader(io.StringIO(summitry("panel", "p", "--dyad", "CHN", "PRK", "--format", "csv")[1])))
    assert [(row["period"], row["events"], row["score_mean"]) for row in rows] == [
        ("2018-03-01", "2", "4.0"),
        ("2018-04-01", "0", ""),
        ("2018-05-01", "1", "-3.5"),
    ]
    found = json.loads(summitry("panel", "p", "--dyad", "CHN", "PRK", "--by", "year", "--format", "json")[1])
    assert [(row["period"], row["events"], row["uncoded"]) for row in found] == [("2018-01-01", 3, 1)]
    found = json.loads(summitry("panel", "p", "--dyad", "CHN", "PRK", "--directed", "--format", "json")[1])
    assert sum(row["events"] for row in found) == 0


def test_the_full_panel_goes_into_a_file(summitry: Call) -> None:
    summitry("import-events", "events.tsv", "--from", "gdelt", "-o", "p")
    status, _, err = summitry("panel", "p", "--format", "csv", "-o", "all.csv")
    assert status == 0
    assert err.startswith("2 rows written to all.csv.")
    assert len(Path("all.csv").read_text().splitlines()) == 3
    assert summitry("panel", "p", "--format", "parquet", "-o", "all.parquet")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("panel", "nowhere"), "nowhere is no panel"),
        (("panel", "p"), "all dyads are too many to print"),
        (("panel", "p", "--format", "csv"), "needs -o FILE.csv"),
        (("panel", "p", "--format", "csv", "-o", "a.txt"), "needs a file that ends in .csv"),
        (("panel", "p", "--dyad", "Narnia", "CHN"), "no state called 'Narnia'"),
        (("panel", "p", "--dyad", "PRK", "CHN", "--status", "dreamt"), "no status 'dreamt'"),
        (("panel", "p", "--dyad", "PRK", "CHN", "--since", "soon"), "'soon' is no date"),
        (("panel", "p", "--dyad", "PRK", "CHN", "--format", "parquet"), "is for all dyads"),
        (("import-events", "absent", "--from", "gdelt", "-o", "p"), "there is no file absent"),
        (("import-events", "events.tsv", "--from", "csv", "--map", "date", "-o", "p"), "--map date needs a field"),
        (("import-events", "events.tsv", "--from", "gdelt", "--conversion", "no.txt", "-o", "p"), "cannot be read"),
    ],
)
def test_wrong_use_is_one_line(summitry: Call, arguments: tuple[str, ...], told: str) -> None:
    summitry("import-events", "events.tsv", "--from", "gdelt", "-o", "p")
    status, out, err = summitry(*arguments)
    assert (status, out) == (2, "")
    assert told in err
    assert len(err.splitlines()) == 1


def test_a_file_of_another_shape_is_skipped(summitry: Call) -> None:
    Path("b.tsv").write_text("x\ty\n")
    status, _, err = summitry("import-events", "b.tsv", "events.tsv", "--from", "gdelt", "-o", "p")
    assert status == 1
    assert err.startswith("Skipped b.tsv: has 2 columns, gdelt 57 or 58")
    assert "3 events imported from 1 file" in err


def test_the_extra_is_asked_for(summitry: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "duckdb", None)
    status, _, err = summitry("import-events", "events.tsv", "--from", "gdelt", "-o", "p")
    assert status == 2
    assert "pip install 'summitry[panels]'" in err

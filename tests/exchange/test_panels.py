"""Dyads by step."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars
import pytest

from exchange.shapes import gdelt
from summitry.errors import UsageError
from summitry.exchange import (
    Cut,
    ImportReport,
    Panel,
    columns_of,
    dyad_series,
    open_panel,
    write_panel,
    write_record_panel,
)
from summitry.incidents import IncidentTable


@pytest.fixture
def panel(imported: Callable[..., ImportReport]) -> Panel:
    """Six events: CHN and PRK in three months of two years, one elsewhere, one at home, one without target."""
    lines = [
        gdelt("1", "20171215", "CHN", "PRK", "112"),
        gdelt("2", "20180326", "PRK", "CHN", "042"),
        gdelt("3", "20180327", "CHN", "PRK", "043"),
        gdelt("4", "20180105", "USA", "PRK", "163"),
        gdelt("5", "20180507", "PRK", "CHN", "010"),
        gdelt("6", "20180508", "CHN", "CHN", "061"),
        gdelt("7", "20180509", "CHN", "", "061"),
    ]
    return imported("gdelt", "\n".join(lines) + "\n").panel


def test_a_series_shows_the_empty_months(panel: Panel) -> None:
    rows = dyad_series(panel, "PRK", "CHN")
    assert [row["events"] for row in rows] == [1, 0, 0, 2, 0, 1]
    assert [row["period"] for row in rows][:2] == [date(2017, 12, 1), date(2018, 1, 1)]
    assert {(row["source"], row["target"]) for row in rows} == {("CHN", "PRK")}
    march = rows[3]
    assert (march["consult"], march["verbal_cooperation"], march["scored"], march["score_mean"]) == (2, 2, 2, 4.0)
    assert (rows[0]["accuse"], rows[0]["verbal_conflict"], rows[0]["score_sum"]) == (1, 1, -3.5)
    assert (rows[5]["uncoded"], rows[5]["scored"], rows[5]["score_mean"]) == (1, 0, None)
    assert tuple(march) == columns_of()


def test_a_directed_series_tells_who_acts(panel: Panel) -> None:
    cut = Cut(by="year", directed=True)
    assert [row["events"] for row in dyad_series(panel, "PRK", "CHN", cut)] == [0, 2]
    assert [row["events"] for row in dyad_series(panel, "CHN", "PRK", cut)] == [1, 1]


def test_a_series_within_a_window(panel: Panel) -> None:
    cut = Cut(directed=False, since="2018-03-27", until="2018-04-30")
    assert [(str(row["period"]), row["events"]) for row in dyad_series(panel, "CHN", "PRK", cut)] == [
        ("2018-03-01", 1),
        ("2018-04-01", 0),
    ]
    assert dyad_series(panel, "CHN", "PRK", Cut(since="2030-01-01")) == []


def test_an_unknown_dyad_is_silent(panel: Panel) -> None:
    assert [row["events"] for row in dyad_series(panel, "BRA", "FIN", Cut(by="quarter"))] == [0, 0, 0]


@pytest.mark.parametrize("ending", [".parquet", ".csv"])
def test_the_full_panel_is_the_sum_of_its_series(panel: Panel, tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"panel{ending}"
    assert write_panel(panel, target, Cut(directed=False)) == 5
    frame = polars.read_parquet(target) if ending == ".parquet" else polars.read_csv(target, try_parse_dates=True)
    assert tuple(frame.columns) == columns_of()
    pair = frame.filter((polars.col("source") == "CHN") & (polars.col("target") == "PRK"))
    assert pair["events"].to_list() == [1, 2, 1]
    series = [row for row in dyad_series(panel, "CHN", "PRK") if row["events"]]
    assert pair.to_dicts() == series
    assert frame["events"].sum() == 6


def test_the_full_panel_is_directed_unless_told_otherwise(panel: Panel, tmp_path: Path) -> None:
    write_panel(panel, tmp_path / "p.csv", Cut(by="quarter"))
    with (tmp_path / "p.csv").open() as file:
        listed = list(csv.DictReader(file))
    assert listed == sorted(listed, key=lambda row: (row["period"][:4], row["source"], row["target"], row["period"]))
    with (tmp_path / "p.csv").open() as file:
        rows = {(row["source"], row["target"], row["period"]): row["events"] for row in csv.DictReader(file)}
    assert rows == {
        ("CHN", "PRK", "2017-10-01"): "1",
        ("CHN", "PRK", "2018-01-01"): "1",
        ("PRK", "CHN", "2018-01-01"): "1",
        ("USA", "PRK", "2018-01-01"): "1",
        ("CHN", "CHN", "2018-04-01"): "1",
        ("PRK", "CHN", "2018-04-01"): "1",
    }


def test_only_what_happened_counts_unless_told_otherwise(imported: Callable[..., ImportReport]) -> None:
    text = "date,source,target,type,status\n2018-03-01,CHN,PRK,CONSULT,planned\n2018-03-02,CHN,PRK,AID,ongoing\n"
    panel = imported("csv", text).panel
    assert [row["events"] for row in dyad_series(panel, "CHN", "PRK")] == [1]
    assert [row["consult"] for row in dyad_series(panel, "CHN", "PRK", Cut(statuses=("planned",)))] == [1]


def test_a_file_must_say_what_it_is(panel: Panel, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"ends in \.parquet or \.csv"):
        write_panel(panel, tmp_path / "panel.xlsx", Cut())
    with pytest.raises(UsageError, match="is empty"):
        write_panel(open_panel(tmp_path / "new", create=True), tmp_path / "p.csv", Cut())
    with pytest.raises(UsageError, match="is empty"):
        dyad_series(open_panel(tmp_path / "new", create=True), "CHN", "PRK")


def test_a_record_as_a_panel(record: IncidentTable, tmp_path: Path) -> None:
    assert write_record_panel(record, tmp_path / "p.csv", Cut(by="year", directed=False)) == 5
    frame = polars.read_csv(tmp_path / "p.csv")
    rows = {(row["source"], row["target"], row["period"][:4]): row for row in frame.to_dicts()}
    assert set(rows) == {
        ("CHN", "PRK", "1950"),
        ("CHN", "PRK", "2018"),
        ("KOR", "PRK", "2018"),
        ("JPN", "PRK", "2017"),
        ("PRK", "USA", "2017"),
    }
    assert (rows["CHN", "PRK", "2018"]["consult"], rows["CHN", "PRK", "2018"]["mentions"]) == (1, 3)
    with pytest.raises(UsageError, match="is empty"):
        write_record_panel(IncidentTable(()), tmp_path / "none.csv")

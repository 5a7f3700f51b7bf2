"""Files of each shape into a panel."""

from __future__ import annotations

import gzip
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from exchange.shapes import ICEWS, POLECAT, gdelt, row
from summitry.errors import InputError, LimitError, RecordError, UsageError
from summitry.exchange import COLUMNS, ImportReport, Panel, import_events, open_panel, read_table
from summitry.exchange import writing as writing_module

Importer = Callable[..., ImportReport]


def events(panel: Panel) -> list[dict[str, Any]]:
    """All events of a panel, as any reader of Parquet sees them."""
    pattern = str(panel.folder / "year=*" / "*.parquet")
    query = duckdb.sql(f"SELECT {', '.join(COLUMNS)} FROM read_parquet('{pattern}') ORDER BY start_date, event_id")
    return [dict(zip(query.columns, values, strict=True)) for values in query.fetchall()]


@pytest.mark.parametrize(("shape", "width"), [("gdelt", 57), ("gdelt", 58), ("gdelt2", 61)])
def test_gdelt(imported: Importer, shape: str, width: int) -> None:
    report = imported(shape, gdelt(width=width) + "\n")
    (event,) = events(report.panel)
    assert event["event_id"] == "1"
    assert (event["source"], event["target"], event["dyad"]) == ("PRK", "CHN", "CHN-PRK")
    assert (str(event["start_date"]), str(event["end_date"])) == ("2018-03-26", "2018-03-26")
    assert (event["type"], event["mode"], event["status"], event["code"]) == ("CONSULT", "visit", "occurred", "042")
    assert (event["score"], round(event["goldstein"], 2)) == (4.0, 1.9)
    assert (event["mentions"], event["sources"]) == (12, 3)
    assert (event["country"], event["place"]) == ("CHN", "Beijing, Beijing, China")
    assert (round(event["latitude"], 1), round(event["longitude"], 1)) == (39.9, 116.4)
    assert (event["source_name"], event["source_sector"]) == ("NORTH KOREA", "GOV")
    assert event["url"] == ("https://www.example.org/a" if width > 57 else "")
    assert event["origin"] == shape


def test_a_row_that_cannot_be_used_is_kept_with_its_line_number(imported: Importer) -> None:
    good = gdelt()
    lines = [good, "too\tshort", gdelt("3", day="20181399"), gdelt("4") + "\tmore", gdelt("5", day=""), gdelt("6")]
    report = imported("gdelt", "\n".join(lines) + "\n")
    assert [event["event_id"] for event in events(report.panel)] == ["1", "6"]
    assert report.rejected == 4
    kept = (report.panel.folder / report.inputs[0].kept).read_text().splitlines()
    told = [line.split("\t")[:2] for line in kept[1:]]
    assert told == [["2", "too few columns"], ["3", "no date"], ["4", "too many columns"], ["5", "no date"]]
    assert "too" in kept[1]


def test_what_plover_has_no_category_for_is_kept_and_counted(imported: Importer) -> None:
    report = imported("gdelt", "\n".join([gdelt("1", code="010"), gdelt("2", code="---"), gdelt("3")]) + "\n")
    assert report.uncoded == 2
    assert [event["type"] for event in events(report.panel)] == ["", "", "CONSULT"]
    assert [event["score"] for event in events(report.panel)] == [None, None, 4.0]


def test_a_conversion_with_contexts_and_another_later(imported: Importer, tmp_path: Path) -> None:
    path = tmp_path / "table.txt"
    path.write_text("".join(f"{code}: SANCTION, expel, military # note\n" for code in range(160, 190)))
    report = imported("gdelt", gdelt(code="166") + "\n", conversion=read_table(path))
    assert events(report.panel)[0]["contexts"] == "military"
    with pytest.raises(UsageError, match="was made with the conversion 'table"):
        imported("gdelt", gdelt() + "\n", name="b.txt")


def test_zipped_files_and_years(imported: Importer, tmp_path: Path) -> None:
    report = imported("gdelt", gzip.compress(gdelt().encode() + b"\n"), name="a.CSV.gz")
    archive = tmp_path / "b.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("b.CSV", gdelt("2", day="20171231") + "\n")
    report = import_events([archive], report.panel.folder, "gdelt")
    assert report.panel.years == (2017, 2018)
    assert (report.panel.first, report.panel.last) == ("2017-12-31", "2018-03-26")
    assert sorted(path.name for path in report.panel.folder.glob("year=*")) == ["year=2017", "year=2018"]


def test_an_archive_that_would_fill_the_disk_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "day.tsv.gz").write_bytes(gzip.compress(gdelt().encode()))
    monkeypatch.setattr("summitry.exchange.unpacking.SPARE_DISK", 10**18)
    (error,) = import_events([tmp_path / "day.tsv.gz"], tmp_path / "panel", "gdelt").failed
    assert error.reason == "leaves less than 1_000_000_000_000_000_000 bytes of disk free when it is unpacked"


def test_a_bomb_and_a_broken_archive_are_refused_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "bomb.gz").write_bytes(gzip.compress(b"0" * 40_000_000))
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("day.CSV", "0" * 40_000_000)
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04nothing")
    (tmp_path / "good.tsv").write_text(gdelt() + "\n")
    files = [tmp_path / name for name in ("bomb.gz", "bomb.zip", "broken.zip", "good.tsv")]
    report = import_events(files, tmp_path / "panel", "gdelt")
    assert report.rows == 1
    assert [error.source for error in report.failed] == [str(path) for path in files[:3]]
    assert [type(error) for error in report.failed] == [LimitError, LimitError, InputError]


def test_the_same_file_again_changes_nothing(imported: Importer) -> None:
    first = imported("gdelt", gdelt() + "\n")
    again = imported("gdelt", gdelt() + "\n", name="copy.txt")
    assert again.rows == 0
    assert len(again.known) == 1
    assert events(again.panel) == events(first.panel)


def test_the_same_import_gives_the_same_bytes(tmp_path: Path) -> None:
    source = tmp_path / "a.tsv"
    source.write_text("".join(gdelt(str(n), target=("CHN", "KOR", "USA")[n % 3]) + "\n" for n in range(500)))
    parts = []
    for name in ("one", "two"):
        panel = import_events([source], tmp_path / name, "gdelt").panel
        parts.append([Path(path).read_bytes() for path in panel.files()])
    assert parts[0] == parts[1]


def test_a_dyads_rows_stand_together(imported: Importer) -> None:
    targets = ("CHN", "KOR", "USA", "JPN")
    report = imported("gdelt", "".join(gdelt(str(n), target=targets[n % 4]) + "\n" for n in range(40)))
    (path,) = report.panel.files()
    dyads = [value for (value,) in duckdb.sql(f"SELECT dyad FROM read_parquet('{path}')").fetchall()]
    assert dyads == sorted(dyads)


def test_a_wrong_shape_is_one_line(imported: Importer, tmp_path: Path) -> None:
    report = imported("gdelt", gdelt(width=61) + "\n")
    assert str(report.failed[0]).endswith("has 61 columns, gdelt 57 or 58; try --from gdelt2")
    report = imported("icews", "a\tb\n1\t2\n", name="b.tab")
    assert "lacks the columns event id, event date" in str(report.failed[0])
    report = imported("phoenix", "a\tb\n", name="c.txt")
    assert "has 2 columns" in str(report.failed[0])
    with pytest.raises(UsageError, match="there is no file"):
        import_events([tmp_path / "absent"], tmp_path / "panel", "gdelt")


def test_icews(imported: Importer) -> None:
    cells = {
        "Event ID": "77", "Event Date": "2018-03-26", "Source Name": "Kim Jong Un", "Source Country": "North Korea",
        "Source Sectors": "Government", "CAMEO Code": "42", "Intensity": "1.9", "Target Name": "Xi Jinping",
        "Target Country": "China", "City": "Beijing", "Country": "China", "Latitude": "39.9", "Longitude": "116.4",
    }  # fmt: skip
    codes = {"77": "42", "78": "331", "79": "190", "80": "0871"}
    lines = [row(ICEWS, cells | {"Event ID": id, "CAMEO Code": code}) for id, code in codes.items()]
    first, second, third, fourth = events(imported("icews", "\n".join([ICEWS, *lines, ""])).panel)
    assert (first["source"], first["target"], first["country"]) == ("PRK", "CHN", "CHN")
    assert (first["code"], first["type"], first["mode"]) == ("042", "CONSULT", "visit")
    assert (second["code"], second["type"]) == ("0331", "AGREE")
    assert (third["code"], fourth["code"], fourth["mode"]) == ("190", "0871", "ceasefire")
    assert first["source_sector"] == "Government"


def test_icews_with_quoted_cells(imported: Importer) -> None:
    quoted = "\n".join("\t".join(f'"{cell}"' for cell in line.split("\t")) for line in (
        ICEWS,
        row(ICEWS, {"Event ID": "1", "Event Date": "2018-03-26", "Source Country": "China", "CAMEO Code": "010"}),
    ))  # fmt: skip
    (event,) = events(imported("icews", quoted + "\n").panel)
    assert (event["event_id"], event["source"], event["target"]) == ("1", "CHN", "")


def test_polecat_as_table_and_as_json(imported: Importer, tmp_path: Path) -> None:
    cells = {
        "Event ID": "p1", "Event Date": "2018-03-26", "Event Type": "CONSULT", "Event Mode": "visit", "Intensity": "4",
        "Contexts": "diplomatic;future", "Actor Name": "Kim Jong Un", "Actor Country": "PRK",
        "Recipient Name": "None", "Recipient Country": "CHN", "Placename": "Beijing", "Country": "CHN",
        "Latitude": "39.9", "Longitude": "116.4",
    }  # fmt: skip
    table = imported("polecat", "\n".join([POLECAT, row(POLECAT, cells), ""]), name="a.txt").panel
    path = tmp_path / "b.jsonl"
    path.write_text(json.dumps({name.replace(" ", "_"): value for name, value in cells.items()}) + "\n{broken\n")
    report = import_events([path], tmp_path / "json", "polecat")
    assert events(table) == events(report.panel)
    assert (events(table)[0]["status"], events(table)[0]["target_name"]) == ("planned", "")
    assert (report.rejected, events(table)[0]["score"]) == (1, 4.0)


def test_phoenix_and_petrarch(imported: Importer, tmp_path: Path) -> None:
    cells = "7 20180326 2018 03 26 PRKGOV PRK GOV x CHN CHN - - 042 04 1 2.8 DIPLO 39.9 116.4 Beijing - CHN 3 u1;u2 s1"
    line = "\t".join("" if cell == "-" else cell for cell in cells.split())
    (event,) = events(imported("phoenix", line + "\n").panel)
    assert (event["source"], event["target"], event["source_sector"], event["type"]) == ("PRK", "CHN", "GOV", "CONSULT")
    assert (event["url"], event["mentions"], event["country"]) == ("u1", 2, "CHN")
    plain = tmp_path / "petrarch.txt"
    plain.write_text("20180326\tPRKGOV\tCHNMIL\t112\tsentence-1\n")
    report = import_events([plain], tmp_path / "petrarch", "phoenix")
    (event,) = events(report.panel)
    assert (event["source"], event["target"], event["type"], event["target_sector"]) == ("PRK", "CHN", "ACCUSE", "MIL")


def test_a_travel_table(imported: Importer) -> None:
    text = (
        "TripID,LeaderFullName,LeaderCountryISO,CountryVisited,CityVisited,TripStartDate,TripEndDate\n"
        "t1,Kim Jong Un,PRK,China,Beijing,3/25/2018,3/28/2018\n"
        't2,"Xi, Jinping",CHN,North Korea,Pyongyang,06/20/2019,TBD\n'
        "t3,Xi Jinping,CHN,North Korea,,someday,\n"
        "t4,Xi Jinping,CHN,North Korea,,6/20/2019,6/19/2019\n"
    )
    report = imported("travel", text)
    first, second = events(report.panel)
    assert (str(first["start_date"]), str(first["end_date"])) == ("2018-03-25", "2018-03-28")
    assert (first["source"], first["target"], first["type"], first["mode"]) == ("PRK", "CHN", "CONSULT", "visit")
    assert (second["source_name"], str(second["end_date"])) == ("Xi, Jinping", "2019-06-20")
    kept = (report.panel.folder / report.inputs[0].kept).read_text().splitlines()
    assert [line.split("\t")[:2] for line in kept[1:]] == [
        ["4", "'someday' is no date"],
        ["5", "ends (2019-06-19) before it starts (2019-06-20)"],
    ]


def test_a_travel_table_with_the_day_first(imported: Importer) -> None:
    text = "leader;country;destination;start\nA;China;Japan;05/06/2019\nA;China;Japan;25/06/2019\n"
    assert [str(event["start_date"]) for event in events(imported("travel", text).panel)] == [
        "2019-06-05",
        "2019-06-25",
    ]


def test_plain_csv_with_mapped_columns(imported: Importer) -> None:
    text = (
        'Day,From,To,category,"what, in words",n\n2018-03,China,PRK,CONSULT,"two\nlines",2\n'
        "2018-04-27,China,PRK,NONSENSE,x,1\n2018-04-28,China,PRK,AID,x\n2018-04-29,IGO,PRK,AID,x,1\n"
    )
    report = imported("csv", text, mapped={"start_date": "Day", "mentions": "n"})
    first, second = events(report.panel)
    assert (str(first["start_date"]), str(first["end_date"])) == ("2018-03-01", "2018-03-31")
    assert (first["source"], first["target"], first["mentions"], first["score"]) == ("CHN", "PRK", 2, 2.5)
    assert (second["source"], second["dyad"]) == ("", "")
    kept = (report.panel.folder / report.inputs[0].kept).read_text().splitlines()
    assert [line.split("\t")[:2] for line in kept[1:]] == [
        ["4", "'NONSENSE' is no PLOVER category"],
        ["5", "has 5 cells, the header 6"],
    ]


def test_plain_csv_without_what_is_needed(imported: Importer) -> None:
    assert "no column for type" in str(imported("csv", "date,source\n2018,CHN\n").failed[0])
    assert "no column for source" in str(imported("csv", "date,type\n2018,AID\n", name="b.csv").failed[0])
    with pytest.raises(UsageError, match="no field called 'when'"):
        imported("csv", "date,type\n", name="c.csv", mapped={"when": "date"})


def test_a_plover_record_of_others(imported: Importer) -> None:
    record = {
        "id": "PHOX-1", "date": "2016-07-24", "source": [{"code": "USA"}], "recipient": [{"code": "CAN"}],
        "event": ["CONSULT"], "context": "negation",
    }  # fmt: skip
    report = imported("plover", json.dumps(record) + "\n" + json.dumps({"id": "2", "event": ["NOTHING"]}) + "\n")
    (event,) = events(report.panel)
    assert (event["source"], event["target"], event["status"]) == ("USA", "CAN", "denied")
    assert report.rejected == 1


def test_small_parts_are_merged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing_module, "MANY", 2)
    for number in range(5):
        path = tmp_path / f"{number}.tsv"
        path.write_text(gdelt(str(number)) + "\n")
        report = import_events([path], tmp_path / "panel", "gdelt")
    assert len(report.panel.parts) <= 2
    assert [event["event_id"] for event in events(report.panel)] == list("01234")
    assert len(list(report.panel.folder.glob("year=*/*.parquet"))) == len(report.panel.parts)


def test_batches_are_written_one_after_the_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summitry.exchange.importing.BATCH", 3)
    files = []
    for number in range(6):
        files.append(tmp_path / f"{number}.tsv")
        files[-1].write_text("".join(gdelt(f"{number}{each}") + "\n" for each in range(2)) + "bad\n")
    report = import_events(files, tmp_path / "panel", "gdelt")
    assert len(events(report.panel)) == report.rows == report.panel.rows == 12
    assert [entry.name for entry in report.panel.inputs] == [str(path) for path in files]
    assert len({entry.kept for entry in report.panel.inputs}) == 6


def test_what_a_killed_import_left_is_cleared_away(imported: Importer) -> None:
    panel = imported("gdelt", gdelt() + "\n").panel
    stray = panel.folder / "year=2018" / "part-00099.parquet"
    stray.write_bytes(b"half")
    panel = imported("gdelt", gdelt("2") + "\n", name="b.txt").panel
    assert not stray.exists()
    assert len(events(panel)) == 2


def test_folders_that_are_no_panel(tmp_path: Path, imported: Importer) -> None:
    with pytest.raises(UsageError, match="is no panel"):
        open_panel(tmp_path)
    (tmp_path / "diary.txt").write_text("mine")
    with pytest.raises(UsageError, match="is not empty and no panel"):
        open_panel(tmp_path, create=True)
    panel = imported("gdelt", gdelt() + "\n").panel
    manifest = panel.folder / "panel.json"
    whole = manifest.read_text()
    manifest.write_text(whole[:-5])
    with pytest.raises(RecordError, match="is damaged"):
        open_panel(panel.folder)
    manifest.write_text(whole.replace('"version": 1', '"version": 9'))
    with pytest.raises(RecordError, match="newer version"):
        open_panel(panel.folder)
    manifest.write_text(whole)
    Path(panel.files()[0]).unlink()
    with pytest.raises(RecordError, match="is gone"):
        open_panel(panel.folder)

"""Incidents in the shapes of others, and back: what each shape cannot hold is lost, and nothing else."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, get_args

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exchange.conftest import KIM, MOON, TRUMP, XI, incident, person, state
from summitry.errors import InputError, UsageError
from summitry.exchange import Shape, export_incidents, from_plover, import_events, to_plover
from summitry.exchange.exporting import ExportFormat
from summitry.exchange.sides import acts_of
from summitry.incidents import IncidentTable
from summitry.model import EventType, Incident, Interval, Participant, Status
from summitry.model.actor import ActorKind

DOCS = Path(__file__).parents[2] / "docs" / "reference" / "exchange.md"


def written(table: IncidentTable, format: ExportFormat) -> tuple[str, dict[str, int]]:
    """The text of an export and what was left out."""
    target = io.StringIO()
    done = export_incidents(table, target, format)
    assert done.rows == target.getvalue().count("\n") - (format in ("icews", "polecat", "travel", "csv"))
    return target.getvalue(), dict(done.left_out)


def round_trip(table: IncidentTable, format: ExportFormat, shape: Shape, folder: Path) -> list[dict[str, Any]]:
    """The events of a panel into which an export was imported."""
    path = folder / "export"
    path.write_text(written(table, format)[0], encoding="utf-8", newline="")
    report = import_events([path], folder / "panel", shape)
    assert report.failed == []
    assert report.rejected == 0
    files = ", ".join(f"'{file}'" for file in report.panel.files())
    query = duckdb.sql(f"SELECT * FROM read_parquet([{files}], hive_partitioning=false) ORDER BY start_date, event_id")
    return [dict(zip(query.columns, values, strict=True)) for values in query.fetchall()]


def brief(rows: list[dict[str, Any]]) -> list[tuple[str, ...]]:
    names = ("event_id", "start_date", "source", "target", "type", "mode", "status")
    return [tuple(str(row[name]) for name in names) for row in rows]


def test_plover_json_brings_every_field_back(record: IncidentTable) -> None:
    text, left_out = written(record, "plover")
    back = [found for line in text.splitlines() for found in from_plover(json.loads(line))]
    assert back == list(record)
    assert left_out == {}


_text = st.text(st.characters(exclude_categories=("Cs",)), max_size=8)
_days = st.dates(min_value=Interval.parse("1900").first, max_value=Interval.parse("2030").last)  # type: ignore[arg-type]


@st.composite
def incidents(draw: st.DrawFn) -> Incident:
    """Any incident."""
    days = sorted(draw(st.tuples(_days, _days)))
    interval = draw(st.sampled_from([None, Interval(*days, "range", "rule"), Interval(None, days[1], "open")]))
    people = draw(
        st.lists(
            st.builds(
                Participant,
                st.sampled_from(["actor", "recipient"]),
                _text,
                st.sampled_from(["CHN", "PRK", ""]),
                _text,
                st.sampled_from(get_args(ActorKind)),
                _text,
                _text,
                st.none() | st.just((1, 5)),
                st.floats(0, 1),
                st.tuples(_text),
            ),
            max_size=4,
        )
    )
    kind, status = draw(st.sampled_from(get_args(EventType))), draw(st.sampled_from(get_args(Status)))
    made = incident("i-1", kind, *people, on=interval, mode=draw(st.sampled_from(["", "visit"])), status=status)
    return replace(made, sentence=draw(_text), place=draw(st.sampled_from(["", "Beijing, China", "Nowhere"])),
                   score=draw(st.floats(0, 1)), contexts=draw(st.tuples(_text)))  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(incidents())
def test_any_incident_comes_back_from_plover_json(one: Incident) -> None:
    assert from_plover(json.loads(json.dumps(to_plover(one)))) == [one]


def test_planned_cooperation_is_agree_for_readers_of_plover(record: IncidentTable) -> None:
    plan = to_plover(record[2])
    assert (plan["event"], plan["context"], plan.get("mode")) == (["AGREE"], ["future"], None)
    assert (plan["event_scale"], plan["quad_code"]) == (2.5, 1)
    denied = to_plover(record[3])
    assert (denied["event"], denied["context"]) == (["ASSAULT"], ["negation"])


def test_a_plover_record_of_others_is_read_by_its_own_fields() -> None:
    value = {
        "id": 7,
        "date": "2018-03-26",
        "enddate": "2018-03-28",
        "actor": {"code": "PRK", "identifier_text": "Kim Jong Un", "office": "Supreme Leader"},
        "recipient": [{"code": "IGO", "sector": "IGO", "actor_text": "the U.N."}],
        "event": ["CONSULT", "AGREE"],
        "context": ["future", "military"],
        "event_loc": {"name": "Beijing"},
        "cite_info": [{"url": "https://www.example.org"}],
    }
    first, second = from_plover(value)
    assert (first.id, second.id, second.type) == ("7", "7-2", "AGREE")
    assert (first.status, first.contexts, first.place, first.level) == ("planned", ("military",), "Beijing", "body")
    assert first.interval
    assert first.interval.iso() == ("2018-03-26", "2018-03-28")
    assert [(p.name, p.state, p.kind) for p in first.participants] == [
        ("Kim Jong Un", "PRK", "person"),
        ("the U.N.", "", "igo"),
    ]
    assert first.citations == ("https://www.example.org",)


@pytest.mark.parametrize("wrong", [{}, {"id": "1", "event": ["SING"]}, {"id": "1", "event": ["AID"], "date": "then"}])
def test_what_is_no_plover_record_is_one_line(wrong: dict[str, object]) -> None:
    with pytest.raises(InputError, match=r"line 3: is no PLOVER record: \w"):
        from_plover(wrong, "line 3")


CAMEO_BACK = [
    ("i-sanction", "2017-09-11", "USA", "PRK", "COERCE", "restrict", "occurred"),
    ("i-sanction#2", "2017-09-11", "JPN", "PRK", "COERCE", "restrict", "occurred"),
    ("i-visit", "2018-03-26", "PRK", "CHN", "CONSULT", "visit", "occurred"),
    ("i-panmunjom", "2018-04-27", "PRK", "KOR", "CONSULT", "third-party", "occurred"),
    ("i-plan", "2019-02-01", "USA", "PRK", "AGREE", "", "occurred"),
]
"""GDELT and ICEWS know no status: the plan comes back as an agreement that was made, and the denial not at all."""

CAMEO_LOST = {"CAMEO has no code for it, or it did not happen": 2, "no date": 1, "known to no month": 1}


@pytest.mark.parametrize("format", ["gdelt", "gdelt2", "icews"])
def test_cameo_shapes_lose_only_what_they_cannot_hold(record: IncidentTable, tmp_path: Path, format: Any) -> None:
    rows = round_trip(record, format, format, tmp_path)
    assert brief(rows) == CAMEO_BACK
    assert written(record, format)[1] == CAMEO_LOST
    visit = rows[2]
    assert (visit["source_name"], visit["target_name"]) == ("Kim Jong Un", "Xi Jinping")
    assert (visit["country"], round(visit["latitude"]), round(visit["longitude"])) == ("CHN", 40, 116)
    if format != "icews":
        assert (visit["mentions"], visit["sources"]) == (3, 2)
        assert visit["url"] == "https://www.example.org/kim-in-beijing"


def test_polecat_holds_statuses(record: IncidentTable, tmp_path: Path) -> None:
    rows = round_trip(record, "polecat", "polecat", tmp_path)
    assert brief(rows) == [
        ("i-denied", "2010-03-26", "PRK", "KOR", "ASSAULT", "explosives", "denied"),
        *CAMEO_BACK,
    ]
    assert written(record, "polecat")[1] == {
        "PLOVER has no category for it": 1,
        "no date": 1,
        "known to no month": 1,
    }
    assert rows[3]["contexts"] == "diplomatic"


def test_plain_csv_loses_only_the_undated(record: IncidentTable, tmp_path: Path) -> None:
    rows = round_trip(record, "csv", "csv", tmp_path)
    kept = [act for one in record if one.interval for act in acts_of(one)]
    assert sorted(row["event_id"] for row in rows) == sorted(act.id for act in kept)
    by_id = {row["event_id"]: row for row in rows}
    plan, years = by_id["i-plan"], by_id["i-years"]
    assert (plan["type"], plan["mode"], plan["status"]) == ("CONSULT", "visit", "planned")
    assert (str(plan["start_date"]), str(plan["end_date"])) == ("2019-02-01", "2019-02-28")
    assert (str(years["start_date"]), str(years["end_date"])) == ("1950-01-01", "1953-12-31")
    assert (by_id["i-handover"]["type"], by_id["i-handover"]["score"]) == ("TRANSITION", None)
    assert written(record, "csv")[1] == {"no date": 1}


def test_plover_json_into_a_panel_keeps_status_and_span(record: IncidentTable, tmp_path: Path) -> None:
    path = tmp_path / "record.jsonl"
    path.write_text(written(record, "plover")[0], encoding="utf-8")
    report = import_events([path], tmp_path / "panel", "plover")
    assert (report.rows, report.rejected) == (8, 1)


def test_travel_tells_who_went_where(record: IncidentTable, tmp_path: Path) -> None:
    text, left_out = written(record, "travel")
    rows = list(csv.DictReader(io.StringIO(text)))
    told = [(row["LeaderFullName"], row["CountryVisitedISO"], row["CityVisited"], row["Status"]) for row in rows]
    assert told == [
        ("Kim Jong Un", "CHN", "Beijing", "occurred"),
        ("Kim Jong Un", "KOR", "Panmunjom", "occurred"),
        ("Donald Trump", "PRK", "", "planned"),
    ]
    assert left_out["nobody is known to have travelled"] == 3
    back = round_trip(record, "travel", "travel", tmp_path)
    assert [(row["source"], row["target"], row["status"]) for row in back] == [
        ("PRK", "CHN", "occurred"),
        ("PRK", "KOR", "occurred"),
        ("USA", "PRK", "planned"),
    ]


@pytest.mark.parametrize("format", ["csv", "travel", "gdelt", "icews", "polecat"])
def test_no_cell_is_a_formula_and_names_come_back(format: Any, tmp_path: Path) -> None:
    name = '=HYPERLINK("http://x",  "a"),b'
    bold = replace(person("actor", KIM), name=name)
    table = IncidentTable(
        (incident("i-1", "CONSULT", bold, person("recipient", XI), on="2018-03-26", mode="visit", place="China"),)
    )
    text, _ = written(table, format)
    if format in ("csv", "travel"):
        cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    else:
        cells = text.replace("\n", "\t").split("\t")
    assert not any(cell.startswith(("=", "+", "@")) for cell in cells)
    (row,) = round_trip(table, format, format, tmp_path)
    assert row["source_name"] == " ".join(name.split())


def test_rows_of_many_sides() -> None:
    meeting = incident("i-1", "CONSULT", person("actor", XI), person("actor", KIM), person("actor", MOON),
                       state("actor", "CHN", "China"), on="2018")  # fmt: skip
    pairs = [(act.id, act.source.code, act.target.code if act.target else "") for act in acts_of(meeting)]
    assert pairs == [("i-1", "CHN", "PRK"), ("i-1#2", "CHN", "KOR"), ("i-1#3", "PRK", "KOR")]
    alone = incident("i-2", "PROTEST", person("actor", TRUMP), on="2018")
    assert [(act.source.code, act.target) for act in acts_of(alone)] == [("USA", None)]
    assert list(acts_of(incident("i-3", "AID", on="2018"))) == []


def test_an_unknown_format_is_one_line(record: IncidentTable) -> None:
    with pytest.raises(UsageError, match="no export format 'xml'"):
        export_incidents(record, io.StringIO(), "xml")  # type: ignore[arg-type]


def test_the_page_names_every_field_and_every_reason() -> None:
    """What a shape loses is listed: each field of an incident, each reason for leaving one out."""
    page = DOCS.read_text(encoding="utf-8")
    assert [field.name for field in fields(Incident) if f"`{field.name}`" not in page] == []
    reasons = {
        *CAMEO_LOST,
        "PLOVER has no category for it",
        "nobody is known to have travelled",
        "nobody is known to act",
    }
    assert [reason for reason in reasons if reason not in page] == []

"""Incidents and corrections as users ask for them."""

from __future__ import annotations

import csv
import io
import json
import sqlite3

import pytest


@pytest.fixture
def filled(summitry, articles):
    """A record of two meetings, one told twice."""
    (articles / "again.txt").write_text(
        "It is said that Kim Jong Un met Xi Jinping in Beijing. Much was left unsaid.\n"
    )
    summitry("read", "articles", "--record", "my.sqlite", "--published", "2019-03-05")
    return summitry


def ids(summitry, *asked: str) -> list[str]:
    ran = summitry("incidents", "--record", "my.sqlite", "--format", "json", *asked)
    return [incident["id"] for incident in json.loads(ran.out)]


def place_of(summitry, incident: str) -> str:
    return json.loads(summitry("show", incident, "--record", "my.sqlite", "--format", "json").out)["place"]


def test_incidents_are_listed_once_with_their_documents(filled) -> None:
    ran = filled("incidents", "--record", "my.sqlite")
    assert ran.status == 0
    assert "2 incidents, 2019-03-05 to 2019-03-05" in ran.out
    rows = list(csv.DictReader(io.StringIO(filled("incidents", "--record", "my.sqlite", "--format", "csv").out)))
    assert sorted(row["documents"] for row in rows) == ["1", "2"]
    assert "| CONSULT |" in filled("incidents", "--record", "my.sqlite", "--format", "markdown").out


def test_nobody_found_is_told_with_a_likely_name(filled) -> None:
    ran = filled("incidents", "--record", "my.sqlite", "--actor", "Kin Jongun Oun")
    assert "No such incidents" in ran.out
    assert "did you mean Kim Jong Un" in ran.err


def test_an_incident_is_shown_with_all_its_sentences(filled) -> None:
    (beijing,) = ids(filled, "--place", "Beijing")
    ran = filled("show", beijing, "--record", "my.sqlite", "--why")
    assert ran.out.count("“") == 2
    assert "2 documents" in ran.out
    shown = json.loads(filled("show", beijing, "--record", "my.sqlite", "--format", "json").out)
    assert len(shown["statements"]) == 2


def test_a_correction_is_made_listed_and_taken_back(filled) -> None:
    (hanoi,) = ids(filled, "--place", "Hanoi")
    ran = filled(
        "correct",
        "edit",
        hanoi,
        "place",
        "Hanoi, Vietnam",
        "--record",
        "my.sqlite",
        "--author",
        "ann",
        "--reason",
        "full",
    )
    assert ran.status == 0
    assert "Hanoi, Vietnam" in ran.out
    assert place_of(filled, hanoi) == "Hanoi, Vietnam"
    made = ran.out.split(":")[0]
    assert "1 correction." in filled("correct", "list", "--record", "my.sqlite").out
    filled("correct", "undo", made, "--record", "my.sqlite", "--author", "ann")
    assert place_of(filled, hanoi) == "Hanoi"


def test_merge_split_reject_and_confirm(filled) -> None:
    (hanoi,), (beijing,) = ids(filled, "--place", "Hanoi"), ids(filled, "--place", "Beijing")
    more = ("--record", "my.sqlite", "--author", "ann")
    assert filled("correct", "merge", hanoi, beijing, *more).status == 0
    assert len(ids(filled)) == 1
    (merged,) = ids(filled)
    event = json.loads(filled("show", merged, "--record", "my.sqlite", "--format", "json").out)["events"][0]
    assert filled("correct", "split", merged, event, *more).status == 0
    assert len(ids(filled)) == 2
    assert filled("correct", "reject", event.replace("e-", "i-"), *more).status == 0
    assert len(ids(filled)) == 1
    assert filled("correct", "confirm", event.replace("e-", "i-"), *more).status == 0
    assert len(ids(filled)) == 2


def test_an_incident_is_added_by_hand_with_people_of_the_registry(filled) -> None:
    ran = filled(
        "correct", "add", "CONSULT", "Kim Jong Un", "--recipients", "Vladimir Putin", "--date", "2019-04-25",
        "--place", "Vladivostok, Russia", "--mode", "visit", "--citation", "Kremlin.ru", "--author", "ann",
        "--note", "Kim and Putin met on an island.", "--record", "my.sqlite",
    )  # fmt: skip
    assert ran.status == 0
    assert "Kremlin.ru" in ran.out
    (row,) = json.loads(filled("incidents", "--record", "my.sqlite", "--actor", "Putin", "--format", "json").out)
    assert (row["level"], row["actors"][0]["office"], row["citations"]) == ("leader", "Supreme Leader", ["Kremlin.ru"])


@pytest.mark.parametrize(
    "wrong",
    [
        ("correct", "edit", "i-0", "place", "x"),
        ("correct", "add", "PARTY", "Kim Jong Un", "--citation", "x"),
        ("correct", "add", "CONSULT", "Nobody Known Here", "--citation", "x"),
        ("correct", "import", "nowhere.jsonl"),
        ("incidents", "--level", "boss"),
    ],
)
def test_wrong_use_gets_one_line(filled, wrong: tuple[str, ...]) -> None:
    author = ("--author", "ann") if wrong[1] in ("edit", "add") else ()
    ran = filled(*wrong, "--record", "my.sqlite", *author)
    assert ran.status == 2
    assert len(ran.err.splitlines()) == 1


def test_corrections_travel_as_a_file(filled) -> None:
    (hanoi,) = ids(filled, "--place", "Hanoi")
    filled("correct", "reject", hanoi, "--record", "my.sqlite", "--author", "ann", "--reason", "no")
    filled("correct", "export", "--record", "my.sqlite", "-o", "ours.jsonl")
    filled("read", "articles", "--record", "other.sqlite", "--published", "2019-03-05")
    assert "1 new correction." in filled("correct", "import", "ours.jsonl", "--record", "other.sqlite").out
    assert "0 new corrections." in filled("correct", "import", "ours.jsonl", "--record", "other.sqlite").out


def test_a_record_is_checked_backed_up_and_restored(filled) -> None:
    assert filled("check-record", "--record", "my.sqlite").out == "The record is sound.\n"
    assert filled("backup", "copy.sqlite", "--record", "my.sqlite").status == 0
    assert filled("backup", "copy.sqlite", "--record", "my.sqlite").status == 2
    before = filled("export", "--record", "my.sqlite", "--format", "incidents").out
    (hanoi,) = ids(filled, "--place", "Hanoi")
    filled("correct", "edit", hanoi, "place", "Saigon", "--record", "my.sqlite", "--author", "ann")
    changed = filled("export", "--record", "my.sqlite", "--format", "incidents").out
    assert changed != before
    assert filled("restore", "copy.sqlite", "--record", "my.sqlite").status == 0
    assert filled("export", "--record", "my.sqlite", "--format", "incidents").out == before
    assert filled("export", "--record", "my.sqlite.before-restore", "--format", "incidents").out == changed


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("documents", "text = replace(text, 'Hanoi', 'Osaka')"),
        ("evidence", "quote = 'They shook hands'"),
        ("events", "place = 'Osaka'"),
        ("incidents", "place = 'Osaka'"),
    ],
)
def test_a_damaged_record_is_told_by_its_table_and_not_restored(filled, table: str, change: str) -> None:
    assert filled("backup", "copy.sqlite", "--record", "my.sqlite").status == 0
    connection = sqlite3.connect("copy.sqlite")
    with connection:
        connection.execute(f"UPDATE {table} SET {change}")
    connection.close()
    ran = filled("check-record", "--record", "copy.sqlite")
    assert ran.status == 1
    assert ran.out.startswith(f"table {table}: ")
    assert "`summitry restore`" in ran.out
    ran = filled("restore", "copy.sqlite", "--record", "my.sqlite")
    assert (ran.status, "copy.sqlite is damaged" in ran.err) == (1, True)
    assert filled("check-record", "--record", "my.sqlite").status == 0


def test_a_question_needs_a_record_or_a_chronology(summitry) -> None:
    ran = summitry("incidents")
    assert (ran.status, "--reference NAME" in ran.err) == (2, True)
    ran = summitry("incidents", "--reference", "atlantis")
    assert (ran.status, "korea" in ran.err) == (2, True)


def test_the_reference_chronology_opens_wherever_a_record_is_taken(summitry) -> None:
    ran = summitry("incidents", "--reference", "korea", "--between", "Kim Jong Un", "Xi Jinping", "--type", "CONSULT",
                   "--status", "occurred", "--level", "leader", "--format", "json")  # fmt: skip
    assert [(i["start"], i["place"]) for i in json.loads(ran.out)] == [
        ("2018-03-25", "Beijing, China"),
        ("2018-05-07", "Dalian, China"),
        ("2018-06-19", "Beijing, China"),
        ("2019-01-07", "Beijing, China"),
        ("2019-06-20", "Pyongyang, North Korea"),
    ]


def test_incidents_and_provenance_are_exported(filled) -> None:
    lines = filled("export", "--record", "my.sqlite", "--format", "incidents").out.splitlines()
    assert len([json.loads(line) for line in lines]) == 2
    assert json.loads(filled("export", "--record", "my.sqlite", "--format", "prov").out)["@graph"]

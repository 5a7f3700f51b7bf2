"""What a person corrected stays corrected."""

from __future__ import annotations

import io
import random
import sqlite3
from collections.abc import Mapping
from pathlib import Path

import pytest

from record.fakes import load_fake_coder, load_newer_coder, make_document
from record.test_incidents import AGAIN, BEIJING, DALIAN, HELD, add
from summitry.errors import UsageError
from summitry.model import Correction
from summitry.record import Record, deciding, open_record, relinking

BY_HAND = {
    "type": "CONSULT",
    "mode": "visit",
    "actors": [{"name": "Kim Jong Un", "state": "PRK", "office": "Supreme Leader", "kind": "person"}],
    "recipients": [{"name": "Xi Jinping", "state": "CHN", "office": "President", "kind": "person"}],
    "start": "2019-01-07",
    "end": "2019-01-10",
    "place": "Beijing, China",
    "note": "Kim Jong Un spent four days in the Chinese capital.",
}


@pytest.fixture
def filled(record: Record) -> Record:
    add(record, BEIJING, AGAIN, DALIAN, HELD)
    return record


def by_place(record: Record, place: str) -> str:
    return next(i.id for i in record.incidents() if i.place == place)


def test_merged_incidents_are_one_until_undone(filled: Record) -> None:
    before = filled.incidents().to_dicts()
    made = filled.corrections.merge(
        [by_place(filled, "Beijing"), by_place(filled, "Dalian")], author="ann", reason="one tour"
    )
    merged = filled.incidents(between=("CHN", "PRK"))
    assert [i.documents for i in merged] == [3]
    assert merged[0].corrections == (made.id,)
    filled.corrections.undo(made.id, author="ann")
    assert filled.incidents().to_dicts() == before


def test_incidents_of_different_sides_can_be_merged(filled: Record) -> None:
    made = filled.corrections.merge(
        [by_place(filled, "Washington"), by_place(filled, "Dalian")], author="ann", reason="absurd, but asked for"
    )
    assert len(filled.incidents()) == 2
    filled.corrections.undo(made.id[:10], author="ann")
    assert len(filled.incidents()) == 3


def test_a_split_takes_events_out(filled: Record) -> None:
    incident = filled.incident(by_place(filled, "Beijing"))
    out = incident.event_ids[0]
    filled.corrections.split(incident.id, [out], author="ann", reason="another day")
    assert sorted(i.documents for i in filled.incidents(place="Beijing")) == [1, 1]
    assert filled.incident(out).event_ids == (out,)


def test_a_split_must_leave_something(filled: Record) -> None:
    incident = filled.incident(by_place(filled, "Beijing"))
    with pytest.raises(UsageError, match="leaves at least one"):
        filled.corrections.split(incident.id, incident.event_ids, author="ann", reason="")


def test_an_edit_stands_and_the_sources_beside_it(filled: Record) -> None:
    incident = by_place(filled, "Dalian")
    filled.corrections.edit(incident, "place", "Dalian, China", author="ann", reason="fuller")
    edited = filled.incident(incident)
    choice = next(c for c in edited.choices if c.field == "place")
    assert (edited.place, choice.rule) == ("Dalian, China", "corrected")
    assert [a.value for a in choice.alternatives] == ["Dalian"]


@pytest.mark.parametrize(
    ("field", "value", "column", "stored"),
    [
        ("interval", "2018-05-07/2018-05-08", "start", "2018-05-07"),
        ("status", "Denied", "status", "denied"),
        ("mode", "third-party", "mode", "third-party"),
        ("count", "2", "count", 2),
        ("type", "agree", "type", "AGREE"),
    ],
)
def test_each_field_can_be_set(filled: Record, field: str, value: str, column: str, stored: object) -> None:
    incident = by_place(filled, "Dalian")
    filled.corrections.edit(incident, field, value, author="ann", reason="")
    (row,) = [i for i in filled.incidents().to_dicts() if i["id"] == incident]
    assert row[column] == stored


@pytest.mark.parametrize(
    ("field", "value"),
    [("place_name", "x"), ("status", "maybe"), ("interval", "last week"), ("count", "0"), ("actors", "Xi")],
)
def test_a_value_that_cannot_be_is_refused(filled: Record, field: str, value: str) -> None:
    with pytest.raises(UsageError):
        filled.corrections.edit(by_place(filled, "Dalian"), field, value, author="ann", reason="")


def test_edits_that_disagree_are_shown(filled: Record) -> None:
    incident = by_place(filled, "Dalian")
    first = filled.corrections.edit(incident, "place", "Dalian, China", author="ann", reason="")
    filled.corrections.edit(incident, "place", "Dairen", author="bob", reason="")
    choice = next(c for c in filled.incident(incident).choices if c.field == "place")
    assert choice.value == "Dairen"
    assert {a.value: a.event_ids for a in choice.alternatives}["Dalian, China"] == (first.id,)
    assert "place" in filled.incident(incident).conflicts


def test_a_rejected_incident_is_kept_and_not_listed(filled: Record) -> None:
    incident = by_place(filled, "Dalian")
    filled.corrections.reject(incident, author="ann", reason="never happened")
    assert len(filled.incidents()) == 2
    assert len(filled.incidents(rejected=True)) == 3
    filled.corrections.confirm(incident, author="bob", reason="it did")
    assert filled.incident(incident).score == 1.0
    assert len(filled.incidents()) == 3


def test_an_incident_added_by_hand_has_its_citation(record: Record) -> None:
    record.corrections.add(BY_HAND, citation="a public list", author="ann")
    (incident,) = record.incidents(between=("Kim Jong Un", "Xi Jinping"))
    assert (incident.citations, incident.documents, incident.level) == (("a public list",), 0, "leader")
    assert incident.sentence == BY_HAND["note"]


def test_a_report_of_what_was_added_by_hand_joins_it(record: Record) -> None:
    made = record.corrections.add(BY_HAND, citation="a public list", author="ann")
    add(record, make_document("That day Kim Jong Un met Xi Jinping in Beijing", "x.txt", "2019-01-08"))
    (incident,) = record.incidents()
    assert (incident.documents, incident.citations) == (1, ("a public list",))
    assert record.incident(made.id).id == incident.id


def test_what_one_hand_added_as_two_stays_two(record: Record) -> None:
    state = {"name": "North Korea", "state": "PRK", "kind": "state"}
    founded = {"type": "TRANSITION", "actors": [state], "start": "1948-09-09", "note": "The republic was proclaimed."}
    leader = {"name": "Kim Il Sung", "state": "PRK", "office": "Premier", "kind": "person"}
    named = {**founded, "actors": [leader], "note": "Kim Il Sung became its premier."}
    for incident in (founded, named):
        record.corrections.add(incident, citation="a public list", author="ann")
    assert len(record.incidents()) == 2
    record.corrections.add(named, citation="another list", author="bob")
    assert len(record.incidents()) == 2


def test_nothing_is_added_without_a_citation_or_an_author(record: Record) -> None:
    with pytest.raises(UsageError, match="citation"):
        record.corrections.add(BY_HAND, citation=" ", author="ann")
    with pytest.raises(UsageError, match="author"):
        record.corrections.add(BY_HAND, citation="a list", author="")
    assert len(record.corrections) == 0


def test_corrections_survive_a_newer_coder_and_any_order(filled: Record, tmp_path: Path) -> None:
    filled.corrections.edit(by_place(filled, "Dalian"), "place", "Dalian, China", author="ann", reason="")
    filled.corrections.merge([by_place(filled, "Beijing"), by_place(filled, "Washington")], author="ann", reason="")
    filled.corrections.add(BY_HAND, citation="a public list", author="ann")
    expected = filled.incidents().to_dicts()
    file = io.StringIO()
    assert filled.corrections.export(file) == 3
    documents = [BEIJING, AGAIN, DALIAN, HELD]
    for seed in range(5):
        random.Random(seed).shuffle(documents)
        with open_record(tmp_path / f"{seed}.sqlite") as other:
            other.add(documents[:2], load_coder=load_fake_coder)
            assert other.corrections.import_lines(iter(file.getvalue().splitlines())) == 3
            other.add(documents, load_coder=load_newer_coder)
            assert other.incidents().to_dicts() == expected
            assert other.corrections.import_lines(iter(file.getvalue().splitlines())) == 0


def test_a_file_with_a_changed_line_is_refused_whole(filled: Record, tmp_path: Path) -> None:
    filled.corrections.reject(by_place(filled, "Dalian"), author="ann", reason="no")
    filled.corrections.reject(by_place(filled, "Beijing"), author="ann", reason="no")
    file = io.StringIO()
    filled.corrections.export(file)
    changed = file.getvalue().splitlines()
    changed[1] = changed[1].replace('"ann"', '"bob"')
    with open_record(tmp_path / "other.sqlite") as other:
        with pytest.raises(UsageError, match=r"line 2: correction c-\w+ was changed"):
            other.corrections.import_lines(iter(changed))
        assert len(other.corrections) == 0


def test_an_undo_can_be_undone(filled: Record) -> None:
    incident = by_place(filled, "Dalian")
    made = filled.corrections.reject(incident, author="ann", reason="")
    undone = filled.corrections.undo(made.id, author="bob")
    assert len(filled.incidents()) == 3
    filled.corrections.undo(undone.id, author="ann")
    assert len(filled.incidents()) == 2


def test_an_unknown_correction_cannot_be_undone(filled: Record) -> None:
    with pytest.raises(UsageError, match="no correction 'c-0'"):
        filled.corrections.undo("c-0", author="ann")


def test_one_more_correction_looks_at_those_of_its_incident_alone(
    filled: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(20):
        filled.corrections.edit(by_place(filled, "Beijing"), "count", number + 1, author="ann", reason="")
    looked_at: list[Correction] = []
    standing = deciding._standing

    def counted(connection: sqlite3.Connection, correction: Correction, additions: Mapping[str, object]) -> object:
        looked_at.append(correction)
        return standing(connection, correction, additions)

    monkeypatch.setattr(relinking, "_MANY", 0)  # so small a key would be linked as a whole
    monkeypatch.setattr(deciding, "_standing", counted)
    made = filled.corrections.edit(by_place(filled, "Dalian"), "count", 2, author="ann", reason="")
    assert looked_at == [made]


def test_corrections_of_an_older_record_are_found_by_their_documents(filled: Record) -> None:
    filled.corrections.edit(by_place(filled, "Dalian"), "count", 2, author="ann", reason="")
    before = filled.incidents().to_dicts()
    filled._connection.executescript(
        "DROP TRIGGER corrections_targets; DROP TABLE correction_targets; DROP INDEX corrections_action; "
        "PRAGMA user_version = 5"
    )
    filled.close()
    with open_record(filled.path) as record:
        record._connection.execute("UPDATE events SET linked = 0")
        record.link()
        assert record.incidents().to_dicts() == before

"""Incidents in the record: linked as documents come in, the same whatever came first."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from record.fakes import FAKE_SIGNER, load_fake_coder, load_newer_coder, make_document
from summitry.errors import UsageError
from summitry.model import Document
from summitry.record import Record, open_record

BEIJING = make_document(
    "Xi Jinping met Kim Jong Un in Beijing after a long silence", "a.txt", "2018-03-26", publisher="A"
)
AGAIN = make_document("It was said that Kim Jong Un met Xi Jinping in Beijing", "b.txt", "2018-03-27", publisher="B")
DALIAN = make_document("Some weeks on Xi Jinping met Kim Jong Un in Dalian", "c.txt", "2018-05-08", publisher="A")
PLANNED = make_document("Soon Moon Jae-in will meet Donald Trump in Washington", "d.txt", "2018-05-22")
HELD = make_document("Today Moon Jae-in met Donald Trump in Washington", "e.txt", "2018-05-22")


def add(record: Record, *documents: Document) -> None:
    record.add(documents, load_coder=load_fake_coder)


def told(record: Record) -> list[tuple[str, str, int]]:
    return [(i.interval.iso()[0] if i.interval else "", i.place, i.documents) for i in record.incidents()]


def test_reports_of_one_meeting_are_one_incident(record: Record) -> None:
    add(record, BEIJING, AGAIN, DALIAN)
    assert told(record) == [("2018-03-26", "Beijing", 2), ("2018-05-08", "Dalian", 1)]
    assert record.unlinked == 0


def test_a_report_that_comes_later_joins_what_is_there(record: Record) -> None:
    add(record, BEIJING)
    (before,) = record.incidents()
    add(record, DALIAN)
    add(record, AGAIN)
    assert told(record) == [("2018-03-26", "Beijing", 2), ("2018-05-08", "Dalian", 1)]
    assert record.incident(before.id).documents == 2


def test_every_incident_leads_to_its_sentences(record: Record) -> None:
    add(record, BEIJING, AGAIN)
    (incident,) = record.incidents()
    assert [e.title or e.document_id for e in record.events_in(incident.id)]
    assert {e.id for e in record.events_in(incident.id)} == set(incident.event_ids)
    assert record.incident(incident.event_ids[0]).id == incident.id


def test_a_plan_that_was_held_has_a_history(record: Record) -> None:
    add(record, PLANNED, HELD)
    (incident,) = record.incidents()
    assert incident.status == "occurred"
    assert sorted(step.status for step in incident.history) == ["occurred", "planned"]


def test_incidents_are_narrowed(record: Record) -> None:
    add(record, BEIJING, AGAIN, DALIAN, HELD)
    assert len(record.incidents(between=("CHN", "PRK"))) == 2
    assert len(record.incidents(actor="Moon Jae-in")) == 1
    assert len(record.incidents(since="2018-05", until="2018-05-10")) == 1
    assert len(record.incidents(place="dalian")) == 1
    assert len(record.incidents(search="beijing xi")) == 1
    assert len(record.incidents(type="consult", mode="visit", status="occurred")) == 3
    assert len(record.incidents(limit=1, offset=1)) == 1
    assert record.count_incidents(limit=1) == 3


@pytest.mark.parametrize("wrong", [{"type": "PARTY"}, {"level": "boss"}, {"since": "yesterday"}])
def test_a_wrong_question_is_refused(record: Record, wrong: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        record.incidents(**wrong)


@pytest.mark.parametrize("words", ['"', "a AND", "NEAR(", "* OR", "c:x", "'; DROP TABLE incidents; --"])
def test_search_takes_every_word_literally(record: Record, words: str) -> None:
    add(record, BEIJING)
    assert record.incidents(search=words).to_dicts() == []


def test_an_unknown_incident_is_told(record: Record) -> None:
    with pytest.raises(UsageError, match="no incident 'i-0000'"):
        record.incident("i-0000")


def test_an_edited_document_takes_its_old_events_out(record: Record) -> None:
    text = (
        "It was said that Kim Jong Un met Xi Jinping in Beijing while many others looked on and wrote every word down"
    )
    add(record, BEIJING, make_document(text, "b.txt", "2018-03-27"))
    assert told(record) == [("2018-03-26", "Beijing", 2)]
    add(record, make_document(text.replace(" met ", " saw "), "b.txt", "2018-03-27", digest="edited"))
    assert told(record) == [("2018-03-26", "Beijing", 1)]


def test_a_newer_coder_changes_no_incident_that_it_reads_alike(record: Record) -> None:
    add(record, BEIJING, AGAIN)
    before = record.incidents().to_dicts()
    record.add([BEIJING, AGAIN], load_coder=load_newer_coder)
    assert record.incidents().to_dicts() == before


def test_what_other_rules_linked_is_linked_again_once(record: Record) -> None:
    add(record, BEIJING, AGAIN, DALIAN)
    before = told(record)
    assert record.link() == 0
    record._connection.execute("UPDATE linked_by SET rules = 'those of an older program'")
    record._connection.execute(
        "UPDATE incident_events SET incident_number = (SELECT min(incident_number) FROM incidents)"
    )
    assert record.link() == 1
    assert told(record) == before
    assert record.link() == 0


TEXTS = [BEIJING, AGAIN, DALIAN, PLANNED, HELD]


@settings(max_examples=12, deadline=None)
@given(st.permutations(TEXTS), st.integers(1, 4))
def test_any_order_in_any_number_of_runs_gives_the_same_incidents(order: list[Document], runs: int) -> None:
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder:
        patch.setattr("summitry.record.record.bundled_signer", lambda: FAKE_SIGNER)
        with open_record(Path(folder) / "one.sqlite") as one:
            add(one, *TEXTS)
            expected = one.incidents().to_dicts()
        with open_record(Path(folder) / "other.sqlite") as other:
            for start in range(runs):
                add(other, *order[start::runs])
            assert other.incidents().to_dicts() == expected


def test_frames_have_their_columns_even_when_empty(record: Record) -> None:
    assert record.incidents().to_polars().columns[:3] == ["id", "start", "end"]
    add(record, BEIJING)
    frame = record.incidents().to_polars()
    assert frame["who_states"].to_list() == [["CHN"]]


def test_many_small_runs_leave_no_stray_rows(record: Record) -> None:
    documents = list(TEXTS)
    random.Random(7).shuffle(documents)
    for document in documents * 2:
        add(record, document)
    connection = record._connection
    linked = connection.execute("SELECT count(*) FROM incident_events").fetchone()[0]
    assert linked == connection.execute("SELECT count(*) FROM events").fetchone()[0]
    for table in ("incident_participants", "incident_events"):
        strays = f"SELECT count(*) FROM {table} WHERE incident_number NOT IN (SELECT incident_number FROM incidents)"
        assert connection.execute(strays).fetchone()[0] == 0
    found = connection.execute("SELECT count(*) FROM incidents_search").fetchone()[0]
    assert found == connection.execute("SELECT count(*) FROM incidents").fetchone()[0]

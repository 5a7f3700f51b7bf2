"""What becomes of a reading: one document per article, whatever the order, nothing changed by reading again."""

from __future__ import annotations

import io
import random
import tempfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from record.fakes import FAKE_SIGNER, FakeCoder, load_fake_coder, load_newer_coder, make_document
from summitry.model import Document
from summitry.record import Record, open_record
from summitry.record.identity import event_id

SUMMIT = "On Sunday Xi Jinping met Kim Jong Un in Beijing , and the two talked for a long while about trade and arms"
SYNDICATED = SUMMIT.replace("a long while", "a long time")
DRIFTED = SYNDICATED.replace("trade and arms", "trade and rivers")
HANOI = "Donald Trump met Kim Jong Un in Hanoi"
PLANNED = "Next month Moon Jae-in will meet Donald Trump in Washington"


def exported(record: Record) -> str:
    target = io.StringIO()
    record.export(target)
    return target.getvalue()


def add(record: Record, *documents: Document) -> str:
    return str(record.add(documents, load_coder=load_fake_coder))


def test_new_documents_are_stored_with_their_events(record: Record) -> None:
    summary = add(record, make_document(SUMMIT, "a.txt", "2018-03-28"), make_document(HANOI, "b.txt", "2019-02-28"))
    assert summary == "2 read, 2 new, 0 unchanged, 0 duplicate, 0 skipped"
    assert [event.event.place for event in record.events()] == ["Beijing", "Hanoi"]


def test_the_reasons_for_each_participant_are_kept(record: Record) -> None:
    add(record, make_document(SUMMIT, "a.txt", "2018-03-28"))
    (recorded,) = record.events()
    assert [(p.score, p.reasons[0]) for p in recorded.event.participants] == [
        (0.9, "alias: Xi Jinping"),
        (0.9, "alias: Kim Jong Un"),
    ]


def test_the_id_of_an_event_does_not_depend_on_reasons(record: Record) -> None:
    add(record, make_document(SUMMIT, "a.txt", "2018-03-28"))
    (recorded,) = record.events()
    sure = tuple(replace(p, score=1.0, reasons=()) for p in recorded.event.participants)
    assert event_id(recorded.document_id, replace(recorded.event, participants=sure)) == recorded.id


def test_reading_again_changes_nothing(record: Record) -> None:
    documents = [make_document(SUMMIT, "a.txt", "2018-03-28"), make_document(HANOI, "b.txt", "2019-02-28")]
    add(record, *documents)
    before = exported(record)
    assert add(record, *documents) == "2 read, 0 new, 2 unchanged, 0 duplicate, 0 skipped"
    assert exported(record) == before


def test_unchanged_documents_are_not_coded_again(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    add(record, make_document(SUMMIT, "a.txt", "2018-03-28"))

    def refuse(*_: object) -> None:
        raise AssertionError("coded again")

    monkeypatch.setattr(FakeCoder, "code", refuse)
    assert "1 unchanged, 0 duplicate, 0 skipped" in add(record, make_document(SUMMIT, "a.txt", "2018-03-28"))


def test_a_newer_coder_codes_again_and_replaces(record: Record) -> None:
    add(record, make_document(SUMMIT, "a.txt", "2018-03-28"))
    (before,) = record.events()
    summary = record.add([make_document(SUMMIT, "a.txt", "2018-03-28")], load_coder=load_newer_coder)
    (after,) = record.events()
    assert summary.updated == 1
    assert (before.coder, after.coder) == ("fake 1", "fake 2")
    assert before.id == after.id


def test_the_same_text_elsewhere_is_one_document_with_two_addresses(record: Record) -> None:
    add(record, make_document(SUMMIT, "a.txt", "2018-03-28"), make_document(SUMMIT, "b.txt", "2018-03-28"))
    (document,) = record.documents()
    assert [address.source for address in document.addresses] == ["a.txt", "b.txt"]
    assert len(record.events()) == 1


def test_a_syndicated_copy_is_one_document_and_the_earlier_speaks_for_it(record: Record) -> None:
    add(record, make_document(SUMMIT, "copy.txt", "2018-03-29"), make_document(SYNDICATED, "first.txt", "2018-03-28"))
    (document,) = record.documents()
    assert document.document.text == SYNDICATED
    assert [address.source for address in document.addresses] == ["copy.txt", "first.txt"]
    (event,) = record.events()
    assert event.to_dict()["start"] == "2018-03-28"


def test_copies_are_joined_through_a_copy_between_them(record: Record) -> None:
    ends = [make_document(SUMMIT, "a.txt", "2018-03-28"), make_document(DRIFTED, "c.txt", "2018-03-30")]
    add(record, *ends)
    assert len(list(record.documents())) == 2
    add(record, make_document(SYNDICATED, "b.txt", "2018-03-29"))
    (document,) = record.documents()
    assert document.document.text == SUMMIT
    assert len(document.addresses) == 3


def test_an_edited_file_replaces_what_it_said(record: Record) -> None:
    add(record, make_document(SUMMIT, "a.txt", "2018-03-28", digest="before"))
    add(record, make_document(SYNDICATED, "a.txt", "2018-03-28", digest="after"))
    (document,) = record.documents()
    assert document.document.text == SYNDICATED
    assert len(document.addresses) == 1
    assert record.damage() == []


def test_other_articles_at_the_same_address_are_both_kept(record: Record) -> None:
    add(record, make_document(SUMMIT, "-", "2018-03-28", digest="1"), make_document(HANOI, "-", digest="2"))
    assert len(list(record.documents())) == 2


def test_a_document_without_events_is_stored_too(record: Record) -> None:
    add(record, make_document("Nothing happened", "a.txt"))
    (document,) = record.documents()
    assert document.document.text == "Nothing happened"
    assert len(record.events()) == 0


def test_a_document_the_coder_fails_at_is_skipped_and_the_rest_goes_on(record: Record) -> None:
    documents = [make_document(SUMMIT, "a.txt"), make_document("POISON", "p.txt"), make_document(HANOI, "b.txt")]
    summary = record.add(documents, load_coder=load_fake_coder)
    assert (summary.new, [(s.source, s.code) for s in summary.skipped]) == (2, [("p.txt", "coder-failed")])
    assert "cannot code this" in summary.skipped[0].reason


def test_a_quote_that_does_not_stand_in_the_text_is_refused(record: Record) -> None:
    summary = record.add([make_document("MISQUOTE " + HANOI + " .", "m.txt")], load_coder=load_fake_coder)
    assert [(s.source, s.code) for s in summary.skipped] == [("m.txt", "coder-failed")]
    assert list(record.documents()) == []


def test_a_text_that_no_file_can_store_is_skipped(record: Record) -> None:
    summary = record.add([make_document("half \ud800 pair", "h.txt")], load_coder=load_fake_coder)
    assert [(s.source, s.code) for s in summary.skipped] == [("h.txt", "encoding")]


def test_an_input_read_at_last_is_no_longer_skipped(record: Record) -> None:
    record.add([make_document("POISON", "a.txt")], load_coder=load_fake_coder)
    add(record, make_document(HANOI, "a.txt"))
    assert record._connection.execute("SELECT count(*) FROM skipped").fetchone()[0] == 0


@pytest.mark.parametrize(
    "text", ["naïve \u0301 Xi Jinping met Kim Jong Un", "\U0001f680 Xi Jinping met Kim Jong Un \x00"]
)
def test_quotes_stand_where_the_record_says_in_any_script(record: Record, text: str) -> None:
    add(record, make_document(text, "a.txt"))
    (event,) = record.events()
    (document,) = record.documents()
    (evidence,) = event.event.evidence
    assert document.document.text[evidence.start : evidence.end] == evidence.quote == "Xi Jinping met Kim Jong Un"
    assert record.damage() == []


READINGS = [
    make_document(SUMMIT, "a.txt", "2018-03-28", title="Summit"),
    make_document(SUMMIT, "b.txt", "2018-03-27", title="Summit in Beijing"),
    make_document(SUMMIT, "undated.txt"),
    make_document(SYNDICATED, "c.txt", "2018-03-28"),
    make_document(DRIFTED, "d.txt", "2018-03"),
    make_document(DRIFTED, "e.txt", "2018-03-26"),
    make_document(HANOI, "f.txt", "2019-02-28"),
    make_document(HANOI, "g.txt", "2019-02-28", title="Hanoi"),
    make_document(PLANNED, "h.txt", "2019-03-29"),
    make_document("POISON", "p.txt"),
]


@settings(max_examples=40, deadline=None)
@given(order=st.permutations(READINGS), cuts=st.sets(st.integers(1, len(READINGS) - 1), max_size=3))
def test_any_order_in_any_number_of_runs_gives_the_same_export(order: list[Document], cuts: set[int]) -> None:
    assert _export_of(order, cuts) == _export_of(READINGS, set())


def _export_of(order: list[Document], cuts: set[int]) -> str:
    bounds = [0, *sorted(cuts), len(order)]
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr("summitry.record.record.bundled_signer", lambda: FAKE_SIGNER)
        with open_record(Path(folder, "r.sqlite")) as record:
            for start, end in pairwise(bounds):
                record.add(order[start:end], load_coder=load_fake_coder)
            assert record.damage() == []
            return exported(record)


def test_two_processes_code_what_one_codes(record: Record, tmp_path: Path) -> None:
    documents = [make_document(f"{HANOI} , report {n} of many", f"{n}.txt", "2019-02-28") for n in range(40)]
    random.Random(1).shuffle(documents)
    with open_record(tmp_path / "two.sqlite") as two:
        assert str(two.add(documents, load_coder=load_fake_coder, workers=2)) == add(record, *documents)
        assert exported(two) == exported(record)

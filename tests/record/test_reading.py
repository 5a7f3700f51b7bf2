"""From files on the disk through the real reading stage into the record."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest

import summitry
from record.fakes import load_fake_coder, use_fake_coder
from summitry.model import Document
from summitry.reading import Source, read_source
from summitry.record import Coder, Progress, Record, open_record
from summitry.record.wordings import bundled_signer

BEIJING = (
    "Xi Jinping met Kim Jong Un in Beijing on Monday. The two leaders spoke for four hours about trade, arms and the "
    "railway between their capitals. Officials on both sides called the conversation frank. A dinner followed in the "
    "Great Hall, where singers from both countries performed. Kim left by train the next morning. Chinese state "
    "television showed the farewell at the station. Diplomats in Seoul said they had not been told of the trip before."
)
COPY = BEIJING.replace("called the conversation frank", "described the conversation as frank")
HANOI = (
    "Donald Trump met Kim Jong Un in Hanoi last week. The talks ended without a paper and lunch was cancelled. Both "
    "delegations flew home early. Reporters had waited since dawn in front of the hotel for a statement by the hosts. "
    "Vietnamese police closed the old quarter for two days. Traders there complained about the losses they had to bear."
)


@pytest.fixture(autouse=True)
def _real_signer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summitry.record.record.bundled_signer", bundled_signer)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "in"
    place.mkdir()
    (place / "a.txt").write_text(BEIJING)
    (place / "b.md").write_text(COPY)
    (place / "c.jsonl").write_text(json.dumps({"id": "c1", "text": HANOI, "published": "2019-03-05"}) + "\n")
    return place


def exported(record: Record) -> str:
    target = io.StringIO()
    record.export(target)
    return target.getvalue()


def test_files_of_several_kinds_become_documents_and_copies_addresses(record: Record, folder: Path) -> None:
    seen: list[Progress] = []
    summary = record.read(folder, load_coder=load_fake_coder, progress=seen.append)
    assert str(summary) == "3 read, 2 new, 0 unchanged, 1 duplicate, 0 skipped"
    assert sorted(len(document.addresses) for document in record.documents()) == [1, 2]
    assert seen[-1] == Progress(sources_done=3, sources_total=3, documents=3, skipped=0)
    assert record.damage() == []


def test_fifty_copies_of_one_report_by_as_many_publishers_are_one_source(record: Record, tmp_path: Path) -> None:
    copies = [
        {
            "id": f"copy-{number}",
            "url": f"https://www.paper-{number}.example/world/{number}",
            "publisher": f"Paper {number}",
            "published": f"2018-03-{27 + number % 3}",
            "text": f"Paper {number} – {headline}\n\n{BEIJING}\n\nSent by our desk in Asia, edition {number}.",
        }
        for number, headline in enumerate(["Kim meets Xi", "A journey by train", "Old friends talk"] * 17)
    ]
    lines = tmp_path / "copies.jsonl"
    lines.write_text("".join(json.dumps(copy) + "\n" for copy in copies))
    record.read(lines, load_coder=load_fake_coder)
    (incident,) = record.incidents()
    assert (incident.sources, incident.documents) == (1, 1)
    (document,) = record.documents()
    assert len({address.url for address in document.addresses}) == len(copies)


def test_files_read_one_by_one_in_any_order_give_the_same_export(folder: Path, tmp_path: Path) -> None:
    exports = set()
    for number, names in enumerate(
        (["a.txt", "b.md", "c.jsonl"], ["c.jsonl", "b.md", "a.txt"], ["b.md", "c.jsonl", "a.txt"])
    ):
        with open_record(tmp_path / f"{number}.sqlite") as record:
            for name in names:
                record.read(folder / name, load_coder=load_fake_coder)
            exports.add(exported(record))
    assert len(exports) == 1


def test_a_given_date_and_publisher_are_kept_and_used(record: Record, folder: Path) -> None:
    record.read(folder / "a.txt", published="2018-03-27", publisher="Agency", load_coder=load_fake_coder)
    record.read(folder / "a.txt", load_coder=load_fake_coder)
    (event,) = record.events()
    assert (event.to_dict()["start"], event.publisher) == ("2018-03-27", "Agency")
    summary = record.read(folder / "a.txt", published="2018-03-28", load_coder=load_fake_coder)
    assert summary.updated == 1
    (event,) = record.events()
    assert (event.to_dict()["start"], event.publisher) == ("2018-03-28", "Agency")


def test_texts_through_standard_input_do_not_push_each_other_out(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    for text in (BEIJING, HANOI):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        assert record.read("-", load_coder=load_fake_coder).new == 1
    assert len(list(record.documents())) == 2


def test_an_input_that_is_not_there_is_skipped_and_remembered(record: Record, folder: Path) -> None:
    summary = record.read([folder, folder / "none.txt"], load_coder=load_fake_coder)
    assert (summary.read, [item.code for item in summary.skipped]) == (3, ["not-found"])
    assert record._connection.execute("SELECT source FROM skipped").fetchall()[0][0].endswith("none.txt")


def test_the_public_door_opens_reads_and_asks(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use_fake_coder(monkeypatch)
    with summitry.open(tmp_path / "my.sqlite") as record:
        record.read(str(folder))
        assert record.events(between=("CHN", "PRK")).to_polars()["place"].to_list() == ["Beijing"]


@pytest.mark.slow
def test_one_text_is_coded_through_the_public_door() -> None:
    coded = summitry.code("Xi Jinping met Kim Jong Un in Beijing on Monday.", published="2019-03-06")
    (event,) = coded.events
    assert event.interval is not None
    assert (event.type, event.interval.iso()) == ("CONSULT", ("2019-03-04", "2019-03-04"))


@pytest.mark.slow
def test_the_sample_reads_whole_and_again_without_change(record: Record, tmp_path: Path) -> None:
    with resources.as_file(resources.files("summitry") / "sample") as sample:
        shutil.copytree(sample, tmp_path / "sample")
    first = record.read(tmp_path / "sample")
    before = exported(record)
    again = record.read(tmp_path / "sample")
    assert (first.skipped, again.unchanged) == ([], first.read)
    assert first.read >= 30
    assert exported(record) == before
    assert record.damage() == []


def test_reading_an_unchanged_folder_loads_no_model(record: Record, folder: Path, monkeypatch) -> None:
    use_fake_coder(monkeypatch)
    record.read(folder)

    def refuse() -> Coder:
        raise AssertionError("nothing is new, so nothing is to be coded")

    monkeypatch.setattr("summitry.record.workers.load_bundled_coder", refuse)
    assert record.read(folder).unchanged == 3


def test_asking_a_record_loads_no_parser() -> None:
    program = "import sys, summitry.record, summitry.coding; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_the_record_and_the_documents_stage_give_a_text_one_id(record: Record, folder: Path) -> None:
    record.read(folder / "a.txt", load_coder=load_fake_coder)
    (document,) = read_source(Source("a.txt", folder / "a.txt"))
    assert isinstance(document, Document)
    assert [stored.id for stored in record.documents()] == [document.id]


def test_an_input_that_is_mended_is_no_longer_skipped(record: Record, tmp_path: Path) -> None:
    lines = tmp_path / "in.jsonl"
    for text in (
        '{"id": "a", "title": "no text"}\n',
        '{"id": "a", "text": "Xi Jinping met Kim Jong Un in Beijing."}\n',
    ):
        lines.write_text(text)
        record.read(lines, load_coder=load_fake_coder)
    assert record._connection.execute("SELECT source FROM skipped").fetchall() == []

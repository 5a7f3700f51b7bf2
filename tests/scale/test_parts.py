"""Parts committed once, whatever dies when; and entered into a record."""

from __future__ import annotations

import gzip
import io
import os
from collections import Counter
from pathlib import Path

import pyarrow
import pytest
from pyarrow import parquet

import summitry
from record.fakes import FakeCoder
from scale.helpers import CodeHere, line, write_lines
from summitry.errors import DataError, UsageError
from summitry.model import CodedDocument
from summitry.record import Record, SkippedInput
from summitry.scale.parts import CodedParts, open_parts
from summitry.scale.storage import Folder


def coded_ids(folder: Path) -> Counter[str]:
    parts = open_parts(str(folder))
    found = (each for coder in parts.coders() for each in parts.read(coder))
    return Counter(each.document.id for each in found if isinstance(each, CodedDocument))


def once(numbers: range) -> Counter[str]:
    return Counter(f"n{number}" for number in numbers)


def exported(record: Record) -> str:
    target = io.StringIO()
    record.export(target)
    return target.getvalue()


def test_every_document_is_there_once(tmp_path: Path, code_here: CodeHere) -> None:
    summary = code_here(write_lines(tmp_path / "a.jsonl", range(150)))
    assert (summary.coded.documents, summary.parts, summary.files) == (150, 3, 1)
    assert coded_ids(tmp_path / "coded") == once(range(150))


def test_done_again_nothing_is_coded(tmp_path: Path, code_here: CodeHere) -> None:
    source = write_lines(tmp_path / "a.jsonl", range(150))
    code_here(source)
    again = code_here(source)
    assert (again.parts, again.files, again.files_before) == (0, 1, 1)


@pytest.mark.parametrize("parts", [0, 1, 2])
def test_a_run_that_died_goes_on(parts: int, tmp_path: Path, code_here: CodeHere) -> None:
    source = write_lines(tmp_path / "a.jsonl", range(150))
    code_here(source, die_after=parts)
    with pytest.raises(UsageError):
        open_parts(str(tmp_path / "coded"))  # nothing counts before an input is done
    rest = code_here(source)
    assert (rest.parts_before, rest.parts) == (parts + 1, 2 - parts)
    assert coded_ids(tmp_path / "coded") == once(range(150))


def test_a_file_that_grew_doubles_nothing(tmp_path: Path, code_here: CodeHere) -> None:
    source = write_lines(tmp_path / "a.jsonl", range(100))
    code_here(source)
    write_lines(source, range(150))
    grown = code_here(source)
    assert (grown.parts_before, grown.parts) == (1, 2)
    assert coded_ids(tmp_path / "coded") == once(range(150))
    assert len(list((tmp_path / "coded" / "parts").iterdir())) == 3  # the part that grew is gone


def test_another_coder_replaces_what_the_first_made(tmp_path: Path, code_here: CodeHere) -> None:
    source = write_lines(tmp_path / "a.jsonl", range(70))
    code_here(source)
    code_here(source, coder=FakeCoder(2))
    assert open_parts(str(tmp_path / "coded")).coders() == ("fake 2",)
    assert coded_ids(tmp_path / "coded") == once(range(70))


def test_a_lost_part_is_made_again(tmp_path: Path, code_here: CodeHere) -> None:
    source = write_lines(tmp_path / "a.jsonl", range(150))
    code_here(source)
    next((tmp_path / "coded" / "parts").iterdir()).unlink()
    assert code_here(source).parts == 1
    assert coded_ids(tmp_path / "coded") == once(range(150))


def test_a_bad_line_and_a_failing_coder_are_told(tmp_path: Path, code_here: CodeHere) -> None:
    source = tmp_path / "a.jsonl"
    source.write_text(f"{line(1)}\nno json\n{line(2, 'POISON')}\n", encoding="utf-8")
    assert code_here(source).coded.skipped == 2
    found = list(open_parts(str(tmp_path / "coded")).read("fake 1"))
    skipped = {item.source: item.code for item in found if isinstance(item, SkippedInput)}
    assert skipped == {f"{source}:2": "malformed", f"{source}:3": "coder-failed"}


def test_a_file_that_breaks_off_is_told_and_its_beginning_kept(tmp_path: Path, code_here: CodeHere) -> None:
    lines = "".join(f"{line(number, os.urandom(200).hex())}\n" for number in range(10, 400))
    source = tmp_path / "a.jsonl.gz"
    packed = gzip.compress(lines.encode())
    source.write_bytes(packed[: len(packed) // 2])
    summary = code_here(source, write_lines(tmp_path / "b.jsonl", range(3)))
    assert [(problem.source, problem.reason) for problem in summary.problems] == [
        (str(source), "its gzip data end early")
    ]
    found = coded_ids(tmp_path / "coded")
    kept = len(found) - 3
    assert found == once(range(3)) + once(range(10, 10 + kept))
    assert 100 < kept < 300


def test_a_table_that_breaks_off_is_told(tmp_path: Path, code_here: CodeHere) -> None:
    source = tmp_path / "a.parquet"
    parquet.write_table(pyarrow.table({"text": [f"Report {n} of the desk." for n in range(300)]}), source)
    source.write_bytes(source.read_bytes()[:-100])
    summary = code_here(source, write_lines(tmp_path / "b.jsonl", range(3)))
    (problem,) = summary.problems
    assert (problem.source, "is damaged after row 0" in problem.reason) == (str(source), True)
    assert coded_ids(tmp_path / "coded") == once(range(3))


def test_a_file_of_another_kind_is_told(tmp_path: Path, code_here: CodeHere) -> None:
    source = tmp_path / "a.docx"
    source.write_text("x", encoding="utf-8")
    summary = code_here(source, write_lines(tmp_path / "b.jsonl", range(3)))
    assert [problem.source for problem in summary.problems] == [str(source)]
    assert coded_ids(tmp_path / "coded") == once(range(3))


def test_a_damaged_part_is_named(tmp_path: Path, code_here: CodeHere) -> None:
    code_here(write_lines(tmp_path / "a.jsonl", range(3)))
    [part] = (tmp_path / "coded" / "parts").iterdir()
    part.write_bytes(part.read_bytes()[:-20])
    with pytest.raises(DataError, match=part.name):
        coded_ids(tmp_path / "coded")


def test_damaged_notes_are_named(tmp_path: Path, code_here: CodeHere) -> None:
    code_here(write_lines(tmp_path / "a.jsonl", range(3)))
    [notes] = (tmp_path / "coded" / "sources").iterdir()
    notes.write_text("{", encoding="utf-8")
    with pytest.raises(DataError, match=notes.name):
        CodedParts(Folder(str(tmp_path / "coded"))).done()


def test_parts_make_the_record_that_reading_makes(tmp_path: Path, code_here: CodeHere) -> None:
    source = write_lines(tmp_path / "a.jsonl", range(40))
    code_here(source)
    with summitry.open(tmp_path / "one.sqlite") as read, summitry.open(tmp_path / "two.sqlite") as entered:
        read.read(str(source), load_coder=FakeCoder)
        first = open_parts(str(tmp_path / "coded")).enter(entered)
        second = open_parts(str(tmp_path / "coded")).enter(entered)
        entered.link()
        assert (first.new, second.new, second.unchanged) == (first.read, 0, first.read)
        assert exported(entered) == exported(read)
        assert entered.counts()[0] > 0
        assert entered.incidents().to_dicts() == read.incidents().to_dicts()


def test_false_quotes_are_not_entered(tmp_path: Path, code_here: CodeHere) -> None:
    source = tmp_path / "a.jsonl"
    source.write_text(f"{line(1)}\n{line(2, 'MISQUOTE')}\n", encoding="utf-8")
    code_here(source)
    with summitry.open(tmp_path / "one.sqlite") as record:
        summary = open_parts(str(tmp_path / "coded")).enter(record)
    assert [(item.source, item.code) for item in summary.skipped] == [(f"{source}:2", "coder-failed")]


def test_what_the_record_knows_otherwise_is_coded_anew(tmp_path: Path, code_here: CodeHere) -> None:
    """A record that has the text from a preferred address, with an earlier date, asks for its events at that date."""
    source = write_lines(tmp_path / "a.jsonl", range(1, 2))
    code_here(source)
    parts = open_parts(str(tmp_path / "coded"))
    with summitry.open(tmp_path / "one.sqlite") as record:
        record.read(str(source), published="1990-01-01", load_coder=lambda: FakeCoder(2))
        summary = record.add_coded(parts.read("fake 1"), "fake 1", load_coder=FakeCoder)
        [event] = record.events()
    assert (summary.updated, event.event.interval and event.event.interval.iso()[0]) == (1, "1990-01-01")

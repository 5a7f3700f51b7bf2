"""Raw documents out of JSON Lines, Parquet and web archives."""

from __future__ import annotations

import gzip
import io
from datetime import date
from pathlib import Path

import pyarrow
import pytest
from pyarrow import parquet
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from summitry.errors import InputError
from summitry.limits import Limits
from summitry.model import Document
from summitry.reading.sources import Skipped
from summitry.scale.inputs import document_of, raw_documents
from summitry.scale.storage import find_files

PAGE = """<html><head><title>Talks in Hanoi</title></head><body><article><h1>Talks in Hanoi</h1>
<p>The two delegations met in Hanoi on Tuesday and spoke for three hours about the border.</p>
<p>They agreed to meet again in spring, an official of the host country said after the talks.</p>
</article></body></html>"""


def read(path: Path) -> list[Document | Skipped]:
    [file] = find_files([str(path)])
    return [document_of(raw, file.name, Limits()) for raw in raw_documents(file, Limits())]


def test_lines_are_read_and_a_bad_one_is_skipped(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"id": "a", "text": "They met."}\nno json\n\n{"id": "b", "text": "They left."}\n', encoding="utf-8"
    )
    first, bad, last = read(path)
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert (first.id, last.id, last.address.source) == ("a", "b", f"{path}:4")
    assert isinstance(bad, Skipped)
    assert bad.code == "malformed"


def test_packed_lines_are_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"id": "a", "text": "They met."}\n'))
    assert [document.id for document in read(path) if isinstance(document, Document)] == ["a"]


def test_packed_lines_that_end_early_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"id": "a", "text": "They met."}\n' * 9)[:-12])
    with pytest.raises(InputError, match="end early"):
        read(path)


def test_rows_of_a_table_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    rows = {"id": ["a", "b"], "text": ["They met.", None], "published": [date(2019, 6, 20)] * 2, "other": [1, 2]}
    parquet.write_table(pyarrow.table(rows), path)
    first, empty = read(path)
    assert isinstance(first, Document)
    assert first.published is not None
    assert (first.id, first.published.first) == ("a", date(2019, 6, 20))
    assert isinstance(empty, Skipped)


def test_a_table_without_texts_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    parquet.write_table(pyarrow.table({"id": ["a"]}), path)
    with pytest.raises(InputError, match="no column called text"):
        read(path)


def test_a_damaged_table_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    path.write_bytes(b"PAR1 and no more")
    with pytest.raises(InputError, match="is damaged after row 0"):
        read(path)


def test_pages_of_a_web_archive_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for number, body in enumerate((PAGE, "")):
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            payload = io.BytesIO(body.encode("utf-8"))
            address = f"https://example.org/{number}"
            writer.write_record(writer.create_warc_record(address, "response", payload=payload, http_headers=headers))
    page, empty = read(path)
    assert isinstance(page, Document)
    assert page.address.url == "https://example.org/0"
    assert "spoke for three hours" in page.article_text
    assert isinstance(empty, Skipped)
    assert empty.code == "empty"


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"x")
    with pytest.raises(InputError, match="is none of"):
        read(path)

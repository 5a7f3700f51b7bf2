"""Raw documents out of JSON Lines, Parquet and web archives, and each made a Document where it is coded.

Cutting a file into raw documents is cheap and done by the process that hands out work; cleaning them, above all pages,
is dear and done by the workers.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, cast

from summitry.errors import InputError
from summitry.limits import Limits
from summitry.model import Document
from summitry.reading.jsonl import DocumentLine, read_jsonl_line, read_lines
from summitry.reading.reader import read_capture, skipped
from summitry.reading.sources import Skipped, suffix_of
from summitry.reading.unpacking import GZIP_MAGIC, GunzipStream
from summitry.reading.warc import Capture, read_warc
from summitry.scale.storage import Stored

__all__ = ["Raw", "RawLine", "RawPage", "document_of", "raw_documents"]

_BUFFER = 1 << 20
_ROWS = 64
"""Rows of a Parquet file taken at a time."""


@dataclass(frozen=True, slots=True)
class RawLine:
    """One line of JSON Lines, or one row of a table written as such.

    Args:
        number: its number in the file, from 1.
        data: its bytes, `None` where the line was too long to be read.
    """

    number: int
    data: bytes | None


@dataclass(frozen=True, slots=True)
class RawPage:
    """One answer of a web archive, or what is wrong with it."""

    capture: Capture | Skipped


Raw = RawLine | RawPage


def raw_documents(file: Stored, limits: Limits) -> Iterator[Raw]:
    """Yield the raw documents of a file, in its order.

    Raises:
        InputError: the file is of another kind, damaged or empty.
    """
    suffix = suffix_of(file.name)
    if suffix not in _READERS:
        raise InputError(file.name, f"is none of {', '.join(sorted(_READERS))}")
    try:
        with file.open() as stream:
            yield from _READERS[suffix](stream, file.name, limits)
    except OSError as error:
        raise InputError(file.name, f"cannot be read: {(error.strerror or str(error)).lower()}") from error


def document_of(raw: Raw, name: str, limits: Limits) -> Document | Skipped:
    """Return the Document that a raw one holds, or why it holds none.

    Args:
        raw: the raw document.
        name: the file that it came from.
        limits: what it may cost.
    """
    try:
        if isinstance(raw, RawLine):
            return read_jsonl_line(name, raw.number, raw.data, limits)
        return raw.capture if isinstance(raw.capture, Skipped) else read_capture(raw.capture, name, limits)
    except InputError as error:
        return skipped(error)
    except Exception as error:  # noqa: BLE001  the document boundary: parsers of pages raise anything
        return Skipped(name, f"cannot be read: {type(error).__name__} in its parser", "damaged")


def _lines(stream: BinaryIO, name: str, limits: Limits) -> Iterator[RawLine]:
    buffered = io.BufferedReader(cast(io.RawIOBase, stream), _BUFFER)
    if buffered.peek(2)[:2] == GZIP_MAGIC:
        buffered = io.BufferedReader(GunzipStream(buffered, name, limits), _BUFFER)
    for number, line in read_lines(buffered, name, limits.unpacked_bytes):
        yield RawLine(number, line)


def _pages(stream: BinaryIO, name: str, limits: Limits) -> Iterator[RawPage]:
    for capture in read_warc(stream, name, limits):
        yield RawPage(skipped(capture) if isinstance(capture, InputError) else capture)


def _rows(stream: BinaryIO, name: str, limits: Limits) -> Iterator[RawLine]:
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    number = 0
    try:
        table = ParquetFile(stream)
        known = [column for column in table.schema_arrow.names if column in _COLUMNS]
        if "text" not in known:
            raise InputError(name, "has no column called text")
        for batch in table.iter_batches(_ROWS, columns=known):
            for row in batch.to_pylist():
                number += 1
                yield RawLine(number, json.dumps(row, ensure_ascii=True, default=_as_text).encode("ascii"))
    except ArrowException as error:
        raise InputError(name, f"is damaged after row {number}: {str(error).splitlines()[0]}") from error


def _as_text(value: Any) -> str:
    """Write a date or time of a table as ISO 8601."""
    return str(value.isoformat() if hasattr(value, "isoformat") else value)


_COLUMNS = {*DocumentLine.model_fields, "doc_id"}

_READERS: dict[str, Callable[[BinaryIO, str, Limits], Iterator[Raw]]] = {
    ".jsonl": _lines,
    ".ndjson": _lines,
    ".parquet": _rows,
    ".warc": _pages,
}

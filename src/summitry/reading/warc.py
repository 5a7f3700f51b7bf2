"""Web archives: the pages and texts among the answers that a crawler stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from summitry.errors import InputError, LimitError
from summitry.limits import Limits
from summitry.reading.unpacking import megabytes

__all__ = ["Capture", "read_warc"]

_KINDS = {
    "text/html": "page",
    "application/xhtml+xml": "page",
    "text/plain": "text",
    "application/pdf": "pdf",
}


@dataclass(frozen=True, slots=True)
class Capture:
    """One stored answer.

    Args:
        number: place of its record in the archive, from 1.
        url: address it was fetched from.
        record_id: `WARC-Record-ID`.
        kind: `page`, `text` or `pdf`.
        charset: encoding that the server declared, `""` where none.
        data: its body, unpacked.
    """

    number: int
    url: str
    record_id: str
    kind: str
    charset: str
    data: bytes


def read_warc(stream: BinaryIO, name: str, limits: Limits) -> Iterator[Capture | InputError]:
    """Yield the captures that may hold articles; an error in the place of one that is too large or damaged.

    Raises:
        InputError: the file is no web archive, or breaks off.
    """
    number = 0
    try:
        for record in ArchiveIterator(stream):
            number += 1
            if number > limits.feed_items:
                return
            capture = _read_record(record, number, name, limits)
            if capture is not None:
                yield capture
    except (ArchiveLoadFailed, EOFError, ValueError, AttributeError, UnicodeError) as error:
        raise InputError(name, _broken(number)) from error
    if number == 0:
        raise InputError(name, "is no web archive (WARC)")


def _broken(number: int) -> str:
    return f"is damaged after record {number}; what was read before is kept" if number else "is no web archive (WARC)"


def _read_record(record: ArcWarcRecord, number: int, name: str, limits: Limits) -> Capture | InputError | None:
    if record.rec_type not in ("response", "resource") or not _answered(record):
        return None
    kind, charset = _content_type(record)
    if kind not in _KINDS:
        return None
    where = f"{name}#{number}"
    data = record.content_stream().read(limits.unpacked_bytes + 1)
    if len(data) > limits.unpacked_bytes:
        return LimitError(where, f"unpacks to more than {megabytes(limits.unpacked_bytes)}")
    if not data.strip():
        return InputError(where, "is empty")
    url = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    return Capture(number, url, str(record.rec_headers.get_header("WARC-Record-ID") or ""), _KINDS[kind], charset, data)


def _answered(record: ArcWarcRecord) -> bool:
    """True for a page that was there: errors and redirections hold no article."""
    return record.http_headers is None or str(record.http_headers.get_statuscode()) == "200"


def _content_type(record: ArcWarcRecord) -> tuple[str, str]:
    headers = record.http_headers or record.rec_headers
    kind, _, rest = str(headers.get_header("Content-Type") or "").partition(";")
    charset = rest.partition("charset=")[2].partition(";")[0].strip(" \"'")
    return kind.strip().lower(), charset

"""One source in, its documents out. What cannot be read becomes a `Skipped`, and the rest goes on.

The readers of pages, feeds, PDF files and web archives are imported with the first source that needs them: the
libraries behind them take as long to import as a plain text takes to read.
"""

from __future__ import annotations

import io
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO, cast

from summitry.errors import InputError, LimitError
from summitry.limits import Limits
from summitry.model import Address, Document, Interval
from summitry.reading.documents import build_document
from summitry.reading.encoding import decode
from summitry.reading.formats import format_of
from summitry.reading.front_matter import read_front_matter
from summitry.reading.jsonl import read_jsonl_line, read_lines
from summitry.reading.mail import read_mail
from summitry.reading.sources import Code, Skipped, Source, suffix_of
from summitry.reading.unpacking import GZIP_MAGIC, GunzipStream, megabytes, read_all

if TYPE_CHECKING:
    from summitry.reading.feeds import Entry
    from summitry.reading.warc import Capture

__all__ = ["read_capture", "read_source", "skipped"]

_BUFFER = 1 << 16
_PEEK = 2_048


def read_source(
    source: Source, limits: Limits | None = None, published: Interval | None = None, publisher: str = ""
) -> Iterator[Document | Skipped]:
    """Read one source.

    Args:
        source: what `find_sources` found.
        limits: what one input may cost.
        published: date to set on every document of the source, whatever they say themselves.
        publisher: publisher to set likewise.

    Yields:
        each document, and one `Skipped` for each that could not be read. Never raises for bad input.
    """
    limits = limits or Limits()
    if source.problem:
        yield Skipped(source.name, source.problem, source.code)
        return
    for item in _guarded(source, lambda: _read(source, limits)):
        if isinstance(item, Document):
            yield replace(item, published=published or item.published, publisher=publisher or item.publisher)
        else:
            yield item


def _guarded(source: Source, read: Callable[[], Iterator[Document | Skipped]]) -> Iterator[Document | Skipped]:
    """The document boundary: whatever goes wrong within it ends as one line, and the run goes on."""
    try:
        yield from read()
    except InputError as error:
        yield skipped(error)
    except FileNotFoundError:
        yield Skipped(source.name, "is not there", "not-found")
    except OSError as error:
        yield Skipped(source.name, f"cannot be read: {(error.strerror or str(error)).lower()}", "unreadable")
    except MemoryError:
        yield Skipped(source.name, "needs more memory than there is", "limit")
    except Exception as error:  # noqa: BLE001 (the one boundary: parsers of foreign formats raise anything)
        yield Skipped(source.name, f"cannot be read: {type(error).__name__} in its parser", "damaged")


def skipped(error: InputError) -> Skipped:
    """Turn an error into the value that is passed on."""
    return Skipped(error.source, error.reason, _code(error))


def _code(error: InputError) -> Code:
    if isinstance(error, LimitError):
        return "limit"
    for words, code in _CODES:
        if words in error.reason:
            return code
    return "malformed"


_CODES: tuple[tuple[str, Code], ...] = (
    ("is empty", "empty"),
    ("password", "encrypted"),
    ("entities", "unsafe"),
    ("not text", "binary"),
    ("damaged", "damaged"),
    ("end early", "damaged"),
    ("no article text", "no-text"),
    ("without text", "no-text"),
    ("no text part", "no-text"),
    ("is not there", "not-found"),
    ("not a file", "unreadable"),
)


def _read(source: Source, limits: Limits) -> Iterator[Document | Skipped]:
    with _open(source, limits) as (stream, format_):
        yield from _READERS[format_](stream, source.name, limits)


@contextmanager
def _open(source: Source, limits: Limits) -> Iterator[tuple[BinaryIO, str]]:
    """Open a source, unpacked if it is gzip, and tell its format."""
    if source.path is None:
        yield _unpack(cast(BinaryIO, sys.stdin.buffer), source.name, limits)
        return
    status = source.path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise InputError(source.name, "is not a file")
    suffix = suffix_of(source.name)
    if suffix not in _STREAMED and status.st_size > limits.file_bytes:
        raise LimitError(source.name, f"is larger than {megabytes(limits.file_bytes)}")
    with source.path.open("rb") as file:
        yield _unpack(file, source.name, limits)


_STREAMED = frozenset({".jsonl", ".ndjson", ".warc"})


def _unpack(file: BinaryIO, name: str, limits: Limits) -> tuple[BinaryIO, str]:
    stream = file if isinstance(file, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, file), _BUFFER)
    if stream.peek(2)[:2] == GZIP_MAGIC:
        stream = io.BufferedReader(GunzipStream(stream, name, limits), _BUFFER)
    return stream, format_of(suffix_of(name), stream.peek(_PEEK)[:_PEEK])


def _whole(stream: BinaryIO, name: str, limits: Limits) -> bytes:
    """Read a source that is one document."""
    packed = isinstance(getattr(stream, "raw", None), GunzipStream)
    limit = limits.unpacked_bytes if packed else limits.file_bytes
    data = read_all(stream, name, limit, "unpacks to more than" if packed else "is larger than")
    if not data.strip():
        raise InputError(name, "is empty")
    return data


def _read_text(stream: BinaryIO, name: str, limits: Limits) -> Iterator[Document]:
    data = _whole(stream, name, limits)
    yield build_document(decode(data, name), Address(name), data, limits)


def _read_markdown(stream: BinaryIO, name: str, limits: Limits) -> Iterator[Document]:
    data = _whole(stream, name, limits)
    text = decode(data, name)
    front = read_front_matter(text)
    yield build_document(
        text,
        Address(name, front.url),
        data,
        limits,
        title=front.title,
        published=front.published,
        author=front.author,
        markdown=True,
        skip=front.end,
    )


def _read_page(stream: BinaryIO, name: str, limits: Limits) -> Iterator[Document]:
    yield _page(_whole(stream, name, limits), Address(name), limits)


def _page(data: bytes, address: Address, limits: Limits, published: Interval | None = None) -> Document:
    from summitry.reading.pages import read_html

    page = read_html(data, address.url, limits, address.source)
    body = page.text
    text = body if not page.title or body.startswith(page.title) else f"{page.title}\n\n{body}"
    return build_document(
        text,
        replace(address, url=address.url or page.url),
        data,
        limits,
        title=page.title,
        published=published or page.published,
        publisher=page.publisher,
        author=page.author,
        language=page.language,
    )


def _read_pdf(stream: BinaryIO, name: str, limits: Limits) -> Iterator[Document]:
    yield _pdf(_whole(stream, name, limits), Address(name), limits)


def _pdf(data: bytes, address: Address, limits: Limits) -> Document:
    from summitry.reading.pdf import read_pdf

    text, title = read_pdf(data, address.source, limits)
    return build_document(text, address, data, limits, title=title)


def _read_mail(stream: BinaryIO, name: str, limits: Limits) -> Iterator[Document]:
    data = _whole(stream, name, limits)
    mail = read_mail(data, name)
    address = Address(name, mail.url, mail.message_id)
    if mail.page and (mail.url or not mail.plain):
        found = _page(mail.page, address, limits, None if mail.url else mail.published)
        yield replace(found, title=found.title or mail.subject, published=found.published or mail.published)
        return
    text = f"{mail.subject}\n\n{mail.plain}" if mail.subject else mail.plain
    yield build_document(
        text, address, data, limits, title=mail.subject, published=mail.published, publisher=mail.sender
    )


def _read_feed(stream: BinaryIO, name: str, limits: Limits) -> Iterator[Document | Skipped]:
    from summitry.reading.feeds import read_feed

    for entry in read_feed(_whole(stream, name, limits), name, limits):
        yield _kept_or_skipped(lambda entry=entry: _entry(entry, name, limits))  # type: ignore[misc]


def _entry(entry: Entry, name: str, limits: Limits) -> Document:
    return build_document(
        entry.text,
        Address(f"{name}#{entry.number}", entry.url, entry.guid),
        entry.raw,
        limits,
        title=entry.title,
        published=entry.published,
        publisher=entry.publisher,
        author=entry.author,
    )


def _read_jsonl(stream: BinaryIO, name: str, limits: Limits) -> Iterator[Document | Skipped]:
    count = 0
    for number, line in read_lines(stream, name, limits.unpacked_bytes):
        count += 1
        if count > limits.feed_items:
            raise LimitError(name, f"holds more than {limits.feed_items:,} lines")
        yield _kept_or_skipped(lambda n=number, x=line: read_jsonl_line(name, n, x, limits))  # type: ignore[misc]
    if not count:
        raise InputError(name, "is empty")


def _read_warc(stream: BinaryIO, name: str, limits: Limits) -> Iterator[Document | Skipped]:
    from summitry.reading.warc import read_warc

    for capture in read_warc(stream, name, limits):
        if isinstance(capture, InputError):
            yield skipped(capture)
        else:
            yield _kept_or_skipped(lambda capture=capture: read_capture(capture, name, limits))  # type: ignore[misc]


def read_capture(capture: Capture, name: str, limits: Limits) -> Document:
    """Return the document that one answer of a web archive holds.

    Raises:
        InputError: it holds none.
    """
    address = Address(f"{name}#{capture.number}", capture.url, capture.record_id)
    if capture.kind == "page":
        return _page(capture.data, address, limits)
    if capture.kind == "pdf":
        return _pdf(capture.data, address, limits)
    return build_document(decode(capture.data, address.source, capture.charset), address, capture.data, limits)


def _kept_or_skipped(read: Callable[[], Document]) -> Document | Skipped:
    """Read one of many documents of a source: a bad one does not stop the next."""
    try:
        return read()
    except InputError as error:
        return skipped(error)


_READERS: dict[str, Callable[[BinaryIO, str, Limits], Iterator[Document | Skipped]]] = {
    "feed": _read_feed,
    "html": _read_page,
    "jsonl": _read_jsonl,
    "mail": _read_mail,
    "markdown": _read_markdown,
    "pdf": _read_pdf,
    "text": _read_text,
    "warc": _read_warc,
}

"""Files cut into batches, each with a digest of all that its coding depends on: the name of the part it will become."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from summitry.reading.sources import Skipped
from summitry.scale.inputs import Raw, RawLine

__all__ = ["BATCH_BYTES", "BATCH_DOCUMENTS", "Batch", "cut"]

BATCH_DOCUMENTS = 64
"""Documents of a part: some seconds of work, so that a lost worker costs little and parts are not too many."""

BATCH_BYTES = 16_000_000
"""A batch ends early at so many bytes: pages are larger than texts."""

_DIGITS = 32


@dataclass(frozen=True, slots=True)
class Batch:
    """Raw documents that are coded and committed together.

    Args:
        source: the file that they come from.
        documents: the raw documents, in order.
        digest: names the part, hexadecimal.
    """

    source: str
    documents: tuple[Raw, ...]
    digest: str = ""


def cut(source: str, documents: Iterable[Raw], coder: str) -> Iterator[Batch]:
    """Yield the documents of a file in batches. The same file and coder give the same batches."""
    waiting: list[Raw] = []
    size = 0
    for document in documents:
        waiting.append(document)
        size += _size(document)
        if len(waiting) >= BATCH_DOCUMENTS or size >= BATCH_BYTES:
            yield _named(Batch(source, tuple(waiting)), coder)
            waiting, size = [], 0
    if waiting:
        yield _named(Batch(source, tuple(waiting)), coder)


def _named(batch: Batch, coder: str) -> Batch:
    """Return a batch with the digest of its coder, its source and all that its documents hold."""
    digest = hashlib.sha256()
    for field in (coder, batch.source, *(field for raw in batch.documents for field in _fields(raw))):
        data = field if isinstance(field, bytes) else field.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)  # so that no two lists of fields run into one another
    return replace(batch, digest=digest.hexdigest()[:_DIGITS])


def _fields(raw: Raw) -> Iterator[str | bytes]:
    if isinstance(raw, RawLine):
        yield from (f"line {raw.number}", "no bytes" if raw.data is None else raw.data)
    elif isinstance(raw.capture, Skipped):
        yield from ("skipped", raw.capture.source, raw.capture.reason)
    else:
        page = raw.capture
        yield from (f"page {page.number}", page.url, page.record_id, page.kind, page.charset, page.data)


def _size(raw: Raw) -> int:
    data = raw.data if isinstance(raw, RawLine) else None if isinstance(raw.capture, Skipped) else raw.capture.data
    return len(data or b"")

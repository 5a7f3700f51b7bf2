"""The folder of parts: what is committed there, what is done, and all of it read back.

    DIR/parts/DIGEST.parquet    coded documents with their events; named by the digest of what they were made from
    DIR/sources/DIGEST.json     one for each input file that is done: its stamp, its coder, its parts in order

A part counts when an input lists it. One that none lists belongs to an input under way, or to an earlier state of an
input that has changed; that is why nothing is doubled when a worker dies after writing and before reporting.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass

from summitry.errors import DataError, UsageError
from summitry.model import CodedDocument
from summitry.record import ReadSummary, Record, SkippedInput
from summitry.record.summary import ProgressCallback
from summitry.scale.columns import coded_of, part_schema, row_of
from summitry.scale.storage import Folder

__all__ = ["CodedParts", "DoneSource", "Tally", "open_parts", "pack_part"]

_SKIPPED = b"summitry_skipped"
_SOURCES, _PARTS = "sources", "parts"
_DIGITS = 32


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the documents of a part."""

    documents: int = 0
    events: int = 0
    skipped: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.documents + other.documents,
            self.events + other.events,
            self.skipped + other.skipped,
        )


@dataclass(frozen=True, slots=True)
class DoneSource:
    """An input file that is done.

    Args:
        source: its address.
        stamp: changes when the file does.
        coder: name and version of what read it.
        parts: digests of its parts, in the order of the file.
        problem: what kept the end of the file from being read, `""` where nothing did.
    """

    source: str
    stamp: str
    coder: str
    parts: tuple[str, ...]
    problem: str = ""


@dataclass(frozen=True, slots=True)
class CodedParts:
    """The parts in a folder. Use `open_parts` for one that should be there.

    Args:
        folder: where they lie.
    """

    folder: Folder

    def written(self) -> set[str]:
        """Return the digests of the parts that are there."""
        return {name.removesuffix(".parquet") for name in self.folder.names(_PARTS)}

    def done(self) -> dict[str, DoneSource]:
        """Return the inputs that are done, by address.

        Raises:
            DataError: what notes one is damaged.
        """
        found = (self._done(name) for name in sorted(self.folder.names(_SOURCES)))
        return {source.source: source for source in found}

    def commit(self, digest: str, data: bytes) -> None:
        """Write a part; done twice, it leaves the same file."""
        self.folder.put(f"{_PARTS}/{digest}.parquet", data)

    def finish(self, source: DoneSource, before: DoneSource | None) -> None:
        """Note that an input is done, then remove the parts of an earlier state of it."""
        line = json.dumps(asdict(source), ensure_ascii=False, indent=1)
        self.folder.put(f"{_SOURCES}/{_key(source.source)}.json", line.encode("utf-8", "backslashreplace"))
        for digest in sorted(set(before.parts) - set(source.parts) if before else ()):
            self.folder.remove(f"{_PARTS}/{digest}.parquet")

    def coders(self) -> tuple[str, ...]:
        """Return the coders whose work lies here."""
        return tuple(sorted({source.coder for source in self.done().values()}))

    def read(self, coder: str) -> Iterator[CodedDocument | SkippedInput]:
        """Yield what one coder made of all inputs that are done, in the order of inputs and documents.

        Raises:
            DataError: a part is damaged or gone.
        """
        for source in self.done().values():
            if source.coder == coder:
                for digest in source.parts:
                    yield from self._read_part(digest)
                if source.problem:
                    yield SkippedInput(source.source, "damaged", source.problem)

    def enter(self, record: Record, progress: ProgressCallback | None = None) -> ReadSummary:
        """Enter all into a record, without linking; done twice, it changes nothing.

        Raises:
            DataError: a part is damaged or gone; what was entered before it is kept.
            RecordError: the record could not be written.
        """
        total = ReadSummary()
        for coder in self.coders():
            total.add(record.add_coded(self.read(coder), coder, progress=progress, link=False))
        return total

    def _done(self, name: str) -> DoneSource:
        try:
            fields = json.loads(self.folder.get(f"{_SOURCES}/{name}"))
            return DoneSource(**fields | {"parts": tuple(fields["parts"])})
        except (ValueError, TypeError, KeyError) as error:
            raise DataError(f"{self.folder.address}/{_SOURCES}/{name} is damaged; remove it and code again") from error

    def _read_part(self, digest: str) -> Iterator[CodedDocument | SkippedInput]:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile

        name = f"{_PARTS}/{digest}.parquet"
        try:
            table = ParquetFile(io.BytesIO(self.folder.get(name)))
            skipped = json.loads((table.schema_arrow.metadata or {})[_SKIPPED])
            yield from [coded_of(row) for row in table.read().to_pylist()]
        except (ArrowException, OSError, KeyError, TypeError, ValueError) as error:
            raise DataError(f"{self.folder.address}/{name} is gone or damaged; remove it and code again") from error
        yield from (SkippedInput(**item) for item in skipped)


def open_parts(address: str) -> CodedParts:
    """Open a folder of parts to be read.

    Raises:
        UsageError: there are none.
    """
    parts = CodedParts(Folder(address.rstrip("/")))
    if not parts.folder.names(_SOURCES):
        raise UsageError(f"{address} holds no coded parts; `summitry code … --engine ray -o DIR` makes them")
    return parts


def pack_part(coded: Iterable[CodedDocument], skipped: Sequence[SkippedInput]) -> bytes:
    """Return the bytes of a part: the same for the same content."""
    import pyarrow as pa
    from pyarrow import parquet

    told = json.dumps([asdict(item) for item in skipped], ensure_ascii=True).encode("ascii")
    table = pa.Table.from_pylist([row_of(each) for each in coded], part_schema().with_metadata({_SKIPPED: told}))
    packed = io.BytesIO()
    parquet.write_table(table, packed, compression="zstd")
    return packed.getvalue()


def _key(source: str) -> str:
    return hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]

"""Addresses: where a document was found, and what each place tells about it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from summitry.model import Address, Document
from summitry.record.identity import Reading, preference
from summitry.record.rows import Metadata, metadata_columns, metadata_of, read_interval, read_metadata

__all__ = ["Addresses", "Spokesman"]


@dataclass(frozen=True, slots=True)
class Spokesman:
    """The address that speaks for a document: its wording and what it tells."""

    wording: int
    address: Address
    metadata: Metadata


@dataclass(frozen=True, slots=True)
class Addresses:
    """The table `addresses`."""

    connection: sqlite3.Connection

    def put(self, reading: Reading, wording: int, digest: str) -> bool:
        """Store what an address tells, in place of what an earlier reading of the same bytes told.

        A date or publisher that a person gave stays until a person gives another.

        Args:
            reading: what was read.
            wording: number of its wording.
            digest: digest of its text.

        Returns:
            Whether the same bytes had been read at this address before, to the same wording.
        """
        key = _key(reading.document)
        old = self.connection.execute(
            f"SELECT * FROM addresses WHERE {_KEY_IS}",  # constants only
            key,
        ).fetchone()
        reading = _keep_given(reading, old)
        columns = {
            "wording_number": wording,
            "published_given": int(reading.published_given),
            "publisher_given": int(reading.publisher_given),
            "preference": preference(reading, digest),
            **metadata_columns(metadata_of(reading.document)),
        }
        if old is None:
            columns |= dict(zip(_KEY, key, strict=True))
            names, marks = ", ".join(columns), ", ".join(f":{name}" for name in columns)
            self.connection.execute(f"INSERT INTO addresses ({names}) VALUES ({marks})", columns)
        elif any(old[name] != value for name, value in columns.items()):
            changes = ", ".join(f"{name} = :{name}" for name in columns)
            self.connection.execute(
                f"UPDATE addresses SET {changes} WHERE address_number = :address_number",
                columns | {"address_number": old["address_number"]},
            )
        return old is not None and old["wording_number"] == wording

    def speaking_for(self, wordings: Iterable[int]) -> Spokesman | None:
        """Return the preferred address of some wordings, `None` where none has an address any more."""
        numbers = sorted(set(wordings))
        row = self.connection.execute(
            f"SELECT * FROM addresses WHERE wording_number IN ({_marks(numbers)}) ORDER BY preference LIMIT 1", numbers
        ).fetchone()
        if row is None:
            return None
        address = Address(row["source"], row["url"], row["source_id"])
        return Spokesman(row["wording_number"], address, read_metadata(row))

    def drop_earlier_edits(self, document: Document, wordings: Sequence[int]) -> None:
        """Forget what a file or page said before it was edited: the same address, other bytes, nearly the same text."""
        source, url, source_id, digest = _key(document)
        self.connection.execute(
            "DELETE FROM addresses WHERE source = ? AND url = ? AND source_id = ? AND input_digest <> ? "
            f"AND wording_number IN ({_marks(wordings)})",
            (source, url, source_id, digest, *wordings),
        )


_KEY = ("source", "url", "source_id", "input_digest")
_KEY_IS = " AND ".join(f"{name} = ?" for name in _KEY)


def _key(document: Document) -> tuple[str, str, str, str]:
    address = document.address
    return address.source, address.url, address.source_id, document.digest


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" for _ in values)


def _keep_given(reading: Reading, old: sqlite3.Row | None) -> Reading:
    """Return the reading with the date and publisher that a person gave to its address before."""
    if old is None:
        return reading
    document, published_given, publisher_given = reading.document, reading.published_given, reading.publisher_given
    if old["published_given"] and not published_given:
        document, published_given = replace(document, published=read_interval("published", old)), True
    if old["publisher_given"] and not publisher_given:
        document, publisher_given = replace(document, publisher=old["publisher"]), True
    return Reading(document, published_given, publisher_given)

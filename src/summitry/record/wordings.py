"""Wordings met before: the same text, or nearly the same, found again elsewhere."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from summitry.model import Document

__all__ = ["Signer", "Wordings", "bundled_signer"]


@dataclass(frozen=True, slots=True)
class Signer:
    """How near-duplicates are told.

    Args:
        sign: the signature of a document's article, as bytes that are stored.
        bands: keys (signed 64-bit) of which two near-duplicates share at least one.
        same: whether two signatures are of nearly the same text; symmetric.
    """

    sign: Callable[[Document], bytes]
    bands: Callable[[bytes], tuple[int, ...]]
    same: Callable[[bytes, bytes], bool]


@dataclass(frozen=True, slots=True)
class Wordings:
    """The tables `wordings` and `bands`: which documents a text is a wording of.

    Wordings are joined through chains (if A is near B and B near C, all three are one document):
    only so is the outcome the same in whatever order they are met.
    """

    connection: sqlite3.Connection
    signer: Signer

    def find(self, digest: str) -> int | None:
        """Return the number of a wording already met, by the digest of its text."""
        row = self.connection.execute("SELECT wording_number FROM wordings WHERE text_digest = ?", (digest,)).fetchone()
        return None if row is None else int(row[0])

    def add(self, digest: str, document: Document) -> int:
        """Store a wording not met before and return its number."""
        signature = self.signer.sign(document)
        cursor = self.connection.execute(
            "INSERT INTO wordings (text_digest, signature) VALUES (?, ?)", (digest, signature)
        )
        number = cursor.lastrowid
        assert number is not None
        self.connection.executemany(
            "INSERT OR IGNORE INTO bands (band_key, wording_number) VALUES (?, ?)",
            [(key, number) for key in self.signer.bands(signature)],
        )
        return number

    def documents_of(self, wording: int) -> tuple[int, ...]:
        """Return the numbers of the documents that a wording belongs to or is near to, ascending."""
        signature, own = self.connection.execute(
            "SELECT signature, document_number FROM wordings WHERE wording_number = ?", (wording,)
        ).fetchone()
        if own is not None:
            return (own,)
        found = {number for number, other in self._candidates(wording) if self.signer.same(signature, other)}
        return tuple(sorted(found))

    def of_documents(self, documents: tuple[int, ...]) -> set[int]:
        """Return the numbers of all wordings of some documents."""
        marks = ", ".join("?" for _ in documents)
        rows = self.connection.execute(
            f"SELECT wording_number FROM wordings WHERE document_number IN ({marks})", documents
        )
        return {number for (number,) in rows}

    def drop_unaddressed(self, document: int) -> None:
        """Forget a document's wordings that no address gives any more, save the one whose text it keeps."""
        self.connection.execute(
            "DELETE FROM wordings WHERE document_number = ? "
            "AND wording_number NOT IN (SELECT wording_number FROM addresses) "
            "AND text_digest NOT IN (SELECT text_digest FROM documents WHERE document_number = ?)",
            (document, document),
        )

    def assign(self, wording: int, winner: int, losers: tuple[int, ...]) -> None:
        """Make a wording, and all wordings of the losing documents, wordings of the winner."""
        self.connection.execute("UPDATE wordings SET document_number = ? WHERE wording_number = ?", (winner, wording))
        self.connection.executemany(
            "UPDATE wordings SET document_number = ? WHERE document_number = ?", [(winner, loser) for loser in losers]
        )

    def _candidates(self, wording: int) -> list[tuple[int, bytes]]:
        return self.connection.execute(
            "SELECT DISTINCT w.document_number, w.signature FROM bands mine "
            "JOIN bands theirs ON theirs.band_key = mine.band_key AND theirs.wording_number <> mine.wording_number "
            "JOIN wordings w ON w.wording_number = theirs.wording_number "
            "WHERE mine.wording_number = ? AND w.document_number IS NOT NULL",
            (wording,),
        ).fetchall()


@cache
def bundled_signer() -> Signer:
    """Return the near-duplicate measure of the reading stage, its index kept in the record instead of in memory."""
    from summitry.reading import Deduplicator, signature_of  # numpy and parsers of pages take a second to import

    def same(one: bytes, other: bytes) -> bool:
        seen = Deduplicator()
        seen.restore("one", one)
        return seen.find_signature(other) is not None

    return Signer(signature_of, _band_keys, same)


_HEAD_BYTES, _BAND_BYTES = 2, 5 * 4
"""A signature is two bytes of length and 128 values of four; five values make a band, as in `Deduplicator`."""


def _band_keys(signature: bytes) -> tuple[int, ...]:
    """Return one key for each whole band of a signature, equal where the band's values are."""
    values = signature[_HEAD_BYTES:]
    starts = range(0, len(values) - _BAND_BYTES + 1, _BAND_BYTES)
    return tuple(_key(start, values[start : start + _BAND_BYTES]) for start in starts)


def _key(place: int, band: bytes) -> int:
    digest = hashlib.blake2b(place.to_bytes(2, "big") + band, digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)

"""One reading entered in the record: which document it belongs to, and whether that must be coded.

A document is all the wordings of one article, at all their addresses. The address with the least
`preference` speaks for it: its wording is stored and coded, with its date and publisher. So what
is stored depends on the set of readings alone, never on their order.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from typing import Literal

from summitry.model import CodedDocument, Document, document_id, text_digest
from summitry.record.addresses import Addresses, Spokesman
from summitry.record.identity import Reading
from summitry.record.wordings import Signer, Wordings
from summitry.record.writing import Documents

__all__ = ["NeedsCoding", "Outcome", "Store"]

Outcome = Literal["new", "updated", "unchanged", "duplicate"]


@dataclass(frozen=True, slots=True)
class NeedsCoding:
    """Nothing was decided: the document must be coded first, as it stands here."""

    document: Document


@dataclass(frozen=True, slots=True)
class Store:
    """Enters readings, inside a transaction that the caller holds."""

    connection: sqlite3.Connection
    signer: Signer

    def enter(self, reading: Reading, coder: str, coded: CodedDocument | None = None) -> Outcome | NeedsCoding:
        """Enter one reading, or say that it must be coded first and leave the record as it was.

        Args:
            reading: what was read.
            coder: name and version of the coder at work.
            coded: the document that an earlier `NeedsCoding` asked for, coded.

        Returns:
            What became of the reading. `updated` means that a document already stored was coded
            anew, `duplicate` that the reading is one more address of a document.

        Raises:
            InputError: the coder quotes words that do not stand where it says.
        """
        self.connection.execute("SAVEPOINT reading")
        try:
            outcome = self._enter(reading, coder, coded)
            if isinstance(outcome, NeedsCoding):
                self.connection.execute("ROLLBACK TO reading")
        except BaseException:
            self._release("ROLLBACK TO reading")
            raise
        self._release()
        return outcome

    def _release(self, *before: str) -> None:
        """End the savepoint, unless SQLite has rolled the whole transaction back already, as on a full disk."""
        for statement in (*before, "RELEASE reading"):
            if self.connection.in_transaction:
                self.connection.execute(statement)

    def _enter(self, reading: Reading, coder: str, coded: CodedDocument | None) -> Outcome | NeedsCoding:
        wordings, addresses, documents = self._tables()
        digest = text_digest(reading.document.text)
        wording = wordings.find(digest)
        if wording is None:
            wording = wordings.add(digest, reading.document)
        known = addresses.put(reading, wording, digest)
        cluster = wordings.documents_of(wording)
        kept = {documents.wording_of(number): number for number in cluster}
        if not known:
            addresses.drop_earlier_edits(reading.document, list(wordings.of_documents(cluster) - {wording}))
        spokesman = addresses.speaking_for({wording, *kept})
        assert spokesman is not None  # this reading has an address
        if spokesman.wording != wording:
            self._join(wording, kept[spokesman.wording], cluster)
            return "unchanged" if known else "duplicate"
        document = _as_told(reading.document, digest, spokesman)
        own = documents.number_of(digest)
        if own is not None and documents.is_coded(own, document, coder):
            self._join(wording, own, cluster)
            return "unchanged" if known else "duplicate"
        if coded is None or coded.document.as_read() != document:
            return NeedsCoding(document)
        self._join(wording, documents.put(coded, digest), cluster)
        return "updated" if own is not None else "duplicate" if cluster else "new"

    def _join(self, wording: int, winner: int, cluster: tuple[int, ...]) -> None:
        """Make one document of a wording and the documents it is near to."""
        wordings, _, documents = self._tables()
        losers = tuple(number for number in cluster if number != winner)
        wordings.assign(wording, winner, losers)
        documents.remove(losers)
        wordings.drop_unaddressed(winner)

    def _tables(self) -> tuple[Wordings, Addresses, Documents]:
        connection = self.connection
        return Wordings(connection, self.signer), Addresses(connection), Documents(connection)


def _as_told(document: Document, digest: str, spokesman: Spokesman) -> Document:
    """Return a document with its id in the record and the metadata that its preferred address tells."""
    told = spokesman.metadata
    return replace(
        document,
        id=document_id(digest),
        article=told.article,
        title=told.title,
        published=told.published,
        publisher=told.publisher,
        author=told.author,
        language=told.language,
        digest=told.input_digest,
        address=spokesman.address,
    )

"""Documents and their events written to the record, each document wholly or not at all."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from summitry.coding.claims import claim_to_json
from summitry.errors import InputError
from summitry.linking import acting_key, link_key, person_key
from summitry.model import Claim, CodedDocument, Document, Event, document_id
from summitry.record.folding import fold
from summitry.record.identity import event_id, fingerprint
from summitry.record.rows import interval_columns, metadata_columns, metadata_of

__all__ = ["Documents", "check_quotes"]


@dataclass(frozen=True, slots=True)
class Documents:
    """The tables `documents`, `events`, `participants`, `evidence` and `claims`."""

    connection: sqlite3.Connection

    def number_of(self, digest: str) -> int | None:
        """Return a document's number by the digest of its text, `None` where it is not stored."""
        row = self.connection.execute(
            "SELECT document_number FROM documents WHERE text_digest = ?", (digest,)
        ).fetchone()
        return None if row is None else int(row[0])

    def wording_of(self, number: int) -> int:
        """Return the wording whose text a document keeps."""
        row = self.connection.execute(
            "SELECT w.wording_number FROM documents d JOIN wordings w USING (text_digest) WHERE d.document_number = ?",
            (number,),
        ).fetchone()
        return int(row[0])

    def is_coded(self, number: int, document: Document, coder: str) -> bool:
        """Return whether a document's events were made from just this, by this coder."""
        row = self.connection.execute(
            "SELECT fingerprint FROM documents WHERE document_number = ?", (number,)
        ).fetchone()
        return bool(row[0] == fingerprint(document, coder))

    def put(self, coded: CodedDocument, digest: str) -> int:
        """Store a document and its events in place of whatever was stored of the same text.

        Args:
            coded: the document, its events and their coder.
            digest: digest of the document's text.

        Returns:
            The document's number.

        Raises:
            InputError: the coder quotes words that do not stand where it says.
        """
        check_quotes(coded)
        number = self._put_document(coded, digest)
        by_id = _by_id(coded, document_id(digest))
        stored = self.connection.execute("SELECT event_id FROM events WHERE document_number = ?", (number,)).fetchall()
        gone = [(key,) for (key,) in stored if key not in by_id]
        self.connection.executemany("DELETE FROM events WHERE event_id = ?", gone)
        events = {self._put_event(number, key, by_id[key], coded.coder): by_id[key] for key in sorted(by_id)}
        if stored:
            self._forget_words(events)
        self._put_words(events)
        self._put_claims(number, coded.claims)
        return number

    def remove(self, numbers: tuple[int, ...]) -> None:
        """Remove documents with their events; their addresses are kept by the wordings."""
        self.connection.executemany("DELETE FROM documents WHERE document_number = ?", [(n,) for n in numbers])

    def _put_document(self, coded: CodedDocument, digest: str) -> int:
        document = coded.document
        columns: dict[str, object] = {
            "document_id": document_id(digest),
            "text_digest": digest,
            "text": document.text,
            **metadata_columns(metadata_of(document)),
            "coder": coded.coder,
            "fingerprint": fingerprint(document.as_read(), coded.coder),
        }
        names, marks = ", ".join(columns), ", ".join(f":{name}" for name in columns)
        changes = ", ".join(
            f"{name} = excluded.{name}" for name in columns if name not in ("document_id", "text_digest", "text")
        )
        row = self.connection.execute(
            f"INSERT INTO documents ({names}) VALUES ({marks}) "
            f"ON CONFLICT (text_digest) DO UPDATE SET {changes} RETURNING document_number",
            columns,
        ).fetchone()
        return int(row[0])

    def _put_event(self, document_number: int, key: str, event: Event, coder: str) -> int:
        """Store an event without its participants and evidence, and return its number."""
        columns: dict[str, object] = {
            "event_id": key,
            "document_number": document_number,
            "type": event.type,
            "mode": event.mode,
            **interval_columns("interval", event.interval),
            "place": event.place,
            "status": event.status,
            "according_to": event.according_to,
            "count": event.count,
            "contexts": json.dumps(event.contexts, ensure_ascii=False),
            "score": event.score,
            "rule": event.rule,
            "coder": coder,
            "link_key": link_key(event),
            "acting_key": acting_key(event),
            "person_key": person_key(event),
            "linked": 0,
        }
        names, marks = ", ".join(columns), ", ".join(f":{name}" for name in columns)
        changes = ", ".join(f"{name} = excluded.{name}" for name in columns if name != "event_id")
        # An event found again keeps its row, so that what refers to it goes on referring to it.
        (number,) = self.connection.execute(
            f"INSERT INTO events ({names}) VALUES ({marks}) "
            f"ON CONFLICT (event_id) DO UPDATE SET {changes} RETURNING event_number",
            columns,
        ).fetchone()
        return int(number)

    def _forget_words(self, numbers: Iterable[int]) -> None:
        """Remove the participants and the evidence of some events."""
        for table in ("participants", "evidence"):
            self.connection.executemany(f"DELETE FROM {table} WHERE event_number = ?", [(n,) for n in numbers])

    def _put_words(self, events: Mapping[int, Event]) -> None:
        """Store the participants and the evidence of a document's events, which are given by their numbers."""
        self.connection.executemany(
            "INSERT INTO participants VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (number, position, p.role, p.actor_id, p.name, fold(p.name), p.state, p.office, p.kind, p.surface)
                + (p.span or (None, None))
                + (p.score, json.dumps(p.reasons, ensure_ascii=False))
                for number, event in events.items()
                for position, p in enumerate(event.participants)
            ],
        )
        self.connection.executemany(
            "INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?)",
            [
                (number, position, e.start, e.end, e.quote, e.sentence)
                for number, event in events.items()
                for position, e in enumerate(event.evidence)
            ],
        )

    def _put_claims(self, document_number: int, claims: tuple[Claim, ...]) -> None:
        self.connection.execute("DELETE FROM claims WHERE document_number = ?", (document_number,))
        rows = []
        for position, claim in enumerate(claims):
            written = json.dumps(claim_to_json(claim, f"c{position + 1}"), ensure_ascii=False)
            words = claim.evidence
            rows.append((document_number, position, claim.kind, words.start, words.end, words.quote, written))
        self.connection.executemany("INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?, ?)", rows)


def _by_id(coded: CodedDocument, document: str) -> dict[str, Event]:
    """Return a document's events by their ids; of two that say the same, the one with the higher score."""
    found: dict[str, Event] = {}
    for event in coded.events:
        key = event_id(document, event)
        if key not in found or found[key].score < event.score:
            found[key] = event
    return found


def check_quotes(coded: CodedDocument) -> None:
    """Hold every quote of a coded document against its text.

    Raises:
        InputError: a quote or a participant's words do not stand at their offsets, or an event
            has no evidence.
    """
    text, source = coded.document.text, coded.document.address.source or coded.document.id
    for event in coded.events:
        if not event.evidence:
            raise InputError(source, f"the coder gave no evidence for an event of type {event.type}")
        quotes = [((e.start, e.end), e.quote) for e in event.evidence]
        quotes += [(p.span, p.surface) for p in event.participants if p.span is not None]
        for (start, end), quote in quotes:
            if not 0 <= start < end <= len(text) or text[start:end] != quote:
                raise InputError(
                    source, f"the coder quotes words that do not stand at [{start}, {end}]: {quote[:60]!r}"
                )

"""Questions to the record: which events and documents it holds."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import get_args

from summitry.coding.claims import claim_from_json
from summitry.errors import UsageError
from summitry.linking import Report
from summitry.model import Address, ClaimKind, Document, Event, EventType, Evidence, Participant, Status
from summitry.record.narrowing import EventFilter, narrowed
from summitry.record.rows import read_article, read_interval, read_list
from summitry.record.values import RecordedClaim, RecordedDocument, RecordedEvent

__all__ = [
    "EventFilter",
    "find_claims",
    "find_documents",
    "find_events",
    "one_of",
    "read_documents",
    "read_events",
    "read_reports",
]

_TIME_ORDER = (
    "ORDER BY e.interval_start IS NULL AND e.interval_end IS NULL, coalesce(e.interval_start, e.interval_end), "
    "coalesce(e.interval_end, '9999'), e.type, d.document_id, v.quote_start, e.event_id"
)
_CHUNK = 500


def find_events(connection: sqlite3.Connection, asked: EventFilter) -> list[int]:
    """Return the numbers of the events asked for, in order of time, undated last.

    Raises:
        UsageError: a date, a category or a status is none.
    """
    conditions, values = _conditions(connection, asked)
    where = f"WHERE {' AND '.join(conditions)} " if conditions else ""
    rows = connection.execute(
        "SELECT e.event_number FROM events e JOIN documents d USING (document_number) "
        f"JOIN evidence v ON v.event_number = e.event_number AND v.position = 0 {where}{_TIME_ORDER}",
        values,
    )
    return [number for (number,) in rows]


def _conditions(connection: sqlite3.Connection, asked: EventFilter) -> tuple[list[str], list[str]]:
    conditions, values = narrowed(connection, asked, "events")
    for column, value in (
        ("type", one_of("type", asked.type, get_args(EventType))),
        ("status", one_of("status", asked.status, get_args(Status))),
    ):
        if value:
            conditions.append(f"e.{column} = ?")
            values.append(value)
    return conditions, values


def one_of(field: str, value: str | None, allowed: Sequence[str]) -> str | None:
    """Return the word of a closed set that a user means, in any casing; `None` where nothing is asked.

    Raises:
        UsageError: there is no such word.
    """
    if value is None:
        return None
    for word in allowed:
        if word.casefold() == value.strip().casefold():
            return word
    raise UsageError(f"no {field} is called {value!r}; the {field} is one of {', '.join(allowed)}")


def read_events(connection: sqlite3.Connection, numbers: Sequence[int]) -> Iterator[RecordedEvent]:
    """Yield events whole, in the order of their numbers as given."""
    for chunk in _with_documents(connection, numbers):
        addresses = _addresses(connection, {row["document_number"] for row, _ in chunk})
        for row, event in chunk:
            yield RecordedEvent(
                id=row["event_id"],
                event=event,
                document_id=row["document_id"],
                title=row["title"],
                publisher=row["publisher"],
                published=read_interval("published", row),
                addresses=addresses[row["document_number"]],
                coder=row["coder"],
            )


def read_reports(connection: sqlite3.Connection, numbers: Sequence[int]) -> Iterator[Report]:
    """Yield events as linking chooses among them, in the order of their numbers as given."""
    for row, event in (pair for chunk in _with_documents(connection, numbers) for pair in chunk):
        yield Report(
            event_id=row["event_id"],
            event=event,
            document_id=row["document_id"],
            source=row["publisher"] or row["document_id"],
            published=date.fromisoformat(row["published_start"]) if row["published_start"] else None,
        )


def _with_documents(
    connection: sqlite3.Connection, numbers: Sequence[int]
) -> Iterator[list[tuple[sqlite3.Row, Event]]]:
    """Yield events, some at a time, each beside its row and what is told of its document."""
    for start in range(0, len(numbers), _CHUNK):
        chunk = numbers[start : start + _CHUNK]
        marks = ", ".join("?" for _ in chunk)
        rows = connection.execute(
            "SELECT e.*, d.document_id, d.title, d.publisher, d.published_start, d.published_end, "
            "d.published_precision, d.published_rule, d.published_anchor "
            f"FROM events e JOIN documents d USING (document_number) WHERE e.event_number IN ({marks})",
            chunk,
        )
        by_number = {row["event_number"]: row for row in rows}
        if missing := set(chunk) - set(by_number):
            raise sqlite3.DatabaseError(
                f"event {min(missing)} is gone: the record was written meanwhile, then run again; "
                "or it is damaged, then `summitry check-record` tells"
            )
        participants = _participants(connection, chunk, marks)
        evidence = _evidence(connection, chunk, marks)
        yield [(by_number[n], _event(by_number[n], participants[n], evidence[n])) for n in chunk]


def _event(row: sqlite3.Row, participants: Iterable[Participant], evidence: Iterable[Evidence]) -> Event:
    return Event(
        type=row["type"],
        mode=row["mode"],
        participants=tuple(participants),
        interval=read_interval("interval", row),
        place=row["place"],
        status=row["status"],
        according_to=row["according_to"],
        count=row["count"],
        evidence=tuple(evidence),
        contexts=tuple(read_list(row["contexts"])),
        score=row["score"],
        rule=row["rule"],
    )


def _participants(connection: sqlite3.Connection, numbers: Sequence[int], marks: str) -> dict[int, list[Participant]]:
    found: dict[int, list[Participant]] = defaultdict(list)
    for row in connection.execute(
        f"SELECT * FROM participants WHERE event_number IN ({marks}) ORDER BY event_number, position", numbers
    ):
        span = None if row["surface_start"] is None else (row["surface_start"], row["surface_end"])
        found[row["event_number"]].append(
            Participant(
                row["role"],
                row["name"],
                row["state_code"],
                row["office"],
                row["kind"],
                row["actor_id"],
                row["surface"],
                span,
                row["score"],
                tuple(read_list(row["reasons"])),
            )
        )
    return found


def _evidence(connection: sqlite3.Connection, numbers: Sequence[int], marks: str) -> dict[int, list[Evidence]]:
    found: dict[int, list[Evidence]] = defaultdict(list)
    for row in connection.execute(
        f"SELECT * FROM evidence WHERE event_number IN ({marks}) ORDER BY event_number, position", numbers
    ):
        found[row["event_number"]].append(Evidence(row["quote_start"], row["quote_end"], row["quote"], row["sentence"]))
    return found


def _addresses(connection: sqlite3.Connection, documents: Iterable[int]) -> dict[int, tuple[Address, ...]]:
    numbers = sorted(documents)
    found: dict[int, list[Address]] = {number: [] for number in numbers}
    for row in connection.execute(
        "SELECT DISTINCT w.document_number, a.source, a.url, a.source_id FROM addresses a "
        f"JOIN wordings w USING (wording_number) WHERE w.document_number IN ({', '.join('?' for _ in numbers)}) "
        "ORDER BY w.document_number, a.source, a.url, a.source_id",
        numbers,
    ):
        found[row["document_number"]].append(Address(row["source"], row["url"], row["source_id"]))
    return {number: tuple(addresses) for number, addresses in found.items()}


def find_documents(connection: sqlite3.Connection, search: str = "") -> list[int]:
    """Return the numbers of documents in order of publication, undated last.

    Args:
        connection: the record.
        search: words that title or text must all hold; every word is taken literally.
    """
    words = search.split()
    condition, values = "", []
    if words:
        # A quoted string is an FTS5 phrase whatever it holds (sqlite.org/fts5.html, section 3.1).
        values = [" ".join('"' + word.replace('"', '""').replace("\x00", "") + '"' for word in words)]
        condition = "WHERE document_number IN (SELECT rowid FROM documents_search WHERE documents_search MATCH ?) "
    rows = connection.execute(
        f"SELECT document_number FROM documents {condition}"
        "ORDER BY published_start IS NULL, published_start, document_id",
        values,
    )
    return [number for (number,) in rows]


def read_documents(connection: sqlite3.Connection, numbers: Iterable[int]) -> Iterator[RecordedDocument]:
    """Yield documents whole, in the order of their numbers as given."""
    for number in numbers:
        row = connection.execute("SELECT * FROM documents WHERE document_number = ?", (number,)).fetchone()
        speaker = connection.execute(
            "SELECT a.source, a.url, a.source_id FROM addresses a JOIN wordings w USING (wording_number) "
            "WHERE w.text_digest = ? ORDER BY a.preference LIMIT 1",
            (row["text_digest"],),
        ).fetchone()
        document = Document(
            id=row["document_id"],
            text=row["text"],
            article=read_article(row["article"]),
            title=row["title"],
            published=read_interval("published", row),
            publisher=row["publisher"],
            address=Address(*speaker) if speaker else Address(""),
            digest=row["input_digest"],
            author=row["author"],
            language=row["language_code"],
        )
        yield RecordedDocument(document, _addresses(connection, [number])[number], row["coder"])


def find_claims(
    connection: sqlite3.Connection, kind: str | None = None, document: int | None = None
) -> Iterator[RecordedClaim]:
    """Yield claims in order of publication, then of the text.

    Args:
        connection: the record.
        kind: only claims of this kind.
        document: only claims of the document of this number.

    Raises:
        UsageError: there is no such kind.
    """
    word = one_of("kind of claim", kind, get_args(ClaimKind))
    rows = connection.execute(
        "SELECT c.claim, d.* FROM claims c JOIN documents d USING (document_number) "
        "WHERE (?1 IS NULL OR c.kind = ?1) AND (?2 IS NULL OR c.document_number = ?2) "
        "ORDER BY d.published_start IS NULL, d.published_start, d.document_id, c.position",
        (word, document),
    )
    for row in rows:
        yield RecordedClaim(
            claim_from_json(json.loads(row["claim"])),
            row["document_id"],
            row["title"],
            row["publisher"],
            row["author"],
            read_interval("published", row),
        )

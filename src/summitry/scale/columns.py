"""The columns of a part, and coded documents as rows of them and back.

A row is a document with its text and all its events inside, so that one file commits both.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from summitry.coding.claims import claim_from_json, claim_to_json
from summitry.model import (
    Address,
    CodedDocument,
    Document,
    Event,
    Evidence,
    Interval,
    Participant,
    document_id,
    text_digest,
)
from summitry.record.runs import storable

if TYPE_CHECKING:
    import pyarrow

__all__ = ["coded_of", "part_schema", "row_of"]


def part_schema() -> pyarrow.Schema:
    """Return the columns of a part."""
    import pyarrow as pa

    text, number, days = pa.string(), pa.int64(), pa.date32()
    interval = {"start": days, "end": days, "precision": text, "rule": text, "anchor": text}
    participant = dict.fromkeys(("role", "name", "state", "office", "kind", "actor_id", "surface"), text)
    participant |= {"start": number, "end": number, "score": pa.float64(), "reasons": pa.list_(text)}
    evidence = {"start": number, "end": number, "quote": text, "sentence": text}
    event = dict.fromkeys(("type", "mode", "place", "status", "according_to", "rule"), text)
    event |= {"count": number, "score": pa.float64(), "contexts": pa.list_(text), "interval": _struct(interval)}
    event |= {"participants": pa.list_(_struct(participant)), "evidence": pa.list_(_struct(evidence))}
    own = dict.fromkeys(("document_id", "own_id", "text_digest", "input_digest"), text)
    own |= dict.fromkeys(("source", "url", "source_id", "title", "publisher", "author", "language_code"), text)
    own |= {"text": pa.large_string(), "article": pa.list_(_struct({"start": number, "end": number}))}
    own |= {"published": _struct(interval), "coder": text, "events": pa.list_(_struct(event)), "claims": text}
    return pa.schema(list(own.items()))


def _struct(fields: dict[str, Any]) -> Any:
    import pyarrow as pa

    return pa.struct(list(fields.items()))


def row_of(coded: CodedDocument) -> dict[str, Any]:
    """Return a coded document as a row."""
    document = coded.document
    digest = text_digest(document.text)
    return {
        "document_id": document_id(digest),
        "own_id": document.id,
        "text_digest": digest,
        "input_digest": document.digest,
        "source": storable(document.address.source),
        "url": document.address.url,
        "source_id": document.address.source_id,
        "title": document.title,
        "publisher": document.publisher,
        "author": document.author,
        "language_code": document.language,
        "text": document.text,
        "article": [{"start": start, "end": end} for start, end in document.article],
        "published": _interval_row(document.published),
        "coder": coded.coder,
        "events": [_event_row(event) for event in coded.events],
        "claims": json.dumps([claim_to_json(c, f"c{i}") for i, c in enumerate(coded.claims, 1)], ensure_ascii=False),
    }


def coded_of(row: dict[str, Any]) -> CodedDocument:
    """Return the coded document of a row.

    Raises:
        KeyError, TypeError, ValueError: the row is none that `row_of` makes.
    """
    document = Document(
        id=row["own_id"],
        text=row["text"],
        article=tuple((span["start"], span["end"]) for span in row["article"]),
        title=row["title"],
        published=_interval(row["published"]),
        publisher=row["publisher"],
        address=Address(row["source"], row["url"], row["source_id"]),
        digest=row["input_digest"],
        author=row["author"],
        language=row["language_code"],
    )
    claims = tuple(map(claim_from_json, json.loads(row["claims"])))
    return CodedDocument(document, tuple(map(_event, row["events"])), row["coder"], claims)


_OF_EVENT = ("type", "mode", "place", "status", "according_to", "rule", "count", "score")
_OF_PARTICIPANT = ("role", "name", "state", "office", "kind", "actor_id", "surface", "score")
_OF_EVIDENCE = ("start", "end", "quote", "sentence")


def _event_row(event: Event) -> dict[str, Any]:
    return {
        **{name: getattr(event, name) for name in _OF_EVENT},
        "contexts": list(event.contexts),
        "interval": _interval_row(event.interval),
        "participants": [_participant_row(participant) for participant in event.participants],
        "evidence": [{name: getattr(words, name) for name in _OF_EVIDENCE} for words in event.evidence],
    }


def _event(row: dict[str, Any]) -> Event:
    return Event(
        **{name: row[name] for name in _OF_EVENT},
        contexts=tuple(row["contexts"]),
        interval=_interval(row["interval"]),
        participants=tuple(map(_participant, row["participants"])),
        evidence=tuple(Evidence(**words) for words in row["evidence"]),
    )


def _participant_row(participant: Participant) -> dict[str, Any]:
    start, end = participant.span or (None, None)
    own = {name: getattr(participant, name) for name in _OF_PARTICIPANT}
    return {**own, "start": start, "end": end, "reasons": list(participant.reasons)}


def _participant(row: dict[str, Any]) -> Participant:
    span = None if row["start"] is None else (row["start"], row["end"])
    return Participant(**{name: row[name] for name in _OF_PARTICIPANT}, span=span, reasons=tuple(row["reasons"]))


def _interval_row(interval: Interval | None) -> dict[str, Any] | None:
    if interval is None:
        return None
    days = {"start": interval.first, "end": interval.last}
    return {**days, "precision": interval.precision, "rule": interval.rule, "anchor": interval.anchor}


def _interval(row: dict[str, Any] | None) -> Interval | None:
    if row is None:
        return None
    return Interval(row["start"], row["end"], row["precision"], row["rule"], row["anchor"])

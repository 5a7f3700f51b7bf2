"""Coded documents as JSON objects, in the fields of the gold guidelines and a few more."""

from __future__ import annotations

from typing import Any

from summitry.coding.claims.format import claim_to_json
from summitry.model import CodedDocument, Event, Participant

__all__ = ["coded_to_json", "event_to_json"]


def coded_to_json(coded: CodedDocument) -> dict[str, Any]:
    """Return one line of what `summitry code` writes; offsets refer to `text`."""
    document = coded.document
    return {
        "id": document.id,
        "url": document.address.url,
        **document.published_json(),
        "title": document.title,
        "text": document.text,
        "article": [list(span) for span in document.article],
        "events": [event_to_json(event, f"e{i}", coded.coder) for i, event in enumerate(coded.events, 1)],
        "claims": [claim_to_json(claim, f"c{i}") for i, claim in enumerate(coded.claims, 1)],
    }


def event_to_json(event: Event, event_id: str, coder: str) -> dict[str, Any]:
    """Return one event as a JSON object; `span` and `evidence` are those of its fullest statement."""
    start, end = event.interval.iso() if event.interval else ("", "")
    first = event.evidence[0]
    return {
        "id": event_id,
        "type": event.type,
        "mode": event.mode,
        "actors": [_participant(p) for p in event.actors],
        "recipients": [_participant(p) for p in event.recipients],
        "start": start,
        "end": end,
        "precision": event.interval.precision if event.interval else "unknown",
        "date_rule": event.interval.rule if event.interval else "",
        "place": event.place,
        "status": event.status,
        "according_to": event.according_to,
        "count": event.count,
        "evidence": first.quote,
        "span": [first.start, first.end],
        "sentence": first.readable,
        "also": [{"span": [e.start, e.end], "evidence": e.quote} for e in event.evidence[1:]],
        "contexts": list(event.contexts),
        "score": round(event.score, 4),
        "rule": event.rule,
        "coder": coder,
    }


def _participant(participant: Participant) -> dict[str, Any]:
    return {
        "name": participant.name,
        "state": participant.state,
        "office": participant.office,
        "kind": participant.kind,
        "actor_id": participant.actor_id,
        "surface": participant.surface,
        "span": list(participant.span) if participant.span else None,
        "score": round(participant.score, 4),
        "reasons": list(participant.reasons),
    }

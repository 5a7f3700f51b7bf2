"""Ids and digests made from content alone, so that reading again changes nothing."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from summitry.model import Document, Event, Interval

__all__ = ["Reading", "event_id", "fingerprint", "preference"]

_ID_DIGITS = 16
_LONGEST = 9_999_999_999


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as one address gave it.

    Args:
        document: what was read.
        published_given: whether a person gave the date for this run.
        publisher_given: whether a person gave the publisher for this run.
    """

    document: Document
    published_given: bool = False
    publisher_given: bool = False


def event_id(document: str, event: Event) -> str:
    """Return an event's id from what it says and where it stands.

    The coder's name, its score and its rule are left out: a better coder that finds the same
    event finds the same id.
    """
    said = [
        document,
        event.type,
        event.mode,
        [[p.role, p.actor_id, p.name, p.state, p.office, p.kind] for p in event.participants],
        _interval_key(event.interval),
        event.place,
        event.status,
        event.according_to,
        event.count,
        [[e.start, e.end] for e in event.evidence],
    ]
    return f"e-{_digest_of(said)[:_ID_DIGITS]}"


def fingerprint(document: Document, coder: str) -> str:
    """Return a digest of all that a document's events depend on, its text apart."""
    published = document.published
    return _digest_of(
        [
            coder,
            [list(span) for span in document.article],
            document.title,
            [*_interval_key(published), published.rule, published.anchor] if published else [],
            document.publisher,
            document.author,
            document.language,
        ]
    )


def preference(reading: Reading, digest: str) -> str:
    """Return the sort key by which one of several addresses speaks for a document: the least.

    A date that a person gave comes first, then a known day, then the earlier day (the original
    comes before its copies), then the longer article (the whole comes before its teaser); whatever
    is left is decided by content, so that the order of reading never decides.
    """
    document, published = reading.document, reading.document.published
    first, last, _ = _interval_key(published)
    rank = 3 if not first else 2 if first != last else 1
    address = document.address
    brevity = _LONGEST - sum(end - start for start, end in document.article)
    parts = (str(0 if reading.published_given else rank), first or "9", last or "9", f"{brevity:010}", digest)
    about = (document.title, document.publisher, document.author, document.language)
    return "\x1f".join((*parts, *about, address.url, address.source, address.source_id, document.digest))


def _interval_key(interval: Interval | None) -> tuple[str, str, str]:
    if interval is None:
        return "", "", "none"
    first, last = interval.first, interval.last
    return first.isoformat() if first else "", last.isoformat() if last else "", interval.precision


def _digest_of(content: object) -> str:
    packed = json.dumps(content, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(packed.encode("ascii")).hexdigest()

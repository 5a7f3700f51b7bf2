"""Checking texts against a record: coding the text, asking the record, naming the incidents that decide."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from summitry.checking import check_claims
from summitry.checking.checked import CheckedText
from summitry.checking.source import Narrowing
from summitry.incidents import IncidentTable
from summitry.model import Address, Document, Incident, Interval, Verdict, document_id, text_digest
from summitry.record.given_dates import as_published
from summitry.record.own_actors import LoadCoderKnowing, read_own_rows
from summitry.record.workers import Coder, load_bundled_coder

if TYPE_CHECKING:
    from summitry.record.record import Record

__all__ = ["RecordSource", "check_document", "check_text", "incidents_of", "text_document"]


def check_text(
    record: Record,
    connection: sqlite3.Connection,
    text: str | Document,
    published: str | date | Interval | None,
    after: bool,
    load_coder: Callable[[], Coder] | None,
) -> CheckedText:
    """Check the claims of a text against a record; `Record.check` tells the arguments.

    Raises:
        UsageError: the publication date is none.
    """
    own = read_own_rows(connection) if load_coder is None else None
    load = LoadCoderKnowing(own) if own else load_coder or load_bundled_coder
    return check_document(record, text_document(text, as_published(published)), after, load)


@dataclass(frozen=True, slots=True)
class RecordSource:
    """A record as the checker asks it.

    Args:
        record: the record.
    """

    record: Record

    def incidents(self, **narrowing: Narrowing) -> IncidentTable:
        """Return the incidents that match all that is given."""
        return self.record.incidents(None, **narrowing)

    def count_incidents(self, **narrowing: Narrowing) -> int:
        """Return how many match."""
        return self.record.count_incidents(None, **narrowing)


def text_document(text: str | Document, published: Interval | None) -> Document:
    """Return a text as a document that is all article; a document with another publication date where one is given."""
    if isinstance(text, Document):
        return text if published is None else replace(text, published=published)
    digest = text_digest(text)
    whole = ((0, len(text)),)
    return Document(document_id(digest), text, whole, published=published, address=Address(""), digest=digest)


def check_document(record: Record, document: Document, after: bool, load: Callable[[], Coder]) -> CheckedText:
    """Code a document and check its claims."""
    coded = next(iter(load().code([document])))
    verdicts = check_claims(
        coded.claims, RecordSource(record), published=document.published, after=after, text=document.text
    )
    return CheckedText(document, verdicts, incidents_of(record, verdicts))


def incidents_of(record: Record, verdicts: Iterable[Verdict]) -> dict[str, Incident]:
    """Return the incidents that decide some verdicts, by id."""
    names = dict.fromkeys(name for verdict in verdicts for name in verdict.incident_ids)
    return {name: record.incident(name) for name in names}

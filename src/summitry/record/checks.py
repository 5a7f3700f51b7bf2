"""Checking texts against a record: coding the text, asking the record, naming the incidents that decide."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from summitry.checking import check_claims, told_once
from summitry.checking.checked import CheckedText, verdict_dict
from summitry.checking.forecasts import horizon_of
from summitry.checking.positions import Position, Told, positions_of
from summitry.checking.source import Narrowing
from summitry.incidents import IncidentTable
from summitry.model import Address, Document, Incident, Interval, Verdict, document_id, text_digest
from summitry.record.folding import fold
from summitry.record.given_dates import as_published
from summitry.record.own_actors import LoadCoderKnowing, read_own_rows
from summitry.record.values import RecordedClaim, published_text
from summitry.record.workers import Coder, load_bundled_coder

if TYPE_CHECKING:
    from summitry.record.record import Record

__all__ = [
    "FiledForecast",
    "RecordSource",
    "check_document",
    "check_text",
    "file_forecasts",
    "incidents_of",
    "table_positions",
    "text_document",
]


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
        told_once(coded.claims), RecordSource(record), published=document.published, after=after, text=document.text
    )
    return CheckedText(document, verdicts, incidents_of(record, verdicts))


@dataclass(frozen=True, slots=True)
class FiledForecast:
    """A forecast of a document with how it fared.

    Args:
        recorded: the forecast and the document that makes it.
        verdict: `supported` where it came about, `contradicted` where it did not, `not in record` while it is open.
        horizon: last day on which it could come about, in ISO form; `""` where the document has no date.
        incidents: what resolves it.
    """

    recorded: RecordedClaim
    verdict: Verdict
    horizon: str
    incidents: tuple[Incident, ...]

    def to_dict(self) -> dict[str, object]:
        """Return it as a JSON object."""
        recorded = self.recorded
        return {
            **verdict_dict(self.verdict, self.incidents),
            "horizon": self.horizon,
            "made": published_text(recorded.published),
            "document": recorded.document_id,
            "title": recorded.title,
            "author": recorded.author,
            "publisher": recorded.publisher,
        }


def file_forecasts(record: Record, by: str, against: Record) -> tuple[FiledForecast, ...]:
    """Return the forecasts of a record in order of time, resolved by the incidents of one.

    Args:
        record: where the forecasts stand.
        by: only those whose author, publisher or source holds this name.
        against: whose incidents resolve them.
    """
    filed = [rc for rc in record.claims(kind="forecast") if _is_by(rc, by)]
    return tuple(_filed(recorded, against) for recorded in filed)


def _is_by(recorded: RecordedClaim, by: str) -> bool:
    voices = (recorded.author, recorded.publisher, recorded.claim.according_to)
    return not by or any(fold(by) in fold(voice) for voice in voices if voice)


def _filed(recorded: RecordedClaim, against: Record) -> FiledForecast:
    claim, published = recorded.claim, recorded.published
    (verdict,) = check_claims([claim], RecordSource(against), published=published, after=True)
    made = published.last if published else None
    horizon = horizon_of(claim, made).last.isoformat() if made else ""
    rows = incidents_of(against, [verdict])
    return FiledForecast(recorded, verdict, horizon, tuple(rows.values()))


def table_positions(record: Record, holder: str, issue: str) -> tuple[Position, ...]:
    """Return who wants what in a record, since when, according to whom."""
    told = [
        Told(rc.claim, published_text(rc.published), rc.document_id, rc.author or rc.publisher or rc.document_id)
        for rc in record.claims(kind="position")
    ]
    return positions_of(told, holder, issue)


def incidents_of(record: Record, verdicts: Iterable[Verdict]) -> dict[str, Incident]:
    """Return the incidents that decide some verdicts, by id."""
    names = dict.fromkeys(name for verdict in verdicts for name in verdict.incident_ids)
    return {name: record.incident(name) for name in names}

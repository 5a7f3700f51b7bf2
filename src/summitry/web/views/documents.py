"""Documents: a list, and one with everything marked that was found in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from summitry.dates import find_times, outermost
from summitry.record import EventTable, Record, RecordedClaim, RecordedDocument
from summitry.record.browsing import count_documents, incidents_of_events, list_documents
from summitry.web.desk import Desk
from summitry.web.links import address, with_query
from summitry.web.marking import Mark, Paragraph, paragraphs
from summitry.web.tables import Table
from summitry.web.view import Asked, NotFoundError, View, found
from summitry.web.views.shared import pager

__all__ = ["document_page", "documents_page"]

_ALL = 1_000_000
_COLUMNS = ("id", "title", "publisher", "published", "events", "claims")


def documents_page(desk: Desk, record: Record, asked: Asked) -> View:
    """Return a page of the list of documents."""
    rows = _ALL if asked.form == "csv" else desk.options.rows
    page = 1 if asked.form == "csv" else asked.number("page", 1)
    publisher = asked.query.get("publisher")
    listed = list_documents(record, publisher=publisher, limit=rows, offset=(page - 1) * rows)
    query = {"publisher": publisher or ""}
    pages = pager(address("documents"), query, page, rows, count_documents(record, publisher=publisher))
    context = {"documents": listed, "pager": pages, "publisher": publisher, "csv": with_query("/documents.csv", query)}
    table = Table("documents", _COLUMNS, ([str(getattr(d, name)) for name in _COLUMNS] for d in listed))
    return View("documents.html", context, {**pages.to_dict(), "items": [asdict(d) for d in listed]}, table)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a document's text: the article, or furniture around it, which is folded."""

    article: bool
    paragraphs: list[Paragraph]
    characters: int


def document_page(desk: Desk, record: Record, asked: Asked) -> View:
    """Return a document's page.

    Raises:
        NotFoundError: there is no such document.
    """
    recorded = found("document", lambda: record.document(asked.parts["document_id"]))
    events = record.events_of(recorded.id)
    claims = record.claims(document=recorded.id)
    incidents = incidents_of_events(record, [event.id for event in events])
    length = desk.options.text_chars
    page = asked.number("page", 1)
    start, end = (page - 1) * length, min(page * length, len(recorded.document.text))
    if start > 0 and start >= len(recorded.document.text):
        raise NotFoundError("page of this document")
    path = address("documents", recorded.id)
    marks = _marks(recorded, events, claims, incidents, start, end)
    context = {
        "recorded": recorded,
        "document": recorded.document,
        "events": events,
        "claims": claims,
        "incident_of": incidents,
        "text_parts": list(_parts(recorded, marks, start, end)),
        "pager": pager(path, {}, page, length, len(recorded.document.text)),
        "csv": f"{path}.csv",
    }
    data = recorded.to_dict() | {
        "events": [event.to_dict() | {"incident": incidents.get(event.id, "")} for event in events]
    }
    return View("document.html", context, data, _table(recorded, events))


def _marks(
    recorded: RecordedDocument,
    events: EventTable,
    claims: list[RecordedClaim],
    incidents: dict[str, str],
    start: int,
    end: int,
) -> list[Mark]:
    marks = []
    for item in events:
        link = address("incidents", incidents[item.id]) if item.id in incidents else ""
        what = f"{item.event.type} {item.event.mode}".strip()
        marks += [Mark(e.start, e.end, "event", link, what) for e in item.event.evidence]
        marks += [
            Mark(*p.span, "actor", address("actors", p.name), ", ".join(x for x in (p.name, p.office) if x))
            for p in item.event.participants
            if p.span
        ]
    marks += [Mark(c.claim.evidence.start, c.claim.evidence.end, "claim", "", f"claim: {c.claim.kind}") for c in claims]
    document = recorded.document
    spans = [(max(a, start), min(b, end)) for a, b in document.article if a < end and b > start]
    if spans:
        times = outermost(find_times(document.text, document.published, spans=spans))
        marks += [Mark(t.start, t.end, "time", "", "/".join(dict.fromkeys(t.interval.iso()))) for t in times]
    return list(dict.fromkeys(marks))


def _parts(recorded: RecordedDocument, marks: list[Mark], start: int, end: int) -> Iterator[Part]:
    """Yield article and furniture in the order of the text."""
    document = recorded.document
    before = start
    for left, right in [*document.article, (end, end)]:
        left, right = max(left, start), min(right, end)
        if before < left <= end and document.text[before:left].strip():
            yield Part(False, list(paragraphs(document.text, (), before, left)), left - before)
        if left < right:
            yield Part(True, list(paragraphs(document.text, marks, left, right)), right - left)
        before = max(before, right)


def _table(recorded: RecordedDocument, events: EventTable) -> Table:
    columns = (
        "id", "start", "end", "type", "mode", "who", "whom", "place", "status", "sentence", "evidence", "from", "to",
    )  # fmt: skip

    def rows() -> Iterator[list[str]]:
        for item in events:
            event, words = item.event, item.event.evidence[0]
            first, last = event.interval.iso() if event.interval else ("", "")
            who, whom = (", ".join(p.name for p in people) for people in (event.actors, event.recipients))
            yield [
                item.id, first, last, event.type, event.mode, who, whom, event.place, event.status, words.readable,
                words.quote, str(words.start), str(words.end),
            ]  # fmt: skip

    return Table(f"events-{recorded.id}", columns, rows())

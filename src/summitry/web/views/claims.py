"""The claims that documents of the record make."""

from __future__ import annotations

from typing import get_args

from summitry.coding.claims.format import claim_to_json
from summitry.model import ClaimKind
from summitry.record import Record, RecordedClaim
from summitry.record.browsing import claim_documents
from summitry.record.values import published_text
from summitry.web.desk import Desk
from summitry.web.links import address, with_query
from summitry.web.tables import Table
from summitry.web.view import Asked, View
from summitry.web.views.shared import pager

__all__ = ["claims_page"]

_ALL = 1_000_000


def claims_page(desk: Desk, record: Record, asked: Asked) -> View:
    """Return a page of the claims of all documents, the latest documents first."""
    kind = asked.text("kind") if asked.text("kind") in get_args(ClaimKind) else None
    rows = _ALL if asked.form == "csv" else desk.options.rows
    page = 1 if asked.form == "csv" else asked.number("page", 1)
    places, total = claim_documents(record, kind, rows, (page - 1) * rows)
    found = _read(record, places)
    query = {"kind": kind or ""}
    context = {
        "claims": found,
        "kind": kind,
        "kinds": get_args(ClaimKind),
        "pager": pager(address("claims"), query, page, rows, total),
        "csv": with_query("/claims.csv", query),
    }
    items = [
        claim_to_json(c.claim, f"{c.document_id}/{n}") | {"document": c.document_id}
        for c, (_, n) in zip(found, places, strict=True)
    ]
    columns = ("document", "published", "kind", "value", "subject", "words", "sentence")
    table = Table("claims", columns, (_row(c) for c in found))
    return View("claims.html", context, {"total": total, "page": page, "items": items}, table)


def _read(record: Record, places: list[tuple[str, int]]) -> list[RecordedClaim]:
    """Return claims in the order of their places, reading each document's once."""
    by_document = {document: record.claims(document=document) for document in dict.fromkeys(d for d, _ in places)}
    return [by_document[document][position] for document, position in places]


def _row(recorded: RecordedClaim) -> list[str]:
    claim = recorded.claim
    subject = ", ".join(claim.subject)
    words = claim.evidence
    return [
        recorded.document_id, published_text(recorded.published), claim.kind, claim.value, subject, words.quote,
        words.readable,
    ]  # fmt: skip

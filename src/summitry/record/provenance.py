"""Where every value of a record comes from, as PROV-O in JSON-LD.

Documents, quotes, events, incidents and corrections are entities of the W3C's provenance ontology
(w3.org/TR/prov-o): a quote `wasQuotedFrom` its document, an event `wasDerivedFrom` its quotes, an incident
`wasDerivedFrom` its events or `hadPrimarySource` the citation of whoever added it, and what a person decided is an
entity `wasAttributedTo` that person, by which the incident `wasInfluencedBy`. Offsets are written with the W3C's
TextPositionSelector and TextQuoteSelector (w3.org/TR/annotation-model).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, TextIO

from summitry.incidents import incident_dict
from summitry.model import Correction, Incident
from summitry.record.values import RecordedDocument, RecordedEvent, published_text

if TYPE_CHECKING:
    from summitry.record.record import Record

__all__ = ["CONTEXT", "write_provenance"]

CONTEXT = {
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "schema": "https://schema.org/",
    "summitry": "urn:summitry:",
}
"""Prefixes; nothing at these addresses is ever fetched."""


def write_provenance(record: Record, target: TextIO) -> int:
    """Write the provenance of a whole record as one JSON-LD document, an entity a line.

    Args:
        record: an open record.
        target: where to write.

    Returns:
        How many entities were written.
    """
    target.write(f'{{"@context": {json.dumps(CONTEXT)},\n"@graph": [\n')
    count = 0
    for entity in _entities(record):
        target.write(("" if count == 0 else ",\n") + json.dumps(entity, ensure_ascii=False, sort_keys=True))
        count += 1
    target.write("\n]}\n")
    return count


def _entities(record: Record) -> Iterator[dict[str, object]]:
    for document in record.documents():
        yield _document(document)
    coders: set[str] = set()
    for event in record.events():
        if event.coder not in coders:
            coders.add(event.coder)
            yield {"@id": _id("coder", event.coder), "@type": ["prov:SoftwareAgent"], "schema:name": event.coder}
        yield from _event(event)
    people: set[str] = set()
    for correction in record.corrections:
        if correction.author not in people:
            people.add(correction.author)
            name = correction.author
            yield {"@id": _id("person", name), "@type": ["prov:Person"], "schema:name": name}
        yield _correction(correction)
    for incident in record.incidents(rejected=True):
        yield _incident(incident)


def _document(recorded: RecordedDocument) -> dict[str, object]:
    document = recorded.document
    return {
        "@id": _id("document", recorded.id),
        "@type": ["prov:Entity", "schema:Article"],
        "schema:headline": document.title,
        "schema:publisher": document.publisher,
        "schema:datePublished": published_text(document.published),
        "schema:url": [address.url for address in recorded.addresses if address.url],
        "schema:sha256": document.digest,
    }


def _event(recorded: RecordedEvent) -> Iterator[dict[str, object]]:
    quotes = []
    for number, evidence in enumerate(recorded.event.evidence):
        quotes.append({"@id": _id("quote", f"{recorded.id}.{number}")})
        yield {
            **quotes[-1],
            "@type": ["prov:Entity"],
            "prov:wasQuotedFrom": {"@id": _id("document", recorded.document_id)},
            "oa:hasSelector": [
                {"@type": "oa:TextPositionSelector", "oa:start": evidence.start, "oa:end": evidence.end},
                {"@type": "oa:TextQuoteSelector", "oa:exact": evidence.quote},
            ],
        }
    yield {
        "@id": _id("event", recorded.id),
        "@type": ["prov:Entity"],
        "prov:wasDerivedFrom": quotes,
        "prov:wasAttributedTo": {"@id": _id("coder", recorded.coder)},
        "summitry:rule": recorded.event.rule,
    }


def _incident(incident: Incident) -> dict[str, object]:
    row: dict[str, object] = {
        "@id": _id("incident", incident.id),
        "@type": ["prov:Entity"],
        "prov:value": incident_dict(incident),
        "prov:wasDerivedFrom": [{"@id": _id("event", event)} for event in incident.event_ids],
        "prov:hadPrimarySource": list(incident.citations),
        "prov:wasInfluencedBy": [{"@id": _id("correction", correction)} for correction in incident.corrections],
    }
    return {name: value for name, value in row.items() if value != []}


def _correction(correction: Correction) -> dict[str, object]:
    row: dict[str, object] = {
        "@id": _id("correction", correction.id),
        "@type": ["prov:Entity"],
        "prov:generatedAtTime": correction.made_at,
        "prov:wasAttributedTo": {"@id": _id("person", correction.author)},
        "summitry:action": correction.action,
        "summitry:reason": correction.reason,
        "summitry:change": dict(correction.change),
    }
    undone = correction.change.get("undoes")
    return row | ({"summitry:undoes": {"@id": _id("correction", str(undone))}} if undone else {})


def _id(kind: str, name: str) -> str:
    return f"summitry:{kind}:{name.replace(' ', '-')}"

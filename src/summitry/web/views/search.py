"""Search: actors, incidents and documents that hold some words."""

from __future__ import annotations

from dataclasses import asdict

from summitry.incidents import incident_dict
from summitry.record import IncidentFilter, Record
from summitry.record.browsing import actors_like, count_documents, initials, list_documents
from summitry.web.asking import First
from summitry.web.desk import Desk
from summitry.web.links import address
from summitry.web.marking import Mark, Segment, segments
from summitry.web.view import Asked, View
from summitry.web.views.incidents import patience

__all__ = ["search_page"]

_SHOWN = 10
_LONGEST = 200


def search_page(desk: Desk, record: Record, asked: Asked) -> View:
    """Return what is found for words; every word is taken literally. A published page searches by itself."""
    if desk.options.static:
        return View("finding.html", {"letters": initials(record)}, {})
    words = asked.text("q")[:_LONGEST]
    context: dict[str, object] = {
        "words": words,
        "actors": (),
        "incidents": (),
        "documents": (),
        "snippets": {},
        "looking": False,
    }
    if not words:
        return View("search.html", context | {"incident_count": 0, "document_count": 0}, {"items": []})
    asks = First(IncidentFilter(search=words, series=False), _SHOWN)
    found = desk.ask(record, asks, patience(desk, asked))
    documents = list_documents(record, search=words, limit=_SHOWN)
    actors = actors_like(record, words)
    context |= {
        "actors": actors,
        "incidents": found.incidents if found else (),
        "incident_count": found.total if found else 0,
        "looking": found is None,
        "all_incidents": address("incidents", q=words),
        "documents": documents,
        "document_count": count_documents(record, search=words),
        "snippets": {d.id: _marked(d.snippet) for d in documents},
    }
    data = {
        "actors": [asdict(a) for a in actors],
        "incidents": {
            "total": context["incident_count"],
            "items": [incident_dict(i) for i in found.incidents] if found else [],
        },
        "documents": {"total": context["document_count"], "items": [_plain(asdict(d)) for d in documents]},
    }
    template = "found.html" if asked.on("part") else "search.html"
    return View(template, context, data)


def _marked(snippet: str) -> list[Segment]:
    """Return a snippet with its found words marked; the marks of the search are taken out."""
    marks, text, begun = [], "", 0
    for character in snippet:
        if character == "\x02":
            begun = len(text)
        elif character == "\x03":
            marks.append(Mark(begun, len(text), "found"))
        else:
            text += character
    return segments(text, marks)


def _plain(row: dict[str, object]) -> dict[str, object]:
    return row | {"snippet": str(row["snippet"]).replace("\x02", "").replace("\x03", "")}

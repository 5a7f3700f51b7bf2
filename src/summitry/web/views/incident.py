"""One incident: its chosen fields, every sentence that states it, what disagrees, and who decided what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summitry.incidents import date_text, incident_dict
from summitry.model import Choice, Correction, Incident
from summitry.record import Record, RecordedDocument, RecordedEvent
from summitry.record.browsing import neighbours, on_incident, rejected, standing
from summitry.record.correction_rows import correction_to_json
from summitry.web.desk import Desk
from summitry.web.marking import Segment, in_context
from summitry.web.people import people_text
from summitry.web.view import Asked, View, found
from summitry.web.views.incidents import options_of_filters

__all__ = ["Decided", "Field", "incident_page"]


@dataclass(frozen=True, slots=True)
class Field:
    """A field as the page shows it.

    Args:
        name: as corrections call it.
        label: as readers see it.
        text: its value in words.
        value: its value as the form takes it.
        choice: how it was chosen, where that was kept.
    """

    name: str
    label: str
    text: str
    value: str
    choice: Choice | None


@dataclass(frozen=True, slots=True)
class Statement:
    """An event that states the incident, its words in their context."""

    event: RecordedEvent
    context: Sequence[Segment]


@dataclass(frozen=True, slots=True)
class Decided:
    """A correction, and whether it stands."""

    correction: Correction
    stands: bool


def incident_page(desk: Desk, record: Record, asked: Asked) -> View:
    """Return an incident's page.

    Raises:
        NotFoundError: there is no such incident.
    """
    incident = found("incident", lambda: record.incident(asked.parts["incident_id"]))
    statements = _statements(record, incident)
    decided = decisions(record, incident)
    context = {
        "incident": incident,
        "fields": _fields(incident),
        "statements": statements,
        "decided": decided,
        "rejected": rejected(record, incident),
        "near": neighbours(record, incident) if not desk.options.static else (),
        "done": next((d for d in decided if d.correction.id == asked.text("done")), None),
        "steps": len({step.status for step in incident.history}) > 1,
        **options_of_filters(),
    }
    data = incident_dict(incident) | {
        "rejected": context["rejected"],
        "statements": [statement.event.to_dict() for statement in statements],
        "decisions": [correction_to_json(d.correction) | {"stands": d.stands} for d in decided],
    }
    return View("incident.html", context, data)


def decisions(record: Record, incident: Incident) -> list[Decided]:
    """Return what people decided on an incident, what was taken back too, the latest first."""
    made = on_incident(record, incident)
    stands = standing(made)
    return [Decided(correction, correction.id in stands) for correction in reversed(made)]


def _statements(record: Record, incident: Incident) -> list[Statement]:
    texts: dict[str, RecordedDocument] = {}
    statements = []
    for event in record.events_in(incident.id):
        if event.document_id not in texts:
            texts[event.document_id] = record.document(event.document_id)
        words = event.event.evidence[0]
        text = texts[event.document_id].document.text
        statements.append(Statement(event, in_context(text, words.start, words.end, words.sentence)))
    return statements


def _fields(incident: Incident) -> list[Field]:
    choices = {choice.field: choice for choice in incident.choices}
    start, end = incident.interval.iso() if incident.interval else ("", "")
    interval = start if start == end else f"{start}/{end}"
    rows = [
        ("interval", "When", date_text(incident.interval) or "not told", interval),
        ("actors", "Who", "", people_text(incident.actors)),
        ("recipients", "To whom", "", people_text(incident.recipients)),
        ("type", "What", incident.type, incident.type),
        ("mode", "How", incident.mode or "not told", incident.mode),
        ("place", "Where", incident.place or "not told", incident.place),
        ("status", "Status", incident.status, incident.status),
        ("count", "Acts", str(incident.count), str(incident.count)),
    ]
    return [Field(name, label, text, value, _choice(choices, name)) for name, label, text, value in rows]


def _choice(choices: dict[str, Choice], name: str) -> Choice | None:
    return choices.get(name) or (choices.get("participants") if name == "actors" else None)

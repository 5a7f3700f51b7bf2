"""The values that pass between stages. Nothing here knows how they are made."""

from summitry.model.actor import Actor, ActorKind, Mention, Tenure
from summitry.model.document import Address, Document, Span, document_id, text_digest
from summitry.model.event import (
    CodedDocument,
    Event,
    EventType,
    Evidence,
    Participant,
    Role,
    Status,
)
from summitry.model.interval import Interval, Precision
from summitry.model.place import Place, PlaceMention
from summitry.model.time import TimeExpression

__all__ = [
    "Actor",
    "ActorKind",
    "Address",
    "CodedDocument",
    "Document",
    "Event",
    "EventType",
    "Evidence",
    "Interval",
    "Mention",
    "Participant",
    "Place",
    "PlaceMention",
    "Precision",
    "Role",
    "Span",
    "Status",
    "Tenure",
    "TimeExpression",
    "document_id",
    "text_digest",
]

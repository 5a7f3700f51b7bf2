"""The values that pass between stages. Nothing here knows how they are made."""

from summitry.model.actor import Actor, ActorKind, Mention, Tenure
from summitry.model.claim import Claim, ClaimKind, Comparison, Counted, Part, Verdict, VerdictWord
from summitry.model.correction import Action, Anchor, Correction
from summitry.model.document import Address, Document, Span, document_id, text_digest
from summitry.model.event import (
    HAPPENED,
    MUTUAL,
    TO_COME,
    CodedDocument,
    Event,
    EventType,
    Evidence,
    Participant,
    Role,
    Status,
)
from summitry.model.incident import Alternative, Choice, Incident, Level, StatusReport
from summitry.model.interval import Interval, Precision
from summitry.model.place import Place, PlaceMention
from summitry.model.time import TimeExpression

__all__ = [
    "HAPPENED",
    "MUTUAL",
    "TO_COME",
    "Action",
    "Actor",
    "ActorKind",
    "Address",
    "Alternative",
    "Anchor",
    "Choice",
    "Claim",
    "ClaimKind",
    "CodedDocument",
    "Comparison",
    "Correction",
    "Counted",
    "Document",
    "Event",
    "EventType",
    "Evidence",
    "Incident",
    "Interval",
    "Level",
    "Mention",
    "Part",
    "Participant",
    "Place",
    "PlaceMention",
    "Precision",
    "Role",
    "Span",
    "Status",
    "StatusReport",
    "Tenure",
    "TimeExpression",
    "Verdict",
    "VerdictWord",
    "document_id",
    "text_digest",
]

"""The record: one SQLite file of documents, events, participants and evidence."""

from summitry.record.incident_questions import IncidentFilter
from summitry.record.record import Record, open_record
from summitry.record.relinking import LinkProgress
from summitry.record.summary import Progress, ReadSummary, SkippedInput
from summitry.record.table import EventTable
from summitry.record.values import RecordedClaim, RecordedDocument, RecordedEvent
from summitry.record.workers import Coder

__all__ = [
    "Coder",
    "EventTable",
    "IncidentFilter",
    "LinkProgress",
    "Progress",
    "ReadSummary",
    "Record",
    "RecordedClaim",
    "RecordedDocument",
    "RecordedEvent",
    "SkippedInput",
    "open_record",
]

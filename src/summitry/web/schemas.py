"""What the API takes and gives, as its OpenAPI description tells it."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

__all__ = [
    "CheckAnswer",
    "CheckRequest",
    "CorrectionList",
    "CorrectionMade",
    "CorrectionModel",
    "CorrectionRequest",
    "DocumentList",
    "DocumentModel",
    "DocumentRowModel",
    "ErrorAnswer",
    "EventList",
    "EventModel",
    "ForecastAnswer",
    "ForecastModel",
    "IncidentList",
    "IncidentModel",
    "RecordModel",
]


class _Open(BaseModel):
    model_config = ConfigDict(extra="allow")


class ErrorBody(BaseModel):
    code: str = Field(description="Stable name of what went wrong.")
    status: int = Field(description="HTTP status.")
    message: str = Field(description="What happened and what to do.")


class ErrorAnswer(BaseModel):
    """The one shape of errors."""

    error: ErrorBody


class ParticipantModel(_Open):
    """Somebody who takes part, with the office held at the time."""

    name: str
    state: str = Field(description="ISO 3166-1 alpha-3 code, empty where none.")
    office: str
    kind: str
    actor_id: str = ""


class StatementFields(_Open):
    id: str
    type: str = Field(description="PLOVER category.")
    mode: str
    actors: list[ParticipantModel]
    recipients: list[ParticipantModel]
    start: str = Field(description="First possible day at its precision, empty where unknown.")
    end: str
    precision: str
    place: str
    status: str
    count: int
    score: float
    sentence: str


class IncidentModel(StatementFields):
    """What one or more events are about."""

    level: str
    documents: int
    sources: int
    events: list[str] = Field(description="Ids of the events that state it.")
    citations: list[str]
    corrections: list[str]


class EventModel(StatementFields):
    """One document's statement that something happened."""

    according_to: str
    evidence: str = Field(description="The words, verbatim.")
    span: tuple[int, int] = Field(description="Where they stand in the document's text, half-open, in code points.")
    document: str
    title: str
    publisher: str
    published: str


class DocumentRowModel(_Open):
    """A document without its text."""

    id: str
    title: str
    publisher: str
    published: str


class DocumentModel(DocumentRowModel):
    """A document with its text."""

    url: str
    text: str
    article: list[tuple[int, int]] = Field(description="Spans of the text that are the article.")


class CorrectionModel(_Open):
    """What a person decided."""

    id: str
    made_at: str
    author: str
    reason: str
    action: str


class _List(BaseModel):
    total: int = Field(description="How many there are in all.")
    next: str = Field("", description="Address of the next page, empty on the last.")


class IncidentList(_List):
    """A page of incidents with the rule by which they were counted."""

    rule: str
    items: list[IncidentModel]


class EventList(_List):
    """A page of events."""

    items: list[EventModel]


class DocumentList(_List):
    """A page of documents."""

    items: list[DocumentRowModel]


class CorrectionList(_List):
    """A page of corrections."""

    items: list[CorrectionModel]


class ReasonModel(BaseModel):
    """Past acts of one day that raise the odds."""

    incidents: list[str] = Field(description="Ids of the incidents.")
    date: str
    words: str
    without: float = Field(description="The odds had they not happened, all else held.")


class ForecastModel(_Open):
    """The odds of at least one such act within a time, with what they rest on."""

    first: str
    second: str
    type: str
    mode: str
    level: str
    start: str
    end: str
    basis: bool = Field(description="Whether the two were ever recorded together; without that there are no odds.")
    probability: float | None
    low: float | None = Field(description="Lower bound; the two bounds hold the odds with 80 of 100.")
    high: float | None
    base_rate: float | None = Field(description="Share of past windows with one, drawn a little to the kind's rate.")
    reasons: list[ReasonModel] = Field(description="The strongest first; told where one act is asked about.")
    patterns: list[str]
    track: dict[str, object] | None = Field(description="How such forecasts have done in a backtest.")
    verdict: str


class ForecastAnswer(BaseModel):
    """Forecasts, the likeliest first."""

    state: Literal["done", "working"] = Field(description="`working`: ask again in a while.")
    items: list[ForecastModel]
    why_not: str = Field(description="Why there are none, a sentence.")
    did_you_mean: dict[str, list[str]] = Field(description="Names like those that nobody bears.")


class RecordModel(BaseModel):
    """What is served."""

    name: str
    documents: int
    events: int
    incidents: int
    read_only: bool


class CorrectionRequest(BaseModel):
    """A correction to be made."""

    model_config = ConfigDict(extra="forbid")

    action: Literal["edit", "merge", "split", "reject", "confirm", "undo"]
    incident: str = Field("", description="Id of the incident; none for undo.", max_length=200)
    field: str = Field("", description="edit: interval, place, type, mode, status, count, actors or recipients.")
    value: str = Field("", description="edit: the new value, as on the page.", max_length=10_000)
    incidents: list[str] = Field([], description="merge: the other incidents.", max_length=100)
    events: list[str] = Field([], description="split: the events to take out.", max_length=1000)
    correction: str = Field("", description="undo: id of the correction to take back.", max_length=200)
    reason: str = Field("", max_length=5000)
    author: str = Field("", description="Who decides; the desk's own name unless given.", max_length=80)


class CorrectionMade(BaseModel):
    """What was made of it."""

    correction: CorrectionModel
    incident: str = Field(description="Id of the incident afterwards, empty where there is none.")


class CheckRequest(BaseModel):
    """A draft to be checked."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(max_length=200_000)
    published: str = Field("", description="When it is published: 2019-06-19, 2019-06 or 2019.", max_length=20)


class CheckAnswer(BaseModel):
    """Verdicts in the order of the text."""

    verdicts: list[dict[str, object]]

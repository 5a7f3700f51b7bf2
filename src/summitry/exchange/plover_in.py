"""PLOVER JSON read back into incidents: our own as they were, those of others by PLOVER's fields alone."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from summitry.errors import InputError
from summitry.exchange.polecat_json import status_of
from summitry.exchange.sides import SECTORS
from summitry.incidents import level_of_incident
from summitry.model import Alternative, Choice, EventType, Incident, Interval, Level, Participant, Status, StatusReport
from summitry.model.actor import ActorKind
from summitry.model.event import Role
from summitry.model.interval import Precision

__all__ = ["from_plover"]

_SPECIAL = ("future", "hypothetical", "negat", "historical")
_KINDS = {sector: kind for kind, sector in SECTORS.items()}
"""Kind of actor of each sector, the last one listed: a government for GOV."""


class _Entity(BaseModel):
    model_config = ConfigDict(extra="ignore", coerce_numbers_to_str=True)
    code: str = ""
    sector: str = ""
    actor_text: str = ""
    identifier_id: str = ""
    identifier_text: str = ""
    office: str = ""


class _Own(BaseModel):
    """What stands under `x_summitry`."""

    type: EventType
    mode: str
    status: Status
    level: Level
    count: int
    score: float
    place: str
    contexts: list[str]
    date: tuple[Precision, str, str] | None
    participants: list[tuple[Role, ActorKind, float, tuple[int, int] | None, list[str]]]
    events: list[str]
    documents: int
    sources: int
    choices: list[tuple[str, str, str, list[str], list[tuple[str, list[str]]]]]
    history: list[tuple[Status, str, str]]
    corrections: list[str]


class _Record(BaseModel):
    model_config = ConfigDict(extra="ignore", coerce_numbers_to_str=True)
    id: str
    date: datetime.date | None = None
    enddate: datetime.date | None = None
    actor: list[_Entity] = Field(default_factory=list)
    source: list[_Entity] = Field(default_factory=list)
    recipient: list[_Entity] = Field(default_factory=list)
    event: list[EventType]
    mode: list[str] = Field(default_factory=list)
    context: list[str] = Field(default_factory=list)
    event_loc: dict[str, Any] = Field(default_factory=dict)
    event_text: list[str] = Field(default_factory=list)
    cite_info: list[dict[str, Any]] = Field(default_factory=list)
    x_summitry: _Own | None = None


_RECORD = TypeAdapter(_Record)


def from_plover(value: Mapping[str, object], source: str = "record") -> list[Incident]:
    """Return the incidents of a PLOVER record, one for each category that it names.

    Args:
        value: the JSON object; `actor` or, in older records, `source` names who acts.
        source: how messages call it.

    Raises:
        InputError: a field is missing or not of PLOVER's form; says which.
    """
    try:
        record = _RECORD.validate_python(_listed(value))
        return _incidents(record)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise InputError(source, f"is no PLOVER record: {where}: {first['msg']}") from error
    except ValueError as error:
        raise InputError(source, f"is no PLOVER record: {error}") from error


def _listed(value: Mapping[str, object]) -> dict[str, object]:
    """Fields that hold lists, where a record gives one thing alone or a null."""
    lists = ("actor", "source", "recipient", "event", "mode", "context", "event_text", "cite_info")
    one = {name: cell for name, cell in value.items() if cell is not None}
    return {name: [cell] if name in lists and not isinstance(cell, list) else cell for name, cell in one.items()}


def _incidents(record: _Record) -> list[Incident]:
    if record.x_summitry:
        return [_ours(record, record.x_summitry)]
    people = tuple(
        _participant(role, entity)
        for role, entities in (("actor", record.actor or record.source), ("recipient", record.recipient))
        for entity in entities
    )
    interval = None
    if record.date:
        last = record.enddate or record.date
        interval = Interval(record.date, last, "day" if last == record.date else "range", "plover")
    contexts = tuple(text for text in record.context if not text.lower().startswith(_SPECIAL))
    return [
        Incident(
            record.id if number == 1 else f"{record.id}-{number}",
            category,
            record.mode[0].lower() if record.mode else "",
            people,
            interval,
            str(record.event_loc.get("name", "")),
            status_of(";".join(record.context)),
            level_of_incident(people),
            documents=1,
            sources=1,
            sentence=" ".join(record.event_text),
            contexts=contexts,
            citations=_citations(record),
        )
        for number, category in enumerate(record.event, 1)
    ]


def _citations(record: _Record) -> tuple[str, ...]:
    return tuple(str(info.get("citation") or info.get("url") or "") for info in record.cite_info)


def _participant(role: str, entity: _Entity) -> Participant:
    name = entity.identifier_text or entity.actor_text or entity.code
    kind: ActorKind = (
        "person" if entity.office else _KINDS.get(entity.sector[:3], "other" if entity.sector else "state")
    )
    state = entity.code if entity.code not in ("IGO", "NGO", "ISM", "IMG", "MNC") else ""
    actor_id = entity.identifier_id or name
    return Participant(role, name, state, entity.office, kind, actor_id, entity.actor_text)  # type: ignore[arg-type]


def _ours(record: _Record, own: _Own) -> Incident:
    entities = {"actor": iter(record.actor), "recipient": iter(record.recipient)}
    people = []
    for role, kind, score, span, reasons in own.participants:
        one = next(entities[role], None)
        if one is None:
            raise ValueError("x_summitry.participants names more of them than actor and recipient do")
        given = (one.identifier_text, one.code, one.office, kind, one.identifier_id, one.actor_text)
        people.append(Participant(role, *given, span, score, tuple(reasons)))
    return Incident(
        record.id,
        own.type,
        own.mode,
        tuple(people),
        Interval(record.date, record.enddate, *own.date) if own.date else None,
        own.place,
        own.status,
        own.level,
        own.count,
        own.score,
        tuple(own.events),
        own.documents,
        own.sources,
        " ".join(record.event_text),
        tuple(
            Choice(field, value, rule, tuple(ids), tuple(Alternative(other, tuple(by)) for other, by in others))
            for field, value, rule, ids, others in own.choices
        ),
        tuple(StatusReport(*step) for step in own.history),
        tuple(own.contexts),
        _citations(record),
        tuple(own.corrections),
    )

"""`/api/v1`: the record for programs, with OpenAPI, pages, stable ids and one shape of error."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from starlette.datastructures import FormData, UploadFile
from starlette.responses import Response

from summitry.errors import UsageError
from summitry.incidents import incident_dict
from summitry.record import EventTable
from summitry.record.browsing import find_page
from summitry.record.correction_rows import correction_to_json
from summitry.web.answers import json_answer
from summitry.web.deciding import decide
from summitry.web.desk import Desk
from summitry.web.filters import narrowing
from summitry.web.links import with_query
from summitry.web.pages import MOST_PATIENT, asked_of
from summitry.web.schemas import (
    CheckAnswer,
    CheckRequest,
    CorrectionList,
    CorrectionMade,
    CorrectionRequest,
    DocumentList,
    DocumentModel,
    ErrorAnswer,
    EventList,
    EventModel,
    ForecastAnswer,
    IncidentList,
    IncidentModel,
    RecordModel,
)
from summitry.web.view import found
from summitry.web.views.check import checked, draft_of
from summitry.web.views.corrections import corrections_page, incident_of
from summitry.web.views.documents import documents_page
from summitry.web.views.forecast import await_forecast, forecast_page
from summitry.web.views.shared import pager

__all__ = ["api_router"]

_ERRORS: dict[int | str, dict[str, Any]] = {
    status: {"model": ErrorAnswer} for status in (401, 403, 404, 413, 421, 422, 500, 503)
}

Id = Annotated[str, Path(description="An id, or the head of one.", max_length=200)]
Word = Annotated[str, Query(max_length=200)]
Switch = Annotated[bool, Query()]
Number = Annotated[int, Query(ge=1, le=1_000_000)]


def api_router(desk: Desk) -> APIRouter:
    """Return the routes of the API."""
    router = APIRouter(prefix="/api/v1", responses=_ERRORS)
    _record(router, desk)
    _incidents(router, desk)
    _documents(router, desk)
    _forecasts(router, desk)
    _corrections(router, desk)
    return router


def _record(router: APIRouter, desk: Desk) -> None:
    @router.get("/record", response_model=RecordModel, tags=["record"], summary="What is served")
    def record() -> Response:
        with desk.records.reading() as opened:
            events, documents = opened.counts()
            incidents = opened.count_incidents(series=False)
        return json_answer(
            {
                "name": desk.options.name,
                "documents": documents,
                "events": events,
                "incidents": incidents,
                "read_only": desk.options.read_only,
            }
        )

    @router.post("/check", response_model=CheckAnswer, tags=["claims"], summary="Check the claims of a draft")
    def check(request: CheckRequest) -> Response:
        return json_answer(checked(desk, draft_of(request.text, None), request.published).data)


def _incidents(router: APIRouter, desk: Desk) -> None:
    @router.get("/incidents", response_model=IncidentList, tags=["incidents"], summary="Incidents, in order of time")
    def incidents(
        request: Request,
        a: Word = "",
        b: Word = "",
        actor: Word = "",
        type: Word = "",
        mode: Word = "",
        level: Word = "",
        since: Word = "",
        until: Word = "",
        status: Word = "",
        place: Word = "",
        q: Word = "",
        conflicts: Switch = False,
        series: Switch = False,
        rejected: Switch = False,
        page: Number = 1,
        rows: Annotated[int, Query(ge=1, le=500)] = 50,
    ) -> Response:
        asks = narrowing(asked_of(desk, request))
        if asks.wrong:
            raise UsageError("a field of the query has a value that it cannot have")
        with desk.records.reading() as record:
            listed = find_page(record, asks.asked, rows, (page - 1) * rows)
        pages = pager("/api/v1/incidents", {**asks.values, "rows": rows}, page, rows, listed.total)
        return json_answer({**pages.to_dict(), "rule": asks.rule(), "items": listed.incidents.to_dicts()})

    @router.get("/incidents/{incident_id}", response_model=IncidentModel, tags=["incidents"], summary="One incident")
    def incident(incident_id: Id) -> Response:
        with desk.records.reading() as record:
            return json_answer(incident_dict(found("incident", lambda: record.incident(incident_id))))

    @router.get(
        "/incidents/{incident_id}/events",
        response_model=EventList,
        tags=["incidents"],
        summary="The statements that an incident rests on, each with its words",
    )
    def statements(incident_id: Id) -> Response:
        with desk.records.reading() as record:
            return _all_of(found("incident", lambda: record.events_in(incident_id)))

    @router.get("/events/{event_id}", response_model=EventModel, tags=["incidents"], summary="One event")
    def event(event_id: Id) -> Response:
        with desk.records.reading() as record:
            return json_answer(found("event", lambda: record.event(event_id)).to_dict())


def _documents(router: APIRouter, desk: Desk) -> None:
    @router.get("/documents", response_model=DocumentList, tags=["documents"], summary="Documents, the latest first")
    def documents(request: Request, publisher: Word = "", page: Number = 1) -> Response:
        with desk.records.reading() as record:
            data = documents_page(desk, record, asked_of(desk, request, "json")).data
        assert isinstance(data, dict)
        return json_answer({**data, "next": _api(str(data["next"])), "previous": _api(str(data["previous"]))})

    @router.get("/documents/{document_id}", response_model=DocumentModel, tags=["documents"], summary="One document")
    def document(document_id: Id) -> Response:
        with desk.records.reading() as record:
            return json_answer(found("document", lambda: record.document(document_id)).to_dict())

    @router.get(
        "/documents/{document_id}/events",
        response_model=EventList,
        tags=["documents"],
        summary="The events that a document states, in the order of its text",
    )
    def events(document_id: Id) -> Response:
        with desk.records.reading() as record:
            return _all_of(found("document", lambda: record.events_of(document_id)))


def _forecasts(router: APIRouter, desk: Desk) -> None:
    @router.get(
        "/forecast",
        response_model=ForecastAnswer,
        tags=["forecasts"],
        summary="How likely an act is, with base rate and reasons",
        description="Without `type`, what is likeliest between the two. Nothing is filed by asking.",
    )
    def forecast(
        request: Request,
        a: Word,
        b: Word = "",
        type: Word = "",
        mode: Word = "",
        level: Word = "",
        horizon: Word = "90d",
        as_of: Word = "",
        who: Switch = False,
    ) -> Response:
        asked = asked_of(desk, request, "json")
        await_forecast(desk, asked, MOST_PATIENT)
        with desk.records.reading() as record:
            data = forecast_page(desk, record, asked).data
        assert isinstance(data, dict)
        if data.pop("wrong"):
            raise UsageError("a field of the query has a value that it cannot have")
        return json_answer({**data, "state": "working" if data["state"] == "working" else "done"})


def _corrections(router: APIRouter, desk: Desk) -> None:
    @router.get("/corrections", response_model=CorrectionList, tags=["corrections"], summary="The latest first")
    def corrections(request: Request, added: Switch = False, page: Number = 1) -> Response:
        asked = replace(asked_of(desk, request, "json"), query={"added": "1" if added else "", "page": str(page)})
        with desk.records.reading() as record:
            data = corrections_page(desk, record, asked).data
        assert isinstance(data, dict)
        more = page * desk.options.rows < int(data["total"])
        following = with_query("/api/v1/corrections", {"added": added, "page": page + 1}) if more else ""
        return json_answer({**data, "next": following})

    @router.post(
        "/corrections",
        response_model=CorrectionMade,
        status_code=201,
        tags=["corrections"],
        summary="Decide on an incident, or take a decision back",
        description="The request must bear the desk's own `Origin`.",
    )
    def correct(sent: CorrectionRequest) -> Response:
        author = sent.author.strip() or desk.options.author
        with desk.records.writing() as record:
            if sent.action == "undo":
                made = record.corrections.undo(sent.correction or "?", author=author, reason=sent.reason)
            else:
                made = decide(record, sent.incident, sent.action, _form(sent), author)
            incident = incident_of(record, made)
        return json_answer({"correction": correction_to_json(made), "incident": incident}, 201)


def _form(sent: CorrectionRequest) -> FormData:
    pairs: list[tuple[str, str | UploadFile]] = [("field", sent.field), ("value", sent.value), ("reason", sent.reason)]
    pairs += [("with", other) for other in sent.incidents] + [("event", event) for event in sent.events]
    return FormData(pairs)


def _all_of(events: EventTable) -> Response:
    """Return events that fill one page."""
    return json_answer({"total": len(events), "next": "", "items": events.to_dicts()})


def _api(path: str) -> str:
    return f"/api/v1{path}" if path else ""

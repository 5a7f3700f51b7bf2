"""What a visitor decides: confirm, reject, edit, merge, split, undo. Each is one request, and each can be undone."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter, Request
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from summitry.model import Correction
from summitry.record import Record
from summitry.web.answers import json_answer
from summitry.web.desk import Desk
from summitry.web.forms import Sent, text_of, words_of
from summitry.web.links import address
from summitry.web.pages import AUTHOR_COOKIE, author_of
from summitry.web.people import people_from
from summitry.web.view import NotFoundError, found
from summitry.web.views.corrections import incident_of

__all__ = ["decide", "deciding_router"]


def deciding_router(desk: Desk) -> APIRouter:
    """Return the routes of corrections."""
    router = APIRouter(include_in_schema=False)

    @router.post("/incidents/{incident_id}/{action}")
    def correct(request: Request, incident_id: str, action: str, form: Sent) -> Response:
        if action not in ACTIONS:
            raise NotFoundError("page")
        author = text_of(form, "author") or author_of(desk, request)
        with desk.records.writing() as record:
            made = decide(record, incident_id, action, form, author)
            incident = incident_of(record, made) or incident_id
        return _done(request, made, incident)

    @router.post("/corrections/{correction_id}/undo")
    def undo(request: Request, correction_id: str, form: Sent) -> Response:
        author = text_of(form, "author") or author_of(desk, request)
        with desk.records.writing() as record:
            if not any(c.id == correction_id for c in record.corrections):
                raise NotFoundError("correction")
            made = record.corrections.undo(correction_id, author=author, reason=text_of(form, "reason"))
            incident = incident_of(record, made)
        return _done(request, made, incident)

    @router.post("/author")
    def name(form: Sent) -> Response:
        from urllib.parse import quote

        answer = RedirectResponse("/corrections", 303)
        answer.set_cookie(AUTHOR_COOKIE, quote(text_of(form, "author")[:80]), samesite="strict", httponly=True)
        return answer

    return router


def decide(record: Record, incident_id: str, action: str, form: FormData, author: str) -> Correction:
    """Make a correction.

    Raises:
        NotFoundError: there is no such incident.
        UsageError: a field cannot have its value.
    """
    incident = found("incident", lambda: record.incident(incident_id)).id
    return ACTIONS[action](record, incident, form, author, text_of(form, "reason"))


def _edit(record: Record, incident: str, form: FormData, author: str, reason: str) -> Correction:
    field, value = text_of(form, "field"), text_of(form, "value")
    given: object = value
    if field in ("actors", "recipients"):
        given = people_from(value, record.incident(incident))
    return record.corrections.edit(incident, field, given, author=author, reason=reason)


def _merge(record: Record, incident: str, form: FormData, author: str, reason: str) -> Correction:
    others = [record.incident(other).id for other in words_of(form, "with")]
    return record.corrections.merge([incident, *others], author=author, reason=reason)


def _split(record: Record, incident: str, form: FormData, author: str, reason: str) -> Correction:
    return record.corrections.split(incident, words_of(form, "event"), author=author, reason=reason)


def _reject(record: Record, incident: str, form: FormData, author: str, reason: str) -> Correction:
    return record.corrections.reject(incident, author=author, reason=reason)


def _confirm(record: Record, incident: str, form: FormData, author: str, reason: str) -> Correction:
    return record.corrections.confirm(incident, author=author, reason=reason)


ACTIONS: dict[str, Callable[[Record, str, FormData, str, str], Correction]] = {
    "edit": _edit,
    "merge": _merge,
    "split": _split,
    "reject": _reject,
    "confirm": _confirm,
}
"""What can be decided on an incident."""


def _done(request: Request, made: Correction, incident: str) -> Response:
    """Lead back to the incident, with the way to undo; a script gets the same as JSON."""
    where = address("incidents", incident, done=made.id) if incident else address("corrections", done=made.id)
    if "json" in request.headers.get("accept", ""):
        undo = "" if made.action == "undo" else address("corrections", made.id, "undo")
        return json_answer({"correction": made.id, "incident": incident, "page": where, "undo": undo})
    return RedirectResponse(where, 303)

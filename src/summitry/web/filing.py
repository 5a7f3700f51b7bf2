"""Forecasts asked after while they are worked out, and filed where a person says so. Looking files nothing."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from summitry.web.answers import json_answer
from summitry.web.desk import Desk
from summitry.web.foreseeing import Foreseen, foreseen
from summitry.web.forms import Sent, text_of
from summitry.web.links import address, with_query
from summitry.web.outlooks import FILED, Question
from summitry.web.pages import asked_of
from summitry.web.view import Asked, NotFoundError

__all__ = ["filing_router"]

_WAITS = 5.0


def filing_router(desk: Desk) -> APIRouter:
    """Return the routes."""
    router = APIRouter(include_in_schema=False)

    @router.get("/forecast/state")
    def state(request: Request) -> Response:
        return _state(desk, _question(foreseen(asked_of(desk, request))))

    @router.get("/forecasts/state")
    def state_of_filed() -> Response:
        return _state(desk, FILED)

    @router.post("/forecast/file")
    def file(request: Request, form: Sent) -> Response:
        asks = foreseen(Asked("/forecast", query={name: text_of(form, name) for name in form}))
        outlook = desk.outlooks.get(_question(asks), _WAITS)
        shown = outlook.forecasts if outlook else ()
        if len(shown) != 1 or repr(shown[0].probability) != text_of(form, "odds"):  # not what the visitor saw
            return RedirectResponse(with_query("/forecast", {**asks.values, "changed": True}), 303)
        with desk.records.writing() as record:
            new = record.seal(shown)
        desk.outlooks.forget(FILED)
        if "json" in request.headers.get("accept", ""):
            return json_answer({"filed": new})
        return RedirectResponse(address("forecasts", done="new" if new else "known"), 303)

    return router


def _question(asks: Foreseen) -> Question:
    if asks.question is None:
        raise NotFoundError("answer to that question")
    return asks.question


def _state(desk: Desk, question: Question) -> Response:
    return json_answer({"state": "working" if desk.outlooks.get(question) is None else "done"})

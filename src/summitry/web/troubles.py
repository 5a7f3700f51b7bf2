"""Errors as visitors see them: one shape, fixed words. What a request said is never repeated."""

from __future__ import annotations

import logging
import sqlite3

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from summitry.errors import RecordError, SlowQuestionError, SummitryError, UsageError
from summitry.web.answers import error_answer
from summitry.web.desk import Desk
from summitry.web.refusals import Refusal, refusal
from summitry.web.view import NotFoundError

__all__ = ["handle_errors", "refusal_for"]

_LOG = logging.getLogger(__name__)
_BY_STATUS = {400: "bad-request", 404: "not-found", 405: "wrong-method", 413: "too-large", 422: "bad-field"}


def refusal_for(error: Exception) -> Refusal:
    """Return how an error is told to a visitor."""
    match error:
        case NotFoundError():
            return refusal("not-found", f"The record holds no such {error.what}.")
        case SlowQuestionError():
            return refusal("too-slow")
        case RecordError():
            cause = getattr(error.__cause__, "sqlite_errorcode", 0) or 0
            return refusal("busy" if cause & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) else "no-record")
        case UsageError() | RequestValidationError() | UnicodeError():
            return refusal("bad-field")
        case HTTPException():
            return refusal(_BY_STATUS.get(error.status_code, "bad-request"))
        case _:
            return refusal("failed")


def handle_errors(app: FastAPI, desk: Desk) -> None:
    """Let every error of an application become such an answer."""

    def answer(request: Request, error: Exception) -> Response:
        if isinstance(error, RecordError):
            _LOG.error("%s", error)
        return error_answer(desk, request, refusal_for(error))

    for kind in (HTTPException, RequestValidationError, NotFoundError, SummitryError, UnicodeError, Exception):
        app.add_exception_handler(kind, answer)

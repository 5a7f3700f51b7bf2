"""`/plots`: pictures, with the rows that they are drawn from."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter
from starlette.responses import Response

from summitry.errors import UsageError
from summitry.web.answers import json_answer, table_answer
from summitry.web.desk import Desk
from summitry.web.drawing import course_of, course_rows, course_table
from summitry.web.view import NotFoundError

__all__ = ["plotting_router"]

_SECONDS = 30.0
_TYPES = {"svg": "image/svg+xml", "png": "image/png"}

Form = Literal["svg", "png", "json", "csv"]


def plotting_router(desk: Desk) -> APIRouter:
    """Return the routes of pictures."""
    router = APIRouter(include_in_schema=False)

    @router.get("/plots/dyad/{one}/{other}.{form}")
    def dyad(one: str, other: str, form: Form) -> Response:
        try:
            with desk.records.reading(_SECONDS) as record:
                if form in _TYPES:
                    return Response(desk.drawings.course(record, one, other, form), media_type=_TYPES[form])
                series = course_of(record, one, other)
        except UsageError as error:
            raise NotFoundError("picture") from error
        return json_answer({"items": course_rows(series)}) if form == "json" else table_answer(course_table(series))

    return router

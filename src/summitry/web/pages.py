"""The addresses of the desk, each as a page, as `.json` and, where there are rows, as `.csv`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from urllib.parse import unquote

from fastapi import APIRouter, Request
from starlette.responses import Response

from summitry.web.answers import write_view
from summitry.web.desk import Desk
from summitry.web.view import Asked, Form, Page
from summitry.web.views import PAGES

__all__ = ["MOST_PATIENT", "asked_of", "author_of", "pages_router"]

AUTHOR_COOKIE = "summitry_author"
_MOMENT, MOST_PATIENT = 0.2, 60.0
"""Seconds that a person, and a program, wait for what is worked out beside the pages."""


def pages_router(desk: Desk) -> APIRouter:
    """Return the routes of all pages; those of `.json` and `.csv` come first, so that no name swallows the ending."""
    router = APIRouter(include_in_schema=False)
    for page in PAGES:
        base = "/overview" if page.path == "/" else page.path
        forms: Sequence[tuple[str, Form]] = [(f"{base}.json", "json"), (page.path, "html")]
        if page.csv:
            forms = [(f"{base}.csv", "csv"), *forms]
        for path, form in forms:
            router.add_api_route(path, _endpoint(desk, page, form), methods=["GET", "HEAD"])
    return router


def _endpoint(desk: Desk, page: Page, form: Form) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        asked = asked_of(desk, request, form)
        seconds = desk.options.download_seconds if form == "csv" else None
        if page.wait is not None:  # before the clock of the questions runs
            page.wait(desk, asked, MOST_PATIENT if form != "html" or desk.options.static else _MOMENT)
        with desk.records.reading(seconds) as record:
            view = page.view(desk, record, asked)
            return write_view(desk, asked, view)

    return answer


def asked_of(desk: Desk, request: Request, form: Form = "html") -> Asked:
    """Return what a request asks for."""
    return Asked(request.url.path, request.path_params, dict(request.query_params), form, author_of(desk, request))


def author_of(desk: Desk, request: Request) -> str:
    """Return who corrects: the name that the visitor gave, else the desk's own."""
    return unquote(request.cookies.get(AUTHOR_COOKIE, ""))[:80].strip() or desk.options.author

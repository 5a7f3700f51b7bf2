"""The desk as a web application."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import anyio.to_thread
from fastapi import FastAPI
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

import summitry
from summitry.actors import load_registry
from summitry.errors import SummitryError
from summitry.places import load_gazetteer
from summitry.relations.plots.world import world_svg
from summitry.web.api import api_router
from summitry.web.deciding import deciding_router
from summitry.web.desk import Desk
from summitry.web.filing import filing_router
from summitry.web.guard import Guard
from summitry.web.options import Options
from summitry.web.pages import pages_router
from summitry.web.plotting import plotting_router
from summitry.web.templating import prepare_templates
from summitry.web.troubles import handle_errors
from summitry.web.uploading import uploading_router

__all__ = ["make_app"]

_THREADS = 12
"""Threads that make pages: more would only wait for the interpreter."""


def _warm(desk: Desk) -> None:
    """Do beforehand, beside the first pages, what would make a later one wait for seconds."""
    with suppress(SummitryError):  # the page that asks tells it
        desk.tallies()
    prepare_templates()
    load_registry()
    load_gazetteer()


def make_app(options: Options) -> FastAPI:
    """Return the application that serves a record.

    Args:
        options: which record, for whom, and what one request may cost.
    """
    desk = Desk(options)

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = _THREADS
        threading.Thread(target=_warm, args=(desk,), daemon=True).start()
        yield
        desk.close()

    app = FastAPI(
        title="summitry",
        version=summitry.__version__,
        summary="Who did what to whom, when, where, according to which words.",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,  # both pages load scripts from other hosts
        redoc_url=None,
        redirect_slashes=False,  # an address is never repeated to whom it came from
        lifespan=life,
    )
    app.state.desk = desk
    app.include_router(api_router(desk))
    app.include_router(deciding_router(desk))
    app.include_router(uploading_router(desk))
    app.include_router(filing_router(desk))
    app.include_router(plotting_router(desk))
    app.include_router(pages_router(desk))
    app.add_api_route("/static/world.svg", _world, include_in_schema=False)
    app.mount("/static", StaticFiles(packages=[("summitry.web", "static")]), name="static")
    handle_errors(app, desk)
    app.add_middleware(Guard, options=options)
    return app


def _world() -> Response:
    """Return the map that journeys are drawn on."""
    return Response(world_svg(), media_type="image/svg+xml", headers={"Cache-Control": "max-age=86400"})

"""Articles that a visitor sends to be read, and drafts to be checked."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.datastructures import FormData, UploadFile
from starlette.responses import RedirectResponse, Response

from summitry.errors import UsageError
from summitry.web.answers import json_answer, write_view
from summitry.web.desk import Desk
from summitry.web.forms import text_of
from summitry.web.links import address
from summitry.web.pages import asked_of
from summitry.web.uploads import Upload, safe_name
from summitry.web.view import Form, NotFoundError
from summitry.web.views.check import checked, draft_of

__all__ = ["uploading_router"]

_FILES = 200


async def _form(request: Request) -> FormData:
    return await request.form(max_files=_FILES, max_fields=20, max_part_size=1_000_000)


Sent = Annotated[FormData, Depends(_form)]


def uploading_router(desk: Desk) -> APIRouter:
    """Return the routes that take files."""
    router = APIRouter(include_in_schema=False)

    @router.post("/reading")
    def read(request: Request, form: Sent) -> Response:
        uploads = [upload for sent in form.getlist("file") if (upload := _upload(sent)) is not None]
        text = text_of(form, "text")
        if text:
            uploads.append(Upload("pasted.txt", text.encode("utf-8", "replace")))
        if not uploads or len({upload.name for upload in uploads}) < len(uploads):
            raise UsageError("no file, or two of one name")
        job = desk.jobs.start(uploads, text_of(form, "published"), text_of(form, "publisher")[:200])
        if "json" in request.headers.get("accept", ""):
            return json_answer(job.to_dict(), 202)
        return RedirectResponse(address("reading", job.id), 303)

    def check(request: Request, form: Sent) -> Response:
        as_json = request.url.path.endswith(".json") or "json" in request.headers.get("accept", "")
        kind: Form = "json" if as_json else "html"
        asked = asked_of(desk, request, kind)
        view = checked(desk, draft_of(text_of(form, "text"), form.get("file")), text_of(form, "published"))
        return write_view(desk, asked, view)

    for path in ("/check", "/check.json"):
        router.add_api_route(path, check, methods=["POST"])

    @router.get("/reading/{job_id}/state")
    def state(job_id: str) -> Response:
        job = desk.jobs.get(job_id)
        if job is None:
            raise NotFoundError("reading")
        return json_answer(job.to_dict())

    return router


def _upload(sent: object) -> Upload | None:
    if not isinstance(sent, UploadFile) or not sent.filename:
        return None
    name = safe_name(sent.filename)
    if not name:
        raise UsageError("a file has a name that is no name")
    return Upload(name, sent.file.read())

"""Uploads: what can be read, and how far a reading is."""

from __future__ import annotations

from summitry.record import Record
from summitry.web.desk import Desk
from summitry.web.view import Asked, NotFoundError, View

__all__ = ["job_page", "reading_page"]


def reading_page(desk: Desk, record: Record, asked: Asked) -> View:
    """Return the form for uploads with the readings so far."""
    jobs = desk.jobs.all()
    return View("reading.html", {"jobs": jobs}, {"items": [job.to_dict() for job in jobs]})


def job_page(desk: Desk, record: Record, asked: Asked) -> View:
    """Return how far a reading is.

    Raises:
        NotFoundError: there is no such reading.
    """
    job = desk.jobs.get(asked.parts["job_id"])
    if job is None:
        raise NotFoundError("reading")
    return View("job.html", {"job": job}, job.to_dict())

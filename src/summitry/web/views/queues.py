"""A queue: incidents that need a person's eye, to be gone through by keyboard."""

from __future__ import annotations

from summitry.record import Record
from summitry.record.browsing import QUEUES
from summitry.record.browsing import queue_page as read_queue
from summitry.web.desk import Desk
from summitry.web.view import Asked, View

__all__ = ["queue_page"]

_ROWS = 25


def queue_page(desk: Desk, record: Record, asked: Asked) -> View:
    """Return the head of a queue; what was decided on leaves it, so the head is always what comes next."""
    name = asked.text("of") if asked.text("of") in QUEUES else "conflicts"
    incidents = read_queue(record, name, _ROWS)
    tallies = desk.tallies()
    counts = {"conflicts": tallies.conflicts, "low": tallies.low, "unresolved": tallies.unresolved} if tallies else {}
    context = {"queue": QUEUES[name], "queues": list(QUEUES.values()), "incidents": incidents, "counts": counts}
    return View("queue.html", context, {"queue": name, "items": incidents.to_dicts()})

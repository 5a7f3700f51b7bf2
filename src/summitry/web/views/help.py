"""What the words on the pages mean, which keys there are, and how programs ask."""

from __future__ import annotations

from summitry.coding.ontology import load_ontology
from summitry.record import Record
from summitry.web.desk import Desk
from summitry.web.view import Asked, View

__all__ = ["help_page"]


def help_page(desk: Desk, record: Record, asked: Asked) -> View:
    """Return the help."""
    categories = load_ontology()
    data = {name: {"quadrant": c.quadrant, "means": c.means, "modes": list(c.modes)} for name, c in categories.items()}
    return View("help.html", {"categories": list(categories.values())}, {"categories": data})

"""How pages put things into words: numbers, kinds of act, who did what to whom."""

from __future__ import annotations

import re
from functools import cache

from summitry.coding.ontology import load_ontology
from summitry.exchange.countries import name_of
from summitry.model import Incident

__all__ = ["QUADRANTS", "counted", "number", "plain", "quadrant", "state_name", "title_of", "type_means"]

QUADRANTS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict", "none")
"""In the order of charts and legends."""

# C0 and C1 controls but tab and line ends, and the marks that turn the direction of writing around (Unicode TR 36).
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def plain(text: object) -> str:
    """Return a text without characters that a page would obey instead of showing."""
    return _CONTROLS.sub("\ufffd", str(text))


def number(value: int) -> str:
    """Return a number in groups of three, parted by narrow spaces.

    >>> number(68063) == "68\\u202f063"
    True
    """
    return f"{value:,}".replace(",", "\u202f")


def counted(value: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun."""
    return f"{number(value)} {noun if value == 1 else plural or noun + 's'}"


@cache
def quadrant(type: str) -> str:
    """Return whether a category is cooperation or conflict, in words or in deeds."""
    category = load_ontology().get(type)
    return category.quadrant if category else "none"


@cache
def type_means(type: str) -> str:
    """Return what a category covers."""
    category = load_ontology().get(type)
    return category.means if category else ""


def state_name(code: str) -> str:
    """Return a state's name, its code where none is known."""
    return name_of(code) or code


def title_of(incident: Incident) -> str:
    """Return an incident in a line: `Kim Jong Un → Xi Jinping, CONSULT visit`."""
    who = ", ".join(p.name for p in incident.actors)
    whom = ", ".join(p.name for p in incident.recipients)
    return f"{who}{' → ' if whom else ''}{whom}, {incident.type} {incident.mode}".strip()

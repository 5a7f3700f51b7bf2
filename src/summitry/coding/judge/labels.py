"""What the judge can answer: categories, their modes and the statuses, in the order of its outputs."""

from __future__ import annotations

from typing import get_args

from summitry.coding.ontology import load_ontology
from summitry.model import EventType, Status

__all__ = ["MODES", "NONE", "NOTHING", "STATUSES", "TYPES", "modes_of"]

NONE = "NONE"
"""The pair does nothing to each other in this sentence, or not in this direction."""
NOTHING = ("unrelated", "reversed", "metaphor", "nonpolitical", "mood", "generic")
"""Why a pair stands in no act; the judge learns the reason beside the verdict."""
TYPES: tuple[str, ...] = (*get_args(EventType), NONE)
STATUSES: tuple[str, ...] = get_args(Status)


def modes_of(kind: str) -> tuple[str, ...]:
    """Return the modes of a category, the empty one first; for `NONE` the reasons."""
    return NOTHING if kind == NONE else ("", *load_ontology()[kind].modes)


MODES: tuple[tuple[str, str], ...] = tuple((kind, mode) for kind in TYPES for mode in modes_of(kind))
"""Every category with each of its modes."""

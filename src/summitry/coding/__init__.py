"""Sentences to events: the PLOVER ontology, trigger frames, status, attribution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitry.coding.format import coded_to_json, event_to_json
from summitry.coding.version import CODER
from summitry.toolkits import import_spacy

if TYPE_CHECKING:
    from summitry.coding.coder import Coder, load_coder

__all__ = ["CODER", "Coder", "coded_to_json", "event_to_json", "load_coder"]


def __getattr__(name: str) -> object:
    """Import the coder where it is asked for: the parser behind it takes seconds, the format and the name do not."""
    if name not in ("Coder", "load_coder"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import_spacy()
    from summitry.coding import coder

    return getattr(coder, name)

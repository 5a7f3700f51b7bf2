"""Places: a gazetteer, and where a text names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitry.places.gazetteer import Gazetteer, load_gazetteer

if TYPE_CHECKING:
    from summitry.places.finding import find_places

__all__ = ["Gazetteer", "find_places", "load_gazetteer"]


def __getattr__(name: str) -> object:
    """Import the finder where it is asked for: the parser behind it takes seconds, the gazetteer does not."""
    if name != "find_places":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from summitry.places import finding

    return finding.find_places

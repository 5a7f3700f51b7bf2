"""The desk: pages on a record, where it is read, checked and corrected, and an API at the same addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitry.web.options import Options

if TYPE_CHECKING:
    from summitry.web.app import make_app

__all__ = ["Options", "make_app"]


def __getattr__(name: str) -> object:
    """Import the application where it is asked for: `summitry mcp` works without the packages behind it."""
    if name != "make_app":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from summitry.web import app

    return app.make_app

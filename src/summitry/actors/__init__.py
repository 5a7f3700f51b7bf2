"""Who acts: the registry of states, organisations, people and offices, and mentions resolved against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitry.actors.registry import Registry, load_registry

if TYPE_CHECKING:
    from summitry.actors.resolving import resolve_mentions

__all__ = ["Registry", "load_registry", "resolve_mentions"]


def __getattr__(name: str) -> object:
    """Import the resolver where it is asked for: the parser behind it takes seconds, the registry does not."""
    if name != "resolve_mentions":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from summitry.actors import resolving

    return resolving.resolve_mentions

"""Who acts: the registry of states, organisations, people and offices, and mentions resolved against it."""

from summitry.actors.registry import Registry, load_registry
from summitry.actors.resolving import resolve_mentions

__all__ = ["Registry", "load_registry", "resolve_mentions"]

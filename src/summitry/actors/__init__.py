"""Who acts: the registry of states, organisations, people and offices, and mentions resolved against it."""

from summitry.actors.registry import Registry, load_registry

__all__ = ["Registry", "load_registry"]

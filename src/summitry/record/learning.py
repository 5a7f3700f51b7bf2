"""Another coder than the bundled one, told of a user's own actors."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from summitry.actors import Registry, load_registry
from summitry.record.own_actors import OwnRows
from summitry.record.workers import Coder

__all__ = ["LearningCoder", "LoadTold"]


class LearningCoder(Coder, Protocol):
    """A coder that can be told of more actors."""

    def knowing(self, registry: Registry, name: str) -> Coder:
        """Return a coder that knows the actors of a registry, under a name of its own."""
        ...


@dataclass(frozen=True, slots=True)
class LoadTold:
    """Loads a coder and tells it of a user's own actors.

    Args:
        rows: the user's own.
        load: gives the coder.
    """

    rows: OwnRows
    load: Callable[[], LearningCoder]

    def __call__(self) -> Coder:
        """Load it."""
        coder = self.load()
        if not self.rows:
            return coder
        return coder.knowing(self.rows.added_to(load_registry()), self.rows.named(coder.name))

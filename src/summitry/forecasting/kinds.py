"""Kinds of acts that a forecast may be asked for: a category, narrowed to a mode or a level."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from summitry.incidents import LEVELS
from summitry.model import MUTUAL, Level

__all__ = ["Kind", "Slot", "slots_of"]


@dataclass(frozen=True, slots=True, order=True)
class Kind:
    """What counts as the act asked for.

    Args:
        type: PLOVER category.
        mode: PLOVER mode, `""` for any.
        level: lowest level at which it counts, `None` for any.
    """

    type: str
    mode: str = ""
    level: Level | None = None

    @property
    def mutual(self) -> bool:
        """Whether all sides act together."""
        return self.type in MUTUAL

    @property
    def rank(self) -> int:
        """The number of the lowest level that counts, 0 for leaders."""
        return LEVELS.index(self.level) if self.level else len(LEVELS) - 1

    @property
    def text(self) -> str:
        """The kind in words: `CONSULT visit at leader level`."""
        words = f"{self.type} {self.mode}".strip()
        return f"{words} at {self.level} level" if self.level else words


@dataclass(frozen=True, slots=True)
class Slot:
    """A kind as it stands between two sides in the order of their names.

    Args:
        kind: the kind.
        number: of the kind; both directions of a kind share it.
        turned: whether the side later in order acts on the earlier one.
    """

    kind: Kind
    number: int
    turned: bool = False


def slots_of(kinds: Iterable[Kind]) -> tuple[Slot, ...]:
    """Return the slots of some kinds: one for a mutual kind, one for each direction of any other."""
    slots: list[Slot] = []
    for number, kind in enumerate(dict.fromkeys(kinds)):
        one = Slot(kind, number)
        slots += [one] if kind.mutual else [one, replace(one, turned=True)]
    return tuple(slots)

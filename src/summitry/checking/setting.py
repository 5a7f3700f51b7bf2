"""What a claim is checked with: the incidents, the actors, the day of the article, the claims beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from summitry.actors import Registry
from summitry.checking.source import IncidentSource
from summitry.model import Claim, Interval

__all__ = ["Setting"]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a claim is checked with.

    Args:
        source: the incidents.
        registry: who is a state, who a person.
        published: when the text was published, `None` where unknown: then nothing bounds the evidence.
        after: whether evidence after that is used.
        beside: all claims of the text, in its order.
        text: the text, into which the offsets of the claims go.
    """

    source: IncidentSource
    registry: Registry
    published: Interval | None = None
    after: bool = False
    beside: tuple[Claim, ...] = ()
    text: str = ""

    @property
    def today(self) -> date | None:
        """The last day on which the text can have been published."""
        return self.published.last if self.published else None

    @property
    def until(self) -> date | None:
        """The last day of evidence, `None` where nothing bounds it."""
        return None if self.after else self.today

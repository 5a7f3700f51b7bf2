"""What pages ask that takes long in a large record, and is then worked out beside them."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.model import Actor
from summitry.record import IncidentFilter, Record
from summitry.record.browsing import ActorTally, Found, Outline, find_page, outline, partners
from summitry.web.travel import Journey, journeys

__all__ = ["First", "HowMany", "Travels", "WithWhom"]

_MEETINGS = 500
"""Meetings that are looked through for journeys: more than any one person of the chronologies has."""


@dataclass(frozen=True, slots=True)
class HowMany:
    """How many incidents there are of what is asked for, by category and year."""

    asked: IncidentFilter

    def answer(self, record: Record) -> Outline:
        """Count."""
        return outline(record, self.asked)


@dataclass(frozen=True, slots=True)
class First:
    """The first incidents of what is asked for, and how many there are."""

    asked: IncidentFilter
    limit: int

    def answer(self, record: Record) -> Found:
        """Find them."""
        return find_page(record, self.asked, self.limit)


@dataclass(frozen=True, slots=True)
class WithWhom:
    """With whom somebody of a name met, most often first."""

    name: str

    def answer(self, record: Record) -> tuple[ActorTally, ...]:
        """Count."""
        return tuple(partners(record, self.name))


@dataclass(frozen=True, slots=True)
class Travels:
    """Where a person met others away from home."""

    actor: Actor

    def answer(self, record: Record) -> tuple[Journey, ...]:
        """Look."""
        if self.actor.kind != "person":
            return ()
        asked = IncidentFilter(actor=self.actor.name, type="CONSULT", status="occurred", series=False, limit=_MEETINGS)
        return tuple(journeys(record.incidents(asked), self.actor))

"""Incidents: what one or more events are about, with how each field was chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summitry.model.event import EventType, Participant, Status, TwoSided
from summitry.model.interval import Interval

__all__ = ["Alternative", "Choice", "Incident", "Level", "StatusReport"]

Level = Literal["leader", "minister", "official", "body"]
"""How high an act stands: heads of state and government and paramount leaders; ministers; other persons who hold or
held an office; states, organisations and groups of whom no person is named."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """A value that some events give for a field and that was not chosen.

    Args:
        value: as text, dates in ISO form.
        event_ids: the events that give it, in order.
    """

    value: str
    event_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """How the value of one field of an incident was chosen.

    Args:
        field: `interval`, `place`, `mode`, `status`, `participants` …
        value: the chosen value, as text.
        rule: the stated rule that chose it: `most-precise`, `most-sources`, `only`, `corrected` …
        event_ids: the events that give the chosen value, in order; empty where a person gave it.
        alternatives: the values that disagree with it, most supported first.
    """

    field: str
    value: str
    rule: str
    event_ids: tuple[str, ...] = ()
    alternatives: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True)
class StatusReport:
    """One step in the history of an incident's status: from which report on it was said to stand so.

    Args:
        status: what the report says.
        reported: day of the report, `""` where its publication date is unknown.
        event_id: the event that says it.
    """

    status: Status
    reported: str
    event_id: str


@dataclass(frozen=True, slots=True)
class Incident(TwoSided):
    """Something that happened, was planned or was denied, put together from all that states it.

    Args:
        id: `i-` and a digest of its first event, or of its own content where it was added by hand.
        type: PLOVER category.
        mode: PLOVER mode, `""` where none is told.
        participants: who did it to whom, each with the office held at the time.
        interval: when, `None` where nothing tells.
        place: `City, Country`, `Country`, a bare name, or `""`.
        status: whether it happened.
        level: how high it stands: of several sides, the second highest.
        count: how many acts of a series told only as a number it stands for.
        score: 0 to 1, how likely it is right.
        event_ids: the events that state it, in order; none where a person added it.
        documents: how many documents state it.
        sources: how many independent sources state it; copies of one report count once.
        sentence: a sentence that states it, for readers; for one added by hand, its note.
        choices: how each field was chosen, and what disagrees.
        history: its statuses in order of report.
        contexts: PLOVER contexts.
        citations: public sources given by hand, one each.
        corrections: ids of the corrections that bear on it, in order.
    """

    id: str
    type: EventType
    mode: str
    participants: tuple[Participant, ...]
    interval: Interval | None
    place: str
    status: Status
    level: Level
    count: int = 1
    score: float = 1.0
    event_ids: tuple[str, ...] = ()
    documents: int = 0
    sources: int = 0
    sentence: str = ""
    choices: tuple[Choice, ...] = ()
    history: tuple[StatusReport, ...] = ()
    contexts: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()
    corrections: tuple[str, ...] = ()

    @property
    def conflicts(self) -> tuple[str, ...]:
        """The fields on which its sources disagree."""
        return tuple(choice.field for choice in self.choices if choice.alternatives)

"""The incidents that answer a question, each act once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from summitry.actors.folding import fold
from summitry.checking.matters import is_about
from summitry.checking.offices import holds_office, is_called
from summitry.checking.parties import stands_for, takes_part
from summitry.checking.question import Question
from summitry.checking.source import IncidentSource, Narrowing
from summitry.incidents import at_least, level_of_participant
from summitry.model import Incident, Interval

__all__ = ["Found", "ask", "fetch", "in_window", "is_at", "keep", "narrowing_of", "starts"]

REACH = timedelta(days=70)
"""How far on either side of a window incidents are looked at for near misses."""
_PREMIER = re.compile(r"\b(?:premier|prime minister|presidium)\b", re.IGNORECASE)
"""Offices of those who rank below a head that governs: the head of a parliament's presidium is one in name."""
LIKELY = 0.3
"""Incidents that are less likely right than this are not counted."""


@dataclass(frozen=True, slots=True)
class Found:
    """The incidents that answer a question, in order of time.

    Args:
        incidents: all that may.
        imprecise: ids of those whose dates leave open whether they lie in the window.
        disputed: ids of those on whose date or status sources disagree.
    """

    incidents: tuple[Incident, ...]
    imprecise: frozenset[str] = frozenset()
    disputed: frozenset[str] = frozenset()

    def __len__(self) -> int:
        return len(self.incidents)

    @property
    def ids(self) -> tuple[str, ...]:
        """Their ids, in order of time."""
        return tuple(incident.id for incident in self.incidents)


def ask(source: IncidentSource, question: Question) -> Found:
    """Return the incidents that answer a question."""
    return keep(fetch(source, question), question)


def fetch(source: IncidentSource, question: Question, limit: int = 0) -> Sequence[Incident]:
    """Return the incidents of the category with the parties, in the window and some weeks around it.

    Args:
        source: whom to ask.
        question: what is asked.
        limit: most to return, 0 for all.
    """
    narrowing = narrowing_of(question)
    return source.incidents(**narrowing, limit=limit) if limit else source.incidents(**narrowing)


def narrowing_of(question: Question) -> dict[str, Narrowing]:
    """Return by what a source is asked for what may answer a question."""
    names = [party.asked for party in sorted(question.parties, key=lambda party: bool(party.state))]
    narrowing: dict[str, Narrowing] = {"series": False}
    if question.type:
        narrowing["type"] = question.type
    if len(names) > 1:
        narrowing["between"] = (names[0], names[1])
    elif names:
        narrowing["actor"] = names[0]
    if question.mode:
        narrowing["mode"] = question.mode
    if question.level:
        narrowing["level"] = question.level
    window = question.window
    if window and window.first:
        narrowing["since"] = _shifted(window.first, -REACH).isoformat()
    if window and window.last:
        narrowing["until"] = _shifted(window.last, REACH).isoformat()
    return narrowing


def _shifted(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta(0) else date.min


def keep(incidents: Iterable[Incident], question: Question) -> Found:
    """Return those of some incidents that answer a question, each act once."""
    kept = _each_once(i for i in incidents if in_window(i, question.window) and _fits(i, question))
    window = question.window
    return Found(
        kept,
        frozenset(i.id for i in kept if window is not None and not _is_inside(i, window)),
        frozenset(i.id for i in kept if {"status", "interval", "date"} & {*i.conflicts}),
    )


def _fits(incident: Incident, question: Question) -> bool:
    begins = incident.interval.first if incident.interval else None
    return (
        (not question.type or incident.type == question.type)
        and (not question.mode or incident.mode == question.mode)
        and (question.phone or question.mode == "phone" or incident.mode != "phone")
        and incident.status in question.statuses
        and incident.score >= LIKELY
        and at_least(incident.level, question.level)
        and (question.until is None or begins is None or begins <= question.until)
        and all(takes_part(party, incident.participants) for party in question.parties)
        and _sides_apart(incident, question)
        and (not question.acting or any(stands_for(p, question.parties[0]) for p in incident.actors))
        and not (question.bilateral and incident.mode == "multilateral")
        and not (question.headed and _has_premier(incident, question.headed))
        and all(holds_office(incident, holder, question.office) for holder in question.holders)
        and (not question.in_power or _is_in_power(incident, question))
        and (not question.place or is_at(incident, question.place))
        and all(is_about(incident, matter) for matter in question.matters)
    )


def _sides_apart(incident: Incident, question: Question) -> bool:
    """False where one participant alone would stand for two parties: Xi is not both Xi and China's side."""
    persons = [party for party in question.parties if not party.state]
    others = [p for p in incident.participants if not any(stands_for(p, person) for person in persons)]
    return all(takes_part(party, others) for party in question.parties if party.state)


def _has_premier(incident: Incident, headed: frozenset[str]) -> bool:
    """True where it is a prime minister who acts for a state that has a head besides."""
    return any(p.state in headed and _PREMIER.search(p.office) for p in incident.participants)


def _is_in_power(incident: Incident, question: Question) -> bool:
    """True where the first party, if it is a person, takes part as head of state or government, in the office told."""
    people = [party for party in question.parties[:1] if not party.state]
    acting = [p for party in people for p in incident.participants if stands_for(p, party)]
    office = question.power
    return all(level_of_participant(p) == "leader" and (not office or is_called(p.office, office)) for p in acting)


def is_at(incident: Incident, asked: str) -> bool:
    """True where an incident took place where it is asked for, or within it.

    A town that is asked for with its state answers to the town alone.
    """
    here, there = ([fold(part) for part in text.split(",")] for text in (incident.place, asked))
    return bool(incident.place) and (here[0] == there[0] or (len(there) == 1 and there[0] in here))


def in_window(incident: Incident, window: Interval | None) -> bool:
    """True where some day of an incident may lie in a window; always where there is none."""
    if window is None:
        return True
    interval = incident.interval
    return interval is not None and (interval.first or interval.last) is not None and interval.overlaps(window)


def _is_inside(incident: Incident, window: Interval) -> bool:
    """True where an incident surely lies in a window: it is dated to days, or as a whole within."""
    interval = incident.interval
    if interval is None or interval.first is None or interval.last is None:
        return False
    if interval.precision in {"day", "range"}:
        return True
    return (window.first is None or interval.first >= window.first) and (
        window.last is None or interval.last <= window.last
    )


def starts(incident: Incident) -> date:
    """Return the first possible day of an incident, the last day of all where it is undated."""
    interval = incident.interval
    return (interval.first or interval.last or date.max) if interval else date.max


def _each_once(incidents: Iterable[Incident]) -> tuple[Incident, ...]:
    """Return incidents in order of time, of overlapping ones with the same participants only the first.

    Two entries of one visit, its talks and its dinner, are one meeting.
    """
    kept: list[Incident] = []
    for incident in sorted(incidents, key=lambda i: (starts(i), i.id)):
        if not any(_is_same(before, incident) for before in kept[-5:]):
            kept.append(incident)
    return tuple(kept)


def _is_same(one: Incident, other: Incident) -> bool:
    if not (one.interval and other.interval and one.type == other.type == "CONSULT"):
        return False
    precise = one.interval.precision in {"day", "range"} and other.interval.precision in {"day", "range"}
    if not precise or not one.interval.overlaps(other.interval):
        return False
    return {fold(p.name) for p in one.participants} == {fold(p.name) for p in other.participants}

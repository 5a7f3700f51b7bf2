"""One happening told twice in a document is one event with several pieces of evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summitry.coding.participants import UNKNOWN
from summitry.coding.sameness import is_apart, is_same_happening, is_toll
from summitry.coding.series import is_told_singly
from summitry.coding.statements import Statement, is_weak, width
from summitry.model import Event, Interval, Participant

__all__ = ["merge_events"]

NOBODY, ANYBODY = "nobody", "anybody"
"""Under which statements are found that name nobody, and all."""
RECALLED = frozenset({"ASSAULT", "COERCE", "CONSULT", "MOBILIZE", "RETREAT", "SANCTION"})
"""Categories of acts that a noun recalls with no day of its own."""
WEEK = 7
STRETCHES = frozenset({"last-unit", "this-unit"})
"""Rules of dates told as a week or month in which an act lies."""
LATEST = 4
"""How many acts back the assault may be told whose toll follows."""


def merge_events(statements: Sequence[Statement]) -> tuple[Event, ...]:
    """Merge statements of one document that tell the same happening, in the order of the text.

    Only statements that name somebody in common are compared, and those that name nobody.
    """
    merged: list[Statement] = []
    shared: dict[tuple[str, str], set[int]] = {}
    for told in sorted(statements, key=lambda s: (s.event.evidence[0].start, s.event.evidence[0].end, s.event.type)):
        named, kind = _named(told.event), told.event.type
        asked = {*named, NOBODY} if named else {ANYBODY}
        alike = {position for name in asked for position in shared.get((kind, name), ())}
        near = sorted(alike | {i for i in range(max(0, len(merged) - LATEST), len(merged)) if is_toll(merged[i], told)})
        again = _undated(told)
        found = next((at for at in near if is_same_happening(_undated(merged[at]), again)), len(merged))
        if found == len(merged):
            merged.append(told)
        else:
            merged[found] = _joined_statement(_undated(merged[found]), again)
        for name in {*(named or {NOBODY}), ANYBODY}:
            shared.setdefault((kind, name), set()).add(found)
    return tuple(told.event for told in merged if not is_told_singly(told, merged))


def _undated(told: Statement) -> Statement:
    """Return what a noun recalls without the day that only its page tells: "the launch" lies when it was told to."""
    recalls = told.recalled and told.event.type in RECALLED and is_weak(told.event.interval)
    return replace(told, event=replace(told.event, interval=None)) if recalls else told


def _named(event: Event) -> set[str]:
    """Return whom an event names, by id and by state."""
    return {name for p in event.participants for name in (p.actor_id, p.state) if name and name != UNKNOWN}


def _joined_statement(one: Statement, other: Statement) -> Statement:
    body = None if one.heading == other.heading else other if one.heading else one
    if one.foretold != other.foretold:
        body = other if one.foretold else one
    outright = body or (one if one.told >= other.told else other)
    deed = other if is_toll(one, other) and one.toll else one if is_toll(one, other) else None
    event = _joined(one.event, other.event, deed or body, outright)
    matter, heading = one.matter.joined(other.matter), one.heading and other.heading
    return Statement(
        event,
        matter,
        other.sentence,
        heading,
        outright.told,
        one.toll & other.toll,
        one.recalled and other.recalled,
        one.foretold and other.foretold,
        one.anew and other.anew,
    )


def _joined(one: Event, other: Event, body: Statement | None, outright: Statement) -> Event:
    """Return the fuller of two statements with the evidence of both, the more precise date kept.

    Between a heading and the text below it, the text's statement counts. The words that tell it most
    outright come first in the evidence.
    """
    fuller, lesser = (one, other) if _fullness(one) >= _fullness(other) else (other, one)
    if body is not None:
        fuller, lesser = (one, other) if body.event is one else (other, one)
    evidence = tuple(dict.fromkeys((*outright.event.evidence, *one.evidence, *other.evidence)))
    dated_by_heading = is_weak(fuller.interval) and not is_weak(lesser.interval) and is_apart(fuller, lesser)
    better = body is None or dated_by_heading or fuller.interval is None
    interval = _better(fuller.interval, lesser.interval) if better else fuller.interval
    return replace(
        fuller,
        participants=_with_guests(_with_people(fuller, lesser), lesser),
        evidence=evidence,
        interval=interval,
        mode=fuller.mode or lesser.mode,
        place=fuller.place or lesser.place,
        score=max(one.score, other.score),
    )


def _better(one: Interval | None, other: Interval | None) -> Interval | None:
    """Return the date that words tell before one that none do, then one told by its days, then the narrower."""
    return min(
        (one, other),
        key=lambda interval: (interval is None, is_weak(interval), not _tells_days(interval), width(interval)),
    )


def _tells_days(interval: Interval | None) -> bool:
    """True for days told one by one, "from Sunday to Wednesday", and not as a stretch that holds them, "this week"."""
    return interval is not None and width(interval) < WEEK and interval.rule.split("/")[0] not in STRETCHES


def _with_people(fuller: Event, lesser: Event) -> Event:
    """Return a meeting with those in place of a state whom the other statement tells to have come for it."""
    if fuller.type != "CONSULT":
        return fuller
    came = {p.state: p for p in lesser.participants if p.kind == "person" and p.state}
    told = tuple(
        replace(came[p.state], role=p.role) if p.kind in {"state", "government"} and p.state in came else p
        for p in fuller.participants
    )
    return replace(fuller, participants=told)


def _with_guests(fuller: Event, lesser: Event) -> tuple[Participant, ...]:
    """Return the participants with the roles of guest and host where the other statement tells a visit."""
    if fuller.mode or lesser.mode != "visit" or not lesser.recipients:
        return fuller.participants
    guests = {p.state for p in lesser.actors}
    told = tuple(replace(p, role="actor" if p.state in guests else "recipient") for p in fuller.participants)
    return told if any(p.role == "actor" for p in told) else fuller.participants


def _fullness(event: Event) -> tuple[int, int, int]:
    people: Sequence[Participant] = event.participants
    return (len(people), -width(event.interval), len(event.place))

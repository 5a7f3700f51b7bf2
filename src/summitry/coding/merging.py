"""One happening told twice in a document is one event with several pieces of evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summitry.coding.participants import UNKNOWN
from summitry.coding.statements import UNDATED, Statement, is_weak, width
from summitry.model import Event, Interval, Participant

__all__ = ["merge_events"]

LATER = frozenset({"planned", "possible"})
LONG = 365
"""How many days what has gone on for long spans at least."""
NEAR = 2
"""How many days a date that no words tell may lie beside one that words tell, for the same happening."""
SINGULAR = frozenset({"CONSULT", "TRANSITION"})
"""Categories in which participants and date alone tell whether two statements are of one happening."""
MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE", "ASSAULT"})
"""Categories in which both sides act."""
AIMED = frozenset({"COERCE", "SANCTION"})
"""Categories in which a ruler and the ruler's state are punished apart."""
NOBODY, ANYBODY = "nobody", "anybody"
"""Under which statements are found that name nobody, and all."""
FAR = 600
"""How many characters apart an undated meeting of leaders and one of their states may be the same."""
LATEST = 4
"""How many acts back the assault may be told whose toll follows."""
PAIR = 2
LONGEST_VISIT = 31
"""How many days a visit lasts at most whose stops are meetings of their own."""
RECOGNISING = "recogni"
"""How words of recognition begin, in the names of the frames that tell it."""
DISTINCT = frozenset({"MOBILIZE", "REQUEST", "TRANSITION"})
"""Categories in which one sentence often tells several acts of the same people."""


def merge_events(statements: Sequence[Statement]) -> tuple[Event, ...]:
    """Merge statements of one document that tell the same happening, in the order of the text.

    Two are the same where category, matter, count and standing (told as real or as coming) agree,
    where no mode, date or place contradicts, and where one's participants are among the other's. Only
    statements that name somebody in common are compared, and those that name nobody.
    """
    merged: list[Statement] = []
    shared: dict[tuple[str, str], set[int]] = {}
    for told in sorted(statements, key=lambda s: (s.event.evidence[0].start, s.event.evidence[0].end, s.event.type)):
        named, kind = _named(told.event), told.event.type
        asked = {*named, NOBODY} if named else {ANYBODY}
        alike = {position for name in asked for position in shared.get((kind, name), ())}
        near = sorted(
            alike | {i for i in range(max(0, len(merged) - LATEST), len(merged)) if _is_toll(merged[i], told)}
        )
        found = next((position for position in near if _same(merged[position], told)), len(merged))
        if found == len(merged):
            merged.append(told)
        else:
            merged[found] = _joined_statement(merged[found], told)
        for name in {*(named or {NOBODY}), ANYBODY}:
            shared.setdefault((kind, name), set()).add(found)
    return tuple(statement.event for statement in merged)


def _named(event: Event) -> set[str]:
    """Return whom an event names, by id and by state."""
    return {name for p in event.participants for name in (p.actor_id, p.state) if name and name != UNKNOWN}


def _same_matter(one: Statement, other: Statement) -> bool:
    if one.matter.differs(other.matter) or _is_of_recognition(one.event) != _is_of_recognition(other.event):
        return False
    founding = one.event.type == "TRANSITION" and all(p.kind == "state" for s in (one, other) for p in s.event.actors)
    if (one.event.type in SINGULAR and not founding) or one.matter.shares(other.matter):
        return True
    return one.sentence == other.sentence and one.event.type not in DISTINCT


def _is_of_recognition(event: Event) -> bool:
    """True where a state is recognised, which is an act beside the ties opened with it."""
    return event.type == "SUPPORT" and RECOGNISING in event.rule


def _is_toll(one: Statement, other: Statement) -> bool:
    """True where one tells the toll of the assault that the other tells in the same breath."""
    first, second = one.event, other.event
    if first.type != "ASSAULT" or second.type != "ASSAULT" or bool(one.toll) == bool(other.toll):
        return False
    toll, deed = (one, other) if one.toll else (other, one)
    real = (first.status in LATER) == (second.status in LATER) and "denied" not in {first.status, second.status}
    return real and deed.sentence in toll.toll and not deed.heading and _compatible(first.interval, second.interval)


def _same(one: Statement, other: Statement) -> bool:
    first, second = one.event, other.event
    if _is_toll(one, other):
        return True
    if first.type != second.type or first.count != second.count:
        return False
    if not _contained(first, second) and not (one.heading != other.heading and _is_of_same_doers(first, second)):
        return False
    if (first.status in LATER) != (second.status in LATER) or (first.status == "denied") != (second.status == "denied"):
        return False
    if {first.status, second.status} == {"occurred", "ongoing"} and _apart_in_kind(first, second):
        return False
    if one.heading != other.heading:
        dated = not (is_weak(first.interval) or is_weak(second.interval))
        return not one.matter.differs(other.matter) and not (dated and _apart(first, second))
    if _is_done_to_another(first, second) or _is_told_beside(one, other):
        return False
    if first.mode and second.mode and first.mode != second.mode:
        return False
    if _is_mediated(first) != _is_mediated(second) or _is_stop_of(one, other):
        return False
    if _is_reversed(first, second) or (first.type in SINGULAR and not _can_be_one_place(first.place, second.place)):
        return False
    if (
        first.type == "CONSULT"
        and min(len(first.participants), len(second.participants)) < PAIR
        and _apart(first, second)
    ):
        return False
    if first.type == "CONSULT" and _is_far(one, other) and not (first.interval and second.interval):
        return _same_people(first, second)
    return _compatible(first.interval, second.interval) and _same_matter(one, other)


def _can_be_one_place(one: str, other: str) -> bool:
    """True unless two places are both known and neither lies in the other ("Dalian, China" lies in "China")."""
    return not one or not other or one.endswith(other) or other.endswith(one)


def _is_reversed(one: Event, other: Event) -> bool:
    """True where those who act in one are those to whom it is done in the other: an answer, not the same act."""
    if one.type in MUTUAL or not one.recipients or not other.recipients:
        return False
    doers, done_to = {_key(p) for p in one.actors}, {_key(p) for p in other.recipients}
    return bool(doers) and doers == done_to and {_key(p) for p in other.actors} == {_key(p) for p in one.recipients}


def _is_done_to_another(one: Event, other: Event) -> bool:
    """True where one is done to a person and the other to that person's state: sanctions on a ruler and on the land."""
    if one.type not in AIMED or not one.recipients or not other.recipients:
        return False
    return all(p.kind == "person" for p in one.recipients) != all(p.kind == "person" for p in other.recipients)


def _is_told_beside(one: Statement, other: Statement) -> bool:
    """True where one sentence tells the acts of a person and of that person's state apart, each in words of its own."""
    if one.sentence != other.sentence or one.event.type in MUTUAL:
        return False
    doers, others = ({p.actor_id: p.span for p in s.event.actors if p.span} for s in (one, other))
    apart = doers.keys().isdisjoint(others) and set(doers.values()).isdisjoint(others.values())
    return bool(doers and others) and apart


def _is_mediated(event: Event) -> bool:
    """True where somebody brings others together: no meeting of those others alone."""
    return event.type == "CONSULT" and event.mode != "visit" and len(event.recipients) > 1


def _is_far(one: Statement, other: Statement) -> bool:
    return abs(one.sentence - other.sentence) > FAR


def _same_people(one: Event, other: Event) -> bool:
    """True unless one tells of people and the other of their states: far apart and undated, no one meeting."""
    kinds = [{p.kind == "person" for p in event.participants} for event in (one, other)]
    return kinds[0] == kinds[1] or "visit" in {one.mode, other.mode}


def _is_stop_of(one: Statement, other: Statement) -> bool:
    """True for a visit of several days to a state and a meeting with one of its people on one of those days."""
    if one.event.type != "CONSULT" or one.sentence == other.sentence:
        return False
    visits = [
        s.event for s in (one, other) if s.event.mode == "visit" and {p.kind for p in s.event.recipients} == {"state"}
    ]
    meetings = [s.event for s in (one, other) if all(p.kind == "person" for p in s.event.participants)]
    return any(0 < width(visit.interval) <= LONGEST_VISIT for visit in visits) and any(
        width(meeting.interval) == 0 for meeting in meetings
    )


def _key(participant: Participant) -> str:
    return participant.state or participant.actor_id


def _contained(one: Event, other: Event) -> bool:
    """True where everybody in one event is in the other, by name, or by state where one is unnamed."""
    fewer, more = sorted(([p for p in e.participants if p.actor_id != UNKNOWN] for e in (one, other)), key=len)
    return all(any(_is_same(p, q) for q in more) for p in fewer)


def _is_of_same_doers(one: Event, other: Event) -> bool:
    """True where both tell acts of the same doers: a headline names at whom an act is directed more loosely."""
    fewer, more = sorted((one.actors, other.actors), key=len)
    return one.type not in MUTUAL and bool(fewer) and all(any(_is_same(p, q) for q in more) for p in fewer)


def _is_same(one: Participant, other: Participant) -> bool:
    if one.actor_id == other.actor_id or _is_organ(one, other) or _is_organ(other, one):
        return True
    return bool(one.state) and one.state == other.state and "person" not in {one.kind} & {other.kind}


def _is_organ(one: Participant, other: Participant) -> bool:
    """True for an organ of an organisation and the organisation: the UN Security Council and the United Nations."""
    names = [p.name.replace("United Nations", "UN") for p in (one, other)]
    return one.kind == other.kind == "igo" and names[0].startswith(f"{names[1]} ")


def _compatible(one: Interval | None, other: Interval | None) -> bool:
    if one is None or other is None:
        return True
    if one.overlaps(other):
        return True
    return (is_weak(one) or is_weak(other)) and _days_apart(one, other) <= NEAR


def _days_apart(one: Interval, other: Interval) -> int:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return 0
    return max((other.first - one.last).days, (one.first - other.last).days, 0)


def _apart_in_kind(one: Event, other: Event) -> bool:
    """True for a day's act and what has gone on for long: new sanctions, and sanctions in force since a year."""
    days = sorted(width(event.interval) for event in (one, other))
    return days[0] < LONG <= days[1] < UNDATED


def _apart(one: Event, other: Event) -> bool:
    """True for two events of different days."""
    return bool(one.interval and other.interval and not one.interval.overlaps(other.interval))


def _joined_statement(one: Statement, other: Statement) -> Statement:
    body = None if one.heading == other.heading else other if one.heading else one
    outright = body or (one if one.told >= other.told else other)
    deed = other if _is_toll(one, other) and one.toll else one if _is_toll(one, other) else None
    event = _joined(one.event, other.event, deed or body, outright)
    matter, heading = one.matter.joined(other.matter), one.heading and other.heading
    return Statement(event, matter, other.sentence, heading, outright.told, one.toll & other.toll)


def _joined(one: Event, other: Event, body: Statement | None, outright: Statement) -> Event:
    """Return the fuller of two statements with the evidence of both, the more precise date kept.

    Between a heading and the text below it, the text's statement counts. The words that tell it most
    outright come first in the evidence.
    """
    fuller, lesser = (one, other) if _fullness(one) >= _fullness(other) else (other, one)
    if body is not None:
        fuller, lesser = (one, other) if body.event is one else (other, one)
    evidence = tuple(dict.fromkeys((*outright.event.evidence, *one.evidence, *other.evidence)))
    dated_by_heading = is_weak(fuller.interval) and not is_weak(lesser.interval) and _apart(fuller, lesser)
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
    """Return the date that words tell before one that none do, then the narrower."""
    return min((one, other), key=lambda interval: (interval is None, is_weak(interval), width(interval)))


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

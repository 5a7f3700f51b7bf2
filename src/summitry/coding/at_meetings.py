"""Where words were said at a meeting that the text told before: there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summitry.coding.statements import width
from summitry.model import Event, Participant

__all__ = ["at_meetings"]

SAID = frozenset("ACCUSE AGREE CONCEDE CONSULT REJECT REQUEST SUPPORT THREATEN".split())
"""Categories of what is said at meetings."""
OF_THE_PAGE = frozenset({"page-of-the-day", "present-tense"})
"""Rules that date an act by its page."""
LONGEST = 4
"""How many days after its first a meeting ends at most, for what is said on its days to have been said at it."""


def at_meetings(events: Sequence[Event]) -> tuple[Event, ...]:
    """Return a document's events, those said at a meeting told before placed where it was held.

    They were said on its days by those who met. On a page that lists the news of a day, one day means no one
    meeting.

    Args:
        events: one document's events, in the order of the text.
    """
    placed: list[Event] = []
    meetings: list[Event] = []
    for event in events:
        places = {m.place for m in meetings if _is_at(event, m)} if _may_be_at(event) else set()
        placed.append(replace(event, place=places.pop()) if len(places) == 1 else event)
        if event.type == "CONSULT" and event.place and event.status == "occurred" and _is_dated(event):
            meetings.append(event)
    return tuple(placed)


def _may_be_at(event: Event) -> bool:
    return event.type in SAID and not event.place and event.status == "occurred" and _is_dated(event)


def _is_dated(event: Event) -> bool:
    """True for an event of known days, told by the text's words and not by its page alone."""
    interval = event.interval
    if interval is None or interval.first is None or interval.last is None:
        return False
    return width(interval) <= LONGEST and interval.rule not in OF_THE_PAGE


def _is_at(event: Event, meeting: Event) -> bool:
    """True where those who act are among those who met, on the same days."""
    one, other = event.interval, meeting.interval
    if one is None or other is None or (one.first, one.last) != (other.first, other.last):
        return False
    if event.type == "CONSULT" and event.mode != "phone" and meeting.mode != "phone" and width(one) == 0:
        people = {p.actor_id for p in event.participants if p.kind == "person"}
        return any(p.actor_id in people for p in meeting.participants)
    return bool(event.actors) and all(_is_among(actor, meeting.participants) for actor in event.actors)


def _is_among(actor: Participant, present: Sequence[Participant]) -> bool:
    """True for one who met, or the state of one, or one of those whose state met."""
    if any(p.actor_id == actor.actor_id for p in present):
        return True
    compatriots = [p for p in present if p.state and p.state == actor.state]
    return bool(compatriots) and (actor.kind != "person" or all(p.kind != "person" for p in compatriots))

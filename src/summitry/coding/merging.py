"""One happening told twice in a document is one event with several pieces of evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summitry.model import Event, Interval, Participant

__all__ = ["merge_events"]

LATER = frozenset({"planned", "possible"})


def merge_events(events: Sequence[Event]) -> tuple[Event, ...]:
    """Merge events of one document that state the same happening, in the order of the text.

    Two are the same where category, count and standing (told as real or as coming) agree, where
    no mode, date or place contradicts, and where one's participants are among the other's.
    """
    merged: list[Event] = []
    for event in sorted(events, key=lambda e: (e.evidence[0].start, e.evidence[0].end, e.type)):
        for position, known in enumerate(merged):
            if _same(known, event):
                merged[position] = _joined(known, event)
                break
        else:
            merged.append(event)
    return tuple(merged)


def _same(one: Event, other: Event) -> bool:
    return (
        one.type == other.type
        and one.count == other.count
        and (one.status in LATER) == (other.status in LATER)
        and (one.status == "denied") == (other.status == "denied")
        and (not one.mode or not other.mode or one.mode == other.mode)
        and _compatible(one.interval, other.interval)
        and _contained(one, other)
    )


def _contained(one: Event, other: Event) -> bool:
    first, second = _who(one), _who(other)
    return first <= second or second <= first


def _who(event: Event) -> set[str]:
    return {p.actor_id for p in event.participants}


def _compatible(one: Interval | None, other: Interval | None) -> bool:
    if one is None or other is None:
        return True
    return one.overlaps(other)


def _width(interval: Interval | None) -> int:
    if interval is None or interval.first is None or interval.last is None:
        return 10**6
    return (interval.last - interval.first).days


def _joined(one: Event, other: Event) -> Event:
    """Return the fuller of two statements with the evidence of both, the more precise date kept."""
    fuller, lesser = (one, other) if _fullness(one) >= _fullness(other) else (other, one)
    evidence = tuple(dict.fromkeys((*fuller.evidence, *lesser.evidence)))
    interval = min((fuller.interval, lesser.interval), key=_width)
    return replace(
        fuller,
        evidence=evidence,
        interval=interval,
        mode=fuller.mode or lesser.mode,
        place=fuller.place or lesser.place,
        score=max(one.score, other.score),
    )


def _fullness(event: Event) -> tuple[int, int, int]:
    people: Sequence[Participant] = event.participants
    return (len(people), -_width(event.interval), len(event.place))

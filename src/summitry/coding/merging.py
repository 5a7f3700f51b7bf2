"""One happening told twice in a document is one event with several pieces of evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from summitry.coding import syntax
from summitry.coding.frames import object_heads
from summitry.model import Event, Interval, Participant

__all__ = ["Statement", "matter_of", "merge_events"]

LATER = frozenset({"planned", "possible"})
SINGULAR = frozenset({"CONSULT", "TRANSITION"})
"""Categories in which participants and date alone tell whether two statements are of one happening."""
_EMPTY = frozenset({"DET", "PRON", "PUNCT", "NUM", "SPACE", "ADP", "PART", "CCONJ", "SCONJ"})
_ORDINALS = frozenset("first second third fourth fifth sixth last latest new recent previous early".split())


@dataclass(frozen=True, slots=True)
class Statement:
    """An event as one sentence states it.

    Args:
        event: the event.
        matter: lemmas of what the act is about: the launch of a *rocket*, a *nuclear* test.
    """

    event: Event
    matter: frozenset[str]


def matter_of(trigger: Token, named: Iterable[str]) -> frozenset[str]:
    """Return the lemmas of what an act is about, participants' names left out.

    Args:
        trigger: the act's trigger.
        named: lower-case words of the participants' surfaces.
    """
    if trigger.pos_ in {"VERB", "AUX"}:
        heads = object_heads(trigger)
        words = [word for head in heads for word in (head, *syntax.modifiers(head))]
    else:
        words = [word for word in syntax.modifiers(trigger) if word.dep_ != "poss"]
    skipped = {word.casefold() for word in named} | _ORDINALS
    lemmas = {w.lemma_.lower() for w in words if w.pos_ not in _EMPTY and w.lower_ not in skipped}
    return frozenset(lemmas or {trigger.lemma_.lower()})


def merge_events(statements: Sequence[Statement]) -> tuple[Event, ...]:
    """Merge statements of one document that tell the same happening, in the order of the text.

    Two are the same where category, matter, count and standing (told as real or as coming) agree,
    where no mode, date or place contradicts, and where one's participants are among the other's.
    """
    merged: list[Statement] = []
    for told in sorted(statements, key=lambda s: (s.event.evidence[0].start, s.event.evidence[0].end, s.event.type)):
        for position, known in enumerate(merged):
            if _same(known.event, told.event) and _same_matter(known, told):
                merged[position] = Statement(_joined(known.event, told.event), known.matter | told.matter)
                break
        else:
            merged.append(told)
    return tuple(statement.event for statement in merged)


def _same_matter(one: Statement, other: Statement) -> bool:
    return one.event.type in SINGULAR or bool(one.matter & other.matter)


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

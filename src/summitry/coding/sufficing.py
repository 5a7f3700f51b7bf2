"""Whether what a frame finds around a trigger suffices for an event."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.coding.around import actor_heads
from summitry.coding.frames import Frame
from summitry.coding.light import light_verb
from summitry.coding.participants import Cast
from summitry.language import Token
from summitry.model import MUTUAL, Mention

__all__ = ["charges", "enough", "is_about_itself", "is_addressed", "is_heading", "is_issued", "is_told"]

MANY_SIDED = MUTUAL | {"ASSAULT"}
"""Categories whose nouns of mutual acts (talks, war) mean nothing with one side alone."""
STATE_PRESS = frozenset("BLR CHN CUB DDR IRN LAO NIC PRK RUS SUN SYR VEN VNM".split())
"""States whose press speaks for them."""
LONGEST_HEADING = 14
"""A line of at most this many words may be a heading."""


def enough(frame: Frame, actors: Sequence[Mention], recipients: Sequence[Mention]) -> bool:
    """True where enough participants are told for the category to mean something."""
    if not actors and not recipients:
        return False
    if any(m.kind == "igo" for m in actors) and frame.type == "CONSULT":
        return True
    if frame.pos == "n" and frame.type in MANY_SIDED and any(slot.path == "between" for slot in frame.actors):
        return len({m.actor_id for m in (*actors, *recipients)}) > 1
    if frame.mode == "visit" and all(m.kind == "state" and m.state in {a.state for a in actors} for m in recipients):
        return False  # who tours a palace at home visits nobody
    mediates = frame.type == "CONSULT" and any(slot.path == "between" for slot in frame.recipients)
    if frame.type in MUTUAL and frame.mode != "multilateral" and not mediates:
        return len(actors) + len(recipients) >= (1 if frame.type == "AGREE" else 2)
    return True


def is_issued(frame: Frame) -> bool:
    """True for what a government says outright in a text of its own."""
    return any(slot.path == "issuer" for slot in frame.actors)


def is_addressed(frame: Frame, cast: Cast) -> bool:
    """True unless an act done by saying something of others has nobody who says it or tells only of themselves."""
    actors, recipients = cast
    if is_issued(frame) and not (actors and recipients):
        return False
    own = {m.state or m.actor_id for m in actors}
    return not any(slot.path in {"bound", "ought"} for slot in frame.recipients) or any(
        (m.state or m.actor_id) not in own for m in recipients
    )


def charges(actors: Sequence[Mention], recipients: Sequence[Mention]) -> bool:
    """True where somebody charges somebody else: no news agency, unless it speaks for its state."""
    own = {m.state or m.actor_id for m in actors}
    speak = any(m.kind != "media" or m.state in STATE_PRESS for m in actors)
    return speak and any((m.state or m.actor_id) not in own for m in recipients)


def is_about_itself(actors: Sequence[Mention], recipients: Sequence[Mention]) -> bool:
    """True where all to whom something is said are of the speakers' own."""
    own = {m.state or m.actor_id for m in actors}
    return bool(recipients) and all((m.state or m.actor_id) in own for m in recipients)


def is_told(trigger: Token) -> bool:
    """True where somebody is told to do an act of words, known or not: "*Petro* asked", "*a bishop* gave warning"."""
    verb = trigger if trigger.pos_ == "VERB" else light_verb(trigger)
    return verb is not None and bool(actor_heads(verb))


def is_heading(trigger: Token) -> bool:
    """True for an act's noun in a heading without a verb or a date: a topic, no statement."""
    if trigger.pos_ in {"VERB", "AUX"}:
        return False
    words = [token for token in trigger.sent if not token.is_space]
    return len(words) <= LONGEST_HEADING and not any(t.pos_ in {"VERB", "AUX"} or t.like_num for t in words)

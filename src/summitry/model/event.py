"""Events: one document's statement that something happened between actors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

from summitry.model.actor import ActorKind, Mention
from summitry.model.document import Document
from summitry.model.interval import Interval

if TYPE_CHECKING:  # claims are made of what stands here
    from summitry.model.claim import Claim

__all__ = [
    "HAPPENED",
    "MUTUAL",
    "TO_COME",
    "CodedDocument",
    "Event",
    "EventType",
    "Evidence",
    "Participant",
    "Role",
    "Status",
    "TwoSided",
]

EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
    "TRANSITION",
]
"""The PLOVER categories of 2021 and one extension, TRANSITION: an office gained or lost."""

Status = Literal["occurred", "ongoing", "planned", "possible", "denied", "cancelled"]
HAPPENED: tuple[Status, ...] = ("occurred", "ongoing")
"""Statuses of acts that were or are done."""
TO_COME: frozenset[Status] = frozenset({"planned", "possible"})
"""Statuses of acts that will or may be done."""
MUTUAL: frozenset[EventType] = frozenset({"CONSULT", "AGREE", "COOPERATE"})
"""Categories in which everybody acts where nobody is told to be host, guest or target."""
Role = Literal["actor", "recipient"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a document states something.

    Args:
        start: offset of the first character, in code points of the document's text.
        end: offset after the last one.
        quote: `text[start:end]`, verbatim: the shortest words that state it.
        sentence: the sentence that holds it, for readers; `""` where nobody cut one.
    """

    start: int
    end: int
    quote: str
    sentence: str = ""

    @property
    def readable(self) -> str:
        """The sentence where one is kept, else the quote."""
        return self.sentence or self.quote


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor in an event, as named there.

    Args:
        role: `actor` acts, `recipient` is acted upon.
        name: canonical name.
        state: alpha-3 code, `""` where none.
        office: office held at the time of the event, `""` where none is known.
        kind: what sort of actor it is.
        actor_id: id in the registry, or a slug.
        surface: the words that name it, verbatim; `""` where the sentence leaves it unsaid.
        span: their offsets in the document's text, `None` where unsaid.
        score: how sure it is who is meant, 0 to 1.
        reasons: which alias, tenure or antecedent decided, one short phrase each.
    """

    role: Role
    name: str
    state: str
    office: str
    kind: ActorKind
    actor_id: str
    surface: str = ""
    span: tuple[int, int] | None = None
    score: float = 1.0
    reasons: tuple[str, ...] = ()

    @classmethod
    def of(cls, mention: Mention, role: Role, office: str) -> Participant:
        """Return a mentioned actor as one who takes part.

        Args:
            mention: of an actor; words that say where, or name nobody, take part in nothing.
            role: who acts, or whom it is done to.
            office: the office held at the time of the event.
        """
        return cls(
            role,
            mention.name,
            mention.state,
            office,
            cast(ActorKind, mention.kind),
            mention.actor_id,
            mention.surface,
            (mention.start, mention.end) if mention.surface else None,
            mention.score,
            mention.reasons,
        )


class TwoSided:
    """What participants take part in: some act, some are acted upon."""

    __slots__ = ()
    participants: tuple[Participant, ...]

    @property
    def actors(self) -> tuple[Participant, ...]:
        """Who acts."""
        return tuple(p for p in self.participants if p.role == "actor")

    @property
    def recipients(self) -> tuple[Participant, ...]:
        """Whom it is directed at."""
        return tuple(p for p in self.participants if p.role == "recipient")


@dataclass(frozen=True, slots=True)
class Event(TwoSided):
    """One statement of a document that something happened, will happen or did not.

    Args:
        type: PLOVER category.
        mode: PLOVER mode where the category has one and the text tells it, else `""`.
        participants: who did it to whom.
        interval: when, `None` where the text and its publication date do not tell.
        place: `City, Country`, `Country`, a bare name, or `""`.
        status: whether it happened.
        according_to: `author`, or the name of the source that the text gives.
        count: how many acts of a series told only as a number the entry stands for.
        evidence: the statements, the fullest first.
        contexts: PLOVER contexts.
        score: 0 to 1, how likely the entry is right.
        rule: the frame or model that made it.
    """

    type: EventType
    mode: str
    participants: tuple[Participant, ...]
    interval: Interval | None
    place: str
    status: Status
    according_to: str
    count: int
    evidence: tuple[Evidence, ...]
    contexts: tuple[str, ...] = ()
    score: float = 0.5
    rule: str = ""


@dataclass(frozen=True, slots=True)
class CodedDocument:
    """A document with what it states, and by which coder it was read.

    Args:
        document: the document.
        events: the events that it states.
        coder: name and version of what read it.
        claims: its assertions that go beyond a single event.
    """

    document: Document
    events: tuple[Event, ...]
    coder: str
    claims: tuple[Claim, ...] = ()

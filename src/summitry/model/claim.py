"""Claims: assertions over events that a record can check, and the verdicts on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summitry.model.event import EventType, Evidence
from summitry.model.incident import Level
from summitry.model.interval import Interval

__all__ = ["Claim", "ClaimKind", "Comparison", "Counted", "Part", "Verdict", "VerdictWord"]

ClaimKind = Literal[
    "count",
    "ordinal",
    "first",
    "last",
    "rank",
    "duration",
    "interval",
    "frequency",
    "sequence",
    "relation",
    "position",
    "cause",
    "forecast",
]

Comparison = Literal["exactly", "at-least", "at-most", "about", ""]

VerdictWord = Literal["supported", "contradicted", "not in record", "conflicting"]


@dataclass(frozen=True, slots=True)
class Counted:
    """What a claim counts, orders or measures.

    Args:
        type: PLOVER category, `""` where the words leave it open.
        mode: PLOVER mode, `""` for any.
        level: lowest level of office that counts, `None` for any.
        parties: canonical names of those between whom, or by whom, it happens; all must take part.
        subject_role: `actor` where the first party must be the one who acts (visits, tests), else `""`.
        place: a place that it must have happened in, `""` for any.
        words: the words that name it, verbatim: `summits`, `nuclear test`.
        acts: whether acts themselves are counted, not the people or things in them ("banned 59 *apps*").
        unread: words around them that say which are meant and that no other field holds: `on margins`, `party chief`.
    """

    type: EventType | Literal[""] = ""
    mode: str = ""
    level: Level | None = None
    parties: tuple[str, ...] = ()
    subject_role: Literal["actor", "recipient", ""] = ""
    place: str = ""
    words: str = ""
    acts: bool = True
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a sum: "three with Moon".

    Args:
        value: its number.
        parties: canonical names of those it is counted with.
        words: verbatim.
    """

    value: int
    parties: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One assertion of a document that goes beyond a single event.

    Args:
        kind: what sort of assertion it is.
        evidence: the words that make it.
        subject: canonical names of the actors it is about, most important first.
        counted: what is counted, between whom.
        value: number, ordinal, date, trend word or short paraphrase, as text.
        comparison: how the value is meant.
        window: within which days, `None` where the words set no window.
        since: for `first` and `last`: since when, `None` for ever.
        other: for `interval` and `sequence`: the event it is measured from or set against.
        other_window: when that other event took place, as the words tell.
        parts: the parts of a sum.
        according_to: `author`, or the source that the text gives.
        negated: whether the words deny it ("neither preceded nor followed").
        score: 0 to 1, how likely the reading is right.
        rule: the pattern that found it.
    """

    kind: ClaimKind
    evidence: Evidence
    subject: tuple[str, ...]
    counted: Counted
    value: str
    comparison: Comparison = ""
    window: Interval | None = None
    since: Interval | None = None
    other: Counted | None = None
    other_window: Interval | None = None
    parts: tuple[Part, ...] = ()
    according_to: str = "author"
    negated: bool = False
    score: float = 0.5
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a record says about a claim.

    Args:
        claim: the claim.
        word: the verdict.
        why: the arithmetic or reason in one line.
        incident_ids: the incidents that decide it, in order of time.
        rule: which incidents were counted, in words: category, level, status, window.
        coverage: what the record holds there, in words.
        near_misses: verdicts under other readings of the words, one line each.
        correction: a sentence that the record would support, `""` where none.
    """

    claim: Claim
    word: VerdictWord
    why: str
    incident_ids: tuple[str, ...] = ()
    rule: str = ""
    coverage: str = ""
    near_misses: tuple[str, ...] = ()
    correction: str = ""

"""Findings: places of a text that may make a claim, before anybody decides whether they do."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.language import Token
from summitry.model import ClaimKind, Comparison, Interval, Part

__all__ = ["Finding"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A place of a text that may make a claim.

    Args:
        kind: what sort of claim it would be.
        anchor: the word that makes it: a number, a superlative, a verb.
        words: the words that the evidence must hold.
        value: what it says, as text.
        rule: the pattern that found it.
        topic: the noun or verb of what is counted, ordered or measured; None where there is none.
        comparison: how the value is meant.
        window: within which days.
        since: for `first` and `last`, since when.
        other: the noun or verb of what it is measured from or set against.
        stand_in: the word that stands for the topic and holds more of it: "his third *to China*".
        doer: the noun of an office whose holder does what the topic tells: "the first Chinese *premier* to visit".
        parts: the parts of a sum.
        partners: with whom, where the topic itself stands with somebody else.
        subject_only: the claim is about the subject of its clause, whoever else the topic names.
        negated: whether the words deny it.
        signs: what speaks for or against its being a claim, by name; `weights.csv` weighs them.
    """

    kind: ClaimKind
    anchor: Token
    words: tuple[Token, ...]
    value: str
    rule: str
    topic: Token | None = None
    comparison: Comparison = ""
    window: Interval | None = None
    since: Interval | None = None
    other: Token | None = None
    stand_in: Token | None = None
    doer: Token | None = None
    parts: tuple[Part, ...] = ()
    partners: tuple[Token, ...] = ()
    subject_only: bool = False
    negated: bool = False
    signs: tuple[str, ...] = ()

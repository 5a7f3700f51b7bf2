"""Sums and their parts, brought together: the parts told before, whom each is with, the window they share."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from summitry.model import Claim, Part

__all__ = ["joined_sums"]


REACH = 12
"""A number told at most this many claims before a sum may be a part of it."""
NEAREST = 2
"""A part belongs to one of this many sums before it."""


def joined_sums(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return claims in order, sums with all their parts and parts within the window of their sum."""
    wholes = [_whole(claim, claims[max(0, at - REACH) : at]) for at, claim in enumerate(claims)]
    sums = [claim for claim in wholes if claim.parts]
    starts = [claim.evidence.start for claim in sums]
    joined = []
    for claim in wholes:
        at = bisect_left(starts, claim.evidence.start)
        joined.append(_as_part(claim, sums[max(0, at - NEAREST) : at]))
    return tuple(joined)


def _whole(claim: Claim, before: Sequence[Claim]) -> Claim:
    """Return a sum between those whom its parts share, with the part that the text told before its breakdown.

    "His fifth meeting with Xi … the twelfth summit; these include three with Moon …": the five are among the twelve.
    """
    if not claim.parts:
        return claim
    named = {name for part in claim.parts for name in part.parties}
    shared = tuple(name for name in claim.counted.parties if name not in named) or claim.counted.parties
    claim = replace(claim, subject=shared, counted=replace(claim.counted, parties=shared))
    told = next((c for c in before if _is_told_before(c, claim, named)), None)
    if told is None:
        return claim
    partners = tuple(name for name in told.counted.parties if name not in shared)
    return replace(claim, parts=(Part(int(told.value), partners, told.evidence.quote), *claim.parts))


def _is_told_before(claim: Claim, whole: Claim, named: set[str]) -> bool:
    """True for an earlier number of the same acts with one more partner, whom the breakdown leaves out."""
    if claim.kind not in {"ordinal", "count"} or claim.evidence.start >= whole.evidence.start:
        return False
    sides, own = {*whole.counted.parties}, {*claim.counted.parties}
    partners = own - sides
    same = claim.counted.type == whole.counted.type and bool(own & sides)
    return same and len(partners) == 1 and not partners & named and claim.value.isdecimal()


def _as_part(claim: Claim, sums: Sequence[Claim]) -> Claim:
    """Return a count that is part of a sum within the sum's window, between its own partners and the shared side."""
    if claim.kind != "count":
        return claim
    for whole in sums:
        own = [part for part in whole.parts if _is_part(claim, part)]
        if own:
            partners = (name for part in own for name in part.parties)
            parties = tuple(dict.fromkeys((*whole.counted.parties, *partners)))
            counted = replace(claim.counted, parties=parties)
            return replace(claim, window=claim.window or whole.window, subject=parties, counted=counted)
    return claim


def _is_part(claim: Claim, part: Part) -> bool:
    return claim.value == str(part.value) and (part.words in claim.evidence.quote or claim.evidence.quote in part.words)

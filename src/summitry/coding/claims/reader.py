"""The reading of claims: find what may be one, weigh it, structure it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from summitry.annotation import Annotation
from summitry.coding.attribution import source_of
from summitry.coding.claims.causes import find_causes
from summitry.coding.claims.counted import counted_at, names_of
from summitry.coding.claims.counts import find_counts
from summitry.coding.claims.durations import find_durations, find_intervals
from summitry.coding.claims.evidence import evidence_of
from summitry.coding.claims.finding import Finding
from summitry.coding.claims.firsts import find_firsts, find_lasts
from summitry.coding.claims.forecasts import find_forecasts
from summitry.coding.claims.frequencies import find_frequencies
from summitry.coding.claims.ordinals import find_ordinals
from summitry.coding.claims.page import Page
from summitry.coding.claims.positions import find_positions
from summitry.coding.claims.ranks import find_ranks
from summitry.coding.claims.relations import find_relations
from summitry.coding.claims.scoring import THRESHOLD, features_of, score_of
from summitry.coding.claims.sequences import find_sequences
from summitry.coding.frames import FrameSet
from summitry.coding.mention_index import MentionIndex
from summitry.model import Claim, Event, Evidence, Span

__all__ = ["find_all", "is_double", "read_claims"]

FINDERS: tuple[Callable[[Page], Iterator[Finding]], ...] = (
    find_counts,
    find_ordinals,
    find_firsts,
    find_lasts,
    find_ranks,
    find_durations,
    find_intervals,
    find_frequencies,
    find_sequences,
    find_relations,
    find_positions,
    find_causes,
    find_forecasts,
)


def read_claims(
    annotation: Annotation,
    index: MentionIndex,
    told: Mapping[int, Event],
    frames: FrameSet,
    threshold: float = THRESHOLD,
) -> tuple[Claim, ...]:
    """Return the claims of one annotated document in the order of its text.

    Args:
        annotation: the document.
        index: its mentions by their words.
        told: the events that the coder found, by the words that tell them.
        frames: which act a word tells.
        threshold: the lowest score of a claim.
    """
    page = Page(annotation, index, told, frames)
    scored = [(score_of(features_of(finding, page)), finding) for finding in find_all(page)]
    likely = sorted((pair for pair in scored if pair[0] >= threshold), key=lambda pair: -pair[0])
    claims: list[Claim] = []
    for score, finding in likely:
        evidence = evidence_of(page, finding)
        span = (evidence.start, evidence.end)
        if not any(
            is_double(c.kind, (c.evidence.start, c.evidence.end), c.value, finding.kind, span, finding.value)
            for c in claims
        ):
            claims.append(_claim(page, finding, evidence, score))
    return tuple(sorted(claims, key=lambda c: (c.evidence.start, c.evidence.end, c.kind, c.value)))


def find_all(page: Page) -> Iterator[Finding]:
    """Yield whatever may be a claim."""
    for find in FINDERS:
        yield from find(page)


_NUMBERED = frozenset({"count", "ordinal", "duration", "interval", "frequency"})


def is_double(kind: str, span: Span, value: str, other_kind: str, other_span: Span, other_value: str) -> bool:
    """True where two claims of a kind say the same: overlapping words, and for numbers the same value."""
    if kind != other_kind or not (span[0] < other_span[1] and other_span[0] < span[1]):
        return False
    return kind not in _NUMBERED or value == other_value


def _claim(page: Page, finding: Finding, evidence: Evidence, score: float) -> Claim:
    counted = counted_at(page, finding.topic)
    other = counted_at(page, finding.other) if finding.other is not None else None
    named = names_of(
        m for token in page.doc.char_span(evidence.start, evidence.end, alignment_mode="expand") or ()
        for m in page.index.at(token)
    )  # fmt: skip
    parties = counted.parties
    subject = tuple(dict.fromkeys((*parties, *named))) if _is_over_acts(finding) else named or parties
    other_event = page.event_at(finding.other)
    return Claim(
        kind=finding.kind,
        evidence=evidence,
        subject=subject or names_of(page.subject_of(finding.anchor)),
        counted=counted,
        value=finding.value,
        comparison=finding.comparison,
        window=finding.window,
        since=finding.since,
        other=other,
        other_window=other_event.interval if other_event else None,
        parts=finding.parts,
        according_to=source_of(finding.anchor, page.index),
        negated=finding.negated,
        score=round(score, 4),
        rule=finding.rule,
    )


def _is_over_acts(finding: Finding) -> bool:
    return finding.kind in {"count", "ordinal", "first", "last", "frequency", "interval", "sequence"}



"""The reading of claims: find what may be one, weigh it, structure it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from summitry.coding import syntax
from summitry.coding.attribution import source_of
from summitry.coding.claims.causes import find_causes
from summitry.coding.claims.counted import counted_at, names_of
from summitry.coding.claims.counts import find_counts
from summitry.coding.claims.durations import find_durations, find_intervals
from summitry.coding.claims.effects import find_effects
from summitry.coding.claims.evidence import evidence_of
from summitry.coding.claims.finding import Finding
from summitry.coding.claims.firsts import find_firsts, find_lasts
from summitry.coding.claims.forecasts import find_forecasts
from summitry.coding.claims.fractions import find_fractions
from summitry.coding.claims.frequencies import find_frequencies
from summitry.coding.claims.joining import joined_sums
from summitry.coding.claims.numbers import read_ordinal
from summitry.coding.claims.orders import find_orders
from summitry.coding.claims.ordinals import find_ordinals
from summitry.coding.claims.outlooks import find_outlooks
from summitry.coding.claims.page import Page
from summitry.coding.claims.positions import find_positions
from summitry.coding.claims.purposes import find_purposes
from summitry.coding.claims.ranks import find_ranks
from summitry.coding.claims.relations import find_relations
from summitry.coding.claims.rivals import RULE as RIVALS
from summitry.coding.claims.scoring import THRESHOLD, lowest_of, score_of, weighed
from summitry.coding.claims.sequences import find_sequences
from summitry.coding.claims.stances import find_stances
from summitry.coding.claims.standings import find_standings
from summitry.coding.claims.stretches import find_stretches
from summitry.coding.claims.unread import unread_of
from summitry.coding.claims.views import find_views
from summitry.language import Token
from summitry.model import Claim, Counted, Evidence, Span

__all__ = ["find_all", "is_double", "read_claims"]

FINDERS: tuple[Callable[[Page], Iterator[Finding]], ...] = (
    find_counts,
    find_fractions,
    find_ordinals,
    find_firsts,
    find_lasts,
    find_ranks,
    find_durations,
    find_stretches,
    find_intervals,
    find_frequencies,
    find_sequences,
    find_orders,
    find_relations,
    find_positions,
    find_views,
    find_causes,
    find_purposes,
    find_effects,
    find_stances,
    find_standings,
    find_forecasts,
    find_outlooks,
)


def read_claims(page: Page, threshold: float = THRESHOLD) -> tuple[Claim, ...]:
    """Return the claims of one document in the order of its text.

    Args:
        page: the document.
        threshold: the lowest score of a claim, of a kind whose value the words give a little less.
    """
    scored = [(score_of(features), finding) for finding, features in weighed(find_all(page), page)]
    likely = sorted((p for p in scored if p[0] >= lowest_of(p[1].kind, threshold)), key=lambda pair: -pair[0])
    claims: list[Claim] = []
    by_sentence: dict[int, list[Claim]] = {}
    for score, finding in likely:
        evidence = evidence_of(page, finding)
        span = (evidence.start, evidence.end)
        beside = by_sentence.setdefault(finding.anchor.sent.start, [])
        if not any(
            is_double(c.kind, (c.evidence.start, c.evidence.end), c.value, finding.kind, span, finding.value)
            for c in beside
        ):
            beside.append(_claim(page, finding, evidence, score))
            claims.append(beside[-1])
    in_order = sorted(claims, key=lambda c: (c.evidence.start, c.evidence.end, c.kind, c.value))
    return joined_sums(in_order)


def find_all(page: Page) -> Iterator[Finding]:
    """Yield whatever may be a claim."""
    for find in FINDERS:
        yield from find(page)


OVER_ACTS = frozenset({"count", "ordinal", "first", "last", "frequency", "interval", "sequence"})
"""Kinds that are about those who take part in what is counted, not about all whom the words name."""
_NUMBERED = frozenset({"count", "ordinal", "duration", "interval", "frequency"})


def is_double(kind: str, span: Span, value: str, other_kind: str, other_span: Span, other_value: str) -> bool:
    """True where two claims of a kind say the same: overlapping words, and for numbers the same value."""
    if kind != other_kind or not (span[0] < other_span[1] and other_span[0] < span[1]):
        return False
    return kind not in _NUMBERED or value == other_value


def _claim(page: Page, finding: Finding, evidence: Evidence, score: float) -> Claim:
    counted = counted_at(page, finding.topic, finding.subject_only, finding.stand_in, finding.doer)
    if finding.partners:
        counted = replace(counted, parties=_of_part(page, finding, counted))
    other = counted_at(page, finding.other) if finding.other is not None else None
    if finding.other is not None and finding.rule == RIVALS:
        other = Counted(parties=names_of(page.actors_at(finding.other)), words=finding.other.text, acts=False)
    if finding.kind == "position":
        counted = Counted(parties=_holders(page, finding) or counted.parties, words=counted.words, acts=False)
    if other is not None:
        other = _same_again(page, finding, counted, other)
    if other is not None and finding.kind == "sequence":
        other = _beside(page, finding, counted, other)
    if other is not None and finding.rule == RIVALS:
        counted = replace(counted, parties=tuple(n for n in counted.parties if n not in other.parties))
    named = names_of(
        m
        for token in page.doc.char_span(evidence.start, evidence.end, alignment_mode="expand") or ()
        for m in page.index.at(token)
    )
    counted = replace(counted, unread=unread_of(page, finding, counted.parties))
    over_acts = finding.kind in OVER_ACTS or (finding.kind == "relation" and len(counted.parties) > 1)
    subject = tuple(dict.fromkeys((*counted.parties, *(named if not counted.parties else ())))) if over_acts else named
    other_event = page.event_at(finding.other) if _is_dated(page, finding.other) else None
    return Claim(
        kind=finding.kind,
        evidence=evidence,
        subject=subject or counted.parties or names_of(page.subject_of(finding.anchor)),
        counted=counted,
        value=finding.value,
        comparison=finding.comparison,
        window=finding.window,
        since=finding.since,
        other=other,
        other_window=other_event.interval if other_event else None,
        parts=finding.parts,
        according_to=source_of(finding.anchor if finding.topic is None else finding.topic, page.index),
        negated=finding.negated,
        score=round(score, 4),
        rule=finding.rule,
    )


def _is_dated(page: Page, other: Token | None) -> bool:
    """True for an act whose own words tell when it was: the coder may have dated it by those of the act beside it."""
    told = page.times_within(other.subtree) if other is not None else []
    return any(time.interval.known and not time.interval.rule.startswith("shift") for time, _ in told)


def _of_part(page: Page, finding: Finding, counted: Counted) -> tuple[str, ...]:
    """Return between whom the acts of a part are: the side that all parts share, and the part's own partners."""
    topic = finding.topic
    own = names_of(m for token in finding.partners for m in page.actors_at(token)[:1])
    first = names_of(m for n in syntax.prepositional(topic, "with") for m in page.actors_at(n)) if topic else ()
    shared = tuple(name for name in counted.parties if name not in first)
    return tuple(dict.fromkeys((*shared, *own)))


def _holders(page: Page, finding: Finding) -> tuple[str, ...]:
    """Return who holds a position: the subject of what says so."""
    return names_of(page.subject_of(finding.anchor))


_AGAIN = frozenset({"so", "likewise", "one", "it", "that"})


def _same_again(page: Page, finding: Finding, counted: Counted, other: Counted) -> Counted:
    """Return the other act, where its words only point to the first: "after Moscow *had done so*", "after *Jiang*".

    It is then of the same category, by whom it names, with those to whom the first was done.
    """
    topic = finding.other
    if topic is None or not counted.type:
        return other
    people = [m for m in page.actors_at(topic) if m.kind == "person"] if topic.pos_ == "PROPN" else []
    if finding.rule == RIVALS or (other.type and not people):
        return other
    bare = topic.lemma_.lower() in {"do", "follow", "go", "have"} and topic.pos_ in {"VERB", "AUX"}
    ordered = topic.pos_ in {"ADJ", "PRON", "NOUN"} and (read_ordinal(topic.lower_) or 0) > 0
    if not (bare or ordered or topic.lower_ in _AGAIN or people):
        return other
    doers = names_of(m for noun in syntax.subjects(topic) for m in page.actors_at(noun)) if bare else names_of(people)
    kept = counted.parties[1:] if doers else counted.parties
    words = f"{topic.text} {counted.words}" if ordered else counted.words
    return replace(counted, parties=tuple(dict.fromkeys((*doers, *kept))), words=words, place="")


def _beside(page: Page, finding: Finding, counted: Counted, other: Counted) -> Counted:
    """Return the other act of a sequence; one of whom a single side is told is with the first side of the claim."""
    topic = finding.other
    if topic is not None and any(c.dep_ == "poss" and c.pos_ != "PRON" for c in topic.children):
        return other
    told = (
        names_of(m for n in syntax.prepositional(topic, "with") for m in page.actors_at(n)) if topic is not None else ()
    )
    if other.type == "CONSULT" and len(told) == 1 and counted.parties:
        return replace(other, parties=tuple(dict.fromkeys((*counted.parties[:1], *told))))
    return other

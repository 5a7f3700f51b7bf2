"""How likely a finding is a claim: a small logistic model over readable signs, its weights in `data/weights.csv`."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Iterator
from functools import cache

from summitry.coding.claims.finding import Finding
from summitry.coding.claims.page import Page
from summitry.coding.claims.words import read_data

__all__ = ["THRESHOLD", "by_hand", "lowest_of", "score_of", "weighed"]

THRESHOLD = 0.35
"""Findings of at least this score are claims.

Cross-validated F1 (`training/claims.py`) is level from half of the best F1 that can be had up to here, as for any F1
over chances that are well told; the higher the threshold, the more values are right.
"""
EXACT = frozenset({"count", "ordinal", "first", "last", "rank", "duration", "interval", "frequency"})
"""Kinds whose value the words give, where others are told in words of ours: a false one does less harm."""
FOR_EXACT = 0.06
"""How much less a finding of an exact kind needs: cross-validated, F1 and the share of right values both gain."""


def weighed(findings: Iterable[Finding], page: Page) -> Iterator[tuple[Finding, tuple[str, ...]]]:
    """Yield the findings of a document in the order of its text, with their features.

    The features are the kind of a finding, each of its signs within its kind, and where it stands. A value that an
    earlier sentence has told as a finding of its kind says nothing new: its sign is `told before`. Two patterns that
    find a claim of one kind in the same words speak for each other, or against.
    """
    told: dict[tuple[str, str], int] = {}
    in_order = sorted(findings, key=lambda found: found.anchor.i)
    rows: dict[tuple[str, int], list[tuple[int, int, str]]] = {}
    for finding in in_order:
        rows.setdefault((finding.kind, finding.anchor.sent.start), []).append(_reach(finding))
    for finding in in_order:
        sentence = finding.anchor.sent.start
        before = told.setdefault((finding.kind, finding.value.casefold()), sentence) < sentence
        signs = (
            *finding.signs,
            *(("told before",) if before else ()),
            *_beside(_reach(finding), rows[finding.kind, sentence]),
        )
        own = dict.fromkeys(f"{finding.kind}: {sign}" for sign in signs)
        yield finding, (finding.kind, *own, *(f"all: {sign}" for sign in _surroundings(finding, page)))


def _reach(finding: Finding) -> tuple[int, int, str]:
    """Return from which to which word a finding reaches, with the first of its signs."""
    places = [token.i for token in finding.words]
    return min(places), max(places), next(iter(finding.signs), finding.rule)


def _beside(own: tuple[int, int, str], row: Iterable[tuple[int, int, str]]) -> Iterator[str]:
    """Yield by which other patterns a kind is found in the words of a finding."""
    first, last, sign = own
    for low, high, other in row:
        if other != sign and low <= last and first <= high:
            yield f"beside {other}"


def _surroundings(finding: Finding, page: Page) -> Iterator[str]:
    if page.in_quotes(finding.anchor):
        yield "in quotation marks"
    yield from page.sentence_signs(finding.anchor)
    if finding.topic is not None and page.index.within(finding.topic.subtree):
        yield "actor at the topic"


def score_of(features: Iterable[str]) -> float:
    """Return the chance that a finding with some features is a claim, 0 to 1."""
    weights = _weights()
    total = weights["all"] + sum(weights.get(feature, 0.0) for feature in features)
    return 1 / (1 + math.exp(-total))


def lowest_of(kind: str, threshold: float = THRESHOLD) -> float:
    """Return the lowest score of a claim of a kind."""
    return threshold - FOR_EXACT if kind in EXACT else threshold


@cache
def by_hand() -> dict[str, float]:
    """Return the weights set by hand, of signs too rare to be fitted."""
    return _read_weights("by_hand.csv")


@cache
def _weights() -> dict[str, float]:
    return _read_weights("weights.csv") | by_hand()


def _read_weights(name: str) -> dict[str, float]:
    rows = (line for line in read_data(name).splitlines() if line and not line.startswith("#"))
    return {feature: float(weight) for feature, weight, _ in csv.reader(rows)}

"""How likely a finding is a claim: a small logistic model over readable signs, its weights in `data/weights.csv`."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Iterator
from functools import cache

from summitry.coding.claims.finding import Finding
from summitry.coding.claims.page import Page
from summitry.coding.claims.words import read_data

__all__ = ["THRESHOLD", "by_hand", "features_of", "score_of"]

THRESHOLD = 0.4
"""Findings of at least this score are claims.

Cross-validated F1 (`training/claims.py`) is level between 0.32 and 0.40; the higher the threshold, the more values are
right.
"""


def features_of(finding: Finding, page: Page) -> tuple[str, ...]:
    """Return the features of a finding: its kind, each of its signs within its kind, and where it stands."""
    own = (f"{finding.kind}: {sign}" for sign in finding.signs)
    return (finding.kind, *dict.fromkeys(own), *(f"all: {sign}" for sign in _surroundings(finding, page)))


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

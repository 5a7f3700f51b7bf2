"""Claims survive the way to JSON and back, quote the text verbatim, and come out the same twice."""

from __future__ import annotations

import json
from datetime import date
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from summitry.coding.claims import claim_from_json, claim_to_json
from summitry.model import Claim, ClaimKind, Counted, Evidence, Interval, Part

from .conftest import Read

names = st.lists(st.text(max_size=8), max_size=3).map(tuple)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
intervals = st.none() | st.tuples(days, days).map(lambda d: Interval(min(d), max(d), "range", "window", "x"))
counteds = st.builds(Counted, parties=names, words=st.text(max_size=8), level=st.sampled_from([None, "leader"]))
claims = st.builds(
    Claim,
    kind=st.sampled_from(get_args(ClaimKind)),
    evidence=st.builds(Evidence, st.integers(0, 9), st.integers(10, 20), st.text(max_size=8), st.text(min_size=1)),
    subject=names,
    counted=counteds,
    value=st.text(max_size=8),
    window=intervals,
    since=intervals,
    other=st.none() | counteds,
    other_window=intervals,
    parts=st.lists(st.builds(Part, st.integers(0, 99), names, st.text(max_size=5)), max_size=3).map(tuple),
    score=st.integers(0, 100).map(lambda n: n / 100),
)


@given(claims)
def test_a_claim_comes_back_from_json_as_it_was(claim: Claim) -> None:
    assert claim_from_json(json.loads(json.dumps(claim_to_json(claim, "c1")))) == claim


TEXT = (
    "Macron met Scholz in Meseberg on Monday. It was their seventh meeting in two years, and the first since March. "
    "Relations between Paris and Berlin have been strained since the gas dispute. Macron wants a common debt. "
    "According to Le Monde, France will send 40 engineers to Kyiv within weeks, in response to the blackout.\n\n"
    "“Ukraine’s needs are the largest in Europe,” he said."
)


def test_evidence_is_cut_from_the_text(read: Read) -> None:
    found = read(TEXT)
    assert len(found) > 3
    assert all(TEXT[c.evidence.start : c.evidence.end] == c.evidence.quote for c in found)


def test_reading_twice_gives_the_same_claims_in_order(read: Read) -> None:
    found = read(TEXT)
    assert found == read(TEXT)
    assert [c.evidence.start for c in found] == sorted(c.evidence.start for c in found)


def test_a_score_is_a_chance(read: Read) -> None:
    assert all(0 <= claim.score <= 1 for claim in read(TEXT))


def test_a_run_of_words_without_end_is_passed_over(read: Read) -> None:
    assert read("ties and one with second most " * 200 + ".") == ()

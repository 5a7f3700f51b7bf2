"""Ranks of two partners, and the order of two acts, however far apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checking.making import check, claim, days, other


@pytest.mark.parametrize(
    ("value", "sides", "rival", "word"),
    [
        ("more often than", "Kim Xi", "Trump", "supported"),
        ("more often than", "Kim Trump", "Xi", "contradicted"),
        ("less often than", "Kim Trump", "Xi", "supported"),
        ("as often as", "Kim Moon", "Trump", "supported"),
        ("twice as often as", "Kim Trump", "Xi", "contradicted"),
    ],
)
def test_two_partners_are_compared_with_each_other_alone(value: str, sides: str, rival: str, word: str) -> None:
    text = f"Kim Jong Un met one {value} the other."
    assert check(claim("rank", text, sides, value, other=other(rival, type="")), "2019-06-29").word == word


def test_a_rank_of_two_shows_the_meetings_with_whoever_leads() -> None:
    made = claim("rank", "He met one more often than the other.", "Kim Putin", "more often than", other=other("Moon"))
    assert days(check(made)) == ["2018-04-27", "2018-05-26", "2018-09-18"]


def test_an_order_of_two_dated_acts_holds_over_years() -> None:
    text = "Hu went there before Xi met Kim on June 20, 2019."
    made = claim("sequence", text, "Hu PRK", "before Xi met Kim", mode="visit", subject_role="actor")
    made_other = other("Xi Kim", mode="visit", subject_role="actor")
    verdict = check(replace(made, other=made_other))
    assert (verdict.word, days(verdict)) == ("supported", ["2005-10-28", "2019-06-20"])

"""Numbers, ordinals and lengths of time in words and figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.coding.claims.lengths import read_length
from summitry.coding.claims.numbers import comparison_of, qualifier_before, read_number, read_ordinal
from summitry.coding.claims.words import listed


@given(st.integers(0, 10**9))
def test_figures_with_and_without_commas_are_read_alike(number: int) -> None:
    assert read_number(str(number)) == read_number(f"{number:,}") == number


@given(st.integers(2, 9), st.integers(1, 9))
def test_compound_number_words_add_up(ten: int, unit: int) -> None:
    words = f"{listed('numbers', 'tens')[ten]}-{listed('numbers', 'units')[unit]}"
    nth = f"{listed('numbers', 'tens')[ten]}-{listed('numbers', 'ordinals')[unit]}"
    assert read_number(words) == read_ordinal(nth) == 10 * ten + unit


@pytest.mark.parametrize("text", ["few", "2.5", "", "meeting", "the"])
def test_what_is_no_whole_number_is_none(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(("text", "value"), [("12th", 12), ("second", 2), ("seconds", None), ("forth", None)])
def test_ordinals(text: str, value: int | None) -> None:
    assert read_ordinal(text) == value


@pytest.mark.parametrize(
    ("text", "qualifier", "comparison"),
    [
        ("killed at least 12", "at least", "at-least"),
        ("with up to 12", "up to", "at-most"),
        ("some 12", "some", "about"),
        ("all 12", "", "exactly"),
    ],
)
def test_what_stands_before_a_number_says_how_it_is_meant(text: str, qualifier: str, comparison: str) -> None:
    assert qualifier_before(text, text.index("12")) == qualifier
    assert comparison_of(qualifier) == comparison


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("more than a decade", "more than 10 years"),
        ("three decades", "3 decades"),
        ("a five-hour session", "5 hours"),
        ("one week", "1 week"),
        ("a few months", "a few months"),
        ("about a month", "about a month"),
        ("about a quarter-century", "about 25 years"),
    ],
)
def test_lengths_as_values(text: str, value: str) -> None:
    length = read_length(text, 0, len(text))
    assert length is not None
    assert length.value == value

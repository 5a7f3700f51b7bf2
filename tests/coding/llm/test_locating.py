"""Quoted words are found where they stand, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.coding.llm.locating import find_words, nearest

TEXT = "Mr Kim’s envoy\n   met Xi—the leader—in Beijing. Kim left. “Stop,” he said."


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("Kim's envoy met Xi", ["Kim’s envoy\n   met Xi"]),
        ("the leader-in", ["the leader—in"]),
        ('"Stop,"', ["“Stop,”"]),
        ("Kim", ["Kim", "Kim"]),
        ("Ki", []),
        ("im left", []),
        ("kim left", []),
        ("Kim left Beijing", []),
        ("Kim ... left", []),
        ("K.m", []),
        ("", []),
        (" \n", []),
    ],
)
def test_words_are_found_letter_by_letter(words: str, there: list[str]) -> None:
    assert [TEXT[start:end] for start, end in find_words(TEXT, words)] == there


def test_nothing_is_found_outside_the_bounds() -> None:
    assert find_words(TEXT, "Kim", 5) == [(48, 51)]
    assert find_words(TEXT, "Kim", 5, 50) == []


@given(st.lists(st.text(alphabet="ab.-'’ \n", min_size=1, max_size=5), min_size=1, max_size=6), st.data())
def test_any_run_of_whole_words_is_found_with_its_blanks_changed(parts: list[str], data: st.DataObject) -> None:
    text = " ".join(parts)
    words = text.split()
    if not words:
        return
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    run = words[first:last]
    found = find_words(text, "\n ".join(run))
    assert any(text[start:end].split() == run for start, end in found)


def test_places_may_overlap() -> None:
    assert find_words("he said, he said, he said", "he said, he") == [(0, 11), (9, 20)]


def test_the_nearest_comes_first() -> None:
    assert nearest([(0, 3), (20, 23), (11, 14)], (10, 15)) == [(11, 14), (20, 23), (0, 3)]

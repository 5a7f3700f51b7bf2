"""Answers that are remembered with a word."""

import pytest

from summitry.language import Token, load_language, remembered

ASKED: list[tuple[str, ...]] = []


@remembered
def letters(word: Token, left_out: str = "") -> list[str]:
    """Return the letters of a word."""
    ASKED.append((word.text, left_out))
    return [letter for letter in word.text if letter not in left_out]


@pytest.fixture
def word() -> Token:
    ASKED.clear()
    [doc] = load_language().parse(["Oslo spoke."])
    return doc[0]


def test_a_question_is_answered_once_for_each_word_and_what_else_is_told(word: Token) -> None:
    assert letters(word) == letters(word) == ["O", "s", "l", "o"]
    assert letters(word, "o") == letters(word, "o") == ["O", "s", "l"]
    assert letters(word.nbor()) == [*"spoke"]
    assert ASKED == [("Oslo", ""), ("Oslo", "o"), ("spoke", "")]


def test_a_list_that_is_given_out_may_be_changed(word: Token) -> None:
    letters(word).append("!")
    assert letters(word) == ["O", "s", "l", "o"]


def test_what_is_told_by_name_is_refused(word: Token) -> None:
    with pytest.raises(TypeError):
        letters(word, left_out="o")

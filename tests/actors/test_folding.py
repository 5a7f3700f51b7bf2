"""Folding keeps the way back to the text."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summitry.actors import load_registry
from summitry.actors.folding import fold, fold_text, slug


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Élysée", "elysee"),
        ("Moon Jae-in", "moon jae in"),
        ("U.S.", "u s"),
        ("N’Djamena", "n djamena"),
        ("Łódź", "lodz"),
        ("Erdoğan", "erdogan"),
        ("", ""),
        ("—", ""),
    ],
)
def test_case_accents_and_punctuation_go(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=60))
@example("0:\ufe70")  # a letter form that is a mark alone
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=60))
def test_every_folded_word_leads_back_to_its_letters(text: str) -> None:
    folded = fold_text(text)
    for begin, (start, end) in zip(folded.starts, folded.origins, strict=True):
        word = folded.text[begin : folded.text.index(" ", begin)]
        assert fold(text[start:end]) == word
    assert folded.text == f" {fold(text)} " if folded.starts else folded.text == " "


def test_every_alias_is_something_once_folded() -> None:
    registry = load_registry()
    assert all(fold(alias.text) for actor in registry.actors for alias in registry.aliases(actor))


def test_slug_joins_words() -> None:
    assert slug("Kim Jong Un") == "kim-jong-un"

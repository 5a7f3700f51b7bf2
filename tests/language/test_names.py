"""Names found at less cost: nothing differs from what the model's own recogniser finds."""

import random

import numpy as np
import pytest
from spacy.tokens import Doc

from summitry.language import load_language
from summitry.language.names import NAMES, NameFinder

PIPELINE = load_language()._pipeline
TEXTS = (
    "Prime Minister Menachem Begin of Israel received Anwar Sadat at Ben Gurion Airport on the evening of 19 November.",
    "Two hundred and forty members of the Arab League's council met. Iraq\n\nLibya and South Yemen stayed away",
    "Jimmy Carter",
    "The Camp David Accords cost Egypt",
    "It rained.",
    "Washington",
)


def parsed(texts: list[str]) -> list[Doc]:
    return list(PIPELINE.pipe(texts, disable=["ner", "attribute_ruler", "lemmatizer"]))


def by_the_model(text: str) -> np.ndarray:
    return PIPELINE(text).to_array(NAMES)


def test_names_are_those_of_the_model() -> None:
    found = NameFinder(PIPELINE).find(parsed(list(TEXTS)))
    assert sum(int((rows[:, 0] == 3).sum()) for rows in found) >= 10
    for text, rows in zip(TEXTS, found, strict=True):
        assert np.array_equal(rows, by_the_model(text)), text


@pytest.mark.parametrize("seed", range(20))
def test_names_in_jumbled_words_are_those_of_the_model(seed: int) -> None:
    """Words in no order make names that no sentence has: long ones, and such as end with a sentence."""
    words = [word for word in " ".join(TEXTS).split() for _ in range(2)]
    text = " ".join(random.Random(seed).sample(words, 60))
    [rows] = NameFinder(PIPELINE).find(parsed([text]))
    assert np.array_equal(rows, by_the_model(text)), text


def test_no_texts_have_no_names() -> None:
    assert NameFinder(PIPELINE).find([]) == []

"""Names found at less cost: nothing differs from what the model's own recogniser finds."""

import random

import pytest
from spacy.tokens import Doc

from summitry.language import load_language
from summitry.language.names import Name, NameFinder

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


def by_the_model(text: str) -> list[Name]:
    return [Name(word.ent_iob_, word.ent_type_) for word in PIPELINE(text)]


def test_names_are_those_of_the_model() -> None:
    found = NameFinder(PIPELINE).find(parsed(list(TEXTS)))
    assert sum(name.ent_iob_ == "B" for names in found for name in names) >= 10
    for text, names in zip(TEXTS, found, strict=True):
        assert names == by_the_model(text), text


@pytest.mark.parametrize("seed", range(20))
def test_names_in_jumbled_words_are_those_of_the_model(seed: int) -> None:
    """Words in no order make names that no sentence has: long ones, and such as end with a sentence."""
    words = [word for word in " ".join(TEXTS).split() for _ in range(2)]
    text = " ".join(random.Random(seed).sample(words, 60))
    [names] = NameFinder(PIPELINE).find(parsed([text]))
    assert names == by_the_model(text), text


def test_no_texts_have_no_names() -> None:
    assert NameFinder(PIPELINE).find([]) == []

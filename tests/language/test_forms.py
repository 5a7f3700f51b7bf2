"""Forms of words remembered: nothing differs from what the model's own parts say."""

import random

import pytest
from spacy.tokens import Doc

from summitry.language import forms as forms_module
from summitry.language import load_language
from summitry.language.form import Form
from summitry.language.forms import WordForms

PIPELINE = load_language()._pipeline
TEXTS = (
    "Begin received Sadat in Jerusalem, but they would not say what they had talked about.",
    "The ministers' talks had been talked up; nobody's better off, and us reporters are left out.",
    "Sadat did not fly home: he's been flying all week, hadn't he? That that he said was true is what mattered.",
)
WIDE = ("He's gonna say it ain't so.", "Let's go; they gotta hear us.", "There's talk that they are all there.")
"""Texts that a pattern over several words speaks about."""


def parsed(text: str) -> Doc:
    [doc] = PIPELINE.pipe([text], disable=["attribute_ruler", "lemmatizer"])
    return doc


def by_the_model(text: str) -> list[Form]:
    return [Form(word.tag_, word.pos_, word.lemma_, word.dep_) for word in PIPELINE(text)]


@pytest.mark.parametrize("text", [*TEXTS, *WIDE])
def test_forms_are_those_of_the_model(text: str) -> None:
    forms = WordForms(PIPELINE)
    forms.of(parsed(TEXTS[0]))
    assert forms.of(parsed(text)) == by_the_model(text)


def test_remembered_forms_are_those_of_the_model() -> None:
    forms = WordForms(PIPELINE)
    words = " ".join(TEXTS).split()
    for seed in range(20):
        text = " ".join(random.Random(seed).sample(words, 12))
        assert forms.of(parsed(text)) == by_the_model(text), text


def test_wide_patterns_say_more_than_single_words() -> None:
    lemmas = [form.lemma_ for form in WordForms(PIPELINE).of(parsed(WIDE[0]))]
    assert "go" in lemmas  # of `gon`, which alone would stay as it is


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms_module, "_MOST", 5)
    forms = WordForms(PIPELINE)
    for text in TEXTS:
        assert forms.of(parsed(text)) == by_the_model(text)
        assert len(forms._known) <= 5 + len(text.split()) * 2

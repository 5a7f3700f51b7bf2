"""The word classes of `data/classes.toml`, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from summitry.language import Token

__all__ = ["lemma_of", "load_classes"]


@cache
def load_classes() -> dict[str, frozenset[str]]:
    """Read the word classes."""
    text = files("summitry.coding").joinpath("data/classes.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


def lemma_of(word: Token) -> str:
    """Return a word's lemma, lower case; names keep their plural in spaCy, headlines write "Talks" and "Troops"."""
    lemma = word.lemma_.lower()
    return lemma.removesuffix("s") if word.pos_ == "PROPN" and word.tag_ == "NNPS" else lemma
